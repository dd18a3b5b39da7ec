// A contract of last year that the budget carried into this one (§1.11): delivered and paid in the new year, on the carried line.
import { describe, expect, it } from 'vitest'
import { claimDelivery, findUnclaimed } from '../../../src/expenditure/acceptance-claim/acceptance-claim.service.ts'
import { renewClaim } from '../../../src/expenditure/claim-renewal/claim-renewal.service.ts'
import { returnClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { getClaim } from '../../../src/expenditure/claim/claim.repository.ts'
import { claimText } from '../../../src/expenditure/claim.text.ts'
import { claimPaths } from '../../../src/expenditure/expenditure.paths.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { acceptanceText } from '../../../src/expenditure/acceptance.text.ts'
import { closeContract, completeContract, createContract, revokeContract, signContract } from '../../../src/expenditure/contract/contract.service.ts'
import { openFiscalYear } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden } from '../../../src/platform/errors.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { carried } from '../../budget/lapse/last-year.ts'
import { testDatabase, testNow } from '../../support/database.ts'
import { atDesk } from '../../support/desk.ts'
import { paymentNow, posted, saidBy } from '../payment/paying.ts'
import { aClaimOf, aDraftContract, anAcceptedDelivery, aPurchasingOffice, aSignedContract, committee, contractFormOf, requestFormOf, showAcceptance, showContract } from '../procurement-world.ts'
import { aPayee, carriedThrough, claimNow, endorsed, submitted } from '../world.ts'

const db = await testDatabase()
const lastYear = fiscalYear(2569)

async function aRoadOfLastYear() {
  const office = await aPurchasingOffice(db, [{ code: '5420900', amount: '400000.00', title: 'ถนนสายหลัก' }], { year: lastYear, on: calendarDate('2025-10-15') })
  await office.head.work((work) => openFiscalYear(work, fiscalYear(2570)))
  await aPayee(office, 'หจก.ถนนดี', 'juristic')
  const { rows } = requestFormOf({ amount: '400000.00' })
  const [signedOn, endsOn] = [calendarDate('2026-08-20'), calendarDate('2026-12-31')]
  const contract = await aSignedContract(office, {
    payee: 'หจก.ถนนดี', amount: '400000.00', changes: { documentDate: calendarDate('2026-08-03'), methodCode: 'e-bidding', rows: { ...rows, inspectors: committee } },
    terms: { kind: 'contract', fineKind: 'whole', fineRate: '0.1', signedOn, startsOn: signedOn, endsOn, instalments: [
      { number: 1, description: 'งวด 1', amount: baht('280000'), dueOn: calendarDate('2026-09-30') }, { number: 2, description: 'งวด 2', amount: baht('120000'), dueOn: endsOn },
    ] },
  })
  const first = await anAcceptedDelivery(office, { contract, amount: '280000.00', deliveredOn: '15/09/2569' })
  const [road = ''] = office.lines
  return { office, contract, first, road }
}

async function aCarriedRoad() {
  const known = await aRoadOfLastYear()
  const { office, contract, road } = known
  return { ...known, line: await carried({ ...office, road, pump: '', paper: '' }, 'CF-O', { of: `${road}:committed:contract:${contract}`, amount: '400000', line: road }) }
}

describe('a request whose money was carried into the new year', () => {
  it('is contracted on the line it was carried to, also when the contract was drafted before, and set aside there again when that was an error', async () => {
    const office = await aPurchasingOffice(db, [{ code: '5411600', amount: '90000.00', title: 'เครื่องสูบน้ำ' }], { year: lastYear, on: calendarDate('2025-10-15') })
    await office.head.work((work) => openFiscalYear(work, fiscalYear(2570)))
    await aPayee(office, 'หจก.ปั๊มน้ำ', 'juristic')
    const asked = { payee: 'หจก.ปั๊มน้ำ', amount: '90000.00', changes: { documentDate: calendarDate('2026-09-03') }, terms: { signedOn: calendarDate('2026-11-05'), startsOn: calendarDate('2026-11-05') } }
    const contract = await aDraftContract(office, asked)
    const [pump = ''] = office.lines
    const { request_id: request } = await db.owner('contracts').where({ organisation_id: office.organisationId, id: contract }).first('request_id')
    const line = await carried({ ...office, road: '', pump, paper: '' }, 'CF-N', { of: `${pump}:reserved:purchase-request:${request}`, amount: '90000', line: pump })
    await office.buyer.work((work) => signContract(work, contract, 1))
    const figures = () => db.owner('budget_balances').where({ organisation_id: office.organisationId, line_id: line }).first('reserved', 'committed', 'available')
    expect(await figures()).toEqual({ reserved: '0.00', committed: '90000.00', available: '0.00' })
    expect((await showContract(office, contract)).lines).toMatchObject([{ lineId: line, amount: baht('90000'), sourceCode: '9001' }])
    await office.buyer.work((work) => revokeContract(work, contract, { version: 2, reason: 'บันทึกผิด' }))
    expect(await figures()).toEqual({ reserved: '90000.00', committed: '0.00', available: '0.00' })
    const other = await office.buyer.work((work) => createContract(work, contractFormOf(request, asked)))
    expect((await showContract(office, other)).lines).toMatchObject([{ lineId: line, amount: baht('90000') }])
  })
})

