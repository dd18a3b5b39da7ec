// เช็ค from the book to the bank: signed, handed over, cleared, stale, replaced.
import { describe, expect, it } from 'vitest'
import { countOutstanding, getCheque } from '../../../src/expenditure/cheque/cheque.repository.ts'
import { clearCheque, findRegister, replaceCheque, signCheque, unclearCheque } from '../../../src/expenditure/cheque/cheque.service.ts'
import { standingOf, staleBefore } from '../../../src/expenditure/cheque/cheque.ts'
import { chequeText } from '../../../src/expenditure/cheque.text.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { chequePaths as paths } from '../../../src/expenditure/payment.paths.ts'
import { paymentText } from '../../../src/expenditure/payment.text.ts'
import { recordPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { postPayment, reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { addDays, calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { formatMoney } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anApprovedClaim, anIssuedRow, aPayingOffice, aWrittenCheque, commandOf, paymentNow, posted, recorded, saidBy as said } from '../payment/paying.ts'
import { claimNow } from '../world.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const { errors } = chequeText
const today = await office.finance.read(async (read) => read.today)
const desk = atDesk(db, office.finance.officer, expenditureRoutes)
const chequeNow = (id: string) => office.finance.read((read) => getCheque(read, office.organisationId, id))
const written = (amount?: string) => aWrittenCheque(office, amount)
const handedOver = async (amount: string) => {
  const payment = await posted(office, [await anApprovedClaim(office, hire, amount)], { paymentDate: today, channel: 'cheque' })
  return (await paymentNow(office, payment)).chequeId ?? ''
}
const all = { organisationId: office.organisationId, from: undefined, until: undefined, after: undefined, search: '' }

it.each([
  ['written', '2026-05-29', 'stale'], ['handed_over', '2026-05-29', 'stale'], ['handed_over', '2026-05-30', 'handed_over'], ['cleared', '2026-01-01', 'cleared'], ['cancelled', '2026-01-01', 'cancelled'],
] as const)('%s and dated %s, on 30 November 2569: %s', (state, day, standing) => {
  expect(standingOf({ state, chequeDate: calendarDate(day) }, staleBefore(calendarDate('2026-11-30'), 6))).toBe(standing)
})

describe('a cheque', () => {
  it('is signed once, and counts in the daily position until it is collected', async () => {
    const before = await office.finance.read((read) => countOutstanding(read, { organisationId: office.organisationId, day: today }))
    const id = await written('250.00')
    await office.finance.work((work) => signCheque(work, id, 1))
    await expect(office.finance.work((work) => signCheque(work, id, 1))).rejects.toThrow(Conflict)
    const after = await office.finance.read((read) => countOutstanding(read, { organisationId: office.organisationId, day: today }))
    expect([after.count - before.count, formatMoney(after.amount)]).toEqual([1, formatMoney(before.amount + 25000n as typeof before.amount)])
    await handedOver('90.00')
    expect(await office.finance.read((read) => countOutstanding(read, { organisationId: office.organisationId, day: today }))).toEqual(after)
  })

  it('is cleared on the day of the statement, not before it was taken, not tomorrow; a mistake is taken back with a reason', async () => {
    const id = await handedOver('1000.00')
    const { version } = await chequeNow(id)
    const clear = (clearedOn: typeof today) => office.finance.work((work) => clearCheque(work, id, { version, clearedOn }))
    expect(await said(clear(addDays(today, 1)))).toBe(errors.future)
    expect(await said(clear(addDays(today, -1)))).toBe(errors.beforeHandOver)
    await clear(today)
    expect(await chequeNow(id)).toMatchObject({ state: 'cleared', clearedOn: today })
    await office.finance.work((work) => unclearCheque(work, id, { version: version + 1, reason: 'ผิดฉบับ' }))
    expect(await chequeNow(id)).toMatchObject({ state: 'handed_over', clearedOn: null })
  })

  it('that the bank has paid keeps its payment: the money is gone, and is not paid out once more', async () => {
    const payment = await posted(office, [await anApprovedClaim(office, hire, '640.00')], { paymentDate: today, channel: 'cheque' })
    const { chequeId, chequeNumber, claims: [paid] } = await paymentNow(office, payment)
    const id = chequeId ?? ''
    const { version } = await chequeNow(id)
    await office.finance.work((work) => clearCheque(work, id, { version, clearedOn: today }))
    const reverse = () => office.head.work((work) => reversePayment(work, payment, { version: 2, reason: 'เช็คหาย' }))
    expect(await said(reverse())).toBe(errors.cleared(chequeNumber ?? ''))
    expect([(await paymentNow(office, payment)).state, (await chequeNow(id)).state, (await claimNow(office, paid?.id ?? '')).state]).toEqual(['posted', 'cleared', 'paid'])
    await office.finance.work((work) => unclearCheque(work, id, { version: version + 1, reason: 'ผิดฉบับ' }))
    await reverse()
    expect([(await paymentNow(office, payment)).state, (await chequeNow(id)).state]).toEqual(['reversed', 'cancelled'])
  })

  it('that no bank pays any more is shown as such, and is not cleared', async () => {
    const id = await handedOver('77.00')
    await db.owner('cheques').where({ id }).update({ cheque_date: '2026-01-05', handed_over_on: '2026-01-05' })
    const stale = await office.finance.read((read) => findRegister(read, { ...all, state: 'stale' }))
    expect(stale.items.map((cheque) => [cheque.id, cheque.standing])).toEqual([[id, 'stale']])
    expect((await office.finance.read((read) => findRegister(read, { ...all, state: 'handed_over' }))).items.map((cheque) => cheque.id)).not.toContain(id)
    const { version } = await chequeNow(id)
    expect(await said(office.finance.work((work) => clearCheque(work, id, { version, clearedOn: today })))).toBe(errors.stale)
  })

  it('that no bank pays any more is not handed over either: another takes its place', async () => {
    const command = commandOf(office, [await anApprovedClaim(office, hire, '78.00')], { paymentDate: today, channel: 'cheque' })
    const reportRowId = await anIssuedRow(office, command)
    const { cheque_id: id } = await db.owner('cheque_report_rows').where({ organisation_id: office.organisationId, id: reportRowId }).first('cheque_id')
    await db.owner('cheques').where({ id }).update({ cheque_date: '2026-01-05' })
    const record = () => office.finance.work((work) => recordPayment(work, { ...command, reportRowId }))
    expect(await said(record())).toBe(paymentText.errors.stale)
    const { version } = await chequeNow(id)
    await office.finance.work((work) => replaceCheque(work, id, { version, reason: 'พ้นกำหนด', number: '77700510', chequeDate: today }))
    const { id: next } = await db.owner('cheques').where({ organisation_id: office.organisationId, number: '77700510' }).first('id')
    expect(await said(record())).toBe(errors.unsigned('77700510'))
    await office.finance.work((work) => signCheque(work, next, 1))
    expect((await paymentNow(office, await record())).chequeNumber).toBe('77700510')
  })

  it('replaced after its payment was recorded is signed before the payment is approved', async () => {
    const payment = await recorded(office, [await anApprovedClaim(office, hire, '79.00')], { paymentDate: today, channel: 'cheque' })
    const { chequeId } = await paymentNow(office, payment)
    const { version } = await chequeNow(chequeId ?? '')
    const next = await office.finance.work((work) => replaceCheque(work, chequeId ?? '', { version, reason: 'เปื้อน', number: '77700511', chequeDate: today }))
    const post = () => office.head.work(async (work) => postPayment(work, payment, (await paymentNow(office, payment)).version))
    expect(await said(post())).toBe(errors.unsigned('77700511'))
    await office.finance.work(async (work) => signCheque(work, next, (await getCheque(work, office.organisationId, next)).version))
    await post()
    expect(await chequeNow(next)).toMatchObject({ state: 'handed_over' })
  })

  it('is replaced by another leaf before it is handed over: both stand in the register, the new one in its place', async () => {
    const id = await written('333.00')
    const replace = (number: string) => office.finance.work((work) => replaceCheque(work, id, { version: 1, reason: 'เขียนผิด', number, chequeDate: today }))
    expect(await said(replace('123456'))).toBe(errors.leaf.noBook('123456', ''))
    expect((await chequeNow(id)).state).toBe('written')
    const next = await replace('77700500')
    expect(await chequeNow(id)).toMatchObject({ state: 'cancelled', cancelReason: 'เขียนผิด', replacedBy: { number: '77700500' } })
    expect(await chequeNow(next)).toMatchObject({ state: 'written', replaces: { id }, payeeName: (await chequeNow(id)).payeeName })
    await expect(replace('77700501')).rejects.toThrow(Conflict)
    const gone = await handedOver('10.00')
    await expect(office.finance.work(async (work) => replaceCheque(work, gone, { version: (await getCheque(work, office.organisationId, gone)).version, reason: 'หาย', number: '77700502', chequeDate: today }))).rejects.toThrow(Conflict)
  })
})

describe('the register of cheques', () => {
  it('finds by number, payee and state, adds up what counts, prints and saves', async () => {
    const id = await written('4321.00')
    const { number } = await chequeNow(id)
    const found = seen((await desk.get(`${paths.list}?search=${number}`)).html)
    expect(found).toMatch(new RegExp(`${number}.*4,321.00.*เขียนแล้ว รอลงนาม.*4,321.00`))
    const cancelled = seen((await desk.get(`${paths.list}?state=cancelled`)).html)
    expect(cancelled).toContain('0.00')
    expect((await desk.get(`${paths.list}/xlsx`)).reply).toMatchObject({ kind: 'download' })
    expect((await desk.get(`${paths.list}/csv`)).reply).toMatchObject({ body: expect.stringContaining(number) })
    expect(seen((await desk.get(`${paths.list}/print`)).html)).toContain('๔,๓๒๑.๐๐')
  })

  it('shows one cheque with its steps, asks for the day and the other leaf, and keeps what was typed', async () => {
    const id = await written('55.00')
    await desk.post(`${paths.show(id)}/sign`, { version: '1' })
    expect(seen((await desk.get(paths.show(id))).html)).toContain(chequeText.steps.replace)
    const refused = await desk.post(`${paths.show(id)}/replace`, { version: '2', number: 'ก', chequeDate: '30/11/2569', reason: 'เปื้อน' })
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(refused.html).toMatch(/value="เปื้อน"/)
    await expect(desk.get(`${paths.show(id)}/clear`)).rejects.toThrow(NotFound)
    await expect(atDesk(db, office.head.officer, expenditureRoutes).post(`${paths.show(id)}/sign`, { version: '2' })).rejects.toThrow(Forbidden)
  })
})
