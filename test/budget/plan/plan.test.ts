import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { planBelowPaths, planPaths as paths } from '../../../src/budget/budget.paths.ts'
import { claim, compareBudgetBalances } from '../../../src/budget/index.ts'
import { planText } from '../../../src/budget/plan.text.ts'
import { approvePlan } from '../../../src/budget/plan/plan.service.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'
import { anOfficer, asOfficer, organisation } from '../../support/world.ts'

const office = await testOffice()
const school = await organisation(office, '420010305001')
const clerk = await signIn(office, 'school.account')
const head = await signIn(office, 'school.head')
const officer = await anOfficer(office, { at: school, groups: ['SUB_ACCOUNT'] })
const finance = asOfficer(office, officer)
const chief = asOfficer(office, await anOfficer(office, { at: school, groups: ['SUB_FIN_HEAD'] }))
const { errors } = planText
const today = '20/11/2569'

const row = (index: number, title: string, amount: string, source = 'A1') => ({
  [`rows.${index}.source`]: source, [`rows.${index}.task`]: '00211', [`rows.${index}.code`]: '5330100', [`rows.${index}.title`]: title,
  [`rows.${index}.amount`]: amount, [`rows.${index}.explanation`]: '',
})
const supplies = row(0, 'วัสดุการศึกษา', '850,000.00')
const raised = { ...row(0, 'วัสดุการศึกษา', '900,000.00'), ...row(1, 'โครงการอาหารกลางวัน', '120000', 'A3') }
const form = (values: Readonly<Record<string, string>>) => ({
  documentDate: today, title: 'แผนการใช้จ่ายเงินรายได้สถานศึกษา', reason: 'ตามแผนปฏิบัติการประจำปี', authority: 'คณะกรรมการสถานศึกษา', year: '2570', variant: 'plan', ...values,
})

/** What is posted is what is given, and nothing of what the form proposed. */
async function keyed(values: Readonly<Record<string, string>>, query = ''): Promise<Visit> {
  await clerk.open(`${paths.new}${query}`)
  const formKey = /name="formKey" value="([^"]+)"/.exec(clerk.html)?.[1] ?? ''
  return clerk.post(paths.new, { formKey, version: '', ...values })
}

async function draft(values: Readonly<Record<string, string>>): Promise<string> {
  return (await keyed(form(values))).path
}

async function approved(address: string, values: Readonly<Record<string, string>> = {}): Promise<Visit> {
  await head.open(`${address}/approve`)
  return head.submit({ happenedOn: today, letterNumber: 'มติที่ 3/2569', ...values }, `${address}/approve`)
}

const next = { claim: 1 }

async function claimed(amount: string, title = 'วัสดุการศึกษา'): Promise<unknown> {
  const line = await office.owner('budget_lines').where({ organisation_id: school.id, title }).first('id')
  return finance.work((work) => claim(work, {
    source: { kind: 'claim', id: String(next.claim++) }, event: 'claimed', date: work.today, description: 'ฎีกา',
  }, [{ lineId: line.id, amount: baht(amount) }]))
}

const documents = async () => Number((await office.owner('budget_documents').where({ organisation_id: school.id }).count()).at(0)?.count)

