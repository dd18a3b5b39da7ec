// What a browser may send → a command; what the list may be asked for.
import { z } from 'zod'
import { formKey, optionalWords, versionSchema, words } from '../../documents/index.ts'
import { fiscalYear } from '../../platform/dates.ts'
import { isId } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { type DocumentFilter, type Kind } from '../document/document.ts'
import { councilSchema, optionalDay, stepSchema } from '../document/document.schema.ts'
import { ordinanceText } from '../ordinance.text.ts'
import { ordinanceStates, type OrdinanceKind } from './ordinance.ts'

const { errors } = ordinanceText

const year = z.string(errors.year).transform((text, context) => {
  const digits = toArabicDigits(text).trim()
  if (/^2[56][0-9]{2}$/.test(digits)) return fiscalYear(Number(digits))
  context.addIssue({ code: 'custom', message: errors.year })
  return z.NEVER
})

const head = {
  title: words(300, errors.title), principle: optionalWords(4000), position: optionalWords(4000), performance: optionalWords(4000),
  personnelExplanation: optionalWords(1000), effectiveOn: optionalDay,
}

/** Only the kinds of the desk: their rights were asked. */
export function newOrdinanceSchema(kinds: readonly OrdinanceKind[]) {
  const enterpriseId = z.string().default('').transform((text) => (isId(text) ? text : null))
  return z.object({ formKey, kind: z.enum(kinds, errors.form), fiscalYear: year, enterpriseId, ...head, ...(kinds.includes('special') && { title: optionalWords(300) }) })
}
export const editOrdinanceSchema = versionSchema.extend(head)
type Typed = z.output<ReturnType<typeof newOrdinanceSchema>>
export type NewOrdinance = Omit<Typed, 'enterpriseId'> & Partial<Pick<Typed, 'enterpriseId'>>
export type OrdinanceEdit = z.output<typeof editOrdinanceSchema>

export const proposeSchema = stepSchema.extend({ warningsSeen: z.string().default('').transform((text) => text === 'yes') })
export type ProposeForm = z.output<typeof proposeSchema>
/** The supervisor answers by letter, and is told by letter. */
export const letterSchema = stepSchema.extend({ letterNumber: words(100, errors.letter) })
/** With the line chosen for each line that ends: 'successor.<id of the line>'. */
export const enforceSchema = z.preprocess((body) => ({ ...bodyOf(body), successions: successionsIn(bodyOf(body)) }), stepSchema.extend({
  successions: z.array(z.object({ lineId: z.string(), successor: z.number() })),
}))

function bodyOf(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {}
}

function successionsIn(body: object) {
  return Object.entries(body).flatMap(([name, value]) => {
    const lineId = /^successor\.([0-9]{1,18})$/.exec(name)?.[1]
    return lineId !== undefined && typeof value === 'string' && /^[0-9]{1,5}$/.test(value) ? [{ lineId, successor: Number(value) }] : []
  })
}

/** A record is corrected for a reason. */
export const correctSchema = letterSchema.extend({ note: words(500, errors.correction) })
export { councilSchema, stepSchema }

/** What stands in the boxes: as offered, as stored or as typed. */
export interface OrdinanceInput {
  readonly kind: Kind
  readonly formKey: string
  readonly version: string
  readonly fiscalYear: string
  readonly enterpriseId: string
  readonly effectiveOn: string
  readonly title: string
  readonly principle: string
  readonly position: string
  readonly performance: string
  readonly personnelExplanation: string
}

export function typedInput(request: FormRequest, kind: Kind): OrdinanceInput {
  const of = (name: keyof OrdinanceInput) => typed(request, name)
  return {
    kind, effectiveOn: of('effectiveOn'), formKey: of('formKey'), version: of('version'), fiscalYear: of('fiscalYear'), enterpriseId: of('enterpriseId'), title: of('title'), principle: of('principle'),
    position: of('position'), performance: of('performance'), personnelExplanation: of('personnelExplanation'),
  }
}

export function askedOrdinances(query: FormRequest['query'], organisationId: string, kinds: readonly OrdinanceKind[]): DocumentFilter {
  const asked = toArabicDigits(query.year ?? '')
  return {
    organisationId, kinds, fiscalYear: /^2[5-6][0-9]{2}$/.test(asked) ? fiscalYear(Number(asked)) : undefined,
    state: ordinanceStates.find((state) => state === query.state), after: isId(query.after) ? query.after : undefined,
  }
}
