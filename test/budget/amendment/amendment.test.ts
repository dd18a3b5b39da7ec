import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { approveAmendment } from '../../../src/budget/amendment/amendment.service.ts'
import { amendmentText } from '../../../src/budget/amendment.text.ts'
import { amendmentPaths as paths } from '../../../src/budget/budget.paths.ts'
import { getLine } from '../../../src/budget/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { asOfficer } from '../../support/world.ts'
import { deskVisits, today, versionIn } from '../desk-visits.ts'
import { aBudgetOffice, anEnactedBudget } from '../world.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const road = 'ก่อสร้างถนนคอนกรีตเสริมเหล็ก กว้าง 4 เมตร ยาว 100 เมตร'
const lines = await anEnactedBudget(saensuk, [
  { code: '5420900', amount: '500000.00', title: 'ถนนซอย 1', explanation: road, location: 'หมู่ที่ 1' },
  { code: '5330100', amount: '10000.00', title: 'วัสดุสำนักงาน', explanation: 'เพื่อจ่ายเป็นค่าวัสุดสำนักงาน' },
  { code: '5420900', amount: '500000.00', title: 'ถนนซอย 2', explanation: road, location: 'หมู่ที่ 2' },
])
await anEnactedBudget(saensuk, [{ code: '5330100', amount: '9000.00', title: 'เงินเฉพาะกิจ', source: '3001' }], { kind: 'grant', state: 'allocated', variant: '3001' })
const { errors } = amendmentText
const { clerk, head, keyed, submitted, approved } = await deskVisits(office, paths)

const form = (values: Readonly<Record<string, string>>) => (
  { documentDate: today, title: 'แก้ไขคำชี้แจง', reason: 'พิมพ์ผิด', line: 'วัสดุสำนักงาน', explanation: 'เพื่อจ่ายเป็นค่าวัสดุสำนักงาน', location: '', changes: 'no', ...values })

const lineOf = (id = '') => saensuk.head.read((read) => getLine(read, saensuk.organisationId, id))
const count = async () => Number((await office.owner('budget_documents').where({ kind: 'amendment' }).count('id as made').first())?.made)

