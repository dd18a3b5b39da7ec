// What may still be claimed of a deposit, a debt carried over, money withheld for others.
import { balancesByKey } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, minus, sum, zero, type Money } from '../../platform/money.ts'
import { claimText } from '../claim.text.ts'
import { type ClaimCommand } from '../claim/claim.ts'
import { claimedElsewhere, lockPlace } from './claim-standing.repository.ts'
import { standingKinds, takenBy, type Place } from './claim-standing.ts'

type Standing = Pick<ClaimCommand, 'kind' | 'lines'> & { readonly id?: string | undefined }

/** By cell: 'lines.0.amount'. */
export async function standingFaults(read: OfficerRead, claim: Standing): Promise<FieldErrors> {
  const faults: Record<string, string> = {}
  for (const { place, amount, row } of takenBy(claim)) {
    const rest = await claimable(read, place, claim.id)
    if (compare(amount, rest) > 0) faults[`lines.${row}.amount`] = claimText.errors.overBalance(formatMoney(rest))
  }
  return faults
}

/** The same, with every place held until commit. */
export async function standingFaultsHeld(work: OfficerWork, claim: Standing): Promise<FieldErrors> {
  for (const { place } of takenBy(claim)) await lockPlace(work, place)
  return standingFaults(work, claim)
}

/** On the credit side, less what other claims have asked for; never below nothing. */
async function claimable(read: OfficerRead, place: Place, id: string | undefined): Promise<Money> {
  const { organisationId } = read.actor
  const rows = await balancesByKey(read, { organisationId, accountCodes: [place.accountCode], key: place.subKey ?? undefined, until: read.today })
  const rest = minus(sum(rows.map(({ credit, debit }) => minus(credit, debit))), await claimedElsewhere(read, place, { id, kinds: standingKinds }))
  return isNegative(rest) ? zero : rest
}
