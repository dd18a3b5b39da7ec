import { randomUUID } from 'node:crypto'
import { planBelowPaths, planOfferPaths, planPaths as paths } from '../../src/budget/budget.paths.ts'
import { approvePlan, createPlan } from '../../src/budget/plan/plan.service.ts'
import { fiscalYearOf } from '../../src/platform/dates.ts'
import { type TestOffice } from '../support/app.ts'
import { anOfficer, asOfficer, organisation } from '../support/world.ts'
import { type BudgetSamples } from './budget-visits.ts'

/** A school's plan in force, and a draft of its next version. */
export const planSamples: BudgetSamples = async ({ office, signedIn, inPerson }) => {
  const school = await organisation(office, '420010305001')
  const maker = await inPerson('school.account')
  const chief = asOfficer(office, await anOfficer(office, { at: school, groups: ['SUB_FIN_HEAD'] }))
  const row = (source: string, title: string, amount: string) => ({ source, task: '00211', code: '5330100', title, amount, explanation: 'ตามแผนปฏิบัติการประจำปี' })
  const made = (amount: string) => maker.work((work) => createPlan(work, {
    formKey: randomUUID(), documentDate: work.today, title: 'แผนการใช้จ่ายเงินรายได้สถานศึกษา', reason: 'ตามแผนปฏิบัติการประจำปี', authority: 'คณะกรรมการสถานศึกษา',
    fiscalYear: fiscalYearOf(work.today), variant: 'plan', rows: [row('A1', 'วัสดุการศึกษา', amount), row('A3', 'โครงการอาหารกลางวัน', '120000')],
  }))
  const standing = await made('850000')
  await chief.work((work) => approvePlan(work, standing, { version: 1, happenedOn: work.today, letterNumber: 'มติที่ 3/2569', note: '' }))
  const draft = await made('900000')
  const town = await organisation(office, '4200103')
  const special = await sentSpecial(office, { town: town.id, unit: (await organisation(office, '420010301001')).id })
  const [clerk, head, lao] = [() => signedIn('school.account'), () => signedIn('school.head'), () => signedIn('saensuk.head')]
  return {
    [paths.showRoute]: [
      { name: 'a plan in force', address: paths.show(standing), as: clerk }, { name: 'the next version of a plan, in draft', address: paths.show(draft), as: head },
    ],
    [paths.editRoute]: [{ name: 'the form of a plan, filled', address: paths.edit(draft), as: clerk }],
    [paths.stepRoute('approve')]: [{ name: 'recording the approval of a plan', address: paths.step(draft, 'approve'), as: head }],
    [planBelowPaths.showRoute]: [{ name: 'a plan of a school, as the town sees it', address: planBelowPaths.show(school.id, standing), as: lao }],
    [planOfferPaths.showRoute]: [{ name: 'a special budget sent by the town', address: planOfferPaths.show(town.id, special), as: () => signedIn('pawn.account') }],
    [planOfferPaths.list]: [{ name: 'special budgets sent by the town', address: planOfferPaths.list, as: () => signedIn('pawn.account') }],
    planForm: [{ name: 'a plan, nothing typed', address: `${paths.new}?variant=special`, as: clerk, then: (screen) => screen.press('บันทึกร่าง') }],
    plansBelow: [{ name: 'plans of the units below', address: planBelowPaths.list, as: lao }],
  }
}

/** As the announcement of the ordinance leaves it. */
async function sentSpecial({ owner, clock }: TestOffice, { town, unit }: { readonly town: string; readonly unit: string }): Promise<string> {
  const [enterprise] = await owner('budget_enterprises').insert({ organisation_id: town, name: 'กิจการที่ส่งงบประมาณแล้ว', sub_unit_id: unit }).returning('id')
  const user = await owner('users').where({ username: 'saensuk.budget' }).first('id')
  const head = { organisation_id: town, state: 'cancelled', series: 'BUD', fiscal_year: 2570, document_date: '2026-08-10', prepared_by: user.id, prepared_at: clock.now() }
  const [annual] = await owner('budget_documents').insert({ ...head, kind: 'annual', title: 'งบประมาณรายจ่ายประจำปี' }).returning('id')
  const [special] = await owner('budget_documents').insert({ ...head, kind: 'special', title: 'เฉพาะการ', enterprise_id: enterprise.id, parent_id: annual.id }).returning('id')
  const key = { organisation_id: town, document_id: special.id, receiver_id: unit }
  await owner('budget_offers').insert({
    ...key, fiscal_year: 2570, ordinance: 'งบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. 2570 BUD-00001/70', title: 'งบประมาณรายจ่ายเฉพาะการสถานธนานุบาล ปีงบประมาณ พ.ศ. 2570',
    enacted_on: '2026-10-01', revenue: '4200000.00', total: '4020000.00',
  })
  await owner('budget_offer_lines').insert([
    { ...key, line: 1, task_code: '00331', economic_code: '5220100', title: 'เงินเดือนพนักงานสถานธนานุบาล', amount: '3900000.00', explanation: 'ตามกรอบอัตรากำลัง 9 อัตรา' },
    { ...key, line: 2, task_code: '00331', economic_code: '5330100', title: 'วัสดุสำนักงาน', amount: '120000.00', explanation: '' },
  ])
  return special.id
}
