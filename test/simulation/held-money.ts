// Money that is not the office's own, money owed to it, and money that goes the other way: deposits, taxes, cheques that came back, refunds, the day's position.
import { randomUUID } from 'node:crypto'
import { blankBoxes, type ClaimInput } from '../../src/expenditure/claim-form/claim-form.schema.ts'
import { createClaim } from '../../src/expenditure/claim-form/claim-form.service.ts'
import { rowOf, type TypedRow } from '../../src/expenditure/claim-lines/claim-lines.ts'
import { addDays, calendarDate, fiscalYear, type CalendarDate } from '../../src/platform/dates.ts'
import { baht, zero } from '../../src/platform/money.ts'
import { issueReceipt } from '../../src/receipts/counter/counter.service.ts'
import { createPosition } from '../../src/receipts/daily-position/daily-position.service.ts'
import { createDeposit } from '../../src/receipts/deposit/deposit.service.ts'
import { findNamedRefunds } from '../../src/receipts/income-line/income-line.service.ts'
import { createEntry } from '../../src/receipts/money-entry/money-entry.service.ts'
import { type EntryCommand } from '../../src/receipts/money-entry/money-entry.ts'
import { createPayIn } from '../../src/receipts/pay-in/pay-in.service.ts'
import { createDebt } from '../../src/receipts/tax-debt/tax-debt.service.ts'
import { askRun } from '../../src/receipts/tax-run/tax-run.service.ts'
import { aNumber, issuing, waste } from '../receipts/lao.ts'
import { amountOf, dayOf, nameOf, number, pickId, received, type Beginning, type Here, type Numbered, type Press } from './beginning.ts'

const landTax = '41100009'
const bidders = { kind: 'DP13', account: '2112010199.001' } as const

interface Standing {
  readonly account: string
  readonly key: string
}

/** A key of an account that holds something, whichever side. */
async function pickStanding({ town, chance }: Here, account: string): Promise<Standing | undefined> {
  const keys: string[] = await town.rows('sub_ledger_balances').where({ account_code: account }).whereRaw('debit <> credit').orderBy('sub_key').pluck('sub_key')
  const key = chance.pick(keys)
  return key === undefined ? undefined : { account, key }
}

const entry = (given: Partial<EntryCommand> & Pick<EntryCommand, 'kind' | 'amount' | 'entryDate'>): EntryCommand & { formKey: string } => (
  { formKey: randomUUID(), depositId: null, debtId: null, covered: zero, targetCode: null, targetKey: null, reason: 'ทดลอง', authority: '', ...given })

function claiming({ town, today }: Here, given: Pick<ClaimInput, 'kind' | 'title'> & Partial<ClaimInput>, rows: readonly Partial<TypedRow>[]): Press {
  const input: ClaimInput = {
    ...blankBoxes, department: town.office.departmentId, documentDate: dayOf(today), payee: town.companies[0]?.name ?? '', vat: 'none', rows: rows.map(rowOf), deductions: [], pasted: '', formKey: randomUUID(),
    version: '', ...given,
  }
  return (work) => createClaim(work, input, { formKey: input.formKey, isSubmitted: false })
}

