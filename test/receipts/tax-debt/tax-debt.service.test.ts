import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { approveEntry, createEntry, getEntry, submitEntry } from '../../../src/receipts/money-entry/money-entry.service.ts'
import { moneyEntryText } from '../../../src/receipts/money-entry.text.ts'
import { findMoneyWork } from '../../../src/receipts/money-work/money-work.service.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { mustSettleDebts, type CollectedLine } from '../../../src/receipts/tax-collect/tax-collect.service.ts'
import { getDebt } from '../../../src/receipts/tax-debt/tax-debt.repository.ts'
import { cancelDebt, confirmCancelDebt, findDue, refuseCancelDebt, warnDebt } from '../../../src/receipts/tax-debt/tax-debt.service.ts'
import { balanceOf, debtNumber } from '../../../src/receipts/tax-debt/tax-debt.ts'
import { taxDebtText } from '../../../src/receipts/tax-debt.text.ts'
import { testDatabase } from '../../support/database.ts'
import { assess, aTaxTown, byHand, debtOf, keyOf, landDebtor, lastDay, linesOf, pay, run, signDebtor, type Owing } from '../owing.ts'
import { aPerson, today, type Person } from '../school.ts'

const db = await testDatabase()
const { errors } = taxDebtText

const moneyWorkOf = async (who: Person) => ((await who.read(findMoneyWork)) ?? []).map(({ text }) => text)

describe('an assessment', () => {
  it('of signboards is reckoned from its signs: 700.00 (scenario 33)', async () => {
    const town = await aTaxTown(db)
    const signs = [{ width: 100, height: 240, script: 'thai', isMoving: false }, { width: 60, height: 80, script: 'mixed', isMoving: false }, { width: 30, height: 40, script: 'thai', isMoving: false }] as const
    const debt = await debtOf(town, await assess(town, { taxKind: 'signboard', assessed: null, signs }))
    expect(debt).toMatchObject({ assessed: baht('700'), number: 1, signs, isSetUp: false })
    expect(debtNumber(debt)).toBe('TAX-00001/69')
  })

  it('of land, paid late, costs 1,200.00 and 360.00 beside the tax, as three lines for the receipt (scenario 34)', async () => {
    const town = await aTaxTown(db)
    const debt = await debtOf(town, await assess(town, { assessed: baht('12000'), noticeDate: calendarDate('2025-02-01'), dueDate: calendarDate('2025-04-30'), taxYear: 2568 }))
    const due = await town.clerk.read((read) => findDue(read, debt, calendarDate('2025-07-15')))
    expect(due.lines.map((line) => [line.kind, line.incomeCode, line.reference, line.amount])).toEqual([
      ['tax', '41100009', 'TAX-00001/68', baht('12000')], ['penalty', '41100009', 'TAX-00001/68/P', baht('1200')], ['surcharge', '41100009', 'TAX-00001/68/S', baht('360')],
    ])
    expect(due.total).toBe(baht('13560'))
  })

  it('warned of is fined by when it is paid, and only after its due day', async () => {
    const town = await aTaxTown(db)
    const id = await assess(town)
    const warn = (on: string, until: string, version = 1) => town.clerk.work((work) => warnDebt(work, id, { version, warnedOn: calendarDate(on), warnedUntil: calendarDate(until) }))
    await expect(warn('2026-04-30', '2026-05-30')).rejects.toThrow(new RuleBroken({ warnedOn: errors.warning }))
    await warn('2026-06-01', '2026-07-15')
    expect((await town.clerk.read(async (read) => findDue(read, await getDebt(read, town.organisation.id, id), calendarDate('2026-07-16')))).late.penalty).toBe(baht('2000'))
    await expect(warn('2026-06-01', '2026-07-15')).rejects.toThrow(Conflict)
  })

  it('of an abolished tax is taken only as arrears, which pay under their own kind (scenario 48)', async () => {
    const town = await aTaxTown(db)
    await expect(assess(town, { taxKind: 'house' })).rejects.toThrow(new RuleBroken({ taxKind: errors.abolished }))
    const debt = await debtOf(town, await assess(town, { taxKind: 'house', isOpening: true, taxYear: 2562, noticeDate: calendarDate('2019-03-01'), dueDate: calendarDate('2019-04-30') }))
    const due = await town.clerk.read((read) => findDue(read, debt, today))
    expect(due.lines).toEqual([{ kind: 'tax', incomeCode: 'DB03', accountCode: '1102050194.001', subKey: await keyOf(town), reference: 'TAX-00001/62', amount: baht('5000') }])
  })

  it('is refused without signs, in parts below 3,000, discounted away, due before its notice, of a stranger, and in the future', async () => {
    const [town, other] = [await aTaxTown(db), await aTaxTown(db)]
    await expect(assess(town, { taxKind: 'signboard', assessed: null })).rejects.toThrow(new RuleBroken({ assessed: errors.positive }))
    await expect(assess(town, { assessed: baht('2999.99'), parts: 3 })).rejects.toThrow(new RuleBroken({ parts: errors.parts }))
    await expect(assess(town, { discount: baht('5000') })).rejects.toThrow(new RuleBroken({ discount: errors.discount }))
    await expect(assess(town, { dueDate: calendarDate('2026-01-31') })).rejects.toThrow(new RuleBroken({ dueDate: errors.dueBefore }))
    await expect(assess(town, { taxpayerId: other.taxpayerId === town.taxpayerId ? '0' : '999999' })).rejects.toThrow(NotFound)
    await expect(assess(town, { noticeDate: calendarDate('2026-11-21'), dueDate: calendarDate('2026-12-31') })).rejects.toThrow(new RuleBroken({ noticeDate: errors.future }))
  })

  it('is cancelled with a reason, while nobody has paid it', async () => {
    const town = await aTaxTown(db)
    const [free, paid] = [await assess(town), await assess(town)]
    await pay(town, await debtOf(town, paid), { amount: '1.00', date: lastDay })
    const cancel = (id: string) => town.clerk.work((work) => cancelDebt(work, id, { version: 1, reason: 'ประเมินซ้ำ' }))
    await cancel(free)
    expect(balanceOf(await debtOf(town, free))).toBe(baht('5000'))
    const decide = (who: Person, version: number) => who.work((work) => confirmCancelDebt(work, free, version))
    await expect(decide(town.clerk, 2)).rejects.toThrow(Forbidden)
    await town.head.work((work) => refuseCancelDebt(work, free, { version: 2, reason: 'ไม่ซ้ำ' }))
    const both = await aPerson(db, town.organisation, ['LAO_REVENUE', 'LAO_FIN_HEAD'])
    await both.work((work) => cancelDebt(work, free, { version: 3, reason: 'ประเมินซ้ำ' }))
    await expect(decide(both, 4)).rejects.toThrow(documentsText.samePerson)
    expect(await moneyWorkOf(town.head)).toContain(receiptsText.work.cancellingDebts)
    expect(await moneyWorkOf(both)).not.toContain(receiptsText.work.cancellingDebts)
    await decide(town.head, 4)
    expect(balanceOf(await debtOf(town, free))).toBe(zero)
    await expect(cancel(paid)).rejects.toThrow(new RuleBroken(errors.settled))
    await expect(cancel(await assess(town, { isOpening: true }))).rejects.toThrow(new RuleBroken(errors.settled))
  })
})

