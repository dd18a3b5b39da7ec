// Acceptances with what was accepted, and what was claimed from them.
import { type Knex } from 'knex'
import { headColumns, headRows, newestFirst, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf, type FiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { contractName } from '../contract/contract.ts'
import { type PurchaseFilter } from '../purchase-desk/purchase-desk.ts'
import { type Fined } from '../late-fine/late-fine.ts'
import { readQuantity, storedQuantity } from '../../platform/quantity.ts'
import { acceptanceSource, type Acceptance, type AcceptanceCommand, type AcceptanceHead, type AcceptanceState } from './acceptance.ts'

export const acceptanceRows = headRows('acceptances')

export async function findAcceptances(read: OfficerRead, filter: PurchaseFilter<AcceptanceState>, most?: number): Promise<FoundPage<AcceptanceHead>> {
  const query = newestFirst(heads(read), { alias: 'a', day: 'document_date', waits: read.db.raw(unclaimed) }, filter)
  if (filter.search !== '') searched(query, filter.search)
  return onePage(query, headOf, most)
}

/** A claim not yet made of all of it. */
const unclaimed = `a.total > coalesce((SELECT sum(w.amount) FROM claim_lines w JOIN claims z ON z.organisation_id = w.organisation_id AND z.id = w.claim_id
  WHERE w.organisation_id = a.organisation_id AND w.source_kind = 'acceptance' AND w.source_id = a.id AND z.state <> 'cancelled'), 0)`

/** 'INS-00012/70' is a number, anything else part of the contract's number, its title, the payee's name or the invoice. */
function searched(query: Knex.QueryBuilder, search: string): void {
  const [, number] = /^INS-0*([0-9]{1,9})(?:\/[0-9]{2})?$/i.exec(search) ?? []
  if (number !== undefined) { query.where('a.number', Number(number)); return }
  query.whereRaw('(strpos(c.title, :search) > 0 OR strpos(c.contract_number, :search) > 0 OR strpos(p.name, :search) > 0 OR a.invoice_number = :search)', { search })
}

export async function findAcceptancesOf(read: OfficerRead, organisationId: string, contractId: string): Promise<AcceptanceHead[]> {
  const rows: HeadRow[] = await heads(read).where({ 'a.organisation_id': organisationId, 'a.contract_id': contractId }).whereNot('a.state', 'cancelled').orderBy('a.id')
  return rows.map(headOf)
}

export async function getAcceptance(read: OfficerRead, organisationId: string, id: string): Promise<Acceptance> {
  const row: FullRow | undefined = await heads(read).where({ 'a.organisation_id': organisationId, 'a.id': id }).join('organisations as o', 'o.id', 'a.organisation_id')
    .leftJoin('users as d', 'd.id', 'a.decided_by')
    .select('o.name as organisation_name', 'a.delivery_note', 'a.invoice_date', 'a.end_reason', 'a.voucher_id', read.db.raw(`${person('d')} AS decider`)).first()
  if (!row) throw new NotFound('acceptance')
  return {
    ...headOf(row), organisationName: row.organisation_name, deliveryNote: row.delivery_note, invoiceDate: row.invoice_date === null ? null : calendarDate(row.invoice_date),
    endReason: row.end_reason, voucherId: row.voucher_id, decider: row.decider, lines: await findLines(read, organisationId, id),
  }
}

async function findLines(read: OfficerRead, organisationId: string, id: string): Promise<Acceptance['lines']> {
  const rows = await read.db('acceptance_lines as l').where({ 'l.organisation_id': organisationId, 'l.acceptance_id': id }).orderBy('l.line').join('accounts as a', 'a.code', 'l.account_code')
    .select('l.item', 'l.quantity', 'l.unit', 'l.amount', 'l.budget_line_id', 'l.account_code', 'a.name as account_name')
  return rows.map((row) => ({
    item: row.item, quantity: readQuantity(row.quantity) ?? 0n, unit: row.unit, amount: fromNumeric(row.amount), budgetLineId: row.budget_line_id, accountCode: row.account_code,
    accountName: row.account_name,
  }))
}

/** What stands accepted, by instalment: the latest lot's days, and their fines together. */
export async function findFined(read: OfficerRead, organisationId: string, contractId: string): Promise<ReadonlyMap<number, Fined>> {
  const rows: { instalment: number; days: number; amount: string }[] = await read.db('acceptances').where({ organisation_id: organisationId, contract_id: contractId, state: 'accepted' })
    .groupBy('instalment').select('instalment').max('late_days as days').sum('fine as amount')
  return new Map(rows.map(({ instalment, days, amount }) => [instalment, { days, amount: fromNumeric(amount) }]))
}

/** So much of each control line is accepted, or claimed, and stands; a claim counts from its submission. */
export async function findAcceptedByLine(read: OfficerRead, organisationId: string, contractId: string): Promise<ReadonlyMap<string, Money>> {
  const rows: { line: string; amount: string }[] = await read.db('acceptance_lines as l')
    .join('acceptances as a', (on) => on.on('a.organisation_id', 'l.organisation_id').andOn('a.id', 'l.acceptance_id'))
    .where({ 'l.organisation_id': organisationId, 'a.contract_id': contractId, 'a.state': 'accepted' }).groupBy('l.budget_line_id').select('l.budget_line_id as line').sum('l.amount as amount')
  return new Map(rows.map(({ line, amount }) => [line, fromNumeric(amount)]))
}

export async function findClaimedByLine(read: OfficerRead, organisationId: string, acceptanceId: string): Promise<ReadonlyMap<string, Money>> {
  const rows: { line: string; amount: string }[] = await read.db('claim_lines as l').join('claims as c', (on) => on.on('c.organisation_id', 'l.organisation_id').andOn('c.id', 'l.claim_id'))
    .where({ 'l.organisation_id': organisationId, 'l.source_kind': acceptanceSource, 'l.source_id': acceptanceId }).whereNotIn('c.state', ['draft', 'cancelled'])
    .groupBy('l.budget_line_id').select('l.budget_line_id as line').sum('l.amount as amount')
  return new Map(rows.map(({ line, amount }) => [line, fromNumeric(amount)]))
}

/** What claims upon the contract take back of its advance that are on their way: handed in and never paid. What came back unpaid to the office stays taken back in the books. */
export async function findRecoupedOnTheWay(read: OfficerRead, organisationId: string, contractId: string): Promise<Money> {
  const row: { total: string } | undefined = await read.db('claim_deductions as d').join('claims as c', (on) => on.on('c.organisation_id', 'd.organisation_id').andOn('c.id', 'd.claim_id'))
    .where({ 'd.organisation_id': organisationId, 'c.contract_id': contractId, 'd.kind': 'recoupment' }).whereNotIn('c.state', ['draft', 'cancelled', 'paid']).whereNull('c.reopened_by')
    .first(read.db.raw('coalesce(sum(d.amount), 0) AS total'))
  return fromNumeric(row?.total ?? '0')
}

/** Items whose goods below the threshold are no assets, with the account such goods are an expense of. */
export async function findLowValueAccounts(read: OfficerRead, itemCodes: readonly string[], year: FiscalYear): Promise<ReadonlyMap<string, string>> {
  const rows: { item_code: string; low_value_account: string }[] = await read.db('expense_accounts').whereIn('item_code', [...itemCodes]).where('valid_from', '<=', year)
    .whereNotNull('low_value_account').orderBy('valid_from').select('item_code', 'low_value_account')
  return new Map(rows.map((row) => [row.item_code, row.low_value_account]))
}

/** Accounts that want the contract for their register: advances, works in progress, securities. */
export async function findContractAccounts(read: OfficerRead, codes: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(await read.db('accounts').whereIn('code', [...codes]).where('sub_ledger', 'contract').pluck('code'))
}

/** How a receipt calls what is credited to this account: a revenue code of an LAO, elsewhere the account itself. */
export async function findIncomeCode(read: OfficerRead, accountCode: string): Promise<string> {
  const row: { code: string } | undefined = await read.db('revenue_codes').where({ account_code: accountCode, is_active: true }).orderBy('code').first('code')
  return row?.code ?? accountCode
}

export async function insertAcceptance(work: OfficerWork, command: AcceptanceCommand, formKey: string): Promise<string> {
  const [row] = await work.db('acceptances').insert({
    organisation_id: work.actor.organisationId, state: 'draft', ...columnsOf(command), form_key: formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  await insertLines(work, row.id, command)
  return row.id
}

export async function updateAcceptance(work: OfficerWork, before: AcceptanceHead, command: AcceptanceCommand): Promise<void> {
  await acceptanceRows.change(work, before, columnsOf(command))
  await work.db('acceptance_lines').where({ organisation_id: work.actor.organisationId, acceptance_id: before.id }).delete()
  await insertLines(work, before.id, command)
}

async function insertLines(work: OfficerWork, id: string, { lines }: AcceptanceCommand): Promise<void> {
  await work.db('acceptance_lines').insert(lines.map((line, index) => ({
    organisation_id: work.actor.organisationId, acceptance_id: id, line: index + 1, item: line.item, quantity: storedQuantity(line.quantity), unit: line.unit,
    amount: toNumeric(line.amount), budget_line_id: line.budgetLineId, account_code: line.accountCode,
  })))
}

function columnsOf(command: AcceptanceCommand): object {
  return {
    fiscal_year: fiscalYearOf(command.documentDate), contract_id: command.contractId, instalment: command.instalment, document_date: command.documentDate,
    delivered_on: command.deliveredOn, due_on: command.dueOn, delivery_note: command.deliveryNote, invoice_number: command.invoiceNumber, invoice_date: command.invoiceDate,
    late_days: command.lateDays, total: toNumeric(command.total), fine: toNumeric(command.fine),
  }
}

export interface AcceptanceChange {
  readonly state: AcceptanceState
  readonly number?: number
  readonly voucherId?: string
  readonly endReason?: string
}

export async function moveAcceptance(work: OfficerWork, acceptance: AcceptanceHead, { state, number, voucherId, endReason }: AcceptanceChange): Promise<void> {
  await acceptanceRows.change(work, acceptance, {
    state, ...(number !== undefined && { number, decided_by: work.actor.userId, decided_at: work.now }), ...(voucherId !== undefined && { voucher_id: voucherId }),
    ...(endReason !== undefined && { end_reason: endReason }),
  })
}

/** An addendum waived days of it. */
export async function moveFine(work: OfficerWork, acceptance: AcceptanceHead, { fine, lateDays, dueOn }: Pick<AcceptanceCommand, 'fine' | 'lateDays' | 'dueOn'>): Promise<void> {
  await acceptanceRows.change(work, acceptance, { fine: toNumeric(fine), late_days: lateDays, due_on: dueOn })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('acceptances as a').join('users as u', 'u.id', 'a.prepared_by')
    .join('contracts as c', (on) => on.on('c.organisation_id', 'a.organisation_id').andOn('c.id', 'a.contract_id'))
    .join('payees as p', (on) => on.on('p.organisation_id', 'c.organisation_id').andOn('p.id', 'c.payee_id'))
    .select([...headColumns('a'), 'a.contract_id', 'c.number as contract_running', 'c.fiscal_year as contract_year', 'c.contract_number', 'p.name as payee_name', 'c.title', 'a.instalment',
      'a.document_date', 'a.delivered_on', 'a.due_on', 'a.invoice_number', 'a.late_days', 'a.total', 'a.fine', 'a.prepared_by'])
    .select(read.db.raw(`${person('u')} AS author`))
}

interface HeadRow extends StoredHeadRow<AcceptanceState> {
  contract_id: string
  contract_running: number | null
  contract_year: number
  contract_number: string
  payee_name: string
  title: string
  instalment: number
  document_date: string
  delivered_on: string
  due_on: string
  invoice_number: string
  late_days: number
  total: string
  fine: string
  prepared_by: string
  author: Person
}

interface FullRow extends HeadRow {
  organisation_name: string
  delivery_note: string
  invoice_date: string | null
  end_reason: string | null
  voucher_id: string | null
  decider: Person | null
}

function headOf(row: HeadRow): AcceptanceHead {
  return {
    ...storedHead(row), contractId: row.contract_id, contractName: contractName({ number: row.contract_running, fiscalYear: fiscalYear(row.contract_year) }),
    contractNumber: row.contract_number, payeeName: row.payee_name, title: row.title, instalment: row.instalment, documentDate: calendarDate(row.document_date),
    deliveredOn: calendarDate(row.delivered_on), dueOn: calendarDate(row.due_on), invoiceNumber: row.invoice_number, lateDays: row.late_days, total: fromNumeric(row.total),
    fine: fromNumeric(row.fine), authorId: row.prepared_by, author: row.author,
  }
}
