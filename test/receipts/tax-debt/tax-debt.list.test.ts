import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, sum, zero } from '../../../src/platform/money.ts'
import { findDebtPage, findDebts, getDebt, sumDebts, type DebtListFilter } from '../../../src/receipts/tax-debt/tax-debt.repository.ts'
import { cancelDebt, confirmCancelDebt, createDebt } from '../../../src/receipts/tax-debt/tax-debt.service.ts'
import { balanceOf, bandOf, debtNumber, shownState, type DebtCommand } from '../../../src/receipts/tax-debt/tax-debt.ts'
import { askReduction, confirmReduction } from '../../../src/receipts/tax-reduction/tax-reduction.service.ts'
import { createTaxpayer } from '../../../src/receipts/taxpayer/taxpayer.service.ts'
import { testDatabase } from '../../support/database.ts'
import { aCounter, issue } from '../lao.ts'
import { today } from '../school.ts'

const db = await testDatabase()
const states = ['open', 'late', 'paid', 'reducing', 'cancelled', 'unpaid', 'all'] as const

it('is paged by its key and added up by the database exactly as one debt says of itself, in every state', async () => {
  const town = await aCounter(db)
  const taxpayerId = await town.clerk.work((work) => createTaxpayer(work, {
    formKey: randomUUID(), register: 'taxpayer', personKind: 'person', name: 'นางบุญมา', personNumber: '', address: '', phone: '', isActive: true, items: [],
  }))
  const assess = (given: Partial<DebtCommand>) => town.clerk.work((work) => createDebt(work, {
    formKey: randomUUID(), taxpayerId, taxKind: 'signboard', taxYear: 2569, assessed: baht('500'), discount: zero, isOpening: false, noticeDate: calendarDate('2026-02-01'),
    dueDate: calendarDate('2026-04-30'), parts: 1, isFiledLate: false, signs: [], remark: '', ...given,
  }))
  const due = ['2026-12-31', '2026-11-20', '2026-11-19', '2026-10-01', '2026-07-01', '2026-04-30', '2025-11-01']
  for (const [index, day] of due.entries()) await assess({ noticeDate: calendarDate('2025-10-01'), dueDate: calendarDate(day), assessed: baht(String(100 + index)), discount: baht('1') })
  const reduction = { version: 1, penalty: zero, surcharge: baht('1'), orderNumber: '1/2570', orderDate: today, reason: 'อุทกภัย' }
  const [reduced, reducing] = [await assess({}), await assess({})]
  for (const id of [reduced, reducing]) await town.clerk.work((work) => askReduction(work, id, reduction))
  await town.head.work((work) => confirmReduction(work, reduced, 2))
  const [paid, part, gone, asked] = [await assess({}), await assess({}), await assess({}), await assess({})]
  const named = async (id: string) => debtNumber(await town.clerk.read((read) => getDebt(read, town.organisation.id, id)))
  await issue(town.clerk, { lines: [
    { incomeCode: '41100003', reference: await named(paid), amount: baht('500') }, { incomeCode: '41100003', reference: `${await named(paid)}/S`, amount: baht('70') },
    { incomeCode: '41100003', reference: await named(part), amount: baht('120') }, { incomeCode: '41100003', reference: `${await named(part)}/S`, amount: baht('16.80') },
  ] })
  for (const id of [gone, asked]) await town.clerk.work((work) => cancelDebt(work, id, { version: 1, reason: 'ประเมินซ้ำ' }))
  await town.head.work((work) => confirmCancelDebt(work, gone, 2))

  await town.clerk.read(async (read) => {
    const all = await findDebts(read, { organisationId: town.organisation.id })
    for (const state of states) {
      const wanted = all.filter((debt) => state === 'all' || (state === 'unpaid' ? balanceOf(debt) !== zero : shownState(debt, today) === state))
      const filter: DebtListFilter = { organisationId: town.organisation.id, state, day: today }
      const found: string[] = []
      for (let after: string | undefined, hasMore = true; hasMore;) {
        const page = await findDebtPage(read, filter, { after, most: 3 })
        found.push(...page.items.map((debt) => debt.id))
        ;({ hasMore } = page)
        after = found.at(-1)
      }
      expect(found, state).toEqual(wanted.map((debt) => debt.id))
      expect(await sumDebts(read, filter), state).toEqual({
        count: wanted.length, assessed: sum(wanted.map((debt) => debt.assessed)), discount: sum(wanted.map((debt) => debt.discount)), reduced: sum(wanted.map((debt) => debt.reduced)), paid: sum(wanted.map((debt) => debt.paid)),
        writtenOff: zero, balance: sum(wanted.map(balanceOf)),
        bands: Array.from({ length: 7 }, (_, band) => sum(wanted.filter((debt) => bandOf(debt.dueDate, today) === band).map(balanceOf))),
      })
    }
    expect(all).toHaveLength(13)
    expect(sum(all.map((debt) => debt.reduced))).toBe(baht('1'))
  })
})

describe('aged arrears', () => {
  it('put each debt into the band of its days past due', () => {
    expect(['2026-11-20', '2026-11-19', '2026-10-21', '2026-10-20', '2026-05-24', '2025-11-20', '2025-11-19'].map((due) => bandOf(calendarDate(due), today))).toEqual([0, 1, 1, 2, 4, 5, 6])
  })
})
