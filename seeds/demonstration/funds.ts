// Money outside the ordinance and what lived on from last year: notices, accumulated money, a carry-forward, the plan of a school. Through the services, by two people each.
import { randomUUID } from 'node:crypto'
import { type Knex } from 'knex'
import {
  allocateGrant, approveAccumulated, approveCarry, approvePlan, carryMoney, createAccumulated, createAmendment, createCarry, createExtension, createGrant,
  createPlan, findLines, notifyGrant, receiveGrant, submitAccumulated, submitCarry, submitExtension,
} from '../../src/budget/index.ts'
import { calendarDate, fiscalYear, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { ownOrigin, type Database, type Officer, type OfficerWork } from '../../src/platform/database/work.ts'
import { agency, amended, grants, oldGrant, planned, repairs, type FundRow } from './fund-figures.ts'

export interface FundPeople {
  /** LAO_BUDGET */
  readonly clerk: Officer
  /** LAO_FIN_HEAD */
  readonly head: Officer
  /** LAO_ACCOUNT, who carries money over */
  readonly accountant: Officer
}

type Do = <T>(officer: Officer, act: (work: OfficerWork) => Promise<T>) => Promise<T>
const by = (database: Database): Do => (officer, act) => database.work(officer, ownOrigin, act)
const plain = { letterNumber: '', letterDate: null, note: '', meeting: '' }

/** A day of the year's months from October, or today where it is still to come. */
function dayOf(year: FiscalYear, monthDay: string, today: CalendarDate): CalendarDate {
  const day = calendarDate(`${monthDay >= '10' ? year - 544 : year - 543}-${monthDay}`)
  return day < today ? day : today
}

/** Once: an office that has a notice keeps what it has. */
export async function keyFunds(owner: Knex, database: Database, people: FundPeople): Promise<void> {
  const made = await owner('budget_documents').where({ organisation_id: people.clerk.organisationId, kind: 'grant' }).first('id')
  if (made) return
  const rows = await owner('departments').where({ organisation_id: people.clerk.organisationId }).select('id', 'name')
  const owners = new Map<string, string>(rows.map((row) => [row.name, row.id]))
  const act = by(database)
  await carryOver(act, people, owners)
  await takeNotices(act, people, owners)
  await spendAccumulated(act, people, owners)
  await act(people.clerk, amend)
}

const typed = (rows: readonly FundRow[], owners: ReadonlyMap<string, string>) => rows.map(({ department, ...row }) => ({ ...row, department: owners.get(department) ?? '' }))

interface Noticed {
  readonly id: string
  readonly year: FiscalYear
}

async function notice(work: OfficerWork, given: { readonly grant: typeof oldGrant; readonly year: FiscalYear; readonly owners: ReadonlyMap<string, string> }): Promise<Noticed> {
  const { grant: { day, lines, total, spendBy, ...grant }, year, owners } = given
  const documentDate = dayOf(year, day, work.today)
  const id = await createGrant(work, {
    ...grant, ...agency, formKey: randomUUID(), documentDate, letterDate: documentDate, total: baht(total), spendBy: dayAt(year, spendBy), lines: typed(lines, owners),
  })
  await notifyGrant(work, id, 1)
  return { id, year }
}

/** Whatever today is. */
function dayAt(year: FiscalYear, monthDay: string): CalendarDate {
  return calendarDate(`${year - 543}-${monthDay}`)
}

/** Last year's notice was not spent in time: it is carried, in two tasks, and one of them asks for more time already. */
async function carryOver(act: Do, { clerk, head, accountant }: FundPeople, owners: ReadonlyMap<string, string>): Promise<void> {
  const year = await act(clerk, async (work) => fiscalYear(fiscalYearOf(work.today) - 1))
  const { id } = await act(clerk, (work) => notice(work, { grant: oldGrant, year, owners }))
  await act(clerk, (work) => receiveGrant(work, id, { version: 2, happenedOn: dayOf(year, '09-05', work.today), amount: baht(oldGrant.total), reference: 'หนังสือแจ้งโอนเงิน ชบ 0023.6/8890' }))
  await act(head, (work) => allocateGrant(work, id, { ...plain, version: 3, happenedOn: dayOf(year, '09-08', work.today) }))
  const carried = await act(accountant, async (work) => {
    const lines = await findLines(work, { organisationId: work.actor.organisationId, fiscalYear: year })
    const made = await createCarry(work, {
      formKey: randomUUID(), documentDate: dayOf(year, '09-20', work.today), title: `กันเงินอุดหนุนเฉพาะกิจ ปีงบประมาณ ${year}`, reason: 'ได้รับจัดสรรปลายปีงบประมาณ จัดหาไม่ทันภายในปี',
      fiscalYear: year, variant: 'CF-G', untilDate: `30/09/${year + 1}`,
      rows: lines.map((line, index) => ({ of: `${line.id}:available::`, amount: oldGrant.lines[index]?.amount ?? '', reason: index === 0 ? 'อยู่ระหว่างประกวดราคา' : '' })),
    })
    await submitCarry(work, made, 1)
    return made
  })
  await act(head, (work) => approveCarry(work, carried, { ...plain, version: 2, approver: 'executive', happenedOn: dayOf(year, '09-25', work.today), letterNumber: `คำสั่งที่ 312/${year}` }))
  await act(head, (work) => carryMoney(work, carried, 3))
  await act(accountant, async (work) => {
    const lines = await findLines(work, { organisationId: work.actor.organisationId, fiscalYear: fiscalYear(year + 1), sourceCode: '9002' })
    const id = await createExtension(work, {
      formKey: randomUUID(), documentDate: dayOf(fiscalYear(year + 1), '11-25', work.today), title: 'ขยายเวลาเบิกจ่ายเงินอุดหนุนเฉพาะกิจ', reason: 'ผู้รับจ้างขอขยายเวลาเนื่องจากอุทกภัย',
      rows: lines.slice(0, 1).map((line) => ({ of: line.id, untilDate: `31/03/${year + 2}`, reason: '' })),
    })
    await submitExtension(work, id, 1)
  })
}

/** One allocated with half its money in, one that waits to be allocated. */
async function takeNotices(act: Do, { clerk, head }: FundPeople, owners: ReadonlyMap<string, string>): Promise<void> {
  const year = await act(clerk, async (work) => fiscalYearOf(work.today))
  const [allocated, waiting] = grants
  const { id } = await act(clerk, (work) => notice(work, { grant: allocated, year, owners }))
  await act(head, (work) => allocateGrant(work, id, { ...plain, version: 2, happenedOn: dayOf(year, '11-05', work.today) }))
  await act(clerk, (work) => receiveGrant(work, id, { version: 3, happenedOn: dayOf(year, '11-12', work.today), amount: baht('600000'), reference: 'หนังสือแจ้งโอนเงิน ชบ 0023.6/10234' }))
  await act(clerk, (work) => notice(work, { grant: waiting, year, owners }))
}

/** One approved by the council, one laid before it. */
async function spendAccumulated(act: Do, { clerk, head }: FundPeople, owners: ReadonlyMap<string, string>): Promise<void> {
  const asked = ({ day, lines, ...given }: typeof repairs[number]) => act(clerk, async (work) => {
    const id = await createAccumulated(work, {
      ...given, formKey: randomUUID(), documentDate: dayOf(fiscalYearOf(work.today), day, work.today), source: '2001', contributions: true, lines: typed(lines, owners),
    })
    await submitAccumulated(work, id, 1)
    return id
  })
  const [first, second] = repairs
  const id = await asked(first)
  await act(head, (work) => {
    const year = fiscalYearOf(work.today)
    return approveAccumulated(work, id, { ...plain, version: 2, approver: 'council', meeting: `สมัยสามัญที่ 4 ครั้งที่ 1/${year - 1}`, happenedOn: dayOf(year, '11-20', work.today) })
  })
  await asked(second)
}

/** A line of the ordinance that is to be worded otherwise, still a draft. */
async function amend(work: OfficerWork): Promise<void> {
  const year = fiscalYearOf(work.today)
  const lines = await findLines(work, { organisationId: work.actor.organisationId, fiscalYear: year, taskCode: amended.task })
  const found = lines.find(({ economicCode }) => economicCode === amended.code)
  await createAmendment(work, {
    formKey: randomUUID(), documentDate: dayOf(year, '11-26', work.today), title: amended.title, reason: amended.reason, line: String(found?.number ?? ''),
    explanation: amended.explanation, location: found?.location ?? '', changes: false,
  })
}

/** The plan of a school in force; once. */
export async function planSchool(owner: Knex, database: Database, { clerk, head }: Pick<FundPeople, 'clerk' | 'head'>): Promise<void> {
  const made = await owner('budget_documents').where({ organisation_id: clerk.organisationId, kind: 'plan' }).first('id')
  if (made) return
  const act = by(database)
  const id = await act(clerk, (work) => {
    const year = fiscalYearOf(work.today)
    return createPlan(work, {
      formKey: randomUUID(), fiscalYear: year, variant: 'plan', documentDate: dayOf(year, '10-02', work.today), title: `แผนการใช้จ่ายเงินของสถานศึกษา ปีงบประมาณ ${year}`,
      authority: 'คณะกรรมการสถานศึกษา', reason: 'ตามแผนปฏิบัติการประจำปีของโรงเรียน', rows: planned,
    })
  })
  await act(head, (work) => approvePlan(work, id, { version: 1, happenedOn: dayOf(fiscalYearOf(work.today), '10-05', work.today), letterNumber: 'มติที่ประชุมครั้งที่ 2/2569', note: '' }))
}
