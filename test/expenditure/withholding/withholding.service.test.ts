// The tax of a batch by person (ภ.ง.ด.1), the cover of a month's return, and the year's list (ภ.ง.ด.1ก).
import { describe, expect, it } from 'vitest'
import { bouncePayment } from '../../../src/expenditure/bounce/bounce.service.ts'
import { type ClaimDeduction, type ClaimPayee } from '../../../src/expenditure/claim/claim.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { withholdingPaths as paths } from '../../../src/expenditure/payment.paths.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { daysOfTaxYear, taxYearIn } from '../../../src/expenditure/tax-year/tax-year.ts'
import { findTaxRows, findWithholdingsOf } from '../../../src/expenditure/withholding/withholding.repository.ts'
import { withholdingText } from '../../../src/expenditure/withholding.text.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht, formatMoney, sum } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anApprovedClaim, aPayingOffice, posted } from '../payment/paying.ts'
import { aPayee, carriedThrough, drafted, lineOf } from '../world.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-10-05') })
const [wages = '', hire = ''] = await anEnactedBudget(office, [{ code: '5220100', amount: '900000.00' }, { code: '5320100', amount: '900000.00' }])
const desk = atDesk(db, office.finance.officer, expenditureRoutes)
const claimDate = calendarDate('2026-11-05')
const paidOn = { paymentDate: calendarDate('2026-11-20') } as const
const month = calendarDate('2026-11-01')

const person = (name: string, taxId: string, gross: string, deducted: string): ClaimPayee => (
  { payeeId: null, name, taxId, bankCode: '006', accountNumber: '1234567890', accountName: name, gross: baht(gross), deducted: baht(deducted) })
const taxed = (amount: string, base: string): ClaimDeduction => (
  { kind: 'withholding', accountCode: '2102040104.001', ruleCode: 'W1-SALARY', subKey: null, description: 'ภ.ง.ด.1', base: baht(base), rate: null, amount: baht(amount) })
const sequence = { next: 1 }

async function aPaidBatch(payees: readonly ClaimPayee[], deductions: readonly ClaimDeduction[]): Promise<string> {
  const claimId = await carriedThrough(office, await drafted(office, {
    kind: 'C3', claimDate, title: 'ค่าตอบแทนคณะกรรมการ', departmentId: office.departmentId, payees, deductions, lines: [lineOf(wages, '5101010101.001', formatMoney(sum(payees.map(({ gross }) => gross))).replaceAll(',', ''))],
    origin: { kind: 'scenario', id: String(sequence.next++) },
  }))
  return posted(office, [claimId], paidOn)
}
const rowsOf = (payment: string) => office.head.read((read) => findWithholdingsOf(read, office.organisationId, payment))
const [first, second, untaxed] = [person('นางสาวหนึ่ง ดีงาม', '1101700230705', '30000.00', '500.00'), person('นายสอง ใจดี', '3101700230703', '20000.00', '250.00'), person('นายสาม มั่นคง', '5101700230701', '15000.00', '0.00')]

