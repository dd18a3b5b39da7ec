// A subsidy for a purpose: its notice, its line, its end.
import { randomUUID } from 'node:crypto'
import { allocateGrant, createGrant, notifyGrant } from '../../../src/budget/index.ts'
import { closeGrant, grantDesk } from '../../../src/budget/grant/grant.service.ts'
import { type CalendarDate } from '../../../src/platform/dates.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { keep, kept } from './claims.ts'
import { type World } from './world.ts'

/** Told, and given to the one line it is for; its key. */
export async function noticed(world: World, on: CalendarDate, { label, item, amount }: { readonly label: string; readonly item: string; readonly amount: string }): Promise<string> {
  const { lao, db, books } = world
  const id = await lao.clerk.work((work) => createGrant(work, {
    formKey: randomUUID(), documentDate: on, title: 'ระบบสูบน้ำพลังงานแสงอาทิตย์', reason: 'สูบน้ำเพื่อการเกษตร', agency: 'กรมส่งเสริมการปกครองท้องถิ่น', letterNumber: 'มท 1', letterDate: on,
    total: baht(amount), source: '3002', spendBy: calendarDate('2025-09-30'), lines: [{ department: '', task: '00321', code: item, title: 'เครื่องสูบน้ำ', explanation: '', plan: '', amount }],
  }))
  await lao.clerk.work((work) => notifyGrant(work, id, 1))
  await lao.head.work((work) => allocateGrant(work, id, { version: 2, happenedOn: on }))
  const { key } = await db.owner('sub_ledger_keys').where({ organisation_id: lao.organisationId, kind: 'grant', register_id: id }).first('key')
  books.name('LAO01', { kind: 'grant', key }, label)
  keep(world, label, id)
  return key
}

export async function grantLine({ db, lao, ...world }: World, label: string): Promise<string> {
  const { number } = await db.owner('budget_lines').where({ organisation_id: lao.organisationId, fund_document_id: kept(world, label) }).first('number')
  return String(number)
}

/** What was not spent is to be returned. */
export async function ended(world: World, on: CalendarDate, label: string): Promise<void> {
  const { lao } = world
  const id = kept(world, label)
  await lao.head.work(async (work) => {
    const { version } = await grantDesk.get(work, lao.organisationId, id)
    await closeGrant(work, id, { version, happenedOn: on, note: '' })
  })
}
