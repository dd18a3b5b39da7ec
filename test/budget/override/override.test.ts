import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { overridePaths as paths } from '../../../src/budget/budget.paths.ts'
import { claim, getLine } from '../../../src/budget/index.ts'
import { approveOverride } from '../../../src/budget/override/override.service.ts'
import { deskText } from '../../../src/budget/desk.text.ts'
import { overrideText } from '../../../src/budget/override.text.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { deskVisits, today, versionIn } from '../desk-visits.ts'
import { aBudgetOffice, anEnactedBudget } from '../world.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const [pension = '', supplies = ''] = await anEnactedBudget(saensuk, [
  { code: '5110700', amount: '1000.00', title: 'เบี้ยยังชีพผู้สูงอายุ', task: '00411' }, { code: '5330100', amount: '10000.00', title: 'วัสดุสำนักงาน' },
])
const { errors } = overrideText
const { clerk, head, keyed, submitted, approved } = await deskVisits(office, paths)

const form = (values: Readonly<Record<string, string>> = {}) => ({
  documentDate: today, title: 'จ่ายเบี้ยยังชีพตามกฎหมาย', reason: 'ผู้มีสิทธิเพิ่มขึ้น', line: 'เบี้ยยังชีพผู้สูงอายุ', legal: 'ระเบียบว่าด้วยการจ่ายเงินเบี้ยยังชีพ', amount: '500.00', ...values,
})
const council = { approver: 'council', meeting: 'สมัยสามัญที่ 4 ครั้งที่ 1/2569' }

const opened = (value: string) => office.owner('budget_settings').where({ code: 'override-codes' }).update({ value })
const count = async () => Number((await office.owner('budget_documents').where({ kind: 'override' }).count('id as made').first())?.made)
const idOf = (address: string) => address.split('/').at(-1) ?? ''
const balanceOf = (id: string) => saensuk.head.read((read) => getLine(read, saensuk.organisationId, id))
const claimed = (id: string, amount: string) => saensuk.accountant.work((work) => claim(work, {
  source: { kind: 'claim', id }, event: 'claimed', date: calendarDate('2026-11-20'), description: 'ฎีกา',
}, [{ lineId: pension, amount: baht(amount) }]))

describe('an override', () => {
  it('is closed as long as no kind of expenditure is opened, and the page says so', async () => {
    expect((await clerk.open(paths.new)).text).toContain(overrideText.closed)
    expect(clerk.text).not.toContain(deskText.save)
    const refused = await clerk.post(paths.new, { ...form(), fiscalYear: '2570', formKey: randomUUID() })
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(overrideText.closed)])
    expect(await count()).toBe(0)
  })

  it('lets one line be overspent by so much, by the council; what is used is not withdrawn', async () => {
    await opened('5110700, 5110800')
    const address = await submitted(form())
    expect(clerk.text).toMatch(/OVR-00001\/70.*สภาท้องถิ่น/)
    await expect(claimed('601', '1200.00')).rejects.toThrow('งบประมาณคงเหลือไม่พอ')
    expect((await approved(address)).text).toContain('ผู้มีอำนาจอนุมัติเรื่องนี้คือ สภาท้องถิ่น')
    const done = await approved(address, council)
    expect(done.text).toMatch(/เบี้ยยังชีพผู้สูงอายุ.*1,000\.00 1,000\.00 500\.00 1,500\.00/)
    expect((await claimed('601', '1200.00')).isNew).toBe(true)
    await expect(claimed('602', '300.01')).rejects.toThrow('งบประมาณคงเหลือไม่พอ')
    expect(formatMoney((await balanceOf(pension)).balance.available)).toBe('-200.00')
    await head.open(address)
    expect((await head.submit({ reason: 'ไม่ใช้แล้ว' }, `${address}/withdraw`)).text).toContain(errors.used)
    expect(formatMoney((await balanceOf(pension)).balance.allowance)).toBe('500.00')
    expect((await clerk.post(`${address}/print`)).text).toMatch(/1\. เรื่องเดิม.*เบี้ยยังชีพ.*4\. ข้อเสนอ.*ห้าร้อยบาทถ้วน/)
  })

  it('is withdrawn while unused', async () => {
    const address = await submitted(form({ amount: '50' }))
    await approved(address, council)
    expect(formatMoney((await balanceOf(pension)).balance.allowance)).toBe('550.00')
    await head.open(address)
    expect((await head.submit({ reason: 'ไม่ใช้แล้ว' }, `${address}/withdraw`)).text).toContain(overrideText.done.withdraw)
    expect(formatMoney((await balanceOf(pension)).balance.allowance)).toBe('500.00')
    expect((await head.post(`${address}/withdraw`, { version: versionIn(head), reason: 'อีกครั้ง' })).status).toBe(409)
  })

  it.each([
    ['a kind of expenditure that is not open', form({ line: 'วัสดุสำนักงาน' }), errors.notOpen('0001', '5330100')],
    ['a line that is not there', form({ line: '9999' }), errors.noLine],
    ['nothing', form({ amount: '0' }), errors.positive],
    ['no number', form({ amount: '12,3x' }), errors.amount],
    ['no law', form({ legal: '' }), errors.legal],
    ['no reason', form({ reason: '' }), errors.reason],
    ['a day to come', form({ documentDate: '21/11/2569' }), errors.future],
  ])('is refused for %s; nothing is saved', async (_what, values, message) => {
    const before = await count()
    const refused = await keyed(values)
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(message)])
    expect(await count()).toBe(before)
  })

  it('that was closed meanwhile is not approved', async () => {
    const address = await submitted(form({ amount: '70' }))
    await opened('')
    expect((await approved(address, council)).text).toContain(overrideText.closed)
    expect(formatMoney((await balanceOf(pension)).balance.allowance)).toBe('500.00')
    await opened('5110700')
  })

  it('approved twice at once counts once; the maker does not approve, the council meets', async () => {
    const address = await submitted(form({ amount: '30' }))
    expect((await clerk.post(`${address}/approve`, { version: versionIn(clerk) })).status).toBe(403)
    expect((await approved(address, { approver: 'council' })).text).toContain(errors.meeting)
    const decision = { version: 2, happenedOn: calendarDate('2026-11-20'), approver: 'council', meeting: 'สมัยสามัญที่ 4' } as const
    const ends = await Promise.allSettled([1, 2].map(() => saensuk.head.work((work) => approveOverride(work, idOf(address), decision))))
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(formatMoney((await balanceOf(pension)).balance.allowance)).toBe('530.00')
    expect(formatMoney((await balanceOf(supplies)).balance.allowance)).toBe('0.00')
  })

  it('of another office is not found, and the head of finance makes none', async () => {
    const address = await submitted(form({ amount: '1' }))
    const other = await signIn(office, 'mueang.head')
    expect((await other.open(address)).status).toBe(404)
    expect((await head.open(paths.new)).status).toBe(403)
    expect((await clerk.open(paths.list)).text).toContain('OVR-00001/70')
  })
})
