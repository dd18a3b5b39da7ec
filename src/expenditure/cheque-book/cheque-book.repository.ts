import { type Knex } from 'knex'
import { headRows, newestFirst, onePage, type FoundPage } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { leavesOf, type BookCommand, type BookFilter, type BookState, type ChequeBook } from './cheque-book.ts'

export const bookRows = headRows('cheque_books')

export async function findBooks(read: OfficerRead, filter: BookFilter, most?: number): Promise<FoundPage<ChequeBook>> {
  const query = newestFirst(books(read), { alias: 'k', day: 'received_on' }, filter)
  if (filter.search !== '') query.whereRaw('(strpos(k.book, :search) > 0 OR :search BETWEEN k.first_number AND k.last_number)', { search: filter.search })
  return onePage(query, bookOf, most)
}

export async function getBook(read: OfficerRead, organisationId: string, id: string): Promise<ChequeBook> {
  const row: Row | undefined = await books(read).where({ 'k.organisation_id': organisationId, 'k.id': id }).first()
  if (!row) throw new NotFound('cheque book')
  return bookOf(row)
}

/** The own book in which the number stands, that of the account itself before any other. */
export async function findBookOf(read: OfficerRead, { bankAccountId, number }: { readonly bankAccountId: string; readonly number: string }): Promise<ChequeBook | undefined> {
  const row: Row | undefined = await books(read).where('k.organisation_id', read.actor.organisationId)
    .whereRaw('length(k.first_number) = length(:number) AND k.first_number <= :number AND k.last_number >= :number', { number })
    .orderByRaw('(k.bank_account_id = ?) DESC, k.id DESC', [bankAccountId]).first()
  return row && bookOf(row)
}

/** Whoever keys a book of this account waits here: leaves are compared one book at a time. */
export async function holdBooksOf(work: OfficerWork, bankAccountId: string): Promise<void> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`cheque books ${work.actor.organisationId} ${bankAccountId}`])
}

/** Another book of the account that holds some of these leaves. */
export async function findOverlapping(read: OfficerRead, { bankAccountId, firstNumber, lastNumber }: BookCommand): Promise<string | undefined> {
  const row = await read.db('cheque_books').where({ organisation_id: read.actor.organisationId, bank_account_id: bankAccountId })
    .whereRaw('length(first_number) = length(:firstNumber) AND first_number <= :lastNumber AND last_number >= :firstNumber', { firstNumber, lastNumber }).first('book')
  return row?.book
}

export async function insertBook(work: OfficerWork, command: BookCommand, formKey: string): Promise<string> {
  const [row] = await work.db('cheque_books').insert({
    organisation_id: work.actor.organisationId, state: 'in_use', bank_account_id: command.bankAccountId, book: command.book, first_number: command.firstNumber,
    last_number: command.lastNumber, received_on: command.receivedOn, remark: command.remark, form_key: formKey, made_by: work.actor.userId, made_at: work.now,
  }).returning('id')
  return row.id
}

export async function closeRow(work: OfficerWork, book: ChequeBook, reason: string): Promise<void> {
  await bookRows.change(work, book, { state: 'closed', close_reason: reason })
}

/** The first leaf of each account that nothing is written on, by account id; of books in use, the oldest first. */
export async function findNextLeaves(read: OfficerRead): Promise<ReadonlyMap<string, string>> {
  const { rows } = await read.db.raw<{ rows: { bank_account_id: string; number: string }[] }>(`
    SELECT DISTINCT ON (k.bank_account_id) k.bank_account_id, leaf.number
    FROM cheque_books k CROSS JOIN LATERAL (
      SELECT lpad(n::text, length(k.first_number), '0') AS number FROM generate_series(k.first_number::bigint, k.last_number::bigint) n
      WHERE NOT EXISTS (SELECT FROM cheques q WHERE q.organisation_id = k.organisation_id AND q.bank_account_id = k.bank_account_id AND q.number = lpad(n::text, length(k.first_number), '0'))
      ORDER BY n LIMIT 1) leaf
    WHERE k.organisation_id = ? AND k.state = 'in_use' ORDER BY k.bank_account_id, k.id`, [read.actor.organisationId])
  return new Map(rows.map((row) => [row.bank_account_id, row.number]))
}

function books(read: OfficerRead): Knex.QueryBuilder {
  return read.db('cheque_books as k').join('users as u', 'u.id', 'k.made_by')
    .join('bank_accounts as b', (on) => on.on('b.organisation_id', 'k.organisation_id').andOn('b.id', 'k.bank_account_id'))
    .joinRaw(`CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE q.state <> 'cancelled'))::int AS written, (count(*) FILTER (WHERE q.state = 'cancelled'))::int AS cancelled
      FROM cheques q WHERE q.organisation_id = k.organisation_id AND q.book_id = k.id) t`)
    .select('k.organisation_id', 'k.id', 'k.version', 'k.state', 'k.bank_account_id', 'k.book', 'k.first_number', 'k.last_number', 'k.received_on', 'k.remark', 'k.close_reason', 'k.made_by',
      't.written', 't.cancelled', read.db.raw(`b.bank_name || ' ' || b.account_number AS bank_name, ${person('u')} AS author`))
}

interface Row {
  organisation_id: string
  id: string
  version: number
  state: BookState
  bank_account_id: string
  bank_name: string
  book: string
  first_number: string
  last_number: string
  received_on: string
  remark: string
  close_reason: string
  made_by: string
  author: Person
  written: number
  cancelled: number
}

function bookOf(row: Row): ChequeBook {
  const range = { firstNumber: row.first_number, lastNumber: row.last_number }
  return {
    organisationId: row.organisation_id, id: row.id, version: row.version, state: row.state, bankAccountId: row.bank_account_id, bankName: row.bank_name, book: row.book, ...range,
    receivedOn: calendarDate(row.received_on), remark: row.remark, closeReason: row.close_reason, author: row.author, authorId: row.made_by, leaves: leavesOf(range),
    written: row.written, cancelled: row.cancelled,
  }
}
