import { type Knex } from 'knex'
import { headRows, isTwin, onePage, type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { taxpayerText } from '../taxpayer.text.ts'
import { type PersonKind, type Register, type TaxedItem, type Taxpayer, type TaxpayerCommand, type TaxpayerFilter, type TaxpayerHead } from './taxpayer.ts'

export const taxpayerRows = headRows('taxpayers')

export async function findTaxpayers(read: OfficerRead, filter: TaxpayerFilter): Promise<FoundPage<TaxpayerHead>> {
  const query = narrowed(read, filter).orderBy('t.id', 'desc')
  return onePage(filter.after ? query.where('t.id', '<', filter.after) : query, headOf)
}

export async function findAllTaxpayers(read: OfficerRead, filter: TaxpayerFilter, most: number): Promise<TaxpayerHead[]> {
  return (await narrowed(read, filter).orderBy('t.id').limit(most + 1)).map(headOf)
}

/** For choosing one: those in use, by name. */
export async function findTaxpayerChoices(read: OfficerRead, register: Register): Promise<TaxpayerHead[]> {
  const own = { organisationId: read.actor.organisationId, register, text: '', after: undefined }
  return (await narrowed(read, own).where('t.is_active', true).orderByRaw('t.name COLLATE "th-TH-x-icu"').limit(2000)).map(headOf)
}

export async function getTaxpayer(read: OfficerRead, organisationId: string, id: string): Promise<Taxpayer> {
  const row: Row | undefined = await taxpayers(read).where({ 't.organisation_id': organisationId, 't.id': id }).first()
  if (!row) throw new NotFound('taxpayer')
  const items = await read.db('taxpayer_items').where({ organisation_id: organisationId, taxpayer_id: id }).orderBy('line').select('kind', 'place', 'detail')
  return { ...headOf(row), items }
}

/** What everybody of these registers owes, by 'kind/key'. */
export async function findOwed(read: OfficerRead, organisationId: string): Promise<Map<string, Money>> {
  const rows = await read.db('sub_ledger_balances').where({ organisation_id: organisationId }).whereIn('sub_kind', ['taxpayer', 'debtor'])
    .groupBy('sub_kind', 'sub_key').select('sub_kind', 'sub_key', read.db.raw('sum(debit - credit) AS balance'))
  return new Map(rows.map((row) => [`${row.sub_kind}/${row.sub_key}`, fromNumeric(row.balance)]))
}

export async function findNumbers(read: OfficerRead, register: Register, numbers: readonly string[]): Promise<Set<string>> {
  const own = { organisation_id: read.actor.organisationId, sub_kind: register }
  return new Set(await read.db('taxpayers').where(own).whereIn('person_number', numbers.filter((number) => number !== '')).pluck('person_number'))
}

export async function insertTaxpayer(work: OfficerWork, command: TaxpayerCommand, { key, formKey }: { key: string; formKey: string | null }): Promise<string> {
  const [row] = await work.db('taxpayers').insert({
    organisation_id: work.actor.organisationId, sub_kind: command.register, sub_key: key, ...columnsOf(command), form_key: formKey, made_by: work.actor.userId, made_at: work.now,
  }).returning('id').catch(orTaken)
  await saveItems(work, row.id, command.items)
  return row.id
}

export async function updateTaxpayer(work: OfficerWork, taxpayer: TaxpayerHead, command: TaxpayerCommand): Promise<void> {
  await taxpayerRows.change(work, taxpayer, columnsOf(command)).catch(orTaken)
  await saveItems(work, taxpayer.id, command.items)
}

function orTaken(error: unknown): never {
  throw isTwin(error, 'taxpayers_person') ? new RuleBroken({ personNumber: taxpayerText.errors.taken }) : error
}

function columnsOf(command: TaxpayerCommand): object {
  return {
    person_kind: command.personKind, name: command.name, person_number: command.personNumber, address: command.address, phone: command.phone, is_active: command.isActive,
  }
}

async function saveItems(work: OfficerWork, id: string, items: readonly TaxedItem[]): Promise<void> {
  const own = { organisation_id: work.actor.organisationId, taxpayer_id: id }
  await work.db('taxpayer_items').where(own).delete()
  if (items.length > 0) await work.db('taxpayer_items').insert(items.map((item, index) => ({ ...own, line: index + 1, ...item })))
}

function narrowed(read: OfficerRead, { organisationId, register, text }: Omit<TaxpayerFilter, 'after'>): Knex.QueryBuilder {
  const query = taxpayers(read).where('t.organisation_id', organisationId)
  if (register) query.where('t.sub_kind', register)
  if (text === '') return query
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return query.where((either) => either.whereILike('t.name', like).orWhereILike('t.sub_key', like).orWhere('t.person_number', text).orWhereILike('t.address', like)
    .orWhereExists(read.db('taxpayer_items as i').whereRaw('i.organisation_id = t.organisation_id AND i.taxpayer_id = t.id').whereILike('i.place', like).select(read.db.raw('1'))))
}

function taxpayers(read: OfficerRead): Knex.QueryBuilder {
  return read.db('taxpayers as t').select('t.organisation_id', 't.id', 't.version', 't.sub_kind', 't.sub_key', 't.person_kind', 't.name', 't.person_number', 't.address', 't.phone', 't.is_active',
    read.db.raw(`(SELECT string_agg(i.place, ' · ' ORDER BY i.line) FROM taxpayer_items i WHERE i.organisation_id = t.organisation_id AND i.taxpayer_id = t.id) AS places`))
}

interface Row {
  organisation_id: string
  id: string
  version: number
  sub_kind: Register
  sub_key: string
  person_kind: PersonKind
  name: string
  person_number: string
  address: string
  phone: string
  is_active: boolean
  places: string | null
}

function headOf(row: Row): TaxpayerHead {
  return {
    organisationId: row.organisation_id, id: row.id, version: row.version, register: row.sub_kind, key: row.sub_key, personKind: row.person_kind, name: row.name,
    personNumber: row.person_number, address: row.address, phone: row.phone, isActive: row.is_active, places: row.places ?? '',
  }
}
