// §1.11: an approved request whose money the budget set on other lines tells where it stands now.
import { expect, it } from 'vitest'
import { repoint } from '../../../src/budget/index.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { requestPaths } from '../../../src/expenditure/procurement.paths.ts'
import { requestSource } from '../../../src/expenditure/purchase-request/purchase-request.ts'
import { requestText } from '../../../src/expenditure/purchase-request.text.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aBuyingOffice, anApprovedRequest, showRequest, today } from '../procurement-world.ts'

const db = await testDatabase()

it('shows the line its money was carried to, and none while it stands where it was asked for', async () => {
  const office = await aBuyingOffice(db)
  const id = await anApprovedRequest(office)
  const [carried = ''] = await anEnactedBudget(office, [{ code: '5330100', amount: '900000.00', title: 'วัสดุสำนักงานที่กันไว้' }], { kind: 'supplementary' })
  const page = async () => seen((await atDesk(db, office.approving.officer, expenditureRoutes).get(requestPaths.show(id))).html)
  expect(await page()).not.toContain(requestText.captions.present)
  const { lines: [line] } = await showRequest(office, id)
  if (!line) throw new Error('a request without lines')
  await office.head.work((work) => repoint(work, {
    source: { kind: 'test', id }, event: 'carried', date: today, description: 'กันเงิน', of: { kind: requestSource, id }, stage: 'reserved',
  }, [{ from: line.lineId, to: carried, amount: line.amount }]))
  expect(await page()).toMatch(new RegExp(`${requestText.captions.present.replace(/[()]/g, '\\$&')}.*วัสดุสำนักงานที่กันไว้.*2570`))
})
