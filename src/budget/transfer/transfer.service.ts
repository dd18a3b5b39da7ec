// A transfer from draft to the register, and back while its money is unused. Locks: the document, then its control lines by id.
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { negate, zero } from '../../platform/money.ts'
import { appropriate } from '../appropriation/appropriation.service.ts'
import { approverOf, type Approval } from '../approver/approver.ts'
import { lockLines } from '../control/control.repository.ts'
import { record } from '../control/control.service.ts'
import { type Act, type Entry } from '../control/control.ts'
import { type ApproveForm, type Draft, type ReasonForm, type StepForm } from '../desk/desk.ts'
import { documentDesk, mustBeInYear, mustBeOpenYear } from '../desk/desk.service.ts'
import { moveDocument } from '../document/document.repository.ts'
import { recordStep } from '../document/document.service.ts'
import { sourceOf } from '../document/document.ts'
import { findDocumentLines, snapshotAvailable } from '../document-lines/document-lines.repository.ts'
import { findKnown } from '../named-line/named-line.service.ts'
import { isCapital, shortage } from '../named-line/named-line.ts'
import { judge, namedIn } from '../transfer-lines/transfer-lines.ts'
import { type TransferCommand } from './transfer.schema.ts'
import { transferLifecycle, type Transfer, type TransferState } from './transfer.ts'

export const transferDesk = documentDesk<TransferState>('transfer', transferLifecycle)

export async function createTransfer(work: OfficerWork, command: TransferCommand & { readonly formKey: string }): Promise<string> {
  return transferDesk.create(work, command.formKey, () => draftOf(work, command))
}

export async function editTransfer(work: OfficerWork, id: string, command: TransferCommand & { readonly version: number }): Promise<void> {
  await transferDesk.edit(work, { id, version: command.version }, () => draftOf(work, command))
}

async function draftOf(work: OfficerWork, { documentDate, title, reason, changes, lines }: TransferCommand): Promise<Draft> {
  const fiscalYear = fiscalYearOf(documentDate)
  await mustBeOpenYear(work, fiscalYear)
  const judged = judge(lines, changes, await findKnown(work, { act: 'transfer', named: namedIn(lines), on: documentDate }))
  if (Object.keys(judged.faults).length > 0) throw new RuleBroken(judged.faults)
  const { out, approval } = judged
  return {
    head: {
      fiscalYear, documentDate, title, reason, changesSubstance: changes, total: out,
      approver: approval.approver, legalReference: approval.reference,
    },
    lines: judged.lines,
  }
}

/** Looked at once more before it is laid before anybody: who approves, and whether the money is still there. */
export async function submitTransfer(work: OfficerWork, id: string, version: number): Promise<void> {
  await transferDesk.submit(work, { id, version }, async (transfer) => {
    await mustBeOpenYear(work, transfer.fiscalYear)
    const { approver, reference } = await mustStillFit(work, transfer)
    return { approver, legalReference: reference }
  })
}

async function mustStillFit(work: OfficerWork, transfer: Transfer): Promise<Approval> {
  const named = transfer.lines.flatMap(({ control }) => (control ? [String(control.number)] : []))
  const known = await findKnown(work, { act: 'transfer', named, on: transfer.documentDate })
  for (const { control, direction, amount } of transfer.lines) {
    const refusal = direction === 'out' && control ? shortage(control, amount, known) : undefined
    if (refusal !== undefined) throw new RuleBroken(refusal)
  }
  const lines = transfer.lines.map(({ control, key, isNewItem }) => (
    { isNewItem, isCapital: isCapital(control?.economicCode ?? key?.economicCode, known) }))
  return approverOf(known.rules, { act: 'transfer', changes: transfer.changesSubstance }, lines)
}

/** New items get their control lines; then the money moves, on the day of the approval. */
export async function approveTransfer(work: OfficerWork, id: string, form: ApproveForm): Promise<void> {
  await transferDesk.approve(work, { id, form }, async (transfer) => {
    mustBeInYear(transfer, form.happenedOn)
    await mustBeOpenYear(work, transfer.fiscalYear)
    await makeNewItems(work, transfer, form.happenedOn)
    const act = actOf(transfer, 'approved', form.happenedOn)
    const entries = entriesOf(await findDocumentLines(work, transfer.organisationId, id), 'forth')
    await lockLines(work, { act, lineIds: entries.map(({ lineId }) => lineId), holders: [] })
    await snapshotAvailable(work, id)
    await record(work, act, entries)
  })
}

function actOf(transfer: Transfer, event: string, date: CalendarDate): Act {
  return { source: sourceOf(transfer), event, date, description: transfer.title }
}

function entriesOf(lines: Transfer['lines'], way: 'forth' | 'back'): Entry[] {
  const leaves = way === 'forth' ? 'out' : 'in'
  return lines.map(({ lineId, direction, amount }): Entry => (
    { lineId: lineId ?? '', stage: 'transferred', amount: direction === leaves ? negate(amount) : amount }))
}

/** They belong to whose money sets them up. */
async function makeNewItems(work: OfficerWork, transfer: Transfer, date: CalendarDate): Promise<void> {
  const enterpriseId = transfer.lines.find(({ control }) => control)?.control?.enterpriseId ?? null
  const lines = transfer.lines.flatMap(({ key, isNewItem, line, explanation }) => (
    isNewItem && key ? [{ ...key, enterpriseId, explanation, amount: zero, documentLine: line }] : []))
  if (lines.length > 0) await appropriate(work, { document: transfer, stage: 'approved', mode: 'add', lines, event: 'new-items', date })
}

export async function announceTransfer(work: OfficerWork, id: string, form: StepForm): Promise<void> {
  await transferDesk.note('announce')(work, id, form)
}

/** By a movement the other way; refused by the budget control when what came in is used already. */
export async function revokeTransfer(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const transfer = await transferDesk.start(work, id, { version, action: 'revoke' })
  await mustBeOpenYear(work, transfer.fiscalYear)
  await record(work, actOf(transfer, 'revoked', work.today), entriesOf(transfer.lines, 'back'))
  await moveDocument(work, transfer, { state: transfer.next })
  await recordStep(work, transfer, { action: 'revoke', happenedOn: work.today, note: reason })
}
