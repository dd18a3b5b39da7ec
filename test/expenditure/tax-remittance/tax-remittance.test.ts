// ภ.ง.ด. of a month, its control total, and the claim that hands the tax on (S29).
import { describe, expect, it } from 'vitest'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { cancelClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { withholdingPaths as paths } from '../../../src/expenditure/payment.paths.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { findTaxRows } from '../../../src/expenditure/withholding/withholding.repository.ts'
import { type TaxRow } from '../../../src/expenditure/withholding/withholding.ts'
import { draftRemittance } from '../../../src/expenditure/tax-remittance/tax-remittance.service.ts'
import { claimLinesOf, dueDay, returnsOf } from '../../../src/expenditure/tax-remittance/tax-remittance.ts'
import { returnsPage } from '../../../src/expenditure/tax-remittance/tax-remittance.view.ts'
import { withholdingText } from '../../../src/expenditure/withholding.text.ts'
import { balanceOn } from '../../../src/ledger/index.ts'
import { printedNumber } from '../../../src/documents/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Forbidden } from '../../../src/platform/errors.ts'
import { baht, formatMoney, isZero } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { addressIn } from '../../receipts/pages.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { linesOf } from '../acceptance/acceptance.ts'
import { anApprovedClaim, aPayingOffice, paymentNow, posted, saidBy as said } from '../payment/paying.ts'
import { aPayee, carriedThrough, claimNow } from '../world.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const desk = atDesk(db, office.finance.officer, expenditureRoutes)
const text = withholdingText.remittance
const [month, today] = [calendarDate('2026-11-01'), await office.finance.read(async (read) => read.today)]
const tax = (accountCode: string, ruleCode: string, amount: string) => (
  { kind: 'withholding', accountCode, ruleCode, subKey: null, description: '', base: baht('10000.00'), rate: '1', amount: baht(amount) } as const)
const paidWith = async (accountCode: string, ruleCode: string, amount: string) => (
  posted(office, [await anApprovedClaim(office, hire, '10700.00', { deductions: [tax(accountCode, ruleCode, amount)] })], { paymentDate: today }))
const rows = () => office.finance.read((read) => findTaxRows(read, office.organisationId, month))
const revenue = await aPayee(office, 'กรมสรรพากร', 'state_body')
const command = { month, payeeId: revenue, departmentId: office.departmentId, title: 'นำส่งภาษี' }
await paidWith('2102040106.001', 'W53-GOV', '100.00')
const small = await paidWith('2102040103.001', 'W3-GOV', '60.00')

describe('the returns of a month', () => {
  const row = (given: Partial<TaxRow>) => ({ state: 'issued', form: '53', accountCode: 'a', amount: baht('1.00'), base: baht('100.00'), claimId: null, remittedOn: null, ...given }) as TaxRow
  it('are due seven days after its end; until then they wait, afterwards they are late unless remitted', () => {
    const due = dueDay(month, 7)
    expect(due).toBe('2026-12-07')
    const stateOn = (day: string, given: Partial<TaxRow> = {}) => returnsOf([row(given)], new Map(), { due, today: calendarDate(day) })[0]?.state
    expect([stateOn('2026-12-07'), stateOn('2026-12-07', { claimId: '1' }), stateOn('2026-12-08', { claimId: '1' }), stateOn('2026-12-08', { remittedOn: due })]).toEqual(['none', 'claimed', 'late', 'done'])
  })

  it('leave out what was cancelled, and become one line an account', () => {
    const all = [row({}), row({ amount: baht('2.00') }), row({ state: 'cancelled' }), row({ form: '3', accountCode: 'b' })]
    expect(returnsOf(all, new Map([['a', baht('3.00')]]), { due: month, today: month }).map(({ form, tax: sum, booked }) => [form, formatMoney(sum), formatMoney(booked)])).toEqual([['3', '1.00', '0.00'], ['53', '3.00', '3.00']])
    expect(claimLinesOf(all.slice(0, 2)).map(({ amount }) => formatMoney(amount))).toEqual(['3.00'])
  })
})

describe('handing the tax on', () => {
  it('is refused to a payee that is no body of state, and agrees with the accounts', async () => {
    const company = await aPayee(office, 'บริษัท อื่น จำกัด', 'juristic')
    expect(await said(office.finance.work((work) => draftRemittance(work, { ...command, payeeId: company })))).toBe(text.errors.payee)
    const page = seen((await desk.get(`${paths.returns}?month=11/2569`)).html)
    expect(page).toMatch(/ภ\.ง\.ด\.3 .*60\.00 60\.00 0\.00 60\.00/)
    expect(page).toMatch(/ภ\.ง\.ด\.53 .*100\.00 100\.00 0\.00 100\.00/)
    await expect(atDesk(db, office.preparer.officer, expenditureRoutes).get(paths.returns)).rejects.toThrow(Forbidden)
  })

  it('wants a department of the office that has some, and asks a unit without for none', async () => {
    for (const departmentId of ['', '999999']) expect(await said(office.finance.work((work) => draftRemittance(work, { ...command, departmentId })))).toBe(text.errors.department)
    const refused = await desk.post(paths.remit, { month: '11/2569', payeeId: revenue })
    expect(refused.html).toContain('name="departmentId"')
    expect(seen(refused.html)).toContain(text.errors.department)
    const returns = returnsOf(await rows(), new Map(), { due: today, today })
    const shown = returnsPage({ returns, claims: [], maySeeClaims: false, month: { typed: '11/2569', name: '' }, due: today, payer: undefined, mayPrint: false, mayDraft: true, payees: [], departments: [], typed: { payeeId: '', departmentId: '' } })
    expect(shown.draft?.controls.map((control) => 'select' in control && control.select.name)).toEqual(['payeeId'])
  })

  it('drafts one claim for everything, once, also when two press at the same moment; cancelled the tax waits again', async () => {
    const tried = await Promise.allSettled([1, 2, 3].map(() => office.finance.work((work) => draftRemittance(work, command))))
    const made = tried.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(made).toHaveLength(1)
    expect((await rows()).every(({ claimId }) => claimId === made[0])).toBe(true)
    await office.preparer.work((work) => cancelClaim(work, made[0] ?? '', 1))
    expect((await rows()).map(({ remittanceId }) => remittanceId)).toEqual([null, null])
  })

  it('S29: paid, the accounts of the tax fall to nothing and the rows bear the day; reversed they wait again', async () => {
    const address = addressIn((await desk.post(paths.remit, { month: '11/2569', payeeId: revenue, departmentId: office.departmentId })).reply)
    expect(address, 'finance, who has no page of claims, stays').toBe(`${paths.returns}?month=11%2F2569`)
    const claimId = (await rows())[0]?.claimId ?? ''
    expect((await desk.get(address)).html).not.toContain(`/expenditure/claims/${claimId}`)
    expect(await claimNow(office, claimId)).toMatchObject({ kind: 'C8', gross: baht('160.00'), payeeName: 'กรมสรรพากร' })
    await carriedThrough(office, claimId)
    const payment = await posted(office, [claimId], { paymentDate: today, channel: 'cheque' })
    expect(await linesOf(office.head, office.organisationId, (await paymentNow(office, payment)).voucherId ?? '')).toEqual(expect.arrayContaining([
      ['D', '2102040103.001', '60.00'], ['D', '2102040106.001', '100.00'], ['C', '1101030101.001', '160.00'],
    ]))
    for (const accountCode of ['2102040103.001', '2102040106.001']) {
      expect(isZero(await office.head.read((read) => balanceOn(read, { organisationId: office.organisationId, accountCode, until: today })))).toBe(true)
    }
    expect((await rows()).map(({ remittedOn }) => remittedOn)).toEqual([today, today])
    expect(seen((await desk.get(`${paths.returns}?month=11/2569`)).html)).toContain(text.states.done.text)
    expect(await said(office.finance.work((work) => draftRemittance(work, command)))).toBe(text.errors.nothing)
    await office.head.work((work) => reversePayment(work, payment, { version: 2, reason: 'ธนาคารปฏิเสธ' }))
    expect((await rows()).map(({ remittedOn }) => remittedOn)).toEqual([null, null])
  })

  it('holds the payment it came from until it is handed on; paid anew afterwards, the same tax is not handed on twice', async () => {
    const { claims: [paid] } = await paymentNow(office, small)
    const reverse = () => office.head.work((work) => reversePayment(work, small, { version: 2, reason: 'เช็คหาย' }))
    const claimId = (await rows()).find(({ paymentId }) => paymentId === small)?.claimId ?? ''
    const { number, fiscalYear: year } = await claimNow(office, claimId)
    expect(await said(reverse())).toBe(text.errors.beingRemitted(printedNumber('CLM', number ?? 0, year)))
    expect((await paymentNow(office, small)).state).toBe('posted')
    await posted(office, [claimId], { paymentDate: today, channel: 'cheque' })
    await reverse()
    await posted(office, [paid?.id ?? ''], { paymentDate: today })
    const ofClaim = (await rows()).filter(({ form }) => form === 'ภ.ง.ด.3')
    expect(ofClaim.map(({ state, remittedOn }) => [state, remittedOn])).toEqual([['cancelled', today], ['issued', today]])
    expect(await said(office.finance.work((work) => draftRemittance(work, command)))).toBe(text.errors.nothing)
    expect(isZero(await office.head.read((read) => balanceOn(read, { organisationId: office.organisationId, accountCode: '2102040103.001', until: today })))).toBe(true)
  })
})

describe('papers of withheld tax', () => {
  it('list a form with the office as payer, and save it; an empty month has an empty list', async () => {
    const head = atDesk(db, office.head.officer, expenditureRoutes)
    const refused = await head.post(paths.payer, { formKey: '', taxId: '1234567890123', branch: '00000', address: 'ถนนสุขุมวิท' })
    expect(refused.reply).toMatchObject({ status: 422 })
    await head.post(paths.payer, { formKey: '', taxId: '0994000165501', branch: '00000', address: 'ถนนสุขุมวิท อำเภอเมือง จังหวัดชลบุรี' })
    await expect(desk.get(paths.payer)).rejects.toThrow(Forbidden)
    const form = encodeURIComponent('ภ.ง.ด.53')
    expect(seen((await desk.get(`${paths.returnPrint}?month=11/2569&form=${form}`)).html)).toMatch(/๐๙๙๔๐๐๐๑๖๕๕๐๑.*๑๐๐\.๐๐.*หนึ่งร้อยบาทถ้วน/)
    expect((await desk.get(`${paths.returns}/csv?month=11/2569&form=${form}`)).reply).toMatchObject({ body: expect.stringContaining('100.00') })
    expect((await desk.get(`${paths.returnPrint}?month=01/2569`)).reply).toMatchObject({ kind: 'page' })
  })

  it('the certificate stands on the form of the Revenue Department, both copies; printed again it is ใบแทน', async () => {
    const [row] = (await rows()).filter(({ form }) => form === 'ภ.ง.ด.53')
    const first = seen((await desk.post(paths.certificate(row?.id ?? ''))).html)
    for (const words of [...withholdingText.certificate.copies, '☑ (7) ภ.ง.ด.53', '☐ (4) ภ.ง.ด.3', '☑ (1) หัก ณ ที่จ่าย', '0 9940 00165 50 1', 'หนึ่งร้อยบาทถ้วน']) expect(first).toContain(words)
    expect(first).not.toContain('ใบแทน')
    expect(seen((await desk.post(paths.certificate(row?.id ?? ''))).html)).toContain(withholdingText.certificate.again('2'))
  })
})
