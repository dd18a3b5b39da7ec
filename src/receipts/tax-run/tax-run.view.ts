// The runs of 30 September as finished strings: the list, the preview, one run.
import { listFrame, makerControls, stateControl, stepActions, type ListFrame, type RegisterFilter, type StepButton } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatInstant, instant } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { field, lineTable, select, type LineTable, type Trail } from '../../platform/http/components.ts'
import { formatMoney, formatMoneyParen } from '../../platform/money.ts'
import { deskForm, deskPage, type DeskForm, type DeskPage } from '../desk-page/desk-page.view.ts'
import { linkName, numberName } from '../receipts.names.ts'
import { taxRunPaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { itemsOf, voucherItem } from '../receipts.view.ts'
import { debtNumber } from '../tax-debt/tax-debt.ts'
import { taxRunText as text } from '../tax-run.text.ts'
import { change, runKinds, runLifecycle, type AllowanceRow, type Debtor, type RunState, type TaxRun } from './tax-run.ts'

const { columns, fields } = text

export function listPage(runs: readonly TaxRun[], { state, by }: Pick<RegisterFilter<RunState>, 'state' | 'by'>, officer: Officer): ListFrame {
  const mayAsk = officer.permissions.has('revenue.debtor:edit')
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, controls: [stateControl(text.states, state), ...makerControls(by)], errors: {}, next: undefined, countText: receiptsText.shown(String(runs.length)),
      actions: mayAsk ? [{ text: text.newTitle, href: paths.new, kind: 'primary' }] : [],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty,
      columns: [
        { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.kind, kind: 'text' }, { label: columns.year, kind: 'number' }, { label: columns.amount, kind: 'money' },
        { label: columns.state, kind: 'status' },
      ],
      rows: runs.map((run) => [
        { text: numberName('TXR', run), href: paths.show(run.id) }, text.kinds[run.kind], String(run.fiscalYear), formatMoney(run.total), { status: text.states[run.state] },
      ]),
    }),
  }
}

export interface PreviewTables {
  readonly debtors: readonly Debtor[]
  readonly allowances: readonly AllowanceRow[]
}

export interface RunForm extends DeskForm {
  readonly preview: LineTable | undefined
}

export function formPage(values: Readonly<Record<string, string>>, preview: (PreviewTables & { readonly kind: TaxRun['kind'] }) | undefined, errors: FieldErrors = {}): RunForm {
  return {
    ...deskForm({
      title: text.newTitle, action: paths.new, cancelHref: paths.list, list: { text: text.listTitle, href: paths.list }, saveLabel: text.ask, errors, hidden: { formKey: values.formKey ?? '' },
      controls: [
        { select: select({ name: 'kind', label: fields.kind, value: values.kind, options: runKinds.map((kind) => ({ value: kind, text: text.kinds[kind] })), error: errors.kind, required: true, width: 'long' }) },
        { field: field({ name: 'fiscalYear', label: fields.fiscalYear, value: values.fiscalYear, error: errors.fiscalYear, type: 'number', required: true, width: 'short', maxLength: 4 }) },
      ],
    }),
    preview: preview && previewTable(preview.kind, preview),
  }
}

function previewTable(kind: TaxRun['kind'], { debtors, allowances }: PreviewTables): LineTable {
  return kind === 'set-up' ? debtorTable(debtors) : allowanceTable(allowances)
}

function debtorTable(debtors: readonly Debtor[]): LineTable {
  return lineTable({
    caption: text.previewTitle['set-up'], empty: text.previewNone,
    columns: [{ label: columns.debt, kind: 'code', isRowHeader: true }, { label: columns.taxpayer, kind: 'text' }, { label: columns.tax, kind: 'text' }, { label: columns.amount, kind: 'money' }],
    rows: debtors.map(({ debt, amount }) => [debtNumber(debt), `${debt.taxpayer.key} ${debt.taxpayer.name}`, `${debt.taxKind.name} ${debt.taxYear}`, formatMoney(amount)]),
  })
}

function allowanceTable(rows: readonly AllowanceRow[]): LineTable {
  return lineTable({
    caption: text.previewTitle.allowance, empty: text.previewNone,
    columns: [
      { label: columns.tax, kind: 'text', isRowHeader: true }, { label: columns.required, kind: 'money' }, { label: columns.book, kind: 'money' }, { label: columns.change, kind: 'money' },
    ],
    rows: rows.map((row) => [row.taxKind.name, formatMoney(row.required), formatMoney(row.book), formatMoneyParen(change(row))]),
  })
}

export interface ShownRun {
  readonly run: TaxRun
  /** What it set up, or would do; nothing for an allowance already moved. */
  readonly preview: PreviewTables | undefined
  readonly officer: Officer
  readonly trail: Trail
  readonly voucherHref: string | undefined
}

export function showPage({ run, preview, officer, trail, voucherHref }: ShownRun, errors: FieldErrors = {}): DeskPage {
  return deskPage({
    title: linkName('TXR', run), crumbs: [{ text: text.listTitle, href: paths.list }, { text: numberName('TXR', run) }], status: text.states[run.state], trail, errors,
    tables: preview ? [previewTable(run.kind, preview)] : [],
    items: [
      ...itemsOf([
        [fields.kind, text.kinds[run.kind]], [columns.year, String(run.fiscalYear)], [text.preparer, `${run.preparer.name} ${formatInstant(instant(run.preparedAt))}`],
        [text.decider, run.decider?.name ?? ''], [text.reason, run.reason ?? ''],
      ]),
      ...(run.voucher ? [{ ...voucherItem(run.voucher, voucherHref), label: receiptsText.documents.AJ, text: numberName('AJ', run.voucher) }] : []),
      { label: columns.amount, text: formatMoney(run.total), isMoney: true },
    ],
    actions: stepActions({ document: run, officer, paths, allowed: runLifecycle.allows(officer, run), buttons }),
  })
}

const buttons: readonly StepButton<'approve' | 'refuse' | 'reverse'>[] = [
  { step: 'approve', label: text.approve, kind: 'primary' }, { step: 'refuse', label: text.refuse, kind: 'danger', reason: text.reason },
  { step: 'reverse', label: text.reverse, kind: 'danger', reason: text.reason },
]
