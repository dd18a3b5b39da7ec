import { describe, expect, it } from 'vitest'
import { quarterPaths, reportPaths, variancePaths } from '../../../src/budget/report.paths.ts'
import { reportText } from '../../../src/budget/report.text.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { isPast } from '../../../src/budget/quarter/quarter.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { aBudgetOffice, anEnactedBudget, spend } from '../world.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const neighbour = await aBudgetOffice(office, { code: '4200102' })
const [supplies = '', road = ''] = await anEnactedBudget(saensuk, [
  { code: '5330100', amount: '120000.00', title: 'วัสดุสำนักงาน' }, { code: '5420700', amount: '500000.00', title: 'ถนน คสล.', task: '00312' },
])
const [foreign = ''] = await anEnactedBudget(neighbour, [{ code: '5330100', amount: '777000.00', title: 'ของเพื่อนบ้าน' }])
await spend(saensuk, supplies, '28500.00', { paid: true })
let clerk = await signIn(office, 'saensuk.budget')
const { errors } = reportText.quarter
const year = fiscalYear(2570)

const stored = () => office.owner('budget_quarters').where({ organisation_id: saensuk.organisationId }).orderBy(['line_id', 'quarter']).select('quarter', 'amount')

async function keyed(values: Readonly<Record<string, string>>, query = 'task=00111') {
  await clerk.open(`${quarterPaths.edit}?${query}`)
  return clerk.submit(values)
}

describe('a quarter', () => {
  it('is past on the day after its last', () => {
    expect(isPast(year, 1, calendarDate('2026-12-31'))).toBe(false)
    expect(isPast(year, 1, calendarDate('2027-01-01'))).toBe(true)
    expect(isPast(year, 4, calendarDate('2027-09-30'))).toBe(false)
    expect(isPast(year, 4, calendarDate('2027-10-01'))).toBe(true)
  })
})

describe('the plan of a task by quarters', () => {
  it('is kept as typed, Thai digits too, and stands beside what was used', async () => {
    const page = await keyed({ [`plan.${supplies}.1`]: '๓๐,๐๐๐.๐๐', [`plan.${supplies}.2`]: '40000', [`plan.${supplies}.3`]: '' })
    expect(page.text).toContain(reportText.quarter.saved)
    expect(page.text).toMatch(/0001 วัสดุสำนักงาน\s*30,000.00\s*28,500.00\s*40,000.00\s*70,000.00\s*28,500.00\s*41,500.00/)
    await clerk.peek(`${quarterPaths.list}/csv`)
    expect(clerk.html).toContain('งาน,รายการ,ไตรมาส 1 แผน,ไตรมาส 1 ใช้')
  })

  it.each([
    ['a word', 'หมื่น', errors.amount], ['a negative amount', '-1.00', errors.amount], ['three decimals', '12.345', errors.amount], ['NaN', 'NaN', errors.amount],
    ['more than the line has', '80000.01', errors.over('120,000.01', '120,000.00')],
  ])('refuses %s at its box and keeps what was typed', async (_what, typed, message) => {
    const before = await stored()
    const page = await keyed({ [`plan.${supplies}.1`]: typed })
    expect([page.status, page.text]).toEqual([422, expect.stringContaining(message)])
    expect(page.html).toContain(`value="${typed}"`)
    expect(await stored()).toEqual(before)
  })

  it('refuses a line of another task and of another office', async () => {
    const before = await stored()
    for (const line of [road, foreign.padStart(18, '9')]) {
      const page = await keyed({ [`plan.${line}.1`]: '1.00' })
      expect([page.status, page.text]).toEqual([422, expect.stringContaining(errors.noLine)])
    }
    expect(await stored()).toEqual(before)
  })

  it('is not written over by a page made before somebody else saved', async () => {
    await clerk.open(`${quarterPaths.edit}?task=00111`)
    const { html } = clerk
    await clerk.submit({ [`plan.${supplies}.3`]: '1000' })
    const before = await stored()
    clerk.html = html
    await clerk.submit({ [`plan.${supplies}.3`]: '2000' })
    expect(clerk.status).toBe(409)
    expect(await stored()).toEqual(before)
  })

  it('sent twice plans once', async () => {
    await clerk.open(`${quarterPaths.edit}?task=00111`)
    const { html } = clerk
    await clerk.submit({ [`plan.${supplies}.4`]: '500' })
    clerk.html = html
    await clerk.submit({ [`plan.${supplies}.4`]: '500' })
    expect((await stored()).filter(({ quarter }) => quarter === 4)).toHaveLength(1)
  })

  it('lets past quarters stand as they were planned', async () => {
    const before = await stored()
    const now = office.clock.now()
    office.clock.set(instant('2027-01-02T03:00:00Z'))
    const late = await signIn(office, 'saensuk.budget')
    await late.open(`${quarterPaths.edit}?task=00111&year=2570`)
    expect(late.html).not.toContain(`name="plan.${supplies}.1"`)
    expect(late.text).toContain('30,000.00')
    await late.submit({ [`plan.${supplies}.1`]: '1.00' })
    expect([late.status, late.text]).toEqual([422, expect.stringContaining(errors.past('1'))])
    expect(await stored()).toEqual(before)
    office.clock.set(now)
    clerk = await signIn(office, 'saensuk.budget')
  })

  it('is written by those who make the budget, and read by those who may see reports', async () => {
    const head = await signIn(office, 'saensuk.exec')
    expect((await head.open(quarterPaths.list)).status).toBe(200)
    expect((await head.open(quarterPaths.edit)).status).toBe(403)
    await clerk.peek(`${quarterPaths.list}?organisation=${neighbour.organisationId}`)
    expect(clerk.status).toBe(404)
    expect((await clerk.open(`${quarterPaths.edit}?year=2560`)).text).toContain('ยังไม่มีรายการงบประมาณในงานและปีนี้')
  })
})

