// Provinces, kinds and the registry of all 7,849 LAOs with their provincial offices and the department.
import { type Knex } from 'knex'
import { bringInLine, cell, readDataFile } from '../src/platform/database/reference.ts'

/** Which part of the official chart a kind of sub-unit posts to (chart-of-accounts.csv, org_types). */
const chartKinds: Readonly<Record<string, string>> = { '01': 'PAWN', '02': 'WATER', '03': 'TRANSPORT', '04': 'HEALTH', '05': 'SCHOOL', '06': 'OTHER' }

export async function seed(knex: Knex.Transaction): Promise<void> {
  await bringInLine(knex, { table: 'provinces', rows: readDataFile('provinces.csv').map((row) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), name_en: cell(row, 'name_en'), abbreviation: cell(row, 'abbr_th'),
    region: cell(row, 'region'), overseen: cell(row, 'dla_scope') === '1',
  })), key: 'code' })
  await bringInLine(knex, { table: 'lao_kinds', rows: readDataFile('organization-types.csv').map((row) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), abbreviation: cell(row, 'abbr_th'), ordinance: cell(row, 'ordinance_th'),
    council: cell(row, 'council_th'), executive: cell(row, 'executive_th'), permanent_secretary: cell(row, 'permanent_secretary_th'),
    budget_approver: cell(row, 'supervisor_approver_th'),
  })), key: 'code' })
  await bringInLine(knex, { table: 'sub_unit_kinds', rows: readDataFile('subunit-types.csv').map((row) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), chart_kind: chartKinds[cell(row, 'code')], budget_mode: cell(row, 'budget_mode'),
    receipt_mode: cell(row, 'receipt_mode'), opens_on: gregorian(cell(row, 'opens_on')),
  })), key: 'code' })
  await bringInLine(knex, { table: 'organisations', rows: [department, ...provincialOffices(), ...laos()], key: 'code' })
}

const department = {
  kind: 'DLA', code: 'DLA', name: 'กรมส่งเสริมการปกครองท้องถิ่น', short_name: 'สถ.', province_code: null, district: null, lao_kind: null,
}

function provincialOffices(): Record<string, unknown>[] {
  return readDataFile('provinces.csv').filter((row) => cell(row, 'dla_scope') === '1').map((row) => ({
    kind: 'PROV', code: `P${cell(row, 'code')}`, name: `สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด${cell(row, 'name_th')}`,
    short_name: `สถจ.${cell(row, 'name_th')}`, province_code: cell(row, 'code'), district: null, lao_kind: null,
  }))
}

function laos(): Record<string, unknown>[] {
  return readDataFile('lao-registry.csv').map((row) => ({
    kind: 'LAO', code: cell(row, 'code'), name: cell(row, 'full_name_th'), short_name: cell(row, 'name_th'),
    province_code: cell(row, 'province_code'), district: cell(row, 'district_th'), lao_kind: cell(row, 'type'),
  }))
}

/** The data files write years in พ.ศ. */
function gregorian(day: string): string {
  return day.replace(/^\d{4}/, (year) => String(Number(year) - 543))
}
