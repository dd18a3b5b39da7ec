import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { budgetText } from '../../../src/budget/budget.text.ts'
import { transferPaths } from '../../../src/budget/budget.paths.ts'
import { transferText } from '../../../src/budget/change.text.ts'
import { claim, getLine } from '../../../src/budget/index.ts'
import { approveTransfer, transferDesk } from '../../../src/budget/transfer/transfer.service.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'
import { asOfficer } from '../../support/world.ts'
import { pdf } from '../../documents/files.ts'
import { aBudgetOffice, anEnactedBudget, spend } from '../world.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const lines = await anEnactedBudget(saensuk, [
  { code: '5320300', amount: '80000.00', title: 'ค่าเดินทางไปราชการ' }, { code: '5330800', amount: '10000.00', title: 'วัสดุเชื้อเพลิง' },
  { code: '5411600', amount: '3000.00', title: 'คอมพิวเตอร์' }, { code: '5330100', amount: '500.00', title: 'วัสดุสำนักงาน', task: '00112' },
])
await anEnactedBudget(saensuk, [{ code: '5330100', amount: '9000.00', title: 'เงินอุดหนุนเฉพาะกิจ', source: '3001' }], { kind: 'grant', state: 'allocated', variant: '3001' })
const { errors } = transferText
const clerk = await signIn(office, 'saensuk.budget')
const head = await signIn(office, 'saensuk.head')
const today = '20/11/2569'

function form(values: Readonly<Record<string, string>>): Record<string, string> {
  return { documentDate: today, title: 'โอนเพื่อจัดซื้อวัสดุ', reason: 'วัสดุไม่เพียงพอ', changes: 'no', ...values }
}

const move = (from: string, to: string, amount: string, into = amount) => form({ 'out.0.line': from, 'out.0.amount': amount, 'in.0.line': to, 'in.0.amount': into })

async function keyed(values: Readonly<Record<string, string>>): Promise<Visit> {
  await clerk.open(transferPaths.new)
  return clerk.submit(values)
}

const versionIn = ({ html }: Visit) => /name="version" value="([0-9]+)"/.exec(html)?.[1] ?? ''

async function submitted(values: Readonly<Record<string, string>>): Promise<string> {
  const page = await keyed(values)
  const address = page.path
  await page.submit({}, `${address}/submit`)
  return address
}

async function approved(address: string, values: Readonly<Record<string, string>> = {}): Promise<Visit> {
  await head.open(`${address}/approve`)
  return head.submit({ approver: 'executive', happenedOn: today, ...values }, `${address}/approve`)
}

