import { randomUUID } from 'node:crypto'
import { planBelowPaths, planPaths as paths } from '../../src/budget/budget.paths.ts'
import { approvePlan, createPlan } from '../../src/budget/plan/plan.service.ts'
import { fiscalYearOf } from '../../src/platform/dates.ts'
import { anOfficer, asOfficer, organisation } from '../support/world.ts'
import { type BudgetSamples } from './budget-visits.ts'

/** A school's plan in force, and a draft of its next version. */
export const planSamples: BudgetSamples = async ({ office, signedIn }) => {
  const school = await organisation(office, '420010305001')
  const maker = asOfficer(office, await anOfficer(office, { at: school, groups: ['SUB_ACCOUNT'] }))
  const chief = asOfficer(office, await anOfficer(office, { at: school, groups: ['SUB_FIN_HEAD'] }))
  const row = (source: string, title: string, amount: string) => ({ source, task: '00211', code: '5330100', title, amount, explanation: 'ตามแผนปฏิบัติการประจำปี' })
  const made = (amount: string) => maker.work((work) => createPlan(work, {
    formKey: randomUUID(), documentDate: work.today, title: 'แผนการใช้จ่ายเงินรายได้สถานศึกษา', reason: 'ตามแผนปฏิบัติการประจำปี', authority: 'คณะกรรมการสถานศึกษา',
    fiscalYear: fiscalYearOf(work.today), variant: 'plan', rows: [row('A1', 'วัสดุการศึกษา', amount), row('A3', 'โครงการอาหารกลางวัน', '120000')],
  }))
  const standing = await made('850000')
  await chief.work((work) => approvePlan(work, standing, { version: 1, happenedOn: work.today, letterNumber: 'มติที่ 3/2569', note: '' }))
  const draft = await made('900000')
  const [clerk, head, lao] = [() => signedIn('school.account'), () => signedIn('school.head'), () => signedIn('saensuk.head')]
  return {
    [paths.showRoute]: [
      { name: 'a plan in force', address: paths.show(standing), as: clerk }, { name: 'the next version of a plan, in draft', address: paths.show(draft), as: head },
    ],
    [paths.editRoute]: [{ name: 'the form of a plan, filled', address: paths.edit(draft), as: clerk }],
    [paths.stepRoute('approve')]: [{ name: 'recording the approval of a plan', address: paths.step(draft, 'approve'), as: head }],
    [planBelowPaths.showRoute]: [{ name: 'a plan of a school, as the town sees it', address: planBelowPaths.show(school.id, standing), as: lao }],
    planForm: [{ name: 'a plan, nothing typed', address: `${paths.new}?variant=special`, as: clerk, then: (screen) => screen.press('บันทึกร่าง') }],
    plansBelow: [{ name: 'plans of the units below', address: planBelowPaths.list, as: lao }],
  }
}
