import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { releasePaths as paths, transferPaths } from '../../../src/budget/budget.paths.ts'
import { transferText } from '../../../src/budget/change.text.ts'
import { claim, findLines, getLine } from '../../../src/budget/index.ts'
import { approveRelease } from '../../../src/budget/release/release.service.ts'
import { releaseText } from '../../../src/budget/release.text.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { asOfficer } from '../../support/world.ts'
import { deskVisits, today, versionIn } from '../desk-visits.ts'
import { aBudgetOffice, anEnactedBudget } from '../world.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const [reserve = ''] = await anEnactedBudget(saensuk, [
  { code: '5111000', amount: '300000.00', title: 'สำรองจ่าย', task: '00411' }, { code: '5330100', amount: '10000.00', title: 'วัสดุสำนักงาน' },
])
const { errors } = releaseText
const { clerk, head, keyed, submitted, approved } = await deskVisits(office, paths)

const form = (values: Readonly<Record<string, string>> = {}) => ({
  documentDate: today, title: 'อุทกภัยหมู่ที่ 1–3', variant: 'disaster', reason: 'น้ำท่วมบ้านเรือนประชาชน', line: 'สำรองจ่าย', expense: 'ค่าวัสดุเครื่องบริโภค',
  amount: '80,000.00', ...values,
})

const balanceOf = async (id: string) => formatMoney((await saensuk.head.read((read) => getLine(read, saensuk.organisationId, id))).balance.available)
const eventLines = () => saensuk.head.read((read) => findLines(read, { organisationId: saensuk.organisationId, fiscalYear: saensuk.fiscalYear, text: 'อุทกภัย' }))
const count = async () => Number((await office.owner('budget_documents').where({ kind: 'release' }).count('id as made').first())?.made)
const idOf = (address: string) => address.split('/').at(-1) ?? ''

