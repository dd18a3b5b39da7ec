// What a browser may send → a command.
import { z } from 'zod'
import { formKey, versionSchema, words } from '../../documents/index.ts'
import { formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { formatMoney, zero } from '../../platform/money.ts'
import { headFields, type FormInput } from '../desk/desk.schema.ts'
import { type HeadInput } from '../desk/desk.view.ts'
import { nameOf } from '../named-line/named-line.ts'
import { overrideText } from '../override.text.ts'
import { type Override } from './override.ts'

const { errors } = overrideText

const fields = z.object({ ...headFields, line: z.string(errors.noLine), legal: words(500, errors.legal), amount: z.string(errors.amount) })
export const newOverrideSchema = fields.extend({ formKey })
export const editOverrideSchema = fields.extend(versionSchema.shape)
export type OverrideCommand = z.output<typeof fields>

export interface OverrideInput extends HeadInput, FormInput {
  readonly line: string
  readonly legal: string
  readonly amount: string
}

export function typedInput(request: FormRequest): OverrideInput {
  const of = (name: string) => typed(request, name)
  return {
    documentDate: of('documentDate'), title: of('title'), reason: of('reason'), line: of('line'), legal: of('legal'), amount: of('amount'),
    formKey: of('formKey'), version: of('version'),
  }
}

export function blankInput(key: string, today: CalendarDate): OverrideInput {
  return { documentDate: formatThaiDateField(today), title: '', reason: '', line: '', legal: '', amount: '', formKey: key, version: '' }
}

/** A stored draft in the boxes. */
export function inputOf({ documentDate, title, reason, total, version, lines }: Override): OverrideInput {
  const [line] = lines
  return {
    documentDate: formatThaiDateField(documentDate), title, reason, line: line?.control ? nameOf(line.control) : '', legal: line?.legalReference ?? '',
    amount: formatMoney(total ?? zero), formKey: '', version: String(version),
  }
}
