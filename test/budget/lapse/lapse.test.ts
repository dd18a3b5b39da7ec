import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { budgetText } from '../../../src/budget/budget.text.ts'
import { carryPaths, lapsePaths as paths, pastDuePath } from '../../../src/budget/budget.paths.ts'
import { claim, compareBudgetBalances, pay } from '../../../src/budget/index.ts'
import { approveLapse, createLapse, findPastDue } from '../../../src/budget/lapse/lapse.service.ts'
import { keyOf } from '../../../src/budget/unspent/unspent.ts'
import { lapseText, yearEndText } from '../../../src/budget/year-end.text.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'
import { asOfficer } from '../../support/world.ts'
import { anEnactedBudget } from '../world.ts'
import { aLastYear, carried, contract } from './last-year.ts'

const office = await testOffice()
const town = await aLastYear(office)
const road = await carried(town, 'CF-O', { of: `${town.road}:committed:contract:71`, amount: '120000', line: town.road })
const { errors } = yearEndText
const clerk = await signIn(office, 'saensuk.account')
const head = await signIn(office, 'saensuk.head')
const today = '20/11/2569'
const keys = { paper: `${town.paper}:available::`, pump: `${town.pump}:available::` }

const form = (of: readonly string[], more: Readonly<Record<string, string>> = {}) => ({
  documentDate: today, title: 'พับเงินปีงบประมาณ 2569', reason: 'สิ้นปีงบประมาณแล้ว', ...more,
  ...Object.fromEntries(of.flatMap((key, index) => [[`rows.${index}.of`, key], [`rows.${index}.wanted`, 'yes']])),
})

async function keyed(values: Readonly<Record<string, string>>): Promise<Visit> {
  await clerk.open(paths.new)
  const formKey = /name="formKey" value="([^"]+)"/.exec(clerk.html)?.[1] ?? ''
  return clerk.post(paths.new, { formKey, version: '', ...values })
}

async function approved(address: string, happenedOn = today): Promise<Visit> {
  await head.open(`${address}/approve`)
  return head.submit({ happenedOn }, `${address}/approve`)
}

const balanceOf = (id: string) => office.owner('budget_balances').where('line_id', id).first('available', 'committed', 'lapsed', 'paid')
const documents = async () => Number((await office.owner('budget_documents').where({ kind: 'lapse' }).count()).at(0)?.count)
const idOf = (address: string) => address.split('/').at(-1) ?? ''
const step = { version: 1, happenedOn: calendarDate('2026-11-20'), meeting: '', letterNumber: '', letterDate: null, note: '' } as const

