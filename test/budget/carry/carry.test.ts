import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { budgetText } from '../../../src/budget/budget.text.ts'
import { carryPaths as paths } from '../../../src/budget/budget.paths.ts'
import { carryText, yearEndText } from '../../../src/budget/year-end.text.ts'
import { claim, commit, compareBudgetBalances, pay, reserve, type Source } from '../../../src/budget/index.ts'
import { approveCarry, carryMoney } from '../../../src/budget/carry/carry.service.ts'
import { findPastDue } from '../../../src/budget/lapse/lapse.service.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'
import { asOfficer } from '../../support/world.ts'
import { aBudgetOffice, anEnactedBudget } from '../world.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103', year: fiscalYear(2569) })
const [road = '', paper = '', pump = '', bridge = ''] = await anEnactedBudget(saensuk, [
  { code: '5420900', amount: '400000.00', title: 'ถนนสายหลัก', task: '00312' }, { code: '5330100', amount: '15000.00', title: 'วัสดุสำนักงาน' },
  { code: '5420900', amount: '500000.00', title: 'สถานีสูบน้ำ', task: '00312' }, { code: '5411600', amount: '90000.00', title: 'คอมพิวเตอร์' },
])
const [grant = ''] = await anEnactedBudget(saensuk, [{ code: '5330100', amount: '9000.00', title: 'เงินอุดหนุนเฉพาะกิจ', source: '3002' }], { kind: 'grant', state: 'allocated', variant: '3002' })
const [next = ''] = await anEnactedBudget({ ...saensuk, fiscalYear: fiscalYear(2570) }, [{ code: '5420900', amount: '700000.00', title: 'ถนนสายรอง', task: '00312' }])
const newYear = () => office.owner('budget_balances').where('line_id', next).first()
const inTheYear = calendarDate('2026-09-15')
const act = (source: Source, event: string, date = inTheYear) => ({ source, event, date, description: `สัญญาจ้างที่ ${source.id}/2569` })
const contract = { kind: 'contract', id: '71' }
const requisition = { kind: 'requisition', id: '72' }
await saensuk.accountant.work(async (work) => {
  await commit(work, act(contract, 'committed'), [{ lineId: road, amount: baht('400000.00') }])
  const first = { kind: 'claim', id: '701' }
  await claim(work, { ...act(first, 'claimed'), from: contract }, [{ lineId: road, amount: baht('280000.00') }])
  await pay(work, { ...act({ kind: 'payment', id: '701' }, 'paid'), of: first }, [{ lineId: road, amount: baht('280000.00') }])
  await reserve(work, act(requisition, 'reserved'), [{ lineId: bridge, amount: baht('60000.00') }])
})
const { errors } = yearEndText
const clerk = await signIn(office, 'saensuk.account')
const head = await signIn(office, 'saensuk.head')
const today = '20/11/2569'
const keys = {
  road: `${road}:committed:contract:71`, paper: `${paper}:available::`, pump: `${pump}:available::`, requisition: `${bridge}:reserved:requisition:72`,
  free: `${bridge}:available::`, grant: `${grant}:available::`,
}

