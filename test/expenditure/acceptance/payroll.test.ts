// Scenarios S27–S32 and S36's deduction: from the register to the vouchers, the journals line by line.
import { describe, expect, it } from 'vitest'
import { getAvailable, refund } from '../../../src/budget/index.ts'
import { type Claim } from '../../../src/expenditure/claim/claim.ts'
import { draftClaim } from '../../../src/expenditure/claim/claim.service.ts'
import { contribution } from '../../../src/expenditure/pay-rule/pay-rule.ts'
import { employerPart } from '../../../src/expenditure/pay-run-claims/pay-run-claims.ts'
import { figuresOf } from '../../../src/expenditure/pay-run/pay-run.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { findWithholdingsOf } from '../../../src/expenditure/withholding/withholding.repository.ts'
import { findWithheld } from '../../../src/expenditure/withheld-money/withheld-money.repository.ts'
import { claimWithheld } from '../../../src/expenditure/withheld-money/withheld-money.service.ts'
import { balanceOf } from '../../../src/expenditure/withheld-money/withheld-money.ts'
import { createWelfare, editWelfare } from '../../../src/expenditure/welfare/welfare.service.ts'
import { findPaidMonths, getWelfarePerson } from '../../../src/expenditure/welfare/welfare.repository.ts'
import { postLines } from '../../../src/ledger/index.ts'
import { saveSubLedgerKey } from '../../../src/registers/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht, formatMoney, minus, sum, zero } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { aGrantedLoan, claimed, loanNow, paidOut } from '../loan/loans.ts'
import { aPayingOffice, paymentNow, posted } from '../payment/paying.ts'
import { aCreditor, anEmployee, aRun, claimsOfRun, keptBack, runNow, wage, withPayroll } from '../pay-run/payrolls.ts'
import { aPayee, carriedThrough, claimNow } from '../world.ts'
import { acceptance, journalOf, linesOf } from './acceptance.ts'

const at = (day: string) => instant(`${day}T05:00:00.000Z`)
const day = calendarDate
const db = await testDatabase(at('2024-10-28'))
const office = await withPayroll(await aPayingOffice(db, { year: fiscalYear(2568), on: day('2024-10-01') }))
await db.owner('ledger_books').where({ organisation_id: office.organisationId }).update({ is_guarded: true })
const [political = '', officials = '', contract = '', security = '', elderly = '', fund = '', training = ''] = await anEnactedBudget(office, [
  { code: '5210100', amount: '600000.00' }, { code: '5220100', amount: '3000000.00' }, { code: '5220600', amount: '1200000.00' }, { code: '5110300', amount: '60000.00' },
  { code: '5110700', amount: '200000.00' }, { code: '5120100', amount: '100000.00' }, { code: '5320300', amount: '500000.00', until: day('2025-08-31') },
])
await aCreditor(office, 'SSO', 'สำนักงานประกันสังคม')
const [coop, kys] = [await aCreditor(office, 'COOP', 'สหกรณ์ออมทรัพย์'), await aCreditor(office, 'KYS', 'กยศ.')]
const said = (act: Promise<unknown>) => act.then(() => 'nothing', (error: unknown) => (error instanceof RuleBroken ? Object.values(error.errors).join(' ') : String(error)))
const available = async (line: string, on: string) => formatMoney((await office.head.read((read) => getAvailable(read, [line], day(on)))).get(line) ?? zero)
const voucherLines = (id: string | null) => linesOf(office.head, office.organisationId, id ?? '')
const debtOf = async (claim: Claim) => voucherLines(claim.payableVoucherId)
const paymentLines = async (id: string) => voucherLines((await paymentNow(office, id)).voucherId)
const until = (month: string) => ({ endsOn: day(month) })
const paidInNovember: { readonly run: string; readonly employer: string }[] = []
const sorted = <T extends readonly string[]>(lines: readonly T[]) => lines.toSorted((one, other) => one.join(' ').localeCompare(other.join(' ')))

