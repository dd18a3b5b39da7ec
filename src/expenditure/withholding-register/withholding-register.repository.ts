import { type Knex } from 'knex'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addMonths, fiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { withholdingOf, type WithholdingRow } from '../withholding/withholding.ts'
import { type RegisterAsked, type RegisteredTax, type RegisterTotals } from './withholding-register.ts'

/** What decides what is late. */
export interface Due {
  readonly remitDays: number
}

/** In the order of payment. */
export async function findTaxes(read: OfficerRead, asked: RegisterAsked, { most, ...due }: Due & { readonly most: number }): Promise<FoundPage<RegisteredTax>> {
  const query = narrowed(read, asked, due).orderBy(['w.paid_on', 'w.id']).limit(most + 1)
    .select('w.*', 't.remitted_on', 't.claim_id as remitting_claim', 'v.number as voucher_number', 'v.fiscal_year as voucher_year',
      'o.certificate_year as old_year', 'o.certificate_number as old_number', 'n.certificate_year as new_year', 'n.certificate_number as new_number')
    .leftJoin('withholdings as o', (on) => on.on('o.organisation_id', 'w.organisation_id').andOn('o.id', 'w.replaces_id'))
    .leftJoin('withholdings as n', (on) => on.on('n.organisation_id', 'w.organisation_id').andOn('n.replaces_id', 'w.id'))
  if (asked.after !== undefined) query.whereRaw('(w.paid_on, w.id) > (SELECT l.paid_on, l.id FROM withholdings l WHERE l.organisation_id = ? AND l.id = ?)', [asked.organisationId, asked.after])
  const rows: Row[] = await query
  return { items: rows.slice(0, most).map(taxOf), hasMore: rows.length > most }
}

/** Of everything asked for; what was cancelled adds nothing. */
export async function totalTaxes(read: OfficerRead, asked: RegisterAsked, due: Due): Promise<RegisterTotals> {
  const rows: { form: string; all: number; count: number; base: string; amount: string }[] = await narrowed(read, asked, due).groupBy('w.form').orderBy('w.form')
    .select('w.form', read.db.raw(`count(*)::int AS all, (count(*) FILTER (WHERE w.state = 'issued'))::int AS count,
      coalesce(sum(w.base) FILTER (WHERE w.state = 'issued'), 0) AS base, coalesce(sum(w.amount) FILTER (WHERE w.state = 'issued'), 0) AS amount`))
  return {
    count: rows.reduce((sum, row) => sum + row.all, 0),
    forms: rows.filter(({ count }) => count > 0).map((row) => ({ form: row.form, count: row.count, base: fromNumeric(row.base), amount: fromNumeric(row.amount) })),
  }
}

/** Forms that were ever withheld for here. */
export async function findForms(read: OfficerRead, organisationId: string): Promise<string[]> {
  const rows: { form: string }[] = await read.db('withholdings').where('organisation_id', organisationId).distinct('form').orderBy('form')
  return rows.map(({ form }) => form)
}

function narrowed(read: OfficerRead, { organisationId, from, until, form, shown, search }: RegisterAsked, { remitDays }: Due): Knex.QueryBuilder {
  const query = read.db('withholdings as w')
    .leftJoin('tax_remittances as t', (on) => on.on('t.organisation_id', 'w.organisation_id').andOn('t.id', 'w.remittance_id').andOnVal('t.is_live', true))
    .leftJoin('payments as m', (on) => on.on('m.organisation_id', 'w.organisation_id').andOn('m.id', 'w.payment_id'))
    .leftJoin('vouchers as v', (on) => on.on('v.organisation_id', 'm.organisation_id').andOn('v.id', 'm.voucher_id'))
    .where('w.organisation_id', organisationId).where('w.paid_on', '>=', from).where('w.paid_on', '<', addMonths(until, 1))
  if (form !== '') query.where('w.form', form)
  if (shown === 'cancelled') query.where('w.state', 'cancelled')
  if (shown === 'unremitted') query.where('w.state', 'issued').whereNull('t.remitted_on')
  if (shown === 'remitted') query.where('w.state', 'issued').whereNotNull('t.remitted_on')
  if (shown === 'late') query.where('w.state', 'issued').whereRaw(`coalesce(t.remitted_on, ?::date) > (date_trunc('month', w.paid_on::timestamp) + interval '1 month')::date + ?::int - 1`, [read.today, remitDays])
  return search === '' ? query : searched(query, search)
}

function searched(query: Knex.QueryBuilder, search: string): Knex.QueryBuilder {
  const [, number, year] = /^PV-?0*([0-9]{1,9})(?:\/([0-9]{2}))?$/i.exec(search) ?? []
  if (number !== undefined) return query.where('v.number', Number(number)).whereRaw('(?::int IS NULL OR v.fiscal_year % 100 = ?)', [year === undefined ? null : Number(year), year === undefined ? null : Number(year)])
  return query.where((any) => any.whereRaw('strpos(w.payee_name, ?) > 0', [search]).orWhere('w.payee_tax_id', search.replace(/[\s-]/g, '')))
}

interface Row extends WithholdingRow {
  remitting_claim: string | null
  voucher_number: number | null
  voucher_year: number | null
}

function taxOf(row: Row): RegisteredTax {
  const { voucher_number: number, voucher_year: year } = row
  return { ...withholdingOf(row), claimId: row.remitting_claim, voucher: number === null || year === null ? null : { number, fiscalYear: fiscalYear(year) } }
}
