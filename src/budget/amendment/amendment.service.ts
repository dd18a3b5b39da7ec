// An amendment from draft to the register. Locks: the document, then its control line.
import { recordChange } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { zero } from '../../platform/money.ts'
import { amendmentText } from '../amendment.text.ts'
import { type ApproveForm, type Draft } from '../desk/desk.ts'
import { documentDesk, mustBeInYear, mustBeOpenYear } from '../desk/desk.service.ts'
import { type DocumentLine } from '../document/document.ts'
import { findKnown } from '../named-line/named-line.service.ts'
import { holdWording, rewordLine } from './amendment.repository.ts'
import { type AmendmentCommand } from './amendment.schema.ts'
import { amendmentLifecycle, answerOf, isSaid, judgeRewording, oldLocationOf, type Amendment, type AmendmentState, type Wording } from './amendment.ts'

const { errors } = amendmentText

export const amendmentDesk = documentDesk<AmendmentState>('amendment', amendmentLifecycle, ([line]) => (
  { explanation: line?.explanation, location: line?.location }))

export async function createAmendment(work: OfficerWork, command: AmendmentCommand & { readonly formKey: string }): Promise<string> {
  return amendmentDesk.create(work, command.formKey, () => draftOf(work, command))
}

export async function editAmendment(work: OfficerWork, id: string, command: AmendmentCommand & { readonly version: number }): Promise<void> {
  await amendmentDesk.edit(work, { id, version: command.version }, () => draftOf(work, command))
}

async function draftOf(work: OfficerWork, command: AmendmentCommand): Promise<Draft> {
  const { documentDate, title, reason, explanation, location } = command
  const fiscalYear = fiscalYearOf(documentDate)
  await mustBeOpenYear(work, fiscalYear)
  const { line, changes, approval, faults } = judgeRewording(command, await findKnown(work, { act: 'amendment', named: [command.line], on: documentDate }))
  if (!line || Object.keys(faults).length > 0) throw new RuleBroken(faults)
  return {
    head: {
      fiscalYear, documentDate, title, reason, changesSubstance: changes, approver: approval.approver, legalReference: approval.reference,
      particulars: { oldLocation: line.location, changes: command.changes },
    },
    lines: [{ direction: 'reword', lineId: line.id, amount: zero, explanation, oldExplanation: line.explanation, location }],
  }
}

/** Looked at once more before it is laid before anybody: who approves, and whether the line still says what is to be replaced. */
export async function submitAmendment(work: OfficerWork, id: string, version: number): Promise<void> {
  await amendmentDesk.submit(work, { id, version }, async (amendment) => {
    await mustBeOpenYear(work, amendment.fiscalYear)
    const line = onlyLine(amendment)
    mustStillSay(line.control ?? { explanation: '', location: '' }, amendment)
    const named = String(line.control?.number ?? '')
    const known = await findKnown(work, { act: 'amendment', named: [named], on: amendment.documentDate })
    const { approval, faults } = judgeRewording({ line: named, changes: answerOf(amendment), explanation: line.explanation, location: line.location }, known)
    if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
    return { approver: approval.approver, legalReference: approval.reference }
  })
}

/** From now on the line says what was approved; what it said before stays in the document and in the trail. */
export async function approveAmendment(work: OfficerWork, id: string, form: ApproveForm): Promise<void> {
  await amendmentDesk.approve(work, { id, form }, async (amendment) => {
    mustBeInYear(amendment, form.happenedOn)
    await mustBeOpenYear(work, amendment.fiscalYear)
    const { lineId, explanation, location } = onlyLine(amendment)
    const before = await holdWording(work, lineId)
    mustStillSay(before, amendment)
    await rewordLine(work, lineId, { explanation, location })
    await recordChange(work, { ...amendmentDesk.keyOf(id), action: 'reword', before: { ...before }, after: { explanation, location } })
  })
}

function onlyLine({ id, lines }: Amendment): DocumentLine & { readonly lineId: string } {
  const [line] = lines
  if (!line || line.lineId === null) throw new Error(`amendment ${id} has no line`)
  return { ...line, lineId: line.lineId }
}

function mustStillSay(now: Wording, amendment: Amendment): void {
  const { oldExplanation } = onlyLine(amendment)
  if (!isSaid(now, { explanation: oldExplanation, location: oldLocationOf(amendment) })) throw new RuleBroken(errors.moved)
}
