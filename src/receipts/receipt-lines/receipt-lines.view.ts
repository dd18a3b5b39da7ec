// The tables a receipt is typed into: what it is for, and how the money was given.
import { type FieldErrors } from '../../platform/errors.ts'
import { lineEditor, type EditorColumn, type LineEditor, type Option } from '../../platform/http/components.ts'
import { formatMoney, readBaht, sum, type Money } from '../../platform/money.ts'
import { budgetBaseText, inUse } from '../../budget/index.ts'
import { itemIn, itemName, type IncomeItem } from '../income-item/income-item.ts'
import { receiptText as text } from '../receipt.text.ts'
import { incomePaths } from '../receipts.paths.ts'
import { type LineChoices } from './receipt-lines.ts'

const { fields } = text

export type Cells = Readonly<Record<string, string>>

export interface LineAmounts {
  readonly amount: Money
  readonly assessed?: Money | null | undefined
  readonly discount?: Money | null | undefined
}

/** What was paid, and of what, as somebody would have typed it. */
export function amountCells({ amount, assessed, discount }: LineAmounts): Cells {
  return { amount: formatMoney(amount), assessed: assessed ? formatMoney(assessed) : '', discount: discount ? formatMoney(discount) : '' }
}

/** 'ยอดประเมิน 1,000.00 บาท · ส่วนลด 100.00 บาท' of a line, on page and paper. */
export function assessmentText({ assessed, discount }: Pick<LineAmounts, 'assessed' | 'discount'>): string[] {
  return [...(assessed ? [text.assessedOf(formatMoney(assessed))] : []), ...(discount ? [text.discountOf(formatMoney(discount))] : [])]
}

const incomeList = 'incomes'
const keyChooser = { id: 'keys', options: [], ask: incomePaths.keys, of: 'incomeCode' } as const
const bankList = 'cheque-banks'

export function linesEditor(rows: readonly Cells[], { incomes, inUse: chosen = new Set(), moreLines }: LineChoices, errors: FieldErrors): LineEditor {
  return lineEditor({
    name: 'lines', caption: chosen.size === 0 ? text.lines : `${text.lines} (${budgetBaseText.types.hint})`, rows: rows.map((row) => named(row, incomes)), blankRows: blankRows(rows, moreLines, 3), errors, totals: totalOf(rows),
    columns: [
      { name: 'incomeCode', label: fields.income, kind: 'text', list: incomeList }, { name: 'key', label: fields.key, kind: 'text', list: keyChooser.id },
      { name: 'description', label: fields.description, kind: 'text' }, { name: 'reference', label: fields.reference, kind: 'text' },
      { name: 'assessed', label: fields.assessed, kind: 'money' }, { name: 'discount', label: fields.discount, kind: 'money' },
      { name: 'amount', label: fields.amount, kind: 'money', isTotalled: true },
    ],
    lists: [{ id: incomeList, options: inUse(incomes, chosen).map((item) => ({ value: itemName(item), text: '' })) }, keyChooser],
    addRows: { name: 'moreLines', value: '3', label: text.moreRows },
  })
}

/** A code alone says little: its name follows it in the box. */
function named(row: Cells, incomes: readonly IncomeItem[]): Cells {
  const item = itemIn(incomes, row.incomeCode ?? '')
  return item === undefined || item === 'ambiguous' ? row : { ...row, incomeCode: itemName(item) }
}

export function transfersEditor(rows: readonly Cells[], { banks, moreTransfers }: LineChoices, errors: FieldErrors): LineEditor {
  const accounts = banks.map((bank) => ({ value: bank.id, text: `${bank.bankName} ${bank.accountNumber}` }))
  const options: Option[] = [{ value: '', text: text.choose }, ...accounts]
  return lineEditor({
    name: 'transfers', caption: text.transfers, rows, blankRows: blankRows(rows, moreTransfers, 1), errors, totals: totalOf(rows),
    columns: [
      { name: 'bankAccountId', label: fields.bank, kind: 'text', options }, { name: 'reference', label: fields.transferReference, kind: 'text' },
      { name: 'valueDate', label: fields.valueDate, kind: 'date' }, amountColumn,
    ],
    addRows: { name: 'moreTransfers', value: '1', label: text.moreRows },
  })
}

export function chequesEditor(rows: readonly Cells[], { chequeBanks = [], moreCheques }: LineChoices, errors: FieldErrors): LineEditor {
  return lineEditor({
    name: 'cheques', caption: text.cheques, rows, blankRows: blankRows(rows, moreCheques, 1), errors, totals: totalOf(rows),
    columns: [
      { name: 'bank', label: fields.chequeBank, kind: 'text', list: bankList }, { name: 'number', label: fields.chequeNumber, kind: 'code' },
      { name: 'date', label: fields.chequeDate, kind: 'date' }, amountColumn,
    ],
    lists: [{ id: bankList, options: chequeBanks.map((bank) => ({ value: bank, text: '' })) }],
    addRows: { name: 'moreCheques', value: '1', label: text.moreRows },
  })
}

const amountColumn: EditorColumn = { name: 'amount', label: fields.amount, kind: 'money', isTotalled: true }

/** Before any script counts along. */
function totalOf(rows: readonly Cells[]): { amount: string } {
  return { amount: formatMoney(sum(rows.flatMap((row) => readBaht(row.amount ?? '') ?? []))) }
}

function blankRows(rows: readonly unknown[], more: number | undefined, least: number): number {
  return more ?? Math.max(0, least - rows.length)
}
