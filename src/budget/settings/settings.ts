// Rules of law as rows: percentages, days, codes, and who approves. The newest valid_from up to the fiscal year holds.
import { fiscalYear, type FiscalYear } from '../../platform/dates.ts'
import { type Rate } from '../../platform/money.ts'
import { type Department } from '../../registers/index.ts'
import { type Approver } from '../document/document.ts'

/** From here on the classification, the kinds of money and the rules of law are known (their first year in the reference data): no older budget is taken. */
export const oldestYear = fiscalYear(2567)

/** What an older year asks is answered by the rules of the oldest. */
export function yearOfRules(asked: FiscalYear): FiscalYear {
  return asked < oldestYear ? oldestYear : asked
}

export interface Setting {
  readonly code: string
  /** '' holds for every kind of LAO that has no row of its own. */
  readonly laoKind: string
  readonly validFrom: number
  readonly value: string
  readonly legalReference: string
}

export interface Settings {
  text(code: string): string
  /** '10' is one tenth. */
  percent(code: string): Rate
  number(code: string): number
  reference(code: string): string
}

export function settingsOf(rows: readonly Setting[], asked: { readonly fiscalYear: FiscalYear; readonly laoKind: string | null }): Settings {
  const valid = rows.filter(({ validFrom, laoKind }) => validFrom <= yearOfRules(asked.fiscalYear) && (laoKind === '' || laoKind === asked.laoKind))
  const newest = valid.toSorted((a, b) => Number(b.laoKind !== '') - Number(a.laoKind !== '') || b.validFrom - a.validFrom)
  const get = (code: string): Setting => {
    const found = newest.find((row) => row.code === code)
    if (!found) throw new RangeError(`no budget setting ${code}`)
    return found
  }
  return {
    text: (code) => get(code).value,
    percent: (code) => ({ numerator: BigInt(get(code).value), denominator: 100n }),
    number: (code) => Number(get(code).value),
    reference: (code) => get(code).legalReference,
  }
}

export type ApprovedAct = 'transfer' | 'amendment' | 'carry' | 'extension' | 'accumulated' | 'loan' | 'release' | 'override'

/** Null holds for anything. */
export interface ApproverRule {
  readonly act: ApprovedAct
  readonly rank: number
  readonly variant: string | null
  readonly isCapital: boolean | null
  readonly isNewItem: boolean | null
  readonly changesSubstance: boolean | null
  readonly approver: Approver
  readonly legalReference: string
}

export type ClassLevel = 'area' | 'plan' | 'task' | 'type' | 'category' | 'item'

/** A code of the classification with what the office has chosen for the year. */
export interface BudgetClass {
  readonly code: string
  readonly level: ClassLevel
  readonly name: string
  readonly parentCode: string | null
  readonly isPersonnel: boolean
  /** Valid in the year, and not switched off by the office. */
  readonly isActive: boolean
  /** The owner of a task. */
  readonly departmentId: string | null
  /** The type (งบ) of a type, category or item; null for the functional side. */
  readonly typeCode: string | null
  readonly categoryCode: string | null
  readonly planCode: string | null
  readonly areaCode: string | null
}

export interface FundingSource {
  readonly code: string
  readonly name: string
  readonly parentCode: string | null
  readonly isEnacted: boolean
  readonly carriedAs: string | null
}

/** What codes and ids are called, for pages. */
export interface Names {
  readonly classes: ReadonlyMap<string, BudgetClass>
  readonly departments: ReadonlyMap<string, Department>
  readonly sources: ReadonlyMap<string, FundingSource>
  readonly enterprises: ReadonlyMap<string, string>
}
