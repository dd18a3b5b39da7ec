// ทะเบียนลูกหนี้ภาษี, อายุหนี้ and one assessment as finished strings.
import { asSigned, exportActions, listFrame, seenFrom, stepActions, withAll, type ConfirmPage, type ExportTable, type ListFrame, type StepButton } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateField, formatThaiDateShort, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineTable, select, type Column, type Control, type Filters, type LineTable, type PageHeader, type Trail } from '../../platform/http/components.ts'
import { formatMoney, isZero, zero, type Money } from '../../platform/money.ts'
import { deskPage, type DeskPage, type DeskPaper } from '../desk-page/desk-page.view.ts'
import { counterPaths, moneyEntryPaths, taxDebtPaths as paths, taxpayerPaths, taxRunPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { itemsOf } from '../receipts.view.ts'
import { openParts, signTax, type TaxFigures } from '../tax-rule/tax-rule.ts'
import { reductionTable } from '../tax-reduction/tax-reduction.view.ts'
import { type Reduction } from '../tax-reduction/tax-reduction.ts'
import { taxReductionText as reductionText } from '../tax-reduction.text.ts'
import { taxDebtText as text } from '../tax-debt.text.ts'
import { type AskedDebts } from './tax-debt.schema.ts'
import { balanceOf, bandOf, debtLifecycle, debtNumber, debtStates, owedOf, settledOf, shownState, type DebtSums, type Due, type TaxDebt, type TaxKind } from './tax-debt.ts'

const { columns, fields } = text

export interface FoundDebts {
  /** Of the page, or all of them for paper and files. */
  readonly debts: readonly TaxDebt[]
  readonly hasMore: boolean
  readonly sums: DebtSums
  readonly kinds: readonly TaxKind[]
  readonly officer: Officer
  /** With columns for how long each is overdue, or the register. */
  readonly isAged: boolean
}

export function listPage(asked: AskedDebts, found: FoundDebts): ListFrame {
  const { debts: shown, officer, isAged, sums } = found
  const path = isAged ? paths.aged : paths.list
  const next = new URLSearchParams([...queryOf(asked), ['after', shown.at(-1)?.id ?? '']])
  const href = (debt: TaxDebt) => seenFrom(officer.organisationId, debt.organisationId, paths.show(debt.id))
  return {
    ...listFrame({
      title: isAged ? text.agedTitle : text.listTitle, path, errors: asked.errors, countText: text.shown(String(shown.length), sums.count.toLocaleString('en')),
      next: found.hasMore ? `${path}?${next}` : undefined, controls: controlsOf(asked, found), actions: actionsOf(asked, found),
    }),
    lineTable: isAged ? agedTable(shown, { asked, sums, href }) : debtTable(shown, { asked, sums, href }),
  }
}

function actionsOf(asked: AskedDebts, { officer, isAged }: FoundDebts): NonNullable<PageHeader['actions']> {
  const other = isAged ? { text: text.list, href: paths.list, kind: 'secondary' as const } : { text: text.aged, href: paths.aged, kind: 'secondary' as const }
  return [
    ...(officer.permissions.has('revenue.debtor:create') && !isAged ? [{ text: text.newTitle, href: paths.new, kind: 'primary' as const }] : []), other,
    ...(isAged ? [] : [{ text: text.runs, href: taxRunPaths.list, kind: 'secondary' as const }]),
    ...exportActions(isAged ? paths.aged : paths.list, queryOf(asked), officer.permissions.has('revenue.debtor:print')),
  ]
}

function queryOf(asked: AskedDebts): URLSearchParams {
  return new URLSearchParams({
    organisation: asked.organisationId, kind: asked.taxKind ?? '', year: asked.taxYear === undefined ? '' : String(asked.taxYear), state: asked.state, text: asked.text, day: asked.typedDay,
  })
}

function controlsOf(asked: AskedDebts, { kinds, isAged }: FoundDebts): Control[] {
  const states = [{ value: 'unpaid', text: `${text.states.open.text}/${text.states.late.text}` }, ...debtStates.map((state) => ({ value: state, text: text.states[state].text })), { value: 'all', text: receiptsText.all }]
  return [
    { select: select({ name: 'kind', label: fields.taxKind, value: asked.taxKind, options: withAll(kinds.map((kind) => ({ value: kind.code, text: kind.name }))) }) },
    { field: field({ name: 'year', label: fields.taxYear, value: asked.taxYear === undefined ? '' : String(asked.taxYear), type: 'number', width: 'short' }) },
    ...(isAged ? [{ date: date({ name: 'day', label: text.asOf('').trim(), value: asked.typedDay, error: asked.errors.day }) }]
      : [{ select: select({ name: 'state', label: fields.state, value: asked.state, options: states }) }]),
    { field: field({ name: 'text', label: fields.search, value: asked.text, hint: fields.searchHint }) },
  ]
}

interface TableWishes {
  readonly asked: AskedDebts
  readonly sums: DebtSums
  readonly href: (debt: TaxDebt) => string | undefined
}

export const taxName = ({ taxKind, taxYear }: TaxDebt) => `${taxKind.name} ${taxYear}`

function debtTable(debts: readonly TaxDebt[], { asked, sums, href }: TableWishes): LineTable {
  return lineTable({
    caption: text.listTitle, captionHidden: true, empty: text.empty, columns: debtColumns,
    rows: debts.map((debt) => [
      { text: debtNumber(debt), href: href(debt) }, { text: debt.taxpayer.name, note: debt.taxpayer.key }, taxName(debt), formatMoney(debt.assessed), formatMoney(debt.discount), formatMoney(debt.reduced),
      formatMoney(debt.paid), formatMoney(debt.writtenOff), formatMoney(balanceOf(debt)), formatThaiDateShort(debt.dueDate), { status: text.states[shownState(debt, asked.day)] },
    ]),
    totals: [{ label: text.sumOfAll, isGrand: true, cells: [...[sums.assessed, sums.discount, sums.reduced, sums.paid, sums.writtenOff, sums.balance].map(formatMoney), '', ''] }],
  })
}

const debtColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.taxpayer, kind: 'text' }, { label: columns.tax, kind: 'text' }, { label: columns.assessed, kind: 'money' },
  { label: columns.discount, kind: 'money' }, { label: columns.reduced, kind: 'money' }, { label: columns.paid, kind: 'money' }, { label: columns.writtenOff, kind: 'money' }, { label: columns.balance, kind: 'money' },
  { label: columns.due, kind: 'date' }, { label: columns.state, kind: 'status' },
]

