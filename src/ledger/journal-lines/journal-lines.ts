// Lines as they are keyed: text of the cells → lines for the gate, or what is wrong with each cell, all at once (INV-01 … INV-03).
import { readAmount } from '../../documents/index.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { formatMoney, isNegative, isZero, minus, negate, readBaht, sum, type Money } from '../../platform/money.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { isOfChart, type Account } from '../chart/chart.ts'
import { journalText } from '../journal.text.ts'
import { ledgerText } from '../ledger.text.ts'
import { keyIn, registersOf, type Register, type RegisterKey } from '../register-key/register-key.ts'
import { type Side } from '../side.ts'

const { errors } = journalText

export const lineCells = ['account', 'key', 'counterparty', 'debit', 'credit', 'memo'] as const
export type LineCell = (typeof lineCells)[number]
export type TypedLine = Readonly<Record<LineCell, string>>

export const blankLine: TypedLine = { account: '', key: '', counterparty: '', debit: '', credit: '', memo: '' }

/** What a browser sends, cell by cell. */
export function rowOf(cells: Readonly<Record<string, string>>): TypedLine {
  const [account = '', key = '', counterparty = '', debit = '', credit = '', memo = ''] = lineCells.map((cell) => cells[cell] ?? '')
  return { account, key, counterparty, debit, credit, memo }
}

export interface JournalLine {
  readonly accountCode: string
  readonly side: Side
  readonly amount: Money
  readonly subKey: string | null
  readonly counterpartyId: string | null
  readonly memo: string
}

