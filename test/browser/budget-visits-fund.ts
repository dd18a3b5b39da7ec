import { randomUUID } from 'node:crypto'
import { accumulatedPaths as accumulated, fundPaths, grantPaths as grants, loanPaths as loans } from '../../src/budget/budget.paths.ts'
import { approveAccumulated, createAccumulated } from '../../src/budget/fund-accumulated/fund-accumulated.service.ts'
import { approveLoan, createLoan, drawLoan, submitLoan } from '../../src/budget/fund-loan/fund-loan.service.ts'
import { allocateGrant, createGrant, notifyGrant, receiveGrant } from '../../src/budget/grant/grant.service.ts'
import { commit } from '../../src/budget/index.ts'
import { findDocumentLines } from '../../src/budget/document-lines/document-lines.repository.ts'
import { baht } from '../../src/platform/money.ts'
import { type BudgetSamples, type BudgetStage } from './budget-visits.ts'
import { type PageVisit } from './page-visits.ts'

type Visits = Readonly<Record<string, readonly PageVisit[]>>

export const fundSamples: BudgetSamples = async (stage) => ({ ...await grantSamples(stage), ...await accumulatedSamples(stage), ...await loanSamples(stage) })

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
    [grants.stepRoute('uncash')]: [{ name: 'taking back money recorded by mistake', address: grants.step(allocated, 'uncash'), as: clerk }],
    [grants.stepRoute('close')]: [{ name: 'closing a notice', address: grants.step(allocated, 'close'), as: head }],
    secondNotice: [{ name: 'a second notice, to be recorded', address: grants.newSecond(allocated), as: clerk }],
    grantRefused: [{ name: 'a notice, nothing typed', address: grants.new, as: clerk, then: (screen) => screen.press('บันทึกร่าง') }],
    grantList: [{ name: 'the notices of subsidies', address: fundPaths.of('grant'), as: clerk }],
  }
}

const council = { approver: 'council', meeting: 'สมัยสามัญที่ 4 ครั้งที่ 1/2569' } as const

/** Requests in draft, laid before the executive in a disaster, and approved. The books of the stage hold nothing: they are submitted behind their back. */
async function accumulatedSamples({ office, signedIn, saensuk }: BudgetStage): Promise<Visits> {
  const made = (purpose: 'hardship' | 'disaster', amount: string) => saensuk.clerk.work((work) => createAccumulated(work, {
    formKey: randomUUID(), documentDate: work.today, title: 'ซ่อมแซมถนนที่ชำรุด', reason: 'ถนนชำรุดเสียหายจากน้ำท่วม', source: '2001', purpose, contributions: true,
    lines: [row('ซ่อมแซมถนนสายหลัก', amount)],
  }))
  const [draft, waiting, approved] = [await made('hardship', '1500000.00'), await made('disaster', '500000.00'), await made('disaster', '0.01')]
  const at = { organisation_id: saensuk.organisationId }
  await office.owner('budget_documents').where({ ...at, id: waiting }).update({ state: 'submitted', number: 901, version: 2 })
  await office.owner('budget_documents').where({ ...at, id: approved }).update({ state: 'submitted', number: 902, version: 2 })
  await saensuk.head.work((work) => approveAccumulated(work, approved, { version: 2, approver: 'executive', happenedOn: work.today }))
  const [clerk, head] = [() => signedIn('saensuk.budget'), () => signedIn('saensuk.head')]
  return {
    [accumulated.showRoute]: [
      { name: 'accumulated money asked for', address: accumulated.show(draft), as: clerk },
      { name: 'accumulated money for a disaster, to be reported', address: accumulated.show(approved), as: clerk },
    ],
    [accumulated.editRoute]: [{ name: 'the form of accumulated money, filled', address: accumulated.edit(draft), as: clerk }],
    [accumulated.stepRoute('approve')]: [{ name: 'approving accumulated money', address: accumulated.step(waiting, 'approve'), as: head }],
    [accumulated.stepRoute('report')]: [{ name: 'reporting accumulated money', address: accumulated.step(approved, 'report'), as: clerk }],
    [accumulated.stepRoute('close')]: [{ name: 'closing accumulated money', address: accumulated.step(approved, 'close'), as: head }],
    accumulatedRefused: [{ name: 'accumulated money, nothing typed', address: accumulated.new, as: clerk, then: (screen) => screen.press('บันทึกร่าง') }],
    accumulatedList: [{ name: 'the register of accumulated money', address: fundPaths.of('accumulated'), as: clerk }],
  }
}

/** Loans in draft, laid before the council, and approved with money drawn. */
async function loanSamples({ signedIn, saensuk }: BudgetStage): Promise<Visits> {
  const made = (isSubmitted: boolean) => saensuk.clerk.work(async (work) => {
    const id = await createLoan(work, {
      formKey: randomUUID(), documentDate: work.today, title: 'กู้เงินก่อสร้างตลาด', reason: 'ตลาดเดิมคับแคบ', lender: 'ธนาคารออมสิน', contractNumber: 'กส 12/2569',
      contractDate: work.today, rate: '3.25', months: 120, ordinance: 'เทศบัญญัติ เรื่อง กู้เงิน พ.ศ. 2569', total: baht('2000000.00'), lines: [row('อาคารตลาด', '2000000.00')],
    })
    if (isSubmitted) await submitLoan(work, id, 1)
    return id
  })
  const [draft, waiting, approved] = [await made(false), await made(true), await made(true)]
  await saensuk.head.work((work) => approveLoan(work, approved, { ...council, version: 2, happenedOn: work.today }))
  await saensuk.clerk.work((work) => drawLoan(work, approved, { version: 3, happenedOn: work.today, amount: baht('600000.00'), reference: 'เบิกงวดที่ 1' }))
  const [clerk, head] = [() => signedIn('saensuk.budget'), () => signedIn('saensuk.head')]
  return {
    [loans.showRoute]: [{ name: 'a loan, money drawn', address: loans.show(approved), as: clerk }],
    [loans.editRoute]: [{ name: 'the form of a loan, filled', address: loans.edit(draft), as: clerk }],
    [loans.stepRoute('approve')]: [{ name: 'approving a loan', address: loans.step(waiting, 'approve'), as: head }],
    [loans.stepRoute('cash')]: [{ name: 'drawing a loan', address: loans.step(approved, 'cash'), as: clerk }],
    [loans.stepRoute('uncash')]: [{ name: 'taking back a drawing recorded by mistake', address: loans.step(approved, 'uncash'), as: clerk }],
    [loans.stepRoute('close')]: [{ name: 'closing a loan', address: loans.step(approved, 'close'), as: head }],
    loanRefused: [{ name: 'a loan, nothing typed', address: loans.new, as: clerk, then: (screen) => screen.press('บันทึกร่าง') }],
  }
}
