// The worked year once more, by its documents: what the desks post is what the study tells, voucher by voucher, and so are budget, registers and trial balances.
import { describe, expect, it } from 'vitest'
import { getAvailable } from '../../../src/budget/index.ts'
import { verifyBook } from '../../../src/ledger/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { sum, toNumeric } from '../../../src/platform/money.ts'
import { expectedNets, netsIn, worked } from '../../ledger/worked-year/worked.ts'
import { testDatabase } from '../../support/database.ts'
import { autumn } from './autumn.ts'
import { entities } from './books.ts'
import { chequesCleared, keptBudget, keptCheques, keptKeys, keptTax, toldBudget, toldKeys, toldTax } from './registers.ts'
import { spring } from './spring.ts'
import { happen, noon } from './story.ts'
import { refundTold, summer } from './summer.ts'
import { winter } from './winter.ts'
import { aWorld } from './world.ts'

const db = await testDatabase(noon('2024-10-01'))
const world = await aWorld(db)
const steps = [...autumn, ...winter, ...spring, ...summer]
const months = [...new Set(steps.map(({ on }) => on.slice(0, 7)))]

/** The last word of the story on each line, up to the day. */
async function budgetMustStand(on: string): Promise<void> {
  const last = new Map(worked.budget_events.filter(({ date, kind }) => (kind === 'REFUND' && date === refundTold.on ? '2025-09-30' : date) <= on).map(({ line, available_after: left }) => [line, left]))
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

describe('at the end of the year', () => {
  const cases = entities.flatMap((entity) => [{ entity, stage: 'normal', told: 'pre_adjust' }, { entity, stage: 'adjusting', told: 'adjusted' }] as const)
  it.each(cases)('$entity: the trial balance of the stage $stage', async ({ entity, stage, told }) => {
    expect(await netsIn(db, world.books.office(entity).organisationId, { stage })).toEqual(expectedNets(worked.expected.trial_balance[entity]?.[told].rows ?? []))
  })

  it('every register stands as told', async () => {
    expect(await keptKeys(world)).toEqual(toldKeys(world))
  })

  it('the register of cheques has every leaf, as the bank left it', async () => {
    await chequesCleared(world)
    expect(await keptCheques(world)).toEqual(worked.expected.cheque_register)
  })

  it('the register of tax withheld has every row, with the day it was handed on', async () => {
    expect(await keptTax(world)).toEqual(toldTax())
  })

  it('the budget is used as reported', async () => {
    expect(await keptBudget(world)).toEqual(toldBudget())
  })

  it('the books of all three are proven', async () => {
    for (const entity of entities) {
      const { organisationId, reader } = world.books.office(entity)
      expect((await reader.read((read) => verifyBook(read, organisationId))).faults).toEqual([])
    }
  })
})
