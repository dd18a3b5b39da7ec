import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { down as lost, up as found } from '../../../migrations/0150-carried-cheques-found-again.ts'
import { getVoucher } from '../../../src/ledger/index.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { createBankAccount } from '../../../src/registers/index.ts'
import { findPayIns } from '../../../src/receipts/pay-in/pay-in.repository.ts'
import { cancelPayIn, cashOnHand, createPayIn, editPayIn, getPayIn, payIn, reversePayIn } from '../../../src/receipts/pay-in/pay-in.service.ts'
import { type PayInCommand } from '../../../src/receipts/pay-in/pay-in.ts'
import { payInText } from '../../../src/receipts/pay-in.text.ts'
import { findKeptCheques } from '../../../src/receipts/daily-position/daily-position.repository.ts'
import { findInSafe } from '../../../src/receipts/returned-cheque/returned-cheque.repository.ts'
import { testDatabase } from '../../support/database.ts'
import { reverseSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { issue } from '../lao.ts'
import { aKeptCheque, cheque } from '../returned-cheque/cheques.ts'
import { aConfirmedDay, aPerson, aSchool, cashOnHand as cashAccount, savings, today, yesterday, type Person, type School } from '../school.ts'

const db = await testDatabase()
const { errors } = payInText

function aPayIn(school: School, given: Partial<PayInCommand> = {}): PayInCommand & { formKey: string } {
  return { formKey: randomUUID(), payInDate: today, bankAccountId: school.bankAccountId, remark: '', money: { pieces: { 10000: 8 }, cheques: [] }, ...given }
}

const draft = (school: School, given: Partial<PayInCommand> = {}, who = school.finance) => who.work((work) => createPayIn(work, aPayIn(school, given)))
const pay = (who: Person, id: string, form: { version?: number; paidOn?: typeof today } = {}) => (
  who.work((work) => payIn(work, id, { version: 1, paidOn: today, bankReference: 'KTB 12/3', ...form })))
const onHand = (school: School) => school.finance.read((read) => cashOnHand(read))
const show = (school: School, id: string) => school.head.read((read) => getPayIn(read, school.organisation.id, id))

/** 800 baht kept in the safe yesterday. */
async function withCash(amount = '800.00'): Promise<School> {
  const school = await aSchool(db)
  await aConfirmedDay(school, { amount, date: yesterday, bank: null })
  return school
}

async function linesOf(school: School, id: string) {
  const { voucher } = await show(school, id)
  const { lines, type, documentDate } = await school.head.read((read) => getVoucher(read, school.organisation.id, voucher?.id ?? '0'))
  return { type, documentDate, lines: lines.map((line) => [line.side, line.accountCode, line.amount, line.subKey]) }
}

describe('cash kept overnight', () => {
  it('goes to the bank the next day: Dr savings, Cr cash (scenario 39)', async () => {
    const school = await withCash()
    expect(await onHand(school)).toBe(baht('800'))
    const id = await draft(school)
    expect(await show(school, id)).toMatchObject({ state: 'draft', number: 1, total: baht('800'), cash: baht('800') })
    await pay(school.head, id)
    expect(await linesOf(school, id)).toEqual({ type: 'JV', documentDate: today, lines: [
      ['D', savings, baht('800'), school.bankAccountId], ['C', cashAccount, baht('800'), 'GENERAL'],
    ] })
    expect(await onHand(school)).toBe(baht('0'))
    expect(await show(school, id)).toMatchObject({ state: 'paid-in', paidOn: today, bankReference: 'KTB 12/3', confirmer: { name: school.head.officer.name } })
  })

  it('is refused at 900.00, with what there is (scenario 39)', async () => {
    const school = await withCash()
    await expect(draft(school, { money: { pieces: { 10000: 9 }, cheques: [] } }))
      .rejects.toThrow(new RuleBroken({ 'pieces-100000': errors.onHand('900.00', '800.00') }))
    expect(await school.finance.read((read) => findPayIns(read, { organisationId: school.organisation.id, from: undefined, until: undefined, state: undefined, after: undefined })))
      .toEqual({ items: [], hasMore: false })
  })

  it('counts cheques beside notes', async () => {
    const school = await withCash()
    const cheques = [{ bank: 'ธนาคารออมสิน', number: '0012345', chequeDate: yesterday, amount: baht('300.00') }]
    const id = await draft(school, { money: { pieces: { 10000: 5 }, cheques } })
    expect(await show(school, id)).toMatchObject({ total: baht('800'), cash: baht('500'), cheques })
    await expect(draft(school, { money: { pieces: { 10000: 6 }, cheques } })).rejects.toThrow('900.00')
  })

  it('is never paid in twice: of two slips for the same money one is refused at the bank', async () => {
    const school = await withCash()
    const [first, second] = [await draft(school), await draft(school)]
    const results = await Promise.allSettled([pay(school.head, first), pay(school.head, second)])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: new RuleBroken(errors.onHand('800.00', '0.00')) })
    expect(await onHand(school)).toBe(baht('0'))
    expect(await db.owner('vouchers').where({ organisation_id: school.organisation.id, type: 'JV' })).toHaveLength(1)
  })

  it('is not paid in on a day when it had not come in yet', async () => {
    const school = await aSchool(db)
    await aConfirmedDay(school, { amount: '800.00', date: today, bank: null })
    const id = await draft(school, { payInDate: yesterday })
    await expect(pay(school.head, id, { paidOn: yesterday })).rejects.toThrow(errors.onHand('800.00', '0.00'))
  })

  it('is not paid in on a day whose money went out on the next, though more came in since', async () => {
    const school = await aSchool(db)
    const [first, next] = [calendarDate('2026-11-16'), calendarDate('2026-11-17')]
    await aConfirmedDay(school, { amount: '800.00', date: first, bank: null })
    await pay(school.head, await draft(school, { payInDate: next }), { paidOn: next })
    await aConfirmedDay(school, { amount: '800.00', date: yesterday, bank: null })
    const id = await draft(school, { payInDate: first })
    await expect(pay(school.head, id, { paidOn: first })).rejects.toThrow(new RuleBroken(errors.onHand('800.00', '0.00')))
    expect(await onHand(school)).toBe(baht('800'))
  })
})

