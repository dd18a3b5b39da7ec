// Which accounts a budget item may be booked to: the usual one, and those a clerk may choose instead (expenditure-accounting-assets §1.4). Pure.

export interface NamedAccount {
  readonly code: string
  readonly name: string
}

export interface ExpenseAccount {
  readonly itemCode: string
  /** Null: the item has no usual account, one must be chosen (loans by their contract). */
  readonly usual: NamedAccount | null
  readonly others: readonly NamedAccount[]
  /** It is also sent to own units, which only a claim that names the unit may do (C13). */
  readonly isPaired: boolean
}

/** The usual first. */
export function choicesOf({ usual, others }: ExpenseAccount): readonly NamedAccount[] {
  return usual === null ? others : [usual, ...others]
}

export function accountText({ code, name }: NamedAccount): string {
  return `${code} ${name}`
}

/** The account meant by a code or a name; nothing typed is the usual one. */
export function chosenAccount(item: ExpenseAccount, typed: string): NamedAccount | undefined {
  if (typed === '') return item.usual ?? undefined
  return choicesOf(item).find((account) => typed.startsWith(account.code) || account.name === typed)
}
