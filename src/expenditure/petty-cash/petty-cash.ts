// เงินรองจ่าย: a fixed float that one officer holds as an advance, topped up by claims of what was paid out of it, and counted (EX-8). Pure.
import { lifecycle, printedNumber, type DocumentHead, type RegisterFilter } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { minus, sum, type Money } from '../../platform/money.ts'

/** Kind of its trail, and the origin of its claims. */
export const pettySource = 'petty-cash'
/** Kind of its key in the ledger's registers: it is an advance to who holds it. */
export const pettyKeyKind = 'loan_contract'

export const pettyStates = ['submitted', 'approved', 'open', 'cancelled'] as const
export type PettyState = (typeof pettyStates)[number]

/** Asked for by the department, allowed by the head of finance; its claim's payment opens it. */
export const pettyLifecycle = lifecycle({
  submitted: {
    approve: { to: 'approved', may: 'expense.loan:approve', notBy: 'author' },
    refuse: { to: 'cancelled', may: 'expense.loan:approve' },
    withdraw: { to: 'cancelled', may: 'expense.loan:edit' },
  },
  approved: {
    claim: { to: 'approved', may: 'expense.voucherreq:create' },
    cancel: { to: 'cancelled', may: 'expense.loan:approve' },
  },
  open: {
    keep: { to: 'open', may: 'expense.loan:edit' },
    'top-up': { to: 'open', may: 'expense.voucherreq:create' },
    count: { to: 'open', may: 'expense.loan:edit' },
  },
  cancelled: {},
})

export type PettyStep = 'approve' | 'refuse' | 'withdraw' | 'claim' | 'cancel' | 'top-up'

export interface PettyCommand {
  readonly departmentId: string | null
  readonly payeeId: string
  readonly purpose: string
  readonly amount: Money
  /** Nothing above it is paid out of the float at once. */
  readonly mostEach: Money
}

export interface PettyHead extends DocumentHead<PettyState>, PettyCommand {
  readonly payeeName: string
  readonly departmentName: string | null
  /** The advance by the books. */
  readonly balance: Money
  /** Vouchers in the box, and those in claims that are not paid. */
  readonly held: Money
  readonly onTheWay: Money
  readonly author: Person
}

export interface Petty extends PettyHead {
  readonly organisationName: string
  readonly returnReason: string | null
  readonly approver: Person | null
}

export interface PettyVoucher {
  readonly id: string
  readonly version: number
  readonly number: number
  readonly state: 'kept' | 'claimed' | 'cancelled'
  readonly voucherDate: CalendarDate
  readonly paidTo: string
  readonly receiptNumber: string
  readonly description: string
  readonly budgetLineId: string
  readonly lineName: string
  readonly accountCode: string
  readonly amount: Money
  readonly claimId: string | null
}

export interface NewPettyVoucher extends Pick<PettyVoucher, 'voucherDate' | 'paidTo' | 'receiptNumber' | 'description' | 'budgetLineId' | 'accountCode' | 'amount'> {
  /** Where it stands in the form, blank rows counted. */
  readonly row: number
}

export interface PettyCount {
  readonly countedOn: CalendarDate
  readonly counted: Money
  readonly held: Money
  readonly onTheWay: Money
  readonly balance: Money
  readonly note: string
  readonly author: Person
}

export type PettyFilter = RegisterFilter<PettyState>

/** The cash that must be in the box. */
export function cashOf({ balance, held, onTheWay }: Pick<PettyHead, 'balance' | 'held' | 'onTheWay'>): Money {
  return minus(balance, sum([held, onTheWay]))
}

export function pettyKeyOf({ id }: Pick<PettyHead, 'id'>): string {
  return `PTY${id}`
}

export function pettyNumber({ number, fiscalYear }: Pick<PettyHead, 'number' | 'fiscalYear'>): string {
  return printedNumber('PTY', number ?? 0, fiscalYear)
}
