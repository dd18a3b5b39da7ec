import { insertStep } from '../../src/budget/document/document.repository.ts'
import { createEnterprise } from '../../src/budget/enterprise/enterprise.service.ts'
import { ordinancePaths, specialPaths, supplementaryPaths, type OrdinancePaths } from '../../src/budget/ordinance.paths.ts'
import { type OrdinanceKind, type OrdinanceState } from '../../src/budget/ordinance/ordinance.ts'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
import { aDraft, reserve, walked, type GivenDraft } from '../budget/ordinance/ordinances.ts'
import { organisation } from '../support/world.ts'
import { type BudgetSamples, type BudgetStage } from './budget-visits.ts'
import { type PageVisit } from './page-visits.ts'

const lines = [
  { code: '5220100', title: 'เงินเดือนพนักงาน', amount: '17200000.00' }, { code: '5330100', title: 'วัสดุสำนักงาน', amount: '24500000.00', fromSubsidy: '1500000.00' }, reserve,
]

interface Staged {
  readonly kind: OrdinanceKind
  readonly paths: OrdinancePaths
  /** In the tests' names. */
  readonly name: string
}

/** Ordinances of five years, one at each step. */
async function visitsOf({ signedIn, saensuk }: BudgetStage, { kind, paths, name }: Staged): Promise<Readonly<Record<string, readonly PageVisit[]>>> {
  const given = { kind, effectiveOn: calendarDate('2027-06-01') }
  const of = (year: number) => aDraft(saensuk, {
    ...given, year: fiscalYear(year), revenues: [{ amount: '42000000.00', lastYear: '38500000.00' }], lines, personnelExplanation: 'ปรับอัตราเงินเดือนตามมติคณะรัฐมนตรี',
  })
  const faulty = await aDraft(saensuk, {
    ...given, year: fiscalYear(2571), revenues: [{ amount: '900.50', explanation: '' }], lines: [{ code: '5411600', title: 'คอมพิวเตอร์', amount: '46000.50', explanation: '' }],
  })
  const [proposed, council, supervised, enforced, reported] = [await of(2570), await of(2569), await of(2575), await of(2568), await of(2576)]
  if (kind === 'annual') {
    await walked(saensuk, proposed, 'propose')
    await walked(saensuk, council, 'council')
    await walked(saensuk, enforced)
    await stand(saensuk, { [supervised]: 'supervisor_approved' })
  } else await stand(saensuk, { [proposed]: 'proposed', [council]: 'council_approved', [supervised]: 'supervisor_approved', [enforced]: 'enforced' })
  await stand(saensuk, { [reported]: 'enforced' })
  await saensuk.clerk.work((work) => insertStep(work, reported, { action: 'report', happenedOn: work.today, letterNumber: 'ชบ 52002/567' }))
  const [clerk, head] = [() => signedIn('saensuk.budget'), () => signedIn('saensuk.head')]
  return {
    [paths.showRoute]: [
      { name: `${name} in draft, with faults`, address: paths.show(faulty), as: clerk },
      { name: `${name} before the council`, address: paths.show(proposed), as: head },
      { name: `${name} announced`, address: paths.show(enforced), as: clerk },
    ],
    [paths.editRoute]: [{ name: `head and speech of ${name}`, address: paths.edit(faulty), as: clerk }],
    [paths.stepRoute('propose')]: [{ name: `proposing ${name}`, address: paths.step(faulty, 'propose'), as: clerk }],
    [paths.stepRoute('cancel')]: [{ name: `giving up the draft of ${name}`, address: paths.step(faulty, 'cancel'), as: clerk }],
    [paths.stepRoute('council')]: [{ name: `what the council decided on ${name}`, address: paths.step(proposed, 'council'), as: head }],
    [paths.stepRoute('supervise')]: [{ name: `what the supervisor answered to ${name}`, address: paths.step(council, 'supervise'), as: head }],
    [paths.stepRoute('enforce')]: [{ name: `announcing ${name}`, address: paths.step(supervised, 'enforce'), as: head }],
    [paths.stepRoute('report')]: [{ name: `the copy sent of ${name}`, address: paths.step(enforced, 'report'), as: clerk }],
    [paths.stepRoute('correct')]: [{ name: `the record of the copy corrected, of ${name}`, address: paths.step(reported, 'correct'), as: clerk }],
  }
}

