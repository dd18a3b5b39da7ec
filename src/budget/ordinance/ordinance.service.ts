// An ordinance from draft to announcement. Locks: the document, then the control lines by way of `appropriate`, then the counters.
import { addAttachments, documentsText, printedNumber, recordChange, removeAttachment } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearPeriod } from '../../platform/dates.ts'
import { Conflict, RuleBroken } from '../../platform/errors.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { appropriate } from '../appropriation/appropriation.service.ts'
import { mustBeOpenYear } from '../desk/desk.service.ts'
import { documentRows, editDocument, findMade, getDocument, insertDocument, moveDocument } from '../document/document.repository.ts'
import { recordStep, startStep, takeNumber } from '../document/document.service.ts'
import { kinds, trailKind, type NewStep } from '../document/document.ts'
import { getEnterprise } from '../enterprise/enterprise.service.ts'
import { insertOffer, type NewOffer } from '../offer/offer.repository.ts'
import { findDocumentLines, setLines } from '../document-lines/document-lines.repository.ts'
import { findingsOf, rulebookOf, type Proposal } from '../ordinance-check/ordinance-check.service.ts'
import { findInterim, mustBeNeeded, mustTakeEffect, openingOf } from '../ordinance-opening/ordinance-opening.service.ts'
import { recurrentLines } from '../ordinance-interim/ordinance-interim.service.ts'
import { findOrphans, saidOf, successorsOf } from '../ordinance-successor/ordinance-successor.service.ts'
import { type Succession } from '../ordinance-successor/ordinance-successor.ts'
import { ordinanceText } from '../ordinance.text.ts'
import { findRevenueLines, findRiderHeads, takeTurn } from './ordinance.repository.ts'
import { type NewOrdinance, type OrdinanceEdit, type ProposeForm } from './ordinance.schema.ts'
import {
  deskOf, givenLines, knowsStep, ordinanceKinds, particularsSchema, sourceOfKind, stageOf, totalsOf, type Ordinance, type OrdinanceAction, type OrdinanceHead, type OrdinanceKind, type OrdinanceState,
} from './ordinance.ts'

const { errors } = ordinanceText

type Started = OrdinanceHead & { readonly next: OrdinanceState }
type Riding = Ordinance & { readonly next: OrdinanceState }
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
export async function createOrdinance(work: OfficerWork, { formKey, kind, fiscalYear, effectiveOn, enterpriseId, title, ...particulars }: NewOrdinance): Promise<string> {
  const earlier = await findMade(work, formKey)
  if (earlier !== undefined) return earlier
  await takeTurn(work)
  await mustBeOpenYear(work, fiscalYear, 'fiscalYear')
  const opening = await openingOf(work, { kind, fiscalYear, effectiveOn, enterpriseId: enterpriseId ?? null })
  const id = await insertDocument(work, { kind, fiscalYear, documentDate: work.today, title, formKey, sourceCode: sourceOfKind(kind), particulars, ...opening })
  if (kind === 'interim') await setLines(work, id, await recurrentLines(work, fiscalYear))
  await recordChange(work, { ...ordinanceKey({ kind, id }), action: 'create', after: { title: opening.title ?? title } })
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
  const [ordinance, riders] = [await getOrdinance(work, id), await startRiders(work, document, 'propose')]
  await mustBeReady(work, { ordinance, riders }, form.warningsSeen)
  for (const each of [{ ...ordinance, next: document.next }, ...riders]) {
    const { revenue, expenditure } = totalsOf(each)
    await recordStep(work, each, { ...form, action: 'propose', after: { expenditure, revenue } })
    await moveDocument(work, each, { state: each.next, number: await takeNumber(work, each), total: expenditure })
  }
}

/** The special budgets enacted in it, held until commit: they take each of its steps with it. */
async function startRiders(work: OfficerWork, ordinance: OrdinanceHead, action: OrdinanceAction): Promise<Riding[]> {
  const riders: Riding[] = []
  for (const { id } of await findRiderHeads(work, ordinance.organisationId, ordinance.id)) {
    await documentRows.lock(work, id)
    const rider = await getOrdinance(work, id)
    riders.push({ ...rider, next: deskOf(ordinance).lifecycle.step(work.actor, rider, action) })
  }
  return riders
}

export async function findRiders(read: OfficerRead, ordinance: Pick<OrdinanceHead, 'organisationId' | 'id'>): Promise<Ordinance[]> {
  const riders: Ordinance[] = []
  for (const { id } of await findRiderHeads(read, ordinance.organisationId, ordinance.id)) riders.push(await getOrdinance(read, id))
  return riders
}

