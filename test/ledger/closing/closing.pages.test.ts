// The page of the closing: what stands against it, who asks, who carries it out (S78, E_CLOSE_BLOCKED).
import { describe, expect, it } from 'vitest'
import { closingRoutes, ledgerRoutes, openFiscalYear, verifyBook } from '../../../src/ledger/index.ts'
import { findWaiting } from '../../../src/ledger/period/period.repository.ts'
import { carryOutRequest, requestPeriod } from '../../../src/ledger/period/period.service.ts'
import { type NewRequest } from '../../../src/ledger/period/period.ts'
import { commit, findYearSpending, refund, release } from '../../../src/budget/index.ts'
import { findUnpostedReceipts } from '../../../src/receipts/index.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { testDatabase } from '../../support/database.ts'
import { baht } from '../../../src/platform/money.ts'
import { aBudgetOffice, anEnactedBudget, spend } from '../../budget/world.ts'
import { atDesk, seen, type Desk } from '../../support/desk.ts'
import { collect } from '../collected.ts'
import { anAccounting, cash, keyed, posted, type Accounting } from '../journal/accounting.ts'
import { type Person } from '../../receipts/school.ts'

const db = await testDatabase()
const routes = [...ledgerRoutes, ...closingRoutes({ blockers: [findUnpostedReceipts], spent: findYearSpending })]
const desk = (who: Person): Desk => atDesk(db, who.officer, routes)
const at = '/ledger/closing?fiscalYear=2569'
const inSeptember = calendarDate('2026-09-20')
const clearing = '1206010102.001'
const everything = ['stock', 'depreciation', 'bank', 'carried']

interface Year extends Accounting {
  readonly own: { readonly organisation_id: string; readonly fiscal_year: number }
}

/** The year before, opened, with what was received in September. */
async function aYear(): Promise<Year> {
  const office = await anAccounting(db)
  await office.maker.work((work) => openFiscalYear(work, fiscalYear(2569)))
  await office.head.work((work) => collect(work, { ...office.head, officer: office.head.officer, maker: office.maker.officer, bankAccountId: office.bankAccountId }, { sourceId: '1', date: inSeptember, amount: '1000.00' }))
  return { ...office, own: { organisation_id: office.organisation.id, fiscal_year: 2569 } }
}

async function shut({ own }: Year): Promise<void> {
  await db.owner('fiscal_periods').where(own).update({ state: 'closed' })
}

/** As a browser sends several boxes of one name. */
function ask(year: Year, more: Readonly<Record<string, string | string[]>> = {}) {
  return desk(year.maker).post('/ledger/closing/requests', { fiscalYear: '2569', receipts: '1,000.00', spent: '400.00', reason: 'ปีแรกที่ใช้ระบบ', declared: everything, ...more })
}

async function setPeriod(year: Year, wanted: Pick<NewRequest, 'fiscalYear' | 'period' | 'wanted'>): Promise<void> {
  await year.maker.work((work) => requestPeriod(work, { ...wanted, modules: [], reason: '', auditUntil: undefined }))
  const [waiting] = await year.head.read((read) => findWaiting(read))
  await year.head.work((work) => carryOutRequest(work, waiting?.id ?? '0'))
}

/** Of the year: 300 paid of which 50 came back, 50 owed, 100 on a contract. */
async function aSpentBudget(year: Year) {
  const { code } = await db.owner('organisations').where({ id: year.organisation.id }).first('code')
  const budget = await aBudgetOffice(db, { code, year: fiscalYear(2569) })
  const [line = ''] = await anEnactedBudget(budget, [{ code: '5330100', amount: '1000.00', title: 'วัสดุสำนักงาน' }])
  const [shares, contract] = [(amount: string) => [{ lineId: line, amount: baht(amount) }], { source: { kind: 'contract', id: '9001' }, event: 'signed', date: inSeptember, description: 'สัญญา' }]
  const claimed = await spend(budget, line, '300.00', { paid: true, on: inSeptember })
  await spend(budget, line, '50.00', { on: inSeptember })
  await budget.accountant.work(async (work) => {
    await refund(work, { source: { kind: 'refund', id: '9001' }, event: 'refunded', date: inSeptember, description: 'ส่งคืน', of: claimed }, shares('50.00'))
    await commit(work, contract, shares('100.00'))
  })
  return { budget, line, contract }
}

