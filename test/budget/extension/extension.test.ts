import { describe, expect, it } from 'vitest'
import { budgetText } from '../../../src/budget/budget.text.ts'
import { carryPaths, extensionPaths as paths } from '../../../src/budget/budget.paths.ts'
import { approveExtension } from '../../../src/budget/extension/extension.service.ts'
import { claim } from '../../../src/budget/index.ts'
import { extensionText, yearEndText } from '../../../src/budget/year-end.text.ts'
import { calendarDate, instant } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'
import { asOfficer } from '../../support/world.ts'
import { aLastYear, carried } from '../lapse/last-year.ts'

const office = await testOffice()
const town = await aLastYear(office)
const road = await carried(town, 'CF-O', { of: `${town.road}:committed:contract:71`, amount: '120000', line: town.road })
const pump = await carried(town, 'CF-N', { of: `${town.pump}:available::`, amount: '90000', line: town.pump })
const { errors } = yearEndText
const clerk = await signIn(office, 'saensuk.account')
const head = await signIn(office, 'saensuk.head')
const today = '20/11/2569'

const form = (of: string, untilDate: string, more: Readonly<Record<string, string>> = {}) => ({
  documentDate: today, title: 'ขยายเวลาเบิกจ่าย', reason: 'งานยังไม่แล้วเสร็จ', 'rows.0.of': of, 'rows.0.untilDate': untilDate, 'rows.0.reason': '', ...more,
})

async function keyed(values: Readonly<Record<string, string>>): Promise<Visit> {
  await clerk.open(paths.new)
  const formKey = /name="formKey" value="([^"]+)"/.exec(clerk.html)?.[1] ?? ''
  return clerk.post(paths.new, { formKey, version: '', ...values })
}

async function submitted(values: Readonly<Record<string, string>>): Promise<string> {
  const address = (await keyed(values)).path
  await clerk.submit({}, `${address}/submit`)
  return address
}

async function approved(address: string, values: Readonly<Record<string, string>>): Promise<Visit> {
  await head.open(`${address}/approve`)
  return head.submit({ happenedOn: today, ...values }, `${address}/approve`)
}

const council = { approver: 'council', meeting: 'สมัยสามัญที่ 4 ครั้งที่ 2/2569' }
const endOf = async (id: string) => (await office.owner('budget_lines').where({ id }).first('usable_until')).usable_until
const documents = async () => Number((await office.owner('budget_documents').where({ kind: 'extension' }).count()).at(0)?.count)

