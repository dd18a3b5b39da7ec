// Whether money may go to everybody these claims name, by that way: asked when a payment is recorded, and again before it is posted (PA-8, INV-13).
import { type OfficerWork } from '../../platform/database/work.ts'
import { addSeconds, secondsBetween } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { peopleDue, type Claim } from '../claim/claim.ts'
import { findUsablePlaces, getPaymentSetting } from '../payee-account/payee-account.repository.ts'
import { findPayeeAccounts, mustGoTo } from '../payee-account/payee-account.service.ts'
import { mustBePayable } from '../payee/payee.service.ts'
import { type PaymentCommand } from '../payment/payment.ts'
import { paymentText } from '../payment.text.ts'

const { errors } = paymentText
const namesTold = 5

export async function mustReachAll(work: OfficerWork, claims: readonly Claim[], paid: Pick<PaymentCommand, 'channel'>): Promise<void> {
  for (const payeeId of new Set(claims.flatMap((claim) => claim.payeeId ?? []))) await mustReach(work, payeeId, paid)
  if (paid.channel === 'transfer') for (const { payeeId, payeeAccountId } of claims) if (payeeId !== null) await mustGoTo(work, { payeeId, payeeAccountId })
  const people = paid.channel === 'transfer' ? claims.flatMap(peopleDue) : []
  if (people.length === 0) return
  const reached = await findUsablePlaces(work, people)
  const [first, ...others] = people.filter((_person, place) => !reached.has(place)).map(({ name }) => name)
  if (first !== undefined) throw new RuleBroken(errors.unverified([first, ...others.slice(0, namesTold - 1)].join(' · '), String(others.length + 1)))
}

/** E_PAYEE_UNVERIFIED, and INV-13: who changed where the money goes does not send it there. */
async function mustReach(work: OfficerWork, payeeId: string, { channel }: Pick<PaymentCommand, 'channel'>): Promise<void> {
  await mustBePayable(work, payeeId, channel)
  if (channel !== 'transfer') return
  const hours = await getPaymentSetting(work, 'account-cooling-hours', work.today)
  const accounts = await findPayeeAccounts(work, work.actor.organisationId, payeeId)
  const changed = accounts.filter(({ state, decidedAt }) => state === 'verified' && decidedAt !== null && secondsBetween(work.now, addSeconds(decidedAt, hours * 3600)) > 0)
  if (changed.some(({ authorId, deciderId }) => [authorId, deciderId].includes(work.actor.userId))) throw new RuleBroken(errors.changer)
}
