import { describe, expect, it } from 'vitest'
import { bouncePayment } from '../../../src/expenditure/bounce/bounce.service.ts'
import { creditorPaths as paths, claimPaths } from '../../../src/expenditure/expenditure.paths.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { creditorText as text } from '../../../src/expenditure/creditor.text.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { anEnactedBudget, type Person } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anApprovedClaim, aPayingOffice, aTransferPayee, posted } from '../payment/paying.ts'
import { aPayee, claimNow } from '../world.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-10-05') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const desk = (who: Person) => atDesk(db, who.officer, expenditureRoutes)
const claimDate = calendarDate('2026-11-05')
const owing = await anApprovedClaim(office, hire, '3000.00', { claimDate, payeeId: await aPayee(office, 'ร้านก่อนหน้า', 'juristic'), invoiceNumber: 'IV-77', invoiceDate: claimDate })
const paid = await anApprovedClaim(office, hire, '500.00', { claimDate, payeeId: await aTransferPayee(office, 'ร้านจ่ายแล้ว') })
await posted(office, [paid], { paymentDate: calendarDate('2026-11-10'), channel: 'transfer' })

describe('the register of creditors', () => {
  it('shows who is owed what, by age, and adds up to the account; who was paid is not in it', async () => {
    const list = seen((await desk(office.accountant).get(paths.list)).html)
    expect(list).toMatch(/ร้านก่อนหน้า.*ใบสำคัญค้างจ่ายอื่น.*3,000\.00 3,000\.00/)
    expect(list).not.toContain('ร้านจ่ายแล้ว')
    expect(list).toMatch(new RegExp(`${text.sum} 3,000.00.*${text.ledger} 3,000.00`))
    expect(list).not.toContain(text.difference)
  })

  it('money that came back is owed again, what was reversed as before, and both stand in the debts with their documents', async () => {
    const again = await anApprovedClaim(office, hire, '800.00', { claimDate, payeeId: await aTransferPayee(office, 'ร้านตีกลับ') })
    const back = await posted(office, [again], { paymentDate: calendarDate('2026-11-10'), channel: 'transfer' })
    await office.head.work((work) => bouncePayment(work, back, { version: 2, reason: 'บัญชีปิด', bouncedOn: calendarDate('2026-11-12') }))
    const undone = await anApprovedClaim(office, hire, '70.00', { claimDate, payeeId: await aTransferPayee(office, 'ร้านกลับรายการ') })
    const reversed = await posted(office, [undone], { paymentDate: calendarDate('2026-11-10'), channel: 'transfer' })
    await office.head.work((work) => reversePayment(work, reversed, { version: 2, reason: 'ผิดบัญชี' }))
    const debts = await desk(office.accountant).get(paths.debts)
    expect(seen(debts.html)).toMatch(/JV-\d+\/70.*ร้านตีกลับ.*800\.00/)
    expect(seen(debts.html)).toMatch(/AP-\d+\/70.*ร้านกลับรายการ.*70\.00/)
    expect(seen(debts.html)).toMatch(/IV-77.*3,000\.00/)
    expect((await desk(office.head).get(paths.debts)).html).toContain(claimPaths.show(owing))
    expect(seen((await desk(office.accountant).get(paths.list)).html)).toMatch(new RegExp(`${text.sum} 3,870.00.*${text.ledger} 3,870.00`))
  })

  it('opens the debts of one creditor, and is asked for another day, account and name', async () => {
    const { payeeId } = await claimNow(office, owing)
    const one = seen((await desk(office.accountant).get(`${paths.debts}?key=${payeeId ?? ''}&account=2102040110.001`)).html)
    expect(one).toContain(text.debtsOf('ร้านก่อนหน้า'))
    expect(one).not.toContain('ร้านตีกลับ')
    expect(seen((await desk(office.accountant).get(`${paths.list}?search=ตีกลับ`)).html)).not.toContain('ร้านก่อนหน้า')
    expect(seen((await desk(office.accountant).get(`${paths.list}?day=01/11/2569`)).html)).toContain(text.empty)
    expect(seen((await desk(office.accountant).get(`${paths.list}?account=2101010102.001`)).html)).toContain(text.empty)
    expect(seen((await desk(office.accountant).get(`${paths.list}?day=31/02/2569`)).html)).toContain(text.errors.date)
  })

  it('goes out on paper and as a file, in whole', async () => {
    expect(seen((await desk(office.accountant).get(`${paths.list}/print`)).html)).toMatch(/ร้านก่อนหน้า.*3,000\.00/)
    const { reply } = await desk(office.accountant).get(`${paths.list}/csv`)
    expect(JSON.stringify(reply, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).toContain('ร้านก่อนหน้า')
  })

  it('is not for who has no such right, nor of an office outside the scope', async () => {
    await expect(desk(office.preparer).get(paths.list)).rejects.toThrow(Forbidden)
    const other = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-10-05') })
    await expect(desk(other.accountant).get(`${paths.list}?organisation=${office.organisationId}`)).rejects.toThrow(NotFound)
    expect(seen((await desk(other.accountant).get(paths.list)).html)).toContain(text.empty)
  })
})