describe('a release of the reserve', () => {
  it('for a flood takes 80,000 of 300,000, leaves 220,000, and the event gets its own control line (scenario 19)', async () => {
    const address = await submitted(form())
    expect(clerk.text).toContain('RSE-00001/70')
    expect(clerk.text).toContain('ผู้บริหารท้องถิ่น')
    expect(await balanceOf(reserve)).toBe('300,000.00')
    const done = await approved(address, { letterNumber: 'คำสั่งที่ 15/2569' })
    expect(done.text).toContain(releaseText.done.approve)
    expect(done.text).toMatch(/สำรองจ่าย.*300,000\.00 80,000\.00 220,000\.00.*อุทกภัยหมู่ที่ 1–3.*0\.00 80,000\.00 80,000\.00/)
    expect(await balanceOf(reserve)).toBe('220,000.00')
    const [line] = await eventLines()
    expect(line).toMatchObject({ releasedFrom: reserve, economicCode: '5111000', taskCode: '00411', explanation: 'ค่าวัสดุเครื่องบริโภค' })
    expect(await balanceOf(line?.id ?? '')).toBe('80,000.00')
    expect((await clerk.post(`${address}/print`)).text).toMatch(/1\. เรื่องเดิม.*สาธารณภัย: อุทกภัย.*4\. ข้อเสนอ.*แปดหมื่นบาทถ้วน/)
    for (const register of [paths.list, `${transferPaths.list}?kind=release`]) {
      expect((await clerk.open(register)).text).toMatch(/RSE-00001\/70.*80,000\.00.*อนุมัติแล้ว/)
    }
    expect((await clerk.open(address)).html).toMatch(/href="\/budget\/transfers" aria-current/)
    expect((await clerk.open(transferPaths.list)).text).not.toContain('RSE-00001/70')
  })

  it('for the same event once more goes to the same line', async () => {
    await approved(await submitted(form({ amount: '20000' })))
    const found = await eventLines()
    expect(found).toHaveLength(1)
    expect([await balanceOf(found[0]?.id ?? ''), await balanceOf(reserve)]).toEqual(['100,000.00', '200,000.00'])
  })

  it('is spent from the event line, and not transferred to anything else', async () => {
    const [line] = await eventLines()
    const shares = [{ lineId: line?.id ?? '', amount: baht('30000.00') }]
    const act = { source: { kind: 'claim', id: '501' }, event: 'claimed', date: calendarDate('2026-11-20'), description: 'ฎีกา' }
    await saensuk.accountant.work((work) => claim(work, act, shares))
    expect(await balanceOf(line?.id ?? '')).toBe('70,000.00')
    await clerk.open(transferPaths.new)
    const refused = await clerk.submit({
      documentDate: today, title: 'โอน', reason: 'โอน', changes: 'no', 'out.0.line': String(line?.number), 'out.0.amount': '10', 'in.0.line': 'วัสดุสำนักงาน',
      'in.0.amount': '10',
    })
    expect(refused.text).toContain(transferText.errors.why.released)
  })

  it.each([
    ['งานปีใหม่, chosen as another matter', form({ title: 'งานปีใหม่', variant: 'other' }), errors.variant],
    ['งานปีใหม่, made up by hand', form({ title: 'งานปีใหม่', variant: 'งานปีใหม่' }), errors.variant],
    ['no kind of event', form({ variant: '' }), errors.variant],
    ['more than is left', form({ amount: '200,000.01' }), 'เกินอยู่ 0.01 บาท'],
    ['a line that is no reserve', form({ line: 'วัสดุสำนักงาน' }), errors.notReserve('0001')],
    ['a line that is not there', form({ line: '9999' }), errors.noLine],
    ['nothing', form({ amount: '0.00' }), errors.positive],
    ['less than nothing', form({ amount: '-1.00' }), errors.positive],
    ['a third decimal', form({ amount: '12.345' }), errors.amount],
    ['no event', form({ title: '' }), errors.event],
    ['no kind of expense', form({ expense: '' }), errors.expense],
    ['no reason', form({ reason: '' }), errors.reason],
    ['a day to come', form({ documentDate: '21/11/2569' }), errors.future],
  ])('is refused for %s; what was typed stays, nothing is saved', async (_what, values, message) => {
    const before = await count()
    const refused = await keyed(values)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(refused.html).toContain(`value="${values.title}"`)
    expect(await count()).toBe(before)
  })

  it('says exactly for what the reserve is', () => {
    expect(errors.variant).toBe('ใช้เงินสำรองจ่ายได้เฉพาะกรณีสาธารณภัย หรือบรรเทาความเดือดร้อนของประชาชนเป็นส่วนรวม')
  })

  it('reads Thai digits, and shows what would be left before anything is saved, without script', async () => {
    const before = await count()
    const checked = await keyed(form({ amount: '๑,๕๖๐.๒๕', again: 'check' }))
    expect(checked.text).toMatch(/สำรองจ่ายคงเหลือ 200,000\.00 คงเหลือหลังอนุมัติ 198,439\.75/)
    expect(await count()).toBe(before)
  })

  it('two approvals of the last of the reserve: one gets it', async () => {
    const two = [await submitted(form({ title: 'วาตภัย', amount: '150000' })), await submitted(form({ title: 'อัคคีภัย', amount: '150000' }))]
    const decision = { version: 2, approver: 'executive', happenedOn: calendarDate('2026-11-20') } as const
    const ends = await Promise.allSettled(two.map((address) => saensuk.head.work((work) => approveRelease(work, idOf(address), decision))))
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await balanceOf(reserve)).toBe('50,000.00')
    const lost = two[ends.findIndex(({ status }) => status === 'rejected')] ?? ''
    expect((await approved(lost)).text).toContain('เกินอยู่ 100,000.00 บาท')
  })

  it('sent twice is one document; an old page, the council and the maker are refused', async () => {
    const values = form({ amount: '1', formKey: randomUUID() })
    const first = (await keyed(values)).path
    expect((await keyed(values)).path).toBe(first)
    expect((await clerk.post(`${first}/submit`, { version: '7' })).status).toBe(409)
    await clerk.open(first)
    await clerk.submit({}, `${first}/submit`)
    expect((await clerk.post(`${first}/approve`, { version: versionIn(clerk) })).status).toBe(403)
    expect((await approved(first, { approver: 'council', meeting: 'สมัยสามัญที่ 4' })).text).toContain('ผู้มีอำนาจอนุมัติเรื่องนี้คือ ผู้บริหารท้องถิ่น')
    const made = await office.owner('budget_documents').where({ id: idOf(first) }).first('prepared_by')
    const alone = asOfficer(office, { ...saensuk.head.officer, userId: made.prepared_by })
    await expect(alone.work((work) => approveRelease(work, idOf(first), { version: 2, approver: 'executive', happenedOn: calendarDate('2026-11-20') })))
      .rejects.toThrow('ผู้จัดทำและผู้อนุมัติ')
    await head.open(first)
    expect((await head.submit({ reason: 'ไม่จำเป็น' }, `${first}/reject`)).text).toContain(releaseText.done.reject)
    expect((await head.post(`${first}/approve`, { version: versionIn(head), approver: 'executive', happenedOn: today })).status).toBe(409)
  })

  it('of another office is not found, and the head of finance makes none', async () => {
    const address = await submitted(form({ amount: '1' }))
    const other = await signIn(office, 'mueang.head')
    expect((await other.open(address)).status).toBe(404)
    expect((await other.post(`${address}/approve`, { version: '2', approver: 'executive', happenedOn: today })).status).toBe(404)
    expect((await head.open(paths.new)).status).toBe(403)
  })
})
