// Lines of a claim as they are keyed → lines, or what is wrong with each cell (expenditure-accounting-assets §1.3, §1.4). Pure.
import { budgetLineName, readBudgetLine, type BudgetClass, type LineWithBalance } from '../../budget/index.ts'
import { readAmount } from '../../documents/index.ts'
import { compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { claimKinds, sourceFits, type ClaimKind } from '../claim-kind/claim-kind.ts'
import { type ClaimLine } from '../claim/claim.ts'
import { claimText } from '../claim.text.ts'
import { accountText, choicesOf, chosenAccount, type ExpenseAccount } from '../expense-account/expense-account.ts'

const { errors } = claimText

export const rowCells = ['line', 'unit', 'account', 'key', 'description', 'amount'] as const
export type TypedRow = Readonly<Record<(typeof rowCells)[number], string>>

export function rowOf(cells: Readonly<Record<string, string>>): TypedRow {
  const [line = '', unit = '', account = '', key = '', description = '', amount = ''] = rowCells.map((cell) => cells[cell]?.trim() ?? '')
  return { line, unit, account, key, description, amount }
}

export function isBlankRow(row: TypedRow): boolean {
  return rowCells.every((cell) => row[cell] === '')
}

/** Own units money may be sent to, each with the account its kind is sent under (inter_agency_pairs). */
export interface SentTo {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly account: string | undefined
}

export interface KnownLines {
  readonly kind: ClaimKind
  readonly on: CalendarDate
  readonly lines: readonly LineWithBalance[]
  readonly accounts: ReadonlyMap<string, ExpenseAccount>
  readonly classes: ReadonlyMap<string, BudgetClass>
  readonly units: readonly SentTo[]
}

export interface JudgedRows {
  readonly lines: readonly ClaimLine[]
  /** By cell: 'lines.2.account'. */
  readonly faults: FieldErrors
  /** The source of money all of them share. */
  readonly sourceCode: string | null
}

/** Rows on control lines of the budget. Blank rows keep their place, so that a fault finds its cell. */
export function judgeRows(rows: readonly TypedRow[], known: KnownLines): JudgedRows {
  const faults: Record<string, string> = {}
  const judged = rows.map((row, index) => {
    if (isBlankRow(row)) return undefined
    const { line, control, wrong } = judgeRow(row, known)
    for (const [cell, message] of Object.entries(wrong)) faults[`lines.${index}.${cell}`] = message
    return line && control ? { line, control, index } : undefined
  }).filter((each) => each !== undefined)
  const [first] = judged
  for (const { control, index } of first ? judged.slice(1) : []) {
    const fault = first && unlike(control, first.control, known.kind)
    if (fault !== undefined) faults[`lines.${index}.line`] ??= fault
  }
  if (judged.length === 0 && Object.keys(faults).length === 0) faults['lines.0.line'] = errors.noLines
  return { lines: judged.map(({ line }) => line), faults, sourceCode: first?.control.sourceCode ?? null }
}

type Source = Pick<LineWithBalance, 'sourceCode' | 'fundDocumentId' | 'enterpriseId'>

function sourceOf({ sourceCode, fundDocumentId, enterpriseId }: Source): string {
  return [sourceCode, fundDocumentId, enterpriseId].join(' ')
}

/** Control lines with the same key may stand in one claim: one source, one type of item (§1.3). */
export function claimKeyOf(line: Source & Pick<LineWithBalance, 'economicCode'>): string {
  return `${sourceOf(line)} ${line.economicCode}`
}

/** A pay-roll takes from several types of item. */
function unlike(control: LineWithBalance, first: LineWithBalance, kind: ClaimKind): string | undefined {
  if (sourceOf(control) !== sourceOf(first)) return errors.otherSource
  return claimKeyOf(control) !== claimKeyOf(first) && !claimKinds[kind].mixesItems ? errors.otherItem : undefined
}

interface Judged {
  readonly line: ClaimLine | undefined
  readonly control: LineWithBalance | undefined
  readonly wrong: Readonly<Record<string, string>>
}

function judgeRow(row: TypedRow, known: KnownLines): Judged {
  const control = controlIn(row.line, known)
  const amount = readAmount(row.amount)
  const account = typeof control === 'string' ? { code: undefined, wrong: {} } : accountIn(row, control, known)
  const wrong = {
    ...(typeof control === 'string' && { line: control }), ...account.wrong, ...(typeof amount === 'string' && { amount }),
    ...(row.description.length > 200 && { description: errors.tooLong('200') }),
  }
  if (typeof control === 'string' || typeof amount === 'string' || account.code === undefined || Object.keys(wrong).length > 0) {
    return { line: undefined, control: typeof control === 'string' ? undefined : control, wrong }
  }
  const unit = account.unit ?? null
  return { control, wrong, line: {
    budgetLineId: control.id, accountCode: account.code, subKey: unit?.code ?? null, counterpartyId: unit?.id ?? null, fundCode: null, revenueCode: null,
    description: row.description, amount, source: null,
  } }
}

/** The control line, or why this kind of claim cannot take from it on its day. */
function controlIn(typed: string, { kind, on, lines }: KnownLines): LineWithBalance | string {
  const line = readBudgetLine(lines, typed)
  if (typeof line === 'string') return line
  if (!sourceFits(kind, line.sourceCode)) return errors.wrongSource(budgetLineName(line))
  if (compareDates(on, line.usableFrom) < 0 || compareDates(on, line.usableUntil) > 0) return errors.notUsable(formatThaiDate(line.usableFrom), formatThaiDate(line.usableUntil))
  return line
}

interface FoundAccount {
  readonly code: string | undefined
  readonly unit?: SentTo
  readonly wrong: Readonly<Record<string, string>>
}

function accountIn(row: TypedRow, control: LineWithBalance, { kind, accounts, units }: KnownLines): FoundAccount {
  if (kind === 'C13') {
    const unit = units.find(({ id }) => id === row.unit)
    if (!unit) return { code: undefined, wrong: { unit: errors.unit } }
    return unit.account === undefined ? { code: undefined, wrong: { unit: errors.unitAccount } } : { code: unit.account, unit, wrong: {} }
  }
  const item = accounts.get(control.economicCode)
  if (!item) return { code: undefined, wrong: { account: errors.noAccount(control.economicCode) } }
  const account = chosenAccount(item, row.account)
  return account ? { code: account.code, wrong: {} } : { code: undefined, wrong: { account: noSuchAccount(item) } }
}

/** What may be chosen instead. */
function noSuchAccount(item: ExpenseAccount): string {
  const choices = choicesOf(item).map(accountText).join(' · ')
  if (!item.isPaired) return errors.otherAccount(choices)
  return choices === '' ? errors.pairedItem : `${errors.otherAccount(choices)} ${errors.pairedItem}`
}
