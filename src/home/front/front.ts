// What the home page shows: panels of what exists now, each with the time of its figures (access-admin-oversight §3).
import { type CalendarDate, type FiscalYear, type Instant } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { type WaitingItem } from '../../documents/index.ts'
import { type DealingsOfYear } from '../../interagency/index.ts'
import { type ReceiptWork } from '../../receipts/index.ts'
import { type Officer } from '../../platform/database/work.ts'

export interface OrganisationCard {
  readonly name: string
  readonly code: string
  readonly kindName: string
  readonly district: string | undefined
  readonly province: string | undefined
  readonly parentName: string | undefined
  readonly address: string | undefined
  readonly postcode: string | undefined
  readonly phone: string | undefined
  readonly areaSquareKm: string | undefined
  readonly men: number | undefined
  readonly women: number | undefined
  readonly executiveName: string | undefined
  readonly electedOn: CalendarDate | undefined
  readonly termEndsOn: CalendarDate | undefined
  readonly staff: readonly { readonly kind: string; readonly count: number }[]
  readonly subUnits: number
  readonly laos: number
}

export interface HomeNotice {
  readonly code: string
  readonly title: string
  readonly publishedFrom: CalendarDate
}

/** How the own books stand. */
export interface BookStatus {
  readonly inBanks: Money
  readonly cash: Money
  /** Account of the cash on hand. */
  readonly cashAccount: string
  readonly closedYears: readonly FiscalYear[]
  readonly openYears: readonly FiscalYear[]
}

export interface LastSignIn {
  readonly at: Instant
  readonly ip: string
  readonly device: string
}

/** What the panels show; remembered for a minute while nothing in the office changes, so each figure has its time beside it. */
export interface Figures {
  readonly takenAt: Instant
  readonly card: OrganisationCard
  readonly notices: readonly HomeNotice[]
  /** Undefined for those who may look at no receipts: pawnshops, provinces, the department. */
  readonly receiptWork: ReceiptWork | undefined
  /** งานระหว่างดำเนินการ: what waits for this officer, of all rooms; undefined for those who handle no documents. */
  readonly work: readonly WaitingItem[] | undefined
  /** What the department sent and nobody recorded: here, or at the LAOs below. */
  readonly transfers: readonly WaitingItem[]
  /** Latest days and what stands open, of the rooms that spend and of a pawnshop. */
  readonly standing: readonly WaitingItem[]
  readonly books: BookStatus | undefined
  /** ข้อมูลระหว่างหน่วยงาน of this year and the last; undefined for those who may not look. */
  readonly dealings: readonly DealingsOfYear[] | undefined
}

export interface Home extends Figures {
  readonly officer: Officer
  readonly lastSignIn: LastSignIn | undefined
  /** Only when the reminder is due. */
  readonly passwordDueInDays: number | undefined
}
