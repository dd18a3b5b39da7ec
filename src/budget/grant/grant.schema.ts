// What a browser may send → a command; what stands in the boxes.
import { z } from 'zod'
import { day, formKey, versionSchema, words } from '../../documents/index.ts'
import { calendarDate, formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { formatMoney, fromNumeric, zero, type Money } from '../../platform/money.ts'
import { headFields } from '../desk/desk.schema.ts'
import { amount, inputRows, rows, typedRows, withRows } from '../fund-lines/fund-lines.schema.ts'
import { type TypedFundRow } from '../fund-lines/fund-lines.ts'
import { grantText } from '../fund.text.ts'
import { grantSources, type Grant, type GrantSource, type Notice } from './grant.ts'

const { errors } = grantText

const second = {
  ...headFields, reason: words(2000, errors.purpose), agency: words(200, errors.agency), letterNumber: words(100, errors.letter), letterDate: day, total: amount,
  lines: rows,
}
/** Of a second notice, kind and last day are those of the first. */
const first = { ...second, source: z.enum(grantSources, errors.source), spendBy: day }

export const newGrantSchema = z.preprocess(withRows, z.object({ ...first, formKey }))
export const newSecondSchema = z.preprocess(withRows, z.object({ ...second, formKey }))
export const editGrantSchema = z.preprocess(withRows, versionSchema.extend(first))
export const editSecondSchema = z.preprocess(withRows, versionSchema.extend(second))
/** Once the notice stands. */
export const allotSchema = z.preprocess(withRows, versionSchema.extend({ lines: rows }))

export interface GrantCommand {
  readonly documentDate: CalendarDate
  readonly title: string
  readonly reason: string
  readonly agency: string
  readonly letterNumber: string
  readonly letterDate: CalendarDate
  readonly total: Money
  readonly lines: readonly TypedFundRow[]
  /** Only of a first notice. */
  readonly source?: GrantSource
  readonly spendBy?: CalendarDate
}

const stored = z.object({
  agency: z.string(), letterNumber: z.string(), letterDate: z.string().transform(calendarDate), spendBy: z.string().transform(calendarDate),
})

export function noticeOf({ particulars, documentDate }: Pick<Grant, 'particulars' | 'documentDate'>): Notice {
  const read = stored.safeParse(particulars)
  return read.success ? read.data : { agency: '', letterNumber: '', letterDate: documentDate, spendBy: documentDate }
}

const ended = z.object({ returned: z.string().transform(fromNumeric), booked: z.string().transform(fromNumeric) })

/** Of a closed notice: what came in and was not paid, and how much of it the books have turned into เงินรับฝากรอส่งคืน. */
export function returnOf({ particulars }: Pick<Grant, 'particulars'>): { readonly returned: Money; readonly booked: Money } {
  const read = ended.safeParse(particulars)
  return read.success ? read.data : { returned: zero, booked: zero }
}

export interface GrantInput {
  readonly documentDate: string
  readonly title: string
  readonly reason: string
  readonly source: string
  readonly agency: string
  readonly letterNumber: string
  readonly letterDate: string
  readonly total: string
  readonly spendBy: string
  readonly formKey: string
  readonly version: string
  readonly lines: readonly TypedFundRow[]
}

export function typedInput(request: FormRequest): GrantInput {
  const of = (name: string) => typed(request, name)
  return {
    documentDate: of('documentDate'), title: of('title'), reason: of('reason'), source: of('source'), agency: of('agency'), letterNumber: of('letterNumber'),
    letterDate: of('letterDate'), total: of('total'), spendBy: of('spendBy'), formKey: of('formKey'), version: of('version'), lines: typedRows(request.body),
  }
}

export function blankInput(key: string, today: CalendarDate): GrantInput {
  return {
    documentDate: formatThaiDateField(today), title: '', reason: '', source: '', agency: '', letterNumber: '', letterDate: '', total: '', spendBy: '', formKey: key,
    version: '', lines: [],
  }
}

/** A stored notice in the boxes. */
export function inputOf(grant: Grant): GrantInput {
  const notice = noticeOf(grant)
  return {
    documentDate: formatThaiDateField(grant.documentDate), title: grant.title, reason: grant.reason, source: grant.sourceCode ?? '', agency: notice.agency,
    letterNumber: notice.letterNumber, letterDate: formatThaiDateField(notice.letterDate), total: grant.total === null ? '' : formatMoney(grant.total),
    spendBy: formatThaiDateField(notice.spendBy), formKey: '', version: String(grant.version), lines: inputRows(grant.lines),
  }
}
