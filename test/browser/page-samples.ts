// Addresses for routes with a parameter: one row for each, with something real behind it.
import { oversightPaths } from '../../src/oversight/oversight.paths.ts'
import { ledgerPaths } from '../../src/ledger/ledger.paths.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { receiptPaths, remittancePaths, summaryPaths } from '../../src/receipts/receipts.paths.ts'
import { bankAccountPaths } from '../../src/registers/registers.paths.ts'
import { type TestOffice } from '../support/app.ts'
import { demoPerson } from '../support/journey.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { anOfficer, asOfficer, organisation } from '../support/world.ts'
import { type Accounting } from '../ledger/journal/accounting.ts'
import { aConfirmedDay, draftSlip, prepare, receivedSlip, record, savings, yesterday, type Person, type School } from '../receipts/school.ts'
import { budgetSamples } from './budget-visits.ts'
import { claimSamples } from './claim-visits.ts'
import { interagencySamples } from './interagency-visits.ts'
import { counterSamples } from './counter-visits.ts'
import { journalSamples } from './journal-visits.ts'
import { loanSamples } from './loan-visits.ts'
import { noticeSamples } from './notice-visits.ts'
import { aChequeInSafe, moneySamples } from './money-visits.ts'
import { type PageVisit } from './page-visits.ts'
import { paymentSamples } from './payment-visits.ts'
import { payingSamples } from './paying-visits.ts'
import { payrollSamples } from './payroll-visits.ts'
import { pawnshopSamples } from './pawnshop-visits.ts'
import { purchaseSamples } from './purchase-visits.ts'
import { receiptDeskSamples } from './receipt-desk-visits.ts'
import { stockSamples } from './stock-visits.ts'
import { taxSamples } from './tax-visits.ts'

export type Samples = Readonly<Record<string, readonly PageVisit[]>>

const dayBefore = calendarDate('2026-11-18')

export async function arrangeSamples(office: TestOffice, signedIn: SignedIn): Promise<Samples> {
  const school = await demoSchool(office)
  return {
    ...await newsSamples(office, signedIn),
    ...await receiptSamples(school, signedIn),
    ...await moneySamples(school, signedIn),
    ...await taxSamples(await aTownAtWork(office), signedIn),
    ...await counterSamples(await counterOf(office, school), signedIn),
    ...await receiptDeskSamples(await counterOf(office, school), signedIn),
    ...await ledgerSamples(office, { school, signedIn }),
    ...await budgetSamples(office, signedIn, (username) => inPersonOf(office, username)),
    ...await stockSamples({ office, keeper: await inPersonOf(office, 'saensuk.procure') }, signedIn),
    // After the budget: it closes a year for which no ordinance is made any more.
    ...await journalSamples(await townOf(office), signedIn),
    ...await payingSamples({ office, clerk: await inPersonOf(office, 'saensuk.procure'), head: await inPersonOf(office, 'saensuk.head') }, signedIn),
    ...await interagencySamples(await inPersonOf(office, 'saensuk.head'), signedIn),
    ...await pawnshopSamples(office, {
      cashier: await inPersonOf(office, 'pawn.cashier'), manager: await inPersonOf(office, 'pawn.manager'), accountant: await inPersonOf(office, 'pawn.account'),
    }, signedIn),
    ...await purchaseSamples(office, signedIn),
    ...await claimSamples(office, signedIn),
    ...await loanSamples(office, signedIn),
    ...await paymentSamples(office, signedIn),
    ...await payrollSamples(office, signedIn),
    ...await noticeSamples(office, await inPersonOf(office, 'dla.content'), signedIn),
  }
}

/** The same desks in the town, where the system issues the receipts. */
async function counterOf(office: TestOffice, school: School): Promise<School> {
  return {
    ...school, organisation: await organisation(office, '4200103'), clerk: await inPersonOf(office, 'saensuk.revenue'), head: await inPersonOf(office, 'saensuk.head'),
  }
}

async function newsSamples(office: TestOffice, signedIn: SignedIn): Promise<Samples> {
  const { code } = await office.owner('news').whereRaw(`audiences @> '{PUBLIC,LAO}'`).first('code')
  return {
    '/news/:code': [{ name: 'one notice', address: `/news/${code}` }],
    '/home/news/:code': [{ name: 'one notice, signed in', address: `/home/news/${code}`, as: () => signedIn('saensuk.head') }],
  }
}

