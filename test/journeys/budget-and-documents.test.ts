// Rules of the budget as the documents of money meet them: the day of a transfer, the boundary of the year, money that comes back
// (budget-and-receipts §6, scenarios 17, 29 and 51).
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { getAvailable, getLine } from '../../src/budget/index.ts'
import { approveTransfer, createTransfer, submitTransfer } from '../../src/budget/transfer/transfer.service.ts'
import { openFiscalYear } from '../../src/ledger/index.ts'
import { calendarDate, fiscalYear, type CalendarDate } from '../../src/platform/dates.ts'
import { RuleBroken } from '../../src/platform/errors.ts'
import { formatMoney, zero } from '../../src/platform/money.ts'
import { findNamedRefunds } from '../../src/receipts/income-line/income-line.service.ts'
import { confirmSummary } from '../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { anEnactedBudget } from '../budget/world.ts'
import { linesOf } from '../expenditure/acceptance/acceptance.ts'
import { aPayingOffice, posted, type PayingOffice } from '../expenditure/payment/paying.ts'
import { aPayee, carriedThrough, claimNow, drafted, lineOf, submitted } from '../expenditure/world.ts'
import { issueFor } from '../receipts/lao.ts'
import { aPerson, prepare, receivedSlip, type School } from '../receipts/school.ts'
import { testDatabase } from '../support/database.ts'
import { organisation } from '../support/world.ts'

const db = await testDatabase()
const today = calendarDate('2026-11-20')
const hire = '5104010112.001'

interface Claimed {
  readonly line: string
  readonly on: CalendarDate
  readonly amount?: string
}

async function aClaim(office: PayingOffice, { line, on, amount = '5000.00' }: Claimed): Promise<string> {
  const payeeId = await aPayee(office, `ร้าน ${randomUUID()}`, 'individual')
  return drafted(office, {
    kind: 'C1', claimDate: on, title: 'จ้างเหมาบริการ', payeeId, departmentId: office.departmentId, lines: [lineOf(line, hire, amount)], deductions: [], origin: { kind: 'scenario', id: payeeId },
  })
}

describe('the day of a transfer', () => {
  it('lets no document of the day before use its money; of that day it may (scenario 17)', async () => {
    const office = await aPayingOffice(db, { on: calendarDate('2026-11-01') })
    const [line = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '100.00', title: 'จ้างเหมา' }, { code: '5320300', amount: '50000.00', title: 'ค่าเดินทาง' }])
    const id = await office.clerk.work((work) => createTransfer(work, {
      formKey: randomUUID(), documentDate: calendarDate('2026-11-12'), title: 'โอน', reason: 'ไม่พอ', changes: false,
      lines: { out: [{ line: 'ค่าเดินทาง', amount: '30000.00' }], in: [{ line: 'จ้างเหมา', amount: '30000.00' }], items: [] },
    }))
    await office.clerk.work((work) => submitTransfer(work, id, 1))
    await office.head.work((work) => approveTransfer(work, id, {
      version: 2, approver: 'executive', happenedOn: calendarDate('2026-11-15'), meeting: '', letterNumber: '', letterDate: null, note: '',
    }))
    const dated = async (day: string) => submitted(office, await aClaim(office, { line, on: calendarDate(day), amount: '30100.00' }))
    const figures = async () => {
      const { balance } = await office.head.read((read) => getLine(read, office.organisationId, line))
      return [formatMoney(balance.claimed), formatMoney(balance.available)]
    }
    await expect(dated('2026-11-14')).rejects.toThrow(RuleBroken)
    expect(await figures()).toEqual(['0.00', '30,100.00'])
    await dated('2026-11-15')
    expect(await figures()).toEqual(['30,100.00', '0.00'])
  })
})

