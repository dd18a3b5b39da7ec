import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { countMoneyWork } from '../../../src/receipts/money-work/money-work.repository.ts'
import { findMoneyWork } from '../../../src/receipts/money-work/money-work.service.ts'
import { createPayIn } from '../../../src/receipts/pay-in/pay-in.service.ts'
import { baht } from '../../../src/platform/money.ts'
import { cancelReceipt } from '../../../src/receipts/receipt/receipt.service.ts'
import { findReceipts } from '../../../src/receipts/receipt/receipt.repository.ts'
import { type ReceiptFilter } from '../../../src/receipts/receipt/receipt.ts'
import { testDatabase } from '../../support/database.ts'
import { aCounter, issue } from '../lao.ts'
import { aConfirmedDay, aPerson, aSchool, today, yesterday, type Person } from '../school.ts'

const db = await testDatabase()

describe('cancellations that wait', () => {
  it('are as many as the list of others shows, neither recorded nor asked for by who looks', async () => {
    const { clerk, head, organisation } = await aCounter(db)
    const second = await aPerson(db, organisation, ['LAO_REVENUE'])
    const receipt = await issue(clerk)
    await second.work((work) => cancelReceipt(work, receipt, { version: 1, cause: 'paper', reason: 'ผิดบัญชี' }))
    const filter: ReceiptFilter = { organisationId: organisation.id, state: 'cancelling', by: 'others', from: undefined, until: undefined, kind: undefined, search: undefined, after: undefined }
    const shown = async (who: Person) => [(await who.read((read) => countMoneyWork(read, false))).cancelling.count, (await who.read((read) => findReceipts(read, filter))).receipts.length]
    expect([await shown(clerk), await shown(second), await shown(head)]).toEqual([[0, 0], [0, 0], [1, 1]])
  })
})

describe('a pay-in that waits for the stamp', () => {
  it('is shown to who may sign it: others, and in a small unit who prepared it too', async () => {
    const school = await aSchool(db)
    await aConfirmedDay(school, { amount: '800.00', date: yesterday, bank: null })
    const alone = await aPerson(db, school.organisation, ['SUB_FINANCE', 'SUB_FIN_HEAD'])
    await alone.work((work) => createPayIn(work, { formKey: randomUUID(), payInDate: today, bankAccountId: school.bankAccountId, remark: '', money: { pieces: { 10000: 8 }, cheques: [] } }))
    const stamps = async (who: Person) => (await who.read(findMoneyWork)).filter(({ href }) => href?.startsWith('/receipts/pay-ins')).map(({ href, count, amount }) => [href, count, amount])
    expect(await stamps(school.head)).toEqual([['/receipts/pay-ins?state=draft&by=others', 1, baht('800')]])
    expect(await stamps(alone)).toEqual([])
    await db.owner('small_units').insert({ organisation_id: school.organisation.id, switched_on_by: alone.officer.userId, switched_on_at: db.clock.now(), reason: 'มีผู้ปฏิบัติงานคนเดียว' })
    expect(await stamps(alone)).toEqual([['/receipts/pay-ins?state=draft', 1, baht('800')]])
  })
})
