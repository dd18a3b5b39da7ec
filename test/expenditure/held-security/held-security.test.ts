// ทะเบียนคุมประกันต่าง ๆ ของสัญญา: what is held, until when it must go back, what is late.
import { describe, expect, it } from 'vitest'
import { heldSecurityText as text } from '../../../src/expenditure/held-security.text.ts'
import { daysOverdue, dueOn, releasedOn } from '../../../src/expenditure/held-security/held-security.ts'
import { completeContract } from '../../../src/expenditure/contract/contract.service.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { heldSecurityPaths as paths } from '../../../src/expenditure/procurement.paths.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { Forbidden } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aGuarantee, anAcceptedDelivery, aPurchasingOffice, aSignedContract, holdSecurity, showContract } from '../procurement-world.ts'
import { aPayee } from '../world.ts'

describe('what is held', () => {
  const held = { contractState: 'completed', kind: 'security', acceptedOn: calendarDate('2025-01-31'), warrantyMonths: 12 } as const
  it.each([
    [held, '2026-01-31'], [{ ...held, kind: 'performance' }, '2026-01-31'], [{ ...held, kind: 'retention' }, '2025-01-31'], [{ ...held, kind: 'advance' }, '2025-01-31'], [{ ...held, warrantyMonths: 0 }, '2025-01-31'],
    [{ ...held, contractState: 'closed' }, '2026-01-31'], [{ ...held, contractState: 'signed' }, null], [{ ...held, contractState: 'terminated' }, null], [{ ...held, acceptedOn: null }, null],
  ] as const)('%o is free on %s', (given, day) => {
    expect(releasedOn(given)).toBe(day)
  })

  it('goes back within fifteen days after that; the sixteenth is the first late one', () => {
    const due = dueOn(held, 15)
    expect(due).toBe('2026-02-15')
    expect([daysOverdue(due, calendarDate('2026-02-15')), daysOverdue(due, calendarDate('2026-02-16')), daysOverdue(null, calendarDate('2030-01-01'))]).toEqual([0, 1, 0])
  })
})

const db = await testDatabase(instant('2025-09-20T05:00:00.000Z'))
const office = await aPurchasingOffice(db, [{ code: '5420900', amount: '1200000.00', title: 'ถนน' }], { year: fiscalYear(2568), on: calendarDate('2024-10-15'), money: '3000000.00' })
await aPayee(office, 'หจก.ถนนดี', 'juristic')
const day = calendarDate('2025-08-01')
const contract = await aSignedContract(office, {
  payee: 'หจก.ถนนดี', amount: '90000.00', changes: { documentDate: day }, terms: { signedOn: day, startsOn: day, endsOn: calendarDate('2025-08-31'), securityKind: 'cash', securityAmount: baht('4500'), warrantyMonths: 0 },
})
await holdSecurity(office, { contract, amount: '4500.00', on: day, account: '1101030102.001', against: office.savings })
await aGuarantee(office, { contract, amount: '7777.00', changes: { receivedOn: day } })
const desk = atDesk(db, office.head.officer, expenditureRoutes)
const rowsOf = async (shown = 'held') => seen((await desk.get(`${paths.list}?shown=${shown}`)).html)

describe('the register', () => {
  it('holds money by the ledger and papers by their register, bound while the contract runs', async () => {
    const page = await rowsOf()
    expect(page).toMatch(/หจก\.ถนนดี ประกันสัญญา เงินสด 4,500\.00 0\.00 4,500\.00 .*ยังไม่พ้นข้อผูกพัน/)
    expect(page).toMatch(/หจก\.ถนนดี ประกันสัญญา \(หนังสือ\).*7,777\.00/)
    expect(await rowsOf('late')).toContain(text.empty)
  })

  it('tells the day on which it must be back once the contract is done, and what is late in words', async () => {
    await anAcceptedDelivery(office, { contract, amount: '90000.00', deliveredOn: '31/08/2568' })
    const { state, version } = await showContract(office, contract)
    if (state === 'signed') await office.buyer.work((work) => completeContract(work, contract, version))
    const page = await rowsOf('late')
    expect(page).toMatch(/15 ก\.ย\. 2568.*เกินกำหนดคืน 5 วัน/)
    expect(page).toContain(text.late('2', '12,277.00'))
    expect((await desk.get(`${paths.list}/csv?shown=late`)).reply).toMatchObject({ body: expect.stringContaining('4500.00') })
    expect(seen((await desk.get(`${paths.list}/print?shown=late`)).html)).toContain('เกินกำหนดคืน 5 วัน')
  })

  it('is found by its depositor, and shown to who may see guarantees', async () => {
    expect(seen((await desk.get(`${paths.list}?${new URLSearchParams({ search: 'ไม่มี' })}`)).html)).toContain(text.empty)
    await expect(atDesk(db, { ...office.head.officer, permissions: new Set() }, expenditureRoutes).get(paths.list)).rejects.toThrow(Forbidden)
  })
})
