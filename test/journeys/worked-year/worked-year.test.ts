// The worked year once more, by its documents: what the desks post is what the study tells, voucher by voucher, and so are budget, registers and trial balances.
import { expect, it } from 'vitest'
import { getAvailable } from '../../../src/budget/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { sum, toNumeric } from '../../../src/platform/money.ts'
import { netsIn, worked } from '../../ledger/worked-year/worked.ts'
import { testDatabase } from '../../support/database.ts'
import { autumn } from './autumn.ts'
import { happen, noon } from './story.ts'
import { aWorld } from './world.ts'

const db = await testDatabase(noon('2024-10-01'))
const world = await aWorld(db)
const steps = autumn
const months = [...new Set(steps.map(({ on }) => on.slice(0, 7)))]

/** The last word of the story on each line, up to the day. */
async function budgetMustStand(on: string): Promise<void> {
  const last = new Map(worked.budget_events.filter(({ date }) => date <= on).map(({ line, available_after: left }) => [line, left]))
  const ids = [...world.linesOf.values()].flat()
  const available = await world.lao.head.read((read) => getAvailable(read, ids, calendarDate(on)))
  const left = [...last.keys()].map((line) => [line, toNumeric(sum((world.linesOf.get(line) ?? []).flatMap((id) => available.get(id) ?? [])))])
  expect(left, `available on ${on}`).toEqual([...last])
}

it.each(months)('what the documents of %s post, and what is left of the budget after each day', { timeout: 120_000 }, async (month) => {
  const days = [...new Set(steps.filter(({ on }) => on.startsWith(month)).map(({ on }) => on))]
  for (const day of days) {
    for (const step of steps.filter(({ on }) => on === day)) await happen(world, step)
    await budgetMustStand(day)
  }
  const [end, balances = {}] = Object.entries(worked.expected.lao_month_end_balances).find(([day]) => day.startsWith(month)) ?? []
  expect(await netsIn(db, world.lao.organisationId, { stage: 'normal', month: (Number(month.slice(5)) + 2) % 12 + 1 }), `balances on ${end}`).toEqual(balances)
})
