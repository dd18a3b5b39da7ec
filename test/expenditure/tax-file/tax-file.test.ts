// แฟ้มยื่นแบบ ภ.ง.ด.: byte for byte as the Revenue Department reads it, with its control totals; a month of ภ.ง.ด.1 without tax is listed.
import { describe, expect, it } from 'vitest'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { withholdingPaths as paths } from '../../../src/expenditure/payment.paths.ts'
import { faultsOf, fileNameOf, fileText, layoutOf, namePartsOf, yearRowOf, type FileRow } from '../../../src/expenditure/tax-file/tax-file.ts'
import { daysOfTaxYear } from '../../../src/expenditure/tax-year/tax-year.ts'
import { withholdingText } from '../../../src/expenditure/withholding.text.ts'
import { calendarDate, fiscalYear, formatThaiDateField } from '../../../src/platform/dates.ts'
import { NotFound } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anApprovedClaim, aPayingOffice, posted } from '../payment/paying.ts'
import { aPayee } from '../world.ts'

const text = withholdingText.file
const address = { street: '99 ถนนสุขุมวิท', street2: 'แสนสุข', city: 'เมืองชลบุรี', province: 'ชลบุรี', postcode: '20130' }
const row = (given: Partial<FileRow> = {}): FileRow => ({
  taxId: '0105512345678', branch: '00000', name: 'บริษัท ก้าวหน้า จำกัด', address, day: calendarDate('2026-11-05'), ruleCode: 'W53-GOV', income: 'ค่าจ้าง', rate: '1.0000', base: baht('1234567.5'), tax: baht('12345.68'), ...given,
})
const written = (form: string, rows: readonly FileRow[]) => fileText(rows, layoutOf(form) ?? { name: '', columns: [], condition: '' }, text.titles)

describe('a line', () => {
  it('of ภ.ง.ด.53 and 3 has seventeen fields: no commas in amounts, the rate whole, the year in พ.ศ.', () => {
    expect(written('ภ.ง.ด.53', [row()])).toBe('1|0105512345678|00000|บริษัท|ก้าวหน้า จำกัด||99 ถนนสุขุมวิท|แสนสุข|เมืองชลบุรี|ชลบุรี|20130|05112569|ค่าจ้าง|1.00|1234567.50|12345.68|1\r\n')
    expect(written('ภ.ง.ด.3', [row(), row({ name: 'นายมานะ ใจดี', rate: '0.7500', branch: '00002' })]).split('\r\n')[1]).toBe(
      '2|0105512345678|00002|นาย|มานะ|ใจดี|99 ถนนสุขุมวิท|แสนสุข|เมืองชลบุรี|ชลบุรี|20130|05112569|ค่าจ้าง|0.75|1234567.50|12345.68|1')
  })

  it('of ภ.ง.ด.1 begins with the code of the income', () => {
    const pay = row({ name: 'นางสาวศิริพร เก็บเงินดี', taxId: '1101700230708', ruleCode: 'W1-SALARY', base: baht('35000'), tax: baht('125') })
    expect(written('ภ.ง.ด.1', [pay, { ...pay, ruleCode: 'W1-FEE' }])).toBe(
      '401N|1|1101700230708|นางสาว|ศิริพร|เก็บเงินดี|05112569|35000.00|125.00|1\r\n402I|2|1101700230708|นางสาว|ศิริพร|เก็บเงินดี|05112569|35000.00|125.00|1\r\n')
  })

  it('of ภ.ง.ด.1ก bears the last day of the year', () => {
    const person = { taxId: '1101700230708', name: 'นางมาลี', income: baht('420000'), tax: baht('0'), isFee: false }
    expect(written('ภ.ง.ด.1ก', [yearRowOf(person, daysOfTaxYear(2569))])).toBe('401N|1|1101700230708|นาง|มาลี||31122569|420000.00|0.00|1\r\n')
  })

  it.each([
    ['นายมานะ  ใจดี', 'นาย', 'มานะ', 'ใจดี'], ['นางสาวสม ณ อยุธยา', 'นางสาว', 'สม', 'ณ อยุธยา'], ['ว่าที่ร้อยตรี กล้า หาญ', 'ว่าที่ร้อยตรี', 'กล้า', 'หาญ'], ['ห้างหุ้นส่วนจำกัด สวนงาม', 'ห้างหุ้นส่วนจำกัด', 'สวนงาม', ''],
    ['มานะ ใจดี', '', 'มานะ', 'ใจดี'], ['นาย', '', 'นาย', ''],
  ])('%s is told as title, first and last name', (name, title, firstName, lastName) => {
    expect(namePartsOf(name, text.titles)).toEqual({ title, firstName, lastName })
  })

  it('is refused without a tax id, with a bar in it, and with letters windows-874 has none of', () => {
    const kinds = (given: Partial<FileRow>, encoding: 'windows-874' | 'utf-8' = 'windows-874') => faultsOf([row(given)], encoding).map(({ kind }) => kind)
    expect([kinds({}), kinds({ taxId: '' }), kinds({ name: 'ก|ข' }), kinds({ name: '漢' }), kinds({ name: '漢' }, 'utf-8')]).toEqual([[], ['taxId'], ['bar'], ['letters'], []])
  })

  it('stands in a file named by form and month', () => {
    expect(fileNameOf({ name: 'P03', columns: [], condition: '1' }, '256911')).toBe('WHT-P03-256911')
  })
})

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const other = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const today = await office.finance.read(async (read) => read.today)
const desk = atDesk(db, office.finance.officer, expenditureRoutes)
const tax = (amount: string) => ({ kind: 'withholding', accountCode: '2102040106.001', ruleCode: 'W53-GOV', subKey: null, description: '', base: baht('10000.00'), rate: '1', amount: baht(amount) } as const)
const payeeId = await aPayee(office, 'บริษัท สะอาดดี จำกัด', 'juristic')
await posted(office, [await anApprovedClaim(office, hire, '10700.00', { payeeId, deductions: [tax('100.00')] })], { paymentDate: today })
const { tax_id: taxId } = await db.owner('payees').where({ organisation_id: office.organisationId, id: payeeId }).first('tax_id')
const asked = { form: 'ภ.ง.ด.53', month: '11/2569' }
const fileAt = (encoding: string) => desk.get(`${paths.fileText}?${new URLSearchParams({ ...asked, encoding })}`)

