// What all budget documents are made of: one head, one list of lines, the steps of council, supervisor and executive (budget-and-receipts §3).
import { type DocumentHead } from '../../documents/index.ts'
import { type Maker } from '../../platform/database/heads.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { type Balance, type ControlLine, type Source } from '../control/control.ts'

/** Number series, and the leaf of the menu whose rights govern the kind. */
export const kinds = {
  annual: { series: 'BUD', leaf: 'budget.expest' },
  supplementary: { series: 'BUD', leaf: 'budget.supplementary' },
  special: { series: 'BUD', leaf: 'budget.expest' },
  interim: { series: 'BUD', leaf: 'budget.expest' },
  transfer: { series: 'TRF', leaf: 'budget.transfer' },
  amendment: { series: 'AMD', leaf: 'budget.amend' },
  grant: { series: 'GRN', leaf: 'budget.supplementary' },
  accumulated: { series: 'ACF', leaf: 'budget.supplementary' },
  loan: { series: 'LNF', leaf: 'budget.supplementary' },
  release: { series: 'RSE', leaf: 'budget.transfer' },
  override: { series: 'OVR', leaf: 'budget.transfer' },
  carry: { series: 'CFW', leaf: 'expense.reserve' },
  extension: { series: 'EXT', leaf: 'expense.reserve' },
  lapse: { series: 'LPS', leaf: 'expense.reserve' },
  plan: { series: 'PLN', leaf: 'budget.spendplan' },
} as const satisfies Readonly<Record<string, { readonly series: string; readonly leaf: string }>>

export type Kind = keyof typeof kinds
export type Approver = 'executive' | 'council'

/** One budget document as it stands, without its lines. */
export interface BudgetDocument<S extends string = string> extends DocumentHead<S> {
  readonly kind: Kind
  readonly fiscalYear: FiscalYear
  /** ฉบับที่ of a supplementary budget. */
  readonly ordinal: number | null
  readonly documentDate: CalendarDate
  readonly effectiveOn: CalendarDate | null
  readonly title: string
  readonly reason: string
  readonly variant: string | null
  readonly sourceCode: string | null
  readonly enterpriseId: string | null
  readonly parentId: string | null
  readonly total: Money | null
  readonly changesSubstance: boolean
  readonly approver: Approver | null
  readonly legalReference: string
  /** What only this kind has; read by the desk's schema. */
  readonly particulars: unknown
  readonly preparedBy: Person
  readonly approvedBy: Person | null
  /** Who wrote in it, its author or another. */
  readonly hands: readonly string[]
  readonly steps: readonly Step[]
}

/** What was done outside the system, and when: append-only. */
export interface Step {
  readonly action: string
  readonly happenedOn: CalendarDate
  readonly meeting: string
  readonly letterNumber: string
  readonly letterDate: CalendarDate | null
  readonly note: string
  readonly recordedBy: Person
  readonly recordedAt: string
}

export interface NewStep {
  readonly action: string
  readonly happenedOn: CalendarDate
  readonly meeting?: string | undefined
  readonly letterNumber?: string | undefined
  readonly letterDate?: CalendarDate | null | undefined
  readonly note?: string | undefined
  /** The step that was recorded wrongly: its day does not bind this one. */
  readonly corrects?: string | undefined
}

export interface NewDocument {
  readonly kind: Kind
  readonly fiscalYear: FiscalYear
  readonly documentDate: CalendarDate
  readonly title: string
  /** From the form; null where no form stands behind it. */
  readonly formKey: string | null
  readonly reason?: string
  readonly ordinal?: number | null
  readonly effectiveOn?: CalendarDate | null
  readonly variant?: string | null
  readonly sourceCode?: string | null
  readonly enterpriseId?: string | null
  readonly parentId?: string | null
  readonly total?: Money | null
  readonly changesSubstance?: boolean
  readonly approver?: Approver | null
  readonly legalReference?: string
  readonly particulars?: object
}

/** What may be corrected in a draft. */
export type DocumentEdit = Partial<Omit<NewDocument, 'kind' | 'formKey'>>

/** What a step changes; the version goes up by one. */
export interface DocumentChange<S extends string = string> {
  readonly state: S
  readonly number?: number | undefined
  /** Who approved; null takes it back. */
  readonly approvedBy?: string | null | undefined
  readonly total?: Money | undefined
  readonly approver?: Approver | undefined
  readonly legalReference?: string | undefined
  readonly particulars?: object | undefined
}

export interface DocumentFilter {
  readonly organisationId: string
  readonly kinds: readonly Kind[]
  readonly fiscalYear?: FiscalYear | undefined
  readonly state?: string | undefined
  readonly by?: Maker | undefined
  readonly variant?: string | undefined
  readonly parentId?: string | undefined
  /** Id of the last document of the page before. */
  readonly after?: string | undefined
}

export type Direction = 'set' | 'in' | 'out' | 'reword' | 'carry' | 'extend' | 'release' | 'lapse' | 'allow'

export interface LineKey {
  readonly sourceCode: string
  readonly departmentId: string | null
  readonly taskCode: string
  readonly economicCode: string
  readonly title: string
}

/** A line to be written: of a control line that stands, or of one to be made from its key. */
export interface NewDocumentLine {
  readonly direction: Direction
  readonly lineId?: string | null
  readonly key?: LineKey | null
  readonly amount: Money
  readonly fromSubsidy?: Money
  readonly explanation?: string
  readonly oldExplanation?: string
  readonly location?: string
  readonly planReference?: string
  readonly legalReference?: string
  readonly isNewItem?: boolean
  /** Two decimals at most, as text. */
  readonly quantity?: string | null
  readonly unit?: string
  readonly actuals?: readonly [Money, Money, Money]
  readonly estimateNow?: Money
  readonly holder?: Source | null
  readonly untilDate?: CalendarDate | null
}

export interface DocumentLine extends Required<NewDocumentLine> {
  readonly line: number
  /** Available when the document was approved. */
  readonly availableBefore: Money | null
  /** The control line with its figures of this moment. */
  readonly control: (ControlLine & { readonly balance: Balance }) | null
}

export function sourceOf(document: Pick<BudgetDocument, 'kind' | 'id'>): Source {
  return { kind: trailKind(document.kind), id: document.id }
}

/** Under this name the trail, prints and attachments know the document. */
export function trailKind(kind: Kind): string {
  return `budget-${kind}`
}
