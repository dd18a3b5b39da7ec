import { expect, it } from 'vitest'
import { testOffice } from '../support/app.ts'

const office = await testOffice()

it('the demonstration has somebody at work in each of the 31 groups', async () => {
  const { rows } = await office.owner.raw(
    `SELECT g.code FROM user_groups g WHERE NOT EXISTS (
       SELECT 1 FROM group_members m JOIN users u ON u.id = m.user_id WHERE m.group_code = g.code AND u.status = 'active')`,
  )
  expect(rows).toEqual([])
  expect(await office.owner('user_groups').count({ n: '*' }).first()).toEqual({ n: '31' })
})
