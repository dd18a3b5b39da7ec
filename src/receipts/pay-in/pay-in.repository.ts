import { type Knex } from 'knex'
import {
  headColumns, headRows, narrow, newestFirst, onePage, storedHead, totalOf, type FoundPage, type ListTotals, type StoredHeadRow,
} from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { type Pieces } from '../cash-count/cash-count.ts'
import { amountsOf, type Bank, type Cheque, type PaidForm, type PayIn, type PayInCommand, type PayInFilter, type PayInHead, type PayInState } from './pay-in.ts'

export const payInRows = headRows('pay_ins')
const place = { alias: 'p', day: 'pay_in_date' } as const

export async function findPayIns(read: OfficerRead, filter: PayInFilter): Promise<FoundPage<PayInHead>> {
  return onePage(newestFirst(heads(read), place, filter), headOf)
}

export function totalPayIns(read: OfficerRead, filter: PayInFilter): Promise<ListTotals> {
  return totalOf(read, narrow(heads(read), place, filter), { amounts: ['total'], undone: ['reversed', 'cancelled'] })
}

/** The whole list, for taking away; one more than `most` tells that it is too long. */
export async function findAllPayIns(read: OfficerRead, filter: PayInFilter, most: number): Promise<PayInHead[]> {
  return (await narrow(heads(read), place, filter).orderBy('p.id').limit(most + 1)).map(headOf)
}

export async function getStored(read: OfficerRead, organisationId: string, id: string): Promise<PayIn> {
  const row: FullRow | undefined = await heads(read).where({ 'p.organisation_id': organisationId, 'p.id': id })
    .leftJoin('users as c', 'c.id', 'p.confirmed_by')
    .leftJoin('vouchers as v', (on) => on.on('v.organisation_id', 'p.organisation_id').andOn('v.id', 'p.voucher_id'))
    .select('p.pieces', 'p.cash', 'p.remark', 'p.prepared_at', 'p.paid_on', 'p.bank_reference', 'p.confirmed_at', 'v.id as voucher_id', 'v.number as voucher_number',
      'v.fiscal_year as voucher_year', read.db.raw(`${person('c')} AS confirmer`)).first()
  if (!row) throw new NotFound('pay-in')
  return {
    ...headOf(row), pieces: row.pieces, cash: fromNumeric(row.cash), cheques: await findCheques(read, organisationId, id), remark: row.remark, preparedAt: row.prepared_at,
    paidOn: row.paid_on === null ? null : calendarDate(row.paid_on), bankReference: row.bank_reference, confirmer: row.confirmer, confirmedAt: row.confirmed_at,
    voucher: row.voucher_id === null || row.voucher_number === null || row.voucher_year === null ? null
      : { id: row.voucher_id, number: row.voucher_number, fiscalYear: fiscalYear(row.voucher_year) },
  }
}

async function findCheques(read: OfficerRead, organisationId: string, id: string): Promise<Cheque[]> {
  const rows = await read.db('pay_in_cheques').where({ organisation_id: organisationId, pay_in_id: id }).orderBy('line').select('bank', 'number', 'cheque_date', 'amount', 'receipt_id', 'receipt_line')
  return rows.map((row) => ({
    bank: row.bank, number: row.number, chequeDate: calendarDate(row.cheque_date), amount: fromNumeric(row.amount),
    ...(row.receipt_id !== null && { key: { receiptId: row.receipt_id, line: row.receipt_line } }),
  }))
}

export async function insertPayIn(work: OfficerWork, command: PayInCommand & { formKey: string }, number: number): Promise<string> {
  const [row] = await work.db('pay_ins').insert({
    organisation_id: work.actor.organisationId, state: 'draft', number, fiscal_year: fiscalYearOf(command.payInDate), ...columnsOf(command),
    form_key: command.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  await saveCheques(work, row.id, command)
  return row.id
}

export async function updatePayIn(work: OfficerWork, payIn: PayInHead, command: PayInCommand): Promise<void> {
  await payInRows.change(work, payIn, columnsOf(command))
  await saveCheques(work, payIn.id, command)
}

function columnsOf(command: PayInCommand): object {
  const { cash, total } = amountsOf(command)
  const source = 'amount' in command.money ? { from_account_id: command.money.fromAccountId } : { pieces: JSON.stringify(command.money.pieces) }
  return {
    pay_in_date: command.payInDate, bank_account_id: command.bankAccountId, cash: toNumeric(cash), total: toNumeric(total), remark: command.remark, ...source,
  }
}

async function saveCheques(work: OfficerWork, id: string, { money }: PayInCommand): Promise<void> {
  const own = { organisation_id: work.actor.organisationId, pay_in_id: id }
  await work.db('pay_in_cheques').where(own).delete()
  const cheques = 'amount' in money ? [] : money.cheques
  if (cheques.length === 0) return
  await work.db('pay_in_cheques').insert(cheques.map((cheque, index) => ({
    ...own, line: index + 1, bank: cheque.bank, number: cheque.number, cheque_date: cheque.chequeDate, amount: toNumeric(cheque.amount),
    receipt_id: cheque.key?.receiptId ?? null, receipt_line: cheque.key?.line ?? null,
  })))
}

export async function movePayIn(work: OfficerWork, payIn: PayInHead, change: { state: PayInState; paid?: PaidForm & { voucherId: string } }): Promise<void> {
  const { state, paid } = change
  await payInRows.change(work, payIn, {
    state, ...(paid && { paid_on: paid.paidOn, bank_reference: paid.bankReference, confirmed_by: work.actor.userId, confirmed_at: work.now, voucher_id: paid.voucherId }),
  })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('pay_ins as p').join('users as u', 'u.id', 'p.prepared_by')
    .join('bank_accounts as b', (on) => on.on('b.organisation_id', 'p.organisation_id').andOn('b.id', 'p.bank_account_id'))
    .leftJoin('bank_accounts as f', (on) => on.on('f.organisation_id', 'p.organisation_id').andOn('f.id', 'p.from_account_id'))
    .select(...headColumns('p'), 'p.pay_in_date', 'p.total', 'p.prepared_by', read.db.raw(`${person('u')} AS preparer, ${bank('b')} AS bank, ${bank('f')} AS from_bank`))
}

function bank(alias: string): string {
  return `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id::text, 'name', ${alias}.bank_name, 'accountNumber', ${alias}.account_number,
    'accountCode', ${alias}.account_code) END`
}

interface HeadRow extends StoredHeadRow<PayInState> {
  pay_in_date: string
  total: string
  prepared_by: string
  preparer: Person
  bank: Bank
  from_bank: Bank | null
}

interface FullRow extends HeadRow {
  pieces: Pieces
  cash: string
  remark: string
  prepared_at: string
  paid_on: string | null
  bank_reference: string
  confirmed_at: string | null
  confirmer: Person | null
  voucher_id: string | null
  voucher_number: number | null
  voucher_year: number | null
}

function headOf(row: HeadRow): PayInHead {
  return {
    ...storedHead(row), payInDate: calendarDate(row.pay_in_date), bank: row.bank, from: row.from_bank, total: fromNumeric(row.total),
    authorId: row.prepared_by, preparerId: row.prepared_by, preparer: row.preparer,
  }
}
