import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { accumulatedPaths as paths, fundPaths } from '../../../src/budget/budget.paths.ts'
import { budgetText } from '../../../src/budget/budget.text.ts'
import { deskText } from '../../../src/budget/desk.text.ts'
import { approveAccumulated } from '../../../src/budget/fund-accumulated/fund-accumulated.service.ts'
import { getUsable } from '../../../src/budget/fund-usable/fund-usable.service.ts'
import { accumulatedText as text, fundText } from '../../../src/budget/fund.text.ts'
import { getLine, release } from '../../../src/budget/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, formatMoney, isNegative, minus, negate, toNumeric } from '../../../src/platform/money.ts'
import { accumulated, enter, resultOfYear } from '../../ledger/entries.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { anOpenOffice, asOfficer, organisation } from '../../support/world.ts'
import { countDocuments, idOf, keyedBy, stepped, today, versionIn } from '../fund-steps.ts'
import { aBudgetOffice, anEnactedBudget, spend } from '../world.ts'

const office = await testOffice()
const at = await organisation(office, '4200103')
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const books = await anOpenOffice(office, { at, groups: ['LAO_FIN_HEAD', 'LAO_ACCOUNT'] })
await anEnactedBudget(saensuk, [{ code: '5220100', amount: '4800000.00', title: 'เงินเดือน' }, { code: '5330100', amount: '3200000.00', title: 'วัสดุ' }])
// Three of twelve months, 1,200,000, stay for staff and ten per cent, 800,000, for emergencies; the books are brought to 3,200,000 usable.
const usableNow = async (source: '2001' | '2002' = '2001') => (await saensuk.head.read(
  (read) => getUsable(read, { fiscalYear: saensuk.fiscalYear, source, isDisaster: false }))).usable
const usable = async (source: '2001' | '2002' = '2001'): Promise<string> => formatMoney(await usableNow(source))
for (const [source, account, wanted] of [['2001', accumulated, '3200000'], ['2002', '3102010101.002', '1000000']] as const) {
  const more = minus(baht(wanted), await usableNow(source))
  const [debit, credit] = isNegative(more) ? [account, resultOfYear] : [resultOfYear, account]
  await enter(books, { type: 'OB', date: '2026-10-01', debit, credit, amount: toNumeric(isNegative(more) ? negate(more) : more) })
}
const clerk = await signIn(office, 'saensuk.budget')
const head = await signIn(office, 'saensuk.head')
const { errors } = text

function asked(amount: string, values: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    documentDate: today, title: 'ก่อสร้างถนน', reason: 'ถนนชำรุด', source: '2001', purpose: 'hardship', contributions: 'yes', 'lines.0.task': '00312',
    'lines.0.code': '5420900', 'lines.0.title': `ถนน ${amount}`, 'lines.0.plan': 'แผน 2566–2570 หน้า 45', 'lines.0.amount': amount, ...values,
  }
}

const keyed = (values: Readonly<Record<string, string>>) => keyedBy(clerk, paths.new, values)

async function submitted(values: Readonly<Record<string, string>>): Promise<string> {
  const address = (await keyed(values)).path
  await clerk.submit({}, `${address}/submit`)
  return address
}

const meeting = { approver: 'council', meeting: 'สมัยสามัญที่ 4 ครั้งที่ 1/2569' }
const approved = async (values: Readonly<Record<string, string>>, by: Readonly<Record<string, string>> = meeting): Promise<string> => {
  const address = await submitted(values)
  await stepped(head, `${address}/approve`, by)
  return address
}

const documents = () => countDocuments(office)
const lineIn = async (address: string): Promise<string> => (await office.owner('budget_document_lines').where({ document_id: idOf(address) }).first('line_id'))?.line_id

