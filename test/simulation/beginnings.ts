// The everyday of a town: money in, claims, payments, loans, purchases; what happens more seldom stands in files beside.
import { randomUUID } from 'node:crypto'
import { claimDelivery } from '../../src/expenditure/acceptance-claim/acceptance-claim.service.ts'
import { createAcceptance } from '../../src/expenditure/acceptance/acceptance.service.ts'
import { createReport } from '../../src/expenditure/cheque-report/cheque-report.service.ts'
import { blankBoxes } from '../../src/expenditure/claim-form/claim-form.schema.ts'
import { createClaim } from '../../src/expenditure/claim-form/claim-form.service.ts'
import { createClearing } from '../../src/expenditure/clearing/clearing.service.ts'
import { createContract } from '../../src/expenditure/contract/contract.service.ts'
import { createLoan } from '../../src/expenditure/loan/loan.service.ts'
import { createRun } from '../../src/expenditure/pay-run/pay-run.service.ts'
import { recordPayment } from '../../src/expenditure/payment/payment.service.ts'
import { createRequest } from '../../src/expenditure/purchase-request/purchase-request.service.ts'
import { draftRemittance } from '../../src/expenditure/tax-remittance/tax-remittance.service.ts'
import { addDays } from '../../src/platform/dates.ts'
import { baht, fromNumeric, toNumeric } from '../../src/platform/money.ts'
import { findSignatories } from '../../src/registers/index.ts'
import { issueReceipt } from '../../src/receipts/counter/counter.service.ts'
import { createPayIn } from '../../src/receipts/pay-in/pay-in.service.ts'
import { prepareSummary } from '../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { createRemittance } from '../../src/receipts/remittance/remittance.service.ts'
import { commandOf } from '../expenditure/payment/paying.ts'
import { contractFormOf, deliveryOf, requestFormOf } from '../expenditure/procurement-world.ts'
import { issuing, signboard, waste } from '../receipts/lao.ts'
import { amountOf, dayOf, number, pickId, type Beginning } from './beginning.ts'
import { heldMoney } from './held-money.ts'
import { school } from './school.ts'
import { security } from './security.ts'
import { shop } from './shop.ts'
import { staffMoney } from './staff-money.ts'

const notInRow = `state = 'approved' AND NOT EXISTS (SELECT 1 FROM payment_claims m JOIN payments p ON p.organisation_id = m.organisation_id AND p.id = m.payment_id
  WHERE m.organisation_id = claims.organisation_id AND m.claim_id = claims.id AND p.state = 'recorded')`

const moneyIn: readonly Beginning[] = [
  { name: 'a receipt at the counter', weight: 30, by: 'collector', async start({ town, chance }) {
    const amount = baht(String(100 * chance.between(1, 40)))
    const isTransfer = chance.next() < 0.3
    const payments = [{ row: 0, means: isTransfer ? 'transfer' as const : 'cash' as const, bankAccountId: isTransfer ? town.office.savings : null, reference: '', amount }]
    const form = issuing({ lines: [{ amount, incomeCode: chance.pick([waste, signboard]) ?? waste }], payments })
    return (work) => issueReceipt(work, form)
  } },
  { name: 'a slip', weight: 12, by: 'collector', async start({ town, today, userId, chance }) {
    const receiptIds: string[] = await town.rows('receipts').where({ recorded_by: userId, state: 'recorded' }).whereNull('remittance_id').orderBy('id').pluck('id')
    const form = { receiptIds, slipDate: today, cashBankAccountId: chance.next() < 0.5 ? town.office.current : null, isCashPlaced: true, isForAll: false, remark: '', formKey: randomUUID() }
    return receiptIds.length === 0 ? undefined : (work) => createRemittance(work, form)
  } },
  { name: 'a summary', weight: 12, by: 'finance', async start({ town }) {
    const slip = await town.rows('remittances').where({ state: 'received' }).whereNull('summary_id').orderBy('id').first('slip_date')
    const form = { summaryDate: slip?.slip_date, remark: '', formKey: randomUUID() }
    return slip === undefined ? undefined : (work) => prepareSummary(work, form)
  } },
  { name: 'a pay-in', weight: 5, by: 'finance', async start({ town, today, chance }) {
    const form = { formKey: randomUUID(), payInDate: today, bankAccountId: town.office.savings, remark: '', money: { pieces: { 10000: chance.between(1, 60) }, cheques: [] } }
    return (work) => createPayIn(work, form)
  } },
]

const claims: readonly Beginning[] = [
  { name: 'a claim', weight: 20, by: 'preparer', async start({ town, chance, today }) {
    const amount = amountOf(chance, chance.pick([500, 5000, 20_000]) ?? 500)
    const rows = [{ line: String(chance.between(1, town.lines.length)), unit: '', account: '', key: '', description: '', amount }]
    const input = {
      ...blankBoxes, kind: 'C1', department: town.office.departmentId, documentDate: dayOf(today), payee: chance.pick(town.companies)?.name ?? '', title: `ค่าใช้จ่าย ${number.next++}`, vat: chance.pick(['none', 'included']) ?? 'none',
      rows, deductions: [], pasted: '', formKey: randomUUID(), version: '',
    }
    return (work) => createClaim(work, input, { formKey: input.formKey, isSubmitted: false })
  } },
  { name: 'the tax of the month', weight: 1, by: 'finance', isPressedOnce: true, async start({ town, today }) {
    const command = { month: addDays(today, 1 - Number(today.slice(8))), payeeId: town.revenueDepartment, departmentId: town.office.departmentId, title: 'นำส่งภาษี' }
    return (work) => draftRemittance(work, command)
  } },
  { name: 'a run of pay', weight: 2, by: 'payroll', async start({ today }) {
    const form = { kind: 'payroll' as const, month: addDays(today, 1 - Number(today.slice(8))), payDate: today, remark: '', employerLine: '', formKey: randomUUID() }
    return (work) => createRun(work, form)
  } },
]

