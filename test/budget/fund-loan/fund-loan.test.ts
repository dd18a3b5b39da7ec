import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fundPaths, loanPaths as paths } from '../../../src/budget/budget.paths.ts'
import { budgetText } from '../../../src/budget/budget.text.ts'
import { approveLoan } from '../../../src/budget/fund-loan/fund-loan.service.ts'
import { deskText } from '../../../src/budget/desk.text.ts'
import { fundText, loanText as text } from '../../../src/budget/fund.text.ts'
import { getLine, pay } from '../../../src/budget/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { asOfficer } from '../../support/world.ts'
import { countDocuments, idOf, keyedBy, stepped, today, versionIn } from '../fund-steps.ts'
import { aBudgetOffice, anEnactedBudget, spend } from '../world.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const clerk = await signIn(office, 'saensuk.budget')
const head = await signIn(office, 'saensuk.head')
const { errors } = text

function asked(values: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    documentDate: today, title: 'กู้เงินก่อสร้างตลาด', reason: 'ตลาดเดิมคับแคบ', lender: 'ธนาคารออมสิน', contractNumber: 'กส 12/2569', contractDate: '18/11/2569',
    rate: '๓.๒๕', months: '120', ordinance: 'เทศบัญญัติ เรื่อง กู้เงิน พ.ศ. 2569', total: '2,000,000.00', 'lines.0.task': '00312', 'lines.0.code': '5420900',
    'lines.0.title': 'อาคารตลาด', 'lines.0.amount': '1,500,000.00', 'lines.1.task': '00312', 'lines.1.code': '5420900', 'lines.1.title': 'ลานจอดรถ',
    'lines.1.amount': '500,000.00', ...values,
  }
}

const keyed = (values: Readonly<Record<string, string>> = {}) => keyedBy(clerk, paths.new, asked(values))

async function submitted(values: Readonly<Record<string, string>> = {}): Promise<string> {
  const address = (await keyed(values)).path
  await clerk.submit({}, `${address}/submit`)
  return address
}

async function approved(values: Readonly<Record<string, string>> = {}): Promise<string> {
  const address = await submitted(values)
  await stepped(head, `${address}/approve`, { approver: 'council', meeting: 'สมัยสามัญที่ 4 ครั้งที่ 1/2569' })
  return address
}

const documents = () => countDocuments(office)
const linesOf = async (address: string): Promise<string[]> => (
  await office.owner('budget_document_lines').where({ document_id: idOf(address) }).orderBy('line').select('line_id')).map((row) => row.line_id)

