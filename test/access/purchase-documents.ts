// One document of procurement of each kind in an office, written behind the application's back.
import { type TestOffice } from '../support/app.ts'

export interface PurchaseSampleIds {
  readonly request: string
}

export async function purchaseDocumentsOf(office: TestOffice, organisationId: string, userId: string): Promise<PurchaseSampleIds> {
  const now = office.clock.now()
  const one = async (table: string, row: object): Promise<string> => {
    const [made] = await office.owner(table).insert({ organisation_id: organisationId, ...row }).returning('id')
    return made.id
  }
  const common = { state: 'draft', fiscal_year: 2570, document_date: '2026-11-19', prepared_by: userId, prepared_at: now }
  const request = await one('purchase_requests', { ...common, kind: 'buy', method_code: 'specific-value', title: 'วัสดุ', reason: 'ใช้', delivery_days: 15, total: '10.00' })
  return { request }
}

/** By the beginning of the address. */
export function purchaseAddresses({ request }: PurchaseSampleIds): readonly (readonly [string, string])[] {
  return [['/expenditure/purchase-requests/', request]]
}