describe('the boundary of the year', () => {
  it('puts a claim into the year of its own day, whatever the clock says, and on no line of the other year (scenario 29)', async () => {
    const last = await aPayingOffice(db, { year: fiscalYear(2569), on: calendarDate('2026-09-01') })
    const next = { ...last, fiscalYear: fiscalYear(2570) }
    await last.head.work((work) => openFiscalYear(work, fiscalYear(2570)))
    const [old = ''] = await anEnactedBudget(last, [{ code: '5320100', amount: '10000.00' }])
    const [line = ''] = await anEnactedBudget(next, [{ code: '5320100', amount: '10000.00' }])
    const [september, october] = [calendarDate('2026-09-30'), calendarDate('2026-10-01')]
    const before = await claimNow(last, await submitted(last, await aClaim(last, { line: old, on: september })))
    const after = await claimNow(last, await submitted(last, await aClaim(last, { line, on: october })))
    expect([before, after].map((each) => each.fiscalYear)).toEqual([2569, 2570])
    const claimed = async (id: string) => formatMoney((await last.head.read((read) => getLine(read, last.organisationId, id))).balance.claimed)
    expect([await claimed(old), await claimed(line)]).toEqual(['5,000.00', '5,000.00'])
    for (const strange of [{ line: old, on: october }, { line, on: september }]) {
      await expect(aClaim(last, strange).then((id) => submitted(last, id))).rejects.toThrow(RuleBroken)
    }
    expect([await claimed(old), await claimed(line)]).toEqual(['5,000.00', '5,000.00'])
  })
})

describe('money paid too much that comes back', () => {
  async function returned(office: PayingOffice, { on, amount }: { readonly on: CalendarDate; readonly amount: string }): Promise<string> {
    const { code } = await db.owner('organisations').where({ id: office.organisationId }).first('code')
    const at = await organisation(db, code)
    const counter: School = { organisation: at, lao: at, bankAccountId: office.current, finance: office.finance, head: office.head, clerk: await aPerson(db, at, ['LAO_REVENUE']) }
    const [named] = await counter.clerk.read((read) => findNamedRefunds(read, { search: '', on }))
    const receipt = await issueFor(counter.clerk, 'DB21', { amount, key: named?.name ?? '' })
    await receivedSlip(counter, { receiptIds: [receipt] })
    const summary = await prepare(office.finance)
    await office.head.work((work) => confirmSummary(work, summary, 1))
    return (await db.owner('vouchers').where({ organisation_id: office.organisationId, source_kind: 'remittance-summary', source_id: summary }).first('id')).id
  }

  it('of a claim of this year gives the line 1,200.00 back and takes it from the expense (scenario 51)', async () => {
    const office = await aPayingOffice(db, { on: calendarDate('2026-11-01') })
    const [line = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '10000.00' }])
    await posted(office, [await carriedThrough(office, await aClaim(office, { line, on: calendarDate('2026-11-05') }))], { paymentDate: calendarDate('2026-11-10') })
    const available = async () => formatMoney((await office.head.read((read) => getAvailable(read, [line], today))).get(line) ?? zero)
    expect(await available()).toBe('5,000.00')
    const voucher = await returned(office, { on: today, amount: '1200.00' })
    expect(await available()).toBe('6,200.00')
    expect((await linesOf(office.head, office.organisationId, voucher)).filter(([side]) => side === 'C')).toEqual([['C', hire, '1200.00']])
  })

  it('of a claim of last year moves no budget and becomes เงินสะสม (scenario 51)', async () => {
    const office = await aPayingOffice(db, { year: fiscalYear(2569), on: calendarDate('2026-09-01') })
    await office.head.work((work) => openFiscalYear(work, fiscalYear(2570)))
    const [line = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '10000.00' }])
    await posted(office, [await carriedThrough(office, await aClaim(office, { line, on: calendarDate('2026-09-05') }))], { paymentDate: calendarDate('2026-09-10') })
    const figures = () => db.owner('budget_balances').where({ organisation_id: office.organisationId, line_id: line }).first('paid', 'refunded', 'available')
    const before = await figures()
    expect(before.paid).toBe('5000.00')
    const voucher = await returned(office, { on: today, amount: '1200.00' })
    expect(await figures()).toEqual(before)
    expect((await linesOf(office.head, office.organisationId, voucher)).filter(([side]) => side === 'C')).toEqual([['C', '3102010101.001', '1200.00']])
  })
})
