// Somebody on the pay-roll, a run, a creditor and somebody entitled to an allowance in an office, written behind the application's back.
import { type TestOffice } from '../support/app.ts'

export interface PayrollSampleIds {
  readonly employee: string
  readonly creditor: string
  readonly run: string
  readonly entitled: string
  readonly float: string
}

export async function payrollDocumentsOf(office: TestOffice, organisationId: string, userId: string): Promise<PayrollSampleIds> {
  const now = office.clock.now()
  const one = async (table: string, row: object): Promise<string> => {
    const [made] = await office.owner(table).insert({ organisation_id: organisationId, ...row }).returning('id')
    return made.id
  }
  const payee = await one('payees', { kind: 'individual', name: 'นาย ก', tax_id: '1101700230708', created_by: userId, created_at: now })
  const made = { made_by: userId, made_at: now }
  return {
    employee: await one('employees', { payee_id: payee, kind: 'official', position: 'ก', is_insured: false, starts_on: '2026-10-01', ...made }),
    creditor: await one('pay_creditors', { code: 'COOP', payee_id: payee }),
    run: await one('pay_runs', { state: 'draft', fiscal_year: 2570, kind: 'payroll', month: '2026-11-01', pay_date: '2026-11-26', prepared_by: userId, prepared_at: now }),
    entitled: await one('welfare_people', { payee_id: payee, kind: 'old_age', birth_date: '1950-01-01', starts_on: '2026-10-01', ...made }),
    float: await one('petty_floats', {
      state: 'submitted', fiscal_year: 2570, number: 1, payee_id: payee, purpose: 'ก', amount: '10.00', most_each: '5.00', prepared_by: userId, prepared_at: now,
    }),
  }
}

/** By the beginning of the address. */
export function payrollAddresses({ employee, creditor, run, entitled, float }: PayrollSampleIds): readonly (readonly [string, string])[] {
  return [['/expenditure/employees/', employee], ['/expenditure/pay-creditors/', creditor], ['/expenditure/withheld-money/', creditor], ['/expenditure/pay-runs/', run], ['/expenditure/welfare/', entitled], ['/expenditure/petty-cash/', float]]
}
