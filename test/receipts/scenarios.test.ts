// Scenarios of budget-and-receipts §6 that belong to no desk alone; the others stand beside their desks, each by its number.
import { describe, expect, it } from 'vitest'
import { findTrail } from '../../src/documents/index.ts'
import { getVoucher } from '../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
import { NotFound, RuleBroken } from '../../src/platform/errors.ts'
import { baht } from '../../src/platform/money.ts'
import { receiptsRoutes } from '../../src/receipts/index.ts'
import { findIncomeItems } from '../../src/receipts/income-item/income-item.repository.ts'
import { getReceipt } from '../../src/receipts/receipt/receipt.repository.ts'
import { getRemittance } from '../../src/receipts/remittance/remittance.service.ts'
import { confirmSummary, getSummary } from '../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { receiptsText } from '../../src/receipts/receipts.text.ts'
import { getOffice } from '../../src/documents/index.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk, seen } from '../support/desk.ts'
import { organisation } from '../support/world.ts'
import { aCounter, issueFor, signboard, waste } from './lao.ts'
import { boxesIn } from './pages.ts'
import { aPerson, aSchool, cancelPaper, draftSlip, prepare, receivedSlip, record, tuition, type Person } from './school.ts'

const db = await testDatabase()
const { errors } = receiptsText
const desk = (who: Person) => atDesk(db, who.officer, receiptsRoutes)
const receiptsOf = (id: string) => db.owner('receipts').where('organisation_id', id).pluck('id')

describe('a slip of the counter (scenario 37)', () => {
  it('shows 3 receipts, 1 cancelled, total 2,060.25; RCPT-00001/70 goes into no second slip', async () => {
    const town = await aCounter(db)
    const ids = [await issueFor(town.clerk, signboard, { amount: '1560.25' }), await issueFor(town.clerk, waste, { amount: '500' }), await issueFor(town.clerk, waste, { amount: '300' })]
    await cancelPaper(town, ids[2] ?? '')
    const slip = await draftSlip(town.clerk, { receiptIds: ids })
    expect(await town.clerk.read((read) => getRemittance(read, town.organisation.id, slip))).toMatchObject({ count: 3, cancelled: 1, total: baht('2060.25') })
    await expect(draftSlip(town.clerk, { receiptIds: [ids[0] ?? ''] })).rejects.toThrow(new RuleBroken({ receiptIds: errors.unfit.taken('RCPT-00001/70') }))
  })
})

describe('a code of another kind of LAO (scenario 47)', () => {
  it('is not in the list of an SAO, and is refused when it is sent by hand', async () => {
    const sao = await organisation(db, (await db.owner('organisations').where('lao_kind', 'SAO').orderBy('code').first('code')).code)
    const town = await aCounter(db, sao)
    const items = await town.clerk.read(async (read) => findIncomeItems(read, await getOffice(read, sao.id), fiscalYear(2570)))
    expect(items.some((item) => item.code === '41100006')).toBe(false)
    expect((await desk(town.clerk).get('/receipts/counter')).html).not.toContain('41100006')
    const boxes = boxesIn(await desk(town.clerk).get('/receipts/counter'))
    const refused = await desk(town.clerk).post('/receipts/counter', { ...boxes, payer: 'นาย ก', 'lines.0.incomeCode': '41100006', 'lines.0.amount': '1' })
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(seen(refused.html)).toContain(errors.strangeIncome)
    expect(await receiptsOf(sao.id)).toEqual([])
  })
})

