// What a browser may send → a command; what the list may be asked for.
import { z } from 'zod'
import { day, daysIn, formKey, optionalWords, readAmount, reasonSchema, words } from '../../documents/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { isId, organisationIn, rowsIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { compare, formatMoney, sum, type Money } from '../../platform/money.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { receiptsText } from '../receipts.text.ts'
import {
  cancelCauses, evidenceKinds, receiptKinds, receiptStates, type NewLine, type NewPayment, type NewReceipt, type ReceiptFilter,
} from './receipt.ts'

const { errors } = receiptsText

const mostRows = 100
const cell = z.string().default('').transform(normalizeThai)

/** A wholly blank row is not a line; a row with anything in it must be whole. */
const lineSchema = z.object({ incomeCode: cell, description: cell, amount: cell }).transform((row, context) => {
  if (row.incomeCode + row.description + row.amount === '') return undefined
  const amount = readAmount(row.amount)
  if (row.incomeCode === '') context.addIssue({ code: 'custom', path: ['incomeCode'], message: errors.income })
  if (row.description.length > 200) context.addIssue({ code: 'custom', path: ['description'], message: errors.tooLong('200') })
  if (typeof amount !== 'string') return { ...row, amount }
  context.addIssue({ code: 'custom', path: ['amount'], message: amount })
  return z.NEVER
})

const transferSchema = z.object({ bankAccountId: cell, reference: cell, amount: cell }).transform((row, context) => {
  if (row.bankAccountId + row.reference + row.amount === '') return undefined
  const amount = readAmount(row.amount)
  if (!isId(row.bankAccountId)) context.addIssue({ code: 'custom', path: ['bankAccountId'], message: errors.bank })
  if (row.reference.length > 100) context.addIssue({ code: 'custom', path: ['reference'], message: errors.tooLong('100') })
  if (typeof amount !== 'string') return { ...row, amount }
  context.addIssue({ code: 'custom', path: ['amount'], message: amount })
  return z.NEVER
})

/** Blank is no cash at all; nought is refused like everywhere. */
const cash = cell.transform((text, context): Money | undefined => {
  const amount = text === '' ? undefined : readAmount(text)
  if (typeof amount !== 'string') return amount
  context.addIssue({ code: 'custom', message: amount })
  return z.NEVER
})

// In the order of the form, which is the order of its refusals.
const common = {
  receiptDate: day, payer: words(200, errors.payer), lines: z.array(lineSchema).max(mostRows, errors.manyRows), cash,
  transfers: z.array(transferSchema).max(mostRows, errors.manyRows), remark: optionalWords(500),
}

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

const evidenceFields = { evidenceKind, evidenceReference: optionalWords(100) }

export const handwrittenSchema = z.preprocess(withRows, z.object({ formKey, ...handwrittenFields, ...common }).superRefine(mustAgree)
  .transform((form): NewReceipt => ({ ...commandOf(form), paper: { kind: 'handwritten', book: form.book, sheet: form.sheet } })))

export const evidenceSchema = z.preprocess(withRows, z.object({ formKey, ...evidenceFields, ...common }).superRefine(mustAgree)
  .transform((form): NewReceipt => {
    const { evidenceKind, evidenceReference: reference } = form
    return { ...commandOf(form), paper: { kind: 'evidence', evidenceKind, reference } }
  }))

function withRows(body: unknown): unknown {
  const fields: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...fields, lines: rowsIn(fields, 'lines'), transfers: rowsIn(fields, 'transfers') }
}

interface Common {
  readonly formKey: string
  readonly receiptDate: CalendarDate
  readonly payer: string
  readonly remark: string
  readonly cash: Money | undefined
  readonly lines: readonly ({ incomeCode: string; description: string; amount: Money } | undefined)[]
  readonly transfers: readonly ({ bankAccountId: string; reference: string; amount: Money } | undefined)[]
}

/** The money given must be the money written down (scenario 54: 999.99 for 1,000.00). */
function mustAgree(form: Common, context: z.core.$RefinementCtx<Common>): void {
  const total = sum(linesOf(form).map((line) => line.amount))
  const paid = sum(paymentsOf(form).map((payment) => payment.amount))
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  if (linesOf(form).length === 0) refuse(['lines', 0, 'incomeCode'], errors.noLine)
  else if (compare(total, paid) !== 0) refuse(['cash'], errors.payments(formatMoney(paid), formatMoney(total)))
}

function commandOf(form: Common) {
  const { receiptDate, payer, remark } = form
  return { formKey: form.formKey, receiptDate, payer, remark, lines: linesOf(form), payments: paymentsOf(form) }
}

function linesOf(form: Common): NewLine[] {
  return form.lines.flatMap((line, row) => (line ? [{ ...line, row }] : []))
}

function paymentsOf(form: Common): NewPayment[] {
  const none = { row: 0, means: 'cash' as const, bankAccountId: null, reference: '' }
  const inCash: NewPayment[] = form.cash === undefined ? [] : [{ ...none, amount: form.cash }]
  return [...inCash, ...form.transfers.flatMap((line, row) => (line ? [{ ...line, row, means: 'transfer' as const }] : []))]
}

export const cancelSchema = reasonSchema.extend({ cause: z.enum(cancelCauses, errors.cause) })

export interface AskedReceipts {
  readonly filter: ReceiptFilter
  readonly typed: { readonly from: string; readonly until: string; readonly search: string }
  readonly errors: FieldErrors
}

export function askedReceipts(query: FormRequest['query'], own: string): AskedReceipts {
  const days = daysIn(query)
  const search = normalizeThai(query.search ?? '').slice(0, 100)
  return {
    filter: {
      organisationId: organisationIn(query, own), from: days.from, until: days.until, search: search || undefined,
      after: afterIn(query.after),
      state: receiptStates.find((state) => state === query.state), kind: receiptKinds.find((kind) => kind === query.kind),
    },
    typed: { ...days.typed, search }, errors: days.errors,
  }
}

function afterIn(text: string | undefined): ReceiptFilter['after'] {
  const [, date, id] = /^([0-9]{4}-[0-9]{2}-[0-9]{2})_([0-9]{1,18})$/.exec(text ?? '') ?? []
  return date === undefined || id === undefined ? undefined : { date, id }
}
