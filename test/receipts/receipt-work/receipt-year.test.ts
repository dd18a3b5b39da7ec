import { expect, it } from 'vitest'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { findUnpostedOf, findUnpostedReceipts, receiptPaths, summaryPaths } from '../../../src/receipts/index.ts'
import { confirmCancel } from '../../../src/receipts/receipt/receipt.service.ts'
import { testDatabase } from '../../support/database.ts'
import { aSchool, cancel, prepare, receivedSlip, record, yesterday } from '../school.ts'

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

it('a month tells of its own receipts and draft summaries before it is closed', async () => {
  const school = await aSchool(db)
  const told = (from: string, until: string) => school.head.read((read) => findUnpostedOf(read, { from: calendarDate(from), until: calendarDate(until) }))
  await receivedSlip(school, { receiptIds: [await record(school.clerk, { date: yesterday })], date: yesterday })
  expect((await told('2026-11-01', '2026-12-01')).map(({ href }) => href)).toEqual([receiptPaths.list])
  await prepare(school.finance, yesterday)
  expect((await told('2026-11-01', '2026-12-01')).map(({ href }) => href)).toEqual([receiptPaths.list, summaryPaths.list])
  expect(await told('2026-10-01', '2026-11-01')).toEqual([])
  expect(await told('2026-12-01', '2027-01-01')).toEqual([])
})