/** Each balance in the band of its days past due. */
function bandAmounts(debt: TaxDebt, day: CalendarDate): Money[] {
  const band = bandOf(debt.dueDate, day)
  return text.bands.map((_name, index) => (index === band ? balanceOf(debt) : zero))
}

function agedTable(debts: readonly TaxDebt[], { asked, sums, href }: TableWishes): LineTable {
  const blank = (amount: Money) => (amount === zero ? '' : formatMoney(amount))
  return lineTable({
    caption: text.agedTitle, captionHidden: true, empty: text.empty, columns: agedColumns,
    rows: debts.map((debt) => [
      { text: debtNumber(debt), href: href(debt), note: taxName(debt) }, debt.taxpayer.name, formatThaiDateShort(debt.dueDate), ...bandAmounts(debt, asked.day).map(blank), formatMoney(balanceOf(debt)),
    ]),
    totals: [{ label: text.sumOfAll, isGrand: true, cells: [...sums.bands, sums.balance].map(formatMoney) }],
  })
}

const agedColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.taxpayer, kind: 'text' }, { label: columns.due, kind: 'date' },
  ...text.bands.map((label): Column => ({ label, kind: 'money' })), { label: columns.balance, kind: 'money' },
]

export function exportTable(asked: AskedDebts, { debts, isAged }: FoundDebts, organisation: string): ExportTable {
  const title = isAged ? text.agedTitle : text.listTitle
  const figures = (debt: TaxDebt) => (isAged ? [...bandAmounts(debt, asked.day), balanceOf(debt)]
    : [debt.assessed, debt.discount, debt.reduced, debt.paid, debt.writtenOff, balanceOf(debt), text.states[shownState(debt, asked.day)].text])
  const names = isAged ? [...text.bands, columns.balance] : [columns.assessed, columns.discount, columns.reduced, columns.paid, columns.writtenOff, columns.balance, columns.state]
  return {
    fileName: isAged ? `aged-tax-debts-${asked.day}` : `tax-debts-${asked.day}`, name: title, about: [organisation, title, text.asOf(formatThaiDate(asked.day))],
    header: [columns.number, columns.taxpayer, columns.tax, columns.due, ...names],
    rows: debts.map((debt) => [debtNumber(debt), `${debt.taxpayer.key} ${debt.taxpayer.name}`, taxName(debt), { day: debt.dueDate }, ...figures(debt)]),
  }
}

