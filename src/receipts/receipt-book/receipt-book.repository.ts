import { type Knex } from 'knex'
import { headColumns, headRows, onePage, orTryAgain, rowsPerPage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { personName } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, type FiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { countSheets, sheetsOf, type Book, type BookFilter, type BookState, type HandedOut, type Holder, type IssueForm, type NewBooks, type PossibleHolder, type SheetCount } from './receipt-book.ts'

export const bookRows = headRows('receipt_books')

/** Numbers by their size. */
const onShelf = (book: string) => `lpad(${book}, 20, '0') COLLATE "C"`

/** In the order of the shelf: by number, then by name. */
export async function findBooks(read: OfficerRead, filter: BookFilter, most = rowsPerPage): Promise<FoundPage<Book>> {
  const query = narrowed(books(read), filter).orderByRaw(`${onShelf('b.book')}, b.id`)
  if (filter.after) query.whereRaw(`(${onShelf('b.book')}, b.id) > (${onShelf('?')}, ?)`, [filter.after.book, filter.after.id])
  return onePage(query, bookOf, most)
}

/** Of everything the filter finds. */
export async function countBooks(read: OfficerRead, filter: BookFilter): Promise<{ books: number } & SheetCount> {
  const row = await read.db.from(narrowed(books(read), filter).as('b')).first(read.db.raw(`count(*)::int AS books, coalesce(sum(last_sheet - first_sheet + 1), 0)::int AS sheets,
    coalesce(sum(used), 0)::int AS used, coalesce(sum(cancelled), 0)::int AS cancelled, coalesce(sum(highest - first_sheet + 1), 0)::int AS reached`))
  const { books: count, sheets, used, cancelled, reached } = row
  return { books: count, used, cancelled, missing: reached - used - cancelled, unused: sheets - reached }
}

function narrowed(query: Knex.QueryBuilder, { organisationId, fiscalYear, state, search }: BookFilter): Knex.QueryBuilder {
  query.where({ 'b.organisation_id': organisationId, 'b.fiscal_year': fiscalYear })
  if (state) query.where('b.state', state)
  else query.whereNot('b.state', 'removed')
  return search === '' ? query : query.where((any) => any.where('b.book', search).orWhereRaw("strpos(concat_ws(' ', b.holder_name, b.received_from), ?) > 0", [search]))
}

export async function getBook(read: OfficerRead, organisationId: string, id: string): Promise<Book> {
  const row: Row | undefined = await books(read).where({ 'b.organisation_id': organisationId, 'b.id': id }).first()
  if (!row) throw new NotFound('receipt book')
  return bookOf(row)
}

/** The own books of this name, of whatever year, the latest first. */
export async function findBooksNamed(read: OfficerRead, name: string): Promise<Book[]> {
  const rows: Row[] = await books(read).where({ 'b.organisation_id': read.actor.organisationId, 'b.book': name }).whereNot('b.state', 'removed').orderBy('b.fiscal_year', 'desc')
  return rows.map(bookOf)
}

export async function hasBooks(read: OfficerRead): Promise<boolean> {
  return await read.db('receipt_books').where('organisation_id', read.actor.organisationId).whereNot('state', 'removed').first('id') !== undefined
}

/** Books of years that are over and still hold unused sheets that nobody has cancelled (scenario 57). */
export async function countLeftOver(read: OfficerRead, current: FiscalYear): Promise<{ books: number; year: number | null }> {
  const row = await read.db('receipt_books').where('organisation_id', read.actor.organisationId).where('fiscal_year', '<', current).whereNotIn('state', ['closed', 'removed'])
    .first(read.db.raw('count(*)::int AS books, max(fiscal_year)::int AS year'))
  return { books: row.books, year: row.year }
}

/** The form's key stands with the first of them. */
export async function insertBooks(work: OfficerWork, command: NewBooks): Promise<string[]> {
  const { fiscalYear, receivedOn, receivedFrom, remark, formKey } = command
  const rows = await work.db('receipt_books').insert(sheetsOf(command).map(({ book, first, last }, index) => ({
    organisation_id: work.actor.organisationId, state: 'stock', fiscal_year: fiscalYear, book, first_sheet: first, last_sheet: last, received_on: receivedOn,
    received_from: receivedFrom, remark, form_key: index === 0 ? formKey : null, made_by: work.actor.userId, made_at: work.now,
  }))).returning('id').catch(orTryAgain('receipt_books_book'))
  return rows.map((row) => row.id)
}

export async function saveHolder(work: OfficerWork, book: Book & { next: BookState }, { holder, issuedOn }: IssueForm): Promise<void> {
  await bookRows.change(work, book, {
    state: book.next, holder_user_id: holder.userId, holder_unit_id: holder.unitId, holder_name: holder.name, issued_on: issuedOn, returned_on: null,
  })
}

/** Who had it until it came back is kept before it goes to another. */
export async function keepHolder(work: OfficerWork, { organisationId, id, before, holder, issuedOn, returnedOn }: Book): Promise<void> {
  if (!holder || !issuedOn || !returnedOn) return
  await work.db('receipt_book_holders').insert({
    organisation_id: organisationId, book_id: id, line: before.length + 1, holder_user_id: holder.userId, holder_unit_id: holder.unitId, holder_name: holder.name,
    issued_on: issuedOn, returned_on: returnedOn,
  })
}

export async function moveBook(work: OfficerWork, book: Book & { next: BookState }, more: object = {}): Promise<void> {
  await bookRows.change(work, book, { state: book.next, ...more })
}

/** Officers of the office who key receipts. */
export async function findKeepers(read: OfficerRead): Promise<PossibleHolder[]> {
  const { rows } = await read.db.raw<{ rows: PossibleHolder[] }>(`
    SELECT DISTINCT u.id, ${personName('u')} AS name FROM users u
    JOIN group_members m ON m.user_id = u.id JOIN group_permissions p ON p.group_code = m.group_code AND p.menu_code = 'revenue.receipt' AND p.action = 'create'
    WHERE u.organisation_id = :own AND u.status = 'active' AND m.valid_from <= :today AND (m.valid_until IS NULL OR m.valid_until > :today)
    ORDER BY name`, { own: read.actor.organisationId, today: read.today })
  return rows
}

/** Sheets used up to now are asked of the receipts of whoever holds the book. */
function books(read: OfficerRead): Knex.QueryBuilder {
  return read.db('receipt_books as b').leftJoin('users as c', 'c.id', 'b.closed_by').joinRaw(`CROSS JOIN LATERAL (
      SELECT (count(*) FILTER (WHERE r.state <> 'cancelled'))::int AS used, (count(*) FILTER (WHERE r.state = 'cancelled'))::int AS cancelled, max(r.sheet) AS highest
      FROM receipts r WHERE r.organisation_id = coalesce(b.holder_unit_id, b.organisation_id) AND r.fiscal_year = b.fiscal_year AND r.book = b.book
        AND r.sheet >= b.first_sheet AND r.sheet <= b.last_sheet AND NOT r.is_miskeyed) k`)
    .select(...headColumns('b'), 'b.book', 'b.first_sheet', 'b.last_sheet', 'b.received_on', 'b.received_from', 'b.remark', 'b.made_by', 'b.holder_user_id', 'b.holder_unit_id',
      'b.holder_name', 'b.issued_on', 'b.returned_on', 'b.closed_at', 'b.close_reason', 'k.used', 'k.cancelled', 'k.highest', read.db.raw(`${personName('c')} AS closer, ${heldBefore} AS before`))
}

const heldBefore = `(SELECT coalesce(json_agg(json_build_object('issuedOn', h.issued_on::text, 'returnedOn', h.returned_on::text,
    'holder', json_build_object('name', h.holder_name, 'userId', h.holder_user_id::text, 'unitId', h.holder_unit_id::text)) ORDER BY h.line), '[]')
  FROM receipt_book_holders h WHERE h.organisation_id = b.organisation_id AND h.book_id = b.id)`

interface Row extends StoredHeadRow<BookState> {
  book: string
  first_sheet: number
  last_sheet: number
  received_on: string
  received_from: string
  remark: string
  made_by: string
  holder_user_id: string | null
  holder_unit_id: string | null
  holder_name: string | null
  issued_on: string | null
  returned_on: string | null
  closed_at: string | null
  close_reason: string | null
  closer: string | null
  used: number
  cancelled: number
  highest: number | null
  before: readonly { readonly holder: Holder; readonly issuedOn: string; readonly returnedOn: string }[]
}

function bookOf(row: Row): Book {
  const day = (text: string | null) => (text === null ? null : calendarDate(text))
  const range = { first: row.first_sheet, last: row.last_sheet }
  return {
    ...storedHead(row), ...range, authorId: row.made_by, book: row.book, receivedOn: calendarDate(row.received_on), receivedFrom: row.received_from, remark: row.remark,
    holder: row.holder_name === null ? null : { name: row.holder_name, userId: row.holder_user_id, unitId: row.holder_unit_id },
    issuedOn: day(row.issued_on), returnedOn: day(row.returned_on),
    before: row.before.map(({ holder, issuedOn, returnedOn }): HandedOut => ({ holder, issuedOn: calendarDate(issuedOn), returnedOn: calendarDate(returnedOn) })), sheets: countSheets(range, row),
    closed: row.closed_at === null ? null : { by: row.closer ?? '', at: row.closed_at, reason: row.close_reason ?? '' },
  }
}
