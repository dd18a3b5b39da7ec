// ภาษีหัก ณ ที่จ่าย: one row for each credit of the tax at a payment, and the certificate given for it (INV-16; section 50 ทวิ of the Revenue Code).
import { calendarDate, fiscalYear, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric, sum, type Money } from '../../platform/money.ts'

/** WHT-00012/70 */
export interface Certificate {
  readonly number: number
  readonly fiscalYear: FiscalYear
}

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
  readonly certificate: Certificate | null
  /** The day it went to the Revenue Department. */
  readonly remittedOn: CalendarDate | null
  /** The certificate in whose place this one was given, and why; the one that was given in the place of this. */
  readonly replaces: Certificate | null
  readonly replaceReason: string | null
  readonly replacedBy: Certificate | null
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

export interface NewWithholding extends Omit<Withholding, 'organisationId' | 'id' | 'state' | 'remittedOn' | 'replaces' | 'replaceReason' | 'replacedBy'> {
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

/** As it is stored, with the day its standing remittance was paid and the certificates before and after it. */
export interface WithholdingRow {
  organisation_id: string
  id: string
  payment_id: string
  state: 'issued' | 'cancelled'
  paid_on: string
  form: string
  rule_code: string
  income_type: string
  base: string
  rate: string | null
  amount: string
  payee_name: string
  payee_tax_id: string
  payee_branch: string
  payee_address: string
  certificate_year: number | null
  certificate_number: number | null
  remitted_on: string | null
  replace_reason: string | null
  old_year: number | null
  old_number: number | null
  new_year: number | null
  new_number: number | null
}

function certificateOf(number: number | null, year: number | null): Certificate | null {
  return number === null || year === null ? null : { number, fiscalYear: fiscalYear(year) }
}

export function withholdingOf(row: WithholdingRow): Withholding {
  return {
    organisationId: row.organisation_id, id: row.id, paymentId: row.payment_id, state: row.state, paidOn: calendarDate(row.paid_on), form: row.form, ruleCode: row.rule_code, incomeType: row.income_type,
    base: fromNumeric(row.base), rate: row.rate, amount: fromNumeric(row.amount), payeeName: row.payee_name, payeeTaxId: row.payee_tax_id, payeeBranch: row.payee_branch,
    payeeAddress: row.payee_address, certificate: certificateOf(row.certificate_number, row.certificate_year),
    remittedOn: row.remitted_on === null ? null : calendarDate(row.remitted_on),
    replaces: certificateOf(row.old_number, row.old_year), replaceReason: row.replace_reason, replacedBy: certificateOf(row.new_number, row.new_year),
  }
}
