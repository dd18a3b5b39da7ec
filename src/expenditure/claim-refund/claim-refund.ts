// ถอนคืนเงินรายรับ: lines of one receipt that go back to whoever paid too much (P25, S43). Pure.
import { readAmount } from '../../documents/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isZero, plus, zero, type Money } from '../../platform/money.ts'
import { isBlankRow, type TypedRow } from '../claim-lines/claim-lines.ts'
import { type ClaimLine } from '../claim/claim.ts'
import { claimText } from '../claim.text.ts'

const { errors } = claimText

/** A claim's line of this source gives back a line of its receipt, by the line's number. */
export const refundOrigin = 'receipt-line'

export interface CollectedLine {
  readonly number: string
  /** '1 ภาษีป้าย' */
  readonly name: string
  /** What gives it back: the income itself, or เงินสะสม where it was income of an earlier year. */
  readonly accountCode: string
  readonly revenueCode: string | null
  /** Not given back by another claim. */
  readonly left: Money
  /** Only income is given back here: a deposit goes by its own claim. */
  readonly isIncome: boolean
}

export interface CollectedReceipt {
  readonly id: string
  readonly name: string
  readonly receivedOn: CalendarDate
  readonly isEarlierYear: boolean
  readonly lines: readonly CollectedLine[]
}

export interface JudgedRefund {
  readonly lines: readonly ClaimLine[]
  readonly faults: FieldErrors
}

/** Rows of the form against the receipt; blank rows keep their place. */
export function judgeRefund(rows: readonly TypedRow[], receipt: CollectedReceipt): JudgedRefund {
  const faults: Record<string, string> = {}
  const taken = new Map<string, Money>()
  const lines = rows.flatMap((row, index): ClaimLine[] => {
    if (isBlankRow(row)) return []
    const line = lineMeant(row.account, receipt)
    const amount = readAmount(row.amount)
    if (typeof line === 'string') faults[`lines.${index}.account`] = line
    if (typeof amount === 'string') faults[`lines.${index}.amount`] = amount
    if (typeof line === 'string' || typeof amount === 'string') return []
    const all = plus(taken.get(line.number) ?? zero, amount)
    taken.set(line.number, all)
    if (compare(all, line.left) > 0) faults[`lines.${index}.amount`] = errors.overCollected(receipt.name, formatMoney(line.left))
    return [{
      budgetLineId: null, accountCode: line.accountCode, subKey: null, counterpartyId: null, fundCode: null, revenueCode: line.revenueCode,
      description: row.description || line.name, amount, source: { kind: refundOrigin, id: line.number },
    }]
  })
  if (lines.length === 0 && Object.keys(faults).length === 0) faults['lines.0.account'] = errors.noLines
  return { lines, faults }
}

function lineMeant(typed: string, { lines }: CollectedReceipt): CollectedLine | string {
  const line = lines.find(({ number, name }) => typed === number || typed === name)
  if (!line) return errors.noReceiptLine
  return line.isIncome ? line : errors.notIncome
}

/** What can still go back, as rows of the form. */
export function rowsOfReceipt({ lines }: CollectedReceipt): TypedRow[] {
  return lines.filter(({ left, isIncome }) => isIncome && !isZero(left))
    .map(({ name, left }) => ({ line: '', unit: '', account: name, key: '', description: '', amount: formatMoney(left) }))
}
