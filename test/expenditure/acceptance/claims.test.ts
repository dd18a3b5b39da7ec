// Scenarios S01–S11 of part B up to the approval: what the budget says at every step, and the AP line by line.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { getAvailable } from '../../../src/budget/index.ts'
import { blankBoxes } from '../../../src/expenditure/claim-form/claim-form.schema.ts'
import { createClaim } from '../../../src/expenditure/claim-form/claim-form.service.ts'
import { rowOf } from '../../../src/expenditure/claim-lines/claim-lines.ts'
import { findSameBill } from '../../../src/expenditure/claim-step/claim-step.repository.ts'
import { approveClaim, cancelClaim, checkClaim, returnClaim, revokeClaim, submitClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { claimText } from '../../../src/expenditure/claim.text.ts'
import { type NewClaim } from '../../../src/expenditure/claim/claim.ts'
import { getVoucher } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { Conflict, RuleBroken } from '../../../src/platform/errors.ts'
import { formatMoney } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { anOfficer, asOfficer, aSubUnit, organisation } from '../../support/world.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { aPayee, approved, aSpendingOffice, carriedThrough, checked, claimNow, drafted, endorsed, lineOf, submitted } from '../world.ts'
import { acceptance, journalOf, linesOf } from './acceptance.ts'

const db = await testDatabase(instant('2024-12-03T05:00:00.000Z'))
const office = await aSpendingOffice(db, { year: fiscalYear(2568) })
const [power = '', hire = '', supplies = '', exact = '', toSchool = ''] = await anEnactedBudget(office, [
  { code: '5340100', amount: '260000.00' }, { code: '5320100', amount: '200000.00' }, { code: '5330100', amount: '71500.00' }, { code: '5330600', amount: '71500.00' }, { code: '5610200', amount: '500000.00' },
])
const pea = await aPayee(office, 'การไฟฟ้าส่วนภูมิภาค', 'state_body')
const one = await aPayee(office, 'นายเอก', 'individual')
const company = await aPayee(office, 'บจก.สาม', 'juristic')

let next = 1
const claim = (line: NewClaim['lines'][number], changes: Partial<NewClaim> = {}): NewClaim => ({
  kind: 'C1', claimDate: calendarDate('2024-11-05'), title: 'ค่าใช้จ่ายประจำเดือน', payeeId: one, departmentId: office.departmentId, lines: [line],
  origin: { kind: 'scenario', id: String(next++) }, ...changes,
})
const available = async (lineId: string) => formatMoney((await office.head.read((read) => getAvailable(read, [lineId], calendarDate('2024-12-03')))).get(lineId) ?? (0n as never))
const payableOf = async (id: string) => (await claimNow(office, id)).payableVoucherId ?? ''
const said = (act: Promise<unknown>) => act.then(() => 'nothing', (error: unknown) => (error instanceof RuleBroken ? Object.values(error.errors).join(' ') : String(error)))

describe('a claim without commitment', () => {
  it('S01: takes the budget when it is handed in, and owes the payee when it is approved', async () => {
    const id = await submitted(office, await drafted(office, claim(lineOf(power, '5104020101.001', '18250.75'), { payeeId: pea })))
    expect(await available(power)).toBe('241,749.25')
    await approved(office, await checked(office, await endorsed(office, id)))
    expect(await available(power)).toBe('241,749.25')
    const voucher = await office.head.read(async (read) => getVoucher(read, office.organisationId, await payableOf(id)))
    expect(await linesOf(office.head, office.organisationId, voucher.id)).toEqual(journalOf('S01'))
    expect(voucher).toMatchObject({ type: 'AP', source: { kind: 'claim', id } })
    expect(voucher.lines.find(({ side }) => side === 'C')?.subKey).toBe(pea)
    expect(await claimNow(office, id)).toMatchObject({ state: 'approved', number: 1, departmentNumber: 1, treasuryNumber: 1, treasuryDate: calendarDate('2024-12-03') })
  })

  it.each([['S02', '9000.00'], ['S04', '10700.00']])('%s: owes the whole price, tax or not', async (scenario, amount) => {
    const id = await carriedThrough(office, await drafted(office, claim(lineOf(hire, '5104010112.001', amount), { payeeId: scenario === 'S04' ? company : one })))
    expect(await linesOf(office.head, office.organisationId, await payableOf(id))).toEqual(journalOf(scenario))
  })
})

describe('money to an own unit (C13)', () => {
  it('is owed under the unit, though no document has named it before', async () => {
    const lao = await organisation(db, (await db.owner('organisations').where({ id: office.organisationId }).first('code')).code)
    const { id: unit } = await aSubUnit(db, { lao })
    const { code } = await db.owner('organisations').where({ id: unit }).first('code')
    const { number } = await db.owner('budget_lines').where({ id: toSchool }).first('number')
    const input = {
      ...blankBoxes, kind: 'C13', department: office.departmentId, documentDate: '05/11/2567', payee: 'การไฟฟ้าส่วนภูมิภาค', title: 'เงินโอน', vat: 'none',
      rows: [rowOf({ line: String(number), unit, amount: '500000.00' })], deductions: [], pasted: '', formKey: randomUUID(), version: '',
    }
    const claimId = await carriedThrough(office, await office.preparer.work((work) => createClaim(work, input, { formKey: input.formKey, isSubmitted: false })))
    const { lines } = await office.head.read(async (read) => getVoucher(read, office.organisationId, await payableOf(claimId)))
    expect(lines[0]).toMatchObject({ side: 'D', accountCode: '5210010121.005', subKey: code, counterpartyId: unit })
  })
})

describe('a claim that comes back', () => {
  it('S07: needs a reason, makes no voucher, gives the budget back and keeps its number', async () => {
    const id = await endorsed(office, await submitted(office, await drafted(office, claim(lineOf(supplies, '5104010104.001', '30000.00')))))
    expect(await available(supplies)).toBe('41,500.00')
    const { version, number } = await claimNow(office, id)
    await office.checker.work((work) => returnClaim(work, id, { version, reason: 'เอกสารไม่ครบ' }))
    expect(await available(supplies)).toBe('71,500.00')
    expect(await claimNow(office, id)).toMatchObject({ state: 'draft', number, treasuryNumber: null, returnReason: 'เอกสารไม่ครบ', endorser: null, payableVoucherId: null })
    await office.preparer.work((work) => cancelClaim(work, id, version + 1))
    expect(await claimNow(office, id)).toMatchObject({ state: 'cancelled', number })
  })

  it('is handed in again under the same number, and claims the budget anew', async () => {
    const id = await endorsed(office, await submitted(office, await drafted(office, claim(lineOf(supplies, '5104010104.001', '500.00')))))
    const { version, number } = await claimNow(office, id)
    await office.checker.work((work) => returnClaim(work, id, { version, reason: 'ลายมือชื่อไม่ครบ' }))
    await submitted(office, id)
    expect(await claimNow(office, id)).toMatchObject({ state: 'submitted', number, returnReason: null })
    expect(await available(supplies)).toBe('71,000.00')
  })

  it('approved and not paid: the debt is reversed and the budget free', async () => {
    const before = await available(hire)
    const id = await carriedThrough(office, await drafted(office, claim(lineOf(hire, '5104010112.001', '777.00'))))
    const { version } = await claimNow(office, id)
    await office.head.work((work) => revokeClaim(work, id, { version, reason: 'ยกเลิกการจัดหา' }))
    expect(await available(hire)).toBe(before)
    const voucher = await office.head.read(async (read) => getVoucher(read, office.organisationId, await payableOf(id)))
    expect(voucher.reversedById).not.toBeNull()
    expect((await claimNow(office, id)).state).toBe('cancelled')
  })
})

describe('what is refused', () => {
  it('S08 E_BUDGET: one satang too much, with what is left; then the last baht passes', async () => {
    const over = await drafted(office, claim(lineOf(exact, '5104010104.001', '71500.01')))
    expect(await said(submitted(office, over))).toMatch(/71,500\.00 บาท ขอใช้ 71,500\.01 บาท/)
    expect(await claimNow(office, over)).toMatchObject({ state: 'draft', number: null })
    await submitted(office, await drafted(office, claim(lineOf(exact, '5104010104.001', '71500.00'))))
    expect(await available(exact)).toBe('0.00')
  })

  it('S09 E_SOD: who prepared or checked it does not approve it, though they could; another can', async () => {
    const both = await anOfficer(db, { at: await organisation(db, (await db.owner('organisations').where({ id: office.organisationId }).first('code')).code), groups: ['LAO_DEPT_CLERK', 'LAO_VOUCHER_CHECK', 'LAO_FIN_HEAD', 'LAO_DEPT_HEAD'] })
    const all = { ...office, preparer: { officer: both, ...asOfficer(db, both) }, checker: { officer: both, ...asOfficer(db, both) }, head: { officer: both, ...asOfficer(db, both) }, endorser: { officer: both, ...asOfficer(db, both) } }
    const id = await submitted(all, await drafted(all, claim(lineOf(hire, '5104010112.001', '5000.00'))))
    expect(await said(endorsed(all, id))).toBe(acceptance.messages_th.E_SOD)
    await endorsed(office, id)
    expect(await said(checked(all, id))).toBe(acceptance.messages_th.E_SOD)
    await checked(office, id)
    expect(await said(approved(all, id))).toBe(acceptance.messages_th.E_SOD)
    await approved(office, id)
    const other = await endorsed(office, await submitted(office, await drafted(office, claim(lineOf(hire, '5104010112.001', '5000.00')))))
    await checked(all, other)
    expect(await said(approved(all, other))).toBe(acceptance.messages_th.E_SOD)
  })

  it('S10 E_DUP_SOURCE: approving twice posts once and tells the voucher', async () => {
    const id = await checked(office, await endorsed(office, await submitted(office, await drafted(office, claim(lineOf(hire, '5104010112.001', '100.00'))))))
    const { version } = await claimNow(office, id)
    const press = () => office.head.work((work) => approveClaim(work, id, version))
    const told = await Promise.all([said(press()), said(press())])
    expect(told).toContain('nothing')
    expect(told.find((each) => each !== 'nothing')).toMatch(new RegExp(`^${acceptance.messages_th.E_DUP_SOURCE} \\(AP-[0-9]{5}/68\\)$`))
    expect(await db.owner('vouchers').where({ organisation_id: office.organisationId, source_kind: 'claim', source_id: id })).toHaveLength(1)
  })

  it('S11 W_DUP_INVOICE: the same bill again needs a reason, whatever its amount, and names the first', async () => {
    const bill = { payeeId: company, invoiceNumber: 'IV6712/044', invoiceDate: calendarDate('2024-11-04') }
    const first = await submitted(office, await drafted(office, claim(lineOf(hire, '5104010112.001', '10700.00'), bill)))
    const { number } = await claimNow(office, first)
    const second = await drafted(office, claim(lineOf(hire, '5104010112.001', '200.00'), bill))
    expect(await said(submitted(office, second))).toContain(`${acceptance.messages_th.W_DUP_INVOICE} กับฎีกา CLM-${String(number).padStart(5, '0')}/68`)
    const third = await drafted(office, claim(lineOf(hire, '5104010112.001', '200.00'), { ...bill, duplicateReason: 'แบ่งจ่ายสองงวด' }))
    await submitted(office, third)
    expect(await office.head.read((read) => findSameBill(read, { payeeId: company, invoiceNumber: 'IV6712/044', id: third }))).toHaveLength(2)
  })

  it('papers that must be there and are not', async () => {
    const id = await endorsed(office, await submitted(office, await drafted(office, claim(lineOf(hire, '5104010112.001', '100.00')))))
    const { version } = await claimNow(office, id)
    const papers = [{ code: 'FORM', isPresent: true, note: '' }, { code: 'APPROVAL', isPresent: false, note: 'ขาด' }]
    expect(await said(office.checker.work((work) => checkClaim(work, id, { version, papers })))).toContain(claimText.errors.papers('').trim())
    expect((await claimNow(office, id)).treasuryNumber).toBeNull()
  })

  it('a claim dated tomorrow, a bill after the claim, nobody to pay', async () => {
    const late = await drafted(office, claim(lineOf(hire, '5104010112.001', '1.00'), { claimDate: calendarDate('2024-12-04'), invoiceDate: calendarDate('2024-12-05'), payeeId: null }))
    const told = await said(submitted(office, late))
    for (const message of [claimText.errors.future, claimText.errors.invoiceAfter, claimText.errors.payee]) expect(told).toContain(message)
  })

  it('a month that is closed for expenditure', async () => {
    const id = await drafted(office, claim(lineOf(hire, '5104010112.001', '1.00'), { claimDate: calendarDate('2024-10-15') }))
    await db.owner('fiscal_periods').where({ organisation_id: office.organisationId, fiscal_year: 2568, period: 1 }).update({ state: 'closed' })
    expect(await said(submitted(office, id))).toBe(acceptance.messages_th.E_PERIOD_CLOSED)
  })

  it('a page that is no longer what stands, and a claim of another office', async () => {
    const id = await drafted(office, claim(lineOf(hire, '5104010112.001', '1.00')))
    await expect(office.preparer.work((work) => submitClaim(work, id, 9))).rejects.toThrow(Conflict)
    const stranger = await aSpendingOffice(db, { year: fiscalYear(2568) })
    expect(await said(stranger.preparer.work((work) => submitClaim(work, id, 1)))).toContain('NotFound')
  })
})

describe('at one moment', () => {
  it('two clerks do not both spend the last baht', async () => {
    const [line = ''] = await anEnactedBudget({ ...office }, [{ code: '5330700', amount: '1000.00', title: 'เงินก้อนสุดท้าย' }], { kind: 'supplementary' })
    const ids = [await drafted(office, claim(lineOf(line, '5104010104.001', '600.00'))), await drafted(office, claim(lineOf(line, '5104010104.001', '600.00')))]
    const told = await Promise.all(ids.map((id) => said(submitted(office, id))))
    expect(told.filter((each) => each === 'nothing')).toHaveLength(1)
    expect(await available(line)).toBe('400.00')
  })

  it('numbers of claim, department and treasury run without a gap', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => drafted(office, claim(lineOf(hire, '5104010112.001', '1.00')))))
    await Promise.all(ids.map((id) => submitted(office, id)))
    const rows: { number: number; department_number: number }[] = await db.owner('claims').where({ organisation_id: office.organisationId }).whereNotNull('number').orderBy('number')
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_row, index) => index + 1))
    expect(rows.map(({ department_number: of }) => of).sort((a, b) => a - b)).toEqual(rows.map((_row, index) => index + 1))
  })
})
