// What a browser may send → a command; what the list may be asked for.
import { z } from 'zod'
import { formKey, optionalWords, versionSchema, words } from '../../documents/index.ts'
import { readTaxId } from '../../platform/citizen-id.ts'
import { isId, organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { payeeText } from '../payee.text.ts'
import { needsTaxId, payeeKinds, type PayeeCommand, type PayeeFilter } from './payee.ts'

const { errors } = payeeText

const ticked = z.string().default('').transform((value) => value === 'yes')
const digits = (shape: RegExp, message: string) => z.string(message).default('').transform((text) => toArabicDigits(text).replace(/[\s-]/g, '')).refine((text) => shape.test(text), message)

const fields = {
  kind: z.enum(payeeKinds, errors.kind),
  taxId: z.string(errors.taxId).default(''),
  branch: digits(/^([0-9]{1,5})?$/, errors.branch).transform((text) => text.padStart(5, '0')),
  name: words(200, errors.name),
  englishName: optionalWords(100).refine((text) => /^[\x20-\x7e]*$/.test(text), errors.englishName),
  address: optionalWords(200), subdistrict: optionalWords(100), district: optionalWords(100), province: optionalWords(100),
  postcode: digits(/^([0-9]{5})?$/, errors.postcode),
  phone: optionalWords(50),
  email: optionalWords(100).refine((text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), errors.email),
  isVatRegistered: ticked, isStaff: ticked,
}

/** One person is no company; a company has a tax id that checks. */
function wholePayee<T extends { readonly kind: PayeeCommand['kind']; readonly taxId: string; readonly isStaff: boolean }>(given: T, context: z.RefinementCtx) {
  const taxId = readTaxId(given.taxId) ?? null
  const isMissing = given.taxId.trim() === '' ? needsTaxId(given.kind) : taxId === null
  if (isMissing) context.addIssue({ code: 'custom', path: ['taxId'], message: errors.taxId })
  if (given.isStaff && given.kind !== 'individual') context.addIssue({ code: 'custom', path: ['isStaff'], message: errors.staff })
  return { ...given, taxId }
}

export const payeeSchema = z.object(fields).transform(wholePayee)
export const newPayeeSchema = z.object({ ...fields, formKey }).transform(wholePayee)
export const editPayeeSchema = z.object({ ...fields, ...versionSchema.shape }).transform(wholePayee)

const longestSearch = 100

export function askedPayees(query: FormRequest['query'], own: string): PayeeFilter {
  const { isActive = '' } = query
  return {
    organisationId: organisationIn(query, own), search: normalizeThai(query.search ?? '').slice(0, longestSearch),
    kind: payeeKinds.find((kind) => kind === query.kind), isActive: isActive === '' ? undefined : isActive === 'yes',
    after: isId(query.after) ? query.after : undefined,
  }
}
