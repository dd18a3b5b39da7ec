import { expect, it } from 'vitest'
import { acceptanceText } from '../../../src/expenditure/acceptance.text.ts'
import { contractText } from '../../../src/expenditure/contract.text.ts'
import { countMissing, findEgpRecords } from '../../../src/expenditure/egp/egp.repository.ts'
import { recordEgp } from '../../../src/expenditure/egp/egp.service.ts'
import { type EgpState } from '../../../src/expenditure/egp/egp.ts'
import { egpText } from '../../../src/expenditure/egp.text.ts'
import { Conflict, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { aBuyingOffice, aClaimOf, anAcceptedDelivery, aSignedContract, aSupplier, type BuyingOffice } from '../procurement-world.ts'

const db = await testDatabase()

async function faultsOf(promise: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error: unknown = await promise.catch((caught: unknown) => caught)
  if (!(error instanceof RuleBroken)) throw error
  return error.errors
}

const record = (office: BuyingOffice, id: string, [egpProject, egpControl]: readonly [string, string], version = 2) => (
  office.buyer.work((work) => recordEgp(work, id, { version, egpProject, egpControl })))

it('tells the contracts whose number of e-GP is missing, which is wanted before the first claim', async () => {
  const office = await aBuyingOffice(db)
  const payee = await aSupplier(office)
  const none = { egpProject: '', egpControl: '' }
  const keyed = await aSignedContract(office, { payee, amount: '6000.00', terms: { egpControl: '691114000001' } })
  const small = await aSignedContract(office, { payee, amount: '4999.99', terms: none })
  const missing = await aSignedContract(office, { payee, amount: '5000.00', terms: { egpControl: '' } })
  const found = async (state: EgpState | undefined, search = '') => {
    const filter = { organisationId: office.organisationId, state, from: undefined, until: undefined, after: undefined, search }
    return (await office.buyer.read((read) => findEgpRecords(read, filter, { from: baht('5000') }))).items.map(({ id }) => id)
  }
  expect([await found('keyed'), await found('exempt'), await found('missing'), (await found(undefined)).length]).toEqual([[keyed], [small], [missing], 3])
  expect(await found(undefined, '691114000001')).toEqual([keyed])
  expect(await office.buyer.read((read) => countMissing(read, baht('5000')))).toBe(1)
  const delivery = await anAcceptedDelivery(office, { contract: missing, amount: '5000.00' })
  expect(await faultsOf(aClaimOf(office, delivery))).toEqual({ '': acceptanceText.errors.noEgp })
  expect(await faultsOf(record(office, missing, ['', '1']))).toEqual({ egpProject: egpText.errors.project, egpControl: contractText.errors.egpControl })
  expect(await faultsOf(record(office, missing, ['69119000002', '691114000001']))).toEqual({ egpControl: contractText.errors.sameEgp })
  await expect(record(office, missing, ['69119000002', '691114000002'], 1)).rejects.toThrow(Conflict)
  await expect(record(await aBuyingOffice(db), missing, ['69119000002', '691114000002'])).rejects.toThrow(NotFound)
  await record(office, missing, ['69119000002', '691114000002'])
  expect(await found('missing')).toEqual([])
  expect(await aClaimOf(office, delivery)).toMatch(/^[0-9]+$/)
})
