// ใบตรวจรับพัสดุ: goods and works of a contract, looked at by its committee. Accepting sets up the debt before any claim (expenditure-accounting-assets §1.1, P2–P5).
import { lifecycle, printedNumber, type DocumentHead, type PaperRule } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { procurementText } from '../procurement.text.ts'

/** Source kind of its voucher and of the claims made from it, kind of its trail and attachments. */
export const acceptanceSource = 'acceptance'

export const acceptanceStates = ['draft', 'accepted', 'rejected', 'reversed', 'cancelled'] as const
export type AcceptanceState = (typeof acceptanceStates)[number]

export const acceptanceLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'expense.accept:edit', onlyBy: 'author' },
    cancel: { to: 'cancelled', may: 'expense.accept:edit' },
    accept: { to: 'accepted', may: 'expense.accept:approve', notBy: 'author' },
    reject: { to: 'rejected', may: 'expense.accept:approve' },
  },
  accepted: {
    claim: { to: 'accepted', may: 'expense.voucherreq:create' },
    reverse: { to: 'reversed', may: 'expense.accept:approve', notBy: 'author' },
  },
  rejected: {},
  reversed: {},
  cancelled: {},
})

export const acceptancePapers: PaperRule<AcceptanceState> = { may: 'expense.accept:edit', lifecycle: acceptanceLifecycle }

export type AcceptanceStep = 'accept' | 'reject' | 'cancel' | 'reverse' | 'claim'

export interface AcceptanceLine {
  readonly item: string
  /** Hundredths of the unit. */
  readonly quantity: bigint
  readonly unit: string
  /** Of all of it. */
  readonly amount: Money
  readonly budgetLineId: string
  /** Expense, พักครุภัณฑ์, below the threshold, or งานระหว่างก่อสร้าง. */
  readonly accountCode: string
}

export interface AcceptanceCommand {
  readonly contractId: string
  readonly instalment: number
  readonly documentDate: CalendarDate
  readonly deliveredOn: CalendarDate
  /** Of the instalment, with the days an addendum waives. */
  readonly dueOn: CalendarDate
  readonly deliveryNote: string
  readonly invoiceNumber: string
  readonly invoiceDate: CalendarDate | null
  readonly lateDays: number
  readonly fine: Money
  readonly total: Money
  readonly lines: readonly AcceptanceLine[]
}

export interface AcceptanceHead extends DocumentHead<AcceptanceState> {
  readonly contractId: string
  readonly contractName: string
  readonly contractNumber: string
  readonly payeeName: string
  readonly title: string
  readonly instalment: number
  readonly documentDate: CalendarDate
  readonly deliveredOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly invoiceNumber: string
  readonly lateDays: number
  readonly total: Money
  readonly fine: Money
  readonly author: Person
}

export interface Acceptance extends AcceptanceHead, Omit<AcceptanceCommand, 'lines'> {
  readonly organisationName: string
  readonly endReason: string | null
  readonly voucherId: string | null
  readonly decider: Person | null
  readonly lines: readonly (AcceptanceLine & { readonly accountName: string })[]
}

/** 'INS-00012/70' */
export function acceptanceName({ number, fiscalYear }: Pick<AcceptanceHead, 'number' | 'fiscalYear'>): string {
  return number === null ? procurementText.noNumber : printedNumber('INS', number, fiscalYear)
}