describe('money past its last day', () => {
  it('is listed by itself: what is over and unspent, not what lives on', async () => {
    expect((await clerk.open(pastDuePath)).text).toMatch(/วัสดุสำนักงาน.*15,000\.00.*เครื่องสูบน้ำ.*2569 30 กันยายน 2569 90,000\.00 รวม 105,000\.00/)
    expect(clerk.text).not.toContain('ถนนสายหลัก')
    expect(clerk.html).toContain(`href="${paths.new}"`)
    expect((await head.open(pastDuePath)).html).not.toContain(`href="${paths.new}"`)
    await clerk.open(paths.new)
    expect(clerk.html.match(/type="checkbox"[^>]* checked/g)).toHaveLength(2)
  })

  it('waits while its carrying is laid before the council', async () => {
    const address = (await keyed(form([keys.paper, keys.pump]))).path
    expect(clerk.text).toMatch(/วัสดุสำนักงาน.*15,000\.00.*เครื่องสูบน้ำ.*90,000\.00/)
    await clerk.open(carryPaths.new)
    const formKey = /name="formKey" value="([^"]+)"/.exec(clerk.html)?.[1] ?? ''
    await clerk.post(carryPaths.new, {
      formKey, version: '', documentDate: today, title: 'กันเงิน', reason: 'ยังต้องใช้', untilDate: '30/09/2570', year: '2569', variant: 'CF-N', 'rows.0.of': keys.pump,
      'rows.0.amount': '90000', 'rows.0.reason': '',
    })
    const carry = clerk.path
    await clerk.submit({}, `${carry}/submit`)
    expect((await clerk.open(pastDuePath)).text).not.toContain('เครื่องสูบน้ำ')
    expect((await approved(address)).text).toContain(errors.carrying('เครื่องสูบน้ำ'))
    expect(await balanceOf(town.paper)).toMatchObject({ available: '15000.00', lapsed: '0.00' })
    await head.open(carry)
    await head.submit({ reason: 'ไม่จำเป็น' }, `${carry}/reject`)
    expect((await approved(address)).text).toContain(lapseText.done.approve)
    expect(head.text).toMatch(/LPS-00001\/70.*105,000\.00/)
    expect(await balanceOf(town.paper)).toMatchObject({ available: '0.00', lapsed: '15000.00' })
    expect((await clerk.open(pastDuePath)).text).toContain(lapseText.none)
    expect((await clerk.post(`${address}/print`)).text).toMatch(/รายการเงินที่พ้นกำหนดเบิกจ่ายและพับตกไป.*ต้นฉบับ.*เครื่องสูบน้ำ/)
    expect((await clerk.open(`${carryPaths.list}?kind=lapse&year=2570`)).text).toContain('LPS-00001/70')
  })

  it('of a contract that was carried lapses when its year is over, and its carrying is closed; last year and this one are untouched (scenario 24)', async () => {
    const [now = ''] = await anEnactedBudget({ ...town, fiscalYear: fiscalYear(2570) }, [{ code: '5420900', amount: '1000.00', title: 'ถนนสายรอง', task: '00312' }], { kind: 'accumulated', state: 'approved' })
    const source = { kind: 'claim', id: '801' }
    const act = (event: string) => ({ source, event, date: calendarDate('2026-11-20'), description: 'ฎีกา' })
    await town.accountant.work(async (work) => {
      await claim(work, { ...act('claimed'), from: contract }, [{ lineId: road, amount: baht('100000.00') }])
      await pay(work, { ...act('paid'), of: source }, [{ lineId: road, amount: baht('100000.00') }])
    })
    const before = office.clock.now()
    office.clock.set(instant('2027-10-05T03:00:00Z'))
    const id = await town.accountant.work(async (work) => {
      const unspent = await findPastDue(work, town.organisationId)
      expect(unspent.map(({ line, stage, about, amount }) => [line.id, stage, about, formatMoney(amount)]))
        .toEqual([[road, 'committed', 'สัญญาจ้างที่ 71/2569', '20,000.00'], [now, 'available', '', '1,000.00']])
      return createLapse(work, { formKey: randomUUID(), documentDate: work.today, title: 'พับเงิน', reason: 'พ้นกำหนดเวลา', wanted: unspent.map(keyOf) })
    })
    await town.head.work((work) => approveLapse(work, id, { ...step, happenedOn: work.today }))
    expect(await balanceOf(road)).toEqual({ available: '0.00', committed: '0.00', lapsed: '20000.00', paid: '100000.00' })
    expect(await balanceOf(now)).toMatchObject({ available: '0.00', lapsed: '1000.00' })
    const carry = await office.owner('budget_documents').where({ kind: 'carry', organisation_id: town.organisationId, variant: 'CF-O' }).first('state')
    expect(carry.state).toBe('closed')
    expect(await town.head.read((read) => compareBudgetBalances(read, town.organisationId))).toEqual([])
    office.clock.set(before)
  })
})

describe('a lapse', () => {
  it('chosen of nothing, or of what is not past its day, is refused, and nothing is saved', async () => {
    const before = await documents()
    expect((await keyed(form([]))).text).toContain(errors.noLapse)
    expect((await keyed(form([`${road}:committed:contract:71`]))).text).toContain(errors.gone)
    expect((await keyed(form(['x']))).text).toContain(errors.gone)
    expect((await keyed(form([keys.paper], { reason: '' }))).text).toContain(budgetText.errors.reason)
    expect(await documents()).toBe(before)
  })

  it('is approved once, by another person, on a day that was', async () => {
    const [line = ''] = await anEnactedBudget(town, [{ code: '5330100', amount: '500.00', title: 'วัสดุงานบ้าน' }], { kind: 'accumulated', state: 'approved' })
    const values = { ...form([`${line}:available::`]), formKey: randomUUID() }
    const address = (await keyed(values)).path
    expect((await keyed(values)).path).toBe(address)
    const made = await office.owner('budget_documents').where({ id: idOf(address) }).first('prepared_by')
    const alone = asOfficer(office, { ...town.head.officer, userId: made.prepared_by })
    await expect(alone.work((work) => approveLapse(work, idOf(address), step))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติ')
    expect((await clerk.post(`${address}/approve`, { version: '1', happenedOn: today })).status).toBe(403)
    expect((await approved(address, '21/11/2569')).text).toContain(budgetText.errors.future)
    expect((await approved(address, '30/09/2569')).text).toContain(errors.alive('วัสดุงานบ้าน', '30 กันยายน 2569'))
    expect((await (await signIn(office, 'mueang.head')).open(address)).status).toBe(404)
    const results = await Promise.allSettled([1, 2].map(() => town.head.work((work) => approveLapse(work, idOf(address), step))))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await balanceOf(line)).toMatchObject({ available: '0.00', lapsed: '500.00' })
    expect((await head.post(`${address}/approve`, { version: '2', happenedOn: today })).status).toBe(409)
  })
})
