// Loan contracts and their estimates. What is still owed is read from the ledger's register beside each row.
import { type Knex } from 'knex'
import { headColumns, headRows, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, sum, toNumeric } from '../../platform/money.ts'
import { loanKeyKind, type Loan, type LoanCommand, type LoanFilter, type LoanHead, type LoanKind, type LoanLine, type LoanSourceOfMoney, type LoanState, type LoanTotals } from './loan.ts'

export const loanRows = headRows('loans')

export async function getLoan(read: OfficerRead, organisationId: string, id: string): Promise<Loan> {
  const row: FullRow | undefined = await heads(read).where({ 'l.organisation_id': organisationId, 'l.id': id }).join('organisations as o', 'o.id', 'l.organisation_id')
    .leftJoin('users as a', 'a.id', 'l.approved_by').select('o.name as organisation_name', 'l.department_id', 'l.borrower_position', 'l.return_date', 'l.consents',
      'l.approval_reference', 'l.return_reason', 'p.is_staff', read.db.raw(`${person('a')} AS approver`)).first()
  if (!row) throw new NotFound('loan')
  const lines: LineRow[] = await read.db('loan_lines').where({ organisation_id: organisationId, loan_id: id }).orderBy('line')
  return {
    ...headOf(row), organisationName: row.organisation_name, departmentId: row.department_id, position: row.borrower_position, isStaff: row.is_staff, consents: row.consents,
    returnDate: dayOf(row.return_date), approvalReference: row.approval_reference, returnReason: row.return_reason, approver: row.approver,
    lines: lines.map((line) => ({ budgetLineId: line.budget_line_id, description: line.description, amount: fromNumeric(line.amount) })),
  }
}

/** The newest first, page by page. */
export async function findLoans(read: OfficerRead, filter: LoanFilter, most?: number): Promise<FoundPage<LoanHead>> {
  const query = narrowed(read, heads(read), filter).orderBy('l.id', 'desc')
  if (filter.after) query.where('l.id', '<', filter.after)
  return onePage(query, headOf, most)
}

export async function totalLoans(read: OfficerRead, filter: LoanFilter): Promise<LoanTotals> {
  const row: { count: number; amount: string; balance: string } | undefined = await narrowed(read, tables(read), filter)
    .select(read.db.raw(`count(*)::int AS count, coalesce(sum(l.amount), 0) AS amount, coalesce(sum(${balance}), 0) AS balance`)).first()
  return { count: row?.count ?? 0, amount: fromNumeric(row?.amount ?? '0'), balance: fromNumeric(row?.balance ?? '0') }
}

const balance = '(CASE l.state WHEN \'paid\' THEN coalesce(b.balance, 0) ELSE 0 END)'

const vouched = "(SELECT coalesce(sum(g.settled), 0) FROM clearings g WHERE g.organisation_id = l.organisation_id AND g.loan_id = l.id AND g.state = 'posted')"

function narrowed(read: OfficerRead, query: Knex.QueryBuilder, filter: LoanFilter): Knex.QueryBuilder {
  query.where('l.organisation_id', filter.organisationId)
  if (filter.from) query.where('l.loan_date', '>=', filter.from)
  if (filter.until) query.where('l.loan_date', '<', filter.until)
  if (filter.by) query.whereRaw(`l.prepared_by ${filter.by === 'me' ? '=' : '<>'} ?`, [read.actor.userId])
  if (filter.source) query.where('l.source', filter.source)
  if (filter.standing) narrowByStanding(query, filter.standing, read)
  if (filter.search) narrowBySearch(query, filter.search)
  return query
}

const isClaimed = "EXISTS (SELECT 1 FROM claims c WHERE c.organisation_id = l.organisation_id AND c.origin_kind = 'loan' AND c.origin_id = l.id AND c.state <> 'cancelled')"

