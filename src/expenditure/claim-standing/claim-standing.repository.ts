import { type Knex } from 'knex'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYear } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type ClaimKind } from '../claim-kind/claim-kind.ts'
import { contractKey } from '../contract/contract.ts'
import { type Place } from './claim-standing.ts'

/** Held until commit, so that two claims do not count on the same money. */
export async function lockPlace(work: OfficerWork, { accountCode, subKey }: Place): Promise<void> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`claimed/${work.actor.organisationId}/${accountCode}/${subKey ?? ''}`])
}

export interface OtherClaims {
  readonly id: string | undefined
  readonly kinds: readonly ClaimKind[]
}

/** Handed in by other claims and not yet paid. What came back to the office has left this place in the books. */
export async function claimedElsewhere(read: OfficerRead, place: Place, others: OtherClaims): Promise<Money> {
  return sumOf(read, claimedOn(read, place, others).whereIn('c.state', ['submitted', 'endorsed', 'checked', 'approved', 'paying']).whereNull('c.reopened_by'))
}

/** The same, paid ones with them: of a debt that is claimed once. */
export async function everClaimed(read: OfficerRead, place: Place, others: OtherClaims): Promise<Money> {
  return sumOf(read, claimedOn(read, place, others).whereNotIn('c.state', ['draft', 'cancelled']))
}

function claimedOn(read: OfficerRead, { accountCode, subKey }: Place, { id, kinds }: OtherClaims): Knex.QueryBuilder {
  const query = read.db('claim_lines as l').join('claims as c', (on) => on.on('c.organisation_id', 'l.organisation_id').andOn('c.id', 'l.claim_id'))
    .where({ 'l.organisation_id': read.actor.organisationId, 'l.account_code': accountCode, 'l.sub_key': subKey, 'l.budget_line_id': null }).whereIn('c.kind', [...kinds])
  return id === undefined ? query : query.whereNot('c.id', id)
}

async function sumOf(read: OfficerRead, query: Knex.QueryBuilder): Promise<Money> {
  const row: { amount: string } | undefined = await query.first(read.db.raw('coalesce(sum(l.amount), 0) AS amount'))
  return fromNumeric(row?.amount ?? '0')
}

/** Put there by opening, adjustment and journal, less what they took off. Registers run on through the years: what a closing carried over is not counted again. */
export async function enteredByHand(read: OfficerRead, { accountCode, subKey }: Place): Promise<Money> {
  const { rows: [row] } = await read.db.raw<{ rows: { amount: string }[] }>(`
    SELECT coalesce(sum(CASE l.side WHEN 'C' THEN l.amount ELSE -l.amount END), 0) AS amount
    FROM voucher_lines l JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id
    LEFT JOIN vouchers o ON o.organisation_id = v.organisation_id AND o.id = v.reverses_id
    WHERE l.organisation_id = :organisationId AND l.account_code = :accountCode AND l.sub_key IS NOT DISTINCT FROM :subKey AND l.document_date <= :today
      AND coalesce(o.source_kind, v.source_kind) IN ('opening', 'journal', 'adjustment')
      AND coalesce(o.event, v.event) NOT LIKE 'opening.carried%' AND coalesce(o.event, v.event) NOT LIKE 'opening.corrected%'`,
  { organisationId: read.actor.organisationId, accountCode, subKey, today: read.today })
  return fromNumeric(row?.amount ?? '0')
}

/** Keys among these that belong to contracts of this office. */
export async function contractsAmong(read: OfficerRead, keys: readonly string[]): Promise<Set<string>> {
  const numbers = keys.flatMap((key) => /^CON-([0-9]{1,9})\//.exec(key)?.[1] ?? [])
  if (numbers.length === 0) return new Set()
  const rows = await read.db('contracts').where({ organisation_id: read.actor.organisationId }).whereIn('number', numbers).select('number', 'fiscal_year')
  return new Set(rows.map((row) => contractKey({ number: row.number, fiscalYear: fiscalYear(row.fiscal_year) })))
}
