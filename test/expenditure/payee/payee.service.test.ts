import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findPayees, getPayee } from '../../../src/expenditure/payee/payee.repository.ts'
import { payeeSchema } from '../../../src/expenditure/payee/payee.schema.ts'
import { correctPayee, createPayee, mustBePayable, payeeChoices, usePayee } from '../../../src/expenditure/payee/payee.service.ts'
import { type PayeeFilter } from '../../../src/expenditure/payee/payee.ts'
import { payeeText } from '../../../src/expenditure/payee.text.ts'
import { Conflict, NotFound } from '../../../src/platform/errors.ts'
import { testDatabase } from '../../support/database.ts'
import { aCommand, aPayee, aPayeeOffice, aVerifiedAccount, askForAccount, taxIdOf, type PayeeOffice } from './payees.ts'

const db = await testDatabase()
const { errors } = payeeText
const everybody = (office: PayeeOffice, given: Partial<PayeeFilter> = {}): PayeeFilter => (
  { organisationId: office.organisation.id, search: '', kind: undefined, isActive: undefined, after: undefined, ...given })
const named = async (office: PayeeOffice, search: string) => (
  (await office.clerk.read((read) => findPayees(read, everybody(office, { search })))).items.map(({ name }) => name))

describe('a payee', () => {
  it('stands in the register and under a key of the ledger, once for each tax id and branch', async () => {
    const office = await aPayeeOffice(db)
    const command = aCommand()
    const id = await office.clerk.work((work) => createPayee(work, command))
    const key = { organisation_id: office.organisation.id, kind: 'payee', key: id }
    expect(await db.owner('sub_ledger_keys').where(key).first('name', 'is_open')).toEqual({ name: command.name, is_open: true })
    await expect(office.clerk.work((work) => createPayee(work, command))).rejects.toMatchObject({ errors: { taxId: errors.taken } })
    await office.clerk.work((work) => createPayee(work, { ...command, branch: '00001' }))
    expect(await named(office, '')).toHaveLength(2)
  })

  it('is made once by the same form sent twice, and fifty at one moment', async () => {
    const office = await aPayeeOffice(db)
    const form = { ...aCommand(), formKey: randomUUID() }
    const ids = await Promise.all(Array.from({ length: 50 }, () => office.clerk.work((work) => createPayee(work, form))))
    expect(new Set(ids).size).toBe(1)
  })

  it('is found by part of its name without tone marks, and by the first digits of its tax id', async () => {
    const office = await aPayeeOffice(db)
    const taxId = taxIdOf(7_000_001)
    await aPayee(office.clerk, { name: 'ห้างหุ้นส่วนจำกัด น้ำมันแสนสุข', taxId })
    await aPayee(office.clerk, { name: 'ร้าน ก' })
    expect(await named(office, 'นำมัน')).toEqual(['ห้างหุ้นส่วนจำกัด น้ำมันแสนสุข'])
    expect(await named(office, taxId.slice(0, 13))).toEqual(['ห้างหุ้นส่วนจำกัด น้ำมันแสนสุข'])
    expect(await named(office, '100%')).toEqual([])
    expect((await office.clerk.read((read) => payeeChoices(read, 'ร้าน'))).map(({ name }) => name)).toEqual(['ร้าน ก'])
  })

  it('is listed page by page in the order of the dictionary', async () => {
    const office = await aPayeeOffice(db)
    for (const name of ['เสาวนีย์', 'กมล', 'แดง']) await aPayee(office.clerk, { name })
    const first = await office.clerk.read((read) => findPayees(read, everybody(office), 2))
    expect([first.items.map(({ name }) => name), first.hasMore]).toEqual([['กมล', 'แดง'], true])
    const rest = await office.clerk.read((read) => findPayees(read, everybody(office, { after: first.items[1]?.id }), 2))
    expect([rest.items.map(({ name }) => name), rest.hasMore]).toEqual([['เสาวนีย์'], false])
  })

  it('is corrected with the version that was read, and another office does not know it', async () => {
    const [office, other] = [await aPayeeOffice(db), await aPayeeOffice(db)]
    const id = await aPayee(office.clerk)
    await office.clerk.work((work) => correctPayee(work, id, { ...aCommand({ name: 'ชื่อใหม่' }), version: 1 }))
    await expect(office.clerk.work((work) => correctPayee(work, id, { ...aCommand(), version: 1 }))).rejects.toThrow(Conflict)
    await expect(other.clerk.read((read) => getPayee(read, office.organisation.id, id))).rejects.toThrow(NotFound)
  })
})

