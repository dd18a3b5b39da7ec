// What a browser may send → a command; what stands in the boxes.
import { z } from 'zod'
import { day, formKey, versionSchema, words } from '../../documents/index.ts'
import { calendarDate, formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { headFields } from '../desk/desk.schema.ts'
import { amount, inputRows, rows, typedRows, withRows } from '../fund-lines/fund-lines.schema.ts'
import { type TypedFundRow } from '../fund-lines/fund-lines.ts'
import { loanText } from '../fund.text.ts'
import { type Loan, type Terms } from './fund-loan.ts'

const { errors } = loanText

const shaped = (shape: RegExp, message: string) => z.string(message).transform((text) => toArabicDigits(text).trim()).refine((text) => shape.test(text), message)

const fields = {
  ...headFields, lender: words(200, errors.lender), contractNumber: words(100, errors.contract), contractDate: day, ordinance: words(200, errors.ordinance),
  rate: shaped(/^[0-9]{1,2}(\.[0-9]{1,4})?$/, errors.rate), months: shaped(/^[1-9][0-9]{0,2}$/, errors.months).transform(Number), total: amount, lines: rows,
}

export const newLoanSchema = z.preprocess(withRows, z.object({ ...fields, formKey }))
export const editLoanSchema = z.preprocess(withRows, versionSchema.extend(fields))

export interface LoanCommand extends Terms {
  readonly documentDate: CalendarDate
  readonly title: string
  readonly reason: string
  readonly total: Money
  readonly lines: readonly TypedFundRow[]
}

const stored = z.object({
  lender: z.string(), contractNumber: z.string(), contractDate: z.string().transform(calendarDate), rate: z.string(), months: z.number(), ordinance: z.string(),
})

export function termsOf({ particulars, documentDate }: Pick<Loan, 'particulars' | 'documentDate'>): Terms {
  const read = stored.safeParse(particulars)
  return read.success ? read.data : { lender: '', contractNumber: '', contractDate: documentDate, rate: '', months: 0, ordinance: '' }
}

export type LoanBox = 'documentDate' | 'title' | 'reason' | 'lender' | 'contractNumber' | 'contractDate' | 'ordinance' | 'rate' | 'months' | 'total'

export type LoanInput = Readonly<Record<LoanBox | 'formKey' | 'version', string>> & { readonly lines: readonly TypedFundRow[] }

export function typedInput(request: FormRequest): LoanInput {
  const of = (name: string) => typed(request, name)
  return {
    documentDate: of('documentDate'), title: of('title'), reason: of('reason'), lender: of('lender'), contractNumber: of('contractNumber'),
    contractDate: of('contractDate'), ordinance: of('ordinance'), rate: of('rate'), months: of('months'), total: of('total'), formKey: of('formKey'),
    version: of('version'), lines: typedRows(request.body),
  }
}

export function blankInput(key: string, today: CalendarDate): LoanInput {
  return {
    documentDate: formatThaiDateField(today), title: '', reason: '', lender: '', contractNumber: '', contractDate: '', ordinance: '', rate: '', months: '', total: '',
    formKey: key, version: '', lines: [],
  }
}

/** A stored draft in the boxes. */
export function inputOf(loan: Loan): LoanInput {
  const { contractDate, months, ...terms } = termsOf(loan)
  return {
    documentDate: formatThaiDateField(loan.documentDate), title: loan.title, reason: loan.reason, ...terms, contractDate: formatThaiDateField(contractDate),
    months: String(months), total: loan.total === null ? '' : formatMoney(loan.total), formKey: '', version: String(loan.version), lines: inputRows(loan.lines),
  }
}
