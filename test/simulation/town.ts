// The municipality of the simulation: its people by role, two of each; its budget, payees, accounts with money.
import { calendarDate, type CalendarDate } from '../../src/platform/dates.ts'
import { type TestDatabase } from '../support/database.ts'
import { anOfficer, asOfficer, organisation } from '../support/world.ts'
import { anEnactedBudget, type Person } from '../budget/world.ts'
import { aPayingOffice, aTransferPayee, type PayingOffice } from '../expenditure/payment/paying.ts'
import { anEmployee, wage, withPayroll } from '../expenditure/pay-run/payrolls.ts'
import { aPayee } from '../expenditure/world.ts'

export const roles = ['collector', 'finance', 'head', 'preparer', 'endorser', 'checker', 'payroll', 'buyer'] as const
export type Role = (typeof roles)[number]

export interface Town {
  readonly office: PayingOffice
  readonly people: Readonly<Record<Role, readonly [Person, Person]>>
  /** Control lines: plenty, some, little. */
  readonly lines: readonly string[]
  /** Whose accounts are verified. */
  readonly companies: readonly { readonly id: string; readonly name: string }[]
  readonly revenueDepartment: string
  readonly borrowers: readonly string[]
  /** The name of who delivers. */
  readonly supplier: string
  readonly rows: (table: string) => ReturnType<TestDatabase['owner']>
}

const groups: Readonly<Record<Role, string>> = {
  collector: 'LAO_REVENUE', finance: 'LAO_FINANCE', head: 'LAO_FIN_HEAD', preparer: 'LAO_DEPT_CLERK', endorser: 'LAO_DEPT_HEAD', checker: 'LAO_VOUCHER_CHECK', payroll: 'LAO_PAYROLL', buyer: 'LAO_PROCURE',
}

const companyName = (number: number): string => `บริษัท จำลอง ${number} จำกัด`

export async function aTown(db: TestDatabase, on: CalendarDate): Promise<Town> {
  const office = await withPayroll(await aPayingOffice(db, { code: '4200103', on, money: '200000.00' }))
  const at = await organisation(db, '4200103')
  const one = async (role: Role): Promise<Person> => {
    const officer = await anOfficer(db, { at, groups: [groups[role]] })
    return { officer, ...asOfficer(db, officer) }
  }
  const people: Partial<Record<Role, readonly [Person, Person]>> = {}
  for (const role of roles) people[role] = [await one(role), await one(role)]
  const lines = await anEnactedBudget(office, [
    { code: '5320100', amount: '400000.00' }, { code: '5330100', amount: '60000.00', title: 'วัสดุสำนักงาน' }, { code: '5320300', amount: '9000.00' }, { code: '5220600', amount: '200000.00' },
  ])
  const companies = []
  for (let next = 1; next <= 3; next += 1) companies.push({ id: await aTransferPayee(office, companyName(next)), name: companyName(next) })
  const borrowers = []
  for (let next = 1; next <= 3; next += 1) borrowers.push(await aPayee(office, `นายจำลอง ยืมเงิน ${next}`, 'individual'))
  await anEmployee(office, 'พนักงานจ้าง จำลอง', { kind: 'general', startsOn: calendarDate('2020-10-01'), pays: [wage(lines[3] ?? '', '9000.00')] })
  await db.owner('ledger_books').where({ organisation_id: at.id }).update({ is_guarded: true })
  return {
    office, people: people as Town['people'], lines: lines.slice(0, 3), companies, borrowers, supplier: companyName(1), revenueDepartment: await aPayee(office, 'กรมสรรพากร', 'state_body'),
    rows: (table) => db.owner(table).where({ organisation_id: at.id }),
  }
}
