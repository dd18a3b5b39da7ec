// A report or register of many rows: the same on the page, on paper and as a file. Pure.
import { type CalendarDate } from '../platform/dates.ts'
import { type FieldErrors } from '../platform/errors.ts'
import { type Column, type Control, type PageHeader, type Status } from '../platform/http/components.ts'
import { type Money } from '../platform/money.ts'

export type ReportCell = string | Money | { readonly day: CalendarDate } | { readonly text: string; readonly href?: string | undefined; readonly note?: string | undefined } | { readonly status: Status }
export type ReportRow = readonly ReportCell[] | { readonly group: string } | ReportSum

/** A sum on the way; `before`: its amounts in the columns left of its label. */
export interface ReportSum {
  readonly sum: string
  readonly before?: readonly ReportCell[] | undefined
  readonly cells: readonly ReportCell[]
}

export interface Report {
  /** Of its files. */
  readonly fileName: string
  readonly title: string
  readonly organisation: string
  /** 'ประจำวันที่ …' */
  readonly about: string
  /** What was asked, for the links that ask the same. */
  readonly asked: Readonly<Record<string, string>>
  readonly controls: readonly Control[]
  readonly errors: FieldErrors
  readonly columns: readonly Column[]
  readonly rows: readonly ReportRow[]
  /** Of everything asked for, not only of the page. */
  readonly totals: readonly { readonly label: string; readonly before?: readonly ReportCell[] | undefined; readonly cells: readonly ReportCell[]; readonly isGrand?: boolean }[]
  readonly empty: string
  readonly count: string
  /** Where the next page begins; absent: this was all. */
  readonly after?: string | undefined
  /** Who signs the paper, where it is not who signs every report. */
  readonly signers?: readonly string[]
  /** Further buttons above it. */
  readonly actions?: NonNullable<PageHeader['actions']>
  /** Where the page has no room for every column of the paper. */
  readonly paper?: Pick<Report, 'columns' | 'rows' | 'totals'>
  /** Where page and paper have no room for every column: the file has. */
  readonly sheet?: { readonly columns: readonly Column[]; readonly rows: readonly ReportRow[] }
  readonly isLandscape?: boolean
}
