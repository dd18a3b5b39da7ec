// A loan contract as it is typed, held against the budget, departments and payees of the office.
import { budgetLineName, findBudgetLines } from '../../budget/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf, readThaiDate, type FiscalYear } from '../../platform/dates.ts'
import { findDepartments } from '../../registers/index.ts'
import { loanText } from '../loan.text.ts'
import { type Loan } from '../loan/loan.ts'
import { findPayeesMeant } from '../payee-meant/payee-meant.service.ts'
import { onlyMeant, payeeText } from '../payee-meant/payee-meant.ts'
import { judgeLoan, type JudgedLoan, type KnownForLoan } from './loan-form.ts'
import { type LoanInput } from './loan-form.schema.ts'

const mostLinesOfAYear = 20_000

export async function findKnownForLoan(read: OfficerRead, input: LoanInput): Promise<KnownForLoan> {
  const { organisationId } = read.actor
  const fiscalYear = fiscalYearOf(readThaiDate(input.documentDate) ?? read.today)
  const lines = await findBudgetLines(read, { organisationId, fiscalYear }, mostLinesOfAYear)
  return { today: read.today, lines, departments: await findDepartments(read, organisationId), borrower: await borrowerIn(read, input.borrower) }
}

export async function judgeTyped(read: OfficerRead, input: LoanInput): Promise<JudgedLoan> {
  return judgeLoan(input, await findKnownForLoan(read, input))
}

/** A natural person of the register: staff, or from outside. */
async function borrowerIn(read: OfficerRead, typed: string): Promise<KnownForLoan['borrower']> {
  const found = typed === '' ? [] : (await findPayeesMeant(read, typed)).filter(({ kind }) => kind === 'individual')
  const only = onlyMeant(found, typed)
  if (only) return only
  return found.length === 0 ? loanText.errors.noBorrower : loanText.errors.manyBorrowers(found.slice(0, 5).map(payeeText).join(' · '))
}

/** Names of the control lines of a stored contract. */
export async function namesOfLoanLines(read: OfficerRead, { organisationId, fiscalYear, lines }: Pick<Loan, 'organisationId' | 'fiscalYear' | 'lines'>): Promise<ReadonlyMap<string, string>> {
  return lines.every(({ budgetLineId }) => budgetLineId === null) ? new Map() : namesOfYear(read, organisationId, fiscalYear)
}

export async function namesOfYear(read: OfficerRead, organisationId: string, fiscalYear: FiscalYear): Promise<ReadonlyMap<string, string>> {
  const lines = await findBudgetLines(read, { organisationId, fiscalYear }, mostLinesOfAYear)
  return new Map(lines.map((line) => [line.id, budgetLineName(line)]))
}