describe('S27: a monthly pay-roll', () => {
  it('reckons each person, is claimed apart from the employer, and pays what the scenario says', async () => {
    const october = until('2024-10-01')
    await anEmployee(office, 'นายกเทศมนตรี', { kind: 'political', pays: [wage(political, '45000.00', october)], ...october })
    await anEmployee(office, 'ปลัดเทศบาล', {
      pays: [wage(officials, '180000.00')], ...october, deductions: [keptBack('TAX', '3250.00'), keptBack('COOP', '28400.00', { creditorId: coop }), keptBack('KYS', '1500.00', { creditorId: kys })],
    })
    for (const amount of ['18000.00', '15000.00', '14500.00', '13500.00', '12000.00', '11000.00']) {
      await anEmployee(office, `พนักงานจ้าง ${amount}`, { kind: 'general', isInsured: true, pays: [wage(contract, amount)], ...october })
    }
    const id = await aRun(office, { month: day('2024-10-01'), payDate: day('2024-10-28') })
    const run = await runNow(office, id)
    const parts = run.persons.flatMap(({ items }) => items.filter(({ code }) => code === 'SSO')).map(({ amount }) => formatMoney(amount)).sort()
    expect(parts).toEqual(['550.00', '600.00', '675.00', '725.00', '750.00', '750.00'])
    expect([run.gross, run.deducted, run.net, run.employer].map(formatMoney)).toEqual(['309,000.00', '37,200.00', '271,800.00', '4,050.00'])
    const made = await claimsOfRun(office, id)
    expect(made.map(({ part }) => part === employerPart)).toEqual([false, true])
    const claims = []
    for (const { claimId } of made) claims.push(await claimNow(office, await carriedThrough(office, claimId)))
    const [pay, employer] = claims
    expect(pay).toMatchObject({ kind: 'C3', net: baht('271800.00'), peopleCount: 8 })
    expect(sum(pay?.payees.map(({ gross, deducted }) => minus(gross, deducted)) ?? [])).toBe(baht('271800.00'))
    expect(employer).toMatchObject({ kind: 'C1', gross: baht('4050.00') })
    if (!pay || !employer) throw new Error('two claims were expected')
    expect(sorted([...await debtOf(pay), ...await debtOf(employer)])).toEqual(journalOf('S27', 0))
    expect(await available(security, '2024-10-28')).toBe('55,950.00')
    const payment = await posted(office, [pay.id], { paymentDate: day('2024-10-28') })
    expect(await paymentLines(payment)).toEqual(journalOf('S27', 1))
    const taxes = await office.head.read((read) => findWithholdingsOf(read, office.organisationId, payment))
    expect(taxes).toMatchObject([{ payeeName: 'ปลัดเทศบาล', base: baht('180000.00'), amount: baht('3250.00'), certificate: null }])
    expect((await runNow(office, id)).state).toBe('approved')
    paidInNovember.push({ run: id, employer: employer.id })
  })
})

