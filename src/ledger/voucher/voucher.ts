// ใบผ่านรายการ: what is posted once and never changed. A mistake is answered by a reversal (INV-04, INV-05).
import { printedNumber } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { type Side } from '../side.ts'

/** The ten kinds of expenditure-accounting-assets §3.2. */
export const voucherTypes = ['OB', 'RV', 'AP', 'PV', 'PN', 'JV', 'AJ', 'CL', 'PA', 'RX'] as const
export type VoucherType = (typeof voucherTypes)[number]

export interface VoucherHead {
  readonly organisationId: string
  readonly id: string
  readonly type: VoucherType
  /** Printed: 'RV-00001/70'. */
  readonly number: string
  readonly fiscalYear: FiscalYear
  readonly documentDate: CalendarDate
  readonly description: string
  readonly total: Money
  readonly source: Source
  readonly reversesId: string | null
  readonly reversedById: string | null
}

/** A head from what is stored: its number as printed. */
export function voucherHead({ running, ...stored }: Omit<VoucherHead, 'number'> & { readonly running: number }): VoucherHead {
  return { ...stored, number: printedNumber(stored.type, running, stored.fiscalYear) }
}

export interface Source {
  readonly kind: string
  readonly id: string
}

export interface VoucherLine {
  readonly accountCode: string
  readonly accountName: string
  readonly side: Side
  readonly amount: Money
  readonly bankAccountId: string | null
  readonly revenueCode: string | null
  readonly memo: string
}

export interface Voucher extends VoucherHead {
  readonly organisationName: string
  readonly typeName: string
  readonly lines: readonly VoucherLine[]
  readonly preparedBy: Person
  readonly approvedBy: Person
  readonly preparedById: string
  readonly postedAt: string
}

export interface VoucherFilter {
  /** Default: the actor's own books. */
  readonly organisationId?: string | undefined
  readonly type?: VoucherType | undefined
  /** Half-open range of document dates. */
  readonly from?: CalendarDate | undefined
  readonly until?: CalendarDate | undefined
  /** A number ('RV-00012/70' or '12') or part of the description. */
  readonly search?: string | undefined
  /** Id of the last voucher of the page before. */
  readonly after?: string | undefined
}
