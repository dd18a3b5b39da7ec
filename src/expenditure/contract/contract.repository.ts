// Contracts with their obligations and instalments, and what came of them. Row-level security narrows to the actor's scope.
import { type Knex } from 'knex'
import { headColumns, headRows, newestFirst, onePage, orTryAgain, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { readPercent } from '../../platform/percent.ts'
import { type LineShare } from '../contract-terms/contract-terms.ts'
import { type PayeeKind } from '../deduction/deduction.ts'
import { type PurchaseFilter } from '../purchase-desk/purchase-desk.ts'
import { requestNumber, type FundedLine } from '../purchase-request/purchase-request.ts'
import { type Contract, type ContractCommand, type ContractHead, type ContractInstalment, type ContractKind, type ContractState, type ContractTerms } from './contract.ts'

export const contractRows = headRows('contracts')

export async function findContracts(read: OfficerRead, filter: PurchaseFilter<ContractState>, most?: number): Promise<FoundPage<ContractHead>> {
  const query = newestFirst(heads(read), { alias: 'c', day: 'signed_on', waits: read.db.raw(late, [read.today]) }, filter)
  if (filter.search !== '') searched(query, filter.search)
  return onePage(query, headOf, most)
}

/** Past its end, and not wholly accepted. */
const late = `c.ends_on < ? AND c.price > coalesce((SELECT sum(w.total) FROM acceptances w
  WHERE w.organisation_id = c.organisation_id AND w.contract_id = c.id AND w.state = 'accepted'), 0)`

/** 'CON-00012/70' is a number, anything else part of the paper's number, of the title, of the e-GP project or of the payee's name. */
function searched(query: Knex.QueryBuilder, search: string): void {
  const [, number] = /^CON-0*([0-9]{1,9})(?:\/[0-9]{2})?$/i.exec(search) ?? []
  if (number !== undefined) { query.where('c.number', Number(number)); return }
  query.whereRaw('(strpos(c.title, :search) > 0 OR strpos(c.contract_number, :search) > 0 OR strpos(c.egp_project, :search) > 0 OR strpos(p.name, :search) > 0)', { search })
}

export async function getContract(read: OfficerRead, organisationId: string, id: string): Promise<Contract> {
  const row: FullRow | undefined = await heads(read).where({ 'c.organisation_id': organisationId, 'c.id': id }).join('organisations as o', 'o.id', 'c.organisation_id')
    .join('purchase_requests as r', (on) => on.on('r.organisation_id', 'c.organisation_id').andOn('r.id', 'c.request_id'))
    .select('c.*', 'o.name as organisation_name', 'p.kind as payee_kind', 'p.tax_id', 'r.number as request_number', 'r.fiscal_year as request_year', 'r.document_date as requested_on')
    .select(read.db.raw(`concat_ws(' ', p.address, p.subdistrict, p.district, p.province, p.postcode) AS payee_address`)).first()
  if (!row) throw new NotFound('contract')
  return {
    ...headOf(row), ...termsOf(row), organisationName: row.organisation_name, payeeKind: row.payee_kind, payeeTaxId: row.tax_id, payeeAddress: row.payee_address.trim(),
    waivedDays: row.waived_days, endReason: row.end_reason, requestNumber: requestNumber({ number: row.request_number, fiscalYear: fiscalYear(row.request_year) }),
    requestedOn: calendarDate(row.requested_on), lines: await findLines(read, organisationId, id), instalments: await findInstalments(read, organisationId, id),
  }
}

function termsOf(row: FullRow): Omit<ContractTerms, 'instalments'> {
  return {
    kind: row.kind, contractNumber: row.contract_number, egpProject: row.egp_project, egpControl: row.egp_control, title: row.title, signedOn: calendarDate(row.signed_on),
    startsOn: calendarDate(row.starts_on), endsOn: calendarDate(row.ends_on), price: fromNumeric(row.price), vat: row.vat, fineKind: row.fine_kind, fineRate: percentOf(row.fine_rate),
    fineReason: row.fine_reason, advancePercent: percentOf(row.advance_percent), retentionPercent: percentOf(row.retention_percent), securityKind: row.security_kind,
    securityAmount: fromNumeric(row.security_amount), securityReference: row.security_reference, securityReason: row.security_reason, warrantyMonths: row.warranty_months,
  }
}

const percentOf = (stored: string): string => readPercent(stored) ?? '0'

/** As it was promised; once the budget moved the rest to other lines (กันเงิน into a new year, an enforced budget in the place of the interim one), as it stands since, the latest year first (§1.11): no line at all where everything lapsed. */
async function findLines(read: OfficerRead, organisationId: string, id: string): Promise<FundedLine[]> {
  const { rows } = await read.db.raw<{ rows: { budget_line_id: string; amount: string; number: number; title: string; source_code: string; economic_code: string }[] }>(`
    WITH moved AS (
      SELECT e.line_id, sum(e.amount) AS amount, bool_or(m.source_kind <> h.holder_kind) AS is_moved
      FROM budget_holds h JOIN budget_entries e ON e.organisation_id = h.organisation_id AND e.line_id = h.line_id AND e.stage = h.stage AND e.holder_kind = h.holder_kind AND e.holder_id = h.holder_id
      JOIN budget_movements m ON m.organisation_id = e.organisation_id AND m.id = e.movement_id
      WHERE h.organisation_id = :organisationId AND h.holder_kind = 'contract' AND h.holder_id = :id AND h.stage = 'committed'
        AND m.source_kind <> 'claim' AND NOT (m.source_kind = h.holder_kind AND split_part(m.event, '/', 1) IN ('closed', 'reopened', 'revoked'))
      GROUP BY e.line_id
    ), known AS (SELECT coalesce(bool_or(n.is_moved), false) AS is_moved FROM moved n
    ), kept AS (
      SELECT l.budget_line_id, l.amount FROM contract_lines l, known o WHERE l.organisation_id = :organisationId AND l.contract_id = :id AND NOT o.is_moved
      UNION ALL SELECT n.line_id, n.amount FROM moved n, known o WHERE n.amount > 0 AND o.is_moved
    )
    SELECT k.budget_line_id, k.amount, b.number, b.title, b.source_code, b.economic_code
    FROM kept k JOIN budget_lines b ON b.organisation_id = :organisationId AND b.id = k.budget_line_id ORDER BY b.fiscal_year DESC, b.number`, { organisationId, id })
  return rows.map((row) => ({
    lineId: row.budget_line_id, amount: fromNumeric(row.amount), number: row.number, title: row.title, sourceCode: row.source_code, economicCode: row.economic_code,
  }))
}

/** The first line it was promised on, also when nothing is left of it: whose department it is. */
export async function findPromisedLine(read: OfficerRead, organisationId: string, id: string): Promise<string> {
  const row: { budget_line_id: string } | undefined = await read.db('contract_lines').where({ organisation_id: organisationId, contract_id: id }).orderBy('budget_line_id').first('budget_line_id')
  if (!row) throw new Error(`contract ${id} without a line`)
  return row.budget_line_id
}

async function findInstalments(read: OfficerRead, organisationId: string, id: string): Promise<ContractInstalment[]> {
  const rows = await read.db('contract_instalments').where({ organisation_id: organisationId, contract_id: id }).orderBy('number').select('number', 'description', 'amount', 'due_on')
  return rows.map((row) => ({ number: row.number, description: row.description, amount: fromNumeric(row.amount), dueOn: calendarDate(row.due_on) }))
}

/** What claims upon it came to: handed in for accepted deliveries, paid, fined. */
export async function findContractClaims(read: OfficerRead, organisationId: string, id: string): Promise<{ claimed: Money; paid: Money; fined: Money }> {
  const { rows: [row] } = await read.db.raw<{ rows: { claimed: string; paid: string; fined: string }[] }>(`
    SELECT coalesce(sum(l.amount) FILTER (WHERE c.state NOT IN ('draft', 'cancelled')), 0) AS claimed, coalesce(sum(l.amount) FILTER (WHERE c.state = 'paid'), 0) AS paid,
      (SELECT coalesce(sum(d.amount), 0) FROM claim_deductions d JOIN claims k ON k.organisation_id = d.organisation_id AND k.id = d.claim_id
        WHERE k.organisation_id = :organisationId AND k.contract_id = :id AND k.state NOT IN ('draft', 'cancelled') AND d.kind = 'fine') AS fined
    FROM claims c JOIN claim_lines l ON l.organisation_id = c.organisation_id AND l.claim_id = c.id AND l.source_kind = 'acceptance'
    WHERE c.organisation_id = :organisationId AND c.contract_id = :id`, { organisationId, id })
  return { claimed: fromNumeric(row?.claimed ?? '0'), paid: fromNumeric(row?.paid ?? '0'), fined: fromNumeric(row?.fined ?? '0') }
}

/** What was accepted of it and stands. */
export async function findAccepted(read: OfficerRead, organisationId: string, id: string): Promise<Money> {
  const row: { total: string } | undefined = await read.db('acceptances').where({ organisation_id: organisationId, contract_id: id, state: 'accepted' })
    .first(read.db.raw('coalesce(sum(total), 0) AS total'))
  return fromNumeric(row?.total ?? '0')
}

/** What its closing set free and no reopening took back, and the day of the last of them. */
export async function findFreed(read: OfficerRead, organisationId: string, id: string): Promise<{ readonly shares: readonly LineShare[]; readonly on: CalendarDate | undefined }> {
  const { rows } = await read.db.raw<{ rows: { line_id: string; amount: string; freed_on: string }[] }>(`
    SELECT e.line_id, -sum(e.amount) AS amount, max(m.effective_on)::text AS freed_on FROM budget_entries e JOIN budget_movements m ON m.organisation_id = e.organisation_id AND m.id = e.movement_id
    WHERE e.organisation_id = :organisationId AND e.holder_kind = 'contract' AND e.holder_id = :id AND e.stage = 'committed' AND m.source_kind = 'contract' AND m.source_id = :id
      AND split_part(m.event, '/', 1) IN ('closed', 'reopened') GROUP BY e.line_id HAVING sum(e.amount) < 0 ORDER BY e.line_id`, { organisationId, id })
  return { shares: rows.map((row) => ({ lineId: row.line_id, amount: fromNumeric(row.amount) })), on: rows.map((row) => calendarDate(row.freed_on)).sort().at(-1) }
}

/** Its security was forfeited, by an order that stands. */
export async function isForfeited(read: OfficerRead, organisationId: string, id: string): Promise<boolean> {
  return await read.db('forfeitures').where({ organisation_id: organisationId, contract_id: id, state: 'posted' }).first('id') !== undefined
}

/** Nothing was delivered upon it and nothing claimed. */
export async function isUntouched(read: OfficerRead, organisationId: string, id: string): Promise<boolean> {
  const own = { organisation_id: organisationId, contract_id: id }
  const delivered = await read.db('acceptances').where(own).whereIn('state', ['draft', 'accepted']).first('id')
  return delivered === undefined && await read.db('claims').where(own).whereNot('state', 'cancelled').first('id') === undefined
}

/** The live contract of a request. */
export async function findContractOf(read: OfficerRead, organisationId: string, requestId: string): Promise<ContractHead | undefined> {
  const row: HeadRow | undefined = await heads(read).where({ 'c.organisation_id': organisationId, 'c.request_id': requestId }).whereNotIn('c.state', ['cancelled', 'revoked']).first()
  return row && headOf(row)
}

/** So many stand in a chooser, the newest. */
const mostChoices = 500

/** Of the own office, to choose from; one that was named is among them, however old. */
export async function findContractsIn(read: OfficerRead, states: readonly ContractState[], named = ''): Promise<ContractHead[]> {
  const rows: HeadRow[] = await heads(read).where({ 'c.organisation_id': read.actor.organisationId }).whereIn('c.state', [...states])
    .orderByRaw('(c.id::text = ?) DESC, c.id DESC', [named]).limit(mostChoices)
  return rows.map(headOf)
}

/** Of the own office, and in one of these states. */
export async function isContractIn(read: OfficerRead, id: string, states: readonly ContractState[]): Promise<boolean> {
  return await read.db('contracts').where({ organisation_id: read.actor.organisationId, id }).whereIn('state', [...states]).first('id') !== undefined
}

/** Signed and not yet ended. */
export const isSigned = (read: OfficerRead, id: string): Promise<boolean> => isContractIn(read, id, ['signed'])

export interface ContractToInsert extends ContractCommand {
  readonly shares: readonly { readonly lineId: string; readonly amount: Money }[]
}

export async function insertContract(work: OfficerWork, contract: ContractToInsert, formKey: string): Promise<string> {
  const [row] = await work.db('contracts').insert({
    organisation_id: work.actor.organisationId, state: 'draft', ...columnsOf(contract), form_key: formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id').catch(orTryAgain('contracts_one_a_request'))
  await insertParts(work, row.id, contract)
  return row.id
}

export async function updateContract(work: OfficerWork, before: ContractHead, contract: ContractToInsert): Promise<void> {
  await contractRows.change(work, before, columnsOf(contract))
  await replaceParts(work, before.id, contract)
}

export interface Amendment extends Pick<ContractToInsert, 'price' | 'endsOn' | 'shares' | 'instalments'> {
  readonly waivedDays: number
}

export async function amendContract(work: OfficerWork, contract: ContractHead, { price, endsOn, waivedDays, ...parts }: Amendment): Promise<void> {
  await contractRows.change(work, contract, { price: toNumeric(price), ends_on: endsOn, waived_days: waivedDays })
  await replaceParts(work, contract.id, parts)
}

async function replaceParts(work: OfficerWork, id: string, parts: Pick<ContractToInsert, 'shares' | 'instalments'>): Promise<void> {
  for (const table of ['contract_lines', 'contract_instalments']) await work.db(table).where({ organisation_id: work.actor.organisationId, contract_id: id }).delete()
  await insertParts(work, id, parts)
}

/** Where the obligation was set up, when that is not where it was drafted. */
export async function replaceShares(work: OfficerWork, id: string, shares: ContractToInsert['shares']): Promise<void> {
  await work.db('contract_lines').where({ organisation_id: work.actor.organisationId, contract_id: id }).delete()
  await insertShares(work, id, shares)
}

async function insertParts(work: OfficerWork, id: string, { shares, instalments }: Pick<ContractToInsert, 'shares' | 'instalments'>): Promise<void> {
  const own = { organisation_id: work.actor.organisationId, contract_id: id }
  await insertShares(work, id, shares)
  await work.db('contract_instalments').insert(instalments.map(({ number, description, amount, dueOn }) => ({ ...own, number, description, amount: toNumeric(amount), due_on: dueOn })))
}

async function insertShares(work: OfficerWork, id: string, shares: ContractToInsert['shares']): Promise<void> {
  await work.db('contract_lines').insert(shares.map(({ lineId, amount }) => ({ organisation_id: work.actor.organisationId, contract_id: id, budget_line_id: lineId, amount: toNumeric(amount) })))
}

function columnsOf(contract: ContractCommand): object {
  return {
    fiscal_year: fiscalYearOf(contract.signedOn), request_id: contract.requestId, kind: contract.kind, contract_number: contract.contractNumber, egp_project: contract.egpProject,
    egp_control: contract.egpControl, payee_id: contract.payeeId, title: contract.title, signed_on: contract.signedOn, starts_on: contract.startsOn, ends_on: contract.endsOn,
    price: toNumeric(contract.price), vat: contract.vat, fine_kind: contract.fineKind, fine_rate: contract.fineRate, fine_reason: contract.fineReason,
    advance_percent: contract.advancePercent, retention_percent: contract.retentionPercent, security_kind: contract.securityKind, security_amount: toNumeric(contract.securityAmount),
    security_reference: contract.securityReference, security_reason: contract.securityReason, warranty_months: contract.warrantyMonths,
  }
}

export interface ContractChange {
  readonly state: ContractState
  readonly number?: number
  readonly endReason?: string | null
}

export async function moveContract(work: OfficerWork, contract: ContractHead, { state, number, endReason }: ContractChange): Promise<void> {
  await contractRows.change(work, contract, {
    state, ...(number !== undefined && { number, signed_by: work.actor.userId }), ...(endReason !== undefined && { end_reason: endReason }), closed_on: state === 'closed' ? work.today : null,
  })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('contracts as c').join('users as u', 'u.id', 'c.prepared_by')
    .join('payees as p', (on) => on.on('p.organisation_id', 'c.organisation_id').andOn('p.id', 'c.payee_id'))
    .select([...headColumns('c'), 'c.request_id', 'c.kind', 'c.contract_number', 'c.egp_project', 'c.payee_id', 'p.name as payee_name', 'c.title', 'c.signed_on', 'c.ends_on', 'c.price', 'c.prepared_by'])
    .select(read.db.raw(`${person('u')} AS author`))
}

interface HeadRow extends StoredHeadRow<ContractState> {
  request_id: string
  kind: ContractKind
  contract_number: string
  egp_project: string
  payee_id: string
  payee_name: string
  title: string
  signed_on: string
  ends_on: string
  price: string
  prepared_by: string
  author: Person
}

interface FullRow extends HeadRow {
  organisation_name: string
  payee_kind: PayeeKind
  tax_id: string | null
  payee_address: string
  request_number: number | null
  request_year: number
  requested_on: string
  egp_control: string
  starts_on: string
  vat: ContractTerms['vat']
  fine_kind: ContractTerms['fineKind']
  fine_rate: string
  fine_reason: string
  waived_days: number
  advance_percent: string
  retention_percent: string
  security_kind: ContractTerms['securityKind']
  security_amount: string
  security_reference: string
  security_reason: string
  warranty_months: number
  end_reason: string | null
}

function headOf(row: HeadRow): ContractHead {
  return {
    ...storedHead(row), requestId: row.request_id, kind: row.kind, contractNumber: row.contract_number, egpProject: row.egp_project, payeeId: row.payee_id, payeeName: row.payee_name,
    title: row.title, signedOn: calendarDate(row.signed_on), endsOn: calendarDate(row.ends_on), price: fromNumeric(row.price), authorId: row.prepared_by, author: row.author,
  }
}
