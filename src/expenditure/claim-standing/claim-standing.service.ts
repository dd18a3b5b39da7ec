// What may still be claimed of a deposit, a debt carried over, money withheld for others.
import { balancesByKey } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, minus, sum, zero, type Money } from '../../platform/money.ts'
import { claimKinds, type ClaimKind } from '../claim-kind/claim-kind.ts'
import { claimText } from '../claim.text.ts'
import { type ClaimCommand } from '../claim/claim.ts'
import { claimedElsewhere, contractsAmong, enteredByHand, everClaimed, lockPlace } from './claim-standing.repository.ts'
import { keyedSecurities, standingKinds, takenBy, type Place } from './claim-standing.ts'

const { errors } = claimText

type Standing = Pick<ClaimCommand, 'kind' | 'lines'> & { readonly id?: string | undefined }

/** By cell: 'lines.0.amount'. */
export async function standingFaults(read: OfficerRead, claim: Standing): Promise<FieldErrors> {
  const faults: Record<string, string> = { ...await contractFaults(read, claim) }
  for (const { place, amount, row } of takenBy(claim)) {
    const rest = await claimable(read, place, claim.id)
    if (compare(amount, rest) > 0) faults[`lines.${row}.amount`] = errors.overBalance(formatMoney(rest))
    const debt = claimKinds[claim.kind].onlyByHand ? await debtByHand(read, place, claim) : undefined
    if (debt !== undefined && compare(amount, debt) > 0) faults[`lines.${row}.amount`] = errors.overCarried(formatMoney(debt))
  }
  return faults
}

/** The same, with every place held until commit. */
export async function standingFaultsHeld(work: OfficerWork, claim: Standing): Promise<FieldErrors> {
  for (const { place } of takenBy(claim)) await lockPlace(work, place)
  return standingFaults(work, claim)
}

/** What claims on their way ask of a place, held until commit: whoever takes money out of it otherwise leaves that much. */
export async function claimedOfPlace(work: OfficerWork, place: Place): Promise<Money> {
  await lockPlace(work, place)
  return claimedElsewhere(work, place, { id: undefined, kinds: standingKinds })
}

/** §1.5: security and retention of a contract go back by the contract itself, to its own payee and against what must stand in their place. */
async function contractFaults(read: OfficerRead, claim: Standing): Promise<FieldErrors> {
  const securities = keyedSecurities(claim)
  const contracts = await contractsAmong(read, securities.map(({ subKey }) => subKey))
  return Object.fromEntries(securities.flatMap(({ subKey, row }) => (contracts.has(subKey) ? [[`lines.${row}.key`, errors.securityOfContract(subKey)]] : [])))
}

/** On the credit side, less what other claims have asked for; never below nothing. */
async function claimable(read: OfficerRead, place: Place, id: string | undefined): Promise<Money> {
  const { organisationId } = read.actor
  const rows = await balancesByKey(read, { organisationId, accountCodes: [place.accountCode], key: place.subKey ?? undefined, until: read.today })
  return atLeastNothing(minus(sum(rows.map(({ credit, debit }) => minus(credit, debit))), await claimedElsewhere(read, place, { id, kinds: standingKinds })))
}

/** What nobody but such a claim can pay, less what such claims have had of it. */
async function debtByHand(read: OfficerRead, place: Place, { id, kind }: { readonly id?: string | undefined; readonly kind: ClaimKind }): Promise<Money> {
  return atLeastNothing(minus(await enteredByHand(read, place), await everClaimed(read, place, { id, kinds: [kind] })))
}

function atLeastNothing(amount: Money): Money {
  return isNegative(amount) ? zero : amount
}
