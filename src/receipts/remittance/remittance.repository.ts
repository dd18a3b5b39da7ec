import { type Knex } from 'knex'
import {
  headColumns, headRows, narrow, newestFirst, onePage, storedHead, totalOf, type FoundPage, type ListTotals, type StoredHeadRow,
} from '../../platform/database/heads.ts'
import { person, personName, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric } from '../../platform/money.ts'
import { paperOf, type ReceiptKind } from '../paper/paper.ts'
import { type ReceiptState } from '../receipt/receipt.ts'
import {
  type Remittance, type RemittanceCommand, type RemittanceFilter, type RemittanceHead, type RemittanceState, type SlipReceipt,
} from './remittance.ts'

export const remittanceRows = headRows('remittances')

export async function findRemittances(read: OfficerRead, filter: RemittanceFilter, most?: number): Promise<FoundPage<RemittanceHead>> {
  return onePage(newestFirst(asked(read, filter), place, withoutWaiting(filter)), headOf, most)
}

export function totalRemittances(read: OfficerRead, filter: RemittanceFilter): Promise<ListTotals> {
  return totalOf(read, narrow(asked(read, filter), place, withoutWaiting(filter)), { amounts: ['total'], undone: ['cancelled'] })
}

const place = { alias: 's', day: 'slip_date', maker: 'remitted_by' } as const
const withoutWaiting = ({ state, ...filter }: RemittanceFilter) => ({ ...filter, state: state === 'waiting' ? undefined : state })

/** Waiting is no state of a slip: in no summary though handed in. */
function asked(read: OfficerRead, { state }: RemittanceFilter): Knex.QueryBuilder {
  return state === 'waiting' ? heads(read).whereIn('s.state', ['submitted', 'received']).whereNull('s.summary_id') : heads(read)
}

export type AskedSlips = { readonly organisationId: string } & ({ readonly summaryId: string } | { readonly waitingOn: string; readonly state: 'submitted' | 'received' })

/** The slips of one summary, or those of a day that wait for one: handed in, or received already. */
export async function findSlipsOf(read: OfficerRead, slips: AskedSlips): Promise<RemittanceHead[]> {
  const query = heads(read).where('s.organisation_id', slips.organisationId).orderBy('s.id')
  if ('summaryId' in slips) query.where('s.summary_id', slips.summaryId)
  else query.where({ 's.slip_date': slips.waitingOn, 's.state': slips.state }).whereNull('s.summary_id')
  return (await query).map(headOf)
}

export type StoredRemittance = Omit<Remittance, 'receipts' | 'incomes' | 'places'>

export async function getStored(read: OfficerRead, organisationId: string, id: string): Promise<StoredRemittance> {
  const row: FullRow | undefined = await heads(read).where({ 's.organisation_id': organisationId, 's.id': id })
    .leftJoin('users as f', 'f.id', 's.received_by')
    .leftJoin('remittance_summaries as m', (on) => on.on('m.organisation_id', 's.organisation_id').andOn('m.id', 's.summary_id'))
    .select('s.cash_bank_account_id', 's.remark', 's.return_reason', 's.remitted_at', 's.received_at',
      'm.id as summary_id', 'm.number as summary_number', 'm.fiscal_year as summary_year',
      read.db.raw(`${person('f')} AS receiver`)).first()
  if (!row) throw new NotFound('remittance')
  return {
    ...headOf(row), cashBankAccountId: row.cash_bank_account_id, remark: row.remark, returnReason: row.return_reason,
    receiver: row.receiver,
    submittedAt: row.remitted_at, receivedAt: row.received_at, summary: summaryOf(row),
  }
}

/** Receipts of a slip in their order. */
export async function findReceiptsOf(read: OfficerRead, organisationId: string, remittanceId: string): Promise<SlipReceipt[]> {
  return (await receipts(read).where({ 'r.organisation_id': organisationId, 'r.remittance_id': remittanceId })).map(receiptOf)
}

/** In no slip: the actor's own receipts, or those of all others. Cancelled papers too, their numbers are accounted for by the slip. */
export async function findUnremitted(read: OfficerRead, asked: { whose: 'own' | 'others'; most: number }): Promise<SlipReceipt[]> {
  const query = receipts(read).where({ 'r.organisation_id': read.actor.organisationId, 'r.is_miskeyed': false })
    .whereNull('r.remittance_id').whereNull('r.withheld_id').whereIn('r.state', ['recorded', 'cancelled']).limit(asked.most)
  query.where('r.recorded_by', asked.whose === 'own' ? '=' : '<>', read.actor.userId)
  const rows: ReceiptRow[] = await query
  return rows.map(receiptOf)
}

/** Locked in the order of their ids, so that two slips asking for the same receipts do not wait in a ring. */
export async function lockReceipts(work: OfficerWork, ids: readonly string[]): Promise<SlipReceipt[]> {
  await work.db('receipts').where('organisation_id', work.actor.organisationId).whereIn('id', [...ids])
    .orderBy('id').forUpdate().select('id')
  const rows: ReceiptRow[] = await receipts(work).where('r.organisation_id', work.actor.organisationId).whereIn('r.id', [...ids])
  return rows.map(receiptOf)
}

export async function insertRemittance(work: OfficerWork, command: RemittanceCommand & { formKey: string }): Promise<string> {
  const [row] = await work.db('remittances').insert({
    organisation_id: work.actor.organisationId, state: 'draft', ...columnsOf(command), form_key: command.formKey,
    remitted_by: work.actor.userId,
  }).returning('id')
  return row.id
}

