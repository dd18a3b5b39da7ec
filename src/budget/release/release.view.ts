// The form and the paper of a release as finished strings.
import { bahtText } from '../../platform/baht-text.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, field, money, type Control, type LineTable, type SummaryItem } from '../../platform/http/components.ts'
import { formatMoney, minus, zero } from '../../platform/money.ts'
import { releasePaths as paths } from '../budget.paths.ts'
import { budgetText } from '../budget.text.ts'
import { deskText } from '../desk.text.ts'
import { approverName, formFrame, headControls, memoPage, type FormPage, type MemoPrint } from '../desk/desk.view.ts'
import { type Known } from '../named-line/named-line.ts'
import { lineControl } from '../named-line/named-line.view.ts'
import { releaseText as text } from '../release.text.ts'
import { type Names } from '../settings/settings.ts'
import { movedTable } from '../transfer/transfer.view.ts'
import { type ReleaseInput } from './release.schema.ts'
import { reservesIn, type JudgedRelease, type Release } from './release.ts'

const { fields, checked } = text

export interface FormChoices {
  readonly release: Release | undefined
  readonly known: Known
  readonly judged: JudgedRelease
}

export function formPage(input: ReleaseInput, { release, known, judged }: FormChoices, errors: FieldErrors = {}): FormPage {
  const [day, title, reason] = headControls(input, errors, { title: fields.event, titleHint: fields.eventHint })
  return {
    ...formFrame({ paths, text }, { document: release, input, fiscalYear: fiscalYearOf(known.on), errors }),
    controls: [day, title, kindControl(input, errors), reason, lineControl(input.line, reservesIn(known), errors.line), ...moneyControls(input, errors)]
      .filter((control) => control !== undefined),
    hint: text.hint, editors: [], check: text.check, checkedTitle: checked.title,
    checked: judged.line ? { items: checkedItems(judged, known) } : undefined,
  }
}

function kindControl({ variant }: ReleaseInput, errors: FieldErrors): Control {
  const options = Object.entries(text.kinds).map(([value, kind]) => ({ value, text: kind }))
  return { choice: choice({ name: 'variant', label: fields.variant, values: [variant], error: errors.variant, type: 'radio', options, required: true }) }
}

function moneyControls({ expense, amount }: ReleaseInput, errors: FieldErrors): Control[] {
  return [
    { field: field({ name: 'expense', label: fields.expense, hint: fields.expenseHint, value: expense, error: errors.expense, required: true, width: 'full', maxLength: 300 }) },
    { money: money({ name: 'amount', label: fields.amount, value: amount, error: errors.amount, required: true }) },
  ]
}

function checkedItems({ line, amount, approval }: JudgedRelease, { available }: Known): SummaryItem[] {
  const rest = available.get(line?.id ?? '') ?? zero
  return [
    { label: checked.available, text: formatMoney(rest), isMoney: true }, { label: checked.after, text: formatMoney(minus(rest, amount)), isMoney: true },
    { label: checked.approver, text: deskText.approval(budgetText.approvers[approval.approver], approval.reference) },
  ]
}

export function kindText(variant: string | null): string {
  return Object.entries(text.kinds).find(([kind]) => kind === variant)?.[1] ?? variant ?? ''
}

export function releasedTable(release: Release, around: { readonly names: Names; readonly isLinked: boolean }): LineTable {
  return movedTable(release, { ...around, caption: text.caption, words: text.columns })
}

export function memo(release: Release, { names, organisation, mark }: { readonly names: Names; readonly organisation: string; readonly mark: string }): MemoPrint {
  const { paper } = text
  const total = release.total ?? zero
  return memoPage(release, {
    title: paper.title, backHref: paths.show(release.id), organisation, mark, lineTable: releasedTable(release, { names, isLinked: false }),
    background: paper.background(String(release.fiscalYear), kindText(release.variant), release.title), facts: paper.facts(release.reason),
    proposal: paper.proposal(approverName(release), formatMoney(total), bahtText(total)),
  })
}
