import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openFiscalYear } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { issueReceipt } from '../../../src/receipts/counter/counter.service.ts'
import { confirmSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { getReceipt } from '../../../src/receipts/receipt/receipt.repository.ts'
import { partNamed } from '../../../src/receipts/tax-collect/tax-collect.ts'
import { createDebt, findDue } from '../../../src/receipts/tax-debt/tax-debt.service.ts'
import { getDebt } from '../../../src/receipts/tax-debt/tax-debt.repository.ts'
import { balanceOf, debtNumber, type DebtCommand } from '../../../src/receipts/tax-debt/tax-debt.ts'
import { taxDebtText } from '../../../src/receipts/tax-debt.text.ts'
import { approveRun, askRun } from '../../../src/receipts/tax-run/tax-run.service.ts'
import { createTaxpayer } from '../../../src/receipts/taxpayer/taxpayer.service.ts'
import { getTaxpayer } from '../../../src/receipts/taxpayer/taxpayer.repository.ts'
import { receiptsRoutes } from '../../../src/receipts/index.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk } from '../../support/desk.ts'
import { aCounter, aNumber, issue, issuing, owed, type Given } from '../lao.ts'
import { aPerson, cancelPaper, prepare, receivedSlip, record, today, type School } from '../school.ts'

const db = await testDatabase()
const { errors, notInRegister } = taxDebtText
const land = '41100009'
const signboard = '41100003'
const signDebtor = '1102050194.003'
const lastYear = fiscalYear(2569)

interface Owing extends School {
  readonly taxpayerId: string
  readonly key: string
}

async function anOwingTown(): Promise<Owing> {
  const town = await aCounter(db)
  const taxpayerId = await town.clerk.work((work) => createTaxpayer(work, {
    formKey: randomUUID(), register: 'taxpayer', personKind: 'juristic', name: 'บริษัท ตลาดหนองมน จำกัด', personNumber: aNumber, address: '', phone: '', isActive: true, items: [],
  }))
  return { ...town, taxpayerId, key: (await town.clerk.read((read) => getTaxpayer(read, town.organisation.id, taxpayerId))).key }
}

const assess = async (town: Owing, given: Partial<DebtCommand> = {}) => {
  const id = await town.clerk.work((work) => createDebt(work, {
    formKey: randomUUID(), taxpayerId: town.taxpayerId, taxKind: 'signboard', taxYear: 2570, assessed: baht('5000'), discount: zero, isOpening: false, noticeDate: calendarDate('2026-10-05'),
    dueDate: calendarDate('2026-12-31'), parts: 1, isFiledLate: false, signs: [], remark: '', ...given,
  }))
  return debtOf(town, id)
}
const debtOf = (town: Owing, id: string) => town.clerk.read((read) => getDebt(read, town.organisation.id, id))
const line = (amount: string, reference = '', incomeCode = signboard, key = '') => ({ incomeCode, amount: baht(amount), reference, key })
const company: Given['payerFacts'] = { kind: 'juristic', number: aNumber, address: '' }
const referencesOf = async (town: Owing, id: string) => (await town.clerk.read((read) => getReceipt(read, town.organisation.id, id))).lines.map(({ reference }) => reference)

describe('the name of a debt on a receipt', () => {
  it('is read as people write it', () => {
    expect(['TAX-00001/70', 'tax-1/70', 'TAX-12/69/P', 'TAX-123456/69/s', 'ปี 2569', 'TAX-1'].map(partNamed)).toEqual([
      { label: 'TAX-00001/70', part: 'tax' }, { label: 'TAX-00001/70', part: 'tax' }, { label: 'TAX-00012/69', part: 'penalty' }, { label: 'TAX-123456/69', part: 'surcharge' }, undefined, undefined,
    ])
  })

  it('is kept in full, and a number that nobody was assessed under is refused', async () => {
    const town = await anOwingTown()
    const debt = await assess(town)
    const receipt = await issue(town.clerk, { lines: [line('2000', `tax-${debt.number}/70`)] })
    expect(await referencesOf(town, receipt)).toEqual([debtNumber(debt)])
    expect(balanceOf(await debtOf(town, debt.id))).toBe(baht('3000'))
    await expect(issue(town.clerk, { lines: [line('1', 'TAX-77/70')] })).rejects.toThrow(new RuleBroken({ 'lines.0.reference': errors.noDebt('TAX-00077/70') }))
  })
})

describe('a payment of a debtor that names no debt (scenario 35)', () => {
  it('pays the only one that stands; of several it is asked for', async () => {
    const town = await anOwingTown()
    const given = { isOpening: true, noticeDate: calendarDate('2026-02-01'), dueDate: calendarDate('2026-12-31') }
    const first = await assess(town, given)
    await owed(db, town, { account: signDebtor, key: town.key, amount: '8000' })
    const receipt = await issue(town.clerk, { lines: [line('2000', '', 'DB02', town.key)] })
    expect(await referencesOf(town, receipt)).toEqual([debtNumber(first)])
    expect(balanceOf(await debtOf(town, first.id))).toBe(baht('3000'))
    const second = await assess(town, given)
    await expect(issue(town.clerk, { lines: [line('1', '', 'DB02', town.key)] }))
      .rejects.toThrow(new RuleBroken({ 'lines.0.reference': errors.chooseDebt(`${debtNumber(first)}, ${debtNumber(second)}`) }))
  })

  it('that is income is asked of a payer whom the register knows to owe it, unless it is of something else', async () => {
    const town = await anOwingTown()
    const debt = await assess(town)
    await expect(issue(town.clerk, { payerFacts: company, lines: [line('5000')] })).rejects.toThrow(new RuleBroken({ 'lines.0.reference': errors.nameDebt(debtNumber(debt), notInRegister) }))
    await issue(town.clerk, { payerFacts: company, lines: [line('5000', notInRegister)] })
    await issue(town.clerk, { lines: [line('5000')] })
    expect(balanceOf(await debtOf(town, debt.id))).toBe(baht('5000'))
  })
})

describe('penalty and surcharge of a part payment (scenario 34)', () => {
  const late = async () => {
    const town = await anOwingTown()
    const debt = await assess(town, { taxKind: 'land', assessed: baht('12000'), dueDate: calendarDate('2026-10-06') })
    const name = debtNumber(debt)
    return { town, debt, pay: (tax: string, penalty: string, surcharge: string, who = town.clerk) => issue(who, { lines: [line(tax, name, land), line(penalty, `${name}/P`, land), line(surcharge, `${name}/S`, land)].filter(({ amount }) => amount !== zero) }) }
  }

  it('is of exactly the tax that is paid: neither of the whole, nor none; the rest is asked of the rest', async () => {
    const { town, debt, pay } = await late()
    const due = await town.clerk.read((read) => findDue(read, debt, calendarDate('2026-11-20')))
    expect(due.late).toEqual({ penalty: baht('1200'), surcharge: baht('240') })
    const refused = new RuleBroken({ 'lines.0.amount': errors.late('600.00', '120.00') })
    await expect(pay('6000', '1200', '240')).rejects.toThrow(refused)
    await expect(pay('6000', '0', '0')).rejects.toThrow(refused)
    await pay('6000', '600', '120')
    expect((await town.clerk.read(async (read) => findDue(read, await getDebt(read, town.organisation.id, debt.id), calendarDate('2026-11-20')))).total).toBe(baht('6720'))
  })

  it('is lowered by no remark at the counter, whatever rights one has, and never raised', async () => {
    const { town, pay, debt } = await late()
    const both = await aPerson(db, town.organisation, ['LAO_REVENUE', 'LAO_FIN_HEAD'])
    await expect(pay('6000', '0', '0', both)).rejects.toThrow(RuleBroken)
    const lines = [line('6000', debtNumber(debt), land)]
    await expect(both.work((work) => issueReceipt(work, { ...issuing({ lines }), remark: 'ได้รับลดเบี้ยปรับตามคำสั่งที่ 12/2569' }))).rejects.toThrow(RuleBroken)
    await expect(pay('6000', '600.01', '120', both)).rejects.toThrow(RuleBroken)
  })
})

describe('penalty and surcharge that were paid on a receipt of their own', () => {
  const late = async () => {
    const town = await anOwingTown()
    return { town, debt: await assess(town, { taxKind: 'land', assessed: baht('12000'), dueDate: calendarDate('2026-10-06') }) }
  }
  const dueOf = (town: Owing, id: string) => town.clerk.read(async (read) => findDue(read, await getDebt(read, town.organisation.id, id), today))

  it('are not asked again with the tax, nor twice with two parts of it', async () => {
    const { town, debt } = await late()
    const name = debtNumber(debt)
    await issue(town.clerk, { lines: [line('700', `${name}/P`, land), line('240', `${name}/S`, land)] })
    expect((await dueOf(town, debt.id)).lines.map(({ kind, amount }) => [kind, amount])).toEqual([['tax', baht('12000')], ['penalty', baht('500')]])
    await issue(town.clerk, { lines: [line('6000', name, land)] })
    expect((await dueOf(town, debt.id)).late).toEqual({ penalty: baht('500'), surcharge: zero })
    await expect(issue(town.clerk, { lines: [line('6000', name, land)] })).rejects.toThrow(new RuleBroken({ 'lines.0.amount': errors.late('500.00', '0.00') }))
    await issue(town.clerk, { lines: [line('6000', name, land), line('500', `${name}/P`, land)] })
    expect((await dueOf(town, debt.id)).total).toBe(zero)
  })

  it('are never more than lateness adds to what is open', async () => {
    const { town, debt } = await late()
    const name = debtNumber(debt)
    await expect(issue(town.clerk, { lines: [line('1200.01', `${name}/P`, land)] })).rejects.toThrow(new RuleBroken({ 'lines.0.amount': errors.lateMost('1,200.00', '240.00') }))
    await expect(issue(town.clerk, { lines: [line('240.01', `${name}/S`, land)] })).rejects.toThrow(RuleBroken)
    await issue(town.clerk, { lines: [line('1200', `${name}/P`, land)] })
    await expect(issue(town.clerk, { lines: [line('0.01', `${name}/P`, land)] })).rejects.toThrow(new RuleBroken({ 'lines.0.amount': errors.lateMost('0.00', '240.00') }))
  })
})

it('lateness is of the day the money is handed over, also where the receipt bears the next day (scenario 42)', async () => {
  const town = await anOwingTown()
  const debt = await assess(town, { taxKind: 'land', dueDate: today })
  await receivedSlip(town, { receiptIds: [await issue(town.clerk)] })
  const summary = await prepare(town.finance)
  await town.head.work((work) => confirmSummary(work, summary, 1))
  const receipt = await issue(town.clerk, { lines: [line('3000', debtNumber(debt), land)] })
  expect((await town.clerk.read((read) => getReceipt(read, town.organisation.id, receipt))).receiptDate).toBe(calendarDate('2026-11-21'))
  expect(balanceOf(await debtOf(town, debt.id))).toBe(baht('2000'))
})

describe('a debt of the year before (R11, R12)', () => {
  const before = { noticeDate: calendarDate('2026-02-01'), dueDate: calendarDate('2026-12-31') }
  const setUp = async (town: Owing) => {
    const id = await town.clerk.work((work) => askRun(work, { kind: 'set-up', fiscalYear: lastYear, formKey: randomUUID() }))
    await town.head.work((work) => approveRun(work, id, 1))
  }

  it('waits for the run of 30 September, then pays the debtor', async () => {
    const town = await anOwingTown()
    await town.head.work((work) => openFiscalYear(work, lastYear))
    const debt = await assess(town, before)
    await expect(issue(town.clerk, { lines: [line('2000', debtNumber(debt))] })).rejects.toThrow(new RuleBroken({ 'lines.0.reference': errors.setUpFirst('2569') }))
    await setUp(town)
    expect(await debtOf(town, debt.id)).toMatchObject({ isSetUp: true, standing: baht('5000') })
    await issue(town.clerk, { lines: [line('2000', debtNumber(debt), 'DB02', town.key)] })
    expect(await debtOf(town, debt.id)).toMatchObject({ standing: baht('3000') })
  })

  it('is told where the run is, and once the year takes no adjustments it is collected without one', async () => {
    const town = await anOwingTown()
    await town.head.work((work) => openFiscalYear(work, lastYear))
    const debt = await assess(town, before)
    const page = (await atDesk(db, town.clerk.officer, receiptsRoutes).get(`/receipts/tax-debts/${debt.id}`)).html
    expect(page).toContain('href="/receipts/tax-runs"')
    expect(page).not.toContain('/receipts/counter?debt=')
    await db.owner('fiscal_periods').where({ organisation_id: town.organisation.id, fiscal_year: lastYear, period: 13 }).update({ state: 'closed' })
    expect((await atDesk(db, town.clerk.officer, receiptsRoutes).get(`/receipts/tax-debts/${debt.id}`)).html).toContain(`/receipts/counter?debt=${debt.id}`)
    await issue(town.clerk, { lines: [line('2000', debtNumber(debt))] })
    expect(balanceOf(await debtOf(town, debt.id))).toBe(baht('3000'))
  })

  it('whose receipt of before the run is cancelled after it is paid in two: the debtor that was set up, and income', async () => {
    const town = await anOwingTown()
    await town.head.work((work) => openFiscalYear(work, lastYear))
    const debt = await assess(town, before)
    const receipt = await record(town.clerk, { income: signboard, amount: '2000' })
    await db.owner('receipts').where('id', receipt).update({ receipt_date: '2026-09-29' })
    await db.owner('receipt_lines').where({ organisation_id: town.organisation.id, receipt_id: receipt }).update({ reference: debtNumber(debt) })
    await setUp(town)
    await db.owner('receipts').where('id', receipt).update({ receipt_date: '2026-11-20' })
    await cancelPaper(town, receipt)
    const now = await debtOf(town, debt.id)
    expect([balanceOf(now), now.standing]).toEqual([baht('5000'), baht('3000')])
    const due = await town.clerk.read((read) => findDue(read, now, calendarDate('2026-11-20')))
    expect(due.lines.map(({ incomeCode, amount }) => [incomeCode, amount])).toEqual([['DB02', baht('3000')], [signboard, baht('2000')]])
    const [debtor, income] = [line('3000', debtNumber(debt), 'DB02', town.key), line('2000', debtNumber(debt))]
    await expect(issue(town.clerk, { lines: [{ ...debtor, amount: baht('3000.01') }] })).rejects.toThrow(RuleBroken)
    await expect(issue(town.clerk, { lines: [{ ...income, amount: baht('2000.01') }] })).rejects.toThrow(RuleBroken)
    await issue(town.clerk, { lines: [debtor, income] })
    expect(balanceOf(await debtOf(town, debt.id))).toBe(zero)
  })
})
