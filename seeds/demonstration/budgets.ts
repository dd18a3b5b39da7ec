// The budgets of the demonstration: every LAO has its ordinance of this year in force, the town has moved money already. Through the services, by two people.
import { randomUUID } from 'node:crypto'
import { type Knex } from 'knex'
import {
  announceTransfer, approveTransfer, createOrdinance, createTransfer, enforceOrdinance, findLines, proposeOrdinance, recordCouncil, recordReport, recordSupervisor,
  saveRevenues, saveTask, saveWholeLine, submitTransfer,
} from '../../src/budget/index.ts'
import { createDepartment } from '../../src/registers/index.ts'
import { addDays, calendarDate, compareDates, fiscalYearOf, fiscalYearPeriod, type CalendarDate, type FiscalYear } from '../../src/platform/dates.ts'
import { ownOrigin, type Database, type Officer, type OfficerWork } from '../../src/platform/database/work.ts'
import { departments, lines, revenues, sizes } from './budget-figures.ts'

export interface BudgetPeople {
  readonly clerk: Officer
  readonly head: Officer
  readonly laoKind: string
}

/** Once for each office: whoever has an ordinance of the year keeps it. */
export async function enactBudget(owner: Knex, database: Database, { clerk, head, laoKind }: BudgetPeople): Promise<void> {
  const year = fiscalYearOf(await database.read(clerk, ownOrigin, async (read) => read.today))
  const made = await owner('budget_documents').where({ organisation_id: clerk.organisationId, kind: 'annual', fiscal_year: year }).whereNot('state', 'cancelled').first('id')
  if (made) return
  const owners = await makeDepartments(owner, database, head)
  const drafted = await database.work(clerk, ownOrigin, (work) => draft(work, { year, laoKind, owners }))
  await database.work(head, ownOrigin, (work) => enact(work, drafted, year))
  await database.work(clerk, ownOrigin, (work) => send(work, { id: drafted.id, version: drafted.version + 3 }, year))
}

/** By name; those that stand already are taken as they are. */
async function makeDepartments(owner: Knex, database: Database, head: Officer): Promise<ReadonlyMap<string, string>> {
  const rows = await owner('departments').where({ organisation_id: head.organisationId }).select('id', 'name')
  const known = new Map<string, string>(rows.map((row) => [row.name, row.id]))
  for (const name of departments.filter((each) => !known.has(each))) known.set(name, await database.work(head, ownOrigin, (work) => createDepartment(work, { name })))
  return known
}

interface Drafting {
  readonly year: FiscalYear
  readonly laoKind: string
  readonly owners: ReadonlyMap<string, string>
}

interface Drafted {
  readonly id: string
  readonly version: number
}

const nothing = { line: '', fromSubsidy: '', isNew: '', quantity: '', unit: '', location: '', planReference: '', legalReference: '', actual1: '', actual2: '', actual3: '', estimateNow: '' }

async function draft(work: OfficerWork, { year, laoKind, owners }: Drafting): Promise<Drafted> {
  const size = sizes[laoKind] ?? 1
  const baht = (amount: number, percent = 100) => String(Math.floor((amount * size * percent) / 100))
  const id = await createOrdinance(work, {
    formKey: randomUUID(), kind: 'annual', fiscalYear: year, effectiveOn: null, title: `งบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. ${year}`, position: '', performance: '', personnelExplanation: '',
    principle: 'เพื่อให้การบริหารงานและการจัดบริการสาธารณะเป็นไปตามแผนพัฒนาท้องถิ่น',
  })
  let version = 1
  await saveRevenues(work, id, { version: version++, lines: revenues.map(({ code, provincial, amount, explanation }) => ({
    code: laoKind === 'PAO' ? provincial ?? code : code, explanation, amount: baht(amount), estimateNow: baht(amount, 98), actual1: baht(amount, 90), actual2: baht(amount, 93),
    actual3: baht(amount, 96),
  })) })
  const typed = lines.map(({ amount, department, isSubsidised, ...line }) => (
    { ...nothing, ...line, department: owners.get(department) ?? '', amount: baht(amount), fromSubsidy: isSubsidised ? baht(amount) : '' }))
  for (const task of new Set(lines.map((line) => line.task))) {
    await saveTask(work, { id, task }, { version: version++, lines: typed.filter((line) => line.task === task && !line.capital) })
  }
  for (const { capital, ...line } of typed) {
    if (!capital) continue
    const { plan, ...rest } = capital
    await saveWholeLine(work, { id, number: undefined }, { ...line, ...rest, planReference: plan, version: version++ })
  }
  await proposeOrdinance(work, id, { ...stepOn(year, '08-10'), version: version++, warningsSeen: true })
  return { id, version }
}

