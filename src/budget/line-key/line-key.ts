// The cells that name a control line to be made → its key, and what is wrong with each cell. Pure; for every form that sets up lines.
import { type FieldErrors } from '../../platform/errors.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { budgetText } from '../budget.text.ts'
import { type LineKey } from '../document/document.ts'
import { type BudgetClass } from '../settings/settings.ts'

const { errors } = budgetText

export interface TypedKey {
  readonly source: string
  /** Id of a department; nothing: none. */
  readonly department: string
  readonly task: string
  readonly code: string
  readonly title: string
}

export interface KeyRules {
  readonly classes: ReadonlyMap<string, BudgetClass>
  readonly departments: ReadonlyMap<string, { readonly name: string; readonly isActive: boolean }>
  /** งบกลาง stands in its own plan, and nothing else does (§3.1). */
  readonly codes: { readonly centralType: string; readonly centralPlan: string }
}

export interface JudgedKey {
  readonly key: LineKey
  /** By the name of the cell. */
  readonly faults: FieldErrors
}

export function judgeKey(typed: TypedKey, { classes, departments, codes }: KeyRules): JudgedKey {
  const [task, economic] = [classes.get(codeIn(typed.task)), classes.get(codeIn(typed.code))]
  const title = normalizeThai(typed.title)
  const wrong: readonly (readonly [string, boolean, string])[] = [
    ['department', typed.department !== '' && departments.get(typed.department)?.isActive !== true, errors.department],
    ['task', task?.level !== 'task' || !task.isActive, errors.task],
    ['code', !(economic?.level === 'item' || economic?.level === 'category') || !economic.isActive, errors.code],
    ['code', (economic?.typeCode === codes.centralType) !== (task?.planCode === codes.centralPlan), errors.central],
    ['title', title === '' || title.length > 300, errors.item],
  ]
  const faults: Record<string, string> = {}
  for (const [cell, isWrong, message] of wrong) if (isWrong) faults[cell] ??= message
  return {
    key: { sourceCode: typed.source, departmentId: typed.department || null, taskCode: task?.code ?? '', economicCode: economic?.code ?? '', title }, faults,
  }
}

/** Whatever follows the code was only shown. */
export function codeIn(text: string): string {
  return /^[0-9]+/.exec(toArabicDigits(text).trim())?.[0] ?? ''
}
