// How the office handles its claims, changed by its head of finance; every change is in the trail.
import { recordChange } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { Conflict } from '../../platform/errors.ts'
import { type ClaimKind } from '../claim-kind/claim-kind.ts'
import { claimText } from '../claim.text.ts'
import { findWantedDocuments, getClaimSettings, saveClaimSettings, saveDocumentChoices } from './claim-settings.repository.ts'
import { type ClaimSettings, type Need } from './claim-settings.ts'

/** Kind of its trail; the object is the office. */
export const settingsSource = 'claim-settings'

export async function changeSettings(work: OfficerWork, settings: ClaimSettings): Promise<void> {
  const before = await getClaimSettings(work)
  if (before.version !== settings.version || !await saveClaimSettings(work, settings)) throw new Conflict(claimText.settings.errors.changed)
  await recordChange(work, { kind: settingsSource, id: work.actor.organisationId, action: 'edit', before: told(before), after: told(settings) })
}

function told({ isEndorsed, debtAt }: ClaimSettings) {
  const { endorsed, debtMoments } = claimText.settings
  return { endorsed: isEndorsed ? endorsed.yes : endorsed.no, debtAt: debtMoments[debtAt] }
}

/** Only papers of the country's list; what is as the list has it is not kept. */
export async function changeDocuments(work: OfficerWork, kind: ClaimKind, asked: readonly { readonly code: string; readonly need: Need }[]): Promise<void> {
  const wanted = await findWantedDocuments(work, work.actor.organisationId, kind)
  const chosen = wanted.map((paper) => ({ ...paper, need: asked.find(({ code }) => code === paper.code)?.need ?? paper.need }))
  await saveDocumentChoices(work, kind, chosen.filter(({ need, usual }) => need !== usual))
  const changed = chosen.filter((paper) => paper.need !== wanted.find(({ code }) => code === paper.code)?.need)
  if (changed.length === 0) return
  const names = claimText.settings.needs
  await recordChange(work, {
    kind: settingsSource, id: work.actor.organisationId, action: 'papers', after: { kind: claimText.kinds[kind], papers: changed.map(({ name, need }) => `${name}: ${names[need]}`).join(' · ') },
  })
}
