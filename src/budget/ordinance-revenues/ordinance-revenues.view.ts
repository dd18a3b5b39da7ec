// Estimates of revenue as finished strings: all documents by category, one document by code, and the grid.
import { listFrame, type ListFrame } from '../../documents/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  lineEditor, lineTable, refusals, type Column, type EditorColumn, type ErrorSummary, type LineEditor, type LineTable, type Link, type PageHeader,
  type RowArguments, type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isZero, readBaht, sum, zero } from '../../platform/money.ts'
import { baseText } from '../base.text.ts'
import { basePaths } from '../budget.paths.ts'
import { inUse } from '../revenue-type/revenue-type.ts'
import { type DocumentFilter } from '../document/document.ts'
import { statusOf } from '../document/document.view.ts'
import { namedText, pastYearsOf } from '../ordinance-form/ordinance-form.ts'
import { crumbsOf } from '../ordinance-form/ordinance-form.view.ts'
import { ordinanceFormText as words } from '../ordinance-form.text.ts'
import { estimatePaths } from '../ordinance-form.paths.ts'
import { deskOf, totalOf, type OrdinanceHead, type RevenueLine } from '../ordinance/ordinance.ts'
import { percentText } from '../report.view.ts'
import { yearControl } from '../ordinance/ordinance.view.ts'
import { type RevenuesInput } from './ordinance-revenues.schema.ts'
import {
  actualCells, byCategory, differenceOf, findRevenueCode, isChoosable, receivedOf, type CategorySum, type JudgedRevenues, type RevenueCode, type RevenueRules, type TypedRevenue,
} from './ordinance-revenues.ts'

const { estimates, revenues: text } = words
const list = 'revenue-codes'

interface Estimated {
  readonly sums: readonly CategorySum[]
  /** That have a budget. */
  readonly years: readonly number[]
}

export function estimatesPage({ fiscalYear }: Pick<DocumentFilter, 'fiscalYear'>, found: FoundPage<OrdinanceHead>, { sums, years }: Estimated): ListFrame {
  const { columns } = estimates
  const query = new URLSearchParams({ year: String(fiscalYear ?? ''), after: found.items.at(-1)?.id ?? '' })
  return {
    ...listFrame({
      title: estimates.title, path: estimatePaths.list, errors: {}, actions: [], controls: [yearControl(years, fiscalYear)], countText: estimates.shown(String(found.items.length)),
      next: found.hasMore ? `${estimatePaths.list}?${query}` : undefined,
    }),
    lineTable: lineTable({
      caption: estimates.title, captionHidden: true, empty: estimates.empty,
      columns: [{ label: columns.category, kind: 'text', isRowHeader: true }, { label: columns.amount, kind: 'money' }],
      rows: found.items.flatMap((document) => documentRows(document, sums.filter(({ documentId }) => documentId === document.id))),
    }),
  }
}

function documentRows(document: OrdinanceHead, sums: readonly CategorySum[]): RowArguments[] {
  const title = estimates.document(String(document.fiscalYear), document.title, statusOf(document).text)
  const rows = sums.map(({ name, amount }) => [name, formatMoney(amount)])
  return [
    { group: title, href: deskOf(document).paths.revenues(document.id) }, ...rows,
    sums.length === 0 ? [estimates.noLines, ''] : { subtotal: { label: estimates.total, cells: [formatMoney(totalOf(sums))] } },
  ]
}

export interface RevenuesPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly lineTable: LineTable
}

export interface ShownRevenues {
  readonly document: OrdinanceHead
  readonly lines: readonly RevenueLine[]
  readonly codes: readonly RevenueCode[]
  readonly mayEdit: boolean
}

export function revenuesPage({ document, lines, codes, mayEdit }: ShownRevenues): RevenuesPage {
  const [title, paths] = [text.title(String(document.fiscalYear)), deskOf(document).paths]
  const actions = mayEdit ? [{ text: text.edit, href: paths.revenuesEdit(document.id), kind: 'primary' as const }] : []
  return {
    title, breadcrumb: crumbsOf(document, text.crumb), pageHeader: { title, lead: words.unit, status: statusOf(document), actions },
    lineTable: lineTable({
      caption: document.title, empty: text.empty, columns: columnsOf(document), rows: byCategory(lines, codes).flatMap(categoryRows),
      totals: lines.length === 0 ? [] : [{ label: words.sum, isGrand: true, cells: figuresOf(lines) }],
    }),
  }
}

function categoryRows({ code, name, lines }: ReturnType<typeof byCategory>[number]): RowArguments[] {
  const rows = lines.map((line) => [{ text: `${line.code} ${line.name}`, note: line.explanation || undefined }, ...figuresOf([line])])
  return [{ group: text.category(code, name) }, ...rows, [text.subtotal(name), ...figuresOf(lines)]]
}

function figuresOf(lines: readonly RevenueLine[]): string[] {
  const actual = (index: 0 | 1 | 2) => formatMoney(sum(lines.map(({ actuals }) => actuals[index])))
  const [now, amount] = [sum(lines.map(({ estimateNow }) => estimateNow)), totalOf(lines)]
  return [actual(0), actual(1), actual(2), formatMoney(now), percentText(differenceOf(amount, now)), formatMoney(amount)]
}