describe('a loan', () => {
  it('is approved by the council, makes lines of its source, and pays no more than was drawn', async () => {
    const address = await approved()
    expect(head.text).toContain(text.done.approve)
    expect(head.text).toMatch(/LNF-[0-9]{5}\/70.*ธนาคารออมสิน.*ร้อยละ 3\.25 ต่อปี.*120 เดือน.*คงเหลือให้ก่อหนี้ 2,000,000\.00/)
    const [first = ''] = await linesOf(address)
    expect(await saensuk.head.read((read) => getLine(read, saensuk.organisationId, first))).toMatchObject({ sourceCode: '60', fundDocumentId: idOf(address) })
    const claimed = await spend(saensuk, first, '900000.00')
    const paying = (amount: string, event: string) => saensuk.accountant.work((work) => pay(work, {
      source: { kind: 'payment', id: idOf(address) }, event, date: work.today, description: 'จ่าย', of: claimed,
    }, [{ lineId: first, amount: baht(amount) }]))
    await expect(paying('0.01', 'a')).rejects.toThrow('จ่ายได้ไม่เกินเงินที่ได้รับแล้ว 0.00 บาท จ่ายไปแล้ว 0.00 บาท')
    expect((await stepped(clerk, `${address}/cash`, { amount: '600,000', reference: 'เบิกงวดที่ 1' })).text).toContain(text.done.cash)
    await expect(paying('600000.01', 'b')).rejects.toThrow('จ่ายได้ไม่เกินเงินที่ได้รับแล้ว 600,000.00 บาท จ่ายไปแล้ว 0.00 บาท')
    await paying('600000.00', 'c')
    await stepped(clerk, `${address}/cash`, { amount: '300,000', reference: 'เบิกงวดที่ 2' })
    await paying('300000.00', 'd')
    expect((await clerk.open(address)).text).toMatch(/ได้รับเงินแล้ว 900,000\.00 จ่ายแล้ว 900,000\.00.*เบิกงวดที่ 1.*600,000\.00.*เบิกงวดที่ 2.*300,000\.00/)
    expect((await stepped(clerk, `${address}/cash`, { amount: '1,100,000.01', reference: 'x' })).text)
      .toContain('เงินที่ได้รับรวม 2,000,000.01 บาท เกินจำนวนเงินตามเอกสาร 2,000,000.00 บาท')
    expect((await stepped(clerk, `${address}/uncash`, { amount: '0.01', reference: 'x' })).text).toContain('ยังไม่ได้จ่าย 0.00 บาท')
    await stepped(clerk, `${address}/cash`, { amount: '500', reference: 'ผิด' })
    expect((await stepped(clerk, `${address}/uncash`, { amount: '500', reference: 'บันทึกผิด' })).text).toMatch(/ได้รับเงินแล้ว 900,000\.00.*-500\.00/)
    expect((await stepped(head, `${address}/close`)).text).toContain(text.done.close)
    const { balance } = await saensuk.head.read((read) => getLine(read, saensuk.organisationId, first))
    expect([balance.lapsed, balance.available].map(formatMoney)).toEqual(['600,000.00', '0.00'])
    expect((await clerk.post(`${address}/cash`, { version: versionIn(head), happenedOn: today, amount: '1', reference: 'x' })).status).toBe(409)
  })

  it.each([
    ['lines that are less than the loan', { 'lines.1.amount': '499,999.99' }, 'ตั้งรายการรวม 1,999,999.99 บาท ไม่เท่ากับวงเงินกู้ 2,000,000.00 บาท'],
    ['no lender', { lender: '' }, errors.lender],
    ['no contract', { contractNumber: ' ' }, errors.contract],
    ['a contract of tomorrow', { contractDate: '21/11/2569' }, budgetText.errors.future],
    ['a rate that is no number', { rate: 'MRR-1' }, errors.rate],
    ['a rate of five decimals', { rate: '3.25001' }, errors.rate],
    ['a term of nothing', { months: '0' }, errors.months],
    ['no ordinance', { ordinance: '' }, errors.ordinance],
    ['an amount below nothing', { total: '-1' }, budgetText.errors.positive],
    ['a line twice', { 'lines.1.title': 'อาคารตลาด' }, fundText.errors.twice],
    ['a line of an unknown code', { 'lines.1.code': '9999999' }, budgetText.errors.code],
  ])('is refused for %s, what was typed stays, nothing is kept', async (_what, values, message) => {
    const before = await documents()
    const refused = await keyed(values)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(refused.html).toContain('value="กู้เงินก่อสร้างตลาด"')
    expect(await documents()).toBe(before)
  })

  it('is the council\'s in a meeting, not its maker\'s, one however often it is sent, and keeps its number when it is returned', async () => {
    const formKey = randomUUID()
    const first = (await keyed({ formKey })).path
    expect((await keyed({ formKey })).path).toBe(first)
    expect((await clerk.post(`${first}/submit`, { version: '9' })).status).toBe(409)
    const address = await submitted()
    const number = /LNF-[0-9]{5}\/70/.exec(clerk.text)?.[0] ?? 'none'
    expect((await stepped(head, `${address}/approve`, { approver: 'executive' })).text).toContain('ผู้มีอำนาจอนุมัติเรื่องนี้คือ สภาท้องถิ่น')
    expect((await stepped(head, `${address}/approve`, { approver: 'council' })).text).toContain(budgetText.errors.meeting)
    expect((await clerk.post(`${address}/approve`, { version: versionIn(clerk), approver: 'council', meeting: 'x', happenedOn: today })).status).toBe(403)
    const made = await office.owner('budget_documents').where({ id: idOf(address) }).first('prepared_by')
    const alone = asOfficer(office, { ...saensuk.head.officer, userId: made.prepared_by })
    const form = { version: 2, approver: 'council', happenedOn: calendarDate('2026-11-20'), meeting: 'x', letterNumber: '', letterDate: null, note: '' } as const
    await expect(alone.work((work) => approveLoan(work, idOf(address), form))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติ')
    expect(await linesOf(address)).toEqual([null, null])
    await head.open(address)
    await head.submit({ reason: 'ดอกเบี้ยสูง' }, `${address}/return`)
    await clerk.open(`${address}/edit`)
    expect(clerk.html).toContain('value="3.25"')
    await clerk.submit(asked({ rate: '3' }), `${address}/edit`)
    expect((await clerk.submit({}, `${address}/submit`)).text).toContain(number)
    expect(clerk.text).toContain('ร้อยละ 3 ต่อปี')
  })

  it('has a memo, a place in the register, and is not found by another office', async () => {
    const address = await approved()
    expect((await clerk.post(`${address}/print`)).text).toMatch(/บันทึกขออนุมัติใช้เงินกู้.*กู้เงินจากธนาคารออมสิน สัญญาเลขที่ กส 12\/2569.*สองล้านบาทถ้วน/)
    expect((await clerk.open(fundPaths.of('loan'))).text).toMatch(/LNF-[0-9]{5}\/70.*2,000,000\.00 สภาท้องถิ่น อนุมัติแล้ว/)
    expect((await (await signIn(office, 'mueang.head')).open(address)).status).toBe(404)
    expect((await head.open(paths.new)).status).toBe(403)
    expect((await clerk.open(fundPaths.of('grant').replace('grant', 'annual'))).text).toContain('แจ้งเงินอุดหนุน')
  })

  it('is neither asked for nor approved once the budget of its year is closed', async () => {
    await anEnactedBudget(saensuk, [{ code: '5330100', amount: '1.00' }])
    const waiting = await submitted()
    await office.owner('budget_documents').where({ kind: 'annual', organisation_id: saensuk.organisationId }).update({ state: 'closed' })
    const before = await documents()
    expect((await keyed()).text).toContain(deskText.errors.closedYear('2570'))
    expect((await stepped(head, `${waiting}/approve`, { approver: 'council', meeting: 'สมัยสามัญ' })).text).toContain(deskText.errors.closedYear('2570'))
    expect([await documents(), await linesOf(waiting)]).toEqual([before, [null, null]])
  })
})
