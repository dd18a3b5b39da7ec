import { describe, expect, it } from 'vitest'
import { findClaimWork } from '../../../src/expenditure/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { aPayee, aSpendingOffice, checked, drafted, endorsed, lineOf, submitted } from '../world.ts'

const office = await aSpendingOffice(await testDatabase())
const [line = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '90000.00' }])
const payeeId = await aPayee(office, 'บจก.สาม', 'juristic')
const make = (id: string) => drafted(office, {
  kind: 'C1', claimDate: calendarDate('2026-11-20'), title: 'จ้าง', departmentId: office.departmentId, payeeId, lines: [lineOf(line, '5104010112.001', '100.00')], origin: { kind: 'test', id },
})

describe('what waits', () => {
  it('is told to whom it waits for, and to nobody else', async () => {
    await make('1')
    await submitted(office, await make('2'))
    await endorsed(office, await submitted(office, await make('3')))
    await checked(office, await endorsed(office, await submitted(office, await make('4'))))
    const told = async (who: typeof office.head) => (await who.read(findClaimWork)).map(({ key, count, amount }) => ({ key, count, amount }))
    const one = (key: string) => [{ key, count: 1, amount: baht('100.00') }]
    expect(await told(office.preparer)).toEqual(one('submit'))
    expect(await told(office.endorser)).toEqual(one('endorse'))
    expect(await told(office.checker)).toEqual(one('check'))
    expect(await told(office.head)).toEqual(one('approve'))
    expect(await told(office.clerk)).toEqual([])
  })
})
