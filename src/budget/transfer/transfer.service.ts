// A transfer from draft to the register, and back while its money is unused. Locks: the document, then its control lines by id.
import { addAttachments, recordChange, removeAttachment } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { negate, zero } from '../../platform/money.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { appropriate } from '../appropriation/appropriation.service.ts'
import { approverOf, type Approval } from '../approver/approver.ts'
import { budgetText } from '../budget.text.ts'
import { transferText } from '../change.text.ts'
import { lockLines } from '../control/control.repository.ts'
import { record } from '../control/control.service.ts'
import { type Act, type Entry } from '../control/control.ts'
import { editDocument, findMade, getDocument, insertDocument, moveDocument } from '../document/document.repository.ts'
import { recordStep, startStep, takeNumber } from '../document/document.service.ts'
import { sourceOf, trailKind } from '../document/document.ts'
import { findDocumentLines, setLines, snapshotAvailable } from '../document-lines/document-lines.repository.ts'
import { findKnown } from '../transfer-lines/transfer-lines.service.ts'
import { judge, shortage, type Judged } from '../transfer-lines/transfer-lines.ts'
import { type AnnounceForm, type ApproveForm, type TransferCommand } from './transfer.schema.ts'
import { transferLifecycle, type Transfer, type TransferState } from './transfer.ts'

const { errors } = transferText
const kind = 'transfer'
export const transferKey = (id: string) => ({ kind: trailKind(kind), id })
const typedAgain = { out: [], in: [], items: [] }

type Action = 'edit' | 'submit' | 'cancel' | 'approve' | 'reject' | 'return' | 'announce' | 'report' | 'revoke'
type Started = Transfer & { readonly next: TransferState }

export async function getTransfer(read: OfficerRead, organisationId: string, id: string): Promise<Transfer> {
  const document = await getDocument<TransferState>(read, { organisationId, id, kinds: [kind] })
  return { ...document, lines: await findDocumentLines(read, organisationId, id) }
}

/** The id of the draft; the same form sent twice gives the same one. */
export async function createTransfer(work: OfficerWork, command: TransferCommand & { readonly formKey: string }): Promise<string> {
  const earlier = await findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  const judged = await mustFit(work, command)
  const id = await insertDocument(work, { kind, formKey: command.formKey, ...headOf(command, judged) })
  await setLines(work, id, judged.lines)
  await recordChange(work, { ...transferKey(id), action: 'create', after: { title: command.title, total: judged.out } })
  return id
}

export async function editTransfer(work: OfficerWork, id: string, command: TransferCommand & { readonly version: number }): Promise<void> {
  const before = await start(work, id, { version: command.version, action: 'edit' })
  const judged = await mustFit(work, command)
  if (before.number !== null && fiscalYearOf(command.documentDate) !== before.fiscalYear) {
    throw new RuleBroken({ documentDate: errors.otherYear(String(before.fiscalYear)) })
  }
  await editDocument(work, before, headOf(command, judged))
  await setLines(work, id, judged.lines)
  await recordChange(work, {
    ...transferKey(id), action: 'edit', before: { title: before.title, total: before.total ?? undefined }, after: { title: command.title, total: judged.out },
  })
}

async function mustFit(work: OfficerWork, { documentDate, changes, lines }: TransferCommand): Promise<Judged> {
  if (documentDate > work.today) throw new RuleBroken({ documentDate: errors.future })
  const judged = judge(lines, changes, await findKnown(work, lines, documentDate))
  if (Object.keys(judged.faults).length > 0) throw new RuleBroken(judged.faults)
  return judged
}

function headOf({ documentDate, title, reason, changes }: TransferCommand, { out, approval }: Judged) {
  return {
    fiscalYear: fiscalYearOf(documentDate), documentDate, title, reason, changesSubstance: changes, total: out,
    approver: approval.approver, legalReference: approval.reference,
  }
}

async function start(work: OfficerWork, id: string, { version, action }: { readonly version: number; readonly action: Action }): Promise<Started> {
  const document = await startStep(work, { id, kinds: [kind], version, action, lifecycle: transferLifecycle })
  return { ...document, lines: await findDocumentLines(work, document.organisationId, id) }
}

/** Looked at once more before it is laid before anybody: who approves, and whether the money is still there. */
export async function submitTransfer(work: OfficerWork, id: string, version: number): Promise<void> {
  const transfer = await start(work, id, { version, action: 'submit' })
  const { approver, reference } = await mustStillFit(work, transfer)
  const number = await takeNumber(work, transfer)
  await moveDocument(work, transfer, { state: transfer.next, number, approver, legalReference: reference })
  await recordStep(work, transfer, { action: 'submit', happenedOn: transfer.documentDate, after: { total: transfer.total ?? undefined } })
}

async function mustStillFit(work: OfficerWork, transfer: Transfer): Promise<Approval> {
  const typed = transfer.lines.flatMap(({ control }) => (control ? [{ line: String(control.number), amount: '' }] : []))
  const known = await findKnown(work, { ...typedAgain, out: typed }, transfer.documentDate)
  for (const { control, direction, amount } of transfer.lines) {
    const refusal = direction === 'out' && control ? shortage(control, amount, known) : undefined
    if (refusal !== undefined) throw new RuleBroken(refusal)
  }
  const lines = transfer.lines.map(({ control, key, isNewItem }) => (
    { isNewItem, isCapital: known.classes.get(control?.economicCode ?? key?.economicCode ?? '')?.typeCode === known.codes.capitalType }))
  return approverOf(known.rules, { act: kind, changes: transfer.changesSubstance }, lines)
}

