// รายงานรับ - จ่ายเงิน ประจำเดือน: every baht that moved stands in one row, and what is carried forward is what the books hold (budget-and-receipts §5.1; F29).
import { describe, expect, it } from 'vitest'
import { findPaidLines } from '../../../src/expenditure/index.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht, formatMoney, zero } from '../../../src/platform/money.ts'
import { monthReportRoutes } from '../../../src/receipts/index.ts'
import { balanceOfRows, rowsOf, type NamedLine } from '../../../src/receipts/month-report/month-report.ts'
import { confirmSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { anEnactedBudget, type Person } from '../../budget/world.ts'
import { anApprovedClaim, aPayingOffice, aTransferPayee, bounced, posted } from '../../expenditure/payment/paying.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aCounter, issue, issueFor, signboard, waste } from '../lao.ts'
import { aConfirmedDay, aPerson, aSchool, prepare, receivedSlip, today, yesterday } from '../school.ts'

const db = await testDatabase()
const address = '/receipts/reports/months'
const desk = (who: Pick<Person, 'officer'>) => atDesk(db, who.officer, monthReportRoutes({ paidLines: findPaidLines }))
const page = async (who: Pick<Person, 'officer'>, query = '') => seen((await desk(who).get(`${address}${query}`)).html)

describe('a line', () => {
  const account = { code: '5104010112.001', name: 'ค่าจ้างเหมา', group: 'expense', subLedger: null }
  const line: NamedLine = { side: 'D', account, revenue: null, place: null, month: baht('10'), year: baht('30') }
  const hire = { category: { code: '532000', name: 'ค่าใช้สอย' }, fund: null }
  const rowOf = (given: Partial<NamedLine>) => {
    const [row] = rowsOf([{ ...line, ...given }], { revenues: [], spending: [] })
    return row && [row.section, row.code, formatMoney(row.month)]
  }

  it.each([
    ['of an income stands under its category', { side: 'C', revenue: { code: '411000', name: 'ภาษีอากร' } }, ['revenues', '411000', '10.00']],
    ['of income given back takes off', { revenue: { code: '411000', name: 'ภาษีอากร' } }, ['revenues', '411000', '-10.00']],
    ['of a grant stands apart from the estimates', { side: 'C', revenue: { code: '441000', name: 'เงินอุดหนุน' } }, ['grants', '441000', '10.00']],
    ['of a unit without revenue codes stands under its account', { side: 'C', account: { ...account, code: '4404050101.001', group: 'revenue' } }, ['revenues', '4404050101.001', '10.00']],
    ['of spending stands under its category', { place: hire }, ['spending', '532000', '10.00']],
    ['of spending that came back takes off', { side: 'C', place: hire }, ['spending', '532000', '-10.00']],
    ['of money beside the budget stands under its source', { place: { ...hire, fund: { code: '20', name: 'เงินสะสม' } } }, ['funds', '20', '10.00']],
    ['of a loan out of the budget stands under the loans', { account: { ...account, code: '1102010102.001', group: 'asset', subLedger: 'loan_contract' }, place: hire }, ['paid', '1102010102.001', '10.00']],
    ['of a deposit that came in is received', { side: 'C', account: { ...account, code: '2112010199.001', group: 'liability' } }, ['received', '2112010199.001', '10.00']],
    ['of a deposit that went out is paid', { account: { ...account, code: '2112010199.001', group: 'liability' } }, ['paid', '2112010199.001', '10.00']],
  ] as const)('%s', (_name, given, expected) => {
    expect(rowOf(given)).toEqual(expected)
  })

  it('is added to what is known of its row, and what was only estimated has a row too', () => {
    const rows = rowsOf([{ ...line, place: hire }, { ...line, place: hire }], { revenues: [{ code: '411000', name: 'ภาษี', amount: baht('5') }], spending: [{ ...hire.category, amount: baht('90') }] })
    expect(rows.map(({ section, code, estimate, month, year }) => [section, code, estimate, month, year])).toEqual([
      ['revenues', '411000', baht('5'), zero, zero], ['spending', '532000', baht('90'), baht('20'), baht('60')],
    ])
    expect(balanceOfRows(rows).net).toEqual({ month: baht('-20'), year: baht('-60') })
  })
})

describe('a month of an office that pays', async () => {
  const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-10-05') })
  const [hire = '', power = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }, { code: '5340100', amount: '100000.00' }])
  const claimDate = calendarDate('2026-11-03')
  const tax = { kind: 'withholding', accountCode: '2102040106.001', ruleCode: 'W53-GOV', subKey: null, description: '', base: baht('10000.00'), rate: '1', amount: baht('100.00') } as const
  const paidOn = (day: string) => ({ paymentDate: calendarDate(day), channel: 'transfer' } as const)
  const claimOf = async (name: string, amount: string, line = hire, given: Parameters<typeof anApprovedClaim>[3] = {}) => anApprovedClaim(office, line, amount, { claimDate, payeeId: await aTransferPayee(office, name), ...given })
  await posted(office, [await claimOf('ร้านหนึ่ง', '10700.00', hire, { deductions: [tax] })], paidOn('2026-11-05'))
  await posted(office, [await claimOf('การไฟฟ้า', '800.00', power)], paidOn('2026-11-06'))
  const undone = await posted(office, [await claimOf('ร้านสอง', '300.00')], paidOn('2026-11-07'))
  await office.head.work((work) => reversePayment(work, undone, { version: 2, reason: 'ผิด' }))
  const back = await claimOf('ร้านสาม', '500.00')
  await bounced(office, await posted(office, [back], paidOn('2026-11-09')), calendarDate('2026-11-12'))
  await posted(office, [back], paidOn('2026-11-13'))

  it('tells what was spent by category beside its budget, what was withheld, and what came back and was paid anew', async () => {
    const html = await page(office.head)
    expect(html).toContain('ปีงบประมาณ 2570 ประจำเดือนพฤศจิกายน 2569')
    expect(html).toMatch(/0\.00 ยอดยกมา 2,000,000\.00/)
    expect(html).toMatch(/900,000\.00 11,200\.00 \S+ 532000 11,200\.00/)
    expect(html).toMatch(/100,000\.00 800\.00 \S+ 534000 800\.00/)
    expect(html).toMatch(/1,000,000\.00 12,000\.00 รวมรายจ่ายตามงบประมาณ 12,000\.00/)
    expect(html).toMatch(/100\.00 [^0-9]+ 2102040106\.001 100\.00/)
    expect(html).toMatch(/2,000,600\.00 รวมรายรับทั้งสิ้น 600\.00/)
    expect(html).toMatch(/12,500\.00 รวมรายจ่ายทั้งสิ้น 12,500\.00/)
    expect(html).toMatch(/1,988,100\.00 รายรับสูงกว่า \(ต่ำกว่า\) รายจ่าย -?\(?11,900\.00/)
    expect(html).toMatch(/1,988,100\.00 ยอดยกไป 1,988,100\.00/)
    expect(html).not.toContain('ผลต่างที่ต้องตรวจสอบ')
  })

  it('of a month before shows that month alone', async () => {
    const html = await page(office.head, '?fiscalYear=2570&month=1')
    expect(html).toMatch(/0\.00 ยอดยกมา 0\.00/)
    expect(html).toMatch(/2,000,000\.00 ยอดยกไป 2,000,000\.00/)
  })

  it('goes out on paper and into a workbook, for who may print', async () => {
    expect(seen((await desk(office.head).get(`${address}/print`)).html)).toMatch(/หัวหน้าหน่วยงานคลัง.*ปลัด.*ผู้บริหารท้องถิ่น/)
    for (const ending of ['csv', 'xlsx']) expect((await desk(office.head).get(`${address}/${ending}`)).reply).toMatchObject({ kind: 'download', fileName: `receipts-and-payments-2570-2.${ending}` })
  })
})

