// The lines of a daily document: the table they are keyed into, and the one they are read in.
import { formatThaiDateField, formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { lineEditor, lineTable, type Column, type EditorColumn, type LineEditor, type LineTable, type Option } from '../../platform/http/components.ts'
import { formatMoney, isZero, readBaht, sum, zero, type Money } from '../../platform/money.ts'
import { itemName } from '../../receipts/index.ts'
import { type BookKind, type ShownLine } from '../pawn-document/pawn-document.ts'
import { receiptKeys } from '../pawnshops.paths.ts'
import { pawnshopsText } from '../pawnshops.text.ts'
import { receivedBy, type Known, type LineCell, type TypedLine } from './pawn-lines.ts'

const { cells, events, lines: text } = pawnshopsText

/** Which cells a book asks for, in the order of the paper. */
const cellsOf: Readonly<Record<BookKind, readonly LineCell[]>> = {
  receipt: ['event', 'ticket', 'count', 'principal', 'interest', 'accrued', 'newTicket', 'proceeds', 'account', 'counterparty'],
  pledge: ['event', 'ticket', 'count', 'principal', 'memo'],
  forfeiture: ['ticket', 'count', 'pledgedOn', 'principal', 'accrued', 'memo'],
}

const keyChooser = { id: 'keys', options: [], ask: receiptKeys, of: 'account' } as const

const kinds: Readonly<Partial<Record<LineCell, EditorColumn['kind']>>> = {
  ticket: 'code', newTicket: 'code', principal: 'money', interest: 'money', accrued: 'money', proceeds: 'money', count: 'number', pledgedOn: 'date',
}

export interface LinesInput {
  readonly kind: BookKind
  readonly rows: readonly TypedLine[]
  readonly known: Pick<Known, 'events' | 'takings'>
  readonly errors: FieldErrors
  readonly more: number | undefined
}

export function linesEditor(input: LinesInput): LineEditor {
  const columns = cellsOf[input.kind]
  const totals = Object.fromEntries(columns.filter((cell) => kinds[cell] === 'money').map((cell) => [cell, formatMoney(typedSum(input.rows, cell))]))
  return lineEditor({
    name: 'lines', caption: text.caption, columns: columns.map((cell) => columnOf(cell, input)), rows: input.rows, errors: input.errors, totals,
    blankRows: input.more ?? Math.max(1, 4 - input.rows.length), lists: input.kind === 'receipt' ? [keyChooser] : [], addRows: { name: 'moreLines', value: '5', label: text.more },
  })
}

function columnOf(cell: LineCell, { kind, known }: LinesInput): EditorColumn {
  const label = kind === 'forfeiture' && cell === 'accrued' ? pawnshopsText.accruedReversed : cells[cell]
  const options = optionsOf(cell, known)
  const money = kinds[cell] === 'money'
  return { name: cell, label, kind: kinds[cell] ?? 'text', ...(options && { options }), ...(money && { isTotalled: true }), ...(cell === 'counterparty' && { list: keyChooser.id }) }
}

function optionsOf(cell: LineCell, { events: allowed, takings }: LinesInput['known']): Option[] | undefined {
  const none: Option = { value: '', text: text.choose }
  if (cell === 'event') return allowed.map((event) => ({ value: event, text: events[event] }))
  return cell === 'account' && takings ? [none, ...takings.items.map((item) => ({ value: item.code, text: itemName(item) }))] : undefined
}

function typedSum(rows: readonly TypedLine[], cell: LineCell): Money {
  return sum(rows.map((row) => readBaht(row[cell]) ?? zero))
}

/** Lines that stand, as somebody would have typed them. */
export function typedLines(lines: readonly ShownLine[]): TypedLine[] {
  const money = (amount: Money) => (isZero(amount) ? '' : formatMoney(amount))
  return lines.map((line) => ({
    event: line.event, ticket: line.ticket ?? '', count: line.ticket === null && line.accountCode === null ? String(line.ticketCount) : '', newTicket: line.newTicket ?? '',
    pledgedOn: line.pledgedOn === null ? '' : formatThaiDateField(line.pledgedOn), principal: line.newTicket === null ? money(line.principal) : '', interest: money(line.interest),
    accrued: money(line.accrued), proceeds: money(line.proceeds), account: line.incomeCode ?? '', counterparty: line.keyText, memo: line.memo,
  }))
}

export function linesTable(lines: readonly ShownLine[], kind: BookKind): LineTable {
  const isReceipt = kind === 'receipt'
  const total = (of: (line: ShownLine) => Money) => formatMoney(sum(lines.map(of)))
  return lineTable({
    caption: text.caption, empty: text.none, columns: isReceipt ? receiptColumns : kind === 'pledge' ? pledgeColumns : forfeitColumns,
    rows: lines.map((line) => [
      { text: events[line.event], note: noteOf(line) }, ticketOf(line), formatMoney(line.newTicket === null ? line.principal : zero),
      ...(isReceipt ? [formatMoney(line.interest), formatMoney(line.proceeds), formatMoney(receivedBy(line))] : []),
      ...(kind === 'forfeiture' ? [line.pledgedOn === null ? '' : formatThaiDateShort(line.pledgedOn), formatMoney(line.accrued)] : []),
    ]),
    totals: [{ label: pawnshopsText.sum, isGrand: true, cells: [
      ...(isReceipt ? [total(({ newTicket, principal }) => (newTicket === null ? principal : zero)), total(({ interest }) => interest), total(({ proceeds }) => proceeds), total(receivedBy)] : []),
      ...(kind === 'pledge' ? [total(({ principal }) => principal)] : []), ...(kind === 'forfeiture' ? [total(({ principal }) => principal), '', total(({ accrued }) => accrued)] : []),
    ] }],
  })
}

const first: readonly Column[] = [
  { label: cells.event, kind: 'text', isRowHeader: true }, { label: cells.ticket, kind: 'text' }, { label: cells.principal, kind: 'money' },
]
const pledgeColumns = first
const receiptColumns: readonly Column[] = [
  ...first, { label: cells.interest, kind: 'money' }, { label: cells.proceeds, kind: 'money' }, { label: pawnshopsText.fields.amount, kind: 'money' },
]
const forfeitColumns: readonly Column[] = [...first, { label: cells.pledgedOn, kind: 'date' }, { label: pawnshopsText.accruedReversed, kind: 'money' }]

function ticketOf({ ticket, newTicket, ticketCount, accountCode }: ShownLine): string {
  if (accountCode !== null) return ''
  return ticket === null ? text.tickets(String(ticketCount)) : newTicket === null ? ticket : `${ticket} → ${newTicket}`
}

function noteOf({ accountCode, accountName, incomeCode, incomeName, keyText, memo, accrued, event }: ShownLine): string | undefined {
  const isPart = !isZero(accrued) && event !== 'forfeit' ? `${cells.accrued} ${formatMoney(accrued)}` : ''
  const kind = incomeName === null ? '' : `${incomeCode ?? ''} ${incomeName}`
  return [kind, accountCode && `${accountCode} ${accountName ?? ''}`, keyText, isPart, memo === keyText ? '' : memo].filter(Boolean).join(' · ') || undefined
}
