// รายงานขอซื้อขอจ้าง: what is wanted, why, by which clause of the law, from which budget; approved it sets the money aside (expenditure-accounting-assets §1.2).
import { lifecycle, printedNumber, type DocumentHead, type PaperRule } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { procurementText } from '../procurement.text.ts'

/** Source kind of its budget movements, kind of its trail and attachments. */
export const requestSource = 'purchase-request'

export const requestStates = ['draft', 'submitted', 'approved', 'contracted', 'cancelled'] as const
export type RequestState = (typeof requestStates)[number]

export const purchaseKinds = ['buy', 'hire', 'rent'] as const
export type PurchaseKind = (typeof purchaseKinds)[number]

/** One who inspects alone, or a committee with its chair. */
export const inspectorRoles = ['inspector', 'chair', 'member'] as const
export type InspectorRole = (typeof inspectorRoles)[number]

export const requestLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'expense.request:edit', onlyBy: 'author' },
    submit: { to: 'submitted', may: 'expense.request:create' },
    cancel: { to: 'cancelled', may: 'expense.request:edit' },
  },
  submitted: {
    approve: { to: 'approved', may: 'expense.request:approve', notBy: 'author' },
    return: { to: 'draft', may: 'expense.request:approve' },
  },
  approved: {
    revoke: { to: 'cancelled', may: 'expense.request:approve' },
    contract: { to: 'contracted', may: 'expense.contract:edit' },
  },
  contracted: { uncontract: { to: 'approved', may: 'expense.contract:edit' } },
  cancelled: {},
})

export const requestPapers: PaperRule<RequestState> = { may: 'expense.request:edit', lifecycle: requestLifecycle }

export type RequestStep = 'submit' | 'approve' | 'return' | 'cancel' | 'revoke'

export interface RequestItem {
  readonly name: string
  /** Hundredths of the unit: 2.50 ลบ.ม. are 250. */
  readonly quantity: bigint
  readonly unit: string
  /** Of one unit. */
  readonly price: Money
}

export interface Inspector {
  readonly role: InspectorRole
  readonly name: string
  readonly position: string
}

export interface RequestLine {
  readonly lineId: string
  readonly amount: Money
}

export interface RequestFields {
  readonly documentDate: CalendarDate
  readonly kind: PurchaseKind
  readonly methodCode: string
  readonly title: string
  readonly reason: string
  /** ราคากลาง; null where none is fixed. */
  readonly medianPrice: Money | null
  readonly deliveryDays: number
}

export interface RequestCommand extends RequestFields {
  readonly total: Money
  readonly lines: readonly RequestLine[]
  readonly items: readonly RequestItem[]
  readonly inspectors: readonly Inspector[]
}

export interface RequestHead extends DocumentHead<RequestState> {
  readonly documentDate: CalendarDate
  readonly kind: PurchaseKind
  readonly methodCode: string
  readonly methodName: string
  readonly title: string
  readonly total: Money
  readonly author: Person
}

/** A line of the budget with what is asked of it. */
/** Where its money stands now, in a year of its own. */
export type PresentLine = Pick<FundedLine, 'number' | 'title' | 'amount'> & { readonly fiscalYear: FiscalYear }

export interface FundedLine extends RequestLine {
  readonly number: number
  readonly title: string
  readonly sourceCode: string
  readonly economicCode: string
}

export interface PurchaseRequest extends RequestHead, RequestFields {
  readonly organisationName: string
  readonly methodClause: string
  readonly legalReference: string
  readonly returnReason: string | null
  readonly approver: Person | null
  readonly lines: readonly FundedLine[]
  readonly items: readonly RequestItem[]
  readonly inspectors: readonly Inspector[]
}

/** 'REQ-00012/70' */
export function requestNumber({ number, fiscalYear }: Pick<RequestHead, 'number' | 'fiscalYear'>): string {
  return number === null ? procurementText.noNumber : printedNumber('REQ', number, fiscalYear)
}

/** Whoever approves the request may not inspect what comes of it (§1.10). */
export function inspectsOwnApproval(inspectors: readonly Inspector[], approver: string): boolean {
  return inspectors.some(({ name }) => name.replaceAll(' ', '') === approver.replaceAll(' ', ''))
}
