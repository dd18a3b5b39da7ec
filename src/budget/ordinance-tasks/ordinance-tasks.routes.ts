import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { json, page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Permission, type Route } from '../../platform/http/route.ts'
import { mayCopy } from '../ordinance-copy/ordinance-copy.service.ts'
import { findLineRules, getDraft, getTyped, mayType } from '../ordinance-form/ordinance-form.service.ts'
import { ordinanceFormText as text } from '../ordinance-form.text.ts'
import { type OrdinanceDesk } from '../ordinance/ordinance.ts'
import { taskSchema, typedTask, type TaskInput } from './ordinance-tasks.schema.ts'
import { findTaskRules, saveTask } from './ordinance-tasks.service.ts'
import { isBlankRow, judgeTask, readPasted } from './ordinance-tasks.ts'
import { inputOf, taskForm, taskPage, treePage, verdictOf } from './ordinance-tasks.view.ts'

const views = { tree: 'budget/ordinance-form/expenditures', task: 'documents/table', edit: 'budget/ordinance-form/task-edit' } as const

/** The pages of one desk of ordinances, under its addresses and rights. */
export function taskRoutes({ paths, leaves }: OrdinanceDesk): readonly Route[] {
  const rights: Readonly<Record<'view' | 'edit', Permission>> = { view: `${leaves.expenditures}:view`, edit: `${leaves.expenditures}:edit` }
  return [
    get(paths.expendituresRoute, rights.view, (read, request) => showTree(read, request)),

    get(paths.taskRoute, rights.view, async (read, request) => {
      const document = await getTyped(read, idIn(request.params.id))
      const rules = await findTaskRules(read, document, taskIn(request))
      const mayEdit = mayType(read.actor, document, 'line')
      return page(views.task, taskPage({ document, rules, mayEdit, mayOpen: read.actor.permissions.has(rights.edit) }))
    }),

    get(paths.codeRoute, rights.view, async (read, request) => {
      const document = await getTyped(read, idIn(request.params.id))
      return json({ available: verdictOf(request.query.number ?? '', await findTaskRules(read, document, taskIn(request))) })
    }),

    get(paths.taskEditRoute, rights.edit, (read, request) => showForm(read, request)),
    post(paths.taskEditRoute, rights.edit, { handle: async (work, request) => {
      if (typed(request, 'again') !== '') return showForm(work, request)
      const at = { id: idIn(request.params.id), task: taskIn(request) }
      await saveTask(work, at, readForm(taskSchema, request))
      return redirect(paths.task(at.id, at.task), text.saved)
    }, again: (read, request, refusal) => showForm(read, request, refusal.errors) }),
  ]
}

function taskIn({ params }: FormRequest): string {
  return params.task ?? ''
}

export async function showTree(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const document = await getTyped(read, idIn(request.params.id))
  const { classes } = await findLineRules(read, document)
  const mayEdit = mayType(read.actor, document, 'line')
  return page(views.tree, treePage({ document, classes, mayEdit, mayCopy: mayEdit && await mayCopy(read, document) }, errors))
}

/** As stored or as typed; what was checked or refused is told at its cell. */
async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const document = await getDraft(read, idIn(request.params.id), 'line')
  const rules = await findTaskRules(read, document, taskIn(request))
  const { input, count, fault } = filled(request, inputOf(document, rules))
  const judged = judgeTask(input.rows, rules)
  const isChecked = ['check', 'paste'].includes(typed(request, 'again')) || Object.keys(errors).length > 0
  const rows = input.rows.slice(0, input.rows.findLastIndex((row) => !isBlankRow(row)) + 1)
  return page(views.edit, taskForm({ ...input, rows }, { document, rules, judged, read: count }, isChecked ? { ...fault, ...judged.faults, ...errors } : {}))
}

interface Filled {
  readonly input: TaskInput
  readonly count: number | undefined
  readonly fault: FieldErrors
}

/** What was typed, with what was pasted below it. */
function filled(request: FormRequest, stored: TaskInput): Filled {
  if (Object.keys(request.body).length === 0) return { input: stored, count: undefined, fault: {} }
  const given = typedTask(request)
  // A draft kept while nobody was signed in knows no version: it is taken up at the present one.
  const input = { ...given, version: given.version || stored.version }
  if (typed(request, 'again') !== 'paste') return { input, count: undefined, fault: {} }
  const pasted = readPasted(input.pasted)
  if (pasted.length === 0) return { input, count: undefined, fault: { pasted: text.errors.noPaste } }
  return { input: { ...input, pasted: '', rows: [...input.rows.filter((row) => !isBlankRow(row)), ...pasted] }, count: pasted.length, fault: {} }
}
