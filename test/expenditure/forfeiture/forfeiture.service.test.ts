import { reopenContract } from '../../../src/expenditure/contract-money/contract-money.service.ts'
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { cancelForfeiture, createForfeiture, postForfeiture, reverseForfeiture } from '../../../src/expenditure/forfeiture/forfeiture.service.ts'
import { getForfeiture } from '../../../src/expenditure/forfeiture/forfeiture.repository.ts'
import { contractText } from '../../../src/expenditure/contract.text.ts'
import { forfeitureText } from '../../../src/expenditure/forfeiture.text.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { aBuyingOffice, anAcceptedDelivery, aSignedContract, aSupplier, figuresOf, holdSecurity, showContract, today, type BuyingOffice } from '../procurement-world.ts'

const db = await testDatabase()

async function anOffice(): Promise<BuyingOffice & { readonly contract: string; readonly make: (amount?: string) => Promise<string> }> {
  const office = await aBuyingOffice(db)
  const contract = await aSignedContract(office, { payee: await aSupplier(office), amount: '53500.00' })
  await holdSecurity(office, { contract, amount: '2675.00', on: today, account: '3102010101.001', against: undefined })
  const make = (amount = '2675.00') => office.buyer.work((work) => createForfeiture(work, { contract, documentDate: today, orderReference: '1/2570', reason: 'ทิ้งงาน', amount: baht(amount), formKey: randomUUID() }))
  return { ...office, contract, make }
}

const post = (office: BuyingOffice, id: string, version = 1) => office.head.work((work) => postForfeiture(work, id, version))

it('is prepared by who keeps the contract and booked by the head of finance, once, and never twice the money', async () => {
  const [office, other] = [await anOffice(), await anOffice()]
  await expect(office.make('2675.01')).rejects.toThrow(forfeitureText.errors.overHeld('2,675.00'))
  const [id, second] = [await office.make(), await office.make('0.01')]
  await expect(office.buyer.work((work) => postForfeiture(work, id, 1))).rejects.toThrow(Forbidden)
  await expect(post(other, id)).rejects.toThrow(NotFound)
  await expect(post(office, id, 4)).rejects.toThrow(Conflict)
  await post(office, id)
  await expect(post(office, id, 2)).rejects.toThrow(Conflict)
  await expect(post(office, second)).rejects.toThrow(forfeitureText.errors.overHeld('0.00'))
  await office.buyer.work((work) => cancelForfeiture(work, second, { version: 1, reason: 'ซ้ำ' }))
})

it('waits until what was delivered is claimed', async () => {
  const office = await anOffice()
  await anAcceptedDelivery(office, { contract: office.contract, amount: '100.00' })
  const id = await office.make()
  await expect(post(office, id)).rejects.toThrow(contractText.errors.unclaimed('100.00'))
  expect(await showContract(office, office.contract)).toMatchObject({ state: 'signed' })
})

it('is reversed with its receipt, and the money is held again', async () => {
  const office = await anOffice()
  const id = await office.make()
  await post(office, id)
  await office.head.work((work) => reverseForfeiture(work, id, { version: 2, reason: 'ศาลสั่งเพิกถอน' }))
  expect(await office.head.read((read) => getForfeiture(read, office.organisationId, id))).toMatchObject({ state: 'reversed', endReason: 'ศาลสั่งเพิกถอน' })
  // As much as before may be forfeited again, and no satang more.
  await expect(office.make('2675.01')).rejects.toThrow(forfeitureText.errors.overHeld('2,675.00'))
  expect(await db.owner('receipts').where({ organisation_id: office.organisationId }).pluck('state')).toEqual(['cancelled'])
  await office.make()
})

it('reversed, it leaves the contract to whoever keeps it: opened again with its obligation, not while the order stands', async () => {
  const office = await anOffice()
  const id = await office.make()
  await post(office, id)
  const { version } = await showContract(office, office.contract)
  const reopen = () => office.buyer.work((work) => reopenContract(work, office.contract, version))
  await expect(reopen()).rejects.toThrow(contractText.errors.forfeited)
  await office.head.work((work) => reverseForfeiture(work, id, { version: 2, reason: 'ริบผิดสัญญา' }))
  await reopen()
  expect(await showContract(office, office.contract)).toMatchObject({ state: 'signed' })
  expect(await figuresOf(office)).toMatchObject({ committed: '53500.00' })
})