function columnsOf({ fiscalYear }: OrdinanceHead): Column[] {
  const { columns } = text
  return [
    { label: columns.code, kind: 'text', isRowHeader: true }, ...pastYearsOf(fiscalYear).map((year): Column => ({ label: columns.actual(String(year)), kind: 'money' })),
    { label: columns.estimateNow(String(fiscalYear - 1)), kind: 'money' }, { label: columns.difference, kind: 'number' },
    { label: columns.amount(String(fiscalYear)), kind: 'money' },
  ]
}

export interface RevenuesFormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly version: string
  readonly fromBooks: string
  readonly lineEditor: LineEditor
  readonly checkedTitle: string
  readonly checked: SummaryList | undefined
}

export interface RevenueChoices {
  readonly document: OrdinanceHead
  readonly rules: RevenueRules
  readonly judged: JudgedRevenues
}

export function revenuesForm({ version, rows }: RevenuesInput, { document, rules, judged }: RevenueChoices, errors: FieldErrors): RevenuesFormPage {
  const [title, paths] = [text.editTitle(String(document.fiscalYear)), deskOf(document).paths]
  const inBooks = pastYearsOf(document.fiscalYear).filter((_year, index) => rules.received[index] !== undefined)
  const view: Link = { text: text.crumb, href: paths.revenues(document.id) }
  return {
    title, breadcrumb: crumbsOf(document, view, text.edit), pageHeader: { title, lead: words.unit, actions: [{ text: baseText.types.choose, href: basePaths.types, kind: 'secondary' }] }, ...refusals(errors),
    action: paths.revenuesEdit(document.id), cancelHref: view.href, version, fromBooks: inBooks.length > 0 ? text.fromBooks(inBooks.join(', ')) : '',
    lineEditor: editorOf(rows, { document, rules }, errors), checkedTitle: text.byCategory, checked: judged.lines.length > 0 ? checkedOf(judged, rules) : undefined,
  }
}

function editorOf(rows: readonly TypedRevenue[], { document, rules }: Pick<RevenueChoices, 'document' | 'rules'>, errors: FieldErrors): LineEditor {
  const choosable = inUse(rules.codes.filter(isChoosable), rules.inUse)
  const amounts = rows.map(({ amount }) => readBaht(amount) ?? zero)
  return lineEditor({
    name: 'lines', caption: rules.inUse.size === 0 ? text.crumb : `${text.crumb} (${baseText.types.hint})`, columns: editorColumns(document, rules), rows: rows.map((row) => shownRow(row, rules)), blankRows: Math.max(3, 8 - rows.length), errors,
    totals: { amount: formatMoney(sum(amounts)) }, addRows: { name: 'again', value: '5', label: words.more },
    lists: [{ id: list, options: choosable.map(({ code, name, categoryName }) => ({ value: `${code} ${name}`, text: categoryName })) }],
  })
}

function editorColumns({ fiscalYear }: OrdinanceHead, rules: RevenueRules): EditorColumn[] {
  const { columns } = text
  const actuals = pastYearsOf(fiscalYear).map((year, index): EditorColumn => {
    const column = { name: actualCells[index] ?? '', label: columns.actual(String(year)) }
    return rules.received[index] ? { ...column, kind: 'output', ask: estimatePaths.received(year), of: 'code' } : { ...column, kind: 'money' }
  })
  return [
    { name: 'code', label: columns.code, kind: 'text', list }, ...actuals, { name: 'estimateNow', label: columns.estimateNow(String(fiscalYear - 1)), kind: 'money' },
    { name: 'amount', label: columns.amount(String(fiscalYear)), kind: 'money', isTotalled: true },
    { name: 'difference', label: columns.difference, kind: 'output', of: 'amount', against: 'estimateNow' }, { name: 'explanation', label: columns.explanation, kind: 'text' },
  ]
}

/** Codes with their names, figures of the books, and the difference of what is typed. */
function shownRow(row: TypedRevenue, { codes, received }: RevenueRules) {
  const found = findRevenueCode(codes, row.code)
  const books = actualCells.map((cell, index) => {
    const known = received[index]
    return known && typeof found !== 'string' ? [cell, formatMoney(receivedOf(known, found.code))] : [cell, known ? '' : row[cell]]
  })
  const [amount, before] = [readBaht(row.amount) ?? zero, readBaht(row.estimateNow) ?? zero]
  return { ...row, ...Object.fromEntries(books), code: namedText(codes.filter(isChoosable), row.code), difference: percentText(differenceOf(amount, before)) }
}

function checkedOf({ lines }: JudgedRevenues, { codes }: RevenueRules): SummaryList {
  const named = lines.map((line): RevenueLine => {
    const code = codes.find((each) => each.code === line.code)
    return { ...line, name: code?.name ?? '', categoryCode: code?.categoryCode ?? '' }
  })
  const items = byCategory(named, codes).map(({ name, amount }) => ({ label: name, text: formatMoney(amount), isMoney: true }))
  return { items: [...items, { label: words.sum, text: formatMoney(totalOf(lines)), isMoney: true }] }
}

/** Stored estimates in the boxes. */
export function inputOf({ version }: OrdinanceHead, lines: readonly RevenueLine[]): RevenuesInput {
  const figure = (amount: RevenueLine['amount']) => (isZero(amount) ? '' : formatMoney(amount))
  return {
    version: String(version),
    rows: lines.map(({ code, name, actuals, estimateNow, amount, explanation }) => ({
      code: `${code} ${name}`, actual1: figure(actuals[0]), actual2: figure(actuals[1]), actual3: figure(actuals[2]), estimateNow: figure(estimateNow),
      amount: figure(amount), explanation,
    })),
  }
}
