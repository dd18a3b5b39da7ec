import { describe, expect, it } from 'vitest'
import { seedReference } from '../../../src/platform/database/migrations.ts'
import { testDatabase } from '../../support/database.ts'

const { owner } = await testDatabase()

async function count(table: string, where: object = {}): Promise<number> {
  const row = await owner(table).where(where).count({ n: '*' }).first()
  return Number(row?.n)
}

describe('reference data', () => {
  it('holds every LAO of the country, one office per overseen province and the department', async () => {
    expect(await count('organisations', { kind: 'LAO' })).toBe(7849)
    expect(await count('organisations', { kind: 'PROV' })).toBe(76)
    expect(await count('organisations', { kind: 'DLA' })).toBe(1)
  })

  it('holds the 31 groups with their 2,099 permissions and the official chart', async () => {
    expect(await count('user_groups')).toBe(31)
    expect(await count('group_permissions')).toBe(2099)
    expect(await count('accounts')).toBe(1018)
    expect(await count('accounts', { is_postable: true })).toBe(842)
  })

  it('may be seeded again without changing anything', async () => {
    const before = await owner('organisations').where({ code: '6711303' }).first('id', 'name')
    await seedReference(owner)
    expect(await owner('organisations').where({ code: '6711303' }).first('id', 'name')).toEqual(before)
    expect(await count('organisations')).toBe(7849 + 76 + 1)
    expect(await count('news')).toBe(15)
    expect(await count('system_windows')).toBe(1)
  })

  it('seeded again leaves a limit of sign-in as an order has set it, and mends its words', async () => {
    await owner('sign_in_settings').where({ name: 'otp_tries' }).update({ value: 3, meaning: 'old words' })
    await seedReference(owner)
    expect(await owner('sign_in_settings').where({ name: 'otp_tries' }).first('value')).toEqual({ value: 3 })
    expect(await count('sign_in_settings', { meaning: 'old words' })).toBe(0)
  })
})
