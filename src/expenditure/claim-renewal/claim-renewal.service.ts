// A claim of a delivery that was sent back after its year had ended: cancelled with its number, and drafted anew of the same delivery where the contract's obligation was carried to (§1.11).
// Locks: claim → delivery → contract.
import { printedNumber } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { claimDelivery } from '../acceptance-claim/acceptance-claim.service.ts'
import { getAcceptance } from '../acceptance/acceptance.repository.ts'
import { cancelClaim } from '../claim-step/claim-step.service.ts'
import { claimRows, getClaim } from '../claim/claim.repository.ts'
import { isRenewable } from '../claim/claim.ts'
import { claimText } from '../claim.text.ts'

/** The id of the new draft. */
export async function renewClaim(work: OfficerWork, id: string, version: number): Promise<string> {
  await claimRows.lock(work, id)
  const claim = await getClaim(work, work.actor.organisationId, id)
  if (!isRenewable(claim, work.today)) throw new RuleBroken(claimText.errors.notRenewable)
  await cancelClaim(work, id, version)
  const { payeeAccountId, channel, gross, origin } = claim
  const delivery = await getAcceptance(work, claim.organisationId, origin?.id ?? '')
  const told = { payeeAccountId, channel, remark: claim.number === null ? claim.remark : claimText.inPlaceOf(printedNumber('CLM', claim.number, claim.fiscalYear), claim.remark).slice(0, 500) }
  return claimDelivery(work, delivery.id, { version: delivery.version, amount: gross, told })
}
