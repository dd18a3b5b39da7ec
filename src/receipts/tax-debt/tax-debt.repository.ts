import { type Knex } from 'knex'
import { headRows, onePage, type FoundPage } from '../../platform/database/heads.ts'
import { person, personName, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, minus, plus, sum, toNumeric, zero, type Money } from '../../platform/money.ts'
import { type Sign, type TaxCode, type TaxFigures } from '../tax-rule/tax-rule.ts'
import { bands, type DebtCommand, type DebtState, type DebtSums, type ShownState, type TaxDebt, type TaxKind } from './tax-debt.ts'

export const debtRows = headRows('tax_debts')

export async function findTaxKinds(read: OfficerRead): Promise<TaxKind[]> {
  const rows: KindRow[] = await read.db('tax_kinds as k').join('revenue_codes as r', 'r.code', 'k.revenue_code').join('receipt_kinds as c', 'c.account_code', 'k.debtor_account').orderBy('c.code')
    .select(kindColumns)
  return rows.map(kindOf)
}

/** Figures of the law in force on a day. */
export async function findFigures(read: OfficerRead, day: CalendarDate): Promise<TaxFigures> {
  const rows = await read.db('tax_settings').where('valid_from', '<=', day).orderBy('valid_from').select('tax_kind', 'name', 'value')
  return new Map(rows.map((row) => [`${row.tax_kind}/${row.name}`, row.value]))
}

export interface DebtFilter {
  readonly organisationId: string
  readonly taxKind?: string | undefined
  readonly taxYear?: number | undefined
  readonly text?: string | undefined
  /** As the registers stood on the evening of this day. */
  readonly until?: CalendarDate | undefined
  /** Of one taxpayer, by key or by the number of the person. */
  readonly key?: string | undefined
  readonly personNumber?: string | undefined
  /** Only those of these ids. */
  readonly ids?: readonly string[] | undefined
}

/** unpaid: open or late, on the day. */
export interface DebtListFilter extends DebtFilter {
  readonly state: ShownState | 'unpaid' | 'all'
  readonly day: CalendarDate
}

/** A page of the register by the key of its rows; one more than `most` tells that there are more. */
export async function findDebtPage(read: OfficerRead, filter: DebtListFilter, { after, most }: { after?: string | undefined; most: number }): Promise<FoundPage<TaxDebt>> {
  const query = inState(read, filter).orderBy('q.id')
  return onePage(after === undefined ? query : query.where('q.id', '>', after), debtOf, most)
}

/** Over all pages, balances by days past due (R18). */
export async function sumDebts(read: OfficerRead, filter: DebtListFilter): Promise<DebtSums> {
  const rows: SumRow[] = await inState(read, filter).clearSelect().groupByRaw('1').select(read.db.raw(`
    (SELECT count(*) FROM unnest(?::int[]) AS most (days) WHERE ?::date - q.due_date > most.days)::int AS band, count(*)::int AS debts, sum(q.assessed)::numeric(18,2) AS assessed,
    sum(q.discount)::numeric(18,2) AS discount, sum(q.reduced)::numeric(18,2) AS reduced, sum(q.paid)::numeric(18,2) AS paid, sum(q.written_off)::numeric(18,2) AS written_off, sum(${balance})::numeric(18,2) AS balance`,
  [[...bands], filter.day]))
  const total = (of: (row: SumRow) => string) => sum(rows.map((row) => fromNumeric(of(row))))
  return {
    count: rows.reduce((count, row) => count + row.debts, 0), assessed: total((row) => row.assessed), discount: total((row) => row.discount), reduced: total((row) => row.reduced), paid: total((row) => row.paid),
    writtenOff: total((row) => row.written_off), balance: total((row) => row.balance),
    bands: Array.from({ length: bands.length + 1 }, (_, band) => sum(rows.filter((row) => row.band === band).map((row) => fromNumeric(row.balance)))),
  }
}

/** As `balanceOf` and `shownState` say it. */
const balance = `CASE q.state WHEN 'cancelled' THEN 0 ELSE q.assessed - q.discount - q.paid - q.written_off END`

