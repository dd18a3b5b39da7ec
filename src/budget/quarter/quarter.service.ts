import { documentsText, recordChange, type Office } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { Conflict, RuleBroken } from '../../platform/errors.ts'
import { compare, sum } from '../../platform/money.ts'
import { findRegister } from '../line/line.repository.ts'
import { getNames } from '../settings/settings.service.ts'
import { type Names } from '../settings/settings.ts'
import { findPlans, findUse, getPlanMark, savePlans, takePlanningTurn } from './quarter.repository.ts'
import { type PlanCommand } from './quarter.schema.ts'
import { amountIn, faultsOf, isPast, type PlannedLine } from './quarter.ts'

export interface AskedPlan {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  /** Nothing: every task. */
  readonly taskCode: string | undefined
  readonly most: number
}

/** In the order of the classification. */
export async function findPlannedLines(read: OfficerRead, { organisationId, fiscalYear, taskCode, most }: AskedPlan): Promise<PlannedLine[]> {
  const lines = await findRegister(read, { organisationId, fiscalYear, taskCode }, most)
  const [plans, use] = [await findPlans(read, { organisationId, fiscalYear }), await findUse(read, { organisationId, fiscalYear })]
  return lines.map((line) => ({ line, planned: plans.get(line.id) ?? new Map(), used: use.get(line.id) ?? new Map() }))
}

/** What one task's form holds. */
export const mostPlanned = 300

export interface TaskPlan {
  readonly taskCode: string
  readonly lines: readonly PlannedLine[]
  readonly mark: string
  /** Tasks that have lines in the year. */
  readonly tasks: readonly string[]
  readonly names: Names
}

/** One's own office; the first task that has lines, where none is asked for. */
export async function getTaskPlan(read: OfficerRead, fiscalYear: FiscalYear, asked: string | undefined): Promise<TaskPlan> {
  const { organisationId } = read.actor
  const all = await findPlannedLines(read, { organisationId, fiscalYear, taskCode: undefined, most: 20_000 })
  const tasks = [...new Set(all.map(({ line }) => line.taskCode))]
  const taskCode = asked ?? tasks[0] ?? ''
  const lines = all.filter(({ line }) => line.taskCode === taskCode).slice(0, mostPlanned)
  const mark = await getPlanMark(read, organisationId, lines.map(({ line }) => line.id))
  return { taskCode, lines, mark, tasks, names: await getNames(read, organisationId, fiscalYear) }
}

export async function planQuarters(work: OfficerWork, fiscalYear: FiscalYear, command: PlanCommand): Promise<void> {
  await takePlanningTurn(work)
  const { lines, mark, taskCode } = await getTaskPlan(work, fiscalYear, command.taskCode)
  if (mark !== command.mark) throw new Conflict(documentsText.errors.stale)
  const faults = faultsOf(lines, command.plans, (quarter) => isPast(fiscalYear, quarter, work.today))
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  const known = new Map(lines.map(({ line, planned }) => [line.id, planned]))
  const changed = command.plans.filter(({ lineId, quarter, amount }) => compare(amountIn(known.get(lineId) ?? new Map(), quarter), amount) !== 0)
  await savePlans(work, changed)
  if (changed.length === 0) return
  await recordChange(work, {
    kind: 'budget-quarters', id: String(fiscalYear), action: 'plan', after: { task: taskCode, lines: changed.length, amount: sum(changed.map(({ amount }) => amount)) },
  })
}

export interface FoundPlan {
  readonly office: Office
  readonly fiscalYear: FiscalYear
  readonly taskCode: string | undefined
  readonly lines: readonly PlannedLine[]
  readonly isCut: boolean
  readonly names: Names
}

export async function getPlanReport(read: OfficerRead, { office, ...asked }: Omit<AskedPlan, 'organisationId'> & { readonly office: Office }): Promise<FoundPlan> {
  const { organisationId } = office
  const found = await findPlannedLines(read, { ...asked, organisationId, most: asked.most + 1 })
  const { fiscalYear, taskCode, most } = asked
  return { office, fiscalYear, taskCode, lines: found.slice(0, most), isCut: found.length > most, names: await getNames(read, organisationId, fiscalYear) }
}
