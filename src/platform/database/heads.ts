// The head row of a document: kept by organisation and id, with a state and a version that every change raises. For repositories.
import { type Knex } from 'knex'
import { fiscalYear, type CalendarDate, type FiscalYear } from '../dates.ts'
import { fromNumeric, type Money } from '../money.ts'
import { type OfficerRead, type OfficerWork } from './work.ts'

export interface HeadKey {
  readonly organisationId: string
  readonly id: string
  readonly version: number
}

export interface StoredHead<S extends string> extends HeadKey {
  readonly state: S
  readonly fiscalYear: FiscalYear
  /** Null until the document has taken its number. */
  readonly number: number | null
}

export interface StoredHeadRow<S extends string> {
  organisation_id: string
  id: string
  version: number
  state: S
  fiscal_year: number
  number: number | null
}

export function headColumns(alias: string): string[] {
  return ['organisation_id', 'id', 'version', 'state', 'fiscal_year', 'number'].map((column) => `${alias}.${column}`)
}

export function storedHead<S extends string>(row: StoredHeadRow<S>): StoredHead<S> {
  return {
    organisationId: row.organisation_id, id: row.id, version: row.version, state: row.state, fiscalYear: fiscalYear(row.fiscal_year),
    number: row.number,
  }
}

export interface HeadRows {
  /** Waits for whoever is changing the document and holds it until commit: every step begins here. */
  lock(work: OfficerWork, id: string): Promise<void>
  /** State and whatever else changes with it; the version goes up by one. */
  change(work: OfficerWork, head: HeadKey, columns: object): Promise<void>
  /** What this form has made already. The same form sent twice at one moment waits here for the first of the two to end. */
  findMade(work: OfficerWork, formKey: string): Promise<string | undefined>
}

export function headRows(table: string): HeadRows {
  return {
    async lock(work, id) {
      await work.db(table).where({ organisation_id: work.actor.organisationId, id }).forUpdate().select('id')
    },
    async change(work, { organisationId, id, version }, columns) {
      await work.db(table).where({ organisation_id: organisationId, id }).update({ ...columns, version: version + 1 })
    },
    async findMade(work, formKey) {
      await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [formKey])
      const row = await work.db(table).where({ organisation_id: work.actor.organisationId, form_key: formKey }).first('id')
      return row?.id
    },
  }
}

/** The alias of the head's table in the query, its column for the day of the document, and the one for who made it. */
export interface HeadPlace {
  readonly alias: string
  readonly day: string
  readonly maker?: string
  /** True of those that still wait for what follows them, in the words of the query. */
  readonly waits?: Knex.Raw
}

/** Whose documents, of which days (half-open), in which state. */
export interface Narrowing {
  readonly organisationId: string
  readonly from?: CalendarDate | undefined
  readonly until?: CalendarDate | undefined
  readonly state?: string | undefined
  readonly by?: Maker | undefined
  readonly isWaiting?: boolean | undefined
}

/** Made by who is looking, or by anybody else. */
export const makers = ['me', 'others'] as const
export type Maker = (typeof makers)[number]

export function narrow(query: Knex.QueryBuilder, { alias, day, maker = 'prepared_by', waits }: HeadPlace, wanted: Narrowing): Knex.QueryBuilder {
  query.where(`${alias}.organisation_id`, wanted.organisationId)
  if (wanted.from) query.where(`${alias}.${day}`, '>=', wanted.from)
  if (wanted.until) query.where(`${alias}.${day}`, '<', wanted.until)
  if (wanted.state) query.where(`${alias}.state`, wanted.state)
  if (wanted.by) query.whereRaw(`?? ${wanted.by === 'me' ? '=' : '<>'} (SELECT laas_user_id())`, [`${alias}.${maker}`])
  if (wanted.isWaiting && waits) query.where(waits)
  return query
}