describe('an extension', () => {
  it('lists carried money that is unspent, and is approved by whoever approved its carrying', async () => {
    await clerk.open(paths.new)
    expect(clerk.text).toMatch(/เครื่องสูบน้ำ.*90,000\.00.*ถนนสายหลัก.*120,000\.00/)
    expect(clerk.text).not.toContain('วัสดุสำนักงาน')
    const address = await submitted(form(road, '30/09/2571'))
    expect(clerk.text).toMatch(/EXT-00001\/70.*ผู้บริหารท้องถิ่น.*30 ก\.ย\. 2570.*30 ก\.ย\. 2571.*120,000\.00/)
    expect((await approved(address, { approver: 'executive' })).text).toContain(extensionText.done.approve)
    expect(await endOf(road)).toBe('2028-09-30')
    expect((await clerk.open(address)).text).toMatch(/30 ก\.ย\. 2570 30 ก\.ย\. 2571/)
    expect((await clerk.open(`${carryPaths.list}?kind=extension&year=2570`)).text).toMatch(/EXT-00001\/70.*อนุมัติแล้ว/)
    expect((await clerk.post(`${address}/print`)).text).toMatch(/บันทึกขออนุมัติขยายเวลาเบิกจ่าย.*ต้นฉบับ.*ข้อ 64–67.*ถนนสายหลัก.*4\. ข้อเสนอ.*ผู้บริหารท้องถิ่นพิจารณาอนุมัติขยายเวลาเบิกจ่าย.*บาทถ้วน/)
  })

  it('by the council appears with the new end; a claim after that day is refused (scenario 26)', async () => {
    const address = await submitted(form(pump, '31/03/2571'))
    expect((await approved(address, { approver: 'executive' })).text).toMatch(/ผู้มีอำนาจอนุมัติเรื่องนี้คือ สภาท้องถิ่น/)
    expect((await approved(address, { approver: 'council' })).text).toContain(budgetText.errors.meeting)
    await approved(address, council)
    expect(await endOf(pump)).toBe('2028-03-31')
    const claimed = (day: string, id: string) => town.accountant.work((work) => claim(work, {
      source: { kind: 'claim', id }, event: 'claimed', date: calendarDate(day), description: 'ฎีกา',
    }, [{ lineId: pump, amount: baht('1.00') }]))
    await expect(claimed('2028-04-01', '1')).rejects.toThrow(budgetText.errors.notUsable('1 ตุลาคม 2569', '31 มีนาคม 2571'))
    expect((await claimed('2028-03-31', '2')).isNew).toBe(true)
  })

  it('of one part for the executive and one for the council is for the council', async () => {
    const later = { 'rows.1.of': pump, 'rows.1.untilDate': '30/09/2571', 'rows.1.reason': '' }
    await submitted(form(road, '30/09/2572', later))
    expect(clerk.text).toContain('สภาท้องถิ่น')
  })

  it.each([
    ['no later day', form(pump, '31/03/2571'), errors.untilTooEarly('31 มีนาคม 2571')],
    ['more than a year at a time', form(pump, '01/10/2572'), errors.untilTooLate('30 กันยายน 2572')],
    ['a day that is none', form(pump, '31/02/2572'), budgetText.errors.date],
    ['a line that was not carried', form(town.paper, '30/09/2571'), errors.gone],
    ['nothing', form(pump, ''), errors.noExtension],
    ['no reason', form(pump, '30/09/2571', { reason: ' ' }), budgetText.errors.reason],
    ['a day to come', form(pump, '30/09/2571', { documentDate: '21/11/2569' }), budgetText.errors.future],
  ])('is refused for %s, and nothing is saved', async (_what, values, message) => {
    const before = await documents()
    const refused = await keyed(values)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(await documents()).toBe(before)
  })

  it('of two for the same line only the first is approved', async () => {
    const [one, two] = [await submitted(form(pump, '30/06/2571')), await submitted(form(pump, '30/06/2571'))]
    const step = { version: 2, approver: 'council', happenedOn: calendarDate('2026-11-20'), meeting: 'x', letterNumber: '', letterDate: null, note: '' } as const
    const idOf = (address: string) => address.split('/').at(-1) ?? ''
    const results = await Promise.allSettled([one, two].map((address) => town.head.work((work) => approveExtension(work, idOf(address), step))))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await endOf(pump)).toBe('2028-06-30')
    const left = results[0]?.status === 'fulfilled' ? two : one
    expect((await approved(left, council)).text).toContain(errors.untilTooEarly('30 มิถุนายน 2571'))
  })

  it('is refused to its maker, to an old page, to another office and to whoever may not', async () => {
    const address = await submitted(form(pump, '31/07/2571'))
    const id = address.split('/').at(-1) ?? ''
    const made = await office.owner('budget_documents').where({ id }).first('prepared_by')
    const alone = asOfficer(office, { ...town.head.officer, userId: made.prepared_by })
    const step = { version: 2, approver: 'council', happenedOn: calendarDate('2026-11-20'), meeting: 'x', letterNumber: '', letterDate: null, note: '' } as const
    await expect(alone.work((work) => approveExtension(work, id, step))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติ')
    expect((await head.post(`${address}/approve`, { version: '9', ...council, happenedOn: today })).status).toBe(409)
    expect((await clerk.post(`${address}/approve`, { version: '2', ...council, happenedOn: today })).status).toBe(403)
    expect((await (await signIn(office, 'mueang.head')).open(address)).status).toBe(404)
    expect((await head.open(paths.new)).status).toBe(403)
    expect(office.clock.now() < instant('2027-01-01T00:00:00Z')).toBe(true)
  })
})
