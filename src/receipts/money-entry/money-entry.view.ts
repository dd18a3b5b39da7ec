// Entries as finished strings: the register, one entry, its paper.
import {
  dayControls, listFrame, makerControls, organisationControls, papersView, saveActions, seenFrom, signer, stateControl, stepActions, withAll, type Attachment, type ExportTable, type FoundRegister, type ListFrame,
  type StepButton,
} from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatInstant, formatThaiDate, formatThaiDateShort, instant } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { lineTable, select, type Column, type LineTable, type SummaryItem, type Trail } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { deskPage, type DeskPage, type DeskPaper } from '../desk-page/desk-page.view.ts'
import { depositText } from '../deposit.text.ts'
import { moneyEntryText as text } from '../money-entry.text.ts'
import { linkName, numberName } from '../receipts.names.ts'
import { depositPaths, moneyEntryPaths as paths, receiptPaths, taxDebtPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { itemsOf, voucherItem } from '../receipts.view.ts'
import { type AskedEntries } from './money-entry.schema.ts'
import { entryKinds, entryLifecycle, entryPapers, type Entry, type EntryHead } from './money-entry.ts'

const { columns, fields } = text
const may = (officer: Officer, action: 'create' | 'print') => officer.permissions.has(`revenue.trust:${action}`)

export function listPage(asked: AskedEntries, found: FoundRegister<EntryHead>, officer: Officer): ListFrame {
  const { organisationId, state, kind } = asked.filter
  const query = new URLSearchParams({ organisation: organisationId, state: state ?? '', kind: kind ?? '', ...asked.days.typed })
  const next = new URLSearchParams([...query, ['after', found.items.at(-1)?.id ?? '']])
  const kinds = withAll(entryKinds.map((each) => ({ value: each, text: text.kinds[each] })))
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, errors: asked.errors, countText: receiptsText.shown(String(found.items.length)), next: found.hasMore ? `${paths.list}?${next}` : undefined,
      controls: [
        ...organisationControls(found, organisationId), ...dayControls(asked.days), { select: select({ name: 'kind', label: fields.kind, value: kind, options: kinds }) },
        stateControl(text.states, state), ...makerControls(asked.filter.by),
      ],
      actions: [...(found.mayCreate ? [{ text: text.newTitle, href: paths.new, kind: 'primary' as const }] : []), ...saveActions(paths.list, query, may(officer, 'print'))],
    }),
    lineTable: entryTable(found.items, text.listTitle, (entry) => seenFrom(officer.organisationId, entry.organisationId, paths.show(entry.id))),
  }
}

export function entryTable(entries: readonly EntryHead[], caption: string, href: (entry: EntryHead) => string): LineTable {
  return lineTable({
    caption, captionHidden: caption === text.listTitle, empty: caption === text.listTitle ? text.empty : depositText.noEntries, columns: listColumns,
    rows: entries.map((entry) => [
      { text: numberName('MNE', entry), href: href(entry) }, formatThaiDateShort(entry.entryDate), { text: text.kinds[entry.kind], note: entry.reason }, formatMoney(entry.amount),
      { status: text.states[entry.state] },
    ]),
  })
}

const listColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.kind, kind: 'text' }, { label: columns.amount, kind: 'money' },
  { label: columns.state, kind: 'status' },
]

export function exportTable(entries: readonly EntryHead[], organisation: string): ExportTable {
  return {
    fileName: 'money-entries', name: text.listTitle, about: [organisation, text.listTitle],
    header: [columns.number, columns.date, columns.kind, columns.reason, columns.amount, columns.state],
    rows: entries.map((entry) => [numberName('MNE', entry), { day: entry.entryDate }, text.kinds[entry.kind], entry.reason, entry.amount, text.states[entry.state].text]),
  }
}

export interface ShownEntry {
  readonly entry: Entry
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
  readonly officer: Officer
  readonly voucherPath: (organisationId: string, id: string) => string
}