/** The same words as `standingOf`, and what waits. */
function narrowByStanding(query: Knex.QueryBuilder, standing: NonNullable<LoanFilter['standing']>, { today, actor }: OfficerRead): void {
  switch (standing) {
    case 'cleared': query.where('l.state', 'paid').whereRaw(`${balance} = 0`); break
    case 'overdue': query.where('l.state', 'paid').whereRaw(`${balance} <> 0 AND l.due_on < ?`, [today]); break
    case 'partly': query.where('l.state', 'paid').whereRaw(`${balance} <> 0 AND (l.due_on >= ? OR l.due_on IS NULL) AND ${balance} < l.amount`, [today]); break
    case 'outstanding': query.where('l.state', 'paid').whereRaw(`(l.due_on >= ? OR l.due_on IS NULL) AND ${balance} >= l.amount`, [today]); break
    case 'owing': query.where('l.state', 'paid').whereRaw(`${balance} <> 0`); break
    case 'unclaimed': query.where('l.state', 'approved').whereRaw(`NOT ${isClaimed}`); break
    case 'clearing': query.whereRaw(`EXISTS (SELECT 1 FROM clearings c WHERE c.organisation_id = l.organisation_id AND c.loan_id = l.id AND c.state = 'submitted' AND c.prepared_by <> ?)`, [actor.userId]); break
    default: query.where('l.state', standing)
  }
}

function narrowBySearch(query: Knex.QueryBuilder, search: string): void {
  const [, number] = /^(?:LON-)?0*([0-9]{1,9})(?:\/[0-9]{2})?$/i.exec(search) ?? []
  query.where((any) => {
    any.whereRaw('strpos(p.name, ?) > 0', [search]).orWhereRaw('strpos(l.purpose, ?) > 0', [search])
    if (number !== undefined) any.orWhere('l.number', Number(number))
  })
}

/** Other contracts of the borrower that stand between the request and the last baht (E_LOAN_OUTSTANDING), the oldest first. */
export async function findOpenLoans(read: OfficerRead, { payeeId, id }: Pick<LoanHead, 'payeeId' | 'id'>): Promise<LoanHead[]> {
  const rows: HeadRow[] = await heads(read).where({ 'l.organisation_id': read.actor.organisationId, 'l.payee_id': payeeId }).whereNot('l.id', id)
    .where((any) => any.whereIn('l.state', ['submitted', 'approved']).orWhere((paid) => paid.where('l.state', 'paid').whereRaw(`${balance} <> 0`))).orderBy('l.id')
  return rows.map(headOf)
}

/** Two contracts of one borrower wait for each other. */
export async function holdBorrower(work: OfficerWork, payeeId: string): Promise<{ readonly isActive: boolean }> {
  const row: { is_active: boolean } | undefined = await work.db('payees').where({ organisation_id: work.actor.organisationId, id: payeeId }).forUpdate().first('is_active')
  if (!row) throw new NotFound('payee')
  return { isActive: row.is_active }
}

