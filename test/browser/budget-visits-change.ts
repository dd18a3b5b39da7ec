import { randomUUID } from 'node:crypto'
import { transferPaths as paths } from '../../src/budget/budget.paths.ts'
import { announceTransfer, approveTransfer, createTransfer, submitTransfer } from '../../src/budget/transfer/transfer.service.ts'
import { getLine } from '../../src/budget/index.ts'
import { anEnactedBudget } from '../budget/world.ts'
import { type BudgetSamples } from './budget-visits.ts'

/** Transfers in draft, laid before the executive, approved and announced. */
export const changeSamples: BudgetSamples = async ({ signedIn, saensuk }) => {
  const ids = await anEnactedBudget(saensuk, [
    { code: '5320300', amount: '80000.00', title: 'ค่าเดินทางไปราชการ' }, { code: '5330800', amount: '10000.00', title: 'วัสดุเชื้อเพลิง' },
  ], { kind: 'supplementary' })
  const numbers = await Promise.all(ids.map(async (id) => String((await saensuk.head.read((read) => getLine(read, saensuk.organisationId, id))).number)))
  const made = (isSubmitted: boolean) => saensuk.clerk.work(async (work) => {
    const [from = '', into = ''] = numbers
    const id = await createTransfer(work, {
      formKey: randomUUID(), documentDate: work.today, title: 'โอนเพื่อจัดซื้อวัสดุ', reason: 'วัสดุไม่เพียงพอ', changes: false,
      lines: { out: [{ line: from, amount: '1000' }], in: [{ line: into, amount: '1000' }], items: [] },
    })
    if (isSubmitted) await submitTransfer(work, id, 1)
    return id
  })
  const [draft, waiting, approved, announced] = [await made(false), await made(true), await made(true), await made(true)]
  const step = { meeting: '', letterNumber: '', letterDate: null, note: '' }
  for (const id of [approved, announced]) {
    await saensuk.head.work((work) => approveTransfer(work, id, { ...step, version: 2, approver: 'executive', happenedOn: work.today }))
  }
  await saensuk.clerk.work((work) => announceTransfer(work, announced, { ...step, version: 3, happenedOn: work.today }))
  const [clerk, head] = [() => signedIn('saensuk.budget'), () => signedIn('saensuk.head')]
  return {
    [paths.showRoute]: [
      { name: 'a transfer in draft', address: paths.show(draft), as: clerk },
      { name: 'a transfer laid before the executive', address: paths.show(waiting), as: head },
      { name: 'a transfer announced', address: paths.show(announced), as: clerk },
    ],
    [paths.editRoute]: [{ name: 'the form of a transfer, filled', address: paths.edit(draft), as: clerk }],
    [paths.stepRoute('approve')]: [{ name: 'recording the approval of a transfer', address: paths.step(waiting, 'approve'), as: head }],
    [paths.stepRoute('announce')]: [{ name: 'recording the announcement of a transfer', address: paths.step(approved, 'announce'), as: clerk }],
    [paths.stepRoute('report')]: [{ name: 'recording the report of a transfer', address: paths.step(announced, 'report'), as: clerk }],
    transferForm: [{ name: 'a new transfer', address: paths.new, as: clerk }],
  }
}