describe('the file of a month', () => {
  it('is one byte a letter, or UTF-8 where that is asked for', async () => {
    const line = `1|${taxId}|00000|บริษัท|สะอาดดี จำกัด|||||||${formatThaiDateField(today).replaceAll('/', '')}|เงินได้ทุกประเภทตามมาตรา 40 จ่ายให้บริษัท/ห้างหุ้นส่วนนิติบุคคล|1.00|10000.00|100.00|1\r\n`
    const { reply } = await fileAt('windows-874')
    if (reply.kind !== 'download') throw new TypeError('no file')
    expect(reply.fileName).toBe('WHT-P53-256911.txt')
    expect(new TextDecoder('windows-874').decode(Buffer.from(reply.body))).toBe(line)
    expect(Buffer.from(reply.body)).toHaveLength(line.length)
    expect((await fileAt('utf-8')).reply).toMatchObject({ type: 'text/plain; charset=utf-8', body: line })
  })

  it('tells its control totals beside the account, and leads there from the returns', async () => {
    const page = seen((await desk.get(paths.fileOf(asked))).html)
    expect(page).toMatch(/WHT-P53-256911\.txt.*จำนวนรายการ 1.*10,000\.00.*100\.00.*100\.00.*0\.00/)
    expect((await desk.get(`${paths.returns}?month=11/2569`)).html).toContain(`${paths.file}?month=11%2F2569&amp;form=`)
    await db.owner('withholdings').where({ organisation_id: office.organisationId }).update({ amount: '99.00' })
    expect(seen((await desk.get(paths.fileOf(asked))).html)).toContain(text.differs)
    await db.owner('withholdings').where({ organisation_id: office.organisationId }).update({ amount: '100.00' })
  })

  it('is not made while somebody of it has no tax id: it says who', async () => {
    await db.owner('withholdings').where({ organisation_id: office.organisationId }).update({ payee_tax_id: '' })
    const { reply, html } = await fileAt('windows-874')
    expect(reply).toMatchObject({ kind: 'page', status: 422 })
    expect(seen(html)).toContain(text.faults.taxId('บริษัท สะอาดดี จำกัด'))
    await db.owner('withholdings').where({ organisation_id: office.organisationId }).update({ payee_tax_id: taxId })
  })

  it('is of the own office and its months only', async () => {
    const theirs = atDesk(db, other.finance.officer, expenditureRoutes)
    await expect(theirs.get(paths.fileOf(asked))).rejects.toThrow(NotFound)
    await expect(desk.get(paths.fileOf({ ...asked, form: 'ภ.ง.ด.54' }))).rejects.toThrow(NotFound)
    await expect(desk.get(paths.fileOf({ ...asked, month: '10/2569' }))).rejects.toThrow(NotFound)
  })

  it('ภ.ง.ด.1 is listed every month, also when nothing was withheld', async () => {
    const page = seen((await desk.get(`${paths.returns}?month=10/2569`)).html)
    expect(page).toMatch(/ภ\.ง\.ด\.1 .*ไม่มีภาษี ยื่นแบบเปล่า/)
    expect(seen((await desk.get(paths.file)).html)).toContain(text.empty)
    expect((await desk.get(`${paths.returns}?month=10/2569`)).html).not.toContain(paths.file)
    expect(seen((await desk.get(paths.fileOf({ form: 'ภ.ง.ด.1ก', taxYear: '2569' }))).html)).toContain('WHT-P01A-2569.txt')
  })
})
