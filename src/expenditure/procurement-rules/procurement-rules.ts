// Rules of procurement as rows with their days (EX-2): limits, percentages and days come from the law, so they change without a new program.
import { baht, type Money } from '../../platform/money.ts'

export interface RuleRow {
  readonly code: string
  /** A percentage, a number of days or an amount of baht. */
  readonly value: string
  readonly legalReference: string
}

/** What one clause of the law allows. */
export interface ProcurementMethod {
  readonly code: string
  readonly family: 'specific' | 'selection' | 'bidding'
  readonly name: string
  readonly clause: string
  /** Null: any value. */
  readonly valueLimit: Money | null
  readonly legalReference: string
}

export interface ProcurementRules {
  /** As it stands in the row: '0.20'. */
  text(code: string): string
  number(code: string): number
  amount(code: string): Money
  reference(code: string): string
  /** In the order in which they are offered. */
  readonly methods: readonly ProcurementMethod[]
}

/** Of the rows that hold on one day. */
export function rulesOf(rows: readonly RuleRow[], methods: readonly ProcurementMethod[]): ProcurementRules {
  const get = (code: string): RuleRow => {
    const found = rows.find((row) => row.code === code)
    if (!found) throw new RangeError(`no rule of procurement ${code}`)
    return found
  }
  return {
    text: (code) => get(code).value, number: (code) => Number(get(code).value), amount: (code) => baht(get(code).value),
    reference: (code) => get(code).legalReference, methods,
  }
}
