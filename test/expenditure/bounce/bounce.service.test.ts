// Money that came back after it was posted (P27, S45): the debt is open again, tax and budget are not touched, and the claim is paid once more.
import { describe, expect, it } from 'vitest'
import { getAvailable } from '../../../src/budget/index.ts'
import { bouncePayment, unbouncePayment } from '../../../src/expenditure/bounce/bounce.service.ts'
import { approveReport, dropRow, issueReport } from '../../../src/expenditure/cheque-report/cheque-report.service.ts'
import { clearCheque } from '../../../src/expenditure/cheque/cheque.service.ts'
import { chequeText } from '../../../src/expenditure/cheque.text.ts'
import { revokeClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { claimText } from '../../../src/expenditure/claim.text.ts'
import { sumBook } from '../../../src/expenditure/disbursement-book/disbursement-book.repository.ts'
import { recordPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { postPayment, reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { paymentText } from '../../../src/expenditure/payment.text.ts'
import { findWithholdingsOf } from '../../../src/expenditure/withholding/withholding.repository.ts'
import { balanceOn } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { journalOf, linesOf } from '../acceptance/acceptance.ts'
import { aDraftReport, anApprovedClaim, aPayingOffice, aTransferPayee, commandOf, paymentNow, posted, recorded, reportNow, saidBy } from '../payment/paying.ts'
import { claimNow } from '../world.ts'

const db = await testDatabase(instant('2025-03-13T05:00:00.000Z'))
const [paidOn, backOn] = [calendarDate('2025-03-10'), calendarDate('2025-03-13')]
const office = await aPayingOffice(db, { year: fiscalYear(2568), on: calendarDate('2024-11-01') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const { errors } = paymentText
const transferred = { paymentDate: paidOn, channel: 'transfer' } as const
const tax = { kind: 'withholding', accountCode: '2102040106.001', ruleCode: 'W53-GOV', subKey: null, description: '', base: baht('10000.00'), rate: '1', amount: baht('100.00') } as const
const back = (id: string, given: { version?: number; on?: typeof backOn } = {}) => office.head.work((work) => bouncePayment(work, id, { version: given.version ?? 2, reason: 'บัญชีปิด', bouncedOn: given.on ?? backOn }))
const linesBehind = (voucherId: string | null) => linesOf(office.head, office.organisationId, voucherId ?? '')
const owedTo = async (payeeId: string | null) => formatMoney(await office.head.read((read) => (
  balanceOn(read, { organisationId: office.organisationId, accountCode: '2102040110.001', subKey: payeeId ?? '', until: backOn }))))
const budget = () => db.owner('budget_balances').where({ line_id: hire }).first('claimed', 'paid')

async function aClaim(amount: string, given: Parameters<typeof anApprovedClaim>[3] = {}): Promise<string> {
  const claimDate = calendarDate('2025-03-03')
  return anApprovedClaim(office, hire, amount, { claimDate, payeeId: await aTransferPayee(office, `นายแปด ${amount}`), ...given })
}

describe('money that came back', () => {
  it('S45: is booked on the day of the bank, and the debt to the payee is open again', async () => {
    const claimId = await aClaim('8000.00')
    const id = await posted(office, [claimId], transferred)
    const before = await budget()
    await back(id)
    const bounced = await paymentNow(office, id)
    expect(bounced).toMatchObject({ state: 'bounced', bouncedOn: backOn, reason: 'บัญชีปิด' })
    expect(await linesBehind(bounced.bounceVoucherId)).toEqual(journalOf('S45'))
    const claim = await claimNow(office, claimId)
    expect(claim).toMatchObject({ state: 'approved', reopenedBy: id })
    expect(await owedTo(claim.payeeId)).toBe('8,000.00')
    expect(await budget()).toEqual(before)
  })

  it('leaves the certificate as it is, and the net is paid once more without tax, budget or cost', async () => {
    const claimId = await aClaim('10700.00', { deductions: [tax] })
    const first = await posted(office, [claimId], transferred)
    const before = [await budget(), await office.head.read((read) => getAvailable(read, [hire], backOn))]
    await back(first)
    expect(await office.head.read((read) => findWithholdingsOf(read, office.organisationId, first))).toMatchObject([{ state: 'issued', certificate: { fiscalYear: 2568 } }])
    const { payeeId } = await claimNow(office, claimId)
    expect(await owedTo(payeeId)).toBe('10,600.00')
    const second = await posted(office, [claimId], { paymentDate: backOn, channel: 'cheque' })
    const paid = await paymentNow(office, second)
    expect(paid).toMatchObject({ state: 'posted', gross: baht('10600.00'), deducted: baht('0.00'), net: baht('10600.00'), claims: [{ gross: baht('10600.00') }] })
    expect(await linesBehind(paid.voucherId)).toEqual([['C', '1101030101.001', '10600.00'], ['D', '2102040110.001', '10600.00']])
    expect(await paymentNow(office, first)).toMatchObject({ claims: [{ gross: baht('10700.00'), deducted: baht('100.00') }] })
    expect(await office.head.read((read) => findWithholdingsOf(read, office.organisationId, second))).toEqual([])
    expect([await budget(), await office.head.read((read) => getAvailable(read, [hire], backOn))]).toEqual(before)
    expect(await owedTo(payeeId)).toBe('0.00')
  })

  it('comes back a second time, and a payment anew is reversed without touching what the first had done', async () => {
    const claimId = await aClaim('500.00')
    const first = await posted(office, [claimId], transferred)
    await back(first)
    const before = await budget()
    const second = await posted(office, [claimId], { paymentDate: backOn, channel: 'transfer' })
    await back(second)
    expect(await claimNow(office, claimId)).toMatchObject({ state: 'approved', reopenedBy: first })
    const third = await posted(office, [claimId], { paymentDate: backOn, channel: 'transfer' })
    await office.head.work((work) => reversePayment(work, third, { version: 2, reason: 'จ่ายผิดบัญชี' }))
    const claim = await claimNow(office, claimId)
    expect([claim.state, await owedTo(claim.payeeId), await budget()]).toEqual(['approved', '500.00', before])
  })

  it('by a cheque that the bank refused cancels the cheque, and the claim may stand in another report', async () => {
    const claimId = await aClaim('1200.00')
    const first = await posted(office, [claimId], { paymentDate: paidOn, channel: 'cheque' })
    await back(first)
    const { chequeId } = await paymentNow(office, first)
    expect(await db.owner('cheques').where({ id: chequeId }).first('state', 'cancel_reason')).toEqual({ state: 'cancelled', cancel_reason: 'บัญชีปิด' })
    expect(await paymentNow(office, await posted(office, [claimId], { paymentDate: backOn, channel: 'withdrawal' }))).toMatchObject({ state: 'posted' })
  })
})

describe('a payment anew', () => {
  it('is not dated before the money was back, neither recorded nor posted: the bank would have paid it twice on the days between', async () => {
    const claimId = await aClaim('9000.00')
    await back(await posted(office, [claimId], transferred))
    const early = { paymentDate: calendarDate('2025-03-12'), channel: 'transfer' } as const
    const refused = await recorded(office, [claimId], early).catch((error: unknown) => error)
    expect(refused).toMatchObject({ errors: { paymentDate: errors.faults.beforeBounce } })
    const second = await recorded(office, [claimId], { ...early, paymentDate: backOn })
    await db.owner('payments').where({ id: second }).update({ payment_date: '2025-03-12' })
    expect(await saidBy(office.head.work((work) => postPayment(work, second, 1)))).toBe(errors.faults.beforeBounce)
  })

  it('is not asked of a claim of which nothing was to reach the payee: it stays paid', async () => {
    const payeeId = await aTransferPayee(office, 'นายหักหมด')
    const whole = { ...tax, base: baht('333.00'), rate: '100', amount: baht('333.00') }
    const [none, some] = [await aClaim('333.00', { payeeId, deductions: [whole] }), await aClaim('700.00', { payeeId })]
    const id = await posted(office, [none, some], transferred)
    await back(id)
    expect(await claimNow(office, none)).toMatchObject({ state: 'paid', reopenedBy: null })
    expect(await claimNow(office, some)).toMatchObject({ state: 'approved', reopenedBy: id })
    expect(await paymentNow(office, await posted(office, [some], { paymentDate: backOn, channel: 'transfer' }))).toMatchObject({ state: 'posted', net: baht('700.00') })
  })
})

describe('that it came back was a mistake', () => {
  const undo = (id: string, version = 3) => office.head.work((work) => unbouncePayment(work, id, { version, reason: 'บันทึกผิดรายการ' }))
  const bookOf = () => office.head.read((read) => sumBook(read, { organisationId: office.organisationId, days: { from: calendarDate('2025-03-01'), until: calendarDate('2025-04-01') }, cashAccount: '1101010101.001' }))

  it('payment, claim, report and cheque stand as before, the books come to the same, and it may come back once more', async () => {
    const claimId = await aClaim('2100.00')
    const id = await posted(office, [claimId], { paymentDate: paidOn, channel: 'cheque' })
    const [before, book] = [await paymentNow(office, id), await bookOf()]
    const cheque = () => db.owner('cheques').where({ id: before.chequeId }).first('state', 'cancel_reason', 'cancelled_on')
    const row = () => db.owner('cheque_report_rows as w').join('cheque_reports as r', 'r.id', 'w.report_id').where({ 'w.id': before.reportRowId }).first('w.is_live', 'w.out_reason', 'r.state')
    const stood = [await cheque(), await row()]
    await back(id)
    expect(await row()).toMatchObject({ is_live: false })
    await undo(id)
    const { version: _version, ...same } = before
    expect(await paymentNow(office, id)).toMatchObject({ ...same, claims: [{ gross: baht('2100.00') }] })
    const claim = await claimNow(office, claimId)
    expect([claim.state, claim.reopenedBy, await owedTo(claim.payeeId)]).toEqual(['paid', null, '0.00'])
    expect([await cheque(), await row(), await bookOf()]).toEqual([...stood, book])
    await back(id, { version: 4 })
    expect(await claimNow(office, claimId)).toMatchObject({ state: 'approved', reopenedBy: id })
  })

  it('the report is done again, also when its other row was dropped in the meantime and it was given up', async () => {
    const report = await aDraftReport(office, commandOf(office, [await aClaim('2600.00'), await aClaim('2700.00')], { paymentDate: paidOn, channel: 'transfer' }))
    await office.head.work((work) => approveReport(work, report, 1))
    await office.finance.work((work) => issueReport(work, report, 2))
    const [paid, other] = (await reportNow(office, report)).rows
    const id = await office.finance.work((work) => recordPayment(work, { ...commandOf(office, [], transferred), reportRowId: paid?.id ?? '' }))
    await office.head.work((work) => postPayment(work, id, 1))
    await back(id)
    const { version } = await reportNow(office, report)
    await office.finance.work((work) => dropRow(work, report, { version, rowId: other?.id ?? '', reason: 'ไม่จ่าย' }))
    expect((await reportNow(office, report)).state).toBe('cancelled')
    await undo(id)
    expect(await reportNow(office, report)).toMatchObject({ state: 'done', rows: [{ id: paid?.id }], takenOut: [{ id: other?.id }] })
  })

  it('of a payment anew: the claim stays one whose money came back before', async () => {
    const claimId = await aClaim('2200.00')
    const first = await posted(office, [claimId], transferred)
    await back(first)
    const second = await posted(office, [claimId], { paymentDate: backOn, channel: 'transfer' })
    await back(second)
    expect(await saidBy(undo(first))).toBe(errors.unbounceTaken)
    await undo(second)
    expect(await claimNow(office, claimId)).toMatchObject({ state: 'paid', reopenedBy: first })
  })

  it('is not said once the claims stand in a report or a payment again, twice, of a stale page, or by another', async () => {
    const claimId = await aClaim('2300.00')
    const id = await posted(office, [claimId], transferred)
    await back(id)
    await expect(undo(id, 2)).rejects.toThrow(Conflict)
    await expect(office.finance.work((work) => unbouncePayment(work, id, { version: 3, reason: 'ผิด' }))).rejects.toThrow(Forbidden)
    const other = await aPayingOffice(db, { year: fiscalYear(2568), on: calendarDate('2024-11-01') })
    await expect(other.head.work((work) => unbouncePayment(work, id, { version: 3, reason: 'ผิด' }))).rejects.toThrow(NotFound)
    await aDraftReport(office, commandOf(office, [claimId], { paymentDate: backOn, channel: 'withdrawal' }))
    expect(await saidBy(undo(id))).toBe(errors.unbounceTaken)
    const paying = await aClaim('2400.00')
    const sent = await posted(office, [paying], transferred)
    await back(sent)
    await recorded(office, [paying], { paymentDate: backOn, channel: 'transfer' })
    expect(await saidBy(undo(sent))).toBe(errors.unbounceTaken)
    const right = await posted(office, [await aClaim('2500.00')], transferred)
    await back(right)
    const tried = await Promise.allSettled([undo(right), undo(right)])
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('it is refused', () => {
  it('twice, before the payment is posted, after it was reversed, and of a stale page', async () => {
    const id = await posted(office, [await aClaim('100.00')], transferred)
    await expect(back(id, { version: 1 })).rejects.toThrow(Conflict)
    await back(id)
    await expect(back(id, { version: 3 })).rejects.toThrow(Conflict)
    await expect(office.head.work((work) => reversePayment(work, id, { version: 3, reason: 'ซ้ำ' }))).rejects.toThrow(Conflict)
    const waiting = await recorded(office, [await aClaim('101.00')], transferred)
    await expect(back(waiting, { version: 1 })).rejects.toThrow(Conflict)
    const undone = await posted(office, [await aClaim('102.00')], transferred)
    await office.head.work((work) => reversePayment(work, undone, { version: 2, reason: 'ผิด' }))
    await expect(back(undone, { version: 3 })).rejects.toThrow(Conflict)
  })

  it('at the same moment by two heads but once', async () => {
    const id = await posted(office, [await aClaim('110.00')], transferred)
    const tried = await Promise.allSettled([back(id), back(id), back(id)])
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('for a day to come, before the payment, and in a closed month', async () => {
    const id = await posted(office, [await aClaim('120.00')], transferred)
    expect(await saidBy(back(id, { on: calendarDate('2025-03-14') }))).toBe(errors.bounceFuture)
    expect(await saidBy(back(id, { on: calendarDate('2025-03-09') }))).toBe(errors.bounceBefore)
    const month = { organisation_id: office.organisationId, fiscal_year: 2568, period: 6 }
    await db.owner('fiscal_periods').where(month).update({ state: 'closed' })
    expect(await saidBy(back(id))).toBe(errors.closed)
    await db.owner('fiscal_periods').where(month).update({ state: 'open' })
    expect(await paymentNow(office, id)).toMatchObject({ state: 'posted' })
  })

  it('for cash, and for a cheque that the bank has paid', async () => {
    expect(await saidBy(back(await posted(office, [await aClaim('130.00')], { paymentDate: paidOn, channel: 'cash' })))).toBe(errors.bounceCash)
    const id = await posted(office, [await aClaim('131.00')], { paymentDate: paidOn, channel: 'cheque' })
    const { chequeId, chequeNumber } = await paymentNow(office, id)
    const { version } = await db.owner('cheques').where({ id: chequeId }).first('version')
    await office.finance.work((work) => clearCheque(work, chequeId ?? '', { version, clearedOn: backOn }))
    expect(await saidBy(back(id))).toBe(chequeText.errors.cleared(chequeNumber ?? ''))
  })

  it('by who recorded the payment, by finance, and by another office', async () => {
    const id = await posted(office, [await aClaim('140.00')], transferred)
    const form = { version: 2, reason: 'บัญชีปิด', bouncedOn: backOn }
    await expect(office.finance.work((work) => bouncePayment(work, id, form))).rejects.toThrow(Forbidden)
    await db.owner('payments').where({ id }).update({ prepared_by: office.head.officer.userId })
    expect(await saidBy(back(id))).toContain('บุคคลเดียวกัน')
    const other = await aPayingOffice(db, { year: fiscalYear(2568), on: calendarDate('2024-11-01') })
    await expect(other.head.work((work) => bouncePayment(work, id, form))).rejects.toThrow(NotFound)
  })

  it('to cancel the claim whose money came back', async () => {
    const claimId = await aClaim('150.00')
    await back(await posted(office, [claimId], transferred))
    const { version } = await claimNow(office, claimId)
    expect(await saidBy(office.head.work((work) => revokeClaim(work, claimId, { version, reason: 'ไม่จ่าย' })))).toBe(claimText.errors.reopened)
  })
})
