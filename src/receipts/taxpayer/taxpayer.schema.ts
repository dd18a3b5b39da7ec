// What a browser may send → a command; what the register may be asked for.
import { z } from 'zod'
import { formKey, optionalWords, versionSchema, words } from '../../documents/index.ts'
import { isId, organisationIn, rowsIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { taxpayerText } from '../taxpayer.text.ts'
import { isPersonNumber, itemKinds, personKinds, registers, type TaxedItem, type TaxpayerFilter } from './taxpayer.ts'

const { errors } = taxpayerText
const mostItems = 50

const item = z.record(z.string(), z.string()).transform((row, context): TaxedItem | undefined => {
  const [kind, place, detail] = [itemKinds.find((each) => each === row.kind), normalizeThai(row.place ?? '').slice(0, 300), normalizeThai(row.detail ?? '').slice(0, 300)]
  if (!row.kind && place === '' && detail === '') return undefined
  if (kind === undefined) context.addIssue({ code: 'custom', path: ['kind'], message: errors.itemKind })
  if (place === '') context.addIssue({ code: 'custom', path: ['place'], message: errors.place })
  return kind === undefined ? z.NEVER : { kind, place, detail }
})

export const personFields = {
  register: z.enum(registers, errors.register), personKind: z.enum(personKinds, errors.personKind), name: words(200, errors.name),
  personNumber: z.string().default('').transform((text) => toArabicDigits(text).replace(/[\s-]/g, '')).refine((text) => text === '' || isPersonNumber(text), errors.number),
  address: words(400, errors.address), phone: optionalWords(60),
}

const fields = z.object({
  ...personFields, active: z.string().default('').transform((text) => text !== ''),
  items: z.array(item).max(mostItems, errors.manyItems).transform((items) => items.filter((each) => each !== undefined)),
})

function mayLackNumber<T extends { personKind: string; personNumber: string }>(form: T, context: z.RefinementCtx): void {
  if (form.personKind === 'juristic' && form.personNumber === '') context.addIssue({ code: 'custom', path: ['personNumber'], message: errors.noNumber })
}

const withItems = (body: unknown) => ({ ...Object(body), items: rowsIn(Object(body), 'items') })
const named = <T extends { active: boolean }>({ active, ...rest }: T) => ({ ...rest, isActive: active })

export const newTaxpayerSchema = z.preprocess(withItems, fields.extend({ formKey }).superRefine(mayLackNumber).transform(named))
export const editTaxpayerSchema = z.preprocess(withItems, fields.extend(versionSchema.shape).superRefine(mayLackNumber).transform(named))
export const importedSchema = z.object(personFields).superRefine(mayLackNumber)

export function askedTaxpayers(query: FormRequest['query'], own: string): TaxpayerFilter {
  return {
    organisationId: organisationIn(query, own), register: registers.find((each) => each === query.register), text: (query.text ?? '').trim(),
    after: isId(query.after) ? query.after : undefined,
  }
}
