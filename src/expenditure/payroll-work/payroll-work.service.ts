import { maySignAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { countWaitingRuns } from './payroll-work.repository.ts'
import { payrollItemsFor, type PayrollWorkItem } from './payroll-work.ts'

/** Nothing for who has no pay to do with. */
export async function findPayrollWork(read: OfficerRead): Promise<PayrollWorkItem[]> {
  if (!read.actor.permissions.has('expense.payroll:view')) return []
  const isAlone = await maySignAlone(read)
  return payrollItemsFor(read.actor, { ...await countWaitingRuns(read, { isAlone }), isAlone })
}
