// Addenda with their instalments. Row-level security narrows to the actor's scope.
import { type Knex } from 'knex'
import { headColumns, headRows, newestFirst, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { contractName, type Contract } from '../contract/contract.ts'
import { type PurchaseFilter } from '../purchase-desk/purchase-desk.ts'
import { type Addendum, type AddendumHead, type AddendumState, type AddendumTerms } from './addendum.ts'

export const addendumRows = headRows('addenda')

export async function findAddenda(read: OfficerRead, filter: PurchaseFilter<AddendumState>, most?: number): Promise<FoundPage<AddendumHead>> {
  const query = newestFirst(heads(read), { alias: 'a', day: 'signed_on' }, filter)
  const { search } = filter
  if (search !== '') query.whereRaw('(strpos(c.contract_number, :search) > 0 OR strpos(p.name, :search) > 0 OR strpos(a.reason, :search) > 0)', { search })
  return onePage(query, headOf, most)
}

export async function findAddendaOf(read: OfficerRead, organisationId: string, contractId: string): Promise<AddendumHead[]> {
  const rows: Row[] = await heads(read).where({ 'a.organisation_id': organisationId, 'a.contract_id': contractId }).whereNot('a.state', 'cancelled').orderBy('a.id')
  return rows.map(headOf)
}

export async function getAddendum(read: OfficerRead, organisationId: string, id: string): Promise<Addendum> {
  const row: (Row & { organisation_name: string }) | undefined = await heads(read).where({ 'a.organisation_id': organisationId, 'a.id': id }).join('organisations as o', 'o.id', 'a.organisation_id')
    .select('o.name as organisation_name').first()
  if (!row) throw new NotFound('addendum')
  const rows = await read.db('addendum_instalments').where({ organisation_id: organisationId, addendum_id: id }).orderBy('number').select('number', 'description', 'amount', 'due_on')
  return {
    ...headOf(row), organisationName: row.organisation_name,
    instalments: rows.map((each) => ({ number: each.number, description: each.description, amount: fromNumeric(each.amount), dueOn: calendarDate(each.due_on) })),
  }
}

/** The last instalment that something was accepted of, and whether something waits for its acceptance. */
export async function findDelivered(read: OfficerRead, organisationId: string, contractId: string): Promise<{ readonly lastInstalment: number; readonly isWaiting: boolean }> {
  const row: { last: number; waiting: number } | undefined = await read.db('acceptances').where({ organisation_id: organisationId, contract_id: contractId })
    .first(read.db.raw(`coalesce(max(instalment) FILTER (WHERE state = 'accepted'), 0)::int AS last, count(*) FILTER (WHERE state = 'draft')::int AS waiting`))
  return { lastInstalment: row?.last ?? 0, isWaiting: (row?.waiting ?? 0) > 0 }
}

export interface AddendumToInsert {
  readonly terms: AddendumTerms
  readonly contract: Contract
  readonly formKey: string
}

export async function insertAddendum(work: OfficerWork, { terms, contract, formKey }: AddendumToInsert): Promise<string> {
  const [row] = await work.db('addenda').insert({
    organisation_id: work.actor.organisationId, state: 'draft', contract_id: contract.id, ...columnsOf(terms, contract), form_key: formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  await insertInstalments(work, row.id, terms)
  return row.id
}

export async function updateAddendum(work: OfficerWork, before: AddendumHead, { terms, contract }: Omit<AddendumToInsert, 'formKey'>): Promise<void> {
  await addendumRows.change(work, before, columnsOf(terms, contract))
  await work.db('addendum_instalments').where({ organisation_id: work.actor.organisationId, addendum_id: before.id }).delete()
  await insertInstalments(work, before.id, terms)
}

async function insertInstalments(work: OfficerWork, id: string, { instalments }: AddendumTerms): Promise<void> {
  await work.db('addendum_instalments').insert(instalments.map(({ number, description, amount, dueOn }) => ({
    organisation_id: work.actor.organisationId, addendum_id: id, number, description, amount: toNumeric(amount), due_on: dueOn,
  })))
}

function columnsOf(terms: AddendumTerms, contract: Contract): object {
  return {
    fiscal_year: fiscalYearOf(terms.signedOn), signed_on: terms.signedOn, reason: terms.reason, price: toNumeric(terms.price), price_before: toNumeric(contract.price), ends_on: terms.endsOn,
    ends_before: contract.endsOn, waived_days: terms.waivedDays, contract_version: contract.version,
  }
}

export async function moveAddendum(work: OfficerWork, addendum: AddendumHead, { state, number }: { readonly state: AddendumState; readonly number?: number }): Promise<void> {
  await addendumRows.change(work, addendum, { state, ...(number !== undefined && { number, approved_by: work.actor.userId }) })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('addenda as a').join('users as u', 'u.id', 'a.prepared_by').join('contracts as c', (on) => on.on('c.organisation_id', 'a.organisation_id').andOn('c.id', 'a.contract_id'))
    .join('payees as p', (on) => on.on('p.organisation_id', 'c.organisation_id').andOn('p.id', 'c.payee_id'))
    .select([...headColumns('a'), 'a.contract_id', 'c.number as contract_running', 'c.fiscal_year as contract_year', 'c.contract_number', 'p.name as payee_name', 'a.signed_on', 'a.reason', 'a.price',
      'a.price_before', 'a.ends_on', 'a.ends_before', 'a.waived_days', 'a.contract_version', 'a.prepared_by'])
    .select(read.db.raw(`${person('u')} AS author`))
}

interface Row extends StoredHeadRow<AddendumState> {
  contract_id: string
  contract_running: number | null
  contract_year: number
  contract_number: string
  payee_name: string
  signed_on: string
  reason: string
  price: string
  price_before: string
  ends_on: string
  ends_before: string
  waived_days: number
  contract_version: number
  prepared_by: string
  author: Person
}

function headOf(row: Row): AddendumHead {
  return {
    ...storedHead(row), contractId: row.contract_id, contractName: contractName({ number: row.contract_running, fiscalYear: fiscalYear(row.contract_year) }), contractNumber: row.contract_number,
    payeeName: row.payee_name, signedOn: calendarDate(row.signed_on), reason: row.reason, price: fromNumeric(row.price), priceBefore: fromNumeric(row.price_before),
    endsOn: calendarDate(row.ends_on), endsBefore: calendarDate(row.ends_before), waivedDays: row.waived_days, contractVersion: row.contract_version, authorId: row.prepared_by, author: row.author,
  }
}
