// The form, the two wordings and the paper of an amendment as finished strings.
import { fiscalYearOf } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, field, lineTable, type Control, type LineTable, type SummaryItem, type SummaryList } from '../../platform/http/components.ts'
import { amendmentText as text } from '../amendment.text.ts'
import { amendmentPaths as paths, linePaths } from '../budget.paths.ts'
import { budgetText } from '../budget.text.ts'
import { deskText } from '../desk.text.ts'
import { approverName, formFrame, headControls, memoPage, type FormPage, type MemoPrint } from '../desk/desk.view.ts'
import { nameOf, type Known } from '../named-line/named-line.ts'
import { lineControl } from '../named-line/named-line.view.ts'
import { type Names } from '../settings/settings.ts'
import { type AmendmentInput } from './amendment.schema.ts'
import { amendable, oldLocationOf, type Amendment, type Rewording } from './amendment.ts'

const { fields, table, checked } = text

export interface FormChoices {
  readonly amendment: Amendment | undefined
  readonly known: Known
  readonly judged: Rewording
}

export function formPage(input: AmendmentInput, { amendment, known, judged }: FormChoices, errors: FieldErrors = {}): FormPage {
  return {
    ...formFrame({ paths, text }, { document: amendment, input, fiscalYear: fiscalYearOf(known.on), errors }),
    controls: [...headControls(input, errors), lineControl(input.line, amendable(known), errors.line), changesControl(input, errors)], hint: text.hint,
    beside: judged.line ? wordingControls(judged, errors) : undefined, editors: [], check: text.check, checkedTitle: checked.title,
    checked: judged.line ? checkedOf(judged) : undefined,
  }
}

/** What stands beside what shall stand; the new begins as the old. */
function wordingControls({ line, wording }: Rewording, errors: FieldErrors): Control[] {
  const box = (name: 'explanation' | 'location', rows: number, maxLength: number): Control => ({ field: field({
    name, label: fields[name], value: wording[name], error: errors[name], required: name === 'explanation', rows, maxLength, width: 'full',
  }) })
  const old = (name: 'oldExplanation' | 'oldLocation', value: string | undefined, rows: number): Control => (
    { field: field({ name, label: fields[name], value, rows, readOnly: true, width: 'full' }) })
  return [old('oldExplanation', line?.explanation, 6), box('explanation', 6, 1000), old('oldLocation', line?.location, 2), box('location', 2, 500)]
}

function changesControl(input: AmendmentInput, errors: FieldErrors): Control {
  const options = [{ value: 'no', text: text.answers.no }, { value: 'yes', text: text.answers.yes }]
  const changes = { name: 'changes', label: fields.changes, hint: fields.changesHint, values: [input.changes], error: errors.changes }
  return { choice: choice({ ...changes, type: 'radio', options, inline: true, required: true }) }
}

function checkedOf({ approval, isSiteChanged }: Rewording): SummaryList {
  return { items: [
    { label: checked.site, text: isSiteChanged ? checked.siteChanged : checked.siteSame },
    { label: checked.approver, text: deskText.approval(budgetText.approvers[approval.approver], approval.reference) },
  ] }
}

export function wordingTable(amendment: Amendment): LineTable {
  const [line] = amendment.lines
  const row = (what: string, before: string, after: string) => [what, { text: before || table.none }, { text: after || table.none }]
  return lineTable({
    caption: table.caption, empty: '', columns: [
      { label: table.what, kind: 'text', isRowHeader: true }, { label: table.old, kind: 'text' }, { label: table.new, kind: 'text' },
    ],
    rows: [
      row(table.explanation, line?.oldExplanation ?? '', line?.explanation ?? ''), row(table.location, oldLocationOf(amendment), line?.location ?? ''),
    ],
  })
}

/** Of which line it speaks. */
export function lineItems(amendment: Amendment, names: Names): SummaryItem[] {
  const { facts } = text
  const control = amendment.lines[0]?.control
  if (!control) return []
  const nameIn = (code: string | null | undefined) => (code ? `${code} ${names.classes.get(code)?.name ?? ''}` : '')
  const [task, economic] = [names.classes.get(control.taskCode), names.classes.get(control.economicCode)]
  return [
    { label: facts.line, text: nameOf(control), href: linePaths.show(amendment.organisationId, control.id) },
    { label: facts.department, text: names.departments.get(control.departmentId ?? '')?.name ?? table.none },
    { label: facts.plan, text: `${nameIn(task?.planCode)} / ${nameIn(task?.code)}` },
    { label: facts.category, text: `${nameIn(economic?.typeCode)} / ${nameIn(economic?.code)}` },
    { label: facts.changes, text: amendment.changesSubstance ? text.answers.yes : text.answers.no },
  ]
}

export function memo(amendment: Amendment, { organisation, mark }: { readonly organisation: string; readonly mark: string }): MemoPrint {
  const { paper } = text
  const control = amendment.lines[0]?.control
  return memoPage(amendment, {
    title: paper.title, backHref: paths.show(amendment.id), organisation, mark, lineTable: wordingTable(amendment),
    background: paper.background(String(amendment.fiscalYear), control ? nameOf(control) : ''), facts: paper.facts(amendment.reason),
    proposal: paper.proposal(approverName(amendment)),
  })
}
