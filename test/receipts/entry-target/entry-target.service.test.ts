import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { getAvailable, getFundCash } from '../../../src/budget/index.ts'
import { getVoucher } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht, minus, zero } from '../../../src/platform/money.ts'
import { findNamedRefunds } from '../../../src/receipts/income-line/income-line.service.ts'
import { approveEntry, createEntry, getEntry, reverseEntry, submitEntry } from '../../../src/receipts/money-entry/money-entry.service.ts'
import { type EntryCommand } from '../../../src/receipts/money-entry/money-entry.ts'
import { moneyEntryText } from '../../../src/receipts/money-entry.text.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { getDebt } from '../../../src/receipts/tax-debt/tax-debt.repository.ts'
import { findDue } from '../../../src/receipts/tax-debt/tax-debt.service.ts'
import { balanceOf } from '../../../src/receipts/tax-debt/tax-debt.ts'
import { testDatabase } from '../../support/database.ts'
import { aSubUnit } from '../../support/world.ts'
import { aKey, aNotice, anItem, owed } from '../lao.ts'
import { assess, aTaxTown, debtOf, keyOf, landDebtor, pay, run } from '../owing.ts'
import { aPaidLine, wages } from '../paid.ts'
import { today, yesterday, type School } from '../school.ts'
import { aTown, moneyIn } from '../town.ts'

const db = await testDatabase()
const { errors } = receiptsText
const unidentified = '2116010199.001'

async function aFinder(amount: string, at?: School): Promise<School> {
  const town = at ?? await aTown(db)
  await moneyIn(town, { account: unidentified, amount, date: yesterday })
  return town
}

type Found = Partial<EntryCommand> & { readonly targetCode: string; readonly amount: EntryCommand['amount'] }

const draft = (town: School, given: Found) => town.finance.work((work) => createEntry(work, {
  formKey: randomUUID(), kind: 'identify', entryDate: today, depositId: null, debtId: null, covered: zero, targetKey: null, reason: 'ทราบที่มาแล้ว', authority: '', ...given,
}))

async function identified(town: School, given: Found): Promise<string> {
  const id = await draft(town, given)
  await town.finance.work((work) => submitEntry(work, id, 1))
  await town.head.work((work) => approveEntry(work, id, 2))
  return id
}

async function creditOf(town: School, id: string) {
  const entry = await town.head.read((read) => getEntry(read, town.organisation.id, id))
  const voucher = await town.head.read((read) => getVoucher(read, town.organisation.id, entry.voucher?.id ?? '0'))
  return voucher.lines.filter(({ side }) => side === 'C').map((line) => [line.accountCode, line.subKey, line.counterpartyId, line.revenueCode])
}

const undone = (town: School, id: string) => town.head.work((work) => reverseEntry(work, id, { version: 3, reason: 'ผิดราย' }))

