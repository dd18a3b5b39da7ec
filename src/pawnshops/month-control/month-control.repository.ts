import { type Knex } from 'knex'
import { headRows, storedHead, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { type Books, type ControlState, type Counted, type MonthControl } from './month-control.ts'

export const controlRowsOf = headRows('pawn_month_controls')

/** Of a year, the latest month first; those thrown away last. */
export async function findControls(read: OfficerRead, year: FiscalYear): Promise<MonthControl[]> {
  return (await controls(read).where({ 'c.organisation_id': read.actor.organisationId, 'c.fiscal_year': year }).orderBy([{ column: 'c.document_date', order: 'desc' }, { column: 'c.id', order: 'desc' }])).map(controlOf)
}

export async function getControl(read: OfficerRead, organisationId: string, id: string): Promise<MonthControl> {
  const row: Row | undefined = await controls(read).where({ 'c.organisation_id': organisationId, 'c.id': id }).first()
  if (!row) throw new NotFound('monthly control of a pawnshop')
  return controlOf(row)
}

/** The one of the month that was not thrown away. */
export async function findControlOf(read: OfficerRead, day: CalendarDate): Promise<MonthControl | undefined> {
  const row: Row | undefined = await controls(read).where({ 'c.organisation_id': read.actor.organisationId, 'c.document_date': day }).whereNot('c.state', 'cancelled').first()
  return row && controlOf(row)
}

export async function insertControl(work: OfficerWork, control: Counted & { readonly month: CalendarDate; readonly formKey: string }): Promise<string> {
  const [row] = await work.db('pawn_month_controls').insert({
    organisation_id: work.actor.organisationId, state: 'draft', fiscal_year: fiscalYearOf(control.month), document_date: control.month, ...columnsOf(control), form_key: control.formKey,
    prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  return row.id
}

export function updateControl(work: OfficerWork, control: MonthControl, counted: Counted): Promise<void> {
  return controlRowsOf.change(work, control, columnsOf(counted))
}

export interface ControlChange {
  readonly state: ControlState
  readonly returnReason?: string | null
  /** As it is signed; otherwise whatever was signed is so no more. */
  readonly books?: Books
}

export function moveControl(work: OfficerWork, control: MonthControl, { state, returnReason, books }: ControlChange): Promise<void> {
  return controlRowsOf.change(work, control, {
    state, ...(returnReason !== undefined && { return_reason: returnReason }), approved_by: books ? work.actor.userId : null, approved_at: books ? work.now : null,
    book_cash: books ? toNumeric(books.cash) : null, book_debtors: books ? toNumeric(books.debtors) : null, book_stock: books ? toNumeric(books.stock) : null,
  })
}

/** Per cent a month, in hundredths. */
export async function findBand(read: OfficerRead, on: CalendarDate): Promise<{ low: bigint; high: bigint }> {
  const row: { low: number; high: number } | undefined = await read.db('pawn_rules').where('valid_from', '<=', on).orderBy('valid_from', 'desc')
    .first(read.db.raw('(interest_low_percent * 100)::int AS low, (interest_high_percent * 100)::int AS high'))
  if (!row) throw new Error(`no rule for pawnshops on ${on}`)
  return { low: BigInt(row.low), high: BigInt(row.high) }
}

function columnsOf({ counted, openTickets, openCount, forfeited, reason }: Counted): object {
  return { counted: toNumeric(counted), open_tickets: toNumeric(openTickets), open_count: openCount, forfeited: toNumeric(forfeited), reason }
}

function controls(read: OfficerRead): Knex.QueryBuilder {
  return read.db('pawn_month_controls as c').join('users as u', 'u.id', 'c.prepared_by').join('organisations as o', 'o.id', 'c.organisation_id').leftJoin('users as a', 'a.id', 'c.approved_by')
    .select('c.*', 'o.name as organisation_name', read.db.raw(`NULL::int AS number, ${person('u')} AS author, ${person('a')} AS signer`))
}

interface Row extends StoredHeadRow<ControlState> {
  organisation_name: string
  document_date: string
  prepared_by: string
  counted: string
  open_tickets: string
  open_count: number
  forfeited: string
  reason: string
  return_reason: string | null
  approved_at: string | null
  book_cash: string | null
  book_debtors: string | null
  book_stock: string | null
  author: Person
  signer: Person | null
}

function controlOf(row: Row): MonthControl {
  const { book_cash: cash, book_debtors: debtors, book_stock: stock } = row
  return {
    ...storedHead(row), organisationName: row.organisation_name, documentDate: calendarDate(row.document_date), authorId: row.prepared_by, author: row.author, counted: fromNumeric(row.counted),
    openTickets: fromNumeric(row.open_tickets), openCount: row.open_count, forfeited: fromNumeric(row.forfeited), reason: row.reason, returnReason: row.return_reason,
    signer: row.signer, signedAt: row.approved_at, signedBooks: cash === null || debtors === null || stock === null ? null : { cash: fromNumeric(cash), debtors: fromNumeric(debtors), stock: fromNumeric(stock) },
  }
}
