import { describe, expect, it } from 'vitest'
import { bouncePayment } from '../../../src/expenditure/bounce/bounce.service.ts'
import { figuresOf, purposeOf } from '../../../src/expenditure/disbursement-book/disbursement-book.ts'
import { findBook, sumBook } from '../../../src/expenditure/disbursement-book/disbursement-book.repository.ts'
import { disbursementText as text } from '../../../src/expenditure/disbursement.text.ts'
import { disbursementPaths as paths } from '../../../src/expenditure/expenditure.paths.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht, formatMoney, isZero, plus, sum, type Money } from '../../../src/platform/money.ts'
import { readSheet } from '../../../src/platform/sheet-reader.ts'
import { anEnactedBudget, type Person } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anApprovedClaim, aPayingOffice, aTransferPayee, posted } from '../payment/paying.ts'

describe('what a payment was for', () => {
  const share = { accountGroup: 'expense', subLedger: null, economicCode: '5320100', sourceCode: '1001' }
  it.each([
    ['operating', {}], ['central', { economicCode: '5110300' }], ['personnel', { economicCode: '5220100' }], ['utilities', { economicCode: '5340100' }], ['capital', { economicCode: '5420100' }],
    ['subsidies', { economicCode: '5610100' }], ['others', { economicCode: '5510100' }], ['accumulated', { economicCode: '5420100', sourceCode: '2001' }],
    ['loans', { accountGroup: 'asset', subLedger: 'loan_contract' }], ['deposits', { accountGroup: 'liability', subLedger: 'deposit', economicCode: null, sourceCode: null }],
    ['others', { accountGroup: 'liability', subLedger: 'payee', economicCode: null, sourceCode: null }], ['accumulated', { accountGroup: 'equity', economicCode: null, sourceCode: null }],
  ] as const)('%s', (purpose, given) => {
    expect(purposeOf({ ...share, ...given })).toBe(purpose)
  })

  it('what no claim accounts for stands under others, and all columns add up to money and deductions', () => {
    const { of, deducted } = figuresOf({ cash: baht('0.00'), bank: baht('90.00'), total: baht('100.00'), shares: [{ ...share, amount: baht('60.00') }] })
    expect([of.operating, of.others, deducted].map(formatMoney)).toEqual(['60.00', '40.00', '10.00'])
  })
})

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-10-05') })
const [hire = '', power = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }, { code: '5340100', amount: '100000.00' }])
const desk = (who: Person) => atDesk(db, who.officer, expenditureRoutes)
const claimDate = calendarDate('2026-11-03')
const tax = { kind: 'withholding', accountCode: '2102040106.001', ruleCode: 'W53-GOV', subKey: null, description: '', base: baht('10000.00'), rate: '1', amount: baht('100.00') } as const
const paidOn = (day: string) => ({ paymentDate: calendarDate(day), channel: 'transfer' } as const)
const asked = { organisationId: office.organisationId, cashAccount: '1101010101.001', days: { from: calendarDate('2026-11-01'), until: calendarDate('2026-12-01') } }
const claimOf = async (name: string, amount: string, given: Parameters<typeof anApprovedClaim>[3] = {}, line = hire) => anApprovedClaim(office, line, amount, { claimDate, payeeId: await aTransferPayee(office, name), ...given })

await posted(office, [await claimOf('ร้านหนึ่ง', '10700.00', { deductions: [tax] })], paidOn('2026-11-05'))
await posted(office, [await claimOf('การไฟฟ้า', '800.00', {}, power)], { paymentDate: calendarDate('2026-11-06'), channel: 'cheque' })
const undone = await posted(office, [await claimOf('ร้านสอง', '300.00')], paidOn('2026-11-07'))
await office.head.work((work) => reversePayment(work, undone, { version: 2, reason: 'ผิด' }))
const backClaim = await claimOf('ร้านสาม', '500.00')
await office.head.work(async (work) => bouncePayment(work, await posted(office, [backClaim], paidOn('2026-11-09')), { version: 2, reason: 'บัญชีปิด', bouncedOn: calendarDate('2026-11-12') }))
await posted(office, [backClaim], paidOn('2026-11-13'))

