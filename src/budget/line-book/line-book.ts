// One line's register: everything that moved, in the order of its day.
import { type Office } from '../../documents/index.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { sum, type Money } from '../../platform/money.ts'
import { effectOf, type Entry, type Source } from '../control/control.ts'
import { type Kind } from '../document/document.ts'
import { type LineWithBalance } from '../line/line.ts'
import { type Names } from '../settings/settings.ts'

/** What one movement did to one line. */
export interface LineMovement {
  readonly id: string
  readonly date: CalendarDate
  readonly source: Source
  readonly event: string
  readonly description: string
  /** Of a budget document: its printed parts. */
  readonly document: { readonly kind: Kind; readonly number: number | null; readonly fiscalYear: FiscalYear } | null
  readonly entries: readonly Pick<Entry, 'stage' | 'amount'>[]
}

export interface MovementPage {
  readonly movements: readonly LineMovement[]
  /** Available before the first of them. */
  readonly brought: Money
  readonly hasMore: boolean
}

/** The sum that runs down the register. */
export function running(brought: Money, movements: readonly LineMovement[]): Money[] {
  const sums: Money[] = []
  for (const { entries } of movements) sums.push(sum([sums.at(-1) ?? brought, ...entries.filter(({ stage }) => stage !== 'allowance').map(effectOf)]))
  return sums
}

export interface LineBook extends MovementPage {
  readonly line: LineWithBalance
  readonly office: Office
  readonly names: Names
}
