import { describe, expect, it } from 'vitest'
import { claim, commit, compareBudgetBalances, getAvailable, getLine, pay, refund, release, repoint, reserve, unpay } from '../../../src/budget/index.ts'
import { record } from '../../../src/budget/control/control.service.ts'
import { connect } from '../../../src/platform/database/connection.ts'
import { Database, ownOrigin, type OfficerWork } from '../../../src/platform/database/work.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { aBudgetOffice, anEnactedBudget, spend, type BudgetOffice } from '../world.ts'

const db = await testDatabase()
const office = await aBudgetOffice(db)
const today = calendarDate('2026-11-20')

const act = (kind: string, id: number, event = kind) => ({ source: { kind, id: String(id) }, event, date: today, description: 'ทดสอบ' })
const of = (lineId: string, amount: string) => [{ lineId, amount: baht(amount) }]
const inTurn = { id: 100 }
const asAccountant = <T>(use: (work: OfficerWork) => Promise<T>): Promise<T> => office.accountant.work(use)

async function aLine(amount: string, code = '5330100', at: BudgetOffice = office): Promise<string> {
  const [line] = await anEnactedSupplement(at, code, amount)
  return line ?? ''
}

/** Documents of one kind stand once a year: these tests give their lines through plans of their own. */
async function anEnactedSupplement(at: BudgetOffice, code: string, amount: string): Promise<string[]> {
  return anEnactedBudget(at, [{ code, amount, title: `วัสดุ ${inTurn.id++}` }], { kind: 'accumulated', state: 'approved' })
}

async function availableOf(lineId: string): Promise<string> {
  const line = await office.head.read((read) => getLine(read, office.organisationId, lineId))
  return formatMoney(line.balance.available)
}

async function refusal(doing: Promise<unknown>): Promise<string> {
  return doing.then(() => 'done', (error: Error) => error.message)
}

