// The control lines of a year with their figures: what may be spent, and on what.
import { type Office } from '../../documents/index.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { minus, sum, type Money } from '../../platform/money.ts'
import { type Balance, type ControlLine } from '../control/control.ts'
import { type Names } from '../settings/settings.ts'

export interface LineFilter {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  readonly sourceCode?: string | undefined
  readonly planCode?: string | undefined
  readonly taskCode?: string | undefined
  readonly departmentId?: string | undefined
  /** '53': all of งบดำเนินงาน. */
  readonly economicPrefix?: string | undefined
  readonly usableOn?: CalendarDate | undefined
  /** Of the title, or the number. */
  readonly text?: string | undefined
  /** Number of the last line of the page before. */
  readonly after?: number | undefined
}

/** Where a line stands in the register. */
export interface PlaceInRegister {
  readonly taskCode: string
  readonly economicCode: string
  readonly number: number
}

export interface LineWithBalance extends ControlLine {
  readonly balance: Balance
}

/** งบประมาณหลังเพิ่มเติม โอน และจัดสรร. */
export function revised({ approved, supplemented, transferred, released }: Balance): Money {
  return sum([approved, supplemented, transferred, released])
}

export function paidNet({ paid, refunded }: Balance): Money {
  return minus(paid, refunded)
}

export function totalOf(balances: readonly Balance[]): Balance {
  const of = (figure: keyof Balance): Money => sum(balances.map((balance) => balance[figure]))
  return {
    approved: of('approved'), supplemented: of('supplemented'), transferred: of('transferred'), released: of('released'), reserved: of('reserved'),
    committed: of('committed'), claimed: of('claimed'), paid: of('paid'), refunded: of('refunded'), carried: of('carried'), lapsed: of('lapsed'),
    frozen: of('frozen'), allowance: of('allowance'), available: of('available'),
  }
}

/** Spent or bound of what was given, in hundredths of a percent; nothing given: nothing to tell. */
export function usedShare(balance: Balance): bigint | undefined {
  const given: bigint = revised(balance)
  const free: bigint = balance.available
  return given > 0n ? ((given - free) * 10_000n + given / 2n) / given : undefined
}

export interface Register {
  readonly filter: LineFilter
  readonly office: Office
  readonly lines: readonly LineWithBalance[]
  /** There are more than are shown. */
  readonly isCut: boolean
  /** Of all of them, shown or not. */
  readonly all: { readonly count: number; readonly total: Balance }
  readonly names: Names
}
