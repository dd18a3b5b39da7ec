// หลักประกัน on paper: a letter of a bank, a bond, a draft. No ledger knows of it; the register and its end do (acceptance S17, S23).
import { lifecycle, printedNumber, type DocumentHead, type PaperRule } from '../../documents/index.ts'
import { compareDates, daysBetween, type CalendarDate } from '../../platform/dates.ts'
import { type Person } from '../../platform/database/people.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { sum, type Money } from '../../platform/money.ts'
import { type ContractState } from '../contract/contract.ts'
import { guaranteeText } from '../guarantee.text.ts'

const { errors } = guaranteeText

/** Kind of its trail and attachments. */
export const guaranteeSource = 'guarantee'

export const guaranteeStates = ['held', 'returned', 'forfeited', 'cancelled'] as const
export type GuaranteeState = (typeof guaranteeStates)[number]
export const guaranteePurposes = ['performance', 'advance', 'retention'] as const
export type GuaranteePurpose = (typeof guaranteePurposes)[number]
export const guaranteeForms = ['bank-guarantee', 'e-guarantee', 'bond', 'draft'] as const
export type GuaranteeForm = (typeof guaranteeForms)[number]

/** Whoever keeps the papers gives them back; what the issuer must pay, and that a paper was never there, is said by the head of finance. */
export const guaranteeLifecycle = lifecycle({
  held: {
    return: { to: 'returned', may: 'expense.guarantee:edit' },
    forfeit: { to: 'forfeited', may: 'expense.guarantee:approve', notBy: 'author' },
    cancel: { to: 'cancelled', may: 'expense.guarantee:approve', notBy: 'author' },
  },
  returned: {},
  forfeited: {},
  cancelled: {},
})

export const guaranteePapers: PaperRule<GuaranteeState> = { may: 'expense.guarantee:edit', loose: ['held'] }

export type GuaranteeStep = 'return' | 'forfeit' | 'cancel'

export interface GuaranteeFields {
  readonly purpose: GuaranteePurpose
  readonly form: GuaranteeForm
  readonly reference: string
  /** The bank, or whoever issued it. */
  readonly issuer: string
  readonly amount: Money
  readonly receivedOn: CalendarDate
  /** Null: it holds until it is returned. */
  readonly expiresOn: CalendarDate | null
}

export interface NewGuarantee extends GuaranteeFields {
  readonly contract: string
  readonly formKey: string
}

export interface Guarantee extends DocumentHead<GuaranteeState>, GuaranteeFields {
  readonly organisationName: string
  readonly contractId: string
  readonly contractName: string
  readonly contractNumber: string
  readonly contractState: ContractState
  readonly payeeName: string
  readonly endedOn: CalendarDate | null
  readonly endReason: string | null
  readonly author: Person
}

/** 'GUA-00012/70' */
export function guaranteeName({ number, fiscalYear }: Pick<Guarantee, 'number' | 'fiscalYear'>): string {
  return printedNumber('GUA', number ?? 0, fiscalYear)
}

/** Days until it ends: negative once it has; undefined where it does not, or is not held any more. */
export function daysLeft({ state, expiresOn }: Pick<Guarantee, 'state' | 'expiresOn'>, today: CalendarDate): number | undefined {
  if (state !== 'held' || expiresOn === null) return undefined
  return compareDates(expiresOn, today) >= 0 ? daysBetween(today, expiresOn) : -daysBetween(expiresOn, today)
}

/** Held and not run out: money may rest on it. */
export function isGood({ state, expiresOn }: Pick<Guarantee, 'state' | 'expiresOn'>, today: CalendarDate): boolean {
  return state === 'held' && (expiresOn === null || compareDates(expiresOn, today) >= 0)
}

export function worthOf(papers: readonly Guarantee[], purpose: GuaranteePurpose): Money {
  return sum(papers.filter((paper) => paper.purpose === purpose).map(({ amount }) => amount))
}

export function guaranteeFaults({ receivedOn, expiresOn }: GuaranteeFields, today: CalendarDate): FieldErrors {
  return {
    ...(compareDates(receivedOn, today) > 0 && { receivedOn: errors.future }),
    ...(expiresOn !== null && compareDates(expiresOn, receivedOn) < 0 && { expiresOn: errors.expiresBefore }),
  }
}
