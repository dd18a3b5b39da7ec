// ทะเบียนคุมภาษีหัก ณ ที่จ่าย: by which voucher, whether it went out in time, what it adds up to; asked for by months, form, state and payee.
import { describe, expect, it } from 'vitest'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { withholdingPaths as paths } from '../../../src/expenditure/payment.paths.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { draftRemittance } from '../../../src/expenditure/tax-remittance/tax-remittance.service.ts'
import { standingOf } from '../../../src/expenditure/withholding-register/withholding-register.ts'
import { taxesAsked } from '../../../src/expenditure/withholding-register/withholding-register.schema.ts'
import { withholdingRegisterText as text } from '../../../src/expenditure/withholding-register.text.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anApprovedClaim, aPayingOffice, paymentNow, posted } from '../payment/paying.ts'
import { aPayee, carriedThrough } from '../world.ts'

const day = calendarDate

describe('a row', () => {
  const standing = (today: string, given: Partial<Parameters<typeof standingOf>[0]> = {}) => (
    standingOf({ state: 'issued', paidOn: day('2026-10-20'), remittedOn: null, claimId: null, ...given }, { remitDays: 7, today: day(today) }))
  it('waits until the seventh of the next month, is late from the eighth, and stays late when it went out afterwards', () => {
    expect(standing('2026-11-07')).toEqual({ state: 'waiting', due: '2026-11-07' })
    expect(standing('2026-11-07', { claimId: '1' })).toMatchObject({ state: 'claimed' })
    expect(standing('2026-11-08', { claimId: '1' })).toEqual({ state: 'late', days: 1 })
    expect(standing('2027-01-31', { remittedOn: day('2026-11-07') })).toMatchObject({ state: 'remitted' })
    expect(standing('2027-01-31', { remittedOn: day('2026-11-10') })).toEqual({ state: 'remittedLate', days: 3 })
    expect(standing('2027-01-31', { state: 'cancelled' })).toMatchObject({ state: 'cancelled' })
  })
})

describe('what is asked for', () => {
  const asked = (query: Record<string, string>) => taxesAsked(query, '1', day('2026-11-20'))
  it('is this month where nothing is, one month where one is, and a range where both are', () => {
    const range = (query: Record<string, string>) => { const { asked: { from, until }, errors } = asked(query); return [from, until, errors] }
    expect(range({})).toEqual(['2026-11-01', '2026-11-01', {}])
    expect(range({ month: '09/2569' })).toEqual(['2026-09-01', '2026-09-01', {}])
    expect(range({ month: '09/2569', until: '11/2569' })).toEqual(['2026-09-01', '2026-11-01', {}])
    expect(range({ month: '13/2569' })).toEqual(['2026-11-01', '2026-11-01', { month: text.errors.month }])
    expect(range({ month: '11/2569', until: '09/2569' })).toEqual(['2026-11-01', '2026-11-01', { until: text.errors.order }])
  })
})

const db = await testDatabase(instant('2026-11-20T05:00:00.000Z'))
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: day('2026-10-02') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const desk = atDesk(db, office.finance.officer, expenditureRoutes)
const tax = (accountCode: string, ruleCode: string, amount: string) => (
  { kind: 'withholding', accountCode, ruleCode, subKey: null, description: '', base: baht('10000.00'), rate: '1', amount: baht(amount) } as const)
const [company, person] = [await aPayee(office, 'บริษัท หลังคาดี จำกัด', 'juristic'), await aPayee(office, 'นายช่าง ฝีมือดี', 'individual')]
const paid = async (payeeId: string, deduction: ReturnType<typeof tax>) => posted(office, [await anApprovedClaim(office, hire, '10700.00', { payeeId, deductions: [deduction] })], { paymentDate: day('2026-11-20') })
const first = await paid(company, tax('2102040106.001', 'W53-GOV', '100.00'))
const second = await paid(person, tax('2102040103.001', 'W3-GOV', '60.00'))
const wrong = await paid(company, tax('2102040106.001', 'W53-GOV', '77.00'))
await office.head.work(async (work) => reversePayment(work, wrong, { version: (await paymentNow(office, wrong)).version, reason: 'จ่ายผิด' }))
// As if the first had been paid in October.
await db.owner('withholdings').where({ organisation_id: office.organisationId, payment_id: first }).update({ paid_on: '2026-10-20' })
const list = async (query: Record<string, string> = {}) => seen((await desk.get(`${paths.list}?${new URLSearchParams({ month: '10/2569', until: '11/2569', ...query })}`)).html)

