// One document of each kind in four offices, so that every address with a parameter has something real behind it.
import { openFiscalYear } from '../../src/ledger/index.ts'
import { type OfficerWork } from '../../src/platform/database/work.ts'
import { type Route } from '../../src/platform/http/route.ts'
import { createBankAccount, findBankAccounts } from '../../src/registers/index.ts'
import { collect, schoolIncome } from '../ledger/collected.ts'
import { type TestOffice } from '../support/app.ts'
import { anOfficer, asOfficer, organisation, testYear } from '../support/world.ts'
import { payeeAddresses, payeeDocumentsOf, type PayeeSampleIds } from './paying-documents.ts'
import { payrollAddresses, payrollDocumentsOf, type PayrollSampleIds } from './payroll-documents.ts'
import { purchaseAddresses, purchaseDocumentsOf, type PurchaseSampleIds } from './purchase-documents.ts'
import { budgetAddresses, budgetDocumentsOf, type BudgetSampleIds } from './budget-documents.ts'

export interface Documents {
  readonly organisationId: string
  readonly bankAccount: string
  readonly voucher: string
  readonly receipt: string
  readonly book: string
  readonly remittance: string
  readonly summary: string
  readonly payIn: string
  readonly deposit: string
  readonly position: string
  readonly taxpayer: string
  readonly taxDebt: string
  readonly taxRun: string
  readonly moneyEntry: string
  readonly attachment: string
  readonly claim: string
  readonly correction: string
  readonly waiver: string
  readonly periodRequest: string
  readonly closingRequest: string
  readonly budget: BudgetSampleIds
  readonly purchase: PurchaseSampleIds
  readonly paying: PayeeSampleIds
  readonly payroll: PayrollSampleIds
  readonly journal: string
  readonly adjustment: string
  readonly opening: string
  readonly stock: string
  readonly loan: string
  readonly clearing: string
  readonly pawn: Readonly<Record<'receipt' | 'pledge' | 'forfeiture' | 'sharing' | 'opening' | 'control', string>>
}

/** A school, a hospital of the same LAO, a school of another LAO, a school in another province. */
const offices = { own: '420010305001', sibling: '420010304001', foreign: '220010105001', otherProvince: '671130305001' } as const

export async function arrangeDocuments(office: TestOffice): Promise<Record<keyof typeof offices, Documents>> {
  const [own, sibling, foreign, otherProvince] = [await documentsOf(office, offices.own), await documentsOf(office, offices.sibling, '4404040101.001'),
    await documentsOf(office, offices.foreign), await documentsOf(office, offices.otherProvince)]
  return { own, sibling, foreign, otherProvince }
}

