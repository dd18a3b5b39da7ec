// ใบผ่านรายการ: what is posted once and never changed. A mistake is answered by a reversal (INV-04, INV-05).
import { printedNumber } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { compareDates, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { type Side } from '../side.ts'

/** The ten kinds of expenditure-accounting-assets §3.2. */
export const voucherTypes = ['OB', 'RV', 'AP', 'PV', 'PN', 'JV', 'AJ', 'CL', 'PA', 'RX'] as const
export type VoucherType = (typeof voucherTypes)[number]

/** In this order a year's books are written; their numbers stand in the database. */
export const stages = ['opening', 'normal', 'adjusting', 'closing', 'post-audit', 'post-audit-closing'] as const
export type Stage = (typeof stages)[number]

export function stageAt(position: number): Stage {
  const stage = stages[position]
  if (stage === undefined) throw new RangeError(`no stage ${position}`)
  return stage
}

/** Why one person may stand as preparer and approver: shown on the print, listed to the province. */
export type SamePerson = 'small-unit' | 'reversal' | 'closing'

export interface VoucherHead {
  readonly organisationId: string
  readonly id: string
  readonly type: VoucherType
  /** Printed: 'RV-00001/70'. */
  readonly number: string
  readonly fiscalYear: FiscalYear
  readonly documentDate: CalendarDate
  readonly stage: Stage
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

export function numberOf({ type, running, fiscalYear }: { type: VoucherType; running: number; fiscalYear: FiscalYear }): string {
  return printedNumber(type, running, fiscalYear)
}

/** As a register on paper goes: day by day, the stages of a day in their order, then by number. */
export function asOnPaper(one: VoucherHead, other: VoucherHead): number {
  return compareDates(one.documentDate, other.documentDate) || stages.indexOf(one.stage) - stages.indexOf(other.stage)
    || one.number.localeCompare(other.number, 'en', { numeric: true })
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
  /** The register the line stands in, and under which key. */
  readonly subKind: string | null
  readonly subKey: string | null
  /** Names of register, key and counterparty; empty where the line has none. */
  readonly subKindName: string
  readonly subName: string
  readonly counterpartyName: string
  readonly counterpartyId: string | null
  readonly budgetLineId: string | null
  readonly fundCode: string | null
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
  readonly samePerson: SamePerson | null
  /** The voucher as sealed: sha256 of itself, and of all vouchers of the book up to it (hexadecimal). */
  readonly digest: string
  readonly head: string
  readonly reverses: { readonly id: string; readonly number: string } | undefined
  readonly reversedBy: { readonly id: string; readonly number: string } | undefined
  readonly postedAt: string
}

export const voucherStates = ['posted', 'reversed'] as const
export type VoucherState = (typeof voucherStates)[number]

export interface VoucherFilter {
  /** Default: the actor's own books. */
  readonly organisationId?: string | undefined
  readonly types?: readonly VoucherType[] | undefined
  readonly stage?: Stage | undefined
  readonly state?: VoucherState | undefined
  /** Half-open range of document dates. */
  readonly from?: CalendarDate | undefined
  readonly until?: CalendarDate | undefined
  /** Total of the voucher, both ends included. */
  readonly least?: Money | undefined
  readonly most?: Money | undefined
  /** A number ('RV-00012/70' or '12') or part of the description. */
  readonly search?: string | undefined
  /** Id of the last voucher of the page before, or of the first of the page after. */
  readonly after?: string | undefined
  readonly before?: string | undefined
}

export interface FoundVouchers {
  readonly vouchers: readonly VoucherHead[]
  readonly hasNewer: boolean
  readonly hasOlder: boolean
}

/** A part of the vouchers under a leaf of the menu: which types, for whom, at which addresses. */
export interface VoucherBook {
  readonly leaf: 'revenue.voucher' | 'expense.payable' | 'expense.pay' | 'account.report'
  readonly types: readonly VoucherType[]
  /** Shown when none is asked for; without it all of them. */
  readonly firstType: VoucherType | undefined
  /** Looked through by month of a fiscal year instead of by days. */
  readonly isByMonth: boolean
  readonly title: string
  readonly list: string
  readonly showRoute: string
  readonly printRoute: string
  show(organisationId: string, id: string): string
  print(organisationId: string, id: string): string
}
