import { recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { editDocument } from '../document/document.repository.ts'
import { trailKind } from '../document/document.ts'
import { removeLines, saveLines } from '../document-lines/document-lines.repository.ts'
import { findLineRules, startTyping } from '../ordinance-form/ordinance-form.service.ts'
import { type TypedDocument } from '../ordinance-form/ordinance-form.ts'
import { totalOf } from '../ordinance/ordinance.ts'
import { type TaskForm } from './ordinance-tasks.schema.ts'
import { judgeTask, linesOf, type TaskRules } from './ordinance-tasks.ts'

/** What the rows of a task are held against; there is no such page for what is no task. */
export async function findTaskRules(read: OfficerRead, document: TypedDocument, taskCode: string): Promise<TaskRules> {
  const rules = await findLineRules(read, document)
  const task = rules.classes.get(taskCode)
  if (task?.level !== 'task') throw new NotFound('task')
  return { ...rules, task, stored: linesOf(document.lines, taskCode) }
}

/** The lines of one task in place of those that stood there; what the grid does not show of a line stays. */
export async function saveTask(work: OfficerWork, at: { readonly id: string; readonly task: string }, form: TaskForm): Promise<void> {
  const document = await startTyping(work, at.id, { action: 'line', version: form.version })
  const rules = await findTaskRules(work, document, at.task)
  const { lines, faults } = judgeTask(form.lines, rules)
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  const kept = new Set(lines.map(({ number }) => number))
  await removeLines(work, at.id, rules.stored.map(({ line }) => line).filter((line) => !kept.has(line)))
  let last = Math.max(0, ...document.lines.map(({ line }) => line))
  await saveLines(work, at.id, new Map(lines.map(({ number, ...line }) => [number ?? ++last, line])))
  await editDocument(work, document, {})
  await recordChange(work, {
    kind: trailKind(document.kind), id: at.id, action: 'expenditures',
    before: { task: rules.task.name, expenditure: totalOf(rules.stored) }, after: { task: rules.task.name, expenditure: totalOf(lines) },
  })
}
