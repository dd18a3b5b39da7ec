import { describe, expect, it } from 'vitest'
import { addendumText } from '../../../src/expenditure/addendum.text.ts'
import { approveAddendum, attachToAddendum, cancelAddendum, createAddendum, detachFromAddendum, editAddendum } from '../../../src/expenditure/addendum/addendum.service.ts'
import { addendumSource } from '../../../src/expenditure/addendum/addendum.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { aFile } from '../../receipts/school.ts'
import { claimDelivery } from '../../../src/expenditure/acceptance-claim/acceptance-claim.service.ts'
import { submitClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { contractText } from '../../../src/expenditure/contract.text.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import {
  aBuyingOffice, addendumOf, aDelivery, aDraftContract, anAcceptedDelivery, aSignedContract, aSupplier, figuresOf, showAcceptance, showContract, type BuyingOffice,
} from '../procurement-world.ts'

const db = await testDatabase()
const { errors } = addendumText

async function anOffice(): Promise<BuyingOffice & { readonly contract: string }> {
  const office = await aBuyingOffice(db)
  return { ...office, contract: await aSignedContract(office, { payee: await aSupplier(office), amount: '53500.00' }) }
}

async function faultsOf(promise: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error: unknown = await promise.catch((caught: unknown) => caught)
  if (!(error instanceof RuleBroken)) throw error
  return error.errors
}

type Changes = Parameters<typeof addendumOf>[2]
const make = (office: BuyingOffice & { readonly contract: string }, price: string, changes?: Changes) => office.buyer.work((work) => createAddendum(work, addendumOf(office.contract, price, changes)))
const approve = (office: BuyingOffice, id: string, version = 1) => office.buyer.work((work) => approveAddendum(work, id, version))

