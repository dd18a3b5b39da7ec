// Rules and methods of procurement with their days, and the number series of its documents (expenditure-accounting-assets §1.2, §1.10).
import { type Knex } from 'knex'
import { bringInLine, cell, optionalCell, readDataFile } from '../src/platform/database/reference.ts'

export async function seed(knex: Knex.Transaction): Promise<void> {
  await bringInLine(knex, { table: 'procurement_rules', rows: readDataFile('procurement-rules.csv').map((row) => ({
    code: cell(row, 'code'), valid_from: cell(row, 'valid_from'), valid_until: optionalCell(row, 'valid_until'), value: cell(row, 'value'),
    legal_reference: cell(row, 'legal_reference'),
  })), key: ['code', 'valid_from'] })
  await bringInLine(knex, { table: 'procurement_methods', rows: readDataFile('procurement-methods.csv').map((row) => ({
    code: cell(row, 'code'), valid_from: cell(row, 'valid_from'), valid_until: optionalCell(row, 'valid_until'), sort: cell(row, 'sort'), family: cell(row, 'family'),
    name: cell(row, 'name_th'), clause: cell(row, 'clause'), value_limit: optionalCell(row, 'value_limit'), legal_reference: cell(row, 'legal_reference'),
  })), key: ['code', 'valid_from'] })
  await bringInLine(knex, { table: 'number_series', rows: series.map(([code, name]) => ({ code, name, width: 5 })), key: 'code' })
}

const series = [
  ['REQ', 'รายงานขอซื้อขอจ้าง'], ['CON', 'สัญญา/ข้อตกลง'], ['ADD', 'เอกสารแนบท้ายสัญญา'], ['INS', 'ใบตรวจรับพัสดุ'], ['GUA', 'หลักประกัน'], ['FRF', 'การริบเงินประกันสัญญา'],
] as const
