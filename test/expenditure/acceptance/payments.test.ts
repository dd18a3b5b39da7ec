// Scenarios of part B from the approved claim to the PV, and back: the journals line by line, the budget, the tax that was withheld.
import { describe, expect, it } from 'vitest'
import { getAvailable } from '../../../src/budget/index.ts'
import { type ClaimDeduction, type NewClaim } from '../../../src/expenditure/claim/claim.ts'
import { cancelPayment, recordPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { postPayment, reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { findWithholdingsOf } from '../../../src/expenditure/withholding/withholding.repository.ts'
import { findTaxes } from '../../../src/expenditure/withholding-register/withholding-register.repository.ts'
import { totalsByForm } from '../../../src/expenditure/withholding/withholding.ts'
import { chequeText } from '../../../src/expenditure/cheque.text.ts'
import { dropRow } from '../../../src/expenditure/cheque-report/cheque-report.service.ts'
import { chequeReportText } from '../../../src/expenditure/cheque-report.text.ts'
import { paymentText } from '../../../src/expenditure/payment.text.ts'
import { getVoucher } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { aPayingOffice, anIssuedRow, aTransferPayee, commandOf, paymentNow, posted, recorded } from '../payment/paying.ts'
import { aPayee, carriedThrough, claimNow, drafted, endorsed, lineOf, submitted } from '../world.ts'
import { acceptance, journalOf, linesOf } from './acceptance.ts'

const db = await testDatabase(instant('2024-12-06T05:00:00.000Z'))
const today = calendarDate('2024-12-06')
const office = await aPayingOffice(db, { year: fiscalYear(2568), on: calendarDate('2024-11-01') })
const [power = '', hire = ''] = await anEnactedBudget(office, [{ code: '5340100', amount: '260000.00' }, { code: '5320100', amount: '900000.00' }])
const { errors } = paymentText
const { errors: reportErrors } = chequeReportText
const taxes = { individual: { accountCode: '2102040103.001', ruleCode: 'W3-GOV' }, juristic: { accountCode: '2102040106.001', ruleCode: 'W53-GOV' } } as const
const said = (act: Promise<unknown>) => act.then(() => 'nothing', (error: unknown) => (error instanceof RuleBroken ? Object.values(error.errors).join(' ') : String(error)))
const sequence = { next: 1 }

function tax(kind: keyof typeof taxes, base: string, amount: string): ClaimDeduction {
  return { kind: 'withholding', ...taxes[kind], subKey: null, description: '', base: baht(base), rate: '1', amount: baht(amount) }
}

interface Bill {
  readonly kind?: 'state_body' | 'individual' | 'juristic'
  readonly amount?: string
  readonly deductions?: readonly ClaimDeduction[]
  readonly line?: NewClaim['lines'][number]
  readonly payeeId?: string
}

/** An approved claim. */
async function anApproved({ kind = 'juristic', amount = '1000.00', deductions = [], line, payeeId }: Bill = {}): Promise<string> {
  const number = String(sequence.next++)
  return carriedThrough(office, await drafted(office, {
    kind: 'C1', claimDate: calendarDate('2024-11-05'), title: 'ค่าใช้จ่าย', payeeId: payeeId ?? await aPayee(office, `ผู้รับเงิน ${number}`, kind), departmentId: office.departmentId,
    lines: [line ?? lineOf(hire, '5104010112.001', amount)], deductions, origin: { kind: 'scenario', id: number },
  }))
}

const available = async (lineId: string) => formatMoney((await office.head.read((read) => getAvailable(read, [lineId], today))).get(lineId) ?? baht('0'))
const linesOfPayment = async (id: string) => linesOf(office.head, office.organisationId, (await paymentNow(office, id)).voucherId ?? '')
const withheld = (id: string) => office.head.read((read) => findWithholdingsOf(read, office.organisationId, id))

describe('a payment', () => {
  it('S01: by cheque settles the debt, moves the budget from claimed to paid and withholds nothing from a state body', async () => {
    const id = await anApproved({ kind: 'state_body', line: lineOf(power, '5104020101.001', '18250.75') })
    const before = await available(power)
    const payment = await posted(office, [id], { paymentDate: calendarDate('2024-11-08'), channel: 'cheque' })
    expect(await linesOfPayment(payment)).toEqual(journalOf('S01', 1))
    expect([before, await available(power)]).toEqual(['241,749.25', '241,749.25'])
    expect(await withheld(payment)).toEqual([])
    expect(await claimNow(office, id)).toMatchObject({ state: 'paid' })
    expect(await db.owner('cheques').where({ organisation_id: office.organisationId }).first('state', 'payee_name', 'amount')).toMatchObject({ state: 'handed_over', amount: '18250.75' })
    const balance = await db.owner('budget_balances').where({ line_id: power }).first('claimed', 'paid')
    expect(balance).toEqual({ claimed: '0.00', paid: '18250.75' })
  })

  it.each([
    ['S02', 1, { kind: 'individual', amount: '9000.00' }],
    ['S03', 0, { kind: 'individual', amount: '6000.00', deductions: [tax('individual', '6000.00', '60.00')] }],
    ['S04', 1, { amount: '10700.00', deductions: [tax('juristic', '10000.00', '100.00')] }],
    ['S05', 0, { amount: '12345.67', deductions: [tax('juristic', '11538.01', '115.38')] }],
    ['S06', 0, { amount: '534.99' }],
    ['S06', 1, { amount: '535.00', deductions: [tax('juristic', '500.00', '5.00')] }],
  ] as const)('%s (journal %i): from the savings account, line by line, with a certificate for what was withheld', async (scenario, index, bill) => {
    const payment = await posted(office, [await anApproved(bill)], { paymentDate: today })
    expect(await linesOfPayment(payment)).toEqual(journalOf(scenario, index))
    const deductions = 'deductions' in bill ? bill.deductions : []
    const rows = await withheld(payment)
    expect(rows.map(({ amount }) => amount)).toEqual(deductions.map(({ amount }) => amount))
    for (const row of rows) expect(row).toMatchObject({ state: 'issued', paidOn: today, certificate: { fiscalYear: 2568 } })
  })

  it('what was withheld in the month agrees with the accounts of the tax, form by form', async () => {
    const december = { organisationId: office.organisationId, from: calendarDate('2024-12-01'), until: calendarDate('2024-12-01'), form: '', shown: 'all', search: '', after: undefined } as const
    const { items: rows } = await office.head.read((read) => findTaxes(read, december, { remitDays: 7, most: 100 }))
    const { rows: [booked] } = await db.owner.raw(`SELECT sum(l.amount) FILTER (WHERE l.account_code = '2102040103.001') AS persons, sum(l.amount) FILTER (WHERE l.account_code = '2102040106.001') AS companies
      FROM voucher_lines l WHERE l.organisation_id = ? AND l.side = 'C'`, [office.organisationId])
    expect(totalsByForm(rows).map(({ form, amount }) => [form, formatMoney(amount)])).toEqual([['ภ.ง.ด.3', formatMoney(baht(booked.persons))], ['ภ.ง.ด.53', formatMoney(baht(booked.companies))]])
    const numbers = rows.map(({ certificate }) => certificate?.number)
    expect(numbers).toEqual(numbers.map((_each, index) => index + 1))
  })

  it('S38 and S39: reversed line by line it opens debt, budget and claim again; its cheque and certificate are cancelled; twice is refused', async () => {
    const claimId = await anApproved({ amount: '42800.00', deductions: [tax('juristic', '40000.00', '400.00')] })
    const first = await posted(office, [claimId], { paymentDate: today, channel: 'cheque' })
    expect(await linesOfPayment(first)).toEqual(journalOf('S38', 0))
    const before = await available(hire)
    await office.head.work((work) => reversePayment(work, first, { version: 2, reason: 'เช็คหาย' }))
    const { voucherId, chequeNumber, chequeId } = await paymentNow(office, first)
    const original = await office.head.read((read) => getVoucher(read, office.organisationId, voucherId ?? ''))
    expect(await linesOf(office.head, office.organisationId, original.reversedById ?? '')).toEqual(journalOf('S38', 1))
    expect(await withheld(first)).toMatchObject([{ state: 'cancelled' }])
    expect(await db.owner('cheques').where({ id: chequeId }).first('state', 'number', 'cancel_reason')).toEqual({ state: 'cancelled', number: chequeNumber, cancel_reason: 'เช็คหาย' })
    expect([await claimNow(office, claimId).then(({ state }) => state), before, await available(hire)]).toEqual(['approved', before, before])
    await expect(office.head.work((work) => reversePayment(work, first, { version: 3, reason: 'อีกครั้ง' }))).rejects.toThrow(Conflict)
    const second = await posted(office, [claimId], { paymentDate: today, channel: 'cheque' })
    expect(await linesOfPayment(second)).toEqual(journalOf('S38', 2))
    expect(await withheld(second)).toMatchObject([{ state: 'issued' }])
  })

  it('S44 without bank files: of three transfers the rejected one leaves no voucher and waits again with its reason, the two others are paid', async () => {
    const transferred = async (amount: string, name: string) => {
      const claimId = await anApproved({ amount, payeeId: await aTransferPayee(office, name) })
      return { claimId, id: await recorded(office, [claimId], { paymentDate: today, channel: 'transfer' }) }
    }
    const [first, { claimId, id }, third] = [await transferred('10600.00', 'บจก.สาม'), await transferred('8000.00', 'นายเจ็ด'), await transferred('5500.50', 'นายแปด')]
    for (const [index, { id: taken }] of [first, third].entries()) {
      await office.head.work((work) => postPayment(work, taken, 1))
      expect(await linesOfPayment(taken)).toEqual(journalOf('S44', index))
    }
    await office.finance.work((work) => cancelPayment(work, id, { version: 1, reason: 'บัญชีปิด' }))
    expect(await paymentNow(office, id)).toMatchObject({ state: 'cancelled', reason: 'บัญชีปิด', voucherId: null })
    expect((await claimNow(office, claimId)).state).toBe('approved')
  })
})

describe('a payment is refused', () => {
  it('S47 (E_CASH): when what is recorded and not yet posted leaves too little on that account', async () => {
    const poor = await aPayingOffice(db, { year: fiscalYear(2568), money: '100000.00', on: calendarDate('2024-11-01') })
    const [line = ''] = await anEnactedBudget(poor, [{ code: '5320100', amount: '900000.00' }])
    const claimOf = async (amount: string) => carriedThrough(poor, await drafted(poor, {
      kind: 'C1', claimDate: calendarDate('2024-11-05'), title: 'ค่าจ้าง', payeeId: await aPayee(poor, `ร้าน ${amount}`, 'juristic'), departmentId: poor.departmentId,
      lines: [lineOf(line, '5104010112.001', amount)], origin: { kind: 'scenario', id: String(sequence.next++) },
    }))
    await recorded(poor, [await claimOf('60000.00')], { paymentDate: today, channel: 'cheque' })
    const over = await claimOf('40000.01')
    expect(await said(recorded(poor, [over], { paymentDate: today, channel: 'cheque' }))).toContain(acceptance.messages_th.E_CASH)
    expect((await claimNow(poor, over)).state).toBe('approved')
    const last = [await claimOf('40000.00'), await claimOf('39999.99')]
    const tried = await Promise.allSettled(last.map((id) => recorded(poor, [id], { paymentDate: today, channel: 'cheque' })))
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('for a day that had the money which was paid out since (INV-10)', async () => {
    const poor = await aPayingOffice(db, { year: fiscalYear(2568), money: '100000.00', on: calendarDate('2024-11-01') })
    const [line = ''] = await anEnactedBudget(poor, [{ code: '5320100', amount: '900000.00' }])
    const claimOf = async (amount: string) => carriedThrough(poor, await drafted(poor, {
      kind: 'C1', claimDate: calendarDate('2024-11-05'), title: 'ค่าจ้าง', payeeId: await aTransferPayee(poor, `ร้าน ${amount}`), departmentId: poor.departmentId,
      lines: [lineOf(line, '5104010112.001', amount)], origin: { kind: 'scenario', id: String(sequence.next++) },
    }))
    await posted(poor, [await claimOf('90000.00')], { paymentDate: today, channel: 'transfer' })
    const late = { paymentDate: calendarDate('2024-11-10'), channel: 'transfer' } as const
    expect(await said(recorded(poor, [await claimOf('10000.01')], late))).toBe(errors.cash('10,000.00'))
    expect(await said(recorded(poor, [await claimOf('10000.00')], late))).not.toContain(acceptance.messages_th.E_CASH)
  })

  it('for a claim that is not approved, is paid already, or is paid by somebody else at the same moment', async () => {
    const waiting = await endorsed(office, await submitted(office, await drafted(office, {
      kind: 'C1', claimDate: calendarDate('2024-11-05'), title: 'รอตรวจ', payeeId: await aPayee(office, 'ร้านรอ', 'juristic'), departmentId: office.departmentId,
      lines: [lineOf(hire, '5104010112.001', '10.00')], origin: { kind: 'scenario', id: String(sequence.next++) },
    })))
    expect(await said(recorded(office, [waiting], { paymentDate: today }))).toBe(reportErrors.faults.gone)
    await expect(recorded(office, [waiting], { paymentDate: today, channel: 'cash' })).rejects.toThrow(Conflict)
    const claimId = await anApproved()
    const tried = await Promise.allSettled(Array.from({ length: 6 }, () => recorded(office, [claimId], { paymentDate: today })))
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await said(recorded(office, [claimId], { paymentDate: today }))).toBe(reportErrors.faults.gone)
  })

  it('by one form sent fifty times only once, and approved twice only once (E_DUP_SOURCE)', async () => {
    const command = commandOf(office, [await anApproved()], { paymentDate: today })
    const form = { ...command, reportRowId: await anIssuedRow(office, command) }
    const ids = await Promise.all(Array.from({ length: 50 }, () => office.finance.work((work) => recordPayment(work, form))))
    expect(new Set(ids).size).toBe(1)
    const [id = ''] = ids
    const tried = await Promise.all(Array.from({ length: 4 }, () => said(office.head.work((work) => postPayment(work, id, 1)))))
    expect(tried.filter((word) => word === 'nothing')).toHaveLength(1)
    expect(await said(office.head.work((work) => postPayment(work, id, 1)))).toContain(acceptance.messages_th.E_DUP_SOURCE)
  })

  it('by who recorded it, and by who may not (E_SOD)', async () => {
    const id = await recorded(office, [await anApproved()], { paymentDate: today })
    await expect(office.finance.work((work) => postPayment(work, id, 1))).rejects.toThrow(Forbidden)
    await db.owner('payments').where({ id }).update({ prepared_by: office.head.officer.userId })
    expect(await said(office.head.work((work) => postPayment(work, id, 1)))).toContain(acceptance.messages_th.E_SOD)
  })

  it.each([
    ['a day to come', { paymentDate: calendarDate('2024-12-07') }, errors.faults.future],
    ['a day before the claim', { paymentDate: calendarDate('2024-11-04') }, reportErrors.faults.beforeClaim],
    ['a cheque from a savings account', { paymentDate: today, channel: 'cheque', bankAccountId: office.savings }, errors.faults.current],
    ['a withdrawal from a current account', { paymentDate: today, bankAccountId: office.current }, errors.faults.savings],
    ['a cheque nobody took', { paymentDate: today, channel: 'cheque', handedTo: '' }, errors.faults.noReceiver],
    ['too much cash', { paymentDate: today, channel: 'cash' }, errors.faults.cash],
    ['a transfer to nobody known (S46)', { paymentDate: today, channel: 'transfer' }, acceptance.messages_th.E_PAYEE_UNVERIFIED],
  ] as const)('for %s', async (_name, given, refusal) => {
    expect(await said(recorded(office, [await anApproved({ amount: '5000.01' })], given))).toContain(refusal)
  })

  it('by transfer for a batch with anybody in it whose account is not his own, verified and usable (S46)', async () => {
    const own = await aTransferPayee(office, 'นางแปด')
    const { tax_id: taxId } = await db.owner('payees').where({ organisation_id: office.organisationId, id: own }).first('tax_id')
    const person = { payeeId: own, name: 'นางแปด', taxId, bankCode: '006', accountNumber: own.padStart(10, '8'), accountName: 'นางแปด', gross: baht('100.00'), deducted: baht('0.00') }
    const batch = async (...payees: (typeof person | (Omit<typeof person, 'payeeId'> & { payeeId: null }))[]) => carriedThrough(office, await drafted(office, {
      kind: 'C3', claimDate: calendarDate('2024-11-05'), title: 'ค่าตอบแทน', departmentId: office.departmentId, payees,
      lines: [lineOf(hire, '5104010112.001', `${payees.length}00.00`)], origin: { kind: 'scenario', id: String(sequence.next++) },
    }))
    const transfer = async (claimId: string) => said(recorded(office, [claimId], { paymentDate: today, channel: 'transfer' }))
    for (const strange of [{ ...person, name: 'นายเก้า', accountNumber: '1111111111' }, { ...person, name: 'นายเก้า', accountNumber: '' }, { ...person, name: 'นายเก้า', payeeId: null, taxId: '' }]) {
      const claimId = await batch(person, strange)
      expect(await transfer(claimId)).toBe(errors.unverified('นายเก้า', '1'))
      expect((await claimNow(office, claimId)).state).toBe('approved')
    }
    expect(await transfer(await batch(person, { ...person, payeeId: null }))).not.toContain(acceptance.messages_th.E_PAYEE_UNVERIFIED)
  })

  it('with a cheque number that was used, even by a cheque that was cancelled (INV-18)', async () => {
    const claimId = await anApproved()
    const id = await recorded(office, [claimId], { paymentDate: today, channel: 'cheque', chequeNumber: '77700001' })
    await office.finance.work((work) => cancelPayment(work, id, { version: 1, reason: 'เขียนผิด' }))
    const { report, reportRowId } = await paymentNow(office, id)
    await office.finance.work((work) => dropRow(work, report?.id ?? '', { version: 3, rowId: reportRowId ?? '', reason: 'เขียนผิด' }))
    expect(await said(recorded(office, [claimId], { paymentDate: today, channel: 'cheque', chequeNumber: '77700001' }))).toBe(chequeText.errors.used('77700001'))
  })
})
