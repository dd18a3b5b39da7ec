// What a browser may send → a command; what the list may be asked for.
import { z } from 'zod'
import { day, daysIn, formKey, makerIn, optionalWords, reasonSchema, words } from '../../documents/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { isId, organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { receiptKinds } from '../paper/paper.ts'
import { cell, linesOf, mustAgree, paymentsOf, receiptFields, withRows, type ReceiptRows } from '../receipt-form/receipt-form.schema.ts'
import { type FromUnit } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { cancelCauses, evidenceKinds, receiptStates, type NewReceipt, type ReceiptFilter } from './receipt.ts'

const { errors } = receiptsText

const digits = z.string(errors.sheet).transform((text) => toArabicDigits(text).trim())

const handwrittenFields = {
  book: words(20, errors.book).transform((text) => toArabicDigits(text).replace(/^0+(?=[0-9]+$)/, '')),
  sheet: digits.refine((text) => /^[0-9]{1,5}$/.test(text) && /[1-9]/.test(text), errors.sheet).transform(Number),
}

const evidenceKind = cell.transform((text, context) => {
  const kind = evidenceKinds.find((known) => known === text)
  if (kind === undefined) context.addIssue({ code: 'custom', message: errors.evidenceKind })
  return kind ?? z.NEVER
})

const evidenceFields = { evidenceKind, evidenceReference: optionalWords(100), notice: z.string().default('').refine((text) => text === '' || isId(text), errors.form) }

export const handwrittenSchema = z.preprocess(withRows, z.object({ formKey, ...handwrittenFields, receiptDate: day, ...receiptFields }).superRefine(mustAgree)
  .transform((form): NewReceipt => ({ ...commandOf(form), paper: { kind: 'handwritten', book: form.book, sheet: form.sheet } })))

export const evidenceSchema = z.preprocess(withRows, z.object({ formKey, ...evidenceFields, receiptDate: day, ...receiptFields }).superRefine(mustAgree)
  .transform((form): NewReceipt => {
    const { evidenceKind, evidenceReference: reference } = form
    return { ...commandOf(form), paper: { kind: 'evidence', evidenceKind, reference }, noticeId: form.notice || undefined }
  }))

function commandOf(form: ReceiptRows & { readonly formKey: string; readonly receiptDate: CalendarDate }) {
  const { formKey: key, receiptDate, payer, remark } = form
  return { formKey: key, receiptDate, payer, remark, lines: linesOf(form), payments: paymentsOf(form) }
}

export const cancelSchema = reasonSchema.extend({ cause: z.enum(cancelCauses, errors.cause) })

export interface AskedReceipts {
  readonly filter: ReceiptFilter
  readonly typed: { readonly from: string; readonly until: string; readonly search: string; readonly by: string }
  readonly errors: FieldErrors
}

/** As another room's link has it; whatever is not right is judged with the form. */
export function askedUnit(query: FormRequest['query']): FromUnit {
  const said = (name: string) => normalizeThai(query[name] ?? '').slice(0, 200)
  return { name: said('from'), account: said('account'), amount: said('amount') }
}

export function askedReceipts(query: FormRequest['query'], own: string): AskedReceipts {
  const days = daysIn(query)
  const by = makerIn(query)
  const search = normalizeThai(query.search ?? '').slice(0, 100)
  return {
    filter: {
      organisationId: organisationIn(query, own), from: days.from, until: days.until, search: search || undefined,
      after: afterIn(query.after), by,
      state: receiptStates.find((state) => state === query.state), kind: receiptKinds.find((kind) => kind === query.kind),
    },
    typed: { ...days.typed, search, by: by ?? '' }, errors: days.errors,
  }
}

function afterIn(text: string | undefined): ReceiptFilter['after'] {
  const [, date, id] = /^([0-9]{4}-[0-9]{2}-[0-9]{2})_([0-9]{1,18})$/.exec(text ?? '') ?? []
  return date === undefined || id === undefined ? undefined : { date, id }
}
