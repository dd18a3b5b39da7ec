// Vouchers of the box as they are typed → vouchers, or what is wrong with each cell. Pure.
import { readBudgetLine, type LineWithBalance } from '../../budget/index.ts'
import { readAmount } from '../../documents/index.ts'
import { compareDates, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type ExpenseAccount } from '../expense-account/expense-account.ts'
import { type NewPettyVoucher } from '../petty-cash/petty-cash.ts'
import { voucherCells, type TypedVoucher } from '../petty-cash/petty-cash.schema.ts'
import { pettyText } from '../petty.text.ts'

const { errors } = pettyText

export interface KnownForVouchers {
  readonly today: CalendarDate
  readonly lines: readonly LineWithBalance[]
  readonly accounts: ReadonlyMap<string, ExpenseAccount>
}

export function judgeVouchers(rows: readonly TypedVoucher[], known: KnownForVouchers): { readonly vouchers: readonly NewPettyVoucher[]; readonly faults: FieldErrors } {
  const faults: Record<string, string> = {}
  const vouchers: NewPettyVoucher[] = []
  for (const [index, row] of rows.entries()) {
    if (voucherCells.every((cell) => row[cell] === '')) continue
    const judged = judgeRow(row, known)
    if ('wrong' in judged) for (const [cell, message] of Object.entries(judged.wrong)) faults[`lines.${index}.${cell}`] = message
    else vouchers.push({ ...judged.voucher, row: index })
  }
  if (vouchers.length === 0 && Object.keys(faults).length === 0) faults['lines.0.date'] = errors.noRows
  return { vouchers, faults }
}

function judgeRow(row: TypedVoucher, { today, lines, accounts }: KnownForVouchers): { readonly voucher: Omit<NewPettyVoucher, 'row'> } | { readonly wrong: FieldErrors } {
  const [voucherDate, amount, line] = [readThaiDate(row.date), readAmount(row.amount), readBudgetLine(lines, row.line)]
  const account = typeof line === 'string' ? undefined : accounts.get(line.economicCode)?.usual
  const wrong = {
    ...(voucherDate === undefined ? { date: errors.date } : compareDates(voucherDate, today) > 0 && { date: errors.future }), ...(typeof amount === 'string' && { amount }),
    ...((row.paidTo === '' || row.paidTo.length > 200) && { paidTo: errors.paidTo }), ...((row.description === '' || row.description.length > 200) && { description: errors.description }),
    ...(row.receipt.length > 100 && { receipt: errors.tooLong('100') }), ...(row.line === '' ? { line: errors.line } : typeof line === 'string' ? { line } : !account && { line: errors.noAccount }),
  }
  if (Object.keys(wrong).length > 0 || voucherDate === undefined || typeof amount === 'string' || typeof line === 'string' || !account) return { wrong }
  return { voucher: { voucherDate, paidTo: row.paidTo, receiptNumber: row.receipt, description: row.description, budgetLineId: line.id, accountCode: account.code, amount } }
}
