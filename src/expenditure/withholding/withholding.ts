// ภาษีหัก ณ ที่จ่าย: one row for each credit of the tax at a payment, and the certificate given for it (INV-16; section 50 ทวิ of the Revenue Code).
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { sum, type Money } from '../../platform/money.ts'

export interface Withholding {
  readonly organisationId: string
  readonly id: string
  readonly paymentId: string
  readonly state: 'issued' | 'cancelled'
  readonly paidOn: CalendarDate
  /** 'ภ.ง.ด.53' */
  readonly form: string
  readonly ruleCode: string
  readonly incomeType: string
  readonly base: Money
  /** Per cent; null where the amount was computed elsewhere. */
  readonly rate: string | null
  readonly amount: Money
  /** As the payee was on that day. */
  readonly payeeName: string
  readonly payeeTaxId: string
  readonly payeeBranch: string
  readonly payeeAddress: string
  readonly certificate: { readonly number: number; readonly fiscalYear: FiscalYear } | null
  /** The day it went to the Revenue Department. */
  readonly remittedOn: CalendarDate | null
}

export interface Month {
  /** '11/2569', as it is typed. */
  readonly typed: string
  readonly name: string
}

/** With the claim that hands it on. */
export interface TaxRow extends Withholding {
  readonly accountCode: string
  readonly remittanceId: string | null
  readonly claimId: string | null
}

export interface NewWithholding extends Omit<Withholding, 'organisationId' | 'id' | 'state' | 'remittedOn'> {
  readonly claimId: string
  readonly line: number
  readonly accountCode: string
  readonly payeeId: string | null
  /** Of a batch, in its order; 0: the payee of the claim. */
  readonly person: number
  /** Handed on already, at a payment of the same claim that was reversed since. */
  readonly remittanceId: string | null
}

export interface FormTotal {
  readonly form: string
  readonly count: number
  readonly base: Money
  readonly amount: Money
}

/** What each form of the month adds up to; cancelled rows count nothing. */
export function totalsByForm(rows: readonly Withholding[]): FormTotal[] {
  const live = rows.filter(({ state }) => state === 'issued')
  return [...new Set(live.map(({ form }) => form))].sort().map((form) => {
    const ofForm = live.filter((row) => row.form === form)
    return { form, count: ofForm.length, base: sum(ofForm.map(({ base }) => base)), amount: sum(ofForm.map(({ amount }) => amount)) }
  })
}
