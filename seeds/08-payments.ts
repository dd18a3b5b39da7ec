// Banks of payees, the numbers of payment that an order may change, where things stand on a cheque, number series of payment papers.
import { type Knex } from 'knex'
import { bringInLine, cell, readDataFile } from '../src/platform/database/reference.ts'

export async function seed(knex: Knex.Transaction): Promise<void> {
  await bringInLine(knex, { table: 'banks', rows: readDataFile('banks.csv').map((row) => ({ code: cell(row, 'code'), name: cell(row, 'name_th') })), key: 'code' })
  await bringInLine(knex, { table: 'payment_settings', rows: readDataFile('payment-settings.csv').map((row) => ({
    code: cell(row, 'code'), valid_from: cell(row, 'valid_from'), value: cell(row, 'value'), meaning: cell(row, 'meaning_th'), legal_reference: cell(row, 'legal_reference'),
  })), key: ['code', 'valid_from'] })
  await bringInLine(knex, { table: 'cheque_form_places', rows: readDataFile('cheque-form-places.csv').map((row) => ({
    kind: cell(row, 'kind'), field: cell(row, 'field'), sort: cell(row, 'sort'), x: cell(row, 'x'), y: cell(row, 'y'), width: cell(row, 'width'), size: cell(row, 'size'),
  })), key: ['kind', 'field'] })
  await bringInLine(knex, { table: 'number_series', rows: series.map(([code, name]) => ({ code, name, width: 5 })), key: 'code' })
}

const series = [['CHR', 'รายงานการจัดทำเช็ค/ใบถอน'], ['WHT', 'หนังสือรับรองการหักภาษี ณ ที่จ่าย']] as const
