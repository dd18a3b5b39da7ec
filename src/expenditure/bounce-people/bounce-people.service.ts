// Locks: payment → claims by id → book.
import { recordChange } from '../../documents/index.ts'
import { getVoucher, linesOf, postLines, reverseVoucher, type SlotAmount } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { sum } from '../../platform/money.ts'
import { mustFit, type BounceForm } from '../bounce/bounce.service.ts'
import { closeClaims, keepWaiting, reopenClaims, tellOrigin } from '../claim-step/claim-step.service.ts'
import { claimRows, getClaim } from '../claim/claim.repository.ts'
import { reopenedDebtOf } from '../claim/claim.service.ts'
import { type Claim } from '../claim/claim.ts'
import { expenditurePosting } from '../expenditure.posting.ts'
import { movePayment } from '../payment/payment.repository.ts'
import { startStep, type ReasonForm, type StartedPayment } from '../payment/payment.service.ts'
import { moneyOf } from '../payment-post/payment-post.service.ts'
import { paymentSource } from '../payment/payment.ts'
import { paymentText } from '../payment.text.ts'
import { endPartBounce, findOwedPeople, findPaidPeople, findPartBounces, insertPartBounce, isReported, settleLive } from './bounce-people.repository.ts'
import { namesOf, peopleFault, personKey, type PaidPerson } from './bounce-people.ts'

const { errors, bouncePeople: text } = paymentText

export type BouncePeopleForm = BounceForm & { readonly people: readonly string[] }

/** The bank sent back the money of these: the payment stands, the claim waits for the payment of them alone. */
export async function bouncePeople(work: OfficerWork, id: string, { version, reason, bouncedOn, people: asked }: BouncePeopleForm): Promise<void> {
  const payment = await startStep(work, id, { action: 'bounce-people', version })
  await mustFit(work, payment, bouncedOn)
  const paid = await findPaidPeople(work, payment.organisationId, id)
  const fault = peopleFault(asked, paid, !payment.isBouncedInPart)
  if (fault) throw new RuleBroken({ people: errors.people[fault] })
  const people = paid.filter((person) => asked.includes(personKey(person)))
  const claims = await reopen(work, payment, { claimIds: claimsOf(people), reason })
  const { number } = await getVoucher(work, payment.organisationId, payment.voucherId ?? '')
  const owed: SlotAmount[] = []
  for (const claim of claims) owed.push(...await reopenedDebtOf(work, claim, { on: bouncedOn, amount: netOf(people.filter(({ claimId }) => claimId === claim.id)) }))
  const posted = await postLines(work, {
    lines: linesOf(expenditurePosting['payment.bounced'], { lists: { money: await moneyOf(work, { ...payment, net: netOf(people) }), owed } }), type: 'JV', documentDate: bouncedOn,
    source: { kind: paymentSource, id }, event: `payment.bounced/${payment.version}`, description: text.description(namesOf(people), number, reason), preparedBy: payment.authorId,
    ...(payment.isAlone && { samePerson: 'small-unit' as const }),
  })
  await insertPartBounce(work, id, { bouncedOn, reason, voucherId: posted.id, people })
  await movePayment(work, payment, { state: payment.next })
  await settleLive(work, claims.map((claim) => claim.id))
  await recordChange(work, { kind: paymentSource, id, action: 'bounce-people', reason, after: { on: bouncedOn, net: netOf(people), people: namesOf(people), voucher: posted.number }, isAlone: payment.isAlone })
}

const netOf = (people: readonly PaidPerson[]) => sum(people.map(({ net }) => net))
const claimsOf = (people: readonly PaidPerson[]) => [...new Set(people.map(({ claimId }) => claimId))].sort((a, b) => Number(a) - Number(b))

/** A claim may wait already for others of its people, but nobody is paying it. */
async function reopen(work: OfficerWork, payment: StartedPayment, { claimIds, reason }: { readonly claimIds: readonly string[]; readonly reason: string }): Promise<Claim[]> {
  const claims: Claim[] = []
  for (const id of claimIds) {
    await claimRows.lock(work, id)
    const claim = await getClaim(work, payment.organisationId, id)
    if (claim.state === 'paid') {
      const reopened = await reopenClaims(work, [id], { paymentId: payment.id, reason })
      for (const each of reopened) await tellOrigin(work, each, { event: 'onReopened', payment: { paymentId: payment.id, paidOn: payment.paymentDate } })
      claims.push(...reopened)
      continue
    }
    await mustWait(work, claim)
    claims.push(await keepWaiting(work, claim, reason))
  }
  return claims
}

async function mustWait(work: OfficerWork, { id, state }: Claim): Promise<void> {
  if (state !== 'approved' || await isReported(work, [id])) throw new RuleBroken(errors.peopleBeingPaid)
}

/** What was told last had reached them after all: only while all of them wait and nothing pays them anew. */
export async function unbouncePeople(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const payment = await startStep(work, id, { action: 'unbounce-people', version })
  const bounces = (await findPartBounces(work, payment.organisationId, id)).filter(({ isLive }) => isLive)
  const bounce = bounces.at(-1)
  if (bounce === undefined) throw new RuleBroken(errors.unbounceTaken)
  const claimIds = claimsOf(bounce.people)
  for (const claimId of claimIds) {
    await claimRows.lock(work, claimId)
    await mustWait(work, await getClaim(work, payment.organisationId, claimId))
  }
  const owed = new Set((await findOwedPeople(work, claimIds)).map(personKey))
  if (bounce.people.some((person) => !owed.has(personKey(person)))) throw new RuleBroken(errors.unbounceTaken)
  await endPartBounce(work, bounce.id)
  const waiting = new Set((await findOwedPeople(work, claimIds)).map(({ claimId }) => claimId))
  const stillBack = new Set(bounces.slice(0, -1).flatMap(({ people }) => claimsOf(people)))
  const closed = await closeClaims(work, claimIds.filter((claimId) => !waiting.has(claimId)), { paymentId: id, reason, stillBack })
  for (const claim of closed) await tellOrigin(work, claim, { event: 'onPaidAnew', payment: { paymentId: id, paidOn: payment.paymentDate } })
  await movePayment(work, payment, { state: payment.next })
  await settleLive(work, claimIds)
  const { number } = await reverseVoucher(work, bounce.voucherId, { reason, documentDate: work.today })
  await recordChange(work, { kind: paymentSource, id, action: 'unbounce-people', reason, before: { on: bounce.bouncedOn, people: namesOf(bounce.people) }, after: { voucher: number }, isAlone: payment.isAlone })
}