describe('the register', () => {
  it('shows voucher, certificate and what is late in words, with the sum of each form; what was cancelled adds nothing', async () => {
    const page = await list()
    expect(page).toMatch(/PV-[0-9]{5}\/70 20 ต\.ค\. 2569 บริษัท หลังคาดี จำกัด .*WHT-.*เกินกำหนดนำส่ง 13 วัน/)
    expect(page).toContain('ยังไม่นำส่ง ครบกำหนด 7 ธ.ค. 2569')
    expect(page).toContain(`${text.sum('ภ.ง.ด.53')} 10,000.00 100.00`)
    expect(page).toContain(`${text.all} 20,000.00 160.00`)
    expect(page).toContain(text.shownCount('3', '3'))
    expect((await desk.get(`${paths.list}?month=10/2569`)).html).toMatch(/status is-refused.*เกินกำหนดนำส่ง 13 วัน/)
  })

  it('is narrowed by month, form, state, payee, tax id and voucher', async () => {
    expect(await list({ until: '10/2569' })).not.toContain('ฝีมือดี')
    expect(await list({ form: 'ภ.ง.ด.3' })).not.toContain('หลังคาดี')
    expect(await list({ shown: 'late' })).not.toContain('ฝีมือดี')
    expect(await list({ shown: 'cancelled' })).toMatch(/77\.00 ยกเลิก/)
    expect(await list({ shown: 'unremitted' })).not.toContain('77.00')
    expect(await list({ shown: 'remitted' })).toContain(text.empty)
    expect(await list({ search: 'ฝีมือ' })).not.toContain('หลังคาดี')
    const { number } = await db.owner('vouchers').where({ organisation_id: office.organisationId, id: (await paymentNow(office, second)).voucherId }).first('number')
    expect(await list({ search: `PV-${number}/70` })).toMatch(/60\.00/)
    expect(await list({ search: 'PV-99999/70' })).toContain(text.empty)
  })

  it('tells the day it went out, and that it was late', async () => {
    const revenue = await aPayee(office, 'กรมสรรพากร', 'state_body')
    const claim = await office.finance.work((work) => draftRemittance(work, { month: day('2026-10-01'), payeeId: revenue, departmentId: office.departmentId, title: 'นำส่งภาษี' }))
    expect(await list({ shown: 'late' })).toContain('เกินกำหนดนำส่ง 13 วัน')
    await posted(office, [await carriedThrough(office, claim)], { paymentDate: day('2026-11-20') })
    expect(await list({ shown: 'remitted' })).toMatch(/100\.00 20 พ\.ย\. 2569 นำส่งช้า 13 วัน/)
    expect(await list({ shown: 'late' })).toContain('นำส่งช้า 13 วัน')
    expect(await list({ shown: 'unremitted' })).not.toContain('หลังคาดี')
  })

  it('goes on paper and into a file with the same rows, words and sum', async () => {
    const query = 'month=10/2569&until=11/2569'
    expect(seen((await desk.get(`${paths.list}/print?${query}`)).html)).toMatch(/นำส่งช้า 13 วัน/)
    expect((await desk.get(`${paths.list}/csv?${query}`)).reply).toMatchObject({ body: expect.stringMatching(/PV-[0-9]{5}\/70,.*นำส่งช้า 13 วัน[\s\S]*20000\.00,160\.00/) })
  })

  it('is shown neither to who has no payments to see, nor of an office out of sight', async () => {
    await expect(atDesk(db, office.preparer.officer, expenditureRoutes).get(paths.list)).rejects.toThrow(Forbidden)
    const other = await aPayingOffice(db, { year: fiscalYear(2570), on: day('2026-10-02') })
    await expect(atDesk(db, other.finance.officer, expenditureRoutes).get(`${paths.list}?organisation=${office.organisationId}`)).rejects.toThrow(NotFound)
  })
})
