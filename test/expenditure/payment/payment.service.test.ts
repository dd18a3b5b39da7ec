// What a payment keeps of its papers, and to which account of a payee it goes.
import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/index.ts'
import { attachToPayment, cancelPayment, detachFromPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { postPayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { findPayments } from '../../../src/expenditure/payment/payment.repository.ts'
import { findUsableAccounts } from '../../../src/expenditure/payee-account/payee-account.service.ts'
import { payeeText } from '../../../src/expenditure/payee.text.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict } from '../../../src/platform/errors.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { aFile } from '../../receipts/school.ts'
import { testDatabase } from '../../support/database.ts'
import { claimNow } from '../world.ts'
import { anApprovedClaim, anotherAccount, aPayingOffice, aTransferPayee, paymentNow, posted, recorded, saidBy } from './paying.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const today = await office.finance.read(async (read) => read.today)

describe('papers of a payment', () => {
  const attach = (id: string) => office.finance.work((work) => attachToPayment(work, id, [aFile]))
  const detach = async (id: string) => {
    const file = await db.owner('attachments').where({ organisation_id: office.organisationId, document_kind: 'payment', document_id: id, removed_at: null }).first('id')
    return office.finance.work((work) => detachFromPayment(work, id, file.id))
  }

  it('come while it stands, and go only before it is in the books', async () => {
    const id = await recorded(office, [await anApprovedClaim(office, hire, '100.00')], { paymentDate: today })
    await attach(id)
    await detach(id)
    await attach(id)
    await office.head.work((work) => postPayment(work, id, 1))
    expect(await saidBy(detach(id))).toBe(documentsText.attachments.kept)
    await attach(id)
  })

  it('neither come nor go once it was given up', async () => {
    const id = await recorded(office, [await anApprovedClaim(office, hire, '200.00')], { paymentDate: today })
    await attach(id)
    await office.finance.work((work) => cancelPayment(work, id, { version: 1, reason: 'บันทึกผิด' }))
    await expect(attach(id)).rejects.toThrow(Conflict)
    await expect(detach(id)).rejects.toThrow(Conflict)
  })
})

describe('the list of payments', () => {
  it('finds one by its claim, by its voucher, with or without the year', async () => {
    const claim = await anApprovedClaim(office, hire, '300.00')
    const id = await posted(office, [claim], { paymentDate: today })
    const { voucherId } = await paymentNow(office, id)
    const { number } = await db.owner('vouchers').where({ organisation_id: office.organisationId, id: voucherId }).first('number')
    const { number: claimNumber } = await claimNow(office, claim)
    const filter = { organisationId: office.organisationId, state: undefined, from: undefined, until: undefined, after: undefined }
    const found = (search: string) => office.finance.read(async (read) => (await findPayments(read, { ...filter, search })).items.map((each) => each.id))
    for (const named of [`CLM-${String(claimNumber).padStart(5, '0')}/70`, `clm-${claimNumber}`, `PV-${number}/70`, `PV-${String(number).padStart(5, '0')}`]) expect(await found(named)).toEqual([id])
    expect(await found(`PV-${number}/69`)).toEqual([])
    expect(await found(`CLM-99999/70`)).toEqual([])
  })
})

describe('a transfer (PA-8)', () => {
  const pays = (claim: string) => saidBy(recorded(office, [claim], { paymentDate: today, channel: 'transfer' }))
  const named = async (payeeId: string, payeeAccountId: string | null) => anApprovedClaim(office, hire, '100.00', { payeeId, payeeAccountId, channel: 'transfer' })

  it('goes to the account that the claim names, or to the one that took its place and to no other', async () => {
    const payee = await aTransferPayee(office, 'บริษัท ย้ายธนาคาร จำกัด')
    const [old] = await office.finance.read((read) => findUsableAccounts(read, payee))
    const beside = await anotherAccount(office, payee, '7770000011')
    const claim = await named(payee, old?.id ?? null)
    const heir = await anotherAccount(office, payee, '7770000012', old?.id ?? null)
    await db.owner('payee_accounts').where({ id: old?.id }).update({ state: 'replaced' })
    await db.owner('payee_accounts').where({ id: heir }).update({ usable_from: '2026-12-31T00:00:00Z' })
    expect(await pays(claim)).toBe(payeeText.account.errors.gone)
    await db.owner('payee_accounts').where({ id: heir }).update({ usable_from: '2023-10-02T00:00:00Z' })
    expect(await pays(claim)).toBe('nothing')
    expect(await pays(await named(payee, beside))).toBe('nothing')
  })

  it('without an account named goes to the only one; of several none is guessed, and a cheque is paid all the same', async () => {
    const payee = await aTransferPayee(office, 'บริษัท สองบัญชี จำกัด')
    expect(await pays(await named(payee, null))).toBe('nothing')
    await anotherAccount(office, payee, '7770000013')
    const claim = await named(payee, null)
    expect(await pays(claim)).toBe(payeeText.account.errors.many)
    await posted(office, [claim], { paymentDate: today, channel: 'cheque' })
  })
})
