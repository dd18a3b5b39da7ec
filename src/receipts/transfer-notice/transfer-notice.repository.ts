// Transfers the department tells of. Row-level security shows each to the department, to the LAO it is for and to that LAO's province.
import { type Knex } from 'knex'
import { onePage, rowsPerPage, type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, calendarDate, fiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { appliesTo } from '../income-item/income-item.ts'
import { listedCategories, type NewNotice, type NoticeFilter, type NoticeTotals, type Receivers, type Taker, type TransferNotice, type WaitingNotice } from './transfer-notice.ts'

/** The newest first, page by page. */
export function findNotices(read: OfficerRead, filter: NoticeFilter, most = rowsPerPage): Promise<FoundPage<TransferNotice>> {
  const query = narrowed(read, filter).select(columns).orderBy('n.id', 'desc')
  if (filter.after) query.where('n.id', '<', filter.after)
  return onePage(query, noticeOf, most)
}

/** Of everything the filter finds; what was withdrawn is told of, and counts nothing. */
export async function totalNotices(read: OfficerRead, filter: NoticeFilter): Promise<NoticeTotals> {
  const row = await narrowed(read, filter).first(read.db.raw('count(*)::int AS count, coalesce(sum(n.amount) FILTER (WHERE n.withdrawn_at IS NULL), 0) AS amount'))
  return { count: row.count, amount: fromNumeric(row.amount) }
}

/** Waiting at the own office, the oldest first. */
export async function findWaitingHere(read: OfficerRead, most: number): Promise<WaitingNotice[]> {
  const recorded = free(read).join('receipt_lines as l', (on) => on.on('l.organisation_id', 'r.organisation_id').andOn('l.receipt_id', 'r.id'))
    .whereRaw('l.income_code = n.revenue_code AND l.amount = n.amount').select(read.db.raw('1'))
  const rows: (Row & { is_recorded: boolean })[] = await notices(read).where('n.receiver_id', read.actor.organisationId).whereRaw(isWaiting).select(columns)
    .select(read.db.raw('EXISTS (?) AS is_recorded', [recorded])).orderBy(['n.transferred_on', 'n.id']).limit(most)
  return rows.map((row) => ({ ...noticeOf(row), isRecorded: row.is_recorded }))
}

export async function countWaiting(read: OfficerRead, { longerThan }: { readonly longerThan?: number } = {}): Promise<NoticeTotals> {
  const query = noticesSeen(read).whereRaw(isWaiting)
  if (longerThan !== undefined) query.where('n.transferred_on', '<', addDays(read.today, -longerThan))
  const row = await query.first(read.db.raw('count(*)::int AS count, coalesce(sum(n.amount), 0) AS amount'))
  return { count: row.count, amount: fromNumeric(row.amount) }
}

export async function getNotice(read: OfficerRead, id: string): Promise<TransferNotice> {
  const row: Row | undefined = await notices(read).where('n.id', id).select(columns).first()
  if (!row) throw new NotFound('transfer notice')
  return noticeOf(row)
}

/** The file's LAOs, each with the codes it may be told of. */
export async function findReceivers(read: OfficerRead, codes: readonly string[]): Promise<Receivers> {
  const laos = await read.db('organisations').whereIn('code', [...codes]).where({ kind: 'LAO', is_open: true }).select('id', 'code', 'lao_kind')
  const revenues = await read.db('revenue_codes').whereIn('category_code', [...listedCategories]).where('is_active', true).select('code', 'applies_to')
  return new Map(laos.map((lao) => {
    const fits: readonly string[] = appliesTo(lao.lao_kind)
    return [lao.code, { id: lao.id, codes: new Set(revenues.filter((row) => fits.includes(row.applies_to)).map((row) => row.code)) }]
  }))
}

/** All of them, except those that are there already; how many were written. One value for all rows: a whole list holds more than a statement takes of them. */
export async function insertNotices(work: OfficerWork, rows: readonly NewNotice[]): Promise<number> {
  const { rowCount } = await work.db.raw<{ rowCount: number }>(`
    INSERT INTO transfer_notices (organisation_id, receiver_id, fiscal_year, round, revenue_code, amount, transferred_on, letter_number, listed_by, listed_at)
    SELECT :own::bigint, r.receiver, r.year, r.round, r.code, r.amount, r.day, r.letter, :by::bigint, :now::timestamptz
    FROM jsonb_to_recordset(:rows::jsonb) r (receiver bigint, year smallint, letter text, code text, day date, round text, amount numeric)
    ON CONFLICT (organisation_id, receiver_id, fiscal_year, letter_number, revenue_code, transferred_on, round) WHERE withdrawn_at IS NULL DO NOTHING`, {
    own: work.actor.organisationId, by: work.actor.userId, now: work.now, rows: JSON.stringify(rows.map((row) => ({ ...keyOf(row), amount: toNumeric(row.amount) }))),
  })
  return rowCount
}

/** Of these, the places of those that stand already. */
export async function findTwins(read: OfficerRead, rows: readonly NewNotice[]): Promise<ReadonlySet<number>> {
  const { rows: found } = await read.db.raw<{ rows: { place: number }[] }>(`
    SELECT r.place FROM jsonb_to_recordset(:rows::jsonb) r (place integer, receiver bigint, year smallint, letter text, code text, day date, round text)
    JOIN transfer_notices n ON n.receiver_id = r.receiver AND n.fiscal_year = r.year AND n.letter_number = r.letter AND n.revenue_code = r.code AND n.transferred_on = r.day
      AND n.round = r.round AND n.withdrawn_at IS NULL WHERE n.organisation_id = :own`, {
    own: read.actor.organisationId,
    rows: JSON.stringify(rows.map((row, place) => ({ place, ...keyOf(row) }))),
  })
  return new Set(found.map(({ place }) => place))
}

const keyOf = (row: NewNotice) => ({ receiver: row.receiverId, year: row.fiscalYear, letter: row.letterNumber, code: row.revenueCode, day: row.transferredOn, round: row.round })

/** Withdrawing and taking in are of two offices, neither of which may change the other's row: they wait for each other here, until commit. */
export async function lockNotice(work: OfficerWork, id: string): Promise<void> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`transfer notice ${id}`])
}

