// ผังบัญชีมาตรฐาน: 1,018 accounts, owned by the department; an office posts to its part of it (expenditure-accounting-assets §3.1).
import { type Side } from '../side.ts'

export interface Account {
  readonly code: string
  readonly name: string
  readonly group: 'asset' | 'liability' | 'equity' | 'revenue' | 'expense'
  readonly normalSide: Side
  readonly isPostable: boolean
  /** 'ALL', 'LAO', or the kinds of sub-units that may post to it. */
  readonly chartKinds: readonly string[]
  /** The register a line on this account must name. */
  readonly subLedger: string | null
  readonly validFrom: number
  /** First fiscal year in which it takes no more lines. */
  readonly validUntil: number | null
}

export function isOfChart(account: Account, chartKind: string): boolean {
  return account.chartKinds.includes('ALL') || account.chartKinds.includes(chartKind)
}
