// An ordinance from draft to announcement. Locks: the document, then the control lines by way of `appropriate`, then the counters.
import { addAttachments, documentsText, recordChange, removeAttachment } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearPeriod } from '../../platform/dates.ts'
import { Conflict, RuleBroken } from '../../platform/errors.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { appropriate } from '../appropriation/appropriation.service.ts'
import { mustBeOpenYear } from '../desk/desk.service.ts'
import { documentRows, editDocument, findMade, getDocument, insertDocument, moveDocument } from '../document/document.repository.ts'
import { recordStep, startStep, takeNumber } from '../document/document.service.ts'
import { trailKind, type NewStep } from '../document/document.ts'
import { findDocumentLines, setLines } from '../document-lines/document-lines.repository.ts'
import { findingsOf, rulebookOf } from '../ordinance-check/ordinance-check.service.ts'
import { findInterim, mustBeNeeded, mustTakeEffect, openingOf } from '../ordinance-opening/ordinance-opening.service.ts'
import { recurrentLines } from '../ordinance-interim/ordinance-interim.service.ts'
import { ordinanceText } from '../ordinance.text.ts'
import { findRevenueLines, takeTurn } from './ordinance.repository.ts'
import { type NewOrdinance, type OrdinanceEdit, type ProposeForm } from './ordinance.schema.ts'
import {
  deskOf, givenLines, knowsStep, ordinanceKinds, particularsSchema, rulesOf, totalsOf, type Ordinance, type OrdinanceAction, type OrdinanceHead, type OrdinanceKind, type OrdinanceState,
} from './ordinance.ts'

const { errors } = ordinanceText

type Started = OrdinanceHead & { readonly next: OrdinanceState }
type Form = Omit<NewStep, 'action'> & { readonly version: number }

export const ordinanceKey = ({ kind, id }: Pick<OrdinanceHead, 'kind' | 'id'>) => ({ kind: trailKind(kind), id })

/** Of the own office; a document of another kind is not found. */
export async function getOrdinance(read: OfficerRead, id: string, kinds: readonly OrdinanceKind[] = ordinanceKinds): Promise<Ordinance> {
  const { organisationId } = read.actor
  const head = await getHead(read, id, kinds)
  return {
    ...head, details: particularsSchema.parse(head.particulars), revenues: await findRevenueLines(read, organisationId, id),
    lines: await findDocumentLines(read, organisationId, id),
  }
}

export function getHead(read: OfficerRead, id: string, kinds: readonly OrdinanceKind[] = ordinanceKinds): Promise<OrdinanceHead> {
  return getDocument<OrdinanceState>(read, { organisationId: read.actor.organisationId, id, kinds })
}

/** Held until commit. */
export async function startOrdinance(
  work: OfficerWork, id: string, { action, version }: { readonly action: OrdinanceAction; readonly version: number },
): Promise<Started> {
  const head = await getHead(work, id)
  if (!knowsStep(head, action)) throw new Conflict(documentsText.wrongState)
  return startStep(work, { id, kinds: ordinanceKinds, version, action, lifecycle: deskOf(head).lifecycle })
}

/** As many a year as its kind allows; the same form sent twice gives the same one. */
export async function createOrdinance(work: OfficerWork, { formKey, kind, fiscalYear, effectiveOn, title, ...particulars }: NewOrdinance): Promise<string> {
  const earlier = await findMade(work, formKey)
  if (earlier !== undefined) return earlier
  await takeTurn(work)
  await mustBeOpenYear(work, fiscalYear, 'fiscalYear')
  const opening = await openingOf(work, { kind, fiscalYear, effectiveOn })
  const id = await insertDocument(work, { kind, fiscalYear, documentDate: work.today, title, formKey, sourceCode: '10', particulars, ...opening })
  if (kind === 'interim') await setLines(work, id, await recurrentLines(work, fiscalYear))
  await recordChange(work, { ...ordinanceKey({ kind, id }), action: 'create', after: { title } })
  return id
}

export async function editOrdinance(work: OfficerWork, id: string, { version, title, effectiveOn, ...particulars }: OrdinanceEdit): Promise<void> {
  const document = await startOrdinance(work, id, { action: 'edit', version })
  if (document.kind === 'supplementary') mustTakeEffect(document.fiscalYear, effectiveOn)
  await editDocument(work, document, { title, particulars, ...(document.kind === 'supplementary' && { effectiveOn }) })
  const { personnelExplanation } = particularsSchema.parse(document.particulars)
  await recordChange(work, {
    ...ordinanceKey(document), action: 'edit', before: { title: document.title, personnelExplanation },
    after: { title, personnelExplanation: particulars.personnelExplanation },
  })
}

export async function proposeOrdinance(work: OfficerWork, id: string, form: ProposeForm): Promise<void> {
  const document = await startOrdinance(work, id, { action: 'propose', version: form.version })
  const ordinance = await getOrdinance(work, id)
  await mustBeReady(work, ordinance, form.warningsSeen)
  const { revenue, expenditure } = totalsOf(ordinance)
  await recordStep(work, document, { ...form, action: 'propose', after: { expenditure, revenue } })
  await moveDocument(work, document, { state: document.next, number: await takeNumber(work, document), total: expenditure })
}