describe('a payment', () => {
  it('in parts leaves the rest, and cannot be more than that (scenario 35)', async () => {
    const town = await aTaxTown(db)
    const id = await assess(town, { taxKind: 'signboard', assessed: baht('5000'), isOpening: true })
    await moneyInOpening(town, signDebtor, '5000.00')
    await pay(town, await debtOf(town, id), { amount: '2000.00' })
    const debt = await debtOf(town, id)
    expect(balanceOf(debt)).toBe(baht('3000'))
    expect(await db.owner('voucher_lines').where({ organisation_id: town.organisation.id, account_code: signDebtor, side: 'C' }).pluck('amount')).toContain('2000.00')
    await expect(pay(town, debt, { amount: '3500.00' })).rejects.toThrow(new RuleBroken({ 'lines.0.amount': errors.over('3,500.00', '3,000.00') }))
  })

  it('must go where the debt stands: income before it is set up, the debtor afterwards', async () => {
    const town = await aTaxTown(db)
    const [fresh, opening] = [await debtOf(town, await assess(town)), await debtOf(town, await assess(town, { isOpening: true }))]
    const settle = (line: Omit<CollectedLine, 'row'>, row = 0, on = calendarDate('2026-09-30')) => town.clerk.work((work) => mustSettleDebts(work, [{ ...line, row }], byHand(on)))
    const amount = baht('1')
    await expect(settle({ reference: debtNumber(fresh), accountCode: landDebtor, subKey: fresh.taxpayer.key, amount })).rejects.toThrow(new RuleBroken({ 'lines.0.incomeCode': errors.account('41100009') }))
    await expect(settle({ reference: debtNumber(opening), accountCode: '4401010104.001', amount })).rejects.toThrow(RuleBroken)
    await expect(settle({ reference: debtNumber(opening), accountCode: landDebtor, subKey: 'GENERAL', amount })).rejects.toThrow(RuleBroken)
    await expect(settle({ reference: debtNumber(fresh), accountCode: fresh.taxKind.revenueAccount, amount: baht('5000.01') }, 2)).rejects.toThrow(new RuleBroken({ 'lines.2.amount': errors.over('5,000.01', '5,000.00') }))
    await settle({ reference: 'หนังสือที่ 1', accountCode: '4401060102.001', amount })
  })

  it('by a receipt since cancelled counts for nothing', async () => {
    const town = await aTaxTown(db)
    const id = await assess(town)
    await pay(town, await debtOf(town, id), { amount: '2000.00', state: 'cancelled', date: lastDay })
    expect(balanceOf(await debtOf(town, id))).toBe(baht('5000'))
  })
})