describe('reasons for differences', () => {
  const reasons = () => office.owner('budget_variances').where({ organisation_id: saensuk.organisationId }).select('code', 'reason', 'version')
  const explain = async (values: Readonly<Record<string, string>>) => {
    await clerk.open(variancePaths.edit)
    return clerk.submit(values)
  }

  it('stand beside the figures once written, and can be written anew', async () => {
    const page = await explain({ 'reason.533000': 'จัดซื้อตามไตรมาส' })
    expect(page.text).toContain(reportText.variance.saved)
    expect(page.text).toMatch(/533000\s*ค่าวัสดุ[\s\S]*23.75\s*จัดซื้อตามไตรมาส/)
    await explain({ 'reason.533000': "จัดซื้อ'; DROP TABLE users; --" })
    expect(await reasons()).toEqual([{ code: '533000', reason: "จัดซื้อ'; DROP TABLE users; --", version: 2 }])
    expect((await clerk.open(`${reportPaths.actual}?by=task`)).text).not.toContain('เหตุผลของผลต่าง 00')
  })

  it.each([
    ['an empty reason in place of one', { 'reason.533000': ' ' }, reportText.variance.errors.empty],
    ['a category without budget', { 'reason.511000': 'ก', 'version.511000': '0' }, reportText.variance.errors.noCode],
    ['501 characters', { 'reason.542000': 'ก'.repeat(501) }, reportText.variance.errors.tooLong('500')],
  ])('refuse %s', async (_what, values, message) => {
    const before = await reasons()
    const page = await explain(values)
    expect([page.status, page.text]).toEqual([422, expect.stringContaining(message)])
    expect(await reasons()).toEqual(before)
  })

  it('are not written over by a page made before somebody else saved', async () => {
    await clerk.open(variancePaths.edit)
    const { html } = clerk
    await clerk.submit({ 'reason.533000': 'ใหม่กว่า' })
    clerk.html = html
    await clerk.submit({ 'reason.533000': 'เก่ากว่า' })
    expect(clerk.status).toBe(409)
    expect((await reasons())[0]?.reason).toBe('ใหม่กว่า')
  })

  it('are written by those who make the budget', async () => {
    const executive = await signIn(office, 'saensuk.exec')
    expect((await executive.open(variancePaths.edit)).status).toBe(403)
  })
})
