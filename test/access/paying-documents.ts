// A payee with a bank account that waits, and who signs, in an office, written behind the application's back.
import { type TestOffice } from '../support/app.ts'

export interface PayeeSampleIds {
  readonly payee: string
  readonly account: string
  readonly signatory: string
  readonly payment: string
  readonly withholding: string
  readonly book: string
  readonly cheque: string
  readonly report: string
  /** Handed over, not cleared. */
  readonly handed: string
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
  const [made, day] = [{ prepared_by: userId, prepared_at: now, fiscal_year: 2570 }, '2026-11-19']
  const claim = await one('claims', { ...made, kind: 'C1', state: 'draft', claim_date: day, title: 'ค่าไฟฟ้า', vat: 'none', gross: '10.00', deducted: '1.00', net: '9.00' })
  const payment = await one('payments', { ...made, state: 'recorded', payment_date: day, channel: 'cash', gross: '10.00', deducted: '1.00', net: '9.00' })
  await office.owner('payment_claims').insert({ organisation_id: organisationId, payment_id: payment, claim_id: claim })
  const withholding = await one('withholdings', {
    payment_id: payment, claim_id: claim, line: 1, state: 'issued', paid_on: day, form: 'ภ.ง.ด.53', rule_code: 'W53-GOV', income_type: 'ค่าจ้าง', account_code: '2102040106.001', base: '100.00', rate: 1,
    amount: '1.00', payee_name: 'การไฟฟ้า', certificate_year: 2570, certificate_number: 9001,
  })
  const [bank] = await office.owner('bank_accounts').insert({
    organisation_id: organisationId, bank_name: 'ธนาคารกรุงไทย', branch: 'ก', account_number: `9${organisationId.padStart(9, '0')}`, account_name: 'ก', kind: 'current', account_code: '1101030101.001',
  }).returning('id')
  const book = await one('cheque_books', {
    state: 'in_use', bank_account_id: bank.id, book: 'ก.1', first_number: '0000001', last_number: '0000020', received_on: day, made_by: userId, made_at: now,
  })
  const cheque = await one('cheques', { state: 'written', bank_account_id: bank.id, book_id: book, number: '0000001', cheque_date: day, payee_name: 'การไฟฟ้า', amount: '9.00' })
  const handed = await one('cheques', {
    state: 'handed_over', bank_account_id: bank.id, book_id: book, number: '0000002', cheque_date: day, payee_name: 'การไฟฟ้า', amount: '9.00', handed_to: 'นายมานะ', handed_over_on: day,
  })
  const report = await one('cheque_reports', { ...made, state: 'draft', report_date: day, bank_account_id: bank.id })
  return { payee, account, payment, withholding, book, cheque, handed, report, signatory: await one('signatories', { role: 'clerk', name: 'ก', position: 'ข', valid_from: '2026-10-01' }) }
}

/** By the beginning of the address. */
export function payeeAddresses({ payee, account, signatory, payment, withholding, book, cheque, report }: PayeeSampleIds): readonly (readonly [string, string])[] {
  return [['/expenditure/payees/', payee], ['/expenditure/payee-accounts/', account], ['/expenditure/payments/', payment], ['/expenditure/withholdings/', withholding], ['/registers/signatories/', signatory],
    ['/expenditure/cheque-books/', book], ['/expenditure/cheques/', cheque], ['/expenditure/cheque-forms/', `book-${book}`], ['/expenditure/cheque-reports/', report]]
}
