import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/index.ts'
import { getVoucher, openFiscalYear } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, type CalendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { approveEntry, createEntry, getEntry, submitEntry } from '../../../src/receipts/money-entry/money-entry.service.ts'
import { moneyEntryText } from '../../../src/receipts/money-entry.text.ts'
import { findMoneyWork } from '../../../src/receipts/money-work/money-work.service.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { getDebt } from '../../../src/receipts/tax-debt/tax-debt.repository.ts'
import { mustSettleDebts, type CollectedLine } from '../../../src/receipts/tax-collect/tax-collect.service.ts'
import { cancelDebt, confirmCancelDebt, createDebt, findDue, refuseCancelDebt, warnDebt } from '../../../src/receipts/tax-debt/tax-debt.service.ts'
import { balanceOf, debtNumber, type DebtCommand, type TaxDebt } from '../../../src/receipts/tax-debt/tax-debt.ts'
import { taxDebtText } from '../../../src/receipts/tax-debt.text.ts'
import { approveRun, askRun, getRun, previewRun, refuseRun, reverseRun } from '../../../src/receipts/tax-run/tax-run.service.ts'
import { type RunKind } from '../../../src/receipts/tax-run/tax-run.ts'
import { taxRunText } from '../../../src/receipts/tax-run.text.ts'
import { createTaxpayer } from '../../../src/receipts/taxpayer/taxpayer.service.ts'
import { getTaxpayer } from '../../../src/receipts/taxpayer/taxpayer.repository.ts'
import { testDatabase } from '../../support/database.ts'
import { aPerson, today, type Person, type School } from '../school.ts'
import { aTown, moneyIn } from '../town.ts'

const db = await testDatabase()
const { errors } = taxDebtText
const lastYear = fiscalYear(2569)
const lastDay = calendarDate('2026-09-30')
const landDebtor = '1102050194.004'
const signDebtor = '1102050194.003'

interface Owing extends School {
  readonly taxpayerId: string
}

async function aTaxTown(): Promise<Owing> {
  const town = await aTown(db)
  await town.head.work((work) => openFiscalYear(work, lastYear))
  const taxpayerId = await town.clerk.work((work) => createTaxpayer(work, {
    formKey: randomUUID(), register: 'taxpayer', personKind: 'person', name: 'นางบุญมา ที่ดินมาก', personNumber: '', address: '1 หมู่ 2', phone: '', isActive: true,
    items: [{ kind: 'land', place: 'โฉนด 1234', detail: '' }],
  }))
  return { ...town, taxpayerId }
}

const assess = (town: Owing, given: Partial<DebtCommand> = {}) => town.clerk.work((work) => createDebt(work, {
  formKey: randomUUID(), taxpayerId: town.taxpayerId, taxKind: 'land', taxYear: 2569, assessed: baht('5000'), discount: zero, isOpening: false, noticeDate: calendarDate('2026-02-01'),
  dueDate: calendarDate('2026-04-30'), parts: 1, isFiledLate: false, signs: [], remark: '', ...given,
}))
const debtOf = (town: Owing, id: string) => town.clerk.read((read) => getDebt(read, town.organisation.id, id))
const keyOf = async (town: Owing) => (await town.clerk.read((read) => getTaxpayer(read, town.organisation.id, town.taxpayerId))).key

/** A paper written by hand. */
const collecting = (on: CalendarDate) => ({ on, payerNumber: '', isReckoned: false, reason: '' })

const moneyWorkOf = async (who: Person) => ((await who.read(findMoneyWork)) ?? []).map(({ text }) => text)
const sheets = { next: 1 }

/** What a receipt does once it is summed up: it names the debt, and the books have the money. */
async function pay(town: Owing, debt: TaxDebt, { amount, date = today, state = 'recorded' }: { amount: string; date?: CalendarDate; state?: string }): Promise<void> {
  const account = debt.isSetUp ? debt.taxKind.debtorAccount : debt.taxKind.revenueAccount
  const line = { row: 0, reference: debtNumber(debt), accountCode: account, subKey: debt.isSetUp ? debt.taxpayer.key : null, amount: baht(amount) }
  await town.clerk.work((work) => mustSettleDebts(work, [line], collecting(date)))
  const sheet = sheets.next++
  const [made] = await db.owner('receipts').insert({
    organisation_id: town.organisation.id, kind: 'handwritten', state, fiscal_year: 2570, book: 'ภ', sheet, receipt_date: date, payer: debt.taxpayer.name, total: amount,
    recorded_by: town.clerk.officer.userId, recorded_at: db.clock.now(), ...(state === 'cancelled' && { cancel_reason: 'ผิด', cancelled_by: town.head.officer.userId }),
  }).returning('id')
  await db.owner('receipt_lines').insert({ organisation_id: town.organisation.id, receipt_id: made.id, line: 1, income_code: debt.taxKind.revenueCode, account_code: account, amount, reference: line.reference })
  if (state === 'recorded') await moneyIn(town, { account, amount, date, ...(debt.isSetUp && { key: debt.taxpayer.key }) })
}

