// The vouchers of a loan as they are typed, held against the budget lines of the loan's year and their accounts.
import { type OfficerRead } from '../../platform/database/work.ts'
import { readThaiDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { findKnownLines } from '../claim-form/claim-form.service.ts'
import { judgeRows, type KnownLines } from '../claim-lines/claim-lines.ts'
import { clearingText } from '../clearing.text.ts'
import { budgetDay } from '../clearing/clearing.service.ts'
import { type ClearingLine } from '../clearing/clearing.ts'
import { type Loan } from '../loan/loan.ts'
import { type ClearingInput } from './clearing-form.schema.ts'

export interface JudgedClearing {
  readonly known: KnownLines
  readonly lines: readonly ClearingLine[]
  readonly faults: FieldErrors
}

/** One source, but any items, as in a pay-roll: a journey has vouchers of many kinds. */
export async function judgeVouchers(read: OfficerRead, input: ClearingInput, loan: Loan): Promise<JudgedClearing> {
  const on = budgetDay(loan, readThaiDate(input.documentDate) ?? read.today)
  const known = await findKnownLines(read, { rows: input.rows, kind: 'C3', on })
  const judged = judgeRows(input.rows, known)
  const nameless = Object.fromEntries(input.rows.flatMap((row, index) => (
    row.description === '' && (row.line !== '' || row.amount !== '') ? [[`lines.${index}.description`, clearingText.errors.description]] : [])))
  const lines = judged.lines.flatMap(({ budgetLineId, accountCode, description, amount }) => (budgetLineId === null ? [] : [{ budgetLineId, accountCode, description, amount }]))
  return { known, lines, faults: { ...judged.faults, ...nameless } }
}
