// Journals and their lines. Row-level security narrows to the actor's scope; every query also names its organisation.
import { type Knex } from 'knex'
import { headRows, narrow, newestFirst, onePage, storedHead, totalOf, type FoundPage, type ListTotals, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { type JournalLine } from '../journal-lines/journal-lines.ts'
import { type Side } from '../side.ts'
import {
  type Journal, type JournalBook, type JournalCommand, type JournalFilter, type JournalHead, type JournalState, type JournalType, type PeriodStates, type ShownLine,
} from './journal.ts'

export const journalRows = headRows('journals')

export async function findJournals(read: OfficerRead, filter: JournalFilter, most?: number): Promise<FoundPage<JournalHead>> {
  return onePage(newestFirst(asked(read, filter), place, filter), headOf, most)
}

export function totalJournals(read: OfficerRead, filter: JournalFilter): Promise<ListTotals> {
  return totalOf(read, narrow(asked(read, filter), place, filter), { amounts: ['total'], undone: ['reversed', 'cancelled'] })
}

const place = { alias: 'j', day: 'document_date' } as const

function asked(read: OfficerRead, { types, search }: JournalFilter): Knex.QueryBuilder {
  const query = heads(read).whereIn('j.type', [...types])
  if (search) narrowBySearch(query, search)
  return query
}

/** 'JV-00012/70' and '12' are numbers, anything else part of the description or the reference. */
function narrowBySearch(query: Knex.QueryBuilder, search: string): void {
  const [, type, number, year] = /^(?:([A-Z]{2})-)?0*([0-9]{1,9})(?:\/([0-9]{2}))?$/i.exec(search) ?? []
  if (number === undefined) { query.whereRaw('(strpos(j.description, ?) > 0 OR strpos(j.reference, ?) > 0)', [search, search]); return }
  query.where('v.number', Number(number))
  if (type) query.where('v.type', type.toUpperCase())
  if (year) query.whereRaw('v.fiscal_year % 100 = ?', [Number(year)])
}

export interface AskedJournal {
  readonly organisationId: string
  readonly id: string
  readonly book: JournalBook
}

/** Of this book: a general journal is not found among the adjustments. */
export async function getJournal(read: OfficerRead, { organisationId, id, book }: AskedJournal): Promise<Journal> {
  const row: FullRow | undefined = await heads(read).where({ 'j.organisation_id': organisationId, 'j.id': id }).whereIn('j.type', [...book.types])
    .join('organisations as o', 'o.id', 'j.organisation_id').join('voucher_types as t', 't.code', 'j.type').leftJoin('users as a', 'a.id', 'j.approved_by')
    .select('o.name as organisation_name', 't.name as type_name', 'j.return_reason', 'j.day_reason', 'j.approved_by', 'j.submitted_at', 'j.voucher_id', read.db.raw(`${person('a')} AS approver`)).first()
  if (!row) throw new NotFound('journal')
  return {
    ...headOf(row), organisationName: row.organisation_name, typeName: row.type_name, approver: row.approver, approverId: row.approved_by, returnReason: row.return_reason, dayReason: row.day_reason,
    submittedAt: row.submitted_at, voucherId: row.voucher_id, lines: await findLines(read, organisationId, id),
  }
}

async function findLines(read: OfficerRead, organisationId: string, id: string): Promise<ShownLine[]> {
  const rows: LineRow[] = await read.db('journal_lines as l').where({ 'l.organisation_id': organisationId, 'l.journal_id': id }).orderBy('l.line')
    .join('accounts as a', 'a.code', 'l.account_code').leftJoin('organisations as o', 'o.id', 'l.counterparty_id')
    .select('l.account_code', 'l.side', 'l.amount', 'l.sub_key', 'l.counterparty_id', 'l.memo', 'a.name as account_name', 'a.sub_ledger', 'o.name as counterparty_name')
  const names = await findKeyNames(read, organisationId, rows)
  return rows.map((row) => ({
    accountCode: row.account_code, side: row.side, amount: fromNumeric(row.amount), subKey: row.sub_key, counterpartyId: row.counterparty_id, memo: row.memo,
    accountName: row.account_name, subKind: row.sub_ledger, subName: names.get(`${row.sub_ledger} ${row.sub_key}`) ?? null, counterpartyName: row.counterparty_name,
  }))
}

/** Asked apart: joined to ten thousand lines of an opening the planner looks each of them up anew. */
async function findKeyNames(read: OfficerRead, organisationId: string, lines: readonly LineRow[]): Promise<ReadonlyMap<string, string>> {
  const keys = [...new Set(lines.flatMap((line) => line.sub_key ?? []))]
  if (keys.length === 0) return new Map()
  const rows: { kind: string; key: string; name: string }[] = await read.db('sub_ledger_keys').where({ organisation_id: organisationId })
    .whereRaw('key IN (SELECT unnest(?::text[]))', [keys]).select('kind', 'key', 'name')
  return new Map(rows.map(({ kind, key, name }) => [`${kind} ${key}`, name]))
}

export interface JournalToInsert extends JournalCommand {
  readonly lines: readonly JournalLine[]
  /** Null for what a file brought. */
  readonly formKey: string | null
}

export async function insertJournal(work: OfficerWork, journal: JournalToInsert): Promise<string> {
  const [row] = await work.db('journals').insert({
    organisation_id: work.actor.organisationId, state: 'draft', ...columnsOf(journal), form_key: journal.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  await insertLines(work, row.id, journal.lines)
  return row.id
}

export async function updateJournal(work: OfficerWork, journal: JournalHead, changed: Omit<JournalToInsert, 'formKey'>): Promise<void> {
  await journalRows.change(work, journal, columnsOf(changed))
  await work.db('journal_lines').where({ organisation_id: work.actor.organisationId, journal_id: journal.id }).delete()
  await insertLines(work, journal.id, changed.lines)
}

function columnsOf({ type, documentDate, description, reference, dayReason = '' }: JournalCommand): object {
  return { type, fiscal_year: fiscalYearOf(documentDate), document_date: documentDate, description, reference, day_reason: dayReason }
}

/** One statement, however long the book. */
async function insertLines(work: OfficerWork, journalId: string, lines: readonly JournalLine[]): Promise<void> {
  const rows = lines.map((line, index) => ({
    line: index + 1, account_code: line.accountCode, side: line.side, amount: toNumeric(line.amount), sub_key: line.subKey, counterparty_id: line.counterpartyId, memo: line.memo,
  }))
  await work.db.raw(`
    INSERT INTO journal_lines (organisation_id, journal_id, line, account_code, side, amount, sub_key, counterparty_id, memo)
      SELECT ?, ?, l.line, l.account_code, l.side, l.amount, l.sub_key, l.counterparty_id, l.memo
      FROM jsonb_to_recordset(?::jsonb) AS l (line smallint, account_code text, side text, amount numeric(18,2), sub_key text, counterparty_id bigint, memo text)`,
  [work.actor.organisationId, journalId, JSON.stringify(rows)])
}

export interface JournalChange {
  readonly state: JournalState
  readonly submitted?: boolean
  readonly returnReason?: string | null
  readonly posted?: { readonly voucherId: string }
}

export async function moveJournal(work: OfficerWork, journal: JournalHead, change: JournalChange): Promise<void> {
  await journalRows.change(work, journal, {
    state: change.state, ...(change.submitted !== undefined && { submitted_at: change.submitted ? work.now : null }),
    ...(change.returnReason !== undefined && { return_reason: change.returnReason }),
    ...(change.posted && { voucher_id: change.posted.voucherId, approved_by: work.actor.userId }),
  })
}

export async function findPeriodStates(read: OfficerRead, fiscalYear: FiscalYear): Promise<PeriodStates> {
  const rows: { period: number; state: string; closed_modules: string[] }[] = await read.db('fiscal_periods')
    .where({ organisation_id: read.actor.organisationId, fiscal_year: fiscalYear }).select('period', 'state', 'closed_modules')
  return new Map(rows.map(({ period, state, closed_modules: shut }) => [period, shut.includes('general') ? 'closed' : state]))
}

/** The voucher that stands for the receipts of the day, where one of these accounts is money, revenue or a deposit (§4.1). */
export async function findSummedDay(
  read: OfficerRead, { documentDate, lines }: { readonly documentDate: CalendarDate; readonly lines: readonly Pick<JournalLine, 'accountCode'>[] },
): Promise<{ readonly type: string; readonly number: number; readonly fiscalYear: FiscalYear } | undefined> {
  const { rows: [row] } = await read.db.raw<{ rows: { type: string; number: number; fiscal_year: number }[] }>(`
    SELECT v.type, v.number, v.fiscal_year FROM vouchers v
    WHERE v.organisation_id = :organisation AND v.document_date = :day AND v.source_kind = 'remittance-summary' AND v.reverses_id IS NULL
      AND NOT EXISTS (SELECT FROM vouchers r WHERE r.organisation_id = v.organisation_id AND r.reverses_id = v.id)
      AND EXISTS (SELECT FROM accounts a WHERE a.code = ANY(:codes) AND (a.account_group = 'revenue' OR a.sub_ledger IN ('cashbox', 'bank_account', 'deposit')))
    ORDER BY v.id LIMIT 1`, { organisation: read.actor.organisationId, day: documentDate, codes: [...new Set(lines.map(({ accountCode }) => accountCode))] })
  return row && { type: row.type, number: row.number, fiscalYear: fiscalYear(row.fiscal_year) }
}

/** Whether the opening of its year was declared complete. */
export async function isConfirmed(read: OfficerRead, { organisationId, fiscalYear }: Pick<JournalHead, 'organisationId' | 'fiscalYear'>): Promise<boolean> {
  const row = await read.db('fiscal_years').where({ organisation_id: organisationId, fiscal_year: fiscalYear }).first('opening_confirmed_by')
  return (row?.opening_confirmed_by ?? null) !== null
}

/** Live openings of the year: draft, waiting or posted. Reversed ones count the event. */
export async function findOpenings(read: OfficerRead, fiscalYear: FiscalYear): Promise<{ id: string; state: JournalState }[]> {
  return read.db('journals').where({ organisation_id: read.actor.organisationId, fiscal_year: fiscalYear, type: 'OB' }).whereNot('state', 'cancelled')
    .orderBy('id').select('id', 'state')
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('journals as j').join('users as u', 'u.id', 'j.prepared_by')
    .leftJoin('vouchers as v', (on) => on.on('v.organisation_id', 'j.organisation_id').andOn('v.id', 'j.voucher_id'))
    .joinRaw(`CROSS JOIN LATERAL (SELECT count(*)::int AS count, coalesce(sum(l.amount) FILTER (WHERE l.side = 'D'), 0) AS total
      FROM journal_lines l WHERE l.organisation_id = j.organisation_id AND l.journal_id = j.id) s`)
    .select('j.organisation_id', 'j.id', 'j.version', 'j.state', 'j.fiscal_year', 'v.number', 'j.type', 'j.document_date', 'j.description', 'j.reference', 'j.prepared_by',
      's.count', 's.total', read.db.raw(`${person('u')} AS author`))
}

interface HeadRow extends StoredHeadRow<JournalState> {
  type: JournalType
  document_date: string
  description: string
  reference: string
  prepared_by: string
  count: number
  total: string
  author: Person
}

interface FullRow extends HeadRow {
  organisation_name: string
  type_name: string
  approver: Person | null
  approved_by: string | null
  return_reason: string | null
  day_reason: string
  submitted_at: string | null
  voucher_id: string | null
}

interface LineRow {
  account_code: string
  side: Side
  amount: string
  sub_key: string | null
  counterparty_id: string | null
  memo: string
  account_name: string
  sub_ledger: string | null
  counterparty_name: string | null
}

function headOf(row: HeadRow): JournalHead {
  return {
    ...storedHead(row), type: row.type, documentDate: calendarDate(row.document_date), description: row.description, reference: row.reference, authorId: row.prepared_by,
    author: row.author, lineCount: row.count, total: fromNumeric(row.total),
  }
}