describe('a contract carried into the new year', () => {
  it('is delivered and claimed on the line its rest was carried to, once, and closed', async () => {
    const { office, contract, first, road, line } = await aCarriedRoad()
    expect((await showContract(office, contract)).lines).toMatchObject([{ lineId: line, amount: baht('400000'), sourceCode: '9001' }])
    const second = await anAcceptedDelivery(office, { contract, amount: '120000.00', instalment: '2', deliveredOn: '18/11/2569' })
    expect((await showAcceptance(office, first)).lines).toMatchObject([{ budgetLineId: road }])
    expect((await showAcceptance(office, second)).lines).toMatchObject([{ budgetLineId: line }])
    const claims = [await carriedThrough(office, await aClaimOf(office, first, '200000.00')), await carriedThrough(office, await aClaimOf(office, first, '80000.00')), await carriedThrough(office, await aClaimOf(office, second))]
    for (const id of claims) expect(await claimNow(office, id)).toMatchObject({ sourceCode: '9001', lines: [{ budgetLineId: line }] })
    const { version, ...delivered } = await showAcceptance(office, first)
    expect(await office.asking.read((read) => findUnclaimed(read, { version, ...delivered }))).toBe(zero)
    await expect(office.asking.work((work) => claimDelivery(work, first, { version, amount: baht('1') }))).rejects.toThrow(acceptanceText.errors.allClaimed)
    for (const id of claims) expect(await paymentNow(office, await posted(office, [id], { paymentDate: calendarDate('2026-11-20') }))).toMatchObject({ state: 'posted' })
    const figures = (id: string) => db.owner('budget_balances').where({ organisation_id: office.organisationId, line_id: id }).first('committed', 'claimed', 'paid', 'available')
    expect(await figures(line)).toEqual({ committed: '0.00', claimed: '0.00', paid: '400000.00', available: '0.00' })
    expect(await figures(road)).toEqual({ committed: '0.00', claimed: '0.00', paid: '0.00', available: '0.00' })
    await office.buyer.work((work) => completeContract(work, contract, 2))
    await office.buyer.work((work) => closeContract(work, contract, 3))
    expect(await showContract(office, contract)).toMatchObject({ state: 'closed', lines: [{ lineId: line, amount: baht('400000') }] })
  })
})

describe('a claim that was on its way when its year ended', () => {
  it('is sent back after 30 September, its obligation is carried, and it is claimed anew upon the carried line with a number of this year', async () => {
    db.clock.set(instant('2026-09-28T05:00:00.000Z'))
    const { office, contract, first, road } = await aRoadOfLastYear()
    const claim = await endorsed(office, await submitted(office, await aClaimOf(office, first)))
    db.clock.set(testNow)
    await expect(office.preparer.work((work) => renewClaim(work, claim, 4))).rejects.toThrow(Conflict)
    await office.checker.work(async (work) => returnClaim(work, claim, { version: (await getClaim(work, office.organisationId, claim)).version, reason: 'ขาดใบส่งของ' }))
    const figures = (id: string) => db.owner('budget_balances').where({ organisation_id: office.organisationId, line_id: id }).first('committed', 'claimed', 'paid', 'available')
    expect(await figures(road)).toEqual({ committed: '400000.00', claimed: '0.00', paid: '0.00', available: '0.00' })
    const line = await carried({ ...office, road, pump: '', paper: '' }, 'CF-O', { of: `${road}:committed:contract:${contract}`, amount: '400000', line: road })
    const page = await atDesk(db, office.preparer.officer, expenditureRoutes).get(claimPaths.show(claim))
    expect(page.html).toContain(claimPaths.renew(claim))
    const { version } = await claimNow(office, claim)
    await expect(office.checker.work((work) => renewClaim(work, claim, version))).rejects.toThrow(Forbidden)
    const anew = await office.preparer.work((work) => renewClaim(work, claim, version))
    expect(await claimNow(office, claim)).toMatchObject({ state: 'cancelled', number: 1, fiscalYear: 2569 })
    expect(await claimNow(office, anew)).toMatchObject({ state: 'draft', fiscalYear: 2570, sourceCode: '9001', gross: baht('280000'), lines: [{ budgetLineId: line }], remark: 'แทนฎีกา CLM-00001/69' })
    await expect(office.preparer.work((work) => renewClaim(work, claim, version + 1))).rejects.toThrow(Conflict)
    await posted(office, [await carriedThrough(office, anew)], { paymentDate: calendarDate('2026-11-20') })
    expect(await claimNow(office, anew)).toMatchObject({ state: 'paid', number: 1 })
    expect(await figures(line)).toEqual({ committed: '120000.00', claimed: '0.00', paid: '280000.00', available: '0.00' })
    expect(await saidBy(office.preparer.work(async (work) => renewClaim(work, anew, (await getClaim(work, office.organisationId, anew)).version)))).toBe(claimText.errors.notRenewable)
  })
})
