// Handing on what was withheld: a claim C8 is drafted of all that the month still owes; its payment marks the rows. Locks: rows by id → claim.
import { balanceOn } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, sum } from '../../platform/money.ts'
import { findDepartments } from '../../registers/index.ts'
import { draftClaim } from '../claim/claim.service.ts'
import { type OriginHooks } from '../claim/claim.ts'
import { findTaxRows } from '../withholding/withholding.repository.ts'
import { withholdingText } from '../withholding.text.ts'
import { changeRemittance, findStateBodies, holdTaxRows, insertRemittance } from './tax-remittance.repository.ts'
import { claimLinesOf, remittanceSource } from './tax-remittance.ts'

const { errors } = withholdingText.remittance

export interface RemittanceCommand {
  readonly month: CalendarDate
  readonly payeeId: string
  /** Empty where the office has no departments: units below an LAO. */
  readonly departmentId: string
  readonly title: string
}

/** The id of the claim. Two who press at once: the second finds nothing left. */
export async function draftRemittance(work: OfficerWork, { month, payeeId, departmentId, title }: RemittanceCommand): Promise<string> {
  const { organisationId } = work.actor
  if (!(await findStateBodies(work)).some(({ id }) => id === payeeId)) throw new RuleBroken({ payeeId: errors.payee })
  const departments = await findDepartments(work, organisationId)
  if (departments.length > 0 && !departments.some(({ id, isActive }) => isActive && id === departmentId)) throw new RuleBroken({ departmentId: errors.department })
  await holdTaxRows(work, (await findTaxRows(work, organisationId, month)).map(({ id }) => id))
  const rows = (await findTaxRows(work, organisationId, month)).filter(({ state, remittanceId }) => state === 'issued' && remittanceId === null)
  if (rows.length === 0) throw new RuleBroken(errors.nothing)
  const lines = claimLinesOf(rows)
  for (const { accountCode, amount } of lines) {
    const booked = await balanceOn(work, { organisationId, accountCode, until: work.today })
    if (compare(amount, booked) > 0) throw new RuleBroken(errors.control(accountCode))
  }
  const id = await insertRemittance(work, { month, total: sum(rows.map(({ amount }) => amount)), rowIds: rows.map((row) => row.id) })
  const nothing = { budgetLineId: null, subKey: null, counterpartyId: null, fundCode: null, revenueCode: null, source: null }
  const claimId = await draftClaim(work, { kind: 'C8', claimDate: work.today, title, payeeId, departmentId: departmentId === '' ? null : departmentId, lines: lines.map((line) => ({ ...nothing, ...line })), origin: { kind: remittanceSource, id } })
  await changeRemittance(work, id, { claimId })
  return claimId
}

/** Cancelled, the rows wait for another claim; paid, they bear the day. */
export const remittanceHooks: OriginHooks = {
  async onReleased(work, { origin, state }) {
    if (origin !== null && state === 'cancelled') await changeRemittance(work, origin.id, { isLive: false })
  },
  async onPaid(work, { origin }, { paidOn }) {
    if (origin !== null) await changeRemittance(work, origin.id, { remittedOn: paidOn })
  },
  async onReversed(work, { origin }) {
    if (origin !== null) await changeRemittance(work, origin.id, { remittedOn: null })
  },
}
