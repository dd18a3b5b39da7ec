// What the tables of a receipt's form offer.
import { type IncomeItem } from '../income-item/income-item.ts'

export interface LineChoices {
  readonly incomes: readonly IncomeItem[]
  /** Codes the office chose to work with: proposed alone, unless none was chosen. */
  readonly inUse?: ReadonlySet<string>
  readonly banks: readonly { readonly id: string; readonly bankName: string; readonly accountNumber: string }[]
  /** Banks of cheques taken before: proposed, not prescribed. */
  readonly chequeBanks?: readonly string[]
  /** Blank rows asked for by the button, for those without script. */
  readonly moreLines?: number
  readonly moreTransfers?: number
  readonly moreCheques?: number
}
