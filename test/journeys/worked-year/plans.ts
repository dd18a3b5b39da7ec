// Limits of the units' own spending: of a school by its plan, of a pawnshop by its special budget (budget-and-receipts §3.10).
import { randomUUID } from 'node:crypto'
import { approvePlan, createPlan } from '../../../src/budget/index.ts'
import { fiscalYear, type CalendarDate } from '../../../src/platform/dates.ts'
import { type Entity } from './books.ts'
import { type World } from './world.ts'

interface PlanRow {
  readonly task: string
  readonly code: string
  readonly title: string
  readonly amount: string
}

interface AskedPlan {
  readonly at: Exclude<Entity, 'LAO01'>
  readonly rows: readonly PlanRow[]
}

export async function planned({ spending }: World, on: CalendarDate, { at, rows }: AskedPlan): Promise<void> {
  const { clerk, head } = spending[at]
  const [variant, source] = at === 'SCH01' ? ['plan', 'A3'] as const : ['special', 'A2'] as const
  const id = await clerk.work((work) => createPlan(work, {
    formKey: randomUUID(), fiscalYear: fiscalYear(2568), variant, documentDate: on, title: 'วงเงินตามแผน', authority: 'คณะกรรมการ', reason: 'ตามแผนประจำปี',
    rows: rows.map((row) => ({ ...row, source, explanation: '' })),
  }))
  await head.work((work) => approvePlan(work, id, { version: 1, happenedOn: on, letterNumber: 'มติที่ประชุม 1/2568', note: '' }))
}

/** The number that is typed for the unit's line of this item. */
export async function unitLine({ db, spending }: World, at: Entity, item: string): Promise<string> {
  const { number } = await db.owner('budget_lines').where({ organisation_id: spending[at].organisationId, economic_code: item }).first('number')
  return String(number)
}
