// A wrong name, tax id or kind of income on a certificate (50 ทวิ): the old one is cancelled, another given, each knows the other (PA-7, §1.9).
import { describe, expect, it } from 'vitest'
import { type ClaimDeduction } from '../../../src/expenditure/claim/claim.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { paymentPaths, withholdingPaths as paths } from '../../../src/expenditure/payment.paths.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { findTaxRows, findWithholdingsOf } from '../../../src/expenditure/withholding/withholding.repository.ts'
import { substituteCertificate } from '../../../src/expenditure/withholding-substitute/withholding-substitute.service.ts'
import { type Substitute } from '../../../src/expenditure/withholding-substitute/withholding-substitute.ts'
import { withholdingText } from '../../../src/expenditure/withholding.text.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht, formatMoney, sum } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anApprovedClaim, aPayingOffice, paymentNow, posted, saidBy, type PayingOffice } from '../payment/paying.ts'

const db = await testDatabase()
const { errors } = withholdingText.substitute
const november = calendarDate('2026-11-01')
const tax: ClaimDeduction = { kind: 'withholding', accountCode: '2102040106.001', ruleCode: 'W53-GOV', subKey: null, description: 'เงินได้ทุกประเภท', base: baht('10000.00'), rate: '1', amount: baht('100.00') }

interface Taxed extends PayingOffice {
  readonly payment: string
  /** The row as it was first. */
  readonly row: string
}

async function aTaxedPayment(): Promise<Taxed> {
  const office = await aPayingOffice(db, { on: calendarDate('2026-10-01') })
  const [line = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '90000.00' }])
  const payment = await posted(office, [await anApprovedClaim(office, line, '10000.00', { deductions: [tax] })], { paymentDate: calendarDate('2026-11-20'), channel: 'withdrawal' })
  const [row] = await rowsOf({ ...office, payment })
  return { ...office, payment, row: row?.id ?? '' }
}

const rowsOf = ({ head, organisationId, payment }: PayingOffice & { readonly payment: string }) => head.read((read) => findWithholdingsOf(read, organisationId, payment))
const wanted = (given: Partial<Substitute> = {}): Substitute => ({ payeeName: 'บริษัท ชื่อถูก จำกัด', taxId: '0105536000313', branch: '00000', address: '1 ถนนลงหาดบางแสน', rule: 'W53-GOV', reason: 'ชื่อผู้รับเงินผิด', ...given })
const replace = (office: Taxed, id = office.row, given: Partial<Substitute> = {}) => office.head.work((work) => substituteCertificate(work, id, wanted(given)))

async function remitted({ organisationId, head, row }: Taxed): Promise<void> {
  const [made] = await db.owner('tax_remittances').insert({ organisation_id: organisationId, month: november, total: '100.00', made_by: head.officer.userId, made_at: db.clock.now(), remitted_on: '2026-11-20' }).returning('id')
  await db.owner('withholdings').where({ organisation_id: organisationId, id: row }).update({ remittance_id: made.id })
}

describe('a certificate in the place of another', () => {
  it('takes the credit of the tax over; of the month nothing counts twice', async () => {
    const office = await aTaxedPayment()
    await remitted(office)
    expect(await replace(office)).toBe('WHT-00002/70')
    const rows = await rowsOf(office)
    expect(rows.map(({ state, payeeName, payeeTaxId, certificate, replaces, replacedBy, replaceReason }) => [state, payeeTaxId === '0105536000313', payeeName === 'บริษัท ชื่อถูก จำกัด', certificate?.number, replaces?.number, replacedBy?.number, replaceReason])).toEqual([
      ['cancelled', false, false, 1, undefined, 2, null], ['issued', true, true, 2, 1, undefined, 'ชื่อผู้รับเงินผิด'],
    ])
    const month = (await office.head.read((read) => findTaxRows(read, office.organisationId, november))).filter(({ state }) => state === 'issued')
    expect([formatMoney(sum(month.map(({ amount }) => amount))), month.map(({ remittedOn }) => remittedOn)]).toEqual(['100.00', ['2026-11-20']])
  })

  it('is given once, of a certificate that stands, and again of the new one', async () => {
    const office = await aTaxedPayment()
    await replace(office)
    await expect(replace(office)).rejects.toThrow(Conflict)
    const second = (await rowsOf(office))[1]?.id ?? ''
    expect(await saidBy(replace(office, second))).toBe(errors.same)
    expect(await replace(office, second, { payeeName: 'บริษัท ชื่อถูกกว่า จำกัด' })).toBe('WHT-00003/70')
    expect((await rowsOf(office)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'issued'])
  })

  it('of another form of return only after the tax went out: before, the payment is made anew', async () => {
    const office = await aTaxedPayment()
    const person = { rule: 'W3-GOV' }
    expect(await saidBy(replace(office, office.row, person))).toBe(errors.otherForm('ภ.ง.ด.53'))
    expect(await saidBy(replace(office, office.row, { rule: 'NONE' }))).toBe(errors.rule)
    await remitted(office)
    await replace(office, office.row, person)
    expect((await rowsOf(office))[1]).toMatchObject({ form: 'ภ.ง.ด.3', ruleCode: 'W3-GOV' })
  })

  it('goes with the payment when that is reversed', async () => {
    const office = await aTaxedPayment()
    await replace(office)
    await office.head.work(async (work) => reversePayment(work, office.payment, { version: (await paymentNow(office, office.payment)).version, reason: 'เช็คหาย' }))
    expect((await rowsOf(office)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
  })

  it('is of the head of finance and of the own office', async () => {
    const [office, other] = [await aTaxedPayment(), await aTaxedPayment()]
    await expect(replace(other, office.row)).rejects.toThrow(NotFound)
    await expect(atDesk(db, office.finance.officer, expenditureRoutes).get(paths.substitute(office.row))).rejects.toThrow(Forbidden)
  })
})

describe('the pages', () => {
  it('show what stands, keep what was typed wrongly, and tell each certificate the other', async () => {
    const office = await aTaxedPayment()
    const desk = atDesk(db, office.head.officer, expenditureRoutes)
    expect((await desk.get(paymentPaths.show(office.payment))).html).toContain(paths.substitute(office.row))
    const [row] = await rowsOf(office)
    expect((await desk.get(paths.substitute(office.row))).html).toContain(`value="${row?.payeeName}"`)
    const wrong = await desk.post(paths.substitute(office.row), { ...wanted({ taxId: '0105536000314', reason: '' }) })
    expect(wrong.reply).toMatchObject({ status: 422 })
    for (const told of [errors.taxId, errors.reason]) expect(seen(wrong.html)).toContain(told)
    expect(wrong.html).toContain('value="0105536000314"')
    await desk.post(paths.substitute(office.row), { ...wanted() })
    const page = seen((await desk.get(paymentPaths.show(office.payment))).html)
    expect(page).toMatch(/WHT-00001\/70 ?แทนด้วย WHT-00002\/70/)
    expect(page).toMatch(/WHT-00002\/70 ?ออกแทน WHT-00001\/70/)
    expect(page).toContain('ออกหนังสือรับรองการหักภาษีฉบับแทน')
    expect(seen((await desk.get(`${paths.list}?month=11/2569`)).html)).toContain('ออกแทน WHT-00001/70')
    const second = (await rowsOf(office))[1]?.id ?? ''
    expect(seen((await desk.post(paths.certificate(office.row))).html)).toMatch(/ยกเลิก แทนด้วย WHT-00002\/70/)
    expect(seen((await desk.post(paths.certificate(second))).html)).toMatch(/ออกแทน WHT-00001\/70.*บริษัท ชื่อถูก จำกัด/)
  })
})
