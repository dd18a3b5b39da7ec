// What claims are held against: debit accounts by budget item, withholding tax, dated rates, wanted papers, pairs between units (expenditure-accounting-assets §1.4, §1.5).
import { type Knex } from 'knex'
import { bringInLine, cell, optionalCell, readDataFile } from '../src/platform/database/reference.ts'

/** First fiscal year of New e-LAAS; the map carries no dates of its own. */
const mapBegins = 2567
const rulesBegin = '2023-10-01'

export async function seed(knex: Knex.Transaction): Promise<void> {
  await bringInLine(knex, { table: 'expense_accounts', rows: readDataFile('expense-account-map.csv').map((row) => ({
    item_code: cell(row, 'item_code'), valid_from: mapBegins, debit_kind: cell(row, 'debit_kind'), default_account: optionalCell(row, 'default_account'),
    other_accounts: listOf(cell(row, 'other_accounts')), low_value_account: optionalCell(row, 'low_value_account'), asset_category: optionalCell(row, 'asset_category'),
    note: optionalCell(row, 'note'),
  })), key: ['item_code', 'valid_from'] })
  await bringInLine(knex, { table: 'withholding_rules', rows: withholdingRules(), key: 'code' })
  await bringInLine(knex, { table: 'expenditure_rates', rows: readDataFile('expenditure-rates.csv').map((row) => ({ ...row })), key: ['code', 'valid_from'] })
  await bringInLine(knex, { table: 'claim_documents_wanted', rows: readDataFile('claim-documents.csv').map((row, index) => ({
    kind: cell(row, 'kind'), code: cell(row, 'code'), name: cell(row, 'name_th'), is_mandatory: cell(row, 'mandatory') === 'yes', sort: index + 1,
  })), key: ['kind', 'code'] })
  await bringInLine(knex, { table: 'inter_agency_pairs', rows: readDataFile('inter-agency-pairs.csv').map((row) => ({
    code: cell(row, 'code'), from_role: cell(row, 'from_role'), from_account: cell(row, 'from_account'), to_role: cell(row, 'to_role'),
    to_account: cell(row, 'to_account'), measure: cell(row, 'measure'), name: cell(row, 'name_th'),
  })), key: 'code' })
}

/** The table of private payers stands in the file to be refused (§1.5): it is not brought in. */
function withholdingRules(): Record<string, unknown>[] {
  const usual = ['W3-GOV', 'W53-GOV', 'W54-FOREIGN', 'W0-STATE', 'W0-EXEMPT']
  return readDataFile('withholding-tax.csv').filter((row) => cell(row, 'active') === 'yes').map((row) => ({
    code: cell(row, 'code'), payee_kind: cell(row, 'payee_type').replace('exempt_foundation', 'exempt'), income_type: cell(row, 'income_type_th'),
    rate: cell(row, 'rate_percent') === 'progressive' ? null : cell(row, 'rate_percent'), threshold: cell(row, 'threshold_baht'),
    threshold_of: cell(row, 'threshold_scope').includes('order') ? 'order' : 'payment', base: cell(row, 'base_rule').includes('excluding VAT') ? 'before-vat' : 'gross',
    form: optionalCell(row, 'form'), account_code: optionalCell(row, 'liability_account'), is_default: usual.includes(cell(row, 'code')), valid_from: rulesBegin,
    legal_reference: cell(row, 'legal_ref'),
  }))
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split('|')
}
