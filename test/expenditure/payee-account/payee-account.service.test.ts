import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentsText, findAttachments, findTrail } from '../../../src/documents/index.ts'
import { findSharers, getAccount } from '../../../src/expenditure/payee-account/payee-account.repository.ts'
import { findPayeeAccounts, findUsableAccounts, refuseAccount, requestAccount, verifyAccount } from '../../../src/expenditure/payee-account/payee-account.service.ts'
import { mustBePayable } from '../../../src/expenditure/payee/payee.service.ts'
import { payeeText } from '../../../src/expenditure/payee.text.ts'
import { Conflict, Forbidden } from '../../../src/platform/errors.ts'
import { testDatabase } from '../../support/database.ts'
import { aPerson } from '../../receipts/school.ts'
import { aPayee, aPayeeOffice, aVerifiedAccount, askForAccount } from '../payee/payees.ts'

const db = await testDatabase()
const { errors } = payeeText.account

describe('the bank account of a payee', () => {
  it('is asked for with its passbook and verified by somebody else', async () => {
    const office = await aPayeeOffice(db)
    const payeeId = await aPayee(office.clerk)
    const id = await askForAccount(office.clerk, payeeId)
    await expect(office.clerk.work((work) => verifyAccount(work, id))).rejects.toThrow(Forbidden)
    const both = await aPerson(db, office.organisation, ['LAO_PROCURE', 'LAO_FIN_HEAD'])
    const own = await askForAccount(both, await aPayee(both), { number: '2060000009' })
    await expect(both.work((work) => verifyAccount(work, own))).rejects.toThrow(documentsText.samePerson)
    await office.head.work((work) => verifyAccount(work, id))
    await expect(office.head.work((work) => verifyAccount(work, id))).rejects.toThrow(Conflict)
    const read = await office.head.read(async (key) => ({
      account: await getAccount(key, office.organisation.id, id), files: await findAttachments(key, office.organisation.id, { kind: 'payee-account', id }),
      trail: await findTrail(key, office.organisation.id, { kind: 'payee', id: payeeId }),
    }))
    expect(read.account).toMatchObject({ state: 'verified', deciderId: office.head.officer.userId, bankName: 'ธนาคารกรุงไทย' })
    expect(read.files.map(({ fileName }) => fileName)).toEqual(['passbook.pdf'])
    expect(read.trail.map(({ code }) => code).sort()).toEqual(['DOC_CREATE', 'DOC_REQUEST_ACCOUNT', 'DOC_VERIFY_ACCOUNT'])
  })

  it('without a file, of an unknown bank, twice, or while another waits is refused', async () => {
    const office = await aPayeeOffice(db)
    const payeeId = await aPayee(office.clerk)
    const form = { payeeId, bankCode: '006', branch: 'ก', accountNumber: '2060000001', accountName: 'ก', replacesId: null, reason: '', formKey: randomUUID(), files: [] }
    await expect(office.clerk.work((work) => requestAccount(work, form))).rejects.toMatchObject({ errors: { files: documentsText.attachments.none } })
    await expect(office.clerk.work((work) => requestAccount(work, { ...form, bankCode: '999' }))).rejects.toMatchObject({ errors: { bankCode: errors.bankCode } })
    await aVerifiedAccount(office, payeeId)
    await expect(askForAccount(office.clerk, payeeId)).rejects.toMatchObject({ errors: { accountNumber: errors.taken } })
    await askForAccount(office.clerk, payeeId, { number: '2060000002' })
    await expect(askForAccount(office.clerk, payeeId, { number: '2060000003' })).rejects.toThrow(errors.oneRequest)
  })

  it('in the place of another cools off for a day, and the other stays in the history', async () => {
    const office = await aPayeeOffice(db)
    const payeeId = await aPayee(office.clerk)
    const old = await aVerifiedAccount(office, payeeId)
    expect(await office.clerk.work((work) => mustBePayable(work, payeeId, 'transfer'))).toHaveLength(1)
    await aVerifiedAccount(office, payeeId, { number: '2060000002', replacesId: old })
    const accounts = await office.clerk.read((read) => findPayeeAccounts(read, office.organisation.id, payeeId))
    expect(accounts.map(({ state, accountNumber }) => [state, accountNumber])).toEqual([['verified', '2060000002'], ['replaced', '2060000001']])
    await expect(office.clerk.work((work) => mustBePayable(work, payeeId, 'transfer'))).rejects.toThrow(payeeText.errors.why.cooling)
    db.clock.advance(24 * 3600)
    expect(await office.clerk.work((work) => mustBePayable(work, payeeId, 'transfer'))).toHaveLength(1)
    await expect(askForAccount(office.clerk, payeeId, { number: '2060000005', replacesId: old })).rejects.toMatchObject({ errors: { replacesId: errors.replacesId } })
  })

  it('beside another cools off as well: only the first may be used at once', async () => {
    const office = await aPayeeOffice(db)
    const payeeId = await aPayee(office.clerk)
    const refused = await askForAccount(office.clerk, payeeId, { number: '2060000008' })
    await office.head.work((work) => refuseAccount(work, refused, { reason: 'ไม่ตรง' }))
    const first = await aVerifiedAccount(office, payeeId)
    const second = await aVerifiedAccount(office, payeeId, { number: '2060000002' })
    const usable = () => office.clerk.read(async (read) => (await findUsableAccounts(read, payeeId)).map(({ id }) => id).sort())
    expect(await usable()).toEqual([first])
    db.clock.advance(24 * 3600)
    expect(await usable()).toEqual([first, second].sort())
  })

  it('refused keeps its reason; one shared with another payee is told to who decides', async () => {
    const office = await aPayeeOffice(db)
    const [first, second] = [await aPayee(office.clerk, { name: 'ร้าน ก' }), await aPayee(office.clerk, { name: 'ร้าน ข' })]
    await aVerifiedAccount(office, first)
    const id = await askForAccount(office.clerk, second)
    const account = await office.head.read((read) => getAccount(read, office.organisation.id, id))
    expect(await office.head.read((read) => findSharers(read, account))).toEqual(['ร้าน ก'])
    await office.head.work((work) => refuseAccount(work, id, { reason: 'ชื่อไม่ตรงกับสมุดบัญชี' }))
    expect(await office.head.read((read) => getAccount(read, office.organisation.id, id))).toMatchObject({ state: 'refused', decision: 'ชื่อไม่ตรงกับสมุดบัญชี', usableFrom: null })
  })

  it('is never changed in place, not even by the application itself', async () => {
    const office = await aPayeeOffice(db)
    const id = await aVerifiedAccount(office, await aPayee(office.clerk))
    const change = office.clerk.work((work) => work.db('payee_accounts').where({ id }).update({ account_number: '9999999999' }))
    await expect(change).rejects.toThrow(/permission denied/)
  })
})
