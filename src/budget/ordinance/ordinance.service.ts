// An ordinance from draft to announcement. Locks: the document, then the control lines by way of `appropriate`, then the counters.
import { addAttachments, recordChange, removeAttachment } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, fiscalYearPeriod } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { appropriate } from '../appropriation/appropriation.service.ts'
import { documentRows, editDocument, findMade, getDocument, insertDocument, moveDocument } from '../document/document.repository.ts'
import { recordStep, startStep, takeNumber } from '../document/document.service.ts'
import { trailKind, type NewStep } from '../document/document.ts'
import { findDocumentLines } from '../document-lines/document-lines.repository.ts'
import { findingsOf, rulebookOf } from '../ordinance-check/ordinance-check.service.ts'
import { ordinanceText } from '../ordinance.text.ts'
import { findRevenueLines, hasOrdinance, takeTurn } from './ordinance.repository.ts'
import { type NewOrdinance, type OrdinanceEdit, type ProposeForm } from './ordinance.schema.ts'
import {
  deskOf, ordinanceKinds, particularsSchema, totalsOf, type Ordinance, type OrdinanceAction, type OrdinanceHead, type OrdinanceKind, type OrdinanceState,
} from './ordinance.ts'

const { errors } = ordinanceText

type Started = OrdinanceHead & { readonly next: OrdinanceState }
type Form = Omit<NewStep, 'action'> & { readonly version: number }

export const ordinanceKey = ({ kind, id }: Pick<OrdinanceHead, 'kind' | 'id'>) => ({ kind: trailKind(kind), id })

/** Of the own office; a document of another kind is not found. */
export async function getOrdinance(read: OfficerRead, id: string, kinds: readonly OrdinanceKind[] = ordinanceKinds): Promise<Ordinance> {
  const { organisationId } = read.actor
  const head = await getDocument<OrdinanceState>(read, { organisationId, id, kinds })
  return {
    ...head, details: particularsSchema.parse(head.particulars), revenues: await findRevenueLines(read, organisationId, id),
    lines: await findDocumentLines(read, organisationId, id),
  }
}

/** Held until commit. */
export async function startOrdinance(
  work: OfficerWork, id: string, { action, version }: { readonly action: OrdinanceAction; readonly version: number },
): Promise<Started> {
  const { kind } = await getDocument(work, { organisationId: work.actor.organisationId, id, kinds: ordinanceKinds })
  return startStep(work, { id, kinds: ordinanceKinds, version, action, lifecycle: deskOf({ kind }).lifecycle })
}

/** One a year; the same form sent twice gives the same one. */
export async function createOrdinance(work: OfficerWork, { formKey, fiscalYear, title, ...particulars }: NewOrdinance): Promise<string> {
  const kind = 'annual'
  const earlier = await findMade(work, formKey)
  if (earlier !== undefined) return earlier
  if (Math.abs(fiscalYear - fiscalYearOf(work.today)) > 1) throw new RuleBroken({ fiscalYear: errors.year })
  await takeTurn(work)
  if (await hasOrdinance(work, kind, fiscalYear)) throw new RuleBroken({ fiscalYear: errors.taken(String(fiscalYear)) })
  const id = await insertDocument(work, { kind, fiscalYear, documentDate: work.today, title, formKey, sourceCode: '10', particulars })
  await recordChange(work, { ...ordinanceKey({ kind, id }), action: 'create', after: { title } })
  return id
}

export async function editOrdinance(work: OfficerWork, id: string, { version, title, ...particulars }: OrdinanceEdit): Promise<void> {
  const document = await startOrdinance(work, id, { action: 'edit', version })
  await editDocument(work, document, { title, particulars })
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
  const findings = findingsOf(ordinance, await rulebookOf(work, ordinance.fiscalYear))
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
function saying(action: 'council' | 'supervise' | 'report') {
  return async (work: OfficerWork, id: string, form: Form): Promise<void> => {
    const document = await startOrdinance(work, id, { action, version: form.version })
    await recordStep(work, document, { ...form, action })
    await moveDocument(work, document, { state: document.next })
  }
}

export const recordCouncil = saying('council')
export const recordSupervisor = saying('supervise')
export const recordReport = saying('report')

/** Only now can anything be spent; never before the year begins. */
export async function enforceOrdinance(work: OfficerWork, id: string, form: Form): Promise<void> {
  const document = await startOrdinance(work, id, { action: 'enforce', version: form.version })
  const { from, until } = fiscalYearPeriod(document.fiscalYear)
  if (compareDates(form.happenedOn, until) >= 0) throw new RuleBroken({ happenedOn: errors.yearOver(String(document.fiscalYear)) })
  const { lines } = await getOrdinance(work, id)
  await recordStep(work, document, { ...form, action: 'enforce' })
  await moveDocument(work, document, { state: document.next, approvedBy: work.actor.userId })
  await appropriate(work, {
    document, stage: 'approved', mode: 'add', event: 'enforced', date: compareDates(form.happenedOn, from) > 0 ? form.happenedOn : from,
    lines: lines.flatMap(({ key, amount, line, explanation, location }) => (key ? [{ ...key, amount, documentLine: line, explanation, location }] : [])),
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
  const document = await getDocument<OrdinanceState>(work, { organisationId: work.actor.organisationId, id, kinds: ordinanceKinds })
  deskOf(document).lifecycle.step(work.actor, document, 'edit')
  return ordinanceKey(document)
}