describe('an approval out of accumulated money', () => {
  it('of 3,500,000.00 is refused where 3,200,000.00 are usable; 3,000,000.00 make control lines of source 2001 and leave 200,000.00 (scenario 27)', async () => {
    expect(await usable()).toBe('3,200,000.00')
    const tooMuch = (await keyed(asked('3,500,000.00'))).path
    expect(clerk.text).toMatch(/ยอดตามบัญชี [0-9,.]+ .*บุคลากร -1,200,000\.00.*ฉุกเฉินหรือสาธารณภัย -800,000\.00 เงินที่ใช้ได้ 3,200,000\.00 ขอใช้ครั้งนี้ 3,500,000\.00 คงเหลือเมื่ออนุมัติ -300,000\.00/)
    const refused = await clerk.submit({}, `${tooMuch}/submit`)
    expect(refused.text).toContain('เงินที่ใช้ได้ 3,200,000.00 บาท ขอใช้ 3,500,000.00 บาท เกินอยู่ 300,000.00 บาท')
    expect(refused.text).toContain(budgetText.document.noNumber)
    const second = await submitted(asked('3,200,000.00'))
    const address = await approved(asked('3,000,000.00'))
    expect(head.text).toContain(text.done.approve)
    expect(head.text).toMatch(/ACF-[0-9]{5}\/70/)
    expect(await usable()).toBe('200,000.00')
    const line = await saensuk.head.read(async (read) => getLine(read, saensuk.organisationId, await lineIn(address)))
    expect(line).toMatchObject({ sourceCode: '2001', taskCode: '00312', economicCode: '5420900', fundDocumentId: idOf(address) })
    expect(formatMoney(line.balance.available)).toBe('3,000,000.00')
    expect((await stepped(head, `${second}/approve`, meeting)).text).toContain('เงินที่ใช้ได้ 200,000.00 บาท ขอใช้ 3,200,000.00 บาท เกินอยู่ 3,000,000.00 บาท')
    expect(await lineIn(second)).toBeNull()
  })

  it('and another at once do not use the same baht', async () => {
    const ids = [idOf(await submitted(asked('150,000.00'))), idOf(await submitted(asked('150,000.01')))]
    const form = { version: 2, approver: 'council', happenedOn: calendarDate('2026-11-20'), meeting: 'สมัยวิสามัญ', letterNumber: '', letterDate: null, note: '' } as const
    const approve = (id: string, before: () => Promise<void>) => saensuk.head.work(async (work) => {
      await approveAccumulated(work, id, form)
      await before()
    })
    const waiting = async (): Promise<void> => {
      for (let held = 0; held === 0;) {
        const { rows } = await office.owner.raw<{ rows: { n: string }[] }>("SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        held = Number(rows[0]?.n)
      }
    }
    const second: Promise<unknown>[] = []
    await approve(ids[0] ?? '', async () => {
      second.push(approve(ids[1] ?? '', async () => undefined).catch((error: Error) => error.message))
      await waiting()
    })
    expect(await second[0]).toBe('เงินที่ใช้ได้ 50,000.00 บาท ขอใช้ 150,000.01 บาท เกินอยู่ 100,000.01 บาท')
    expect(await usable()).toBe('50,000.00')
  })

  it('is the council\'s, in a meeting; the executive is refused', async () => {
    const address = await submitted(asked('1,000.00'))
    expect(clerk.text).toContain('สภาท้องถิ่น')
    expect((await stepped(head, `${address}/approve`, { approver: 'executive' })).text).toMatch(/ผู้มีอำนาจอนุมัติเรื่องนี้คือ สภาท้องถิ่น \(/)
    expect((await stepped(head, `${address}/approve`, { approver: 'council' })).text).toContain(budgetText.errors.meeting)
    expect(await lineIn(address)).toBeNull()
    expect((await stepped(head, `${address}/approve`, meeting)).text).toContain(text.done.approve)
    expect((await clerk.open(address)).text).not.toContain(text.steps.report)
    expect((await clerk.post(`${address}/report`, { version: versionIn(head), happenedOn: today, meeting: 'สมัยสามัญ' })).text).toContain(errors.noReport)
  })

  it('in a disaster is the executive\'s, uses what was kept for emergencies, needs no plan, and is reported to the council', async () => {
    const flood = asked('500,000.00', { purpose: 'disaster', contributions: '', 'lines.0.plan': '' })
    const address = await submitted(flood)
    expect(clerk.text).toMatch(/ผู้บริหารท้องถิ่น/)
    expect((await stepped(head, `${address}/approve`, meeting)).text).toContain('ผู้มีอำนาจอนุมัติเรื่องนี้คือ ผู้บริหารท้องถิ่น')
    expect((await stepped(head, `${address}/approve`, { approver: 'executive', letterNumber: 'คำสั่งที่ 7/2569' })).text).toContain(text.done.approve)
    expect(head.text).toContain(text.mustReport)
    expect((await stepped(clerk, `${address}/report`)).text).toContain(budgetText.errors.meeting)
    const reported = await stepped(clerk, `${address}/report`, { meeting: 'สมัยสามัญที่ 4 ครั้งที่ 1/2569' })
    expect(reported.text).toContain(text.done.report)
    expect(reported.text).not.toContain(text.mustReport)
    expect(await usable()).toBe('-451,000.00')
  })

  it('of the reserve is measured by the reserve alone', async () => {
    expect(await usable('2002')).toBe('1,000,000.00')
    const checked = await keyed({ ...asked('1,000,000.01', { source: '2002' }), again: 'check' })
    expect(checked.text).toMatch(/ยอดตามบัญชี 1,000,000\.00 เงินที่ใช้ได้ 1,000,000\.00 ขอใช้ครั้งนี้ 1,000,000\.01 คงเหลือเมื่ออนุมัติ -0\.01.*สภาท้องถิ่น \(/)
    await submitted(asked('1,000,000.01', { source: '2002' }))
    expect(clerk.text).toContain('เกินอยู่ 0.01 บาท')
    await approved(asked('1,000,000.00', { source: '2002' }))
    expect(await usable('2002')).toBe('0.00')
  })

  it('that is closed gives back what was not spent; what was paid stays taken', async () => {
    const address = await approved(asked('100,000.00', { purpose: 'disaster' }), { approver: 'executive' })
    const before = await usable()
    const line = await lineIn(address)
    await spend(saensuk, line, '40000.00', { paid: true })
    expect(await usable()).toBe(before)
    await spend(saensuk, line, '1000.00')
    expect((await stepped(head, `${address}/close`)).text).toContain('ยังปิดไม่ได้ รายการ')
    const [open] = await office.owner('budget_holds').where({ line_id: line, stage: 'claimed' }).where('amount', '>', 0).select('holder_kind', 'holder_id')
    await saensuk.accountant.work((work) => release(work, {
      source: { kind: 'claim-back', id: '1' }, event: 'rejected', date: work.today, description: 'ไม่อนุมัติ', stage: 'claimed', of: { kind: open.holder_kind, id: open.holder_id },
    }, 'all'))
    expect((await stepped(head, `${address}/close`)).text).toContain(text.done.close)
    const closed = await saensuk.head.read((read) => getLine(read, saensuk.organisationId, line))
    expect([closed.balance.lapsed, closed.balance.available].map(formatMoney)).toEqual(['60,000.00', '0.00'])
    expect(Number((await usable()).replaceAll(',', '')) - Number(before.replaceAll(',', ''))).toBe(60000)
  })

  it.each([
    ['no purpose', { purpose: '' }, errors.purpose],
    ['a source that is not accumulated', { source: '10' }, errors.source],
    ['contributions not paid', { contributions: '' }, errors.contributions],
    ['no plan', { 'lines.0.plan': ' ' }, fundText.errors.plan],
    ['no line', { 'lines.0.task': '', 'lines.0.code': '', 'lines.0.title': '', 'lines.0.plan': '', 'lines.0.amount': '' }, fundText.errors.nothing],
    ['a line of three decimals', { 'lines.0.amount': '1.001' }, budgetText.errors.amount],
    ['a day to come', { documentDate: '21/11/2569' }, budgetText.errors.future],
    ['no title', { title: ' ' }, deskText.errors.title],
    ['no reason', { reason: '' }, budgetText.errors.reason],
  ])('is refused for %s, what was typed stays, nothing is kept', async (_what, values, message) => {
    const before = await documents()
    const refused = await keyed(asked('10.00', values))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(refused.html).toContain(`value="${'title' in values ? values.title : 'ก่อสร้างถนน'}"`)
    expect(await documents()).toBe(before)
  })

  it('is one however often it is sent, old pages are refused, its maker does not approve, and what was rejected stays so', async () => {
    const values = asked('10.00', { formKey: randomUUID() })
    const first = (await keyed(values)).path
    expect((await keyed(values)).path).toBe(first)
    expect((await clerk.post(`${first}/submit`, { version: '9' })).status).toBe(409)
    const address = await submitted(asked('11.00', { purpose: 'disaster' }))
    expect((await clerk.post(`${address}/approve`, { version: versionIn(clerk), approver: 'executive', happenedOn: today })).status).toBe(403)
    const made = await office.owner('budget_documents').where({ id: idOf(address) }).first('prepared_by')
    const alone = asOfficer(office, { ...saensuk.head.officer, userId: made.prepared_by })
    const form = { version: 2, approver: 'executive', happenedOn: calendarDate('2026-11-20'), meeting: '', letterNumber: '', letterDate: null, note: '' } as const
    await expect(alone.work((work) => approveAccumulated(work, idOf(address), form))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติ')
    await head.open(address)
    await head.submit({ reason: 'ไม่จำเป็น' }, `${address}/return`)
    expect((await clerk.open(address)).text).toContain('ไม่จำเป็น')
    await clerk.open(`${address}/edit`)
    await clerk.submit(asked('12.00', { purpose: 'disaster' }), `${address}/edit`)
    await clerk.submit({}, `${address}/submit`)
    await head.open(address)
    await head.submit({ reason: 'ไม่จำเป็น' }, `${address}/reject`)
    expect((await head.post(`${address}/approve`, { version: versionIn(head), approver: 'executive', happenedOn: today })).status).toBe(409)
  })

  it('has a memo, a place in the register, and is not found by another office', async () => {
    const address = await approved(asked('10.00', { purpose: 'disaster' }), { approver: 'executive' })
    expect((await clerk.post(`${address}/print`)).text).toMatch(/บันทึกขออนุมัติจ่ายขาดเงินสะสม.*จ่ายเพื่อสาธารณภัย.*สิบบาทถ้วน/)
    expect((await clerk.open(fundPaths.of('accumulated'))).text).toMatch(/ACF-[0-9]{5}\/70.*10\.00 ผู้บริหารท้องถิ่น อนุมัติแล้ว/)
    expect((await (await signIn(office, 'mueang.head')).open(address)).status).toBe(404)
    expect((await head.open(paths.new)).status).toBe(403)
  })

  it('is neither asked for nor approved once the budget of its year is closed', async () => {
    const waiting = await submitted(asked('10.00', { purpose: 'disaster' }))
    await office.owner('budget_documents').where({ kind: 'annual', organisation_id: saensuk.organisationId }).update({ state: 'closed' })
    const before = await documents()
    expect((await keyed(asked('10.00'))).text).toContain(deskText.errors.closedYear('2570'))
    expect((await stepped(head, `${waiting}/approve`, { approver: 'executive' })).text).toContain(deskText.errors.closedYear('2570'))
    expect([await documents(), await lineIn(waiting)]).toEqual([before, null])
  })
})
