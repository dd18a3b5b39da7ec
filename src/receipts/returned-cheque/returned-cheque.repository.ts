import { type Knex } from 'knex'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { paperOf, type ReceiptKind } from '../paper/paper.ts'
import { type PayerFacts } from '../receipt/receipt.ts'
import { plainNumber, type ChequeKey, type ReceivedCheque } from './returned-cheque.ts'

const mostCheques = 500

/** Cheques that reached the books and that no entry says came back, the latest first. */
export async function findReturnable(read: OfficerRead): Promise<ReceivedCheque[]> {
  const rows: Row[] = await standing(read).orderBy([{ column: 'r.receipt_date', order: 'desc' }, { column: 'r.id', order: 'desc' }, { column: 'p.line' }]).limit(mostCheques)
  return rows.map(chequeOf)
}

/** Cheques kept with the cash of their slips, in no pay-in slip but this one, and not said to have come back; the oldest first. */
export async function findInSafe(read: OfficerRead, payInId: string | null = null): Promise<ReceivedCheque[]> {
  const rows: Row[] = await standing(read).whereRaw(inSafe, [payInId]).orderBy(['r.receipt_date', 'r.id', 'p.line']).limit(mostCheques)
  return rows.map(chequeOf)
}

/** Of these alone, by key or by number, however many lie there: what is not among them is not in the safe. */
export async function findInSafeOf(read: OfficerRead, payInId: string | null, { keys, numbers }: { readonly keys: readonly ChequeKey[]; readonly numbers: readonly string[] }): Promise<ReceivedCheque[]> {
  const rows: Row[] = await standing(read).whereRaw(inSafe, [payInId])
    .where((any) => any.whereIn('p.receipt_id', keys.map(({ receiptId }) => receiptId)).orWhereRaw(`${plain('p.cheque_number')} = ANY (?)`, [numbers.map(plainNumber)])).orderBy(['r.id', 'p.line'])
  return rows.map(chequeOf)
}

export async function findCheque(read: OfficerRead, { receiptId, line }: ChequeKey): Promise<ReceivedCheque | undefined> {
  const row: Row | undefined = await cheques(read).where({ 'p.receipt_id': receiptId, 'p.line': line }).first()
  return row && chequeOf(row)
}

/** Entries in the books that say a cheque of these slips came back. The receipts with cheques are held until commit: none is said to have come back meanwhile. */
export async function findBouncedOf(work: OfficerWork, remittanceIds: readonly string[]): Promise<{ readonly number: number; readonly fiscalYear: FiscalYear }[]> {
  const own = { organisation_id: work.actor.organisationId }
  const receipts: string[] = await work.db('receipts as r').where({ 'r.organisation_id': own.organisation_id }).whereIn('r.remittance_id', [...remittanceIds])
    .whereExists(work.db('receipt_payments as p').whereRaw('p.organisation_id = r.organisation_id AND p.receipt_id = r.id').where('p.means', 'cheque').select(work.db.raw('1')))
    .orderBy('r.id').forUpdate().pluck('r.id')
  const rows = await work.db('money_entries').where({ ...own, state: 'posted' }).whereIn('cheque_receipt_id', receipts).orderBy('id').select('number', 'fiscal_year')
  return rows.map((row) => ({ number: row.number, fiscalYear: fiscalYear(row.fiscal_year) }))
}

/** An entry says that a cheque of the receipt came back, and its payer still owes it on the account of such debtors. */
export async function isOwedAgain(read: OfficerRead, { receiptId, debtorAccount }: { readonly receiptId: string; readonly debtorAccount: string }): Promise<boolean> {
  const row = await read.db('money_entries as e').where({ 'e.organisation_id': read.actor.organisationId, 'e.cheque_receipt_id': receiptId }).whereIn('e.state', ['draft', 'submitted', 'posted'])
    .leftJoin('sub_ledger_balances as b', (on) => on.on('b.organisation_id', 'e.organisation_id').andOn('b.sub_key', 'e.debtor_key').andOnVal('b.sub_kind', 'debtor').andOnVal('b.account_code', debtorAccount))
    .where((any) => any.whereNot('e.state', 'posted').orWhereRaw('b.debit > b.credit')).first('e.id')
  return row !== undefined
}

/** The key of a debtor with this number. */
export async function findDebtorKey(read: OfficerRead, personNumber: string): Promise<string | undefined> {
  const row = await read.db('taxpayers').where({ organisation_id: read.actor.organisationId, sub_kind: 'debtor', person_number: personNumber, is_active: true }).first('sub_key')
  return row?.sub_key
}

