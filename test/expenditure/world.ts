// An office that spends, for tests: people of every desk a claim passes, payees, a budget.
import { createHash } from 'node:crypto'
import { draftClaim } from '../../src/expenditure/claim/claim.service.ts'
import { getClaim } from '../../src/expenditure/claim/claim.repository.ts'
import { type Claim, type NewClaim } from '../../src/expenditure/claim/claim.ts'
import { findWantedDocuments } from '../../src/expenditure/claim-settings/claim-settings.repository.ts'
import { approveClaim, checkClaim, endorseClaim, submitClaim } from '../../src/expenditure/claim-step/claim-step.service.ts'
import { type PayeeKind } from '../../src/expenditure/deduction/deduction.ts'
import { baht } from '../../src/platform/money.ts'
import { addSeconds, startOfBangkokDay, type FiscalYear } from '../../src/platform/dates.ts'
import { saveSubLedgerKey } from '../../src/registers/index.ts'
import { aBudgetOffice, type BudgetOffice, type Person } from '../budget/world.ts'
import { type TestDatabase } from '../support/database.ts'
import { anOfficer, asOfficer, organisation } from '../support/world.ts'

export interface SpendingOffice extends BudgetOffice {
  /** LAO_DEPT_CLERK: prepares. */
  readonly preparer: Person
  /** LAO_DEPT_HEAD: endorses. */
  readonly endorser: Person
  /** LAO_VOUCHER_CHECK */
  readonly checker: Person
}

export async function aSpendingOffice(db: TestDatabase, given: { readonly code?: string; readonly year?: FiscalYear } = {}): Promise<SpendingOffice> {
  const office = await aBudgetOffice(db, given)
  const { code } = await db.owner('organisations').where({ id: office.organisationId }).first('code')
  const at = await organisation(db, code)
  const person = async (groups: readonly string[]): Promise<Person> => {
    const officer = await anOfficer(db, { at, groups })
    return { officer, ...asOfficer(db, officer) }
  }
  return { ...office, preparer: await person(['LAO_DEPT_CLERK']), endorser: await person(['LAO_DEPT_HEAD']), checker: await person(['LAO_VOUCHER_CHECK']) }
}

/** Thirteen digits whose last one checks the others, made from the name. */
function taxIdOf(name: string): string {
  const digits = [...createHash('sha256').update(name).digest('hex').replace(/[a-f]/g, '')].slice(0, 12).join('').padEnd(12, '0')
  const total = [...digits].reduce((sum, digit, index) => sum + Number(digit) * (13 - index), 0)
  return `${digits}${(11 - (total % 11)) % 10}`
}

/** The id of a payee of this kind with its key in the ledger's register. */
export async function aPayee(office: SpendingOffice, name: string, kind: PayeeKind): Promise<string> {
  const [row] = await office.db.owner('payees').insert({
    organisation_id: office.organisationId, kind, name, tax_id: kind === 'state_body' ? null : taxIdOf(name), created_by: office.preparer.officer.userId, created_at: office.db.clock.now(),
  }).returning('id')
  await office.accountant.work((work) => saveSubLedgerKey(work, { kind: 'payee', key: row.id, name, registerId: row.id, isOpen: true }))
  return row.id
}

export async function claimNow(office: SpendingOffice, id: string): Promise<Claim> {
  return office.head.read((read) => getClaim(read, office.organisationId, id))
}

export async function drafted(office: SpendingOffice, claim: NewClaim): Promise<string> {
  return office.preparer.work((work) => draftClaim(work, claim))
}

const versionOf = async (office: SpendingOffice, id: string): Promise<number> => (await claimNow(office, id)).version

export async function submitted(office: SpendingOffice, id: string): Promise<string> {
  const version = await versionOf(office, id)
  await office.preparer.work((work) => submitClaim(work, id, version))
  return id
}

export async function endorsed(office: SpendingOffice, id: string): Promise<string> {
  const version = await versionOf(office, id)
  await office.endorser.work((work) => endorseClaim(work, id, version))
  return id
}

/** Every paper of its kind lies before the checker. */
export async function checked(office: SpendingOffice, id: string): Promise<string> {
  const { version, kind } = await claimNow(office, id)
  const wanted = await office.checker.read((read) => findWantedDocuments(read, office.organisationId, kind))
  const papers = wanted.map(({ code }) => ({ code, isPresent: true, note: '' }))
  await office.checker.work((work) => checkClaim(work, id, { version, papers }))
  return id
}

/** On the day of the claim, as in an office that keeps up: its debt stands on that day, and may be paid from then on. */
export async function approved(office: SpendingOffice, id: string): Promise<string> {
  const { version, claimDate } = await claimNow(office, id)
  const { clock } = office.db
  const now = clock.now()
  clock.set(addSeconds(startOfBangkokDay(claimDate), 43_200))
  await office.head.work((work) => approveClaim(work, id, version)).finally(() => clock.set(now))
  return id
}

/** From the draft to the treasury's approval, by the four people it takes. */
export async function carriedThrough(office: SpendingOffice, id: string): Promise<string> {
  return approved(office, await checked(office, await endorsed(office, await submitted(office, id))))
}

/** One line of a claim on a control line. */
export function lineOf(budgetLineId: string, accountCode: string, amount: string): NewClaim['lines'][number] {
  return { budgetLineId, accountCode, amount: baht(amount), subKey: null, counterpartyId: null, fundCode: null, revenueCode: null, description: '', source: null }
}
