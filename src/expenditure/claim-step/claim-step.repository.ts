// What the steps of a claim write and ask: its state, its numbers, other claims of the same bill.
import { headRows } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type Claim, type ClaimState } from '../claim/claim.ts'

const claimRows = headRows('claims')

export interface ClaimChange {
  readonly state: ClaimState
  readonly numbers?: { readonly number: number; readonly departmentNumber: number }
  readonly treasury?: { readonly number: number; readonly date: CalendarDate }
  readonly returnReason?: string | null
  readonly payableVoucherId?: string
  /** The payment whose money came back; null: it had not. */
  readonly reopenedBy?: string | null
  /** Who takes this step signs for it. */
  readonly signs?: 'endorsed' | 'checked' | 'approved'
  /** Back at the department: nobody has signed any more. */
  readonly isUnsigned?: boolean
  readonly isSubmitted?: boolean
}

export async function moveClaim(work: OfficerWork, claim: Pick<Claim, 'organisationId' | 'id' | 'version'>, change: ClaimChange): Promise<void> {
  const { numbers, treasury, signs } = change
  await claimRows.change(work, claim, {
    state: change.state, ...(numbers && { number: numbers.number, department_number: numbers.departmentNumber }),
    ...(treasury && { treasury_number: treasury.number, treasury_date: treasury.date }),
    ...(change.returnReason !== undefined && { return_reason: change.returnReason }),
    ...(change.payableVoucherId !== undefined && { payable_voucher_id: change.payableVoucherId }),
    ...(change.reopenedBy !== undefined && { reopened_by: change.reopenedBy }),
    ...(change.isUnsigned && { submitted_at: null, endorsed_by: null, endorsed_at: null, checked_by: null, checked_at: null }),
    ...(change.isSubmitted && { submitted_at: work.now }), ...(signs && { [`${signs}_by`]: work.actor.userId, [`${signs}_at`]: work.now }),
  })
}

/** เลขที่ผู้เบิก. The counter's row stays locked until commit, so there is no gap and no number twice. */
export async function nextDepartmentNumber(work: OfficerWork, { departmentId, fiscalYear }: Pick<Claim, 'departmentId' | 'fiscalYear'>): Promise<number> {
  const { rows } = await work.db.raw<{ rows: { last: number }[] }>(`
    INSERT INTO claim_counters AS c (organisation_id, fiscal_year, department_id, last) VALUES (?, ?, ?, 1)
    ON CONFLICT (organisation_id, fiscal_year, department_id) DO UPDATE SET last = c.last + 1 RETURNING c.last`,
  [work.actor.organisationId, fiscalYear, departmentId ?? '0'])
  const [counter] = rows
  if (!counter) throw new Error('the counter gave no number')
  return counter.last
}

export interface SameBill {
  readonly id: string
  readonly number: number | null
  readonly fiscalYear: number
  readonly claimDate: CalendarDate
  readonly gross: Money
}

/** Other claims of the same payee and bill that were not cancelled, the oldest first (W_DUP_INVOICE). */
export async function findSameBill(read: OfficerRead, claim: { readonly id?: string | undefined; readonly payeeId: string | null; readonly invoiceNumber: string }): Promise<SameBill[]> {
  if (claim.payeeId === null || claim.invoiceNumber === '') return []
  const query = read.db('claims').where({ organisation_id: read.actor.organisationId, payee_id: claim.payeeId, invoice_number: claim.invoiceNumber })
    .whereNot('state', 'cancelled').orderBy('id').select('id', 'number', 'fiscal_year', 'claim_date', 'gross')
  if (claim.id !== undefined) query.whereNot('id', claim.id)
  const rows = await query
  return rows.map(sameBillOf)
}

interface SameBillRow {
  id: string
  number: number | null
  fiscal_year: number
  claim_date: string
  gross: string
  /** Of the claim whose bill it is too. */
  claim_id: string
  duplicate_reason: string
}

function sameBillOf(row: Omit<SameBillRow, 'claim_id' | 'duplicate_reason'>): SameBill {
  return { id: row.id, number: row.number, fiscalYear: row.fiscal_year, claimDate: calendarDate(row.claim_date), gross: fromNumeric(row.gross) }
}

export interface BilledAgain {
  readonly reason: string
  readonly twins: readonly SameBill[]
}

/** Of several claims those whose bill was claimed by others too, with the reason that was given. */
export async function findBilledAgain(read: OfficerRead, claimIds: readonly string[]): Promise<ReadonlyMap<string, BilledAgain>> {
  const rows: SameBillRow[] = await read.db('claims as c').join('claims as t', (on) => on.on('t.organisation_id', 'c.organisation_id').andOn('t.payee_id', 'c.payee_id').andOn('t.invoice_number', 'c.invoice_number').andOn('t.id', '<>', 'c.id'))
    .where('c.organisation_id', read.actor.organisationId).whereIn('c.id', [...claimIds]).whereNot('c.invoice_number', '').whereNot('t.state', 'cancelled').orderBy('t.id')
    .select('c.id as claim_id', 'c.duplicate_reason', 't.id', 't.number', 't.fiscal_year', 't.claim_date', 't.gross')
  const again = new Map<string, BilledAgain>()
  for (const row of rows) {
    const { twins } = again.get(row.claim_id) ?? { twins: [] }
    again.set(row.claim_id, { reason: row.duplicate_reason, twins: [...twins, sameBillOf(row)] })
  }
  return again
}

export interface PaperCheck {
  readonly code: string
  readonly isPresent: boolean
  readonly note: string
}

export async function findChecks(read: OfficerRead, organisationId: string, claimId: string): Promise<PaperCheck[]> {
  const rows = await read.db('claim_checks').where({ organisation_id: organisationId, claim_id: claimId }).select('code', 'is_present', 'note')
  return rows.map((row) => ({ code: row.code, isPresent: row.is_present, note: row.note }))
}

export async function saveChecks(work: OfficerWork, claimId: string, checks: readonly PaperCheck[]): Promise<void> {
  const key = { organisation_id: work.actor.organisationId, claim_id: claimId }
  await work.db('claim_checks').where(key).delete()
  if (checks.length > 0) await work.db('claim_checks').insert(checks.map((each) => ({ ...key, code: each.code, is_present: each.isPresent, note: each.note })))
}