describe('a cheque in the safe', () => {
  const carried = ({ receipt }: { receipt: string }, cheques: Extract<PayInCommand['money'], { cheques: unknown }>['cheques'] = []): Pick<PayInCommand, 'money'> => (
    { money: { pieces: {}, cheques, chosen: [{ receiptId: receipt, line: 1 }] } })

  it('is chosen by its receipt, and is free again when its slip is given up', async () => {
    const kept = await aKeptCheque(db)
    const id = await draft(kept.town, carried(kept))
    const key = { receiptId: kept.receipt, line: 1 }
    expect(await show(kept.town, id)).toMatchObject({ total: baht('1250'), cheques: [{ key, number: cheque.number, bank: cheque.bank, amount: baht('1250') }] })
    await expect(draft(kept.town, carried(kept))).rejects.toThrow(new RuleBroken({ chequeKeys: errors.chequeGone }))
    await kept.town.finance.work((work) => editPayIn(work, id, { ...aPayIn(kept.town, carried(kept)), version: 1 }))
    await kept.town.finance.work((work) => cancelPayIn(work, id, 2))
    const again = await draft(kept.town, carried(kept))
    await pay(kept.town.head, again)
    expect(await onHand(kept.town)).toBe(baht('0'))
    await expect(draft(kept.town, carried(kept))).rejects.toThrow(new RuleBroken({ chequeKeys: errors.chequeGone }))
  })

  it('is carried by one slip when two are made at once', async () => {
    const kept = await aKeptCheque(db)
    const both = await Promise.allSettled([draft(kept.town, carried(kept)), draft(kept.town, carried(kept))])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is not typed beside the list, not of another office, and goes out no day before its money came in', async () => {
    const [kept, other] = [await aKeptCheque(db), await aKeptCheque(db)]
    const typed = { bank: cheque.bank, number: cheque.number, chequeDate: today, amount: baht('1250') }
    await expect(draft(kept.town, { money: { pieces: {}, cheques: [typed] } })).rejects.toThrow(new RuleBroken({ chequeKeys: errors.chooseCheque(cheque.number) }))
    await expect(draft(kept.town, carried(other))).rejects.toThrow(new RuleBroken({ chequeKeys: errors.chequeGone }))
    await expect(draft(kept.town, { ...carried(kept), payInDate: yesterday })).rejects.toThrow(new RuleBroken({ chequeKeys: errors.chequeEarly(cheque.number, '20 พฤศจิกายน 2569') }))
  })

  it('that a slip of before names without its receipt, however it is spelt, is in no safe any more', async () => {
    const { town } = await aKeptCheque(db)
    const typed = { bank: cheque.bank, number: '123-456', chequeDate: today, amount: baht('1250') }
    await expect(draft(town, { money: { pieces: {}, cheques: [typed] } })).rejects.toThrow(new RuleBroken({ chequeKeys: errors.chooseCheque('123-456') }))
    const id = await draft(town, { money: { pieces: {}, cheques: [{ ...typed, number: '77' }] } })
    await pay(town.head, id)
    const inSafe = () => town.finance.read(async (read) => [(await findInSafe(read)).length, (await findKeptCheques(read, town.organisation.id, today)).count])
    expect(await inSafe()).toEqual([1, 1])
    await db.owner('pay_in_cheques').where({ organisation_id: town.organisation.id, pay_in_id: id }).update({ number: '123 456' })
    expect(await inSafe()).toEqual([0, 0])
  })

  it('that was typed before its receipt came into the books is not stamped: it is chosen now', async () => {
    const kept = await aKeptCheque(db)
    const other = { ...cheque, number: '00777777' }
    const typed = { bank: other.bank, number: other.number, chequeDate: today, amount: baht('1250') }
    const id = await draft(kept.town, { money: { pieces: {}, cheques: [typed] } })
    await db.owner('receipt_payments').where({ organisation_id: kept.town.organisation.id, receipt_id: kept.receipt, line: 1 }).update({ cheque_number: other.number })
    await expect(pay(kept.town.head, id)).rejects.toThrow(new RuleBroken(errors.chooseCheque(other.number)))
    expect(await show(kept.town, id)).toMatchObject({ state: 'draft' })
  })

  it('whose receipt left the books is not stamped', async () => {
    const kept = await aKeptCheque(db)
    const id = await draft(kept.town, carried(kept))
    const summary = await db.owner('remittance_summaries').where({ organisation_id: kept.town.organisation.id }).first('id', 'version')
    await kept.town.head.work((work) => reverseSummary(work, summary.id, { version: summary.version, reason: 'รับเช็คผิดฉบับ' }))
    await expect(pay(kept.town.head, id)).rejects.toThrow(errors.chequeLeft(cheque.number))
  })

  it('that an earlier version gave to a receipt of another bank or a cancelled one is found at its own, what was chosen stays (0150)', async () => {
    const kept = await aKeptCheque(db)
    const own = { organisation_id: kept.town.organisation.id, pay_in_id: await draft(kept.town, carried(kept)) }
    const line = () => db.owner('pay_in_cheques').where(own).first('receipt_id', 'receipt_line')
    const again = async () => { await lost(db.owner); await found(db.owner); return line() }
    const other = await issue(kept.town.clerk, { payments: [{ row: 0, means: 'cheque', bankAccountId: null, reference: '', cheque: { ...cheque, bank: 'ธนาคารออมสิน' }, amount: baht('1250') }], lines: [{ amount: baht('1250') }] })
    await db.owner('pay_in_cheques').where(own).update({ receipt_id: other })
    expect(await again()).toEqual({ receipt_id: kept.receipt, receipt_line: 1 })
    const twin = await issue(kept.town.clerk, { payments: [{ row: 0, means: 'cheque', bankAccountId: null, reference: '', cheque, amount: baht('1250') }], lines: [{ amount: baht('1250') }] })
    await db.owner('pay_in_cheques').where(own).update({ receipt_id: twin })
    expect(await again()).toEqual({ receipt_id: twin, receipt_line: 1 })
    await db.owner('receipts').where({ organisation_id: kept.town.organisation.id, id: twin }).update({ state: 'cancelled', cancel_reason: 'x', cancelled_by: kept.town.head.officer.userId })
    expect(await again()).toEqual({ receipt_id: kept.receipt, receipt_line: 1 })
  })
})

