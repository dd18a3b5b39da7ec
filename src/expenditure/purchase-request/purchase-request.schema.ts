// What a browser may send → the head of a request with its rows as typed.
import { z } from 'zod'
import { day, formKey, versionSchema, words } from '../../documents/index.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { readBaht, isNegative, isZero } from '../../platform/money.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { requestText } from '../purchase-request.text.ts'
import { type TypedRows } from '../purchase-request-rows/purchase-request-rows.ts'
import { purchaseKinds } from './purchase-request.ts'

const { errors } = requestText
const mostRows = 100

/** An amount, or nothing. */
export const optionalAmount = z.string().default('').transform((text, context) => {
  if (text.trim() === '') return null
  const amount = readBaht(text)
  if (amount === undefined || isNegative(amount) || isZero(amount)) context.addIssue({ code: 'custom', message: errors.amount })
  return amount ?? z.NEVER
})

export const wholeDays = z.string(errors.days).transform(toArabicDigits).refine((text) => /^[1-9][0-9]{0,3}$/.test(text.trim()) && Number(text) <= 3650, errors.days).transform(Number)

const rowText = z.record(z.string(), z.string())
const rows = z.array(rowText).max(mostRows, errors.manyRows)

const fields = z.object({
  documentDate: day, kind: z.enum(purchaseKinds, errors.kind), methodCode: words(40, errors.method), title: words(300, errors.title), reason: words(2000, errors.reasonText),
  medianPrice: optionalAmount, deliveryDays: wholeDays, lines: rows, items: rows, inspectors: rows,
})

export const newRequestSchema = z.preprocess(withRows, fields.extend({ formKey }).transform(commandOf))
export const editRequestSchema = z.preprocess(withRows, fields.extend(versionSchema.shape).transform(commandOf))

function withRows(body: unknown): unknown {
  const given: FormRequest['body'] = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, ...typedRows(given) }
}

/** Rows were made by `typedRows`: their cells are there. */
function commandOf<T extends Record<'lines' | 'items' | 'inspectors', readonly Record<string, string>[]>>({ lines, items, inspectors, ...head }: T) {
  return { ...head, rows: { lines: lines.map(lineRow), items: items.map(itemRow), inspectors: inspectors.map(inspectorRow) } }
}

type Cells = Readonly<Record<string, string>>
const lineRow = (given: Cells) => ({ line: given.line ?? '', amount: given.amount ?? '' })
const itemRow = (given: Cells) => ({ name: given.name ?? '', quantity: given.quantity ?? '', unit: given.unit ?? '', price: given.price ?? '' })
const inspectorRow = (given: Cells) => ({ name: given.name ?? '', position: given.position ?? '', role: given.role ?? '' })

export function typedRows(body: FormRequest['body']): TypedRows {
  return { lines: rowsIn(body, 'lines').map(lineRow), items: rowsIn(body, 'items').map(itemRow), inspectors: rowsIn(body, 'inspectors').map(inspectorRow) }
}

/** What stands in the boxes: as offered, as stored or as typed. */
export interface RequestInput {
  readonly documentDate: string
  readonly kind: string
  readonly methodCode: string
  readonly title: string
  readonly reason: string
  readonly medianPrice: string
  readonly deliveryDays: string
  readonly formKey: string
  readonly version: string
  readonly rows: TypedRows
}

export function typedRequest(request: FormRequest): RequestInput {
  const of = (name: string) => typed(request, name)
  return {
    documentDate: of('documentDate'), kind: of('kind'), methodCode: of('methodCode'), title: of('title'), reason: of('reason'), medianPrice: of('medianPrice'),
    deliveryDays: of('deliveryDays'), formKey: of('formKey'), version: of('version'), rows: typedRows(request.body),
  }
}
