// ประเภทรายรับ that an office may write on a receipt: revenue codes of an LAO, revenue accounts of a sub-unit (budget-and-receipts §4.2).

export interface IncomeItem {
  /** A revenue code ('41210008') or, at a sub-unit, the account itself. */
  readonly code: string
  readonly name: string
  readonly accountCode: string
}

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
