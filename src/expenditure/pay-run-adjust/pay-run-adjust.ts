// One month's own figures of a run: a tax, an absence, an extra allowance, typed or pasted row by row. Pure.
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, isNegative, isZero, readBaht, zero, type Money } from '../../platform/money.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { whomOf } from '../employee-form/employee-form.ts'
import { loanKeyOf, loanNumber, type LoanHead } from '../loan/loan.ts'
import { type PayCreditor } from '../pay-creditor/pay-creditor.ts'
import { type PayDeduction, type SocialSecurityRates } from '../pay-rule/pay-rule.ts'
import { heldBack, socialSecurity } from '../pay-run-make/pay-run-make.ts'
import { payRunText } from '../pay-run.text.ts'
import { type RunItem, type RunPerson } from '../pay-run/pay-run.ts'

const { errors } = payRunText.adjusting

export const adjustCells = ['person', 'item', 'detail', 'amount'] as const
export type TypedAdjustment = Readonly<Record<(typeof adjustCells)[number], string>>

export interface KnownForAdjustment {
  readonly deductions: readonly PayDeduction[]
  readonly creditors: readonly PayCreditor[]
  readonly rates: SocialSecurityRates
  /** Paid and not wholly cleared, by payee. */
  readonly loans: ReadonlyMap<string, readonly LoanHead[]>
}

export interface Adjusted {
  readonly persons: readonly RunPerson[]
  readonly faults: FieldErrors
}

/** Each row in the order typed. A blank row says nothing; an amount of 0 takes the item away. */
export function adjust(persons: readonly RunPerson[], rows: readonly TypedAdjustment[], known: KnownForAdjustment): Adjusted {
  const faults: Record<string, string> = {}
  const changed = new Map(persons.map((person) => [person.personId, person]))
  let isSaid = false
  for (const [index, row] of rows.entries()) {
    if (row.person === '' && row.detail === '' && row.amount === '') continue
    isSaid = true
    const result = adjustOne([...changed.values()], row, known)
    if ('wrong' in result) for (const [cell, message] of Object.entries(result.wrong)) faults[`lines.${index}.${cell}`] = message
    else changed.set(result.person.personId, result.person)
  }
  return { persons: [...changed.values()], faults: isSaid ? faults : { 'lines.0.person': errors.nothing } }
}

type Result = { readonly person: RunPerson } | { readonly wrong: Readonly<Record<string, string>> }

function adjustOne(persons: readonly RunPerson[], row: TypedAdjustment, known: KnownForAdjustment): Result {
  const amount = readBaht(row.amount)
  const person = personMeant(persons, row.person)
  if (typeof person === 'string' || amount === undefined || isNegative(amount)) {
    return { wrong: { ...(typeof person === 'string' && { person }), ...((amount === undefined || isNegative(amount)) && { amount: errors.amount }) } }
  }
  return row.item === 'wage' || row.item === 'allowance' ? changePay(person, { ...row, amount }, known) : changeDeduction(person, { ...row, amount }, known)
}

function personMeant(persons: readonly RunPerson[], typed: string): RunPerson | string {
  const digits = toArabicDigits(typed).replace(/[\s-]/g, '')
  const found = /^[0-9]{13}$/.test(digits) ? persons.filter(({ taxId }) => taxId === digits) : persons.filter(({ name }) => typed !== '' && (name === typed || name.includes(typed)))
  const exact = found.filter(({ name }) => name === typed)
  const [only, ...others] = exact.length > 0 ? exact : found
  if (!only) return errors.noPerson
  return others.length === 0 ? only : errors.manyPeople
}

interface Change {
  readonly item: string
  readonly detail: string
  readonly amount: Money
}

/** An item there already takes the amount; a new one comes from the line of the person's first pay. */
function changePay(person: RunPerson, { item: code, detail, amount }: Change, known: KnownForAdjustment): Result {
  const same = person.items.filter((item) => item.side === 'pay' && item.code === code && (detail === '' || item.title === detail))
  const [first] = person.items
  const [only, ...others] = same
  if (others.length > 0 || (!only && (detail === '' || !first))) return { wrong: { detail: errors.noItem } }
  const kept = person.items.filter((item) => item !== only)
  const next: RunItem[] = isZero(amount) ? kept : only ? person.items.map((item) => (item === only ? { ...item, amount } : item)) : first ? [{ ...first, code, title: detail, amount }, ...kept] : kept
  const items = [...next.filter(({ side }) => side === 'pay'), ...next.filter(({ side }) => side === 'deduction')]
  return items.some(({ side }) => side === 'pay') ? secured({ ...person, items }, known) : { wrong: { amount: errors.noPayLeft } }
}

/** Whose wage changed pays another contribution. */
function secured(person: RunPerson, known: KnownForAdjustment): Result {
  const code = known.deductions.find(({ isReckoned }) => isReckoned)?.code
  if (compare(person.employer, zero) === 0) return { person }
  const security = socialSecurity(person.items, known)
  if (typeof security === 'string') return { wrong: { person: security } }
  const [pays, others] = [person.items.filter(({ side }) => side === 'pay'), person.items.filter((item) => item.side === 'deduction' && item.code !== code)]
  return { person: { ...person, employer: security.employer, items: [...pays, ...security.items, ...others] } }
}

function changeDeduction(person: RunPerson, { item: code, detail, amount }: Change, { deductions, creditors, loans }: KnownForAdjustment): Result {
  const deduction = deductions.find((each) => each.code === code && !each.isReckoned)
  if (!deduction) return { wrong: { item: errors.item } }
  const owed = loans.get(person.payeeId) ?? []
  const whom = whomOf(detail, deduction, { creditors, loans: owed })
  if (typeof whom === 'string') return { wrong: { detail: whom } }
  const loan = owed.find(({ id }) => id === whom.loanId)
  const item = heldBack(deduction, {
    creditor: creditors.find(({ id }) => id === whom.creditorId), amount, ...(loan && { loan: { subKey: loanKeyOf(loan), number: loanNumber(loan) ?? '', balance: loan.balance } }),
  })
  if (loan && compare(amount, loan.balance) > 0) return { wrong: { amount: payRunText.errors.overLoan } }
  const kept = person.items.filter((each) => !(each.side === 'deduction' && each.code === code && each.subKey === item.subKey))
  return { person: { ...person, items: isZero(amount) ? kept : [...kept, item] } }
}
