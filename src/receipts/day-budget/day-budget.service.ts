// What money taken in tells the budget: what came in for a notice, over-payments and lent money that came back within their year (R6, R14, S34).
// Locks: loans by id → budget lines by id; asked before the counters.
import { getFundCash, giveOutLentMoney, recordFundCash, refund, takeBackRefund, takeInLentMoney, type Source } from '../../budget/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, minus, negate, sum, type Money } from '../../platform/money.ts'
import { type IncomeTotal } from '../money-in/money-in.ts'
import { receiptsText } from '../receipts.text.ts'

const { errors } = receiptsText

/** A confirmed day, or a pawnshop's paper. */
export interface MoneyTold {
  readonly source: Source
  readonly date: CalendarDate
  readonly description: string
  readonly incomes: readonly IncomeTold[]
}

export type IncomeTold = Pick<IncomeTotal, 'subKey' | 'fundDocumentId' | 'refund' | 'amount'>

const reversalOf = ({ kind, id }: Source): Source => ({ kind: `${kind}-reversed`, id })

export async function tellBudget(work: OfficerWork, told: MoneyTold): Promise<void> {
  await takeInLentMoney(work, actOf(told), told.incomes)
  for (const { of, shares } of refundsIn(told.incomes)) {
    await refund(work, { ...actOf(told), event: `refunded/${of.kind}/${of.id}`, of }, shares)
  }
  for (const [documentId, amount] of fundsIn(told.incomes)) {
    await recordFundCash(work, { documentId, amount, date: told.date, source: told.source, reference: told.description })
  }
}

/** The paper is reversed: what the budget regained it must still have, and what a notice paid stays covered. */
export async function untellBudget(work: OfficerWork, told: MoneyTold): Promise<void> {
  await giveOutLentMoney(work, { ...actOf(told), reversedBy: reversalOf(told.source) }, told.incomes)
  for (const { of, shares } of refundsIn(told.incomes)) {
    await takeBackRefund(work, { ...actOf(told, reversalOf(told.source)), event: `taken-back/${of.kind}/${of.id}`, of }, shares)
  }
  for (const [documentId, amount] of fundsIn(told.incomes)) {
    const { received, paid } = await getFundCash(work, work.actor.organisationId, documentId)
    if (compare(minus(received, amount), paid) < 0) throw new RuleBroken(errors.fundPaid(formatMoney(paid)))
    await recordFundCash(work, { documentId, amount: negate(amount), date: told.date, source: reversalOf(told.source), reference: told.description })
  }
}

function actOf({ date, description, source }: MoneyTold, by: Source = source) {
  return { source: by, date, description }
}

interface Refunded {
  readonly of: Source
  readonly shares: readonly { readonly lineId: string; readonly amount: Money }[]
}

/** By claim, those of an earlier year left out. */
function refundsIn(incomes: readonly IncomeTold[]): Refunded[] {
  const found = incomes.flatMap(({ refund: of, amount }) => (of?.budgetLineId ? [{ of: { kind: of.kind, id: of.id }, share: { lineId: of.budgetLineId, amount } }] : []))
  const claims = new Map(found.map(({ of }) => [`${of.kind} ${of.id}`, of]))
  return [...claims].map(([key, of]) => ({ of, shares: found.filter((each) => `${each.of.kind} ${each.of.id}` === key).map(({ share }) => share) }))
}

function fundsIn(incomes: readonly IncomeTold[]): [string, Money][] {
  const ids = [...new Set(incomes.flatMap(({ fundDocumentId }) => fundDocumentId ?? []))].sort()
  return ids.map((id) => [id, sum(incomes.filter((income) => income.fundDocumentId === id).map(({ amount }) => amount))])
}
