// งบประมาณรายจ่ายเฉพาะการ beside the ordinance it is enacted in.
import { type Taking } from '../plan/plan.ts'
import { type Ordinance, type OrdinanceHead } from '../ordinance/ordinance.ts'

export interface SpecialBudget {
  readonly ordinance: Ordinance
  readonly enterprise: string
  /** The unit with books of its own; undefined: the LAO itself. */
  readonly spender: string | undefined
}

export interface Specials {
  readonly riders: readonly SpecialBudget[]
  /** Of a special budget: whose it is, and the ordinance it goes with. */
  readonly special: (Pick<SpecialBudget, 'enterprise' | 'spender'> & { readonly parent: OrdinanceHead; readonly taking: Taking | undefined; readonly spenderId: string | null }) | undefined
}
