// One document of procurement of each kind in an office, written behind the application's back.
import { type TestOffice } from '../support/app.ts'

export interface PurchaseSampleIds {
  readonly request: string
  readonly contract: string
  readonly acceptance: string
  readonly guarantee: string
  readonly forfeiture: string
  readonly addendum: string
}

export async function purchaseDocumentsOf(office: TestOffice, organisationId: string, userId: string): Promise<PurchaseSampleIds> {
  const now = office.clock.now()
  const one = async (table: string, row: object): Promise<string> => {
    const [made] = await office.owner(table).insert({ organisation_id: organisationId, ...row }).returning('id')
    return made.id
  }
  const common = { state: 'draft', fiscal_year: 2570, document_date: '2026-11-19', prepared_by: userId, prepared_at: now }
  const request = await one('purchase_requests', { ...common, kind: 'buy', method_code: 'specific-value', title: 'วัสดุ', reason: 'ใช้', delivery_days: 15, total: '10.00' })
  const payee = await one('payees', { kind: 'juristic', name: 'บจก.ก', tax_id: '0105500000001', created_by: userId, created_at: now })
  const contract = await one('contracts', {
    state: 'draft', fiscal_year: 2570, request_id: request, kind: 'agreement', contract_number: '1/2570', payee_id: payee, title: 'วัสดุ', signed_on: '2026-11-19', starts_on: '2026-11-19',
    ends_on: '2026-11-30', price: '10.00', vat: 'none', fine_kind: 'undelivered', fine_rate: '0.2', security_kind: 'none', prepared_by: userId, prepared_at: now,
  })
  const acceptance = await one('acceptances', { ...common, contract_id: contract, instalment: 1, delivered_on: '2026-11-19', due_on: '2026-11-30', total: '10.00' })
  const guarantee = await one('guarantees', {
    state: 'held', fiscal_year: 2570, number: 1, contract_id: contract, purpose: 'performance', form: 'bank-guarantee', reference: '1/70', issuer: 'ธนาคาร', amount: '10.00', received_on: '2026-11-19',
    prepared_by: userId, prepared_at: now,
  })
  const forfeiture = await one('forfeitures', { ...common, contract_id: contract, order_reference: '1/70', reason: 'ทิ้งงาน', amount: '10.00' })
  const addendum = await one('addenda', {
    state: 'draft', fiscal_year: 2570, contract_id: contract, contract_version: 1, signed_on: '2026-11-19', reason: 'ขยายเวลา', price: '10.00', price_before: '10.00', ends_on: '2026-12-31', ends_before: '2026-11-30',
    prepared_by: userId, prepared_at: now,
  })
  return { request, contract, acceptance, guarantee, forfeiture, addendum }
}

/** By the beginning of the address. */
export function purchaseAddresses({ request, contract, acceptance, guarantee, forfeiture, addendum }: PurchaseSampleIds): readonly (readonly [string, string])[] {
  return [
    ['/expenditure/purchase-requests/', request], ['/expenditure/contracts/', contract], ['/expenditure/acceptances/', acceptance], ['/expenditure/guarantees/', guarantee],
    ['/expenditure/forfeitures/', forfeiture], ['/expenditure/egp/', contract], ['/expenditure/addenda/', addendum],
  ]
}
