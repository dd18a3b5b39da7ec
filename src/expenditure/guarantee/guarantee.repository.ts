// Papers held as security, with their contracts. Row-level security narrows to the actor's scope.
import { type Knex } from 'knex'
import { headColumns, headRows, newestFirst, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, calendarDate, fiscalYear, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { contractName, type ContractState } from '../contract/contract.ts'
import { type PurchaseFilter } from '../purchase-desk/purchase-desk.ts'
import { type Guarantee, type GuaranteeForm, type GuaranteePurpose, type GuaranteeState, type NewGuarantee } from './guarantee.ts'

export const guaranteeRows = headRows('guarantees')

export async function findGuarantees(read: OfficerRead, { expiresBy, ...filter }: PurchaseFilter<GuaranteeState> & { readonly expiresBy?: CalendarDate | undefined }, most?: number): Promise<FoundPage<Guarantee>> {
  const query = newestFirst(heads(read), { alias: 'g', day: 'received_on' }, filter)
  if (expiresBy) query.where('g.expires_on', '<=', expiresBy)
  if (filter.search !== '') searched(query, filter.search)
  return onePage(query, guaranteeOf, most)
}

/** 'GUA-00012/70' is a number, anything else part of the paper's number, its issuer, the contract's number or the payee's name. */
function searched(query: Knex.QueryBuilder, search: string): void {
  const [, number] = /^GUA-0*([0-9]{1,9})(?:\/[0-9]{2})?$/i.exec(search) ?? []
  if (number !== undefined) { query.where('g.number', Number(number)); return }
  query.whereRaw('(strpos(g.reference, :search) > 0 OR strpos(g.issuer, :search) > 0 OR strpos(c.contract_number, :search) > 0 OR strpos(p.name, :search) > 0)', { search })
}

export async function getGuarantee(read: OfficerRead, organisationId: string, id: string): Promise<Guarantee> {
  const row: Row | undefined = await heads(read).where({ 'g.organisation_id': organisationId, 'g.id': id }).first()
  if (!row) throw new NotFound('guarantee')
  return guaranteeOf(row)
}

/** Everything registered for a contract that was not registered in error. */
export async function findGuaranteesOf(read: OfficerRead, organisationId: string, contractId: string): Promise<Guarantee[]> {
  const rows: Row[] = await heads(read).where({ 'g.organisation_id': organisationId, 'g.contract_id': contractId }).whereNot('g.state', 'cancelled').orderBy('g.id')
  return rows.map(guaranteeOf)
}

/** Held by the own office, and at an end within so many days or ended already. */
export async function countExpiring(read: OfficerRead, days: number): Promise<{ count: number; amount: Money }> {
  const row: { count: number; amount: string } | undefined = await read.db('guarantees').where({ organisation_id: read.actor.organisationId, state: 'held' })
    .where('expires_on', '<=', addDays(read.today, days)).first(read.db.raw('count(*)::int AS count, coalesce(sum(amount), 0) AS amount'))
  return { count: row?.count ?? 0, amount: fromNumeric(row?.amount ?? '0') }
}

/** Nothing where the same paper is registered already. */
export async function insertGuarantee(work: OfficerWork, given: NewGuarantee, number: number): Promise<string | undefined> {
  const [row] = await work.db('guarantees').insert({
    organisation_id: work.actor.organisationId, state: 'held', fiscal_year: fiscalYearOf(given.receivedOn), number, contract_id: given.contract, purpose: given.purpose, form: given.form,
    reference: given.reference, issuer: given.issuer, amount: toNumeric(given.amount), received_on: given.receivedOn, expires_on: given.expiresOn, form_key: given.formKey,
    prepared_by: work.actor.userId, prepared_at: work.now,
  }).onConflict(work.db.raw(`(organisation_id, form, issuer, reference) WHERE state <> 'cancelled'`)).ignore().returning('id')
  return row?.id
}

export async function endGuarantee(work: OfficerWork, guarantee: Guarantee, { state, on, reason }: { readonly state: GuaranteeState; readonly on: CalendarDate; readonly reason: string }): Promise<void> {
  await guaranteeRows.change(work, guarantee, { state, ended_on: on, end_reason: reason, ended_by: work.actor.userId })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('guarantees as g').join('users as u', 'u.id', 'g.prepared_by').join('organisations as o', 'o.id', 'g.organisation_id')
    .join('contracts as c', (on) => on.on('c.organisation_id', 'g.organisation_id').andOn('c.id', 'g.contract_id'))
    .join('payees as p', (on) => on.on('p.organisation_id', 'c.organisation_id').andOn('p.id', 'c.payee_id'))
    .select([...headColumns('g'), 'o.name as organisation_name', 'g.contract_id', 'c.number as contract_running', 'c.fiscal_year as contract_year', 'c.contract_number', 'c.state as contract_state',
      'p.name as payee_name', 'g.purpose', 'g.form', 'g.reference', 'g.issuer', 'g.amount', 'g.received_on', 'g.expires_on', 'g.ended_on', 'g.end_reason', 'g.prepared_by'])
    .select(read.db.raw(`${person('u')} AS author`))
}

interface Row extends StoredHeadRow<GuaranteeState> {
  organisation_name: string
  contract_id: string
  contract_running: number | null
  contract_year: number
  contract_number: string
  contract_state: ContractState
  payee_name: string
  purpose: GuaranteePurpose
  form: GuaranteeForm
  reference: string
  issuer: string
  amount: string
  received_on: string
  expires_on: string | null
  ended_on: string | null
  end_reason: string | null
  prepared_by: string
  author: Person
}

function guaranteeOf(row: Row): Guarantee {
  return {
    ...storedHead(row), organisationName: row.organisation_name, contractId: row.contract_id,
    contractName: contractName({ number: row.contract_running, fiscalYear: fiscalYear(row.contract_year) }), contractNumber: row.contract_number, contractState: row.contract_state,
    payeeName: row.payee_name, purpose: row.purpose, form: row.form, reference: row.reference, issuer: row.issuer, amount: fromNumeric(row.amount), receivedOn: calendarDate(row.received_on),
    expiresOn: row.expires_on === null ? null : calendarDate(row.expires_on), endedOn: row.ended_on === null ? null : calendarDate(row.ended_on), endReason: row.end_reason,
    authorId: row.prepared_by, author: row.author,
  }
}
