import { ordinancePaths as paths } from '../../src/budget/ordinance.paths.ts'
import { saveRevenues } from '../../src/budget/ordinance-revenues/ordinance-revenues.service.ts'
import { saveTask } from '../../src/budget/ordinance-tasks/ordinance-tasks.service.ts'
import { aDraft, setState } from '../budget/ordinance-form/drafts.ts'
import { type BudgetSamples, type BudgetStage } from './budget-visits.ts'

const blank = { actual1: '', actual2: '', actual3: '', explanation: '' }

async function aTypedDraft({ saensuk }: BudgetStage, year: number): Promise<string> {
  const id = await aDraft(saensuk, year)
  const line = (code: string, title: string, amount: string) => ({ line: '', department: saensuk.departmentId, code, title, amount, fromSubsidy: '', explanation: 'จัดซื้อตามความจำเป็นของงานและแผนพัฒนาท้องถิ่น' })
  await saensuk.clerk.work(async (work) => {
    await saveTask(work, { id, task: '00111' }, { version: 1, lines: [
      line('5220100', '', '1250000'), line('5330100', '', '120000'), line('5411600', 'เครื่องคอมพิวเตอร์สำหรับงานประมวลผล แบบที่ 2 จำนวน 2 เครื่อง', '46000'),
    ] })
    await saveTask(work, { id, task: '00411' }, { version: 2, lines: [line('5110700', '', '8400000'), line('5111000', '', '300000')] })
    await saveRevenues(work, id, { version: 3, lines: [
      { ...blank, code: '41100003', actual1: '1080000', actual2: '1120000', actual3: '1150000', estimateNow: '1200000', amount: '1250000', explanation: 'ประมาณการจากทะเบียนผู้เสียภาษี' },
      { ...blank, code: '41100009', estimateNow: '9000000', amount: '9500000' }, { ...blank, code: '43100001', estimateNow: '20000000', amount: '19800000' },
    ] })
  })
  return id
}

/** One draft with both sides begun, and one that is in force. */
export const formSamples: BudgetSamples = async (stage) => {
  const { signedIn, saensuk } = stage
  const [draft, enforced] = [await aTypedDraft(stage, 2573), await aTypedDraft(stage, 2574)]
  await setState(saensuk, enforced, 'enforced')
  const as = () => signedIn('saensuk.budget')
  return {
    [paths.revenuesRoute]: [{ name: 'estimates of revenue by category', address: paths.revenues(draft), as }],
    [paths.revenuesEditRoute]: [
      { name: 'estimates of revenue, typed', address: paths.revenuesEdit(draft), as },
      { name: 'estimates of revenue, refused', address: paths.revenuesEdit(draft), as, then: (screen) => screen.send({ 'lines.1.amount': '12.345', 'lines.3.code': '41100006' }, 'บันทึก') },
    ],
    [paths.expendituresRoute]: [{ name: 'expenditure by plan, task and type', address: paths.expenditures(draft), as }],
    [paths.importRoute]: [{ name: 'expenditure from a file', address: paths.import(draft), as }],
    [paths.taskRoute]: [{ name: 'the lines of a task', address: paths.task(draft, '00111'), as }],
    [paths.taskEditRoute]: [
      { name: 'the grid of a task', address: paths.taskEdit(draft, '00111'), as },
      { name: 'the grid of a task, refused', address: paths.taskEdit(draft, '00111'), as, then: (screen) => screen.send({ 'lines.1.amount': '-1.00', 'lines.3.code': '5110700' }, 'บันทึก') },
    ],
    [paths.lineNewRoute]: [{ name: 'a whole line, new', address: paths.lineNew(draft, '00111'), as }],
    [paths.lineRoute]: [
      { name: 'a whole line of a draft', address: paths.line(draft, 3), as },
      { name: 'a line in force', address: paths.line(enforced, 3), as },
    ],
  }
}