const payments: readonly Beginning[] = [
  { name: 'a report of cheques', weight: 8, by: 'finance', async start(here) {
    const claimId = await pickId(here, 'claims', notInRow)
    const { town, today } = here
    const signatoryIds = (await town.office.head.read((read) => findSignatories(read, read.today))).map(({ id }) => id)
    const form = {
      formKey: randomUUID(), reportDate: today, bankAccountId: town.office.current, remark: '', signatoryIds, chosen: [{ claimId: claimId ?? '', channel: 'cheque' as const, documentNumber: String(77_700_000 + number.next++) }],
    }
    return claimId === undefined ? undefined : (work) => createReport(work, form)
  } },
  { name: 'a payment of a row', weight: 10, by: 'finance', async start(here) {
    const reportRowId = await pickId(here, 'cheque_report_rows', `is_live AND report_id IN (SELECT id FROM cheque_reports WHERE state = 'issued' AND organisation_id = ?)`, [here.town.office.organisationId])
    const command = { ...commandOf(here.town.office, [], { paymentDate: here.today, channel: 'cheque' }), reportRowId: reportRowId ?? '' }
    return reportRowId === undefined ? undefined : (work) => recordPayment(work, command)
  } },
  { name: 'a transfer', weight: 6, by: 'finance', async start(here) {
    const claimId = await pickId(here, 'claims', `${notInRow} AND payee_id = ANY (?::bigint[])`, [`{${here.town.companies.map(({ id }) => id).join(',')}}`])
    const command = commandOf(here.town.office, [claimId ?? ''], { paymentDate: here.today, channel: 'transfer', reference: 'KTB 1' })
    return claimId === undefined ? undefined : (work) => recordPayment(work, command)
  } },
]

const lending: readonly Beginning[] = [
  { name: 'a loan', weight: 3, by: 'preparer', async start({ town, chance, today }) {
    const form = {
      loanDate: today, kind: 'training' as const, source: 'budget' as const, departmentId: town.office.departmentId, position: 'นักจัดการงานทั่วไป', purpose: 'ฝึกอบรม', returnDate: null, consents: true,
      approvalReference: '', payeeId: chance.pick(town.borrowers) ?? '', lines: [{ budgetLineId: town.lines[0] ?? '', description: 'ค่าวิทยากร', amount: baht(amountOf(chance, 3000)) }], formKey: randomUUID(),
    }
    return (work) => createLoan(work, form)
  } },
  { name: 'vouchers of a loan', weight: 4, by: 'preparer', async start(here) {
    const loanId = await pickId(here, 'loans', `state = 'paid'`)
    const lines = [{ budgetLineId: here.town.lines[0] ?? '', accountCode: '5102010199.001', description: 'บก.1', amount: baht(amountOf(here.chance, 3500)) }]
    const form = { loanId: loanId ?? '', clearingDate: here.today, receiptReference: '', remark: '', lines, formKey: randomUUID() }
    return loanId === undefined ? undefined : (work) => createClearing(work, form)
  } },
]

const purchases: readonly Beginning[] = [
  { name: 'a purchase request', weight: 3, by: 'preparer', async start({ today, chance }) {
    const form = requestFormOf({ amount: amountOf(chance, 4900), line: '2', changes: { documentDate: today } })
    return (work) => createRequest(work, form)
  } },
  { name: 'a contract', weight: 4, by: 'buyer', async start(here) {
    const request = await here.town.rows('purchase_requests').where({ state: 'approved' }).orderBy('id').first('id', 'total')
    if (request === undefined) return undefined
    const days = { signedOn: here.today, startsOn: here.today, endsOn: addDays(here.today, 15) }
    const terms = here.chance.pick([{ kind: 'agreement' as const }, { kind: 'contract' as const, advancePercent: '10', retentionPercent: '5' }]) ?? {}
    const form = contractFormOf(request.id, { payee: here.town.supplier, amount: request.total, terms: { ...terms, egpProject: '', egpControl: '', contractNumber: `${number.next++}/2570`, ...days } })
    return (work) => createContract(work, form)
  } },
  { name: 'a delivery', weight: 4, by: 'buyer', async start(here) {
    const contract = await here.town.rows('contracts').where({ state: 'signed' }).orderBy('id').first('id', 'price')
    if (contract === undefined) return undefined
    const part = here.chance.next() < 0.5 ? fromNumeric(contract.price) : baht(amountOf(here.chance, 2000))
    const form = deliveryOf({ contract: contract.id, amount: toNumeric(part), deliveredOn: dayOf(here.today), documentDate: dayOf(here.today) })
    return (work) => createAcceptance(work, form)
  } },
  { name: 'the claim of a delivery', weight: 4, by: 'preparer', isPressedOnce: true, async start(here) {
    const accepted = await here.town.rows('acceptances').where({ state: 'accepted' }).orderBy('id', 'desc').first('id', 'version', 'total')
    if (accepted === undefined) return undefined
    return (work) => claimDelivery(work, accepted.id, { version: accepted.version, amount: fromNumeric(accepted.total) })
  } },
]

export const beginnings: readonly Beginning[] = [...moneyIn, ...claims, ...payments, ...lending, ...purchases, ...heldMoney, ...security, ...staffMoney, ...shop, ...school]
