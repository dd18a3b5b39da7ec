// Floats with what stands on them, the vouchers in the box, and the counts.
import { type Knex } from 'knex'
import { headColumns, headRows, narrow, newestFirst, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, type FiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { pettyKeyKind, type NewPettyVoucher, type Petty, type PettyCommand, type PettyCount, type PettyFilter, type PettyHead, type PettyState, type PettyVoucher } from './petty-cash.ts'

export const pettyRows = headRows('petty_floats')

const place = { alias: 'f', day: 'prepared_at' } as const

export async function findFloats(read: OfficerRead, filter: PettyFilter, most?: number): Promise<FoundPage<PettyHead>> {
  return onePage(newestFirst(heads(read), place, { ...filter, from: undefined, until: undefined }), headOf, most)
}

export async function totalFloats(read: OfficerRead, filter: PettyFilter): Promise<Pick<PettyHead, 'amount' | 'balance'>> {
  const query = narrow(tables(read), place, { organisationId: filter.organisationId, state: filter.state })
  const row: { amount: string; balance: string } | undefined = await query.select(read.db.raw(`coalesce(sum(f.amount) FILTER (WHERE f.state <> 'cancelled'), 0) AS amount, coalesce(sum(t.balance), 0) AS balance`)).first()
  return { amount: fromNumeric(row?.amount ?? '0'), balance: fromNumeric(row?.balance ?? '0') }
}

export async function getFloat(read: OfficerRead, organisationId: string, id: string): Promise<Petty> {
  const row: FullRow | undefined = await heads(read).where({ 'f.organisation_id': organisationId, 'f.id': id }).join('organisations as o', 'o.id', 'f.organisation_id')
    .leftJoin('users as a', 'a.id', 'f.approved_by').select('o.name as organisation_name', 'f.return_reason', read.db.raw(`${person('a')} AS approver`)).first()
  if (!row) throw new NotFound('petty cash')
  return { ...headOf(row), organisationName: row.organisation_name, returnReason: row.return_reason, approver: row.approver }
}

export async function insertFloat(work: OfficerWork, float: PettyCommand & { readonly formKey: string; readonly number: number; readonly fiscalYear: FiscalYear }): Promise<string> {
  const [row] = await work.db('petty_floats').insert({
    organisation_id: work.actor.organisationId, state: 'submitted', fiscal_year: float.fiscalYear, number: float.number, department_id: float.departmentId, payee_id: float.payeeId,
    purpose: float.purpose, amount: toNumeric(float.amount), most_each: toNumeric(float.mostEach), form_key: float.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  return row.id
}

export async function moveFloat(work: OfficerWork, float: Pick<PettyHead, 'organisationId' | 'id' | 'version'>, change: { readonly state: PettyState; readonly isApproved?: boolean; readonly returnReason?: string }): Promise<void> {
  await pettyRows.change(work, float, {
    state: change.state, ...(change.isApproved && { approved_by: work.actor.userId, approved_at: work.now }), ...(change.returnReason !== undefined && { return_reason: change.returnReason }),
  })
}

/** In the order they were paid in. */
export async function findVouchers(read: OfficerRead, organisationId: string, floatId: string): Promise<PettyVoucher[]> {
  const rows: VoucherRow[] = await read.db('petty_vouchers as v').join('budget_lines as l', (on) => on.on('l.organisation_id', 'v.organisation_id').andOn('l.id', 'v.budget_line_id'))
    .where({ 'v.organisation_id': organisationId, 'v.float_id': floatId }).orderBy('v.number').select('v.*', 'l.title as line_name')
  return rows.map(voucherOf)
}

/** In all boxes of the own office, kept and not yet claimed, by line of the budget. */
export async function sumKept(read: OfficerRead, lineIds: readonly string[]): Promise<ReadonlyMap<string, Money>> {
  const rows: { budget_line_id: string; amount: string }[] = await read.db('petty_vouchers').where({ organisation_id: read.actor.organisationId, state: 'kept' }).whereIn('budget_line_id', [...lineIds])
    .groupBy('budget_line_id').select('budget_line_id', read.db.raw('sum(amount) AS amount'))
  return new Map(rows.map((row) => [row.budget_line_id, fromNumeric(row.amount)]))
}

/** Numbered on from the last one of the float, whose row is held. */
export async function insertVouchers(work: OfficerWork, floatId: string, vouchers: readonly NewPettyVoucher[]): Promise<void> {
  const row: { last: number } | undefined = await work.db('petty_vouchers').where({ organisation_id: work.actor.organisationId, float_id: floatId }).select(work.db.raw('coalesce(max(number), 0)::int AS last')).first()
  await work.db('petty_vouchers').insert(vouchers.map((each, index) => ({
    organisation_id: work.actor.organisationId, float_id: floatId, number: (row?.last ?? 0) + index + 1, state: 'kept', voucher_date: each.voucherDate, paid_to: each.paidTo,
    receipt_number: each.receiptNumber, description: each.description, budget_line_id: each.budgetLineId, account_code: each.accountCode, amount: toNumeric(each.amount),
    made_by: work.actor.userId, made_at: work.now,
  })))
}

export async function moveVouchers(work: OfficerWork, ids: readonly string[], change: { readonly state: PettyVoucher['state']; readonly claimId: string | null }): Promise<void> {
  await work.db('petty_vouchers').where('organisation_id', work.actor.organisationId).whereRaw('id = ANY (?)', [[...ids]])
    .update({ state: change.state, claim_id: change.claimId, version: work.db.raw('version + 1') })
}

export async function findCounts(read: OfficerRead, organisationId: string, floatId: string): Promise<PettyCount[]> {
  const rows: CountRow[] = await read.db('petty_counts as c').join('users as u', 'u.id', 'c.made_by').where({ 'c.organisation_id': organisationId, 'c.float_id': floatId })
    .orderBy('c.id', 'desc').limit(24).select('c.*', read.db.raw(`${person('u')} AS author`))
  return rows.map((row) => ({
    countedOn: calendarDate(row.counted_on), counted: fromNumeric(row.counted), held: fromNumeric(row.held), onTheWay: fromNumeric(row.on_the_way), balance: fromNumeric(row.balance), note: row.note,
    author: row.author,
  }))
}

export async function insertCount(work: OfficerWork, floatId: string, count: Omit<PettyCount, 'author'>): Promise<void> {
  await work.db('petty_counts').insert({
    organisation_id: work.actor.organisationId, float_id: floatId, counted_on: count.countedOn, counted: toNumeric(count.counted), held: toNumeric(count.held), on_the_way: toNumeric(count.onTheWay),
    balance: toNumeric(count.balance), note: count.note, made_by: work.actor.userId, made_at: work.now,
  })
}

function tables(read: OfficerRead): Knex.QueryBuilder {
  return read.db('petty_floats as f').joinRaw(`CROSS JOIN LATERAL (SELECT
    coalesce((SELECT sum(s.debit - s.credit) FROM sub_ledger_balances s WHERE s.organisation_id = f.organisation_id AND s.sub_kind = ? AND s.sub_key = 'PTY' || f.id), 0) AS balance,
    coalesce((SELECT sum(v.amount) FROM petty_vouchers v WHERE v.organisation_id = f.organisation_id AND v.float_id = f.id AND v.state = 'kept'), 0) AS held,
    coalesce((SELECT sum(v.amount) FROM petty_vouchers v JOIN claims c ON c.organisation_id = v.organisation_id AND c.id = v.claim_id
      WHERE v.organisation_id = f.organisation_id AND v.float_id = f.id AND v.state = 'claimed' AND c.state <> 'paid'), 0) AS on_the_way) t`, [pettyKeyKind])
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return tables(read).join('users as u', 'u.id', 'f.prepared_by').join('payees as p', (on) => on.on('p.organisation_id', 'f.organisation_id').andOn('p.id', 'f.payee_id'))
    .leftJoin('departments as d', (on) => on.on('d.organisation_id', 'f.organisation_id').andOn('d.id', 'f.department_id'))
    .select(...headColumns('f'), 'f.department_id', 'd.name as department_name', 'f.payee_id', 'p.name as payee_name', 'f.purpose', 'f.amount', 'f.most_each', 'f.prepared_by', 't.balance', 't.held',
      't.on_the_way', read.db.raw(`${person('u')} AS author`))
}

function headOf(row: HeadRow): PettyHead {
  return {
    ...storedHead(row), departmentId: row.department_id, departmentName: row.department_name, payeeId: row.payee_id, payeeName: row.payee_name, purpose: row.purpose, amount: fromNumeric(row.amount),
    mostEach: fromNumeric(row.most_each), balance: fromNumeric(row.balance), held: fromNumeric(row.held), onTheWay: fromNumeric(row.on_the_way), authorId: row.prepared_by, author: row.author,
  }
}

function voucherOf(row: VoucherRow): PettyVoucher {
  return {
    id: row.id, version: row.version, number: row.number, state: row.state, voucherDate: calendarDate(row.voucher_date), paidTo: row.paid_to, receiptNumber: row.receipt_number,
    description: row.description, budgetLineId: row.budget_line_id, lineName: row.line_name, accountCode: row.account_code, amount: fromNumeric(row.amount), claimId: row.claim_id,
  }
}

interface HeadRow extends StoredHeadRow<PettyState> {
  department_id: string | null
  department_name: string | null
  payee_id: string
  payee_name: string
  purpose: string
  amount: string
  most_each: string
  prepared_by: string
  balance: string
  held: string
  on_the_way: string
  author: Person
}

interface FullRow extends HeadRow {
  organisation_name: string
  return_reason: string | null
  approver: Person | null
}

interface VoucherRow {
  id: string
  version: number
  number: number
  state: PettyVoucher['state']
  voucher_date: string
  paid_to: string
  receipt_number: string
  description: string
  budget_line_id: string
  line_name: string
  account_code: string
  amount: string
  claim_id: string | null
}

interface CountRow {
  counted_on: string
  counted: string
  held: string
  on_the_way: string
  balance: string
  note: string
  author: Person
}
