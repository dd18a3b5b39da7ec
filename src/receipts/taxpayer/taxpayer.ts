// ฐานข้อมูลลูกหนี้/ผู้ชำระภาษี: people and companies under whose keys the ledger keeps what they owe (budget-and-receipts §4.9).

export const registers = ['taxpayer', 'debtor'] as const
export type Register = (typeof registers)[number]
export const personKinds = ['person', 'juristic', 'state'] as const
export type PersonKind = (typeof personKinds)[number]
export const itemKinds = ['signboard', 'land', 'building'] as const
export type ItemKind = (typeof itemKinds)[number]

export interface TaxedItem {
  readonly kind: ItemKind
  readonly place: string
  readonly detail: string
}

export interface TaxpayerCommand {
  readonly register: Register
  readonly personKind: PersonKind
  readonly name: string
  readonly personNumber: string
  readonly address: string
  readonly phone: string
  readonly isActive: boolean
  readonly items: readonly TaxedItem[]
}

export interface TaxpayerHead extends Omit<TaxpayerCommand, 'items'> {
  readonly organisationId: string
  readonly id: string
  readonly version: number
  /** 'TP-00001/70', the key in the ledger. */
  readonly key: string
  /** Where what is assessed lies, one after the other. */
  readonly places: string
}

export interface Taxpayer extends TaxpayerHead {
  readonly items: readonly TaxedItem[]
}

export interface TaxpayerFilter {
  readonly organisationId: string
  readonly register: Register | undefined
  readonly text: string
  readonly after: string | undefined
}

/** Sub-units collect no taxes: they have debtors only. */
export function registersOf(organisationKind: string): readonly Register[] {
  return organisationKind === 'LAO' ? registers : ['debtor']
}

/** Thirteen digits of which the last checks the others; a company's begins with 0. */
export function isPersonNumber(text: string): boolean {
  if (!/^[0-9]{13}$/.test(text)) return false
  const weighed = [...text.slice(0, 12)].reduce((known, digit, index) => known + Number(digit) * (13 - index), 0)
  return (11 - (weighed % 11)) % 10 === Number(text[12])
}
