// Contracts as records of e-GP. Row-level security narrows to the actor's scope.
import { type Knex } from 'knex'
import { headRows, newestFirst, onePage, type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { type ContractState } from '../contract/contract.ts'
import { type PurchaseFilter } from '../purchase-desk/purchase-desk.ts'
import { type EgpRecord, type EgpState } from './egp.ts'

/** The rows of the contract's desk: a record of e-GP is a contract. */
export const recordRows = headRows('contracts')

const conditions: Readonly<Record<EgpState, string>> = {
  keyed: `(c.egp_project <> '' AND c.egp_control <> '')`,
  missing: `(c.egp_project = '' OR c.egp_control = '') AND c.price >= ?`,
  exempt: `(c.egp_project = '' OR c.egp_control = '') AND c.price < ?`,
}

/** `from`: the price from which the numbers are wanted. */
export async function findEgpRecords(read: OfficerRead, { state, ...filter }: PurchaseFilter<EgpState>, { from, most }: { readonly from: Money; readonly most?: number | undefined }): Promise<FoundPage<EgpRecord>> {
  const query = newestFirst(records(read), { alias: 'c', day: 'signed_on' }, { ...filter, state: undefined })
  if (state !== undefined) query.whereRaw(conditions[state], state === 'keyed' ? [] : [toNumeric(from)])
  const { search } = filter
  if (search !== '') query.whereRaw('(strpos(c.egp_project, :search) > 0 OR strpos(c.egp_control, :search) > 0 OR strpos(c.contract_number, :search) > 0 OR strpos(c.title, :search) > 0 OR strpos(p.name, :search) > 0)', { search })
  return onePage(query, recordOf, most)
}

/** Of the own office. */
export async function countMissing(read: OfficerRead, from: Money): Promise<number> {
  const row: { count: number } | undefined = await read.db('contracts as c').where({ 'c.organisation_id': read.actor.organisationId }).whereNotIn('c.state', ['cancelled', 'revoked'])
    .whereRaw(conditions.missing, [toNumeric(from)]).first(read.db.raw('count(*)::int AS count'))
  return row?.count ?? 0
}

export async function getEgpRecord(read: OfficerRead, organisationId: string, id: string): Promise<EgpRecord> {
  const row: Row | undefined = await records(read).where({ 'c.organisation_id': organisationId, 'c.id': id }).first()
  if (!row) throw new NotFound('contract for e-GP')
  return recordOf(row)
}

/** §8.4: the same contract twice is refused. */
export async function isControlTaken(read: OfficerRead, id: string, egpControl: string): Promise<boolean> {
  const row = await read.db('contracts').where({ organisation_id: read.actor.organisationId, egp_control: egpControl }).whereNot({ id }).whereNotIn('state', ['cancelled', 'revoked']).first('id')
  return row !== undefined
}

export async function saveEgpNumbers(work: OfficerWork, record: EgpRecord, { egpProject, egpControl }: { readonly egpProject: string; readonly egpControl: string }): Promise<void> {
  await recordRows.change(work, record, { egp_project: egpProject, egp_control: egpControl })
}

function records(read: OfficerRead): Knex.QueryBuilder {
  return read.db('contracts as c').whereNotIn('c.state', ['cancelled', 'revoked']).join('payees as p', (on) => on.on('p.organisation_id', 'c.organisation_id').andOn('p.id', 'c.payee_id'))
    .join('purchase_requests as r', (on) => on.on('r.organisation_id', 'c.organisation_id').andOn('r.id', 'c.request_id'))
    .joinRaw('JOIN LATERAL (SELECT t.name FROM procurement_methods t WHERE t.code = r.method_code AND t.valid_from <= r.document_date ORDER BY t.valid_from DESC LIMIT 1) m ON true')
    .select('c.organisation_id', 'c.id', 'c.version', 'c.number', 'c.fiscal_year', 'c.state', 'c.contract_number', 'c.title', 'p.name as payee_name', 'p.tax_id', 'm.name as method_name', 'c.signed_on',
      'c.price', 'c.advance_percent', 'c.egp_project', 'c.egp_control')
}

interface Row {
  organisation_id: string
  id: string
  version: number
  number: number | null
  fiscal_year: number
  state: ContractState
  contract_number: string
  title: string
  payee_name: string
  tax_id: string | null
  method_name: string
  signed_on: string
  price: string
  advance_percent: string
  egp_project: string
  egp_control: string
}

function recordOf(row: Row): EgpRecord {
  return {
    organisationId: row.organisation_id, id: row.id, version: row.version, number: row.number, fiscalYear: fiscalYear(row.fiscal_year), contractState: row.state,
    contractNumber: row.contract_number, title: row.title, payeeName: row.payee_name, payeeTaxId: row.tax_id, methodName: row.method_name, signedOn: calendarDate(row.signed_on),
    price: fromNumeric(row.price), hasAdvance: Number(row.advance_percent) > 0, egpProject: row.egp_project, egpControl: row.egp_control,
  }
}
