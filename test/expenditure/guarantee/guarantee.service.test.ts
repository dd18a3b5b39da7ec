import { describe, expect, it } from 'vitest'
import { documentsText, findTrail } from '../../../src/documents/index.ts'
import { claimRefund } from '../../../src/expenditure/contract-money/contract-money.service.ts'
import { getContract } from '../../../src/expenditure/contract/contract.repository.ts'
import { closeContract, terminateContract } from '../../../src/expenditure/contract/contract.service.ts'
import { submitClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { countExpiring, getGuarantee } from '../../../src/expenditure/guarantee/guarantee.repository.ts'
import { cancelGuarantee, forfeitGuarantee, registerGuarantee, returnGuarantee } from '../../../src/expenditure/guarantee/guarantee.service.ts'
import { daysLeft } from '../../../src/expenditure/guarantee/guarantee.ts'
import { guaranteeText } from '../../../src/expenditure/guarantee.text.ts'
import { contractMoneyText } from '../../../src/expenditure/contract-money.text.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { anOfficer, asOfficer, declareSmall, organisation } from '../../support/world.ts'
import { aBuyingOffice, aDraftContract, aGuarantee, aSignedContract, aSupplier, holdSecurity, paperOf, today, type BuyingOffice } from '../procurement-world.ts'

const db = await testDatabase()
const { errors } = guaranteeText

async function anOffice(): Promise<BuyingOffice & { readonly contract: string }> {
  const office = await aBuyingOffice(db)
  return { ...office, contract: await aSignedContract(office, { payee: await aSupplier(office), amount: '53500.00' }) }
}

async function faultsOf(promise: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error: unknown = await promise.catch((caught: unknown) => caught)
  if (!(error instanceof RuleBroken)) throw error
  return error.errors
}

const show = (office: BuyingOffice, id: string) => office.buyer.read((read) => getGuarantee(read, office.organisationId, id))
const because = (version: number) => ({ version, reason: 'หนังสือที่ 1/2570' })

describe('a paper held as security (S23)', () => {
  it('is registered once, for a contract that is signed and not closed, and posts nothing', async () => {
    const office = await anOffice()
    const paper = paperOf({ contract: office.contract, amount: '2675.00', changes: { reference: 'LG-1/2569' } })
    const register = (changes: Partial<typeof paper> = {}) => office.buyer.work((work) => registerGuarantee(work, { ...paper, ...changes }))
    const [id, twin] = await Promise.all([register(), register()])
    expect(id).toBe(twin)
    expect(await show(office, id)).toMatchObject({ state: 'held', number: 1, amount: baht('2675') })
    expect(await faultsOf(register({ formKey: crypto.randomUUID() }))).toEqual({ reference: errors.known })
    const draft = await aDraftContract(office, { payee: 'บริษัท วัสดุดี จำกัด', amount: '100.00' })
    expect(await faultsOf(register({ formKey: crypto.randomUUID(), contract: draft, reference: '2' }))).toEqual({ contract: errors.contract })
    const other = await anOffice()
    expect(await faultsOf(register({ formKey: crypto.randomUUID(), contract: other.contract, reference: '3' }))).toEqual({ contract: errors.contract })
    expect(await faultsOf(register({ formKey: crypto.randomUUID(), reference: '4', receivedOn: calendarDate('2026-11-21'), expiresOn: calendarDate('2026-11-20') })))
      .toEqual({ receivedOn: errors.future, expiresOn: errors.expiresBefore })
    expect(await db.owner('vouchers').where({ organisation_id: office.organisationId }).whereNot({ event: 'opening.posted' }).select('id')).toEqual([])
  })

  it('is given back when the contract is closed, or when another paper stands in its place', async () => {
    const office = await anOffice()
    const [first, small] = [await aGuarantee(office, { contract: office.contract, amount: '2675.00' }), await aGuarantee(office, { contract: office.contract, amount: '2674.99' })]
    const give = (id: string, version = 1) => office.buyer.work((work) => returnGuarantee(work, id, because(version)))
    expect(await faultsOf(give(first))).toEqual({ '': errors.needed })
    await give(small)
    await aGuarantee(office, { contract: office.contract, amount: '2675.00', changes: { expiresOn: calendarDate('2026-11-19') } })
    expect(await faultsOf(give(first))).toEqual({ '': errors.needed })
    await aGuarantee(office, { contract: office.contract, amount: '2675.00' })
    await expect(give(first, 7)).rejects.toThrow(Conflict)
    await expect(office.asking.work((work) => returnGuarantee(work, first, because(1)))).rejects.toThrow(Forbidden)
    await expect((await anOffice()).buyer.work((work) => returnGuarantee(work, first, because(1)))).rejects.toThrow(NotFound)
    await give(first)
    expect(await show(office, first)).toMatchObject({ state: 'returned', endedOn: today, endReason: 'หนังสือที่ 1/2570' })
    const last = await aGuarantee(office, { contract: office.contract, amount: '1.00', purpose: 'retention' })
    expect(await faultsOf(give(last))).toEqual({ '': errors.needed })
    await office.buyer.work((work) => terminateContract(work, office.contract, { version: 2, reason: 'เลิกสัญญา' }))
    await office.buyer.work((work) => closeContract(work, office.contract, 3))
    await give(last)
  })

  it('is called upon by the head of finance alone, and one registered in error may be registered again', async () => {
    const office = await anOffice()
    const paper = paperOf({ contract: office.contract, amount: '2675.00' })
    const id = await office.buyer.work((work) => registerGuarantee(work, paper))
    await expect(office.buyer.work((work) => forfeitGuarantee(work, id, because(1)))).rejects.toThrow(Forbidden)
    await expect(office.buyer.work((work) => cancelGuarantee(work, id, because(1)))).rejects.toThrow(Forbidden)
    await office.head.work((work) => cancelGuarantee(work, id, because(1)))
    const again = await office.buyer.work((work) => registerGuarantee(work, { ...paper, formKey: crypto.randomUUID() }))
    await office.head.work((work) => forfeitGuarantee(work, again, because(1)))
    expect(await show(office, again)).toMatchObject({ state: 'forfeited' })
  })

  it('is said to be a mistake by another than who registered it, in a small unit by the same', async () => {
    const office = await anOffice()
    const { code } = await db.owner('organisations').where({ id: office.organisationId }).first('code')
    const officer = await anOfficer(db, { at: await organisation(db, code), groups: ['LAO_PROCURE', 'LAO_FIN_HEAD'] })
    const alone = asOfficer(db, officer)
    const paper = paperOf({ contract: office.contract, amount: '2675.00' })
    const id = await alone.work((work) => registerGuarantee(work, paper))
    const cancel = () => alone.work((work) => cancelGuarantee(work, id, because(1)))
    expect(await faultsOf(cancel())).toEqual({ '': documentsText.samePerson })
    await declareSmall(db, officer)
    await cancel()
    expect(await show(office, id)).toMatchObject({ state: 'cancelled' })
    expect((await alone.read((read) => findTrail(read, office.organisationId, { kind: 'guarantee', id }))).find(({ code: event }) => event === 'DOC_CANCEL')?.after).toEqual({ signedAlone: true })
  })

  it('is told of thirty days before it runs out, as long as it is held', async () => {
    const office = await anOffice()
    const expiring = () => office.buyer.read((read) => countExpiring(read, 30))
    await aGuarantee(office, { contract: office.contract, amount: '10.00', changes: { expiresOn: calendarDate('2026-12-21') } })
    expect(await expiring()).toEqual({ count: 0, amount: zero })
    const near = await aGuarantee(office, { contract: office.contract, amount: '20.00', changes: { expiresOn: calendarDate('2026-12-20') } })
    expect(await expiring()).toEqual({ count: 1, amount: baht('20') })
    const shown = await show(office, near)
    expect([daysLeft(shown, today), daysLeft(shown, calendarDate('2026-12-21')), daysLeft({ ...shown, state: 'returned' }, today)]).toEqual([30, -1, undefined])
    await office.head.work((work) => cancelGuarantee(work, near, because(1)))
    expect(await expiring()).toEqual({ count: 0, amount: zero })
  })
})

describe('security in cash', () => {
  it('is given back while the contract runs only for a paper in its place', async () => {
    const office = await anOffice()
    await holdSecurity(office, { contract: office.contract, amount: '2675.00', on: today, account: '3102010101.001', against: undefined })
    const refund = (security: string) => office.asking.work(async (work) => claimRefund(work, office.contract, { version: (await getContract(work, office.organisationId, office.contract)).version, security: baht(security), retention: zero }))
    expect(await faultsOf(refund('2675.00'))).toEqual({ security: contractMoneyText.errors.noPaper })
    await aGuarantee(office, { contract: office.contract, amount: '2675.00' })
    expect(await faultsOf(refund('2675.01'))).toEqual({ security: contractMoneyText.errors.overHeld('2,675.00') })
    await expect(office.buyer.work((work) => claimRefund(work, office.contract, { version: 2, security: baht('1'), retention: zero }))).rejects.toThrow(Forbidden)
    const claim = await refund('2675.00')
    expect(await db.owner('claims').where({ id: claim }).first('kind', 'state', 'net', 'contract_id')).toEqual({ kind: 'C8', state: 'draft', net: '2675.00', contract_id: office.contract })
    expect(await faultsOf(refund('0.01'))).toEqual({ security: contractMoneyText.errors.overHeld('0.00') })
  })

  it('is given back once for one paper: a part that was given back before counts, a paper that has run out does not', async () => {
    const office = await anOffice()
    await holdSecurity(office, { contract: office.contract, amount: '2675.00', on: today, account: '3102010101.001', against: undefined })
    const refund = (security: string) => office.asking.work(async (work) => claimRefund(work, office.contract, { version: (await getContract(work, office.organisationId, office.contract)).version, security: baht(security), retention: zero }))
    await aGuarantee(office, { contract: office.contract, amount: '2675.00', changes: { expiresOn: calendarDate('2026-11-19') } })
    expect(await faultsOf(refund('1.00'))).toEqual({ security: contractMoneyText.errors.noPaper })
    await aGuarantee(office, { contract: office.contract, amount: '1500.00' })
    await refund('1500.00')
    expect(await faultsOf(refund('0.01'))).toEqual({ security: contractMoneyText.errors.noPaper })
    await aGuarantee(office, { contract: office.contract, amount: '1175.00' })
    const last = await refund('1175.00')
    const [paper] = await db.owner('guarantees').where({ contract_id: office.contract, amount: '1175.00' }).select('id')
    const cancel = () => office.head.work((work) => cancelGuarantee(work, paper.id, because(1)))
    expect(await faultsOf(cancel())).toEqual({ '': errors.relied('1,175.00') })
    await office.asking.work((work) => submitClaim(work, last, 1))
    expect(await faultsOf(cancel())).toEqual({ '': errors.relied('1,175.00') })
    await aGuarantee(office, { contract: office.contract, amount: '1175.00' })
    await cancel()
  })
})
