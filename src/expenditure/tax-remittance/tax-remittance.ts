// การนำส่งภาษีหัก ณ ที่จ่าย: the month's returns by form with their control totals, and what of them is handed on (§1.5, S29).
import { addDays, addMonths, compareDates, type CalendarDate } from '../../platform/dates.ts'
import { minus, sum, zero, type Money } from '../../platform/money.ts'
import { type TaxRow } from '../withholding/withholding.ts'

/** The origin of its claim. */
export const remittanceSource = 'tax-remittance'

export type ReturnState = 'none' | 'claimed' | 'done' | 'late' | 'zero'

export interface FormReturn {
  /** 'ภ.ง.ด.53' */
  readonly form: string
  readonly accountCode: string
  readonly rows: readonly TaxRow[]
  readonly base: Money
  readonly tax: Money
  /** What the account took in for payments of the month, less what was reversed. */
  readonly booked: Money
  readonly unremitted: Money
  readonly state: ReturnState
}

/** A form that is filed every month, also when nothing was withheld (§1.5: ภ.ง.ด.1). */
export type FiledAlways = Pick<FormReturn, 'form' | 'accountCode'>

/** Of a month without tax. */
export const noReturn: FormReturn = { form: '', accountCode: '', rows: [], base: zero, tax: zero, booked: zero, unremitted: zero, state: 'zero' }

/** The last day on which the month's tax is in time. */
export function dueDay(month: CalendarDate, days: number): CalendarDate {
  return addDays(addMonths(month, 1), days - 1)
}

export interface ReturnsOn {
  readonly due: CalendarDate
  readonly today: CalendarDate
  readonly always?: FiledAlways | undefined
}

/** Of rows that stand; a form whose tax is late is so until the last of it is remitted. */
export function returnsOf(rows: readonly TaxRow[], booked: ReadonlyMap<string, Money>, { due, today, always }: ReturnsOn): FormReturn[] {
  const live = rows.filter(({ state }) => state === 'issued')
  return [...new Set([...live.map(({ form }) => form), ...(always ? [always.form] : [])])].sort().map((form) => {
    const own = live.filter((row) => row.form === form)
    const accountCode = own[0]?.accountCode ?? always?.accountCode ?? ''
    const open = own.filter(({ remittedOn }) => remittedOn === null)
    return {
      form, accountCode, rows: own, base: sum(own.map(({ base }) => base)), tax: sum(own.map(({ amount }) => amount)), booked: booked.get(accountCode) ?? zero,
      unremitted: sum(open.map(({ amount }) => amount)), state: own.length === 0 ? 'zero' : stateOf(open, { due, today }),
    }
  })
}

function stateOf(open: readonly TaxRow[], { due, today }: { readonly due: CalendarDate; readonly today: CalendarDate }): ReturnState {
  if (open.length === 0) return 'done'
  if (compareDates(today, due) > 0) return 'late'
  return open.every(({ claimId }) => claimId !== null) ? 'claimed' : 'none'
}

/** Ids of the claims that hand it on. */
export function claimsOf(returns: readonly FormReturn[]): string[] {
  return [...new Set(returns.flatMap(({ rows }) => rows.flatMap(({ claimId }) => claimId ?? [])))]
}

export function differenceOf({ tax, booked }: Pick<FormReturn, 'tax' | 'booked'>): Money {
  return minus(tax, booked)
}

/** One line an account. */
export function claimLinesOf(rows: readonly Pick<TaxRow, 'accountCode' | 'amount' | 'form'>[]): { readonly accountCode: string; readonly description: string; readonly amount: Money }[] {
  return [...new Set(rows.map(({ accountCode }) => accountCode))].sort().map((accountCode) => {
    const own = rows.filter((row) => row.accountCode === accountCode)
    return { accountCode, description: [...new Set(own.map(({ form }) => form))].join(' '), amount: sum(own.map(({ amount }) => amount)) }
  })
}
