// A debt whose money came back ends without a payment: of a claim, of one of a batch, of this year and of an earlier one (P24, P27, §1.9).
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findPaidPeople } from '../../../src/expenditure/bounce-people/bounce-people.repository.ts'
import { bouncePeople, unbouncePeople } from '../../../src/expenditure/bounce-people/bounce-people.service.ts'
import { personKey } from '../../../src/expenditure/bounce-people/bounce-people.ts'
import { bouncePayment, unbouncePayment } from '../../../src/expenditure/bounce/bounce.service.ts'
import { type ClaimPayee } from '../../../src/expenditure/claim/claim.ts'
import { approveCorrection, createCorrection, findKnownCosts } from '../../../src/expenditure/correction/correction.service.ts'
import { correctionText } from '../../../src/expenditure/correction.text.ts'
import { findClaimWork, findOpenSpending, findPaidLines } from '../../../src/expenditure/index.ts'
import { getLoan } from '../../../src/expenditure/loan/loan.repository.ts'
import { approveWaiver, cancelWaiver, createWaiver, refuseWaiver, reverseWaiver } from '../../../src/expenditure/waiver/waiver.service.ts'
import { getWaiver } from '../../../src/expenditure/waiver/waiver.repository.ts'
import { type WaiverForm } from '../../../src/expenditure/waiver/waiver.schema.ts'
import { waiverText } from '../../../src/expenditure/waiver.text.ts'
import { findWithholdingsOf } from '../../../src/expenditure/withholding/withholding.repository.ts'
import { balanceOn, openFiscalYear } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, fiscalYearPeriod, instant } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht, formatMoney, isZero, zero } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase, testNow } from '../../support/database.ts'
import { linesOf } from '../acceptance/acceptance.ts'
import { aDraftReport, anApprovedClaim, aPayingOffice, bounced, commandOf, paymentNow, posted, saidBy, type PayingOffice } from '../payment/paying.ts'
import { aGrantedLoan, claimed, paidOut } from '../loan/loans.ts'
import { aPayee, carriedThrough, claimNow, drafted, lineOf } from '../world.ts'

const db = await testDatabase()
const today = calendarDate('2026-11-20')
const { errors } = waiverText
const hireAccount = '5104010112.001'
const tax = { kind: 'withholding', accountCode: '2102040106.001', ruleCode: 'W53-GOV', subKey: null, description: '', base: baht('10000.00'), rate: '1', amount: baht('100.00') } as const

const sequence = { next: 1 }

interface World extends PayingOffice {
  readonly lines: readonly string[]
}

async function aWorld(): Promise<World> {
  db.clock.set(testNow)
  const office = await aPayingOffice(db, { on: calendarDate('2026-10-01') })
  return { ...office, lines: await anEnactedBudget(office, [{ code: '5320100', amount: '90000.00', title: 'จ้างเหมา' }, { code: '5320100', amount: '90000.00', title: 'จ้างเหมาอื่น' }, { code: '5220100', amount: '90000.00', title: 'ค่าตอบแทน' }]) }
}

const slip = { paymentDate: today, channel: 'withdrawal' } as const

async function aLentLoan(world: World) {
  const payeeId = await aPayee(world, 'นายยืม ใจดี', 'individual')
  const loan = await aGrantedLoan(world, [{ budgetLineId: world.lines[0] ?? '', description: 'ค่าฝึกอบรม', amount: baht('5000.00') }], { payeeId, loanDate: today })
  const claim = await claimed(world, loan)
  return { loan, claim, payment: await paidOut(world, claim, today) }
}

/** Paid and come back as a whole. */
async function aReturned(world: World, amount = '10700.00', given: Parameters<typeof anApprovedClaim>[3] = { deductions: [tax] }) {
  const claim = await anApprovedClaim(world, world.lines[0] ?? '', amount, given)
  const payment = await posted(world, [claim], slip)
  await bounced(world, payment, today)
  return { claim, payment }
}