/** Put there: proposing it asks for receipts above the estimate, or its year is yet to come. */
async function stand({ db, head, organisationId }: BudgetStage['saensuk'], states: Readonly<Record<string, OrdinanceState>>): Promise<void> {
  for (const [id, state] of Object.entries(states)) {
    await db.owner('budget_documents').where({ organisation_id: organisationId, id }).update({
      state, number: Number(id), ...(state === 'enforced' && { approved_by: head.officer.userId, approved_at: db.clock.now() }),
    })
  }
}

/** The pages of its lines look as those of an annual one do. */
async function linesOf({ signedIn, saensuk }: BudgetStage, { kind, paths, name, ...given }: Staged & Partial<GivenDraft>): Promise<Readonly<Record<string, readonly PageVisit[]>>> {
  const draft = await aDraft(saensuk, { kind, year: fiscalYear(2572), revenues: [{ amount: '42000000.00' }], lines, ...given })
  const as = () => signedIn('saensuk.budget')
  return {
    [paths.revenuesRoute]: [{ name: `revenue of ${name}`, address: paths.revenues(draft), as }],
    [paths.revenuesEditRoute]: [{ name: `revenue of ${name}, typed`, address: paths.revenuesEdit(draft), as }],
    [paths.expendituresRoute]: [{ name: `expenditure of ${name}`, address: paths.expenditures(draft), as }],
    [paths.importRoute]: [{ name: `expenditure of ${name} from a file`, address: paths.import(draft), as }],
    [paths.taskRoute]: [{ name: `lines of a task of ${name}`, address: paths.task(draft, '00111'), as }],
    [paths.taskEditRoute]: [{ name: `the grid of a task of ${name}`, address: paths.taskEdit(draft, '00111'), as }],
    [paths.lineNewRoute]: [{ name: `a whole line of ${name}`, address: paths.lineNew(draft, '00111'), as }],
    [paths.lineRoute]: [{ name: `a whole line of the draft of ${name}`, address: paths.line(draft, 1), as }],
    ...(kind === 'special' && {
      [paths.showRoute]: [{ name: `${name}, in draft`, address: paths.show(draft), as }],
      [paths.editRoute]: [{ name: `head of ${name}`, address: paths.edit(draft), as }],
      [paths.stepRoute('cancel')]: [{ name: `giving up ${name}`, address: paths.step(draft, 'cancel'), as }],
    }),
  }
}

/** Of a pawnshop, in an ordinance that shows it. */
async function specialOf(stage: BudgetStage): Promise<Readonly<Record<string, readonly PageVisit[]>>> {
  const { office, saensuk, signedIn } = stage
  const pawnshop = await organisation(office, '420010301001')
  const enterpriseId = await saensuk.clerk.work((work) => createEnterprise(work, { name: 'สถานธนานุบาล', subUnitId: pawnshop.id }))
  const parentId = await aDraft(saensuk, { year: fiscalYear(2577), revenues: [{ amount: '42000000.00' }], lines })
  const given = {
    enterpriseId, parentId, revenues: [{ code: '41400051', amount: '4200000.00' }], lines: [{ task: '00111', title: 'วัสดุสำนักงาน', amount: '3900000.00' }, { task: '00331', title: 'ค่าเบี้ยประกันอัคคีภัย', amount: '120000.00' }],
  }
  return {
    ...await linesOf(stage, { kind: 'special', paths: specialPaths, name: 'a special budget', ...given, year: fiscalYear(2577) }),
    special: [{ name: 'an ordinance with a special budget', address: ordinancePaths.show(parentId), as: () => signedIn('saensuk.budget') }],
  }
}

export const ordinanceSamples: BudgetSamples = async (stage) => ({
  ...await visitsOf(stage, { kind: 'annual', paths: ordinancePaths, name: 'an ordinance' }),
  ...await visitsOf(stage, { kind: 'supplementary', paths: supplementaryPaths, name: 'a supplementary budget' }),
  ...await linesOf(stage, { kind: 'supplementary', paths: supplementaryPaths, name: 'a supplementary budget' }), ...await specialOf(stage),
})
