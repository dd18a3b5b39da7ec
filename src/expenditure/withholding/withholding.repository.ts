import { type Knex } from 'knex'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addMonths, type CalendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { toNumeric } from '../../platform/money.ts'
import { withholdingOf, type NewWithholding, type TaxRow, type Withholding, type WithholdingRow as Row } from './withholding.ts'

export async function insertWithholding(work: OfficerWork, row: NewWithholding): Promise<void> {
  await work.db('withholdings').insert({
    organisation_id: work.actor.organisationId, payment_id: row.paymentId, claim_id: row.claimId, line: row.line, person: row.person, state: 'issued', paid_on: row.paidOn, form: row.form,
    rule_code: row.ruleCode, income_type: row.incomeType, account_code: row.accountCode, base: toNumeric(row.base), rate: row.rate, amount: toNumeric(row.amount),
    payee_id: row.payeeId, payee_name: row.payeeName, payee_tax_id: row.payeeTaxId, payee_branch: row.payeeBranch, payee_address: row.payeeAddress,
    certificate_year: row.certificate?.fiscalYear ?? null, certificate_number: row.certificate?.number ?? null, remittance_id: row.remittanceId,
  })
}

/** Where people live, for their rows in a return. */
export async function findAddresses(read: OfficerRead, payeeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows: { id: string; address: string }[] = await read.db('payees').where('organisation_id', read.actor.organisationId).whereIn('id', [...payeeIds])
    .select('id', read.db.raw(`concat_ws(' ', nullif(address, ''), nullif(subdistrict, ''), nullif(district, ''), nullif(province, ''), nullif(postcode, '')) AS address`))
  return new Map(rows.map((row) => [row.id, row.address]))
}

/** What was withheld at this payment and a claim is handing on, not paid yet. Rows are held until commit, so that nobody begins to. */
export async function findBeingRemitted(work: OfficerWork, paymentId: string): Promise<string | undefined> {
  const own = { organisation_id: work.actor.organisationId, payment_id: paymentId }
  await work.db('withholdings').where(own).orderBy('id').forUpdate().select('id')
  const row = await work.db('withholdings as w').join('tax_remittances as t', (on) => on.on('t.organisation_id', 'w.organisation_id').andOn('t.id', 'w.remittance_id'))
    .where({ 'w.organisation_id': own.organisation_id, 'w.payment_id': paymentId, 't.is_live': true, 't.remitted_on': null }).first('t.claim_id')
  return row?.claim_id ?? undefined
}

/** The remittance by which this tax went out before its payment was reversed. */
export async function findRemitted(read: OfficerRead, { claimId, line }: Pick<NewWithholding, 'claimId' | 'line'>): Promise<string | undefined> {
  const row = await read.db('withholdings as w').join('tax_remittances as t', (on) => on.on('t.organisation_id', 'w.organisation_id').andOn('t.id', 'w.remittance_id'))
    .where({ 'w.organisation_id': read.actor.organisationId, 'w.claim_id': claimId, 'w.line': line, 'w.state': 'cancelled', 't.is_live': true }).whereNotNull('t.remitted_on')
    .orderBy('w.id', 'desc').first('t.id')
  return row?.id
}

/** With their payment: certificate and row stand in the register as cancelled. */
export async function cancelWithholdings(work: OfficerWork, paymentId: string): Promise<void> {
  await work.db('withholdings').where({ organisation_id: work.actor.organisationId, payment_id: paymentId }).update({ state: 'cancelled' })
}

export async function findWithholdingsOf(read: OfficerRead, organisationId: string, paymentId: string): Promise<Withholding[]> {
  const rows: Row[] = await withholdings(read).where({ 'w.organisation_id': organisationId, 'w.payment_id': paymentId }).orderBy('w.id')
  return rows.map(withholdingOf)
}

export async function getWithholding(read: OfficerRead, organisationId: string, id: string): Promise<Withholding> {
  const row: Row | undefined = await withholdings(read).where({ 'w.organisation_id': organisationId, 'w.id': id }).first()
  if (!row) throw new NotFound('withholding')
  return withholdingOf(row)
}

/** Withheld in the month that begins on this day, with what became of it. */
export async function findTaxRows(read: OfficerRead, organisationId: string, month: CalendarDate): Promise<TaxRow[]> {
  const rows: TaxRowRow[] = await withholdings(read).where('w.organisation_id', organisationId).where('w.paid_on', '>=', month).where('w.paid_on', '<', addMonths(month, 1)).orderBy(['w.form', 'w.paid_on', 'w.id'])
    .select('t.id as live_id', 't.claim_id as remitting_claim')
  return rows.map((row) => ({ ...withholdingOf(row), accountCode: row.account_code, remittanceId: row.live_id, claimId: row.remitting_claim }))
}

/** With the remittance that stands, and the certificates before and after it. */
function withholdings(read: OfficerRead): Knex.QueryBuilder {
  return read.db('withholdings as w').select('w.*', 't.remitted_on', 'o.certificate_year as old_year', 'o.certificate_number as old_number', 'n.certificate_year as new_year', 'n.certificate_number as new_number')
    .leftJoin('withholdings as o', (on) => on.on('o.organisation_id', 'w.organisation_id').andOn('o.id', 'w.replaces_id'))
    .leftJoin('withholdings as n', (on) => on.on('n.organisation_id', 'w.organisation_id').andOn('n.replaces_id', 'w.id'))
    .leftJoin('tax_remittances as t', (on) => on.on('t.organisation_id', 'w.organisation_id').andOn('t.id', 'w.remittance_id').andOnVal('t.is_live', true))
}

interface TaxRowRow extends Row {
  account_code: string
  live_id: string | null
  remitting_claim: string | null
}
