// Addresses of the runs of pay: pay-roll, pensions, allowances.
import { documentPaths } from '../documents/index.ts'
import { type RunStep } from './pay-run/pay-run.ts'

const runs = '/expenditure/pay-runs'

export const payRunPaths = {
  ...documentPaths<RunStep>(runs),
  newOf: (kind: string) => `${runs}/new?kind=${kind}`,
  adjustRoute: `${runs}/:id/adjust`,
  adjust: (id: string) => `${runs}/${id}/adjust`,
  /** Every person's own slip. */
  slipsRoute: `${runs}/:id/slips`,
  slips: (id: string) => `${runs}/${id}/slips`,
  sheetRoute: (ending: 'csv' | 'xlsx') => `${runs}/:id/people/${ending}`,
  sheet: (id: string, ending: 'csv' | 'xlsx') => `${runs}/${id}/people/${ending}`,
} as const
