// Rows that the forms of all receipts share: lines, and how the money was given.
import { z } from 'zod'
import { optionalWords, readAmount, words } from '../../documents/index.ts'
import { readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { isId, rowsIn } from '../../platform/http/asked.ts'
import { compare, formatMoney, isZero, minus, sum, zero, type Money } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { type NewLine } from '../income-line/income-line.ts'
import { type NewPayment } from '../receipt/receipt.ts'
import { receiptsText } from '../receipts.text.ts'

const { errors } = receiptsText

const mostRows = 100
export const cell = z.string().default('').transform(normalizeThai)

/** Blank is no date. */
const dayCell = cell.transform((text, context): CalendarDate | undefined => {
  const date = text === '' ? undefined : readThaiDate(text)
  if (text !== '' && date === undefined) context.addIssue({ code: 'custom', message: errors.date })
  return date
})

type Checks = readonly (readonly [isWrong: boolean, column: string, message: string])[]

/** A wholly blank row is not a line; a row with anything in it must be whole. */
function whole<T extends { readonly amount: string }>(checks: (row: T) => Checks) {
  return (row: T, context: z.core.$RefinementCtx<T>) => {
    if (Object.values(row).every((value) => value === '' || value === undefined)) return undefined
    for (const [isWrong, column, message] of checks(row)) if (isWrong) context.addIssue({ code: 'custom', path: [column], message })
    const amount = readAmount(row.amount)
    if (typeof amount !== 'string') return { ...row, amount }
    context.addIssue({ code: 'custom', path: ['amount'], message: amount })
    return z.NEVER
  }
}

/** Blank is no amount at all; nought is refused like everywhere. */
const amountCell = cell.transform((text, context): Money | undefined => {
  const amount = text === '' ? undefined : readAmount(text)
  if (typeof amount !== 'string') return amount
  context.addIssue({ code: 'custom', message: amount })
  return z.NEVER
})

const lineSchema = z.object({ incomeCode: cell, key: cell, description: cell, reference: cell, assessed: amountCell, discount: amountCell, amount: cell }).transform(whole((row) => [
  [row.incomeCode === '', 'incomeCode', errors.income], [row.description.length > 200, 'description', errors.tooLong('200')],
  [row.reference.length > 60, 'reference', errors.tooLong('60')], ...assessmentFaults(row),
]))

interface AssessedRow {
  readonly assessed?: Money | undefined
  readonly discount?: Money | undefined
  readonly amount: string
}

/** A part may be paid; more than is left of the assessment may not. */
function assessmentFaults({ assessed, discount = zero, amount: typed }: AssessedRow): Checks {
  if (assessed === undefined) return [[!isZero(discount), 'assessed', errors.assessed]]
  const [due, amount] = [minus(assessed, discount), readAmount(typed)]
  if (compare(due, zero) <= 0) return [[true, 'discount', errors.discount]]
  return [[typeof amount !== 'string' && compare(amount, due) > 0, 'amount', errors.overAssessed(formatMoney(due))]]
}

const transferSchema = z.object({ bankAccountId: cell, reference: cell, valueDate: dayCell, amount: cell }).transform(whole((row) => [
  [!isId(row.bankAccountId), 'bankAccountId', errors.bank], [row.reference.length > 100, 'reference', errors.tooLong('100')],
]))

const chequeSchema = z.object({ bank: cell, number: cell, date: dayCell, amount: cell }).transform(whole((row) => [
  [row.bank === '' || row.bank.length > 100, 'bank', errors.chequeBank], [!/^[0-9]{6,10}$/.test(row.number), 'number', errors.chequeNumber],
  [row.date === undefined, 'date', errors.date],
]))

/** In the order of the form, which is the order of its refusals. */
export const receiptFields = {
  payer: words(200, errors.payer), lines: z.array(lineSchema).max(mostRows, errors.manyRows), cash: amountCell,
  transfers: z.array(transferSchema).max(mostRows, errors.manyRows), cheques: z.array(chequeSchema).max(mostRows, errors.manyRows), remark: optionalWords(500),
}

export function withRows(body: unknown): unknown {
  const fields: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...fields, lines: rowsIn(fields, 'lines'), transfers: rowsIn(fields, 'transfers'), cheques: rowsIn(fields, 'cheques') }
}

export type ReceiptRows = { readonly [name in keyof typeof receiptFields]: z.output<(typeof receiptFields)[name]> }

/** The money given must be the money written down (scenario 54: 999.99 for 1,000.00). */
export function mustAgree(form: ReceiptRows, context: z.core.$RefinementCtx<ReceiptRows>): void {
  const total = totalOf(form)
  const paid = sum(paymentsOf(form).map((payment) => payment.amount))
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  if (linesOf(form).length === 0) refuse(['lines', 0, 'incomeCode'], errors.noLine)
  else if (compare(total, paid) !== 0) refuse(['cash'], errors.payments(formatMoney(paid), formatMoney(total)))
}

export function totalOf(form: Pick<ReceiptRows, 'lines'>): Money {
  return sum(linesOf(form).map((line) => line.amount))
}

export function linesOf({ lines }: Pick<ReceiptRows, 'lines'>): NewLine[] {
  return lines.flatMap((line, row) => (line ? [{ ...line, row }] : []))
}

export function paymentsOf(form: Pick<ReceiptRows, 'cash' | 'transfers' | 'cheques'>): NewPayment[] {
  const none = { row: 0, means: 'cash' as const, bankAccountId: null, reference: '' }
  const inCash: NewPayment[] = form.cash === undefined ? [] : [{ ...none, amount: form.cash }]
  const transfers = form.transfers.flatMap((line, row): NewPayment[] => (line ? [{ ...line, row, means: 'transfer' }] : []))
  const cheques = form.cheques.flatMap((line, row): NewPayment[] => {
    if (!line || line.date === undefined) return []
    const { bank, number, date, amount } = line
    return [{ row, means: 'cheque', bankAccountId: null, reference: '', cheque: { bank, number, date }, amount }]
  })
  return [...inCash, ...transfers, ...cheques]
}
