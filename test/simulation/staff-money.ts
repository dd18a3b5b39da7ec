// Money of the staff and of those the town looks after: loans paid back, petty cash, allowances, what was kept back of pay; and what accountants key.
import { randomUUID } from 'node:crypto'
import { createRun } from '../../src/expenditure/pay-run/pay-run.service.ts'
import { askForFloat, keepVouchers } from '../../src/expenditure/petty-cash/petty-cash.service.ts'
import { claimWithheld } from '../../src/expenditure/withheld-money/withheld-money.service.ts'
import { createJournal, journalBooks } from '../../src/ledger/index.ts'
import { blankLine } from '../../src/ledger/journal-lines/journal-lines.ts'
import { addDays } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { amountOf, pickId, received, type Beginning } from './beginning.ts'

const [supplies, cash] = ['5104010104.001', '1101010101.001']

const petty: readonly Beginning[] = [
  { name: 'a float asked for', weight: 1, by: 'preparer', async start({ town, chance }) {
    const form = { payeeId: chance.pick(town.borrowers) ?? '', departmentId: town.office.departmentId, purpose: 'ค่าใช้จ่ายเล็กน้อย', amount: baht('5000.00'), mostEach: baht('500.00'), formKey: randomUUID() }
    return (work) => askForFloat(work, form)
  } },
  { name: 'vouchers of a float', weight: 3, by: 'finance', isPressedOnce: true, async start({ town, chance, today }) {
    const floats: { id: string; version: number }[] = await town.rows('petty_floats').where({ state: 'open' }).orderBy('id').select('id', 'version')
    const float = chance.pick(floats)
    const voucher = { voucherDate: today, paidTo: 'ร้านค้า', receiptNumber: '1/1', description: 'กระดาษ', budgetLineId: town.lines[0] ?? '', accountCode: '5104010112.001', amount: baht(amountOf(chance, 600)), row: 0 }
    return float && ((work) => keepVouchers(work, float.id, { version: float.version, vouchers: [voucher] }))
  } },
]

const pay: readonly Beginning[] = [
  { name: 'a run of allowances', weight: 1, by: 'payroll', async start({ today }) {
    const form = { kind: 'welfare' as const, month: addDays(today, 1 - Number(today.slice(8))), payDate: today, remark: '', employerLine: '', formKey: randomUUID() }
    return (work) => createRun(work, form)
  } },
  { name: 'what was kept back of pay', weight: 2, by: 'payroll', isPressedOnce: true, async start({ town, chance }) {
    const creditor = chance.pick(town.creditors)
    return creditor === undefined ? undefined : (work) => claimWithheld(work, creditor)
  } },
]

const rest: readonly Beginning[] = [
  { name: 'money of a loan comes back', weight: 2, by: 'collector', async start(here) {
    const loanId = await pickId(here, 'loans', `state = 'paid'`)
    return loanId === undefined ? undefined : received(here, { code: 'DB11', key: `LON${loanId}`, amount: amountOf(here.chance, 2500) })
  } },
  { name: 'a journal', weight: 2, by: 'accountant', async start({ chance, today }) {
    const amount = amountOf(chance, 300)
    const rows = [{ ...blankLine, account: supplies, debit: amount }, { ...blankLine, account: cash, credit: amount }]
    const form = { type: 'JV' as const, documentDate: today, description: 'วัสดุที่เบิกใช้', reference: '', dayReason: 'ซื้อวัสดุเร่งด่วนหลังสรุปใบนำส่ง', rows, isSubmitted: false, formKey: randomUUID() }
    return (work) => createJournal(work, journalBooks.journal, form)
  } },
]

export const staffMoney: readonly Beginning[] = [...petty, ...pay, ...rest]
