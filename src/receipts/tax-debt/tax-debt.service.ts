// Assessing, warning, cancelling; what is due on a day.
import { nextNumber, printedNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, isZero, sum, type Money } from '../../platform/money.ts'
import { findLate } from '../tax-late/tax-late.service.ts'
import { getTaxpayer } from '../taxpayer/taxpayer.repository.ts'
import { reckonSign, mayBeInParts, signboardTax } from '../tax-rule/tax-rule.ts'
import { taxDebtText } from '../tax-debt.text.ts'
import { changeDebt, debtRows, findFigures, findTaxKinds, getDebt, insertDebt } from './tax-debt.repository.ts'
import { debtLifecycle, debtNumber, dueLines, settledOf, type DebtCommand, type Due, type TaxDebt, type WarnForm } from './tax-debt.ts'

const { errors } = taxDebtText
const kind = 'tax-debt'

/** Every step of an assessment begins here. */
export const startDebtStep = stepStarter({ rows: debtRows, get: getDebt, lifecycle: debtLifecycle, signsAlone })

export async function createDebt(work: OfficerWork, command: DebtCommand & { formKey: string }): Promise<string> {
  const earlier = await debtRows.findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  const assessed = await mustFit(work, command)
  const fiscalYear = fiscalYearOf(command.noticeDate)
  const number = await nextNumber(work, 'TAX', fiscalYear)
  const id = await insertDebt(work, command, { number, fiscalYear, assessed })
  await recordChange(work, { kind, id, action: 'create', after: { number: printedNumber('TAX', number, fiscalYear), assessed, due: command.dueDate } })
  return id
}

async function mustFit(work: OfficerWork, command: DebtCommand): Promise<Money> {
  const taxKind = (await findTaxKinds(work)).find((each) => each.code === command.taxKind)
  if (!taxKind) throw new RuleBroken({ taxKind: errors.taxKind })
  if (!taxKind.isActive && !command.isOpening) throw new RuleBroken({ taxKind: errors.abolished })
  const taxpayer = await getTaxpayer(work, work.actor.organisationId, command.taxpayerId)
  if (taxpayer.register !== 'taxpayer' || !taxpayer.isActive) throw new RuleBroken({ taxpayerId: errors.taxpayer })
  if (compareDates(command.noticeDate, work.today) > 0) throw new RuleBroken({ noticeDate: errors.future })
  if (compareDates(command.dueDate, command.noticeDate) < 0) throw new RuleBroken({ dueDate: errors.dueBefore })
  const figures = await findFigures(work, command.noticeDate)
  const assessed = command.assessed ?? signboardTax(command.signs, figures)
  if (isZero(assessed)) throw new RuleBroken({ assessed: errors.positive })
  if (compare(command.discount, assessed) >= 0) throw new RuleBroken({ discount: errors.discount })
  if (command.parts > 1 && !mayBeInParts(command.taxKind, assessed, figures)) throw new RuleBroken({ parts: errors.parts })
  return assessed
}

/** One asks; a debtor in the books, an opening's too, goes only by a write-off. */
export async function cancelDebt(work: OfficerWork, id: string, { version, reason }: { version: number; reason: string }): Promise<void> {
  const debt = await startDebtStep(work, id, { action: 'cancel', version })
  mustBeFree(debt)
  await changeDebt(work, debt, { state: debt.next, cancel_reason: reason, cancel_asked_by: work.actor.userId })
  await recordChange(work, { kind, id, action: 'cancel', reason })
}

/** Another confirms: nobody takes money without a receipt and makes the debt disappear alone (INV-13). */
export async function confirmCancelDebt(work: OfficerWork, id: string, version: number): Promise<void> {
  const debt = await startDebtStep(work, id, { action: 'confirm-cancel', version })
  mustBeFree(debt)
  await changeDebt(work, debt, { state: debt.next, cancelled_by: work.actor.userId, is_signed_alone: debt.isAlone })
  await recordChange(work, { kind, id, action: 'confirm-cancel', reason: debt.cancelReason ?? '', before: { assessed: debt.assessed }, isAlone: debt.isAlone })
}

/** It is owed as before. */
export async function refuseCancelDebt(work: OfficerWork, id: string, { version, reason }: { version: number; reason: string }): Promise<void> {
  const debt = await startDebtStep(work, id, { action: 'refuse-cancel', version })
  await changeDebt(work, debt, { state: debt.next, cancel_reason: null, cancel_asked_by: null })
  await recordChange(work, { kind, id, action: 'refuse-cancel', reason })
}

/** Nobody has paid, written off or set up any of it. */
function mustBeFree(debt: TaxDebt): void {
  if (!isZero(settledOf(debt)) || debt.isSetUp) throw new RuleBroken(errors.settled)
}

/** หนังสือแจ้งเตือน: the penalty depends on when the tax is paid beside it. */
export async function warnDebt(work: OfficerWork, id: string, { version, warnedOn, warnedUntil }: WarnForm): Promise<void> {
  const debt = await startDebtStep(work, id, { action: 'warn', version })
  if (compareDates(warnedOn, work.today) > 0) throw new RuleBroken({ warnedOn: errors.future })
  if (compareDates(warnedOn, debt.dueDate) <= 0 || compareDates(warnedUntil, warnedOn) < 0) throw new RuleBroken({ warnedOn: errors.warning })
  await changeDebt(work, debt, { warned_on: warnedOn, warned_until: warnedUntil })
  await recordChange(work, { kind, id, action: 'warn', after: { warnedOn, warnedUntil } })
}

/** What the taxpayer would pay on that day: tax, penalty and surcharge apart, as lines for a receipt. */
export async function findDue(read: OfficerRead, debt: TaxDebt, day: CalendarDate): Promise<Due> {
  const { late, ahead, reckoned } = await findLate(read, debt, { day })
  const lines = dueLines(debt, debtNumber(debt), late)
  return { late, ahead, lines, total: sum(lines.map((line) => line.amount)), reckoned }
}

/** How each line of what is due was reckoned, as the receipt tells it (§4.9): signs by the figures of the day of their notice. */
export async function describeDue(read: OfficerRead, debt: TaxDebt, { lines, reckoned, ahead }: Due): Promise<readonly string[]> {
  const figures = debt.signs.length === 0 ? undefined : await findFigures(read, debt.noticeDate)
  const signs = figures ? debt.signs.map((sign) => ({ ...sign, ...reckonSign(sign, figures) })) : []
  return lines.map(({ kind: part }) => taxDebtText.reckoned({ part, year: String(debt.taxYear), signs, reckoned, ahead }))
}
