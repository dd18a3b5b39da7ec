// The budget's classification, sources of money, rules of law and number series (budget-and-receipts §3, Annex A).
import { type Knex } from 'knex'
import { bringInLine, cell, optionalCell, readDataFile } from '../src/platform/database/reference.ts'

type Cells = Readonly<Record<string, string>>

export async function seed(knex: Knex.Transaction): Promise<void> {
  await bringInLine(knex, { table: 'budget_classes', rows: readDataFile('budget-classification.csv').sort(parentsFirst).map((row) => ({
    code: cell(row, 'code'), level: cell(row, 'level'), name: cell(row, 'name_th'), parent_code: optionalCell(row, 'parent'),
    is_personnel: cell(row, 'is_personnel') === '1', valid_from: cell(row, 'valid_from'), valid_until: optionalCell(row, 'valid_until'),
  })), key: 'code' })
  await bringInSources(knex)
  await bringInLine(knex, { table: 'budget_settings', rows: readDataFile('budget-settings.csv').map((row) => ({ ...row })), key: ['code', 'lao_kind', 'valid_from'] })
  await bringInLine(knex, { table: 'budget_approvers', rows: readDataFile('budget-approvers.csv').map((row) => ({
    act: cell(row, 'act'), rank: cell(row, 'rank'), variant: optionalCell(row, 'variant'), is_capital: flag(row, 'is_capital'),
    is_new_item: flag(row, 'is_new_item'), changes_substance: flag(row, 'changes_substance'), approver: cell(row, 'approver'),
    legal_reference: cell(row, 'legal_reference'), valid_from: cell(row, 'valid_from'),
  })), key: ['act', 'rank'] })
  await bringInLine(knex, { table: 'number_series', rows: series.map(([code, name]) => ({ code, name, width: 5 })), key: 'code' })
}

/** A source may be carried as one that stands later in the file: first all of them, then what they become. */
async function bringInSources(knex: Knex.Transaction): Promise<void> {
  const rows = readDataFile('funding-sources.csv').sort(parentsFirst).map((row) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), parent_code: optionalCell(row, 'parent'),
    office_kinds: cell(row, 'org_types').split(';'), is_enacted: cell(row, 'needs_ordinance_or_plan') === '1', valid_from: cell(row, 'valid_from'),
  }))
  await bringInLine(knex, { table: 'budget_sources', rows, key: 'code' })
  for (const row of readDataFile('funding-sources.csv')) {
    await knex('budget_sources').where('code', cell(row, 'code')).update({ carried_as: optionalCell(row, 'carried_as') })
  }
}

const levels = ['area', 'plan', 'task', 'type', 'category', 'item']

function parentsFirst(a: Cells, b: Cells): number {
  return levels.indexOf(a.level ?? '') - levels.indexOf(b.level ?? '') || Number(a.parent !== '') - Number(b.parent !== '')
}

/** Empty holds for anything. */
function flag(row: Cells, name: string): boolean | null {
  const value = optionalCell(row, name)
  return value === null ? null : value === '1'
}

const series = [
  ['BUD', 'งบประมาณรายจ่าย'], ['TRF', 'โอนงบประมาณรายจ่าย'], ['AMD', 'แก้ไขเปลี่ยนแปลงคำชี้แจง'], ['GRN', 'รับแจ้งเงินอุดหนุนระบุวัตถุประสงค์/เฉพาะกิจ'],
  ['CFW', 'กันเงิน'], ['PLN', 'วงเงินตามแผน'], ['EXT', 'ขยายเวลาเบิกจ่าย'], ['LPS', 'พับเงิน'], ['ACF', 'จ่ายขาดเงินสะสม'], ['LNF', 'แหล่งเงินกู้'],
  ['RSE', 'ใช้เงินสำรองจ่าย'], ['OVR', 'ใช้จ่ายเกินวงเงิน'], ['BLN', 'รายการงบประมาณ'],
] as const
