// What the form of a clearing sends: texts as typed, judged by the service.
import { z } from 'zod'
import { day, formKey, optionalWords, versionSchema } from '../../documents/index.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { rowOf, type TypedRow } from '../claim-lines/claim-lines.ts'

export const clearingSchema = z.object({ formKey, documentDate: day, receiptReference: optionalWords(100), remark: optionalWords(500) })

/** The line of this year for what was spent beyond a loan of an earlier one. */
export const excessSchema = versionSchema.extend({ line: z.string().max(300).default('') })

export interface ClearingInput {
  readonly documentDate: string
  readonly receiptReference: string
  readonly remark: string
  readonly rows: readonly TypedRow[]
  readonly formKey: string
}

const plain = (text: string): string => normalizeThai(text.replace(/[\u0000-\u001F\u007F]/g, ' ')).trim()

export function clearingInput(request: FormRequest): ClearingInput {
  const box = (name: string) => plain(typed(request, name))
  const rows = rowsIn(request.body, 'lines').map((cells) => rowOf(Object.fromEntries(Object.entries(cells).map(([cell, text]) => [cell, plain(text)]))))
  return { documentDate: box('documentDate'), receiptReference: box('receiptReference'), remark: box('remark'), rows, formKey: box('formKey') }
}