const requests = ({ own }: Year) => db.owner('closing_requests').where(own).orderBy('id').select('state', 'kind', 'receipts', 'spent', 'reason', 'decision')
const closings = ({ own }: Year) => db.owner('vouchers').where({ ...own, type: 'CL' }).orderBy('id').pluck('total')

describe('what stands against a closing', () => {
  it('is listed whole, each with the place where it is dealt with, and nothing is asked for while it stands (S78)', async () => {
    const year = await aYear()
    const draft = await keyed(year.maker, { date: inSeptember })
    await posted(year, { date: inSeptember, dayReason: 'ซื้อเร่งด่วน', rows: [{ account: clearing, debit: '12000' }, { account: cash, credit: '12000' }] })
    await db.owner('receipts').insert({ ...year.own, kind: 'handwritten', state: 'recorded', book: '1', sheet: 1, receipt_date: '2026-09-19', payer: 'นาย ก', total: '10.00', recorded_by: year.maker.officer.userId, recorded_at: db.clock.now() })
    await db.owner('fiscal_periods').where(year.own).where('period', '<', 12).update({ state: 'closed' })
    const { html } = await desk(year.maker).get(at)
    const links = [...html.slice(html.indexOf('<table')).matchAll(/<a href="([^"]+)">([^<]+)</g)].map(([, href, text]) => [href?.replaceAll('&amp;', '&'), text])
    expect(links).toEqual([
      [`/ledger/journals/${draft}`, 'เอกสารยังไม่ผ่านรายการ: JV ปรับประเภทค่าใช้จ่าย'], ['/receipts/receipts', 'รายการรับเงินที่ยังไม่ได้สรุปใบนำส่ง 1 รายการ'],
      ['/ledger/periods?fiscalYear=2569', 'ยังไม่ได้ปิดงวด กันยายน 2569'], ['/ledger/periods?fiscalYear=2569', 'ยังไม่ได้ปิดงวด ปรับปรุงสิ้นปี'],
      [`/ledger/accounts/${year.organisation.id}/${clearing}?fiscalYear=2569&month=12`, `บัญชีพักยังมียอด 12,000.00: ${clearing} พักครุภัณฑ์สำนักงาน`],
      [`/ledger/accounts/${year.organisation.id}/${cash}?fiscalYear=2569&month=12`, `ทะเบียนติดลบ: ${cash} GENERAL`],
    ])
    const refused = await ask(year)
    expect(seen(refused.html)).toContain('ยังปิดบัญชีไม่ได้ มีเรื่องที่ต้องดำเนินการก่อน 6 เรื่อง')
    expect(refused.html).toContain('value="1,000.00"')
    expect(await requests(year)).toEqual([])
  })

  it('is what the accountant cannot declare: stock not counted', async () => {
    const year = await aYear()
    await shut(year)
    const refused = await ask(year, { declared: everything.slice(1) })
    expect(seen(refused.html)).toContain('ยังปิดบัญชีไม่ได้ โปรดยืนยัน: ตรวจนับพัสดุและทรัพย์สินแล้ว')
    expect(refused.html).toMatch(/value="depreciation"[^>]*checked/)
    expect(await requests(year)).toEqual([])
  })

  it('is a year that is not over, not opened, or not the first of those unclosed', async () => {
    const year = await aYear()
    expect(seen((await desk(year.maker).get('/ledger/closing?fiscalYear=2570')).html)).toMatch(/ยังไม่สิ้นปีงบประมาณ.*ยังไม่ได้ปิดบัญชีปีงบประมาณ 2569/)
    expect(seen((await desk(year.maker).get('/ledger/closing?fiscalYear=2571')).html)).toContain('ยังไม่ได้เปิดปีงบประมาณนี้')
    expect(seen((await ask(year, { fiscalYear: '2570' })).html)).toContain('ยังปิดบัญชีไม่ได้')
    expect(seen((await ask(year, { fiscalYear: 'x' })).html)).toContain('โปรดเลือกปีงบประมาณ')
    expect(await requests(year)).toEqual([])
  })

  it('is an opening of the next year that somebody keyed', async () => {
    const year = await aYear()
    await shut(year)
    await db.owner('fiscal_periods').where({ ...year.own, fiscal_year: 2570 }).update({ state: 'open' })
    await year.head.work((work) => collect(work, { ...year.head, maker: year.maker.officer, bankAccountId: year.bankAccountId }, { sourceId: '2', type: 'OB', date: calendarDate('2026-10-01') }))
    expect(seen((await desk(year.maker).get(at)).html)).toContain('ปีงบประมาณ 2570 มียอดยกมาที่บันทึกเองอยู่แล้ว')
  })
})

