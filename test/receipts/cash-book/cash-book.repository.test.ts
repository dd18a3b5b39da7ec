import { expect, it } from 'vitest'
import { baht, zero } from '../../../src/platform/money.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { findCashBook, sumCashBook } from '../../../src/receipts/cash-book/cash-book.repository.ts'
import { reverseSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { testDatabase } from '../../support/database.ts'
import { aConfirmedDay, aSchool, cashOnHand } from '../school.ts'

const db = await testDatabase()

it('a day that was reversed stands in the book with its opposite, and the month sums up to nothing', async () => {
  const school = await aSchool(db)
  const { summary } = await aConfirmedDay(school, { amount: '100.00' })
  const asked = { organisationId: school.organisation.id, days: { from: calendarDate('2026-11-01'), until: calendarDate('2026-12-01') }, cashAccount: cashOnHand }
  const sums = () => school.head.read((read) => sumCashBook(read, asked))
  expect(await sums()).toEqual({ rows: 1, cash: baht('100'), bank: zero })
  await school.head.work((work) => reverseSummary(work, summary, { version: 2, reason: 'ประเภทรายรับผิด' }))
  expect(await sums()).toEqual({ rows: 2, cash: zero, bank: zero })
  const rows = await school.head.read((read) => findCashBook(read, asked, { after: undefined, most: 10 }))
  expect(rows.map(({ type, cash }) => [type, cash])).toEqual([['RV', baht('100')], ['RX', baht('-100')]])
})