describe('a month of an office that collects', () => {
  it('tells taxes and fees by category, cash and bank alike', async () => {
    const town = await aCounter(db)
    const receipts = [await issue(town.clerk, { lines: [{ incomeCode: signboard, amount: baht('1560.25') }, { amount: baht('40') }] }), await issueFor(town.clerk, waste, { amount: '60' })]
    await receivedSlip(town, { receiptIds: receipts })
    const summary = await prepare(town.finance)
    await town.head.work((work) => confirmSummary(work, summary, 1))
    const html = await page(town.head)
    expect(html).toMatch(/1,560\.25 \S+ 411000 1,560\.25/)
    expect(html).toMatch(/100\.00 [^0-9]+ 412000 100\.00/)
    expect(html).toMatch(/1,660\.25 ยอดยกไป 1,660\.25/)
    expect(html).not.toContain('ผลต่างที่ต้องตรวจสอบ')
  })

  it('of a school stands under its accounts; the town may look, a stranger and a pawnshop may not', async () => {
    const school = await aSchool(db)
    await aConfirmedDay(school, { amount: '800.00', date: yesterday, bank: null })
    await aConfirmedDay(school, { amount: '50.00', date: today, bank: school.bankAccountId })
    expect(await page(school.head)).toMatch(/850\.00 [^0-9]+ 4404050101\.001 850\.00/)
    const town = await aPerson(db, school.lao, ['LAO_FIN_HEAD'])
    expect(await page(town, `?organisation=${school.organisation.id}`)).toContain('850.00 ยอดยกไป 850.00')
    const stranger = await aSchool(db)
    await expect(page(stranger.head, `?organisation=${school.organisation.id}`)).rejects.toThrow(NotFound)
    await expect(page(await aPerson(db, school.organisation, ['SUB_PROCURE']))).rejects.toThrow(Forbidden)
  })
})