const ask = (town: Owing, kind: RunKind, year = lastYear) => town.clerk.work((work) => askRun(work, { kind, fiscalYear: year, formKey: randomUUID() }))
const approve = (who: Person, id: string, version = 1) => who.work((work) => approveRun(work, id, version))

async function run(town: Owing, kind: RunKind): Promise<string> {
  const id = await ask(town, kind)
  await approve(town.head, id)
  return id
}

async function linesOf(town: Owing, voucherId: string) {
  const voucher = await town.head.read((read) => getVoucher(read, town.organisation.id, voucherId))
  return [voucher.type, voucher.documentDate, ...voucher.lines.map((line) => [line.side, line.accountCode, line.amount, line.subKey])]
}

async function runLines(town: Owing, id: string) {
  return linesOf(town, (await town.head.read((read) => getRun(read, town.organisation.id, id))).voucher?.id ?? '0')
}

describe('an assessment', () => {
  it('of signboards is reckoned from its signs: 700.00 (scenario 33)', async () => {
    const town = await aTaxTown()
    const signs = [{ width: 100, height: 240, script: 'thai', isMoving: false }, { width: 60, height: 80, script: 'mixed', isMoving: false }, { width: 30, height: 40, script: 'thai', isMoving: false }] as const
    const debt = await debtOf(town, await assess(town, { taxKind: 'signboard', assessed: null, signs }))
    expect(debt).toMatchObject({ assessed: baht('700'), number: 1, signs, isSetUp: false })
    expect(debtNumber(debt)).toBe('TAX-00001/69')
  })

  it('of land, paid late, costs 1,200.00 and 360.00 beside the tax, as three lines for the receipt (scenario 34)', async () => {
    const town = await aTaxTown()
    const debt = await debtOf(town, await assess(town, { assessed: baht('12000'), noticeDate: calendarDate('2025-02-01'), dueDate: calendarDate('2025-04-30'), taxYear: 2568 }))
    const due = await town.clerk.read((read) => findDue(read, debt, calendarDate('2025-07-15')))
    expect(due.lines.map((line) => [line.kind, line.incomeCode, line.reference, line.amount])).toEqual([
      ['tax', '41100009', 'TAX-00001/68', baht('12000')], ['penalty', '41100009', 'TAX-00001/68/P', baht('1200')], ['surcharge', '41100009', 'TAX-00001/68/S', baht('360')],
    ])
    expect(due.total).toBe(baht('13560'))
  })

  it('warned of is fined by when it is paid, and only after its due day', async () => {
    const town = await aTaxTown()
    const id = await assess(town)
    const warn = (on: string, until: string, version = 1) => town.clerk.work((work) => warnDebt(work, id, { version, warnedOn: calendarDate(on), warnedUntil: calendarDate(until) }))
    await expect(warn('2026-04-30', '2026-05-30')).rejects.toThrow(new RuleBroken({ warnedOn: errors.warning }))
    await warn('2026-06-01', '2026-07-15')
    expect((await town.clerk.read(async (read) => findDue(read, await getDebt(read, town.organisation.id, id), calendarDate('2026-07-16')))).late.penalty).toBe(baht('2000'))
    await expect(warn('2026-06-01', '2026-07-15')).rejects.toThrow(Conflict)
  })

  it('of an abolished tax is taken only as arrears, which pay under their own kind (scenario 48)', async () => {
    const town = await aTaxTown()
    await expect(assess(town, { taxKind: 'house' })).rejects.toThrow(new RuleBroken({ taxKind: errors.abolished }))
    const debt = await debtOf(town, await assess(town, { taxKind: 'house', isOpening: true, taxYear: 2562, noticeDate: calendarDate('2019-03-01'), dueDate: calendarDate('2019-04-30') }))
    const due = await town.clerk.read((read) => findDue(read, debt, today))
    expect(due.lines).toEqual([{ kind: 'tax', incomeCode: 'DB03', accountCode: '1102050194.001', subKey: await keyOf(town), reference: 'TAX-00001/62', amount: baht('5000') }])
  })

  it('is refused without signs, in parts below 3,000, discounted away, due before its notice, of a stranger, and in the future', async () => {
    const [town, other] = [await aTaxTown(), await aTaxTown()]
    await expect(assess(town, { taxKind: 'signboard', assessed: null })).rejects.toThrow(new RuleBroken({ assessed: errors.positive }))
    await expect(assess(town, { assessed: baht('2999.99'), parts: 3 })).rejects.toThrow(new RuleBroken({ parts: errors.parts }))
    await expect(assess(town, { discount: baht('5000') })).rejects.toThrow(new RuleBroken({ discount: errors.discount }))
    await expect(assess(town, { dueDate: calendarDate('2026-01-31') })).rejects.toThrow(new RuleBroken({ dueDate: errors.dueBefore }))
    await expect(assess(town, { taxpayerId: other.taxpayerId === town.taxpayerId ? '0' : '999999' })).rejects.toThrow(NotFound)
    await expect(assess(town, { noticeDate: calendarDate('2026-11-21'), dueDate: calendarDate('2026-12-31') })).rejects.toThrow(new RuleBroken({ noticeDate: errors.future }))
  })

  it('is cancelled with a reason, while nobody has paid it', async () => {
    const town = await aTaxTown()
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
    const town = await aTaxTown()
    const id = await assess(town, { taxKind: 'signboard', assessed: baht('5000'), isOpening: true })
    await moneyInOpening(town, signDebtor, '5000.00')
    await pay(town, await debtOf(town, id), { amount: '2000.00' })
    const debt = await debtOf(town, id)
    expect(balanceOf(debt)).toBe(baht('3000'))
    expect(await db.owner('voucher_lines').where({ organisation_id: town.organisation.id, account_code: signDebtor, side: 'C' }).pluck('amount')).toContain('2000.00')
    await expect(pay(town, debt, { amount: '3500.00' })).rejects.toThrow(new RuleBroken({ 'lines.0.amount': errors.over('3,500.00', '3,000.00') }))
  })

  it('must go where the debt stands: income before it is set up, the debtor afterwards', async () => {
    const town = await aTaxTown()
    const [fresh, opening] = [await debtOf(town, await assess(town)), await debtOf(town, await assess(town, { isOpening: true }))]
    const settle = (line: Omit<CollectedLine, 'row'>, row = 0, on = calendarDate('2026-09-30')) => town.clerk.work((work) => mustSettleDebts(work, [{ ...line, row }], collecting(on)))
    const amount = baht('1')
    await expect(settle({ reference: debtNumber(fresh), accountCode: landDebtor, subKey: fresh.taxpayer.key, amount })).rejects.toThrow(new RuleBroken({ 'lines.0.incomeCode': errors.account('41100009') }))
    await expect(settle({ reference: debtNumber(opening), accountCode: '4401010104.001', amount })).rejects.toThrow(RuleBroken)
    await expect(settle({ reference: debtNumber(opening), accountCode: landDebtor, subKey: 'GENERAL', amount })).rejects.toThrow(RuleBroken)
    await expect(settle({ reference: debtNumber(fresh), accountCode: fresh.taxKind.revenueAccount, amount: baht('5000.01') }, 2)).rejects.toThrow(new RuleBroken({ 'lines.2.amount': errors.over('5,000.01', '5,000.00') }))
    await settle({ reference: 'หนังสือที่ 1', accountCode: '4401060102.001', amount })
  })

  it('by a receipt since cancelled counts for nothing', async () => {
    const town = await aTaxTown()
    const id = await assess(town)
    await pay(town, await debtOf(town, id), { amount: '2000.00', state: 'cancelled', date: lastDay })
    expect(balanceOf(await debtOf(town, id))).toBe(baht('5000'))
  })
})

