// Typed rows of a transfer → lines of the document, or what is wrong with each cell. Pure.
import { readAmount } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, minus, negate, sum, zero, type Money } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { approverOf, type Approval } from '../approver/approver.ts'
import { transferText } from '../change.text.ts'
import { type LineKey, type NewDocumentLine } from '../document/document.ts'
import { type LineWithBalance } from '../line/line.ts'
import { judgeKey } from '../line-key/line-key.ts'
import { isCapital, readLine, shortage, whyNot, type Known } from '../named-line/named-line.ts'
import { lineNumber } from '../report.view.ts'

const { errors } = transferText

export interface TypedRow {
  readonly line: string
  readonly amount: string
}

export interface TypedItem {
  readonly department: string
  readonly task: string
  readonly code: string
  readonly title: string
  readonly specification: string
  readonly amount: string
}

export interface TypedLines {
  readonly out: readonly TypedRow[]
  readonly in: readonly TypedRow[]
  readonly items: readonly TypedItem[]
}

export interface Judged {
  readonly lines: readonly NewDocumentLine[]
  readonly faults: FieldErrors
  readonly out: Money
  readonly in: Money
  readonly approval: Approval
}

/** The lines as they were typed. */
export function namedIn(typed: TypedLines): string[] {
  return [...typed.out, ...typed.in].map((row) => row.line)
}

export function isBlank(row: object): boolean {
  return Object.values(row).every((text) => String(text).trim() === '')
}

interface Found extends NewDocumentLine {
  readonly field: string
  readonly control: LineWithBalance | undefined
}

export function judge(typed: TypedLines, changes: boolean, known: Known): Judged {
  const faults: Record<string, string> = {}
  const rows = [...rowsOf('out', typed.out, { known, faults }), ...rowsOf('in', typed.in, { known, faults })]
  const [first] = rows.flatMap(({ control }) => control ?? [])
  const purse: Purse = { source: first?.sourceCode ?? known.codes.source, enterpriseId: first?.enterpriseId ?? null }
  const all = [...rows, ...typed.items.flatMap((item, index) => itemOf(item, `items.${index}`, { known, faults, purse }))]
  judgeTwins(all, faults)
  for (const row of rows) judgeRow(row, { known, faults, purse })
  const [out, into] = [totalOf(all, 'out'), totalOf(all, 'in')]
  if (Object.keys(faults).length === 0) judgeBalance(all, faults, minus(out, into))
  const judged = all.map((line) => ({ isCapital: isCapital(line.control?.economicCode ?? line.key?.economicCode, known), isNewItem: line.isNewItem ?? false }))
  return { lines: all.map(plain), faults, out, in: into, approval: approverOf(known.rules, { act: 'transfer', changes }, judged) }
}

/** Whose money moves: nothing of one leads to another. */
interface Purse {
  readonly source: string
  readonly enterpriseId: string | null
}

interface Judging {
  readonly known: Known
  readonly faults: Record<string, string>
}

function rowsOf(direction: 'out' | 'in', rows: readonly TypedRow[], { known, faults }: Judging): Found[] {
  return rows.flatMap((row, index): Found[] => {
    if (isBlank(row)) return []
    const field = `${direction}.${index}`
    const line = readLine(known.lines, row.line)
    const amount = readAmount(row.amount)
    if (typeof line === 'string') faults[`${field}.line`] = line
    if (typeof amount === 'string') faults[`${field}.amount`] = amount
    const control = typeof line === 'string' ? undefined : line
    return [{ direction, field, control, lineId: control?.id ?? null, amount: typeof amount === 'string' ? zero : amount }]
  })
}

function itemOf(item: TypedItem, field: string, { known, faults, purse }: Judging & { readonly purse: Purse }): Found[] {
  if (isBlank(item)) return []
  const { key, faults: ofKey } = judgeKey({ ...item, source: purse.source }, known)
  const specification = normalizeThai(item.specification)
  const amount = readAmount(item.amount)
  const twin = known.lines.find((line) => isSameKey(line, key) && line.enterpriseId === purse.enterpriseId)
  const wrong: readonly (readonly [string, boolean, string])[] = [
    ...Object.entries(ofKey).map(([column, message]) => [column, true, message] as const),
    ['title', twin !== undefined, errors.exists(twin ? lineNumber(twin) : '')],
    ['specification', specification === '', errors.specification],
    ['specification', specification.length > 1000, errors.tooLong('1000')],
    ['amount', typeof amount === 'string', typeof amount === 'string' ? amount : ''],
  ]
  for (const [column, isWrong, message] of wrong) if (isWrong) faults[`${field}.${column}`] ??= message
  return [{
    direction: 'in', field, control: undefined, key, isNewItem: true, explanation: specification, amount: typeof amount === 'string' ? zero : amount,
  }]
}

function isSameKey(line: LineWithBalance, key: LineKey): boolean {
  return line.taskCode === key.taskCode && line.economicCode === key.economicCode && line.title === key.title && line.departmentId === key.departmentId
    && line.sourceCode === key.sourceCode && line.fundDocumentId === null && line.carriedFrom === null && line.releasedFrom === null
}

function judgeTwins(all: readonly Found[], faults: Record<string, string>): void {
  const known = new Set<string>()
  for (const { field, lineId, key, isNewItem } of all) {
    const name = isNewItem ? JSON.stringify(key) : lineId
    if (name === null || name === undefined) continue
    if (known.has(name)) faults[`${field}.${isNewItem ? 'title' : 'line'}`] ??= errors.twice
    known.add(name)
  }
}

function judgeRow({ field, control, direction, amount }: Found, { known, faults, purse }: Judging & { readonly purse: Purse }): void {
  if (!control) return
  const why = whyNotHere(control, { known, purse })
  if (why !== undefined) faults[`${field}.line`] ??= errors.forbidden(lineNumber(control), why)
  if (direction === 'out') {
    const refusal = shortage(control, amount, known)
    if (refusal !== undefined) faults[`${field}.amount`] ??= refusal
  }
}

function whyNotHere(line: LineWithBalance, { known, purse }: { readonly known: Known; readonly purse: Purse }): string | undefined {
  const why = whyNot(line, known)
  if (why !== undefined) return why
  if (line.sourceCode !== purse.source) return errors.why.otherSource
  return line.enterpriseId === purse.enterpriseId ? undefined : errors.why.otherEnterprise
}

function judgeBalance(all: readonly Found[], faults: Record<string, string>, difference: Money): void {
  const has = (direction: string) => all.some((line) => line.direction === direction)
  if (!has('out') || !has('in')) faults['out.0.line'] = errors.nothing
  else if (compare(difference, zero) !== 0) {
    const [last] = all.filter((line) => line.direction === 'in').slice(-1)
    faults[`${last?.field ?? 'in.0'}.amount`] = errors.unbalanced(formatMoney(isNegative(difference) ? negate(difference) : difference))
  }
}

function totalOf(all: readonly Found[], direction: 'out' | 'in'): Money {
  return sum(all.filter((line) => line.direction === direction).map(({ amount }) => amount))
}

function plain({ field: _field, control: _control, ...line }: Found): NewDocumentLine {
  return line
}
