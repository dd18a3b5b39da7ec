// What a browser may send → a command.
import { z } from 'zod'
import { formKey, optionalWords, versionSchema, words } from '../../documents/index.ts'
import { formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { amendmentText } from '../amendment.text.ts'
import { headFields, type FormInput } from '../desk/desk.schema.ts'
import { type HeadInput } from '../desk/desk.view.ts'
import { nameOf } from '../named-line/named-line.ts'
import { answerOf, type Amendment } from './amendment.ts'

const { errors } = amendmentText

const fields = z.object({
  ...headFields, line: z.string(errors.noLine), explanation: words(1000, errors.explanation), location: optionalWords(500),
  changes: z.enum(['yes', 'no'], errors.changes).transform((answer) => answer === 'yes'),
})
export const newAmendmentSchema = fields.extend({ formKey })
export const editAmendmentSchema = fields.extend(versionSchema.shape)
export type AmendmentCommand = z.output<typeof fields>

export interface AmendmentInput extends HeadInput, FormInput {
  readonly line: string
  /** Asked only once the line is known. */
  readonly explanation: string | undefined
  readonly location: string | undefined
  readonly changes: string
}

export function typedInput(request: FormRequest): AmendmentInput {
  const of = (name: string) => typed(request, name)
  const ifAsked = (name: string) => (request.body[name] === undefined ? undefined : of(name))
  return {
    documentDate: of('documentDate'), title: of('title'), reason: of('reason'), line: of('line'), explanation: ifAsked('explanation'),
    location: ifAsked('location'), changes: of('changes'), formKey: of('formKey'), version: of('version'),
  }
}

export function blankInput(key: string, today: CalendarDate): AmendmentInput {
  return { documentDate: formatThaiDateField(today), title: '', reason: '', line: '', explanation: undefined, location: undefined, changes: '', formKey: key, version: '' }
}

/** A stored draft in the boxes. */
export function inputOf(amendment: Amendment): AmendmentInput {
  const { documentDate, title, reason, version, lines: [line] } = amendment
  return {
    documentDate: formatThaiDateField(documentDate), title, reason, line: line?.control ? nameOf(line.control) : '', explanation: line?.explanation,
    location: line?.location, changes: answerOf(amendment) ? 'yes' : 'no', formKey: '', version: String(version),
  }
}