/** As the opening of the books brings a debtor there. */
async function moneyInOpening(town: Owing, account: string, amount: string): Promise<void> {
  await db.owner('sub_ledger_balances').insert({ organisation_id: town.organisation.id, account_code: account, sub_kind: 'taxpayer', sub_key: await keyOf(town), debit: amount, credit: '0' })
}

describe('on 30 September', () => {
  it('what is unpaid becomes a debtor, and later collections credit it (R11, R12)', async () => {
    const town = await aTaxTown()
    const [unpaid, part, paid] = [await assess(town, { assessed: baht('36800') }), await assess(town), await assess(town, { assessed: baht('100') })]
    await pay(town, await debtOf(town, paid), { amount: '100.00', date: calendarDate('2026-09-01') })
    await assess(town, { noticeDate: calendarDate('2026-10-01'), dueDate: calendarDate('2026-12-31'), assessed: baht('9') })
    const preview = await town.clerk.read((read) => previewRun(read, { kind: 'set-up', fiscalYear: lastYear }))
    expect(preview.total).toBe(baht('41800'))
    const key = await keyOf(town)
    expect(await runLines(town, await run(town, 'set-up'))).toEqual(['AJ', lastDay, ['D', landDebtor, baht('41800'), key], ['C', '4401010104.001', baht('41800'), null]])
    expect([await debtOf(town, unpaid), await debtOf(town, part), await debtOf(town, paid)].map((debt) => debt.isSetUp)).toEqual([true, true, false])
    await pay(town, await debtOf(town, part), { amount: '5000.00' })
    expect(balanceOf(await debtOf(town, part))).toBe(zero)
    await expect(ask(town, 'set-up')).rejects.toThrow(new RuleBroken({ fiscalYear: taxRunText.errors.nothing }))
  })

  it('is asked once, decided by another with the right, and once by two heads at a time', async () => {
    const [town, other] = [await aTaxTown(), await aTaxTown()]
    await assess(town)
    const both = await aPerson(db, town.organisation, ['LAO_REVENUE', 'LAO_FIN_HEAD'])
    const id = await both.work((work) => askRun(work, { kind: 'set-up', fiscalYear: lastYear, formKey: randomUUID() }))
    await expect(ask(town, 'set-up')).rejects.toThrow(new RuleBroken({ fiscalYear: taxRunText.errors.twin }))
    await expect(approve(both, id)).rejects.toThrow('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    await expect(approve(town.clerk, id)).rejects.toThrow(Forbidden)
    await expect(approve(other.head, id)).rejects.toThrow(NotFound)
    const second = await aPerson(db, town.organisation, ['LAO_FIN_HEAD'])
    const results = await Promise.allSettled([approve(town.head, id), approve(second, id)])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await db.owner('vouchers').where({ organisation_id: town.organisation.id, type: 'AJ' })).toHaveLength(1)
    await expect(ask(town, 'set-up', fiscalYear(2570))).rejects.toThrow(new RuleBroken({ fiscalYear: taxRunText.errors.notOver }))
  })

  it('is refused whole when a debt was paid meanwhile, and may be asked anew', async () => {
    const town = await aTaxTown()
    const debt = await debtOf(town, await assess(town))
    const id = await ask(town, 'set-up')
    await pay(town, debt, { amount: '1000.00', date: lastDay })
    await expect(approve(town.head, id)).rejects.toThrow(new RuleBroken(taxRunText.errors.changed))
    await town.head.work((work) => refuseRun(work, id, { version: 1, reason: 'มีผู้ชำระแล้ว' }))
    expect(await runLines(town, await run(town, 'set-up'))).toContainEqual(['D', landDebtor, baht('4000'), await keyOf(town)])
  })

  it('is undone while nobody has paid what it set up', async () => {
    const town = await aTaxTown()
    const id = await assess(town)
    const first = await run(town, 'set-up')
    const undo = (run: string) => town.head.work((work) => reverseRun(work, run, { version: 2, reason: 'ประเมินผิด' }))
    await undo(first)
    expect((await debtOf(town, id)).isSetUp).toBe(false)
    const second = await run(town, 'set-up')
    await pay(town, await debtOf(town, id), { amount: '1.00' })
    await expect(undo(second)).rejects.toThrow(new RuleBroken(taxRunText.errors.paid('นางบุญมา ที่ดินมาก')))
  })

  it('moves the allowance to what age asks for, up and down (A9)', async () => {
    const town = await aTaxTown()
    await assess(town, { isOpening: true, assessed: baht('10000'), noticeDate: calendarDate('2022-02-01'), dueDate: calendarDate('2022-04-30') })
    const up = await run(town, 'allowance')
    expect(await runLines(town, up)).toEqual(['AJ', lastDay, ['D', '5108010107.005', baht('5000'), null], ['C', '1102050123.005', baht('5000'), null]])
    await town.head.work((work) => reverseRun(work, up, { version: 2, reason: 'คิดใหม่' }))
    expect(await runLines(town, await run(town, 'allowance'))).toContainEqual(['C', '1102050123.005', baht('5000'), null])
  })
})

describe('a write-off (S79)', () => {
  async function oldDebt(): Promise<{ town: Owing; id: string; key: string }> {
    const town = await aTaxTown()
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
