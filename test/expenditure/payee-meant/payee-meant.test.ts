// Who is meant by the box of a form: found as the register finds.
import { expect, it } from 'vitest'
import { findPayeeById } from '../../../src/expenditure/payee-meant/payee-meant.repository.ts'
import { payeeChoices } from '../../../src/expenditure/payee/payee.service.ts'
import { findPayeesMeant } from '../../../src/expenditure/payee-meant/payee-meant.service.ts'
import { onlyMeant, proposalText } from '../../../src/expenditure/payee-meant/payee-meant.ts'
import { testDatabase } from '../../support/database.ts'
import { aPayee, aPayeeOffice, taxIdOf } from '../payee/payees.ts'

const db = await testDatabase()
const { clerk, organisation } = await aPayeeOffice(db)
const shop = await aPayee(clerk, { name: 'ร้านน้ำทิพย์', taxId: taxIdOf(901), englishName: 'NAMTHIP' })
const other = await aPayee(clerk, { name: 'ร้านน้ำทิพย์ สาขาสอง', taxId: taxIdOf(902), englishName: 'NAMTHIP TWO' })
const person = await aPayee(clerk, { kind: 'individual', name: 'นายมานะ ใจดี', taxId: taxIdOf(903), englishName: 'MANA JAIDEE' })
const meant = async (typed: string) => onlyMeant(await clerk.read((read) => findPayeesMeant(read, typed)), typed)?.id

it('a person by what the chooser proposes, which hides most of the citizen id', async () => {
  const [found] = await clerk.read((read) => payeeChoices(read, 'มานะ', 'individual'))
  const proposed = found ? proposalText(found) : ''
  expect(proposed).toMatch(/^นายมานะ ใจดี x-xxxx-xxxx\d-\d\d-\d$/)
  expect(await meant(proposed)).toBe(person)
  expect(await clerk.read((read) => payeeChoices(read, 'มานะ', 'juristic'))).toEqual([])
})

it.each([
  ['its name', 'ร้านน้ำทิพย์', shop], ['name and tax id, as the chooser writes them', `ร้านน้ำทิพย์ สาขาสอง ${taxIdOf(902)}`, other], ['its tax id', taxIdOf(901), shop],
  ['a part that only one has', 'สาขาสอง', other], ['a part that both have', 'น้ำ', undefined], ['nobody', 'ไม่มี', undefined],
])('by %s', async (_name, typed, id) => {
  expect(await meant(typed)).toBe(id)
})

it('without its tone marks the register and the box of a form find the same', async () => {
  expect((await clerk.read((read) => findPayeesMeant(read, 'ร้านนำทิพย์ สาขา'))).map(({ id }) => id)).toEqual([other])
})

it('one out of use is proposed no more, but is still known by its id', async () => {
  await db.owner('payees').where({ organisation_id: organisation.id, id: other }).update({ is_active: false })
  expect(await meant('สาขาสอง')).toBeUndefined()
  expect(await clerk.read((read) => findPayeeById(read, organisation.id, other))).toMatchObject({ id: other })
})
