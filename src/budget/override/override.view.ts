// The form, the line and the paper of an override as finished strings.
import { bahtText } from '../../platform/baht-text.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { field, lineTable, money, type LineTable, type SummaryItem } from '../../platform/http/components.ts'
import { formatMoney, plus, zero } from '../../platform/money.ts'
import { linePaths, overridePaths as paths } from '../budget.paths.ts'
import { budgetText } from '../budget.text.ts'
import { deskText } from '../desk.text.ts'
import { approverName, formFrame, headControls, memoPage, type FormPage, type MemoPrint } from '../desk/desk.view.ts'
import { nameOf, type Known } from '../named-line/named-line.ts'
import { lineControl } from '../named-line/named-line.view.ts'
import { overrideText as text } from '../override.text.ts'
import { type Names } from '../settings/settings.ts'
import { type OverrideInput } from './override.schema.ts'
import { openCodes, overridable, type JudgedOverride, type Override } from './override.ts'

const { fields, checked, table } = text

export interface FormChoices {
  readonly override: Override | undefined
  readonly known: Known
  readonly judged: JudgedOverride
}

export function formPage(input: OverrideInput, { override, known, judged }: FormChoices, errors: FieldErrors = {}): FormPage {
  const isShut = openCodes(known).length === 0
  return {
    ...formFrame({ paths, text }, { document: override, input, fiscalYear: fiscalYearOf(known.on), errors }),
    controls: [
      ...headControls(input, errors), lineControl(input.line, overridable(known), errors.line),
      { field: field({ name: 'legal', label: fields.legal, value: input.legal, error: errors.legal, required: true, width: 'full', maxLength: 500 }) },
      { money: money({ name: 'amount', label: fields.amount, value: input.amount, error: errors.amount, required: true }) },
    ],
    shut: isShut && override === undefined ? text.closed : undefined,
    hint: isShut ? text.closed : text.hint, editors: [], check: text.check, checkedTitle: checked.title,
    checked: judged.line ? { items: checkedItems(judged, known) } : undefined,
  }
}

function checkedItems({ line, amount, approval }: JudgedOverride, { available }: Known): SummaryItem[] {
  const rest = available.get(line?.id ?? '') ?? zero
  return [
    { label: checked.available, text: formatMoney(rest), isMoney: true }, { label: checked.after, text: formatMoney(plus(rest, amount)), isMoney: true },
    { label: checked.approver, text: deskText.approval(budgetText.approvers[approval.approver], approval.reference) },
  ]
}

export function allowedTable(override: Override, { names, isLinked }: { readonly names: Names; readonly isLinked: boolean }): LineTable {
  return lineTable({
    caption: table.caption, empty: '', columns: [
      { label: table.line, kind: 'text', isRowHeader: true }, { label: table.plan, kind: 'text' }, { label: table.set, kind: 'money' },
      { label: table.before, kind: 'money' }, { label: table.amount, kind: 'money' }, { label: table.after, kind: 'money' },
    ],
    rows: override.lines.flatMap(({ control, amount, availableBefore, lineId }) => {
      if (!control) return []
      const before = availableBefore ?? control.balance.available
      const task = names.classes.get(control.taskCode)
      return [[
        { text: nameOf(control), href: isLinked && lineId ? linePaths.show(override.organisationId, lineId) : undefined },
        task ? `${task.code} ${task.name}` : control.taskCode, formatMoney(plus(control.balance.approved, control.balance.supplemented)), formatMoney(before), formatMoney(amount),
        formatMoney(plus(before, amount)),
      ]]
    }),
  })
}

export function legalItem({ lines }: Override): SummaryItem {
  return { label: text.legalFact, text: lines[0]?.legalReference ?? '' }
}

export function memo(override: Override, { names, organisation, mark }: { readonly names: Names; readonly organisation: string; readonly mark: string }): MemoPrint {
  const { paper } = text
  const total = override.total ?? zero
  return memoPage(override, {
    title: paper.title, backHref: paths.show(override.id), organisation, mark, lineTable: allowedTable(override, { names, isLinked: false }),
    background: paper.background(String(override.fiscalYear), legalItem(override).text), facts: paper.facts(override.reason),
    proposal: paper.proposal(approverName(override), formatMoney(total), bahtText(total)),
  })
}
