// What a browser may send → a command; what stands in the boxes.
import { z } from 'zod'
import { formKey, versionSchema, words } from '../../documents/index.ts'
import { calendarDate, formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { manyIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { headFields } from '../desk/desk.schema.ts'
import { councilSchema } from '../document/document.schema.ts'
import { inputRows, rows, typedRows, withRows } from '../fund-lines/fund-lines.schema.ts'
import { type TypedFundRow } from '../fund-lines/fund-lines.ts'
import { accumulatedSources, deductions, type AccumulatedSource, type Usable } from '../fund-usable/fund-usable.ts'
import { accumulatedText } from '../fund.text.ts'
import { purposes, type Accumulated, type Purpose } from './fund-accumulated.ts'

const { errors } = accumulatedText

const fields = {
  ...headFields, reason: words(2000, errors.reason), source: z.enum(accumulatedSources, errors.source), purpose: z.enum(purposes, errors.purpose),
  contributions: z.boolean(), lines: rows,
}
/** Contributions to the funds of the law come first; a disaster does not wait for them. */
const paid = (given: { readonly purpose: Purpose; readonly contributions: boolean }) => given.contributions || given.purpose === 'disaster'
const refusal = { message: errors.contributions, path: ['contributions'] }

export const newAccumulatedSchema = z.preprocess(withTicks, z.object({ ...fields, formKey }).refine(paid, refusal))
export const editAccumulatedSchema = z.preprocess(withTicks, versionSchema.extend(fields).refine(paid, refusal))
/** A council hears the report in a meeting. */
export { councilSchema as reportSchema }

export interface AccumulatedCommand {
  readonly documentDate: CalendarDate
  readonly title: string
  readonly reason: string
  readonly source: AccumulatedSource
  readonly purpose: Purpose
  readonly contributions: boolean
  readonly lines: readonly TypedFundRow[]
}

function withTicks(body: unknown): unknown {
  const given = withRows(body)
  return { ...given, contributions: manyIn(given, 'contributions').includes('yes') }
}

const stored = z.object({ purpose: z.enum(purposes), contributions: z.boolean() })
export type Particulars = z.output<typeof stored>

export function particularsOf({ particulars }: Pick<Accumulated, 'particulars'>): Particulars {
  const read = stored.safeParse(particulars)
  return read.success ? read.data : { purpose: 'service', contributions: false }
}

const amount = z.string().transform(fromNumeric)
const kept = z.object({ usable: z.object({
  on: z.string().transform(calendarDate), balance: amount, usable: amount,
  deducted: z.object({ notMoney: amount, carried: amount, unspent: amount, spent: amount, lent: amount, staff: amount, emergency: amount }),
}) })
export type KeptUsable = z.output<typeof kept>['usable']

/** What was usable when the document was laid before its approver, and again when it was approved. */
export function usableKept({ particulars }: Pick<Accumulated, 'particulars'>): KeptUsable | undefined {
  const read = kept.safeParse(particulars)
  return read.success ? read.data.usable : undefined
}

export function withUsable({ particulars }: Pick<Accumulated, 'particulars'>, { balance, deducted, usable }: Usable, on: CalendarDate): object {
  const amounts = Object.fromEntries(deductions.map((name) => [name, toNumeric(deducted[name])]))
  return { ...particularsOf({ particulars }), usable: { on, balance: toNumeric(balance), usable: toNumeric(usable), deducted: amounts } }
}

export interface AccumulatedInput {
  readonly documentDate: string
  readonly title: string
  readonly reason: string
  readonly source: string
  readonly purpose: string
  readonly contributions: boolean
  readonly formKey: string
  readonly version: string
  readonly lines: readonly TypedFundRow[]
}

export function typedInput(request: FormRequest): AccumulatedInput {
  const of = (name: string) => typed(request, name)
  return {
    documentDate: of('documentDate'), title: of('title'), reason: of('reason'), source: of('source'), purpose: of('purpose'),
    contributions: manyIn(request.body, 'contributions').includes('yes'), formKey: of('formKey'), version: of('version'), lines: typedRows(request.body),
  }
}

export function blankInput(key: string, today: CalendarDate): AccumulatedInput {
  return {
    documentDate: formatThaiDateField(today), title: '', reason: '', source: '2001', purpose: '', contributions: false, formKey: key, version: '', lines: [],
  }
}

/** A stored draft in the boxes. */
export function inputOf(document: Accumulated): AccumulatedInput {
  return {
    documentDate: formatThaiDateField(document.documentDate), title: document.title, reason: document.reason, source: document.sourceCode ?? '',
    ...particularsOf(document), formKey: '', version: String(document.version), lines: inputRows(document.lines),
  }
}