/** Narrowed, newest first, going on after the last one of the page before. */
export function newestFirst(query: Knex.QueryBuilder, place: HeadPlace, wanted: Narrowing & { after?: string | undefined }): Knex.QueryBuilder {
  narrow(query, place, wanted).orderBy(`${place.alias}.id`, 'desc')
  return wanted.after ? query.where(`${place.alias}.id`, '<', wanted.after) : query
}

export const rowsPerPage = 50

export interface FoundPage<T> {
  readonly items: T[]
  readonly hasMore: boolean
}

/** One more than a page tells that there are more. */
export async function onePage<R, T>(query: Knex.QueryBuilder, of: (row: R) => T, most = rowsPerPage): Promise<FoundPage<T>> {
  const rows: R[] = await query.limit(most + 1)
  return { items: rows.slice(0, most).map(of), hasMore: rows.length > most }
}

/** Of everything a list's filter finds, not only of its page. */
export interface ListTotals {
  readonly count: number
  /** Of these, cancelled or reversed: they are told of, and add nothing. */
  readonly undone: number
  readonly sums: readonly Money[]
}

export interface AskedTotals {
  /** Columns of the query. */
  readonly amounts: readonly string[]
  /** States whose documents add nothing. */
  readonly undone?: readonly string[]
}

/** One query; `query` is narrowed and neither ordered nor limited. */
export async function totalOf(read: OfficerRead, query: Knex.QueryBuilder, { amounts, undone = [] }: AskedTotals): Promise<ListTotals> {
  const isUndone = undone.length === 0 ? 'false' : 't.state = ANY (CAST(:undone AS text[]))'
  const sums = amounts.map((_, index) => `coalesce(sum(t.:amount${index}:) FILTER (WHERE NOT ${isUndone}), 0) AS sum${index}`)
  const names = Object.fromEntries(amounts.map((name, index) => [`amount${index}`, name]))
  const row: Record<string, string> & { count: number; undone: number } = await read.db.from(query.as('t'))
    .first(read.db.raw([`count(*)::int AS count, (count(*) FILTER (WHERE ${isUndone}))::int AS undone`, ...sums].join(', '), { ...names, undone: [...undone] }))
  return { count: row.count, undone: row.undone, sums: amounts.map((_, index) => fromNumeric(row[`sum${index}`] ?? '0')) }
}

/** Whether the database refused a second row of the same key. */
export function isTwin(error: unknown, constraint?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return false
  return constraint === undefined || ('constraint' in error && error.constraint === constraint)
}

/** The same thing made twice at one moment: the later one begins again (`Database.work` sees to it), and then finds the first. */
export function orTryAgain(constraint?: string): (error: unknown) => never {
  return (error) => {
    throw isTwin(error, constraint) ? Object.assign(new Error('made by another call', { cause: error }), { code: '40001' }) : error
  }
}

export interface WaitingHeads {
  readonly state: string
  /** What further tells them apart: the type of a journal, the year of a budget document. */
  readonly group: string
  readonly isMine: boolean
  readonly count: number
  /** As stored. */
  readonly amount: string
}

export interface AskedWaiting {
  readonly states: readonly string[]
  /** The column of the document's sum; none: nothing to add up. */
  readonly amount?: string
}

/** How many documents of the own office stand in these states, one's own apart from those of others: for the home page. */
export async function countHeads(read: OfficerRead, table: string, { states, amount }: AskedWaiting): Promise<WaitingHeads[]> {
  const rows = await read.db(table).where({ organisation_id: read.actor.organisationId }).whereIn('state', [...states]).groupBy('state', 'is_mine')
    .select('state', read.db.raw('prepared_by = ? AS is_mine, count(*)::int AS count', [read.actor.userId]))
    .select(amount === undefined ? read.db.raw("'0' AS amount") : read.db.raw('coalesce(sum(??), 0)::text AS amount', [amount]))
  return rows.map((row) => ({ state: row.state, group: '', isMine: row.is_mine, count: row.count, amount: row.amount }))
}
