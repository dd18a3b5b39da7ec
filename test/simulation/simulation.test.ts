// REL-8, a short run; `npm run simulate -- --seed N --days D` goes on for as long as one likes.
import { expect, it } from 'vitest'
import { instant } from '../../src/platform/dates.ts'
import { testDatabase } from '../support/database.ts'
import { Chance } from './chance.ts'
import { simulate } from './simulation.ts'

it('a seed makes the same chance again', () => {
  const draw = (seed: number) => { const chance = new Chance(seed); return Array.from({ length: 5 }, () => chance.between(1, 1000)) }
  expect(draw(2570)).toEqual(draw(2570))
  expect(draw(2570)).not.toEqual(draw(2571))
})

it('a municipality works for some days, whatever goes wrong, and everything stands after every step', async () => {
  const db = await testDatabase(instant('2026-10-01T01:30:00.000Z'))
  const outcome = await simulate(db, { seed: 2570, days: 6, steps: 20 })
  expect(outcome.done).toBeGreaterThan(40)
  expect(outcome.cut).toBeGreaterThan(0)
  expect(outcome.vouchers).toBeGreaterThan(3)
}, 300_000)