describe('สมุดเงินสดจ่าย', () => {
  it('has a row for each payment, each reversal and what came back, and adds up', async () => {
    const rows = await office.head.read((read) => findBook(read, asked))
    expect(rows.map(({ voucher: { type }, payee, bank, deducted }) => [type, payee, formatMoney(bank), formatMoney(deducted)])).toEqual([
      ['PV', 'ร้านหนึ่ง', '10,600.00', '100.00'], ['PV', 'การไฟฟ้า', '800.00', '0.00'], ['PV', 'ร้านสอง', '300.00', '0.00'], ['PV', 'ร้านสาม', '500.00', '0.00'], ['JV', 'ร้านสาม', '-500.00', '0.00'],
      ['PV', 'ร้านสาม', '500.00', '0.00'], ['RX', 'ร้านสอง', '-300.00', '0.00'],
    ])
    const sums = await office.head.read((read) => sumBook(read, asked))
    const columns = (of: (row: (typeof rows)[number]) => Money) => sum(rows.map(of))
    expect([sums.bank, sums.deducted, sums.of.operating, sums.of.utilities, sums.of.others]).toEqual([
      columns(({ bank }) => bank), columns(({ deducted }) => deducted), columns(({ of }) => of.operating), columns(({ of }) => of.utilities), columns(({ of }) => of.others),
    ])
    expect([sums.of.operating, sums.of.utilities, sums.of.others].map(formatMoney)).toEqual(['11,200.00', '800.00', '0.00'])
    expect(sum(Object.values(sums.of))).toBe(plus(plus(sums.cash, sums.bank), sums.deducted))
    expect(isZero(sums.cash)).toBe(true)
  })

  it('equals what the money accounts gave out', async () => {
    const { rows: [booked] } = await db.owner.raw(`SELECT sum(CASE l.side WHEN 'C' THEN l.amount ELSE -l.amount END) AS amount FROM voucher_lines l
      WHERE l.organisation_id = ? AND l.sub_kind = 'bank_account' AND l.document_date >= '2026-11-01'`, [office.organisationId])
    expect((await office.head.read((read) => sumBook(read, asked))).bank).toBe(baht(booked.amount))
  })

  it('is a page with claim, cheque and account, goes out on paper and as a file, and another month is empty', async () => {
    const page = seen((await desk(office.head).get(`${paths.list}?fiscalYear=2570&month=2`)).html)
    expect(page).toMatch(/PV-\d+\/70 CLM-\d+\/70 ร้านหนึ่ง ธนาคารกรุงไทย \d+ ค่าตอบแทน ใช้สอย วัสดุ 10,700\.00 100\.00 10,600\.00/)
    expect(page).toMatch(/การไฟฟ้า ธนาคารกรุงไทย \d+ เช็ค \d+ สาธารณูปโภค 800\.00 800\.00/)
    expect(page).toContain(`${text.sum} 12,000.00 100.00 0.00 11,900.00`)
    expect(seen((await desk(office.head).get(`${paths.list}/print?fiscalYear=2570&month=2`)).html)).toContain('ร้านหนึ่ง')
    const { reply } = await desk(office.head).get(`${paths.list}/xlsx?fiscalYear=2570&month=2`)
    if (reply.kind !== 'download' || !Buffer.isBuffer(reply.body)) throw new Error('a spreadsheet was expected')
    const file = await readSheet(reply.body)
    if (!Array.isArray(file)) throw new Error('a readable spreadsheet was expected')
    const rows: readonly (readonly string[])[] = file
    expect(rows.filter((cells) => cells.some((cell) => /^(PV|JV|RX)-/.test(cell)))).toHaveLength(7)
    // Purpose, whole, all banks and the account's own column.
    expect(rows.find((cells) => cells.includes('ร้านหนึ่ง'))?.filter((cell) => /^(10600|10700|100)$/.test(cell)).sort()).toEqual(['100', '10600', '10600', '10700', '10700'])
    expect(seen((await desk(office.head).get(`${paths.list}?fiscalYear=2570&month=1`)).html)).toContain(text.empty)
  })

  it('is not for who has no such right, nor of an office outside the scope', async () => {
    const other = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-10-05') })
    await expect(desk(other.head).get(`${paths.list}?organisation=${office.organisationId}`)).rejects.toThrow(NotFound)
    await expect(desk(office.clerk).get(`${paths.list}/print`)).rejects.toThrow(Forbidden)
  })
})
