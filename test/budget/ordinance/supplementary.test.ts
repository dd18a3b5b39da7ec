import { describe, expect, it } from 'vitest'
import { getLine } from '../../../src/budget/index.ts'
import { findEstimates } from '../../../src/budget/ordinance-receipts/ordinance-receipts.repository.ts'
import { lastButOne, staleness } from '../../../src/budget/ordinance-receipts/ordinance-receipts.ts'
import { approvalsPath, supplementaryPaths as paths } from '../../../src/budget/ordinance.paths.ts'
import { fundPaths } from '../../../src/budget/budget.paths.ts'
import { ordinanceText } from '../../../src/budget/ordinance.text.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, formatMoney, sum } from '../../../src/platform/money.ts'
import { collect, landTax } from '../../ledger/collected.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { anOpenOffice, organisation } from '../../support/world.ts'
import { aBudgetOffice, type BudgetOffice } from '../world.ts'
import { aDraft, enforce, councilApproves, ordinanceOf, propose, reserve, supervisorApproves, walked, type GivenDraft } from './ordinances.ts'

const office = await testOffice()
const { errors, receipts, checks } = ordinanceText
const sources = { next: 1 }

/** An office whose annual budget of one million is in force. */
async function anOfficeInForce(code?: string): Promise<BudgetOffice> {
  const at = await aBudgetOffice(office, code === undefined ? {} : { code })
  const annual = await aDraft(at, { revenues: [{ code: '41100009', amount: '1000000.00' }], lines: [{ amount: '700000.00' }, reserve] })
  await walked(at, annual)
  return at
}

async function receive(at: BudgetOffice, amount: string, { day = '2026-11-19', code = '41100009' } = {}): Promise<void> {
  const place = await office.owner('organisations').where({ id: at.organisationId }).first('code')
  const counter = await anOpenOffice(office, { at: await organisation(office, place.code), groups: ['LAO_FIN_HEAD', 'LAO_ACCOUNT', 'LAO_FINANCE'] })
  await counter.work((work) => collect(work, counter, {
    sourceId: String(sources.next++), date: calendarDate(day), revenues: [{ accountCode: landTax, revenueCode: code, amount: baht(amount) }],
  }))
}

const supplement: GivenDraft = {
  kind: 'supplementary', effectiveOn: calendarDate('2027-06-01'), revenues: [{ code: '41100003', amount: '1500000.00' }], lines: [{ amount: '1500000.00' }],
}

