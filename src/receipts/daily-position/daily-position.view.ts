// Positions as finished strings: the list, the count, one day, its paper.
import { registerFrame, seenFrom, signer, stepActions, type AskedRegister, type FoundRegister, type ListFrame } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatInstant, formatThaiDate, formatThaiDateShort, instant } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, lineTable, type Column, type LineTable, type Trail } from '../../platform/http/components.ts'
import { formatMoney, formatMoneyParen, isZero, sum } from '../../platform/money.ts'
import { countedTotal } from '../cash-count/cash-count.ts'
import { cashCountText } from '../cash-count.text.ts'
import { countControls, countTable, countValues } from '../cash-count/cash-count.view.ts'
import { dailyPositionText as text } from '../daily-position.text.ts'
import { deskForm, deskPage, type DeskForm, type DeskPage, type DeskPaper } from '../desk-page/desk-page.view.ts'
import { positionPaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { registersText } from '../../registers/index.ts'
import { itemsOf, remarkField } from '../receipts.view.ts'
import { bankCarried, carried, differences, faultWords, fewestKeepers, positionLifecycle, type EarlierSigning, type Figures, type Keeper, type Moved, type Position, type PositionHead, type PositionState } from './daily-position.ts'

const { columns, fields, lines } = text

export function listPage(asked: AskedRegister<PositionState>, found: FoundRegister<PositionHead>, officer: Officer): ListFrame {
  return {
    ...registerFrame({ text, paths }, asked, found),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty,
      columns: [{ label: columns.date, kind: 'date', isRowHeader: true }, { label: columns.preparer, kind: 'text' }, { label: columns.signer, kind: 'text' }, { label: columns.state, kind: 'status' }],
      rows: found.items.map((position) => [
        { text: formatThaiDateShort(position.positionDate), href: seenFrom(officer.organisationId, position.organisationId, paths.show(position.id)) }, position.preparer.name,
        position.signer?.name ?? '', { status: text.states[position.state] },
      ]),
    }),
  }
}

export const valuesOf = ({ version, remark, figures }: Position) => ({ version: String(version), remark, ...countValues(figures.pieces) })

export function formPage(values: Readonly<Record<string, string>>, position: Position | undefined, errors: FieldErrors = {}): DeskForm {
  const of = (name: string) => values[name] ?? ''
  return deskForm({
    title: position ? text.editTitle(formatThaiDate(position.positionDate)) : text.newTitle, action: position ? paths.edit(position.id) : paths.new,
    cancelHref: position ? paths.show(position.id) : paths.list, list: { text: text.listTitle, href: paths.list }, saveLabel: text.save, errors,
    hidden: { formKey: of('formKey'), version: of('version'), ...(position && { positionDate: of('positionDate') }) },
    controls: [
      ...(position ? [] : [{ date: date({ name: 'positionDate', label: fields.positionDate, value: of('positionDate'), error: errors.positionDate, required: true }) }]),
      { field: remarkField(of('remark'), errors.remark) },
    ],
    groups: [{ legend: cashCountText.caption, controls: countControls(of, errors) }],
  })
}

const amountColumns: readonly Column[] = [{ label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.amount, kind: 'money' }]

/** The difference stands as a line of its own, on paper too, until there is none (scenario 52). */
function tablesOf(figures: Figures): LineTable[] {
  const { cash, bank } = differences(figures)
  const off = (difference: typeof cash) => (isZero(difference) ? [] : [[lines.difference, formatMoneyParen(difference)]])
  return [
    lineTable({ caption: text.cash, empty: '', columns: amountColumns, rows: [
      [lines.brought, formatMoney(figures.cash.brought)], [lines.received, formatMoney(figures.cash.received)], [lines.paidIn, formatMoney(figures.cash.paidIn)],
      [lines.paid, formatMoney(figures.cash.paid)], [lines.carried, formatMoney(carried(figures.cash))], [lines.counted, formatMoney(countedTotal(figures.pieces))],
      ...(figures.kept && figures.kept.count > 0 ? [[lines.kept(String(figures.kept.count)), formatMoney(figures.kept.amount)]] : []), ...off(cash),
    ] }),
    countTable(figures.pieces),
    lineTable({ caption: text.bank, empty: '', columns: amountColumns, rows: [
      [lines.brought, formatMoney(figures.bank.brought)], [lines.bankIn, formatMoney(sum([figures.bank.received, figures.bank.paidIn]))], [lines.paid, formatMoney(figures.bank.paid)],
      [lines.carried, formatMoney(bankCarried(figures.bank))], [lines.cheques(String(figures.cheques.count)), formatMoney(figures.cheques.amount)], ...off(bank),
    ] }),
    lineTable({
      caption: text.accounts, empty: '',
      columns: [
        { label: columns.account, kind: 'text' }, { label: columns.kind, kind: 'text' }, { label: columns.branch, kind: 'text' }, { label: columns.number, kind: 'code', isRowHeader: true },
        { label: columns.amount, kind: 'money' },
      ],
      rows: figures.accounts.map((account) => [account.name, kindName(account.kind), account.branch ?? '', account.number, formatMoney(account.balance)]),
      totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(sum(figures.accounts.map((account) => account.balance)))] }],
    }),
  ]
}

