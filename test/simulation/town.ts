// The municipality of the simulation: its people by role, two of each; its budget, payees, accounts with money.
import { randomUUID } from 'node:crypto'
import { createWelfare } from '../../src/expenditure/welfare/welfare.service.ts'
import { openFiscalYear } from '../../src/ledger/index.ts'
import { calendarDate, fiscalYear, fiscalYearOf, type CalendarDate } from '../../src/platform/dates.ts'
import { createSignatory } from '../../src/registers/index.ts'
import { createTaxpayer } from '../../src/receipts/taxpayer/taxpayer.service.ts'
import { getTaxpayer } from '../../src/receipts/taxpayer/taxpayer.repository.ts'
import { type TestDatabase } from '../support/database.ts'
import { anOfficer, asOfficer, organisation, type Organisation } from '../support/world.ts'
import { anEnactedBudget, type Person } from '../budget/world.ts'
import { aPayingOffice, aTransferPayee } from '../expenditure/payment/paying.ts'
import { aCreditor, anEmployee, keptBack, wage, withPayroll, type PayrollOffice } from '../expenditure/pay-run/payrolls.ts'
import { aPayee } from '../expenditure/world.ts'
import { aShop, type Shop } from '../pawnshops/shop.ts'
import { aSchool, type School } from '../receipts/school.ts'

export const roles = ['collector', 'finance', 'head', 'preparer', 'endorser', 'checker', 'payroll', 'buyer', 'accountant', 'cashier', 'manager', 'teacher', 'bursar', 'rector'] as const
export type Role = (typeof roles)[number]
export type Place = 'town' | 'shop' | 'school'

/** Where somebody of the role works. */
export function placeOf(role: Role): Place {
  if (role === 'cashier' || role === 'manager') return 'shop'
  return role === 'teacher' || role === 'bursar' || role === 'rector' ? 'school' : 'town'
}

export interface Town {
  readonly office: PayrollOffice
  readonly shop: Shop
  readonly school: School
  readonly people: Readonly<Record<Role, readonly [Person, Person]>>
  /** Control lines: plenty, some, little. */
  readonly lines: readonly string[]
  /** Whose accounts are verified. */
  readonly companies: readonly { readonly id: string; readonly name: string }[]
  readonly revenueDepartment: string
  readonly borrowers: readonly string[]
  /** Who gets what is kept back of pay. */
  readonly creditors: readonly string[]
  readonly taxpayer: string
  readonly taxpayerKey: string
  /** The name of who delivers. */
  readonly supplier: string
  /** What an office keeps in this table; the town unless said otherwise. */
  readonly rows: (table: string, place?: Place) => ReturnType<TestDatabase['owner']>
}

const groups: Readonly<Record<Role, string>> = {
  collector: 'LAO_REVENUE', finance: 'LAO_FINANCE', head: 'LAO_FIN_HEAD', preparer: 'LAO_DEPT_CLERK', endorser: 'LAO_DEPT_HEAD', checker: 'LAO_VOUCHER_CHECK', payroll: 'LAO_PAYROLL', buyer: 'LAO_PROCURE', accountant: 'LAO_ACCOUNT',
  cashier: 'PAWN_CASHIER', manager: 'PAWN_MANAGER', teacher: 'SUB_CLERK', bursar: 'SUB_FINANCE', rector: 'SUB_FIN_HEAD',
}

const companyName = (number: number): string => `บริษัท จำลอง ${number} จำกัด`

