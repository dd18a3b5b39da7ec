import { randomUUID } from 'node:crypto'
import { carryPaths as paths, extensionPaths, lapsePaths, pastDuePath } from '../../src/budget/budget.paths.ts'
import { approveCarry, carryMoney, createCarry, submitCarry } from '../../src/budget/carry/carry.service.ts'
import { createExtension, submitExtension } from '../../src/budget/extension/extension.service.ts'
import { closePath, closeRoute } from '../../src/budget/ordinance.paths.ts'
import { commit } from '../../src/budget/index.ts'
import { approveLapse, createLapse } from '../../src/budget/lapse/lapse.service.ts'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { anEnactedBudget, type BudgetOffice } from '../budget/world.ts'
import { type BudgetSamples, type BudgetStage } from './budget-visits.ts'

const year = fiscalYear(2569)

/** Last year's budget of the town: a contract not yet paid, a pump not yet ordered. */
async function lastYear(saensuk: BudgetOffice): Promise<{ readonly road: string; readonly pump: string }> {
  const [road = '', pump = ''] = await anEnactedBudget({ ...saensuk, fiscalYear: year }, [
    { code: '5420900', amount: '400000.00', title: 'ถนนสายหลัก', task: '00312' }, { code: '5411600', amount: '90000.00', title: 'เครื่องสูบน้ำ' },
  ], { kind: 'supplementary' })
  const act = { source: { kind: 'contract', id: '71' }, event: 'committed', date: calendarDate('2026-09-15'), description: 'สัญญาจ้างก่อสร้างถนนสายหลัก เลขที่ 71/2569' }
  await saensuk.accountant.work((work) => commit(work, act, [{ lineId: road, amount: baht('380000.00') }]))
  return { road, pump }
}

/** Extensions and lapses, in draft and decided. */
async function extendedAndLapsed({ signedIn, saensuk, office }: BudgetStage, road: string): ReturnType<BudgetSamples> {
  const { id: of } = await office.owner('budget_lines').where({ carried_from: road }).first('id')
  const extension = () => saensuk.accountant.work((work) => createExtension(work, {
    formKey: randomUUID(), documentDate: work.today, title: 'ขยายเวลาเบิกจ่าย', reason: 'ผู้รับจ้างได้รับการขยายสัญญา', rows: [{ of, untilDate: '31/03/2571', reason: '' }],
  }))
  const lapse = () => saensuk.accountant.work((work) => createLapse(work, {
    formKey: randomUUID(), documentDate: work.today, title: 'พับเงินปีงบประมาณ 2569', reason: 'สิ้นปีงบประมาณแล้ว', wanted: [`${road}:available::`],
  }))
  const [typed, waiting, listed, lapsed] = [await extension(), await extension(), await lapse(), await lapse()]
  await saensuk.accountant.work((work) => submitExtension(work, waiting, 1))
  await saensuk.head.work((work) => approveLapse(work, lapsed, { version: 1, happenedOn: work.today }))
  const [clerk, head] = [() => signedIn('saensuk.account'), () => signedIn('saensuk.head')]
  return {
    [extensionPaths.showRoute]: [{ name: 'an extension laid before the executive', address: extensionPaths.show(waiting), as: head }],
    [extensionPaths.editRoute]: [{ name: 'the form of an extension, filled', address: extensionPaths.edit(typed), as: clerk }],
    [extensionPaths.stepRoute('approve')]: [{ name: 'recording the approval of an extension', address: extensionPaths.step(waiting, 'approve'), as: head }],
    [lapsePaths.showRoute]: [{ name: 'money that lapsed', address: lapsePaths.show(lapsed), as: clerk }],
    [lapsePaths.editRoute]: [{ name: 'the form of a lapse, ticked', address: lapsePaths.edit(listed), as: clerk }],
    [lapsePaths.stepRoute('approve')]: [{ name: 'recording the approval of a lapse', address: lapsePaths.step(listed, 'approve'), as: head }],
    extensionForm: [{ name: 'an extension, nothing typed', address: extensionPaths.new, as: clerk, then: (screen) => screen.press('บันทึกร่าง') }],
    pastDue: [{ name: 'lines past their last day', address: pastDuePath, as: clerk }],
    lapseList: [{ name: 'the list of lapses', address: `${paths.list}?kind=lapse&year=2570`, as: head }],
  }
}

/** Carry-forwards in draft, laid before the council, and carried into the new year. */
export const yearEndSamples: BudgetSamples = async (stage) => {
  const { signedIn, saensuk } = stage
  const { road, pump } = await lastYear(saensuk)
  const [old = ''] = await anEnactedBudget({ ...saensuk, fiscalYear: fiscalYear(2572) }, [{ code: '5330100', amount: '15000.00', title: 'วัสดุสำนักงาน' }])
  const { document_id: ordinance } = await stage.office.owner('budget_lines').where({ id: old }).first('document_id')
  const made = (variant: 'CF-O' | 'CF-N', of: string, amount: string) => saensuk.accountant.work((work) => createCarry(work, {
    formKey: randomUUID(), documentDate: work.today, title: 'กันเงินปีงบประมาณ 2569', reason: 'งานยังไม่แล้วเสร็จ', fiscalYear: year, variant, untilDate: '30/09/2570',
    rows: [{ of, amount, reason: 'ผู้รับจ้างส่งงานงวดสุดท้ายเดือนธันวาคม' }],
  }))
  const free = `${pump}:available::`
  const [draft, waiting, carried] = [await made('CF-N', free, '10000'), await made('CF-N', free, '20000'), await made('CF-O', `${road}:committed:contract:71`, '380000')]
  for (const id of [waiting, carried]) await saensuk.accountant.work((work) => submitCarry(work, id, 1))
  const step = { version: 2, meeting: '', letterNumber: 'คำสั่งที่ 80/2569', letterDate: null, note: '' }
  await saensuk.head.work((work) => approveCarry(work, carried, { ...step, approver: 'executive', happenedOn: work.today }))
  await saensuk.head.work((work) => carryMoney(work, carried, 3))
  const [clerk, head] = [() => signedIn('saensuk.account'), () => signedIn('saensuk.head')]
  return {
    ...await extendedAndLapsed(stage, road),
    [closeRoute]: [{ name: 'closing the year of an ordinance, something still open', address: closePath(ordinance), as: head }],
    [paths.showRoute]: [
      { name: 'a carry-forward laid before the council', address: paths.show(waiting), as: head }, { name: 'money carried into the new year', address: paths.show(carried), as: clerk },
    ],
    [paths.editRoute]: [{ name: 'the form of a carry-forward, filled', address: paths.edit(draft), as: clerk }],
    [paths.stepRoute('approve')]: [{ name: 'recording the approval of a carry-forward', address: paths.step(waiting, 'approve'), as: head }],
    carryForm: [{ name: 'a carry-forward, nothing typed', address: `${paths.new}?variant=CF-N&year=2569`, as: clerk, then: (screen) => screen.press('บันทึกร่าง') }],
  }
}
