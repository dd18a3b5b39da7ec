// After the audit (§3.8, S77): what the auditor changed is closed at once, and every opening carried over since moves with it.
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYear, fiscalYearOf, fiscalYearPeriod, type CalendarDate } from '../../platform/dates.ts'
import { type Posted, type RunPosting } from '../posting/gate.ts'
import { total, type PostingLine } from '../posting/posting.ts'
import { accountsOfRoles, askRun } from '../posting/posting.repository.ts'
import { postLines, reverseVoucher } from '../posting/posting.service.ts'
import { findByCode } from '../chart/chart.repository.ts'
import { carriedLines, emptied, isEmpty, type YearNet } from '../closing/closing.ts'
import { findLiveClosings, findLiveFollowers, findLiveOpenings } from '../closing/closing.repository.ts'
import { afterwards, askedFor, closingLines } from '../closing-run/closing-run.ts'
import { mustStand, reversalOf } from '../closing/closing.service.ts'
import { closingText } from '../closing.text.ts'

const { descriptions } = closingText

export interface AuditChange {
  readonly posted: Posted
  readonly documentDate: CalendarDate
  readonly lines: readonly PostingLine[]
  readonly preparedBy: string
}

/** Before the year is closed nothing follows: the closing takes it along. */
export async function followAudit(work: OfficerWork, change: AuditChange): Promise<void> {
  const year = fiscalYearOf(change.documentDate)
  if ((await findLiveClosings(work, year)).length === 0) return
  const nets = await netsOf(work, change.lines)
  const closing = await closeChange(work, change, nets)
  const moved = carriedLines(afterwards(nets, closing))
  const postings: RunPosting[] = []
  for (let next = fiscalYear(year + 1); moved.length > 0 && await isCarried(work, next); next = fiscalYear(next + 1)) {
    postings.push({ lines: moved, asked: askedFor({ preparedBy: change.preparedBy, samePerson: change.preparedBy === work.actor.userId ? 'small-unit' : null }, {
      type: 'OB', stage: 'opening', documentDate: fiscalYearPeriod(next).from, source: { kind: 'opening', id: String(next) }, event: `opening.corrected/${change.posted.id}`,
      description: descriptions.corrected(change.posted.number), isCarried: true, total: total(moved, 'D'),
    }) })
  }
  if (postings.length > 0) mustStand(await askRun(work, null, postings))
}

async function netsOf(work: OfficerWork, lines: readonly PostingLine[]): Promise<YearNet[]> {
  const accounts = await findByCode(work, lines.map(({ accountCode }) => accountCode))
  const groups = new Map(accounts.map(({ code, group }) => [code, group]))
  return afterwards([], lines).map((net) => ({ ...net, group: groups.get(net.accountCode) ?? net.group }))
}

async function closeChange(work: OfficerWork, { posted, documentDate, preparedBy }: AuditChange, nets: readonly YearNet[]): Promise<readonly PostingLine[]> {
  const facts = emptied(nets.filter(({ group }) => group === 'revenue' || group === 'expense'))
  if (isEmpty(facts)) return []
  const lines = closingLines('closing.audit', facts, await accountsOfRoles(work, fiscalYearOf(documentDate)))
  await postLines(work, {
    type: 'CL', stage: 'post-audit-closing', documentDate, source: { kind: 'voucher', id: posted.id }, event: 'closing.audit', description: descriptions.audit(posted.number), preparedBy, lines,
    ...(preparedBy === work.actor.userId && { samePerson: 'small-unit' as const }),
  })
  return lines
}

async function isCarried(work: OfficerWork, year: ReturnType<typeof fiscalYear>): Promise<boolean> {
  return (await findLiveOpenings(work, year)).some(({ event }) => event.startsWith('opening.carried/'))
}

/** The change itself has just been reversed: what followed from it goes the same way. */
export async function unfollowAudit(work: OfficerWork, auditId: string, { reason, documentDate }: { reason: string; documentDate: CalendarDate }): Promise<void> {
  const openings: RunPosting[] = []
  for (const { id, type, event } of await findLiveFollowers(work, auditId)) {
    if (type === 'CL') await reverseVoucher(work, id, { reason, documentDate })
    else openings.push(await reversalOf(work, id, { preparedBy: work.actor.userId, event, description: descriptions.undone(reason) }))
  }
  if (openings.length > 0) mustStand(await askRun(work, null, openings))
}
