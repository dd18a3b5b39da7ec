import { expect, it } from 'vitest'
import { fiscalYear } from '../../../src/platform/dates.ts'
import { findUnpostedReceipts } from '../../../src/receipts/index.ts'
import { confirmCancel } from '../../../src/receipts/receipt/receipt.service.ts'
import { testDatabase } from '../../support/database.ts'
import { aSchool, cancel, record } from '../school.ts'

const db = await testDatabase()

it('a receipt holds up the closing of its year until it is in the books or its cancellation is confirmed', async () => {
  const school = await aSchool(db)
  const held = () => school.head.read((read) => findUnpostedReceipts(read, fiscalYear(2570)))
  const id = await record(school.clerk)
  expect(await held()).toHaveLength(1)
  await cancel(school.clerk, id)
  expect(await held()).toHaveLength(1)
  await school.head.work((work) => confirmCancel(work, id, 2))
  expect(await held()).toEqual([])
})