/** Of the own office and standing, with this money under this code, and named for no other transfer; the latest first. */
export async function findTakers(read: OfficerRead, { revenueCode, amount }: Pick<NewNotice, 'revenueCode' | 'amount'>): Promise<Taker[]> {
  const rows: TakerRow[] = await free(read).whereExists(read.db('receipt_lines as l').whereRaw('l.organisation_id = r.organisation_id AND l.receipt_id = r.id')
    .where({ 'l.income_code': revenueCode, 'l.amount': toNumeric(amount) }).select(read.db.raw('1')))
    .orderBy([{ column: 'r.receipt_date', order: 'desc' }, { column: 'r.id', order: 'desc' }]).limit(rowsPerPage).select('r.id', 'r.kind', 'r.number', 'r.fiscal_year', 'r.receipt_date', 'r.payer')
  return rows.map((row) => ({
    receipt: { id: row.id, kind: row.kind, number: row.number, fiscalYear: fiscalYear(row.fiscal_year) }, receiptDate: calendarDate(row.receipt_date), payer: row.payer,
  }))
}

/** Not once it was cancelled or named for another: the receipt's row is held. */
export async function markTaken(work: OfficerWork, receiptId: string, { giverId, id }: Pick<TransferNotice, 'giverId' | 'id'>): Promise<boolean> {
  return await free(work).where('r.id', receiptId).update({ notice_giver_id: giverId, notice_id: id }) === 1
}

function free(read: OfficerRead): Knex.QueryBuilder {
  return read.db('receipts as r').where('r.organisation_id', read.actor.organisationId).whereNotIn('r.state', ['cancelling', 'cancelled']).whereNull('r.notice_id')
}