describe('an addendum', () => {
  it('raises the contract with its budget, and then more may be accepted (S16)', async () => {
    const office = await anOffice()
    const over = { contract: office.contract, amount: '53500.01' }
    await expect(aDelivery(office, over)).rejects.toThrow(RuleBroken)
    const id = await make(office, '60000.00')
    expect(await figuresOf(office)).toMatchObject({ committed: '53500.00' })
    await approve(office, id)
    expect(await figuresOf(office)).toMatchObject({ committed: '60000.00', available: '120000.00' })
    expect(await showContract(office, office.contract)).toMatchObject({ price: baht('60000'), endsOn: '2026-11-30', lines: [{ amount: baht('60000') }] })
    await anAcceptedDelivery(office, over)
    const beyond = await make(office, '180000.01')
    expect(Object.values(await faultsOf(approve(office, beyond))).join()).toContain('120,000.00')
    expect(await showContract(office, office.contract)).toMatchObject({ price: baht('60000') })
  })

  it('lowers it to what was accepted and no further, and frees the rest', async () => {
    const office = await anOffice()
    await anAcceptedDelivery(office, { contract: office.contract, amount: '30000.00' })
    expect(await faultsOf(make(office, '29999.99'))).toEqual({ price: errors.belowAccepted('30,000.00') })
    await approve(office, await make(office, '30000.00'))
    expect(await figuresOf(office)).toMatchObject({ committed: '30000.00', available: '150000.00' })
  })

  it('waives days of what was accepted before it, as far as no claim has kept the fine back; a draft made by the old fine is made anew', async () => {
    const bought = await aBuyingOffice(db)
    const office = { ...bought, contract: await aSignedContract(bought, { payee: await aSupplier(bought), amount: '53500.00', terms: { endsOn: calendarDate('2026-11-15') } }) }
    const lot = (amount: string) => anAcceptedDelivery(office, { contract: office.contract, amount, deliveredOn: '20/11/2569' })
    const same = { endsOn: calendarDate('2026-11-15'), instalments: [{ number: 1, description: '', amount: baht('53500'), dueOn: calendarDate('2026-11-15') }] }
    const [kept, free] = [await lot('10000.00'), await lot('20000.00')]
    expect([(await showAcceptance(office, kept)).fine, (await showAcceptance(office, free)).fine]).toEqual([baht('100'), baht('200')])
    await office.asking.work(async (work) => submitClaim(work, await claimDelivery(work, kept, { version: 2, amount: baht('10000') }), 1))
    const stale = await office.asking.work((work) => claimDelivery(work, free, { version: 2, amount: baht('20000') }))
    await approve(office, await make(office, '53500.00', { ...same, waivedDays: 3 }))
    expect(await showAcceptance(office, kept)).toMatchObject({ fine: baht('100'), lateDays: 5 })
    expect(await showAcceptance(office, free)).toMatchObject({ fine: baht('80'), lateDays: 2, dueOn: '2026-11-18' })
    expect(Object.values(await faultsOf(office.asking.work((work) => submitClaim(work, stale, 1)))).join()).toContain('80.00')
  })

  it('puts off the due day and waives days of the fine for what is accepted after it', async () => {
    const office = await anOffice()
    const changes = { endsOn: calendarDate('2026-11-12'), waivedDays: 2, instalments: [{ number: 1, description: '', amount: baht('53500'), dueOn: calendarDate('2026-11-12') }] }
    await approve(office, await make(office, '53500.00', changes))
    const id = await aDelivery(office, { contract: office.contract, amount: '53500.00', deliveredOn: '15/11/2569' })
    expect(await showAcceptance(office, id)).toMatchObject({ lateDays: 1, dueOn: '2026-11-14', fine: baht('107') })
  })

  it('is refused without a change, out of order, for a contract that is not signed, and while a delivery waits', async () => {
    const office = await anOffice()
    const { instalments, endsOn } = await showContract(office, office.contract)
    expect(await faultsOf(make(office, '53500.00', { instalments: [...instalments], endsOn }))).toEqual({ '': errors.nothing })
    expect(await faultsOf(make(office, '60000.00', { signedOn: calendarDate('2026-11-04') }))).toEqual({ signedOn: errors.beforeContract })
    expect(await faultsOf(make(office, '60000.00', { signedOn: calendarDate('2026-11-21') }))).toEqual({ signedOn: errors.future })
    expect(await faultsOf(make(office, '60000.00', { instalments: [...instalments] }))).toEqual({ 'instalments.0.amount': contractText.errors.instalmentsUnder('6,500.00') })
    const draft = await aDraftContract(office, { payee: 'บริษัท วัสดุดี จำกัด', amount: '100.00' })
    for (const contract of [draft, (await anOffice()).contract, '999999']) expect(await faultsOf(make({ ...office, contract }, '90.00'))).toEqual({ contract: errors.contract })
    const id = await make(office, '60000.00')
    await aDelivery(office, { contract: office.contract, amount: '100.00' })
    expect(await faultsOf(approve(office, id))).toEqual({ '': errors.waiting })
  })

  it('keeps the papers it was recorded upon; the signed one still comes', async () => {
    const office = await anOffice()
    const id = await make(office, '60000.00')
    const papers = () => db.owner('attachments').where({ organisation_id: office.organisationId, document_id: id, document_kind: addendumSource, removed_at: null }).orderBy('id').pluck('id')
    const detach = (paper: string) => office.buyer.work((work) => detachFromAddendum(work, id, paper))
    const attach = () => office.buyer.work((work) => attachToAddendum(work, id, [aFile]))
    await attach()
    await detach((await papers())[0])
    await attach()
    await approve(office, id)
    await attach()
    const [before, after] = await papers()
    for (const paper of [before, after]) expect(await faultsOf(detach(paper))).toEqual({ files: documentsText.attachments.kept })
    expect(await papers()).toHaveLength(2)
  })

  it('is recorded once by who handles contracts; a second one made before it is looked at anew', async () => {
    const [office, other] = [await anOffice(), await anOffice()]
    const [id, second] = [await make(office, '60000.00'), await make(office, '61000.00')]
    await expect(office.asking.work((work) => approveAddendum(work, id, 1))).rejects.toThrow(Forbidden)
    await expect(approve(other, id)).rejects.toThrow(NotFound)
    await expect(approve(office, id, 5)).rejects.toThrow(Conflict)
    const results = await Promise.allSettled([approve(office, id), approve(office, id)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await faultsOf(approve(office, second))).toEqual({ '': errors.overtaken })
    const { formKey: _formKey, contract: _contract, ...terms } = addendumOf(office.contract, '61000.00')
    await office.buyer.work((work) => editAddendum(work, second, { ...terms, version: 1 }))
    await approve(office, second, 2)
    expect(await showContract(office, office.contract)).toMatchObject({ price: baht('61000') })
    const [days, parts] = [await make(office, '61000.00', { waivedDays: 3 }), await make(office, '61000.00', { instalments: [
      { number: 1, description: 'ครึ่งแรก', amount: baht('30500'), dueOn: calendarDate('2026-11-20') }, { number: 2, description: 'ครึ่งหลัง', amount: baht('30500'), dueOn: calendarDate('2026-11-30') },
    ] })]
    await approve(office, days)
    expect(await faultsOf(approve(office, parts))).toEqual({ '': errors.overtaken })
    const third = await make(office, '62000.00')
    await office.buyer.work((work) => cancelAddendum(work, third, 1))
    await expect(approve(office, third, 2)).rejects.toThrow(Conflict)
  })
})
