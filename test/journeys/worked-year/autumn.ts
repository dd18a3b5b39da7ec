// October to December: openings, income of every sort, debts of the year before, pay, allowances, a purchase, the advance of the road.
import { saveSubLedgerKey } from '../../../src/registers/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { claimAdvance } from '../../../src/expenditure/contract-money/contract-money.service.ts'
import { aGuarantee } from '../../expenditure/procurement-world.ts'
import { carriedThrough } from '../../expenditure/world.ts'
import { claimed, creditor, keep, kept, paid, personRow, remitted, revenueDepartment, taxRemitted } from './claims.ts'
import { journal, opening } from './journals.ts'
import { hired, run, socialSecurity } from './payroll.ts'
import { pawned } from './pawnshop.ts'
import { contracted, delivered, deliveryClaimed, requested } from './purchases.ts'
import { aDeposit, collected, keptBySchool, moved, paidIn } from './receipts.ts'
import { oneForEach, type Step } from './story.ts'
import { lineNumber, payeeOf, type World } from './world.ts'

/** Registers that hold something when the year begins; a loan of before the system has no desk that makes its key. */
async function registersOfBefore(world: World): Promise<void> {
  await payeeOf(world, 'หจก.ก่อสร้างเก่า', { kind: 'juristic' })
  await payeeOf(world, revenueDepartment, { kind: 'state_body' })
  await creditor(world, 'SSO', socialSecurity)
  await creditor(world, 'COOP', 'สหกรณ์ออมทรัพย์')
  await creditor(world, 'KYS', 'กองทุนเงินให้กู้ยืมเพื่อการศึกษา')
  await aDeposit(world, 'DP11', 'CN-PREV')
  await world.lao.accountant.work((work) => saveSubLedgerKey(work, { kind: 'loan_contract', key: 'LOAN-PREV', name: 'สัญญาการยืมเงินปีก่อน', registerId: null, isOpen: true }))
  world.books.name('LAO01', { kind: 'loan_contract', key: 'LOAN-PREV' }, 'LOAN-PREV')
}

const months = { october: ['2024-10'] } as const