describe('the plan of a school', () => {
  const of = { first: '', second: '' }

  it('is keyed by its kinds of money, approved by another person, and limits what is claimed', async () => {
    of.first = await draft({ ...supplies, ...row(1, 'โครงการอาหารกลางวัน', '120000', 'A3') })
    expect(clerk.text).toMatch(/ฉบับที่ 1.*วัสดุการศึกษา.*850,000\.00.*970,000\.00/)
    expect((await clerk.post(`${of.first}/approve`, { version: '1', happenedOn: today, letterNumber: 'x' })).status).toBe(403)
    const done = await approved(of.first)
    expect(done.text).toContain(planText.done.approve)
    expect(done.text).toMatch(/PLN-00001\/70.*ใช้อยู่.*มติที่ 3\/2569/)
    await claimed('820000.00')
    await expect(claimed('40000.00')).rejects.toThrow('งบประมาณคงเหลือไม่พอ: รหัสรายการ 0001 วัสดุการศึกษา คงเหลือ ณ 20 พ.ย. 2569 30,000.00 บาท ขอใช้ 40,000.00 บาท เกินอยู่ 10,000.00 บาท')
    expect((await clerk.open(of.first)).text).toMatch(/850,000\.00 820,000\.00 30,000\.00/)
  })

  it('is revised by a new version; the older one stays readable and the claim passes (scenario 28)', async () => {
    await clerk.open(`${paths.new}?variant=plan&year=2570`)
    expect(clerk.html).toContain('value="850,000.00"')
    of.second = await draft(raised)
    expect(clerk.text).toMatch(/ฉบับที่ 2.*900,000\.00 820,000\.00 80,000\.00/)
    await approved(of.second)
    await claimed('40000.00')
    expect((await clerk.open(of.second)).text).toMatch(/ใช้อยู่.*900,000\.00 860,000\.00 40,000\.00/)
    const old = await clerk.open(of.first)
    expect(old.text).toMatch(/ใช้ฉบับใหม่แทน.*วัสดุการศึกษา.*850,000\.00/)
    expect(old.html).toContain(`href="${of.second}"`)
  })

  it('is not cut below what was used, nor is a used line left out', async () => {
    const before = await documents()
    expect((await keyed(form({ ...row(0, 'วัสดุการศึกษา', '859,999.99'), ...row(1, 'โครงการอาหารกลางวัน', '120000', 'A3') }))).text)
      .toContain(errors.belowUsed('860,000.00'))
    expect((await keyed(form({ ...row(0, 'วัสดุอื่น', '1000'), ...row(1, 'โครงการอาหารกลางวัน', '120000', 'A3') }))).text)
      .toContain(errors.dropped('วัสดุการศึกษา', '860,000.00'))
    expect(await documents()).toBe(before)
  })

  it('looks once more when it is approved: what was used since the draft was keyed counts', async () => {
    const address = await draft({ ...row(0, 'วัสดุการศึกษา', '860,000.00'), ...row(1, 'โครงการอาหารกลางวัน', '120000', 'A3') })
    await claimed('0.01')
    expect((await approved(address)).text).toContain(errors.lineBelowUsed('วัสดุการศึกษา', '860,000.01'))
    expect((await clerk.open(address)).text).toContain('ร่าง')
    expect((await clerk.open(of.second)).text).toContain('ใช้อยู่')
  })

  it('of two drafts made from the same version only the first is approved', async () => {
    const [one, two] = [await draft(raised), await draft(raised)]
    const idOf = (address: string) => address.split('/').at(-1) ?? ''
    const step = { version: 1, happenedOn: calendarDate('2026-11-20'), letterNumber: 'มติที่ 4/2569', note: '' }
    const results = await Promise.allSettled([one, two].map((address) => chief.work((work) => approvePlan(work, idOf(address), step))))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const late = results[0]?.status === 'fulfilled' ? two : one
    expect((await approved(late)).text).toContain(errors.outdated)
    await clerk.open(`${late}/edit`)
    expect((await clerk.post(`${late}/edit`, { ...form(raised), version: '1' })).text).toContain(errors.outdated)
    await clerk.open(late)
    expect((await clerk.submit({}, `${late}/cancel`)).text).toContain('ยกเลิก')
    expect((await office.owner('budget_documents').where({ organisation_id: school.id, kind: 'plan', state: 'approved', variant: 'plan' })).length).toBe(1)
    expect(await finance.read((read) => compareBudgetBalances(read, school.id))).toEqual([])
  })

  it.each([
    ['money it may not plan with', row(0, 'ก', '10', '10'), errors.source],
    ['money of a special budget in a plan', row(0, 'ก', '10', 'A2'), errors.source],
    ['a task that is not there', { ...row(0, 'ก', '10'), 'rows.0.task': '00999' }, errors.task],
    ['a code that is not there', { ...row(0, 'ก', '10'), 'rows.0.code': '123' }, errors.code],
    ['no title', row(0, ' ', '10'), errors.item],
    ['the same line twice', { ...row(0, 'ก', '10'), ...row(1, 'ก', '20') }, errors.twice],
    ['a third decimal', row(0, 'ก', '12.345'), errors.amount],
    ['less than nothing', row(0, 'ก', '-1'), errors.positive],
    ['no rows', { 'rows.0.source': 'A1' }, errors.nothing],
    ['no authority', { ...raised, authority: ' ' }, errors.authority],
    ['no reason', { ...raised, reason: '' }, errors.reason],
    ['a day to come', { ...raised, documentDate: '21/11/2569' }, errors.future],
    ['a year gone by', { ...raised, year: '2569' }, errors.year],
    ['a kind that is not there', { ...raised, variant: 'x' }, errors.variant],
    ['too many words', { ...raised, title: 'ก'.repeat(301) }, errors.title],
  ])('is refused for %s, and nothing is saved', async (_what, values, message) => {
    const before = await documents()
    const refused = await keyed(form(values))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(await documents()).toBe(before)
  })

  it('reads Thai digits, and the same form sent twice makes one plan', async () => {
    const values = form({ ...row(0, 'วัสดุงานบ้าน', '๑,๕๖๐.๒๕', 'A2'), variant: 'special', formKey: randomUUID() })
    const first = await keyed(values, '?variant=special')
    expect(first.text).toContain('1,560.25')
    const address = first.path
    expect((await keyed(values, '?variant=special')).path).toBe(address)
    expect((await clerk.post(`${address}/cancel`, { version: '9' })).status).toBe(409)
  })

  it('shows the money of the other kind when asked for again, without saving', async () => {
    const page = await keyed({ variant: 'special', again: 'check' })
    expect(page.status).toBe(200)
    expect(page.text).toContain('งบประมาณรายจ่ายเฉพาะการ')
    expect(page.html).toContain('value="A2"')
  })

  it('says who approved it and by which letter, on a day that was and in its year', async () => {
    const address = await draft({ ...row(0, 'ปีหน้า', '10'), year: '2571' })
    expect((await approved(address, { letterNumber: ' ' })).text).toContain(errors.approval)
    expect((await approved(address, { happenedOn: '21/11/2569' })).text).toContain(errors.future)
    await approved(address)
    const line = await office.owner('budget_lines').where({ organisation_id: school.id, title: 'ปีหน้า' }).first('fiscal_year', 'usable_from')
    expect([line.fiscal_year, line.usable_from]).toEqual([2571, '2027-10-01'])
    const paper = await clerk.post(`${address}/print`)
    expect(paper.text).toMatch(/ต้นฉบับ.*ปีหน้า.*10\.00/)
  })

  it('is not approved by its maker, and not seen by another school', async () => {
    const address = await draft(raised)
    const id = address.split('/').at(-1) ?? ''
    const made = await office.owner('budget_documents').where({ id }).first('prepared_by')
    const alone = asOfficer(office, { ...await anOfficer(office, { at: school, groups: ['SUB_FIN_HEAD'] }), userId: made.prepared_by })
    const step = { version: 1, happenedOn: calendarDate('2026-11-20'), letterNumber: 'x', note: '' }
    await expect(alone.work((work) => approvePlan(work, id, step))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติ')
    expect((await (await signIn(office, 'pawn.account')).open(address)).status).toBe(404)
    expect((await head.open(paths.new)).status).toBe(403)
  })
})

describe('plans of the units below', () => {
  it('are looked at by their LAO, and by no other', async () => {
    const lao = await signIn(office, 'saensuk.budget')
    expect((await lao.open(planBelowPaths.list)).text).toMatch(/โรงเรียนอนุบาลแสนสุข PLN-[0-9]{5}\/70 แผนการใช้จ่ายเงินของหน่วยงาน 1,020,000\.00 860,000\.01 159,999\.99 ใช้อยู่/)
    const { id } = await office.owner('budget_documents').where({ organisation_id: school.id, kind: 'plan', state: 'approved', fiscal_year: 2570 }).first('id')
    const page = await lao.open(planBelowPaths.show(school.id, id))
    expect(page.text).toMatch(/โรงเรียนอนุบาลแสนสุข.*วัสดุการศึกษา.*900,000\.00/)
    expect(page.html).not.toContain('/approve')
    const other = await signIn(office, 'mueang.head')
    expect((await other.open(planBelowPaths.show(school.id, id))).status).toBe(404)
    expect((await other.open(`${planBelowPaths.list}?organisation=${school.id}`)).text).not.toContain('PLN-')
    const { id: draftId } = await office.owner('budget_documents').where({ organisation_id: school.id, kind: 'plan', state: 'draft' }).first('id')
    expect((await lao.open(planBelowPaths.show(school.id, draftId))).status).toBe(404)
  })
})
