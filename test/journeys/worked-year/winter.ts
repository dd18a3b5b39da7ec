// January to March: a school buys, computers and a printer, a loan and its clearing, the road's first part, a subsidy comes in.
import { calendarDate } from '../../../src/platform/dates.ts'
import { claimed, keep, kept, paid, paidTogether } from './claims.ts'
import { noticed } from './grants.ts'
import { journal } from './journals.ts'
import { cleared, lent } from './loans.ts'
import { pawned } from './pawnshop.ts'
import { planned, unitLine } from './plans.ts'
import { contracted, delivered, deliveryClaimed, requested, transferred } from './purchases.ts'
import { collected, moved } from './receipts.ts'
import { type Step } from './story.ts'
import { lineNumber } from './world.ts'

const shop = ['ร้านนายเก่ง', 'individual'] as const

export const winter: readonly Step[] = [
  { on: '2025-01-02', entity: 'LAO01', seqs: [], drive: (world, on) => transferred(world, on, { from: '5320100', to: '5411600', amount: '50000.00' }) },
  { on: '2025-01-06', entity: 'LAO01', seqs: [], drive: (world, on) => requested(world, on, { name: 'คอมพิวเตอร์', line: lineNumber(world, '5411600'), amount: '49000.00' }) },
  { on: '2025-01-06', entity: 'SCH01', seqs: [], drive: async (world, on) => {
    await planned(world, on, { at: 'SCH01', rows: [{ task: '00212', code: '5330100', title: 'วัสดุการศึกษา', amount: '100000.00' }, { task: '00212', code: '5320100', title: 'จ้างเหมาอาหารกลางวัน', amount: '200000.00' }] })
    await requested(world, on, { name: 'หนังสือ', line: await unitLine(world, 'SCH01', '5330100'), amount: '85600.00', at: 'SCH01' })
  } },
  { on: '2025-01-07', entity: 'SCH01', seqs: [], drive: (world, on) => contracted(world, on, {
    name: 'หนังสือ', payee: ['บจก.หนังสือ', 'juristic'], price: '85600.00', terms: { endsOn: calendarDate('2025-01-20') }, at: 'SCH01' }) },
  { on: '2025-01-09', entity: 'LAO01', seqs: [], drive: (world, on) => contracted(world, on, {
    name: 'คอมพิวเตอร์', payee: shop, price: '49000.00', terms: { vat: 'none', endsOn: calendarDate('2025-01-20') } }) },
  { on: '2025-01-10', entity: 'SCH01', seqs: [28], drive: (world, on) => delivered(world, on, { name: 'หนังสือ', amount: '85600.00', at: 'SCH01' }) },
  { on: '2025-01-15', entity: 'LAO01', seqs: [29], drive: (world, on) => delivered(world, on, { name: 'คอมพิวเตอร์', amount: '49000.00', quantity: '2' }) },
  { on: '2025-01-15', entity: 'LAO01', seqs: [30], drive: (world, on) => journal(world, on, { entity: 'LAO01', seq: 30 }) },
  { on: '2025-01-20', entity: 'LAO01', seqs: [31], drive: async (world, on) => keep(world, 'printer', await claimed(world, on, {
    kind: 'C1', title: 'เครื่องพิมพ์', payee: shop, rows: [{ line: lineNumber(world, '5411600'), account: '5104030206.001', amount: '7900.00' }] })) },
  { on: '2025-01-20', entity: 'PWN01', seqs: [32], drive: (world, on) => pawned(world, on, { book: 'receipt', cells: { count: '29', principal: '1450000.00', interest: '428500.00', accrued: '45000.00' } }) },
  { on: '2025-01-21', entity: 'PWN01', seqs: [33], drive: (world, on) => journal(world, on, { entity: 'PWN01', seq: 33 }) },
  { on: '2025-01-24', entity: 'SCH01', seqs: [34], drive: async (world, on) => paid(world, on, { by: 'savings', at: 'SCH01', claims: [await deliveryClaimed(world, 'หนังสือ', 'SCH01')] }) },
  { on: '2025-01-29', entity: 'LAO01', seqs: [35], drive: async (world, on) => paidTogether(world, on, { by: 'savings', claims: [await deliveryClaimed(world, 'คอมพิวเตอร์'), kept(world, 'printer')] }) },
  { on: '2025-02-03', entity: 'LAO01', seqs: [36], drive: (world, on) => moved(world, on, { from: world.lao.savings, to: world.lao.term, amount: '500000.00' }) },
  { on: '2025-02-05', entity: 'LAO01', seqs: [37], drive: (world, on) => lent(world, on, { label: 'LOAN-1', borrower: 'นางอบรม ดี', item: '5320300', amount: '60000.00', kind: 'training' }) },
  { on: '2025-02-10', entity: 'PWN01', seqs: [38], drive: (world, on) => pawned(world, on, { book: 'pledge', cells: { count: '18', principal: '900000.00' } }) },
  { on: '2025-02-25', entity: 'LAO01', seqs: [39], drive: (world, on) => cleared(world, on, { label: 'LOAN-1', item: '5320300', account: '5102010199.001', amount: '52400.00' }) },
  { on: '2025-02-25', entity: 'LAO01', seqs: [40], drive: (world, on) => collected(world, on, { incomes: [{ code: 'DB11', amount: '7600.00', key: `LON${kept(world, 'LOAN-1')}` }] }) },
  { on: '2025-02-28', entity: 'LAO01', seqs: [41], drive: (world, on) => delivered(world, on, { name: 'ถนน', amount: '428000.00' }) },
  { on: '2025-03-10', entity: 'LAO01', seqs: [42], drive: (world, on) => moved(world, on, { from: world.lao.savings, to: world.lao.current, amount: '450000.00' }) },
  { on: '2025-03-12', entity: 'LAO01', seqs: [43], drive: async (world, on) => {
    const key = await noticed(world, on, { label: 'G-PUMP', item: '5410400', amount: '300000.00' })
    await collected(world, on, { incomes: [{ code: '44100002', amount: '300000.00', key }] })
  } },
  { on: '2025-03-14', entity: 'LAO01', seqs: [44], drive: async (world, on) => paid(world, on, { by: 'savings', claims: [await deliveryClaimed(world, 'ถนน')] }) },
  { on: '2025-03-20', entity: 'SCH01', seqs: [45], drive: async (world, on) => keep(world, 'lunch', await claimed(world, on, {
    kind: 'C1', title: 'จ้างเหมาประกอบอาหารกลางวัน', payee: ['นางครัว', 'individual'], rows: [{ line: await unitLine(world, 'SCH01', '5320100'), amount: '180000.00' }], at: 'SCH01' })) },
  { on: '2025-03-25', entity: 'SCH01', seqs: [46], drive: (world, on) => paid(world, on, { by: 'savings', at: 'SCH01', claims: [kept(world, 'lunch')] }) },
]
