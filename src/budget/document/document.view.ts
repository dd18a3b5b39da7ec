// Heads and steps of budget documents as finished strings.
import { printedNumber } from '../../documents/index.ts'
import { formatInstant, formatThaiDate, formatThaiDateShort, instant } from '../../platform/dates.ts'
import { lineTable, type Column, type LineTable, type Status, type SummaryItem } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { budgetText } from '../budget.text.ts'
import { kinds, type BudgetDocument, type Step } from './document.ts'

const { document: text, states } = budgetText

/** 'TRF-00001/70'; before submission a document has no number. */
export function numberOf({ kind, number, fiscalYear }: Pick<BudgetDocument, 'kind' | 'number' | 'fiscalYear'>): string {
  return number === null ? text.noNumber : printedNumber(kinds[kind].series, number, fiscalYear)
}

/** 'โอนงบประมาณรายจ่าย TRF-00001/70' */
export function nameOf(document: Pick<BudgetDocument, 'kind' | 'number' | 'fiscalYear'>): string {
  return `${text.kinds[document.kind]} ${numberOf(document)}`
}

export function statusOf({ state }: Pick<BudgetDocument, 'state'>): Status {
  return Object.entries(states).find(([name]) => name === state)?.[1] ?? { kind: 'draft', text: state }
}

/** What every kind shows of its head; a desk adds its own. Facts without a value are not shown. */
export function headItems(document: BudgetDocument): SummaryItem[] {
  const { fields } = text
  const facts: readonly (readonly [string, string])[] = [
    [fields.title, document.title], [fields.fiscalYear, String(document.fiscalYear)], [fields.documentDate, formatThaiDate(document.documentDate)],
    [fields.effectiveOn, document.effectiveOn ? formatThaiDate(document.effectiveOn) : ''], [fields.reason, document.reason],
    [fields.preparedBy, document.preparedBy.name], [fields.approvedBy, document.approvedBy?.name ?? ''],
    [fields.approver, document.approver ? budgetText.approvers[document.approver] : ''], [fields.legalReference, document.legalReference],
  ]
  const total = document.total === null ? [] : [{ label: fields.total, text: formatMoney(document.total), isMoney: true }]
  return [...facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value })), ...total]
}

/** The reason of the last return, while the document is back in draft. */
export function returnedText(document: BudgetDocument): string {
  const last = document.steps.at(-1)
  return document.state === 'draft' && last?.action === 'return' ? text.returned(last.note) : ''
}

/** `words`: what this desk calls its steps. */
export function stepsTable(steps: readonly Step[], words: Readonly<Record<string, string>>): LineTable {
  return lineTable({
    caption: text.stepsTitle, empty: text.noSteps, columns: stepColumns,
    rows: steps.map((step) => [
      words[step.action] ?? step.action, formatThaiDateShort(step.happenedOn), { text: step.meeting },
      { text: step.letterNumber, note: step.letterDate ? formatThaiDateShort(step.letterDate) : undefined }, { text: step.note },
      { text: step.recordedBy.name, note: formatInstant(instant(step.recordedAt)) },
    ]),
  })
}

const stepColumns: readonly Column[] = [
  { label: text.columns.step, kind: 'text', isRowHeader: true }, { label: text.columns.happenedOn, kind: 'date' }, { label: text.columns.meeting, kind: 'text' },
  { label: text.columns.letter, kind: 'text' }, { label: text.columns.note, kind: 'text' }, { label: text.columns.recorder, kind: 'text' },
]
