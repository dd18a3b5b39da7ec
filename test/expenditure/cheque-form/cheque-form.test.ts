// แบบพิมพ์เช็คและใบถอน: positions are data, kept for a bank or one book of it; cheque and ใบถอน are printed by them.
import { describe, expect, it } from 'vitest'
import { findForm } from '../../../src/expenditure/cheque-form/cheque-form.repository.ts'
import { chequePaperText as text } from '../../../src/expenditure/cheque-paper.text.ts'
import { chequeText } from '../../../src/expenditure/cheque.text.ts'
import { getCheque } from '../../../src/expenditure/cheque/cheque.repository.ts'
import { cancelCheque, replaceCheque } from '../../../src/expenditure/cheque/cheque.service.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { chequeFormPaths as paths, chequePaths, chequeReportPaths, paymentPaths } from '../../../src/expenditure/payment.paths.ts'
import { newPaymentSchema } from '../../../src/expenditure/payment/payment.schema.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anApprovedClaim, anIssuedRow, aPayingOffice, aWrittenCheque, commandOf, posted } from '../payment/paying.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const other = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const today = await office.finance.read(async (read) => read.today)
const desk = atDesk(db, office.finance.officer, expenditureRoutes)
const bankName = 'ธนาคารกรุงไทย'
const ofBank = { kind: 'cheque', bankName, bookId: null } as const
const bookId = String((await db.owner('cheque_books').where({ organisation_id: office.organisationId }).orderBy('id').first('id')).id)
const ofBankKey = `account-${office.current}`
const chequeNow = (id: string) => office.finance.read((read) => getCheque(read, office.organisationId, id))

/** The whole form as a browser sends it. */
async function formOf(key: string, given: Readonly<Record<string, string>> = {}) {
  const form = await office.finance.read((read) => findForm(read, key === ofBankKey ? ofBank : { ...ofBank, bookId }))
  const places = form.places.flatMap((place, index) => [
    [`places.${index}.field`, place.field], [`places.${index}.x`, String(place.x)], [`places.${index}.y`, String(place.y)], [`places.${index}.width`, String(place.width)],
    [`places.${index}.size`, String(place.size)], [`places.${index}.printed`, place.isPrinted ? 'yes' : 'no'],
  ])
  return { version: String(form.version), paper: form.paper, shiftX: '0', shiftY: '0', ...Object.fromEntries(places), ...given }
}

describe('the papers of an office', () => {
  it('are those of its banks and books, and begin as the country has them', async () => {
    const page = seen((await desk.get(paths.list)).html)
    expect(page).toContain(bankName)
    expect(page).toContain(text.wholeBank)
    expect(page).toContain(text.states.usual.text)
    const form = await office.finance.read((read) => findForm(read, ofBank))
    expect(form).toMatchObject({ id: null, paper: 'cheque', shiftX: 0 })
    expect(form.places.map(({ field }) => field)).toEqual(['crossing', 'day', 'payee', 'bearer', 'words', 'figures'])
  })

  it('are kept for the bank, then for one book; a book nobody set up follows its bank', async () => {
    await desk.post(paths.edit(ofBankKey), await formOf(ofBankKey, { 'places.2.x': '33.5', 'places.5.printed': 'no', shiftX: '-1.5' }))
    const ofBook = () => office.finance.read((read) => findForm(read, { ...ofBank, bookId }))
    expect(await ofBook()).toMatchObject({ id: null, version: 0, shiftX: -1.5 })
    expect((await ofBook()).places[2]).toMatchObject({ field: 'payee', x: 33.5 })
    expect((await ofBook()).places[5]).toMatchObject({ field: 'figures', isPrinted: false })
    await desk.post(paths.edit(`book-${bookId}`), await formOf(`book-${bookId}`, { shiftX: '๒', paper: 'a4' }))
    expect(await ofBook()).toMatchObject({ version: 1, paper: 'a4', shiftX: 2 })
    expect(await office.finance.read((read) => findForm(read, ofBank))).toMatchObject({ paper: 'cheque', shiftX: -1.5 })
    expect(await other.finance.read((read) => findForm(read, ofBank))).toMatchObject({ id: null, shiftX: 0 })
    expect(seen((await desk.get(paths.edit(ofBankKey))).html)).toContain(text.trail.actions.edit)
  })

  it('refuse what is no distance or off the paper, at its box, and keep what was typed', async () => {
    const refused = await desk.post(paths.edit(ofBankKey), await formOf(ofBankKey, { 'places.0.x': 'ก', 'places.1.y': '90', 'places.2.size': '4', shiftY: '120' }))
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(seen(refused.html)).toContain(text.errors.shift)
    const places = await desk.post(paths.edit(ofBankKey), await formOf(ofBankKey, { 'places.0.x': 'ก', 'places.1.y': '90', 'places.2.size': '4' }))
    for (const message of [text.errors.distance, text.errors.outside, text.errors.size]) expect(seen(places.html)).toContain(message)
    expect(places.html).toContain('value="ก"')
  })

  it('are changed by who pays, each version once, and only those the office has', async () => {
    const form = await formOf(ofBankKey)
    await desk.post(paths.edit(ofBankKey), form)
    await expect(desk.post(paths.edit(ofBankKey), form)).rejects.toThrow(Conflict)
    await expect(desk.post(paths.edit('account-0'), form)).rejects.toThrow(NotFound)
    await expect(atDesk(db, office.head.officer, expenditureRoutes).post(paths.edit(ofBankKey), form)).rejects.toThrow(Forbidden)
    await expect(atDesk(db, other.finance.officer, expenditureRoutes).get(paths.edit(`book-${bookId}`))).rejects.toThrow(NotFound)
  })

  it('are tested on a page of their own', async () => {
    const { html } = await desk.get(paths.test(ofBankKey))
    expect(html).toContain(text.scale)
    expect(html).toContain('width="178mm"')
    expect(html).toContain('translate(')
  })
})