async function documentsOf(office: TestOffice, code: string, income = schoolIncome): Promise<Documents> {
  const place = await organisation(office, code)
  const officer = await anOfficer(office, { at: place, groups: ['SUB_FIN_HEAD', 'SUB_ACCOUNT', 'SUB_FINANCE'] })
  const acting = asOfficer(office, officer)
  const maker = await anOfficer(office, { at: place, groups: ['SUB_ACCOUNT'] })
  const bank = await acting.work((work) => bankAccountOf(work))
  const posted = await acting.work((work) => collect(work, { ...acting, officer, maker, bankAccountId: bank }, { sourceId: '1', account: income }))
  const common = { organisation_id: place.id, fiscal_year: 2570 }
  const now = office.clock.now()
  const one = async (table: string, row: object) => { const [made] = await office.owner(table).insert({ ...common, ...row }).returning('id'); return made.id }
  const pawn = (kind: string) => one('pawn_documents', { kind, state: 'draft', document_date: '2026-11-19', total: '10.00', prepared_by: officer.userId, prepared_at: now })
  const [openingTicket] = await office.owner('pawn_opening_tickets')
    .insert({ organisation_id: place.id, ticket: '1', pledged_on: '2026-08-01', principal: '1.00', created_by: officer.userId, created_at: now }).returning('id')
  const [stock] = await office.owner('stock_items').insert({
    organisation_id: place.id, state: 'asked', code: '1', name: 'ก', unit: 'ก', quantity: '1', unit_cost: '1', total: '1', as_of: '2025-09-30', account_code: '1105010105.001', reason: 'ก', made_by: officer.userId, made_at: now,
  }).returning('id')
  const paying = await payeeDocumentsOf(office, place.id, officer.userId)
  const budget = await budgetDocumentsOf(office, place.id, officer.userId)
  const claim = await one('claims', {
    kind: 'C1', state: 'draft', claim_date: '2026-11-19', title: 'ก', vat: 'none', gross: '1.00', deducted: '0.00', net: '1.00', prepared_by: officer.userId, prepared_at: now,
  })
  const loan = await one('loans', {
    state: 'draft', loan_date: '2026-11-19', kind: 'other', source: 'budget', payee_id: paying.payee, borrower_position: 'ก', purpose: 'ก', amount: '1.00', consents: true,
    prepared_by: officer.userId, prepared_at: now,
  })
  const journal = { state: 'draft', document_date: '2026-11-19', description: 'ปรับประเภท', prepared_by: officer.userId, prepared_at: now }
  const taxpayer = await taxpayerOf(office, place.id, officer.userId)
  const [attachment] = await office.owner('attachments').insert({
    organisation_id: place.id, document_kind: 'receipt', document_id: 1, file_name: 'a.pdf', media_type: 'application/pdf', sha256: '0'.repeat(64), bytes: Buffer.from('%PDF-1.4'),
    added_by: officer.userId, added_at: now,
  }).returning('id')
  return {
    organisationId: place.id, bankAccount: bank, voucher: posted.id, attachment: attachment.id, budget,
    payroll: await payrollDocumentsOf(office, place.id, officer.userId),
    purchase: await purchaseDocumentsOf(office, place.id, officer.userId),
    paying, loan, clearing: await one('clearings', {
      state: 'submitted', number: 1, loan_id: loan, clearing_date: '2026-11-19', amount: '1.00', settled: '1.00', prepared_by: officer.userId, prepared_at: now,
    }),
    claim, correction: await one('expense_corrections', {
      state: 'submitted', number: 1, claim_id: claim, document_date: '2026-11-19', from_line_id: budget.line, from_account: '5104010112.001', to_line_id: budget.line, to_account: '5104010107.001', amount: '1.00',
      reason: 'ก', prepared_by: officer.userId, prepared_at: now,
    }),
    waiver: await one('claim_waivers', {
      state: 'submitted', number: 1, claim_id: claim, document_date: '2026-11-19', amount: '1.00', reason: 'ก', prepared_by: officer.userId, prepared_at: now,
    }),
    receipt: await one('receipts', { kind: 'handwritten', state: 'recorded', book: '1', sheet: 1, receipt_date: '2026-11-19', payer: 'นาย ก', total: '10.00', recorded_by: officer.userId, recorded_at: now }),
    book: await one('receipt_books', { state: 'stock', book: '1', first_sheet: 1, last_sheet: 50, received_on: '2026-10-01', made_by: officer.userId, made_at: now }),
    remittance: await one('remittances', { state: 'submitted', number: 1, slip_date: '2026-11-19', remitted_by: officer.userId, remitted_at: now }),
    taxpayer,
    position: await one('daily_positions', { state: 'draft', position_date: '2026-11-19', pieces: '{}', prepared_by: maker.userId, prepared_at: now }),
    taxDebt: await one('tax_debts', {
      state: 'assessed', number: 1, tax_kind: 'land', taxpayer_id: taxpayer, tax_year: 2569, assessed: '1.00', notice_date: '2026-11-01', due_date: '2026-12-31', prepared_by: officer.userId, prepared_at: now,
    }),
    taxRun: await one('tax_runs', { kind: 'set-up', state: 'asked', number: 1, total: '1.00', prepared_by: maker.userId, prepared_at: now }),
    deposit: await depositOf(office, place.id, officer.userId),
    moneyEntry: await one('money_entries', { kind: 'over', state: 'draft', entry_date: '2026-11-19', amount: '1.00', reason: 'ก', prepared_by: officer.userId, prepared_at: now }),
    payIn: await one('pay_ins', { state: 'draft', number: 1, pay_in_date: '2026-11-19', bank_account_id: bank, cash: '10.00', total: '10.00', prepared_by: officer.userId, prepared_at: now }),
    journal: await one('journals', { type: 'JV', ...journal }), adjustment: await one('journals', { type: 'AJ', ...journal }),
    periodRequest: await one('period_requests', { period: 1, wanted: 'soft', reason: 'ก', state: 'asked', asked_by: maker.userId, asked_at: now }),
    closingRequest: await one('closing_requests', { kind: 'close', state: 'asked', reason: '', asked_by: maker.userId, asked_at: now }),
    stock: stock.id,
    opening: await one('journals', { type: 'OB', ...journal, fiscal_year: 2569, document_date: '2025-10-01' }),
    pawn: { receipt: await pawn('receipt'), pledge: await pawn('pledge'), forfeiture: await pawn('forfeiture'), sharing: await pawn('sharing'),
      opening: openingTicket.id,
      control: await one('pawn_month_controls', { state: 'draft', document_date: '2026-10-31', counted: '0.00', open_tickets: '0.00', open_count: 0, forfeited: '0.00', prepared_by: officer.userId, prepared_at: now }) },
    summary: await one('remittance_summaries', { state: 'draft', summary_date: '2026-11-18', prepared_by: officer.userId, prepared_at: now }),
  }
}