describe('money found to be', () => {
  it('a notice\'s is told to the budget, and taken back with the entry (R6, S22)', async () => {
    const town = await aFinder('1200.00')
    const notice = await aNotice(db, town)
    const received = async () => (await town.head.read((read) => getFundCash(read, town.organisation.id, notice.id))).received
    await expect(draft(town, { targetCode: '44100002', amount: baht('1200') })).rejects.toThrow(new RuleBroken({ targetKey: errors.notice }))
    const id = await identified(town, { targetCode: '44100002', targetKey: notice.number, amount: baht('1200') })
    expect(await creditOf(town, id)).toEqual([['2103010102.001', notice.number, null, '44100002']])
    expect(await received()).toBe(baht('1200'))
    await undone(town, id)
    expect(await received()).toBe(zero)
  })

  it('an over-payment restores its line, names what was paid, and comes back no further than that (R14, S51)', async () => {
    const { at, lineId } = await aPaidLine(db, [{ id: '931', amount: '1000', charges: true }])
    await aFinder('1500.00', at)
    const available = async () => (await at.head.read((read) => getAvailable(read, [lineId], today))).get(lineId) ?? zero
    const before = await available()
    const [named] = await at.clerk.read((read) => findNamedRefunds(read, { search: '00931', on: today }))
    await expect(draft(at, { targetCode: 'DB21', amount: baht('1') })).rejects.toThrow(new RuleBroken({ targetKey: errors.refundOf }))
    await expect(draft(at, { targetCode: 'DB21', targetKey: named?.name ?? '', amount: baht('1000.01') })).rejects.toThrow(new RuleBroken({ amount: errors.overRefund('1,000.00') }))
    const id = await identified(at, { targetCode: 'DB21', targetKey: named?.name ?? '', amount: baht('600') })
    expect((await creditOf(at, id)).map(([account]) => account)).toEqual([wages])
    expect(minus(await available(), before)).toBe(baht('600'))
    await expect(draft(at, { targetCode: 'DB21', targetKey: named?.name ?? '', amount: baht('400.01') })).rejects.toThrow(RuleBroken)
    await undone(at, id)
    expect(await available()).toBe(before)
  })

  it('a tax names its assessment and pays it once, as income or as the debtor that was set up (S50)', async () => {
    const town = await aTaxTown(db)
    await aFinder('9000.00', town)
    const [income, debtor] = [await assess(town, { taxYear: 2570, noticeDate: today, dueDate: calendarDate('2026-12-31') }), await assess(town)]
    await run(town, 'set-up')
    const code = '41100009'
    const paid = await identified(town, { targetCode: code, targetReference: 'tax-1/70', amount: baht('2000') })
    expect(balanceOf(await debtOf(town, income))).toBe(baht('3000'))
    await expect(draft(town, { targetCode: code, targetReference: 'TAX-00001/70', amount: baht('3000.01') })).rejects.toThrow(RuleBroken)
    const set = await identified(town, { targetCode: 'DB01', targetKey: await keyOf(town), amount: baht('1500') })
    expect(await creditOf(town, set)).toEqual([[landDebtor, await keyOf(town), null, null]])
    expect(await debtOf(town, debtor)).toMatchObject({ standing: baht('3500'), paid: baht('1500') })
    await undone(town, paid)
    expect(balanceOf(await debtOf(town, income))).toBe(baht('5000'))
  })

  it('a penalty of a late tax is not asked again at the counter, until the entry is undone', async () => {
    const town = await aTaxTown(db)
    await aFinder('2000.00', town)
    const id = await assess(town, { taxYear: 2570, noticeDate: calendarDate('2026-10-01'), dueDate: calendarDate('2026-10-31') })
    const late = async () => (await town.clerk.read(async (read) => findDue(read, await getDebt(read, town.organisation.id, id), today))).late
    const before = await late()
    expect(before.penalty > baht('100')).toBe(true)
    const entry = await identified(town, { targetCode: '41100009', targetReference: 'TAX-00001/70/P', amount: baht('100') })
    expect(await late()).toEqual({ ...before, penalty: minus(before.penalty, baht('100')) })
    await undone(town, entry)
    expect(await late()).toEqual(before)
  })

  it('a debtor\'s of an abolished tax is no revenue, and wants one who owes (scenario 48)', async () => {
    const town = await aFinder('800.00')
    const key = await aKey(town.head, 'taxpayer', 'TP-00091')
    await expect(draft(town, { targetCode: '41100001', targetKey: key, amount: baht('1') })).rejects.toThrow(new RuleBroken({ targetCode: errors.retiredIncome }))
    await owed(db, town, { account: '1102050194.001', key, amount: '500.00' })
    expect(await creditOf(town, await identified(town, { targetCode: '41100001', targetKey: key, amount: baht('300') }))).toEqual([['1102050194.001', key, null, null]])
    await expect(draft(town, { targetCode: 'DB03', targetKey: key, amount: baht('200.01') })).rejects.toThrow(new RuleBroken({ amount: errors.overStanding('ชื่อ TP-00091', '200.00') }))
  })

  it('a unit\'s names the unit on the other side, a deposit an item of its kind (§4.8, §4.12)', async () => {
    const town = await aFinder('800.00')
    const unit = await aSubUnit(db, { lao: town.organisation, kind: '01' })
    await expect(draft(town, { targetCode: '41400001', amount: baht('1') })).rejects.toThrow(new RuleBroken({ targetKey: errors.counterparty }))
    expect((await creditOf(town, await identified(town, { targetCode: '41400001', targetKey: unit.name, amount: baht('300') })))[0]?.[2]).toBe(unit.id)
    const bid = await anItem(town.finance, 'DP13')
    await expect(draft(town, { targetCode: 'DP11', targetKey: bid, amount: baht('1') })).rejects.toThrow(new RuleBroken({ targetKey: errors.otherDeposit(bid, 'DP11 เงินประกันสัญญา') }))
  })

  it('nobody knows what is no answer', async () => {
    const town = await aFinder('800.00')
    await expect(draft(town, { targetCode: 'UN01', amount: baht('1') })).rejects.toThrow(new RuleBroken({ targetCode: moneyEntryText.errors.target }))
  })
})

it('is judged again before the books: a debt that was paid meanwhile takes no more', async () => {
  const town = await aTaxTown(db)
  await aFinder('5000.00', town)
  const debt = await assess(town, { taxYear: 2570, noticeDate: today, dueDate: calendarDate('2026-12-31') })
  const id = await draft(town, { targetCode: '41100009', targetReference: 'TAX-00001/70', amount: baht('5000') })
  await town.finance.work((work) => submitEntry(work, id, 1))
  await pay(town, await debtOf(town, debt), { amount: '1000.00' })
  await expect(town.head.work((work) => approveEntry(work, id, 2))).rejects.toThrow(RuleBroken)
})

it('finds its place in a later month, whatever became of the month it came in', async () => {
  const town = await aTown(db)
  await moneyIn(town, { account: unidentified, amount: '3000.00', date: calendarDate('2026-10-05') })
  await db.owner('fiscal_periods').where({ organisation_id: town.organisation.id, fiscal_year: fiscalYear(2570), period: 1 }).update({ state: 'closed' })
  const notice = await aNotice(db, town)
  for (const [targetCode, targetKey] of [['41300002', null], ['44100002', notice.number], ['DP99', await anItem(town.finance, 'DP99')]] as const) {
    expect(await creditOf(town, await identified(town, { targetCode, targetKey, amount: baht('1000') }))).toHaveLength(1)
  }
})
