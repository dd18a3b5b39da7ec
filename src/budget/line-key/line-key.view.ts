// The cells that name a line to be set up, and what is proposed in them.
import { type EditorColumn, type LineEditor, type Option } from '../../platform/http/components.ts'
import { budgetText } from '../budget.text.ts'
import { type BudgetClass } from '../settings/settings.ts'
import { type KeyRules } from './line-key.ts'

const { lineKey: text } = budgetText

/** Ids of the proposals, for the columns of an editor. */
export const keyLists = { tasks: 'budget-tasks', codes: 'budget-codes' } as const

export function classLists(classes: ReadonlyMap<string, BudgetClass>): LineEditor['lists'] {
  const of = (...levels: readonly string[]): Option[] => [...classes.values()].filter((each) => each.isActive && levels.includes(each.level))
    .map(({ code, name }) => ({ value: code, text: name }))
  return [{ id: keyLists.tasks, options: of('task') }, { id: keyLists.codes, options: of('item', 'category') }]
}

/** Department, task, code and title. */
export function keyColumns({ departments }: Pick<KeyRules, 'departments'>): EditorColumn[] {
  const active = [...departments].filter(([, department]) => department.isActive).map(([id, { name }]) => ({ value: id, text: name }))
  return [
    { name: 'department', label: text.department, kind: 'text', options: [{ value: '', text: text.noDepartment }, ...active] },
    { name: 'task', label: text.task, kind: 'code', list: keyLists.tasks }, { name: 'code', label: text.code, kind: 'code', list: keyLists.codes },
    { name: 'title', label: text.title, kind: 'text' },
  ]
}