const form = (claim: string, given: Partial<WaiverForm> = {}): WaiverForm => ({ claim, documentDate: today, reason: 'ผู้รับเงินสละสิทธิ', formKey: randomUUID(), people: [], shares: new Map(), ...given })
const make = (world: World, claim: string, given: Partial<WaiverForm> = {}) => world.preparer.work((work) => createWaiver(work, form(claim, given)))
const now = (world: World, id: string) => world.head.read((read) => getWaiver(read, world.organisationId, id))
const approve = (world: World, id: string, version = 1) => world.head.work((work) => approveWaiver(work, id, version))
const reverse = async (world: World, id: string) => world.head.work(async (work) => reverseWaiver(work, id, { version: (await getWaiver(work, world.organisationId, id)).version, reason: 'ผู้รับเงินขอรับ' }))
const owed = async (world: World, key: string) => formatMoney(await world.head.read((read) => balanceOn(read, { organisationId: world.organisationId, accountCode: '2102040110.001', subKey: key, until: calendarDate('2027-12-31') })))
const available = async ({ organisationId, lines }: World) => {
  const rows: { line_id: string; available: string }[] = await db.owner('budget_balances').where({ organisation_id: organisationId }).select('line_id', 'available')
  return lines.map((line) => rows.find((row) => row.line_id === line)?.available ?? '')
}
const voucherOf = async (world: World, id: string) => linesOf(world.head, world.organisationId, (await now(world, id)).voucherId ?? '')

