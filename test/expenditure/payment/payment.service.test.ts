// What a payment keeps of its papers, and to which account of a payee it goes.
import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/index.ts'
import { attachToPayment, cancelPayment, detachFromPayment, postPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict } from '../../../src/platform/errors.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { aFile } from '../../receipts/school.ts'
import { testDatabase } from '../../support/database.ts'
import { anApprovedClaim, aPayingOffice, recorded, saidBy } from './paying.ts'

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