describe('a supplementary budget', () => {
  it('is not begun while the receipts of the year lie behind, naming the day of the last summary (scenario 20)', async () => {
    const at = await anOfficeInForce()
    await expect(aDraft(at, supplement)).rejects.toThrow(receipts.none)
    await receive(at, '2500000.00', { day: '2026-10-31' })
    await expect(aDraft(at, supplement)).rejects.toThrow(receipts.stale('31 ตุลาคม 2569'))
    expect(await office.owner('budget_documents').where({ organisation_id: at.organisationId, kind: 'supplementary' })).toEqual([])
  })

  it('comes to no more than what was received above the whole estimate (scenario 20)', async () => {
    const at = await anOfficeInForce()
    await receive(at, '2500000.00')
    await receive(at, '999999.00', { code: '44100001' })
    const over = await aDraft(at, { ...supplement, revenues: [{ amount: '1500000.01' }], lines: [{ amount: '1500000.01' }] })
    await expect(propose(at, over, '2026-11-20')).rejects.toThrow(receipts.over('1,500,000.00', '2,500,000.00', '1,000,000.00'))
    expect((await ordinanceOf(at, over)).state).toBe('draft')
    const exact = await aDraft(at, supplement)
    await propose(at, exact, '2026-11-20')
    expect(await ordinanceOf(at, exact)).toMatchObject({ state: 'proposed', ordinal: 2 })
  })

  it('adds to lines that stand and makes the others; its revenue raises the estimates from its month on (scenario 21)', async () => {
    const at = await anOfficeInForce()
    await receive(at, '2500000.00')
    const id = await aDraft(at, { ...supplement, lines: [{ amount: '500000.00' }, { title: 'รถบรรทุกขยะ', code: '5410700', amount: '1000000.00', planReference: 'หน้า 3', quantity: '1', location: 'สำนักปลัด' }] })
    await propose(at, id, '2026-11-20')
    await councilApproves(at, id, '2026-11-20')
    await supervisorApproves(at, id, '2026-11-20')
    await enforce(at, id, '2026-11-20')
    const { lines } = await ordinanceOf(at, id)
    const given = await Promise.all(lines.map(({ lineId }) => at.head.read((read) => getLine(read, at.organisationId, lineId ?? ''))))
    expect(given.map(({ number, balance }) => [number, formatMoney(balance.approved), formatMoney(balance.supplemented), formatMoney(balance.available)])).toEqual([
      [1, '700,000.00', '500,000.00', '1,200,000.00'], [3, '0.00', '1,000,000.00', '1,000,000.00'],
    ])
    const estimates = (on: string) => at.head.read((read) => findEstimates(read, { organisationId: at.organisationId, fiscalYear: at.fiscalYear, on: calendarDate(on) }))
    expect(formatMoney(sum([...(await estimates('2027-05-31')).values()]))).toBe('1,000,000.00')
    expect(formatMoney(sum([...(await estimates('2027-06-01')).values()]))).toBe('2,500,000.00')
    await expect(aDraft(at, supplement).then((next) => propose(at, next, '2026-11-20'))).rejects.toThrow(receipts.over('0.00', '2,500,000.00', '2,500,000.00'))
  })

  it('wants an annual budget in force, and a day of effect within the year', async () => {
    const at = await aBudgetOffice(office)
    await expect(aDraft(at, supplement)).rejects.toThrow(errors.noAnnual('2570'))
    for (const effectiveOn of [undefined, calendarDate('2026-09-30'), calendarDate('2027-10-01')]) {
      const { effectiveOn: _left, ...rest } = supplement
      await expect(aDraft(at, effectiveOn ? { ...rest, effectiveOn } : rest)).rejects.toThrow(errors.effective('2570'))
    }
  })

  it('needs the books up to the last working day but one', () => {
    const needed = (today: string) => lastButOne(calendarDate(today))
    expect([needed('2026-11-20'), needed('2026-11-23'), needed('2026-11-24'), needed('2026-11-22')]).toEqual(['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-19'])
    const onTime = { needed: calendarDate('2026-11-18') }
    expect(staleness({ ...onTime, lastPosted: calendarDate('2026-11-18') })).toBe(undefined)
    expect(staleness({ ...onTime, lastPosted: calendarDate('2026-11-17') })).toBe(receipts.stale('17 พฤศจิกายน 2569'))
  })

  it('stands in the browser under its own leaf: made, typed, proposed and decided', async () => {
    const saensuk = await anOfficeInForce('4200103')
    const [clerk, head] = [await signIn(office, 'saensuk.budget'), await signIn(office, 'saensuk.head')]
    await clerk.open(paths.new)
    const stale = await clerk.submit({ fiscalYear: '2570', title: 'เพิ่มเติม', effectiveOn: '01/12/2569' })
    expect([stale.status, stale.text.includes(receipts.none)]).toEqual([422, true])
    await receive(saensuk, '1600000.00')
    await clerk.open(paths.new)
    const made = await clerk.submit({ fiscalYear: '2570', title: 'งบประมาณรายจ่ายเพิ่มเติม ฉบับที่ 1', effectiveOn: '01/12/2569' })
    const id = made.path.split('/').at(-1) ?? ''
    expect(made.text).toMatch(/ฉบับที่ 1 .*1,600,000\.00.*1,000,000\.00.*600,000\.00/)
    expect(made.html).toContain(`href="${paths.revenues(id)}"`)
    await clerk.open(paths.revenuesEdit(id))
    expect((await clerk.submit({ 'lines.0.code': '41100003', 'lines.0.amount': '600,000', 'lines.0.explanation': 'รับจริงสูงกว่าประมาณการ' })).path).toBe(paths.revenues(id))
    await clerk.open(paths.taskEdit(id, '00111'))
    await clerk.submit({ 'lines.0.code': '5330100', 'lines.0.title': 'วัสดุสำนักงาน', 'lines.0.amount': '600,000', 'lines.0.explanation': 'จัดซื้อเพิ่ม' })
    await clerk.open(paths.step(id, 'propose'))
    expect((await clerk.submit({ happenedOn: '20/11/2569', warningsSeen: 'yes' }, paths.step(id, 'propose'))).text).toContain(ordinanceText.done.propose)
    expect((await head.open(approvalsPath)).text).toContain('งบประมาณรายจ่ายเพิ่มเติม ฉบับที่ 1')
    expect((await head.open(fundPaths.of('supplementary'))).text).toMatch(/BUD-0000[0-9]\/70.*600,000\.00.*เสนอสภาแล้ว/)
    await head.open(paths.step(id, 'council'))
    expect((await head.submit({ happenedOn: '20/11/2569', meeting: 'สมัยวิสามัญ' }, paths.step(id, 'council'))).text).toContain(ordinanceText.done.council)
    expect((await clerk.open(paths.show(id).replace('supplementary-budgets', 'ordinances'))).status).toBe(404)
    expect((await head.open(paths.new)).status).toBe(403)
    expect((await clerk.post(paths.step(id, 'supervise'), { version: '9', happenedOn: '20/11/2569', letterNumber: '1' })).status).toBe(403)
  })

  it('is judged by its own rules: no share of personnel, no reserve', async () => {
    const at = await anOfficeInForce()
    await receive(at, '2500000.00')
    const id = await aDraft(at, { ...supplement, lines: [{ code: '5220100', amount: '1500000.00', explanation: '' }] })
    await expect(propose(at, id, '2026-11-20')).rejects.toThrow(new RegExp(`^${checks.explain('วัสดุสำนักงาน')}$`))
  })
})
