import { beforeAll, describe, expect, it } from 'vitest'
import { linePaths } from '../../../src/budget/budget.paths.ts'
import { reportPaths } from '../../../src/budget/report.paths.ts'
import { fiscalYear } from '../../../src/platform/dates.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'
import { aBudgetOffice, anEnactedBudget, spend } from '../world.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const [supplies = '', service = '', road = ''] = await anEnactedBudget(saensuk, [
  { code: '5330100', amount: '120000.00', title: 'วัสดุสำนักงาน' }, { code: '5320100', amount: '80000.00', title: 'ค่าจ้างเหมา' },
  { code: '5420700', amount: '500000.00', title: 'ถนน คสล.', task: '00312' },
])
await spend(saensuk, supplies, '28500.00', { paid: true })
await spend(saensuk, service, '1000.00')

let clerk: Visit
beforeAll(async () => { clerk = await signIn(office, 'saensuk.budget') })

describe('the register of budget lines', () => {
  it('shows every line with all stages, what is left and the share used', async () => {
    const page = await clerk.open(linePaths.list)
    expect(page.text).toContain('วัสดุสำนักงาน')
    expect(page.text).toContain('91,500.00')
    expect(page.text).toContain('23.75')
    expect(page.text).toContain('670,500.00')
  })

  it('is narrowed by plan, type, department, number and words', async () => {
    const told = async (query: string) => (await clerk.open(`${linePaths.list}?${query}`)).text
    expect(await told('plan=00310')).toContain('ถนน คสล.')
    expect(await told('plan=00310')).not.toContain('วัสดุสำนักงาน')
    expect(await told('type=53')).not.toContain('ถนน คสล.')
    expect(await told(`department=${saensuk.departmentId}&text=${encodeURIComponent('เหมา')}`)).not.toContain('วัสดุสำนักงาน')
    expect(await told('text=3')).toContain('ถนน คสล.')
    expect(await told('year=2571')).toContain('ยังไม่มีรายการงบประมาณตามเงื่อนไขนี้')
    expect(await told(`text=${encodeURIComponent("' OR 1=1 --")}`)).toContain('ยังไม่มีรายการงบประมาณตามเงื่อนไขนี้')
  })

  it('leads to one line: what moved, and a running rest that ends in its balance', async () => {
    const page = await clerk.open(linePaths.show(saensuk.organisationId, supplies))
    expect(page.text).toContain('120,000.00')
    expect(page.text).toMatch(/28,500.00[\s\S]*91,500.00/)
    expect(page.text).toContain('BUD-00001/70')
  })

  it('goes into a spreadsheet and onto paper', async () => {
    await clerk.peek(`${linePaths.list}/csv`)
    expect(clerk.html).toContain('ค่าจ้างเหมา,80000.00,0.00,0.00,0.00,1000.00,0.00,0.00,79000.00')
    expect((await clerk.open(`${linePaths.list}/print`)).text).toContain('ผู้ตรวจสอบ')
    expect((await clerk.open(linePaths.showPrint(saensuk.organisationId, road))).text).toContain('ถนน คสล.')
  })

  it('is a spreadsheet for those who calculate on', async () => {
    await clerk.peek(`${linePaths.list}/xlsx`)
    expect([clerk.status, clerk.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
  })

  it('tells a form what is left of a line by its number, in Thai digits too, and nothing of what is not there', async () => {
    await clerk.peek(`${linePaths.available}?year=2570&number=${encodeURIComponent('๐๐๐๒ ค่าจ้าง')}&on=20/11/2569`)
    const told: unknown = JSON.parse(clerk.html)
    expect(told).toMatchObject({ available: expect.stringMatching(/^[0-9,]+\.[0-9]{2}$/) })
    await clerk.peek(`${linePaths.available}?year=2570&number=99`)
    expect([clerk.status, clerk.html]).toEqual([200, '{"available":null}'])
    await clerk.peek(`${linePaths.available}?year=2570&number=${encodeURIComponent('ค่าจ้างเหมา')}&on=20/11/2569`)
    expect(JSON.parse(clerk.html)).toMatchObject({ number: '0001', title: 'ค่าจ้างเหมา', available: '79,000.00' })
    await clerk.peek(`${linePaths.available}?year=2570&number=${encodeURIComponent('ไม่มีรายการนี้')}`)
    expect([clerk.status, clerk.html]).toEqual([200, '{"available":null}'])
  })
})

describe('a register of more than a hundred lines', () => {
  it('is turned page by page with what all of them add up to; paper and files hold every one', async () => {
    await anEnactedBudget({ ...saensuk, fiscalYear: fiscalYear(2571) }, Array.from({ length: 130 }, (_each, index) => (
      { code: '5330100', amount: '100.00', title: `วัสดุรายการย่อย ${index + 1}`, task: index < 70 ? '00111' : '00312' })))
    const first = await clerk.open(`${linePaths.list}?year=2571`)
    expect(first.text).toMatch(/รวมทั้งสิ้น 13,000\.00.*แสดง 100 จาก 130 รายการ/)
    const next = /href="([^"]*after=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const titles = (html: string) => html.match(/วัสดุรายการย่อย [0-9]+/g) ?? []
    const before = new Set(titles(first.html))
    const second = await clerk.open(next)
    expect(second.text).toMatch(/รวมทั้งสิ้น 13,000\.00.*แสดง 30 จาก 130 รายการ/)
    expect(titles(second.html).filter((title) => before.has(title))).toEqual([])
    expect(new Set([...before, ...titles(second.html)]).size).toBe(130)
    expect((await clerk.open(`${linePaths.list}?year=2571&after=x`)).text).toContain('แสดง 100 จาก 130 รายการ')
    expect(new Set(titles((await clerk.open(`${linePaths.list}/print?year=2571`)).html)).size).toBe(130)
    await clerk.peek(`${linePaths.list}/csv?year=2571`)
    expect(new Set(titles(clerk.html)).size).toBe(130)
  })
})

describe('budget and actual', () => {
  it('adds up by category, task and department to the same total', async () => {
    for (const by of ['category', 'task', 'department']) {
      const { text } = await clerk.open(`${reportPaths.actual}?by=${by}`)
      expect(text).toMatch(/รวมทั้งสิ้น\s*700,000.00\s*700,000.00\s*28,500.00\s*1,000.00\s*0.00\s*670,500.00\s*4.21/)
    }
    expect((await clerk.open(`${reportPaths.actual}?by=category`)).text).toContain('ค่าวัสดุ')
    await clerk.peek(`${reportPaths.actual}/csv`)
    expect(clerk.html).toContain('533000,ค่าวัสดุ,120000.00,120000.00,28500.00,0.00,0.00,91500.00')
    expect((await clerk.open(`${reportPaths.actual}/print`)).text).toContain('ผู้อนุมัติ')
  })
})