export function showPage(shown: ShownEntry, errors: FieldErrors = {}): DeskPage {
  const { entry, officer, trail } = shown
  const allowed: string[] = entryLifecycle.allows(officer, entry)
  return deskPage({
    title: linkName('MNE', entry), crumbs: [{ text: text.listTitle, href: paths.list }, { text: numberName('MNE', entry) }], status: text.states[entry.state], items: factsOf(shown),
    tables: [], trail, errors, notice: entry.state === 'draft' && entry.returnReason ? { kind: 'warning', text: text.returned(entry.returnReason) } : undefined,
    attachments: papersView({ papers: entryPapers, officer, document: entry, attachments: shown.attachments, paths, error: errors.files }),
    actions: stepActions({
      document: entry, officer, paths, allowed, buttons, print: entry.number !== null && may(officer, 'print') ? text.print : undefined,
      links: allowed.includes('edit') ? [{ text: text.edit, href: paths.edit(entry.id) }] : [],
    }),
  })
}

const buttons: readonly StepButton<'submit' | 'approve' | 'return' | 'cancel' | 'reverse'>[] = [
  { step: 'submit', label: text.submit, kind: 'primary' }, { step: 'approve', label: text.approve, kind: 'primary' },
  { step: 'return', label: text.return, kind: 'danger', reason: text.returnReason }, { step: 'cancel', label: text.cancel, kind: 'danger' },
  { step: 'reverse', label: text.reverse, kind: 'danger', reason: text.reverseReason },
]

function factsOf({ entry, officer, voucherPath }: ShownEntry): SummaryItem[] {
  const { deposit, voucher, approver, approvedAt } = entry
  return [
    ...itemsOf([[fields.kind, text.kinds[entry.kind]], [fields.entryDate, formatThaiDate(entry.entryDate)]]),
    ...(deposit ? [{ label: fields.deposit, text: `${deposit.key} ${deposit.depositor}`, href: seenFrom(officer.organisationId, entry.organisationId, depositPaths.show(deposit.id)) }] : []),
    ...(entry.debt ? [{ label: fields.debt, text: text.kinds[entry.kind], href: seenFrom(officer.organisationId, entry.organisationId, taxDebtPaths.show(entry.debt.id)) }] : []),
    ...(entry.bounced ? [{ label: text.chequeFields.cheque, text: receiptsText.documents.RCPT, href: seenFrom(officer.organisationId, entry.organisationId, receiptPaths.show(entry.bounced.cheque.receiptId)) }] : []),
    ...itemsOf([
      [text.chequeFields.debtor, entry.bounced?.debtorKey ?? ''], [fields.covered, entry.debt ? formatMoney(entry.debt.covered) : ''], [fields.target, targetText(entry)], [fields.reason, entry.reason], [fields.authority, entry.authority],
      [text.preparer, `${entry.preparer.name} ${formatInstant(instant(entry.preparedAt))}`],
      [text.approver, approver && approvedAt ? `${approver.name} ${formatInstant(instant(approvedAt))}` : ''],
    ]),
    ...(voucher ? [voucherItem(voucher, officer.permissions.has('account.report:view') ? voucherPath(entry.organisationId, voucher.id) : undefined)] : []),
    { label: columns.amount, text: formatMoney(entry.amount), isMoney: true },
  ]
}

function targetText({ target }: Entry): string {
  return target ? [target.code, target.name, target.place.subKey ?? target.words, target.reference].filter((part) => part !== '').join(' ') : ''
}

export function printPage({ entry, officer }: Pick<ShownEntry, 'entry' | 'officer'>, mark: string): DeskPaper {
  return {
    title: linkName('MNE', entry), print: { backHref: paths.show(entry.id) },
    printHead: {
      organisation: officer.organisationName, title: text.kinds[entry.kind],
      facts: [
        { label: columns.number, text: numberName('MNE', entry) }, { label: columns.date, text: formatThaiDate(entry.entryDate) }, { label: receiptsText.copy, text: mark },
      ],
    },
    tables: [],
    lines: [
      ...itemsOf([
        [fields.deposit, entry.deposit ? `${entry.deposit.key} ${entry.deposit.depositor}` : ''], [fields.target, targetText(entry)], [fields.reason, entry.reason],
        [fields.authority, entry.authority], [receiptsText.documents.JV, entry.voucher ? numberName('JV', entry.voucher) : ''],
      ]).map((item) => `${item.label}: ${item.text}`),
      text.amountLine(formatMoney(entry.amount), bahtText(entry.amount)),
    ],
    signatures: { signers: [signer(text.preparer, entry.preparer), signer(text.approver, entry.approver)] },
  }
}