describe('bad input (scenario 54)', () => {
  it.each([
    ['-1.00', 'lines.0.amount'], ['0.00', 'lines.0.amount'], ['12.345', 'lines.0.amount'], ['12,3x', 'lines.0.amount'],
  ])('an amount of %s is refused at its field with a Thai message, and nothing is saved', async (amount, field) => {
    const school = await aSchool(db)
    const refused = await typedBy(school.clerk, { 'lines.0.amount': amount, cash: '1' })
    expect(refused).toMatchObject({ reply: { status: 422 } })
    expect(refused.html).toMatch(new RegExp(`href="#${field}">[ก-๙]`))
    expect(await receiptsOf(school.organisation.id)).toEqual([])
  })

  it.each([['31/02/2570', receiptsText.errors.date], ['21/11/2569', errors.future], ['20/08/2569', errors.closedMonth]])('a day of %s is refused at its field', async (receiptDate, told) => {
    const school = await aSchool(db)
    const refused = await typedBy(school.clerk, { receiptDate })
    expect(refused.html).toContain(`<a href="#receiptDate">${told}</a>`)
    expect(await receiptsOf(school.organisation.id)).toEqual([])
  })

  it('999.99 handed over for 1,000.00 is refused at the money; Thai digits are read', async () => {
    const school = await aSchool(db)
    expect((await typedBy(school.clerk, { 'lines.0.amount': '1,000.00', cash: '999.99' })).html).toContain(`<a href="#cash">${errors.payments('999.99', '1,000.00')}</a>`)
    expect((await typedBy(school.clerk, { 'lines.0.amount': '๑,๕๖๐.๒๕', cash: '๑๕๖๐.๒๕' })).reply).toMatchObject({ kind: 'redirect' })
    const [id = ''] = await receiptsOf(school.organisation.id)
    expect((await school.clerk.read((read) => getReceipt(read, school.organisation.id, id))).total).toBe(baht('1560.25'))
  })

  async function typedBy(who: Person, given: Readonly<Record<string, string>>) {
    const boxes = boxesIn(await desk(who).get('/receipts/receipts/handwritten/new'))
    return desk(who).post('/receipts/receipts/handwritten/new', { ...boxes, book: '1', sheet: '1', payer: 'นาย ก', 'lines.0.incomeCode': tuition, 'lines.0.amount': '1', cash: '1', ...given })
  }
})

describe('documents of others (scenario 55)', () => {
  it('are not there for a clerk of another unit; a province reads those of its own LAOs and has no buttons', async () => {
    const [school, other] = [await aSchool(db), await aSchool(db)]
    const id = await record(school.clerk)
    await expect(desk(other.clerk).get(`/receipts/receipts/${id}`)).rejects.toThrow(NotFound)
    await expect(desk(other.clerk).get(`/receipts/receipts/${id}?organisation=${school.organisation.id}`)).rejects.toThrow(NotFound)
    const reviewer = async (code: string) => aPerson(db, await organisation(db, code), ['PROV_OFFICER'])
    const own = await reviewer(`P${school.lao.provinceCode}`)
    const foreign = await reviewer(school.lao.provinceCode === '67' ? 'P20' : 'P67')
    expect((await own.read((read) => getReceipt(read, school.organisation.id, id))).id).toBe(id)
    await expect(foreign.read((read) => getReceipt(read, school.organisation.id, id))).rejects.toThrow(NotFound)
    // By the department's table the reviewer holds no right in this room: no page of it, so no button.
    expect([...own.officer.permissions].filter((right) => right.startsWith('revenue.'))).toEqual([])
  })
})

describe('what was written while the system was shut (scenario 56)', () => {
  it('is keyed with its own day and sheet, posts to its own month, and the trail shows both days', async () => {
    const school = await aSchool(db)
    const october = calendarDate('2026-10-05')
    const id = await record(school.clerk, { date: october, book: '12', sheet: 7, amount: '420.00' })
    await receivedSlip(school, { receiptIds: [id], date: october })
    const summary = await prepare(school.finance, october)
    await school.head.work((work) => confirmSummary(work, summary, 1))
    const { voucher } = await school.head.read((read) => getSummary(read, school.organisation.id, summary))
    const posted = await school.head.read((read) => getVoucher(read, school.organisation.id, voucher?.id ?? ''))
    expect(posted).toMatchObject({ documentDate: october })
    expect(posted.lines.map((line) => [line.side, line.accountCode, line.amount])).toEqual([['D', '1101010101.001', baht('420')], ['C', tuition, baht('420')]])
    const [keyed] = await school.clerk.read((read) => findTrail(read, school.organisation.id, { kind: 'receipt', id }))
    expect(JSON.stringify(keyed?.after)).toContain('2026-10-05')
    expect(keyed?.occurredAt).toContain('2026-11-20')
  })
})
