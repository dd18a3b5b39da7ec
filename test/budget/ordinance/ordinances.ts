// Drafts for tests: revenue and expenditure as the application stores them, and the walk through council and supervisor.
import { randomUUID } from 'node:crypto'
import { setLines } from '../../../src/budget/document-lines/document-lines.repository.ts'
import { insertDocument } from '../../../src/budget/document/document.repository.ts'
import { type NewDocumentLine } from '../../../src/budget/document/document.ts'
import { setRevenueLines } from '../../../src/budget/ordinance/ordinance.repository.ts'
import {
  createOrdinance, enforceOrdinance, getOrdinance, proposeOrdinance, recordCouncil, recordSupervisor,
} from '../../../src/budget/ordinance/ordinance.service.ts'
import { sourceOfKind, type Ordinance, type OrdinanceKind } from '../../../src/budget/ordinance/ordinance.ts'
import { calendarDate, type CalendarDate, type FiscalYear } from '../../../src/platform/dates.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { type BudgetOffice } from '../world.ts'

export interface GivenRevenue {
  readonly code?: string
  readonly amount: string
  readonly lastYear?: string
  readonly explanation?: string
}

export interface GivenLine {
  readonly task?: string
  readonly code?: string
  readonly title?: string
  readonly amount: string
  readonly fromSubsidy?: string
  readonly explanation?: string
  readonly planReference?: string
  readonly quantity?: string
  readonly location?: string
}

export interface GivenDraft {
  readonly revenues?: readonly GivenRevenue[]
  readonly lines: readonly GivenLine[]
  readonly personnelExplanation?: string
  /** Another year than the office's, however far away. */
  readonly year?: FiscalYear
  readonly kind?: OrdinanceKind
  readonly effectiveOn?: CalendarDate
  readonly enterpriseId?: string
  /** Of a special budget of another year. */
  readonly parentId?: string
}

export const reserve: GivenLine = { task: '00411', code: '5111000', title: 'สำรองจ่าย', amount: '300000.00' }

export async function aDraft(office: BudgetOffice, { revenues = [], lines, personnelExplanation = '', year, kind = 'annual', effectiveOn, enterpriseId, parentId }: GivenDraft): Promise<string> {
  return office.clerk.work(async (work) => {
    const head = { title: 'เทศบัญญัติงบประมาณรายจ่าย', formKey: randomUUID() }
    const particulars = { principle: '', position: '', performance: '', personnelExplanation }
    const id = year === undefined ? await createOrdinance(work, { ...head, kind, fiscalYear: office.fiscalYear, effectiveOn: effectiveOn ?? null, enterpriseId: enterpriseId ?? null, ...particulars })
      : await insertDocument(work, {
        ...head, kind, fiscalYear: year, documentDate: work.today, sourceCode: '10', particulars, ...(kind === 'supplementary' && { ordinal: 9, effectiveOn: effectiveOn ?? null }), ...(kind === 'special' && { enterpriseId, parentId }),
      })
    await setRevenueLines(work, id, revenues.map(({ code = '41100001', amount, lastYear = '0.00', explanation = 'ตามที่จัดเก็บได้จริง' }) => (
      { code, actuals: [zero, zero, baht(lastYear)] as const, estimateNow: zero, amount: baht(amount), explanation })))
    await setLines(work, id, lines.map((line) => lineOf(office, line, kind)))
    return id
  })
}

function lineOf(office: BudgetOffice, line: GivenLine, kind: OrdinanceKind): NewDocumentLine {
  const { task = '00111', code = '5330100', title = 'วัสดุสำนักงาน', explanation = 'จัดซื้อตามความจำเป็น' } = line
  return {
    direction: 'set', key: { sourceCode: sourceOfKind(kind), departmentId: office.departmentId, taskCode: task, economicCode: code, title }, amount: baht(line.amount),
    fromSubsidy: baht(line.fromSubsidy ?? '0.00'), explanation, planReference: line.planReference ?? '', quantity: line.quantity ?? null, location: line.location ?? '',
  }
}

export const ordinanceOf = (office: BudgetOffice, id: string): Promise<Ordinance> => office.head.read((read) => getOrdinance(read, id))

/** The form of a step on a day, at the version that stands now. */
async function formOn(office: BudgetOffice, id: string, day: string) {
  const { version } = await ordinanceOf(office, id)
  return { version, happenedOn: calendarDate(day), meeting: '', letterNumber: '', letterDate: null, note: '' }
}

export async function propose(office: BudgetOffice, id: string, day: string, warningsSeen = true): Promise<void> {
  const form = { ...await formOn(office, id, day), warningsSeen }
  await office.clerk.work((work) => proposeOrdinance(work, id, form))
}

export async function councilApproves(office: BudgetOffice, id: string, day: string): Promise<void> {
  const form = { ...await formOn(office, id, day), meeting: 'สมัยสามัญที่ 3 ครั้งที่ 2/2569' }
  await office.head.work((work) => recordCouncil(work, id, form))
}

export async function supervisorApproves(office: BudgetOffice, id: string, day: string): Promise<void> {
  const form = { ...await formOn(office, id, day), letterNumber: 'ชบ 0023.6/1234' }
  await office.head.work((work) => recordSupervisor(work, id, form))
}

export async function enforce(office: BudgetOffice, id: string, day: string): Promise<void> {
  const form = await formOn(office, id, day)
  await office.head.work((work) => enforceOrdinance(work, id, form))
}

const walk = [
  ['propose', '08-10', propose], ['council', '08-28', councilApproves], ['supervise', '09-10', supervisorApproves], ['enforce', '09-20', enforce],
] as const

/** From draft as far as asked, on the days of a good year. */
export async function walked(office: BudgetOffice, id: string, until: (typeof walk)[number][0] = 'enforce'): Promise<void> {
  const { fiscalYear } = await ordinanceOf(office, id)
  for (const [step, day, take] of walk) {
    await take(office, id, `${fiscalYear - 544}-${day}`)
    if (step === until) return
  }
}
