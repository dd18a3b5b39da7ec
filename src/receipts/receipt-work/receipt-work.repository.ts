import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type LastSummary, type Waiting, type WaitingCounts } from './receipt-work.ts'

/** One question for everything that waits in the own office: its cost goes with what waits, not with what was ever recorded. */
export async function countWaiting(read: OfficerRead, isAlone: boolean): Promise<Omit<WaitingCounts, 'cash' | 'cashAccount'>> {
  const { rows } = await read.db.raw<{ rows: CountRow[] }>(waitingQuery, { organisation: read.actor.organisationId, me: read.actor.userId, isAlone })
  const [row] = rows
  if (!row) throw new Error('counting gave no row')
  const of = (name: CountName): Waiting => ({ count: row[`${name}_count`], amount: fromNumeric(row[`${name}_amount`]) })
  return {
    receipts: of('receipts'), ownReceipts: of('own_receipts'), ownDrafts: of('own_drafts'), submittedByOthers: of('submitted'),
    slips: of('slips'),
    receivedSlips: of('received'), draftSummaries: of('drafts'), draftsByOthers: of('others'), isAlone,
  }
}

type CountName = 'receipts' | 'own_receipts' | 'own_drafts' | 'submitted' | 'slips' | 'received' | 'drafts' | 'others'
type CountRow = { [name in `${CountName}_count`]: number } & { [name in `${CountName}_amount`]: string }

function counted(name: CountName, condition = 'true'): string {
  const those = `FILTER (WHERE ${condition})`
  return `(count(*) ${those})::int AS ${name}_count, coalesce(sum(amount) ${those}, 0)::numeric(18,2) AS ${name}_amount`
}

const waitingQuery = `
  WITH receipt AS (
    SELECT r.recorded_by, r.remittance_id,
    r.total AS amount FROM receipts r WHERE r.organisation_id = :organisation AND r.state = 'recorded'
  ), slip AS (
    SELECT s.state, s.remitted_by, s.summary_id, (SELECT coalesce(sum(r.total), 0) FROM receipts r
      WHERE r.organisation_id = s.organisation_id AND r.remittance_id = s.id AND r.state <> 'cancelled') AS amount
    FROM remittances s WHERE s.organisation_id = :organisation AND s.state IN ('draft', 'submitted', 'received')
  ), summary AS (
    SELECT m.prepared_by, (SELECT coalesce(sum(r.total), 0) FROM remittances s
      JOIN receipts r ON r.organisation_id = s.organisation_id AND r.remittance_id = s.id AND r.state <> 'cancelled'
      WHERE s.organisation_id = m.organisation_id AND s.summary_id = m.id) AS amount
    FROM remittance_summaries m WHERE m.organisation_id = :organisation AND m.state = 'draft'
  )
  SELECT * FROM (SELECT ${counted('receipts')}, ${counted('own_receipts', 'recorded_by = :me AND remittance_id IS NULL')} FROM receipt) a,
    (SELECT ${counted('own_drafts', `state = 'draft' AND remitted_by = :me`)},
      ${counted('submitted', `state = 'submitted' AND (:isAlone OR remitted_by <> :me)`)},
      ${counted('slips', `state <> 'draft' AND summary_id IS NULL`)},
      ${counted('received', `state = 'received' AND summary_id IS NULL`)} FROM slip) b,
    (SELECT ${counted('drafts')}, ${counted('others', ':isAlone OR prepared_by <> :me')} FROM summary) c`

export async function findLastSummary(read: OfficerRead): Promise<LastSummary | undefined> {
  const row = await read.db('remittance_summaries').where({ organisation_id: read.actor.organisationId, state: 'confirmed' })
    .orderBy('summary_date', 'desc').first('id', 'summary_date', 'number', 'fiscal_year')
  return row && { id: row.id, date: calendarDate(row.summary_date), number: row.number, fiscalYear: fiscalYear(row.fiscal_year) }
}
