// รายจ่ายตามงบประมาณของปี, from which an LAO's reserve of fifteen per cent is reckoned (expenditure-accounting-assets §3.7). Pure.
import { sum, type Money } from '../../platform/money.ts'

/** What was carried away, by the stage it stood in before. */
export const carriedStages = ['committed', 'reserved', 'available'] as const
export type CarriedStage = (typeof carriedStages)[number]

export interface YearSpending {
  /** Less what came back. */
  readonly paid: Money
  readonly claimed: Money
  /** Of the carried money, and of contracts that stand still, what counts as spent. */
  readonly carried: Money
}

/** What the ledger of the budget tells of the year's own lines. */
export interface FoundSpending extends Omit<YearSpending, 'carried'> {
  readonly carried: Readonly<Record<CarriedStage, Money>>
}

/** `counted`: the setting, names of stages. */
export function spendingOf({ paid, claimed, carried }: FoundSpending, counted: string): YearSpending {
  const named = counted.split(',')
  return { paid, claimed, carried: sum(carriedStages.filter((stage) => named.includes(stage)).map((stage) => carried[stage])) }
}
