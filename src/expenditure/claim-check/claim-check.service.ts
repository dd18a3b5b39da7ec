// What is done with each of several claims at once, and the papers of one.
import { type ActOnOne, type TickedDocument } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { getClaim } from '../claim/claim.repository.ts'
import { findWantedDocuments } from '../claim-settings/claim-settings.repository.ts'
import { approveClaim, checkClaim, twinName } from '../claim-step/claim-step.service.ts'
import { findBilledAgain, type PaperCheck } from '../claim-step/claim-step.repository.ts'
import { type ClaimedAgain } from './claim-check.ts'

/** The checker vouches that every paper of its kind lies before them. */
export const checkWhole: ActOnOne<TickedDocument> = async (work, { id, version }) => {
  const claim = await getClaim(work, work.actor.organisationId, id)
  const wanted = await findWantedDocuments(work, claim.organisationId, claim.kind)
  await checkClaim(work, id, { version, papers: wanted.filter(({ need }) => need === 'mandatory').map(({ code }) => ({ code, isPresent: true, note: '' })) })
}

export const approveWhole: ActOnOne<TickedDocument> = (work, { id, version }) => approveClaim(work, id, version)

/** What was ticked, of everything the kind asks for. */
export async function papersOf(read: OfficerRead, id: string, given: { readonly ticked: ReadonlySet<string>; readonly note: string }): Promise<PaperCheck[]> {
  const claim = await getClaim(read, read.actor.organisationId, id)
  const wanted = await findWantedDocuments(read, claim.organisationId, claim.kind)
  return wanted.filter(({ need }) => need !== 'none').map(({ code }, index) => ({ code, isPresent: given.ticked.has(code), note: index === 0 ? given.note : '' }))
}

/** Of these claims the ones whose bill was claimed before, as the one who decides must know them. */
export async function findClaimedAgain(read: OfficerRead, ids: readonly string[]): Promise<ReadonlyMap<string, ClaimedAgain>> {
  const again = await findBilledAgain(read, ids)
  return new Map([...again].map(([id, { twins, reason }]) => [id, { claims: twins.map(twinName).join(', '), reason }]))
}
