// Runs of pay with their people and items, the claims made of them, and what a person was paid month by month.
import { type Knex } from 'knex'
import { headColumns, headRows, isTwin, narrow, newestFirst, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { fromNumeric, minus, toNumeric, type Money } from '../../platform/money.ts'
import { payRunText } from '../pay-run.text.ts'
import { type Figures, type NewRun, type Run, type RunFilter, type RunHead, type RunItem, type RunKind, type RunPerson, type RunState, type RunTotals } from './pay-run.ts'

export const runRows = headRows('pay_runs')

const place = (read: OfficerRead) => ({ alias: 'r', day: 'month', waits: read.db.raw(unclaimed) })

/** No claim of it on its way. */
const unclaimed = `NOT EXISTS (SELECT 1 FROM pay_run_claims w JOIN claims z ON z.organisation_id = w.organisation_id AND z.id = w.claim_id
  WHERE w.organisation_id = r.organisation_id AND w.run_id = r.id AND z.state <> 'cancelled')`

export async function findRuns(read: OfficerRead, filter: RunFilter, most?: number): Promise<FoundPage<RunHead>> {
  return onePage(narrowed(newestFirst(heads(read), place(read), filter), filter), headOf, most)
}

/** Of everything the filter finds; a cancelled run pays nothing. */
export async function totalRuns(read: OfficerRead, filter: RunFilter): Promise<RunTotals> {
  const row: { count: number; gross: string; deducted: string } | undefined = await narrowed(narrow(tables(read), place(read), filter), filter).select(read.db.raw(`count(*)::int AS count,
    coalesce(sum(t.gross) FILTER (WHERE r.state <> 'cancelled'), 0) AS gross, coalesce(sum(t.deducted) FILTER (WHERE r.state <> 'cancelled'), 0) AS deducted`)).first()
  const [gross, deducted] = [fromNumeric(row?.gross ?? '0'), fromNumeric(row?.deducted ?? '0')]
  return { count: row?.count ?? 0, gross, deducted, net: minus(gross, deducted) }
}

function narrowed(query: Knex.QueryBuilder, { kind }: RunFilter): Knex.QueryBuilder {
  return kind ? query.where('r.kind', kind) : query
}

export async function getRun(read: OfficerRead, organisationId: string, id: string): Promise<Run> {
  const row: FullRow | undefined = await heads(read).where({ 'r.organisation_id': organisationId, 'r.id': id }).join('organisations as o', 'o.id', 'r.organisation_id')
    .leftJoin('users as a', 'a.id', 'r.approved_by').select('o.name as organisation_name', 'r.remark', 'r.employer_line_id', 'r.return_reason', read.db.raw(`${person('a')} AS approver`)).first()
  if (!row) throw new NotFound('pay run')
  return {
    ...headOf(row), organisationName: row.organisation_name, remark: row.remark, employerLineId: row.employer_line_id, returnReason: row.return_reason, approver: row.approver,
    persons: await findPersons(read, organisationId, id),
  }
}

/** The run of the same kind before this month, if there was one. */
export async function findPersonsBefore(read: OfficerRead, { organisationId, kind, month }: Pick<Run, 'organisationId' | 'kind' | 'month'>): Promise<{ month: CalendarDate; persons: RunPerson[] } | undefined> {
  const row: { id: string; month: string } | undefined = await read.db('pay_runs').where({ organisation_id: organisationId, kind }).whereNot('state', 'cancelled')
    .where('month', '<', month).orderBy('month', 'desc').first('id', 'month')
  return row && { month: calendarDate(row.month), persons: await findPersons(read, organisationId, row.id) }
}

async function findPersons(read: OfficerRead, organisationId: string, id: string): Promise<RunPerson[]> {
  const key = { organisation_id: organisationId, run_id: id }
  const people: PersonRow[] = await read.db('pay_run_people').where(key).orderBy('line')
  const items: ItemRow[] = await read.db('pay_run_items').where(key).orderBy(['line', 'item'])
  const byLine = new Map<number, RunItem[]>()
  for (const item of items) byLine.set(item.line, [...byLine.get(item.line) ?? [], itemOf(item)])
  return people.map((row) => ({
    personId: row.person_id, payeeId: row.payee_id, name: row.name, taxId: row.tax_id, position: row.position, departmentId: row.department_id, bankCode: row.bank_code,
    accountNumber: row.account_number, accountName: row.account_name, employer: fromNumeric(row.employer), items: byLine.get(row.line) ?? [],
  }))
}

export async function insertRun(work: OfficerWork, run: NewRun & { readonly formKey: string }): Promise<string> {
  const [row] = await work.db('pay_runs').insert({
    organisation_id: work.actor.organisationId, state: 'draft', fiscal_year: fiscalYearOf(run.month), kind: run.kind, month: run.month, pay_date: run.payDate, remark: run.remark,
    employer_line_id: run.employerLineId, form_key: run.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id').catch((error: unknown) => { throw isTwin(error, 'pay_runs_month') ? new RuleBroken({ month: payRunText.errors.twin }) : error })
  return row.id
}

/** One statement a table, however many people there are. */
export async function replacePersons(work: OfficerWork, id: string, persons: readonly RunPerson[]): Promise<void> {
  const key = { organisation_id: work.actor.organisationId, run_id: id }
  for (const table of ['pay_run_items', 'pay_run_people']) await work.db(table).where(key).delete()
  const people = persons.map((each, index) => ({
    ...key, line: index + 1, person_id: each.personId, payee_id: each.payeeId, name: each.name, tax_id: each.taxId, position: each.position, department_id: each.departmentId,
    bank_code: each.bankCode, account_number: each.accountNumber, account_name: each.accountName, employer: toNumeric(each.employer),
  }))
  const items = persons.flatMap((each, line) => each.items.map((item, index) => ({
    ...key, line: line + 1, item: index + 1, side: item.side, code: item.code, title: item.title, budget_line_id: item.budgetLineId, account_code: item.accountCode, sub_key: item.subKey,
    creditor_id: item.creditorId, amount: toNumeric(item.amount),
  })))
  for (const [table, rows] of [['pay_run_people', people], ['pay_run_items', items]] as const) {
    if (rows.length > 0) await work.db.raw('INSERT INTO ?? SELECT (jsonb_populate_recordset(NULL::??, ?)).*', [table, table, JSON.stringify(rows)])
  }
}

export interface RunChange {
  readonly state: RunState
  readonly number?: number
  readonly isSubmitted?: boolean
  /** null: the approval was taken back. */
  readonly isApproved?: boolean | null
  readonly returnReason?: string | null
}

export async function moveRun(work: OfficerWork, run: Pick<RunHead, 'organisationId' | 'id' | 'version'>, change: RunChange): Promise<void> {
  await runRows.change(work, run, {
    state: change.state, ...(change.number !== undefined && { number: change.number }), ...(change.isSubmitted && { submitted_at: work.now }),
    ...(change.isApproved && { approved_by: work.actor.userId, approved_at: work.now }), ...(change.isApproved === null && { approved_by: null, approved_at: null }),
    ...(change.returnReason !== undefined && { return_reason: change.returnReason }),
  })
}

export interface RunClaim {
  readonly part: string
  readonly claimId: string
  readonly state: string
  /** Its cost is in the books, even if its money came back. */
  readonly wasPaid: boolean
}

/** Every claim that was ever made of the run. */
export async function findRunClaims(read: OfficerRead, organisationId: string, id: string): Promise<RunClaim[]> {
  const rows: { part: string; claim_id: string; state: string; reopened_by: string | null }[] = await read.db('pay_run_claims as m')
    .join('claims as c', (on) => on.on('c.organisation_id', 'm.organisation_id').andOn('c.id', 'm.claim_id')).where({ 'm.organisation_id': organisationId, 'm.run_id': id })
    .orderBy('m.claim_id').select('m.part', 'm.claim_id', 'c.state', 'c.reopened_by')
  return rows.map((row) => ({ part: row.part, claimId: row.claim_id, state: row.state, wasPaid: row.state === 'paid' || row.reopened_by !== null }))
}

export async function insertRunClaim(work: OfficerWork, { id, part, claimId }: { readonly id: string; readonly part: string; readonly claimId: string }): Promise<void> {
  await work.db('pay_run_claims').insert({ organisation_id: work.actor.organisationId, run_id: id, part, claim_id: claimId })
}

/** By payee: what the run keeps back from each for this account. */
export async function findKeptBack(read: OfficerRead, { organisationId, runId, accountCode }: { readonly organisationId: string; readonly runId: string; readonly accountCode: string }): Promise<ReadonlyMap<string, Money>> {
  const rows: { payee_id: string; amount: string }[] = await read.db('pay_run_items as i')
    .join('pay_run_people as y', (on) => on.on('y.organisation_id', 'i.organisation_id').andOn('y.run_id', 'i.run_id').andOn('y.line', 'i.line'))
    .where({ 'i.organisation_id': organisationId, 'i.run_id': runId, 'i.side': 'deduction', 'i.account_code': accountCode }).groupBy('y.payee_id').select('y.payee_id').sum({ amount: 'i.amount' })
  return new Map(rows.map((row) => [row.payee_id, fromNumeric(row.amount)]))
}

export interface PaidMonth extends Figures {
  readonly runId: string
  readonly kind: RunKind
  readonly month: CalendarDate
  readonly state: RunState
}

/** บัตรจ่ายเงินเดือน of one person of the register, the newest month first. */
export async function findPaidMonthsOf(read: OfficerRead, { id, payeeId }: { readonly id: string; readonly payeeId: string }): Promise<PaidMonth[]> {
  const { rows } = await read.db.raw<{ rows: { id: string; kind: RunKind; month: string; state: RunState; gross: string; deducted: string }[] }>(`
    SELECT r.id, r.kind, r.month, r.state, coalesce(sum(i.amount) FILTER (WHERE i.side = 'pay'), 0) AS gross, coalesce(sum(i.amount) FILTER (WHERE i.side = 'deduction'), 0) AS deducted
    FROM pay_run_people y JOIN pay_runs r ON r.organisation_id = y.organisation_id AND r.id = y.run_id
    JOIN pay_run_items i ON i.organisation_id = y.organisation_id AND i.run_id = y.run_id AND i.line = y.line
    WHERE y.organisation_id = ? AND y.payee_id = ? AND y.person_id = ? AND r.kind <> 'welfare' AND r.state <> 'cancelled' GROUP BY r.id, r.kind, r.month, r.state ORDER BY r.month DESC LIMIT 24`,
  [read.actor.organisationId, payeeId, id])
  return rows.map((row) => {
    const [gross, deducted] = [fromNumeric(row.gross), fromNumeric(row.deducted)]
    return { runId: row.id, kind: row.kind, month: calendarDate(row.month), state: row.state, gross, deducted, net: minus(gross, deducted) }
  })
}

/** Verified accounts of payees that may be used now, one of each. */
export async function findBanksOf(read: OfficerRead, payeeIds: readonly string[]): Promise<ReadonlyMap<string, { bankCode: string; accountNumber: string; accountName: string }>> {
  const rows: { payee_id: string; bank_code: string; account_number: string; account_name: string }[] = await read.db('payee_accounts').distinctOn('payee_id')
    .where({ organisation_id: read.actor.organisationId, state: 'verified' }).whereRaw('payee_id = ANY (?)', [[...payeeIds]]).where('usable_from', '<=', read.now)
    .orderBy(['payee_id', { column: 'id', order: 'desc' }]).select('payee_id', 'bank_code', 'account_number', 'account_name')
  return new Map(rows.map((row) => [row.payee_id, { bankCode: row.bank_code, accountNumber: row.account_number, accountName: row.account_name }]))
}

function tables(read: OfficerRead): Knex.QueryBuilder {
  return read.db('pay_runs as r').joinRaw(`CROSS JOIN LATERAL (SELECT coalesce(sum(i.amount) FILTER (WHERE i.side = 'pay'), 0) AS gross,
      coalesce(sum(i.amount) FILTER (WHERE i.side = 'deduction'), 0) AS deducted FROM pay_run_items i WHERE i.organisation_id = r.organisation_id AND i.run_id = r.id) t
    CROSS JOIN LATERAL (SELECT count(*)::int AS people, coalesce(sum(y.employer), 0) AS employer FROM pay_run_people y WHERE y.organisation_id = r.organisation_id AND y.run_id = r.id) n`)
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return tables(read).join('users as u', 'u.id', 'r.prepared_by').select(...headColumns('r'), 'r.kind', 'r.month', 'r.pay_date', 'r.prepared_by', 't.gross', 't.deducted', 'n.people', 'n.employer',
    read.db.raw(`${person('u')} AS author`))
}

function headOf(row: HeadRow): RunHead {
  const [gross, deducted] = [fromNumeric(row.gross), fromNumeric(row.deducted)]
  return {
    ...storedHead(row), kind: row.kind, month: calendarDate(row.month), payDate: calendarDate(row.pay_date), people: row.people, gross, deducted, net: minus(gross, deducted),
    employer: fromNumeric(row.employer), authorId: row.prepared_by, author: row.author,
  }
}

function itemOf(row: ItemRow): RunItem {
  return {
    side: row.side, code: row.code, title: row.title, budgetLineId: row.budget_line_id, accountCode: row.account_code, subKey: row.sub_key, creditorId: row.creditor_id,
    amount: fromNumeric(row.amount),
  }
}

interface HeadRow extends StoredHeadRow<RunState> {
  kind: RunKind
  month: string
  pay_date: string
  prepared_by: string
  gross: string
  deducted: string
  people: number
  employer: string
  author: Person
}

interface FullRow extends HeadRow {
  organisation_name: string
  remark: string
  employer_line_id: string | null
  return_reason: string | null
  approver: Person | null
}

interface PersonRow {
  line: number
  person_id: string
  payee_id: string
  name: string
  tax_id: string
  position: string
  department_id: string | null
  bank_code: string
  account_number: string
  account_name: string
  employer: string
}

interface ItemRow {
  line: number
  side: RunItem['side']
  code: string
  title: string
  budget_line_id: string | null
  account_code: string
  sub_key: string | null
  creditor_id: string | null
  amount: string
}
