// The form of a purchase request: head, budget lines with what is left of them, items, inspectors.
import { budgetLineList, budgetLineName, budgetLineOptions, budgetLinePaths, type LineWithBalance } from '../../budget/index.ts'
import { formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, date, field, lineEditor, money, select, type Control, type LineEditor } from '../../platform/http/components.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { requestPaths as paths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { requestText as text } from '../purchase-request.text.ts'
import { purchaseForm, type PurchaseForm } from '../purchase-desk/purchase-desk.view.ts'
import { typedTotal, type RequestKnown, type TypedRows } from '../purchase-request-rows/purchase-request-rows.ts'
import { type RequestInput } from '../purchase-request/purchase-request.schema.ts'
import { inspectorRoles, purchaseKinds, type PurchaseRequest } from '../purchase-request/purchase-request.ts'
import { formatQuantity } from '../../platform/quantity.ts'

const { fields, columns, captions } = text

export interface RequestChoices {
  readonly known: RequestKnown
  /** The draft that is changed. */
  readonly request: PurchaseRequest | undefined
  readonly fiscalYear: number
  /** More blank rows were asked for. */
  readonly isMore: boolean
}

export function requestForm(input: RequestInput, { known, request, fiscalYear, isMore }: RequestChoices, errors: FieldErrors): PurchaseForm {
  const title = request ? text.editTitle : text.newTitle
  return {
    ...purchaseForm({ listTitle: text.listTitle, title, paths, id: request?.id, formKey: input.formKey, version: input.version, errors }),
    hint: '', hidden: [{ name: 'fiscalYear', value: String(fiscalYear) }], controls: controlsOf(input, known, errors), editors: editorsOf(input.rows, known, { errors, isMore }),
  }
}

function controlsOf(input: RequestInput, { rules }: RequestKnown, errors: FieldErrors): Control[] {
  const methods = [{ value: '', text: fields.choose }, ...rules.methods.map(({ code, name, clause }) => ({ value: code, text: `${name} ${clause}` }))]
  const kinds = purchaseKinds.map((kind) => ({ value: kind, text: text.kinds[kind] }))
  const asked = <N extends 'documentDate' | 'title' | 'reason' | 'medianPrice' | 'deliveryDays' | 'kind' | 'methodCode'>(name: N) => (
    { name, label: fields[name], value: input[name], error: errors[name], required: name !== 'medianPrice' })
  return [
    { date: date(asked('documentDate')) },
    { choice: choice({ ...asked('kind'), type: 'radio', inline: true, options: kinds, values: [input.kind] }) },
    { select: select({ ...asked('methodCode'), options: methods, width: 'full' }) },
    { field: field({ ...asked('title'), width: 'full', maxLength: 300 }) },
    { field: field({ ...asked('reason'), width: 'full', rows: 3, maxLength: 2000 }) },
    { money: money({ ...asked('medianPrice'), hint: fields.medianHint }) },
    { field: field({ ...asked('deliveryDays'), type: 'number', width: 'short', hint: fields.deliveryHint, suffix: fields.deliverySuffix }) },
  ]
}

/** The box for a budget line as it was typed; once it is known what was meant, with its number and name. */
export function lineCells(typed: { readonly line: string; readonly amount: string }, lines: readonly LineWithBalance[]): Record<string, string> {
  const found = lines.find((line) => budgetLineName(line) === typed.line || String(line.number) === typed.line)
  return { line: found ? budgetLineName(found) : typed.line, available: found ? formatMoney(found.balance.available) : '', amount: typed.amount }
}

export const availableColumns = [
  { name: 'line', label: columns.line, kind: 'text', list: budgetLineList },
  { name: 'available', label: columns.available, kind: 'output', ask: budgetLinePaths.available, of: 'line' },
  { name: 'amount', label: columns.amount, kind: 'money', isTotalled: true },
] as const

interface Around {
  readonly errors: FieldErrors
  readonly isMore: boolean
}

function editorsOf(rows: TypedRows, { lines }: RequestKnown, { errors, isMore }: Around): LineEditor[] {
  const addRows = { name: 'again', value: 'more', label: procurementText.more }
  const blank = (given: readonly unknown[], least: number) => Math.max(isMore ? 3 : 0, least - given.length)
  const roles = inspectorRoles.map((role) => ({ value: role, text: text.roles[role] }))
  return [
    lineEditor({
      name: 'items', caption: captions.items, errors, addRows, rows: rows.items, blankRows: blank(rows.items, 3), columns: [
        { name: 'name', label: columns.item, kind: 'text' }, { name: 'quantity', label: columns.quantity, kind: 'number' }, { name: 'unit', label: columns.unit, kind: 'text' },
        { name: 'price', label: columns.price, kind: 'money' },
      ],
    }),
    lineEditor({
      name: 'lines', caption: captions.lines, columns: availableColumns, errors, addRows, rows: rows.lines.map((row) => lineCells(row, lines)), blankRows: blank(rows.lines, 1),
      totals: { amount: formatMoney(typedTotal(rows.lines)) }, lists: [{ id: budgetLineList, options: budgetLineOptions(lines) }],
    }),
    lineEditor({
      name: 'inspectors', caption: captions.inspectors, errors, addRows, rows: rows.inspectors, blankRows: blank(rows.inspectors, 1), columns: [
        { name: 'name', label: columns.name, kind: 'text' }, { name: 'position', label: columns.position, kind: 'text' },
        { name: 'role', label: columns.role, kind: 'text', options: roles },
      ],
    }),
  ]
}

export function blankRequest(formKey: string, today: CalendarDate): RequestInput {
  return {
    documentDate: formatThaiDateField(today), kind: 'buy', methodCode: '', title: '', reason: '', medianPrice: '', deliveryDays: '', formKey, version: '',
    rows: { lines: [], items: [], inspectors: [] },
  }
}

/** A stored draft in the boxes. */
export function requestInput(request: PurchaseRequest): RequestInput {
  const amount = (value: Money | null) => (value === null ? '' : formatMoney(value))
  return {
    documentDate: formatThaiDateField(request.documentDate), kind: request.kind, methodCode: request.methodCode, title: request.title, reason: request.reason,
    medianPrice: amount(request.medianPrice), deliveryDays: String(request.deliveryDays), formKey: '', version: String(request.version),
    rows: {
      lines: request.lines.map((line) => ({ line: budgetLineName(line), amount: formatMoney(line.amount) })),
      items: request.items.map(({ name, quantity, unit, price }) => ({ name, quantity: formatQuantity(quantity), unit, price: formatMoney(price) })),
      inspectors: request.inspectors.map((inspector) => ({ ...inspector })),
    },
  }
}
