// ประมาณการรายรับ: rows as typed → estimates by revenue code, or what is wrong with each cell (§3.3). Pure.
import { readAmount } from '../../documents/index.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { isNegative, minus, sum, zero, type Money } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { findNamed, readFigure } from '../ordinance-form/ordinance-form.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'
import { type NewRevenueLine, type RevenueLine } from '../ordinance/ordinance.ts'

const { errors } = ordinanceFormText
const longestExplanation = 1000

export const revenueCells = ['code', 'actual1', 'actual2', 'actual3', 'estimateNow', 'amount', 'explanation'] as const
export type RevenueCell = (typeof revenueCells)[number]
export type TypedRevenue = Readonly<Record<RevenueCell, string>>
export const actualCells = ['actual1', 'actual2', 'actual3'] as const

export interface RevenueCode {
  readonly code: string
  readonly name: string
  readonly categoryCode: string
  readonly categoryName: string
  readonly isActive: boolean
  /** Collected by this kind of office. */
  readonly isOurs: boolean
}

/** Whose estimate it is: the LAO's own, or that of an enterprise with a special budget. */
export type Collector = 'LAO' | 'enterprise' | 'pawnshop'

interface Collected {
  readonly categoryCode: string
  /** 'ALL', 'PAO', 'MUNI_SAO' or 'PAWN'. */
  readonly appliesTo: string
  readonly laoKind: string | null
}

const isOfLao = ({ appliesTo, laoKind }: Collected): boolean => appliesTo === 'ALL' || appliesTo === (laoKind === 'PAO' ? 'PAO' : 'MUNI_SAO')
// Taxes and subsidies of the state are the LAO's; what an enterprise earns stands under fees, property, utilities and commerce, miscellaneous, capital.
const earned = ['412000', '413000', '414000', '415000', '416000']
// expenditure-accounting-assets §1.12: interest and gain of its trade, interest on deposits, miscellaneous.
const ofPawnshop = ['413000', '415000']

/** Who may estimate which revenue. */
export const collects: Readonly<Record<Collector, (code: Collected) => boolean>> = {
  LAO: isOfLao,
  enterprise: (code) => earned.includes(code.categoryCode) && isOfLao(code),
  pawnshop: (code) => code.appliesTo === 'PAWN' || (ofPawnshop.includes(code.categoryCode) && isOfLao(code)),
}

/** What was received by code in a year whose books are in the system. */
export type Received = ReadonlyMap<string, Money> | undefined

export interface RevenueRules {
  readonly fiscalYear: FiscalYear
  readonly codes: readonly RevenueCode[]
  /** Codes the office chose to work with; empty: all. */
  readonly inUse: ReadonlySet<string>
  /** Of FY−4, FY−3, FY−2. */
  readonly received: readonly [Received, Received, Received]
}

export interface JudgedRevenues {
  readonly lines: readonly NewRevenueLine[]
  readonly faults: FieldErrors
}

/** Rows left blank count as nothing and keep their place, so that every fault finds its cell. */
export function judgeRevenues(rows: readonly TypedRevenue[], rules: RevenueRules): JudgedRevenues {
  const faults: Record<string, string> = {}
  const known = new Set<string>()
  const lines = rows.flatMap((row, index): NewRevenueLine[] => {
    if (isBlankRevenue(row)) return []
    const refuse = (cell: RevenueCell, message: string) => { faults[`lines.${index}.${cell}`] ??= message }
    const line = lineOf(row, { rules, refuse })
    if (line && known.has(line.code)) refuse('code', errors.twin)
    if (line) known.add(line.code)
    return line ? [line] : []
  })
  return { lines, faults }
}

export function isBlankRevenue(row: TypedRevenue): boolean {
  return revenueCells.every((cell) => row[cell].trim() === '')
}

interface Judging {
  readonly rules: RevenueRules
  readonly refuse: (cell: RevenueCell, message: string) => void
}

function lineOf(row: TypedRevenue, { rules, refuse }: Judging): NewRevenueLine | undefined {
  const code = codeOf(row.code, { rules, refuse })
  const typedFigure = (cell: RevenueCell) => readFigure(row[cell], (message) => refuse(cell, message))
  const actual = (index: 0 | 1 | 2): Money => {
    const books = rules.received[index]
    return books ? receivedOf(books, code?.code ?? '') : typedFigure(actualCells[index])
  }
  const actuals: readonly [Money, Money, Money] = [actual(0), actual(1), actual(2)]
  const estimateNow = typedFigure('estimateNow')
  const amount = readAmount(row.amount)
  if (typeof amount === 'string') refuse('amount', amount)
  const explanation = normalizeThai(row.explanation)
  if (explanation.length > longestExplanation) refuse('explanation', errors.tooLong(String(longestExplanation)))
  return code && { code: code.code, actuals, estimateNow, amount: typeof amount === 'string' ? zero : amount, explanation }
}

function codeOf(typed: string, { rules, refuse }: Judging): RevenueCode | undefined {
  const found = findRevenueCode(rules.codes, typed)
  if (typeof found !== 'string') return found
  refuse('code', found)
  return undefined
}

/** The code meant, or why it cannot be taken. */
export function findRevenueCode(codes: readonly RevenueCode[], typed: string): RevenueCode | string {
  const choosable = codes.filter(isChoosable)
  const found = findNamed(choosable, typed) ?? findNamed(codes, typed)
  if (found === 'ambiguous') return errors.ambiguous
  if (!found) return errors.revenueCode
  if (!found.isActive) return errors.offCode(found.code)
  return found.isOurs ? found : errors.foreignCode(found.code)
}

export function isChoosable({ isActive, isOurs }: RevenueCode): boolean {
  return isActive && isOurs
}

/** What was given back beyond what came in counts as nothing received. */
export function receivedOf(books: ReadonlyMap<string, Money>, code: string): Money {
  const amount = books.get(code) ?? zero
  return isNegative(amount) ? zero : amount
}

/** Hundredths of a per cent, half up; nothing to tell where nothing was estimated before. */
export function differenceOf(amount: Money, before: Money): bigint | undefined {
  if (before === zero) return undefined
  const difference: bigint = minus(amount, before)
  const size = difference < 0n ? -difference : difference
  const rounded = (size * 20_000n + before) / (before * 2n)
  return difference < 0n ? -rounded : rounded
}

/** What one document expects of one category. */
export interface CategorySum {
  readonly documentId: string
  readonly name: string
  readonly amount: Money
}

export interface CategoryTotal {
  readonly code: string
  readonly name: string
  readonly lines: readonly RevenueLine[]
  readonly amount: Money
}

/** In the order of codes; categories without a line are left out. */
export function byCategory(lines: readonly RevenueLine[], codes: readonly RevenueCode[]): CategoryTotal[] {
  const names = new Map(codes.map((each) => [each.categoryCode, each.categoryName]))
  return [...names].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([code, name]) => {
    const own = lines.filter(({ categoryCode }) => categoryCode === code)
    return own.length === 0 ? [] : [{ code, name, lines: own, amount: sum(own.map(({ amount }) => amount)) }]
  })
}
