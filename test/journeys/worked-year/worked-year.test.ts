// The worked year once more, by its documents, to its closing and the change of the auditor: what the desks post is what the study tells, voucher by voucher, and so are budget, registers and trial balances.
import { describe, expect, it } from 'vitest'
import { getAvailable } from '../../../src/budget/index.ts'
import { verifyBook, type Stage } from '../../../src/ledger/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { sum, toNumeric } from '../../../src/platform/money.ts'
import { expectedNets, netsIn, worked } from '../../ledger/worked-year/worked.ts'
import { testDatabase } from '../../support/database.ts'
import { autumn } from './autumn.ts'
import { entities, told, type Entity } from './books.ts'
import { audited, yearClosed } from './closing.ts'
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

describe('after its last day', () => {
  const runs = [{ entity: 'LAO01', seqs: [104, 105, 106, 107] }, { entity: 'SCH01', seqs: [108, 109, 110] }, { entity: 'PWN01', seqs: [111, 112, 113] }] as const
  const netsAt = (entity: Entity, stage: Stage, year = 2568) => netsIn(db, world.books.office(entity).organisationId, { stage, year })
  const toldNets = (entity: Entity, stage: 'post_closing' | 'post_audit') => expectedNets(worked.expected.trial_balance[entity]?.[stage].rows ?? [])

  it.each(runs)('$entity: the run closes the year as the story does, voucher by voucher, and the next year begins with what is left', { timeout: 120_000 }, async ({ entity, seqs }) => {
    db.clock.set(noon('2025-11-14'))
    await yearClosed(world, entity)
    const posted = await world.books.newVouchers(entity)
    expect(posted.map(({ type }) => type)).toEqual([...seqs.map(() => 'CL'), 'OB'])
    for (const [index, seq] of seqs.entries()) {
      const wanted = told(entity, [seq])
      expect(world.books.postedSums(entity, posted.slice(index, index + 1), wanted), `#${seq}`).toEqual(world.books.toldSums(wanted))
    }
    expect(await netsAt(entity, 'closing')).toEqual(toldNets(entity, 'post_closing'))
    expect(await netsAt(entity, 'opening', 2569)).toEqual(toldNets(entity, 'post_closing'))
  })

  it('the auditor’s change is closed at once, and the opening of the next year moves with it', async () => {
    db.clock.set(noon('2026-02-16'))
    await audited(world, 114)
    const [change, closing, opening, ...more] = await world.books.newVouchers('LAO01')
    expect([change?.type, closing?.type, opening?.type, more]).toEqual(['PA', 'CL', 'OB', []])
    for (const [voucher, seq] of [[change, 114], [closing, 115]] as const) {
      const wanted = told('LAO01', [seq])
      expect(world.books.postedSums('LAO01', voucher ? [voucher] : [], wanted), `#${seq}`).toEqual(world.books.toldSums(wanted))
    }
  })

  it.each(entities)('%s: the trial balance after the audit, the opening of the next year the same, and the books proven', async (entity) => {
    expect(await netsAt(entity, 'post-audit-closing')).toEqual(toldNets(entity, 'post_audit'))
    expect(await netsAt(entity, 'opening', 2569)).toEqual(toldNets(entity, 'post_audit'))
    const { organisationId, reader } = world.books.office(entity)
    expect((await reader.read((read) => verifyBook(read, organisationId))).faults).toEqual([])
  })
})