describe('S29: what was withheld is remitted', () => {
  it('each creditor gets what the books hold for it, the tax what its accounts hold, and the run is paid with its last claim', async () => {
    db.clock.set(at('2024-11-07'))
    const [waiting] = paidInNovember
    if (!waiting) throw new Error('the run of October was expected')
    const before = await office.payroll.read((read) => findWithheld(read, day('2024-10-01')))
    expect(before.map((each) => [each.code, formatMoney(balanceOf(each))])).toEqual([['SSO', '4,050.00'], ['KYS', '1,500.00'], ['COOP', '28,400.00']])
    expect(before.map(({ ofMonth }) => formatMoney(ofMonth))).toEqual(['0.00', '0.00', '0.00'])
    await office.head.work((work) => postLines(work, {
      type: 'JV', documentDate: day('2024-10-31'), source: { kind: 'journal', id: '53' }, event: 'journal.posted', description: 'ภาษีหัก ณ ที่จ่าย', preparedBy: office.preparer.officer.userId,
      lines: [{ side: 'D', accountCode: '1101030101.001', subKey: office.current, amount: baht('1168.22') }, { side: 'C', accountCode: '2102040106.001', amount: baht('1168.22') }],
    }))
    const tax = (accountCode: string, amount: string) => ({ budgetLineId: null, accountCode, subKey: null, counterpartyId: null, fundCode: null, revenueCode: null, description: '', amount: baht(amount), source: null })
    const revenue = await aPayee(office, 'กรมสรรพากร', 'state_body')
    const taxes = await office.preparer.work((work) => draftClaim(work, {
      kind: 'C8', claimDate: day('2024-11-07'), title: 'นำส่งภาษีหัก ณ ที่จ่าย', payeeId: revenue, departmentId: office.departmentId, origin: { kind: 'scenario', id: '29' },
      lines: [tax('2102040104.001', '3250.00'), tax('2102040106.001', '1168.22')],
    }))
    const drafts = [taxes]
    for (const { creditorId } of before) drafts.push(await office.payroll.work((work) => claimWithheld(work, creditorId)))
    expect(await said(office.payroll.work((work) => claimWithheld(work, before[0]?.creditorId ?? '')))).toContain('ไม่มียอดรอจัดทำฎีกา')
    for (const id of drafts) expect(await claimNow(office, await carriedThrough(office, id))).toMatchObject({ kind: 'C8', payableVoucherId: null })
    const payments = []
    for (const id of [...drafts, waiting.employer]) payments.push(await posted(office, [id], { paymentDate: day('2024-11-07'), channel: 'cheque' }))
    const lines = []
    for (const id of payments) lines.push(...await paymentLines(id))
    expect(sorted(lines.filter(([side]) => side === 'D'))).toEqual(journalOf('S29', 0).filter(([side]) => side === 'D'))
    const money = lines.filter(([side]) => side === 'C')
    expect([...new Set(money.map(([, account]) => account)), formatMoney(sum(money.map(([, , amount]) => baht(amount))))]).toEqual(['1101030101.001', '42,418.22'])
    expect((await runNow(office, waiting.run)).state).toBe('paid')
    const after = await office.payroll.read((read) => findWithheld(read, day('2024-10-01')))
    expect(after.map((each) => [formatMoney(each.ofMonth), formatMoney(each.kept), formatMoney(each.remitted), formatMoney(balanceOf(each))])).toEqual(
      ['4,050.00', '1,500.00', '28,400.00'].map((amount) => [amount, amount, amount, '0.00']))
  })

  it('two at once: one claim takes it all, the other finds nothing', async () => {
    await office.head.work((work) => postLines(work, {
      type: 'JV', documentDate: day('2024-11-07'), source: { kind: 'journal', id: '54' }, event: 'journal.posted', description: 'หักสหกรณ์', preparedBy: office.preparer.officer.userId,
      lines: [{ side: 'D', accountCode: '1101030101.001', subKey: office.current, amount: baht('10.00') }, { side: 'C', accountCode: '2111020199.005', subKey: `DED${coop}`, amount: baht('10.00') }],
    }))
    const told = await Promise.all([1, 2].map(() => said(office.payroll.work((work) => claimWithheld(work, coop)))))
    expect(told.filter((each) => each === 'nothing')).toHaveLength(1)
  })
})

describe('S28: rounding and limits of social security', () => {
  it('rounds each person to whole baht, half up, between floor and ceiling', () => {
    const rates = { percent: '5', floor: baht('1650.00'), ceiling: baht('15000.00') }
    const parts = ['14990.00', '12345.00', '20000.00', '1500.00'].map((amount) => contribution(baht(amount), rates))
    expect([...parts, sum(parts)].map(formatMoney)).toEqual(['750.00', '617.00', '750.00', '83.00', '2,200.00'])
    expect(contribution(zero, rates)).toBe(zero)
  })
})

