// What the checks found, and what the law gives days for, as tables.
import { formatThaiDateShort } from '../../platform/dates.ts'
import { lineTable, type Column, type LineTable, type Status } from '../../platform/http/components.ts'
import { type Deadline } from '../ordinance-deadline/ordinance-deadline.ts'
import { ordinanceText as text } from '../ordinance.text.ts'
import { type Finding } from './ordinance-check.ts'

const { checkColumns, deadlines } = text

export function findingsTable(findings: readonly Finding[]): LineTable {
  return lineTable({
    caption: text.checksTitle, empty: text.allWell, columns: findingColumns,
    rows: findings.map(({ level, text: said, reference }) => [{ text: said, note: reference || undefined }, { status: text.levels[level] }]),
  })
}

const findingColumns: readonly Column[] = [
  { label: checkColumns.text, kind: 'text', isRowHeader: true }, { label: checkColumns.level, kind: 'status' },
]

export function deadlinesTable(found: readonly Deadline[]): LineTable {
  return lineTable({
    caption: deadlines.title, empty: '', columns: deadlineColumns,
    rows: found.map((deadline) => [
      text.steps[deadline.step], { text: formatThaiDateShort(deadline.due), note: deadline.reference },
      deadline.doneOn ? formatThaiDateShort(deadline.doneOn) : '', { status: punctuality(deadline) },
    ]),
  })
}

const deadlineColumns: readonly Column[] = [
  { label: deadlines.columns.step, kind: 'text', isRowHeader: true }, { label: deadlines.columns.due, kind: 'text' },
  { label: deadlines.columns.done, kind: 'date' }, { label: deadlines.columns.result, kind: 'status' },
]

/** Late, in time, or still to come. */
export function punctuality({ daysLate, doneOn }: Pick<Deadline, 'daysLate' | 'doneOn'>): Status {
  if (daysLate > 0) return { kind: 'refused', text: doneOn ? deadlines.late(String(daysLate)) : deadlines.overdue(String(daysLate)) }
  return doneOn ? { kind: 'done', text: deadlines.inTime } : { kind: 'waiting', text: deadlines.waiting }
}
