// Who is meant by the box of a form. Pure.
import { toArabicDigits } from '../../platform/thai.ts'
import { type PayeeKind } from '../deduction/deduction.ts'

export interface PayeeMeant {
  readonly id: string
  readonly kind: PayeeKind
  readonly name: string
  readonly taxId: string | null
  readonly isStaff: boolean
}

/** As the chooser writes it: the name, and the tax id that tells namesakes apart. */
export function payeeText({ name, taxId }: Pick<PayeeMeant, 'name' | 'taxId'>): string {
  return taxId === null ? name : `${name} ${taxId}`
}

/** The one of those found that the text names; several that only contain it are none. */
export function onlyMeant(found: readonly PayeeMeant[], typed: string): PayeeMeant | undefined {
  const text = toArabicDigits(typed)
  const exact = found.filter((payee) => payeeText(payee) === text || (payee.taxId !== null && text.includes(payee.taxId)))
  const named = exact.length > 0 ? exact : found.filter(({ name }) => name === typed)
  const [only, ...others] = named.length > 0 ? named : found
  return others.length === 0 ? only : undefined
}
