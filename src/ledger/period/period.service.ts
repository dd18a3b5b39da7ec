import { addAttachments, findAttachments, recordChange, type Attachment } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addMonths, compareDates, fiscalMonthOf, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { Conflict, NotFound, RuleBroken } from '../../platform/errors.ts'
import { type YearRooms } from '../closing/closing.ts'
import { findLiveClosings } from '../closing/closing.repository.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { ledgerText } from '../ledger.text.ts'
import { periodText } from '../period.text.ts'
import { type Stage } from '../voucher/voucher.ts'
import { auditPeriod, firstDayOf, smallUnitBelow, type NewRequest } from './period.ts'
import {
  countFinanceOfficers, decide, findAuditRequests, findAuditUntil, findState, insertRequest, isOwnRequest, maySignAlone, openFiscalYear, setPeriod, switchSmallUnit,
} from './period.repository.ts'

const { errors } = ledgerText

/** What the gate itself does not ask: adjustments of a month that is shut for good, and changes after the auditor's time. */
export async function mustTakeStage(read: OfficerRead, stage: Stage, date: CalendarDate): Promise<void> {
  const fiscalYear = fiscalYearOf(date)
  const month = fiscalMonthOf(date)
  if (stage === 'adjusting' && month < 12 && await findState(read, { fiscalYear, period: month }) === 'closed') throw new RuleBroken(errors.closed)
  if (stage !== 'post-audit' && stage !== 'post-audit-closing') return
  const until = await findAuditUntil(read, fiscalYear)
  if (until !== undefined && compareDates(until, read.today) < 0) throw new RuleBroken(errors.auditOver)
}

const kind = 'period-request'

/** The window after the audit opens by the auditor's letter (§3.8); no other request takes one. */
export async function requestPeriod(work: OfficerWork, request: NewRequest & Pick<YearRooms, 'holdMonth'>, letter: readonly UploadedFile[] = []): Promise<void> {
  const files = letter.filter((file) => file.name !== '' || file.bytes.length > 0)
  if (await findState(work, request) === undefined) throw new RuleBroken({ period: errors.noYear })
  if (request.auditUntil !== undefined && compareDates(request.auditUntil, work.today) < 0) throw new RuleBroken({ auditUntil: periodText.errors.auditPast })
  const opensAudit = request.period === auditPeriod && request.wanted === 'open'
  if (opensAudit && (await findLiveClosings(work, request.fiscalYear)).length === 0) throw new RuleBroken({ period: periodText.errors.yearOpen })
  if (opensAudit !== files.length > 0) throw new RuleBroken({ files: opensAudit ? periodText.errors.letter : periodText.errors.noLetter })
  if (request.wanted === 'closed') await mustBeFree(work, request)
  const id = await insertRequest(work, request)
  if (id === undefined) throw new RuleBroken({ period: periodText.errors.asked })
  if (opensAudit) await addAttachments(work, { kind, id }, files)
  await recordChange(work, { kind, id, action: 'request', after: { period: `${request.period}/${request.fiscalYear}`, wanted: request.wanted }, reason: request.reason })
}

/** What rooms want done before a month of theirs is shut. */
async function mustBeFree(read: OfficerRead, { holdMonth = [], ...month }: NewRequest & Pick<YearRooms, 'holdMonth'>): Promise<void> {
  const from = firstDayOf(month)
  if (from === undefined) return
  for (const find of holdMonth) {
    const [held] = await find(read, { from, until: addMonths(from, 1) })
    if (held) throw new RuleBroken({ period: held.text })
  }
}

/** By which the window after the audit was asked for, whatever came of it. */
export async function findLetters(read: OfficerRead, fiscalYear: FiscalYear): Promise<Attachment[]> {
  const letters: Attachment[] = []
  for (const id of await findAuditRequests(read, fiscalYear)) letters.push(...await findAttachments(read, read.actor.organisationId, { kind, id }))
  return letters
}

/** By another officer than who asked, except in a small unit. Closing seals the chain and the balances. */
export async function carryOutRequest(work: OfficerWork, id: string): Promise<void> {
  if (!await isOwnRequest(work, id)) throw new NotFound(kind)
  const refusal = await setPeriod(work, id)
  if (refusal === 'gone') throw new Conflict(periodText.errors.gone)
  if (refusal !== undefined) throw new RuleBroken(periodText.errors[refusal])
  if (!await decide(work, id, { state: 'done', decision: '' })) throw new Conflict(periodText.errors.gone)
  await recordChange(work, { kind, id, action: 'carry-out' })
}

export async function refuseRequest(work: OfficerWork, id: string, reason: string): Promise<void> {
  if (!await isOwnRequest(work, id)) throw new NotFound(kind)
  if (!await decide(work, id, { state: 'refused', decision: reason })) throw new Conflict(periodText.errors.gone)
  await recordChange(work, { kind, id, action: 'refuse', reason })
}

/** The year of today, the one before and the one to come. */
export async function openYear(work: OfficerWork, fiscalYear: FiscalYear): Promise<void> {
  mustKeepBooks(work)
  if (Math.abs(fiscalYear - fiscalYearOf(work.today)) > 1) throw new RuleBroken(periodText.errors.year)
  await openFiscalYear(work, fiscalYear)
  await recordChange(work, { kind: 'fiscal-year', id: String(fiscalYear), action: 'open' })
}

/** หน่วยงานขนาดเล็ก: one person may prepare and approve, where fewer than three have work in finance. */
export async function setSmallUnit(work: OfficerWork, change: { wanted: boolean; reason: string }): Promise<void> {
  mustKeepBooks(work)
  if (await maySignAlone(work) === change.wanted) throw new RuleBroken({ smallReason: periodText.errors.switched })
  if (change.wanted && await countFinanceOfficers(work) >= smallUnitBelow) throw new RuleBroken({ smallReason: periodText.errors.notSmall })
  await switchSmallUnit(work, { isOn: change.wanted, reason: change.reason })
  await recordChange(work, { kind: 'small-unit', id: work.actor.organisationId, action: change.wanted ? 'small-on' : 'small-off', reason: change.reason })
}

/** A province or the department keeps none, whatever rights its people were given. */
function mustKeepBooks({ actor }: OfficerWork): void {
  if (actor.scope !== 'unit' && actor.scope !== 'lao') throw new RuleBroken(periodText.errors.noBooks)
}
