// Claims and their parts. Row-level security narrows to the actor's scope; every query also names its organisation.
import { type Knex } from 'knex'
import { headColumns, headRows, narrow, newestFirst, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYearOf } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, minus, toNumeric } from '../../platform/money.ts'
import { type ClaimKind } from '../claim-kind/claim-kind.ts'
import {
  totalsOf, type Channel, type Claim, type ClaimCommand, type ClaimCount, type ClaimDeduction, type ClaimFilter, type ClaimHead, type ClaimLine, type ClaimPayee, type ClaimState, type DeductionKind, type Origin,
} from './claim.ts'

export const claimRows = headRows('claims')

export async function getClaim(read: OfficerRead, organisationId: string, id: string): Promise<Claim> {
  const row: FullRow | undefined = await wholes(read).where({ 'c.organisation_id': organisationId, 'c.id': id }).first()
  if (!row) throw new NotFound('claim')
  return claimOf(read, row)
}

/** Claims that one document made, the newest first. */
export async function findClaimsOf(read: OfficerRead, origin: Origin): Promise<ClaimHead[]> {
  const rows: HeadRow[] = await heads(read).where({ 'c.organisation_id': read.actor.organisationId, 'c.origin_kind': origin.kind, 'c.origin_id': origin.id })
    .orderBy('c.id', 'desc')
  return rows.map(headOf)
}

/** The newest first. */
export async function findClaims(read: OfficerRead, filter: ClaimFilter, most?: number): Promise<FoundPage<ClaimHead>> {
  return onePage(narrowed(newestFirst(heads(read), place, filter), filter), headOf, most)
}

/** Of everything the filter finds; cancelled claims ask for nothing. */
export async function countClaims(read: OfficerRead, filter: ClaimFilter): Promise<ClaimCount> {
  const query = narrow(read.db('claims as c').leftJoin('payees as p', (on) => on.on('p.organisation_id', 'c.organisation_id').andOn('p.id', 'c.payee_id')), place, filter)
  const row = await narrowed(query, filter).first(read.db.raw(`count(*)::int AS count, coalesce(sum(c.gross) FILTER (WHERE c.state <> 'cancelled'), 0) AS gross,
    coalesce(sum(c.deducted) FILTER (WHERE c.state <> 'cancelled'), 0) AS deducted, coalesce(sum(c.net) FILTER (WHERE c.state <> 'cancelled'), 0) AS net`))
  return { count: row.count, gross: fromNumeric(row.gross), deducted: fromNumeric(row.deducted), net: fromNumeric(row.net) }
}

const place = { alias: 'c', day: 'claim_date' } as const

function narrowed(query: Knex.QueryBuilder, filter: ClaimFilter): Knex.QueryBuilder {
  if (filter.kind) query.where('c.kind', filter.kind)
  if (filter.departmentId) query.where('c.department_id', filter.departmentId)
  if (filter.isNumbered) query.whereNotNull('c.number')
  if (filter.isUnpaid) query.whereNotNull('c.number').whereNotIn('c.state', ['paid', 'cancelled'])
  return filter.search === undefined ? query : searched(query, filter.search)
}

/** 'CLM-00012/70' and '12' are numbers of the claim, the department or the treasury. */
function searched(query: Knex.QueryBuilder, search: string): Knex.QueryBuilder {
  const [, number, year] = /^(?:CLM-)?0*([0-9]{1,9})(?:\/([0-9]{2}))?$/i.exec(search) ?? []
  if (year !== undefined) return query.where('c.number', Number(number)).whereRaw('c.fiscal_year % 100 = ?', [Number(year)])
  return query.where((any) => {
    any.whereRaw('(strpos(c.title, ?) > 0 OR strpos(p.name, ?) > 0 OR strpos(c.invoice_number, ?) > 0)', [search, search, search])
    if (number !== undefined) any.orWhere('c.number', Number(number)).orWhere('c.department_number', Number(number)).orWhere('c.treasury_number', Number(number))
  })
}

export interface ClaimToInsert extends ClaimCommand {
  readonly origin: Origin | null
  /** Null for what a run makes, which has a guard of its own. */
  readonly formKey: string | null
}

