import { describe, expect, it } from 'vitest'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { paymentPaths as paths, withholdingPaths } from '../../../src/expenditure/payment.paths.ts'
import { paymentText } from '../../../src/expenditure/payment.text.ts'
import { findWithholdingsOf } from '../../../src/expenditure/withholding/withholding.repository.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { type Person } from '../../budget/world.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { addressIn, boxesIn } from '../../receipts/pages.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { carriedThrough, drafted, lineOf } from '../world.ts'
import { aPayingOffice, aTransferPayee } from './paying.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const desk = (who: Person) => atDesk(db, who.officer, expenditureRoutes)
const payeeId = await aTransferPayee(office, 'บริษัท วัสดุดี จำกัด')
const claimId = await carriedThrough(office, await drafted(office, {
  kind: 'C1', claimDate: calendarDate('2026-11-05'), title: 'จ้างเหมาซ่อมถนน', payeeId, departmentId: office.departmentId, lines: [lineOf(hire, '5104010112.001', '10700.00')],
  deductions: [{ kind: 'withholding', accountCode: '2102040106.001', ruleCode: 'W53-GOV', subKey: null, description: '', base: baht('10000.00'), rate: '1', amount: baht('100.00') }],
  origin: { kind: 'scenario', id: '1' },
}))

describe('the desk of payments', () => {
  it('offers approved claims, keeps what was typed when it refuses, records, posts, certifies and takes back', async () => {
    const form = await desk(office.finance).get(paths.new)
    expect(seen(form.html)).toContain('บริษัท วัสดุดี จำกัด จ้างเหมาซ่อมถนน 10,600.00')
    const typed = { ...boxesIn(form), channel: 'transfer', bankAccountId: office.savings, remark: 'งวดเดียว' }
    const refused = await desk(office.finance).post(paths.new, typed)
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(refused.html).toContain('href="#claimIds"')
    expect(boxesIn(refused)).toMatchObject({ remark: 'งวดเดียว' })
    await expect(desk(office.preparer).get(paths.new)).rejects.toThrow(Forbidden)
    const address = addressIn((await desk(office.finance).post(paths.new, { ...typed, claimIds: claimId })).reply)
    expect((await desk(office.finance).get(address)).html).not.toContain(`${address}/post`)
    await desk(office.head).post(`${address}/post`, { version: '1' })
    const posted = await desk(office.head).get(address)
    expect(seen(posted.html)).toMatch(/PV-0000\d\/70.*ภ\.ง\.ด\.53 WHT-00001\/70 .*ใช้อยู่ 1 10,000\.00 100\.00/)
    expect(seen((await desk(office.finance).get(paths.list)).html)).toContain('10,600.00 จ่ายแล้ว')
    expect(seen((await desk(office.finance).get(`${withholdingPaths.list}?month=11/2569`)).html)).toContain(`${paymentText.withholding.sum('ภ.ง.ด.53')} 10,000.00 100.00`)
    const [row] = await office.head.read((read) => findWithholdingsOf(read, office.organisationId, address.split('/').at(-1) ?? ''))
    const paper = await desk(office.finance).post(withholdingPaths.certificate(row?.id ?? ''))
    expect(seen(paper.html)).toContain('หนึ่งร้อยบาทถ้วน')
    await desk(office.head).post(`${address}/reverse`, { version: '2', reason: 'จ่ายผิดบัญชี' })
    expect(seen((await desk(office.head).get(address)).html)).toMatch(/กลับรายการ.*จ่ายผิดบัญชี/)
    expect(seen((await desk(office.finance).get(paths.new)).html)).toContain('จ้างเหมาซ่อมถนน')
  })

  it('is empty for another office, and its payments are not found there', async () => {
    const other = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
    expect(seen((await desk(other.finance).get(paths.list)).html)).toContain(paymentText.empty)
    expect(seen((await desk(other.finance).get(paths.new)).html)).toContain(paymentText.noClaims)
    await expect(desk(other.finance).get(paths.show('1'))).rejects.toThrow(NotFound)
  })
})
