// ประเภทรายรับ that an office may write on a receipt: revenue codes of an LAO, revenue accounts of a sub-unit, and of both what is no revenue
// (budget-and-receipts §4.2, §4.8).

export interface IncomeItem {
  /** A revenue code ('41210008'), a kind that is no revenue ('DP13') or, at a sub-unit, the account itself. */
  readonly code: string
  readonly name: string
  /** What the line is kept under: of an abolished tax the kind of its debtors. */
  readonly bookedAs: string
  readonly accountCode: string
  /** What the account is kept by, if by anything. */
  readonly register: IncomeRegister | null
  /** Amounts between an LAO and its units name the other side. */
  readonly isPaired: boolean
  /** Credited instead where an own unit pays and is named: interest on what it borrowed (S52). */
  readonly unitAccount?: string | undefined
  /** An abolished tax: only debtors of earlier years still pay it. */
  readonly isRetired: boolean
}

export interface IncomeRegister {
  readonly kind: string
  /** The receipt takes from what stands there: a debt or an advance that is paid back. */
  readonly isReduced: boolean
}

/** รับคืนเงินรายจ่าย: it names what was paid too much instead of an account. */
export const refundKind = 'DB21'

/** เงินรอตรวจสอบ */
export const unidentifiedKind = 'UN01'

/** เงินรับฝาก: whose money it is an item of their register tells (§4.8). */
export const isDeposit = ({ code }: Pick<IncomeItem, 'code'>): boolean => /^DP[0-9]{2}$/.test(code)

/** เงินประกันสัญญา: the one security that may stand under its contract instead of an item. */
export const contractSecurity = 'DP11'

/** Money of a notice: the budget is told when the day is summed up. */
export const grantRegister = 'grant'

/** Which revenue codes an LAO of this kind collects: tobacco, fuel and hotels the province's, signboards and land the municipality's. */
export function appliesTo(laoKind: string | null): readonly ['ALL', 'PAO' | 'MUNI_SAO'] {
  return ['ALL', laoKind === 'PAO' ? 'PAO' : 'MUNI_SAO']
}

/** R6: a subsidy for a named purpose is no income before it is spent (budget-and-receipts §4.2, §4.11). */
const deferred: Readonly<Record<string, string>> = { 441000: '2103010102.001' }

export function accountOf(category: string, accountCode: string): string {
  return deferred[category] ?? accountCode
}

/** What the register of revenue keeps by; a sub-unit keeps by account alone. */
export function revenueCodeOf(incomeCode: string): string | undefined {
  return /^[0-9]{8}$/.test(incomeCode) ? incomeCode : undefined
}

/** The item meant by its code, by its whole name, or by a part of a name that only one has; several leave it open. */
export function itemIn(items: readonly IncomeItem[], typed: string): IncomeItem | 'ambiguous' | undefined {
  const [code] = typed.split(' ')
  const named = items.find((item) => item.code === code)
  if (named || typed === '') return named
  const whole = items.filter((item) => item.name === typed)
  const found = whole.length > 0 ? whole : items.filter((item) => item.name.includes(typed))
  return found.length > 1 ? 'ambiguous' : found[0]
}

export function itemName({ code, name }: Pick<IncomeItem, 'code' | 'name'>): string {
  return `${code} ${name}`
}
