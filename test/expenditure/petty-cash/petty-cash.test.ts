// A float from the request to its count: opened by the payment of its claim, spent voucher by voucher, topped up by claims, never beyond its cash (EX-8).
import { describe, expect, it } from 'vitest'
import { getAvailable } from '../../../src/budget/index.ts'
import { findClaimsOf } from '../../../src/expenditure/claim/claim.repository.ts'
import { cancelClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { findVouchers, getFloat } from '../../../src/expenditure/petty-cash/petty-cash.repository.ts'
import { approveFloat, cancelFloat, claimFloat, countFloat, keepVouchers, topUpFloat } from '../../../src/expenditure/petty-cash/petty-cash.service.ts'
import { cashOf } from '../../../src/expenditure/petty-cash/petty-cash.ts'
import { pettyPaths as paths } from '../../../src/expenditure/petty.paths.ts'
import { findUncountedFloats } from '../../../src/expenditure/petty-year/petty-year.service.ts'
import { pettyText } from '../../../src/expenditure/petty.text.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, formatMoney, zero } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { linesOf } from '../acceptance/acceptance.ts'
import { aPayingOffice, paymentNow, posted } from '../payment/paying.ts'
import { aPayee, carriedThrough, claimNow } from '../world.ts'

const office = await testOffice()
const today = calendarDate('2026-11-20')
const town = await aPayingOffice(office, { code: '4200103', on: calendarDate('2026-10-01') })
const [supplies = '', repair = '', granted = '', scarce = '', lastBaht = ''] = await anEnactedBudget(town, [{ code: '5330100', amount: '20000.00', title: 'วัสดุเงินรองจ่าย' }, { code: '5320400', amount: '20000.00', title: 'ซ่อมเงินรองจ่าย' },
  { code: '5330100', amount: '20000.00', title: 'วัสดุเงินอุดหนุน', source: '3002' },
  { code: '5330100', amount: '1000.00', title: 'วัสดุที่มีน้อย' }, { code: '5330100', amount: '1000.00', title: 'วัสดุบาทสุดท้าย' }])
await aPayee(town, 'นางเก็บ รักษาเงิน', 'individual')
const [clerk, finance] = [await signIn(office, 'saensuk.clerk'), await signIn(office, 'saensuk.finance')]
const said = (act: Promise<unknown>) => act.then(() => 'nothing', (error: unknown) => (error instanceof RuleBroken ? Object.values(error.errors).join(' ') : String(error)))
const floatNow = (id: string) => town.head.read((read) => getFloat(read, town.organisationId, id))
const versionOf = async (id: string) => (await floatNow(id)).version
const claimsOf = (id: string) => town.head.read((read) => findClaimsOf(read, { kind: 'petty-cash', id }))
const available = async (line: string) => formatMoney((await town.head.read((read) => getAvailable(read, [line], today))).get(line) ?? zero)
const voucher = (amount: string, budgetLineId = supplies, accountCode = '5104010104.001') => (
  { voucherDate: today, paidTo: 'ร้านค้า', receiptNumber: '1/1', description: 'กระดาษ', budgetLineId, accountCode, amount: baht(amount), row: 0 })
const keep = async (id: string, ...vouchers: ReturnType<typeof voucher>[]) => { const version = await versionOf(id); await town.finance.work((work) => keepVouchers(work, id, { version, vouchers })) }

async function asked(): Promise<string> {
  await clerk.open(paths.new)
  const page = await clerk.submit({ holder: 'นางเก็บ รักษาเงิน', department: town.departmentId, purpose: 'ค่าใช้จ่ายเล็กน้อยของสำนักปลัด', amount: '5,000.00', mostEach: '1,000.00' })
  expect(page.text).toContain(pettyText.done.asked)
  return page.path.split('/').at(-1) ?? ''
}

async function opened(): Promise<{ readonly id: string; readonly payment: string }> {
  const id = await asked()
  const version = await versionOf(id)
  await town.head.work((work) => approveFloat(work, id, version))
  await town.preparer.work((work) => claimFloat(work, id, version + 1))
  const [claim] = await claimsOf(id)
  const payment = await posted(town, [await carriedThrough(town, claim?.id ?? '')], { paymentDate: today, channel: 'cheque', handedTo: 'นางเก็บ รักษาเงิน' })
  return { id, payment }
}

describe('a float', () => {
  it('is refused at its boxes, allowed by another, and opened by the payment of an advance that takes no budget', async () => {
    await clerk.open(paths.new)
    const bad = await clerk.submit({ holder: 'ไม่มีคนนี้', department: town.departmentId, purpose: '', amount: '100.00', mostEach: '200.00' })
    for (const message of [pettyText.errors.noHolder, pettyText.errors.purpose, pettyText.errors.mostEach]) expect(bad.text).toContain(message)
    const { id, payment } = await opened()
    expect(await floatNow(id)).toMatchObject({ state: 'open', balance: baht('5000.00'), held: zero })
    const { voucherId } = await paymentNow(town, payment)
    expect(await linesOf(town.head, town.organisationId, voucherId ?? '')).toEqual([['C', '1101030101.001', '5000.00'], ['D', '1102010102.001', '5000.00']])
    expect(await said(town.preparer.work((work) => claimFloat(work, id, 4)))).not.toBe('nothing')
    await town.head.work((work) => reversePayment(work, payment, { version: 2, reason: 'เช็คหาย' }))
    expect(await floatNow(id)).toMatchObject({ state: 'approved', balance: zero })
  })

  it('pays each voucher within its limit and together within its cash, and is topped up by claims of each item', async () => {
    const { id } = await opened()
    expect(await said(keep(id, voucher('1000.01')))).toContain('1,000.00')
    await keep(id, voucher('900.00'), voucher('600.00'), voucher('450.00', repair, '5104010107.001'))
    expect(formatMoney(cashOf(await floatNow(id)))).toBe('3,050.00')
    expect(await said(keep(id, ...Array.from({ length: 4 }, () => voucher('1000.00'))))).toBe(pettyText.errors.noCash('3,050.00'))
    await expect(town.checker.work(async (work) => topUpFloat(work, id, await versionOf(id)))).rejects.toThrow(Forbidden)
    await town.preparer.work(async (work) => topUpFloat(work, id, await versionOf(id)))
    const claims = (await claimsOf(id)).filter(({ kind }) => kind === 'C1')
    expect(claims.map(({ gross }) => formatMoney(gross)).sort()).toEqual(['1,500.00', '450.00'])
    expect(await floatNow(id)).toMatchObject({ held: zero, onTheWay: baht('1950.00') })
    const [first, second] = claims.toSorted((a, b) => Number(b.gross - a.gross))
    await posted(town, [await carriedThrough(town, first?.id ?? '')], { paymentDate: today, channel: 'cheque', handedTo: 'นางเก็บ รักษาเงิน' })
    expect(await available(supplies)).toBe('18,500.00')
    expect(await floatNow(id)).toMatchObject({ balance: baht('5000.00'), onTheWay: baht('450.00') })
    const { version } = await claimNow(town, second?.id ?? '')
    await town.preparer.work((work) => cancelClaim(work, second?.id ?? '', version))
    const kept = (await town.head.read((read) => findVouchers(read, town.organisationId, id))).filter(({ state }) => state === 'kept')
    expect(kept.map(({ amount }) => formatMoney(amount))).toEqual(['450.00'])
  })

  it('gives nothing out that the budget does not bear, vouchers of every box counted that are not yet claimed', async () => {
    const [one, other] = [(await opened()).id, (await opened()).id]
    expect(await said(keep(one, voucher('500.00', scarce), voucher('500.01', scarce)))).toBe(pettyText.errors.noBudget('1,000.00'))
    await keep(one, voucher('600.00', scarce))
    expect(await said(keep(other, voucher('400.01', scarce)))).toBe(pettyText.errors.noBudget('400.00'))
    await keep(other, voucher('400.00', scarce))
  })

  it('of two boxes at one moment only what the budget bears: the last baht of a line goes out once', async () => {
    const [one, other] = [(await opened()).id, (await opened()).id]
    const version = await versionOf(one)
    const second = await town.finance.work(async (work) => {
      await keepVouchers(work, one, { version, vouchers: [voucher('700.00', lastBaht)] })
      const waiting = said(keep(other, voucher('700.00', lastBaht)))
      await new Promise((resolve) => { setTimeout(resolve, 300) })
      return { waiting }
    })
    expect(await second.waiting).toBe(pettyText.errors.noBudget('300.00'))
  })

  it('that is allowed and not needed is given up by who allowed it, until its money is claimed', async () => {
    const id = await asked()
    await town.head.work((work) => approveFloat(work, id, 1))
    const cancel = () => town.head.work(async (work) => cancelFloat(work, id, { version: await versionOf(id), reason: 'ไม่ใช้วงเงินแล้ว' }))
    await expect(town.preparer.work((work) => cancelFloat(work, id, { version: 2, reason: 'x' }))).rejects.toThrow(Forbidden)
    await town.preparer.work((work) => claimFloat(work, id, 2))
    expect(await said(cancel())).toBe(pettyText.errors.claimed)
    const [claim] = await claimsOf(id)
    await town.preparer.work((work) => cancelClaim(work, claim?.id ?? '', claim?.version ?? 0))
    await cancel()
    expect(await floatNow(id)).toMatchObject({ state: 'cancelled', returnReason: 'ไม่ใช้วงเงินแล้ว' })
    expect((await finance.open(paths.show(id))).text).toContain(pettyText.cancelled('ไม่ใช้วงเงินแล้ว'))
    const open = (await opened()).id
    await expect(town.head.work(async (work) => cancelFloat(work, open, { version: await versionOf(open), reason: 'x' }))).rejects.toThrow(Conflict)
  })

  it('is topped up by a claim of each source, which the claim names', async () => {
    const { id } = await opened()
    await keep(id, voucher('100.00'), voucher('200.00', granted))
    await town.preparer.work(async (work) => topUpFloat(work, id, await versionOf(id)))
    const claims = (await claimsOf(id)).filter(({ kind }) => kind === 'C1')
    const sources = await office.owner('claims').whereIn('id', claims.map((claim) => claim.id)).orderBy('gross').select('source_code', 'gross')
    expect(sources).toEqual([{ source_code: '10', gross: '100.00' }, { source_code: '3002', gross: '200.00' }])
  })

  it('that stands at the end of a year holds up its closing until it is counted on that day or after', async () => {
    const { id } = await opened()
    const blockers = async () => (await town.head.read((read) => findUncountedFloats(read, fiscalYear(2569)))).map(({ href }) => href)
    expect(await blockers()).not.toContain(paths.show(id))
    const ofThisYear = async () => (await town.head.read((read) => findUncountedFloats(read, fiscalYear(2570)))).map(({ href, text }) => [href, text])
    expect(await ofThisYear()).toContainEqual([paths.show(id), expect.stringContaining('30 กันยายน 2570')])
    await office.owner('petty_counts').insert({ organisation_id: town.organisationId, float_id: id, counted_on: '2027-09-29', counted: 5000, held: 0, on_the_way: 0, balance: 5000, made_by: town.finance.officer.userId, made_at: office.clock.now() })
    expect((await ofThisYear()).map(([href]) => href)).toContain(paths.show(id))
    await office.owner('petty_counts').insert({ organisation_id: town.organisationId, float_id: id, counted_on: '2027-09-30', counted: 5000, held: 0, on_the_way: 0, balance: 5000, made_by: town.finance.officer.userId, made_at: office.clock.now() })
    expect((await ofThisYear()).map(([href]) => href)).not.toContain(paths.show(id))
  })

  it('is counted: a difference has its reason', async () => {
    const { id } = await opened()
    await keep(id, voucher('800.00'))
    const count = async (counted: string, note = '') => { const version = await versionOf(id); return said(town.finance.work((work) => countFloat(work, id, { version, countedOn: today, counted: baht(counted), note }))) }
    expect([await count('4200.00'), await count('4199.00'), await count('4199.00', 'เหรียญตกหาย')]).toEqual(['nothing', pettyText.errors.note, 'nothing'])
    expect((await finance.open(paths.show(id))).text).toMatch(/เหรียญตกหาย/)
    await finance.open(paths.show(id))
    expect((await finance.submit({}, paths.print(id))).text).toMatch(/ทะเบียนคุมเงินรองจ่าย.*๘๐๐\.๐๐.*๔,๒๐๐\.๐๐/)
  })

  it('vouchers are typed on its page, refused cell by cell, and taken back while they are in the box', async () => {
    const { id } = await opened()
    await finance.open(paths.keep(id))
    const bad = await finance.submit({ 'lines.0.date': '21/11/2569', 'lines.0.amount': 'x', 'lines.0.line': 'ไม่มีรายการนี้' })
    expect(bad.status).toBe(422)
    for (const message of [pettyText.errors.future, pettyText.errors.amount, pettyText.errors.paidTo]) expect(bad.text).toContain(message)
    await finance.open(paths.keep(id))
    const made = await finance.submit({
      'lines.0.date': '20/11/2569', 'lines.0.paidTo': 'ร้านเครื่องเขียน', 'lines.0.receipt': '12/5', 'lines.0.description': 'ปากกา', 'lines.0.line': 'วัสดุเงินรองจ่าย', 'lines.0.amount': '120.00',
    })
    expect(made.text).toMatch(/ร้านเครื่องเขียน.*120\.00/)
    const row = (at: number, amount: string) => ({ [`lines.${at}.date`]: '20/11/2569', [`lines.${at}.paidTo`]: 'ร้าน', [`lines.${at}.description`]: 'ปากกา', [`lines.${at}.line`]: 'วัสดุเงินรองจ่าย', [`lines.${at}.amount`]: amount })
    await finance.open(paths.keep(id))
    const tooMuch = await finance.submit({ ...row(0, '10.00'), ...row(2, '1,000.01') })
    expect(tooMuch.html).toContain('href="#lines.2.amount"')
    const [first] = await town.head.read((read) => findVouchers(read, town.organisationId, id))
    const version = String(await versionOf(id))
    await finance.open(paths.show(id))
    expect((await finance.submit({ version }, paths.drop(id, first?.id ?? ''))).text).toContain(pettyText.done.dropped)
    expect((await finance.open(paths.list)).text).toMatch(/PTY-.*นางเก็บ รักษาเงิน.*5,000\.00/)
    expect((await finance.open(`${paths.list}/csv?state=open`)).html).toContain('นางเก็บ รักษาเงิน')
  })
})
