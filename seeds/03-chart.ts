// The official chart (1,018 accounts), revenue codes, voucher types and number series.
import { type Knex } from 'knex'
import { bringInLine, cell, optionalCell, readDataFile } from '../src/platform/database/reference.ts'

/** First fiscal year of New e-LAAS; the chart file carries no dates of its own. */
const chartBegins = 2567

export async function seed(knex: Knex.Transaction): Promise<void> {
  await bringInLine(knex, { table: 'statement_lines', rows: readDataFile('fs-lines.csv').map((row) => ({
    code: cell(row, 'fs_line'), statement: cell(row, 'statement'), sort: cell(row, 'sort'), section: cell(row, 'section_th'),
    caption: cell(row, 'caption_th'), positive_side: cell(row, 'positive_side'),
  })), key: 'code' })
  await bringInLine(knex, { table: 'sub_ledger_kinds', rows: readDataFile('sub-ledger-kinds.csv').map((row) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), is_guarded: cell(row, 'guarded') === 'yes', allows_general: cell(row, 'allows_general') === 'yes',
  })), key: 'code' })
  await bringInLine(knex, { table: 'accounts', rows: readDataFile('chart-of-accounts.csv').map((row) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), account_group: cell(row, 'group'), normal_side: cell(row, 'normal_side'),
    parent_code: optionalCell(row, 'parent'), chart_kinds: cell(row, 'org_types').split('|'), is_postable: cell(row, 'postable') === 'yes',
    is_contra: cell(row, 'contra') === 'yes', statement_line: optionalCell(row, 'fs_line'), sub_ledger: optionalCell(row, 'subledger'),
    counterpart: optionalCell(row, 'ic_counterpart'), note: optionalCell(row, 'note'), valid_from: chartBegins,
  })), key: 'code' })
  await bringInLine(knex, { table: 'account_roles', rows: readDataFile('account-roles.csv').map((row) => ({
    role: cell(row, 'role'), chart_kind: cell(row, 'chart_kind'), valid_from: Number(cell(row, 'valid_from')), account_code: cell(row, 'account'),
  })), key: ['role', 'chart_kind', 'valid_from'] })
  // Books opened before a register was known take its general key.
  await knex.raw(`INSERT INTO sub_ledger_keys (organisation_id, kind, key, name)
    SELECT b.organisation_id, k.code, 'GENERAL', k.name FROM ledger_books b CROSS JOIN sub_ledger_kinds k WHERE k.allows_general ON CONFLICT DO NOTHING`)
  await bringInLine(knex, { table: 'revenue_codes', rows: revenueCodes(), key: 'code' })
  await bringInLine(knex, { table: 'receipt_kinds', rows: readDataFile('receipt-kinds.csv').map((row) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), account_code: cell(row, 'gl_account'), way: cell(row, 'how'), arrears_of: optionalCell(row, 'arrears_of'),
  })), key: 'code' })
  await bringInLine(knex, { table: 'tax_kinds', rows: readDataFile('tax-kinds.csv').map((row) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), revenue_code: cell(row, 'revenue_code'), debtor_account: cell(row, 'debtor_account'),
    allowance_account: cell(row, 'allowance_account'), doubtful_account: cell(row, 'doubtful_account'), bad_debt_account: cell(row, 'bad_debt_account'),
    is_active: cell(row, 'is_active') === 'yes', reference: cell(row, 'reference'),
  })), key: 'code' })
  await bringInLine(knex, { table: 'tax_settings', rows: readDataFile('tax-settings.csv').map((row) => ({
    tax_kind: cell(row, 'tax_kind'), name: cell(row, 'name'), valid_from: cell(row, 'valid_from'), value: Number(cell(row, 'value')), note: cell(row, 'note_th'),
    reference: cell(row, 'reference'),
  })), key: ['tax_kind', 'name', 'valid_from'] })
  const types = readDataFile('voucher-types.csv')
  await bringInLine(knex, { table: 'voucher_types', rows: types.map((row) => ({ code: cell(row, 'code'), name: cell(row, 'name_th'), period_kind: cell(row, 'period_kind') })), key: 'code' })
  await bringInLine(knex, { table: 'number_series', rows: [
    ...types.map((row) => ({ code: cell(row, 'code'), name: cell(row, 'name_th'), width: 5 })),
    { code: 'CLM', name: 'ฎีกาเบิกเงิน', width: 5 },
    { code: 'TRN', name: 'เลขที่คลังรับ', width: 5 },
    { code: 'COR', name: 'ใบปรับปรุงรายจ่าย', width: 5 },
    { code: 'WVR', name: 'ใบยกเลิกหนี้ที่เงินตีกลับ', width: 5 },
    { code: 'RCPT', name: 'ใบเสร็จรับเงิน', width: 5 },
    { code: 'EVD', name: 'หลักฐานการรับเงิน', width: 5 },
    { code: 'RMT', name: 'ใบนำส่งเงิน', width: 5 },
    { code: 'RSV', name: 'ใบสำคัญสรุปใบนำส่งเงิน', width: 5 },
    { code: 'PIN', name: 'ใบนำฝาก', width: 5 },
    { code: 'DEP', name: 'รายการเงินรับฝาก', width: 5 },
    { code: 'TP', name: 'ผู้ชำระภาษีและลูกหนี้', width: 5 },
    { code: 'TAX', name: 'รายการประเมินภาษี', width: 5 },
    { code: 'TXR', name: 'การตั้งลูกหนี้และค่าเผื่อ', width: 5 },
    { code: 'MNE', name: 'ใบบันทึกรายการเงิน', width: 5 },
  ], key: 'code' })
}

function revenueCodes(): Record<string, unknown>[] {
  const categories = new Map(readDataFile('revenue-categories.csv').map((row) => [cell(row, 'code'), cell(row, 'name_th')]))
  return readDataFile('revenue-codes.csv').map((row) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), category_code: cell(row, 'category'), category_name: categories.get(cell(row, 'category')),
    account_code: cell(row, 'gl_account'), applies_to: cell(row, 'applies_to'), is_active: cell(row, 'active') === '1',
  }))
}
