import { z } from 'zod'
import { RuleBroken } from '../../platform/errors.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { chequePaperText } from '../cheque-paper.text.ts'
import { formFields, paperNames, papers, type FormKind, type Paper, type Place } from './cheque-form.ts'

const { errors } = chequePaperText

/** At most one decimal: a tenth of a millimetre is finer than any printer feeds. */
const millimetres = (pattern: RegExp, message: string) => z.string().default('').transform((text) => toArabicDigits(text).trim()).refine((text) => pattern.test(text), message).transform(Number)
const shift = millimetres(/^-?[0-9]{1,2}([.][0-9])?$/, errors.shift)

export const formSettingsSchema = z.object({ version: z.string().regex(/^[0-9]{1,9}$/).transform(Number), paper: z.enum(paperNames, errors.paper), shiftX: shift, shiftY: shift })

/** Every field of the paper; a row that is missing, out of the paper or no number is told at its box. */
export function placesIn({ body }: Pick<FormRequest, 'body'>, { kind, paper }: { readonly kind: FormKind; readonly paper: Paper }): Place[] {
  const rows = rowsIn(body, 'places')
  const refused: Record<string, string> = {}
  const places = formFields[kind].map((field): Place => {
    const index = rows.findIndex((row) => row.field === field)
    const row = rows[index] ?? {}
    const read = (name: 'x' | 'y' | 'width' | 'size'): number => {
      const typed = toArabicDigits(row[name] ?? '').trim()
      const value = Number(typed)
      const fault = faultOf(name, { typed, value, paper })
      if (fault !== undefined) refused[`places.${index < 0 ? 0 : index}.${name}`] = fault
      return value
    }
    return { field, x: read('x'), y: read('y'), width: read('width'), size: read('size'), isPrinted: row.printed !== 'no' }
  })
  if (Object.keys(refused).length > 0) throw new RuleBroken(refused)
  return places
}

const leastPoints = 6
const mostPoints = 40

function faultOf(name: 'x' | 'y' | 'width' | 'size', { typed, value, paper }: { readonly typed: string; readonly value: number; readonly paper: Paper }): string | undefined {
  const isNumber = /^[0-9]{1,3}([.][0-9])?$/.test(typed)
  if (name === 'size') return isNumber && value >= leastPoints && value <= mostPoints ? undefined : errors.size
  if (!isNumber) return errors.distance
  return value > papers[paper][name === 'y' ? 'height' : 'width'] ? errors.outside : undefined
}
