// What the forms of funds have in common: rows, an amount of the head, money that came in, the end.
import { z } from 'zod'
import { day, optionalWords, readAmount, versionSchema, words } from '../../documents/index.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { formatMoney } from '../../platform/money.ts'
import { type DocumentLine } from '../document/document.ts'
import { fundText } from '../fund.text.ts'
import { type TypedFundRow } from './fund-lines.ts'

const { errors } = fundText
const mostRows = 100

const cells = z.object({
  department: z.string(), task: z.string(), code: z.string(), title: z.string(), explanation: z.string(), plan: z.string(), amount: z.string(),
})

export const rows = z.array(cells).max(mostRows, errors.manyRows)

export const amount = z.string(errors.amount).transform((text, context) => {
  const read = readAmount(text)
  if (typeof read === 'string') context.addIssue({ code: 'custom', message: read })
  return typeof read === 'string' ? z.NEVER : read
})

export function typedRows(body: FormRequest['body']): TypedFundRow[] {
  return rowsIn(body, 'lines').map((given) => ({
    department: given.department ?? '', task: given.task ?? '', code: given.code ?? '', title: given.title ?? '', explanation: given.explanation ?? '',
    plan: given.plan ?? '', amount: given.amount ?? '',
  }))
}

/** Dotted names of the browser → `lines`; rows left blank stay, so that a fault finds its row. */
export function withRows(body: unknown): Record<string, unknown> {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, lines: typedRows(given) }
}

/** Stored lines in the boxes. */
export function inputRows(lines: readonly DocumentLine[]): TypedFundRow[] {
  return lines.map(({ key, explanation, planReference, amount: stored }) => ({
    department: key?.departmentId ?? '', task: key?.taskCode ?? '', code: key?.economicCode ?? '', title: key?.title ?? '', explanation, plan: planReference,
    amount: formatMoney(stored),
  }))
}

/** Money that came in: when, how much, by what evidence. */
export const cashSchema = versionSchema.extend({ happenedOn: day, amount, reference: words(200, errors.reference) })
export type CashForm = z.output<typeof cashSchema>

/** The end of a fund. */
export const closeSchema = versionSchema.extend({ happenedOn: day, note: optionalWords(500) })
export type CloseForm = z.output<typeof closeSchema>