const deposits: readonly Beginning[] = [
  { name: 'an item of deposits', weight: 1, by: 'finance', async start() {
    const form = { kindCode: bidders.kind, depositor: 'หจก.จำลอง ยื่นซอง', depositorNumber: '', reference: `ประกวดราคา ${number.next++}`, dueDate: null, remark: '', formKey: randomUUID() }
    return (work) => createDeposit(work, form)
  } },
  { name: 'a deposit received', weight: 3, by: 'collector', async start(here) {
    const keys: string[] = await here.town.rows('deposits').orderBy('id').pluck('sub_key')
    const key = here.chance.pick(keys)
    return key === undefined ? undefined : received(here, { code: bidders.kind, amount: amountOf(here.chance, 3000), key })
  } },
  { name: 'a deposit claimed back', weight: 2, by: 'preparer', async start(here) {
    const held = await pickStanding(here, bidders.account)
    return held && claiming(here, { kind: 'C8', title: `คืนประกันซอง ${number.next++}` }, [{ ...held, description: 'คืนเงิน', amount: amountOf(here.chance, 3000) }])
  } },
  { name: 'a deposit forfeited', weight: 1, by: 'finance', async start(here) {
    const depositId = await pickId(here, 'deposits', 'true')
    const form = entry({ kind: 'forfeit', entryDate: here.today, depositId: depositId ?? '', amount: baht(amountOf(here.chance, 1500)) })
    return depositId === undefined ? undefined : (work) => createEntry(work, form)
  } },
  { name: 'cash over or short', weight: 1, by: 'finance', async start({ chance, today }) {
    const form = entry({ kind: chance.pick(['over', 'short', 'charge']) ?? 'over', entryDate: today, amount: baht(amountOf(chance, 20)) })
    return (work) => createEntry(work, form)
  } },
]

const cheques: readonly Beginning[] = [
  { name: 'a receipt by cheque', weight: 4, by: 'collector', async start({ chance, today }) {
    const amount = baht(String(100 * chance.between(1, 40)))
    const cheque = { bank: 'ธนาคารกรุงไทย สาขาชลบุรี', number: String(1_000_000 + number.next++), date: today }
    const form = issuing({
      payer: 'บริษัท จ่ายเช็ค จำกัด', payerFacts: { kind: 'juristic', number: aNumber, address: 'ชลบุรี' }, lines: [{ amount, incomeCode: waste }],
      payments: [{ row: 0, means: 'cheque', bankAccountId: null, reference: '', cheque, amount }],
    })
    return (work) => issueReceipt(work, form)
  } },
  { name: 'cheques carried to the bank', weight: 3, by: 'finance', async start({ town, today }) {
    const kept: { cheque_bank: string; cheque_number: string; amount: string; cheque_date: CalendarDate }[] = await town.rows('receipt_payments').where({ means: 'cheque' }).orderBy('receipt_id')
      .whereRaw('NOT EXISTS (SELECT FROM pay_in_cheques p WHERE p.organisation_id = receipt_payments.organisation_id AND p.number = receipt_payments.cheque_number)')
      .select('cheque_bank', 'cheque_number', 'amount', 'cheque_date').limit(4)
    const given = kept.map((each) => ({ bank: each.cheque_bank, number: each.cheque_number, chequeDate: each.cheque_date, amount: baht(each.amount) }))
    const form = { formKey: randomUUID(), payInDate: today, bankAccountId: town.office.savings, remark: '', money: { pieces: {}, cheques: given } }
    return kept.length === 0 ? undefined : (work) => createPayIn(work, form)
  } },
  { name: 'a cheque that came back', weight: 1, by: 'finance', async start({ town, today, chance }) {
    const paid: { receipt_id: string; line: number; amount: string }[] = await town.rows('receipt_payments').where({ means: 'cheque' }).orderBy('receipt_id').select('receipt_id', 'line', 'amount')
    const one = chance.pick(paid)
    const form = one && entry({ kind: 'bounce', entryDate: today, amount: baht(one.amount), cheque: { receiptId: one.receipt_id, line: one.line } })
    return form && ((work) => createEntry(work, form))
  } },
  { name: 'the debt of a cheque received', weight: 2, by: 'collector', async start(here) {
    const owing = await pickStanding(here, '1102050194.999')
    return owing && received(here, { code: 'DB06', key: owing.key, amount: amountOf(here.chance, 2000) })
  } },
]