describe('a closing', () => {
  it('is asked by the accountant and carried out by the head; the vouchers are named on the page', async () => {
    const year = await aYear()
    await shut(year)
    expect(seen((await desk(year.maker).get(at)).html)).toMatch(/รายได้ 1,000\.00.*ไม่มีเรื่องค้าง พร้อมปิดบัญชี/)
    expect((await desk(year.maker).get(at)).html).toContain('name="receipts" type="text" value="1,000.00"')
    for (const wrong of ['', '-1', '1.005', 'มาก']) expect(seen((await ask(year, { spent: wrong })).html)).toContain('โปรดระบุจำนวนเงินไม่ติดลบ')
    expect((await ask(year)).reply).toMatchObject({ kind: 'redirect', to: at })
    expect(seen((await ask(year)).html)).toContain('ปีนี้มีคำขอที่รอดำเนินการอยู่แล้ว')
    expect(await requests(year)).toEqual([{ state: 'asked', kind: 'close', receipts: '1000.00', spent: '400.00', reason: 'ปีแรกที่ใช้ระบบ', decision: null }])
    const waiting = await desk(year.head).get(at)
    expect(seen(waiting.html)).toMatch(/เงินรายรับตามงบประมาณ 1,000\.00.*รายจ่ายตามงบประมาณรวมเงินกัน 400\.00.*กันเงินทุนสำรองเงินสะสมร้อยละ 15 90\.00/)
    const [, address = ''] = /action="([^"]+carry-out)"/.exec(waiting.html) ?? []
    await expect(desk(year.maker).post(address)).rejects.toThrow(Forbidden)
    expect((await desk(year.head).post(address)).reply).toMatchObject({ kind: 'redirect', to: at, flash: { text: 'ปิดบัญชีประจำปีแล้ว' } })
    expect(await closings(year)).toEqual(['1000.00', '1000.00', '90.00'])
    const done = seen((await desk(year.head).get(at)).html)
    expect(done).toMatch(/ปิดบัญชีแล้ว.*CL-00001\/69.*ปิดบัญชีรายได้.*CL-00003\/69 กันเงินทุนสำรองเงินสะสมร้อยละ 15 จากเงินสะสมประจำปี \(รายรับ 1,000\.00 รายจ่าย 400\.00\) 90\.00/)
    expect(seen((await desk(year.maker).get(at)).html)).toContain('ขอกลับรายการปิดบัญชี')
  })

  it('takes what was spent from the budget: paid, claimed, carried, and nobody types another figure', async () => {
    const year = await aYear()
    await shut(year)
    const { budget, line, contract } = await aSpentBudget(year)
    const page = await desk(year.maker).get(at)
    expect(seen(page.html)).toMatch(/รายจ่ายที่จ่ายแล้ว หักเงินส่งคืน 250\.00 ตั้งเบิกแล้วยังไม่จ่าย 50\.00 กันเงินกรณีก่อหนี้ผูกพัน 100\.00.*รายจ่ายตามงบประมาณรวมเงินกัน 400\.00 รายรับสูง\/\(ต่ำ\)กว่ารายจ่ายตามงบประมาณ 600\.00 กันเงินทุนสำรองเงินสะสมร้อยละ 15 90\.00/)
    expect(page.html).not.toContain('name="spent"')
    expect((await ask(year, { spent: '1.00', reason: '' })).reply.kind).toBe('redirect')
    expect(await requests(year)).toMatchObject([{ receipts: '1000.00', spent: '400.00', reason: '' }])
    await budget.accountant.work((work) => release(work, { ...contract, event: 'released', source: { kind: 'contract', id: '9002' }, of: contract.source, stage: 'committed' }, [{ lineId: line, amount: baht('40.00') }]))
    const [, address = ''] = /action="([^"]+carry-out)"/.exec((await desk(year.head).get(at)).html) ?? []
    expect(seen((await desk(year.head).post(address)).html)).toContain('รายจ่ายตามงบประมาณเปลี่ยนเป็น 360.00 บาท จากที่ขอไว้ 400.00 บาท')
    expect(await closings(year)).toEqual([])
  })

  it('wants a reason where a reckoned figure is not taken, or none is there', async () => {
    const year = await aYear()
    await shut(year)
    expect(seen((await ask(year, { reason: '' })).html)).toContain('โปรดระบุเหตุผลที่ใช้จำนวนเงินต่างจากที่ระบบคำนวณ')
    await aSpentBudget(year)
    expect(seen((await ask(year, { receipts: '900.00', reason: '' })).html)).toContain('โปรดระบุเหตุผลที่ใช้จำนวนเงินต่างจากที่ระบบคำนวณ')
    expect((await desk(year.maker).get(at)).html).toContain('name="receipts" type="text" value="1,000.00"')
    expect((await ask(year, { receipts: '900.00', reason: 'หักเงินที่รับเกิน' })).reply.kind).toBe('redirect')
    expect(await requests(year)).toMatchObject([{ receipts: '900.00', spent: '400.00', reason: 'หักเงินที่รับเกิน' }])
  })

  it('sets nothing aside when more was spent than received', async () => {
    const year = await aYear()
    await shut(year)
    await ask(year, { spent: '1,000.01' })
    const [, address = ''] = /action="([^"]+carry-out)"/.exec((await desk(year.head).get(at)).html) ?? []
    await desk(year.head).post(address)
    expect(await closings(year)).toEqual(['1000.00', '1000.00'])
  })

  it('is refused by the head with a reason, or by what happened since it was asked for, and then nothing is posted', async () => {
    const year = await aYear()
    await shut(year)
    await ask(year)
    const { html } = await desk(year.head).get(at)
    const [, address = ''] = /action="([^"]+carry-out)"/.exec(html) ?? []
    await db.owner('fiscal_periods').where({ ...year.own, period: 13 }).update({ state: 'open' })
    expect(seen((await desk(year.head).post(address)).html)).toContain('ยังปิดบัญชีไม่ได้ มีเรื่องที่ต้องดำเนินการก่อน 1 เรื่อง')
    const refuse = address.replace('carry-out', 'refuse')
    expect(seen((await desk(year.head).post(refuse, { version: '1', reason: '' })).html)).toContain('โปรดระบุเหตุผล')
    expect((await desk(year.head).post(refuse, { version: '1', reason: 'ยังไม่ครบ' })).reply.kind).toBe('redirect')
    expect(await requests(year)).toMatchObject([{ state: 'refused', decision: 'ยังไม่ครบ' }])
    await expect(desk(year.head).post(refuse, { version: '1', reason: 'อีกครั้ง' })).rejects.toThrow('คำขอนี้พิจารณาไปแล้ว')
    expect(await closings(year)).toEqual([])
  })

  it('of another office is not there', async () => {
    const [year, other] = [await aYear(), await aYear()]
    await shut(year)
    await ask(year)
    const [, address = ''] = /action="([^"]+carry-out)"/.exec((await desk(year.head).get(at)).html) ?? []
    await expect(desk(other.head).post(address)).rejects.toThrow(NotFound)
    await expect(desk(other.head).post(address.replace('carry-out', 'refuse'), { version: '1', reason: 'ก' })).rejects.toThrow(NotFound)
    expect(await requests(year)).toMatchObject([{ state: 'asked' }])
  })

  it('pressed by two at the same moment is made once', async () => {
    const year = await aYear()
    await shut(year)
    await ask(year)
    const [, address = ''] = /action="([^"]+carry-out)"/.exec((await desk(year.head).get(at)).html) ?? []
    const ended = await Promise.allSettled(Array.from({ length: 4 }, () => desk(year.head).post(address)))
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await closings(year)).toHaveLength(3)
  })

  it('is undone under vouchers of October, which then stand on ยอดยกมาชั่วคราว, but never under months that are shut', async () => {
    const year = await aYear()
    await shut(year)
    const next = { ...year.own, fiscal_year: 2570 }
    const carryOut = async () => desk(year.head).post(/action="([^"]+carry-out)"/.exec((await desk(year.head).get(at)).html)?.[1] ?? '')
    const undo = () => desk(year.maker).post('/ledger/closing/undo', { fiscalYear: '2569', reason: 'พบรายการตกหล่น' })
    const setMonth = (period: number, wanted: 'closed' | 'open') => setPeriod(year, { fiscalYear: fiscalYear(2570), period, wanted })
    await ask(year)
    await carryOut()
    expect((await desk(year.maker).get(at)).html).not.toContain('ยอดยกมาชั่วคราว')
    await year.head.work((work) => collect(work, { ...year.head, maker: year.maker.officer, bankAccountId: year.bankAccountId }, { sourceId: '2', date: calendarDate('2026-10-15') }))
    expect(seen((await desk(year.maker).get(at)).html)).toContain('ปีงบประมาณ 2570 มีใบผ่านรายการแล้ว 1 ใบ')

    await setMonth(0, 'closed')
    await setMonth(1, 'closed')
    expect(seen((await undo()).html)).toContain('ปิดงวดของปีงบประมาณ 2570 แล้ว (ยอดยกมา, ตุลาคม 2569) ต้องเปิดงวดเหล่านั้นก่อน')
    await db.owner('fiscal_periods').where(next).update({ state: 'open' })
    await undo()
    await db.owner('fiscal_periods').where({ ...next, period: 1 }).update({ state: 'closed' })
    expect(seen((await carryOut()).html)).toContain('ปิดงวดของปีงบประมาณ 2570 แล้ว (ตุลาคม 2569)')
    const { id } = await db.owner('closing_requests').where({ ...year.own, state: 'asked' }).first('id')
    const { rows: [{ answers }] } = await year.head.work((work) => work.db.raw('SELECT ledger_run(?, ?, now()) AS answers', [id, '[]']))
    expect(answers).toEqual([{ refused: 'laterClosed' }])
    await db.owner('fiscal_periods').where({ ...next, period: 1 }).update({ state: 'open' })
    expect((await carryOut()).reply).toMatchObject({ flash: { text: 'กลับรายการปิดบัญชีแล้ว' } })

    const balance = seen((await desk(year.head).get('/ledger/trial-balance?fiscalYear=2570&month=1')).html)
    expect(balance).toContain('ยอดยกมาชั่วคราว')
    expect(balance).toMatch(/เงินสะสม[^0-9]*3102010101\.001[^0-9]*1,000\.00/)
    await setMonth(0, 'closed')
    await expect(setMonth(1, 'closed')).rejects.toThrow('ยังไม่มียอดยกมา')
    await ask(year)
    await carryOut()
    const waiting = await year.head.read((read) => findWaiting(read))
    await year.head.work((work) => carryOutRequest(work, waiting[0]?.id ?? '0'))
    expect((await year.head.read((read) => verifyBook(read, year.organisation.id))).faults).toEqual([])
  })

  it('is undone on request with a reason, and only where it stands', async () => {
    const year = await aYear()
    await shut(year)
    const undo = (reason: string) => desk(year.maker).post('/ledger/closing/undo', { fiscalYear: '2569', reason })
    expect(seen((await undo('ผิด')).html)).toContain('ยังไม่ได้ปิดบัญชีของปีนี้')
    await ask(year)
    const carryOut = async () => desk(year.head).post(/action="([^"]+carry-out)"/.exec((await desk(year.head).get(at)).html)?.[1] ?? '')
    await carryOut()
    expect(seen((await undo('')).html)).toContain('โปรดระบุเหตุผล')
    expect((await undo('พบรายการตกหล่น')).reply.kind).toBe('redirect')
    expect(seen((await desk(year.head).get(at)).html)).toMatch(/กลับรายการปิดบัญชีประจำปี.*พบรายการตกหล่น/)
    expect((await carryOut()).reply).toMatchObject({ flash: { text: 'กลับรายการปิดบัญชีแล้ว' } })
    expect(seen((await desk(year.maker).get(at)).html)).toContain('ยังไม่ได้ปิดบัญชี')
  })
})