async function enact(work: OfficerWork, { id, version }: Drafted, year: FiscalYear): Promise<void> {
  await recordCouncil(work, id, { ...stepOn(year, '08-28'), version, meeting: `สมัยสามัญที่ 3 ครั้งที่ 2/${year - 1}` })
  await recordSupervisor(work, id, { ...stepOn(year, '09-10'), version: version + 1, letterNumber: 'ชบ 0023.6/1234' })
  await enforceOrdinance(work, id, { ...stepOn(year, '09-25'), version: version + 2 })
}

/** The copy to the province, once its day is there. */
async function send(work: OfficerWork, { id, version }: Drafted, year: FiscalYear): Promise<void> {
  const sent = stepOn(year, '10-05')
  if (compareDates(sent.happenedOn, work.today) <= 0) await recordReport(work, id, { ...sent, version, letterNumber: 'ชบ 52002/567' })
}

/** A day of the months around the beginning of the year. */
function stepOn(year: FiscalYear, monthDay: string) {
  return { happenedOn: calendarDate(`${year - 544}-${monthDay}`), meeting: '', letterNumber: '', letterDate: null, note: '' }
}

/** One announced and one still a draft; once. */
export async function moveMoney(owner: Knex, database: Database, { clerk, head }: Pick<BudgetPeople, 'clerk' | 'head'>): Promise<void> {
  const made = await owner('budget_documents').where({ organisation_id: clerk.organisationId, kind: 'transfer' }).first('id')
  if (made) return
  const key = (given: { days: number; title: string; from: string; into: string; amount: string }) => database.work(clerk, ownOrigin, (work) => transfer(work, given))
  const id = await key({ days: 10, title: 'โอนเพื่อจัดซื้อวัสดุสำนักงาน', from: '5330800', into: '5330100', amount: '30000' })
  const step = { meeting: '', letterNumber: 'คำสั่งที่ 41', letterDate: null, note: '' }
  await database.work(clerk, ownOrigin, (work) => submitTransfer(work, id, 1))
  await database.work(head, ownOrigin, (work) => approveTransfer(work, id, { ...step, version: 2, approver: 'executive', happenedOn: dayOf(work, 8) }))
  await database.work(clerk, ownOrigin, (work) => announceTransfer(work, id, { ...step, version: 3, happenedOn: dayOf(work, 6) }))
  await key({ days: 1, title: 'โอนเพื่อเป็นค่าไฟฟ้า', from: '5320300', into: '5340100', amount: '50000' })
}

async function transfer(work: OfficerWork, given: { days: number; title: string; from: string; into: string; amount: string }): Promise<string> {
  const documentDate = dayOf(work, given.days)
  const found = await findLines(work, { organisationId: work.actor.organisationId, fiscalYear: fiscalYearOf(documentDate), taskCode: '00111' })
  const row = (code: string) => ({ line: String(found.find((line) => line.economicCode === code)?.number ?? ''), amount: given.amount })
  return createTransfer(work, {
    formKey: randomUUID(), documentDate, title: given.title, reason: 'งบประมาณที่ตั้งไว้ไม่เพียงพอต่อการปฏิบัติงาน', changes: false,
    lines: { out: [row(given.from)], in: [row(given.into)], items: [] },
  })
}

/** So many days ago, but of this fiscal year. */
function dayOf({ today }: OfficerWork, days: number): CalendarDate {
  const [wanted, first] = [addDays(today, -days), fiscalYearPeriod(fiscalYearOf(today)).from]
  return compareDates(wanted, first) < 0 ? first : wanted
}
