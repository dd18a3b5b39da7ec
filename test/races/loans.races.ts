// Money lent and money in a box: one loan to a borrower, cleared no further than it is owed; a float spent no further than its cash.
import { randomUUID } from 'node:crypto'
import { findClaimsOf } from '../../src/expenditure/claim/claim.repository.ts'
import { approveClearing, cancelClearing, claimExcess, createClearing, returnClearing, reverseClearing, settleLoan } from '../../src/expenditure/clearing/clearing.service.ts'
import { clearingText } from '../../src/expenditure/clearing.text.ts'
import { approveLoan, cancelLoan, claimLoan, createLoan, returnLoan, revokeLoan, submitLoan, withdrawLoan } from '../../src/expenditure/loan/loan.service.ts'
import { loanText } from '../../src/expenditure/loan.text.ts'
import { findVouchers, getFloat } from '../../src/expenditure/petty-cash/petty-cash.repository.ts'
import { approveFloat, askForFloat, cancelFloat, claimFloat, dropVoucher, keepVouchers, refuseFloat, topUpFloat, withdrawFloat } from '../../src/expenditure/petty-cash/petty-cash.service.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { aGrantedLoan, aLoanDraft, aSubmittedLoan, claimed, loanNow, paidOut, returnedCash } from '../expenditure/loan/loans.ts'
import { posted } from '../expenditure/payment/paying.ts'
import { aPayee, carriedThrough } from '../expenditure/world.ts'
import { lastBaht, once, saying, several, twins, type Race } from './race.ts'
import { because, today, type Town } from './town.ts'

const at = '/expenditure'
const loanDate = calendarDate('2026-11-02')
const sequence = { next: 1 }
const someone = (town: Town) => aPayee(town, `นายยืม คนที่ ${sequence.next++}`, 'individual')
const estimate = (town: Town, amount = '1000.00') => [{ budgetLineId: town.line, description: 'ค่าวิทยากร', amount: baht(amount) }]
const asked = async (town: Town) => ({ payeeId: await someone(town), loanDate })

async function aPaidLoan(town: Town): Promise<string> {
  const id = await aGrantedLoan(town, estimate(town), await asked(town))
  await paidOut(town, await claimed(town, id), today)
  return id
}

function vouchersOf(town: Town, loanId: string, amount: string) {
  return { loanId, clearingDate: today, receiptReference: '', remark: '', lines: [{ budgetLineId: town.line, accountCode: '5102010199.001', description: 'บก.1', amount: baht(amount) }], formKey: randomUUID() }
}

const filed = (town: Town, loanId: string, amount = '1000.00') => town.preparer.work((work) => createClearing(work, vouchersOf(town, loanId, amount)))

const loanRaces = (town: () => Promise<Town>): readonly Race[] => [
  twins([`${at}/loans/new`], 'a loan is asked for once from one form', async () => {
    const here = await town()
    const form = {
      ...await asked(here), kind: 'training' as const, source: 'budget' as const, departmentId: here.departmentId, position: 'นักจัดการงานทั่วไป', purpose: 'โครงการฝึกอบรม', returnDate: null, consents: true,
      approvalReference: '', lines: estimate(here), formKey: randomUUID(),
    }
    return () => here.preparer.work((work) => createLoan(work, form))
  }),
  once([`${at}/loans/:id/submit`, `${at}/loans/:id/cancel`], 'a loan is handed in or given up', async () => {
    const here = await town()
    const id = await aLoanDraft(here, estimate(here), await asked(here))
    return [() => here.preparer.work((work) => submitLoan(work, id, 1)), () => here.preparer.work((work) => cancelLoan(work, id, 1))]
  }),
  once(['approve', 'return', 'withdraw'].map((step) => `${at}/loans/:id/${step}`), 'a loan is granted, sent back or withdrawn', async () => {
    const here = await town()
    const id = await aSubmittedLoan(here, estimate(here), await asked(here))
    return [() => here.head.work((work) => approveLoan(work, id, 2)), () => here.head.work((work) => returnLoan(work, id, because(2))), () => here.preparer.work((work) => withdrawLoan(work, id, 2))]
  }),
  lastBaht([`${at}/loans/:id/submit`], 'a borrower has one loan at a time (E_LOAN_OUTSTANDING)', async () => {
    const here = await town()
    const borrower = await asked(here)
    const drafts = await several(() => aLoanDraft(here, estimate(here), borrower))
    const grant = async (id: string) => {
      await here.preparer.work((work) => submitLoan(work, id, 1))
      await here.head.work((work) => approveLoan(work, id, 2))
    }
    return { wants: drafts.map((id) => () => grant(id)), fits: 1, told: saying(loanText.errors.outstanding('')) }
  }),
  once([`${at}/loans/:id/claim`, `${at}/loans/:id/revoke`], 'a granted loan is claimed or taken back', async () => {
    const here = await town()
    const id = await aGrantedLoan(here, estimate(here), await asked(here))
    return [() => here.preparer.work((work) => claimLoan(work, id, 3)), () => here.head.work((work) => revokeLoan(work, id, because(3)))]
  }),
  once([`${at}/loans/:id/settle`], 'money that came back frees the budget once', async () => {
    const here = await town()
    const id = await aPaidLoan(here)
    await returnedCash(here, id, { amount: '400.00', on: today })
    const { version } = await loanNow(here, id)
    return [() => here.preparer.work((work) => settleLoan(work, id, version))]
  }),
]