describe('a control line', () => {
  it('follows requisition, contract, claim and payment to the satang (scenarios 9 and 10)', async () => {
    const line = await aLine('100000.00')
    const [requisition, contract, asked, paying] = [1, 2, 3, 4].map((number) => ({ kind: 'step', id: String(number) }))
    if (!requisition || !contract || !asked || !paying) throw new Error('four steps')
    const step = (source: { kind: string; id: string }, event: string) => ({ source, event, date: today, description: 'ทดสอบ' })
    await asAccountant((work) => reserve(work, step(requisition, 'reserved'), of(line, '30000.00')))
    expect(await availableOf(line)).toBe('70,000.00')
    await asAccountant((work) => commit(work, { ...step(contract, 'committed'), from: requisition }, of(line, '28500.00')))
    expect(await availableOf(line)).toBe('71,500.00')
    await asAccountant((work) => claim(work, { ...step(asked, 'claimed'), from: contract }, of(line, '28500.00')))
    await asAccountant((work) => pay(work, { ...step(paying, 'paid'), of: asked }, of(line, '28500.00')))
    expect(await availableOf(line)).toBe('71,500.00')
    expect(await refusal(asAccountant((work) => claim(work, act('claim', inTurn.id++), of(line, '71500.01')))))
      .toMatch(/^งบประมาณคงเหลือไม่พอ: รหัสรายการ 0001 .* คงเหลือ ณ 20 พ.ย. 2569 71,500.00 บาท ขอใช้ 71,500.01 บาท เกินอยู่ 0.01 บาท$/)
    await asAccountant((work) => claim(work, act('claim', inTurn.id++), of(line, '71500.00')))
    expect(await availableOf(line)).toBe('0.00')
  })

  it('lets one of two clerks have it (scenario 11)', async () => {
    const line = await aLine('80000.00')
    const both = await Promise.all([1, 2].map(() => refusal(asAccountant((work) => claim(work, act('claim', inTurn.id++), of(line, '50000.00'))))))
    expect(both.filter((one) => one === 'done')).toHaveLength(1)
    expect(both.filter((one) => one.startsWith('งบประมาณคงเหลือไม่พอ'))).toHaveLength(1)
    expect(await availableOf(line)).toBe('30,000.00')
  })

  it('admits one of 500 claims on the last baht', { timeout: 60_000 }, async () => {
    const line = await aLine('1.00')
    const pool = connect({ url: db.url, pool: 12, role: 'laas_app', patience: 60_000 })
    const patient = new Database(pool, db.clock)
    const first = inTurn.id
    inTurn.id += 500
    const tries = await Promise.all(Array.from({ length: 500 }, (_, index) => refusal(patient.work(office.accountant.officer, ownOrigin,
      (work) => claim(work, act('claim', first + index), of(line, '1.00'))))))
    await pool.destroy()
    expect(tries.filter((one) => one === 'done')).toHaveLength(1)
    expect(tries.filter((one) => one.startsWith('งบประมาณคงเหลือไม่พอ'))).toHaveLength(499)
    expect(await availableOf(line)).toBe('0.00')
  })

  it('stands open again when a payment is reversed after its days, and takes no new claim then', async () => {
    const line = await aLine('1000.00')
    const source = { kind: 'claim', id: String(inTurn.id++) }
    const [asked, late] = [{ ...act('claim', 0), source }, calendarDate('2035-10-05')]
    await asAccountant((work) => claim(work, asked, of(line, '400.00')))
    await asAccountant((work) => pay(work, { ...act('payment', inTurn.id), of: source }, of(line, '400.00')))
    await asAccountant((work) => unpay(work, { ...act('payment', inTurn.id++, 'reversed'), date: late, of: source }, of(line, '400.00')))
    expect(await db.owner('budget_balances').where({ line_id: line }).first('claimed', 'paid')).toEqual({ claimed: '400.00', paid: '0.00' })
    expect(await availableOf(line)).toBe('600.00')
    expect(await refusal(asAccountant((work) => claim(work, { ...act('claim', inTurn.id++), date: late }, of(line, '1.00'))))).not.toBe('done')
  })

  it('moves once when the same claim is told fifty times', async () => {
    const line = await aLine('100.00')
    const told = act('claim', inTurn.id++)
    const moved = await Promise.all(Array.from({ length: 50 }, () => asAccountant((work) => claim(work, told, of(line, '10.00')))))
    expect(moved.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(new Set(moved.map(({ movementId }) => movementId)).size).toBe(1)
    expect(await availableOf(line)).toBe('90.00')
  })

  it('takes back within its year what was paid too much, and never more', async () => {
    const line = await aLine('5000.00')
    const paid = await spend(office, line, '5000.00', { paid: true })
    await asAccountant((work) => refund(work, { ...act('receipt', inTurn.id++), of: paid }, of(line, '1200.00')))
    expect(await availableOf(line)).toBe('1,200.00')
    expect(await refusal(asAccountant((work) => refund(work, { ...act('receipt', inTurn.id++), of: paid }, of(line, '3800.01')))))
      .toBe('คืนเงินได้ไม่เกินยอดที่จ่าย 3,800.00 บาท')
    const nextYear = { ...act('receipt', inTurn.id++), date: calendarDate('2027-10-01'), of: paid }
    expect(await refusal(asAccountant((work) => refund(work, nextYear, of(line, '1.00'))))).toBe('รายการนี้ใช้ได้ตั้งแต่ 1 ตุลาคม 2569 ถึง 30 กันยายน 2570')
  })

  it('takes back what was paid after its last day too, for that is no new use; not in another year', async () => {
    const [line = ''] = await anEnactedBudget(office, [{ code: '5330100', amount: '5000.00', title: 'ใช้ภายในกำหนด', until: calendarDate('2026-11-25') }], { kind: 'accumulated', state: 'approved' })
    const paid = await spend(office, line, '5000.00', { paid: true })
    const back = (date: string) => refusal(asAccountant((work) => refund(work, { ...act('receipt', inTurn.id++), date: calendarDate(date), of: paid }, of(line, '1200.00'))))
    expect([await back('2027-09-30'), await back('2027-10-01')]).toEqual(['done', 'รายการนี้ใช้ได้ตั้งแต่ 1 ตุลาคม 2569 ถึง 25 พฤศจิกายน 2569'])
    expect(await availableOf(line)).toBe('1,200.00')
  })

  it('is used on its days only: not after 30 September', async () => {
    const line = await aLine('10.00')
    const on = (date: string) => refusal(asAccountant((work) => claim(work, { ...act('claim', inTurn.id++), date: calendarDate(date) }, of(line, '1.00'))))
    expect(await on('2027-09-30')).toBe('done')
    expect(await on('2027-10-01')).toBe('รายการนี้ใช้ได้ตั้งแต่ 1 ตุลาคม 2569 ถึง 30 กันยายน 2570')
    expect(await on('2026-09-30')).toMatch(/^รายการนี้ใช้ได้ตั้งแต่/)
  })

  it('gives nothing to a document older than the grant', async () => {
    const line = await aLine('100.00')
    const [document] = await db.owner('budget_documents').where({ organisation_id: office.organisationId, kind: 'accumulated' }).orderBy('id', 'desc').limit(1)
    const later = { source: { kind: 'budget-accumulated', id: document.id }, event: 'more', date: calendarDate('2026-11-15'), description: 'เพิ่ม' }
    await asAccountant((work) => record(work, later, [{ lineId: line, stage: 'approved', amount: baht('50.00') }]))
    const on = (date: string) => refusal(asAccountant((work) => reserve(work, { ...act('requisition', inTurn.id++), date: calendarDate(date) }, of(line, '120.00'))))
    expect(await on('2026-11-14')).toMatch(/คงเหลือ ณ 14 พ.ย. 2569 100.00 บาท ขอใช้ 120.00 บาท/)
    const available = await office.head.read((read) => getAvailable(read, [line], calendarDate('2026-11-14')))
    expect(formatMoney(available.get(line) ?? baht('0'))).toBe('100.00')
    expect(await on('2026-11-15')).toBe('done')
  })

  it('lets nobody take more from a contract than is left on it', async () => {
    const line = await aLine('1000.00')
    const contract = { kind: 'contract', id: String(inTurn.id++) }
    await asAccountant((work) => commit(work, { ...act('x', 1), source: contract, event: 'committed' }, of(line, '600.00')))
    const claiming = (amount: string) => asAccountant((work) => claim(work, { ...act('claim', inTurn.id++), from: contract }, of(line, amount)))
    expect(await refusal(claiming('600.01'))).toBe('เกินยอดคงเหลือของรายการที่กันวงเงิน/ก่อหนี้ผูกพันไว้ คงเหลือ 600.00 บาท')
    await claiming('400.00')
    const closing = { ...act('closing', inTurn.id++), stage: 'committed' as const, of: contract }
    await asAccountant((work) => release(work, closing, 'all'))
    expect(await availableOf(line)).toBe('600.00')
    expect((await asAccountant((work) => release(work, closing, 'all'))).isNew).toBe(false)
    expect(await refusal(asAccountant((work) => release(work, { ...closing, event: 'again' }, 'all')))).toMatch(/คงเหลือ 0.00 บาท$/)
  })

  it('hands a claim over to another line that has it', async () => {
    const [from, to] = [await aLine('500.00'), await aLine('300.00')]
    const claimed = await spend(office, from, '400.00')
    const moving = (amount: string) => asAccountant((work) => (
      repoint(work, { ...act('correction', inTurn.id++), of: claimed, stage: 'claimed' }, [{ from, to, amount: baht(amount) }])))
    expect(await refusal(moving('300.01'))).toMatch(/^งบประมาณคงเหลือไม่พอ/)
    await moving('300.00')
    expect([await availableOf(from), await availableOf(to)]).toEqual(['400.00', '0.00'])
  })

  it('of nothing, less than nothing or of another office is refused', async () => {
    const line = await aLine('10.00')
    for (const amount of ['0.00', '-1.00']) {
      expect(await refusal(asAccountant((work) => claim(work, act('claim', inTurn.id++), of(line, amount))))).toBe('จำนวนเงินต้องมากกว่า 0.00 บาท')
    }
    const other = await aBudgetOffice(db)
    expect(await refusal(other.accountant.work((work) => claim(work, act('claim', inTurn.id++), of(line, '1.00'))))).toBe('ไม่พบรายการงบประมาณที่เลือก')
  })
})

describe('a notice', () => {
  it('pays no more than came in for it, and freezes what a contract does not need', async () => {
    const grants = await aBudgetOffice(db)
    const [line] = await anEnactedBudget(grants, [{ code: '5420700', amount: '500000.00', source: '3002', title: 'ถนน' }], { kind: 'grant', state: 'allocated' })
    if (!line) throw new Error('no line')
    const contract = { kind: 'contract', id: '1' }
    await grants.accountant.work((work) => commit(work, { ...act('x', 1), source: contract, event: 'committed' }, of(line, '480000.00')))
    const stored = await grants.head.read((read) => getLine(read, grants.organisationId, line))
    expect([formatMoney(stored.balance.frozen), formatMoney(stored.balance.available)]).toEqual(['20,000.00', '0.00'])
    const claimed = { kind: 'claim', id: '1' }
    await grants.accountant.work((work) => claim(work, { ...act('x', 1), source: claimed, event: 'claimed', from: contract }, of(line, '300000.00')))
    const paying = (id: number, amount: string) => grants.accountant.work((work) => pay(work, { ...act('payment', id), of: claimed }, of(line, amount)))
    expect(await refusal(paying(1, '1.00'))).toBe('จ่ายได้ไม่เกินเงินที่ได้รับแล้ว 0.00 บาท จ่ายไปแล้ว 0.00 บาท')
  })
})

describe('a payment of a notice', () => {
  it('moves between two of its lines whatever of it is paid; nothing more is paid by that', async () => {
    const grants = await aBudgetOffice(db)
    const [first = '', second = ''] = await anEnactedBudget(grants, [
      { code: '5420700', amount: '100000.00', source: '3002', title: 'ถนน' }, { code: '5420700', amount: '100000.00', source: '3002', title: 'สะพาน' },
    ], { kind: 'grant', state: 'allocated' })
    const { fundDocumentId } = await grants.head.read((read) => getLine(read, grants.organisationId, first))
    await db.owner('budget_cash').insert({ organisation_id: grants.organisationId, document_id: fundDocumentId, received: '100000.00' }).onConflict(['organisation_id', 'document_id']).merge()
    const paid = await spend(grants, first, '100000.00', { paid: true })
    await grants.accountant.work((work) => repoint(work, { ...act('correction', inTurn.id++), of: paid, stage: 'paid' }, [{ from: first, to: second, amount: baht('30000.00') }]))
    expect(await db.owner('budget_balances').where({ organisation_id: grants.organisationId }).orderBy('line_id').select('paid')).toEqual([{ paid: '70000.00' }, { paid: '30000.00' }])
    const claimed = await spend(grants, second, '10.00')
    await expect(grants.accountant.work((work) => pay(work, { ...act('payment', inTurn.id++), of: claimed }, of(second, '10.00')))).rejects.toThrow('จ่ายได้ไม่เกินเงินที่ได้รับแล้ว 100,000.00 บาท จ่ายไปแล้ว 100,000.00 บาท')
  })
})

describe('the budget ledger', () => {
  it('is the sum of its entries on every line', async () => {
    expect(await office.head.read((read) => compareBudgetBalances(read, office.organisationId))).toEqual([])
    const entries = await db.owner('budget_entries').where({ organisation_id: office.organisationId }).select('id')
    expect(entries.length).toBeGreaterThan(25)
  })

  it('tells of a balance that somebody has bent behind our back', async () => {
    const line = await aLine('10.00')
    await db.owner('budget_balances').where({ line_id: line }).update({ approved: '11.00' })
    const told = await office.head.read((read) => compareBudgetBalances(read, office.organisationId))
    expect(told).toEqual([
      { lineId: line, figure: 'approved', kept: '11.00', rebuilt: '10.00' }, { lineId: line, figure: 'available', kept: '11.00', rebuilt: '10.00' },
    ])
    await db.owner('budget_balances').where({ line_id: line }).update({ approved: '10.00' })
  })
})

describe('an attacker with SQL', () => {
  const attempt = (sql: string, values: unknown[] = []) => refusal(asAccountant(async (work) => work.db.raw(sql, values as string[])))

  it('cannot write a balance, nor take back an entry', async () => {
    expect(await attempt('UPDATE budget_balances SET approved = 100')).toMatch(/permission denied/)
    expect(await attempt('INSERT INTO budget_holds VALUES (1, 1, \'claimed\', \'x\', 1, 1)')).toMatch(/permission denied/)
    expect(await attempt('DELETE FROM budget_entries')).toMatch(/permission denied/)
    expect(await attempt('UPDATE budget_movements SET effective_on = effective_on')).toMatch(/permission denied/)
    expect(await refusal(Promise.resolve(db.owner('budget_entries').del()))).toMatch(/./)
  })

  const moving = `WITH m AS (INSERT INTO budget_movements (organisation_id, fiscal_year, effective_on, source_kind, source_id, event, description, recorded_by,
      recorded_at) VALUES (:organisation, 2570, '2026-11-20', 'claim', :id, 'x', 'd', :by, now()) RETURNING organisation_id, id, effective_on)
    INSERT INTO budget_entries (organisation_id, movement_id, line_id, effective_on, stage, amount, holder_kind, holder_id)
    SELECT m.organisation_id, m.id, :line, m.effective_on, :stage, :amount, :kind, :holder FROM m`

  async function entry(line: string, stage: string, amount: string, holder = true): Promise<string> {
    const id = inTurn.id++
    return refusal(asAccountant(async (work) => work.db.raw(moving, {
      organisation: work.actor.organisationId, by: work.actor.userId, id, line, stage, amount, kind: holder ? 'claim' : null, holder: holder ? id : null,
    })))
  }

  it('cannot overdraw, give without a document, or transfer to nobody', async () => {
    const line = await aLine('10.00')
    expect(await entry(line, 'claimed', '10.01')).toMatch(/budget_never_overdrawn/)
    expect(await entry(line, 'claimed', '-1.00')).toMatch(/budget_hold_not_exceeded|check constraint/)
    expect(await entry(line, 'approved', '5.00', false)).toMatch(/gives budget without an approved document/)
    expect(await entry(line, 'transferred', '5.00', false)).toMatch(/transfers 5.00/)
    expect(await entry(line, 'claimed', 'NaN')).toMatch(/check constraint/)
    expect(await availableOf(line)).toBe('10.00')
  })

  it('cannot add an entry to a movement that stands, nor see another office', async () => {
    const line = await aLine('10.00')
    expect(await attempt(`INSERT INTO budget_entries (organisation_id, movement_id, line_id, effective_on, stage, amount)
      SELECT organisation_id, id, ?, effective_on, 'approved', 5 FROM budget_movements ORDER BY id DESC LIMIT 1`, [line])).toMatch(/is already recorded/)
    const other = await aBudgetOffice(db)
    const seen = await other.accountant.work(async (work) => {
      const { rows } = await work.db.raw('SELECT * FROM budget_lock(?::bigint[])', [[line]])
      return [rows.length, (await work.db('budget_balances').where('line_id', line)).length, (await work.db('budget_lines').where('id', line)).length]
    })
    expect(seen).toEqual([0, 0, 0])
  })
})