export const autumn: readonly Step[] = [
  { on: '2024-10-01', entity: 'LAO01', seqs: [1], drive: async (world, on) => { await registersOfBefore(world); await opening(world, on, { entity: 'LAO01', seq: 1 }) } },
  { on: '2024-10-01', entity: 'SCH01', seqs: [2], drive: (world, on) => opening(world, on, { entity: 'SCH01', seq: 2 }) },
  { on: '2024-10-01', entity: 'PWN01', seqs: [3], drive: (world, on) => opening(world, on, { entity: 'PWN01', seq: 3 }) },
  { on: '2024-10-03', entity: 'LAO01', seqs: [4], drive: (world, on) => collected(world, on, {
    isCash: true, incomes: [{ code: '41100003', amount: '12000.00' }, { code: '41210008', amount: '2900.00' }, { code: '41220099', amount: '500.00' }] }) },
  { on: '2024-10-04', entity: 'LAO01', seqs: [5], drive: (world, on) => paidIn(world, on, { money: { pieces: { 100000: 27, 10000: 9 }, cheques: [] }, to: world.lao.savings }) },
  { on: '2024-10-07', entity: 'LAO01', seqs: [6], drive: (world, on) => collected(world, on, { incomes: [
    { code: '42100002', amount: '2640000.00' }, { code: '42100004', amount: '310000.00' }, { code: '42100007', amount: '420000.00' }, { code: '42100015', amount: '88000.00' }] }) },
  { on: '2024-10-08', entity: 'LAO01', seqs: [7], drive: (world, on) => collected(world, on, { incomes: [{ code: '43100001', amount: '2450000.00' }] }) },
  { on: '2024-10-09', entity: 'LAO01', seqs: [8], drive: (world, on) => moved(world, on, { from: world.lao.savings, to: world.lao.current, amount: '600000.00' }) },
  { on: '2024-10-10', entity: 'LAO01', seqs: [9], drive: async (world, on) => paid(world, on, { by: { cheque: 1 }, claims: [await claimed(world, on, {
    kind: 'C11', title: 'ค่าก่อสร้างค้างจ่าย', payee: ['หจก.ก่อสร้างเก่า', 'juristic'], vat: 'included', rows: [{ account: '2101010102.001', key: 'หจก.ก่อสร้างเก่า', amount: '125000.00' }] })] }) },
  { on: '2024-10-10', entity: 'LAO01', seqs: [10], drive: async (world, on) => paid(world, on, { by: 'current', claims: [await claimed(world, on, {
    kind: 'C11', title: 'ค่าไฟฟ้าค้างจ่าย', payee: ['การไฟฟ้า', 'state_body'], rows: [{ account: '2102040101.001', amount: '18250.75' }] })] }) },
  { on: '2024-10-11', entity: 'LAO01', seqs: [11], makes: oneForEach(3), drive: async (world, on) => {
    const tax = await claimed(world, on, { kind: 'C8', title: 'นำส่งภาษียอดยกมา', payee: [revenueDepartment, 'state_body'], rows: [{ account: '2102040106.001', amount: '1250.00' }] })
    await paid(world, on, { by: 'current', claims: [tax, await remitted(world, 'SSO'), await remitted(world, 'COOP')] })
  } },
  { on: '2024-10-15', entity: 'LAO01', seqs: [12], drive: (world, on) => collected(world, on, { incomes: [{ code: 'DB11', amount: '20000.00', key: 'LOAN-PREV' }] }) },
  { on: '2024-10-20', entity: 'LAO01', seqs: [13], drive: async (world, on) => keep(world, 'school', await claimed(world, on, {
    kind: 'C13', title: 'เงินโอนให้โรงเรียนในสังกัด', payee: ['โรงเรียนอนุบาล', 'state_body'], rows: [{ line: lineNumber(world, '5610200'), unit: world.school.organisation.id, amount: '500000.00' }] })) },
  { on: '2024-10-22', entity: 'LAO01', seqs: [14], drive: (world, on) => paid(world, on, { by: 'savings', claims: [kept(world, 'school')] }) },
  { on: '2024-10-22', entity: 'SCH01', seqs: [15], drive: (world, on) => keptBySchool(world, on, { code: '4404050104.001', amount: '500000.00', key: world.counter.organisation.name }) },
  { on: '2024-10-25', entity: 'LAO01', seqs: [16], makes: oneForEach(2), drive: async (world) => {
    await hired(world)
    const { pay, employer } = await run(world, { month: '2024-10', payDate: calendarDate('2024-10-28'), called: 'ต.ค.' })
    keep(world, 'pay of October', pay)
    keep(world, 'employer in October', employer)
  } },
  { on: '2024-10-28', entity: 'LAO01', seqs: [17], drive: (world, on) => paid(world, on, { by: 'savings', claims: [kept(world, 'pay of October')] }) },
  { on: '2024-11-01', entity: 'LAO01', seqs: [], drive: (world, on) => requested(world, on, { name: 'วัสดุ', line: lineNumber(world, '5330100'), amount: '60000.00' }) },
  { on: '2024-11-04', entity: 'PWN01', seqs: [18], drive: (world, on) => journal(world, on, { entity: 'PWN01', seq: 18 }) },
  { on: '2024-11-05', entity: 'LAO01', seqs: [], drive: (world, on) => contracted(world, on, {
    name: 'วัสดุ', payee: ['บจก.วัสดุดี', 'juristic'], price: '53500.00', terms: { endsOn: calendarDate('2024-11-20') } }) },
  { on: '2024-11-05', entity: 'PWN01', seqs: [19], drive: (world, on) => pawned(world, on, { book: 'pledge', cells: { count: '25', principal: '1250000.00' } }) },
  { on: '2024-11-07', entity: 'LAO01', seqs: [20], makes: oneForEach(5), drive: async (world, on) => {
    const others = [await remitted(world, 'SSO'), await remitted(world, 'COOP'), await remitted(world, 'KYS')]
    await paid(world, on, { by: 'current', claims: [...await taxRemitted(world, months.october), ...others, kept(world, 'employer in October')] })
  } },
  { on: '2024-11-08', entity: 'LAO01', seqs: [21], makes: { count: 3, because: 'หนึ่งฎีกาเบิกจากรายการงบประมาณประเภทเดียว (§1.3)' }, drive: async (world, on) => {
    const allowances = [['5110700', 'ผู้สูงอายุ', '806400.00'], ['5110800', 'ผู้พิการ', '249600.00'], ['5110900', 'ผู้ป่วยเอดส์', '12000.00']] as const
    for (const [item, name, amount] of allowances) {
      const id = await claimed(world, on, { kind: 'C5', title: `เบี้ยยังชีพ${name}`, rows: [{ line: lineNumber(world, item), amount }], pasted: await personRow(world, `นาง${name} หนึ่ง`, { amount }) })
      world.books.name('LAO01', { kind: 'payee', key: `CLM${id}` }, 'เบี้ยยังชีพ')
      keep(world, item, id)
    }
  } },
  { on: '2024-11-09', entity: 'LAO01', seqs: [22], makes: oneForEach(3), drive: (world, on) => paid(world, on, { by: 'savings', claims: ['5110700', '5110800', '5110900'].map((item) => kept(world, item)) }) },
  { on: '2024-11-15', entity: 'LAO01', seqs: [23], drive: (world, on) => delivered(world, on, { name: 'วัสดุ', amount: '53500.00' }) },
  { on: '2024-11-20', entity: 'LAO01', seqs: [], drive: (world, on) => requested(world, on, { name: 'ถนน', line: lineNumber(world, '5420900'), amount: '1150000.00' }) },
  { on: '2024-11-28', entity: 'LAO01', seqs: [24], drive: async (world, on) => paid(world, on, { by: { cheque: 2 }, claims: [await deliveryClaimed(world, 'วัสดุ')] }) },
  // Cash as security came two days before the contract had a number: it stands under an item of deposits.
  { on: '2024-12-06', entity: 'LAO01', seqs: [25], drive: async (world, on) => collected(world, on, { incomes: [{ code: 'DP11', amount: '53500.00', key: await aDeposit(world, 'DP11', 'CN-ROAD') }] }) },
  { on: '2024-12-08', entity: 'LAO01', seqs: [], drive: (world, on) => contracted(world, on, {
    name: 'ถนน', payee: ['หจก.ถนนดี', 'juristic'], price: '1070000.00', label: 'CN-ROAD', terms: {
      kind: 'contract', fineKind: 'traffic', fineRate: '0.25', advancePercent: '15', retentionPercent: '10', securityKind: 'cash', securityAmount: baht('53500'), endsOn: calendarDate('2025-06-11'),
      instalments: [
        { number: 1, description: 'งวด 1', amount: baht('428000'), dueOn: calendarDate('2025-02-28') }, { number: 2, description: 'งวด 2', amount: baht('642000'), dueOn: calendarDate('2025-06-11') },
      ],
    } }) },
  { on: '2024-12-16', entity: 'LAO01', seqs: [26], drive: async (world, on) => {
    const { lao } = world
    const contract = kept(world, 'contract ถนน')
    await aGuarantee(lao, { contract, amount: '160500.00', purpose: 'advance', changes: { receivedOn: on } })
    const claim = await carriedThrough(lao, await lao.asking.work((work) => claimAdvance(work, contract, { version: 2, amount: baht('160500') })))
    await paid(world, on, { by: 'savings', claims: [claim] })
  } },
  { on: '2024-12-20', entity: 'SCH01', seqs: [27], drive: (world, on) => keptBySchool(world, on, { code: '4404050109.001', amount: '12000.00' }) },
]
