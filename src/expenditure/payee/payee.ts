// ฐานข้อมูลเจ้าหนี้/ผู้มีสิทธิรับเงิน: who may be paid, and what the tax office calls them (expenditure-accounting-assets §1.5, §1.10).
import { maskCitizenId } from '../../platform/citizen-id.ts'
import { type Channel } from '../claim/claim.ts'

/** Source kind of the trail, and kind of the key in the ledger's register of payees. */
export const payeeSource = 'payee'

export const payeeKinds = ['juristic', 'individual', 'state_body', 'exempt', 'foreign_juristic'] as const
export type PayeeKind = (typeof payeeKinds)[number]

export interface PayeeCommand {
  readonly kind: PayeeKind
  /** Thirteen digits; null only for state bodies and foreign companies. */
  readonly taxId: string | null
  /** '00000' is the head office. */
  readonly branch: string
  readonly name: string
  readonly englishName: string
  readonly address: string
  readonly subdistrict: string
  readonly district: string
  readonly province: string
  readonly postcode: string
  readonly phone: string
  readonly email: string
  readonly isVatRegistered: boolean
  readonly isStaff: boolean
}

/** What the list shows. */
export interface ListedPayee {
  readonly id: string
  readonly kind: PayeeKind
  readonly taxId: string | null
  readonly branch: string
  readonly name: string
  readonly province: string
  readonly isVatRegistered: boolean
  readonly isStaff: boolean
  readonly isActive: boolean
  /** Of its bank accounts. */
  readonly verified: number
  readonly waiting: number
}

export interface Payee extends PayeeCommand {
  readonly organisationId: string
  readonly id: string
  readonly version: number
  readonly isActive: boolean
}

export interface PayeeFilter {
  readonly organisationId: string
  /** Part of a name, tone marks aside, or the first digits of a tax id; '' for all. */
  readonly search: string
  readonly kind: PayeeKind | undefined
  readonly isActive: boolean | undefined
  /** Id of the last payee of the page before. */
  readonly after: string | undefined
}

/** State bodies and foreigners may have no Thai tax id. */
export function needsTaxId(kind: PayeeKind): boolean {
  return kind !== 'state_body' && kind !== 'foreign_juristic'
}

/** A person's number is shown by its last digits only; papers and forms hold the whole. */
export function shownTaxId({ kind, taxId }: Pick<PayeeCommand, 'kind' | 'taxId'>): string {
  if (taxId === null) return ''
  return kind === 'individual' ? maskCitizenId(taxId) : taxId
}

/** Address as one line of a paper. */
export function addressOf(payee: Pick<PayeeCommand, 'address' | 'subdistrict' | 'district' | 'province' | 'postcode'>): string {
  return [payee.address, payee.subdistrict, payee.district, payee.province, payee.postcode].filter((part) => part !== '').join(' ')
}

/** What keeps money from going to a payee (E_PAYEE_UNVERIFIED). */
export type Unfit = 'inactive' | 'noTaxId' | 'noAccount' | 'noEnglishName' | 'cooling'

export interface Fitness {
  readonly payee: Pick<Payee, 'isActive' | 'kind' | 'taxId' | 'englishName'>
  /** Verified accounts, and whether each may be used now. */
  readonly accounts: readonly { readonly isUsable: boolean }[]
}

export function unfitness({ payee, accounts }: Fitness, channel: Channel): Unfit | undefined {
  if (!payee.isActive) return 'inactive'
  if (needsTaxId(payee.kind) && payee.taxId === null) return 'noTaxId'
  if (channel !== 'transfer') return undefined
  if (accounts.length === 0) return 'noAccount'
  if (payee.englishName === '') return 'noEnglishName'
  return accounts.some(({ isUsable }) => isUsable) ? undefined : 'cooling'
}
