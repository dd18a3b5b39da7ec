import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addMonths, type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'

/** What payments of the month credited to these accounts; a reversal takes it out again, whenever it was made. */
export async function findBooked(read: OfficerRead, organisationId: string, { month, accounts }: { readonly month: CalendarDate; readonly accounts: readonly string[] }): Promise<ReadonlyMap<string, Money>> {
  const { rows } = await read.db.raw<{ rows: { account_code: string; amount: string }[] }>(`
    SELECT l.account_code, sum(l.amount) AS amount FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id
    WHERE v.organisation_id = :organisationId AND v.document_date >= :month AND v.document_date < :until AND v.type = 'PV' AND l.side = 'C' AND l.account_code = ANY (:accounts)
      AND NOT EXISTS (SELECT FROM vouchers r WHERE r.organisation_id = v.organisation_id AND r.reverses_id = v.id)
    GROUP BY l.account_code`, { organisationId, month, until: addMonths(month, 1), accounts: [...accounts] })
  return new Map(rows.map((row) => [row.account_code, fromNumeric(row.amount)]))
}

/** Whoever remits waits here: a row is handed on once. */
export async function holdTaxRows(work: OfficerWork, ids: readonly string[]): Promise<void> {
  await work.db('withholdings').where('organisation_id', work.actor.organisationId).whereIn('id', [...ids]).orderBy('id').forUpdate().select('id')
}

export async function insertRemittance(work: OfficerWork, { month, total, rowIds }: { readonly month: CalendarDate; readonly total: Money; readonly rowIds: readonly string[] }): Promise<string> {
  const [row] = await work.db('tax_remittances').insert({
    organisation_id: work.actor.organisationId, month, total: toNumeric(total), made_by: work.actor.userId, made_at: work.now,
  }).returning('id')
  await work.db('withholdings').where('organisation_id', work.actor.organisationId).whereIn('id', [...rowIds]).update({ remittance_id: row.id })
  return row.id
}

export interface RemittanceChange {
  readonly claimId?: string
  readonly isLive?: boolean
  readonly remittedOn?: CalendarDate | null
}

export async function changeRemittance(work: OfficerWork, id: string, { claimId, isLive, remittedOn }: RemittanceChange): Promise<void> {
  await work.db('tax_remittances').where({ organisation_id: work.actor.organisationId, id }).update({
    ...(claimId !== undefined && { claim_id: claimId }), ...(isLive !== undefined && { is_live: isLive }), ...(remittedOn !== undefined && { remitted_on: remittedOn }),
  })
}

/** Bodies of state that may receive it, by name. */
export async function findStateBodies(read: OfficerRead): Promise<{ readonly id: string; readonly name: string }[]> {
  return read.db('payees').where({ organisation_id: read.actor.organisationId, kind: 'state_body', is_active: true }).orderByRaw('name COLLATE "th-TH-x-icu", id').select('id', 'name')
}
