// July to September: the pawnshop's profit, a refund of income, loans and securities, utilities, hire, and the pay of eleven months at once.
import { calendarDate } from '../../../src/platform/dates.ts'
import { claimed, keep, kept, paid, personRow, taxRemitted } from './claims.ts'
import { journal } from './journals.ts'
import { lent } from './loans.ts'
import { profitShared } from './pawnshop.ts'
import { run } from './payroll.ts'
import { planned, unitLine } from './plans.ts'
import { contracted, deliveryClaimed, requested } from './purchases.ts'
import { collected, givenBack } from './receipts.ts'
import { oneForEach, type Step } from './story.ts'
import { lineNumber } from './world.ts'

const months = ['2024-11', '2024-12', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09']

/** The only claim on that account is paid on 29 September. */
export const refundTold = { on: '2025-09-22', because: 'รับคืนเงินที่จ่ายเกินได้ต่อเมื่อจ่ายแล้ว (DB21: ลดค่าใช้จ่ายและคืนงบประมาณของฎีกาที่จ่าย)' }

export const summer: readonly Step[] = [
  { on: '2025-07-01', entity: 'PWN01', seqs: [67], drive: (world, on) => profitShared(world, on, '500000.00') },
  { on: '2025-07-03', entity: 'LAO01', seqs: [68], drive: async (world, on) => paid(world, on, { by: 'savings', claims: [await deliveryClaimed(world, 'ถนน')] }) },
  { on: '2025-07-07', entity: 'LAO01', seqs: [69], makes: { count: 3, because: 'ภาษีนำส่งเป็นรายเดือน หนึ่งฎีกาต่อเดือน (§1.8)' }, drive: async (world, on) => (
    paid(world, on, { by: 'current', claims: await taxRemitted(world, ['2025-05', '2025-06', '2025-07']) })) },
  { on: '2025-07-15', entity: 'LAO01', seqs: [70], drive: (world, on) => collected(world, on, { incomes: [{ code: '41300003', amount: '18420.33' }] }) },
  { on: '2025-07-18', entity: 'PWN01', seqs: [71], drive: async (world, on) => {
    await planned(world, on, { at: 'PWN01', rows: [{ task: '00411', code: '5110200', title: 'ดอกเบี้ย', amount: '40000.00' }, { task: '00333', code: '5220400', title: 'ค่าจ้าง', amount: '240000.00' }] })
    keep(world, 'interest', await claimed(world, on, {
      kind: 'C1', title: 'ดอกเบี้ยเงินยืม', payee: ['อบต.ดอนตัวอย่าง', 'state_body'], rows: [{ line: await unitLine(world, 'PWN01', '5110200'), amount: '40000.00' }], at: 'PWN01' }))
  } },
  { on: '2025-07-20', entity: 'LAO01', seqs: [72], drive: (world, on) => collected(world, on, { incomes: [
    { code: '41300006', amount: '150000.00', key: world.shop.organisation.name }, { code: '41300003', amount: '40000.00', key: world.shop.organisation.name }] }) },
  { on: '2025-07-20', entity: 'PWN01', seqs: [73], makes: oneForEach(3), drive: async (world, on) => {
    const share = await claimed(world, on, { kind: 'C8', title: 'เงินทำนุบำรุงท้องถิ่น', payee: ['อบต.ดอนตัวอย่าง', 'state_body'], rows: [{ account: '3102010101.006', unit: world.books.codeOf('LAO01'), amount: '150000.00' }], at: 'PWN01' })
    const bonus = await claimed(world, on, { kind: 'C8', title: 'เงินบำเหน็จรางวัล', payee: ['ผู้จัดการสถานธนานุบาล', 'individual'], rows: [{ account: '3102010101.007', amount: '100000.00' }], at: 'PWN01' })
    await paid(world, on, { by: 'current', at: 'PWN01', claims: [share, kept(world, 'interest'), bonus] })
  } },
  { on: '2025-08-04', entity: 'LAO01', seqs: [74], drive: (world, on) => collected(world, on, { incomes: [{ code: '41300002', amount: '24000.00' }] }) },
  { on: '2025-08-05', entity: 'LAO01', seqs: [75], drive: async (world, on) => paid(world, on, { by: 'current', claims: [await claimed(world, on, {
    kind: 'C9', title: 'ถอนคืนภาษีป้ายชำระเกิน', payee: ['ร้านรุ่งเรือง', 'juristic'], receipt: 'RCPT-00001/68', rows: [{ account: '1', amount: '1200.00' }] })] }) },
  { on: '2025-08-18', entity: 'LAO01', seqs: [76], drive: (world, on) => lent(world, on, {
    label: 'LOAN-2', borrower: 'นายเดินทาง ดี', item: '5320300', amount: '30000.00', kind: 'travel', returnDate: calendarDate('2025-08-26') }) },
  { on: '2025-08-20', entity: 'LAO01', seqs: [77], drive: (world, on) => journal(world, on, { entity: 'LAO01', seq: 77 }) },
  { on: '2025-08-20', entity: 'LAO01', seqs: [78], drive: (world, on) => journal(world, on, { entity: 'LAO01', seq: 78 }) },
  { on: '2025-08-20', entity: 'LAO01', seqs: [79], drive: (world, on) => collected(world, on, { incomes: [{ code: '41600001', amount: '1500.00' }] }) },
  { on: '2025-08-25', entity: 'LAO01', seqs: [80], drive: async (world, on) => paid(world, on, { by: { cheque: 6 }, claims: [await claimed(world, on, {
    kind: 'C8', title: 'คืนหลักประกันสัญญา', payee: ['ผู้รับจ้างเดิม', 'juristic'], rows: [{ account: '2112010101.001', key: world.books.keyOf('LAO01', { account: '2112010101.001', label: 'CN-PREV' }), amount: '60000.00' }] })] }) },
  { on: '2025-08-28', entity: 'LAO01', seqs: [81], drive: async (world, on) => keep(world, 'fund', await claimed(world, on, {
    kind: 'C1', title: 'เงินสมทบ กบท.', payee: ['กบท.', 'state_body'], rows: [{ line: lineNumber(world, '5120100'), amount: '100000.00' }] })) },
  { on: '2025-08-29', entity: 'LAO01', seqs: [82], drive: (world, on) => paid(world, on, { by: 'savings', claims: [kept(world, 'fund')] }) },
  { on: '2025-09-10', entity: 'LAO01', seqs: [83], makes: oneForEach(2), drive: async (world, on) => {
    keep(world, 'power', await claimed(world, on, { kind: 'C1', title: 'ค่าไฟฟ้า', payee: ['การไฟฟ้า', 'state_body'], rows: [{ line: lineNumber(world, '5340100'), amount: '196430.25' }] }))
    keep(world, 'phone', await claimed(world, on, { kind: 'C1', title: 'ค่าโทรศัพท์', payee: ['บมจ.โทรคมนาคม', 'juristic'], vat: 'included', rows: [{ line: lineNumber(world, '5340300'), amount: '12840.00' }] }))
  } },
  { on: '2025-09-15', entity: 'LAO01', seqs: [84], makes: oneForEach(2), drive: (world, on) => paid(world, on, { by: 'savings', claims: [kept(world, 'power'), kept(world, 'phone')] }) },
  { on: '2025-09-18', entity: 'LAO01', seqs: [85], drive: async (world, on) => {
    keep(world, 'hire', await claimed(world, on, { kind: 'C1', title: 'จ้างเหมาบริการทั้งปี', payee: ['นางสาวขยัน', 'individual'], rows: [{ line: lineNumber(world, '5320100'), amount: '108000.00' }] }))
    await requested(world, on, { name: 'ซ่อมอาคาร', line: lineNumber(world, '5320400'), amount: '98000.00' })
    await contracted(world, on, { name: 'ซ่อมอาคาร', payee: ['หจก.ซ่อมดี', 'juristic'], price: '98000.00', terms: { endsOn: calendarDate('2025-11-30') } })
  } },
  { on: '2025-09-19', entity: 'LAO01', seqs: [86], drive: (world, on) => journal(world, on, { entity: 'LAO01', seq: 86 }) },
  { on: '2025-09-22', entity: 'LAO01', seqs: [88], makes: { count: 22, because: 'หนึ่งงวดการจ่ายต่อเดือน และเงินสมทบเป็นฎีกาของตนเอง (S27)' }, drive: async (world) => {
    for (const month of months) {
      const { pay } = await run(world, { month, payDate: calendarDate('2025-09-25'), called: 'พ.ย.-ก.ย.' })
      keep(world, `pay of ${month}`, pay)
    }
  } },
  { on: '2025-09-22', entity: 'PWN01', seqs: [89], drive: async (world, on) => {
    const id = await claimed(world, on, {
      kind: 'C3', title: 'ค่าจ้างพนักงานสถานธนานุบาล', rows: [{ line: await unitLine(world, 'PWN01', '5220400'), amount: '240000.00' }], at: 'PWN01',
      pasted: await personRow(world, 'นายพนักงาน จำนำ', { amount: '240000.00', at: 'PWN01' }) })
    world.books.name('PWN01', { kind: 'payee', key: `CLM${id}` }, 'ค่าจ้าง')
    keep(world, 'wages of the pawnshop', id)
  } },
  { on: '2025-09-25', entity: 'LAO01', seqs: [90], makes: { count: 11, because: 'หนึ่งงวดการจ่ายต่อเดือน (S27)' }, drive: (world, on) => (
    paid(world, on, { by: 'savings', claims: months.map((month) => kept(world, `pay of ${month}`)) })) },
  { on: '2025-09-25', entity: 'PWN01', seqs: [91], drive: (world, on) => paid(world, on, { by: 'current', at: 'PWN01', claims: [kept(world, 'wages of the pawnshop')] }) },
  { on: '2025-09-29', entity: 'LAO01', seqs: [92], drive: (world, on) => paid(world, on, { by: { cheque: 7 }, claims: [kept(world, 'hire')] }) },
  { on: '2025-09-30', entity: 'LAO01', seqs: [87], tells: refundTold, drive: (world, on) => givenBack(world, on, { search: 'จ้างเหมาบริการทั้งปี', amount: '850.00' }) },
  ...[93, 94, 95, 96, 97, 98, 99, 100].map((seq): Step => ({ on: '2025-09-30', entity: 'LAO01', seqs: [seq], drive: (world, on) => journal(world, on, { entity: 'LAO01', seq }) })),
  { on: '2025-09-30', entity: 'SCH01', seqs: [101], drive: (world, on) => journal(world, on, { entity: 'SCH01', seq: 101 }) },
  ...[102, 103].map((seq): Step => ({ on: '2025-09-30', entity: 'PWN01', seqs: [seq], drive: (world, on) => journal(world, on, { entity: 'PWN01', seq }) })),
]
