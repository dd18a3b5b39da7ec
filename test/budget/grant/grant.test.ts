import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fundPaths, grantPaths as paths } from '../../../src/budget/budget.paths.ts'
import { budgetText } from '../../../src/budget/budget.text.ts'
import { deskText } from '../../../src/budget/desk.text.ts'
import { fundText, grantText as text } from '../../../src/budget/fund.text.ts'
import { allocateGrant } from '../../../src/budget/grant/grant.service.ts'
import { findOpenGrants, reserve } from '../../../src/budget/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { asOfficer } from '../../support/world.ts'
import { countDocuments, idOf, stepped, today, versionIn } from '../fund-steps.ts'
import { anEnactedBudget } from '../world.ts'
import { noticesOf } from './notices.ts'

const office = await testOffice()
const { saensuk, clerk, head, notice, row, twoRows, keyed, notified, allocated, linesOf, lineOf, act, share, contract, claimed, paid } = await noticesOf(office)
const { errors } = text
const documents = () => countDocuments(office)

describe('a notice of a subsidy with a purpose', () => {
  it('of 500,000.00 is taken in whole and allocated 300,000.00 and 200,000.00; a contract of 300,000.00 is allowed; payment waits for the money (scenario 22)', async () => {
    const address = await allocated()
    expect(head.text).toContain(text.done.allocate)
    expect(head.text).toMatch(/GRN-[0-9]{5}\/70/)
    expect(head.text).toMatch(/ถนนซอย 1.*300,000\.00 0\.00 0\.00 0\.00 300,000\.00.*ถนนซอย 2.*200,000\.00 0\.00 0\.00 0\.00 200,000\.00/)
    expect((await stepped(clerk, `${address}/cash`, { amount: '250,000.00', reference: 'RV-00001/70' })).text).toContain(text.done.cash)
    expect(clerk.text).toMatch(/ได้รับเงินแล้ว 250,000\.00 จ่ายแล้ว 0\.00/)
    const [first = ''] = await linesOf(address)
    const claimed300 = await claimed(first, '300000.00', await contract(first, '300000.00'))
    await expect(paid(first, '260000.00', claimed300)).rejects.toThrow('จ่ายได้ไม่เกินเงินที่ได้รับแล้ว 250,000.00 บาท จ่ายไปแล้ว 0.00 บาท')
    await paid(first, '250000.00', claimed300)
    expect((await clerk.open(address)).text).toMatch(/ได้รับเงินแล้ว 250,000\.00 จ่ายแล้ว 250,000\.00 เงินที่ได้รับคงเหลือ 0\.00.*RV-00001\/70/)
    expect(clerk.text).toMatch(/ถนนซอย 1.*300,000\.00 50,000\.00 250,000\.00 0\.00 0\.00/)
  })

  it('is not allocated 300,000.00 and 210,000.00, neither at once nor later, and nothing is kept', async () => {
    const before = await documents()
    const refused = await keyed(notice({ ...twoRows, 'lines.1.amount': '210,000.00' }))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('จัดสรรรวม 510,000.00 บาท ไม่เท่ากับยอดที่รับแจ้ง 500,000.00 บาท')
    expect(refused.html).toContain('value="210,000.00"')
    expect(await documents()).toBe(before)
    const address = (await keyed(notice())).path
    await clerk.submit({}, `${address}/notify`)
    expect(clerk.text).toContain(text.done.notify)
    expect(clerk.text).toContain(text.allot(false))
    await clerk.open(`${address}/edit`)
    expect(clerk.html).toContain(`<button class="button primary">${text.saveAllotment}</button>`)
    const again = await clerk.submit({ ...row(0, '300,000.00', 'ถนน'), ...row(1, '210,000.00', 'สะพาน') }, `${address}/edit`)
    expect(again.text).toContain('จัดสรรรวม 510,000.00 บาท ไม่เท่ากับยอดที่รับแจ้ง 500,000.00 บาท')
    expect(await linesOf(address)).toEqual([])
    await head.open(`${address}/allocate`)
    expect((await head.submit({ happenedOn: today }, `${address}/allocate`)).text).toContain(fundText.errors.nothing)
    await clerk.open(`${address}/edit`)
    expect((await clerk.submit({ ...row(0, '300,000.00', 'ถนน'), ...row(1, '200,000.00', 'สะพาน') }, `${address}/edit`)).text).toContain(text.allotted)
    expect((await stepped(head, `${address}/allocate`)).text).toContain(text.done.allocate)
  })

  it('whose contract needs 280,000.00 of 300,000.00 gives the 20,000.00 only after a second notice is recorded and allocated (scenario 23)', async () => {
    const address = await allocated()
    const [first = '', second = ''] = await linesOf(address)
    await contract(first, '280000.00')
    const more = { ...act('requisition', 'approved') }
    await expect(saensuk.accountant.work((work) => reserve(work, more, share(first, '0.01')))).rejects.toThrow('งบประมาณคงเหลือไม่พอ')
    expect((await clerk.open(address)).text).toContain(text.newSecond)
    expect(clerk.text).toMatch(/เหลือจากการก่อหนี้ รอแจ้งใหม่ 20,000\.00 คงเหลือให้ก่อหนี้ 200,000\.00/)
    const at = paths.newSecond(idOf(address))
    const over = await keyed(notice({ total: '20,000.01', ...row(0, '20,000.01', 'ถนนซอย 1') }), at)
    expect(over.text).toContain('เงินที่เหลือจากการก่อหนี้ซึ่งรอแจ้งใหม่มี 20,000.00 บาท')
    const renewal = await notified({ total: '20,000.00', ...row(0, '15,000.00', 'ถนนซอย 1'), ...row(1, '5,000.00', 'ป้ายโครงการ') }, at)
    await expect(saensuk.accountant.work((work) => reserve(work, more, share(first, '0.01')))).rejects.toThrow('งบประมาณคงเหลือไม่พอ')
    const waiting = await keyed(notice({ total: '0.01', ...row(0, '0.01', 'x') }), at)
    expect(waiting.text).toContain('เงินที่เหลือจากการก่อหนี้ซึ่งรอแจ้งใหม่มี 0.00 บาท')
    await stepped(head, `${renewal}/allocate`, {})
    expect(head.text).toContain(text.done.allocate)
    const [again = '', sign = ''] = await linesOf(renewal)
    expect(again).toBe(first)
    expect((await lineOf(first)).balance).toMatchObject({ available: baht('15000.00'), frozen: baht('0.00'), approved: baht('295000.00'), committed: baht('280000.00') })
    expect((await lineOf(sign)).balance).toMatchObject({ available: baht('5000.00'), approved: baht('5000.00') })
    expect((await lineOf(second)).balance.approved).toBe(baht('200000.00'))
    expect((await clerk.open(address)).text).toMatch(/การแจ้งครั้งใหม่สำหรับเงินที่เหลือ.*GRN-[0-9]{5}\/70.*20,000\.00/)
    expect((await clerk.open(renewal)).text).toContain('สำหรับเงินที่เหลือของ')
    const early = { ...more, date: calendarDate('2026-11-19') }
    await expect(saensuk.accountant.work((work) => reserve(work, early, share(first, '15000.00')))).rejects.toThrow('งบประมาณคงเหลือไม่พอ')
    expect((await saensuk.accountant.work((work) => reserve(work, more, share(first, '15000.00')))).isNew).toBe(true)
  })

  it('lets its money in and out only through the first notice', async () => {
    const address = await allocated()
    const [first = ''] = await linesOf(address)
    await contract(first, '299000.00')
    const renewal = await allocated({ total: '1,000.00', ...row(0, '600.00', 'ถนนซอย 1'), ...row(1, '400.00', 'ป้าย') }, paths.newSecond(idOf(address)))
    const number = /GRN-[0-9]{5}\/70/.exec((await clerk.open(address)).text)?.[0] ?? ''
    expect((await stepped(clerk, `${renewal}/cash`, { amount: '1', reference: 'RV' })).text).toContain(errors.atFirst(number))
    expect((await stepped(head, `${renewal}/close`, {})).text).toContain(errors.atFirst(number))
    expect(await office.owner('budget_cash_receipts').where({ document_id: idOf(renewal) })).toEqual([])
  })

  it.each([
    ['no kind', { source: '' }, errors.source],
    ['a kind that is not there', { source: '10' }, errors.source],
    ['no agency', { agency: ' ' }, errors.agency],
    ['no letter', { letterNumber: '' }, errors.letter],
    ['a letter of tomorrow', { letterDate: '21/11/2569' }, errors.letterDate],
    ['no purpose', { reason: '' }, errors.purpose],
    ['no title', { title: '' }, errors.title],
    ['a day to come', { documentDate: '21/11/2569', letterDate: '18/11/2569' }, budgetText.errors.future],
    ['a day that is not there', { documentDate: '31/02/2569' }, budgetText.errors.date],
    ['a last day before the notice', { spendBy: '19/11/2569' }, errors.spendBy],
    ['no amount', { total: '' }, budgetText.errors.noAmount],
    ['an amount of three decimals', { total: '500000.001' }, budgetText.errors.amount],
    ['an amount below nothing', { total: '-1' }, budgetText.errors.positive],
    ['a line twice', { 'lines.1.title': 'ถนนซอย 1' }, fundText.errors.twice],
    ['a line of the central fund', { 'lines.0.code': '5110700' }, budgetText.errors.central],
    ['a line without a title', { 'lines.0.title': ' ' }, budgetText.errors.item],
    ['a line of an unknown task', { 'lines.0.task': '99999' }, budgetText.errors.task],
    ['a line of nothing', { 'lines.0.amount': '0.00' }, budgetText.errors.positive],
    ['an explanation of 1,001 letters', { 'lines.0.explanation': 'ก'.repeat(1001) }, budgetText.errors.tooLong('1000')],
  ])('is refused for %s, what was typed stays, nothing is kept', async (_what, values, message) => {
    const before = await documents()
    const refused = await keyed(notice({ ...twoRows, ...values }))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(refused.html).toContain('value="200,000.00"')
    expect(await documents()).toBe(before)
  })

  it('reads Thai digits, keeps markup as words, and is one however often it is sent', async () => {
    const formKey = randomUUID()
    const values = notice({ total: '๑,๕๖๐.๒๕', title: "'; DROP TABLE x; -- <b>", ...row(0, '๑,๕๖๐.๒๕', 'ถนน'), formKey })
    const first = (await keyed(values)).path
    expect(clerk.text).toContain('1,560.25')
    expect(clerk.html).toContain('&lt;b&gt;')
    expect((await keyed(values)).path).toBe(first)
    expect((await clerk.post(`${first}/notify`, { version: '9' })).status).toBe(409)
  })

  it('is not allocated by its maker, by the clerk, before it was recorded, in another year, or before its notice', async () => {
    const draft = (await keyed(notice(twoRows))).path
    expect((await head.post(`${draft}/allocate`, { version: '1', happenedOn: today })).status).toBe(409)
    const address = await notified()
    expect((await clerk.post(`${address}/allocate`, { version: versionIn(clerk), happenedOn: today })).status).toBe(403)
    expect((await stepped(head, `${address}/allocate`, { happenedOn: '19/11/2569' })).text).toContain('วันที่ต้องไม่ก่อนขั้นตอนก่อนหน้า')
    expect((await stepped(head, `${address}/allocate`, { happenedOn: '21/11/2569' })).text).toContain(budgetText.errors.future)
    const made = await office.owner('budget_documents').where({ id: idOf(address) }).first('prepared_by')
    const alone = asOfficer(office, { ...saensuk.head.officer, userId: made.prepared_by })
    const form = { version: 2, happenedOn: calendarDate('2026-11-20'), letterNumber: '', letterDate: null, note: '' }
    await expect(alone.work((work) => allocateGrant(work, idOf(address), form))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติ')
    expect((await stepped(head, `${address}/allocate`)).text).toContain(text.done.allocate)
    expect((await head.post(`${address}/allocate`, { version: '3', happenedOn: today })).status).toBe(409)
  })

  it('takes no more money than it says, none of tomorrow, none without evidence, and none twice', async () => {
    const address = await notified({ total: '1,000.00', ...row(0, '600.00', 'ก'), ...row(1, '400.00', 'ข') })
    const cash = `${address}/cash`
    expect((await stepped(clerk, cash, { amount: '1,000.01', reference: 'RV-1' })).text).toContain('เงินที่ได้รับรวม 1,000.01 บาท เกินจำนวนเงินตามเอกสาร 1,000.00 บาท')
    expect((await stepped(clerk, cash, { amount: '1', reference: 'RV-1', happenedOn: '21/11/2569' })).text).toContain(budgetText.errors.future)
    expect((await stepped(clerk, cash, { amount: '1', reference: ' ' })).text).toContain(fundText.errors.reference)
    expect((await stepped(clerk, cash, { amount: '0.00', reference: 'RV-1' })).text).toContain(budgetText.errors.positive)
    expect((await head.post(cash, { version: '2', happenedOn: today, amount: '1', reference: 'RV-1' })).status).toBe(403)
    expect(await office.owner('budget_cash_receipts').where({ document_id: idOf(address) })).toEqual([])
    await stepped(clerk, cash, { amount: '400', reference: 'RV-1' })
    expect((await clerk.post(cash, { version: '2', happenedOn: today, amount: '400', reference: 'RV-1' })).status).toBe(409)
    expect((await stepped(clerk, cash, { amount: '600.01', reference: 'RV-2' })).text).toContain('เงินที่ได้รับรวม 1,000.01 บาท')
    expect((await clerk.post(`${address}/cancel`, { version: '3' })).text).toContain(errors.hasCash)
  })

  it('gives back what was recorded by mistake by an entry the other way, never what was paid, never twice, and not at the hand of its head', async () => {
    const address = await allocated()
    const [first = ''] = await linesOf(address)
    await stepped(clerk, `${address}/cash`, { amount: '250,000', reference: 'RV-1' })
    await paid(first, '100000.00', await claimed(first, '300000.00', await contract(first, '300000.00')))
    const rows = () => office.owner('budget_cash_receipts').where({ document_id: idOf(address) }).orderBy('id').pluck('amount')
    const back = `${address}/uncash`
    expect((await stepped(clerk, back, { amount: '150,000.01', reference: 'x' })).text).toContain('กลับรายการได้ไม่เกินเงินที่ได้รับแล้วและยังไม่ได้จ่าย 150,000.00 บาท')
    expect((await head.post(back, { version: versionIn(clerk), happenedOn: today, amount: '1', reference: 'x' })).status).toBe(403)
    const version = versionIn(clerk)
    expect((await stepped(clerk, back, { amount: '50,000', reference: 'บันทึกเกิน' })).text).toContain(text.done.uncash)
    expect(clerk.text).toMatch(/ได้รับเงินแล้ว 200,000\.00 จ่ายแล้ว 100,000\.00 เงินที่ได้รับคงเหลือ 100,000\.00.*บันทึกเกิน.*-50,000\.00/)
    expect((await clerk.post(back, { version, happenedOn: today, amount: '50,000', reference: 'บันทึกเกิน' })).status).toBe(409)
    expect(await rows()).toEqual(['250000.00', '-50000.00'])
  })

  it('is a register of the books from its notice on, and among the open ones until its end', async () => {
    const address = await notified()
    const key = await office.owner('sub_ledger_keys').where({ kind: 'grant', register_id: idOf(address) }).first()
    expect(key).toMatchObject({ organisation_id: saensuk.organisationId, name: 'ก่อสร้างถนนคอนกรีต', is_open: true })
    expect(key.key).toMatch(/^GRN-[0-9]{5}\/70$/)
    const open = async () => (await saensuk.clerk.read(findOpenGrants)).map(({ id }) => id)
    expect(await open()).toContain(idOf(address))
    await clerk.open(address)
    expect((await clerk.submit({}, `${address}/cancel`)).text).toContain(text.done.cancel)
    expect(await open()).not.toContain(idOf(address))
    expect(await office.owner('sub_ledger_keys').where({ kind: 'grant', register_id: idOf(address) }).first('is_open')).toEqual({ is_open: false })
  })

  it('is printed as the announcement of its allocation, listed by year and state, and not found by another office', async () => {
    const address = await allocated()
    const paper = await clerk.post(`${address}/print`)
    expect(paper.text).toMatch(/ใบแจ้งจัดสรรเงินอุดหนุน.*กรมส่งเสริมการปกครองท้องถิ่น มีหนังสือเลขที่ มท 0808\.2\/ว 123.*500,000\.00.*ห้าแสนบาทถ้วน/)
    expect((await clerk.open(fundPaths.of('grant'))).text).toMatch(/GRN-[0-9]{5}\/70.*500,000\.00.*จัดสรรแล้ว/)
    expect((await clerk.open(`${fundPaths.of('grant')}&state=closed&year=2569`)).text).toContain(text.empty)
    const other = await signIn(office, 'mueang.head')
    expect((await other.open(address)).status).toBe(404)
    expect((await head.open(paths.new)).status).toBe(403)
  })

  it('is neither recorded nor allocated once the budget of its year is closed', async () => {
    await anEnactedBudget(saensuk, [{ code: '5330100', amount: '1.00' }])
    const waiting = await notified()
    await office.owner('budget_documents').where({ kind: 'annual', organisation_id: saensuk.organisationId }).update({ state: 'closed' })
    const before = await documents()
    expect((await keyed(notice(twoRows))).text).toContain(deskText.errors.closedYear('2570'))
    expect((await stepped(head, `${waiting}/allocate`)).text).toContain(deskText.errors.closedYear('2570'))
    expect([await documents(), await linesOf(waiting)]).toEqual([before, [null, null]])
  })
})
