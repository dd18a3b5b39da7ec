// A town with one budget line, of which claims were paid: what was paid too much may come back.
import { claim, pay } from '../../src/budget/index.ts'
import { postLines } from '../../src/ledger/index.ts'
import { baht } from '../../src/platform/money.ts'
import { aBudgetOffice, anEnactedBudget } from '../budget/world.ts'
import { type TestDatabase } from '../support/database.ts'
import { organisation } from '../support/world.ts'
import { aCounter } from './lao.ts'
import { aPerson, today } from './school.ts'

export const wages = '5104010112.001'

/** A town with one budget line, of which claims were paid; those with a voucher of their own charged it. */
export async function aPaidLine(db: TestDatabase, paid: readonly { id: string; amount: string; charges: boolean }[]) {
  const office = await aBudgetOffice(db)
  const at = await aCounter(db, await organisation(db, (await db.owner('organisations').where({ id: office.organisationId }).first('code')).code))
  const [lineId = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '10000.00', title: 'จ้างเหมา' }])
  const maker = await aPerson(db, at.organisation, [])
  for (const { id, amount, charges } of paid) {
    const source = { kind: 'claim', id }
    const shares = [{ lineId, amount: baht(amount) }]
    await office.accountant.work(async (work) => {
      await claim(work, { source, event: 'claimed', date: today, description: `ฎีกา CLM-00${id}/70` }, shares)
      await pay(work, { source: { kind: 'payment', id }, event: 'paid', date: today, description: 'จ่าย', of: source }, shares)
    })
    if (charges) await at.head.work((work) => postLines(work, {
      type: 'JV', documentDate: today, description: 'ฎีกา', event: 'claim.approved', source, preparedBy: maker.officer.userId,
      lines: [{ side: 'D', accountCode: wages, amount: baht(amount), budgetLineId: lineId }, { side: 'C', accountCode: '3102010101.001', amount: baht(amount) }],
    }))
  }
  return { at, lineId, office }
}