function inState(read: OfficerRead, filter: DebtListFilter): Knex.QueryBuilder {
  const query = read.db.from(matching(read, filter).as('q')).select('q.*')
  if (filter.state === 'all') return query
  if (filter.state === 'cancelled' || filter.state === 'cancelling' || filter.state === 'reducing') return query.where('q.state', filter.state)
  if (filter.state === 'paid') return query.where('q.state', 'assessed').whereRaw(`${balance} = 0`)
  query.whereRaw(`${balance} <> 0`)
  return filter.state === 'unpaid' ? query : query.where('q.state', 'assessed').where('q.due_date', filter.state === 'late' ? '<' : '>=', filter.day)
}

/** In the order of their numbers. */
export async function findDebts(read: OfficerRead, filter: DebtFilter): Promise<TaxDebt[]> {
  return (await matching(read, filter).orderBy('d.id')).map(debtOf)
}

function matching(read: OfficerRead, { organisationId, taxKind, taxYear, text, ids, key, personNumber, until }: DebtFilter): Knex.QueryBuilder {
  const query = debts(read, until).where('d.organisation_id', organisationId)
  if (taxKind) query.where('d.tax_kind', taxKind)
  if (taxYear) query.where('d.tax_year', taxYear)
  if (ids) query.whereIn('d.id', [...ids])
  if (key) query.where('t.sub_key', key)
  if (personNumber) query.where('t.person_number', personNumber)
  const like = `%${(text ?? '').replace(/[\\%_]/g, '\\$&')}%`
  if (text) {
    query.where((either) => either.whereILike('t.name', like).orWhereILike('t.sub_key', like).orWhereILike('d.label', like).orWhereExists(
      read.db('taxpayer_items as i').whereRaw('i.organisation_id = t.organisation_id AND i.taxpayer_id = t.id').whereILike('i.place', like).select(read.db.raw('1'))))
  }
  return query
}

export async function getDebt(read: OfficerRead, organisationId: string, id: string): Promise<TaxDebt> {
  const [debt] = await findDebts(read, { organisationId, ids: [id] })
  if (!debt) throw new NotFound('tax debt')
  return debt
}

/** By the number receipts name: 'TAX-00001/70'. */
export async function findNamed(read: OfficerRead, labels: readonly string[]): Promise<Map<string, string>> {
  const rows = await read.db.raw<{ rows: { id: string; label: string }[] }>(`SELECT d.id, d.label FROM ${labelled} d WHERE d.organisation_id = ? AND d.label = ANY (?)`,
    [read.actor.organisationId, [...labels]])
  return new Map(rows.rows.map((row) => [row.label, row.id]))
}

/** By id, so that two receipts do not wait in a ring. */
export async function lockDebts(work: OfficerWork, ids: readonly string[]): Promise<void> {
  await work.db('tax_debts').where('organisation_id', work.actor.organisationId).whereIn('id', [...ids]).orderBy('id').forUpdate().select('id')
}

export async function insertDebt(work: OfficerWork, command: DebtCommand & { formKey: string }, made: { number: number; fiscalYear: number; assessed: Money }): Promise<string> {
  const [row] = await work.db('tax_debts').insert({
    organisation_id: work.actor.organisationId, state: 'assessed', fiscal_year: made.fiscalYear, number: made.number, tax_kind: command.taxKind, taxpayer_id: command.taxpayerId,
    tax_year: command.taxYear, assessed: toNumeric(made.assessed), discount: toNumeric(command.discount), is_opening: command.isOpening, notice_date: command.noticeDate, due_date: command.dueDate,
    parts: command.parts, is_filed_late: command.isFiledLate, signs: JSON.stringify(command.signs), remark: command.remark, form_key: command.formKey, prepared_by: work.actor.userId,
    prepared_at: work.now,
  }).returning('id')
  return row.id
}

export async function changeDebt(work: OfficerWork, debt: TaxDebt, columns: Readonly<Record<string, unknown>>): Promise<void> {
  await debtRows.change(work, debt, columns)
}

/** Debts of a run stand in the books as debtors, each by what was open that day. */
export async function markSetUp(work: OfficerWork, runId: string, debts: readonly { readonly id: string; readonly amount: Money }[]): Promise<void> {
  const rows = JSON.stringify(debts.map(({ id, amount }) => ({ id, amount: toNumeric(amount) })))
  await work.db.raw(`UPDATE tax_debts d SET set_up_run_id = :runId, set_up_amount = s.amount, version = d.version + 1
    FROM jsonb_to_recordset(:rows) AS s (id bigint, amount numeric) WHERE d.organisation_id = :own AND d.id = s.id`, { runId, rows, own: work.actor.organisationId })
}

