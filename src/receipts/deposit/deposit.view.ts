// ทะเบียนคุมเงินรับฝาก and one item as finished strings.
import { exportActions, listFrame, seenFrom, withAll, type ExportTable, type ListFrame, type Offices } from '../../documents/index.ts'
import { rowsPerPage } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineTable, select, type Actions, type Column, type Control, type LineTable, type Trail } from '../../platform/http/components.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { deskPage, type DeskPage, type DeskPaper } from '../desk-page/desk-page.view.ts'
import { depositText as text } from '../deposit.text.ts'
import { moneyEntryText } from '../money-entry.text.ts'
import { depositPaths as paths, moneyEntryPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { itemsOf } from '../receipts.view.ts'
import { type AskedDeposits } from './deposit.schema.ts'
import { ageOf, isOverdue, rowsAfter, totalsOf, type Deposit, type DepositKind, type RegisterRow } from './deposit.ts'

const { columns, fields } = text

export interface FoundDeposits extends Offices {
  readonly rows: readonly RegisterRow[]
  readonly kinds: readonly DepositKind[]
  readonly officer: Officer
}

export function listPage(asked: AskedDeposits, found: FoundDeposits): ListFrame {
  const { rows, officer } = found
  const left = rowsAfter(rows, asked.after)
  const shown = left.slice(0, rowsPerPage)
  const last = shown.at(-1)
  const query = queryOf(asked)
  const next = new URLSearchParams([...query, ['after', `${last?.kind.code}_${last?.key ?? ''}`]])
  const mayCreate = officer.permissions.has('revenue.trust:create')
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, errors: asked.errors, countText: text.shown(String(shown.length), String(rows.length)),
      next: shown.length < left.length ? `${paths.list}?${next}` : undefined, controls: controlsOf(asked, found),
      actions: [
        ...(mayCreate ? [{ text: text.newTitle, href: paths.new, kind: 'primary' as const }] : []), { text: moneyEntryText.listTitle, href: moneyEntryPaths.list, kind: 'secondary' as const }, ...exportActions(paths.list, query, officer.permissions.has('revenue.trust:print')),
      ],
    }),
    lineTable: registerTable(shown, asked, { href: (item) => seenFrom(officer.organisationId, item.organisationId, paths.show(item.id)), totals: rows }),
  }
}

function queryOf(asked: AskedDeposits): URLSearchParams {
  return new URLSearchParams({ organisation: asked.organisationId, kind: asked.kind ?? '', state: asked.state ?? 'all', text: asked.text, until: asked.typedUntil })
}

function controlsOf(asked: AskedDeposits, { kinds }: FoundDeposits): Control[] {
  const states = [{ value: 'open', text: text.states.open }, { value: 'closed', text: text.states.closed }, { value: 'all', text: receiptsText.all }]
  return [
    { select: select({ name: 'kind', label: fields.kind, value: asked.kind, options: withAll(kinds.map((kind) => ({ value: kind.code, text: kind.name }))), width: 'long' }) },
    { select: select({ name: 'state', label: fields.state, value: asked.state ?? 'all', options: states }) },
    { field: field({ name: 'text', label: fields.search, value: asked.text, hint: fields.searchHint }) },
    { date: date({ name: 'until', label: fields.until, value: asked.typedUntil, error: asked.errors.until }) },
  ]
}

interface TableWishes {
  readonly href: (item: Deposit) => string | undefined
  /** The rows that are summed up: those of all pages. */
  readonly totals: readonly RegisterRow[]
}

function registerTable(rows: readonly RegisterRow[], { until }: AskedDeposits, { href, totals }: TableWishes): LineTable {
  const sums = totalsOf(totals)
  return lineTable({
    caption: text.listTitle, captionHidden: true, empty: text.empty, columns: registerColumns,
    rows: rows.map((row) => {
      const overdue = isOverdue(row, until)
      return [
        { text: row.key ?? text.none, href: row.item && href(row.item) }, { text: row.name, note: row.kind.name }, row.item?.reference ?? '',
        formatMoney(row.received), formatMoney(row.released), formatMoney(row.balance),
        { text: row.item?.dueDate ? formatThaiDateShort(row.item.dueDate) : '', note: overdue ? text.overdue : undefined }, String(ageOf(row, until) ?? ''),
      ]
    }),
    totals: [{ label: text.sumOfAll, isGrand: true, cells: [formatMoney(sums.received), formatMoney(sums.released), formatMoney(sums.balance), '', ''] }],
  })
}

const registerColumns: readonly Column[] = [
  { label: columns.key, kind: 'code', isRowHeader: true }, { label: columns.depositor, kind: 'text' }, { label: columns.reference, kind: 'text' },
  { label: columns.received, kind: 'money' }, { label: columns.released, kind: 'money' }, { label: columns.balance, kind: 'money' }, { label: columns.due, kind: 'date' },
  { label: columns.age, kind: 'number' },
]

export function exportTable(rows: readonly RegisterRow[], asked: AskedDeposits, organisation: string): ExportTable {
  return {
    fileName: `deposits-${asked.until}`, name: text.listTitle, about: [organisation, text.listTitle, text.asOf(formatThaiDate(asked.until))],
    header: [columns.kind, ...registerColumns.map((column) => column.label)],
    rows: rows.map((row) => [
      row.kind.name, row.key ?? '', row.name, row.item?.reference ?? '', row.received, row.released, row.balance, row.item?.dueDate ? { day: row.item.dueDate } : '',
      String(ageOf(row, asked.until) ?? ''),
    ]),
  }
}

export function printPage(rows: readonly RegisterRow[], asked: AskedDeposits, organisation: string): DeskPaper {
  return {
    title: text.listTitle, print: { backHref: `${paths.list}?${queryOf(asked)}`, isLandscape: true },
    printHead: { organisation, title: text.listTitle, asOf: text.asOf(formatThaiDate(asked.until)), unit: receiptsText.unit },
    tables: [registerTable(rows, asked, { href: () => undefined, totals: rows })], lines: [], signatures: { signers: [] },
  }
}

export interface ShownDeposit {
  readonly deposit: Deposit
  readonly balance: Money
  readonly entries: LineTable
  readonly trail: Trail
  readonly actions: Actions | undefined
  readonly ledgerHref: string | undefined
}

export function showPage({ deposit, balance, entries, trail, actions, ledgerHref }: ShownDeposit): DeskPage {
  const title = text.title(deposit.key)
  return deskPage({
    title, crumbs: [{ text: text.listTitle, href: paths.list }, { text: deposit.key }], errors: {} satisfies FieldErrors, trail, actions, tables: [entries],
    items: [
      ...itemsOf([
        [columns.kind, `${deposit.kind.code} ${deposit.kind.name}`], [columns.depositor, deposit.depositor], [fields.depositorNumber, deposit.depositorNumber],
        [columns.reference, deposit.reference], [fields.dueDate, deposit.dueDate ? formatThaiDate(deposit.dueDate) : ''], [fields.remark, deposit.remark],
      ]),
      { label: fields.account, text: deposit.kind.accountCode, href: ledgerHref },
      { label: columns.balance, text: formatMoney(balance), isMoney: true },
    ],
  })
}