describe('the tax of a batch', () => {
  it('has a row for each person who was taxed, with what was paid to them, and no certificate of the month', async () => {
    const rows = await rowsOf(await aPaidBatch([first, second, untaxed], [taxed('750.00', '65000.00')]))
    expect(rows.map(({ payeeName, payeeTaxId, base, amount, certificate }) => [payeeName, payeeTaxId, formatMoney(base), formatMoney(amount), certificate])).toEqual([
      ['นางสาวหนึ่ง ดีงาม', '1101700230705', '30,000.00', '500.00', null], ['นายสอง ใจดี', '3101700230703', '20,000.00', '250.00', null],
    ])
  })

  it('is one row where something else is kept back too and nobody tells whose the tax is', async () => {
    const kept: ClaimDeduction = { kind: 'deposit', accountCode: '2111020199.005', ruleCode: null, subKey: 'DEDX', description: 'สหกรณ์', base: null, rate: null, amount: baht('100.00') }
    await db.owner('sub_ledger_keys').insert({ organisation_id: office.organisationId, kind: 'deposit', key: 'DEDX', name: 'สหกรณ์' })
    const rows = await rowsOf(await aPaidBatch([person('นายสี่', '3100600445635', '1000.00', '150.00')], [taxed('50.00', '1000.00'), kept]))
    expect(rows.map(({ payeeName, amount }) => [payeeName, formatMoney(amount)])).toEqual([['ค่าตอบแทนคณะกรรมการ', '50.00']])
  })

  it('is cancelled person by person with its payment, and stands when the money came back', async () => {
    const undone = await aPaidBatch([first, second], [taxed('750.00', '50000.00')])
    await office.head.work((work) => reversePayment(work, undone, { version: 2, reason: 'จ่ายผิดเดือน' }))
    expect((await rowsOf(undone)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
    const back = await aPaidBatch([person('นายห้า', '8101700230709', '9000.00', '90.00')], [taxed('90.00', '9000.00')])
    await office.head.work((work) => bouncePayment(work, back, { version: 2, reason: 'บัญชีปิด', bouncedOn: calendarDate('2026-11-20') }))
    expect((await rowsOf(back)).map(({ state }) => state)).toEqual(['issued'])
  })

  it('is filed by person, and adds up to the account', async () => {
    const rows = (await office.finance.read((read) => findTaxRows(read, office.organisationId, month))).filter(({ state }) => state === 'issued')
    expect(formatMoney(sum(rows.map(({ amount }) => amount)))).toBe('890.00')
    expect(seen((await desk.get(`${paths.returns}?month=11/2569`)).html)).toMatch(/ภ\.ง\.ด\.1 .* 4 60,000\.00 890\.00 890\.00 0\.00 890\.00/)
    const list = seen((await desk.get(`${paths.returnPrint}?month=11/2569&form=${encodeURIComponent('ภ.ง.ด.1')}`)).html)
    expect(list).toMatch(/๑๑๐๑๗๐๐๒๓๐๗๐๕.*นางสาวหนึ่ง ดีงาม.*๕๐๐\.๐๐/)
  })
})

describe('the cover of a return', () => {
  it('names the payer, how many people, income and tax by kind, and the law of its form', async () => {
    const cover = seen((await desk.get(`${paths.returnCover}?month=11/2569&form=${encodeURIComponent('ภ.ง.ด.1')}`)).html)
    expect(cover).toContain('แบบยื่นรายการภาษีเงินได้หัก ณ ที่จ่าย ภ.ง.ด.๑')
    expect(cover).toContain('มาตรา ๕๐ (๑)')
    expect(cover).toContain('ใบแนบ ภ.ง.ด.๑ จำนวน ๔ ราย')
    expect(cover).toMatch(/๔ ๖๐,๐๐๐\.๐๐ ๘๙๐\.๐๐/)
  })

  it('counts who was paid twice in the month as one', async () => {
    const company = await aPayee(office, 'บริษัท สองครั้ง จำกัด', 'juristic')
    const taxedBy1: ClaimDeduction = { kind: 'withholding', accountCode: '2102040106.001', ruleCode: 'W53-GOV', subKey: null, description: '', base: baht('1000'), rate: '1', amount: baht('10') }
    for (const title of ['จ้างครั้งที่ 1', 'จ้างครั้งที่ 2']) {
      await posted(office, [await anApprovedClaim(office, hire, '1000.00', { claimDate: calendarDate('2026-10-06'), title, payeeId: company, deductions: [taxedBy1] })], { paymentDate: calendarDate('2026-10-20') })
    }
    const cover = seen((await desk.get(`${paths.returnCover}?month=10/2569&form=${encodeURIComponent('ภ.ง.ด.53')}`)).html)
    expect(cover).toContain('จำนวน ๑ ราย')
    expect(cover).toMatch(/๑ ๒,๐๐๐\.๐๐ ๒๐\.๐๐/)
  })

  it('of a month without tax is empty, and is not for who may not print', async () => {
    expect(seen((await desk.get(`${paths.returnCover}?month=01/2569`)).html)).toContain('๐.๐๐')
    await expect(atDesk(db, office.preparer.officer, expenditureRoutes).get(paths.returnCover)).rejects.toThrow(Forbidden)
  })
})

describe('the list of the year (ภ.ง.ด.1ก)', () => {
  it('a tax year is a calendar year', () => {
    expect(daysOfTaxYear(2569)).toEqual({ from: '2026-01-01', until: '2027-01-01' })
    expect([taxYearIn('2568', '2026-11-20'), taxYearIn('x', '2026-11-20')]).toEqual([2568, 2569])
  })

  it('has everybody who was paid once, also who was not taxed, and agrees with the account', async () => {
    await posted(office, [await anApprovedClaim(office, hire, '500.00', { claimDate, payeeId: await aPayee(office, 'ร้านอื่น', 'juristic') })], paidOn)
    const page = seen((await desk.get(`${paths.yearly}?taxYear=2569`)).html)
    expect(page).toMatch(/1101700230705 นางสาวหนึ่ง ดีงาม.*1 30,000\.00 500\.00/)
    expect(page).toMatch(/5101700230701 นายสาม มั่นคง.*1 15,000\.00 0\.00/)
    const pensioner = await aPayee(office, 'นางบำนาญ เกษียณสุข', 'individual')
    await posted(office, [await anApprovedClaim(office, wages, '30000.00', { kind: 'C4', claimDate, payeeId: pensioner, deductions: [taxed('500.00', '30000.00')] })], paidOn)
    expect(seen((await desk.get(`${paths.yearly}?taxYear=2569`)).html)).toMatch(/นางบำนาญ เกษียณสุข.*1 30,000\.00 500\.00/)
    expect(page).not.toContain('ร้านอื่น')
    expect(page).toContain(`${withholdingText.remittance.sum} 75,000.00 890.00 ${withholdingText.remittance.columns.booked} 890.00`)
    expect(seen((await desk.get(`${paths.yearly}?taxYear=2568`)).html)).toContain(withholdingText.yearly.empty)
    expect(seen((await desk.get(`${paths.yearly}/print?taxYear=2569`)).html)).toContain('นายสอง ใจดี')
    const cover = seen((await desk.get(`${paths.yearlyCover}?taxYear=2569`)).html)
    expect(cover).toMatch(/แบบยื่นรายการภาษีเงินได้หัก ณ ที่จ่าย ภ\.ง\.ด\.๑ก.*มาตรา ๕๘ \(๑\).*ปีภาษี ๒๕๖๙/)
    await expect(atDesk(db, office.preparer.officer, expenditureRoutes).get(paths.yearlyCover)).rejects.toThrow(Forbidden)
  })

  it('is not for who has no such right, nor of an office outside the scope', async () => {
    await expect(atDesk(db, office.preparer.officer, expenditureRoutes).get(paths.yearly)).rejects.toThrow(Forbidden)
    const other = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-10-05') })
    await expect(atDesk(db, other.finance.officer, expenditureRoutes).get(`${paths.yearly}?organisation=${office.organisationId}`)).rejects.toThrow(NotFound)
  })
})

it('the tax of a batch has a row for each person also where something else is kept back, when the list tells whose tax it is', async () => {
  const kept: ClaimDeduction = { kind: 'deposit', accountCode: '2111020199.005', ruleCode: null, subKey: 'DEDX', description: 'สหกรณ์', base: null, rate: null, amount: baht('300.00') }
  const told = [{ ...person('นายหก', '3100600445635', '9000.00', '250.00'), tax: baht('50.00') }, { ...person('นายเจ็ด', '8101700230709', '8000.00', '110.00'), tax: baht('10.00') }, { ...person('นายแปด', '', '100.00', '0.00'), tax: baht('0.00') }]
  const rows = await rowsOf(await aPaidBatch(told, [taxed('60.00', '17100.00'), kept]))
  expect(rows.map(({ payeeName, base, amount }) => [payeeName, formatMoney(base), formatMoney(amount)])).toEqual([['นายหก', '9,000.00', '50.00'], ['นายเจ็ด', '8,000.00', '10.00']])
})
