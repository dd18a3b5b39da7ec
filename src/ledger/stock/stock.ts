// ฐานข้อมูลวัสดุคงเหลือ: what lay in the store the evening before the books began (letter 003 item 3.3, access-admin-oversight §7.3 `stock`). Pure.
import { lifecycle, readAmount, type SheetRow, type SheetShape } from '../../documents/index.ts'
import { formatThaiDate, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, minus, money, negate, readBaht, times, type Money } from '../../platform/money.ts'
import { readQuantity } from '../../platform/quantity.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { stockText } from '../stock.text.ts'

const { errors, import: words } = stockText

export interface StockItem {
  readonly code: string
  readonly name: string
  readonly unit: string
  /** Hundredths of the unit. */
  readonly quantity: bigint
  readonly unitCost: Money
  readonly total: Money
  readonly account: string
}

export const stockStates = ['listed', 'asked', 'replaced', 'refused'] as const
export type StockState = (typeof stockStates)[number]

export interface StoredStockItem extends StockItem {
  readonly id: string
  readonly version: number
  readonly state: StockState
  readonly accountName: string
  /** Why it is asked for after the opening was confirmed. */
  readonly reason: string
  readonly author: { readonly id: string; readonly name: string }
  /** The listed row it shall stand in for. */
  readonly replacesId: string | null
  /** A correction of it waits. */
  readonly isPending: boolean
}

/** After the opening is confirmed nobody changes the register alone. */
export const stockLifecycle = lifecycle({
  asked: {
    approve: { to: 'listed', may: 'account.opening:approve', notBy: 'author' },
    refuse: { to: 'refused', may: 'account.opening:approve' },
    withdraw: { to: 'refused', may: 'account.material:edit', onlyBy: 'author' },
  },
  listed: {}, replaced: {}, refused: {},
})
export type StockStep = 'approve' | 'refuse' | 'withdraw'

export const stockCells = ['code', 'name', 'unit', 'quantity', 'unitCost', 'total', 'account', 'reason'] as const
export type StockCell = (typeof stockCells)[number]
export type TypedStock = Readonly<Record<StockCell, string>>
export const blankStock: TypedStock = { code: '', name: '', unit: '', quantity: '', unitCost: '', total: '', account: '', reason: '' }

export interface StockAccount {
  readonly code: string
  readonly name: string
}

export interface KnownStock {
  readonly accounts: readonly StockAccount[]
  /** Of the ones asked for: in the register, or asked for already. */
  readonly taken: ReadonlySet<string>
  readonly isConfirmed: boolean
}

export type JudgedStock = { readonly item: StockItem; readonly reason: string } | { readonly wrong: Partial<Record<StockCell, string>> }

/** One row of boxes; `isCorrection`: nothing may be left of it. */
export function judgeStock(row: TypedStock, { accounts, taken, isConfirmed }: KnownStock, isCorrection = false): JudgedStock {
  const [quantity, unitCost] = [quantityIn(row.quantity, isCorrection), readAmount(row.unitCost)]
  const reckoned = quantity === undefined || typeof unitCost === 'string' ? undefined : times(unitCost, { numerator: quantity, denominator: 100n }, 'half-up')
  const total = row.total === '' ? reckoned : readBaht(row.total)
  const wrong = {
    ...((row.code === '' || row.code.length > 40) ? { code: errors.code } : taken.has(row.code) && { code: errors.taken }),
    ...((row.name === '' || row.name.length > 200) && { name: errors.name }), ...((row.unit === '' || row.unit.length > 40) && { unit: errors.unit }),
    ...(quantity === undefined && { quantity: errors.quantity }), ...(typeof unitCost === 'string' && { unitCost }),
    ...(reckoned !== undefined && (total === undefined || isNegative(total) || isApart(total, reckoned)) && { total: errors.total(formatMoney(reckoned)) }),
    ...(!accounts.some(({ code }) => code === row.account) && { account: errors.account }),
    ...(isConfirmed && (row.reason === '' || row.reason.length > 500) && { reason: errors.why }),
  }
  if (Object.keys(wrong).length > 0 || quantity === undefined || typeof unitCost === 'string' || total === undefined) return { wrong }
  return { item: { code: row.code, name: row.name, unit: row.unit, quantity, unitCost, total, account: row.account }, reason: row.reason }
}