type Variant = keyof typeof yearEndText.variants
const form = (variant: Variant, of: string, amount: string, more: Readonly<Record<string, string>> = {}) => ({
  documentDate: today, title: 'กันเงิน', reason: 'งานยังไม่แล้วเสร็จ', untilDate: '30/09/2570', year: '2569', variant, 'rows.0.of': of, 'rows.0.amount': amount, 'rows.0.reason': '', ...more,
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

async function approved(address: string, values: Readonly<Record<string, string>> = {}): Promise<Visit> {
  await head.open(`${address}/approve`)
  return head.submit({ approver: 'executive', happenedOn: today, ...values }, `${address}/approve`)
}

async function carried(address: string): Promise<Visit> {
  await head.open(address)
  return head.submit({}, `${address}/carry`)
}

const council = { approver: 'council', meeting: 'สมัยสามัญที่ 4 ครั้งที่ 1/2569' }
const rowOf = (id: string) => office.owner('budget_lines as l').join('budget_balances as b', 'b.line_id', 'l.id').where('l.carried_from', id)
  .first('l.id', 'l.fiscal_year', 'l.source_code', 'l.usable_until', 'b.approved', 'b.committed', 'b.reserved', 'b.available')
const documents = async () => Number((await office.owner('budget_documents').where({ kind: 'carry' }).count()).at(0)?.count)

describe('money carried with an obligation', () => {
  it('lists what is left of each contract, and takes no satang more', async () => {
    await clerk.open(`${paths.new}?variant=CF-O&year=2569`)
    expect(clerk.text).toMatch(/[0-9]{4} ถนนสายหลัก.*สัญญาจ้างที่ 71\/2569.*120,000\.00/)
    expect(clerk.text).not.toContain('วัสดุสำนักงาน')
    expect((await keyed(form('CF-O', keys.road, '120,000.01'))).text).toContain(errors.tooMuch('120,000.00'))
    expect(await documents()).toBe(0)
  })

  it('goes with its contract to a line of the new year, and the new year is untouched (scenario 24)', async () => {
    const untouched = await newYear()
    const address = await submitted(form('CF-O', keys.road, '120,000.00', { 'rows.0.reason': 'ผู้รับจ้างส่งงานงวดสุดท้ายเดือนธันวาคม' }))
    expect(clerk.text).toMatch(/CFW-00001\/69.*ผู้บริหารท้องถิ่น.*400,000\.00 120,000\.00 280,000\.00 120,000\.00 120,000\.00/)
    expect((await keyed(form('CF-O', keys.road, '1'))).text).toContain(errors.gone)
    expect((await approved(address)).text).toContain(carryText.done.approve)
    expect((await carried(address)).text).toContain(carryText.done.carry)
    const line = await rowOf(road)
    expect(line).toMatchObject({ fiscal_year: 2570, source_code: '9001', usable_until: '2027-09-30', approved: '120000.00', committed: '120000.00', available: '0.00' })
    await saensuk.accountant.work((work) => claim(work, { ...act({ kind: 'claim', id: '702' }, 'claimed', calendarDate('2026-11-20')), from: contract }, [{ lineId: line.id, amount: baht('100000.00') }]))
    expect(await rowOf(road)).toMatchObject({ committed: '20000.00', available: '0.00' })
    expect(await newYear()).toEqual(untouched)
    expect((await clerk.open(address)).text).toMatch(/400,000\.00 120,000\.00 280,000\.00 120,000\.00 120,000\.00.*ตั้งเป็นเงินกันปีใหม่/)
    expect(await saensuk.head.read((read) => compareBudgetBalances(read, saensuk.organisationId))).toEqual([])
  })
})

describe('money carried without an obligation', () => {
  it('is of capital only (scenario 25)', async () => {
    const refused = await keyed(form('CF-N', keys.paper, '15,000.00'))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(errors.onlyCapital)
    await clerk.open(`${paths.new}?variant=CF-N&year=2569`)
    expect(clerk.text).toMatch(/คอมพิวเตอร์.*สถานีสูบน้ำ/)
    expect(clerk.text).not.toContain('วัสดุสำนักงาน')
  })

  it('asks for a resolution of the council, and is printed one page for each task (scenario 25)', async () => {
    const address = await submitted(form('CF-N', keys.pump, '500,000.00', { 'rows.1.of': keys.requisition, 'rows.1.amount': '60000', 'rows.2.of': keys.free, 'rows.2.amount': '10000' }))
    expect(clerk.text).toContain('สภาท้องถิ่น')
    const sheet = await clerk.post(`${address}/print`)
    expect(sheet.html.match(/<section class="part">/g)).toHaveLength(2)
    expect(sheet.text).toMatch(/00111.*คอมพิวเตอร์.*70,000\.00.*หัวหน้าหน่วยงานผู้เบิก.*00312.*สถานีสูบน้ำ.*500,000\.00/)
    expect((await approved(address)).text).toMatch(/ผู้มีอำนาจอนุมัติเรื่องนี้คือ สภาท้องถิ่น \(.*ข้อ 64–67\)/)
    expect((await approved(address, { approver: 'council' })).text).toContain(budgetText.errors.meeting)
    await approved(address, council)
    await carried(address)
    expect(await rowOf(pump)).toMatchObject({ approved: '500000.00', available: '500000.00' })
    expect(await rowOf(bridge)).toMatchObject({ approved: '70000.00', reserved: '60000.00', available: '10000.00' })
  })

  it.each([
    ['a contract', form('CF-N', keys.road, '1'), errors.gone],
    ['a requisition as an obligation', form('CF-O', keys.free, '1'), errors.otherVariant],
    ['money of a grant as capital', form('CF-N', keys.grant, '1'), errors.onlyCapital],
    ['a line that is not there', form('CF-N', '999999:available::', '1'), errors.gone],
    ['nothing', form('CF-N', keys.free, ''), errors.nothing],
    ['a third decimal', form('CF-N', keys.free, '12.345'), budgetText.errors.amount],
    ['less than nothing', form('CF-N', keys.free, '-1'), budgetText.errors.positive],
    ['an end within its own year', form('CF-N', keys.free, '1', { untilDate: '30/09/2569' }), errors.untilTooEarly('30 กันยายน 2569')],
    ['an end beyond the year of the law', form('CF-N', keys.free, '1', { untilDate: '01/10/2570' }), errors.untilTooLate('30 กันยายน 2570')],
    ['a day that is none', form('CF-N', keys.free, '1', { untilDate: '31/02/2570' }), budgetText.errors.date],
    ['a year long gone', form('CF-N', keys.free, '1', { year: '2560' }), errors.form],
    ['no reason', form('CF-N', keys.free, '1', { reason: '' }), budgetText.errors.reason],
    ['a day to come', form('CF-N', keys.free, '1', { documentDate: '21/11/2569' }), budgetText.errors.future],
  ])('is refused for %s, and nothing is saved', async (_what, values, message) => {
    const before = await documents()
    const refused = await keyed(values)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(await documents()).toBe(before)
  })
})

describe('two carry-forwards of one line', () => {
  it('each keep the end they were approved with; what is over lapses, the other is still used', async () => {
    const address = await submitted(form('CF-N', keys.free, '5000', { untilDate: '31/03/2570' }))
    await approved(address, council)
    await carried(address)
    const ends = () => office.owner('budget_lines as l').join('budget_balances as b', 'b.line_id', 'l.id').where('l.carried_from', bridge).orderBy('l.id')
      .select('l.id', 'l.usable_until', 'b.approved', 'b.available')
    const [long, short] = await ends()
    expect([long.usable_until, short.usable_until]).toEqual(['2027-09-30', '2027-03-31'])
    expect([long.approved, short.approved]).toEqual(['70000.00', '5000.00'])
    const now = office.clock.now()
    office.clock.set(instant('2027-04-01T03:00:00Z'))
    const pastDue = await saensuk.head.read((read) => findPastDue(read, saensuk.organisationId))
    expect(pastDue.map(({ line, amount }) => [line.id, formatMoney(amount)])).toContainEqual([short.id, '5,000.00'])
    expect(pastDue.map(({ line }) => line.id)).not.toContain(long.id)
    const spring = calendarDate('2027-04-01')
    const spent = (lineId: string, id: string) => saensuk.accountant.work((work) => claim(work, act({ kind: 'claim', id }, 'claimed', spring), [{ lineId, amount: baht('10.00') }]))
    await expect(spent(short.id, '710')).rejects.toThrow('31 มีนาคม 2570')
    await spent(long.id, '711')
    office.clock.set(now)
    expect(await ends()).toMatchObject([{ available: '9990.00' }, { available: '5000.00' }])
  })
})

describe('money of a sub-unit', () => {
  it.each([
    ['420010305001', '70', 'school'], ['420010301001', '80', 'pawn'],
  ])('of its plan is carried by the unit itself (%s, source %s)', async (code, source, user) => {
    const unit = await aBudgetOffice(office, { code, year: fiscalYear(2569) })
    const [line = ''] = await anEnactedBudget(unit, [{ code: '5411600', amount: '30000.00', title: 'คอมพิวเตอร์ของหน่วยงาน', source }], { kind: 'plan', state: 'approved', variant: 'plan' })
    const visit = await signIn(office, `${user}.account`)
    await visit.open(`${paths.new}?variant=CF-N&year=2569`)
    expect(visit.text).toMatch(/คอมพิวเตอร์ของหน่วยงาน.*30,000\.00/)
    const formKey = /name="formKey" value="([^"]+)"/.exec(visit.html)?.[1] ?? ''
    await visit.post(paths.new, { formKey, version: '', ...form('CF-N', `${line}:available::`, '30000') })
    expect(visit.text).toContain(yearEndText.variants['CF-N'])
    const id = visit.path.split('/').at(-1) ?? ''
    await visit.submit({}, `${visit.path}/submit`)
    await unit.head.work((work) => approveCarry(work, id, {
      version: 2, approver: 'council', happenedOn: work.today, meeting: 'สมัยสามัญที่ 4 ครั้งที่ 1/2569', letterNumber: '', letterDate: null, note: '',
    }))
    await unit.head.work((work) => carryMoney(work, id, 3))
    expect(await rowOf(line)).toMatchObject({ fiscal_year: 2570, source_code: '9001', available: '30000.00' })
  })
})

