import { randomUUID } from 'node:crypto'
import { carryPaths as paths } from '../../src/budget/budget.paths.ts'
import { approveCarry, carryMoney, createCarry, submitCarry } from '../../src/budget/carry/carry.service.ts'
import { commit } from '../../src/budget/index.ts'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { anEnactedBudget, type BudgetOffice } from '../budget/world.ts'
import { type BudgetSamples } from './budget-visits.ts'

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

/** Carry-forwards in draft, laid before the council, and carried into the new year. */
export const yearEndSamples: BudgetSamples = async ({ signedIn, saensuk }) => {
  const { road, pump } = await lastYear(saensuk)
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
    [paths.showRoute]: [
      { name: 'a carry-forward laid before the council', address: paths.show(waiting), as: head }, { name: 'money carried into the new year', address: paths.show(carried), as: clerk },
    ],
    [paths.editRoute]: [{ name: 'the form of a carry-forward, filled', address: paths.edit(draft), as: clerk }],
    [paths.stepRoute('approve')]: [{ name: 'recording the approval of a carry-forward', address: paths.step(waiting, 'approve'), as: head }],
    carryForm: [{ name: 'a carry-forward, nothing typed', address: `${paths.new}?variant=CF-N&year=2569`, as: clerk, then: (screen) => screen.press('บันทึกร่าง') }],
  }
}
