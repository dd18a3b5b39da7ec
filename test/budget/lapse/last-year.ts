// A town whose budget of last year was carried in part: a road under contract until the end of this September, a pump not ordered.
import { randomUUID } from 'node:crypto'
import { approveCarry, carryMoney, createCarry, submitCarry } from '../../../src/budget/carry/carry.service.ts'
import { type CarryVariant } from '../../../src/budget/carry/carry.ts'
import { commit } from '../../../src/budget/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { type TestOffice } from '../../support/app.ts'
import { aBudgetOffice, anEnactedBudget, type BudgetOffice } from '../world.ts'

export const lastYear = fiscalYear(2569)
export const contract = { kind: 'contract', id: '71' }

export interface LastYear extends BudgetOffice {
  /** Of last year: carried, carried, left alone. */
  readonly road: string
  readonly pump: string
  readonly paper: string
}

export async function aLastYear(office: TestOffice, code = '4200103'): Promise<LastYear> {
  const town = await aBudgetOffice(office, { code, year: lastYear })
  const [road = '', pump = '', paper = ''] = await anEnactedBudget(town, [
    { code: '5420900', amount: '120000.00', title: 'ถนนสายหลัก', task: '00312' }, { code: '5411600', amount: '90000.00', title: 'เครื่องสูบน้ำ' },
    { code: '5330100', amount: '15000.00', title: 'วัสดุสำนักงาน' },
  ], { kind: 'supplementary' })
  const act = { source: contract, event: 'committed', date: calendarDate('2026-09-15'), description: 'สัญญาจ้างที่ 71/2569' }
  await town.accountant.work((work) => commit(work, act, [{ lineId: road, amount: baht('120000.00') }]))
  return { ...town, road, pump, paper }
}

/** From draft to the new year; gives the line it lives on in. */
export async function carried(town: LastYear, variant: CarryVariant, given: { readonly of: string; readonly amount: string; readonly line: string }): Promise<string> {
  const id = await town.accountant.work(async (work) => {
    const made = await createCarry(work, {
      formKey: randomUUID(), documentDate: work.today, title: 'กันเงิน', reason: 'งานยังไม่แล้วเสร็จ', fiscalYear: lastYear, variant, untilDate: '30/09/2570',
      rows: [{ of: given.of, amount: given.amount, reason: '' }],
    })
    await submitCarry(work, made, 1)
    return made
  })
  const step = { version: 2, meeting: 'สมัยสามัญที่ 4 ครั้งที่ 1/2569', letterNumber: '', letterDate: null, note: '' }
  await town.head.work((work) => approveCarry(work, id, { ...step, approver: variant === 'CF-O' ? 'executive' : 'council', happenedOn: work.today }))
  await town.head.work((work) => carryMoney(work, id, 3))
  const row = await town.db.owner('budget_lines').where({ carried_from: given.line }).first('id')
  return row.id
}