describe('money of a grant', () => {
  it('is carried by the executive as such, and what was claimed since is not', async () => {
    const address = await submitted(form('CF-G', keys.grant, '๙,๐๐๐.๐๐'))
    await approved(address)
    await saensuk.accountant.work((work) => claim(work, act({ kind: 'claim', id: '703' }, 'claimed'), [{ lineId: grant, amount: baht('2500.00') }]))
    await carried(address)
    expect(await rowOf(grant)).toMatchObject({ source_code: '9002', approved: '6500.00', available: '6500.00' })
    expect(head.text).toContain('6,500.00')
  })
})

describe('a carry-forward', () => {
  it('sent twice is one; an old page, the maker and the wrong state are refused', async () => {
    const values = { ...form('CF-N', keys.free, '100'), formKey: randomUUID() }
    const address = (await keyed(values)).path
    expect((await keyed(values)).path).toBe(address)
    expect((await clerk.post(`${address}/submit`, { version: '9' })).status).toBe(409)
    await clerk.open(address)
    await clerk.submit({}, `${address}/submit`)
    expect((await clerk.post(`${address}/approve`, { version: '2', approver: 'council' })).status).toBe(403)
    expect((await head.post(`${address}/carry`, { version: '2' })).status).toBe(409)
    const id = address.split('/').at(-1) ?? ''
    const made = await office.owner('budget_documents').where({ id }).first('prepared_by')
    const alone = asOfficer(office, { ...saensuk.head.officer, userId: made.prepared_by })
    const step = { version: 2, approver: 'council', happenedOn: calendarDate('2026-11-20'), meeting: 'x', letterNumber: '', letterDate: null, note: '' } as const
    await expect(alone.work((work) => approveCarry(work, id, step))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติ')
    expect((await (await signIn(office, 'mueang.head')).open(address)).status).toBe(404)
    expect((await head.open(paths.new)).status).toBe(403)
  })

  it('is carried once when two press at the same moment', async () => {
    const address = await submitted(form('CF-N', keys.free, '200'))
    await approved(address, council)
    const id = address.split('/').at(-1) ?? ''
    const results = await Promise.allSettled([1, 2].map(() => saensuk.head.work((work) => carryMoney(work, id, 3))))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await office.owner('budget_lines as l').join('budget_balances as b', 'b.line_id', 'l.id').where({ 'l.document_id': id }).select('b.approved')).toEqual([{ approved: '200.00' }])
  })

  it('waits for 1 October', async () => {
    const now = office.clock.now()
    const address = await submitted({ ...form('CF-N', keys.free, '300'), documentDate: '20/09/2569' })
    await approved(address, council)
    office.clock.set(instant('2026-09-30T03:00:00Z'))
    const id = address.split('/').at(-1) ?? ''
    await expect(saensuk.head.work((work) => carryMoney(work, id, 3))).rejects.toThrow(errors.notYet('1 ตุลาคม 2569'))
    office.clock.set(now)
  })
})