export async function insertLoan(work: OfficerWork, loan: LoanCommand & { readonly formKey: string }): Promise<string> {
  const [row] = await work.db('loans').insert({
    organisation_id: work.actor.organisationId, state: 'draft', ...columnsOf(loan), form_key: loan.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  await insertLines(work, row.id, loan.lines)
  return row.id
}

export async function updateLoan(work: OfficerWork, loan: LoanHead, changed: LoanCommand): Promise<void> {
  await loanRows.change(work, loan, columnsOf(changed))
  await work.db('loan_lines').where({ organisation_id: work.actor.organisationId, loan_id: loan.id }).delete()
  await insertLines(work, loan.id, changed.lines)
}

function columnsOf(loan: LoanCommand): object {
  return {
    fiscal_year: fiscalYearOf(loan.loanDate), loan_date: loan.loanDate, kind: loan.kind, source: loan.source, department_id: loan.departmentId, payee_id: loan.payeeId,
    borrower_position: loan.position, purpose: loan.purpose, return_date: loan.returnDate, amount: toNumeric(sum(loan.lines.map(({ amount }) => amount))),
    consents: loan.consents, approval_reference: loan.approvalReference,
  }
}

async function insertLines(work: OfficerWork, id: string, lines: readonly LoanLine[]): Promise<void> {
  await work.db('loan_lines').insert(lines.map((line, index) => ({
    organisation_id: work.actor.organisationId, loan_id: id, line: index + 1, budget_line_id: line.budgetLineId, description: line.description, amount: toNumeric(line.amount),
  })))
}

export interface LoanChange {
  readonly state: LoanState
  readonly number?: number
  readonly submitted?: boolean
  readonly isApproved?: boolean
  readonly returnReason?: string | null
  /** Null: the payment was taken back. */
  readonly paid?: { readonly on: CalendarDate; readonly dueOn: CalendarDate | null } | null
}

export async function moveLoan(work: OfficerWork, loan: Pick<LoanHead, 'organisationId' | 'id' | 'version'>, change: LoanChange): Promise<void> {
  await loanRows.change(work, loan, {
    state: change.state, ...(change.number !== undefined && { number: change.number }),
    ...(change.submitted !== undefined && { submitted_at: change.submitted ? work.now : null }),
    ...(change.isApproved && { approved_by: work.actor.userId, approved_at: work.now }),
    ...(change.returnReason !== undefined && { return_reason: change.returnReason }),
    ...(change.paid !== undefined && { paid_on: change.paid?.on ?? null, due_on: change.paid?.dueOn ?? null }),
  })
}

function tables(read: OfficerRead): Knex.QueryBuilder {
  return read.db('loans as l').join('payees as p', (on) => on.on('p.organisation_id', 'l.organisation_id').andOn('p.id', 'l.payee_id'))
    .joinRaw(`LEFT JOIN LATERAL (SELECT sum(s.debit - s.credit) AS balance FROM sub_ledger_balances s
      WHERE s.organisation_id = l.organisation_id AND s.sub_kind = ? AND s.sub_key = 'LON' || l.id) b ON true`, [loanKeyKind])
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return tables(read).join('users as u', 'u.id', 'l.prepared_by')
    .leftJoin('departments as d', (on) => on.on('d.organisation_id', 'l.organisation_id').andOn('d.id', 'l.department_id'))
    .select(...headColumns('l'), 'l.loan_date', 'l.kind', 'l.source', 'l.payee_id', 'p.name as payee_name', 'l.purpose', 'l.amount', 'l.paid_on', 'l.due_on', 'l.prepared_by',
      'd.name as department_name', read.db.raw(`${balance} AS balance, ${vouched} AS vouched, ${person('u')} AS author`))
}

function headOf(row: HeadRow): LoanHead {
  return {
    ...storedHead(row), loanDate: calendarDate(row.loan_date), kind: row.kind, source: row.source, payeeId: row.payee_id, payeeName: row.payee_name, purpose: row.purpose,
    amount: fromNumeric(row.amount), balance: fromNumeric(row.balance), vouched: fromNumeric(row.vouched), paidOn: dayOf(row.paid_on), dueOn: dayOf(row.due_on), departmentName: row.department_name,
    authorId: row.prepared_by, author: row.author,
  }
}

function dayOf(text: string | null): CalendarDate | null {
  return text === null ? null : calendarDate(text)
}

interface HeadRow extends StoredHeadRow<LoanState> {
  loan_date: string
  kind: LoanKind
  source: LoanSourceOfMoney
  payee_id: string
  payee_name: string
  purpose: string
  amount: string
  balance: string
  vouched: string
  paid_on: string | null
  due_on: string | null
  prepared_by: string
  department_name: string | null
  author: Person
}

interface FullRow extends HeadRow {
  organisation_name: string
  department_id: string | null
  borrower_position: string
  return_date: string | null
  consents: boolean
  approval_reference: string
  return_reason: string | null
  is_staff: boolean
  approver: Person | null
}

interface LineRow {
  budget_line_id: string | null
  description: string
  amount: string
}