export function printPage(asked: AskedDebts, { debts, isAged, sums }: FoundDebts, organisation: string): DeskPaper {
  const wishes = { asked, sums, href: () => undefined }
  const title = isAged ? text.agedTitle : text.listTitle
  return {
    title, print: { backHref: `${isAged ? paths.aged : paths.list}?${queryOf(asked)}`, isLandscape: true },
    printHead: { organisation, title, asOf: text.asOf(formatThaiDate(asked.day)), unit: receiptsText.unit },
    tables: [isAged ? agedTable(debts, wishes) : debtTable(debts, wishes)], lines: [], signatures: { signers: [] },
  }
}

export interface ShownDebt {
  readonly debt: TaxDebt
  readonly due: Due
  readonly day: CalendarDate
  readonly figures: TaxFigures
  readonly reductions: readonly Reduction[]
  readonly officer: Officer
  /** Its run of 30 September comes before anything is collected. */
  readonly yearToSetUp: FiscalYear | undefined
  /** This officer asked for the cancellation and may confirm it all the same: a small unit. */
  readonly isAlone: boolean
  readonly trail: Trail
}

export interface DebtPage extends DeskPage {
  /** The day the payment is reckoned for. */
  readonly filters: Filters
}

export function showPage(shown: ShownDebt, errors: FieldErrors = {}): DebtPage {
  const { debt, officer, trail } = shown
  const number = debtNumber(debt)
  const allowed: string[] = debtLifecycle.allows(officer, asSigned(debt, shown.isAlone))
  const mayWriteOff = officer.permissions.has('revenue.trust:create') && debt.standing !== zero
  const payOn = date({ name: 'day', label: fields.payOn, value: formatThaiDateField(shown.day) })
  const page = deskPage({
    title: text.title(number), crumbs: [{ text: text.listTitle, href: paths.list }, { text: number }], status: text.states[shownState(debt, shown.day)], trail, errors, notice: setUpNotice(shown),
    items: [
      ...itemsOf([[fields.taxKind, `${taxName(debt)} (${debt.taxKind.reference})`]]),
      { label: fields.taxpayer, text: `${debt.taxpayer.key} ${debt.taxpayer.name}`, href: seenFrom(officer.organisationId, debt.organisationId, taxpayerPaths.show(debt.taxpayer.id)) },
      ...itemsOf([
        [fields.notice, formatThaiDate(debt.noticeDate)], [fields.dueDate, formatThaiDate(debt.dueDate)], [fields.warnedOn, debt.warned ? formatThaiDate(debt.warned.on) : ''],
        [fields.warnedUntil, debt.warned ? formatThaiDate(debt.warned.until) : ''], [fields.setUp, debt.isSetUp ? text.setUp.yes : text.setUp.no], [fields.preparer, debt.preparer.name],
        [fields.remark, debt.remark], [fields.reason, debt.cancelReason ?? ''], [fields.asker, debt.asker],
      ]),
      ...moneyItems([[columns.assessed, debt.assessed], [columns.discount, debt.discount], [columns.reduced, debt.reduced], [columns.paid, debt.paid], [columns.writtenOff, debt.writtenOff], [columns.balance, balanceOf(debt)]]),
    ],
    tables: debtTables(shown),
    actions: stepActions({
      document: debt, officer, paths, allowed, buttons, print: officer.permissions.has('revenue.debtor:print') ? text.print : undefined,
      links: [...(mayCollect(shown) ? [{ text: text.collect, href: counterPaths.debt(debt.id) }] : []), ...(mayWriteOff ? [{ text: text.writeOff, href: `${moneyEntryPaths.newOf('write-off')}&debt=${debt.id}` }] : [])],
    }),
  })
  return { ...page, filters: { label: text.reckon, action: paths.show(debt.id), controls: [{ date: payOn }] } }
}

function mayCollect({ debt, officer, yearToSetUp }: ShownDebt): boolean {
  return debt.state === 'assessed' && yearToSetUp === undefined && !isZero(balanceOf(debt)) && officer.permissions.has('revenue.receipt:create')
}

