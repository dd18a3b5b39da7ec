import { type Knex } from 'knex'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { balanceOf, controlLineOf, lineColumns, type ControlLineRow } from '../control/control-row.ts'
import { stages, type Balance, type ControlLine } from '../control/control.ts'
import { type LineFilter, type LineWithBalance, type PlaceInRegister } from './line.ts'

/** What a select box, a list to choose from or one page of a register holds. */
export const mostLines = 1000

/** In the order of their numbers: a list to choose from. */
export async function findLines(read: OfficerRead, filter: LineFilter): Promise<ControlLine[]> {
  return (await findLinesWithBalance(read, filter)).map(({ balance: _balance, ...line }) => line)
}

export async function findLinesWithBalance(read: OfficerRead, filter: LineFilter, most = mostLines): Promise<LineWithBalance[]> {
  const rows: ControlLineRow[] = await narrowed(read, filter).orderBy('l.number').limit(most)
  return rows.map((row) => ({ ...controlLineOf(row), balance: balanceOf(row) }))
}

/** In the order of the classification, as registers and reports show them; `place`: of the last line of the page before. */
export async function findRegister(read: OfficerRead, filter: LineFilter & { readonly place?: PlaceInRegister | undefined }, most = mostLines): Promise<LineWithBalance[]> {
  const { place } = filter
  const query = narrowed(read, filter).orderBy(['l.task_code', 'l.economic_code', 'l.number']).limit(most)
  if (place) query.whereRaw('(l.task_code, l.economic_code, l.number) > (?, ?, ?)', [place.taskCode, place.economicCode, place.number])
  const rows: ControlLineRow[] = await query
  return rows.map((row) => ({ ...controlLineOf(row), balance: balanceOf(row) }))
}

/** How many lines, and what they add up to. */
export async function sumLines(read: OfficerRead, filter: LineFilter): Promise<{ readonly count: number; readonly total: Balance }> {
  const figures = [...stages, 'available' as const]
  const sums = figures.map((figure) => `coalesce(sum(b.${figure}), 0) AS ${figure}`).join(', ')
  const row = await narrowed(read, filter).clearSelect().select(read.db.raw(`count(*)::int AS count, ${sums}`)).first()
  return { count: row.count, total: balanceOf(row) }
}

export async function findLineByNumber(read: OfficerRead, asked: { readonly organisationId: string; readonly fiscalYear: FiscalYear; readonly number: number }): Promise<LineWithBalance | undefined> {
  const row: ControlLineRow | undefined = await lines(read)
    .where({ 'l.organisation_id': asked.organisationId, 'l.fiscal_year': asked.fiscalYear, 'l.number': asked.number }).first()
  return row && { ...controlLineOf(row), balance: balanceOf(row) }
}

/** Years in which the office has budget documents, the newest first. */
export async function findBudgetYears(read: OfficerRead, organisationId: string): Promise<number[]> {
  const rows = await read.db('budget_documents').where('organisation_id', organisationId).distinct('fiscal_year').orderBy('fiscal_year', 'desc')
  return rows.map((row) => row.fiscal_year)
}

/** A line out of sight is not there. */
export async function getLine(read: OfficerRead, organisationId: string, id: string): Promise<LineWithBalance> {
  const row: ControlLineRow | undefined = await lines(read).where({ 'l.organisation_id': organisationId, 'l.id': id }).first()
  if (!row) throw new NotFound('budget line')
  return { ...controlLineOf(row), balance: balanceOf(row) }
}

function lines(read: OfficerRead): Knex.QueryBuilder {
  return read.db('budget_lines as l').join('budget_balances as b', (on) => on.on('b.organisation_id', 'l.organisation_id').andOn('b.line_id', 'l.id'))
    .select(read.db.raw(lineColumns))
}

function narrowed(read: OfficerRead, filter: LineFilter): Knex.QueryBuilder {
  const query = lines(read).where({ 'l.organisation_id': filter.organisationId, 'l.fiscal_year': filter.fiscalYear })
  if (filter.sourceCode) query.where('l.source_code', filter.sourceCode)
  if (filter.taskCode) query.where('l.task_code', filter.taskCode)
  if (filter.planCode) query.whereIn('l.task_code', read.db('budget_classes').where('parent_code', filter.planCode).select('code'))
  if (filter.departmentId) query.where('l.department_id', filter.departmentId)
  if (filter.economicPrefix) query.whereLike('l.economic_code', `${filter.economicPrefix}%`)
  if (filter.usableOn) query.where('l.usable_from', '<=', filter.usableOn).where('l.usable_until', '>=', filter.usableOn)
  if (filter.text) query.where((found) => speaksOf(found, filter.text ?? ''))
  return filter.after === undefined ? query : query.where('l.number', '>', filter.after)
}

function speaksOf(query: Knex.QueryBuilder, text: string): void {
  query.whereRaw('position(lower(?) in lower(l.title)) > 0', [text])
  if (/^[0-9]{1,9}$/.test(text)) query.orWhere('l.number', Number(text))
}
