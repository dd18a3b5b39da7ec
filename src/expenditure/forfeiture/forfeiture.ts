// การริบเงินประกันสัญญา: the order of the executive, recorded by who keeps the contract and booked by the head of finance (P15, acceptance S22).
import { lifecycle, printedNumber, type DocumentHead, type PaperRule } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { procurementText } from '../procurement.text.ts'

/** Source kind of its voucher and receipt, kind of its trail and attachments. */
/** Not 'forfeiture': so are called a pawnshop's pledges, and pawnshops have contracts too. */
export const forfeitureSource = 'security-forfeiture'

export const forfeitureStates = ['draft', 'posted', 'cancelled', 'reversed'] as const
export type ForfeitureState = (typeof forfeitureStates)[number]

export const forfeitureLifecycle = lifecycle({
  draft: {
    post: { to: 'posted', may: 'expense.guarantee:approve', notBy: 'author' },
    cancel: { to: 'cancelled', may: 'expense.guarantee:edit' },
  },
  posted: { reverse: { to: 'reversed', may: 'expense.guarantee:approve', notBy: 'author' } },
  cancelled: {},
  reversed: {},
})

export const forfeiturePapers: PaperRule<ForfeitureState> = { may: 'expense.guarantee:edit', loose: ['draft'] }

export type ForfeitureStep = 'post' | 'cancel' | 'reverse'

export interface Forfeiture extends DocumentHead<ForfeitureState> {
  readonly organisationName: string
  readonly contractId: string
  readonly contractName: string
  readonly contractNumber: string
  readonly payeeName: string
  readonly documentDate: CalendarDate
  readonly orderReference: string
  readonly reason: string
  readonly amount: Money
  readonly voucherId: string | null
  readonly endReason: string | null
  readonly author: Person
}

export interface NewForfeiture extends Pick<Forfeiture, 'documentDate' | 'orderReference' | 'reason' | 'amount'> {
  readonly contract: string
  readonly formKey: string
}

/** 'FRF-00001/70' */
export function forfeitureName({ number, fiscalYear }: Pick<Forfeiture, 'number' | 'fiscalYear'>): string {
  return number === null ? procurementText.noNumber : printedNumber('FRF', number, fiscalYear)
}