export async function updateRemittance(work: OfficerWork, slip: RemittanceHead, command: RemittanceCommand): Promise<void> {
  await remittanceRows.change(work, slip, columnsOf(command))
}

function columnsOf(command: RemittanceCommand): object {
  return {
    fiscal_year: fiscalYearOf(command.slipDate), slip_date: command.slipDate, cash_bank_account_id: command.cashBankAccountId,
    remark: command.remark,
  }
}

export async function setReceipts(work: OfficerWork, remittanceId: string, receiptIds: readonly string[]): Promise<void> {
  const own = work.db('receipts').where('organisation_id', work.actor.organisationId)
  const version = work.db.raw('version + 1')
  await own.clone().where('remittance_id', remittanceId).whereNotIn('id', [...receiptIds]).update({ remittance_id: null, version })
  await own.clone().whereIn('id', [...receiptIds]).whereNull('remittance_id').update({ remittance_id: remittanceId, version })
}

export interface RemittanceChange {
  readonly state: RemittanceState
  readonly number?: number
  readonly returnReason?: string | null
  readonly submitted?: boolean
  /** Who took the money; null when it goes back. */
  readonly receivedBy?: string | null
}

export async function moveRemittance(work: OfficerWork, slip: RemittanceHead, change: RemittanceChange): Promise<void> {
  await remittanceRows.change(work, slip, {
    state: change.state,
    ...(change.number !== undefined && { number: change.number }), ...(change.submitted && { remitted_at: work.now }),
    ...(change.returnReason !== undefined && { return_reason: change.returnReason }),
    ...(change.receivedBy !== undefined && receivedColumns(work, change.receivedBy)),
  })
}

function receivedColumns(work: OfficerWork, receivedBy: string | null): object {
  return { received_by: receivedBy, received_at: receivedBy === null ? null : work.now, summary_id: null }
}

export interface ReceiptStep {
  readonly from: ReceiptState
  readonly to: ReceiptState
}

/** Live receipts of these slips go the way of their slip; cancelled ones stay cancelled. */
export async function moveReceipts(work: OfficerWork, remittanceIds: readonly string[], step: ReceiptStep): Promise<void> {
  await work.db('receipts').where({ organisation_id: work.actor.organisationId, state: step.from })
    .whereIn('remittance_id', [...remittanceIds])
    .update({ state: step.to, version: work.db.raw('version + 1') })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('remittances as s').join('users as u', 'u.id', 's.remitted_by')
    .joinRaw(`CROSS JOIN LATERAL (SELECT count(*)::int AS count, (count(*) FILTER (WHERE r.state = 'cancelled'))::int AS cancelled,
      coalesce(sum(r.total) FILTER (WHERE r.state <> 'cancelled'), 0) AS total
      FROM receipts r WHERE r.organisation_id = s.organisation_id AND r.remittance_id = s.id) t`)
    .select(...headColumns('s'), 's.slip_date', 's.remitted_by', 't.count', 't.cancelled', 't.total',
      read.db.raw(`${person('u')} AS remitter`))
}

function receipts(read: OfficerRead): Knex.QueryBuilder {
  return read.db('receipts as r').join('users as u', 'u.id', 'r.recorded_by').orderBy([{ column: 'r.receipt_date' }, { column: 'r.id' }])
    .select('r.id', 'r.version', 'r.state', 'r.kind', 'r.fiscal_year', 'r.number', 'r.book', 'r.sheet', 'r.receipt_date', 'r.payer',
      'r.total',
      'r.recorded_by', 'r.is_miskeyed', 'r.remittance_id', read.db.raw(`${personName('u')} AS recorder`))
}

interface HeadRow extends StoredHeadRow<RemittanceState> {
  slip_date: string
  remitted_by: string
  count: number
  cancelled: number
  total: string
  remitter: Person
}

interface FullRow extends HeadRow {
  cash_bank_account_id: string | null
  remark: string
  return_reason: string | null
  remitted_at: string | null
  received_at: string | null
  summary_id: string | null
  summary_number: number | null
  summary_year: number | null
  receiver: Person | null
}

interface ReceiptRow {
  id: string
  version: number
  state: ReceiptState
  kind: ReceiptKind
  fiscal_year: number
  number: number | null
  book: string | null
  sheet: number | null
  receipt_date: string
  payer: string
  total: string
  recorded_by: string
  recorder: string
  is_miskeyed: boolean
  remittance_id: string | null
}

function headOf(row: HeadRow): RemittanceHead {
  return {
    ...storedHead(row), slipDate: calendarDate(row.slip_date), authorId: row.remitted_by, remitter: row.remitter, count: row.count,
    cancelled: row.cancelled, total: fromNumeric(row.total),
  }
}

function summaryOf(row: FullRow): Remittance['summary'] {
  if (row.summary_id === null || row.summary_year === null) return null
  return { id: row.summary_id, number: row.summary_number, fiscalYear: fiscalYear(row.summary_year) }
}

function receiptOf(row: ReceiptRow): SlipReceipt {
  return {
    id: row.id, version: row.version, state: row.state, paper: paperOf({ ...row, fiscalYear: fiscalYear(row.fiscal_year) }),
    receiptDate: calendarDate(row.receipt_date), payer: row.payer,
    total: fromNumeric(row.total), authorId: row.recorded_by, recorder: row.recorder, isMiskeyed: row.is_miskeyed,
    remittanceId: row.remittance_id,
  }
}
