// What is deducted from one payment, in which order, from which base, how rounded (expenditure-accounting-assets §1.5). Pure; for contracts and claims alike.
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { compare, isNegative, minus, sum, times, zero, type Money } from '../../platform/money.ts'
import { percentRate } from '../../platform/percent.ts'

export type PayeeKind = 'juristic' | 'individual' | 'state_body' | 'exempt' | 'foreign_juristic'

/** Withholding tax of a public payer: 1 %, not the table of private ones. */
export interface WithholdingRule {
  readonly code: string
  readonly payeeKind: PayeeKind
  readonly incomeType: string
  /** Per cent; null: progressive, computed elsewhere and typed. */
  readonly rate: string | null
  readonly threshold: Money
  /** A person's whole order counts, though it is paid in parts. */
  readonly thresholdOf: 'payment' | 'order'
  readonly base: 'before-vat' | 'gross'
  /** 'ภ.ง.ด.53'; none where nothing is withheld. */
  readonly form: string | null
  readonly accountCode: string | null
  readonly isDefault: boolean
  readonly validFrom: CalendarDate
  /** Half-open. */
  readonly validUntil: CalendarDate | null
}

export interface Payable {
  readonly gross: Money
  /** The price with VAT in it, which is cost: an LAO is no VAT operator. */
  readonly vat: 'none' | 'included'
  /** Per cent. */
  readonly vatPercent: string
  readonly rule: WithholdingRule | undefined
  readonly orderTotal?: Money | null | undefined
  /** Of a progressive rule: the amount as it was computed elsewhere. */
  readonly typedTax?: Money | undefined
  /** The last instalment takes back the whole rest of the advance. */
  readonly advance?: { readonly percent: string; readonly left: Money; readonly isLast: boolean } | undefined
  readonly retentionPercent?: string | undefined
  /** As computed by the contract; never more than is left to deduct from. */
  readonly fine?: Money | undefined
  /** Deductions for others, loans set off. */
  readonly others?: readonly Money[] | undefined
}

export interface Deducted {
  readonly recoupment: Money
  readonly retention: Money
  /** W: what the tax is reckoned from. */
  readonly base: Money
  readonly withholding: Money
  readonly fine: Money
  readonly others: Money
  /** May be zero (all set off); below zero it must not be paid. */
  readonly net: Money
}

/** R, T, W, w, F, N, each rounded half up to satang. Fine and retention do not lower the base; an advance was taxed when it was paid. */
export function deduct(payable: Payable): Deducted {
  const { gross } = payable
  const recoupment = recouped(payable)
  const retention = payable.retentionPercent === undefined ? zero : share(gross, payable.retentionPercent)
  const taxed = minus(gross, recoupment)
  const base = payable.rule?.base === 'gross' ? taxed : beforeVat(taxed, payable)
  const withholding = withheld(payable, base)
  const fine = smaller(payable.fine ?? zero, positive(minus(taxed, sum([retention, withholding]))))
  const others = sum(payable.others ?? [])
  return { recoupment, retention, base, withholding, fine, others, net: minus(gross, sum([recoupment, retention, withholding, fine, others])) }
}

function recouped({ gross, advance }: Payable): Money {
  if (!advance) return zero
  return advance.isLast ? advance.left : smaller(share(gross, advance.percent), advance.left)
}

function withheld(payable: Payable, base: Money): Money {
  const { rule, orderTotal } = payable
  if (!rule) return zero
  const counted = rule.thresholdOf === 'order' && orderTotal ? beforeVat(orderTotal, payable) : base
  if (compare(counted, rule.threshold) < 0) return zero
  return rule.rate === null ? payable.typedTax ?? zero : share(base, rule.rate)
}

/** 10,700.00 with 7 % in it → 10,000.00. */
export function beforeVat(amount: Money, { vat, vatPercent }: Pick<Payable, 'vat' | 'vatPercent'>): Money {
  if (vat === 'none') return amount
  const { numerator, denominator } = percentRate(vatPercent)
  return times(amount, { numerator: denominator, denominator: denominator + numerator }, 'half-up')
}

function share(amount: Money, percent: string): Money {
  return times(amount, percentRate(percent), 'half-up')
}

function smaller(a: Money, b: Money): Money {
  return compare(a, b) < 0 ? a : b
}

function positive(amount: Money): Money {
  return isNegative(amount) ? zero : amount
}

/** Rules for a payee of this kind on a day, the usual one first. */
export function rulesFor(rules: readonly WithholdingRule[], { kind, on }: { readonly kind: PayeeKind; readonly on: CalendarDate }): WithholdingRule[] {
  const valid = rules.filter((rule) => rule.payeeKind === kind && compareDates(rule.validFrom, on) <= 0 && (rule.validUntil === null || compareDates(on, rule.validUntil) < 0))
  return valid.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
}