export async function unmarkSetUp(work: OfficerWork, runId: string): Promise<void> {
  await work.db('tax_debts').where({ organisation_id: work.actor.organisationId, set_up_run_id: runId }).update({ set_up_run_id: null, set_up_amount: null, version: work.db.raw('version + 1') })
}

/** Cancellations that wait for this officer. */
export async function countCancelling(read: OfficerRead, isAlone: boolean): Promise<{ readonly count: number; readonly amount: Money }> {
  const query = read.db('tax_debts').where({ organisation_id: read.actor.organisationId, state: 'cancelling' })
  if (!isAlone) query.whereNot('cancel_asked_by', read.actor.userId)
  const row = await query.first(read.db.raw('count(*)::int AS count, coalesce(sum(assessed - discount), 0)::numeric(18,2)::text AS amount'))
  return { count: row.count, amount: fromNumeric(row.amount) }
}

/** Whether the debtors of this year stand in the books. */
export async function isSetUpOf(read: OfficerRead, year: FiscalYear): Promise<boolean> {
  const row = await read.db('tax_runs').where({ organisation_id: read.actor.organisationId, kind: 'set-up', fiscal_year: year, state: 'posted' }).first('id')
  return row !== undefined
}

export async function findIdsOfRun(read: OfficerRead, organisationId: string, runId: string): Promise<string[]> {
  return read.db('tax_debts').where({ organisation_id: organisationId, set_up_run_id: runId }).orderBy('id').pluck('id')
}

const labelled = `(SELECT x.*, 'TAX-' || lpad(x.number::text, greatest(5, length(x.number::text)), '0') || '/' || lpad((x.fiscal_year % 100)::text, 2, '0') AS label FROM tax_debts x)`

const kindColumns = ['k.code', 'k.name', 'k.revenue_code', 'r.account_code as revenue_account', 'k.debtor_account', 'k.allowance_account', 'k.doubtful_account', 'k.bad_debt_account',
  'k.is_active', 'c.code as receipt_kind', 'k.reference']

/** Receipts, and money found out later, name a debt by its number; those cancelled pay nothing. Entries count once they are posted. */
function debts(read: OfficerRead, until: CalendarDate | undefined): Knex.QueryBuilder {
  const by = (day: string) => (until === undefined ? '' : `AND ${day} <= '${until}'`)
  const paidBy = (suffix: string, more = '') => `(SELECT coalesce(sum(p.amount), 0) FROM (
      SELECT l.amount, l.account_code FROM receipt_lines l JOIN receipts r ON r.organisation_id = l.organisation_id AND r.id = l.receipt_id
      WHERE l.organisation_id = d.organisation_id AND l.reference = d.label || '${suffix}' AND r.state <> 'cancelled' ${by('r.receipt_date')}
      UNION ALL SELECT e.amount, e.target_account FROM money_entries e
      WHERE e.organisation_id = d.organisation_id AND e.target_reference = d.label || '${suffix}' AND e.state = 'posted' ${by('e.entry_date')}) p ${more})`
  return read.db.queryBuilder().from(read.db.raw(`${labelled} AS d`)).join('tax_kinds as k', 'k.code', 'd.tax_kind').join('revenue_codes as r', 'r.code', 'k.revenue_code')
    .join('receipt_kinds as c', 'c.account_code', 'k.debtor_account').join('users as u', 'u.id', 'd.prepared_by').leftJoin('users as q', 'q.id', 'd.cancel_asked_by')
    .join('taxpayers as t', (on) => on.on('t.organisation_id', 'd.organisation_id').andOn('t.id', 'd.taxpayer_id'))
    .select('d.organisation_id', 'd.id', 'd.version', 'd.state', 'd.fiscal_year', 'd.number', 'd.tax_year', 'd.assessed', 'd.discount', 'd.is_opening', 'd.notice_date', 'd.due_date', 'd.parts',
      'd.is_filed_late', 'd.warned_on', 'd.warned_until', 'd.signs', 'd.remark', 'd.cancel_reason', 'd.cancel_asked_by', 'd.set_up_run_id', 'd.set_up_amount', 't.id as taxpayer_id', 't.sub_key', 't.name as taxpayer_name', 't.address', ...kindColumns,
      read.db.raw(`${person('u')} AS preparer, ${personName('q')} AS asker, ${paidBy('')} AS paid, ${paidBy('/P')} AS penalty_paid, ${paidBy('/S')} AS surcharge_paid, ${paidBy('', 'WHERE p.account_code = k.debtor_account')} AS debtor_paid,
        (SELECT r.asked_by::text FROM tax_reductions r WHERE r.organisation_id = d.organisation_id AND r.debt_id = d.id AND r.state = 'asked') AS reducing_by,
        (SELECT coalesce(sum(r.penalty + r.surcharge), 0)::numeric(18,2) FROM tax_reductions r WHERE r.organisation_id = d.organisation_id AND r.debt_id = d.id AND r.state = 'granted') AS reduced,
        (SELECT coalesce(sum(e.amount), 0) FROM money_entries e WHERE e.organisation_id = d.organisation_id AND e.debt_id = d.id AND e.state = 'posted' ${by('e.entry_date')}) AS written_off`))
}

