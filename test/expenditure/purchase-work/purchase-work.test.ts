import { expect, it } from 'vitest'
import { findPurchaseWork } from '../../../src/expenditure/index.ts'
import { acceptDelivery } from '../../../src/expenditure/acceptance/acceptance.service.ts'
import { signContract } from '../../../src/expenditure/contract/contract.service.ts'
import { approveRequest } from '../../../src/expenditure/purchase-request/purchase-request.service.ts'
import { createContract } from '../../../src/expenditure/contract/contract.service.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { type Person } from '../../budget/world.ts'
import { aBuyingOffice, aClaimOf, aDelivery, aGuarantee, aSubmittedRequest, aSupplier, contractFormOf } from '../procurement-world.ts'

const db = await testDatabase()
const office = await aBuyingOffice(db)
const waiting = async (who: Person) => (await who.read(findPurchaseWork)).map(({ key, count, amount }) => [key, count, amount])

it('a purchase waits for who has its next step to take, and for nobody else', async () => {
  const [payee, amount] = [await aSupplier(office), baht('6000')]
  const request = await aSubmittedRequest(office, { amount: '6000.00' })
  expect([await waiting(office.asking), await waiting(office.approving)]).toEqual([[], [['requests', 1, amount]]])
  await office.approving.work((work) => approveRequest(work, request, 2))
  expect([await waiting(office.buyer), await waiting(office.approving)]).toEqual([[['approved', 1, amount]], []])
  const ended = { endsOn: calendarDate('2026-11-19') }
  const contract = await office.buyer.work((work) => createContract(work, contractFormOf(request, { payee, amount: '6000.00', terms: ended })))
  expect(await waiting(office.buyer)).toEqual([['drafts', 1, amount]])
  await office.buyer.work((work) => signContract(work, contract, 1))
  expect(await waiting(office.buyer)).toEqual([['late', 1, amount]])
  const delivery = await aDelivery(office, { contract, amount: '6000.00' })
  expect(await waiting(office.approving)).toEqual([['deliveries', 1, amount]])
  await office.approving.work((work) => acceptDelivery(work, delivery, 1))
  expect([await waiting(office.buyer), await waiting(office.asking)]).toEqual([[], [['unclaimed', 1, amount]]])
  await aClaimOf(office, delivery)
  expect(await waiting(office.asking)).toEqual([])
  await aGuarantee(office, { contract, amount: '300.00', changes: { expiresOn: calendarDate('2026-12-01') } })
  expect(await waiting(office.buyer)).toEqual([['expiring', 1, baht('300')]])
  expect(await waiting(office.clerk)).toEqual([])
})
