// An override from draft to approval, and back while it is unused. Locks: the document, then its control line.
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { formatMoney, negate, zero, type Money } from '../../platform/money.ts'
import { lockLines } from '../control/control.repository.ts'
import { record } from '../control/control.service.ts'
import { type Act, type Entry } from '../control/control.ts'
import { type ApproveForm, type Draft, type ReasonForm } from '../desk/desk.ts'
import { documentDesk, mustBeInYear, mustBeOpenYear } from '../desk/desk.service.ts'
import { moveDocument } from '../document/document.repository.ts'
import { recordStep } from '../document/document.service.ts'
import { sourceOf } from '../document/document.ts'
import { snapshotAvailable } from '../document-lines/document-lines.repository.ts'
import { findKnown } from '../named-line/named-line.service.ts'
import { overrideText } from '../override.text.ts'
import { type OverrideCommand } from './override.schema.ts'
import { judgeOverride, overrideLifecycle, type JudgedOverride, type Override, type OverrideState } from './override.ts'

const { errors } = overrideText

export const overrideDesk = documentDesk<OverrideState>('override', overrideLifecycle)

export async function createOverride(work: OfficerWork, command: OverrideCommand & { readonly formKey: string }): Promise<string> {
  return overrideDesk.create(work, command.formKey, () => draftOf(work, command))
}

export async function editOverride(work: OfficerWork, id: string, command: OverrideCommand & { readonly version: number }): Promise<void> {
  await overrideDesk.edit(work, { id, version: command.version }, () => draftOf(work, command))
}

async function draftOf(work: OfficerWork, command: OverrideCommand): Promise<Draft> {
  const { documentDate, title, reason, legal } = command
  const fiscalYear = fiscalYearOf(documentDate)
  await mustBeOpenYear(work, fiscalYear)
  const { line, amount, approval, faults } = judgeOverride(command, await findKnown(work, { act: 'override', named: [command.line], on: documentDate }))
  if (!line || Object.keys(faults).length > 0) throw new RuleBroken(faults)
  return {
    head: { fiscalYear, documentDate, title, reason, total: amount, approver: approval.approver, legalReference: approval.reference },
    lines: [{ direction: 'allow', lineId: line.id, amount, legalReference: legal }],
  }
}

export async function submitOverride(work: OfficerWork, id: string, version: number): Promise<void> {
  await overrideDesk.submit(work, { id, version }, async (override) => {
    const { approval } = await mustStillBeOpen(work, override)
    return { approver: approval.approver, legalReference: approval.reference }
  })
}

/** What the settings opened when it was drawn up may be closed by now. */
async function mustStillBeOpen(work: OfficerWork, override: Override): Promise<JudgedOverride> {
  await mustBeOpenYear(work, override.fiscalYear)
  const named = String(override.lines[0]?.control?.number ?? '')
  const known = await findKnown(work, { act: 'override', named: [named], on: override.documentDate })
  const judged = judgeOverride({ line: named, amount: formatMoney(override.total ?? zero) }, known)
  if (Object.keys(judged.faults).length > 0) throw new RuleBroken(judged.faults)
  return judged
}

export async function approveOverride(work: OfficerWork, id: string, form: ApproveForm): Promise<void> {
  await overrideDesk.approve(work, { id, form }, async (override) => {
    mustBeInYear(override, form.happenedOn)
    await mustStillBeOpen(work, override)
    const act = actOf(override, 'approved', form.happenedOn)
    const entries = entriesOf(override, (amount) => amount)
    await lockLines(work, { act, lineIds: entries.map(({ lineId }) => lineId), holders: [] })
    await snapshotAvailable(work, id)
    await record(work, act, entries)
  })
}

/** Only the whole of it, and only while nothing of it is used. */
export async function withdrawOverride(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const override = await overrideDesk.start(work, id, { version, action: 'withdraw' })
  await mustBeOpenYear(work, override.fiscalYear)
  await record(work, actOf(override, 'withdrawn', work.today), entriesOf(override, negate)).catch(orUsed)
  await moveDocument(work, override, { state: override.next })
  await recordStep(work, override, { action: 'withdraw', happenedOn: work.today, note: reason })
}

function actOf(override: Override, event: string, date: CalendarDate): Act {
  return { source: sourceOf(override), event, date, description: override.title }
}

function entriesOf({ lines }: Override, way: (amount: Money) => Money): Entry[] {
  return lines.map(({ lineId, amount }) => ({ lineId: lineId ?? '', stage: 'allowance', amount: way(amount) }))
}

function orUsed(error: unknown): never {
  throw error instanceof RuleBroken ? new RuleBroken(errors.used) : error
}