describe('an amendment of an explanation', () => {
  it('of a typing error is for the executive; approved, the line says it, and the trail keeps what it said', async () => {
    const address = await submitted(form({}))
    expect(clerk.text).toContain('AMD-00001/70')
    expect(clerk.text).toMatch(/ผู้บริหารท้องถิ่น.*ข้อ 28/)
    expect((await lineOf(lines[1])).explanation).toBe('เพื่อจ่ายเป็นค่าวัสุดสำนักงาน')
    const done = await approved(address, { letterNumber: 'คำสั่งที่ 9/2569' })
    expect(done.text).toContain(amendmentText.done.approve)
    expect(done.text).toMatch(/เปลี่ยนคำชี้แจงของรายการงบประมาณ.*ค่าวัสุดสำนักงาน.*ค่าวัสดุสำนักงาน/)
    expect((await lineOf(lines[1])).explanation).toBe('เพื่อจ่ายเป็นค่าวัสดุสำนักงาน')
    await clerk.open(`${address}/announce`)
    expect((await clerk.submit({ happenedOn: today }, `${address}/announce`)).text).toContain(amendmentText.done.announce)
    await clerk.open(`${address}/report`)
    expect((await clerk.submit({ happenedOn: today, letterNumber: 'ชบ 52001/8', letterDate: today }, `${address}/report`)).text).toContain('ชบ 52001/8')
    expect((await clerk.post(`${address}/print`)).text).toMatch(/1\. เรื่องเดิม.*0001 วัสดุสำนักงาน.*คำชี้แจง.*ข้อ 28.*4\. ข้อเสนอ/)
    expect((await clerk.open(paths.list)).text).toMatch(/AMD-00001\/70.*ประกาศแล้ว/)
  })

  it('of the site of a road asks for the council though nothing else changes; the executive is refused (scenario 18)', async () => {
    const address = await submitted(form({ line: 'ถนนซอย 1', explanation: road, location: 'หมู่ที่ 3' }))
    expect(clerk.text).toMatch(/สภาท้องถิ่น.*ข้อ 29/)
    expect((await approved(address)).text).toMatch(/ผู้มีอำนาจอนุมัติเรื่องนี้คือ สภาท้องถิ่น \(.*29\)/)
    expect((await approved(address, { approver: 'council' })).text).toContain(errors.meeting)
    expect((await lineOf(lines[0])).location).toBe('หมู่ที่ 1')
    await approved(address, { approver: 'council', meeting: 'สมัยสามัญที่ 4 ครั้งที่ 1/2569' })
    expect((await lineOf(lines[0])).location).toBe('หมู่ที่ 3')
  })

  it('of the quantity of a road is for the council, its place the same', async () => {
    await submitted(form({ line: 'ถนนซอย 2', explanation: 'ก่อสร้างถนนคอนกรีตเสริมเหล็ก กว้าง 5 เมตร', location: 'หมู่ที่ 2', changes: 'yes' }))
    expect(clerk.text).toMatch(/สภาท้องถิ่น.*ข้อ 29/)
  })

  it('shows the old words beside the new and who approves before anything is saved, without script', async () => {
    const before = await count()
    const checked = await keyed(form({ line: 'ถนนซอย 2', explanation: road, location: 'หมู่ที่ 9', again: 'check' }))
    expect(checked.status).toBe(200)
    expect(checked.html).toMatch(new RegExp(`readonly>\\s*${road}</textarea>`))
    expect(checked.text).toMatch(/สถานที่ดำเนินการ เปลี่ยนแปลง ผู้มีอำนาจอนุมัติ สภาท้องถิ่น/)
    expect(await count()).toBe(before)
  })

  it.each([
    ['the same words', form({ explanation: ' เพื่อจ่ายเป็นค่าวัสดุสำนักงาน ' }), errors.same],
    ['a line of a grant', form({ line: '4' }), errors.forbidden('0004', errors.why.fund)],
    ['a line that is not there', form({ line: '9999' }), errors.noLine],
    ['words that fit several lines', form({ line: 'ถนน' }), errors.ambiguous],
    ['no explanation', form({ explanation: '' }), errors.explanation],
    ['an explanation without end', form({ explanation: 'ก'.repeat(1001) }), errors.explanation],
    ['a road without a place', form({ line: 'ถนนซอย 2', explanation: 'ใหม่', location: '' }), errors.location],
    ['an unanswered question', form({ changes: '' }), errors.changes],
    ['no reason', form({ reason: '' }), errors.reason],
    ['a day to come', form({ explanation: 'ใหม่', documentDate: '21/11/2569' }), errors.future],
    ['a day of another year', form({ explanation: 'ใหม่', documentDate: '30/09/2569' }), errors.noLine],
  ])('is refused for %s; what was typed stays, nothing is saved', async (_what, values, message) => {
    const before = await count()
    const refused = await keyed(values)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(refused.html).toContain(`value="${values.title}"`)
    expect(await count()).toBe(before)
  })

  it('is refused once the budget of its year is closed', async () => {
    const address = await submitted(form({ explanation: 'ก่อนปิดปี' }))
    await office.owner('budget_documents').where({ kind: 'annual', organisation_id: saensuk.organisationId }).update({ state: 'closed' })
    const refused = await keyed(form({ explanation: 'หลังปิดปี' }))
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(errors.closedYear('2570'))])
    expect((await approved(address)).text).toContain(errors.closedYear('2570'))
    expect((await lineOf(lines[1])).explanation).toBe('เพื่อจ่ายเป็นค่าวัสดุสำนักงาน')
    await office.owner('budget_documents').where({ kind: 'annual', organisation_id: saensuk.organisationId }).update({ state: 'enforced' })
  })

  it('two of the same line: the second no longer fits what the line says', async () => {
    const [one, two] = [await submitted(form({ explanation: 'ข้อความที่หนึ่ง' })), await submitted(form({ explanation: 'ข้อความที่สอง' }))]
    const form2 = { version: 2, approver: 'executive', happenedOn: calendarDate('2026-11-20') } as const
    const idOf = (address: string) => address.split('/').at(-1) ?? ''
    const ends = await Promise.allSettled([one, two].map((address) => saensuk.head.work((work) => approveAmendment(work, idOf(address), form2))))
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = ends[0]?.status === 'rejected' ? one : two
    expect((await approved(lost)).text).toContain(errors.moved)
    expect((await lineOf(lines[1])).explanation).toBe(lost === one ? 'ข้อความที่สอง' : 'ข้อความที่หนึ่ง')
  })

  it('sent twice is one document; an old page is refused; the maker does not approve', async () => {
    const values = form({ explanation: 'ส่งสองครั้ง', formKey: randomUUID() })
    const first = (await keyed(values)).path
    expect((await keyed(values)).path).toBe(first)
    expect((await clerk.post(`${first}/submit`, { version: '7' })).status).toBe(409)
    await clerk.open(first)
    await clerk.submit({}, `${first}/submit`)
    expect((await clerk.post(`${first}/approve`, { version: versionIn(clerk) })).status).toBe(403)
    const id = first.split('/').at(-1) ?? ''
    const made = await office.owner('budget_documents').where({ id }).first('prepared_by')
    const alone = asOfficer(office, { ...saensuk.head.officer, userId: made.prepared_by })
    await expect(alone.work((work) => approveAmendment(work, id, { version: 2, approver: 'executive', happenedOn: calendarDate('2026-11-20') })))
      .rejects.toThrow('ผู้จัดทำและผู้อนุมัติ')
  })

  it('goes back with a reason, is corrected and laid before the approver again; or is rejected', async () => {
    const address = await submitted(form({ explanation: 'ร่างแรก' }))
    await head.open(address)
    await head.submit({ reason: 'ไม่ครบถ้วน' }, `${address}/return`)
    expect((await clerk.open(address)).text).toContain('ไม่ครบถ้วน')
    await clerk.open(`${address}/edit`)
    expect(clerk.html).toContain('ร่างแรก</textarea>')
    await clerk.submit(form({ explanation: 'ร่างที่สอง' }))
    expect(clerk.text).toMatch(/แก้ไขร่าง.*คำชี้แจง: เดิม ร่างแรก → ใหม่ ร่างที่สอง/)
    await clerk.submit({}, `${address}/submit`)
    await head.open(address)
    expect((await head.submit({ reason: 'ไม่จำเป็น' }, `${address}/reject`)).text).toContain(amendmentText.done.reject)
    expect((await head.post(`${address}/approve`, { version: versionIn(head), approver: 'executive', happenedOn: today })).status).toBe(409)
  })

  it('takes papers while it is a draft, and none afterwards', async () => {
    const page = await keyed(form({ explanation: 'มีเอกสารแนบ' }))
    const address = page.path
    const paper = (name: string) => {
      const files = new FormData()
      files.set('files', new File([Buffer.from('%PDF-1.7\n%%EOF')], name))
      return files
    }
    expect((await clerk.upload(`${address}/attachments`, paper('แบบแปลน.pdf'))).text).toContain('แบบแปลน.pdf')
    expect((await clerk.upload(`${address}/attachments`, paper('แบบแปลน.exe'))).text).toContain('นามสกุลของไฟล์')
    await clerk.open(address)
    const [, removal = ''] = /action="([^"]+\/attachments\/[0-9]+\/remove)"/.exec(clerk.html) ?? []
    await clerk.submit({}, `${address}/submit`)
    expect((await clerk.post(removal)).status).toBe(409)
    await clerk.open(address)
    expect((await clerk.upload(`${address}/attachments`, paper('มาช้า.pdf'))).status).toBe(409)
    expect((await clerk.open(address)).text).toMatch(/แบบแปลน\.pdf/)
    expect(clerk.text).not.toContain('มาช้า.pdf')
  })

  it('of another office is not found, and the head of finance makes none', async () => {
    const address = await submitted(form({ explanation: 'ของเราเอง' }))
    const other = await signIn(office, 'mueang.head')
    expect((await other.open(address)).status).toBe(404)
    expect((await other.post(`${address}/approve`, { version: '2', approver: 'executive', happenedOn: today })).status).toBe(404)
    expect((await head.open(paths.new)).status).toBe(403)
  })
})
