// ทะเบียนคุมเงินอุดหนุนเฉพาะกิจ: each notice with its money in, its budget in use, and what of it became income or goes back (expenditure-accounting-assets §2). Pure.
import { minus, plus, type Money } from '../../platform/money.ts'

export interface GrantRow {
  readonly key: string
  readonly name: string
  /** The notice's document in the budget. */
  readonly documentId: string | null
  readonly received: Money
  readonly budget: Money
  readonly obligated: Money
  readonly paid: Money
  readonly recognised: Money
  /** Sent back, or set aside for it. */
  readonly returned: Money
}

/** Held for the grant and not yet income or sent back: what the advance still stands at. */
export function heldOf({ received, recognised, returned }: Pick<GrantRow, 'received' | 'recognised' | 'returned'>): Money {
  return minus(received, plus(recognised, returned))
}
