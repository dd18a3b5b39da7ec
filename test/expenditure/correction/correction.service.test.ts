// S41: a paid claim that named the wrong control line or account; both move in one document, and back.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bouncePayment } from '../../../src/expenditure/bounce/bounce.service.ts'
import { revokeClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { correctionText } from '../../../src/expenditure/correction.text.ts'
import { findCorrectionsOf, getCorrection } from '../../../src/expenditure/correction/correction.repository.ts'
import { type CorrectionForm } from '../../../src/expenditure/correction/correction.schema.ts'
import { approveCorrection, cancelCorrection, createCorrection, findKnownCosts, refuseCorrection, reverseCorrection } from '../../../src/expenditure/correction/correction.service.ts'
import { findClaimWork, findOpenSpending, findPaidLines } from '../../../src/expenditure/index.ts'
import { openFiscalYear } from '../../../src/ledger/index.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { calendarDate, fiscalYear, fiscalYearPeriod, instant } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht, formatMoney, isZero } from '../../../src/platform/money.ts'
import { findNamedRefunds } from '../../../src/receipts/income-line/income-line.service.ts'
import { confirmSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { issueFor } from '../../receipts/lao.ts'
import { aPerson, prepare, receivedSlip, type School } from '../../receipts/school.ts'
import { testDatabase, testNow } from '../../support/database.ts'
import { organisation } from '../../support/world.ts'
import { journalOf, linesOf } from '../acceptance/acceptance.ts'
import { anApprovedClaim, aPayingOffice, paymentNow, posted, saidBy, type PayingOffice } from '../payment/paying.ts'
import { aClaimOf, anAcceptedDelivery, aPurchasingOffice, aSignedContract, committee, requestFormOf } from '../procurement-world.ts'
import { aPayee, carriedThrough, claimNow, lineOf } from '../world.ts'

const db = await testDatabase()
const [today, { errors }] = [calendarDate('2026-11-20'), correctionText]
const [hire, repair] = ['5104010112.001', '5104010107.001']

interface World extends PayingOffice {
  /** Hire of services, repairs, a grant's hire, a poor line. */
  readonly lines: readonly string[]
  readonly claim: string
  readonly payment: string
}

/** On this account of the first line, or of the one for equipment. */
async function aPaidClaim(amount = '4800.00', given: { equipment?: string } = {}): Promise<World> {
  db.clock.set(testNow)
  const office = await aPayingOffice(db, { on: calendarDate('2026-10-01') })
  const lines = await anEnactedBudget(office, [
    { code: '5320100', amount: '90000.00', title: 'จ้างเหมาบริการ' }, { code: '5320400', amount: '90000.00', title: 'ค่าซ่อมแซม' }, { code: '5320100', amount: '90000.00', title: 'จ้างเหมาเฉพาะกิจ', source: '20' },
    { code: '5320100', amount: '100.00', title: 'จ้างเหมาที่เหลือน้อย' }, { code: '5410100', amount: '90000.00', title: 'ครุภัณฑ์สำนักงาน' },
  ])
  const claim = await anApprovedClaim(office, lines[0] ?? '', amount, given.equipment === undefined ? {} : { lines: [lineOf(lines[4] ?? '', given.equipment, amount)] })
  return { ...office, lines, claim, payment: await posted(office, [claim], { paymentDate: today, channel: 'withdrawal' }) }
}

const form = (world: World, given: Partial<CorrectionForm> = {}): CorrectionForm => ({
  claim: world.claim, documentDate: today, cost: `${world.lines[0] ?? ''}:${hire}`, line: 'ค่าซ่อมแซม', account: '', amount: baht('4800.00'), reason: 'เบิกผิดรายการ', formKey: randomUUID(), ...given,
})
const make = (world: World, given: Partial<CorrectionForm> = {}) => world.preparer.work((work) => createCorrection(work, form(world, given)))
const now = (world: World, id: string) => world.head.read((read) => getCorrection(read, world.organisationId, id))
const approve = async (world: World, id: string, version = 1) => world.head.work((work) => approveCorrection(work, id, version))
const reverse = async (world: World, id: string) => world.head.work(async (work) => reverseCorrection(work, id, { version: (await getCorrection(work, world.organisationId, id)).version, reason: 'ปรับปรุงผิด' }))
const paidOn = async ({ organisationId, lines }: World, stage: 'paid' | 'claimed' = 'paid') => {
  const rows: { line_id: string; amount: string }[] = await db.owner('budget_balances').where({ organisation_id: organisationId }).select('line_id', `${stage} as amount`)
  return lines.slice(0, 2).map((line) => rows.find((row) => row.line_id === line)?.amount ?? '0.00')
}

async function voucherOf(world: World, id: string) {
  const { voucherId } = await now(world, id)
  const lines = await db.owner('voucher_lines').where({ organisation_id: world.organisationId, voucher_id: voucherId }).orderBy('line').select('side', 'account_code', 'amount', 'budget_line_id')
  return lines.map((line) => [line.side, line.account_code, line.amount, line.budget_line_id])
}

describe('a correction of expenditure', () => {
  it('moves account and control line together, once, and is undone by a reversal', async () => {
    const world = await aPaidClaim()
    const id = await make(world)
    expect(await paidOn(world)).toEqual(['4800.00', '0.00'])
    expect((await world.head.read(findClaimWork)).map(({ key, count, href }) => [key, count, href])).toEqual([['correct', 1, '/expenditure/corrections?state=submitted&by=others']])
    expect((await world.head.read((read) => findOpenSpending(read, fiscalYear(2570)))).map(({ text }) => text)).toEqual(['ใบปรับปรุงรายจ่ายที่รออนุมัติ 1 ฉบับ 4,800.00 บาท'])
    await approve(world, id)
    expect(await now(world, id)).toMatchObject({ state: 'posted', number: 1, toAccount: repair, claimTitle: 'ค่าใช้จ่าย' })
    expect(await paidOn(world)).toEqual(['0.00', '4800.00'])
    expect(await voucherOf(world, id)).toEqual([['D', repair, '4800.00', world.lines[1]], ['C', hire, '4800.00', world.lines[0]]])
    expect(await linesOf(world.head, world.organisationId, (await now(world, id)).voucherId ?? '')).toEqual(journalOf('S41'))
    await expect(approve(world, id, 2)).rejects.toThrow(Conflict)
    const paid = async () => (await world.head.read((read) => findPaidLines(read, { organisationId: world.organisationId, fiscalYear: fiscalYear(2570), days: fiscalYearPeriod(fiscalYear(2570)), month: calendarDate('2026-11-01') })))
      .filter(({ year }) => !isZero(year)).map(({ accountCode, budgetLineId, year }) => [accountCode, budgetLineId, formatMoney(year)])
    expect(await paid()).toEqual([[repair, world.lines[1], '4,800.00']])
    await reverse(world, id)
    expect(await paid()).toEqual([[hire, world.lines[0], '4,800.00']])
    expect(await paidOn(world)).toEqual(['4800.00', '0.00'])
    expect(await now(world, id)).toMatchObject({ state: 'reversed', endReason: 'ปรับปรุงผิด' })
    expect((await db.owner('account_balances').where({ organisation_id: world.organisationId, account_code: repair })).every(({ debit, credit }) => debit === credit)).toBe(true)
  })

  it('may be of part of it, of the account alone, and of what an earlier one moved', async () => {
    const world = await aPaidClaim()
    const first = await make(world, { amount: baht('800.00') })
    await approve(world, first)
    expect(await paidOn(world)).toEqual(['4000.00', '800.00'])
    expect(await saidBy(make(world, { amount: baht('4000.01') }))).toBe(errors.overCost('4,000.00'))
    const back = await make(world, { cost: `${world.lines[1] ?? ''}:${repair}`, line: 'จ้างเหมาบริการ', amount: baht('800.00') })
    await approve(world, back)
    expect(await paidOn(world)).toEqual(['4800.00', '0.00'])
    expect(await saidBy(reverse(world, first))).toBe(errors.overCost('0.00'))
    const account = await make(world, { line: '', account: '5104030212.001', amount: baht('1.00') })
    await approve(world, account)
    expect(await voucherOf(world, account)).toEqual([['D', '5104030212.001', '1.00', world.lines[0]], ['C', hire, '1.00', world.lines[0]]])
    expect(await paidOn(world)).toEqual(['4800.00', '0.00'])
    expect((await world.head.read((read) => findCorrectionsOf(read, world.organisationId, world.claim))).map(({ number }) => number)).toEqual([1, 2, 3])
  })

  it('is refused by what is wrong with it', async () => {
    const world = await aPaidClaim()
    const said = (given: Partial<CorrectionForm>) => saidBy(make(world, given))
    expect(await said({ line: 'จ้างเหมาบริการ' })).toBe(errors.nothing)
    expect(await said({ line: '' })).toBe(errors.nothing)
    expect(await said({ line: 'จ้างเหมาเฉพาะกิจ' })).toBe(errors.otherSource)
    expect(await said({ cost: '1:5104010112.001' })).toBe(errors.cost)
    expect(await said({ account: '5101010101.001' })).toContain('เลือกได้เฉพาะ')
    expect(await said({ amount: baht('4800.01') })).toBe(errors.overCost('4,800.00'))
    expect(await said({ documentDate: calendarDate('2026-11-21') })).toBe(errors.future)
    expect(await said({ documentDate: calendarDate('2026-11-19') })).toBe(errors.beforePayment('20 พฤศจิกายน 2569'))
    const unpaid = await anApprovedClaim(world, world.lines[0] ?? '', '10.00')
    expect(await said({ claim: unpaid })).toBe(errors.notCorrectable)
    const other = await aPaidClaim()
    await expect(make(world, { claim: other.claim })).rejects.toThrow(NotFound)
  })

  it('finds no money on the right line: refused by name when it is approved (E_BUDGET)', async () => {
    const world = await aPaidClaim()
    const id = await make(world, { line: 'จ้างเหมาที่เหลือน้อย' })
    expect(await saidBy(approve(world, id))).toContain('100.00')
    expect(await now(world, id)).toMatchObject({ state: 'submitted', voucherId: null })
    expect(await paidOn(world)).toEqual(['4800.00', '0.00'])
  })

  it('is decided by who approves claims, never by its author, nor of another office', async () => {
    const [world, other] = [await aPaidClaim(), await aPaidClaim()]
    const id = await make(world)
    await expect(world.preparer.work((work) => approveCorrection(work, id, 1))).rejects.toThrow(Forbidden)
    await expect(approve(other, id)).rejects.toThrow(NotFound)
    await db.owner('expense_corrections').where({ id }).update({ prepared_by: world.head.officer.userId })
    expect(await saidBy(approve(world, id))).toContain('บุคคลเดียวกัน')
    await db.owner('expense_corrections').where({ id }).update({ prepared_by: world.preparer.officer.userId })
    await world.head.work((work) => refuseCorrection(work, id, { version: 1, reason: 'รายการเดิมถูกแล้ว' }))
    expect(await now(world, id)).toMatchObject({ state: 'refused', endReason: 'รายการเดิมถูกแล้ว' })
    const again = await make(world)
    await world.preparer.work((work) => cancelCorrection(work, again, 1))
    await expect(approve(world, again, 2)).rejects.toThrow(Conflict)
  })

  it('in a small unit one person makes and approves it', async () => {
    const world = await aPaidClaim()
    const id = await make(world)
    await db.owner('expense_corrections').where({ id }).update({ prepared_by: world.head.officer.userId })
    await db.owner('small_units').insert({ organisation_id: world.organisationId, switched_on_by: world.head.officer.userId, switched_on_at: db.clock.now(), reason: 'มีผู้ปฏิบัติงานคนเดียว' })
    await approve(world, id)
    expect(await now(world, id)).toMatchObject({ state: 'posted' })
  })

  it('the same form sent twice makes one', async () => {
    const world = await aPaidClaim()
    const given = { formKey: randomUUID() }
    expect(await make(world, given)).toBe(await make(world, given))
  })
})

describe('the claim behind it', () => {
  it('paid anew after its payment was reversed stands where it was corrected to; its debt is not reversed before the correction is', async () => {
    const world = await aPaidClaim()
    const id = await make(world)
    await approve(world, id)
    await world.head.work(async (work) => reversePayment(work, world.payment, { version: (await paymentNow(world, world.payment)).version, reason: 'เช็คหาย' }))
    expect([await paidOn(world), await paidOn(world, 'claimed')]).toEqual([['0.00', '0.00'], ['0.00', '4800.00']])
    const { version } = await claimNow(world, world.claim)
    expect(await saidBy(world.head.work((work) => revokeClaim(work, world.claim, { version, reason: 'ยกเลิก' })))).toBe(errors.corrected('COR-00001/70'))
    await reverse(world, id)
    expect(await paidOn(world, 'claimed')).toEqual(['4800.00', '0.00'])
    await world.head.work((work) => revokeClaim(work, world.claim, { version, reason: 'ยกเลิก' }))
    expect(await paidOn(world, 'claimed')).toEqual(['0.00', '0.00'])
  })

  it('whose money came back is corrected as a paid one', async () => {
    const world = await aPaidClaim()
    await world.head.work(async (work) => bouncePayment(work, world.payment, { version: (await paymentNow(world, world.payment)).version, reason: 'บัญชีปิด', bouncedOn: today }))
    await approve(world, await make(world))
    expect(await paidOn(world)).toEqual(['0.00', '4800.00'])
  })

  it('that names no account of the kind, or money to own units, has nothing to correct', async () => {
    const world = await aPaidClaim()
    await db.owner('claims').where({ organisation_id: world.organisationId, id: world.claim }).update({ kind: 'C13' })
    expect(await saidBy(make(world))).toBe(errors.notCorrectable)
  })
})

describe('of a year that is over', () => {
  async function nextYear(world: World): Promise<void> {
    db.clock.set(instant('2027-12-01T05:00:00.000Z'))
    const [asked_by, decided_by, at] = [world.accountant.officer.userId, world.head.officer.userId, db.clock.now()]
    await world.accountant.work((work) => openFiscalYear(work, fiscalYear(2571)))
    await db.owner('closing_requests').insert({ organisation_id: world.organisationId, fiscal_year: 2570, kind: 'close', state: 'done', reason: '', asked_by, asked_at: at, decided_by, decided_at: at, decision: '' })
    await db.owner('fiscal_periods').where({ organisation_id: world.organisationId, fiscal_year: 2570 }).update({ state: 'closed' })
  }

  it('two expenses are accumulated money by now, and its control lines stand', async () => {
    const world = await aPaidClaim()
    await nextYear(world)
    const on = { documentDate: calendarDate('2027-12-01') }
    expect(await saidBy(make(world, on))).toBe(errors.lineOfLastYear)
    expect(await saidBy(make(world, { ...on, line: '', account: '5104030212.001' }))).toBe(errors.lastYear)
    expect(await saidBy(make(world, { line: '', account: '5104030212.001' }))).toBe(errors.closed)
  })

  it('what was booked as an expense and is equipment grows the accumulated money, and back', async () => {
    const world = await aPaidClaim('48000.00', { equipment: '5104030206.001' })
    await nextYear(world)
    const id = await make(world, { documentDate: calendarDate('2027-12-01'), cost: `${world.lines[4] ?? ''}:5104030206.001`, line: '', account: '1206010102.001', amount: baht('48000.00') })
    await approve(world, id)
    expect(await voucherOf(world, id)).toEqual([['D', '1206010102.001', '48000.00', null], ['C', '3102010101.001', '48000.00', null]])
    expect(await now(world, id)).toMatchObject({ fiscalYear: 2571, claimYear: 2570 })
    await reverse(world, id)
    expect(await now(world, id)).toMatchObject({ state: 'reversed' })
  })
})

/** Where the payee gives back what was too much. */
async function aCounterOf(world: World): Promise<School> {
  const { code } = await db.owner('organisations').where({ id: world.organisationId }).first('code')
  const town = await organisation(db, code)
  return { organisation: town, lao: town, bankAccountId: world.current, finance: world.finance, clerk: await aPerson(db, town, ['LAO_REVENUE']), head: world.head }
}

const offered = (counter: School) => counter.clerk.read((read) => findNamedRefunds(read, { search: '', on: today }))

/** By a receipt that is summed up and in the books. */
async function givenBack(counter: School, amount: string): Promise<void> {
  const [named] = await offered(counter)
  await receivedSlip(counter, { receiptIds: [await issueFor(counter.clerk, 'DB21', { amount, key: named?.name ?? '' })], date: today })
  await counter.head.work(async (work) => confirmSummary(work, await prepare(counter.finance, today), 1))
}
const costsOf = async (world: Pick<World, 'head'>, claim: string) => (await world.head.read((read) => findKnownCosts(read, claim))).costs.map(({ lineId, accountCode, amount }) => [lineId, accountCode, formatMoney(amount)])

describe('money that the payee gave back', () => {
  it('is corrected no more, also while its receipt waits for the day to be summed up', async () => {
    const world = await aPaidClaim()
    const counter = await aCounterOf(world)
    await givenBack(counter, '1000.00')
    expect(await costsOf(world, world.claim)).toEqual([[world.lines[0], hire, '3,800.00']])
    const account = { line: '', account: '5104030212.001' }
    expect(await saidBy(make(world, { ...account, amount: baht('3800.01') }))).toBe(errors.overCost('3,800.00'))
    const id = await make(world, { ...account, amount: baht('3800.00') })
    const [named] = await offered(counter)
    await issueFor(counter.clerk, 'DB21', { amount: '300.00', key: named?.name ?? '' })
    expect(await saidBy(approve(world, id))).toBe(errors.overCost('3,500.00'))
    expect(await now(world, id)).toMatchObject({ state: 'submitted', voucherId: null })
  })

  it('after a correction comes back to the account the cost was moved to, no longer to the first', async () => {
    const world = await aPaidClaim()
    const counter = await aCounterOf(world)
    await approve(world, await make(world, { line: '', account: '5104030212.001', amount: baht('800.00') }))
    expect((await offered(counter)).map(({ accountCode }) => accountCode)).toEqual([hire, '5104030212.001'])
    await approve(world, await make(world, { line: '', account: '5104030212.001', amount: baht('4000.00') }))
    expect((await offered(counter)).map(({ accountCode }) => accountCode)).toEqual(['5104030212.001'])
    await givenBack(counter, '500.00')
    expect(await costsOf(world, world.claim)).toEqual([[world.lines[0], '5104030212.001', '4,300.00']])
  })

  it('comes back to the line it was moved to', async () => {
    const world = await aPaidClaim()
    const counter = await aCounterOf(world)
    await approve(world, await make(world))
    expect((await offered(counter)).map(({ accountCode, refund }) => [accountCode, refund.budgetLineId])).toEqual([[repair, world.lines[1]]])
    await givenBack(counter, '500.00')
    expect([await paidOn(world), await costsOf(world, world.claim)]).toEqual([['0.00', '4800.00'], [[world.lines[1], repair, '4,300.00']]])
    expect(await db.owner('budget_balances').where({ organisation_id: world.organisationId, line_id: world.lines[1] }).first('refunded')).toEqual({ refunded: '500.00' })
  })
})

describe('claims upon one delivery', () => {
  it('are corrected each by its part; equipment that waits for its register too', async () => {
    db.clock.set(testNow)
    const office = await aPurchasingOffice(db, [{ code: '5411600', amount: '100000.00', title: 'เครื่องคอมพิวเตอร์' }, { code: '5411600', amount: '100000.00', title: 'ครุภัณฑ์ที่ถูกต้อง' }], { year: fiscalYear(2570), on: calendarDate('2026-10-15') })
    await aPayee(office, 'หจก.คอมดี', 'juristic')
    const contract = await aSignedContract(office, { payee: 'หจก.คอมดี', amount: '100000.00', changes: { rows: { ...requestFormOf({ amount: '100000.00' }).rows, inspectors: committee } }, terms: { signedOn: calendarDate('2026-11-05'), startsOn: calendarDate('2026-11-05') } })
    const delivery = await anAcceptedDelivery(office, { contract, amount: '100000.00', deliveredOn: '15/11/2569' })
    const claims: string[] = []
    for (const amount of ['40000.00', '60000.00']) claims.push(await carriedThrough(office, await aClaimOf(office, delivery, amount)))
    await posted(office, claims, { paymentDate: today, channel: 'withdrawal' })
    const [first = '', second = ''] = claims
    const [wrong = '', waiting = ''] = (await costsOf(office, first))[0] ?? []
    const right = office.lines.find((line) => line !== wrong) ?? ''
    const { title } = await db.owner('budget_lines').where({ id: right }).first('title')
    expect([await costsOf(office, first), await costsOf(office, second)]).toEqual([[[wrong, waiting, '40,000.00']], [[wrong, waiting, '60,000.00']]])
    const asked = { documentDate: today, cost: `${wrong}:${waiting}`, line: title, account: '', reason: 'เบิกผิดรายการ' }
    const correct = (claim: string, amount: string) => office.asking.work((work) => createCorrection(work, { ...asked, claim, amount: baht(amount), formKey: randomUUID() }))
    expect(await saidBy(correct(first, '40000.01'))).toBe(errors.overCost('40,000.00'))
    for (const id of [await correct(first, '40000.00'), await correct(second, '60000.00')]) await office.head.work((work) => approveCorrection(work, id, 1))
    const paid = async (id: string) => (await db.owner('budget_balances').where({ organisation_id: office.organisationId, line_id: id }).first('paid')).paid
    expect([await paid(wrong), await paid(right)]).toEqual(['0.00', '100000.00'])
  })
})
