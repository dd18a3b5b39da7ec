import { type Knex } from 'knex'
import { headRows, newestFirst, onePage, type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, type CalendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { type Cheque, type ChequeFilter, type ChequeLink, type ChequeState, type NewCheque } from './cheque.ts'

export const chequeRows = headRows('cheques')

/** `stale`: cheques dated before it are. */
export async function findCheques(read: OfficerRead, { state, ...filter }: ChequeFilter & { readonly stale: CalendarDate }, most?: number): Promise<FoundPage<Cheque>> {
  const query = newestFirst(cheques(read), { alias: 'q', day: 'cheque_date' }, { ...filter, state: state === 'stale' ? undefined : state })
  const open = ['written', 'signed', 'handed_over'] as const
  if (state === 'stale') query.whereIn('q.state', open).where('q.cheque_date', '<', filter.stale)
  if (open.some((each) => each === state)) query.where('q.cheque_date', '>=', filter.stale)
  if (filter.bookId !== undefined) query.where('q.book_id', filter.bookId)
  if (filter.search !== '') query.whereRaw('(q.number = :search OR strpos(q.payee_name, :search) > 0 OR strpos(q.handed_to, :search) > 0)', { search: filter.search })
  return onePage(query, chequeOf, most)
}

export async function getCheque(read: OfficerRead, organisationId: string, id: string): Promise<Cheque> {
  const row: Row | undefined = await cheques(read).where({ 'q.organisation_id': organisationId, 'q.id': id }).first()
  if (!row) throw new NotFound('cheque')
  return chequeOf(row)
}

export interface Outstanding {
  readonly count: number
  readonly amount: Money
}

/** Written and not collected at the end of the day (รายงานสถานะการเงินประจำวัน). */
export async function countOutstanding(read: OfficerRead, { organisationId, day }: { readonly organisationId: string; readonly day: CalendarDate }): Promise<Outstanding> {
  const row: { count: number; amount: string } = await read.db('cheques').where('organisation_id', organisationId).where('cheque_date', '<=', day)
    .whereRaw('(handed_over_on IS NULL OR handed_over_on > :day) AND (cancelled_on IS NULL OR cancelled_on > :day) AND (state <> :cancelled OR cancelled_on > :day)', { day, cancelled: 'cancelled' })
    .first(read.db.raw('count(*)::int AS count, coalesce(sum(amount), 0) AS amount'))
  return { count: row.count, amount: fromNumeric(row.amount) }
}

/** Undefined when the number stands on another cheque of the account already (INV-18). */
export async function insertCheque(work: OfficerWork, cheque: NewCheque & { readonly bookId: string }): Promise<string | undefined> {
  return inserted(work, {
    bank_account_id: cheque.bankAccountId, book_id: cheque.bookId, number: cheque.number, state: 'written', cheque_date: cheque.chequeDate, payee_name: cheque.payeeName,
    amount: toNumeric(cheque.amount), replaces_id: cheque.replacesId ?? null, is_crossed: cheque.isCrossed ?? true,
    is_bearer_struck: cheque.isBearerStruck ?? true,
  })
}

/** Cancelled before anything was written on it; undefined as above. */
export async function insertSpoiled(work: OfficerWork, leaf: { readonly bankAccountId: string; readonly bookId: string; readonly number: string; readonly reason: string }): Promise<string | undefined> {
  return inserted(work, {
    bank_account_id: leaf.bankAccountId, book_id: leaf.bookId, number: leaf.number, state: 'cancelled', cancel_reason: leaf.reason, cancelled_on: work.today,
  })
}

async function inserted(work: OfficerWork, columns: object): Promise<string | undefined> {
  const [row] = await work.db('cheques').insert({ organisation_id: work.actor.organisationId, ...columns }).onConflict(['organisation_id', 'bank_account_id', 'number']).ignore().returning('id')
  return row?.id
}

export interface ChequeChange {
  readonly state?: ChequeState
  readonly signedOn?: CalendarDate
  readonly handedTo?: string
  readonly receiverId?: string
  readonly isCrossed?: boolean
  readonly isBearerStruck?: boolean
  readonly handedOverOn?: CalendarDate
  readonly clearedOn?: CalendarDate | null
  /** Null: it was cancelled by mistake. */
  readonly cancelReason?: string | null
}

export async function changeCheque(work: OfficerWork, id: string, { state, signedOn, handedTo, receiverId, isCrossed, isBearerStruck, handedOverOn, clearedOn, cancelReason }: ChequeChange): Promise<void> {
  await work.db('cheques').where({ organisation_id: work.actor.organisationId, id }).update({
    version: work.db.raw('version + 1'), ...(state !== undefined && { state }), ...(signedOn !== undefined && { signed_on: signedOn }), ...(handedTo !== undefined && { handed_to: handedTo }),
    ...(receiverId !== undefined && { receiver_id: receiverId }), ...(isCrossed !== undefined && { is_crossed: isCrossed }), ...(isBearerStruck !== undefined && { is_bearer_struck: isBearerStruck }),
    ...(handedOverOn !== undefined && { handed_over_on: handedOverOn }), ...(clearedOn !== undefined && { cleared_on: clearedOn }),
    ...(cancelReason !== undefined && { cancel_reason: cancelReason ?? '', cancelled_on: cancelReason === null ? null : work.today }),
  })
}

/** What was to be paid by one cheque is to be paid by the other. */
export async function moveChequeRefs(work: OfficerWork, from: string, to: string): Promise<void> {
  await work.db('payments').where({ organisation_id: work.actor.organisationId, cheque_id: from, state: 'recorded' }).update({ cheque_id: to })
  await work.db('cheque_report_rows').where({ organisation_id: work.actor.organisationId, cheque_id: from, is_live: true })
    .update({ cheque_id: to, document_number: work.db('cheques').where({ organisation_id: work.actor.organisationId, id: to }).select('number') })
}

function cheques(read: OfficerRead): Knex.QueryBuilder {
  return read.db('cheques as q').join('bank_accounts as b', (on) => on.on('b.organisation_id', 'q.organisation_id').andOn('b.id', 'q.bank_account_id'))
    .leftJoin('cheque_books as k', (on) => on.on('k.organisation_id', 'q.organisation_id').andOn('k.id', 'q.book_id'))
    .leftJoin('cheques as o', (on) => on.on('o.organisation_id', 'q.organisation_id').andOn('o.id', 'q.replaces_id'))
    .joinRaw(`LEFT JOIN LATERAL (SELECT m.id, m.voucher_id FROM payments m WHERE m.organisation_id = q.organisation_id AND m.cheque_id = q.id ORDER BY m.id DESC LIMIT 1) m ON true
      LEFT JOIN LATERAL (SELECT n.id, n.number FROM cheques n WHERE n.organisation_id = q.organisation_id AND n.replaces_id = q.id ORDER BY n.id LIMIT 1) n ON true`)
    .select('q.organisation_id', 'q.id', 'q.version', 'q.state', 'q.bank_account_id', 'q.book_id', 'q.number', 'q.cheque_date', 'q.payee_name', 'q.amount', 'q.signed_on', 'q.handed_to',
      'q.is_crossed', 'q.is_bearer_struck', 'q.receiver_id', 'q.handed_over_on', 'q.cleared_on', 'q.cancelled_on', 'q.cancel_reason', 'k.book', 'o.id as old_id', 'o.number as old_number', 'n.id as new_id', 'n.number as new_number',
      'm.id as payment_id', 'm.voucher_id', read.db.raw(`b.bank_name || ' ' || b.account_number AS bank_name`))
}

interface Row {
  organisation_id: string
  id: string
  version: number
  state: ChequeState
  bank_account_id: string
  bank_name: string
  book_id: string | null
  book: string | null
  number: string
  cheque_date: string | null
  payee_name: string
  amount: string | null
  signed_on: string | null
  handed_to: string
  is_crossed: boolean
  is_bearer_struck: boolean
  receiver_id: string
  handed_over_on: string | null
  cleared_on: string | null
  cancelled_on: string | null
  cancel_reason: string
  old_id: string | null
  old_number: string | null
  new_id: string | null
  new_number: string | null
  payment_id: string | null
  voucher_id: string | null
}

function chequeOf(row: Row): Cheque {
  return {
    organisationId: row.organisation_id, id: row.id, version: row.version, state: row.state, bankAccountId: row.bank_account_id, bankName: row.bank_name, bookId: row.book_id,
    book: row.book ?? '', number: row.number, chequeDate: dayOf(row.cheque_date), payeeName: row.payee_name, amount: row.amount === null ? null : fromNumeric(row.amount),
    signedOn: dayOf(row.signed_on), handedTo: row.handed_to, isCrossed: row.is_crossed, isBearerStruck: row.is_bearer_struck, receiverId: row.receiver_id,
    handedOverOn: dayOf(row.handed_over_on), clearedOn: dayOf(row.cleared_on), cancelledOn: dayOf(row.cancelled_on),
    cancelReason: row.cancel_reason, replaces: linkOf(row.old_id, row.old_number), replacedBy: linkOf(row.new_id, row.new_number), paymentId: row.payment_id, voucherId: row.voucher_id,
    authorId: '',
  }
}

function dayOf(day: string | null): CalendarDate | null {
  return day === null ? null : calendarDate(day)
}

function linkOf(id: string | null, number: string | null): ChequeLink | null {
  return id === null || number === null ? null : { id, number }
}
