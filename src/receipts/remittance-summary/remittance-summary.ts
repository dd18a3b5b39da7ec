// ใบสำคัญสรุปใบนำส่งเงิน: the day of one office, summed up; its confirmation posts the receipt voucher (budget-and-receipts §4.6).
import { lifecycle, type DocumentHead, type RegisterFilter } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { revenueCodeOf } from '../income-item/income-item.ts'
import { byBank, keptInSafe, type IncomeTotal, type MoneyPlace } from '../money-in/money-in.ts'
import { type DayConfirmed } from '../receipts.posting.ts'
import { type RemittanceHead } from '../remittance/remittance.ts'

export const summaryStates = ['draft', 'confirmed', 'reversed', 'cancelled'] as const
export type SummaryState = (typeof summaryStates)[number]

export const summaryLifecycle = lifecycle({
  draft: {
    gather: { to: 'draft', may: 'revenue.remitsum:create' },
    cancel: { to: 'cancelled', may: 'revenue.remitsum:create' },
    confirm: { to: 'confirmed', may: 'revenue.remitsum:approve', notBy: 'author' },
  },
  confirmed: { reverse: { to: 'reversed', may: 'revenue.remitsum:approve', notBy: 'author' } },
  reversed: {},
  cancelled: {},
})

/** Its number is taken at confirmation. */
export interface SummaryHead extends DocumentHead<SummaryState> {
  readonly summaryDate: CalendarDate
  readonly preparer: Person
  /** Of its slips; once confirmed, of its voucher. */
  readonly total: Money
}

export interface Summary extends SummaryHead {
  readonly remark: string
  readonly preparedAt: string
  readonly confirmer: Person | null
  readonly confirmedAt: string | null
  readonly voucher: { readonly id: string; readonly number: number; readonly fiscalYear: FiscalYear } | null
  readonly slips: readonly RemittanceHead[]
  readonly incomes: readonly IncomeTotal[]
  readonly places: readonly MoneyPlace[]
  /** Slips of the day that finance received after the draft was made. */
  readonly late: readonly RemittanceHead[]
}

export interface SummaryCommand {
  readonly summaryDate: CalendarDate
  readonly remark: string
}

/** A day with received slips that no summary has taken. */
export interface WaitingDay {
  readonly date: CalendarDate
  readonly slips: number
  readonly total: Money
}

export type SummaryFilter = RegisterFilter<SummaryState>

/** What the ledger is told: cash kept, what each bank account took, each income by account and revenue code. */
export function postingFacts({ incomes, places }: Pick<Summary, 'incomes' | 'places'>): DayConfirmed {
  return {
    amounts: { kept: keptInSafe(places) },
    lists: {
      banks: byBank(places).map(({ bank, amount }) => ({ accountCode: bank.accountCode, bankAccountId: bank.id, amount })),
      incomes: incomes.map(({ accountCode, incomeCode, subKey, counterpartyId, refund, amount }) => ({
        accountCode, revenueCode: revenueCodeOf(incomeCode), subKey: subKey ?? undefined, counterpartyId: counterpartyId ?? undefined,
        budgetLineId: refund?.budgetLineId ?? undefined, amount,
      })),
    },
  }
}
