import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { linePaths, transferPaths } from '../../../src/budget/budget.paths.ts'
import { budgetText } from '../../../src/budget/budget.text.ts'
import { approvalsPath, ordinancePaths as paths, supplementaryPaths } from '../../../src/budget/ordinance.paths.ts'
import { deskText } from '../../../src/budget/desk.text.ts'
import { paperPaths } from '../../../src/budget/report.paths.ts'
import { ordinanceText } from '../../../src/budget/ordinance.text.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { fiscalYear } from '../../../src/platform/dates.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'
import { aBudgetOffice } from '../world.ts'
import { aDraft, ordinanceOf, reserve, walked, type GivenDraft } from './ordinances.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const clerk = await signIn(office, 'saensuk.budget')
const head = await signIn(office, 'saensuk.head')
const { errors, checks, done, steps } = ordinanceText
const good: GivenDraft = { revenues: [{ amount: '400000.00' }], lines: [{ amount: '50000.00', fromSubsidy: '20000.00' }, reserve] }
const { closedBooks } = deskText.errors
const years = { next: 2600 }

/** Each in a year of its own: there is one a year. */
const draft = (given: GivenDraft = good) => aDraft(saensuk, { year: fiscalYear(years.next++), ...given })
const thisYears = (given: GivenDraft = good) => aDraft(saensuk, { ...given, year: fiscalYear(2570) })
const stateOf = async (id: string) => (await ordinanceOf(saensuk, id)).state
const versionIn = ({ html }: Visit) => /name="version" value="([0-9]+)"/.exec(html)?.[1] ?? ''

function paper({ html }: Visit): FormData {
  const form = new FormData()
  form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '')
  form.set('files', new Blob([Buffer.from('%PDF-1.4\n%%EOF')]), 'ร่าง.pdf')
  return form
}

async function take(visit: Visit, id: string, step: 'propose' | 'council' | 'supervise' | 'enforce' | 'report', values: Readonly<Record<string, string>>): Promise<Visit> {
  await visit.open(paths.step(id, step))
  return visit.submit(values, paths.step(id, step))
}

