// Clearings of loans with their vouchers and what they moved in the budget.
import { type Knex } from 'knex'
import { headColumns, headRows, storedHead, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYearOf } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, sum, toNumeric, type Money } from '../../platform/money.ts'
import { type Clearing, type ClearingCommand, type ClearingHead, type ClearingLine, type ClearingState, type LineMove } from './clearing.ts'

export const clearingRows = headRows('clearings')

export async function getClearing(read: OfficerRead, organisationId: string, id: string): Promise<Clearing> {
  const row: FullRow | undefined = await heads(read).where({ 'c.organisation_id': organisationId, 'c.id': id }).join('organisations as o', 'o.id', 'c.organisation_id')
    .leftJoin('users as a', 'a.id', 'c.approved_by').select('o.name as organisation_name', 'c.receipt_reference', 'c.remark', 'c.return_reason', 'c.voucher_id',
      read.db.raw(`${person('a')} AS approver`)).first()
  if (!row) throw new NotFound('clearing')
  return {
    ...headOf(row), organisationName: row.organisation_name, receiptReference: row.receipt_reference, remark: row.remark, returnReason: row.return_reason,
    voucherId: row.voucher_id, approver: row.approver, lines: await linesWhere(read, organisationId, { clearing_id: id }),
  }
}

/** The oldest first: one sheet of the contract. */
export async function findClearings(read: OfficerRead, organisationId: string, loanId: string): Promise<ClearingHead[]> {
  const rows: HeadRow[] = await heads(read).where({ 'c.organisation_id': organisationId, 'c.loan_id': loanId }).orderBy('c.id')
  return rows.map(headOf)
}

export type PostedClearing = Pick<Clearing, 'id' | 'clearingDate' | 'settled' | 'lines'>

/** Vouchers of the clearings of a loan that stand in the books, clearing by clearing. */
export async function findPosted(read: OfficerRead, loanId: string): Promise<PostedClearing[]> {
  const { organisationId } = read.actor
  const rows: HeadRow[] = await heads(read).where({ 'c.organisation_id': organisationId, 'c.loan_id': loanId, 'c.state': 'posted' }).orderBy('c.id')
  const posted: PostedClearing[] = []
  for (const row of rows) posted.push({ ...headOf(row), lines: await linesWhere(read, organisationId, { clearing_id: row.id }) })
  return posted
}

async function linesWhere(read: OfficerRead, organisationId: string, where: object): Promise<ClearingLine[]> {
  const rows: LineRow[] = await read.db('clearing_lines').where({ organisation_id: organisationId, ...where }).orderBy('line')
  return rows.map((row) => ({ budgetLineId: row.budget_line_id, accountCode: row.account_code, description: row.description, amount: fromNumeric(row.amount) }))
}

export interface ClearingToInsert extends ClearingCommand {
  readonly number: number
  readonly settled: Money
  readonly formKey: string
}

export async function insertClearing(work: OfficerWork, clearing: ClearingToInsert): Promise<string> {
  const own = { organisation_id: work.actor.organisationId }
  const [row] = await work.db('clearings').insert({
    ...own, state: 'submitted', fiscal_year: fiscalYearOf(clearing.clearingDate), number: clearing.number, loan_id: clearing.loanId, clearing_date: clearing.clearingDate,
    amount: toNumeric(sum(clearing.lines.map(({ amount }) => amount))), settled: toNumeric(clearing.settled), receipt_reference: clearing.receiptReference, remark: clearing.remark,
    form_key: clearing.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  await work.db('clearing_lines').insert(clearing.lines.map((line, index) => ({
    ...own, clearing_id: row.id, line: index + 1, budget_line_id: line.budgetLineId, account_code: line.accountCode, description: line.description, amount: toNumeric(line.amount),
  })))
  return row.id
}

export interface ClearingChange {
  readonly state: ClearingState
  readonly returnReason?: string
  readonly voucherId?: string
}

export async function moveClearing(work: OfficerWork, clearing: ClearingHead, { state, returnReason, voucherId }: ClearingChange): Promise<void> {
  await clearingRows.change(work, clearing, {
    state, ...(returnReason !== undefined && { return_reason: returnReason }),
    ...(voucherId !== undefined && { voucher_id: voucherId, approved_by: work.actor.userId, approved_at: work.now }),
  })
}

export async function insertMoves(work: OfficerWork, clearingId: string, moves: readonly LineMove[]): Promise<void> {
  if (moves.length === 0) return
  await work.db('clearing_moves').insert(moves.map(({ from, to, amount }) => (
    { organisation_id: work.actor.organisationId, clearing_id: clearingId, from_line_id: from, to_line_id: to, amount: toNumeric(amount) })))
}

export async function findMoves(read: OfficerRead, clearingId: string): Promise<LineMove[]> {
  const rows: { from_line_id: string; to_line_id: string; amount: string }[] = await read.db('clearing_moves').where({ organisation_id: read.actor.organisationId, clearing_id: clearingId })
  return rows.map((row) => ({ from: row.from_line_id, to: row.to_line_id, amount: fromNumeric(row.amount) }))
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('clearings as c').join('users as u', 'u.id', 'c.prepared_by')
    .select(...headColumns('c'), 'c.loan_id', 'c.clearing_date', 'c.amount', 'c.settled', 'c.prepared_by', read.db.raw(`${person('u')} AS author`))
}

function headOf(row: HeadRow): ClearingHead {
  return {
    ...storedHead(row), loanId: row.loan_id, clearingDate: calendarDate(row.clearing_date), amount: fromNumeric(row.amount), settled: fromNumeric(row.settled),
    authorId: row.prepared_by, author: row.author,
  }
}

interface HeadRow extends StoredHeadRow<ClearingState> {
  loan_id: string
  clearing_date: string
  amount: string
  settled: string
  prepared_by: string
  author: Person
}

interface FullRow extends HeadRow {
  organisation_name: string
  receipt_reference: string
  remark: string
  return_reason: string | null
  voucher_id: string | null
  approver: Person | null
}

interface LineRow {
  budget_line_id: string
  account_code: string
  description: string
  amount: string
}