/** Three days of the school: one posted, one waiting for its head, one still with the clerk. */
async function receiptSamples(school: School, signedIn: SignedIn): Promise<Samples> {
  await aChequeInSafe(school)
  const posted = await aConfirmedDay(school, { date: dayBefore, amount: '84250.00' })
  const waiting = await record(school.clerk, { date: yesterday, amount: '1560.25', transferTo: school.bankAccountId })
  const slip = await receivedSlip(school, { receiptIds: [waiting], date: yesterday })
  const summary = await prepare(school.finance, yesterday)
  const draft = await draftSlip(school.clerk, { receiptIds: [await record(school.clerk, { amount: '300.00' })], bank: school.bankAccountId })
  const free = await record(school.clerk, { amount: '12.50' })
  const by = (username: string) => () => signedIn(username)
  return {
    [receiptPaths.showRoute]: [{ name: 'a receipt', address: receiptPaths.show(free), as: by('school.clerk') }],
    [remittancePaths.showRoute]: [
      { name: 'a slip, drafted', address: remittancePaths.show(draft), as: by('school.clerk') },
      { name: 'a slip, received', address: remittancePaths.show(slip), as: by('school.finance') },
      { name: 'a slip on paper', address: remittancePaths.show(slip), as: by('school.finance'), then: (screen) => screen.press('พิมพ์ใบนำส่งเงิน') },
    ],
    [remittancePaths.editRoute]: [{ name: 'a slip, to be mended', address: remittancePaths.edit(draft), as: by('school.clerk') }],
    [summaryPaths.showRoute]: [
      { name: 'a summary, waiting', address: summaryPaths.show(summary), as: by('school.head') },
      { name: 'a summary, posted', address: summaryPaths.show(posted.summary), as: by('school.head') },
      { name: 'a summary on paper', address: summaryPaths.show(posted.summary), as: by('school.finance'), then: (screen) => screen.press('พิมพ์ใบสำคัญสรุป') },
    ],
  }
}

async function ledgerSamples(office: TestOffice, { school, signedIn }: { school: School; signedIn: SignedIn }): Promise<Samples> {
  const { id: unit } = school.organisation
  const bank = await office.owner('bank_accounts').where({ organisation_id: (await organisation(office, '4200103')).id }).first('id')
  const { id } = await office.owner('vouchers').where({ organisation_id: unit, type: 'RV' }).first('id')
  const voucher = ledgerPaths.voucher(unit, id)
  const account = () => signedIn('school.account')
  const lao = (await organisation(office, '4200103')).id
  return {
    [oversightPaths.officeRoute]: [{ name: 'the books of an LAO and its sub-units', address: oversightPaths.office(lao, 2570), as: () => signedIn('prov20.officer') }],
    [bankAccountPaths.editRoute]: [{ name: 'a bank account, to be mended', address: bankAccountPaths.edit(bank.id), as: () => signedIn('saensuk.finance') }],
    [ledgerPaths.voucherRoute]: [
      { name: 'a voucher', address: voucher, as: account },
      { name: 'a voucher on paper', address: voucher, as: account, then: (screen) => screen.press('พิมพ์ใบผ่านรายการ') },
    ],
    [ledgerPaths.registeredRoute]: [
      { name: 'a voucher of the register', address: ledgerPaths.registered(unit, id), as: account },
      { name: 'a voucher of the register on paper', address: ledgerPaths.registered(unit, id), as: account, then: (screen) => screen.press('พิมพ์ใบผ่านรายการ') },
    ],
    [ledgerPaths.accountRoute]: [
      { name: 'one account of the ledger', address: ledgerPaths.account(unit, savings), as: account },
      { name: 'one account, the whole year of one key', address: `${ledgerPaths.account(unit, savings)}?span=year&key=${school.bankAccountId}`, as: account },
    ],
    [ledgerPaths.accountPrintRoute]: [{ name: 'one account on paper', address: `${ledgerPaths.account(unit, savings)}/print`, as: account }],
  }
}

/** Who keys and who approves in the town. */
async function townOf(office: TestOffice): Promise<Accounting> {
  const [maker, head] = [await inPersonOf(office, 'saensuk.account'), await inPersonOf(office, 'saensuk.head')]
  return { maker, head, organisation: await organisation(office, '4200103'), bankAccountId: '' }
}

/** Who collects, prepares and approves in the town. */
async function aTownAtWork(office: TestOffice): Promise<School> {
  const at = await organisation(office, '4200103')
  const bank = await office.owner('bank_accounts').where({ organisation_id: at.id }).first('id')
  return {
    organisation: at, lao: at, bankAccountId: bank.id, clerk: await inPersonOf(office, 'saensuk.revenue'), finance: await inPersonOf(office, 'saensuk.finance'),
    head: await inPersonOf(office, 'saensuk.head'),
  }
}

async function demoSchool(office: TestOffice): Promise<School> {
  const at = await organisation(office, demoPerson('school.clerk').office)
  const bank = await office.owner('bank_accounts').where({ organisation_id: at.id }).first('id')
  return {
    organisation: at, lao: await organisation(office, '4200103'), bankAccountId: bank.id,
    clerk: await inPersonOf(office, 'school.clerk'), finance: await inPersonOf(office, 'school.finance'), head: await inPersonOf(office, 'school.head'),
  }
}

/** The rights of a made officer, in the name of somebody of the demonstration: what they wrote is theirs when they sign in. */
async function inPersonOf(office: TestOffice, username: string): Promise<Person> {
  const { office: code, groups } = demoPerson(username)
  const made = await anOfficer(office, { at: await organisation(office, code), groups })
  const { id } = await office.owner('users').where({ username }).first('id')
  const officer = { ...made, userId: id }
  return { ...asOfficer(office, officer), officer }
}