const clearingRaces = (town: () => Promise<Town>): readonly Race[] => [
  twins([`${at}/loans/:id/clearings/new`], 'vouchers are taken in once from one form', async () => {
    const here = await town()
    const form = vouchersOf(here, await aPaidLoan(here), '600.00')
    return () => here.preparer.work((work) => createClearing(work, form))
  }),
  lastBaht([`${at}/clearings/:id/approve`], 'a loan is cleared no further than it is owed', async () => {
    const here = await town()
    const loan = await aPaidLoan(here)
    const waiting = await several(() => filed(here, loan, '600.00'))
    return { wants: waiting.map((id) => () => here.head.work((work) => approveClearing(work, id, 1))), fits: 1, told: saying(clearingText.errors.tooMuch('600.00', '400.00')) }
  }),
  once(['approve', 'return', 'cancel'].map((step) => `${at}/clearings/:id/${step}`), 'vouchers are approved, sent back or given up', async () => {
    const here = await town()
    const id = await filed(here, await aPaidLoan(here))
    return [() => here.head.work((work) => approveClearing(work, id, 1)), () => here.head.work((work) => returnClearing(work, id, because(1))), () => here.preparer.work((work) => cancelClearing(work, id, 1))]
  }),
  once([`${at}/clearings/:id/claim`, `${at}/clearings/:id/reverse`], 'what was spent beyond the loan is claimed, or the clearing reversed', async () => {
    const here = await town()
    const id = await filed(here, await aPaidLoan(here), '1300.00')
    await here.head.work((work) => approveClearing(work, id, 1))
    return [() => here.preparer.work((work) => claimExcess(work, id, 2)), () => here.head.work((work) => reverseClearing(work, id, because(2)))]
  }),
]

const floatForm = async (town: Town) => ({ payeeId: await someone(town), departmentId: town.departmentId, purpose: 'ค่าใช้จ่ายเล็กน้อย', amount: baht('5000.00'), mostEach: baht('2000.00'), formKey: randomUUID() })
const aFloat = async (town: Town): Promise<string> => {
  const form = await floatForm(town)
  return town.preparer.work((work) => askForFloat(work, form))
}
const voucher = (town: Town, amount: string) => ({ voucherDate: today, paidTo: 'ร้านค้า', receiptNumber: '1/1', description: 'กระดาษ', budgetLineId: town.line, accountCode: '5104010112.001', amount: baht(amount), row: 0 })
const versionOf = async (town: Town, id: string) => (await town.head.read((read) => getFloat(read, town.organisationId, id))).version

async function anOpenFloat(town: Town): Promise<string> {
  const id = await aFloat(town)
  await town.head.work((work) => approveFloat(work, id, 1))
  await town.preparer.work((work) => claimFloat(work, id, 2))
  const [claim] = await town.head.read((read) => findClaimsOf(read, { kind: 'petty-cash', id }))
  await posted(town, [await carriedThrough(town, claim?.id ?? '')], { paymentDate: today, channel: 'cheque' })
  return id
}

const floatRaces = (town: () => Promise<Town>): readonly Race[] => [
  twins([`${at}/petty-cash/new`], 'a float is asked for once from one form', async () => {
    const here = await town()
    const form = await floatForm(here)
    return () => here.preparer.work((work) => askForFloat(work, form))
  }),
  once(['approve', 'refuse', 'withdraw'].map((step) => `${at}/petty-cash/:id/${step}`), 'a float is allowed, refused or withdrawn', async () => {
    const here = await town()
    const id = await aFloat(here)
    return [() => here.head.work((work) => approveFloat(work, id, 1)), () => here.head.work((work) => refuseFloat(work, id, because(1))), () => here.preparer.work((work) => withdrawFloat(work, id, 1))]
  }),
  once([`${at}/petty-cash/:id/claim`, `${at}/petty-cash/:id/cancel`], 'the money of a float is claimed once, or given up', async () => {
    const here = await town()
    const id = await aFloat(here)
    await here.head.work((work) => approveFloat(work, id, 1))
    return [() => here.preparer.work((work) => claimFloat(work, id, 2)), () => here.head.work((work) => cancelFloat(work, id, because(2)))]
  }),
  once([`${at}/petty-cash/:id/vouchers/new`], 'vouchers typed once are kept once', async () => {
    const here = await town()
    const id = await anOpenFloat(here)
    const version = await versionOf(here, id)
    return [() => here.finance.work((work) => keepVouchers(work, id, { version, vouchers: [voucher(here, '2000.00'), voucher(here, '1000.00')] }))]
  }),
  once([`${at}/petty-cash/:id/top-up`, `${at}/petty-cash/:id/vouchers/:line/cancel`], 'vouchers of the box are claimed, or one is taken back', async () => {
    const here = await town()
    const id = await anOpenFloat(here)
    const before = await versionOf(here, id)
    await here.finance.work((work) => keepVouchers(work, id, { version: before, vouchers: [voucher(here, '900.00')] }))
    const [kept] = await here.head.read((read) => findVouchers(read, here.organisationId, id))
    const version = await versionOf(here, id)
    return [() => here.preparer.work((work) => topUpFloat(work, id, version)), () => here.finance.work((work) => dropVoucher(work, id, { version, voucherId: kept?.id ?? '' }))]
  }),
]

export const lendingRaces = (town: () => Promise<Town>): readonly Race[] => [...loanRaces(town), ...clearingRaces(town), ...floatRaces(town)]
