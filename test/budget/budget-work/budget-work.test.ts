import { describe, expect, it } from 'vitest'
import { budgetItemsFor } from '../../../src/budget/budget-work/budget-work.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { aBudgetOffice } from '../world.ts'

const { officer } = (await aBudgetOffice(await testDatabase())).head
const notified = (isMine: boolean) => ({ kind: 'grant', state: 'notified', group: '2570', isMine, count: 1, amount: isMine ? '5.00' : '7.00' })

describe('what of the budget waits', () => {
  it('is no notice of one\'s own to allocate: another does that', () => {
    expect(budgetItemsFor(officer, [notified(true)])).toEqual([])
    const [item, ...others] = budgetItemsFor(officer, [notified(true), notified(false)])
    expect(others).toEqual([])
    expect(item).toMatchObject({ count: 1, amount: baht('7.00') })
    expect(item?.href).toMatch(/state=notified&by=others$/)
  })
})
