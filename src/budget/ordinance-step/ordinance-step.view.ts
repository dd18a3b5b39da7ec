// The page that asks once more before a step, with what has to be said of it.
import { type ConfirmPage } from '../../documents/index.ts'
import { formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, date, field, type Control } from '../../platform/http/components.ts'
import { numberOf } from '../document/document.view.ts'
import { type Finding } from '../ordinance-check/ordinance-check.ts'
import { type OrdinanceStep } from '../ordinance.paths.ts'
import { ordinanceText as text } from '../ordinance.text.ts'
import { summaryOf } from '../ordinance/ordinance.view.ts'
import { deskOf, reportOf, type Ordinance } from '../ordinance/ordinance.ts'
import { type BudgetClass } from '../settings/settings.ts'

const { fields } = text

export type AskedStepName = Exclude<OrdinanceStep, 'return'>

export interface TypedStep {
  readonly happenedOn: string
  readonly meeting: string
  readonly letterNumber: string
  readonly letterDate: string
  readonly note: string
  readonly warningsSeen: string
}

/** What was recorded of the copy, to be corrected; why is for the corrector to say. */
export function reportedInput({ steps }: Pick<Ordinance, 'steps'>): TypedStep {
  const report = reportOf(steps)
  return {
    happenedOn: report ? formatThaiDateField(report.happenedOn) : '', letterNumber: report?.letterNumber ?? '',
    letterDate: report?.letterDate ? formatThaiDateField(report.letterDate) : '', meeting: '', note: '', warningsSeen: '',
  }
}

export interface AskedStepPage {
  readonly ordinance: Ordinance
  readonly classes: ReadonlyMap<string, BudgetClass>
  readonly findings: readonly Finding[]
  readonly today: CalendarDate
  readonly typed: TypedStep
  readonly errors: FieldErrors
  /** What else is to be decided with the step. */
  readonly controls: readonly Control[]
}

export function stepPage(step: AskedStepName, asked: AskedStepPage): ConfirmPage {
  const { ordinance, findings } = asked
  const { paths, name } = deskOf(ordinance)
  const found = step === 'propose' ? findings.map((finding) => text.found(text.levels[finding.level].text, finding.text)) : []
  return {
    title: text.steps[step],
    breadcrumb: [{ text: text.lists[name], href: paths.list }, { text: numberOf(ordinance), href: paths.show(ordinance.id) }, { text: text.steps[step] }],
    confirm: {
      action: paths.step(ordinance.id, step), version: String(ordinance.version), question: text.question(text.steps[step], ordinance.title),
      consequences: [...text.consequences[step], ...found], facts: { items: summaryOf(ordinance, asked.classes) }, controls: [...controlsOf(step, asked), ...asked.controls],
      label: text.steps[step], kind: step === 'cancel' ? 'danger' : 'primary', cancel: { text: text.back, href: paths.show(ordinance.id) },
    },
  }
}

/** What each step asks for, in this order, besides its day. */
const boxes = {
  propose: ['letterNumber', 'letterDate', 'note'], council: ['meeting', 'letterNumber', 'letterDate', 'note'], supervise: ['letterNumber', 'letterDate', 'note'],
  enforce: ['letterNumber', 'letterDate', 'note'], begin: ['letterNumber', 'letterDate', 'note'], report: ['letterNumber', 'letterDate', 'note'],
  correct: ['letterNumber', 'letterDate', 'note'],
} as const
const required: Readonly<Record<string, readonly string[]>> = { council: ['meeting'], supervise: ['letterNumber'], report: ['letterNumber'], correct: ['letterNumber', 'note'] }

function controlsOf(step: AskedStepName, { today, typed, errors, findings }: AskedStepPage): Control[] {
  if (step === 'cancel') return []
  const day = date({
    name: 'happenedOn', label: fields.days[step], hint: text.dayHint, value: typed.happenedOn || formatThaiDateField(today), error: errors.happenedOn, required: true,
  })
  const box = (name: 'meeting' | 'letterNumber' | 'letterDate' | 'note'): Control => {
    const asked = { name, label: step === 'correct' && name === 'note' ? fields.correction : fields[name], value: typed[name], error: errors[name], required: required[step]?.includes(name) }
    return name === 'letterDate' ? { date: date(asked) } : { field: field({ ...asked, hint: name === 'meeting' ? text.hints.meeting : undefined, width: 'long' }) }
  }
  const seen = choice({
    name: 'warningsSeen', label: fields.warningsSeen, type: 'checkbox', options: [{ value: 'yes', text: text.seen }], values: [typed.warningsSeen],
    error: errors.warningsSeen,
  })
  return [{ date: day }, ...boxes[step].map(box), ...(step === 'propose' && findings.length > 0 ? [{ choice: seen }] : [])]
}
