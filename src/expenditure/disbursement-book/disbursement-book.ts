// สมุดเงินสดจ่าย: what went out by payment vouchers, out of which money and for what (expenditure-accounting-assets §4 R5). Pure.
import { type CalendarDate, type DayRange, type FiscalYear } from '../../platform/dates.ts'
import { minus, plus, sum, zero, type Money } from '../../platform/money.ts'

/** The columns of the book in its order. */
export const purposes = ['central', 'personnel', 'operating', 'utilities', 'capital', 'subsidies', 'deposits', 'loans', 'accumulated', 'others'] as const
export type Purpose = (typeof purposes)[number]

/** A part of what claims asked for: its account, and its budget line where it has one. */
export interface PaidShare {
  readonly accountGroup: string
  readonly subLedger: string | null
  readonly economicCode: string | null
  readonly sourceCode: string | null
  readonly amount: Money
}

export interface BookFigures {
  readonly cash: Money
  readonly bank: Money
  /** Tax and other deductions: in the purposes, and not paid out. */
  readonly deducted: Money
  readonly of: Readonly<Record<Purpose, Money>>
}

/** A payment; one that was reversed or came back has a row of its own, taken off. */
export interface BookRow extends BookFigures {
  readonly voucher: { readonly id: string; readonly type: string; readonly number: number; readonly fiscalYear: FiscalYear }
  readonly date: CalendarDate
  readonly description: string
  readonly claims: readonly { readonly number: number; readonly fiscalYear: FiscalYear }[]
  readonly payee: string
  readonly chequeNumber: string
  /** 'ธนาคารกรุงไทย 2060000001' */
  readonly bankName: string
}

export interface AskedBook {
  readonly organisationId: string
  readonly days: DayRange
  readonly cashAccount: string
}

/** Categories of the budget by the first three digits of their code. */
const ofCategory: Readonly<Record<string, Purpose>> = {
  511: 'central', 512: 'central', 521: 'personnel', 522: 'personnel', 531: 'operating', 532: 'operating', 533: 'operating', 534: 'utilities', 541: 'capital', 542: 'capital', 561: 'subsidies',
}
/** เงินสะสม and its reserve, whatever is bought with it. */
const accumulatedSource = '20'

export function purposeOf({ accountGroup, subLedger, economicCode, sourceCode }: Omit<PaidShare, 'amount'>): Purpose {
  if (subLedger === 'loan_contract') return 'loans'
  if (accountGroup === 'equity' || sourceCode?.startsWith(accumulatedSource)) return 'accumulated'
  if (accountGroup === 'liability' && subLedger !== 'payee') return 'deposits'
  return ofCategory[economicCode?.slice(0, 3) ?? ''] ?? 'others'
}

/** `total`: all of the voucher, deductions too; what no claim accounts for stands under others. */
export function figuresOf({ cash, bank, total, shares }: { readonly cash: Money; readonly bank: Money; readonly total: Money; readonly shares: readonly PaidShare[] }): BookFigures {
  const named = (purpose: Purpose) => sum(shares.filter((share) => purposeOf(share) === purpose).map(({ amount }) => amount))
  const rest = minus(total, sum(shares.map(({ amount }) => amount)))
  const of = Object.fromEntries(purposes.map((purpose) => [purpose, purpose === 'others' ? plus(named(purpose), rest) : named(purpose)]))
  return { cash, bank, deducted: minus(total, plus(cash, bank)), of: { ...blank, ...of } }
}

const blank: BookFigures['of'] = {
  central: zero, personnel: zero, operating: zero, utilities: zero, capital: zero, subsidies: zero, deposits: zero, loans: zero, accumulated: zero, others: zero,
}
