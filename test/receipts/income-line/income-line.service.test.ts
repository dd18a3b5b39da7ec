import { describe, expect, it } from 'vitest'
import { getAvailable, getFundCash, refund } from '../../../src/budget/index.ts'
import { getOffice } from '../../../src/documents/index.ts'
import { findUnits, getVoucher, postLines } from '../../../src/ledger/index.ts'
import { readDataFile } from '../../../src/platform/database/reference.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht, minus, sum, zero, type Money } from '../../../src/platform/money.ts'
import { findIncomeItems } from '../../../src/receipts/income-item/income-item.repository.ts'
import { isDeposit } from '../../../src/receipts/income-item/income-item.ts'
import { findCharged, lockRefund } from '../../../src/receipts/income-line/income-line.repository.ts'
import { findNamedRefunds, mustBeCollectable } from '../../../src/receipts/income-line/income-line.service.ts'
import { confirmSummary, getSummary, reverseSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { testDatabase } from '../../support/database.ts'
import { aSubUnit, organisation } from '../../support/world.ts'
import { aCounter, aKey, anItem, aNotice, issue, issueFor, owed } from '../lao.ts'
import { aPaidLine, wages } from '../paid.ts'
import { aPerson, aSchool, cashOnHand, prepare, receivedSlip, today, type School } from '../school.ts'

const db = await testDatabase()
const { errors } = receiptsText
const chart = new Map(readDataFile('chart-of-accounts.csv').map((row) => [row.code, row]))
const kinds = readDataFile('receipt-kinds.csv')
const codes = readDataFile('revenue-codes.csv')

const itemsOf = (at: School) => at.clerk.read(async (read) => findIncomeItems(read, await getOffice(read, at.organisation.id), fiscalYear(2570)))

/** Receipts all the way to their voucher: the lines, debit first. */
async function posted(at: School, ...receiptIds: string[]) {
  await receivedSlip(at, { receiptIds })
  const id = await prepare(at.finance)
  await at.head.work((work) => confirmSummary(work, id, 1))
  const summary = await at.head.read((read) => getSummary(read, at.organisation.id, id))
  const voucher = await at.head.read((read) => getVoucher(read, at.organisation.id, summary.voucher?.id ?? ''))
  return { id, lines: voucher.lines.map((line) => [line.side, line.accountCode, line.amount] as const) }
}

function totalByAccount(parts: readonly (readonly [account: string, amount: Money])[]): Record<string, Money> {
  const accounts = [...new Set(parts.map(([account]) => account))].sort()
  return Object.fromEntries(accounts.map((account) => [account, sum(parts.filter(([each]) => each === account).map(([, amount]) => amount))]))
}

describe('what an office may take', () => {
  it('is every code and kind of its own, each credited where the table says (all revenue codes, 34 kinds and the debtor of a returned cheque)', async () => {
    expect(kinds.filter((kind) => kind.source !== 'design')).toHaveLength(34)
    const pao = await organisation(db, '2110101')
    const offices = [await aCounter(db), await aCounter(db, pao)]
    for (const [index, at] of offices.entries()) {
      const items = new Map((await itemsOf(at)).map((item) => [item.code, item]))
      const mine = codes.filter((row) => ['ALL', index === 1 ? 'PAO' : 'MUNI_SAO'].includes(row.applies_to ?? ''))
      const wrong = mine.filter((row) => {
        const arrears = kinds.find((kind) => kind.arrears_of === row.code)
        const account = row.active === '1' ? (row.category === '441000' ? '2103010102.001' : row.gl_account) : arrears?.gl_account
        const item = items.get(row.code ?? '')
        return item?.accountCode !== account || item?.register?.kind !== (chart.get(account ?? '')?.subledger || undefined)
      })
      expect(wrong.map((row) => row.code)).toEqual([])
      const taken = kinds.filter((kind) => kind.how === 'cash_in')
      expect(taken.filter((kind) => items.get(kind.code ?? '')?.accountCode !== kind.gl_account).map((kind) => kind.code)).toEqual([])
      expect(kinds.filter((kind) => kind.how === 'withheld' && items.has(kind.code ?? '')).map((kind) => kind.code)).toEqual([])
      expect([...items.keys()].filter((code) => !mine.some((row) => row.code === code) && !taken.some((kind) => kind.code === code))).toEqual([])
    }
  })

  it.each(['02', '03', '04', '05', '06'])('of a sub-unit of kind %s is its own revenue and the kinds of its chart', async (kind) => {
    const at = await aSchool(db, kind)
    const items = await itemsOf(at)
    const office = await at.clerk.read((read) => getOffice(read, at.organisation.id))
    const isOwn = (code: string) => ['ALL', office.chartKind].some((each) => (chart.get(code)?.org_types ?? '').split('|').includes(each))
    expect(items.filter((item) => !isOwn(item.accountCode)).map((item) => item.code)).toEqual([])
    const wanted = kinds.filter((each) => each.how === 'cash_in' && isOwn(each.gl_account ?? '')).map((each) => each.code)
    expect(items.filter((item) => /^[A-Z]/.test(item.code)).map((item) => item.code).sort()).toEqual(wanted.sort())
    expect(items.some((item) => item.code.startsWith('44'))).toBe(true)
  })

  it('reaches the books: every item of a town in one day, debit cash, credit its account under its key', async () => {
    const at = await aCounter(db)
    const notice = await aNotice(db, at)
    await db.owner('organisations').insert({ kind: 'SUB', code: `u${at.organisation.id}`, name: 'โรงเรียนทดสอบ', short_name: 'ร.ร.', province_code: at.organisation.provinceCode, sub_unit_kind: '05', lao_id: at.organisation.id })
    const [unit] = await at.clerk.read(findUnits)
    const items = (await itemsOf(at)).filter((item) => item.code !== 'DB21' && !item.register?.isReduced)
    const keyOf = async (kind: string) => (kind === 'grant' ? notice.number : aKey(at.head, kind, `K-${kind}`))
    const keys = new Map<string, string>()
    for (const item of items) if (item.register && !item.isPaired) keys.set(item.register.kind, await keyOf(item.register.kind))
    for (const item of items) if (isDeposit(item) && item.register) keys.set(item.code, await anItem(at.finance, item.code))
    const taken = items.map((item, row) => ({
      row, incomeCode: item.code, key: item.isPaired ? unit?.name : keys.get(item.code) ?? keys.get(item.register?.kind ?? ''), description: '', amount: baht('1'),
    }))
    const lines = await at.clerk.work((work) => mustBeCollectable(work, { on: today, payerNumber: '', isReckoned: true, lines: taken }))
    expect(lines.map((line) => [line.accountCode, line.place.subKind])).toEqual(items.map((item) => [item.accountCode, item.register?.kind ?? null]))
    expect(lines.filter((line) => line.place.counterpartyId !== null).map((line) => line.place.counterpartyId)).toEqual(items.filter((item) => item.isPaired).map(() => unit?.id))

    const receipts = []
    for (let start = 0; start < taken.length; start += 100) receipts.push(await issue(at.clerk, { lines: taken.slice(start, start + 100) }))
    const { lines: [money, ...credits] } = await posted(at, ...receipts)
    expect(money).toEqual(['D', cashOnHand, baht(String(items.length))])
    expect(totalByAccount(credits.map(([side, account, amount]) => [`${side} ${account}`, amount])))
      .toEqual(totalByAccount(items.map((item) => [`C ${item.accountCode}`, baht('1')])))
  })
})

describe('a line that names its register', () => {
  it('pays a debt back, never more than stands, counting what is on its way; an abolished tax wants a debtor (scenario 48)', async () => {
    const at = await aCounter(db)
    const key = await aKey(at.head, 'taxpayer', 'TP-00001')
    await expect(issueFor(at.clerk, '41100001', { amount: '1', key })).rejects.toThrow(new RuleBroken({ 'lines.0.incomeCode': errors.retiredIncome }))
    await owed(db, at, { account: '1102050194.001', key, amount: '500.00' })
    const first = await issueFor(at.clerk, '41100001', { amount: '300.00', key })
    await expect(issueFor(at.clerk, 'DB03', { amount: '200.01', key })).rejects.toThrow('มียอดคงค้าง 200.00 บาท')
    expect((await posted(at, first)).lines).toEqual([['D', cashOnHand, baht('300')], ['C', '1102050194.001', baht('300')]])
    const both = await Promise.allSettled([1, 2].map(() => issueFor(at.clerk, 'DB03', { amount: '150.00', key })))
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('of a contract, a notice or a unit is asked for one that there is', async () => {
    const at = await aCounter(db)
    await expect(issueFor(at.clerk, 'DP13', { amount: '25000' })).rejects.toThrow(new RuleBroken({ 'lines.0.key': errors.depositItem }))
    await expect(issueFor(at.clerk, '44100002', { amount: '1', key: 'GRN-00099/70' })).rejects.toThrow('ไม่พบ')
    await expect(issueFor(at.clerk, '41400001', { amount: '1' })).rejects.toThrow(errors.counterparty)
    await expect(issueFor(at.clerk, '41210008', { amount: '1', key: 'x' })).rejects.toThrow('ไม่มีทะเบียนย่อย')
  })

  it('of a deposit is asked for an item of its own kind; the security of a contract may stand under the contract (§4.8, S49)', async () => {
    const at = await aCounter(db)
    const [bid, other, contract] = [await anItem(at.finance, 'DP13'), await anItem(at.finance, 'DP99'), await aKey(at.head, 'contract', 'CON-00007/70')]
    const wrong = (code: string, key: string, name: string) => expect(issueFor(at.clerk, code, { amount: '1', key })).rejects.toThrow(new RuleBroken({ 'lines.0.key': errors.otherDeposit(key, name) }))
    for (const code of ['DP35', 'DP41', 'DP42', 'DP99']) await expect(issueFor(at.clerk, code, { amount: '1' })).rejects.toThrow(new RuleBroken({ 'lines.0.key': errors.depositItem }))
    await expect(issueFor(at.clerk, 'DP99', { amount: '1', key: 'GENERAL' })).rejects.toThrow(new RuleBroken({ 'lines.0.key': errors.depositItem }))
    await wrong('DP11', bid, 'DP11 เงินประกันสัญญา')
    await wrong('DP13', contract, 'DP13 เงินประกันการเสนอราคา (ประกันซอง)')
    await wrong('DP42', other, 'DP42 เงินรับฝากชดใช้ค่าเสียหาย')
    for (const [code, key] of [['DP13', bid], ['DP99', other], ['DP11', contract]] as const) await issueFor(at.clerk, code, { amount: '1', key })
  })

  it('brings the advance of a terminated contract back, from the contractor or the bank that stood for it, never more than is left (§1.5, S24)', async () => {
    const at = await aCounter(db)
    const key = await aKey(at.head, 'contract', 'CON-00009/70')
    await owed(db, at, { account: '1103020111.001', key, amount: '160500.00' })
    await expect(issueFor(at.clerk, 'DB14', { amount: '160500.01', key })).rejects.toThrow('มียอดคงค้าง 160,500.00 บาท')
    const first = await issueFor(at.clerk, 'DB14', { amount: '160500.00', key })
    await expect(issueFor(at.clerk, 'DB14', { amount: '0.01', key })).rejects.toThrow(RuleBroken)
    await expect(issueFor(at.clerk, 'DB14', { amount: '1.00' })).rejects.toThrow(new RuleBroken({ 'lines.0.key': 'โปรดเลือกสัญญา' }))
    expect((await posted(at, first)).lines).toEqual([['D', cashOnHand, baht('160500')], ['C', '1103020111.001', baht('160500')]])
  })

  it('is no unit\'s for interest of a bank; named, an own unit pays other interest, on what it borrowed (S52)', async () => {
    const at = await aCounter(db)
    const { id, name } = await aSubUnit(db, { lao: at.organisation, kind: '01' })
    const [line] = await at.clerk.work((work) => mustBeCollectable(work, { on: today, payerNumber: '', isReckoned: true, lines: [{ row: 0, incomeCode: '41300003', key: name, description: '', amount: baht('40000.00') }] }))
    expect(line).toMatchObject({ accountCode: '4401070103.001', place: { counterpartyId: id, subKey: null } })
    const { lines } = await posted(at, await issueFor(at.clerk, '41300003', { amount: '1.00' }), await issueFor(at.clerk, '41300003', { amount: '40000.00', key: name }))
    expect(lines.slice(1).sort()).toEqual([['C', '4401070101.001', baht('1.00')], ['C', '4401070103.001', baht('40000.00')]])
    await expect(issueFor(at.clerk, '41300003', { amount: '1', key: 'ใครไม่รู้' })).rejects.toThrow(errors.strangeUnit)
  })

  it('tells the budget of a notice\'s money when the day is confirmed, and takes it back with the day', async () => {
    const at = await aCounter(db)
    const notice = await aNotice(db, at)
    const cash = () => at.head.read((read) => getFundCash(read, at.organisation.id, notice.id))
    const { id, lines } = await posted(at, await issueFor(at.clerk, '44100002', { amount: '250000.00', key: notice.number }))
    expect(lines).toEqual([['D', cashOnHand, baht('250000')], ['C', '2103010102.001', baht('250000')]])
    expect((await cash()).received).toBe(baht('250000'))
    await at.head.work((work) => reverseSummary(work, id, { version: 2, reason: 'ผิดหนังสือ' }))
    expect((await cash()).received).toBe(0n)
  })
})

describe('what was paid too much', () => {
  /** Somebody waits for a lock that another holds. */
  async function untilWaiting(): Promise<void> {
    for (let turn = 0; turn < 200; turn += 1) {
      const { rows } = await db.owner.raw("SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted")
      if (rows.length > 0) return
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error('nobody waits')
  }

  it('comes back to its line and account within the year, and goes again with the day (scenario 51, S42)', async () => {
    const { at, lineId } = await aPaidLine(db, [{ id: '901', amount: '5000', charges: true }])
    const available = async () => (await at.head.read((read) => getAvailable(read, [lineId], today))).get(lineId) ?? zero
    const before = await available()
    const [named] = await at.clerk.read((read) => findNamedRefunds(read, { search: '00901', on: today }))
    const key = named?.name ?? ''
    expect(key).toContain('ฎีกา CLM-00901/70')
    await expect(issueFor(at.clerk, 'DB21', { amount: '5000.01', key })).rejects.toThrow(errors.overRefund('5,000.00'))
    const { id, lines } = await posted(at, await issueFor(at.clerk, 'DB21', { amount: '1200.00', key }))
    expect(lines).toEqual([['D', cashOnHand, baht('1200')], ['C', wages, baht('1200')]])
    expect(minus(await available(), before)).toBe(baht('1200'))
    await at.head.work((work) => reverseSummary(work, id, { version: 2, reason: 'รับผิดราย' }))
    expect(await available()).toBe(before)
  })

  it('comes back no further than it was paid, by however many receipts and lines', async () => {
    const { at } = await aPaidLine(db, [{ id: '905', amount: '1000', charges: true }])
    const [named] = await at.clerk.read((read) => findNamedRefunds(read, { search: '00905', on: today }))
    const key = named?.name ?? ''
    const twice = { incomeCode: 'DB21', key, description: '', amount: baht('600') }
    await expect(issue(at.clerk, { lines: [twice, twice] })).rejects.toThrow(new RuleBroken({ 'lines.1.amount': errors.overRefund('1,000.00') }))
    await issueFor(at.clerk, 'DB21', { amount: '700.00', key })
    await expect(issueFor(at.clerk, 'DB21', { amount: '300.01', key })).rejects.toThrow(new RuleBroken({ 'lines.0.amount': errors.overRefund('300.00') }))
    const [first, second] = await Promise.allSettled(['200.00', '200.00'].map((amount) => issueFor(at.clerk, 'DB21', { amount, key })))
    expect([first?.status, second?.status].sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is found however many were paid since, and told apart by its number', async () => {
    const since = Array.from({ length: 51 }, (_, index) => ({ id: String(1001 + index), amount: '10', charges: false }))
    const { at } = await aPaidLine(db, [{ id: '907', amount: '1000', charges: true }, ...since])
    const [named] = await at.clerk.read((read) => findNamedRefunds(read, { search: 'CLM-00907', on: today }))
    expect(named?.name).toMatch(/ · เลขอ้างอิง 907$/)
    expect(await at.clerk.read((read) => findNamedRefunds(read, { search: '', on: today }))).toEqual([])
    await issueFor(at.clerk, 'DB21', { amount: '600.00', key: named?.name ?? '' })
    await expect(issueFor(at.clerk, 'DB21', { amount: '1.00', key: 'CLM-00999' })).rejects.toThrow(new RuleBroken({ 'lines.0.key': errors.strangeRefund }))
    await issueFor(at.clerk, 'DB21', { amount: '400.00', key: 'CLM-00907' })
  })

  it('is no more than is left when its turn comes, though it was more when it was asked', async () => {
    const { at, lineId, office } = await aPaidLine(db, [{ id: '908', amount: '1000', charges: true }])
    const [named] = await at.clerk.read((read) => findNamedRefunds(read, { search: '00908', on: today }))
    const of = { kind: 'claim', id: '908' }
    const waiting = await at.finance.work(async (work) => {
      await lockRefund(work, { ...of, budgetLineId: lineId })
      const asked = Promise.allSettled([issueFor(at.clerk, 'DB21', { amount: '700.00', key: named?.name ?? '' })])
      await untilWaiting()
      await office.accountant.work((other) => refund(other, { source: { kind: 'test', id: '1' }, event: 'refunded', date: today, description: 'คืน', of }, [{ lineId, amount: baht('600') }]))
      return { asked }
    })
    const [result] = await waiting.asked
    expect(result).toMatchObject({ status: 'rejected', reason: new RuleBroken({ 'lines.0.amount': errors.overRefund('400.00') }) })
  })

  it('of a contract names what its delivery charged (C2)', async () => {
    const { at, lineId } = await aPaidLine(db, [{ id: '906', amount: '850', charges: false }])
    const maker = await aPerson(db, at.organisation, [])
    await at.head.work((work) => postLines(work, {
      type: 'JV', documentDate: today, description: 'ตรวจรับ', event: 'acceptance.accepted', source: { kind: 'acceptance', id: '77' }, preparedBy: maker.officer.userId,
      lines: [{ side: 'D', accountCode: wages, amount: baht('850'), budgetLineId: lineId }, { side: 'C', accountCode: '3102010101.001', amount: baht('850') }],
    }))
    const [row] = await db.owner('claims').insert({
      organisation_id: at.organisation.id, kind: 'C2', state: 'draft', fiscal_year: 2570, claim_date: today, title: 'ก', vat: 'none', gross: '850.00', deducted: '0.00', net: '850.00',
      prepared_by: maker.officer.userId, prepared_at: new Date(),
    }).returning('id')
    await db.owner('claim_lines').insert({
      organisation_id: at.organisation.id, claim_id: row.id, line: 1, budget_line_id: lineId, account_code: wages, description: 'ก', amount: '850.00', source_kind: 'acceptance', source_id: '77',
    })
    const charged = await at.clerk.read((read) => findCharged(read, [{ lineId, kind: 'claim', id: row.id }]))
    expect(charged).toEqual([{ budgetLineId: lineId, accountCode: wages, sourceId: row.id, amount: baht('850') }])
  })

  it('of an earlier year becomes accumulated money and moves no budget', async () => {
    const { at } = await aPaidLine(db, [{ id: '902', amount: '850', charges: true }])
    const [named] = await at.clerk.read((read) => findNamedRefunds(read, { search: '00902', on: calendarDate('2027-10-06') }))
    expect(named).toMatchObject({ accountCode: '3102010101.001', refund: { kind: 'claim', id: '902', budgetLineId: null }, paid: baht('850') })
  })

  it('is never money lent, which charged nothing though another claim charged the same line: it comes back to its debt', async () => {
    const { at } = await aPaidLine(db, [{ id: '903', amount: '850', charges: true }, { id: '904', amount: '3000', charges: false }])
    for (const on of [today, calendarDate('2027-10-06')]) {
      const found = await at.clerk.read((read) => findNamedRefunds(read, { search: '', on }))
      expect(found.map(({ refund, paid }) => [refund.id, paid])).toEqual([['903', baht('850')]])
    }
  })
})