function standing(read: OfficerRead): Knex.QueryBuilder {
  return cheques(read).whereNotExists(read.db('money_entries as e').whereRaw('e.organisation_id = p.organisation_id AND e.cheque_receipt_id = p.receipt_id')
    .whereRaw('e.cheque_line = p.line').whereIn('e.state', ['draft', 'submitted', 'posted']).select(read.db.raw('1')))
}

function cheques(read: OfficerRead): Knex.QueryBuilder {
  return read.db('receipt_payments as p').join('receipts as r', (on) => on.on('r.organisation_id', 'p.organisation_id').andOn('r.id', 'p.receipt_id'))
    .leftJoin('remittances as s', (on) => on.on('s.organisation_id', 'r.organisation_id').andOn('s.id', 'r.remittance_id'))
    .leftJoin('remittance_summaries as m', (on) => on.on('m.organisation_id', 's.organisation_id').andOn('m.id', 's.summary_id'))
    .where({ 'p.organisation_id': read.actor.organisationId, 'p.means': 'cheque', 'r.state': 'summarised' })
    .select('p.receipt_id', 'p.line', 'p.amount', 'p.cheque_bank', 'p.cheque_number', 'p.cheque_date', 'r.kind', 'r.number', 'r.fiscal_year', 'r.book', 'r.sheet', 'r.receipt_date',
      'r.payer', 'r.payer_kind', 'r.payer_number', 'r.payer_address', read.db.raw(`coalesce(m.summary_date, r.receipt_date) AS booked_on,
      coalesce(s.cash_bank_account_id, ${carried("i.bank_account_id", 'paid-in')})::text AS bank_account_id, ${carried("json_build_object('number', i.number, 'fiscalYear', i.fiscal_year)", 'draft')} AS carried_by`))
}

/** As `plainNumber` says it. */
const plain = (column: string) => `ltrim(regexp_replace(${column}, '[^0-9]', '', 'g'), '0')`

/** The line of a pay-in is this cheque: by its receipt, or typed on a slip of before without one. */
const isThis = `(c.receipt_id = p.receipt_id AND c.receipt_line = p.line OR c.receipt_id IS NULL AND c.amount = p.amount AND ${plain('c.number')} = ${plain('p.cheque_number')})`

/** Asked with the pay-in slip that does not count, if any. */
const inSafe = `(s.cash_bank_account_id IS NULL AND NOT EXISTS (SELECT 1 FROM pay_in_cheques c JOIN pay_ins i ON i.organisation_id = c.organisation_id AND i.id = c.pay_in_id
  WHERE c.organisation_id = p.organisation_id AND ${isThis} AND i.state IN ('draft', 'paid-in') AND i.id IS DISTINCT FROM ?::bigint))`

/** Of the pay-in that has the cheque. */
const carried = (what: string, state: 'draft' | 'paid-in') => `(SELECT ${what} FROM pay_in_cheques c JOIN pay_ins i ON i.organisation_id = c.organisation_id AND i.id = c.pay_in_id
  WHERE c.organisation_id = p.organisation_id AND ${isThis} AND i.state = '${state}' ORDER BY i.id DESC LIMIT 1)`

interface Row {
  receipt_id: string
  line: number
  amount: string
  cheque_bank: string
  cheque_number: string
  cheque_date: string
  kind: ReceiptKind
  number: number | null
  fiscal_year: number
  book: string | null
  sheet: number | null
  receipt_date: string
  booked_on: string
  payer: string
  payer_kind: PayerFacts['kind']
  payer_number: string
  payer_address: string
  bank_account_id: string | null
  carried_by: { number: number; fiscalYear: number } | null
}

function chequeOf(row: Row): ReceivedCheque {
  return {
    key: { receiptId: row.receipt_id, line: row.line }, paper: paperOf({ ...row, fiscalYear: fiscalYear(row.fiscal_year) }), receiptDate: calendarDate(row.receipt_date), bookedOn: calendarDate(row.booked_on), payer: row.payer,
    payerFacts: { kind: row.payer_kind, number: row.payer_number, address: row.payer_address },
    cheque: { bank: row.cheque_bank, number: row.cheque_number, date: calendarDate(row.cheque_date) }, amount: fromNumeric(row.amount),
    bankAccountId: row.bank_account_id, carriedBy: row.carried_by && { number: row.carried_by.number, fiscalYear: fiscalYear(row.carried_by.fiscalYear) },
  }
}
