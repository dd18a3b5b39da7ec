import { type OfficerRead } from '../../platform/database/work.ts'
import { findLoans } from '../loan/loan.repository.ts'
import { loanKeyOf } from '../loan/loan.ts'
import { type Run } from '../pay-run/pay-run.ts'

const mostLoans = 1000

/** People of the run whose loan is overdue and not kept back from this pay (§1.8). */
export async function findUndeducted(read: OfficerRead, { organisationId, persons }: Run): Promise<string[]> {
  const filter = { organisationId, from: undefined, until: undefined, standing: 'overdue', source: undefined, search: undefined, after: undefined } as const
  const { items } = await findLoans(read, filter, mostLoans)
  const kept = new Set(persons.flatMap((person) => person.items.map(({ subKey }) => subKey)))
  const overdue = new Set(items.filter((loan) => !kept.has(loanKeyOf(loan))).map(({ payeeId }) => payeeId))
  return persons.filter(({ payeeId }) => overdue.has(payeeId)).map(({ name }) => name)
}
