// Number series of loans and their clearings. Days of the rules stand in expenditure-rates.csv.
import { type Knex } from 'knex'
import { bringInLine } from '../src/platform/database/reference.ts'

export async function seed(knex: Knex.Transaction): Promise<void> {
  await bringInLine(knex, { table: 'number_series', rows: [{ code: 'LON', name: 'สัญญาการยืมเงิน', width: 5 }, { code: 'CLR', name: 'ใบรับใบสำคัญ', width: 5 }, { code: 'PTY', name: 'เงินรองจ่าย', width: 5 }], key: 'code' })
}