export async function cancelTransfer(work: OfficerWork, id: string, version: number): Promise<void> {
  const transfer = await start(work, id, { version, action: 'cancel' })
  await moveDocument(work, transfer, { state: transfer.next })
  await recordChange(work, { ...transferKey(id), action: 'cancel' })
}

/** New items get their control lines; then the money moves, on the day of the approval. */
export async function approveTransfer(work: OfficerWork, id: string, form: ApproveForm): Promise<void> {
  const transfer = await start(work, id, { version: form.version, action: 'approve' })
  mustBeRightApproval(transfer, form)
  await moveDocument(work, transfer, { state: transfer.next, approvedBy: work.actor.userId })
  await recordStep(work, transfer, { ...form, action: 'approve', after: { approver: budgetText.approvers[form.approver] } })
  await makeNewItems(work, transfer, form.happenedOn)
  const lines = await findDocumentLines(work, transfer.organisationId, id)
  const act = actOf(transfer, 'approved', form.happenedOn)
  const entries = lines.map(({ lineId, direction, amount }): Entry => (
    { lineId: lineId ?? '', stage: 'transferred', amount: direction === 'out' ? negate(amount) : amount }))
  await lockLines(work, { act, lineIds: entries.map(({ lineId }) => lineId), holders: [] })
  await snapshotAvailable(work, id)
  await record(work, act, entries)
}

function mustBeRightApproval(transfer: Transfer, { approver, happenedOn }: ApproveForm): void {
  const { approver: right, legalReference, fiscalYear } = transfer
  if (right !== approver) throw new RuleBroken({ approver: errors.wrongApprover(budgetText.approvers[right ?? 'executive'], legalReference) })
  if (fiscalYearOf(happenedOn) !== fiscalYear) throw new RuleBroken({ happenedOn: errors.otherYear(String(fiscalYear)) })
}

function actOf(transfer: Transfer, event: string, date: CalendarDate): Act {
  return { source: sourceOf(transfer), event, date, description: transfer.title }
}

async function makeNewItems(work: OfficerWork, transfer: Transfer, date: CalendarDate): Promise<void> {
  const lines = transfer.lines.flatMap(({ key, isNewItem, line, explanation }) => (
    isNewItem && key ? [{ ...key, explanation, amount: zero, documentLine: line }] : []))
  if (lines.length > 0) await appropriate(work, { document: transfer, stage: 'approved', mode: 'add', lines, event: 'new-items', date })
}

export async function rejectTransfer(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const transfer = await start(work, id, { version, action: 'reject' })
  await moveDocument(work, transfer, { state: transfer.next })
  await recordStep(work, transfer, { action: 'reject', happenedOn: work.today, note: reason })
}

export async function returnTransfer(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const transfer = await start(work, id, { version, action: 'return' })
  await moveDocument(work, transfer, { state: transfer.next })
  await recordStep(work, transfer, { action: 'return', happenedOn: work.today, note: reason })
}

export async function announceTransfer(work: OfficerWork, id: string, form: AnnounceForm): Promise<void> {
  await note(work, id, { ...form, action: 'announce' })
}

export async function reportTransfer(work: OfficerWork, id: string, form: AnnounceForm): Promise<void> {
  await note(work, id, { ...form, action: 'report' })
}

async function note(work: OfficerWork, id: string, form: AnnounceForm & { readonly action: 'announce' | 'report' }): Promise<void> {
  const transfer = await start(work, id, form)
  await moveDocument(work, transfer, { state: transfer.next })
  await recordStep(work, transfer, form)
}

/** By a movement the other way; refused by the budget control when what came in is used already. */
export async function revokeTransfer(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const transfer = await start(work, id, { version, action: 'revoke' })
  const entries = transfer.lines.map(({ lineId, direction, amount }): Entry => (
    { lineId: lineId ?? '', stage: 'transferred', amount: direction === 'out' ? amount : negate(amount) }))
  await record(work, actOf(transfer, 'revoked', work.today), entries)
  await moveDocument(work, transfer, { state: transfer.next })
  await recordStep(work, transfer, { action: 'revoke', happenedOn: work.today, note: reason })
}

export async function attachToTransfer(work: OfficerWork, id: string, files: readonly UploadedFile[]): Promise<void> {
  await mustBeDraft(work, id)
  await addAttachments(work, transferKey(id), files)
}

export async function detachFromTransfer(work: OfficerWork, id: string, attachmentId: string): Promise<void> {
  await mustBeDraft(work, id)
  await removeAttachment(work, transferKey(id), attachmentId)
}

async function mustBeDraft(work: OfficerWork, id: string): Promise<void> {
  const { state } = await getDocument<TransferState>(work, { organisationId: work.actor.organisationId, id, kinds: [kind] })
  if (state !== 'draft') throw new NotFound('draft of a transfer')
}
