import { describe, expect, it } from 'vitest'
import { draftClaim, settleLinesOf } from '../../../src/expenditure/claim/claim.service.ts'
import { findClaimsOf, getClaim } from '../../../src/expenditure/claim/claim.repository.ts'
import { type NewClaim } from '../../../src/expenditure/claim/claim.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { aShop } from '../../pawnshops/shop.ts'
import { aBudgetOffice, anEnactedBudget } from '../../budget/world.ts'

const db = await testDatabase()
const office = await aBudgetOffice(db)
const [budgetLineId = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '100000.00' }])

const line = { budgetLineId, accountCode: '5104010112.001', subKey: null, counterpartyId: null, fundCode: null, revenueCode: null, description: 'งวดที่ 1', source: null }

function deliveryClaim(id: string): NewClaim {
  return {
    kind: 'C2', claimDate: calendarDate('2026-11-20'), title: 'ค่าจ้างเหมา งวดที่ 1', origin: { kind: 'acceptance', id }, payeeId: '7', contractId: '3', vat: 'included',
    lines: [{ ...line, accountCode: '2101010102.001', subKey: '7', amount: baht('10700.00'), source: { kind: 'acceptance', id } }],
    deductions: [{ kind: 'withholding', accountCode: '2102040106.001', subKey: null, description: '', base: baht('10000.00'), rate: '1', ruleCode: 'W53-GOV', amount: baht('100.00') }],
  }
}

describe('a claim that another desk drafts', () => {
  it('keeps lines, deductions and where it came from, and is found by that', async () => {
    const id = await office.clerk.work((work) => draftClaim(work, deliveryClaim('41')))
    const claim = await office.clerk.read((read) => getClaim(read, office.organisationId, id))
    expect(claim).toMatchObject({ state: 'draft', number: null, gross: baht('10700.00'), deducted: baht('100.00'), net: baht('10600.00'), origin: { kind: 'acceptance', id: '41' } })
    expect(claim.deductions[0]).toMatchObject({ kind: 'withholding', base: baht('10000.00'), rate: '1.0000', ruleCode: 'W53-GOV' })
    const found = await office.head.read((read) => findClaimsOf(read, { kind: 'acceptance', id: '41' }))
    expect(found.map((each) => each.id)).toEqual([id])
  })

  it('is made once by one form', async () => {
    const form = { ...deliveryClaim('42'), formKey: 'a3f1b1c2-0000-4000-8000-000000000042' }
    const make = () => office.clerk.work((work) => draftClaim(work, form))
    expect(await make()).toBe(await make())
  })

  it('never deducts more than it asks for', async () => {
    const [deduction] = deliveryClaim('43').deductions ?? []
    const over = { ...deliveryClaim('43'), deductions: deduction ? [{ ...deduction, amount: baht('10700.01') }] : [] }
    await expect(office.clerk.work((work) => draftClaim(work, over))).rejects.toThrow(RuleBroken)
  })
})

describe('what the payment will settle', () => {
  const settled = async (claim: NewClaim) => {
    const id = await office.clerk.work((work) => draftClaim(work, claim))
    return office.head.read(async (read) => settleLinesOf(read, await getClaim(read, office.organisationId, id)))
  }

  it('is the debt of the delivery for a claim under contract', async () => {
    expect(await settled(deliveryClaim('44'))).toMatchObject([{ accountCode: '2101010102.001', subKey: '7', amount: baht('10700.00') }])
  })

  it('is the debt that the approval sets up where there is no commitment', async () => {
    expect(await settled({ ...deliveryClaim('45'), kind: 'C1', contractId: null })).toEqual([{ accountCode: '2102040110.001', subKey: '7', amount: baht('10700.00') }])
  })

  it('is accrued interest where a pawnshop owes it on what it borrowed (W12), and a voucher where an LAO does (P29)', async () => {
    const shop = await aShop(db)
    const interest = { ...deliveryClaim('47'), kind: 'C1' as const, contractId: null, lines: [{ ...line, accountCode: '5201020102.001', amount: baht('40000.00') }], deductions: [] }
    const owed = await shop.cashier.work(async (work) => settleLinesOf(work, await getClaim(work, shop.organisation.id, await draftClaim(work, { ...interest, lines: interest.lines.map((each) => ({ ...each, budgetLineId: null })) }))))
    expect(owed).toEqual([{ accountCode: '2102020102.001', amount: baht('40000.00') }])
    expect(await settled({ ...interest, origin: { kind: 'acceptance', id: '48' } })).toMatchObject([{ accountCode: '2102040110.001', subKey: '7' }])
  })

  it('stands under the claim itself where many are paid', async () => {
    const claim = { ...deliveryClaim('46'), kind: 'C3' as const, contractId: null, payeeId: null, deductions: [] }
    const id = await office.clerk.work((work) => draftClaim(work, claim))
    const lines = await office.head.read(async (read) => settleLinesOf(read, await getClaim(read, office.organisationId, id)))
    expect(lines).toMatchObject([{ accountCode: '2102040110.001', subKey: `CLM${id}` }])
  })
})