const taxes: readonly Beginning[] = [
  { name: 'a tax debt', weight: 2, by: 'collector', async start({ town, chance, today }) {
    const taxYear = chance.pick([2569, 2570]) ?? 2570
    const form = {
      formKey: randomUUID(), taxpayerId: town.taxpayer, taxKind: 'land' as const, taxYear, assessed: baht(String(chance.between(1, 50) * 100)), discount: zero, isOpening: false,
      noticeDate: taxYear === 2569 ? calendarDate('2026-02-01') : today, dueDate: taxYear === 2569 ? calendarDate('2026-04-30') : addDays(today, 60), parts: 1, isFiledLate: false, signs: [], remark: '',
    }
    return (work) => createDebt(work, form)
  } },
  { name: 'a tax received', weight: 4, by: 'collector', async start(here) {
    const debts: (Numbered & { set_up_run_id: string | null })[] = await here.town.rows('tax_debts').whereNot({ state: 'cancelled' }).orderBy('id').select('fiscal_year', 'number', 'set_up_run_id')
    const debt = here.chance.pick(debts)
    if (debt === undefined) return undefined
    const reference = nameOf('TAX', debt)
    return received(here, { ...(debt.set_up_run_id === null ? { code: landTax } : { code: 'DB01', key: here.town.taxpayerKey }), reference, amount: amountOf(here.chance, 1500) })
  } },
  { name: 'debtors of last year set up', weight: 1, by: 'collector', async start({ chance }) {
    const form = { kind: chance.next() < 0.7 ? 'set-up' as const : 'allowance' as const, fiscalYear: fiscalYear(2569), formKey: randomUUID() }
    return (work) => askRun(work, form)
  } },
]

const backwards: readonly Beginning[] = [
  { name: 'income given back', weight: 2, by: 'preparer', async start(here) {
    const issued: Numbered[] = await here.town.rows('receipts').where({ kind: 'issued' }).whereNot({ state: 'cancelled' }).orderBy('id').select('number', 'fiscal_year')
    const one = here.chance.pick(issued)
    if (one === undefined) return undefined
    return claiming(here, { kind: 'C9', title: `ถอนคืน ${number.next++}`, receipt: nameOf('RCPT', one) }, [{ account: '1', description: 'ถอนคืน', amount: amountOf(here.chance, 500) }])
  } },
  { name: 'what was over-paid comes back', weight: 2, by: 'collector', async start(here) {
    const named = await here.town.office.head.read((read) => findNamedRefunds(read, { search: 'ค่าใช้จ่าย', on: here.today }))
    const one = here.chance.pick(named)
    return one && received(here, { code: 'DB21', key: one.name, amount: amountOf(here.chance, 400) })
  } },
  { name: 'money between own accounts', weight: 2, by: 'finance', async start({ town, chance, today }) {
    const [from, to] = chance.next() < 0.5 ? [town.office.savings, town.office.current] : [town.office.current, town.office.savings]
    const form = { formKey: randomUUID(), payInDate: today, bankAccountId: to, remark: '', money: { fromAccountId: from, amount: baht(amountOf(chance, 20_000)) } }
    return (work) => createPayIn(work, form)
  } },
  { name: 'the position of the day', weight: 2, by: 'finance', async start({ town, today }) {
    const row = await town.rows('sub_ledger_balances').where({ account_code: '1101010101.001' }).sum({ debit: 'debit', credit: 'credit' }).first()
    const form = { formKey: randomUUID(), positionDate: today, pieces: piecesOf(baht(row?.debit ?? '0') - baht(row?.credit ?? '0')), remark: '' }
    return (work) => createPosition(work, form)
  } },
]

const values = [100_000, 50_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 25] as const

/** So much cash in notes and coins, the largest first. */
function piecesOf(satang: bigint): Record<number, number> {
  let left = Number(satang)
  return Object.fromEntries(values.map((value) => {
    const count = Math.floor(left / value)
    left -= count * value
    return [value, count]
  }))
}

export const heldMoney: readonly Beginning[] = [...deposits, ...cheques, ...taxes, ...backwards]
