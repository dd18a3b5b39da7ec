import { expect, it } from 'vitest'
import { accountsOfRoles } from '../../../src/ledger/posting/posting.repository.ts'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { aLao, anOfficer, asOfficer, aSubUnit } from '../../support/world.ts'

async function rolesOf(db: TestDatabase, kind: string) {
  const unit = await aSubUnit(db, { lao: await aLao(db), kind })
  return { id: unit.id, roles: await asOfficer(db, await anOfficer(db, { at: unit, groups: [] })).read((read) => accountsOfRoles(read)) }
}

it('accounts of roles are kept for their own database: offices of two have the same numbers', async () => {
  const [school, shop] = [await rolesOf(await testDatabase(), '05'), await rolesOf(await testDatabase(), '01')]
  expect(school.id).toBe(shop.id)
  expect(school.roles).not.toEqual(shop.roles)
})