/** Not once it was withdrawn: the row itself is held. */
export async function markWithdrawn(work: OfficerWork, id: string, reason: string): Promise<boolean> {
  const changed = await work.db('transfer_notices').where({ organisation_id: work.actor.organisationId, id }).whereNull('withdrawn_at')
    .update({ withdrawn_by: work.actor.userId, withdrawn_at: work.now, withdraw_reason: reason })
  return changed === 1
}

const isWaiting = 'n.withdrawn_at IS NULL AND r.id IS NULL'
const columns = [
  'n.organisation_id', 'n.id', 'n.receiver_id', 'n.fiscal_year', 'n.round', 'n.revenue_code', 'n.amount', 'n.transferred_on', 'n.letter_number', 'n.withdrawn_at', 'o.name as receiver_name',
  'o.code as receiver_code', 'c.name as income_name', 'r.id as receipt_id', 'r.kind as receipt_kind', 'r.number as receipt_number', 'r.fiscal_year as receipt_year',
]

function notices(read: OfficerRead): Knex.QueryBuilder {
  return read.db('transfer_notices as n').join('organisations as o', 'o.id', 'n.receiver_id').join('revenue_codes as c', 'c.code', 'n.revenue_code')
    .joinRaw(`LEFT JOIN receipts r ON r.organisation_id = n.receiver_id AND r.notice_giver_id = n.organisation_id AND r.notice_id = n.id AND r.state <> 'cancelled'`)
}

/** Those the own office listed, or those for the LAOs it sees: said here, so that an index finds them before row-level security judges each. */
function noticesSeen(read: OfficerRead): Knex.QueryBuilder {
  const { organisationId, scope, provinceCode } = read.actor
  if (scope === 'nation') return notices(read).where('n.organisation_id', organisationId)
  if (scope === 'province') return notices(read).whereIn('n.receiver_id', read.db('organisations').where({ kind: 'LAO', province_code: provinceCode }).select('id'))
  return notices(read).where('n.receiver_id', organisationId)
}

function narrowed(read: OfficerRead, { fiscalYear: year, state, search, waited }: NoticeFilter): Knex.QueryBuilder {
  const query = noticesSeen(read)
  if (year !== undefined) query.where('n.fiscal_year', year)
  if (state === 'withdrawn') query.whereNotNull('n.withdrawn_at')
  if (state === 'taken') query.whereNotNull('r.id')
  if (state === 'waiting' || waited !== undefined) query.whereRaw(isWaiting)
  if (waited !== undefined) query.where('n.transferred_on', '<', addDays(read.today, -waited))
  if (search !== '') query.whereRaw('(strpos(o.name, :search) > 0 OR o.code = :search OR strpos(c.name, :search) > 0 OR c.code = :search OR strpos(n.letter_number, :search) > 0)', { search })
  return query
}

interface TakerRow {
  id: string
  kind: 'issued' | 'handwritten' | 'evidence'
  number: number | null
  fiscal_year: number
  receipt_date: string
  payer: string
}

interface Row {
  organisation_id: string
  id: string
  receiver_id: string
  fiscal_year: number
  round: string
  revenue_code: string
  amount: string
  transferred_on: string
  letter_number: string
  withdrawn_at: string | null
  receiver_name: string
  receiver_code: string
  income_name: string
  receipt_id: string | null
  receipt_kind: 'issued' | 'handwritten' | 'evidence'
  receipt_number: number | null
  receipt_year: number
}

function noticeOf(row: Row): TransferNotice {
  return {
    giverId: row.organisation_id, id: row.id, receiverId: row.receiver_id, receiverName: row.receiver_name, receiverCode: row.receiver_code, fiscalYear: fiscalYear(row.fiscal_year),
    round: row.round, revenueCode: row.revenue_code, incomeName: row.income_name, amount: fromNumeric(row.amount), transferredOn: calendarDate(row.transferred_on),
    letterNumber: row.letter_number, state: row.receipt_id !== null ? 'taken' : row.withdrawn_at === null ? 'waiting' : 'withdrawn',
    receipt: row.receipt_id === null ? null : { id: row.receipt_id, kind: row.receipt_kind, number: row.receipt_number, fiscalYear: fiscalYear(row.receipt_year) },
  }
}