interface SumRow {
  band: number
  debts: number
  assessed: string
  discount: string
  reduced: string
  paid: string
  written_off: string
  balance: string
}

interface KindRow {
  code: TaxCode
  name: string
  revenue_code: string
  revenue_account: string
  debtor_account: string
  allowance_account: string
  doubtful_account: string
  bad_debt_account: string
  is_active: boolean
  receipt_kind: string
  reference: string
}

interface Row extends KindRow {
  organisation_id: string
  id: string
  version: number
  state: DebtState
  fiscal_year: number
  number: number
  tax_year: number
  assessed: string
  discount: string
  is_opening: boolean
  notice_date: string
  due_date: string
  parts: number
  is_filed_late: boolean
  warned_on: string | null
  warned_until: string | null
  signs: Sign[]
  remark: string
  cancel_reason: string | null
  cancel_asked_by: string | null
  asker: string | null
  reducing_by: string | null
  reduced: string
  set_up_run_id: string | null
  set_up_amount: string | null
  debtor_paid: string
  taxpayer_id: string
  sub_key: string
  taxpayer_name: string
  address: string
  preparer: Person
  paid: string
  penalty_paid: string
  surcharge_paid: string
  written_off: string
}

function kindOf(row: KindRow): TaxKind {
  return {
    code: row.code, name: row.name, revenueCode: row.revenue_code, revenueAccount: row.revenue_account, debtorAccount: row.debtor_account, allowanceAccount: row.allowance_account,
    doubtfulAccount: row.doubtful_account, badDebtAccount: row.bad_debt_account, isActive: row.is_active, receiptKind: row.receipt_kind, reference: row.reference,
  }
}

/** With what was taken from it since; nothing of what is income when it comes. */
function setUpOf(row: Row): Pick<TaxDebt, 'isSetUp' | 'setUpAmount' | 'standing'> {
  const isSetUp = row.is_opening || row.set_up_run_id !== null
  if (row.state === 'cancelled' || !isSetUp) return { isSetUp, setUpAmount: zero, standing: zero }
  const setUpAmount = row.set_up_amount === null ? minus(fromNumeric(row.assessed), fromNumeric(row.discount)) : fromNumeric(row.set_up_amount)
  return { isSetUp, setUpAmount, standing: minus(setUpAmount, plus(fromNumeric(row.debtor_paid), fromNumeric(row.written_off))) }
}

function debtOf(row: Row): TaxDebt {
  return {
    organisationId: row.organisation_id, id: row.id, version: row.version, state: row.state, fiscalYear: fiscalYear(row.fiscal_year), number: row.number, taxKind: kindOf(row),
    taxpayer: { id: row.taxpayer_id, key: row.sub_key, name: row.taxpayer_name, address: row.address }, taxYear: row.tax_year, assessed: fromNumeric(row.assessed),
    discount: fromNumeric(row.discount), isOpening: row.is_opening, noticeDate: calendarDate(row.notice_date), dueDate: calendarDate(row.due_date), parts: row.parts,
    isFiledLate: row.is_filed_late, signs: row.signs, remark: row.remark, cancelReason: row.cancel_reason, authorId: row.reducing_by ?? row.cancel_asked_by ?? '', reduced: fromNumeric(row.reduced), asker: row.asker ?? '', ...setUpOf(row), preparer: row.preparer,
    warned: row.warned_on === null || row.warned_until === null ? null : { on: calendarDate(row.warned_on), until: calendarDate(row.warned_until) },
    paid: fromNumeric(row.paid), penaltyPaid: fromNumeric(row.penalty_paid), surchargePaid: fromNumeric(row.surcharge_paid), writtenOff: fromNumeric(row.written_off),
  }
}