export async function aTown(db: TestDatabase, on: CalendarDate): Promise<Town> {
  const office = await withPayroll(await aPayingOffice(db, { code: '4200103', on, money: '600000.00' }))
  const at = await organisation(db, '4200103')
  const shop = await aShop(db, { cash: '300000.00', day: on, parent: at })
  const school = await aSchool(db, '05', at)
  await school.finance.work((work) => openFiscalYear(work, fiscalYearOf(on)))
  const places: Readonly<Record<Place, Organisation>> = { town: at, shop: shop.organisation, school: school.organisation }
  const one = async (role: Role): Promise<Person> => {
    const officer = await anOfficer(db, { at: places[placeOf(role)], groups: [groups[role]] })
    return { officer, ...asOfficer(db, officer) }
  }
  const people: Partial<Record<Role, readonly [Person, Person]>> = {}
  for (const role of roles) people[role] = [await one(role), await one(role)]
  const lines = await anEnactedBudget(office, [
    { code: '5320100', amount: '4000000.00' }, { code: '5330100', amount: '600000.00', title: 'วัสดุสำนักงาน' }, { code: '5320300', amount: '9000.00' }, { code: '5220600', amount: '500000.00' },
    { code: '5110300', amount: '60000.00' }, { code: '5110700', amount: '60000.00' }, { code: '5610200', amount: '900000.00' },
  ])
  const companies = []
  for (let next = 1; next <= 3; next += 1) companies.push({ id: await aTransferPayee(office, companyName(next)), name: companyName(next) })
  const borrowers = []
  for (let next = 1; next <= 3; next += 1) borrowers.push(await aPayee(office, `นายจำลอง ยืมเงิน ${next}`, 'individual'))
  const creditors = await staff(office, lines[3] ?? '')
  await signers(office, on)
  for (const { id } of Object.values(places)) await db.owner('ledger_books').where({ organisation_id: id }).update({ is_guarded: true })
  await aPayee(office, school.organisation.name, 'state_body')
  return {
    office, shop, school, people: people as Town['people'], lines: lines.slice(0, 3), companies, borrowers, creditors, supplier: companyName(1), revenueDepartment: await aPayee(office, 'กรมสรรพากร', 'state_body'),
    ...await taxes(office), rows: (table, place = 'town') => db.owner(table).where({ organisation_id: places[place].id }),
  }
}

/** On the pay-roll, with money kept back; and somebody who is entitled to an allowance. */
async function staff(office: PayrollOffice, payLine: string): Promise<string[]> {
  const [security, savings] = [await aCreditor(office, 'SSO', 'สำนักงานประกันสังคม'), await aCreditor(office, 'COOP', 'สหกรณ์ออมทรัพย์')]
  const startsOn = calendarDate('2020-10-01')
  await anEmployee(office, 'พนักงานจ้าง จำลอง', { kind: 'general', isInsured: true, startsOn, pays: [wage(payLine, '9000.00')] })
  await anEmployee(office, 'พนักงาน จำลอง', { kind: 'official', startsOn, pays: [wage(payLine, '21000.00')], deductions: [keptBack('TAX', '320.00'), keptBack('COOP', '1500.00', { creditorId: savings })] })
  const payeeId = await aPayee(office, 'นางชรา จำลอง', 'individual')
  await office.payroll.work((work) => createWelfare(work, { payeeId, kind: 'old_age', birthDate: calendarDate('1948-05-12'), startsOn, endedOn: null, endReason: null, formKey: null }))
  return [security, savings]
}

async function signers(office: PayrollOffice, validFrom: CalendarDate): Promise<void> {
  const more = { position: 'กรรมการ', actingFor: '', orderNumber: '1/2570', validFrom, validUntil: null }
  for (let next = 1; next <= 3; next += 1) await office.head.work((work) => createSignatory(work, { role: 'safe_committee', name: `นายกรรมการ จำลอง ${next}`, ...more }))
}

/** Land that is taxed, in the year before too. */
async function taxes(office: PayrollOffice): Promise<Pick<Town, 'taxpayer' | 'taxpayerKey'>> {
  await office.head.work((work) => openFiscalYear(work, fiscalYear(2569)))
  const taxpayer = await office.head.work((work) => createTaxpayer(work, {
    formKey: randomUUID(), register: 'taxpayer', personKind: 'person', name: 'นางบุญมา ที่ดินมาก', personNumber: '', address: '1 หมู่ 2', phone: '', isActive: true,
    items: [{ kind: 'land', place: 'โฉนด 1234', detail: '' }],
  }))
  return { taxpayer, taxpayerKey: (await office.head.read((read) => getTaxpayer(read, office.organisationId, taxpayer))).key }
}
