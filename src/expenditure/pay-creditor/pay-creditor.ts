// ผู้รับเงินที่หักไว้: the bodies an office keeps money back for, each with a key of its own in the register of deposits.

/** Kind of its trail. */
export const creditorSource = 'pay-creditor'
/** Kind of its key in the ledger's registers. */
export const creditorKeyKind = 'deposit'

export interface PayCreditor {
  readonly id: string
  readonly version: number
  /** The deduction it is for. */
  readonly code: string
  readonly payeeId: string
  readonly name: string
  readonly isActive: boolean
}

export function creditorKeyOf({ id }: Pick<PayCreditor, 'id'>): string {
  return `DED${id}`
}