/** As the opening of the books brings a debtor there. */
async function moneyInOpening(town: Owing, account: string, amount: string): Promise<void> {
  await db.owner('sub_ledger_balances').insert({ organisation_id: town.organisation.id, account_code: account, sub_kind: 'taxpayer', sub_key: await keyOf(town), debit: amount, credit: '0' })
}

describe('a write-off (S79)', () => {
  async function oldDebt(): Promise<{ town: Owing; id: string; key: string }> {
    const town = await aTaxTown(db)
    const id = await assess(town, { assessed: baht('6000'), noticeDate: calendarDate('2021-02-01'), dueDate: calendarDate('2021-04-30'), isOpening: false })
    await run(town, 'set-up')
    await run(town, 'allowance')
    return { town, id, key: await keyOf(town) }
  }

  const draft = (town: Owing, given: { debtId: string; amount?: string; covered?: string; authority?: string }) => town.finance.work((work) => createEntry(work, {
    formKey: randomUUID(), kind: 'write-off', entryDate: today, depositId: null, targetCode: null, targetKey: null, reason: 'ลูกหนี้ถึงแก่ความตายไม่มีทรัพย์สิน',
    debtId: given.debtId, amount: baht(given.amount ?? '4500'), covered: baht(given.covered ?? '3000'), authority: given.authority ?? 'มติสภา ครั้งที่ 3/2569',
  }))

  it('takes the allowance first; the rest is a loss', async () => {
    const { town, id, key } = await oldDebt()
    const entry = await draft(town, { debtId: id })
    await town.finance.work((work) => submitEntry(work, entry, 1))
    await town.head.work((work) => approveEntry(work, entry, 2))
    const { voucher } = await town.head.read((read) => getEntry(read, town.organisation.id, entry))
    expect(await linesOf(town, voucher?.id ?? '0')).toEqual(['JV', today,
      ['D', '1102050123.005', baht('3000'), null], ['D', '5108010101.005', baht('1500'), null], ['C', landDebtor, baht('4500'), key]])
    expect(await debtOf(town, id)).toMatchObject({ writtenOff: baht('4500') })
    expect(balanceOf(await debtOf(town, id))).toBe(baht('1500'))
  })

  it('needs its resolution, a debtor in the books, an open debt, and an allowance that is there', async () => {
    const { town, id } = await oldDebt()
    const fresh = await assess(town, { noticeDate: calendarDate('2026-10-05'), dueDate: calendarDate('2026-12-31') })
    const { errors: told } = moneyEntryText
    await expect(draft(town, { debtId: id, authority: '' })).rejects.toThrow(new RuleBroken({ authority: told.resolution }))
    await expect(draft(town, { debtId: fresh })).rejects.toThrow(new RuleBroken({ debtId: told.notSetUp }))
    await expect(draft(town, { debtId: id, amount: '6000.01' })).rejects.toThrow(new RuleBroken({ amount: told.left('6,000.01', '6,000.00') }))
    await expect(draft(town, { debtId: id, covered: '3000.01' })).rejects.toThrow(new RuleBroken({ covered: told.covered('3,000.00') }))
    await expect(draft(town, { debtId: id, amount: '100', covered: '200' })).rejects.toThrow(RuleBroken)
  })
})
