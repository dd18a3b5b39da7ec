// What came back unpaid to the office and waits to go out again (P27): in the books it is deducted, paid in advance or given back already.
import { expect, it } from 'vitest'
import { release } from '../../../src/budget/index.ts'
import { completeContract, closeContract, findFigures, terminateContract } from '../../../src/expenditure/contract/contract.service.ts'
import { type ContractFigures } from '../../../src/expenditure/contract/contract.ts'
import { claimAdvance, claimRefund, findRefundable, reopenContract } from '../../../src/expenditure/contract-money/contract-money.service.ts'
import { contractMoneyText } from '../../../src/expenditure/contract-money.text.ts'
import { postPayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { baht, formatMoney, zero } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { bounced, paymentNow, posted, recorded, saidBy } from '../payment/paying.ts'
import { aClaimOf, aGuarantee, anAcceptedDelivery, aPurchasingOffice, aSignedContract, committee, holdSecurity, requestFormOf, showContract, type AskedContract, type PurchasingOffice } from '../procurement-world.ts'
import { aPayee, carriedThrough, claimNow } from '../world.ts'

const db = await testDatabase(instant('2025-07-05T05:00:00.000Z'))
const today = calendarDate('2025-07-05')

async function anOffice(): Promise<PurchasingOffice> {
  const office = await aPurchasingOffice(db, [{ code: '5420900', amount: '1200000.00', title: 'ถนน' }], { year: fiscalYear(2568), on: calendarDate('2024-10-15'), money: '3000000.00' })
  await aPayee(office, 'หจก.ถนนดี', 'juristic')
  return office
}

async function aRoad(office: PurchasingOffice, terms: AskedContract['terms']): Promise<string> {
  const { rows } = requestFormOf({ amount: '1000000.00' })
  const dates = { signedOn: calendarDate('2024-11-01'), startsOn: calendarDate('2024-11-01'), endsOn: calendarDate('2025-06-30') }
  return aSignedContract(office, {
    payee: 'หจก.ถนนดี', amount: '1000000.00', changes: { documentDate: calendarDate('2024-10-20'), methodCode: 'e-bidding', rows: { ...rows, inspectors: committee } },
    terms: { kind: 'contract', fineKind: 'traffic', fineRate: '0.25', ...dates, instalments: [
      { number: 1, description: 'งวด 1', amount: baht('400000'), dueOn: calendarDate('2025-02-28') }, { number: 2, description: 'งวด 2', amount: baht('600000'), dueOn: calendarDate('2025-06-30') },
    ], ...terms },
  })
}

async function paid(office: PurchasingOffice, draft: string): Promise<string> {
  return posted(office, [await carriedThrough(office, draft)], { paymentDate: today })
}

async function anAdvance(office: PurchasingOffice, contract: string): Promise<{ readonly paper: string; readonly draft: string; readonly payment: string }> {
  const paper = await aGuarantee(office, { contract, amount: '150000.00', purpose: 'advance', changes: { receivedOn: calendarDate('2024-12-10') } })
  const draft = await office.asking.work((work) => claimAdvance(work, contract, { version: 2, amount: baht('150000') }))
  return { paper, draft, payment: await paid(office, draft) }
}

async function figures(office: PurchasingOffice, id: string): Promise<ContractFigures> {
  const contract = await showContract(office, id)
  return office.buyer.read((read) => findFigures(read, contract))
}

const recoupedOf = async (office: PurchasingOffice, claim: string) => (await claimNow(office, claim)).deductions.filter(({ kind }) => kind === 'recoupment').map(({ amount }) => formatMoney(amount))

it('an instalment that came back has taken its part of the advance back: the next takes all that is left', async () => {
  const office = await anOffice()
  const contract = await aRoad(office, { advancePercent: '15' })
  await anAdvance(office, contract)
  const first = await aClaimOf(office, await anAcceptedDelivery(office, { contract, amount: '400000.00', deliveredOn: '28/02/2568' }))
  expect(await recoupedOf(office, first)).toEqual(['60,000.00'])
  await bounced(office, await paid(office, first), today)
  expect((await figures(office, contract)).advance).toBe(baht('90000'))
  const second = await aClaimOf(office, await anAcceptedDelivery(office, { contract, amount: '600000.00', instalment: '2', deliveredOn: '30/06/2568' }))
  expect(await recoupedOf(office, second)).toEqual(['90,000.00'])
  await paid(office, second)
  expect((await figures(office, contract)).advance).toBe(zero)
})

it('an advance that came back does not go out again once its paper is gone', async () => {
  const office = await anOffice()
  const contract = await aRoad(office, { advancePercent: '15' })
  const { paper, draft, payment } = await anAdvance(office, contract)
  await bounced(office, payment, today)
  await db.owner('guarantees').where({ id: paper }).update({ expires_on: '2025-07-01' })
  const again = await recorded(office, [draft], { paymentDate: today })
  const pay = () => saidBy(office.head.work((work) => postPayment(work, again, 1)))
  expect(await pay()).toBe(contractMoneyText.errors.noGuarantee('150,000.00'))
  await aGuarantee(office, { contract, amount: '150000.00', purpose: 'advance', changes: { receivedOn: calendarDate('2025-07-02') } })
  expect(await pay()).toBe('nothing')
})

it('whose security was given back when it had ended is not in force again without it', async () => {
  const office = await anOffice()
  const contract = await aRoad(office, { securityKind: 'cash', securityAmount: baht('50000') })
  await holdSecurity(office, { contract, amount: '50000.00', on: calendarDate('2024-12-06'), account: '1101030102.001', against: office.savings })
  await office.buyer.work((work) => terminateContract(work, contract, { version: 2, reason: 'ผู้รับจ้างขอเลิกสัญญา' }))
  await office.asking.work((work) => claimRefund(work, contract, { version: 3, security: baht('50000'), retention: zero }))
  expect(await saidBy(office.buyer.work((work) => reopenContract(work, contract, 4)))).toBe(contractMoneyText.errors.noPaper)
  expect((await showContract(office, contract)).state).toBe('terminated')
})

it('whose obligation lapsed wholly gives its security back all the same', async () => {
  const office = await anOffice()
  const contract = await aRoad(office, { securityKind: 'cash', securityAmount: baht('50000') })
  await holdSecurity(office, { contract, amount: '50000.00', on: calendarDate('2024-12-06'), account: '1101030102.001', against: office.savings })
  const act = { source: { kind: 'lapse', id: '1' }, of: { kind: 'contract', id: contract }, stage: 'committed' as const, event: 'approved', date: today, description: 'เงินพับ' }
  await office.head.work((work) => release(work, act, 'all'))
  expect((await showContract(office, contract)).lines).toEqual([])
  await office.buyer.work((work) => terminateContract(work, contract, { version: 2, reason: 'เงินพับ' }))
  const claim = await office.asking.work((work) => claimRefund(work, contract, { version: 3, security: baht('50000'), retention: zero }))
  expect(await claimNow(office, claim)).toMatchObject({ kind: 'C8', net: baht('50000') })
})

it('security that was given back and came back is not held a second time less', async () => {
  const office = await anOffice()
  const contract = await aRoad(office, { securityKind: 'cash', securityAmount: baht('50000') })
  await holdSecurity(office, { contract, amount: '50000.00', on: calendarDate('2024-12-06'), account: '1101030102.001', against: office.savings })
  await paid(office, await aClaimOf(office, await anAcceptedDelivery(office, { contract, amount: '400000.00', deliveredOn: '28/02/2568' })))
  await paid(office, await aClaimOf(office, await anAcceptedDelivery(office, { contract, amount: '600000.00', instalment: '2', deliveredOn: '30/06/2568' })))
  await office.buyer.work((work) => completeContract(work, contract, 2))
  await office.buyer.work((work) => closeContract(work, contract, 3))
  const { version } = await showContract(office, contract)
  const refund = await paid(office, await office.asking.work((work) => claimRefund(work, contract, { version, security: baht('20000'), retention: zero })))
  await bounced(office, refund, today)
  const held = await showContract(office, contract)
  expect(await office.buyer.read((read) => findRefundable(read, held))).toEqual({ security: baht('30000'), retention: zero })
  expect((await paymentNow(office, refund)).state).toBe('bounced')
})