function setUpNotice({ debt, officer, yearToSetUp }: ShownDebt): DeskPage['notice'] {
  if (yearToSetUp === undefined || debt.state === 'cancelled' || debt.organisationId !== officer.organisationId) return undefined
  return { kind: 'warning', text: text.errors.setUpFirst(String(yearToSetUp)), link: { text: text.runs, href: taxRunPaths.list } }
}

type DebtTables = Pick<ShownDebt, 'debt' | 'day' | 'due' | 'figures' | 'reductions'>

export function debtTables(shown: DebtTables): LineTable[] {
  const { debt, reductions } = shown
  return [
    ...(debt.signs.length > 0 ? [signTable(shown)] : []), ...(debt.parts > 1 ? [partTable(debt)] : []), ...(reductions.length > 0 ? [reductionTable(reductions)] : []), dueTable(shown),
  ]
}

const buttons: readonly StepButton<'warn' | 'reduce' | 'confirm-reduction' | 'refuse-reduction' | 'cancel' | 'confirm-cancel' | 'refuse-cancel'>[] = [
  { step: 'confirm-reduction', label: reductionText.confirm, kind: 'primary' }, { step: 'refuse-reduction', label: reductionText.refuse, kind: 'secondary', reason: reductionText.refusal },
  { step: 'warn', label: text.warn, kind: 'secondary', isConfirmed: true }, { step: 'reduce', label: reductionText.ask, kind: 'secondary', isConfirmed: true }, { step: 'cancel', label: text.cancel, kind: 'danger', reason: fields.reason },
  { step: 'confirm-cancel', label: text.confirmCancel, kind: 'danger' }, { step: 'refuse-cancel', label: text.refuseCancel, kind: 'secondary', reason: fields.refusal },
]

const moneyItems = (facts: readonly (readonly [string, Money])[]) => facts.map(([label, amount]) => ({ label, text: formatMoney(amount), isMoney: true }))

function signTable({ debt, figures }: DebtTables): LineTable {
  return lineTable({
    caption: text.signs, empty: '', columns: [
      { label: text.sign.width, kind: 'number' }, { label: text.sign.height, kind: 'number' }, { label: text.sign.script, kind: 'text', isRowHeader: true },
      { label: text.sign.moving, kind: 'text' }, { label: text.sign.tax, kind: 'money' },
    ],
    rows: debt.signs.map((sign) => [
      String(sign.width), String(sign.height), text.scripts[sign.script], text.moving[sign.isMoving ? 'moving' : 'still'], formatMoney(signTax(sign, figures)),
    ]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(debt.assessed)] }],
  })
}

function partTable(debt: TaxDebt): LineTable {
  const open = openParts(owedOf(debt), settledOf(debt))
  return lineTable({
    caption: text.partsTitle, empty: text.noParts,
    columns: [{ label: columns.part, kind: 'number', isRowHeader: true }, { label: columns.due, kind: 'date' }, { label: columns.amount, kind: 'money' }],
    rows: open.map((part, index) => [String(debt.parts - open.length + index + 1), formatThaiDateShort(part.due), formatMoney(part.amount)]),
  })
}

/** Tax, penalty and surcharge apart, with what the receipt has to say so that the register finds them. */
function dueTable({ due, day }: DebtTables): LineTable {
  return lineTable({
    caption: text.dueTitle(formatThaiDate(day)), empty: text.noDue,
    columns: [
      { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.income, kind: 'code' }, { label: columns.reference, kind: 'code' }, { label: columns.amount, kind: 'money' },
    ],
    rows: due.lines.map((line) => [text.dueKinds[line.kind], [line.incomeCode, line.subKey ?? ''].join(' ').trim(), line.reference, formatMoney(line.amount)]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(due.total)] }],
  })
}

export function warnPage(debt: TaxDebt, typed: Readonly<Record<'warnedOn' | 'warnedUntil', string>>, errors: FieldErrors = {}): ConfirmPage {
  const number = debtNumber(debt)
  const day = (name: 'warnedOn' | 'warnedUntil'): Control => ({ date: date({ name, label: fields[name], value: typed[name], error: errors[name], required: true }) })
  return {
    title: text.warn, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: number, href: paths.show(debt.id) }, { text: text.warn }],
    confirm: {
      question: text.warnQuestion(number), consequences: text.warnConsequences, action: paths.step(debt.id, 'warn'), version: String(debt.version), label: text.warn, kind: 'primary',
      cancel: { text: receiptsText.back, href: paths.show(debt.id) }, controls: [day('warnedOn'), day('warnedUntil')],
    },
  }
}