/** Offices one has accounts with: the LAO and the units below it. */
export interface Unit {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** What the cells are held against. */
export interface Known {
  readonly chartKind: string
  readonly fiscalYear: FiscalYear
  /** Every account a cell may mean, by code or by name. */
  readonly accounts: readonly Account[]
  readonly keys: readonly RegisterKey[]
  readonly units: readonly Unit[]
  /** A trial balance carried over holds what remains of the year before: no income, no expense, no result. */
  readonly isOpening: boolean
}

export interface JudgedLines {
  readonly lines: readonly JournalLine[]
  /** By cell: 'lines.3.account'. */
  readonly faults: FieldErrors
}

export const longestMemo = 200

export function isBlank(line: TypedLine): boolean {
  return lineCells.every((cell) => line[cell] === '')
}

/** '1101010101.001' from '1101010101001', '1101010101.001 เงินสดในมือ' or Thai digits; undefined where no code stands first. */
export function codeIn(text: string): string | undefined {
  const [, ten, three] = /^([0-9]{10})[.\s-]?([0-9]{3})(?![0-9])/.exec(toArabicDigits(text).trim()) ?? []
  return ten === undefined || three === undefined ? undefined : `${ten}.${three}`
}

/** Rows left blank count as nothing and keep their place, so that every fault finds its cell. */
export function judgeLines(rows: readonly TypedLine[], known: Known): JudgedLines {
  const lines: JournalLine[] = []
  const faults: Record<string, string> = {}
  const seen = new Set<string>()
  const judgeOne = judgeWith(known)
  rows.forEach((row, index) => {
    if (isBlank(row)) return
    const { line, wrong } = judgeOne(row)
    if (line) lines.push(line)
    if (line && known.isOpening && isSeen(seen, line)) faults[`lines.${index}.account`] = errors.twice
    for (const [cell, message] of Object.entries(wrong)) faults[`lines.${index}.${cell}`] = message
  })
  return { lines, faults }
}

/** What is carried over stands once for each account and key. */
function isSeen(seen: Set<string>, { accountCode, subKey, counterpartyId }: JournalLine): boolean {
  const place = JSON.stringify([accountCode, subKey, counterpartyId])
  if (seen.has(place)) return true
  seen.add(place)
  return false
}

export interface JudgedLine {
  readonly line: JournalLine | undefined
  readonly wrong: Readonly<Partial<Record<LineCell, string>>>
}

/** Found by code without going through the chart for every row of a long file. */
function judgeWith(known: Known): (row: TypedLine) => JudgedLine {
  const byCode = new Map(known.accounts.map((account) => [account.code, account]))
  const byRegister = registersOf(known.keys)
  return (row) => judgeLine(row, { ...known, byCode, byRegister })
}

interface Sorted extends Known {
  readonly byCode: ReadonlyMap<string, Account>
  readonly byRegister: ReadonlyMap<string, Register>
}

function judgeLine(row: TypedLine, known: Sorted): JudgedLine {
  const account = accountIn(row.account, known)
  const money = moneyIn(row)
  const place = typeof account === 'string' ? { subKey: null, counterpartyId: null, wrong: {} } : placeIn(row, account, known)
  const wrong = {
    ...(typeof account === 'string' && { account }), ...place.wrong, ...money.wrong,
    ...(row.memo.length > longestMemo && { memo: errors.tooLong(String(longestMemo)) }),
  }
  if (typeof account === 'string' || money.amount === undefined || Object.keys(wrong).length > 0) return { line: undefined, wrong }
  const { subKey, counterpartyId } = place
  return { line: { accountCode: account.code, side: money.side, amount: money.amount, subKey, counterpartyId, memo: row.memo }, wrong }
}

/** The account, or why it cannot be this one. */
function accountIn(text: string, known: Sorted): Account | string {
  if (text === '') return errors.account
  const code = codeIn(text)
  const found = code === undefined ? namedAccount(text, known) : known.byCode.get(code) ?? ledgerText.errors.unknownAccount(code)
  if (typeof found === 'string') return found
  const { isPostable, validFrom, validUntil } = found
  if (!isPostable) return ledgerText.errors.header(found.code)
  if (!isOfChart(found, known.chartKind)) return ledgerText.errors.scope(found.code)
  if (known.fiscalYear < validFrom || (validUntil !== null && known.fiscalYear >= validUntil)) return ledgerText.errors.retiredAccount(found.code)
  return known.isOpening && !isCarried(found) ? errors.notCarried(found.code) : found
}

/** Groups 1 to 3 without the result of the year. */
export function isCarried({ code, group }: Pick<Account, 'code' | 'group'>): boolean {
  return group !== 'revenue' && group !== 'expense' && !code.startsWith('3101')
}

const mostNamed = 5

/** By its whole name, or by a part that only one account has. */
function namedAccount(text: string, known: Known): Account | string {
  const usable = known.accounts.filter((account) => account.isPostable && isOfChart(account, known.chartKind))
  const whole = usable.filter((account) => account.name === text)
  const found = whole.length > 0 ? whole : usable.filter((account) => account.name.includes(text) || account.code.startsWith(toArabicDigits(text)))
  const [first, ...others] = found
  if (!first) return errors.noAccount(text)
  if (others.length === 0) return first
  const names = found.slice(0, mostNamed).map(({ code, name }) => `${code} ${name}`).join(' · ')
  return errors.manyAccounts(names, String(found.length))
}

interface Placed {
  readonly subKey: string | null
  readonly counterpartyId: string | null
  readonly wrong: { readonly key?: string; readonly counterparty?: string }
}

/** Accounts between units take the other unit for their register; all others a key of it. */
function placeIn(row: TypedLine, { code, subLedger }: Account, known: Sorted): Placed {
  const named = row.counterparty === '' && subLedger === 'org' ? row.key : row.counterparty
  const unit = known.units.find(({ id, code: unitCode, name }) => [id, unitCode, name].includes(named))
  const counterpartyId = unit?.id ?? null
  const strange = named !== '' && !unit ? { counterparty: errors.strangeUnit } : {}
  if (subLedger === 'org') {
    const missing = unit || 'counterparty' in strange ? {} : { counterparty: errors.counterparty(code) }
    return { subKey: unit?.code ?? null, counterpartyId, wrong: { ...strange, ...missing } }
  }
  const key = keyIn(row.key, { code, subLedger, register: subLedger === null ? undefined : known.byRegister.get(subLedger) })
  return { subKey: key.subKey, counterpartyId, wrong: { ...strange, ...(key.wrong !== undefined && { key: key.wrong }) } }
}

type Amount = { readonly amount: Money; readonly side: Side; readonly wrong: object } | { readonly amount: undefined; readonly wrong: { debit?: string; credit?: string } }

function moneyIn({ debit, credit }: TypedLine): Amount {
  if (debit !== '' && credit !== '') return { amount: undefined, wrong: { credit: errors.bothSides } }
  if (debit === '' && credit === '') return { amount: undefined, wrong: { debit: errors.noSide } }
  const amount = readAmount(debit === '' ? credit : debit)
  if (typeof amount === 'string') return { amount: undefined, wrong: debit === '' ? { credit: amount } : { debit: amount } }
  return { amount, side: debit === '' ? 'C' : 'D', wrong: {} }
}

export interface Totals {
  readonly debit: Money
  readonly credit: Money
  /** Debit less credit. */
  readonly difference: Money
}

/** Of what can be read already: the foot of the table before any script counts along. */
export function totalsOf(rows: readonly TypedLine[]): Totals {
  const total = (cell: 'debit' | 'credit') => sum(rows.flatMap((row) => positive(readBaht(row[cell]))))
  return withDifference(total('debit'), total('credit'))
}

function positive(amount: Money | undefined): Money[] {
  return amount === undefined || isNegative(amount) ? [] : [amount]
}

function withDifference(debit: Money, credit: Money): Totals {
  return { debit, credit, difference: minus(debit, credit) }
}

export function sumsOf(lines: readonly Pick<JournalLine, 'side' | 'amount'>[]): Totals {
  const side = (wanted: Side) => sum(lines.filter((line) => line.side === wanted).map((line) => line.amount))
  return withDifference(side('D'), side('C'))
}

export function absolute(amount: Money): Money {
  return isNegative(amount) ? negate(amount) : amount
}

/** INV-01: what a journal must be before anybody is asked to approve it. */
export function balanceFault(lines: readonly Pick<JournalLine, 'side' | 'amount'>[]): string | undefined {
  const { debit, credit, difference } = sumsOf(lines)
  if (lines.length < 2) return errors.twoLines
  if (!isZero(difference)) return ledgerText.errors.unbalanced(formatMoney(absolute(difference)))
  return isZero(debit) || isZero(credit) ? errors.bothNeeded : undefined
}

/** Cells of a spreadsheet: code · debit · credit · memo, or code · register · debit · credit · memo. Heads and empty rows are left out. */
export function readPasted(text: string): TypedLine[] {
  const rows = text.split(/\r?\n/).map((line) => line.split('\t').map((part) => toArabicDigits(part).trim())).filter((cells) => cells.join('') !== '')
  const body = rows.filter((cells, index) => index > 0 || cells.some((cell) => /[0-9]/.test(cell)))
  const hasKeys = body.some((cells) => cells.length >= 5 || isWord(cells[1]))
  return body.map((cells) => {
    const [account = '', ...rest] = cells
    const [key = '', debit = '', credit = '', memo = ''] = hasKeys ? rest : ['', ...rest]
    return { ...blankLine, account, key, debit: bare(debit), credit: bare(credit), memo }
  })
}

function isWord(cell: string | undefined): boolean {
  return cell !== undefined && /\p{L}/u.test(cell)
}

/** What spreadsheets put around a sum; nought, a dash and nothing are the same. */
export function bare(cell: string): string {
  const plain = cell.replace(/[\u0E3F\s]/g, '')
  return /^(-|0+(\.0+)?)$/.test(plain) ? '' : plain
}
