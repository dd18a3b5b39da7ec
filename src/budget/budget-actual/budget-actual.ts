// งบประมาณเทียบกับที่เกิดขึ้นจริง (BU-11): what was given, what was spent or claimed, what is left, by category, task or department.
import { type Office } from '../../documents/index.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { minus, sum, type Money } from '../../platform/money.ts'
import { type Names } from '../settings/settings.ts'

export const groupings = ['category', 'task', 'department'] as const
export type Grouping = (typeof groupings)[number]

export interface ActualFilter {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  readonly by: Grouping
  /** Nothing: everything enacted, or under a plan. */
  readonly sourceCode: string | undefined
}

export interface Actual {
  /** Category, task, or id of the department; '' is nobody's. */
  readonly key: string
  readonly original: Money
  readonly final: Money
  readonly paid: Money
  readonly owed: Money
  readonly bound: Money
}

export interface ActualReport {
  readonly filter: ActualFilter
  readonly office: Office
  readonly rows: readonly Actual[]
  readonly names: Names
  /** Why it came out otherwise, by category. */
  readonly reasons: ReadonlyMap<string, { readonly reason: string }>
}

export function varianceOf({ final, paid, owed }: Actual): Money {
  return minus(final, sum([paid, owed]))
}

/** Spent or claimed of the final budget, in hundredths of a percent. */
export function spentShare({ final, paid, owed }: Actual): bigint | undefined {
  const [given, used]: [bigint, bigint] = [final, sum([paid, owed])]
  return given > 0n ? (used * 10_000n + given / 2n) / given : undefined
}

export function totalOf(rows: readonly Actual[]): Actual {
  const of = (figure: Exclude<keyof Actual, 'key'>): Money => sum(rows.map((row) => row[figure]))
  return { key: '', original: of('original'), final: of('final'), paid: of('paid'), owed: of('owed'), bound: of('bound') }
}