async function taxpayerOf(office: TestOffice, organisationId: string, userId: string): Promise<string> {
  const key = { organisation_id: organisationId, kind: 'taxpayer', key: 'TP-00001/70' }
  await office.owner('sub_ledger_keys').insert({ ...key, name: 'ก' })
  const [made] = await office.owner('taxpayers').insert({
    organisation_id: organisationId, sub_kind: key.kind, sub_key: key.key, person_kind: 'person', name: 'ก', address: 'ก', made_by: userId, made_at: office.clock.now(),
  }).returning('id')
  return made.id
}

/** An item with its key in the ledger's register. */
async function depositOf(office: TestOffice, organisationId: string, userId: string): Promise<string> {
  const key = { organisation_id: organisationId, kind: 'deposit', key: 'DEP-00001/70' }
  await office.owner('sub_ledger_keys').insert({ ...key, name: 'ก' })
  const [made] = await office.owner('deposits').insert({
    organisation_id: organisationId, kind_code: 'DP99', account_code: '2111020199.999', sub_kind: key.kind, sub_key: key.key, depositor: 'ก', reference: 'ก', made_by: userId, made_at: office.clock.now(),
  }).returning('id')
  return made.id
}

async function bankAccountOf(work: OfficerWork): Promise<string> {
  await openFiscalYear(work, testYear)
  const [found] = await findBankAccounts(work, { activeOnly: false })
  return found?.id ?? createBankAccount(work, { bankName: 'ธนาคารกรุงไทย', branch: 'ก', accountNumber: '9876543210', accountName: 'ก', kind: 'savings' })
}

/** The route's address with this office's ids. A route with a parameter nobody thought of here is an error. */
export function addressesOf(route: Route, documents: Documents): string {
  const kinds: readonly (readonly [string, string])[] = [
    ['/receipts/receipts/', documents.receipt], ['/receipts/remittances/', documents.remittance], ['/receipts/remittance-summaries/', documents.summary],
    ['/receipts/transfer-notices/', documents.receipt], ['/receipts/books/', documents.book], ['/receipts/pay-ins/', documents.payIn], ['/receipts/deposits/', documents.deposit], ['/receipts/taxpayers/', documents.taxpayer],
    ['/receipts/tax-debts/', documents.taxDebt], ['/receipts/daily-positions/', documents.position], ['/receipts/tax-runs/', documents.taxRun], ['/receipts/money-entries/', documents.moneyEntry],
    ['/expenditure/loans/', documents.loan], ['/expenditure/clearings/', documents.clearing],
    ['/expenditure/claims/', documents.claim], ['/expenditure/corrections/', documents.correction], ['/expenditure/waivers/', documents.waiver], ['/expenditure/claim-checks/', documents.claim], ['/ledger/payables/', documents.voucher], ['/ledger/payment-vouchers/', documents.voucher],
    ['/ledger/vouchers/', documents.voucher], ['/ledger/register/', documents.voucher], ['/documents/attachments/', documents.attachment],
    ['/registers/bank-accounts/', documents.bankAccount], ['/ledger/journals/', documents.journal], ['/ledger/adjustments/', documents.adjustment],
    ['/ledger/opening/', documents.opening], ['/ledger/stock/', documents.stock],
    ['/ledger/periods/requests/', documents.periodRequest], ['/ledger/closing/requests/', documents.closingRequest],
    ['/pawnshops/receipts/', documents.pawn.receipt], ['/pawnshops/vouchers/', documents.pawn.pledge], ['/pawnshops/forfeitures/', documents.pawn.forfeiture],
    ['/pawnshops/profit-shares/', documents.pawn.sharing], ['/pawnshops/opening-tickets/', documents.pawn.opening],
    ['/pawnshops/month-controls/', documents.pawn.control],
    ['/admin/orders/', '1'],
    ...budgetAddresses(documents.budget), ...purchaseAddresses(documents.purchase),
    ...payeeAddresses(documents.paying), ...payrollAddresses(documents.payroll),
  ]
  const id = kinds.find(([start]) => route.path.startsWith(start))?.[1]
  const code = route.path.startsWith('/ledger/accounts/') ? schoolIncome : 'update-thaid'
  return route.path.replace(/:(\w+)/g, (_whole, parameter: string) => {
    if (parameter === 'organisation') return documents.organisationId
    if (parameter === 'kind') return 'closed'
    if (parameter === 'code') return code
    if (parameter === 'attachment') return documents.attachment
    if (parameter === 'task') return '00111'
    if (parameter === 'line') return '1'
    if (parameter === 'year') return '2569'
    if (parameter === 'other') return documents.organisationId
    if (parameter === 'account') return '5210010121.005'
    if ((parameter === 'id' || parameter === 'contract') && id !== undefined) return id
    throw new Error(`no sample for ${route.path}`)
  })
}
