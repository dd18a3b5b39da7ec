import { randomUUID } from 'node:crypto'
import { fundPaths, grantPaths as grants } from '../../src/budget/budget.paths.ts'
import { allocateGrant, createGrant, notifyGrant, receiveGrant } from '../../src/budget/grant/grant.service.ts'
import { commit } from '../../src/budget/index.ts'
import { findDocumentLines } from '../../src/budget/document-lines/document-lines.repository.ts'
import { baht } from '../../src/platform/money.ts'
import { type BudgetSamples, type BudgetStage } from './budget-visits.ts'
import { type PageVisit } from './page-visits.ts'

type Visits = Readonly<Record<string, readonly PageVisit[]>>

export const fundSamples: BudgetSamples = async (stage) => grantSamples(stage)

const row = (title: string, amount: string) => ({ department: '', task: '00312', code: '5420900', title, explanation: 'ยาว 500 เมตร กว้าง 4 เมตร', plan: 'แผนพัฒนาท้องถิ่น 2566–2570 หน้า 45', amount })

/** Notices in draft, recorded, and allocated with money in and a contract that left something over. */
async function grantSamples({ signedIn, saensuk }: BudgetStage): Promise<Visits> {
  const made = (total: string, isNotified: boolean, parentId?: string) => saensuk.clerk.work(async (work) => {
    const id = await createGrant(work, {
      formKey: randomUUID(), documentDate: work.today, title: 'ก่อสร้างถนนคอนกรีตเสริมเหล็ก', reason: 'ก่อสร้างถนนสายหลักของตำบล', agency: 'กรมส่งเสริมการปกครองท้องถิ่น',
      letterNumber: 'มท 0808.2/ว 123', letterDate: work.today, total: baht(total), parentId, lines: [row('ถนนคอนกรีตเสริมเหล็ก ซอย 1', total)],
      ...(parentId === undefined && { source: '3002' as const, spendBy: work.today }),
    })
    if (isNotified) await notifyGrant(work, id, 1)
    return id
  })
  const [draft, waiting, allocated] = [await made('100000.00', false), await made('200000.00', true), await made('500000.00', true)]
  await saensuk.head.work((work) => allocateGrant(work, allocated, { version: 2, happenedOn: work.today }))
  await saensuk.clerk.work((work) => receiveGrant(work, allocated, { version: 3, happenedOn: work.today, amount: baht('250000.00'), reference: 'RV-00012/70' }))
  const [line] = await saensuk.head.read((read) => findDocumentLines(read, saensuk.organisationId, allocated))
  await saensuk.accountant.work((work) => commit(work, {
    source: { kind: 'contract', id: '77' }, event: 'signed', date: work.today, description: 'สัญญา',
  }, [{ lineId: line?.lineId ?? '', amount: baht('480000.00') }]))
  const second = await made('5000.00', true, allocated)
  const [clerk, head] = [() => signedIn('saensuk.budget'), () => signedIn('saensuk.head')]
  return {
    [grants.showRoute]: [
      { name: 'a notice in draft', address: grants.show(draft), as: clerk }, { name: 'a notice to be allocated', address: grants.show(waiting), as: head },
      { name: 'a notice allocated, money in', address: grants.show(allocated), as: clerk }, { name: 'a second notice', address: grants.show(second), as: clerk },
    ],
    [grants.editRoute]: [
      { name: 'the form of a notice, filled', address: grants.edit(draft), as: clerk }, { name: 'how a notice is allocated', address: grants.edit(waiting), as: clerk },
    ],
    [grants.stepRoute('allocate')]: [{ name: 'allocating a notice', address: grants.step(waiting, 'allocate'), as: head }],
    [grants.stepRoute('cash')]: [{ name: 'money that came in for a notice', address: grants.step(allocated, 'cash'), as: clerk }],
    [grants.stepRoute('close')]: [{ name: 'closing a notice', address: grants.step(allocated, 'close'), as: head }],
    secondNotice: [{ name: 'a second notice, to be recorded', address: grants.newSecond(allocated), as: clerk }],
    grantRefused: [{ name: 'a notice, nothing typed', address: grants.new, as: clerk, then: (screen) => screen.press('บันทึกร่าง') }],
    grantList: [{ name: 'the notices of subsidies', address: fundPaths.of('grant'), as: clerk }],
  }
}
