// The five journeys by date (letter ว 4007 of 17 Sep 2567), the closing of February 2568, and every limit of sign-in as a row.
import { type Knex } from 'knex'
import { bringInLine, cell, readDataFile } from '../src/platform/database/reference.ts'

const letter = 'มท 0808.4/ว 4007 ลงวันที่ 17 กันยายน 2567'
const opening = '2025-02-18'
const full = { ask_citizen_id: true, thaid: true, confirm_person: true, ask_email: true, new_password: true, profile_step: false, reproof_before: null, valid_until: null, source: letter }

const policies = [
  { ...full, audience: 'PROV', valid_from: opening },
  { ...full, audience: 'LAO', valid_from: opening, ask_citizen_id: false },
  { ...full, audience: 'SUB', valid_from: '2024-10-15', valid_until: opening, ask_citizen_id: false, thaid: false, confirm_person: false, profile_step: true },
  { ...full, audience: 'SUB', valid_from: opening, reproof_before: opening },
  { ...full, audience: 'PAWN', valid_from: opening },
  { ...full, audience: 'DLA', valid_from: '2024-10-01', source: 'การออกแบบ: บัญชีส่วนกลางใช้ขั้นตอนเดียวกับ สถจ.' },
]

export async function seed(knex: Knex.Transaction): Promise<void> {
  await bringInLine(knex, { table: 'onboarding_policies', rows: policies, key: ['audience', 'valid_from'] })
  await bringInLine(knex, { table: 'sign_in_settings', rows: readDataFile('sign-in-settings.csv').map((row) => ({
    name: cell(row, 'name'), value: cell(row, 'value'), unit: cell(row, 'unit'), meaning: cell(row, 'meaning_th'), source: cell(row, 'source'),
  })), key: 'name', keep: ['value'] })
  const closing = { audiences: ['PROV', 'LAO', 'SUB', 'PAWN'], starts_at: '2025-02-01T00:00:00+07:00', ends_at: '2025-02-18T00:00:00+07:00', mode: 'closed', letter, notice: 'ปิดระบบเพื่อถ่ายโอนข้อมูลมาที่ระบบ New e-LAAS' }
  if (!(await knex('system_windows').where({ letter, starts_at: closing.starts_at }).first('id'))) await knex('system_windows').insert(closing)
}