async function mustBeReady(work: OfficerWork, ordinance: Ordinance, warningsSeen: boolean): Promise<void> {
  const findings = findingsOf(ordinance, await rulebookOf(work, ordinance))
  const wrong = findings.filter(({ level }) => level === 'error')
  if (wrong.length > 0) throw new RuleBroken(listed(wrong.map(({ text }) => text)))
  if (findings.some(({ id }) => id === 'B4') && ordinance.details.personnelExplanation === '') throw new RuleBroken(errors.explainPersonnel)
  if (findings.length > 0 && !warningsSeen) throw new RuleBroken({ warningsSeen: errors.acknowledge })
}

const mostListed = 8

function listed(faults: readonly string[]): string {
  const rest = faults.length - mostListed
  return [...faults.slice(0, mostListed), ...(rest > 0 ? [errors.more(String(rest))] : [])].join(' · ')
}

/** A step that only says what somebody outside has done. */
function saying(action: 'council' | 'supervise' | 'report' | 'correct') {
  return async (work: OfficerWork, id: string, form: Form): Promise<void> => {
    const document = await startOrdinance(work, id, { action, version: form.version })
    await recordStep(work, document, { ...form, action, ...(action === 'correct' && { corrects: 'report' }) })
    await moveDocument(work, document, { state: document.next })
  }
}

export const recordCouncil = saying('council')
export const recordSupervisor = saying('supervise')
export const recordReport = saying('report')
/** The letter or its day was recorded wrongly: the first record stays, and what stands beside it holds. */
export const correctReport = saying('correct')

/** Only now can anything be spent; never before the year begins. */
export async function enforceOrdinance(work: OfficerWork, id: string, form: Form): Promise<void> {
  await bringIntoForce(work, await startOrdinance(work, id, { action: 'enforce', version: form.version }), { ...form, action: 'enforce' })
}

/** ใช้งบประมาณปีก่อนไปพลางก่อน, until the year's own is announced. */
export async function beginInterim(work: OfficerWork, id: string, form: Form): Promise<void> {
  const document = await startOrdinance(work, id, { action: 'begin', version: form.version })
  await mustBeNeeded(work, document.fiscalYear)
  const ordinance = await getOrdinance(work, id)
  await mustBeReady(work, ordinance, true)
  await moveDocument(work, document, { state: document.state, number: await takeNumber(work, document), total: totalsOf(ordinance).expenditure })
  await bringIntoForce(work, { ...document, version: document.version + 1 }, { ...form, action: 'begin' })
}

/** What the interim budget gave is taken over line by line: what was spent on a line stands on it, and the rest follows the ordinance (scenario 30). */
async function bringIntoForce(work: OfficerWork, document: Started, form: NewStep): Promise<void> {
  const { from, until } = fiscalYearPeriod(document.fiscalYear)
  if (compareDates(form.happenedOn, until) >= 0) throw new RuleBroken({ happenedOn: errors.yearOver(String(document.fiscalYear)) })
  await mustBeOpenYear(work, document.fiscalYear, 'happenedOn')
  const ordinance = await getOrdinance(work, document.id)
  const interim = document.kind === 'annual' ? await findInterim(work, document.fiscalYear) : undefined
  await recordStep(work, document, form)
  await moveDocument(work, document, { state: document.next, approvedBy: work.actor.userId })
  await appropriate(work, {
    document, stage: rulesOf(document).stage, event: 'enforced', date: compareDates(form.happenedOn, from) > 0 ? form.happenedOn : from,
    ...(interim === undefined ? { mode: 'add' } : { mode: 'replace', replaces: interim.id }), lines: givenLines(ordinance),
  })
}

export async function returnOrdinance(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const document = await startOrdinance(work, id, { action: 'return', version })
  await recordStep(work, document, { action: 'return', happenedOn: work.today, note: reason })
  await moveDocument(work, document, { state: document.next })
}

export async function cancelOrdinance(work: OfficerWork, id: string, version: number): Promise<void> {
  const document = await startOrdinance(work, id, { action: 'cancel', version })
  await moveDocument(work, document, { state: document.next })
  await recordChange(work, { ...ordinanceKey(document), action: 'cancel' })
}

export async function attachToOrdinance(work: OfficerWork, id: string, files: readonly UploadedFile[]): Promise<void> {
  await addAttachments(work, await draftOf(work, id), files)
}

export async function detachFromOrdinance(work: OfficerWork, id: string, attachmentId: string): Promise<void> {
  await removeAttachment(work, await draftOf(work, id), attachmentId)
}

/** Papers come and go while it is a draft. */
async function draftOf(work: OfficerWork, id: string) {
  await documentRows.lock(work, id)
  const document = await getHead(work, id)
  deskOf(document).lifecycle.step(work.actor, document, 'edit')
  return ordinanceKey(document)
}
