// One line of a draft, whole. Locks: the document.
import { recordChange, type TrailValues } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { editDocument } from '../document/document.repository.ts'
import { trailKind, type DocumentLine } from '../document/document.ts'
import { removeLines, saveLine } from '../document-lines/document-lines.repository.ts'
import { findLineRules, startTyping } from '../ordinance-form/ordinance-form.service.ts'
import { judgeLine, keyText, type TypedDocument } from '../ordinance-form/ordinance-form.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'
import { type LineForm } from './ordinance-lines.schema.ts'

const { errors } = ordinanceFormText

/** Its task, to which one goes back; `number` undefined makes a new line. */
export async function saveWholeLine(work: OfficerWork, at: { readonly id: string; readonly number: number | undefined }, form: LineForm): Promise<string> {
  const { version, ...typed } = form
  const document = await startTyping(work, at.id, { action: 'line', version })
  const stored = at.number === undefined ? undefined : lineOf(document, at.number)
  const { line, wrong } = judgeLine(typed, await findLineRules(work, document))
  const isTwin = line && document.lines.some((other) => other.line !== at.number && other.key && keyText(other.key) === keyText(line.key))
  const faults = isTwin ? { ...wrong, title: wrong.title ?? errors.twin } : wrong
  if (!line || Object.keys(faults).length > 0) throw new RuleBroken(faults)
  await saveLine(work, { documentId: at.id, ...(at.number !== undefined && { number: at.number }) }, line)
  await keepTrail(work, document, { action: stored ? 'line' : 'add-line', before: stored && shown(stored), after: { item: line.key.title, amount: line.amount } })
  return line.key.taskCode
}

export async function removeWholeLine(work: OfficerWork, at: { readonly id: string; readonly number: number }, version: number): Promise<string> {
  const document = await startTyping(work, at.id, { action: 'line', version })
  const stored = lineOf(document, at.number)
  await removeLines(work, at.id, [at.number])
  await keepTrail(work, document, { action: 'remove-line', before: shown(stored), after: undefined })
  return stored.key?.taskCode ?? ''
}

export function lineOf({ lines }: TypedDocument, number: number): DocumentLine {
  const found = lines.find(({ line }) => line === number)
  if (!found) throw new NotFound('line of an ordinance')
  return found
}

function shown({ key, amount }: DocumentLine): TrailValues {
  return { item: key?.title ?? '', amount }
}

interface Kept {
  readonly action: string
  readonly before: TrailValues | undefined
  readonly after: TrailValues | undefined
}

async function keepTrail(work: OfficerWork, document: TypedDocument, kept: Kept): Promise<void> {
  await editDocument(work, document, {})
  await recordChange(work, { kind: trailKind(document.kind), id: document.id, ...kept })
}
