// A lapse from the list that makes itself to the movement. Locks: the document, the control lines by id.
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { isZero } from '../../platform/money.ts'
import { closeEmptied } from '../carry/carry.service.ts'
import { lockLines } from '../control/control.repository.ts'
import { record } from '../control/control.service.ts'
import { restOf, type Act } from '../control/control.ts'
import { type Draft, type StepForm } from '../desk/desk.ts'
import { documentDesk } from '../desk/desk.service.ts'
import { moveDocument } from '../document/document.repository.ts'
import { recordStep, takeNumber } from '../document/document.service.ts'
import { sourceOf } from '../document/document.ts'
import { getSettings } from '../settings/settings.repository.ts'
import { findUnspent } from '../unspent/unspent.repository.ts'
import { type Unspent } from '../unspent/unspent.ts'
import { yearEndText } from '../year-end.text.ts'
import { type LapseCommand } from './lapse.schema.ts'
import { entriesOf, judgeLapse, lapseLifecycle, refusalOf, type LapseState } from './lapse.ts'

const { errors } = yearEndText
export const lapseDesk = documentDesk<LapseState>('lapse', lapseLifecycle)

/** Everything past its last day; what waits to be carried or extended is not among it, nor money of a notice, an approval or a loan, which ends with its own closing. */
export async function findPastDue(read: OfficerRead, organisationId: string): Promise<Unspent[]> {
  const settings = await getSettings(read, { fiscalYear: fiscalYearOf(read.today), laoKind: null })
  const found = await findUnspent(read, { organisationId, capitalType: settings.text('capital-type'), endedBefore: read.today, waiting: { except: null } })
  return found.filter(({ isBeingExtended, line }) => !isBeingExtended && line.fundDocumentId === null)
}

export async function createLapse(work: OfficerWork, command: LapseCommand & { readonly formKey: string }): Promise<string> {
  return lapseDesk.create(work, command.formKey, () => draftOf(work, command))
}

export async function editLapse(work: OfficerWork, id: string, command: LapseCommand & { readonly version: number }): Promise<void> {
  await lapseDesk.edit(work, { id, version: command.version }, () => draftOf(work, command))
}

async function draftOf(work: OfficerWork, { documentDate, title, reason, wanted }: LapseCommand): Promise<Draft> {
  const judged = judgeLapse(wanted, await findPastDue(work, work.actor.organisationId))
  if (Object.keys(judged.faults).length > 0) throw new RuleBroken(judged.faults)
  return { head: { documentDate, title, reason, fiscalYear: fiscalYearOf(documentDate), total: judged.total }, lines: judged.lines }
}

/** What has been claimed stays claimed and is paid; everything else of these lines ends on the day of the approval. */
export async function approveLapse(work: OfficerWork, id: string, form: StepForm): Promise<void> {
  const lapse = await lapseDesk.start(work, id, { version: form.version, action: 'approve' })
  if (compareDates(form.happenedOn, work.today) > 0) throw new RuleBroken({ happenedOn: errors.future })
  const act: Act = { source: sourceOf(lapse), event: 'lapsed', date: form.happenedOn, description: lapse.title }
  const lineIds = lapse.lines.flatMap(({ lineId }) => (lineId === null ? [] : [lineId]))
  const held = await lockLines(work, { act, lineIds, holders: lapse.lines.flatMap(({ holder }) => (holder ? [holder] : [])) })
  const now = await lapseDesk.get(work, lapse.organisationId, id)
  const refusal = refusalOf(now.lines, await findPastDue(work, lapse.organisationId), form.happenedOn)
  if (refusal !== undefined) throw new RuleBroken({ '': refusal })
  await moveDocument(work, lapse, { state: lapse.next, number: await takeNumber(work, lapse), approvedBy: work.actor.userId })
  await record(work, act, entriesOf(now.lines, ({ lineId, holder }) => (
    holder && lineId !== null && !isZero(restOf(held, { lineId, stage: 'reserved', holder })) ? 'reserved' : 'committed')))
  await recordStep(work, lapse, { ...form, action: 'approve', after: { total: lapse.total ?? undefined } })
  await closeEmptied(work)
}
