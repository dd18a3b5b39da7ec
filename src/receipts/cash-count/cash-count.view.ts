// A count as boxes to fill and as a table to read.
import { type FieldErrors } from '../../platform/errors.ts'
import { field, lineTable, type Control, type LineTable } from '../../platform/http/components.ts'
import { formatMoney, money } from '../../platform/money.ts'
import { cashCountText as text } from '../cash-count.text.ts'
import { receiptsText } from '../receipts.text.ts'
import { boxName, countedTotal, denominations, largestCoin, worthOf, type Pieces } from './cash-count.ts'

export function nameOf(worth: bigint): string {
  const value = formatMoney(money(worth)).replace('.00', '')
  return worth > largestCoin ? text.note(value) : text.coin(value)
}

/** `valueOf` gives what stands in a box of that name. */
export function countControls(valueOf: (name: string) => string, errors: FieldErrors): Control[] {
  return denominations.map((worth) => {
    const name = boxName(worth)
    return { field: field({ name, label: nameOf(worth), value: valueOf(name), error: errors[name], type: 'number', width: 'short', suffix: worth > largestCoin ? text.notes : text.coins, maxLength: 7 }) }
  })
}

export function countValues(pieces: Pieces): Readonly<Record<string, string>> {
  return Object.fromEntries(denominations.map((worth) => [boxName(worth), String(pieces[String(worth)] ?? '')]))
}

export function countTable(pieces: Pieces): LineTable {
  const counted = denominations.filter((worth) => (pieces[String(worth)] ?? 0) > 0)
  return lineTable({
    caption: text.caption, empty: text.empty,
    columns: [{ label: text.kind, kind: 'text', isRowHeader: true }, { label: text.count, kind: 'number' }, { label: text.amount, kind: 'money' }],
    rows: counted.map((worth) => [nameOf(worth), String(pieces[String(worth)]), formatMoney(worthOf(worth, pieces[String(worth)] ?? 0))]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(countedTotal(pieces))] }],
  })
}
