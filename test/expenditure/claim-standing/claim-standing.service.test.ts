// What a keyed claim may take of debts and of money of others: nothing that another document of this system pays (§1.3, §1.5).
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { blankBoxes, type ClaimInput } from '../../../src/expenditure/claim-form/claim-form.schema.ts'
import { createClaim } from '../../../src/expenditure/claim-form/claim-form.service.ts'
import { rowOf } from '../../../src/expenditure/claim-lines/claim-lines.ts'
import { submitClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { claimText } from '../../../src/expenditure/claim.text.ts'
import { type ClaimKind } from '../../../src/expenditure/claim-kind/claim-kind.ts'
import { contractKey } from '../../../src/expenditure/contract/contract.ts'
import { postLines, reverseVoucher } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { anAcceptedDelivery, aPurchasingOffice, aSignedContract, holdSecurity, showContract } from '../procurement-world.ts'
import { bounced, posted } from '../payment/paying.ts'
import { aPayee, carriedThrough, drafted, lineOf, submitted } from '../world.ts'

const db = await testDatabase(instant('2026-11-30T05:00:00.000Z'))
const today = calendarDate('2026-11-30')
const office = await aPurchasingOffice(db, [{ code: '5330100', amount: '500000.00', title: 'วัสดุ' }, { code: '5320100', amount: '500000.00' }], { year: fiscalYear(2570), on: calendarDate('2026-10-01') })
const [, hire = ''] = office.lines
const { errors } = claimText
const trade = '2101010102.001'
const vouchers = '2102040110.001'

interface Asked {
  readonly kind?: ClaimKind
  readonly payee: string
  readonly account: string
  readonly key: string
  readonly amount: string
}

function inputOf({ kind = 'C11', payee, account, key, amount }: Asked): ClaimInput {
  return {
    ...blankBoxes, kind, department: office.departmentId, documentDate: '30/11/2569', payee, title: 'จ่ายหนี้ที่ยกมา', vat: 'none', rows: [rowOf({ account, key, amount })],
    deductions: [], pasted: '', formKey: randomUUID(), version: '',
  }
}
const keyed = (asked: Asked) => {
  const input = inputOf(asked)
  return office.preparer.work((work) => createClaim(work, input, { formKey: input.formKey, isSubmitted: false }))
}
const said = (act: Promise<unknown>) => act.then(() => ({}), (error: unknown) => { if (error instanceof RuleBroken) return error.errors; throw error })

/** Owed since before this system, as a journal tells it. */
function owed(payee: string, amount: string, sourceId: string): Promise<string> {
  return office.head.work(async (work) => (await postLines(work, {
    type: 'JV', event: 'journal.posted', documentDate: calendarDate('2026-10-01'), source: { kind: 'journal', id: sourceId }, description: 'เจ้าหนี้ยกมา', preparedBy: office.accountant.officer.userId,
    lines: [{ side: 'D', accountCode: '3102010101.001', amount: baht(amount) }, { side: 'C', accountCode: trade, subKey: payee, amount: baht(amount) }],
  })).id)
}

describe('a claim for debts of before this system (C11)', () => {
  it('pays no debt of a delivery that was accepted here', async () => {
    const id = await aPayee(office, 'บริษัท พัสดุดี จำกัด', 'juristic')
    const contract = await aSignedContract(office, { payee: 'บริษัท พัสดุดี จำกัด' })
    await anAcceptedDelivery(office, { contract, amount: '53500.00' })
    expect(await said(keyed({ payee: 'บริษัท พัสดุดี จำกัด', account: trade, key: id, amount: '53500.00' }))).toEqual({ 'lines.0.amount': errors.overCarried('0.00') })
  })

  it('pays no debt that the approval of a claim set up', async () => {
    const id = await aPayee(office, 'บริษัท จ้างดี จำกัด', 'juristic')
    await carriedThrough(office, await drafted(office, {
      kind: 'C1', claimDate: today, title: 'จ้าง', departmentId: office.departmentId, payeeId: id, lines: [lineOf(hire, '5104010112.001', '5000.00')], origin: { kind: 'scenario', id: '1' },
    }))
    expect(await said(keyed({ payee: 'บริษัท จ้างดี จำกัด', account: vouchers, key: id, amount: '5000.00' }))).toEqual({ 'lines.0.amount': errors.overCarried('0.00') })
  })

  it('pays a debt of before once, also after its money came back', async () => {
    const id = await aPayee(office, 'บริษัท เก่าแก่ จำกัด', 'juristic')
    await owed(id, '1000.00', '701')
    const asked = { payee: 'บริษัท เก่าแก่ จำกัด', account: trade, key: id }
    expect(await said(keyed({ ...asked, amount: '1000.01' }))).toEqual({ 'lines.0.amount': errors.overCarried('1,000.00') })
    const claim = await keyed({ ...asked, amount: '600.00' })
    const over = await keyed({ ...asked, amount: '400.01' })
    await carriedThrough(office, claim)
    expect(await said(office.preparer.work((work) => submitClaim(work, over, 1)))).toEqual({ 'lines.0.amount': errors.overCarried('400.00') })
    const payment = await posted(office, [claim], { paymentDate: today })
    expect(await said(keyed({ ...asked, amount: '400.01' }))).toEqual({ 'lines.0.amount': errors.overCarried('400.00') })
    await bounced(office, payment, today)
    expect(await said(keyed({ ...asked, amount: '400.01' }))).toEqual({ 'lines.0.amount': errors.overCarried('400.00') })
    expect(await submitted(office, await keyed({ ...asked, amount: '400.00' }))).toMatch(/^[0-9]+$/)
  })

  it('pays nothing of what was entered by mistake and reversed', async () => {
    const id = await aPayee(office, 'บริษัท ลงผิด จำกัด', 'juristic')
    const voucher = await owed(id, '800.00', '702')
    await office.head.work((work) => reverseVoucher(work, voucher, { reason: 'ลงผิด', documentDate: today }))
    expect(await said(keyed({ payee: 'บริษัท ลงผิด จำกัด', account: trade, key: id, amount: '800.00' }))).toEqual({ 'lines.0.amount': errors.overCarried('0.00') })
  })

  it('remits no tax: that is money of others (C8), whose claim in turn pays no vouchers', async () => {
    const id = await aPayee(office, 'กรมสรรพากร', 'state_body')
    expect(await said(keyed({ payee: 'กรมสรรพากร', account: '2102040106.001', key: '', amount: '1.00' }))).toMatchObject({ 'lines.0.account': errors.accountOfKind })
    expect(await said(keyed({ kind: 'C8', payee: 'กรมสรรพากร', account: vouchers, key: id, amount: '1.00' }))).toMatchObject({ 'lines.0.account': errors.accountOfKind })
  })
})

describe('security of a contract', () => {
  it('is given back by its contract only, whoever is paid', async () => {
    await aPayee(office, 'บริษัท มีประกัน จำกัด', 'juristic')
    await aPayee(office, 'บริษัท อื่น จำกัด', 'juristic')
    const contract = await aSignedContract(office, { payee: 'บริษัท มีประกัน จำกัด' })
    await holdSecurity(office, { contract, amount: '2675.00', on: calendarDate('2026-11-06'), account: '1101030102.001', against: office.savings })
    const key = contractKey(await showContract(office, contract))
    for (const payee of ['บริษัท มีประกัน จำกัด', 'บริษัท อื่น จำกัด']) {
      expect(await said(keyed({ kind: 'C8', payee, account: '2112010101.001', key, amount: '2675.00' }))).toEqual({ 'lines.0.key': errors.securityOfContract(key) })
    }
  })
})
