// A payee with a bank account that waits, and who signs, in an office, written behind the application's back.
import { type TestOffice } from '../support/app.ts'

export interface PayeeSampleIds {
  readonly payee: string
  readonly account: string
  readonly signatory: string
}

export async function payeeDocumentsOf(office: TestOffice, organisationId: string, userId: string): Promise<PayeeSampleIds> {
  const now = office.clock.now()
  const one = async (table: string, row: object): Promise<string> => {
    const [made] = await office.owner(table).insert({ organisation_id: organisationId, ...row }).returning('id')
    return made.id
  }
  const payee = await one('payees', { kind: 'state_body', name: 'การไฟฟ้า', created_by: userId, created_at: now })
  const account = await one('payee_accounts', {
    payee_id: payee, bank_code: '006', branch: 'ก', account_number: '1234567890', account_name: 'ก', state: 'requested', requested_by: userId, requested_at: now,
  })
  return { payee, account, signatory: await one('signatories', { role: 'clerk', name: 'ก', position: 'ข', valid_from: '2026-10-01' }) }
}

/** By the beginning of the address. */
export function payeeAddresses({ payee, account, signatory }: PayeeSampleIds): readonly (readonly [string, string])[] {
  return [['/expenditure/payees/', payee], ['/expenditure/payee-accounts/', account], ['/registers/signatories/', signatory]]
}
