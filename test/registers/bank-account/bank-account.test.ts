import { describe, expect, it } from 'vitest'
import { findBankAccounts, getBankAccount, registersRoutes } from '../../../src/registers/index.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aLao, anOfficer, aSubUnit, asOfficer } from '../../support/world.ts'

const db = await testDatabase()
const typed = { bankName: 'ธนาคารกรุงไทย', branch: 'ปากน้ำ', accountNumber: '๑๒๓-๔-๕๖๗๘๙-๐', accountName: 'อบจ.สมุทรปราการ', kind: 'savings' }

async function aFinanceDesk() {
  const officer = await anOfficer(db, { at: await aLao(db), groups: ['LAO_FINANCE'] })
  return { officer, ...asOfficer(db, officer), desk: atDesk(db, officer, registersRoutes) }
}

async function withAccount(input: Partial<typeof typed> = {}) {
  const office = await aFinanceDesk()
  await office.desk.post('/registers/bank-accounts/new', { ...typed, ...input })
  const [account] = await office.read((read) => findBankAccounts(read, { activeOnly: true }))
  if (!account) throw new Error('the account was not kept')
  return { ...office, account }
}

describe('bank accounts', () => {
  it('are entered with Thai digits and take their ledger account from their kind', async () => {
    const { account } = await withAccount()
    expect(account).toMatchObject({ accountNumber: '1234567890', accountCode: '1101030102.001', isActive: true, version: 1 })
    expect((await withAccount({ kind: 'current' })).account.accountCode).toBe('1101030101.001')
    expect((await withAccount({ kind: 'fixed' })).account.accountCode).toBe('1101030199.001')
    expect((await withAccount({ kind: 'term' })).account.accountCode).toBe('1104010101.001')
  })

  it('are refused with a message at each field, and what was typed stays', async () => {
    const { desk } = await aFinanceDesk()
    const { reply, html } = await desk.post('/registers/bank-accounts/new', { ...typed, bankName: 'ธนาคารของฉัน', accountNumber: '12345', kind: '' })
    expect(reply).toMatchObject({ status: 422 })
    expect(html).toContain('href="#accountNumber"')
    expect(seen(html)).toContain('เลขที่บัญชีต้องเป็นตัวเลข 10 ถึง 15 หลัก')
    expect(seen(html)).toContain('โปรดเลือกธนาคารจากรายการ')
    expect(seen(html)).toContain('โปรดเลือกประเภทบัญชี')
    expect(html).toContain('value="12345"')
  })

  it('are not entered twice', async () => {
    const { desk } = await withAccount()
    const { html } = await desk.post('/registers/bank-accounts/new', typed)
    expect(seen(html)).toContain('มีเลขที่บัญชีนี้ของธนาคารเดียวกันอยู่แล้ว')
  })

  it('are corrected with a trace, and keep their kind', async () => {
    const { desk, account, read } = await withAccount()
    await desk.post(`/registers/bank-accounts/${account.id}/edit`, { ...typed, branch: 'สำโรง', kind: 'fixed', version: '1' })
    expect(await read((key) => getBankAccount(key, account.id))).toMatchObject({ branch: 'สำโรง', kind: 'savings', version: 2 })
    const page = seen((await desk.get(`/registers/bank-accounts/${account.id}/edit`)).html)
    expect(page).toContain('สาขา: เดิม ปากน้ำ → ใหม่ สำโรง')
    expect(page).not.toContain('ชื่อบัญชี: เดิม')
  })

  it('are not corrected over the change of another officer', async () => {
    const { desk, account } = await withAccount()
    const edit = (version: string, branch: string) => desk.post(`/registers/bank-accounts/${account.id}/edit`, { ...typed, branch, version })
    await edit('1', 'สำโรง')
    await expect(edit('1', 'บางพลี')).rejects.toThrow(Conflict)
    const refused = await edit('1', '')
    expect(refused.html).toContain('name="version" value="1"')
  })

  it('taken out of use are offered no longer, and come back', async () => {
    const { desk, account, read } = await withAccount()
    await desk.post(`/registers/bank-accounts/${account.id}/deactivate`, { version: '1' })
    expect(await read((key) => findBankAccounts(key, { activeOnly: true }))).toEqual([])
    expect(seen((await desk.get('/registers/bank-accounts')).html)).toContain('เลิกใช้')
    await expect(desk.post(`/registers/bank-accounts/${account.id}/activate`, { version: '1' })).rejects.toThrow(Conflict)
    await desk.post(`/registers/bank-accounts/${account.id}/activate`, { version: '2' })
    expect(await read((key) => findBankAccounts(key, { activeOnly: true }))).toHaveLength(1)
  })

  it('are looked at by the head of finance, who does not enter them', async () => {
    const { officer } = await withAccount()
    const office = { id: officer.organisationId, kind: 'LAO', name: '', provinceCode: officer.provinceCode } as const
    const head = atDesk(db, await anOfficer(db, { at: office, groups: ['LAO_FIN_HEAD'] }), registersRoutes)
    const { html } = await head.get('/registers/bank-accounts')
    expect(seen(html)).toContain('1234567890')
    expect(html).not.toContain('/registers/bank-accounts/new')
    await expect(head.post('/registers/bank-accounts/new', typed)).rejects.toThrow(Forbidden)
  })

  it('of another office are not found, not even those of an own school', async () => {
    const { account } = await withAccount()
    await expect((await aFinanceDesk()).desk.get(`/registers/bank-accounts/${account.id}/edit`)).rejects.toThrow(NotFound)
    const lao = await aLao(db)
    const school = await anOfficer(db, { at: await aSubUnit(db, { lao }), groups: ['SUB_FINANCE'] })
    await atDesk(db, school, registersRoutes).post('/registers/bank-accounts/new', typed)
    const parent = asOfficer(db, await anOfficer(db, { at: lao, groups: ['LAO_FINANCE'] }))
    expect(await parent.read((read) => findBankAccounts(read, { activeOnly: false }))).toEqual([])
  })
})
