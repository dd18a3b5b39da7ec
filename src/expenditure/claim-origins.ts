// What a desk does, in the same transaction, when a claim it drafted moves. One line a desk: the kind of the claim's origin → its hooks.
import { type OfficerRead } from '../platform/database/work.ts'
import { compareDates, formatThaiDate } from '../platform/dates.ts'
import { type FieldErrors } from '../platform/errors.ts'
import { acceptanceHooks } from './acceptance-claim/acceptance-claim.service.ts'
import { type Claim, type OriginHooks } from './claim/claim.ts'
import { contractHooks } from './contract-money/contract-money.service.ts'
import { claimText } from './claim.text.ts'
import { loanHooks } from './loan/loan.service.ts'
import { pettyHooks } from './petty-cash/petty-cash.service.ts'
import { payRunHooks } from './pay-run/pay-run.service.ts'
import { remittanceHooks } from './tax-remittance/tax-remittance.service.ts'

const claimOrigins: Readonly<Record<string, OriginHooks>> = {
  acceptance: acceptanceHooks,
  contract: contractHooks,
  loan: loanHooks,
  'pay-run': payRunHooks,
  'petty-cash': pettyHooks,
  'tax-remittance': remittanceHooks,
}

export function hooksOf({ origin }: Pick<Claim, 'origin'>): OriginHooks | undefined {
  return origin === null ? undefined : claimOrigins[origin.kind]
}

/** §1.3: not before its contract, its acceptance, its loan. */
export async function dayFaults(read: OfficerRead, claim: Claim): Promise<FieldErrors> {
  const earliest = await hooksOf(claim)?.earliestOn?.(read, claim)
  return earliest !== undefined && compareDates(claim.claimDate, earliest) < 0 ? { documentDate: claimText.errors.beforeOrigin(formatThaiDate(earliest)) } : {}
}