export async function insertClaim(work: OfficerWork, claim: ClaimToInsert): Promise<string> {
  const [row] = await work.db('claims').insert({
    organisation_id: work.actor.organisationId, state: 'draft', ...columnsOf(claim), origin_kind: claim.origin?.kind ?? null, origin_id: claim.origin?.id ?? null,
    form_key: claim.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  await insertParts(work, row.id, claim)
  return row.id
}

/** Whoever changes it is its author from then on (INV-13). */
export async function updateClaim(work: OfficerWork, claim: ClaimHead, changed: ClaimCommand): Promise<void> {
  await claimRows.change(work, claim, { ...columnsOf(changed), prepared_by: work.actor.userId })
  for (const table of ['claim_lines', 'claim_deductions', 'claim_payees']) {
    await work.db(table).where({ organisation_id: work.actor.organisationId, claim_id: claim.id }).delete()
  }
  await insertParts(work, claim.id, changed)
}

function columnsOf(claim: ClaimCommand): object {
  const { gross, deducted, net } = totalsOf(claim)
  return {
    kind: claim.kind, fiscal_year: fiscalYearOf(claim.claimDate), claim_date: claim.claimDate, department_id: claim.departmentId, source_code: claim.sourceCode,
    payee_id: claim.payeeId, payee_account_id: claim.payeeAccountId, channel: claim.channel, title: claim.title, invoice_number: claim.invoiceNumber,
    invoice_date: claim.invoiceDate, vat: claim.vat, withholding_rule: claim.withholdingRule, order_total: claim.orderTotal === null ? null : toNumeric(claim.orderTotal),
    gross: toNumeric(gross), deducted: toNumeric(deducted), net: toNumeric(net), contract_id: claim.contractId, loan_id: claim.loanId, receipt_id: claim.receiptId,
    approval_reference: claim.approvalReference, remark: claim.remark, duplicate_reason: claim.duplicateReason,
  }
}

/** One statement a table, however many people a batch has. */
async function insertParts(work: OfficerWork, claimId: string, claim: ClaimCommand): Promise<void> {
  const rows = { claim_lines: claim.lines.map(lineRow), claim_deductions: claim.deductions.map(deductionRow), claim_payees: claim.payees.map(payeeRow) }
  for (const [table, parts] of Object.entries(rows)) {
    const keyed = parts.map((part, index) => ({ ...part, organisation_id: work.actor.organisationId, claim_id: claimId, line: index + 1 }))
    if (keyed.length > 0) await work.db.raw('INSERT INTO ?? SELECT (jsonb_populate_recordset(NULL::??, ?)).*', [table, table, JSON.stringify(keyed)])
  }
}

function lineRow(line: ClaimLine): object {
  return {
    budget_line_id: line.budgetLineId, account_code: line.accountCode, sub_key: line.subKey, counterparty_id: line.counterpartyId, fund_code: line.fundCode,
    revenue_code: line.revenueCode, description: line.description, amount: toNumeric(line.amount), source_kind: line.source?.kind, source_id: line.source?.id,
  }
}

function deductionRow(each: ClaimDeduction): object {
  return {
    kind: each.kind, account_code: each.accountCode, sub_key: each.subKey, description: each.description, base: each.base === null ? null : toNumeric(each.base),
    rate: each.rate, rule_code: each.ruleCode, amount: toNumeric(each.amount),
  }
}

function payeeRow(each: ClaimPayee): object {
  return {
    payee_id: each.payeeId, name: each.name, tax_id: each.taxId, bank_code: each.bankCode, account_number: each.accountNumber, account_name: each.accountName,
    gross: toNumeric(each.gross), deducted: toNumeric(each.deducted), net: toNumeric(minus(each.gross, each.deducted)), tax: each.tax === undefined ? null : toNumeric(each.tax),
  }
}

async function claimOf(read: OfficerRead, row: FullRow): Promise<Claim> {
  const key = { organisation_id: row.organisation_id, claim_id: row.id }
  const lines: LineRow[] = await read.db('claim_lines').where(key).orderBy('line')
  const deductions: DeductionRow[] = await read.db('claim_deductions').where(key).orderBy('line')
  const payees: PayeeRow[] = await read.db('claim_payees').where(key).orderBy('line')
  const owed = row.returned_net === null ? new Set<number>() : await findOwedLines(read, row)
  return {
    ...headOf(row), sourceCode: row.source_code, payeeAccountId: row.payee_account_id, channel: row.channel, invoiceNumber: row.invoice_number,
    invoiceDate: row.invoice_date === null ? null : calendarDate(row.invoice_date), vat: row.vat, withholdingRule: row.withholding_rule,
    orderTotal: row.order_total === null ? null : fromNumeric(row.order_total), contractId: row.contract_id, loanId: row.loan_id, receiptId: row.receipt_id,
    approvalReference: row.approval_reference, remark: row.remark, duplicateReason: row.duplicate_reason,
    origin: originOf(row.origin_kind, row.origin_id), payeeTaxId: row.payee_tax_id, payeeAccountName: row.payee_account_name ?? '', organisationName: row.organisation_name,
    endorser: row.endorser, checker: row.checker, checkerId: row.checked_by, approver: row.approver,
    lines: lines.map(lineOf), deductions: deductions.map(deductionOf), payees: payees.map((payee) => ({ ...payeeOf(payee), line: payee.line, isReturned: owed.has(payee.line) })),
  }
}

/** Of its people, in the order of the batch. */
async function findOwedLines(read: OfficerRead, { organisation_id: organisationId, id }: FullRow): Promise<ReadonlySet<number>> {
  const { rows } = await read.db.raw<{ rows: { line: number }[] }>('SELECT o.line FROM people_owed(?, ?) o', [organisationId, id])
  return new Set(rows.map(({ line }) => line))
}

function originOf(kind: string | null, id: string | null): Origin | null {
  return kind === null || id === null ? null : { kind, id }
}

function lineOf(row: LineRow): ClaimLine {
  return {
    budgetLineId: row.budget_line_id, accountCode: row.account_code, subKey: row.sub_key, counterpartyId: row.counterparty_id, fundCode: row.fund_code,
    revenueCode: row.revenue_code, description: row.description, amount: fromNumeric(row.amount), source: originOf(row.source_kind, row.source_id),
  }
}

function deductionOf(row: DeductionRow): ClaimDeduction {
  return {
    kind: row.kind, accountCode: row.account_code, subKey: row.sub_key, description: row.description, base: row.base === null ? null : fromNumeric(row.base),
    rate: row.rate, ruleCode: row.rule_code, amount: fromNumeric(row.amount),
  }
}

function payeeOf(row: PayeeRow): ClaimPayee {
  return {
    payeeId: row.payee_id, name: row.name, taxId: row.tax_id, bankCode: row.bank_code, accountNumber: row.account_number, accountName: row.account_name,
    gross: fromNumeric(row.gross), deducted: fromNumeric(row.deducted), ...(row.tax !== null && { tax: fromNumeric(row.tax) }),
  }
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('claims as c').join('users as u', 'u.id', 'c.prepared_by')
    .leftJoin('departments as d', (on) => on.on('d.organisation_id', 'c.organisation_id').andOn('d.id', 'c.department_id'))
    .leftJoin('payees as p', (on) => on.on('p.organisation_id', 'c.organisation_id').andOn('p.id', 'c.payee_id'))
    .select(...headColumns('c'), 'c.kind', 'c.claim_date', 'c.department_id', 'd.name as department_name', 'c.department_number', 'c.treasury_number', 'c.treasury_date',
      'c.payee_id', 'p.name as payee_name', 'p.tax_id as payee_tax_id', 'c.return_reason', 'c.payable_voucher_id', 'c.reopened_by', 'c.title', 'c.gross', 'c.deducted', 'c.net', 'c.prepared_by', read.db.raw(`${person('u')} AS author,
        CASE WHEN c.reopened_by IS NOT NULL THEN (SELECT sum(o.net) FROM people_owed(c.organisation_id, c.id) o) END AS returned_net,
        (c.reopened_by IS NOT NULL AND c.state = 'paid' AND EXISTS (SELECT FROM claim_waivers w WHERE w.organisation_id = c.organisation_id AND w.claim_id = c.id AND w.state = 'posted'
          AND NOT EXISTS (SELECT FROM claim_waiver_people n WHERE n.organisation_id = w.organisation_id AND n.waiver_id = w.id))) AS is_waived,
        (SELECT count(*)::int FROM claim_payees y WHERE y.organisation_id = c.organisation_id AND y.claim_id = c.id) AS people`))
}

function wholes(read: OfficerRead): Knex.QueryBuilder {
  return heads(read).join('organisations as o', 'o.id', 'c.organisation_id').leftJoin('users as e', 'e.id', 'c.endorsed_by')
    .leftJoin('users as k', 'k.id', 'c.checked_by').leftJoin('users as a', 'a.id', 'c.approved_by')
    .select('o.name as organisation_name', 'c.source_code', 'c.payee_account_id', 'c.channel', 'c.invoice_number', 'c.invoice_date', 'c.vat', 'c.withholding_rule',
      'c.order_total', 'c.contract_id', 'c.loan_id', 'c.receipt_id', 'c.approval_reference', 'c.remark', 'c.duplicate_reason', 'c.origin_kind', 'c.origin_id', 'c.checked_by',
      read.db.raw(`(SELECT concat_ws(' ', b.name, nullif(x.branch, ''), x.account_number, x.account_name) FROM payee_accounts x JOIN banks b ON b.code = x.bank_code
        WHERE x.organisation_id = c.organisation_id AND x.id = c.payee_account_id) AS payee_account_name`), read.db.raw(`${person('e')} AS endorser, ${person('k')} AS checker, ${person('a')} AS approver`))
}

function headOf(row: HeadRow): ClaimHead {
  return {
    ...storedHead(row), kind: row.kind, claimDate: calendarDate(row.claim_date), departmentId: row.department_id, departmentName: row.department_name,
    departmentNumber: row.department_number, treasuryNumber: row.treasury_number, treasuryDate: row.treasury_date === null ? null : calendarDate(row.treasury_date),
    payeeId: row.payee_id, payeeName: row.payee_name, peopleCount: row.people, returnReason: row.return_reason, payableVoucherId: row.payable_voucher_id, reopenedBy: row.reopened_by,
    returnedNet: row.returned_net === null ? null : fromNumeric(row.returned_net),
    isWaived: row.is_waived, title: row.title, gross: fromNumeric(row.gross), deducted: fromNumeric(row.deducted), net: fromNumeric(row.net), authorId: row.prepared_by,
    author: row.author,
  }
}

interface HeadRow extends StoredHeadRow<ClaimState> {
  kind: ClaimKind
  claim_date: string
  department_id: string | null
  department_name: string | null
  department_number: number | null
  treasury_number: number | null
  treasury_date: string | null
  payee_id: string | null
  payee_name: string | null
  payee_tax_id: string | null
  people: number
  return_reason: string | null
  payable_voucher_id: string | null
  reopened_by: string | null
  returned_net: string | null
  is_waived: boolean
  title: string
  gross: string
  deducted: string
  net: string
  prepared_by: string
  author: Person
}

interface FullRow extends HeadRow {
  organisation_name: string
  source_code: string | null
  payee_account_id: string | null
  payee_account_name: string | null
  channel: Channel | null
  invoice_number: string
  invoice_date: string | null
  vat: 'none' | 'included'
  withholding_rule: string | null
  order_total: string | null
  contract_id: string | null
  loan_id: string | null
  receipt_id: string | null
  approval_reference: string
  remark: string
  duplicate_reason: string
  origin_kind: string | null
  origin_id: string | null
  checked_by: string | null
  endorser: Person | null
  checker: Person | null
  approver: Person | null
}

interface LineRow {
  budget_line_id: string | null
  account_code: string
  sub_key: string | null
  counterparty_id: string | null
  fund_code: string | null
  revenue_code: string | null
  description: string
  amount: string
  source_kind: string | null
  source_id: string | null
}

interface DeductionRow {
  kind: DeductionKind
  account_code: string
  sub_key: string | null
  description: string
  base: string | null
  rate: string | null
  rule_code: string | null
  amount: string
}

interface PayeeRow {
  line: number
  tax: string | null
  payee_id: string | null
  name: string
  tax_id: string
  bank_code: string
  account_number: string
  account_name: string
  gross: string
  deducted: string
}