describe('what is typed', () => {
  const typed = (given: object) => payeeSchema.safeParse({ kind: 'juristic', taxId: taxIdOf(1), name: 'ก', ...given })
  const faults = (given: object) => typed(given).error?.issues.map(({ path, message }) => [path.join('.'), message])

  it('must have a tax id that checks, except for state bodies and foreigners', () => {
    const wrong = taxIdOf(1).replace(/.$/, (digit) => String((Number(digit) + 1) % 10))
    for (const taxId of ['', '123', wrong]) expect(faults({ taxId })).toEqual([['taxId', errors.taxId]])
    expect(typed({ kind: 'state_body', taxId: '' }).data).toMatchObject({ taxId: null, branch: '00000' })
    expect(faults({ kind: 'state_body', taxId: wrong })).toEqual([['taxId', errors.taxId]])
    expect(typed({ taxId: '๐-1055-00000-00-1' }).success).toBe(taxIdOf(0).endsWith('1'))
  })

  it('tells what is wrong at its field', () => {
    expect(faults({ isStaff: 'yes' })).toEqual([['isStaff', errors.staff]])
    expect(faults({ englishName: 'ไทย' })).toEqual([['englishName', errors.englishName]])
    expect(faults({ postcode: '2013' })).toEqual([['postcode', errors.postcode]])
    expect(faults({ email: 'x' })).toEqual([['email', errors.email]])
  })
})

describe('whether money may go to a payee (E_PAYEE_UNVERIFIED, S46)', () => {
  const refusal = (name: string, why: keyof typeof errors.why) => errors.unfit(name, errors.why[why])

  it('a transfer needs a verified passbook and the English name, a cheque neither', async () => {
    const office = await aPayeeOffice(db)
    const id = await aPayee(office.clerk, { name: 'ร้าน ข', englishName: '' })
    const payable = (channel: 'cheque' | 'transfer') => office.clerk.work((work) => mustBePayable(work, id, channel))
    expect(await payable('cheque')).toEqual([])
    await expect(payable('transfer')).rejects.toThrow(refusal('ร้าน ข', 'noAccount'))
    await askForAccount(office.clerk, id)
    await expect(payable('transfer')).rejects.toThrow(refusal('ร้าน ข', 'noAccount'))
    const accountId = await aVerifiedAccount(office, await aPayee(office.clerk))
    const [request] = await db.owner('payee_accounts').where({ organisation_id: office.organisation.id, state: 'requested' }).select('id')
    expect(request.id).not.toBe(accountId)
  })

  it('names the missing English name, and the payee that is out of use', async () => {
    const office = await aPayeeOffice(db)
    const id = await aPayee(office.clerk, { name: 'ร้าน ค', englishName: '' })
    await aVerifiedAccount(office, id)
    await expect(office.clerk.work((work) => mustBePayable(work, id, 'transfer'))).rejects.toThrow(refusal('ร้าน ค', 'noEnglishName'))
    await office.clerk.work((work) => usePayee(work, id, { version: 1, isActive: false }))
    await expect(office.clerk.work((work) => mustBePayable(work, id, 'cheque'))).rejects.toThrow(refusal('ร้าน ค', 'inactive'))
  })
})
