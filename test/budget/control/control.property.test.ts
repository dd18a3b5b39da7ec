// Whatever is asked of the ledger, in whatever order: nothing is overdrawn, and the balances are their entries.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { claim, commit, compareBudgetBalances, pay, refund, release, reserve } from '../../../src/budget/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { money } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { aBudgetOffice, anEnactedBudget } from '../world.ts'

const db = await testDatabase()
const office = await aBudgetOffice(db)
const lines = await anEnactedBudget(office, [{ code: '5330100', amount: '100.00' }, { code: '5320100', amount: '55.55' }, { code: '5340100', amount: '0.01' }])

const asked = fc.record({
  verb: fc.constantFrom('reserve', 'commit', 'claim', 'pay', 'refund', 'release'),
  line: fc.nat({ max: lines.length - 1 }), holder: fc.nat({ max: 3 }), satang: fc.bigInt({ min: -1n, max: 9_000n }),
})
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never

const next = { id: 1 }

async function happens({ verb, line, holder, satang }: Asked): Promise<boolean> {
  const id = String(next.id++)
  const [requisition, contract, claimed] = ['requisition', 'contract', 'claim'].map((kind) => ({ kind, id: String(holder) }))
  if (!requisition || !contract || !claimed) throw new Error('three holders')
  const act = { event: `e${id}`, date: calendarDate('2026-11-20'), description: verb }
  const shares = [{ lineId: lines[line] ?? '', amount: money(satang) }]
  return office.accountant.work(async (work) => {
    if (verb === 'reserve') await reserve(work, { ...act, source: requisition }, shares)
    if (verb === 'commit') await commit(work, { ...act, source: contract, from: requisition }, shares)
    if (verb === 'claim') await claim(work, { ...act, source: claimed, ...(satang % 2n === 0n && { from: contract }) }, shares)
    if (verb === 'pay') await pay(work, { ...act, source: { kind: 'payment', id }, of: claimed }, shares)
    if (verb === 'refund') await refund(work, { ...act, source: { kind: 'receipt', id }, of: claimed }, shares)
    if (verb === 'release') await release(work, { ...act, source: { kind: 'closing', id }, stage: 'committed', of: contract }, shares)
    return true
  }).catch((error: unknown) => {
    if (error instanceof RuleBroken) return false
    throw error
  })
}

it('200 acts by chance: refused in Thai or done whole, never overdrawn, and rebuilt to the satang', { timeout: 120_000 }, async () => {
  const done = { yes: 0, no: 0 }
  await fc.assert(fc.asyncProperty(fc.array(asked, { minLength: 20, maxLength: 20 }), async (acts) => {
    for (const each of acts) done[await happens(each) ? 'yes' : 'no'] += 1
    expect(await office.head.read((read) => compareBudgetBalances(read, office.organisationId))).toEqual([])
    const overdrawn = await db.owner('budget_balances').where('organisation_id', office.organisationId).whereRaw('available < 0 OR reserved < 0 OR committed < 0')
    expect(overdrawn).toEqual([])
  }), { numRuns: 10 })
  expect(Math.min(done.yes, done.no)).toBeGreaterThan(10)
})
