// What a browser may send → a command.
import { z } from 'zod'
import { formKey, versionSchema } from '../../documents/index.ts'
import { fiscalYear, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { type TypedCarry, type TypedCarryRow } from '../carry-lines/carry-lines.ts'
import { headFields, type FormInput } from '../desk/desk.schema.ts'
import { yearEndText } from '../year-end.text.ts'
import { carryVariantOf, carryVariants, mayCarryFrom, yearToCarry, type CarryVariant } from './carry.ts'

const { errors } = yearEndText
const mostRows = 1000

const cells = z.object({ of: z.string(), amount: z.string(), reason: z.string() })
const year = z.string(errors.form).regex(/^2[5-6][0-9]{2}$/, errors.form).transform((text) => fiscalYear(Number(text)))
const fields = z.object({
  ...headFields, untilDate: z.string(errors.date), variant: z.enum(carryVariants, errors.form), year, rows: z.array(cells).max(mostRows, errors.form),
})

export const newCarrySchema = z.preprocess(withRows, fields.extend({ formKey }).transform(commandOf))
export const editCarrySchema = z.preprocess(withRows, fields.extend(versionSchema.shape).transform(commandOf))

export interface CarryCommand extends TypedCarry {
  readonly documentDate: CalendarDate
  readonly title: string
  readonly reason: string
}

function commandOf<T extends { readonly year: FiscalYear }>({ year: fiscalYear, ...rest }: T) {
  return { ...rest, fiscalYear }
}

function withRows(body: unknown): unknown {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, rows: typedCarryRows(given) }
}

export function typedCarryRows(body: FormRequest['body']): TypedCarryRow[] {
  return rowsIn(body, 'rows').map((given) => ({ of: given.of ?? '', amount: given.amount ?? '', reason: given.reason ?? '' }))
}

/** What stands in the boxes: as offered, as stored or as typed. */
export interface CarryInput extends FormInput {
  readonly documentDate: string
  readonly title: string
  readonly reason: string
  readonly untilDate: string
  readonly year: string
  readonly variant: string
  readonly rows: readonly TypedCarryRow[]
}

export function typedCarry(request: FormRequest): CarryInput {
  const of = (name: string) => typed(request, name)
  return {
    documentDate: of('documentDate'), title: of('title'), reason: of('reason'), untilDate: of('untilDate'), year: of('year'),
    variant: of('variant'), formKey: of('formKey'), version: of('version'),
    rows: typedCarryRows(request.body),
  }
}

/** Which kind of money of which year: from the address, or as typed. */
export function askedCarry(given: { readonly year?: string | undefined; readonly variant?: string | undefined }, today: CalendarDate): { readonly fiscalYear: FiscalYear; readonly variant: CarryVariant } {
  const asked = toArabicDigits(given.year ?? '')
  const year = /^2[5-6][0-9]{2}$/.test(asked) ? fiscalYear(Number(asked)) : yearToCarry(today)
  return { fiscalYear: mayCarryFrom(year, today) ? year : yearToCarry(today), variant: carryVariantOf(given.variant) }
}
