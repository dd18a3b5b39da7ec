// What a browser may send → a command with its lines as typed; what the list may be asked for.
import { z } from 'zod'
import { askedRegister, day, formKey, optionalWords, readAmount, versionSchema, type AskedRegister } from '../../documents/index.ts'
import { isId, rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { isBlank, lineCells, rowOf, type TypedLine } from '../pawn-lines/pawn-lines.ts'
import { type FromUnit } from '../pawnshops.paths.ts'
import { pawnshopsText } from '../pawnshops.text.ts'
import { pawnStates, type BookKind, type PawnFilter, type PawnState } from './pawn-document.ts'

const { errors } = pawnshopsText

export const mostLines = 300
/** The value of the choice that keeps money in the safe. */
export const inCash = 'cash'

const total = z.string(errors.amount).transform((text, context) => {
  const amount = readAmount(text)
  if (typeof amount !== 'string') return amount
  context.addIssue({ code: 'custom', message: amount })
  return z.NEVER
})

const line = z.object(Object.fromEntries(lineCells.map((cell) => [cell, z.string()])))

const fields = z.object({
  documentDate: day, place: z.string().default(inCash).refine((text) => text === inCash || isId(text), errors.place), reference: optionalWords(100), total,
  rows: z.array(line).refine((rows) => rows.filter((row) => !isBlank(rowOf(row))).length <= mostLines, errors.manyLines(String(mostLines))),
  remark: optionalWords(500), duplicateReason: optionalWords(300),
})

export const newPawnSchema = z.preprocess(withRows, fields.extend({ formKey }).transform(commandOf))
export const editPawnSchema = z.preprocess(withRows, fields.extend(versionSchema.shape).transform(commandOf))

function commandOf<T extends { place: string; rows: readonly Record<string, string>[] }>({ place, rows, ...rest }: T) {
  return { ...rest, bankAccountId: place === inCash ? null : place, rows: rows.map(rowOf) }
}

function withRows(body: unknown): unknown {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, rows: typedRows(given) }
}

/** Cells of the table by their row; gaps stay, so that a fault finds its cell. */
export function typedRows(body: FormRequest['body']): TypedLine[] {
  return rowsIn(body, 'lines').map((cells) => rowOf(Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, normalizeThai(text)]))))
}

export interface PawnInput {
  readonly documentDate: string
  readonly place: string
  readonly reference: string
  readonly total: string
  readonly remark: string
  readonly duplicateReason: string
  readonly formKey: string
  readonly version: string
  readonly rows: readonly TypedLine[]
}

export function typedInput(request: FormRequest): PawnInput {
  const of = (name: string) => typed(request, name)
  return {
    documentDate: of('documentDate'), place: of('place'), reference: of('reference'), total: of('total'), remark: of('remark'), duplicateReason: of('duplicateReason'), formKey: of('formKey'),
    version: of('version'), rows: typedRows(request.body),
  }
}

/** As another room's link has it; whatever is not right is judged with the form. */
export function askedUnit({ unit = '', account = '', amount = '' }: FormRequest['query']): FromUnit {
  return { unit, account, amount }
}

/** A button that only asks for more rows. */
export function asksForRows(request: FormRequest): boolean {
  return typed(request, 'moreLines') !== ''
}

export interface AskedPawn extends AskedRegister<PawnState> {
  readonly filter: PawnFilter
  readonly search: string
}

export function askedPawn(query: FormRequest['query'], own: string, kind: BookKind): AskedPawn {
  const asked = askedRegister(query, own, pawnStates)
  const search = normalizeThai(query.search ?? '').slice(0, 40)
  return { ...asked, search, filter: { ...asked.filter, kind, search: search || undefined } }
}
