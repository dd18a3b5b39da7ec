import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { findOwedLoans } from '../employee-form/employee-form.service.ts'
import { type LoanHead } from '../loan/loan.ts'
import { findPayCreditors } from '../pay-creditor/pay-creditor.repository.ts'
import { ratesOf } from '../pay-run-make/pay-run-make.service.ts'
import { findPayDeductions } from '../pay-rule/pay-rule.repository.ts'
import { getRun } from '../pay-run/pay-run.repository.ts'
import { adjustRun } from '../pay-run/pay-run.service.ts'
import { type Run } from '../pay-run/pay-run.ts'
import { adjust, type KnownForAdjustment, type TypedAdjustment } from './pay-run-adjust.ts'

/** Loans only of the people a row names one for. */
export async function findKnownForAdjustment(read: OfficerRead, run: Run, rows: readonly TypedAdjustment[]): Promise<KnownForAdjustment> {
  const deductions = await findPayDeductions(read)
  const isLoan = (code: string) => deductions.some((each) => each.code === code && each.kind === 'loan')
  const named = rows.filter(({ item, person }) => isLoan(item) && person !== '').map(({ person }) => person)
  const loans = new Map<string, readonly LoanHead[]>()
  for (const { payeeId, name } of run.persons.filter((each) => named.some((text) => each.name.includes(text) || text.includes(each.taxId)))) {
    if (!loans.has(payeeId)) loans.set(payeeId, await findOwedLoans(read, { id: payeeId, name }))
  }
  return { deductions, creditors: await findPayCreditors(read), rates: (await ratesOf(read, run.month)).rates, loans }
}

export async function adjustTyped(work: OfficerWork, id: string, { rows, version }: { readonly rows: readonly TypedAdjustment[]; readonly version: number }): Promise<void> {
  const known = await findKnownForAdjustment(work, await getRun(work, work.actor.organisationId, id), rows)
  await adjustRun(work, id, { version, change: (run) => {
    const { persons, faults } = adjust(run.persons, rows, known)
    if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
    return persons
  } })
}
