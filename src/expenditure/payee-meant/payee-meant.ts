// Who is meant by the box of a form. Pure.
import { toArabicDigits } from '../../platform/thai.ts'
import { type PayeeKind } from '../deduction/deduction.ts'
import { shownTaxId } from '../payee/payee.ts'
import { payeePaths } from '../payee.paths.ts'

/** Proposals beside the box that names a payee, and beside one that names a natural person. */
export const payeeChooser = { id: 'payees', options: [], ask: payeePaths.search } as const
export const personChooser = { id: 'people', options: [], ask: payeePaths.searchOf('individual') } as const

export interface PayeeMeant {
  readonly id: string
  readonly kind: PayeeKind
  readonly name: string
  readonly taxId: string | null
  readonly isStaff: boolean
}

/** As a stored draft writes it: the name, and the tax id that tells namesakes apart. */
export function payeeText({ name, taxId }: Pick<PayeeMeant, 'name' | 'taxId'>): string {
  return taxId === null ? name : `${name} ${taxId}`
}

/** As the chooser proposes it: of a citizen id only what tells namesakes apart. */
export function proposalText(payee: Pick<PayeeMeant, 'kind' | 'name' | 'taxId'>): string {
  return [payee.name, shownTaxId(payee)].join(' ').trim()
}

/** The one of those found that the text names; several that only contain it are none. */
export function onlyMeant(found: readonly PayeeMeant[], typed: string): PayeeMeant | undefined {
  const text = toArabicDigits(typed)
  const exact = found.filter((payee) => [payeeText(payee), proposalText(payee)].includes(text) || (payee.taxId !== null && text.includes(payee.taxId)))
  const named = exact.length > 0 ? exact : found.filter(({ name }) => name === typed)
  const [only, ...others] = named.length > 0 ? named : found
  return others.length === 0 ? only : undefined
}
