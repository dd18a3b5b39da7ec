// One town that buys, pays, lends and has people on its pay-roll; most races of expenditure run in it, each on documents of its own.
import { calendarDate } from '../../src/platform/dates.ts'
import { anEnactedBudget, type Person } from '../budget/world.ts'
import { aPayingOffice } from '../expenditure/payment/paying.ts'
import { withPayroll, type PayrollOffice } from '../expenditure/pay-run/payrolls.ts'
import { type TestDatabase } from '../support/database.ts'
import { anOfficer, asOfficer, organisation, type Acting } from '../support/world.ts'

export interface Town extends PayrollOffice {
  /** A control line with money enough for every race. */
  readonly line: string
  /** One with 250.00 baht. */
  readonly scarceLine: string
  /** The pay of its people. */
  readonly payLine: string
}

export const today = calendarDate('2026-11-20')
export const because = (version: number) => ({ version, reason: 'บันทึกผิด' })

export async function aTown(db: TestDatabase): Promise<Town> {
  const office = await withPayroll(await aPayingOffice(db, { on: calendarDate('2026-10-01'), money: '90000000.00' }))
  const [line = '', scarceLine = '', payLine = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '50000000.00' }, { code: '5330100', amount: '250.00' }, { code: '5220600', amount: '900000.00' }])
  await guarded(db, office.organisationId)
  return { ...office, head: await inTurns(db, office.head), line, scarceLine, payLine }
}

/** As the confirmation of the opening balances leaves it: registers cannot turn over. */
export async function guarded(db: TestDatabase, organisationId: string): Promise<void> {
  await db.owner('ledger_books').where({ organisation_id: organisationId }).update({ is_guarded: true })
}

/** Two officers with the same rights who press in turns: whoever is first wins, the other has the page of before. */
export async function inTurns(db: TestDatabase, person: Person): Promise<Person> {
  const { code } = await db.owner('organisations').where({ id: person.officer.organisationId }).first('code')
  const other = await anOfficer(db, { at: await organisation(db, code), groups: [] })
  const second = asOfficer(db, { ...other, permissions: person.officer.permissions })
  let turn = 0
  const next = (): Acting => {
    turn += 1
    return turn % 2 === 0 ? second : person
  }
  return { officer: person.officer, read: person.read, work: (use) => next().work(use) }
}

/** Made at the first call, the same afterwards. */
export function onceMade<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
