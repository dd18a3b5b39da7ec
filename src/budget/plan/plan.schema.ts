// What a browser may send → a command; what the list may be asked for.
import { z } from 'zod'
import { day, formKey, optionalWords, versionSchema, words } from '../../documents/index.ts'
import { fiscalYear, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { yearIn } from '../asked.ts'
import { headFields, type FormInput } from '../desk/desk.schema.ts'
import { planText } from '../plan.text.ts'
import { type TypedPlanRow } from '../plan-lines/plan-lines.ts'
import { planVariantOf, planVariants, type PlanVariant } from './plan.ts'

const { errors } = planText
const mostRows = 300

const cells = z.object({ source: z.string(), task: z.string(), code: z.string(), title: z.string(), amount: z.string(), explanation: z.string() })

const fields = z.object({
  ...headFields, authority: words(200, errors.authority),
  rows: z.array(cells).max(mostRows, errors.manyRows),
})

const year = z.string(errors.year).transform(toArabicDigits).refine((text) => /^2[5-6][0-9]{2}$/.test(text), errors.year).transform((text) => fiscalYear(Number(text)))

/** Year and kind are chosen once: the versions that follow are of the same. */
export const newPlanSchema = z.preprocess(withRows, fields.extend({ formKey, year, variant: z.enum(planVariants, errors.variant) })
  .transform(({ year: fiscalYear, ...rest }) => ({ ...rest, fiscalYear })))
export const editPlanSchema = z.preprocess(withRows, fields.extend(versionSchema.shape))

export interface PlanCommand {
  readonly documentDate: CalendarDate
  readonly title: string
  readonly authority: string
  readonly reason: string
  readonly rows: readonly TypedPlanRow[]
}

export interface NewPlanCommand extends PlanCommand {
  readonly formKey: string
  readonly fiscalYear: FiscalYear
  readonly variant: PlanVariant
}

function withRows(body: unknown): unknown {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, rows: typedRows(given) }
}

export function typedRows(body: FormRequest['body']): TypedPlanRow[] {
  return rowsIn(body, 'rows').map((given) => ({
    source: given.source ?? '', task: given.task ?? '', code: given.code ?? '', title: given.title ?? '', amount: given.amount ?? '',
    explanation: given.explanation ?? '',
  }))
}

/** The approval happened outside the system; its letter or resolution is named. */
export const approvePlanSchema = versionSchema.extend({ happenedOn: day, letterNumber: words(100, errors.approval), note: optionalWords(500) })
export type ApprovePlanForm = z.output<typeof approvePlanSchema>

/** What stands in the boxes: as offered, as stored or as typed. */
export interface PlanInput extends FormInput {
  readonly documentDate: string
  readonly title: string
  readonly authority: string
  readonly reason: string
  readonly year: string
  readonly variant: string
  readonly rows: readonly TypedPlanRow[]
}

export function typedPlan(request: FormRequest): PlanInput {
  const of = (name: string) => typed(request, name)
  return {
    documentDate: of('documentDate'), title: of('title'), authority: of('authority'), reason: of('reason'), year: of('year'), variant: of('variant'),
    formKey: of('formKey'), version: of('version'), rows: typedRows(request.body),
  }
}

export interface AskedPlan {
  readonly fiscalYear: FiscalYear
  readonly variant: PlanVariant
}

/** Which plan is to be made: of this year or the next, of which kind; from the address, or as typed. */
export function askedPlan(given: { readonly year?: string | undefined; readonly variant?: string | undefined }, today: CalendarDate): AskedPlan {
  const asked = yearIn({ year: given.year ?? '' }, today)
  return { fiscalYear: isOpenYear(asked, today) ? asked : fiscalYearOf(today), variant: planVariantOf(given.variant) }
}

export function isOpenYear(asked: FiscalYear, today: CalendarDate): boolean {
  const now = fiscalYearOf(today)
  return asked === now || asked === now + 1
}