function quantityIn(text: string, isCorrection: boolean): bigint | undefined {
  return isCorrection && /^0+(\.0*)?$/.test(toArabicDigits(text).trim()) ? 0n : readQuantity(text)
}

/** One satang either way is rounding. */
function isApart(total: Money, reckoned: Money): boolean {
  const apart = minus(total, reckoned)
  return compare(isNegative(apart) ? negate(apart) : apart, money(1n)) > 0
}

export interface JudgedRows {
  readonly items: readonly { readonly item: StockItem; readonly reason: string }[]
  readonly faults: FieldErrors
}

interface NamedRow {
  /** As a reader counts it. */
  readonly number: string
  /** Of its boxes: 'lines.0'. */
  readonly name: string
  readonly row: TypedStock
  readonly faults?: FieldErrors
}

/** Rows of the grid; blank ones say nothing. */
export function judgeGrid(rows: readonly TypedStock[], known: KnownStock): JudgedRows {
  const typed = rows.map((row, index) => ({ number: String(index + 1), name: `lines.${index}`, row })).filter(({ row }) => stockCells.some((cell) => row[cell] !== ''))
  return typed.length === 0 ? { items: [], faults: { 'lines.0.code': errors.noRows } } : judgeAll(typed, known)
}

function judgeAll(rows: readonly NamedRow[], known: KnownStock): JudgedRows {
  const faults: Record<string, string> = {}
  const first = new Map<string, string>()
  const items = rows.flatMap(({ number, name, row, faults: own = {} }) => {
    const judged = judgeStock(row, known)
    const twin = first.get(row.code)
    const wrong = { ...('wrong' in judged ? judged.wrong : {}), ...(twin !== undefined && row.code !== '' && { code: errors.twin(twin) }), ...own }
    if (twin === undefined) first.set(row.code, number)
    for (const [cell, message] of Object.entries(wrong)) faults[`${name}.${cell}`] = message
    return 'item' in judged ? [judged] : []
  })
  return { items, faults }
}

export type StockColumn = keyof typeof words.heads
export const mostStock = 10_000
export const stockSheet: SheetShape<StockColumn> = {
  heads: words.heads, required: ['code', 'name', 'unit', 'quantity', 'unitCost', 'total', 'asOf', 'account'], most: mostStock,
  text: { noHeads: errors.noHeads, noRows: errors.noRowsInFile, long: () => errors.long },
}

/** Rows of a file; each says of which day it is. */
export function judgeFile(rows: readonly SheetRow<StockColumn>[], known: KnownStock, eve: CalendarDate): JudgedRows {
  return judgeAll(rows.map(({ number, cell }) => {
    const row = { code: cell('code'), name: cell('name'), unit: cell('unit'), quantity: cell('quantity'), unitCost: cell('unitCost'), total: cell('total'), account: cell('account'), reason: '' }
    return { number: String(number), name: `rows.${number}`, row, faults: readThaiDate(cell('asOf')) === eve ? {} : { asOf: errors.asOf(formatThaiDate(eve)) } }
  }), known)
}

/** The register of an account beside what the books were opened with. */
export interface StockSum extends StockAccount {
  readonly items: number
  readonly listed: Money
  readonly opened: Money
}

export const differenceOf = ({ listed, opened }: StockSum): Money => minus(opened, listed)

export interface StockFilter {
  readonly search: string
  readonly account: string
  /** Only corrections that wait for a second person. */
  readonly isWaiting: boolean
  /** Id of the last row of the page before. */
  readonly after: string
}
