// What a browser may send → a command; what the register may be asked for.
import { z } from 'zod'
import { day, formKey, optionalWords, reasonSchema, versionSchema, words } from '../../documents/index.ts'
import { fiscalYear, type FiscalYear } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { receiptBookText } from '../receipt-book.text.ts'
import { bookStates, type BookFilter, type NewBooks } from './receipt-book.ts'

const { errors } = receiptBookText
const mostBooks = 100

/** As receipts name it: without leading noughts. */
export const bookName = (text: string) => toArabicDigits(text).replace(/^0+(?=[0-9]+$)/, '')

const sheet = z.string(errors.sheet).transform((text) => toArabicDigits(text).trim()).refine((text) => /^[0-9]{1,5}$/.test(text) && /[1-9]/.test(text), errors.sheet).transform(Number)

const isYear = (text: string | undefined): text is string => /^2[5-6][0-9]{2}$/.test(text ?? '')

const year = z.string(errors.year).transform(toArabicDigits).refine(isYear, errors.year).transform((text) => fiscalYear(Number(text)))

const fields = z.object({
  formKey, fiscalYear: year, book: words(20, errors.book).transform(bookName), untilBook: optionalWords(20).transform(bookName), first: sheet, last: sheet,
  sheets: z.enum(['same', 'running']).default('same'), receivedOn: day, receivedFrom: optionalWords(200), remark: optionalWords(500),
})

export const newBooksSchema = fields.transform((form, context): NewBooks => {
  if (form.last < form.first) context.addIssue({ code: 'custom', path: ['last'], message: errors.lastBefore })
  const books = namesOf(form)
  if (books === undefined) context.addIssue({ code: 'custom', path: ['untilBook'], message: errors.untilBook(String(mostBooks)) })
  const { formKey: key, fiscalYear: of, first, last, sheets, receivedOn, receivedFrom, remark } = form
  return { formKey: key, fiscalYear: of, books: books ?? [], first, last, isRunning: sheets === 'running', receivedOn, receivedFrom, remark }
})

/** '12' to '31'; only numbers make a run. */
function namesOf({ book, untilBook }: { book: string; untilBook: string }): string[] | undefined {
  if (untilBook === '' || untilBook === book) return [book]
  if (![book, untilBook].every((name) => /^[0-9]{1,9}$/.test(name))) return undefined
  const count = Number(untilBook) - Number(book) + 1
  return count > 1 && count <= mostBooks ? Array.from({ length: count }, (_, index) => String(Number(book) + index)) : undefined
}

/** `holder`: 'user:12' or 'unit:34'; otherwise the name of somebody without an account. */
export const issueSchema = versionSchema.extend({ holder: z.string().default(''), holderName: optionalWords(200), issuedOn: day })
  .transform(({ version, holder, holderName, issuedOn }, context) => {
    const [, kind, id] = /^(user|unit):([0-9]{1,18})$/.exec(holder) ?? []
    if (kind === undefined && holderName === '') context.addIssue({ code: 'custom', path: ['holder'], message: errors.holder })
    return { version, issuedOn, userId: kind === 'user' ? id : undefined, unitId: kind === 'unit' ? id : undefined, name: holderName }
  })

export const returnSchema = versionSchema.extend({ returnedOn: day })
export const closeSchema = reasonSchema

export function askedBooks(query: FormRequest['query'], { own, current }: { own: string; current: FiscalYear }): BookFilter {
  const [, id, book] = /^([0-9]{1,18})_(.{1,20})$/.exec(query.after ?? '') ?? []
  return {
    organisationId: organisationIn(query, own), fiscalYear: isYear(query.year) ? fiscalYear(Number(query.year)) : current, state: bookStates.find((state) => state === query.state),
    search: normalizeThai(query.search ?? '').slice(0, 100), after: id === undefined || book === undefined ? undefined : { id, book },
  }
}
