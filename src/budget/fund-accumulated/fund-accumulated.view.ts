// The form, the table of what is usable, and the memo of an approval out of accumulated money as finished strings.
import { bahtText } from '../../platform/baht-text.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, lineTable, type Column, type Control, type LineTable, type RowArguments, type SummaryItem } from '../../platform/http/components.ts'
import { formatMoney, isZero, minus, negate, zero, type Money } from '../../platform/money.ts'
import { accumulatedPaths as paths } from '../budget.paths.ts'
import { budgetText } from '../budget.text.ts'
import { type Approval } from '../approver/approver.ts'
import { deskText } from '../desk.text.ts'
import { approverName, formFrame, headControls, memoPage, type FormPage, type MemoPrint } from '../desk/desk.view.ts'
import { type FundRules } from '../fund-lines/fund-lines.ts'
import { fundEditor, fundTable } from '../fund-lines/fund-lines.view.ts'
import { accumulatedSources, deductions, type Usable } from '../fund-usable/fund-usable.ts'
import { accumulatedText as text } from '../fund.text.ts'
import { type Names } from '../settings/settings.ts'
import { particularsOf, usableKept, type AccumulatedInput } from './fund-accumulated.schema.ts'
import { purposes, type Accumulated } from './fund-accumulated.ts'

const { fields, usable: words } = text

export interface AccumulatedFormAround {
  readonly document: Accumulated | undefined
  readonly fiscalYear: number
  readonly rules: FundRules
  readonly total: Money
  readonly usable: Usable
  readonly approval: Approval
  readonly errors: FieldErrors
  readonly isAgain: boolean
}

export function formPage(input: AccumulatedInput, around: AccumulatedFormAround): FormPage {
  const { errors, usable, total, approval } = around
  return {
    ...formFrame({ paths, text }, { ...around, input }), controls: [...ownControls(input, errors), ...headControls(input, errors)], hint: text.hint,
    editors: [fundEditor(input.lines, around)], check: text.check, checkedTitle: words.title,
    checked: {
      items: [
        ...usableRows(usable, total).map(({ label, amount }) => ({ label, text: formatMoney(amount), isMoney: true })),
        { label: words.approver, text: deskText.approval(budgetText.approvers[approval.approver], approval.reference) },
      ],
    },
  }
}

function ownControls(input: AccumulatedInput, errors: FieldErrors): Control[] {
  const sources = accumulatedSources.map((value) => ({ value, text: text.sources[value] }))
  const aims = purposes.map((value) => ({ value, text: text.purposes[value] }))
  const ticked = input.contributions ? ['yes'] : []
  return [
    { choice: choice({ name: 'source', label: fields.source, type: 'radio', options: sources, values: [input.source], error: errors.source, required: true, inline: true }) },
    { choice: choice({ name: 'purpose', label: fields.purpose, type: 'radio', options: aims, values: [input.purpose], error: errors.purpose, required: true }) },
    { choice: choice({
      name: 'contributions', label: fields.contributions, type: 'checkbox', options: [{ value: 'yes', text: fields.contributionsPaid }], values: ticked, error: errors.contributions,
    }) },
  ]
}

interface UsableRow {
  readonly label: string
  readonly amount: Money
  readonly isSum?: true
}

/** From the account to what is left when this is approved; deductions of nothing are left out. */
function usableRows({ balance, deducted, usable }: Usable, asked: Money): UsableRow[] {
  const less = deductions.filter((name) => !isZero(deducted[name])).map((name) => ({ label: words.deductions[name], amount: negate(deducted[name]) }))
  return [
    { label: words.balance, amount: balance }, ...less, { label: words.usable, amount: usable, isSum: true },
    { label: words.asked, amount: asked }, { label: words.left, amount: minus(usable, asked) },
  ]
}

/** What was usable when it was laid before its approver, or approved. */
export function keptTables(document: Accumulated): LineTable[] {
  const kept = usableKept(document)
  return kept ? [usableTable(kept, document.total ?? zero, words.keptAt(formatThaiDate(kept.on)))] : []
}

export function usableTable(usable: Usable, asked: Money, caption: string = words.title): LineTable {
  return lineTable({
    caption, empty: '', columns: usableColumns,
    rows: usableRows(usable, asked).slice(0, -1).map(({ label, amount, isSum }): RowArguments => (
      isSum === true ? { subtotal: { label, cells: [formatMoney(amount)] } } : [{ text: label }, formatMoney(amount)])),
    totals: [{ label: words.left, isGrand: true, cells: [formatMoney(minus(usable.usable, asked))] }],
  })
}

const usableColumns: readonly Column[] = [{ label: words.row, kind: 'text', isRowHeader: true }, { label: words.amount, kind: 'money' }]

export function ownItems(document: Accumulated): SummaryItem[] {
  const { purpose, contributions } = particularsOf(document)
  return [
    { label: fields.source, text: sourceName(document) }, { label: fields.purpose, text: text.purposes[purpose] },
    ...(contributions ? [{ label: fields.contributions, text: fields.contributionsPaid }] : []),
  ]
}

function sourceName({ sourceCode }: Accumulated): string {
  const source = accumulatedSources.find((code) => code === sourceCode)
  return source ? text.sources[source] : ''
}

export interface Paper {
  readonly names: Names
  readonly organisation: string
  readonly mark: string
}

export function memo(document: Accumulated, { names, organisation, mark }: Paper): MemoPrint {
  const total = document.total ?? zero
  return memoPage(document, {
    title: text.paper.title, backHref: paths.show(document.id), organisation, mark, background: text.paper.background(sourceName(document)),
    facts: text.paper.facts(text.purposes[particularsOf(document).purpose], document.reason), lineTable: fundTable(document, { names, isLinked: false }),
    tables: keptTables(document),
    proposal: text.paper.proposal(approverName(document), formatMoney(total), bahtText(total)),
  })
}