describe('a transfer between own accounts', () => {
  it('moves money from bank to bank (P23), and not more than there is', async () => {
    const school = await aSchool(db)
    await aConfirmedDay(school, { amount: '5000.00', date: yesterday, bank: school.bankAccountId })
    const other = await school.finance.work((work) => createBankAccount(work, { bankName: 'ธนาคารออมสิน', branch: 'ก', accountNumber: '020000000001', accountName: 'ก', kind: 'current' }))
    const move = (amount: string) => draft(school, { bankAccountId: other, money: { fromAccountId: school.bankAccountId, amount: baht(amount) } })
    await expect(move('5000.01')).rejects.toThrow(new RuleBroken({ amount: errors.inBank('5,000.01', '5,000.00') }))
    const id = await move('2000.00')
    await pay(school.head, id)
    expect((await linesOf(school, id)).lines).toEqual([['D', '1101030101.001', baht('2000'), other], ['C', savings, baht('2000'), school.bankAccountId]])
  })
})

describe('a pay-in', () => {
  it('is made once from one form, numbered from one in each office, and keeps its number when cancelled', async () => {
    const [school, other] = [await withCash(), await withCash()]
    const command = aPayIn(school)
    const ids = await Promise.all([1, 2].map(() => school.finance.work((work) => createPayIn(work, command))))
    expect(new Set(ids).size).toBe(1)
    expect(await show(other, await draft(other))).toMatchObject({ number: 1 })
    await school.finance.work((work) => cancelPayIn(work, ids[0] ?? '', 1))
    expect(await show(school, ids[0] ?? '')).toMatchObject({ state: 'cancelled', number: 1 })
    expect(await show(school, await draft(school))).toMatchObject({ number: 2 })
  })

  it('is edited while it waits, by the version seen, within its year', async () => {
    const school = await withCash()
    const id = await draft(school)
    const edit = (version: number, given: Partial<PayInCommand> = {}) => school.finance.work((work) => editPayIn(work, id, { ...aPayIn(school, given), version }))
    await edit(1, { money: { pieces: { 10000: 7 }, cheques: [] } })
    expect(await show(school, id)).toMatchObject({ version: 2, total: baht('700') })
    await expect(edit(1)).rejects.toThrow(Conflict)
    await expect(edit(2, { payInDate: calendarDate('2026-09-30') })).rejects.toThrow(RuleBroken)
    await pay(school.head, id, { version: 2 })
    await expect(edit(3)).rejects.toThrow(Conflict)
  })

  it('is not certified by its preparer, without the right, from another office, before its day or in the future', async () => {
    const [school, other] = [await withCash(), await withCash()]
    const both = await aPerson(db, school.organisation, ['SUB_FINANCE', 'SUB_FIN_HEAD'])
    const id = await draft(school, {}, both)
    await expect(pay(both, id)).rejects.toThrow('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    await expect(pay(school.finance, id)).rejects.toThrow(Forbidden)
    await expect(pay(other.head, id)).rejects.toThrow(NotFound)
    await expect(pay(school.head, id, { paidOn: yesterday })).rejects.toThrow(new RuleBroken({ paidOn: errors.beforeSlip }))
    await expect(pay(school.head, id, { paidOn: calendarDate('2026-11-21') })).rejects.toThrow(new RuleBroken({ paidOn: errors.future }))
  })

  it('is rewritten by nobody but its preparer, who could certify what they wrote', async () => {
    const school = await withCash()
    const id = await draft(school)
    const both = await aPerson(db, school.organisation, ['SUB_FINANCE', 'SUB_FIN_HEAD'])
    await expect(both.work((work) => editPayIn(work, id, { ...aPayIn(school, { remark: 'ของผู้อื่น' }), version: 1 }))).rejects.toThrow(documentsText.notYours)
    expect(await show(school, id)).toMatchObject({ version: 1, remark: '' })
  })

  it('is certified by its preparer in a small unit', async () => {
    const school = await withCash()
    const alone = await aPerson(db, school.organisation, ['SUB_FINANCE', 'SUB_FIN_HEAD'])
    await db.owner('small_units').insert({ organisation_id: school.organisation.id, switched_on_by: alone.officer.userId, switched_on_at: db.clock.now(), reason: 'มีผู้ปฏิบัติงานคนเดียว' })
    const id = await draft(school, {}, alone)
    await pay(alone, id)
    expect(await db.owner('vouchers').where({ organisation_id: school.organisation.id, type: 'JV' }).pluck('same_person')).toEqual(['small-unit'])
    await alone.work((work) => reversePayIn(work, id, { version: 2, reason: 'ลงผิดบัญชี' }))
    expect(await show(school, id)).toMatchObject({ state: 'reversed' })
    expect(await db.owner('audit_events').where({ organisation_id: school.organisation.id, code: 'DOC_REVERSE', object_kind: 'pay-in' }).first('after')).toMatchObject({ after: { signedAlone: true } })
  })

  it('is not undone by its preparer, whatever else they may (INV-13)', async () => {
    const school = await withCash()
    const both = await aPerson(db, school.organisation, ['SUB_FINANCE', 'SUB_FIN_HEAD'])
    const id = await draft(school, {}, both)
    await pay(school.head, id)
    await expect(both.work((work) => reversePayIn(work, id, { version: 2, reason: 'x' }))).rejects.toThrow(documentsText.samePerson)
  })

  it('is refused in a closed month and into a stranger\'s account', async () => {
    const [school, other] = [await withCash(), await withCash()]
    await expect(draft(school, { bankAccountId: other.bankAccountId })).rejects.toThrow(new RuleBroken({ bankAccountId: errors.bank }))
    await db.owner('fiscal_periods').where({ organisation_id: school.organisation.id, period: 2 }).update({ state: 'closed' })
    await expect(draft(school)).rejects.toThrow(new RuleBroken({ payInDate: errors.closedMonth }))
  })

  it('is reversed on its own day; the cash lies on hand again', async () => {
    const school = await withCash()
    const id = await draft(school)
    await pay(school.head, id)
    await school.head.work((work) => reversePayIn(work, id, { version: 2, reason: 'ธนาคารลงผิดบัญชี' }))
    expect(await show(school, id)).toMatchObject({ state: 'reversed' })
    expect(await onHand(school)).toBe(baht('800'))
    await expect(school.head.work((work) => reversePayIn(work, id, { version: 3, reason: 'x' }))).rejects.toThrow(Conflict)
  })
})
