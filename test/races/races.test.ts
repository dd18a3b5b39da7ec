// REL-2: every command that moves money, pressed by several hands at one moment (design/targets.md).
import { describe, expect, it } from 'vitest'
import { expenditureRoutes } from '../../src/expenditure/index.ts'
import { ledgerRoutes } from '../../src/ledger/index.ts'
import { pawnshopsRoutes } from '../../src/pawnshops/index.ts'
import { zero } from '../../src/platform/money.ts'
import { dailyPositionRoutes, receiptsRoutes } from '../../src/receipts/index.ts'
import { testDatabase } from '../support/database.ts'
import { findBroken } from '../support/invariants.ts'
import { claimRaces } from './claims.races.ts'
import { withoutMoney } from './commands.ts'
import { heldMoneyRaces } from './held-money.races.ts'
import { journalRaces } from './journals.races.ts'
import { lendingRaces } from './loans.races.ts'
import { pawnRaces } from './pawnshops.races.ts'
import { payRunRaces } from './pay-runs.races.ts'
import { payingRaces } from './payments.races.ts'
import { purchaseRaces } from './purchases.races.ts'
import { receiptRaces } from './receipts.races.ts'
import { aTown, onceMade } from './town.ts'

const db = await testDatabase()
const town = onceMade(() => aTown(db))

const races = {
  'money in': receiptRaces(db), 'money held and owed': heldMoneyRaces(db), purchases: purchaseRaces(db), claims: claimRaces(db, town), paying: payingRaces(town), lending: lendingRaces(town),
  pay: payRunRaces(town), pawnshops: pawnRaces(db), journals: journalRaces(db),
}

describe.each(Object.entries(races))('%s', (_room, list) => {
  it.each(list.map((race) => [race.name, race] as const))('%s', (_name, race) => race.run())
})

describe('the list of commands', () => {
  const outstandingCheques = async () => ({ count: 0, amount: zero })
  const routes = [...receiptsRoutes, ...dailyPositionRoutes({ outstandingCheques }), ...expenditureRoutes, ...pawnshopsRoutes, ...ledgerRoutes.filter(({ path }) => path.startsWith('/ledger/journals'))]
  const commands = routes.filter(({ method }) => method === 'post').map(({ path }) => path)
  const pressed = new Set(Object.values(races).flat().flatMap(({ presses }) => presses))
  const isWithoutMoney = (path: string) => Object.values(withoutMoney).some((ending) => ending.test(path))

  it('has a race for each that moves money: a new one without fails here', () => {
    expect(commands.filter((path) => !isWithoutMoney(path) && !pressed.has(path))).toEqual([])
  })

  it('names no command that is not there', () => {
    expect([...pressed].filter((path) => !commands.includes(path))).toEqual([])
  })
})

it('afterwards every book, budget, number and document of every office stands', async () => {
  const offices: string[] = await db.owner('ledger_books').orderBy('organisation_id').pluck('organisation_id')
  const broken = []
  for (const office of offices) broken.push(...await findBroken(db, office))
  expect(broken).toEqual([])
})
