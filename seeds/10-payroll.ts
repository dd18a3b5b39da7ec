// What may be kept back from pay, the steps of allowances by age, and the number series of pay runs (expenditure-accounting-assets §1.5, §1.7).
import { type Knex } from 'knex'
import { bringInLine, cell, optionalCell, readDataFile } from '../src/platform/database/reference.ts'

export async function seed(knex: Knex.Transaction): Promise<void> {
  await bringInLine(knex, { table: 'number_series', rows: [{ code: 'PAY', name: 'งวดการจ่ายเงินเดือน บำนาญ และเบี้ยยังชีพ', width: 5 }], key: 'code' })
  await bringInLine(knex, { table: 'pay_deductions', rows: readDataFile('pay-deductions.csv').map((row, index) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), kind: cell(row, 'kind'), account_code: cell(row, 'account_code'), rule_code: optionalCell(row, 'rule_code'),
    creditor: cell(row, 'creditor'), employer_item: optionalCell(row, 'employer_item'), is_reckoned: cell(row, 'reckoned') === 'yes', priority: index + 1,
  })), key: 'code' })
  await bringInLine(knex, { table: 'welfare_kinds', rows: readDataFile('welfare-kinds.csv').map((row, index) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), item_code: cell(row, 'item_code'), sort: index + 1,
  })), key: 'code' })
  await bringInLine(knex, { table: 'welfare_steps', rows: readDataFile('welfare-steps.csv').map((row) => ({ ...row })), key: ['kind', 'valid_from', 'age_from'] })
}
