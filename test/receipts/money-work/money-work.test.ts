import { describe, expect, it } from 'vitest'
import { countMoneyWork } from '../../../src/receipts/money-work/money-work.repository.ts'
import { cancelReceipt } from '../../../src/receipts/receipt/receipt.service.ts'
import { findReceipts } from '../../../src/receipts/receipt/receipt.repository.ts'
import { type ReceiptFilter } from '../../../src/receipts/receipt/receipt.ts'
import { testDatabase } from '../../support/database.ts'
import { aCounter, issue } from '../lao.ts'
import { aPerson, type Person } from '../school.ts'

const db = await testDatabase()

describe('cancellations that wait', () => {
  it('are as many as the list of others shows, neither recorded nor asked for by who looks', async () => {
    const { clerk, head, organisation } = await aCounter(db)
    const second = await aPerson(db, organisation, ['LAO_REVENUE'])
    const receipt = await issue(clerk)
    await second.work((work) => cancelReceipt(work, receipt, { version: 1, cause: 'paper', reason: 'ผิดบัญชี' }))
    const filter: ReceiptFilter = { organisationId: organisation.id, state: 'cancelling', by: 'others', from: undefined, until: undefined, kind: undefined, search: undefined, after: undefined }
    const shown = async (who: Person) => [(await who.read(countMoneyWork)).cancelling.count, (await who.read((read) => findReceipts(read, filter))).receipts.length]
    expect([await shown(clerk), await shown(second), await shown(head)]).toEqual([[0, 0], [0, 0], [1, 1]])
  })
})
