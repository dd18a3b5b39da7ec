import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'

/** Everybody who pays from this account waits here: what is left is looked at one at a time. */
export async function holdBankAccount(work: OfficerWork, bankAccountId: string): Promise<void> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`bank ${work.actor.organisationId} ${bankAccountId}`])
}

export interface Committed {
  readonly bankAccountId: string
  /** The row that is being paid now: it is not counted against itself. */
  readonly exceptRowId?: string | undefined
}

/** What will leave the account: rows of approved reports not yet posted, and recorded payments without a report. */
export async function sumCommitted(read: OfficerRead, { bankAccountId, exceptRowId }: Committed): Promise<Money> {
  const { rows: [row] } = await read.db.raw<{ rows: { amount: string }[] }>(`
    SELECT coalesce((SELECT sum(m.net) FROM payments m WHERE m.organisation_id = :own AND m.bank_account_id = :bank AND m.state = 'recorded' AND m.report_row_id IS NULL), 0)
      + coalesce((SELECT sum(w.net) FROM cheque_report_rows w JOIN cheque_reports r ON r.organisation_id = w.organisation_id AND r.id = w.report_id
        WHERE w.organisation_id = :own AND r.bank_account_id = :bank AND r.state IN ('approved', 'issued') AND w.is_live AND w.id IS DISTINCT FROM :except::bigint
          AND NOT EXISTS (SELECT FROM payments m WHERE m.organisation_id = w.organisation_id AND m.report_row_id = w.id AND m.state = 'posted')), 0) AS amount`,
  { own: read.actor.organisationId, bank: bankAccountId, except: exceptRowId ?? null })
  return fromNumeric(row?.amount ?? '0')
}
