// What the law lets a pawnshop do: ceiling, days and shares, interest by tier (expenditure-accounting-assets §1.12).
import { type Knex } from 'knex'
import { bringInLine, cell, optionalCell, readDataFile } from '../src/platform/database/reference.ts'

export async function seed(knex: Knex.Transaction): Promise<void> {
  await bringInLine(knex, { table: 'pawn_rules', rows: readDataFile('pawn-rules.csv').map((row) => ({ ...row })), key: 'valid_from' })
  await bringInLine(knex, { table: 'pawn_rates', rows: readDataFile('pawn-rates.csv').map((row) => ({
    valid_from: cell(row, 'valid_from'), tier: cell(row, 'tier'), up_to: optionalCell(row, 'up_to'), monthly_percent: cell(row, 'monthly_percent'),
    legal_reference: cell(row, 'legal_reference'),
  })), key: ['valid_from', 'tier'] })
}
