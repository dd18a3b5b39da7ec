// A draft of an ordinance with revenues and lines of every kind, and one with as many lines as asked for.
import { baht } from '../../../src/platform/money.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { setLines } from '../../../src/budget/document-lines/document-lines.repository.ts'
import { getDocument, insertDocument, moveDocument } from '../../../src/budget/document/document.repository.ts'
import { takeNumber } from '../../../src/budget/document/document.service.ts'
import { type NewDocumentLine } from '../../../src/budget/document/document.ts'
import { setRevenueLines } from '../../../src/budget/ordinance/ordinance.repository.ts'
import { type BudgetOffice } from '../world.ts'

interface Line {
  readonly task: string
  readonly code: string
  readonly title: string
  readonly amount: string
  readonly subsidy?: string
}

/** 42,000,000 altogether, of which personnel cost 17,200,000: 40.95 % (scenario 4). */
export const ordinanceLines: readonly Line[] = [
  { task: '00111', code: '5210100', title: 'เงินเดือนนายก/รองนายก', amount: '1200000.00' },
  { task: '00111', code: '5220100', title: 'เงินเดือนพนักงาน', amount: '17700000.00', subsidy: '500000.00' },
  { task: '00111', code: '5330100', title: 'วัสดุสำนักงาน', amount: '500000.00' },
  { task: '00111', code: '5320300', title: 'โครงการฝึกอบรมผู้นำชุมชน', amount: '800000.00', subsidy: '300000.00' },
  { task: '00211', code: '5330100', title: 'วัสดุสำนักงาน', amount: '450000.00' },
  { task: '00211', code: '5610200', title: 'อุดหนุนโรงเรียนบ้านหนองน้ำใส โครงการอาหารกลางวัน', amount: '1050000.00' },
  { task: '00312', code: '5420700', title: 'ก่อสร้างถนนคอนกรีตเสริมเหล็ก สายบ้านป่าน้ำปี่', amount: '19300000.00' },
  { task: '00411', code: '5111000', title: 'สำรองจ่าย', amount: '1000000.00' },
]

const revenues = [
  { code: '41100001', amount: '1950000.00' }, { code: '41100002', amount: '50000.00' }, { code: '42100001', amount: '20000000.00' }, { code: '43100001', amount: '20050000.00' },
]

export async function anOrdinance(office: BudgetOffice, lines: readonly Line[] = ordinanceLines, { personnel = '' } = {}): Promise<string> {
  return office.clerk.work(async (work) => {
    const id = await insertDocument(work, {
      kind: 'annual', fiscalYear: office.fiscalYear, documentDate: calendarDate('2026-08-10'), title: 'งบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. 2570', formKey: null, sourceCode: '10',
      particulars: { principle: 'เพื่อให้การบริหารราชการเป็นไปตามแผนพัฒนาท้องถิ่น', personnelExplanation: personnel, position: 'ฐานะการคลังมั่นคง', performance: 'ดำเนินการได้ตามแผน' },
    })
    await setLines(work, id, lines.map((line) => written(office, line)))
    await setRevenueLines(work, id, revenues.map(({ code, amount }) => ({
      code, actuals: [baht('100000.00'), baht('200000.00'), baht('10000000.00')], estimateNow: baht('1000000.00'), amount: baht(amount),
      explanation: `ประมาณการตามรายรับจริง ${code}`,
    })))
    return id
  })
}

function written(office: BudgetOffice, { task, code, title, amount, subsidy }: Line): NewDocumentLine {
  return {
    direction: 'set', amount: baht(amount), ...(subsidy !== undefined && { fromSubsidy: baht(subsidy) }), explanation: `เพื่อจ่ายเป็น${title} ตามภารกิจของหน่วยงาน`,
    key: { sourceCode: '10', departmentId: office.departmentId, taskCode: task, economicCode: code, title },
    actuals: [baht('100.00'), baht('200.00'), baht('300.00')], estimateNow: baht('400.00'),
    ...(code.startsWith('54') && { quantity: '1.00', unit: 'สาย', location: 'หมู่ที่ 3', planReference: '(พ.ศ. 2566–2570) หน้า 45 ลำดับที่ 12' }),
  }
}

/** So long that it breaks over pages: each line of the list once for every number. */
export function manyLines(times: number): Line[] {
  return Array.from({ length: times }, (_, index) => ordinanceLines.map((line) => ({ ...line, title: `${line.title} แห่งที่ ${index + 1}` }))).flat()
}

/** Signed and announced, as its papers then say. */
export async function enact(office: BudgetOffice, id: string): Promise<void> {
  await office.head.work(async (work) => {
    const document = await getDocument(work, { organisationId: office.organisationId, id, kinds: ['annual'] })
    await moveDocument(work, document, { state: 'enforced', number: await takeNumber(work, document), approvedBy: work.actor.userId })
  })
}
