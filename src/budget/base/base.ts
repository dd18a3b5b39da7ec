// Which codes an office uses in a year, and which department owns a task (budget-and-receipts §3.1: switched off, never deleted).
import { createHash } from 'node:crypto'
import { type FiscalYear } from '../../platform/dates.ts'
import { type BudgetClass } from '../settings/settings.ts'

export interface ClassChoice {
  readonly code: string
  readonly isActive: boolean
  readonly departmentId: string | null
}

export interface ChoiceCommand {
  readonly fiscalYear: FiscalYear
  /** An area (ด้าน) or a type (งบ): the codes below it are chosen on one page. */
  readonly part: string
  /** The marks as the page showed them. */
  readonly version: string
  /** Codes that are ticked. */
  readonly active: readonly string[]
  /** By code of the task. */
  readonly departments: ReadonlyMap<string, string>
}

/** Pages of the classification. */
export function partsOf(classes: readonly BudgetClass[]): BudgetClass[] {
  return classes.filter(({ level }) => level === 'area' || level === 'type')
}

export function codesOf(classes: readonly BudgetClass[], part: string): BudgetClass[] {
  return classes.filter(({ code, areaCode, typeCode }) => code !== part && (areaCode === part || typeCode === part))
}

/** The same marks give the same version: who saves an old page would undo what another has chosen since. */
export function versionOf(codes: readonly BudgetClass[]): string {
  const marks = codes.map(({ code, isActive, departmentId }) => [code, isActive, departmentId])
  return createHash('sha256').update(JSON.stringify(marks)).digest('hex').slice(0, 16)
}

/** What the page says now, for the codes where it says something else than before. */
export function changesOf(codes: readonly BudgetClass[], { active, departments }: ChoiceCommand): ClassChoice[] {
  const ticked = new Set(active)
  return codes.map(({ code, level }) => ({ code, isActive: ticked.has(code), departmentId: level === 'task' ? departments.get(code) ?? null : null }))
    .filter((choice, index) => choice.isActive !== codes[index]?.isActive || choice.departmentId !== codes[index]?.departmentId)
}
