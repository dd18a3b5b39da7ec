// Several claims at once: each is a use of its own, done whole or not at all; what stood against it is told beside it.
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../platform/errors.ts'
import { asOfficer, type Keys } from '../../platform/http/route.ts'
import { getClaim } from '../claim/claim.repository.ts'
import { findWantedDocuments } from '../claim-settings/claim-settings.repository.ts'
import { approveClaim, checkClaim } from '../claim-step/claim-step.service.ts'
import { type PaperCheck } from '../claim-step/claim-step.repository.ts'
import { type Ticked } from './claim-check.schema.ts'
import { type Result } from './claim-check.ts'

type Act = (work: OfficerWork, claim: Ticked) => Promise<void>

/** One after the other, each in a transaction of its own; a fault of ours is no refusal and goes on. */
export async function actOnEach(keys: Keys, ticked: readonly Ticked[], act: Act): Promise<Result[]> {
  const results: Result[] = []
  for (const claim of ticked) {
    const refusal = await keys.work((work) => act(asOfficer(work), claim)).then(() => undefined, refusalOf)
    results.push({ id: claim.id, refusal })
  }
  return results
}

function refusalOf(error: unknown): string {
  if (error instanceof RuleBroken) return Object.values(error.errors).join(' · ')
  if (error instanceof Conflict || error instanceof Forbidden || error instanceof NotFound) return error.message
  throw error
}

/** The checker vouches that every paper of its kind lies before them. */
export const checkWhole: Act = async (work, { id, version }) => {
  const claim = await getClaim(work, work.actor.organisationId, id)
  const wanted = await findWantedDocuments(work, claim.organisationId, claim.kind)
  await checkClaim(work, id, { version, papers: wanted.filter(({ need }) => need === 'mandatory').map(({ code }) => ({ code, isPresent: true, note: '' })) })
}

export const approveWhole: Act = (work, { id, version }) => approveClaim(work, id, version)

/** What was ticked, of everything the kind asks for. */
export async function papersOf(read: OfficerRead, id: string, given: { readonly ticked: ReadonlySet<string>; readonly note: string }): Promise<PaperCheck[]> {
  const claim = await getClaim(read, read.actor.organisationId, id)
  const wanted = await findWantedDocuments(read, claim.organisationId, claim.kind)
  return wanted.filter(({ need }) => need !== 'none').map(({ code }, index) => ({ code, isPresent: given.ticked.has(code), note: index === 0 ? given.note : '' }))
}
