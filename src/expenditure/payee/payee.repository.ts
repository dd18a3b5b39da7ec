import { type Knex } from 'knex'
import { headRows, isTwin, onePage, type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { stripToneMarks, toArabicDigits, toneMarks } from '../../platform/thai.ts'
import { payeeText } from '../payee.text.ts'
import { type ListedPayee, type Payee, type PayeeCommand, type PayeeFilter, type PayeeKind } from './payee.ts'

export const payeeRows = headRows('payees')

const byName = 'p.name COLLATE "th-TH-x-icu"'

/** In the order of the Thai dictionary, one page. */
export async function findPayees(read: OfficerRead, filter: PayeeFilter, most?: number): Promise<FoundPage<ListedPayee>> {
  const query = narrowed(read, filter).orderByRaw(`${byName}, p.id`).select('p.id', 'p.kind', 'p.tax_id', 'p.branch', 'p.name', 'p.province', 'p.is_vat_registered',
    'p.is_staff', 'p.is_active', 't.verified', 't.waiting')
  if (filter.after !== undefined) {
    query.whereRaw(`(${byName}, p.id) > (SELECT ${byName}, p.id FROM payees p WHERE p.organisation_id = ? AND p.id = ?)`, [filter.organisationId, filter.after])
  }
  return onePage(query, listedOf, most)
}

export async function countPayees(read: OfficerRead, filter: PayeeFilter): Promise<number> {
  const [row] = await narrowed(read, filter).count({ count: '*' })
  return Number(row?.count ?? 0)
}

function narrowed(read: OfficerRead, filter: PayeeFilter): Knex.QueryBuilder {
  return payeesMatching(read, filter).joinRaw(`CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE a.state = 'verified'))::int AS verified, (count(*) FILTER (WHERE a.state = 'requested'))::int AS waiting
      FROM payee_accounts a WHERE a.organisation_id = p.organisation_id AND a.payee_id = p.id) t`)
}

/** Those in use that the words may mean, one of exactly this name first: for the box of a form. */
export async function findNamed(read: OfficerRead, text: string, most: number): Promise<Pick<ListedPayee, 'id' | 'kind' | 'name' | 'taxId' | 'isStaff'>[]> {
  const rows: Pick<Row, 'id' | 'kind' | 'name' | 'tax_id' | 'is_staff'>[] = await payeesMatching(read, { organisationId: read.actor.organisationId, search: text, kind: undefined, isActive: true })
    .orderByRaw('(p.name = ?) DESC, p.name, p.id', [text]).limit(most).select('p.id', 'p.kind', 'p.name', 'p.tax_id', 'p.is_staff')
  return rows.map((row) => ({ id: row.id, kind: row.kind, name: row.name, taxId: row.tax_id, isStaff: row.is_staff }))
}

/** Of the register `p`: what the filter means, for the register itself and for the box of a form. */
function payeesMatching(read: OfficerRead, filter: Omit<PayeeFilter, 'after'>): Knex.QueryBuilder {
  const query = read.db('payees as p').where('p.organisation_id', filter.organisationId)
  if (filter.kind) query.where('p.kind', filter.kind)
  if (filter.isActive !== undefined) query.where('p.is_active', filter.isActive)
  if (filter.search !== '') query.where((any) => matching(any, filter.search))
  return query
}

/** Part of a name without its tone marks, the first digits of a tax id, or name and tax id as the chooser writes them. */
function matching(query: Knex.QueryBuilder, search: string): void {
  const digits = toArabicDigits(search).replace(/[\s-]/g, '')
  query.whereRaw(`translate(p.name || ' ' || p.english_name, ?, '') ILIKE ?`, [toneMarks, `%${stripToneMarks(search).replace(/[\\%_]/g, '\\$&')}%`])
  if (/^[0-9]{3,13}$/.test(digits)) query.orWhere('p.tax_id', 'like', `${digits}%`)
  const [, whole] = /\s([0-9]{13})$/.exec(toArabicDigits(search).trimEnd()) ?? []
  if (whole !== undefined) query.orWhere('p.tax_id', whole)
  const [, name, last] = /^(.+) x-xxxx-xxxx([0-9]-[0-9]{2}-[0-9])$/.exec(toArabicDigits(search)) ?? []
  if (name !== undefined && last !== undefined) query.orWhere((any) => any.where('p.name', name).whereRaw('right(p.tax_id, 4) = ?', last.replaceAll('-', '')))
}

export async function getPayee(read: OfficerRead, organisationId: string, id: string): Promise<Payee> {
  const row: Row | undefined = await read.db('payees').where({ organisation_id: organisationId, id }).first()
  if (!row) throw new NotFound('payee')
  return payeeOf(row)
}

export async function insertPayee(work: OfficerWork, command: PayeeCommand, formKey: string | null): Promise<string> {
  const [row] = await work.db('payees').insert({
    organisation_id: work.actor.organisationId, ...columnsOf(command), form_key: formKey, created_by: work.actor.userId, created_at: work.now,
  }).returning('id').catch(orTaken)
  return row.id
}

export async function updatePayee(work: OfficerWork, payee: Payee, command: PayeeCommand): Promise<void> {
  await payeeRows.change(work, payee, columnsOf(command)).catch(orTaken)
}

export async function setPayeeUse(work: OfficerWork, payee: Payee, isActive: boolean): Promise<void> {
  await payeeRows.change(work, payee, { is_active: isActive })
}

/** Which of these tax ids with branch ('0105…/00000') stand in the register already. */
export async function findTaken(read: OfficerRead, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { key: string }[] = await read.db('payees').where('organisation_id', read.actor.organisationId)
    .whereRaw(`tax_id || '/' || branch = ANY (?)`, [[...keys]]).select(read.db.raw(`tax_id || '/' || branch AS key`))
  return new Set(rows.map(({ key }) => key))
}

function orTaken(error: unknown): never {
  throw isTwin(error, 'payees_tax_id') ? new RuleBroken({ taxId: payeeText.errors.taken }) : error
}

function columnsOf(command: PayeeCommand): object {
  return {
    kind: command.kind, tax_id: command.taxId, branch: command.branch, name: command.name, english_name: command.englishName, address: command.address,
    subdistrict: command.subdistrict, district: command.district, province: command.province, postcode: command.postcode, phone: command.phone,
    email: command.email, is_vat_registered: command.isVatRegistered, is_staff: command.isStaff,
  }
}

interface Row {
  organisation_id: string
  id: string
  version: number
  kind: PayeeKind
  tax_id: string | null
  branch: string
  name: string
  english_name: string
  address: string
  subdistrict: string
  district: string
  province: string
  postcode: string
  phone: string
  email: string
  is_vat_registered: boolean
  is_staff: boolean
  is_active: boolean
}

type ListedRow = Pick<Row, 'id' | 'kind' | 'tax_id' | 'branch' | 'name' | 'province' | 'is_vat_registered' | 'is_staff' | 'is_active'> & { verified: number; waiting: number }

function listedOf(row: ListedRow): ListedPayee {
  return {
    id: row.id, kind: row.kind, taxId: row.tax_id, branch: row.branch, name: row.name, province: row.province, isVatRegistered: row.is_vat_registered,
    isStaff: row.is_staff, isActive: row.is_active, verified: row.verified, waiting: row.waiting,
  }
}

function payeeOf(row: Row): Payee {
  return {
    organisationId: row.organisation_id, id: row.id, version: row.version, kind: row.kind, taxId: row.tax_id, branch: row.branch, name: row.name,
    englishName: row.english_name, address: row.address, subdistrict: row.subdistrict, district: row.district, province: row.province, postcode: row.postcode,
    phone: row.phone, email: row.email, isVatRegistered: row.is_vat_registered, isStaff: row.is_staff, isActive: row.is_active,
  }
}
