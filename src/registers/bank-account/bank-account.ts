// บัญชีเงินฝากธนาคาร of an office. Its kind decides the ledger account it posts to.

export const bankAccountKinds = ['savings', 'current', 'fixed', 'term'] as const
export type BankAccountKind = (typeof bankAccountKinds)[number]

/** Official chart: ออมทรัพย์ · กระแสรายวัน · ประจำไม่เกิน 3 เดือน, all of group 1101; ประจำเกิน 3 เดือน is a short-term investment. */
const accountCodes: Readonly<Record<BankAccountKind, string>> = {
  savings: '1101030102.001',
  current: '1101030101.001',
  fixed: '1101030199.001',
  term: '1104010101.001',
}

export function accountCodeOf(kind: BankAccountKind): string {
  return accountCodes[kind]
}

export interface BankAccount {
  readonly id: string
  readonly bankName: string
  readonly branch: string
  readonly accountNumber: string
  readonly accountName: string
  readonly kind: BankAccountKind
  readonly accountCode: string
  readonly isActive: boolean
  readonly version: number
}

/** What an officer enters for a new account. */
export interface NewBankAccount {
  readonly bankName: string
  readonly branch: string
  readonly accountNumber: string
  readonly accountName: string
  readonly kind: BankAccountKind
}

/** What may be corrected later. The kind stays: lines already posted went to its ledger account. */
export interface BankAccountCorrection extends Omit<NewBankAccount, 'kind'> {
  readonly version: number
}
