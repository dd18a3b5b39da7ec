// What a browser may send → a command.
import { z } from 'zod'
import { formKey, versionSchema } from '../../documents/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { headFields, type FormInput } from '../desk/desk.schema.ts'

const fields = z.object({ ...headFields, wanted: z.array(z.string()) })

export const newLapseSchema = z.preprocess(withWanted, fields.extend({ formKey }))
export const editLapseSchema = z.preprocess(withWanted, fields.extend(versionSchema.shape))

export interface LapseCommand {
  readonly documentDate: CalendarDate
  readonly title: string
  readonly reason: string
  /** Keys of the amounts that are ticked. */
  readonly wanted: readonly string[]
}

function withWanted(body: unknown): unknown {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, wanted: wantedIn(given) }
}

function wantedIn(body: FormRequest['body']): string[] {
  return rowsIn(body, 'rows').flatMap(({ of = '', wanted }) => (wanted === 'yes' ? [of] : []))
}

/** What stands in the boxes. */
export interface LapseInput extends FormInput {
  readonly documentDate: string
  readonly title: string
  readonly reason: string
  readonly wanted: readonly string[]
}

export function typedLapse(request: FormRequest): LapseInput {
  const of = (name: string) => typed(request, name)
  return { documentDate: of('documentDate'), title: of('title'), reason: of('reason'), formKey: of('formKey'), version: of('version'), wanted: wantedIn(request.body) }
}
