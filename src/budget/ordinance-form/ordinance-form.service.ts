import { getOffice } from '../../documents/index.ts'
import { type Officer, type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { NotFound } from '../../platform/errors.ts'
import { getDocument } from '../document/document.repository.ts'
import { startStep } from '../document/document.service.ts'
import { findDocumentLines } from '../document-lines/document-lines.repository.ts'
import { deskOf, ordinanceKinds, sourceOfKind, type OrdinanceHead, type OrdinanceState } from '../ordinance/ordinance.ts'
import { getSettings } from '../settings/settings.repository.ts'
import { getNames } from '../settings/settings.service.ts'
import { typingOf, type LineRules, type TypedDocument, type Typing } from './ordinance-form.ts'

export async function getTyped(read: OfficerRead, id: string): Promise<TypedDocument> {
  const { organisationId } = read.actor
  const head = await getDocument<OrdinanceState>(read, { organisationId, id, kinds: ordinanceKinds })
  return { ...head, lines: await findDocumentLines(read, organisationId, id) }
}

/** What is used for the time being estimates no revenue; its lines are last year's, to be mended where a code or a department is gone (§3.2). */
function isTyped({ kind }: Pick<OrdinanceHead, 'kind'>, action: Typing): boolean {
  return kind !== 'interim' || action === 'line'
}

export function mayType(officer: Officer, document: OrdinanceHead, action: Typing): boolean {
  return isTyped(document, action) && typingOf(deskOf(document)).allows(officer, document).includes(action)
}

/** A page to type into is there for drafts only, and for who may. */
export async function getDraft(read: OfficerRead, id: string, action: Typing): Promise<TypedDocument> {
  const document = await getTyped(read, id)
  if (!mayType(read.actor, document, action)) throw new NotFound('draft of an ordinance')
  return document
}

/** Held until commit. */
export async function startTyping(work: OfficerWork, id: string, { action, version }: { readonly action: Typing; readonly version: number }): Promise<TypedDocument> {
  const { kind } = await getDocument(work, { organisationId: work.actor.organisationId, id, kinds: ordinanceKinds })
  if (!isTyped({ kind }, action)) throw new NotFound('draft of an ordinance')
  const document = await startStep(work, { id, kinds: ordinanceKinds, version, action, lifecycle: typingOf(deskOf({ kind })) })
  return { ...document, lines: await findDocumentLines(work, document.organisationId, id) }
}

export async function findLineRules(read: OfficerRead, { fiscalYear, kind }: Pick<OrdinanceHead, 'fiscalYear' | 'kind'>): Promise<LineRules> {
  const { organisationId } = read.actor
  const { laoKind } = await getOffice(read, organisationId)
  const settings = await getSettings(read, { fiscalYear, laoKind })
  return { ...await getNames(read, organisationId, fiscalYear), source: sourceOfKind(kind), codes: { centralPlan: settings.text('central-plan'), centralType: settings.text('central-type') } }
}
