// Orders by which security in cash is forfeited. Row-level security narrows to the actor's scope.
import { type Knex } from 'knex'
import { headColumns, headRows, newestFirst, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { contractName } from '../contract/contract.ts'
import { type PurchaseFilter } from '../purchase-desk/purchase-desk.ts'
import { type Forfeiture, type ForfeitureState, type NewForfeiture } from './forfeiture.ts'

export const forfeitureRows = headRows('forfeitures')

export async function findForfeitures(read: OfficerRead, filter: PurchaseFilter<ForfeitureState>, most?: number): Promise<FoundPage<Forfeiture>> {
  const query = newestFirst(heads(read), { alias: 'f', day: 'document_date' }, filter)
  const { search } = filter
  if (search !== '') query.whereRaw('(strpos(f.order_reference, :search) > 0 OR strpos(c.contract_number, :search) > 0 OR strpos(p.name, :search) > 0)', { search })
  return onePage(query, forfeitureOf, most)
}

export async function getForfeiture(read: OfficerRead, organisationId: string, id: string): Promise<Forfeiture> {
  const row: Row | undefined = await heads(read).where({ 'f.organisation_id': organisationId, 'f.id': id }).first()
  if (!row) throw new NotFound('forfeiture')
  return forfeitureOf(row)
}

export async function insertForfeiture(work: OfficerWork, given: NewForfeiture): Promise<string> {
  const [row] = await work.db('forfeitures').insert({
    organisation_id: work.actor.organisationId, state: 'draft', fiscal_year: fiscalYearOf(given.documentDate), contract_id: given.contract, document_date: given.documentDate,
    order_reference: given.orderReference, reason: given.reason, amount: toNumeric(given.amount), form_key: given.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  return row.id
}

export interface ForfeitureChange {
  readonly state: ForfeitureState
  readonly number?: number
  readonly voucherId?: string
  readonly endReason?: string
}

export async function moveForfeiture(work: OfficerWork, forfeiture: Forfeiture, { state, number, voucherId, endReason }: ForfeitureChange): Promise<void> {
  await forfeitureRows.change(work, forfeiture, {
    state, ...(number !== undefined && { number, posted_by: work.actor.userId }), ...(voucherId !== undefined && { voucher_id: voucherId }), ...(endReason !== undefined && { end_reason: endReason }),
  })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('forfeitures as f').join('users as u', 'u.id', 'f.prepared_by').join('organisations as o', 'o.id', 'f.organisation_id')
    .join('contracts as c', (on) => on.on('c.organisation_id', 'f.organisation_id').andOn('c.id', 'f.contract_id'))
    .join('payees as p', (on) => on.on('p.organisation_id', 'c.organisation_id').andOn('p.id', 'c.payee_id'))
    .select([...headColumns('f'), 'o.name as organisation_name', 'f.contract_id', 'c.number as contract_running', 'c.fiscal_year as contract_year', 'c.contract_number', 'p.name as payee_name',
      'f.document_date', 'f.order_reference', 'f.reason', 'f.amount', 'f.voucher_id', 'f.end_reason', 'f.prepared_by'])
    .select(read.db.raw(`${person('u')} AS author`))
}

interface Row extends StoredHeadRow<ForfeitureState> {
  organisation_name: string
  contract_id: string
  contract_running: number | null
  contract_year: number
  contract_number: string
  payee_name: string
  document_date: string
  order_reference: string
  reason: string
  amount: string
  voucher_id: string | null
  end_reason: string | null
  prepared_by: string
  author: Person
}

function forfeitureOf(row: Row): Forfeiture {
  return {
    ...storedHead(row), organisationName: row.organisation_name, contractId: row.contract_id,
    contractName: contractName({ number: row.contract_running, fiscalYear: fiscalYear(row.contract_year) }), contractNumber: row.contract_number, payeeName: row.payee_name,
    documentDate: calendarDate(row.document_date), orderReference: row.order_reference, reason: row.reason, amount: fromNumeric(row.amount), voucherId: row.voucher_id,
    endReason: row.end_reason, authorId: row.prepared_by, author: row.author,
  }
}
