// The only SQL of what documents say of their lines.
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate } from '../../platform/dates.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { balanceOf, controlLineOf, lineColumns, type ControlLineRow } from '../control/control-row.ts'
import { type Direction, type DocumentLine, type LineKey, type NewDocumentLine } from '../document/document.ts'

// PostgreSQL takes 65,535 values in one statement.
const rowsAtOnce = 1000

/** In place of whatever stood there; numbered from 1 in this order. */
export async function setLines(work: OfficerWork, documentId: string, lines: readonly NewDocumentLine[]): Promise<void> {
  await ofDocument(work, documentId).del()
  await saveLines(work, documentId, new Map(lines.map((line, index) => [index + 1, line])))
}

/** One line more, or one line changed: `number` undefined is the next. */
export async function saveLine(work: OfficerWork, at: { readonly documentId: string; readonly number?: number }, line: NewDocumentLine): Promise<number> {
  const last = await ofDocument(work, at.documentId).max('line as line').first()
  const number = at.number ?? Number(last?.line ?? 0) + 1
  await saveLines(work, at.documentId, new Map([[number, line]]))
  return number
}

/** Lines more or lines changed, by their numbers; the others stay. */
export async function saveLines(work: OfficerWork, documentId: string, lines: ReadonlyMap<number, NewDocumentLine>): Promise<void> {
  const rows = [...lines].map(([number, line]) => rowOf(work, { documentId, number }, line))
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    await work.db('budget_document_lines').insert(rows.slice(first, first + rowsAtOnce)).onConflict(['organisation_id', 'document_id', 'line']).merge()
  }
}

export async function removeLines(work: OfficerWork, documentId: string, numbers: readonly number[]): Promise<void> {
  if (numbers.length > 0) await ofDocument(work, documentId).whereIn('line', [...numbers]).del()
}

/** The control lines that were made from their keys, by number of the document's line. */
export async function setLineIds(work: OfficerWork, documentId: string, lineIds: ReadonlyMap<number, string>): Promise<void> {
  if (lineIds.size === 0) return
  await work.db.raw(`
    UPDATE budget_document_lines d SET line_id = m.line_id FROM jsonb_to_recordset(:made) AS m (line smallint, line_id bigint)
    WHERE d.organisation_id = :organisation AND d.document_id = :document AND d.line = m.line`, {
    organisation: work.actor.organisationId, document: documentId,
    made: JSON.stringify([...lineIds].map(([line, lineId]) => ({ line, line_id: lineId }))),
  })
}

/** What was available on each line when the document was decided; the lines are held already. */
export async function snapshotAvailable(work: OfficerWork, documentId: string): Promise<void> {
  await work.db.raw(`
    UPDATE budget_document_lines d SET available_before = b.available FROM budget_balances b
    WHERE d.organisation_id = ? AND d.document_id = ? AND b.organisation_id = d.organisation_id AND b.line_id = d.line_id`,
  [work.actor.organisationId, documentId])
}

/** With the control lines they speak of and their figures of this moment. */
export async function findDocumentLines(read: OfficerRead, organisationId: string, documentId: string): Promise<DocumentLine[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT d.*, CASE WHEN l.id IS NOT NULL THEN (SELECT to_jsonb(c) FROM (SELECT ${textColumns}) c) END AS control
    FROM budget_document_lines d LEFT JOIN budget_lines l ON l.organisation_id = d.organisation_id AND l.id = d.line_id
    LEFT JOIN budget_balances b ON b.organisation_id = l.organisation_id AND b.line_id = l.id
    WHERE d.organisation_id = ? AND d.document_id = ? ORDER BY d.line`, [organisationId, documentId])
  return rows.map(lineOf)
}

/** Inside JSON, ids and money would come as numbers: they go in as text. */
const numbers = ['fiscal_year', 'number']
const textColumns = lineColumns.split(',').map((column) => column.trim()).map((column) => {
  const name = column.slice(column.indexOf('.') + 1)
  return numbers.includes(name) ? column : `${column}::text AS ${name}`
}).join(', ')

function ofDocument(work: OfficerWork, documentId: string) {
  return work.db('budget_document_lines').where({ organisation_id: work.actor.organisationId, document_id: documentId })
}

function rowOf(work: OfficerWork, at: { readonly documentId: string; readonly number: number }, line: NewDocumentLine): object {
  const { key, holder, actuals } = line
  const [first, second, third] = (actuals ?? []).map(toNumeric)
  return {
    organisation_id: work.actor.organisationId, document_id: at.documentId, line: at.number, direction: line.direction, line_id: line.lineId ?? null,
    source_code: key?.sourceCode ?? null, department_id: key?.departmentId ?? null, task_code: key?.taskCode ?? null,
    economic_code: key?.economicCode ?? null, title: key?.title ?? '', amount: toNumeric(line.amount),
    from_subsidy: line.fromSubsidy ? toNumeric(line.fromSubsidy) : '0', explanation: line.explanation ?? '', old_explanation: line.oldExplanation ?? '',
    location: line.location ?? '', plan_reference: line.planReference ?? '', legal_reference: line.legalReference ?? '',
    is_new_item: line.isNewItem ?? false, quantity: line.quantity ?? null, unit: line.unit ?? '',
    actual_1: first ?? '0', actual_2: second ?? '0', actual_3: third ?? '0', estimate_now: line.estimateNow ? toNumeric(line.estimateNow) : '0',
    holder_kind: holder?.kind ?? null, holder_id: holder?.id ?? null, until_date: line.untilDate ?? null,
  }
}

interface Row {
  line: number
  direction: Direction
  line_id: string | null
  source_code: string | null
  department_id: string | null
  task_code: string | null
  economic_code: string | null
  title: string
  amount: string
  from_subsidy: string
  explanation: string
  old_explanation: string
  location: string
  plan_reference: string
  legal_reference: string
  is_new_item: boolean
  quantity: string | null
  unit: string
  actual_1: string
  actual_2: string
  actual_3: string
  estimate_now: string
  available_before: string | null
  holder_kind: string | null
  holder_id: string | null
  until_date: string | null
  control: ControlLineRow | null
}

function lineOf(row: Row): DocumentLine {
  return {
    line: row.line, direction: row.direction, lineId: row.line_id, key: keyOf(row), amount: fromNumeric(row.amount),
    fromSubsidy: fromNumeric(row.from_subsidy), explanation: row.explanation, oldExplanation: row.old_explanation, location: row.location,
    planReference: row.plan_reference, legalReference: row.legal_reference, isNewItem: row.is_new_item, quantity: row.quantity, unit: row.unit,
    actuals: [fromNumeric(row.actual_1), fromNumeric(row.actual_2), fromNumeric(row.actual_3)], estimateNow: fromNumeric(row.estimate_now),
    availableBefore: row.available_before === null ? null : fromNumeric(row.available_before),
    holder: row.holder_kind !== null && row.holder_id !== null ? { kind: row.holder_kind, id: row.holder_id } : null,
    untilDate: row.until_date === null ? null : calendarDate(row.until_date),
    control: row.control && { ...controlLineOf(row.control), balance: balanceOf(row.control) },
  }
}

function keyOf(row: Row): LineKey | null {
  if (row.source_code === null || row.task_code === null || row.economic_code === null) return null
  return { sourceCode: row.source_code, departmentId: row.department_id, taskCode: row.task_code, economicCode: row.economic_code, title: row.title }
}