describe('S30, S31: old-age allowances', () => {
  it('come by the steps of age, are paid by one claim, and what was paid after a death is told and comes back to the line', async () => {
    db.clock.set(at('2024-11-08'))
    const ages = [[5, '1961'], [8, '1950'], [4, '1940'], [3, '1930']] as const
    const people: string[] = []
    for (const [count, year] of ages) {
      for (let index = 0; index < count; index += 1) {
        const payeeId = await aPayee(office, `ผู้สูงอายุ ${year} ${index}`, 'individual')
        people.push(await office.payroll.work((work) => createWelfare(work, {
          payeeId, kind: 'old_age', birthDate: day(`${year}-03-01`), startsOn: day('2024-10-01'), endedOn: null, endReason: null, formKey: null,
        })))
      }
    }
    const id = await aRun(office, { kind: 'welfare', month: day('2024-11-01'), payDate: day('2024-11-09') })
    expect(formatMoney((await runNow(office, id)).net)).toBe('14,800.00')
    const [made] = await claimsOfRun(office, id)
    const claim = await claimNow(office, await carriedThrough(office, made?.claimId ?? ''))
    expect(claim).toMatchObject({ kind: 'C5', peopleCount: 20, deducted: zero, departmentId: office.departmentId })
    expect(await debtOf(claim)).toEqual(journalOf('S30', 0))
    db.clock.set(at('2024-11-20'))
    const payment = await posted(office, [claim.id], { paymentDate: day('2024-11-09') })
    expect(await paymentLines(payment)).toEqual(journalOf('S30', 1))
    const dead = people[5] ?? ''
    const { payeeId } = await office.payroll.read((read) => getWelfarePerson(read, dead))
    await office.payroll.work((work) => editWelfare(work, dead, {
      payeeId, kind: 'old_age', birthDate: day('1950-03-01'), startsOn: day('2024-10-01'), endedOn: day('2024-10-31'), endReason: 'died', version: 1,
    }))
    const [paid] = await office.payroll.read((read) => findPaidMonths(read, dead))
    expect(paid).toMatchObject({ month: day('2024-11-01'), amount: baht('700.00'), state: 'paid' })
    const left = await available(elderly, '2024-11-20')
    const voucher = await office.head.work(async (work) => {
      await refund(work, { source: { kind: 'receipt', id: '700' }, event: 'refund', date: day('2024-11-20'), description: 'รับคืนเบี้ยยังชีพ', of: { kind: 'claim', id: claim.id } }, [{ lineId: elderly, amount: baht('700.00') }])
      return postLines(work, {
        type: 'RV', documentDate: day('2024-11-20'), source: { kind: 'receipt', id: '700' }, event: 'refund', description: 'รับคืนเบี้ยยังชีพ', preparedBy: office.preparer.officer.userId,
        lines: [{ side: 'D', accountCode: '1101030102.001', subKey: office.savings, amount: baht('700.00') }, { side: 'C', accountCode: '5107010104.001', amount: baht('700.00') }],
      })
    })
    expect(await voucherLines(voucher.id)).toEqual(journalOf('S31', 0))
    expect([left, await available(elderly, '2024-11-20')]).toEqual(['185,200.00', '185,900.00'])
    const next = await aRun(office, { kind: 'welfare', month: day('2024-12-01'), payDate: day('2024-12-09') })
    expect(formatMoney((await runNow(office, next)).net)).toBe('14,100.00')
  })
})

