// A fine larger than its claim: what the claim could not bear is owed on, and kept from the next claim of the contract, or received in cash (§1.5).
import { expect, it } from 'vitest'
import { lowerFines } from '../../../src/expenditure/acceptance-fine/acceptance-fine.service.ts'
import { acceptanceText } from '../../../src/expenditure/acceptance.text.ts'
import { claimRefund } from '../../../src/expenditure/contract-money/contract-money.service.ts'
import { closeContract, completeContract, findFigures } from '../../../src/expenditure/contract/contract.service.ts'
import { contractName } from '../../../src/expenditure/contract/contract.ts'
import { contractText } from '../../../src/expenditure/contract.text.ts'
import { cancelClaim, submitClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { contractPaths } from '../../../src/expenditure/procurement.paths.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { baht, formatMoney, isZero, zero } from '../../../src/platform/money.ts'
import { issue } from '../../receipts/lao.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { posted, saidBy } from '../payment/paying.ts'
import { aClaimOf, anAcceptedDelivery, aPurchasingOffice, aSignedContract, committee, holdSecurity, requestFormOf, showAcceptance, showContract, type AskedContract } from '../procurement-world.ts'
import { aPayee, carriedThrough, claimNow } from '../world.ts'

const db = await testDatabase(instant('2025-07-05T05:00:00.000Z'))
const today = calendarDate('2025-07-05')
const office = await aPurchasingOffice(db, [{ code: '5420900', amount: '1200000.00', title: 'ถนน' }], { year: fiscalYear(2568), on: calendarDate('2024-10-15'), money: '3000000.00' })
await aPayee(office, 'หจก.ถนนดี', 'juristic')
const { errors } = contractText

/** Two instalments, a fine of 250.00 a day. */
async function aRoad(terms: AskedContract['terms'] = {}): Promise<string> {
  const { rows } = requestFormOf({ amount: '100000.00' })
  const dates = { signedOn: calendarDate('2024-11-01'), startsOn: calendarDate('2024-11-01'), endsOn: calendarDate('2025-06-30') }
  return aSignedContract(office, {
    payee: 'หจก.ถนนดี', amount: '100000.00', changes: { documentDate: calendarDate('2024-10-20'), methodCode: 'e-bidding', rows: { ...rows, inspectors: committee } },
    terms: { kind: 'contract', fineKind: 'traffic', fineRate: '0.25', ...dates, instalments: [
      { number: 1, description: 'งวด 1', amount: baht('10000'), dueOn: calendarDate('2025-02-28') }, { number: 2, description: 'งวด 2', amount: baht('90000'), dueOn: calendarDate('2025-06-30') },
    ], ...terms },
  })
}

/** Sixty days late: 15,000.00 upon 10,000.00. */
const aLateOne = (contract: string) => anAcceptedDelivery(office, { contract, amount: '10000.00', deliveredOn: '29/04/2568' })
const theOther = (contract: string) => anAcceptedDelivery(office, { contract, amount: '90000.00', instalment: '2', deliveredOn: '30/06/2568' })
const fineOf = async (claim: string) => (await claimNow(office, claim)).deductions.filter(({ kind }) => kind === 'fine').map(({ amount }) => formatMoney(amount))

/** Where the fine took all of it, of nothing. */
async function paid(draft: string): Promise<string> {
  const { net } = await claimNow(office, draft)
  return posted(office, [await carriedThrough(office, draft)], { paymentDate: today, channel: isZero(net) ? 'cash' : 'withdrawal' })
}

async function owed(contract: string): Promise<string> {
  const shown = await showContract(office, contract)
  return formatMoney((await office.buyer.read((read) => findFigures(read, shown))).fineOwed)
}

it('is kept from the next claim, whose receipt tells it; page and register show what is owed until then', async () => {
  const contract = await aRoad()
  const first = await aClaimOf(office, await aLateOne(contract))
  expect(await fineOf(first)).toEqual(['9,906.54'])
  expect(await owed(contract)).toBe('15,000.00')
  await paid(first)
  expect(await owed(contract)).toBe('5,093.46')
  const desk = atDesk(db, office.buyer.officer, expenditureRoutes)
  const number = contractName(await showContract(office, contract))
  expect(seen((await desk.get(contractPaths.show(contract))).html)).toContain(contractText.fineOwed('5,093.46', number))
  expect(seen((await desk.get(`${contractPaths.list}/print`)).html)).toContain('๕,๐๙๓.๔๖')
  const second = await aClaimOf(office, await theOther(contract))
  expect(await fineOf(second)).toEqual(['5,093.46'])
  await paid(second)
  expect(await owed(contract)).toBe('0.00')
  expect(await db.owner('receipts').where({ withheld_kind: 'claim', withheld_id: second }).select('state', 'total')).toEqual([{ state: 'summarised', total: '5093.46' }])
  await office.buyer.work((work) => completeContract(work, contract, 2))
  await office.buyer.work((work) => closeContract(work, contract, 3))
})

it('that another claim has borne is not lowered by days an addendum waives afterwards; what is still owed is', async () => {
  const contract = await aRoad()
  const late = await aLateOne(contract)
  const waived = async () => {
    const asOfNow = { ...await showContract(office, contract), waivedDays: 3650 }
    await office.buyer.work((work) => lowerFines(work, asOfNow))
    return formatMoney((await showAcceptance(office, late)).fine)
  }
  await paid(await aClaimOf(office, late))
  const claim = await aClaimOf(office, await theOther(contract))
  await office.asking.work((work) => submitClaim(work, claim, 1))
  expect([await owed(contract), await waived(), await owed(contract)]).toEqual(['0.00', '15,000.00', '0.00'])
  const second = await aRoad()
  const lateToo = await aLateOne(second)
  await paid(await aClaimOf(office, lateToo))
  await office.buyer.work(async (work) => lowerFines(work, { ...await showContract(office, second), waivedDays: 3650 }))
  expect([formatMoney((await showAcceptance(office, lateToo)).fine), await owed(second)]).toEqual(['9,906.54', '0.00'])
})

it('is received in cash by a receipt that names the contract; before that the contract is not closed', async () => {
  const contract = await aRoad()
  await paid(await aClaimOf(office, await theOther(contract)))
  await paid(await aClaimOf(office, await aLateOne(contract)))
  await office.buyer.work((work) => completeContract(work, contract, 2))
  const close = () => saidBy(office.buyer.work((work) => closeContract(work, contract, 3)))
  expect(await close()).toBe(errors.fineOwed('5,093.46'))
  const reference = contractName(await showContract(office, contract))
  await issue(office.finance, { lines: [{ incomeCode: '41220010', amount: baht('5000'), reference }] })
  expect(await close()).toBe(errors.fineOwed('93.46'))
  await issue(office.finance, { lines: [{ incomeCode: '41220010', amount: baht('93.46'), reference }] })
  expect(await close()).toBe('nothing')
})

it('is kept from the security that is given back, as far as it goes', async () => {
  const contract = await aRoad({ securityKind: 'cash', securityAmount: baht('5000') })
  await holdSecurity(office, { contract, amount: '5000.00', on: calendarDate('2024-12-06'), account: '1101030102.001', against: office.savings })
  await paid(await aClaimOf(office, await theOther(contract)))
  await paid(await aClaimOf(office, await aLateOne(contract)))
  await office.buyer.work((work) => completeContract(work, contract, 2))
  const refund = await office.asking.work((work) => claimRefund(work, contract, { version: 3, security: baht('5000'), retention: zero }))
  expect(await claimNow(office, refund)).toMatchObject({ gross: baht('5000'), net: zero, deductions: [{ kind: 'fine', amount: baht('5000') }] })
  await paid(refund)
  expect(await owed(contract)).toBe('93.46')
})

it('two drafts that would both bear it: the second is refused when it is handed in, and made anew bears nothing', async () => {
  const contract = await aRoad()
  await paid(await aClaimOf(office, await aLateOne(contract)))
  const other = await theOther(contract)
  const [one, two] = [await aClaimOf(office, other, '40000.00'), await aClaimOf(office, other, '50000.00')]
  expect([await fineOf(one), await fineOf(two)]).toEqual([['5,093.46'], ['5,093.46']])
  await office.asking.work((work) => submitClaim(work, one, 1))
  expect(await saidBy(office.asking.work((work) => submitClaim(work, two, 1)))).toBe(acceptanceText.errors.otherFine('5,093.46', '0.00'))
  await office.asking.work((work) => cancelClaim(work, two, 1))
  expect(await fineOf(await aClaimOf(office, other, '50000.00'))).toEqual([])
})
