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
import { releaseText } from '../release.text.ts'
import { type Release } from './release.ts'

const { errors } = releaseText

const fields = z.object({
  ...headFields, title: words(300, errors.event), variant: z.string(errors.variant), line: z.string(errors.noLine), expense: words(300, errors.expense),
  amount: z.string(errors.amount),
})
export const newReleaseSchema = fields.extend({ formKey })
export const editReleaseSchema = fields.extend(versionSchema.shape)
export type ReleaseCommand = z.output<typeof fields>

export interface ReleaseInput extends HeadInput, FormInput {
  readonly variant: string
  readonly line: string
  readonly expense: string
  readonly amount: string
}

export function typedInput(request: FormRequest): ReleaseInput {
  const of = (name: string) => typed(request, name)
  return {
    documentDate: of('documentDate'), title: of('title'), reason: of('reason'), variant: of('variant'), line: of('line'), expense: of('expense'),
    amount: of('amount'), formKey: of('formKey'), version: of('version'),
  }
}

export function blankInput(key: string, today: CalendarDate): ReleaseInput {
  return { documentDate: formatThaiDateField(today), title: '', reason: '', variant: '', line: '', expense: '', amount: '', formKey: key, version: '' }
}

/** A stored draft in the boxes. */
export function inputOf({ documentDate, title, reason, variant, total, version, lines }: Release): ReleaseInput {
  const [line] = lines
  return {
    documentDate: formatThaiDateField(documentDate), title, reason, variant: variant ?? '', line: line?.control ? nameOf(line.control) : '',
    expense: line?.explanation ?? '', amount: formatMoney(total ?? zero), formKey: '', version: String(version),
  }
}