describe('an ordinance in the browser', () => {
  it('is made once a year, however often the form is sent', async () => {
    await clerk.open(paths.new)
    const formKey = randomUUID()
    const made = await clerk.submit({ fiscalYear: '๒๕๗๑', title: 'เทศบัญญัติ 2571', principle: 'เพื่อจัดบริการสาธารณะ', formKey })
    expect(made.text).toContain(ordinanceText.saved)
    const address = made.path
    await clerk.open(paths.new)
    expect((await clerk.submit({ fiscalYear: '2571', title: 'เทศบัญญัติ 2571', formKey })).path).toBe(address)
    await clerk.open(paths.new)
    const again = await clerk.submit({ fiscalYear: '2571', title: 'อีกฉบับ' })
    expect(again.status).toBe(422)
    expect(again.text).toContain(errors.taken('2571'))
    expect(again.html).toContain('value="อีกฉบับ"')
    await clerk.open(`${address}/cancel`)
    expect((await clerk.submit({}, `${address}/cancel`)).text).toContain(done.cancel)
    await clerk.open(paths.new)
    expect((await clerk.submit({ fiscalYear: '2571', title: 'ฉบับใหม่' })).text).toContain('ฉบับใหม่')
  })

  it.each([
    ['a year far away', { fiscalYear: '2575' }, errors.year], ['no year', { fiscalYear: 'ปีหน้า' }, errors.year], ['no title', { title: ' ' }, errors.title],
    ['too long a title', { title: 'ก'.repeat(301) }, errors.title], ['too long a speech', { position: 'ก'.repeat(4001) }, documentsText.errors.tooLong('4000')],
  ])('is refused for %s, and nothing is kept', async (_what, values, message) => {
    const count = async () => Number((await office.owner('budget_documents').count('id as n').first())?.n)
    const before = await count()
    await clerk.open(paths.new)
    const refused = await clerk.submit({ fiscalYear: '2569', title: 'เทศบัญญัติ', ...values })
    expect([refused.status, await count()]).toEqual([422, before])
    expect(refused.text).toContain(message)
  })

  it('keeps SQL and tags as the words they are', async () => {
    const id = await draft()
    await clerk.open(paths.edit(id))
    const words = `'); DROP TABLE budget_documents; -- <b>หนา</b>`
    expect((await clerk.submit({ title: words })).text).toContain(`'); DROP TABLE budget_documents; -- &lt;b&gt;หนา&lt;/b&gt;`)
    expect((await ordinanceOf(saensuk, id)).title).toBe(words)
  })

  it('goes from draft to announcement by two people; the page tells steps, days and money by source', async () => {
    const id = await thisYears()
    await clerk.open(paths.show(id))
    expect(clerk.text).toMatch(/400,000\.00.*350,000\.00.*50,000\.00/)
    expect(clerk.text).toMatch(/แผนงานบริหารงานทั่วไป 30,000\.00 20,000\.00 50,000\.00.*แผนงานงบกลาง 300,000\.00.*330,000\.00 20,000\.00 350,000\.00/)
    expect(clerk.text).toContain(ordinanceText.allWell)
    expect((await take(clerk, id, 'propose', { happenedOn: '20/08/2569' })).text).toContain(done.propose)
    expect(clerk.text).toMatch(/BUD-00001\/70.*ช้ากว่ากำหนด 5 วัน/)
    expect((await head.open(approvalsPath)).text).toMatch(/BUD-00001\/70.*350,000\.00.*เสนอสภาแล้ว.*1 ต\.ค\. 2569.*เลยกำหนดแล้ว 50 วัน.*บันทึกมติสภาท้องถิ่น/)
    expect((await take(head, id, 'council', { happenedOn: '28/08/2569', meeting: 'สมัยสามัญที่ 3 ครั้งที่ 2/2569' })).text).toContain(done.council)
    expect((await take(head, id, 'supervise', { happenedOn: '15/09/2569', letterNumber: 'ชบ 0023.6/77', letterDate: '14/09/2569' })).text).toContain(done.supervise)
    const announced = await take(head, id, 'enforce', { happenedOn: '25/09/2569' })
    expect(announced.text).toContain(done.enforce)
    expect(announced.text).toMatch(/เสนอสภาท้องถิ่น 20 ส\.ค\. 2569.*สภาท้องถิ่นเห็นชอบ 28 ส\.ค\. 2569 สมัยสามัญที่ 3.*ผู้กำกับดูแลเห็นชอบ 15 ก\.ย\. 2569.*ชบ 0023\.6\/77 14 ก\.ย\. 2569/)
    expect((await take(clerk, id, 'report', { happenedOn: '15/10/2569', letterNumber: 'ชบ 52001/9' })).text).toMatch(/บันทึกการส่งสำเนา 10 ต\.ค\. 2569.*15 ต\.ค\. 2569 ช้ากว่ากำหนด 5 วัน/)
    expect((await head.open(approvalsPath)).text).toContain(ordinanceText.approvals.none)
    expect((await clerk.open(linePaths.list)).text).toMatch(/วัสดุสำนักงาน.*50,000\.00/)
  })

  it('once announced is read only, and leads to what may change it (scenario 8)', async () => {
    const id = await draft()
    await office.owner('budget_documents').where({ id }).update({ state: 'enforced', number: 99, approved_by: saensuk.head.officer.userId, approved_at: office.clock.now() })
    await clerk.open(paths.show(id))
    expect(clerk.html).not.toContain(paths.edit(id))
    expect(clerk.html).toContain(`href="${transferPaths.new}"`)
    expect(clerk.html).toContain(`href="${linePaths.list}?year=${(await ordinanceOf(saensuk, id)).fiscalYear}"`)
    expect((await head.open(paths.show(id))).html).not.toContain(`href="${transferPaths.new}"`)
    expect((await clerk.open(paths.edit(id))).status).toBe(404)
    expect((await clerk.post(paths.edit(id), { version: '1', title: 'แก้' })).status).toBe(409)
    expect((await clerk.post(paths.step(id, 'propose'), { version: '1', happenedOn: '20/11/2569' })).status).toBe(409)
  })

  it('with a deficit or a fault stays a draft, and each fault is named', async () => {
    const id = await draft({ revenues: [{ amount: '41900000.00', explanation: '' }], lines: [{ amount: '41650000.00' }, reserve] })
    const refused = await take(clerk, id, 'propose', { happenedOn: '20/11/2569', warningsSeen: 'yes' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`${checks.deficit('50,000.00')} · ${checks.explain('ภาษีโรงเรือนและที่ดิน')}`)
    expect(await stateOf(id)).toBe('draft')
    const empty = await draft({ lines: [] })
    expect((await take(clerk, empty, 'propose', { happenedOn: '20/11/2569' })).text).toContain(checks.noLines)
  })

  it('wants every remark acknowledged', async () => {
    const id = await draft({ ...good, lines: [{ amount: '50000.50' }] })
    const refused = await take(clerk, id, 'propose', { happenedOn: '20/11/2569', note: 'รีบ' })
    expect([refused.status, await stateOf(id)]).toEqual([422, 'draft'])
    expect(refused.text).toContain(errors.acknowledge)
    expect(refused.html).toContain('value="รีบ"')
    expect((await refused.submit({ warningsSeen: 'yes' }, paths.step(id, 'propose'))).text).toContain(done.propose)
  })

  it.each([
    ['propose', 'a day to come', { happenedOn: '21/11/2569' }, budgetText.errors.future, undefined],
    ['propose', 'no day', { happenedOn: '31/02/2569' }, budgetText.errors.date, undefined],
    ['council', 'no meeting', { happenedOn: '20/11/2569', meeting: ' ' }, budgetText.errors.meeting, 'propose'],
    ['council', 'a day before the proposal', { happenedOn: '09/08/2569', meeting: 'ก' }, 'วันที่ต้องไม่ก่อนขั้นตอนก่อนหน้า (10 สิงหาคม 2569)', 'propose'],
    ['supervise', 'a day before the council', { happenedOn: '20/08/2569', letterNumber: '1' }, 'วันที่ต้องไม่ก่อนขั้นตอนก่อนหน้า (28 สิงหาคม 2569)', 'council'],
    ['supervise', 'no letter', { happenedOn: '20/11/2569' }, errors.letter, 'council'],
    ['supervise', 'half a letter date', { happenedOn: '20/11/2569', letterNumber: '1', letterDate: '1/1' }, budgetText.errors.date, 'council'],
    ['enforce', 'a day before the supervisor', { happenedOn: '01/09/2569' }, 'วันที่ต้องไม่ก่อนขั้นตอนก่อนหน้า (10 กันยายน 2569)', 'supervise'],
    ['enforce', 'a day to come', { happenedOn: '01/12/2569' }, budgetText.errors.future, 'supervise'],
  ] as const)('%s is refused for %s, and the state stays', async (step, _what, values, message, until) => {
    await office.owner('budget_documents').where({ organisation_id: saensuk.organisationId, fiscal_year: 2570 }).whereNot('state', 'cancelled').update({ state: 'cancelled' })
    const id = await thisYears()
    if (until) await walked(saensuk, id, until)
    const before = await ordinanceOf(saensuk, id)
    const refused = await take(step === 'propose' ? clerk : head, id, step, values)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(await ordinanceOf(saensuk, id)).toEqual(before)
  })

  it('is moved by nobody from an old page, in the wrong state, in the wrong role or from another office', async () => {
    const id = await draft()
    expect((await clerk.post(paths.step(id, 'propose'), { version: '7', happenedOn: '20/11/2569' })).status).toBe(409)
    expect((await head.open(paths.step(id, 'council'))).status).toBe(404)
    expect((await head.post(paths.step(id, 'council'), { version: '1', happenedOn: '20/11/2569', meeting: 'ก' })).status).toBe(409)
    expect((await clerk.post(paths.step(id, 'council'), { version: '1', happenedOn: '20/11/2569', meeting: 'ก' })).status).toBe(403)
    expect((await head.open(paths.new)).status).toBe(403)
    expect((await head.open(paths.step(id, 'propose'))).status).toBe(403)
    const other = await signIn(office, 'mueang.head')
    expect((await other.open(paths.show(id))).status).toBe(404)
    expect((await other.post(paths.step(id, 'council'), { version: '1', happenedOn: '20/11/2569', meeting: 'ก' })).status).toBe(404)
    expect(await stateOf(id)).toBe('draft')
  })

  it('pressed twice is announced once', async () => {
    await office.owner('budget_documents').where({ organisation_id: saensuk.organisationId, fiscal_year: 2570 }).whereNot('state', 'cancelled').update({ state: 'cancelled' })
    const id = await thisYears({ ...good, lines: [{ title: 'กดสองครั้ง', amount: '50000.00' }, { ...reserve, title: 'สำรองจ่ายสองครั้ง' }] })
    await walked(saensuk, id, 'supervise')
    await head.open(paths.step(id, 'enforce'))
    const values = { version: versionIn(head), happenedOn: '20/11/2569' }
    expect((await head.submit(values, paths.step(id, 'enforce'))).text).toContain(done.enforce)
    expect((await head.post(paths.step(id, 'enforce'), values)).status).toBe(409)
    expect(await office.owner('budget_movements').where({ source_kind: 'budget-annual', source_id: id })).toHaveLength(1)
  })

  it('goes back with a reason that the clerk sees; papers may be added while it is a draft only', async () => {
    const id = await draft()
    await clerk.open(paths.show(id))
    expect((await clerk.upload(paths.attach(id), paper(clerk))).text).toContain('ร่าง.pdf')
    await take(clerk, id, 'propose', { happenedOn: '20/11/2569' })
    expect((await clerk.upload(paths.attach(id), paper(clerk))).status).toBe(409)
    await head.open(paths.show(id))
    expect((await head.submit({ reason: '' }, paths.step(id, 'return'))).text).toContain(documentsText.errors.reason)
    expect((await head.submit({ reason: 'ลดรายจ่ายงบลงทุน' }, paths.step(id, 'return'))).text).toContain(done.return)
    expect((await clerk.open(paths.show(id))).text).toMatch(/ส่งคืนแก้ไข: ลดรายจ่ายงบลงทุน.*ประวัติ/)
    expect(clerk.text).toContain(steps.propose)
  })

  it('is found under the address of its own kind only, whatever the page or the step', async () => {
    const id = await draft()
    const other = supplementaryPaths
    for (const page of [other.show(id), other.edit(id), other.revenues(id), other.expenditures(id), other.task(id, '00111'), other.line(id, 1), other.linesCsv(id), other.step(id, 'propose')]) {
      expect([page, (await clerk.open(page)).status]).toEqual([page, 404])
    }
    const posts: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      [other.step(id, 'propose'), { happenedOn: '20/11/2569', warningsSeen: 'yes' }], [other.step(id, 'cancel'), {}], [other.edit(id), { title: 'อื่น' }],
      [other.revenuesEdit(id), {}], [other.taskEdit(id, '00111'), {}], [other.lineRemove(id, 1), {}],
    ]
    const before = await ordinanceOf(saensuk, id)
    for (const [address, values] of posts) expect([address, (await clerk.post(address, { version: '1', ...values })).status]).toEqual([address, 404])
    expect(await ordinanceOf(saensuk, id)).toEqual(before)
  })

  it('says once that the copy was sent; a wrong record is corrected beside it, with the reason', async () => {
    await office.owner('budget_documents').where({ organisation_id: saensuk.organisationId, fiscal_year: 2570 }).whereNot('state', 'cancelled').update({ state: 'cancelled' })
    const id = await thisYears({ ...good, lines: [{ title: 'ส่งสำเนา', amount: '50000.00' }, { ...reserve, title: 'สำรองจ่ายส่งสำเนา' }] })
    await walked(saensuk, id)
    expect((await clerk.open(paths.step(id, 'correct'))).status).toBe(404)
    await take(clerk, id, 'report', { happenedOn: '05/11/2569', letterNumber: 'ชบ 1', letterDate: '05/11/2569' })
    expect(clerk.html).not.toContain(paths.step(id, 'report'))
    expect((await clerk.open(paths.step(id, 'report'))).status).toBe(404)
    expect((await clerk.post(paths.step(id, 'report'), { version: versionIn(await clerk.open(paths.step(id, 'correct'))), happenedOn: '06/11/2569', letterNumber: 'ชบ 2' })).status).toBe(409)
    await clerk.open(paths.step(id, 'correct'))
    expect(clerk.html).toMatch(/value="05\/11\/2569".*value="ชบ 1"/s)
    const silent = await clerk.submit({ happenedOn: '30/09/2569' }, paths.step(id, 'correct'))
    expect([silent.status, silent.text.includes(errors.correction)]).toEqual([422, true])
    const corrected = await clerk.submit({ note: 'พิมพ์วันที่ผิด' }, paths.step(id, 'correct'))
    expect(corrected.text).toContain(done.correct)
    expect(corrected.text).toMatch(/บันทึกการส่งสำเนา 5 ต\.ค\. 2569 [^0-9]+ พ\.ศ\. 2563 30 ก\.ย\. 2569 ทันกำหนด/)
    expect(corrected.text).toMatch(/ส่งสำเนา 5 พ\.ย\. 2569.*แก้ไขบันทึกการส่งสำเนา 30 ก\.ย\. 2569.*พิมพ์วันที่ผิด/)
  })

  it('is not begun for a year whose books are closed', async () => {
    await office.owner('fiscal_years').insert({ organisation_id: saensuk.organisationId, fiscal_year: 2569, opened_at: office.clock.now() })
    await office.owner('closing_requests').insert({
      organisation_id: saensuk.organisationId, fiscal_year: 2569, kind: 'close', state: 'done', reason: '', asked_by: saensuk.clerk.officer.userId, asked_at: office.clock.now(),
      decided_by: saensuk.head.officer.userId, decided_at: office.clock.now(),
    })
    await clerk.open(paths.new)
    const refused = await clerk.submit({ fiscalYear: '2569', title: 'เทศบัญญัติปีเก่า' })
    expect([refused.status, refused.text.includes(closedBooks('2569'))]).toEqual([422, true])
    for (const table of ['closing_requests', 'fiscal_years']) await office.owner(table).where({ organisation_id: saensuk.organisationId, fiscal_year: 2569 }).delete()
  })

  it('of a year before the system began is neither made nor a reason to fall over', async () => {
    await clerk.open(paths.new)
    const refused = await clerk.submit({ fiscalYear: '2566', title: 'เทศบัญญัติ 2566' })
    expect([refused.status, refused.text.includes(errors.tooOld('2567'))]).toEqual([422, true])
    const id = await draft({ ...good, year: fiscalYear(2560) })
    for (const page of [paths.show(id), paths.revenues(id), paths.revenuesEdit(id), paths.expenditures(id), `${paperPaths.ordinance}?document=${id}&year=2560`, `${linePaths.list}?year=2560`]) {
      expect([page, (await clerk.open(page)).status]).toEqual([page, 200])
    }
  })
})
