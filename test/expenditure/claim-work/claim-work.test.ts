import { describe, expect, it } from 'vitest'
import { claimCheckRoutes } from '../../../src/expenditure/claim-check/claim-check.routes.ts'
import { findClaimWork } from '../../../src/expenditure/index.ts'
import { type Officer } from '../../../src/platform/database/work.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { asOfficer } from '../../support/world.ts'
import { aPayee, aSpendingOffice, checked, drafted, endorsed, lineOf, submitted } from '../world.ts'

const db = await testDatabase()
const office = await aSpendingOffice(db)
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

  it('leads to a list of as many: one who also prepares finds those of others', async () => {
    const both: Officer = { ...office.preparer.officer, permissions: new Set([...office.preparer.officer.permissions, ...office.checker.officer.permissions]) }
    const items = await asOfficer(db, both).read(findClaimWork)
    expect(items.map(({ key }) => key)).toEqual(['submit'])
    const desk = atDesk(db, both, claimCheckRoutes)
    const rows = async (asked: string) => new Set(seen((await desk.get(`/expenditure/claim-checks${asked}`)).html).match(/CLM-[0-9]+/g)).size
    expect([await rows(''), await rows('?by=others')]).toEqual([2, 0])
  })
})
