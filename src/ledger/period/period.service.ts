import { type OfficerRead } from '../../platform/database/work.ts'
import { compareDates, fiscalMonthOf, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { ledgerText } from '../ledger.text.ts'
import { type Stage } from '../voucher/voucher.ts'
import { findAuditUntil, findState } from './period.repository.ts'

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
