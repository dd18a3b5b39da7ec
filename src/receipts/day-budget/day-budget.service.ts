// What a day's receipts tell the budget: money that came in for a notice, over-payments and lent money that came back within their year (R6, R14, S34).
// Locks: loans by id → budget lines by id; asked before the counters.
import { getFundCash, giveOutLentMoney, recordFundCash, refund, takeBackRefund, takeInLentMoney, type Source } from '../../budget/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, minus, negate, sum, type Money } from '../../platform/money.ts'
import { type IncomeTotal } from '../money-in/money-in.ts'
import { receiptsText } from '../receipts.text.ts'

const { errors } = receiptsText

export interface ToldDay {
  readonly id: string
  readonly summaryDate: CalendarDate
  readonly incomes: readonly IncomeTotal[]
}

const confirmed = (id: string): Source => ({ kind: 'remittance-summary', id })
const reversed = (id: string): Source => ({ kind: 'remittance-summary-reversed', id })

export async function tellBudget(work: OfficerWork, day: ToldDay): Promise<void> {
  await takeInLentMoney(work, actOf(day, confirmed(day.id)), day.incomes)
  for (const { of, shares } of refundsIn(day.incomes)) {
    await refund(work, { ...actOf(day, confirmed(day.id)), event: `refunded/${of.kind}/${of.id}`, of }, shares)
  }
  for (const [documentId, amount] of fundsIn(day.incomes)) {
    await recordFundCash(work, { documentId, amount, date: day.summaryDate, source: confirmed(day.id), reference: nameOf(day) })
  }
}

/** The summary is reversed: what the budget regained it must still have, and what a notice paid stays covered. */
export async function untellBudget(work: OfficerWork, day: ToldDay): Promise<void> {
  await giveOutLentMoney(work, { ...actOf(day, confirmed(day.id)), reversedBy: reversed(day.id) }, day.incomes)
  for (const { of, shares } of refundsIn(day.incomes)) {
    await takeBackRefund(work, { ...actOf(day, reversed(day.id)), event: `taken-back/${of.kind}/${of.id}`, of }, shares)
  }
  for (const [documentId, amount] of fundsIn(day.incomes)) {
    const { received, paid } = await getFundCash(work, work.actor.organisationId, documentId)
    if (compare(minus(received, amount), paid) < 0) throw new RuleBroken(errors.fundPaid(formatMoney(paid)))
    await recordFundCash(work, { documentId, amount: negate(amount), date: day.summaryDate, source: reversed(day.id), reference: nameOf(day) })
  }
}

function actOf(day: ToldDay, source: Source) {
  return { source, date: day.summaryDate, description: nameOf(day) }
}

function nameOf({ summaryDate }: ToldDay): string {
  return receiptsText.dayName(formatThaiDate(summaryDate))
}

interface Refunded {
  readonly of: Source
  readonly shares: readonly { readonly lineId: string; readonly amount: Money }[]
}

/** By claim, those of an earlier year left out. */
function refundsIn(incomes: readonly IncomeTotal[]): Refunded[] {
  const found = incomes.flatMap(({ refund: of, amount }) => (of?.budgetLineId ? [{ of: { kind: of.kind, id: of.id }, share: { lineId: of.budgetLineId, amount } }] : []))
  const claims = new Map(found.map(({ of }) => [`${of.kind} ${of.id}`, of]))
  return [...claims].map(([key, of]) => ({ of, shares: found.filter((each) => `${each.of.kind} ${each.of.id}` === key).map(({ share }) => share) }))
}

function fundsIn(incomes: readonly IncomeTotal[]): [string, Money][] {
  const ids = [...new Set(incomes.flatMap(({ fundDocumentId }) => fundDocumentId ?? []))].sort()
  return ids.map((id) => [id, sum(incomes.filter((income) => income.fundDocumentId === id).map(({ amount }) => amount))])
}