async function mustBeReady(work: OfficerWork, proposal: Proposal, warningsSeen: boolean): Promise<void> {
  const { ordinance } = proposal
  const findings = findingsOf(proposal, await rulebookOf(work, ordinance))
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

/** A step that only says what somebody outside has done; of the copy, the ordinance alone tells. */
function saying(action: 'council' | 'supervise' | 'report' | 'correct') {
  return async (work: OfficerWork, id: string, form: Form): Promise<void> => {
    const document = await startOrdinance(work, id, { action, version: form.version })
    const riders = action === 'council' || action === 'supervise' ? await startRiders(work, document, action) : []
    for (const each of [document, ...riders]) {
      await recordStep(work, each, { ...form, action, ...(action === 'correct' && { corrects: 'report' }) })
      await moveDocument(work, each, { state: each.next })
    }
  }
}

export const recordCouncil = saying('council')
export const recordSupervisor = saying('supervise')
export const recordReport = saying('report')
/** The letter or its day was recorded wrongly: the first record stays, and what stands beside it holds. */
export const correctReport = saying('correct')

/** Only now can anything be spent; never before the year begins. */
export async function enforceOrdinance(work: OfficerWork, id: string, { successions = [], ...form }: Form & { readonly successions?: readonly Succession[] }): Promise<void> {
  const document = await startOrdinance(work, id, { action: 'enforce', version: form.version })
  await bringIntoForce(work, document, { ...form, action: 'enforce', successions })
}

/** ใช้งบประมาณปีก่อนไปพลางก่อน, until the year's own is announced. */
export async function beginInterim(work: OfficerWork, id: string, form: Form): Promise<void> {
  const document = await startOrdinance(work, id, { action: 'begin', version: form.version })
  await mustBeNeeded(work, document.fiscalYear)
  const ordinance = await getOrdinance(work, id)
  await mustBeReady(work, { ordinance, riders: [] }, true)
  await moveDocument(work, document, { state: document.state, number: await takeNumber(work, document), total: totalsOf(ordinance).expenditure })
  await bringIntoForce(work, { ...document, version: document.version + 1 }, { ...form, action: 'begin', successions: [] })
}

/** What the interim budget gave is taken over line by line: what was spent on a line stands on it, and the rest follows the ordinance (scenario 30). */
async function bringIntoForce(work: OfficerWork, document: Started, { successions, ...form }: NewStep & { readonly successions: readonly Succession[] }): Promise<void> {
  const { from, until } = fiscalYearPeriod(document.fiscalYear)
  if (compareDates(form.happenedOn, until) >= 0) throw new RuleBroken({ happenedOn: errors.yearOver(String(document.fiscalYear)) })
  await mustBeOpenYear(work, document.fiscalYear, 'happenedOn')
  const [ordinance, riders] = [await getOrdinance(work, document.id), await startRiders(work, document, 'enforce')]
  const interim = document.kind === 'annual' ? await findInterim(work, document.fiscalYear) : undefined
  const ending = await findOrphans(work, ordinance)
  const successors = successorsOf(ending, successions)
  for (const each of [document, ...riders]) {
    await recordStep(work, each, { ...form, ...(each.id === document.id && { after: { successors: saidOf(ending, successors) } }) })
    await moveDocument(work, each, { state: each.next, approvedBy: work.actor.userId })
  }
  const date = compareDates(form.happenedOn, from) > 0 ? form.happenedOn : from
  await appropriate(work, {
    document, stage: stageOf(document), event: 'enforced', date, lines: givenLines(ordinance), ...(interim === undefined ? { mode: 'add' } : { mode: 'replace', replaces: interim.id, successors }),
  })
  const reference = `${document.title} ${printedNumber(kinds[document.kind].series, document.number ?? 0, document.fiscalYear)}`
  for (const rider of riders) await giveSpecial(work, rider, { enactedOn: date, reference })
}

/** To the LAO's own lines, where it spends the enterprise's money itself; otherwise to the unit that keeps its books, which takes it in. */
async function giveSpecial(work: OfficerWork, rider: Ordinance, enacted: Pick<NewOffer, 'enactedOn' | 'reference'>): Promise<void> {
  const { subUnitId } = await getEnterprise(work, rider.enterpriseId ?? '')
  if (subUnitId !== null) return insertOffer(work, rider, { ...enacted, receiverId: subUnitId })
  await appropriate(work, { document: rider, stage: stageOf(rider), event: 'enforced', date: enacted.enactedOn, mode: 'add', lines: givenLines(rider) })
}

export async function returnOrdinance(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const document = await startOrdinance(work, id, { action: 'return', version })
  for (const each of [document, ...await startRiders(work, document, 'return')]) {
    await recordStep(work, each, { action: 'return', happenedOn: work.today, note: reason })
    await moveDocument(work, each, { state: each.next })
  }
}

/** With what was to be enacted in it. */
export async function cancelOrdinance(work: OfficerWork, id: string, version: number): Promise<void> {
  const document = await startOrdinance(work, id, { action: 'cancel', version })
  for (const each of [document, ...await startRiders(work, document, 'cancel')]) {
    await moveDocument(work, each, { state: each.next })
    await recordChange(work, { ...ordinanceKey(each), action: 'cancel' })
  }
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
