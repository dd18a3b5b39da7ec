// A release of the reserve from draft to approval. Locks: the document, then its control lines by id.
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { formatMoney, negate, zero } from '../../platform/money.ts'
import { appropriate } from '../appropriation/appropriation.service.ts'
import { lockLines } from '../control/control.repository.ts'
import { record } from '../control/control.service.ts'
import { type Entry } from '../control/control.ts'
import { type ApproveForm, type Draft } from '../desk/desk.ts'
import { documentDesk, mustBeInYear, mustBeOpenYear } from '../desk/desk.service.ts'
import { sourceOf } from '../document/document.ts'
import { findDocumentLines, snapshotAvailable } from '../document-lines/document-lines.repository.ts'
import { findKnown } from '../named-line/named-line.service.ts'
import { type ReleaseCommand } from './release.schema.ts'
import { judgeRelease, releaseLifecycle, type Release, type ReleaseState } from './release.ts'

export const releaseDesk = documentDesk<ReleaseState>('release', releaseLifecycle)

export async function createRelease(work: OfficerWork, command: ReleaseCommand & { readonly formKey: string }): Promise<string> {
  return releaseDesk.create(work, command.formKey, () => draftOf(work, command))
}

export async function editRelease(work: OfficerWork, id: string, command: ReleaseCommand & { readonly version: number }): Promise<void> {
  await releaseDesk.edit(work, { id, version: command.version }, () => draftOf(work, command))
}

async function draftOf(work: OfficerWork, command: ReleaseCommand): Promise<Draft> {
  const { documentDate, title, reason, variant, expense } = command
  const fiscalYear = fiscalYearOf(documentDate)
  await mustBeOpenYear(work, fiscalYear)
  const { line, amount, approval, faults } = judgeRelease(command, await findKnown(work, { act: 'release', named: [command.line], on: documentDate }))
  if (!line || Object.keys(faults).length > 0) throw new RuleBroken(faults)
  const { sourceCode, departmentId, taskCode, economicCode } = line
  return {
    head: {
      fiscalYear, documentDate, title, reason, variant, total: amount, approver: approval.approver, legalReference: approval.reference,
    },
    lines: [
      { direction: 'release', lineId: line.id, amount, explanation: expense },
      { direction: 'in', key: { sourceCode, departmentId, taskCode, economicCode, title }, isNewItem: true, amount, explanation: expense },
    ],
  }
}

/** Looked at once more before it is laid before the executive. */
export async function submitRelease(work: OfficerWork, id: string, version: number): Promise<void> {
  await releaseDesk.submit(work, { id, version }, async (release) => {
    await mustBeOpenYear(work, release.fiscalYear)
    const named = String(reserveOf(release).control?.number ?? '')
    const typed = { variant: release.variant ?? '', line: named, amount: formatMoney(release.total ?? zero) }
    const { approval, faults } = judgeRelease(typed, await findKnown(work, { act: 'release', named: [named], on: release.documentDate }))
    if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
    return { approver: approval.approver, legalReference: approval.reference }
  })
}

/** The event gets its control line, and its money out of the reserve, on the day of the approval. */
export async function approveRelease(work: OfficerWork, id: string, form: ApproveForm): Promise<void> {
  await releaseDesk.approve(work, { id, form }, async (release) => {
    mustBeInYear(release, form.happenedOn)
    await mustBeOpenYear(work, release.fiscalYear)
    await makeEventLine(work, release, form)
    const act = { source: sourceOf(release), event: 'approved', date: form.happenedOn, description: release.title }
    const lines = await findDocumentLines(work, release.organisationId, id)
    const entries = lines.map(({ lineId, direction, amount }): Entry => (
      { lineId: lineId ?? '', stage: 'released', amount: direction === 'release' ? negate(amount) : amount }))
    await lockLines(work, { act, lineIds: entries.map(({ lineId }) => lineId), holders: [] })
    await snapshotAvailable(work, id)
    await record(work, act, entries)
  })
}

/** The same event named again is the same line. */
async function makeEventLine(work: OfficerWork, release: Release, { happenedOn }: ApproveForm): Promise<void> {
  const { lineId: releasedFrom, control } = reserveOf(release)
  const enterpriseId = control?.enterpriseId ?? null
  const lines = release.lines.flatMap(({ key, line, explanation }) => (
    key ? [{ ...key, explanation, enterpriseId, releasedFrom, amount: zero, documentLine: line }] : []))
  await appropriate(work, { document: release, stage: 'approved', mode: 'add', lines, event: 'event-line', date: happenedOn })
}

function reserveOf({ id, lines }: Release): Release['lines'][number] {
  const line = lines.find(({ direction }) => direction === 'release')
  if (!line) throw new Error(`release ${id} names no reserve`)
  return line
}