describe('S32: pension and contribution to the pension fund', () => {
  it('the contribution is an expense; the pension goes in and out of the deposit, never beyond what came in', async () => {
    db.clock.set(at('2025-08-29'))
    const budget = await office.preparer.work((work) => draftClaim(work, {
      kind: 'C1', claimDate: day('2025-08-28'), title: 'เงินสมทบ ก.บ.ท.', departmentId: office.departmentId, origin: { kind: 'scenario', id: '32' },
      lines: [{ budgetLineId: fund, accountCode: '5101020199.001', subKey: null, counterpartyId: null, fundCode: null, revenueCode: null, description: '', amount: baht('100000.00'), source: null }],
    }))
    await db.owner('claims').where({ organisation_id: office.organisationId, id: budget }).update({ payee_id: await aPayee(office, 'กองทุน ก.บ.ท.', 'state_body') })
    const contributed = await claimNow(office, await carriedThrough(office, budget))
    expect(await debtOf(contributed)).toEqual(journalOf('S32', 0))
    expect(await paymentLines(await posted(office, [budget], { paymentDate: day('2025-08-29') }))).toEqual(journalOf('S32', 1))
    await office.head.work((work) => saveSubLedgerKey(work, { kind: 'deposit', key: 'KBT', name: 'เงินบำนาญจาก ก.บ.ท.', registerId: null, isOpen: true }))
    const received = await office.head.work((work) => postLines(work, {
      type: 'RV', documentDate: day('2025-08-25'), source: { kind: 'receipt', id: '32' }, event: 'received', description: 'รับเงินบำนาญ', preparedBy: office.preparer.officer.userId,
      lines: [{ side: 'D', accountCode: '1101030102.001', subKey: office.savings, amount: baht('22340.00') }, { side: 'C', accountCode: '2111020199.001', subKey: 'KBT', amount: baht('22340.00') }],
    }))
    expect(await voucherLines(received.id)).toEqual(journalOf('S32', 2))
    const pensioner = (name: string, amount: string) => anEmployee(office, name, {
      kind: 'pensioner', position: 'ข้าราชการบำนาญ', pays: [{ ...wage('', amount), budgetLineId: null, subKey: 'KBT', title: 'บำนาญ' }], startsOn: day('2025-08-01'), endsOn: day('2025-08-01'),
    })
    await pensioner('ผู้รับบำนาญ หนึ่ง', '22340.00')
    const id = await aRun(office, { kind: 'pension', month: day('2025-08-01'), payDate: day('2025-08-29') })
    const [made] = await claimsOfRun(office, id)
    const claim = await claimNow(office, await carriedThrough(office, made?.claimId ?? ''))
    expect(claim).toMatchObject({ kind: 'C4', payableVoucherId: null, gross: baht('22340.00') })
    expect(await paymentLines(await posted(office, [claim.id], { paymentDate: day('2025-08-29') }))).toEqual(journalOf('S32', 3))
    expect((await runNow(office, id)).state).toBe('paid')
  })

  it('E_SUBLEDGER_NEG: one satang more than came in is refused', async () => {
    await office.head.work((work) => postLines(work, {
      type: 'RV', documentDate: day('2025-08-26'), source: { kind: 'receipt', id: '33' }, event: 'received', description: 'รับเงินบำนาญ', preparedBy: office.preparer.officer.userId,
      lines: [{ side: 'D', accountCode: '1101030102.001', subKey: office.savings, amount: baht('22340.00') }, { side: 'C', accountCode: '2111020199.001', subKey: 'KBT', amount: baht('22340.00') }],
    }))
    await anEmployee(office, 'ผู้รับบำนาญ สอง', {
      kind: 'pensioner', position: 'ข้าราชการบำนาญ', pays: [{ ...wage('', '22340.01'), budgetLineId: null, subKey: 'KBT', title: 'บำนาญ' }], startsOn: day('2025-09-01'), endsOn: day('2025-09-01'),
    })
    db.clock.set(at('2025-09-12'))
    const id = await aRun(office, { kind: 'pension', month: day('2025-09-01'), payDate: day('2025-09-12') })
    const [made] = await claimsOfRun(office, id)
    expect(await said(carriedThrough(office, made?.claimId ?? ''))).toContain(acceptance.messages_th.E_SUBLEDGER_NEG)
  })
})

describe('S36: a loan that is overdue is kept back from the pay', () => {
  it('is one more credit of the pay-roll, and the rest stays a receivable; its line has the money again though its last day is over', async () => {
    db.clock.set(at('2025-09-25'))
    const payeeId = await aPayee(office, 'นายยืม เงินช้า', 'individual')
    const loan = await aGrantedLoan(office, [{ budgetLineId: training, description: 'โครงการ', amount: baht('30000.00') }], { payeeId })
    await paidOut(office, await claimed(office, loan), day('2025-08-11'))
    await anEmployee(office, 'นายยืม เงินช้า', { payeeId, pays: [wage(officials, '35000.00')], startsOn: day('2025-09-01'), deductions: [keptBack('LOAN', '10000.00', { loanId: loan })] })
    const id = await aRun(office, { month: day('2025-09-01'), payDate: day('2025-09-25') })
    const run = await runNow(office, id)
    expect(run.persons.map((person) => formatMoney(figuresOf(person).net))).toEqual(['25,000.00'])
    const [made] = await claimsOfRun(office, id)
    const payment = await posted(office, [await carriedThrough(office, made?.claimId ?? '')], { paymentDate: day('2025-09-25') })
    expect(await paymentLines(payment)).toEqual(journalOf('S36', 0))
    expect((await loanNow(office, loan)).balance).toBe(baht('20000.00'))
    const left = async () => (await office.head.read((read) => getAvailable(read, [training], day('2025-09-25')))).get(training) ?? zero
    const after = await left()
    await office.head.work((work) => reversePayment(work, payment, { version: 2, reason: 'โอนผิด' }))
    expect(after - await left()).toBe(baht('10000.00'))
    expect((await loanNow(office, loan)).balance).toBe(baht('30000.00'))
  })
})
