// April to June: tax handed on, allocated taxes, land tax, pledges forfeited and sold, a pump from a subsidy, a lost cheque, the road's last part.
import { calendarDate } from '../../../src/platform/dates.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { saveSubLedgerKey } from '../../../src/registers/index.ts'
import { claimed, keep, kept, paid, taxRemitted } from './claims.ts'
import { ended, grantLine } from './grants.ts'
import { journal } from './journals.ts'
import { pawned } from './pawnshop.ts'
import { contracted, delivered, deliveryClaimed, requested } from './purchases.ts'
import { collected } from './receipts.ts'
import { type Step } from './story.ts'
import { lineNumber } from './world.ts'

const byMonth = (count: number) => ({ count, because: 'ภาษีนำส่งเป็นรายเดือน หนึ่งฎีกาต่อเดือน (§1.8)' })

export const spring: readonly Step[] = [
  { on: '2025-04-01', entity: 'LAO01', seqs: [], drive: async (world, on) => requested(world, on, { name: 'เครื่องสูบน้ำ', line: await grantLine(world, 'G-PUMP'), amount: '298000.00' }) },
  { on: '2025-04-07', entity: 'LAO01', seqs: [47], makes: byMonth(4), drive: async (world, on) => paid(world, on, { by: 'current', claims: await taxRemitted(world, ['2024-11', '2024-12', '2025-01', '2025-03']) }) },
  { on: '2025-04-07', entity: 'SCH01', seqs: [48], makes: byMonth(2), drive: async (world, on) => paid(world, on, { by: 'savings', at: 'SCH01', claims: await taxRemitted(world, ['2025-01', '2025-03'], 'SCH01') }) },
  { on: '2025-04-08', entity: 'LAO01', seqs: [49], drive: (world, on) => collected(world, on, { incomes: [
    { code: '42100002', amount: '2580500.50' }, { code: '42100004', amount: '305250.25' }, { code: '42100005', amount: '410000.00' }, { code: '42100012', amount: '15000.00' }] }) },
  { on: '2025-04-10', entity: 'LAO01', seqs: [], drive: (world, on) => contracted(world, on, {
    name: 'เครื่องสูบน้ำ', payee: ['บจก.โซลาร์', 'juristic'], price: '298000.00', terms: { endsOn: calendarDate('2025-05-10') } }) },
  { on: '2025-04-25', entity: 'LAO01', seqs: [50], drive: (world, on) => collected(world, on, { incomes: [{ code: '41100009', amount: '312500.00' }, { code: 'DB01', amount: '70000.00' }] }) },
  { on: '2025-04-30', entity: 'PWN01', seqs: [51], drive: (world, on) => pawned(world, on, { book: 'forfeiture', cells: { count: '4', pledgedOn: '05/11/2567', principal: '180000.00' } }) },
  { on: '2025-05-06', entity: 'LAO01', seqs: [52], drive: (world, on) => delivered(world, on, { name: 'เครื่องสูบน้ำ', amount: '298000.00' }) },
  { on: '2025-05-06', entity: 'LAO01', seqs: [53], drive: (world, on) => journal(world, on, { entity: 'LAO01', seq: 53 }) },
  { on: '2025-05-20', entity: 'LAO01', seqs: [54, 55], drive: async (world, on) => paid(world, on, { by: 'savings', claims: [await deliveryClaimed(world, 'เครื่องสูบน้ำ')] }) },
  { on: '2025-05-20', entity: 'LAO01', seqs: [56], drive: async (world, on) => keep(world, 'insurance', await claimed(world, on, {
    kind: 'C1', title: 'เบี้ยประกันภัยรถยนต์', payee: ['บมจ.ประกันภัย', 'juristic'], vat: 'included', rows: [{ line: lineNumber(world, '5320100'), account: '5104030203.001', amount: '21400.00' }] })) },
  { on: '2025-05-28', entity: 'LAO01', seqs: [57], drive: (world, on) => paid(world, on, { by: { cheque: 3 }, claims: [kept(world, 'insurance')] }) },
  { on: '2025-06-03', entity: 'LAO01', seqs: [58], drive: async (world, on) => keep(world, 'fuel', await claimed(world, on, {
    kind: 'C1', title: 'น้ำมันเชื้อเพลิง', payee: ['หจก.น้ำมัน', 'juristic'], vat: 'included', rows: [{ line: lineNumber(world, '5330800'), amount: '42800.00' }] })) },
  { on: '2025-06-09', entity: 'LAO01', seqs: [59], drive: (world, on) => ended(world, on, 'G-PUMP') },
  { on: '2025-06-10', entity: 'LAO01', seqs: [60], drive: async (world, on) => paid(world, on, { by: 'current', claims: [await claimed(world, on, {
    kind: 'C8', title: 'ส่งคืนเงินอุดหนุนเหลือจ่าย', payee: ['กรมส่งเสริมการปกครองท้องถิ่น', 'state_body'], rows: [{ account: '2104010101.001', amount: '2000.00' }] })] }) },
  { on: '2025-06-12', entity: 'LAO01', seqs: [61], drive: async (world, on) => keep(world, 'lost cheque', await paid(world, on, { by: { cheque: 4 }, claims: [kept(world, 'fuel')] })) },
  { on: '2025-06-15', entity: 'PWN01', seqs: [62], drive: (world, on) => pawned(world, on, { book: 'receipt', cells: { event: 'sale', count: '6', principal: '250000.00', proceeds: '330000.00' } }) },
  { on: '2025-06-16', entity: 'LAO01', seqs: [63], drive: (world, on) => delivered(world, on, { name: 'ถนน', amount: '642000.00', instalment: '2' }) },
  { on: '2025-06-16', entity: 'LAO01', seqs: [64], drive: async (world, on) => {
    await world.lao.accountant.work((work) => saveSubLedgerKey(work, { kind: 'asset', key: 'A-ROAD2', name: 'ถนนคอนกรีตสายใหม่', registerId: null, isOpen: true }))
    world.books.name('LAO01', { kind: 'asset', key: 'A-ROAD2' }, 'A-ROAD2')
    await journal(world, on, { entity: 'LAO01', seq: 64 })
  } },
  { on: '2025-06-16', entity: 'LAO01', seqs: [65], drive: (world) => world.lao.head.work((work) => reversePayment(work, kept(world, 'lost cheque'), { version: 2, reason: 'เช็คสูญหาย' })) },
  { on: '2025-06-20', entity: 'LAO01', seqs: [66], drive: (world, on) => paid(world, on, { by: { cheque: 5 }, claims: [kept(world, 'fuel')] }) },
]