/** ออมทรัพย์; of what was signed before the kind was told of: nothing. */
function kindName(kind: string | undefined): string {
  return Object.entries(registersText.bankAccount.kinds).find(([name]) => name === kind)?.[1] ?? ''
}

function keeperTable({ keepers }: Figures): LineTable {
  return lineTable({
    caption: text.keepers, empty: text.noKeepers,
    columns: [{ label: columns.keeper, kind: 'text', isRowHeader: true }, { label: columns.position, kind: 'text' }, { label: columns.role, kind: 'text' }],
    rows: keepers.map((keeper) => [keeper.name, keeper.position, text.roles[keeper.role]]),
  })
}

/** Told beside what was signed, which stays as it was. */
function movedTables(moved: readonly Moved[]): LineTable[] {
  return moved.length === 0 ? [] : [lineTable({
    caption: text.movedCaption, empty: '',
    columns: [{ label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.signedAmount, kind: 'money' }, { label: columns.nowAmount, kind: 'money' }],
    rows: moved.map(({ of, line, signed, now }) => [`${text[of]} ${lines[of === 'bank' && line === 'paidIn' ? 'bankIn' : line]}`, formatMoney(signed), formatMoney(now)]),
  })]
}

function earlierTables(earlier: readonly EarlierSigning[]): LineTable[] {
  return earlier.length === 0 ? [] : [lineTable({
    caption: text.earlier, empty: '',
    columns: [{ label: columns.signer, kind: 'text', isRowHeader: true }, { label: columns.reopener, kind: 'text' }, { label: columns.reason, kind: 'text' }, { label: fields.digest, kind: 'code' }],
    rows: earlier.map((each) => [
      { text: each.signer, note: formatInstant(instant(each.signedAt)) }, { text: each.reopener, note: formatInstant(instant(each.reopenedAt)) }, each.reason, each.digest,
    ]),
  })]
}

export interface ShownPosition {
  readonly position: Position
  readonly officer: Officer
  readonly trail: Trail
  readonly moved: readonly Moved[]
  readonly earlier: readonly EarlierSigning[]
}

export function showPage({ position, officer, trail, moved, earlier }: ShownPosition, errors: FieldErrors = {}): DeskPage {
  const day = formatThaiDate(position.positionDate)
  const { figures } = position
  const allowed: string[] = positionLifecycle.allows(officer, position)
  const faults = position.state === 'draft' ? faultWords(figures) : moved.length > 0 ? [text.moved] : []
  return deskPage({
    title: text.title(day), crumbs: [{ text: text.listTitle, href: paths.list }, { text: day }], status: text.states[position.state], errors, trail,
    notice: faults.length === 0 ? undefined : { kind: 'warning', text: faults.join(' · ') },
    items: itemsOf([
      [fields.positionDate, day], [columns.preparer, position.preparer.name],
      [columns.signer, position.signer && position.signedAt ? `${position.signer.name} ${formatInstant(instant(position.signedAt))}` : ''], [fields.remark, position.remark],
      [fields.digest, position.digest ?? ''],
    ]),
    tables: [...movedTables(moved), ...tablesOf(figures), keeperTable(figures), ...earlierTables(earlier)],
    actions: stepActions({
      document: position, officer, paths, allowed, buttons: [{ step: 'sign', label: text.sign, kind: 'primary' }, { step: 'reopen', label: text.reopen, kind: 'danger', reason: text.reopenReason }],
      print: officer.permissions.has('revenue.deposit:print') ? text.print : undefined, links: allowed.includes('edit') ? [{ text: text.edit, href: paths.edit(position.id) }] : [],
    }),
  })
}

export function printPage({ position, officer, moved }: Pick<ShownPosition, 'position' | 'officer' | 'moved'>, mark: string): DeskPaper {
  const day = formatThaiDate(position.positionDate)
  return {
    title: text.title(day), print: { backHref: paths.show(position.id) },
    printHead: {
      organisation: officer.organisationName, title: text.listTitle, asOf: text.ofDay(day), unit: receiptsText.unit,
      facts: [{ label: columns.state, text: text.states[position.state].text }, { label: receiptsText.copy, text: mark }],
    },
    tables: [...tablesOf(position.figures), ...movedTables(moved)], lines: position.digest === null ? [] : [text.digestLine(position.digest)],
    signatures: { signers: [
      signer(columns.preparer, position.preparer), signer(text.roles.head_of_finance, position.signer), ...placesOf(position.figures, 'safe_committee', fewestKeepers), ...placesOf(position.figures, 'executive', 1),
    ] },
  }
}

/** Whom the register does not name signs by hand. */
function placesOf({ keepers }: Figures, role: Keeper['role'], fewest: number) {
  const named = keepers.filter((keeper) => keeper.role === role)
  const blank = Array.from({ length: Math.max(fewest - named.length, 0) }, () => null)
  return [...named, ...blank].map((person) => signer(text.roles[role], person))
}
