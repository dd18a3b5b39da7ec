// Who keeps a contract and who claims upon it are two people in a sub-unit, and a pawnshop has no e-GP in its menu: both still reach what they need.
import { expect, it } from 'vitest'
import { contractPaths, egpPaths } from '../../../src/expenditure/procurement.paths.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Forbidden } from '../../../src/platform/errors.ts'
import { aPerson } from '../../receipts/school.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aLao, aSubUnit, organisation } from '../../support/world.ts'
import { aGuarantee, aPurchasingOffice, aSignedContract } from '../procurement-world.ts'
import { aPayee } from '../world.ts'

const db = await testDatabase()

async function aUnit(kind: string, group: string) {
  const { id } = await aSubUnit(db, { lao: await aLao(db), kind })
  const { code } = await db.owner('organisations').where({ id }).first('code')
  const office = await aPurchasingOffice(db, [{ code: '5330100', amount: '90000.00', title: 'วัสดุ' }], { code, year: fiscalYear(2570), on: calendarDate('2026-10-15'), money: null })
  await aPayee(office, 'หจก.อาคารดี', 'juristic')
  const contract = await aSignedContract(office, { payee: 'หจก.อาคารดี', amount: '50000.00', terms: { kind: 'contract', advancePercent: '15', egpControl: '' } })
  return { office, contract, desk: atDesk(db, (await aPerson(db, await organisation(db, code), [group])).officer, expenditureRoutes) }
}

it('the cashier of a school claims the advance of a contract whose register they do not keep', async () => {
  const { office, contract, desk } = await aUnit('05', 'SUB_FINANCE')
  await aGuarantee(office, { contract, amount: '7500.00', purpose: 'advance' })
  await expect(desk.get(contractPaths.list)).rejects.toThrow(Forbidden)
  expect((await desk.get(contractPaths.show(contract))).html).toContain(`href="${contractPaths.step(contract, 'advance')}"`)
  const asked = await desk.get(contractPaths.step(contract, 'advance'))
  expect(seen(asked.html)).toContain('7,500.00')
  const done = await desk.post(contractPaths.step(contract, 'advance'), { version: '2', amount: '7500.00' })
  expect(done.reply).toMatchObject({ kind: 'redirect' })
  expect((await db.owner('claims').where({ organisation_id: office.organisationId, contract_id: contract })).map(({ kind, gross }) => [kind, gross])).toHaveLength(1)
})

it('who keeps the contracts of a pawnshop records the numbers of e-GP, without which nothing is claimed', async () => {
  const { office, contract, desk } = await aUnit('01', 'PAWN_ACCOUNT')
  const { html } = await desk.get(contractPaths.show(contract))
  expect(html).toContain(`href="${egpPaths.show(contract)}"`)
  const form = await desk.get(egpPaths.show(contract))
  expect(form.reply).toMatchObject({ kind: 'page' })
  const { version } = await db.owner('contracts').where({ id: contract }).first('version')
  const done = await desk.post(egpPaths.show(contract), { version: String(version), egpProject: '69119000001', egpControl: '691114000077' })
  expect(done.reply).toMatchObject({ kind: 'redirect', to: contractPaths.show(contract) })
  expect(await db.owner('contracts').where({ organisation_id: office.organisationId, id: contract }).first('egp_control')).toEqual({ egp_control: '691114000077' })
  await expect(desk.get(egpPaths.list)).rejects.toThrow(Forbidden)
})