describe('a transfer of budget', () => {
  it('by the executive goes from draft to approval, announcement and report; the page gives before, moved and after (scenario 12)', async () => {
    const address = await submitted(move('1', 'วัสดุเชื้อเพลิง', '30,000.00'))
    expect(clerk.text).toContain('TRF-00001/70')
    expect(clerk.text).toContain('ผู้บริหารท้องถิ่น')
    const done = await approved(address, { letterNumber: 'คำสั่งที่ 12/2569' })
    expect(done.text).toContain(transferText.done.approve)
    expect(done.text).toMatch(/0001 ค่าเดินทางไปราชการ.*80,000\.00 30,000\.00 50,000\.00.*0002 วัสดุเชื้อเพลิง.*10,000\.00 30,000\.00 40,000\.00/)
    await clerk.open(`${address}/announce`)
    expect((await clerk.submit({ happenedOn: today }, `${address}/announce`)).text).toContain(transferText.done.announce)
    await clerk.open(`${address}/report`)
    expect((await clerk.submit({ happenedOn: today, letterNumber: 'ชบ 52001/7' }, `${address}/report`)).text).toContain('ชบ 52001/7')
    const paper = await clerk.post(`${address}/print`)
    expect(paper.text).toMatch(/1\. เรื่องเดิม.*ข้อ 26.*4\. ข้อเสนอ.*สามหมื่นบาทถ้วน/)
    expect((await clerk.open(transferPaths.list)).text).toMatch(/TRF-00001\/70.*30,000\.00.*ประกาศแล้ว/)
  })

  it('shows the rest, the difference and who approves before anything is saved, without script', async () => {
    const checked = await keyed({ ...move('1', '4', '100.00', '90.00'), again: 'check' })
    expect(checked.status).toBe(200)
    expect(checked.text).toMatch(/50,000\.00.*ผลต่าง 10\.00.*ผู้บริหารท้องถิ่น \(.*26\)/)
    expect(checked.html).toContain('value="0001 ค่าเดินทางไปราชการ"')
    expect((await keyed({ ...move('1', '4', '99999999.00', '90.00'), again: 'check' })).text).toContain('งบประมาณคงเหลือไม่พอ')
  })

  it('to a new capital item asks for the council and its meeting; the executive is refused; the item gets its own line (scenario 13)', async () => {
    const address = await submitted(form({
      'out.0.line': '1', 'out.0.amount': '46000', 'items.0.task': '00111', 'items.0.code': '5411600', 'items.0.title': 'คอมพิวเตอร์ 2 เครื่อง',
      'items.0.specification': 'เครื่องคอมพิวเตอร์สำหรับงานประมวลผล', 'items.0.amount': '46,000.00',
    }))
    expect(clerk.text).toContain('สภาท้องถิ่น')
    expect((await approved(address)).text).toMatch(/ผู้มีอำนาจอนุมัติเรื่องนี้คือ สภาท้องถิ่น \(.*27\)/)
    expect((await approved(address, { approver: 'council' })).text).toContain(budgetText.errors.meeting)
    const done = await approved(address, { approver: 'council', meeting: 'สมัยสามัญที่ 4 ครั้งที่ 1/2569' })
    expect(done.text).toMatch(/0006 คอมพิวเตอร์ 2 เครื่อง.*รายการใหม่.*0\.00 46,000\.00 46,000\.00/)
  })

  it('of what a finished capital item left over is for the executive (scenario 14)', async () => {
    await submitted(move('3', '4', '3000.00'))
    expect(clerk.text).toMatch(/ผู้บริหารท้องถิ่น.*ข้อ 26/)
  })

  it('that changes the quality of a capital item is for the council', async () => {
    await submitted({ ...move('3', '4', '1.00'), changes: 'yes' })
    expect(clerk.text).toMatch(/สภาท้องถิ่น.*ข้อ 27/)
  })

  it.each([
    ['unbalanced (scenario 15)', move('2', '4', '30000.00', '29500.00'), errors.unbalanced('500.00')],
    ['more than is there (scenario 16)', move('4', '2', '500.01'), 'เกินอยู่ 0.01 บาท'],
    ['money of a grant', move('5', '2', '10'), errors.forbidden('0005', errors.why.fund)],
    ['onto itself', move('2', '2', '10'), errors.twice],
    ['a line that is not there', move('9999', '2', '10'), budgetText.errors.noLine],
    ['words that fit several lines', move('วัสดุ', '1', '10'), errors.ambiguous],
    ['a third decimal', move('2', '4', '12.345'), budgetText.errors.amount],
    ['less than nothing', move('2', '4', '-1.00'), budgetText.errors.positive],
    ['nothing at all', form({}), errors.nothing],
    ['no reason', { ...move('2', '4', '10'), reason: ' ' }, budgetText.errors.reason],
    ['a day to come', { ...move('2', '4', '10'), documentDate: '21/11/2569' }, budgetText.errors.future],
    ['an unanswered question', { ...move('2', '4', '10'), changes: '' }, errors.changes],
    ['ordinary money into the central fund', form({
      'out.0.line': '2', 'out.0.amount': '10', 'items.0.task': '00411', 'items.0.code': '5330100', 'items.0.title': 'x', 'items.0.specification': 'x', 'items.0.amount': '10',
    }), errors.central],
  ])('is refused for %s, and what was typed stays', async (_what, values, message) => {
    const refused = await keyed(values)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(refused.html).toContain(`value="${values['title'] ?? ''}"`)
  })

  it('reads Thai digits', async () => {
    expect((await keyed(move('๒', '๔', '๑,๕๖๐.๒๕'))).text).toContain('1,560.25')
  })

  it('sent twice is one document; an old page is refused', async () => {
    const values = { ...move('2', '4', '10'), formKey: randomUUID() }
    const first = (await keyed(values)).path
    expect((await keyed(values)).path).toBe(first)
    expect((await clerk.post(`${first}/submit`, { version: '7' })).status).toBe(409)
  })

  it('is not approved by its maker, nor before its day, nor when rejected', async () => {
    const address = await submitted(move('2', '4', '10'))
    const id = address.split('/').at(-1) ?? ''
    expect((await clerk.post(`${address}/approve`, { version: versionIn(clerk) })).status).toBe(403)
    expect((await approved(address, { happenedOn: '19/11/2569' })).text).toContain('วันที่ต้องไม่ก่อนขั้นตอนก่อนหน้า')
    const made = await office.owner('budget_documents').where({ id }).first('prepared_by')
    const alone = asOfficer(office, { ...saensuk.head.officer, userId: made.prepared_by })
    const form = { version: 2, approver: 'executive', happenedOn: calendarDate('2026-11-20'), meeting: '', letterNumber: '', letterDate: null, note: '' } as const
    await expect(alone.work((work) => approveTransfer(work, id, form))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติ')
    await head.open(address)
    await head.submit({ reason: 'ไม่จำเป็น' }, `${address}/reject`)
    expect(head.text).toContain('ไม่อนุมัติ')
    expect((await head.post(`${address}/approve`, { version: '3', approver: 'executive', happenedOn: today })).status).toBe(409)
  })

  it('is rewritten by nobody but its maker, who could approve what they wrote', async () => {
    const address = (await keyed(move('2', '4', '10'))).path
    const id = address.split('/').at(-1) ?? ''
    const permissions = new Set([...saensuk.clerk.officer.permissions, ...saensuk.head.officer.permissions])
    const both = asOfficer(office, { ...saensuk.head.officer, permissions })
    await expect(both.work((work) => transferDesk.start(work, id, { version: 1, action: 'edit' }))).rejects.toThrow(documentsText.notYours)
    await expect(both.work((work) => transferDesk.attach(work, id, [{ field: 'files', name: 'มติ.pdf', bytes: pdf }]))).rejects.toThrow(documentsText.notYours)
  })

  it('goes back for correction with a reason and keeps its number', async () => {
    const address = await submitted(move('2', '4', '11'))
    const number = /TRF-[0-9]{5}\/70/.exec(clerk.text)?.[0] ?? ''
    await head.open(address)
    await head.submit({ reason: 'เหตุผลไม่ชัด' }, `${address}/return`)
    expect((await clerk.open(address)).text).toContain('เหตุผลไม่ชัด')
    await clerk.open(`${address}/edit`)
    await clerk.submit({ 'out.0.amount': '12', 'in.0.amount': '12', reason: 'ชัดแล้ว', changes: 'no' })
    expect((await clerk.submit({}, `${address}/submit`)).text).toContain(number)
  })

  it('two transfers of the last baht: one is approved, the other says what is missing', async () => {
    const [one, two] = [await submitted(move('4', '2', '400')), await submitted(move('4', '2', '300'))]
    expect((await approved(one)).text).toContain(transferText.done.approve)
    expect((await approved(two)).text).toContain('เกินอยู่ 200.00 บาท')
  })

  it('two transfers of the last baht approved at one moment: one moves', async () => {
    const [from = '', into = ''] = await anEnactedBudget(saensuk, [
      { code: '5330100', amount: '100.00', title: 'บาทสุดท้าย' }, { code: '5330100', amount: '1.00', title: 'ที่หมาย' },
    ], { kind: 'interim' })
    const both = [await submitted(move('บาทสุดท้าย', 'ที่หมาย', '100')), await submitted(move('บาทสุดท้าย', 'ที่หมาย', '0.01'))]
    const decision = { version: 2, approver: 'executive', happenedOn: calendarDate('2026-11-20') } as const
    const ends = await Promise.allSettled(both.map((address) => (
      saensuk.head.work((work) => approveTransfer(work, address.split('/').at(-1) ?? '', decision)))))
    const rest = await saensuk.head.read(async (read) => Promise.all([from, into].map(async (id) => (await getLine(read, saensuk.organisationId, id)).balance.available)))
    const first = ends[0]?.status === 'fulfilled'
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(rest).toEqual(first ? [baht('0.00'), baht('101.00')] : [baht('99.99'), baht('1.01')])
  })

  it('is taken back while its money is unused, and not after', async () => {
    const [one, two] = [await submitted(move('2', '4', '5000')), await submitted(move('2', '4', '1000'))]
    await approved(one)
    await approved(two)
    await head.open(two)
    expect((await head.submit({ reason: 'โอนผิดรายการ' }, `${two}/revoke`)).text).toContain(transferText.done.revoke)
    await spend(saensuk, lines[3] ?? '', '5100')
    await head.open(one)
    expect((await head.submit({ reason: 'โอนผิดรายการ' }, `${one}/revoke`)).text).toContain('งบประมาณคงเหลือไม่พอ')
  })

  it('lets nobody spend on a day before its approval (scenario 17)', async () => {
    const [from = '', into = ''] = await anEnactedBudget(saensuk, [
      { code: '5330100', amount: '100.00', title: 'ต้นทาง' }, { code: '5330100', amount: '100.00', title: 'ปลายทาง' },
    ], { kind: 'supplementary' })
    expect(from).not.toBe('')
    await approved(await submitted(move('ต้นทาง', 'ปลายทาง', '100')))
    const act = { source: { kind: 'claim', id: '987' }, event: 'claimed', description: 'ฎีกา' }
    const claimed = (day: 'today' | 'before') => saensuk.accountant.work((work) => claim(work, {
      ...act, date: day === 'today' ? work.today : calendarDate('2026-11-19'),
    }, [{ lineId: into, amount: baht('200.00') }]))
    await expect(claimed('before')).rejects.toThrow()
    expect((await claimed('today')).isNew).toBe(true)
  })

  it('two clerks correcting one draft: the second sees that it changed, and changes nothing', async () => {
    const address = (await keyed(move('2', '4', '10'))).path
    await clerk.open(`${address}/edit`)
    const version = versionIn(clerk)
    await clerk.submit({ ...move('2', '4', '20'), title: 'ของคนแรก' })
    expect(clerk.text).toContain('ของคนแรก')
    expect((await clerk.post(`${address}/edit`, { ...move('2', '4', '30'), title: 'ของคนที่สอง', version })).status).toBe(409)
    expect((await clerk.open(address)).text).toMatch(/ของคนแรก.*20\.00/)
  })

  it('moves nothing any more once the budget of its year is closed', async () => {
    const [waiting, done] = [await submitted(move('2', '4', '10')), await submitted(move('2', '4', '10'))]
    await approved(done)
    const ordinance = office.owner('budget_documents').where({ kind: 'annual', organisation_id: saensuk.organisationId })
    await ordinance.clone().update({ state: 'closed' })
    const refusal = errors.closedYear('2570')
    const before = await office.owner('budget_movements').count('id as made').first()
    const keyedNow = await keyed(move('2', '4', '10'))
    expect([keyedNow.status, keyedNow.text]).toEqual([422, expect.stringContaining(refusal)])
    expect((await approved(waiting)).text).toContain(refusal)
    await head.open(done)
    expect((await head.submit({ reason: 'โอนผิด' }, `${done}/revoke`)).text).toContain(refusal)
    expect(await office.owner('budget_movements').count('id as made').first()).toEqual(before)
    await ordinance.clone().update({ state: 'enforced' })
  })

  it('of another office is not found, and the head of finance makes none', async () => {
    const address = await submitted(move('1', '2', '1'))
    const other = await signIn(office, 'mueang.head')
    expect((await other.open(address)).status).toBe(404)
    expect((await head.open(transferPaths.new)).status).toBe(403)
  })
})
