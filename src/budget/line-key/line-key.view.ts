// What is proposed in the cells that name a line to be set up.
import { type LineEditor, type Option } from '../../platform/http/components.ts'
import { type BudgetClass } from '../settings/settings.ts'

/** Ids of the proposals, for the columns of an editor. */
export const keyLists = { tasks: 'budget-tasks', codes: 'budget-codes' } as const

export function classLists(classes: ReadonlyMap<string, BudgetClass>): LineEditor['lists'] {
  const of = (...levels: readonly string[]): Option[] => [...classes.values()].filter((each) => each.isActive && levels.includes(each.level))
    .map(({ code, name }) => ({ value: code, text: name }))
  return [{ id: keyLists.tasks, options: of('task') }, { id: keyLists.codes, options: of('item', 'category') }]
}