describe('a claim whose money came back', () => {
  it('is given up by two: the debt ends, cost and budget come back, tax and its certificate stay; and waits again when that is reversed', async () => {
    const world = await aWorld()
    const { claim, payment } = await aReturned(world)
    const before = await available(world)
    const id = await make(world, claim)
    expect((await world.head.read(findClaimWork)).map(({ key, count, href }) => [key, count, href])).toContainEqual(['waive', 1, '/expenditure/waivers?state=submitted&by=others'])
    expect((await world.head.read((read) => findOpenSpending(read, fiscalYear(2570)))).map(({ text }) => text)).toContain('ใบยกเลิกหนี้ที่เงินตีกลับที่รออนุมัติ 1 ฉบับ 10,600.00 บาท')
    expect(await available(world)).toEqual(before)
    await approve(world, id)
    expect(await now(world, id)).toMatchObject({ state: 'posted', number: 1, amount: baht('10600.00') })
    expect(await voucherOf(world, id)).toEqual([['C', hireAccount, '10600.00'], ['D', '2102040110.001', '10600.00']])
    const { payeeId, ...ended } = await claimNow(world, claim)
    expect(ended).toMatchObject({ state: 'paid', isWaived: true })
    expect(await owed(world, payeeId ?? '')).toBe('0.00')
    expect(before[0]).toBe('79300.00')
    expect((await available(world))[0]).toBe('89900.00')
    expect(await world.head.read((read) => findWithholdingsOf(read, world.organisationId, payment))).toMatchObject([{ state: 'issued' }])
    const paid = (await world.head.read((read) => findPaidLines(read, { organisationId: world.organisationId, fiscalYear: fiscalYear(2570), days: fiscalYearPeriod(fiscalYear(2570)), month: calendarDate('2026-11-01') })))
    expect(paid.filter(({ year }) => !isZero(year)).map(({ year }) => formatMoney(year))).toEqual(['100.00'])
    await expect(approve(world, id, 2)).rejects.toThrow(Conflict)
    expect(await saidBy(world.head.work(async (work) => unbouncePayment(work, payment, { version: (await paymentNow(world, payment)).version, reason: 'x' })))).not.toBe('nothing')
    await reverse(world, id)
    expect(await claimNow(world, claim)).toMatchObject({ state: 'approved', isWaived: false })
    expect([await owed(world, payeeId ?? ''), await available(world)]).toEqual(['10,600.00', before])
    await posted(world, [claim], slip)
    expect(await owed(world, payeeId ?? '')).toBe('0.00')
  })

  it('of several costs takes back what the department tells of each, in sum what came back', async () => {
    const world = await aWorld()
    const { claim } = await aReturned(world, '1000.00', { lines: [lineOf(world.lines[0] ?? '', hireAccount, '600.00'), lineOf(world.lines[1] ?? '', hireAccount, '400.00')] })
    const said = (first: string, second: string) => saidBy(make(world, claim, { shares: new Map([[1, baht(first)], [2, baht(second)]]) }))
    expect(await saidBy(make(world, claim))).toBe(errors.otherSum('0.00', '1,000.00'))
    expect(await said('600.00', '399.99')).toBe(errors.otherSum('999.99', '1,000.00'))
    expect(await said('600.01', '399.99')).toBe(errors.overCost('600.00'))
    await approve(world, await make(world, claim, { shares: new Map([[1, baht('600.00')], [2, baht('400.00')]]) }))
    expect((await available(world)).slice(0, 2)).toEqual(['90000.00', '90000.00'])
  })

  it('of an earlier year becomes accumulated money, and no line of the budget hears of it', async () => {
    const world = await aWorld()
    const { claim } = await aReturned(world)
    const before = await available(world)
    db.clock.set(instant('2027-10-12T05:00:00.000Z'))
    await world.accountant.work((work) => openFiscalYear(work, fiscalYear(2571)))
    const id = await make(world, claim, { documentDate: calendarDate('2027-10-12') })
    await approve(world, id)
    expect(await voucherOf(world, id)).toEqual([['C', '3102010101.001', '10600.00'], ['D', '2102040110.001', '10600.00']])
    expect(await available(world)).toEqual(before)
    await reverse(world, id)
    expect([await claimNow(world, claim), await available(world)]).toMatchObject([{ state: 'approved' }, before])
  })

  it('is refused by what is wrong with it', async () => {
    const world = await aWorld()
    const { claim } = await aReturned(world)
    const said = (given: Partial<WaiverForm>) => saidBy(make(world, claim, given))
    expect(await said({ documentDate: calendarDate('2026-11-21') })).toBe(errors.future)
    expect(await said({ documentDate: calendarDate('2026-11-19') })).toBe(errors.beforeBounce('20 พฤศจิกายน 2569'))
    expect(await saidBy(make(world, await anApprovedClaim(world, world.lines[0] ?? '', '10.00')))).toBe(errors.notWaivable)
    const other = await aWorld()
    await expect(make(other, claim)).rejects.toThrow(NotFound)
    await aDraftReport(world, commandOf(world, [claim], slip))
    expect(await said({})).toBe(errors.notWaivable)
  })

  it('whose cost was corrected is given up once the correction is reversed; what was given up is corrected no more', async () => {
    const world = await aWorld()
    const { claim } = await aReturned(world, '1000.00', {})
    const correction = await world.preparer.work((work) => createCorrection(work, {
      claim, documentDate: today, cost: `${world.lines[0] ?? ''}:${hireAccount}`, line: 'จ้างเหมาอื่น', account: '', amount: baht('400.00'), reason: 'ผิดรายการ', formKey: randomUUID(),
    }))
    await world.head.work((work) => approveCorrection(work, correction, 1))
    expect(await saidBy(make(world, claim))).toBe(correctionText.errors.corrected('COR-00001/70'))
    const { claim: whole } = await aReturned(world, '500.00', {})
    const id = await make(world, whole)
    await approve(world, id)
    expect(await saidBy(world.head.read((read) => findKnownCosts(read, whole)))).toBe(correctionText.errors.notCorrectable)
  })

  it('is decided by who approves claims, never by its author, once at a time, and not when it was paid meanwhile', async () => {
    const world = await aWorld()
    const { claim } = await aReturned(world)
    const same = { formKey: randomUUID() }
    const id = await make(world, claim, same)
    expect(await make(world, claim, same)).toBe(id)
    expect(await saidBy(make(world, claim))).toBe(errors.waiting('WVR-00001/70'))
    await expect(world.preparer.work((work) => approveWaiver(work, id, 1))).rejects.toThrow(Forbidden)
    await db.owner('claim_waivers').where({ id }).update({ prepared_by: world.head.officer.userId })
    expect(await saidBy(approve(world, id))).toContain('บุคคลเดียวกัน')
    await db.owner('claim_waivers').where({ id }).update({ prepared_by: world.preparer.officer.userId })
    await world.head.work((work) => refuseWaiver(work, id, { version: 1, reason: 'ติดต่อผู้รับเงินได้แล้ว' }))
    const again = await make(world, claim)
    await world.preparer.work((work) => cancelWaiver(work, again, 1))
    const third = await make(world, claim)
    await posted(world, [claim], slip)
    expect(await saidBy(approve(world, third))).toBe(errors.notWaivable)
    expect(await now(world, third)).toMatchObject({ state: 'submitted' })
  })

  it('of two approvals at one moment one is done', async () => {
    const world = await aWorld()
    const { claim } = await aReturned(world)
    const id = await make(world, claim)
    const done = await Promise.allSettled([approve(world, id), approve(world, id)])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('of a loan ends the contract, and its line may spend the money again', async () => {
    const world = await aWorld()
    const { loan, claim, payment } = await aLentLoan(world)
    await bounced(world, payment, today)
    const before = await available(world)
    const id = await make(world, claim)
    await approve(world, id)
    expect((await world.head.read((read) => getLoan(read, world.organisationId, loan))).balance).toEqual(zero)
    expect([before[0], (await available(world))[0]]).toEqual(['85000.00', '90000.00'])
    await reverse(world, id)
    expect(await available(world)).toEqual(before)
  })
})

describe('one of a batch', () => {
  const person = (name: string, gross: string): ClaimPayee => ({ payeeId: null, name, taxId: '', bankCode: '006', accountNumber: '1234567890', accountName: name, gross: baht(gross), deducted: zero })

  async function aBatch(world: World, back: readonly number[]) {
    const claim = await carriedThrough(world, await drafted(world, {
      kind: 'C3', claimDate: today, title: 'ค่าตอบแทน', departmentId: world.departmentId, payees: [person('นายเอก', '1000.00'), person('นางโท', '2000.00'), person('นายตรี', '3000.00')],
      lines: [lineOf(world.lines[2] ?? '', '5101010101.001', '6000.00')], origin: { kind: 'scenario', id: String(sequence.next++) },
    }))
    const payment = await posted(world, [claim], slip)
    const people = (await world.head.read((read) => findPaidPeople(read, world.organisationId, payment))).filter(({ line }) => back.includes(line)).map(personKey)
    await world.head.work(async (work) => bouncePeople(work, payment, { version: (await paymentNow(world, payment)).version, reason: 'บัญชีปิด', bouncedOn: today, people }))
    return { claim, payment }
  }

  it('is given up while others still wait, who are paid alone; then the claim is done', async () => {
    const world = await aWorld()
    const { claim, payment } = await aBatch(world, [1, 2])
    expect(await saidBy(make(world, claim))).toBe(errors.people)
    expect(await saidBy(make(world, claim, { people: [`${claim}-3`] }))).toBe(errors.gone)
    const id = await make(world, claim, { people: [`${claim}-1`] })
    await approve(world, id)
    expect(await voucherOf(world, id)).toEqual([['C', '5101010101.001', '1000.00'], ['D', '2102040110.001', '1000.00']])
    expect(await claimNow(world, claim)).toMatchObject({ state: 'approved', returnedNet: baht('2000.00') })
    expect((await available(world))[2]).toBe('85000.00')
    expect(await saidBy(world.head.work(async (work) => unbouncePeople(work, payment, { version: (await paymentNow(world, payment)).version, reason: 'x' })))).not.toBe('nothing')
    const second = await posted(world, [claim], slip)
    expect(await paymentNow(world, second)).toMatchObject({ net: baht('2000.00') })
    expect(await claimNow(world, claim)).toMatchObject({ state: 'paid', isWaived: false })
    expect(await owed(world, `CLM${claim}`)).toBe('0.00')
  })

  it('the last of those who wait ends the claim, and is paid alone when that is reversed', async () => {
    const world = await aWorld()
    const { claim } = await aBatch(world, [1])
    const id = await make(world, claim, { people: [`${claim}-1`] })
    await approve(world, id)
    expect(await claimNow(world, claim)).toMatchObject({ state: 'paid' })
    await reverse(world, id)
    expect(await claimNow(world, claim)).toMatchObject({ state: 'approved', returnedNet: baht('1000.00') })
    const again = await posted(world, [claim], slip)
    expect(await paymentNow(world, again)).toMatchObject({ net: baht('1000.00') })
    expect(await saidBy(reverse(world, id))).not.toBe('nothing')
  })

  it('whose money came back as a whole is given up as a whole', async () => {
    const world = await aWorld()
    const claim = await carriedThrough(world, await drafted(world, {
      kind: 'C3', claimDate: today, title: 'ค่าตอบแทน', departmentId: world.departmentId, payees: [person('นายเอก', '1000.00'), person('นางโท', '2000.00')],
      lines: [lineOf(world.lines[2] ?? '', '5101010101.001', '3000.00')], origin: { kind: 'scenario', id: String(sequence.next++) },
    }))
    const payment = await posted(world, [claim], slip)
    await world.head.work(async (work) => bouncePayment(work, payment, { version: (await paymentNow(world, payment)).version, reason: 'บัญชีปิด', bouncedOn: today }))
    await approve(world, await make(world, claim))
    expect(await claimNow(world, claim)).toMatchObject({ state: 'paid', isWaived: true })
    expect((await available(world))[2]).toBe('90000.00')
  })
})