describe('a cheque', () => {
  it('is printed as long as nobody took it, and counted each time', async () => {
    const id = await aWrittenCheque(office, '1250.75')
    const print = () => desk.post(chequePaths.print(id))
    const { html } = await print()
    expect(html).toContain('(หนึ่งพันสองร้อยห้าสิบบาทเจ็ดสิบห้าสตางค์)')
    expect(html).toContain(text.payeeOnly)
    expect(seen((await print()).html)).toContain(text.again('1'))
    await office.finance.work((work) => cancelCheque(work, id, 'เขียนผิด'))
    await expect(print()).rejects.toThrow(NotFound)
    const { cheque_id: taken } = await db.owner('payments').where({ id: await posted(office, [await anApprovedClaim(office, hire, '20.00')], { paymentDate: today, channel: 'cheque' }) }).first('cheque_id')
    await expect(desk.post(chequePaths.print(taken))).rejects.toThrow(NotFound)
    await expect(atDesk(db, other.finance.officer, expenditureRoutes).post(chequePaths.print(taken))).rejects.toThrow(NotFound)
  })

  it('is crossed and struck unless there is a reason, and another leaf in its place is drawn the same', async () => {
    const id = await aWrittenCheque(office, '100.00')
    expect(await chequeNow(id)).toMatchObject({ isCrossed: true, isBearerStruck: true })
    const draw = (why: string) => desk.post(chequePaths.step(id, 'draw'), { version: '1', crossed: 'no', struck: 'yes', why })
    expect(seen((await draw('')).html)).toContain(chequeText.errors.drawnWhy)
    await draw('เบิกเงินสดไปจ่ายค่าตอบแทน')
    expect(await chequeNow(id)).toMatchObject({ isCrossed: false, isBearerStruck: true, state: 'written', version: 2 })
    expect((await desk.post(chequePaths.print(id))).html).not.toContain(text.payeeOnly)
    const next = await office.finance.work((work) => replaceCheque(work, id, { version: 2, reason: 'เปื้อน', number: '77700901', chequeDate: today }))
    expect(await chequeNow(next)).toMatchObject({ isCrossed: false, isBearerStruck: true })
    await expect(draw('สาย')).rejects.toThrow(Conflict)
  })

  it('remembers by which paper its taker was known', async () => {
    const reached = await posted(office, [await anApprovedClaim(office, hire, '30.00')], { paymentDate: today, channel: 'cheque', receiverId: '1101700230708' })
    const { cheque_id: id } = await db.owner('payments').where({ id: reached }).first('cheque_id')
    expect(await chequeNow(id)).toMatchObject({ receiverId: '1101700230708' })
    const page = seen((await desk.get(chequePaths.show(id))).html)
    expect(page).toContain('x-xxxx-xxxx')
    expect(page).not.toContain('1101700230708')
    const read = (receiverId: string) => newPaymentSchema.safeParse({ formKey: crypto.randomUUID(), paymentDate: '30/11/2569', channel: 'cheque', receiverId })
    expect([read('๑๑๐๑๗๐๐๒๓๐๗๐๙').success, read('1-1017-00230-70-8').success, read('aa-1234567').success, read('').success]).toEqual([false, true, true, true])
  })
})

describe('a ใบถอน', () => {
  it('of a report is printed once it is approved, a sheet for each; of a draft or a report without one not', async () => {
    const row = await anIssuedRow(office, commandOf(office, [await anApprovedClaim(office, hire, '410.00')], { paymentDate: today, channel: 'withdrawal' }))
    const { report_id: report } = await db.owner('cheque_report_rows').where({ organisation_id: office.organisationId, id: row }).first('report_id')
    const print = (as = office) => atDesk(db, as.finance.officer, expenditureRoutes).post(chequeReportPaths.slips(report))
    const { html } = await print()
    expect(html).toContain('width="210mm"')
    expect(html).toContain('(สี่ร้อยสิบบาทถ้วน)')
    await expect(print(other)).rejects.toThrow(NotFound)
    const cheques = await anIssuedRow(office, commandOf(office, [await anApprovedClaim(office, hire, '411.00')], { paymentDate: today, channel: 'cheque' }))
    const { report_id: without } = await db.owner('cheque_report_rows').where({ organisation_id: office.organisationId, id: cheques }).first('report_id')
    await expect(desk.post(chequeReportPaths.slips(without))).rejects.toThrow(NotFound)
    const paid = await posted(office, [await anApprovedClaim(office, hire, '12.00')], { paymentDate: today })
    await expect(desk.post(paymentPaths.slip(paid))).rejects.toThrow(NotFound)
  })
})
