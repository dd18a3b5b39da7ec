// The form of a person who is paid, held against the budget, departments, payees, creditors and loans of the office.
import { findBudgetLines } from '../../budget/index.ts'
import { findKeysMeant } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { findDepartments } from '../../registers/index.ts'
import { employeeText } from '../employee.text.ts'
import { findLoans } from '../loan/loan.repository.ts'
import { type LoanHead } from '../loan/loan.ts'
import { creditorKeyKind } from '../pay-creditor/pay-creditor.ts'
import { findPayCreditors } from '../pay-creditor/pay-creditor.repository.ts'
import { findPayDeductions } from '../pay-rule/pay-rule.repository.ts'
import { findPayeesMeant } from '../payee-meant/payee-meant.service.ts'
import { onlyMeant, payeeText } from '../payee-meant/payee-meant.ts'
import { judgeEmployee, type JudgedEmployee, type KnownForEmployee } from './employee-form.ts'
import { type EmployeeInput } from './employee-form.schema.ts'

const mostLinesOfAYear = 20_000

export async function findKnownForEmployee(read: OfficerRead, input: Pick<EmployeeInput, 'person' | 'pays'>): Promise<KnownForEmployee> {
  const { organisationId } = read.actor
  const person = await personIn(read, input.person)
  const texts = input.pays.map(({ key }) => key).filter((key) => key !== '')
  return {
    person, lines: await findBudgetLines(read, { organisationId, fiscalYear: fiscalYearOf(read.today) }, mostLinesOfAYear), departments: await findDepartments(read, organisationId),
    deductions: await findPayDeductions(read), creditors: await findPayCreditors(read), loans: typeof person === 'string' ? [] : await findOwedLoans(read, person),
    keys: texts.length === 0 ? [] : await findKeysMeant(read, { kinds: [creditorKeyKind], texts, parts: false }),
  }
}

export async function judgeTypedEmployee(read: OfficerRead, input: EmployeeInput): Promise<JudgedEmployee> {
  return judgeEmployee(input, await findKnownForEmployee(read, input))
}

/** Paid and not wholly cleared. */
export async function findOwedLoans(read: OfficerRead, { id, name }: { readonly id: string; readonly name: string }): Promise<LoanHead[]> {
  const filter = { organisationId: read.actor.organisationId, from: undefined, until: undefined, standing: undefined, source: undefined, search: name, after: undefined }
  return (await findLoans(read, filter)).items.filter((loan) => loan.payeeId === id && loan.state === 'paid' && loan.balance > 0n)
}

async function personIn(read: OfficerRead, typed: string): Promise<KnownForEmployee['person']> {
  const { errors } = employeeText
  const found = typed === '' ? [] : (await findPayeesMeant(read, typed)).filter(({ kind }) => kind === 'individual')
  const only = onlyMeant(found, typed)
  if (only) return only
  return found.length === 0 ? errors.noPerson : errors.manyPeople(found.slice(0, 5).map(payeeText).join(' · '))
}
