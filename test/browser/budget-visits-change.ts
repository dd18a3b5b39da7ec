import { randomUUID } from 'node:crypto'
import { amendmentPaths, overridePaths, releasePaths, transferPaths as paths } from '../../src/budget/budget.paths.ts'
import { amendmentText } from '../../src/budget/amendment.text.ts'
import { overrideText } from '../../src/budget/override.text.ts'
import { releaseText } from '../../src/budget/release.text.ts'
import { amendmentDesk, approveAmendment, createAmendment, submitAmendment } from '../../src/budget/amendment/amendment.service.ts'
import { announceTransfer, approveTransfer, createTransfer, submitTransfer } from '../../src/budget/transfer/transfer.service.ts'
import { getLine } from '../../src/budget/index.ts'
import { createOverride, submitOverride } from '../../src/budget/override/override.service.ts'
import { approveRelease, createRelease, submitRelease } from '../../src/budget/release/release.service.ts'
import { anEnactedBudget } from '../budget/world.ts'
import { type BudgetSamples, type BudgetStage } from './budget-visits.ts'

const road = 'ก่อสร้างถนนคอนกรีตเสริมเหล็ก กว้าง 4 เมตร ยาว 100 เมตร หนา 0.15 เมตร'

export const changeSamples: BudgetSamples = async (stage) => {
  const { saensuk } = stage
  const ids = await anEnactedBudget(saensuk, [
    { code: '5320300', amount: '80000.00', title: 'ค่าเดินทางไปราชการ' }, { code: '5330800', amount: '10000.00', title: 'วัสดุเชื้อเพลิง' },
    { code: '5420900', amount: '500000.00', title: 'ก่อสร้างถนนซอยสุขใจ', explanation: road, location: 'หมู่ที่ 1' },
    { code: '5111000', amount: '300000.00', title: 'สำรองจ่าย', task: '00411' }, { code: '5110700', amount: '90000.00', title: 'เบี้ยยังชีพผู้สูงอายุ', task: '00411' },
  ], { kind: 'supplementary' })
  const [from = '', into = '', site = '', reserve = '', pension = ''] = await Promise.all(
    ids.map(async (id) => String((await saensuk.head.read((read) => getLine(read, saensuk.organisationId, id))).number)))
  return {
    ...await transferSamples(stage, { from, into }), ...await amendmentSamples(stage, site), ...await releaseSamples(stage, reserve),
    ...await overrideSamples(stage, pension),
  }
}

type Samples = Awaited<ReturnType<BudgetSamples>>

/** Transfers in draft, laid before the executive, approved and announced. */
async function transferSamples({ signedIn, saensuk }: BudgetStage, { from, into }: { readonly from: string; readonly into: string }): Promise<Samples> {
  const made = (isSubmitted: boolean) => saensuk.clerk.work(async (work) => {
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
    otherRegisters: [{ name: 'releases in the register of transfers', address: `${paths.list}?kind=release`, as: clerk }],
  }
}

/** Amendments of a road's site, in the same states. */
async function amendmentSamples({ signedIn, saensuk }: BudgetStage, number: string): Promise<Samples> {
  const made = (location: string, isSubmitted: boolean) => saensuk.clerk.work(async (work) => {
    const id = await createAmendment(work, {
      formKey: randomUUID(), documentDate: work.today, title: 'แก้ไขสถานที่ก่อสร้าง', reason: 'ที่เดิมเป็นที่ดินเอกชน', changes: false, line: number,
      explanation: road, location,
    })
    if (isSubmitted) await submitAmendment(work, id, 1)
    return id
  })
  const done = await made('หมู่ที่ 2', true)
  const step = { happenedOn: await saensuk.head.read((read) => Promise.resolve(read.today)) }
  const approval = { ...step, version: 2, approver: 'council', meeting: 'สมัยสามัญที่ 4 ครั้งที่ 1/2569' } as const
  await saensuk.head.work((work) => approveAmendment(work, done, approval))
  const announced = await made('หมู่ที่ 3', true)
  await saensuk.head.work((work) => approveAmendment(work, announced, approval))
  await saensuk.clerk.work((work) => amendmentDesk.note('announce')(work, announced, { ...step, version: 3 }))
  const [draft, waiting] = [await made('หมู่ที่ 4', false), await made('หมู่ที่ 5', true)]
  const [clerk, head] = [() => signedIn('saensuk.budget'), () => signedIn('saensuk.head')]
  const paths = amendmentPaths
  return {
    [paths.showRoute]: [
      { name: 'an amendment laid before the council', address: paths.show(waiting), as: head },
      { name: 'an amendment approved', address: paths.show(done), as: clerk },
      { name: 'an amendment on paper', address: paths.show(done), as: clerk, then: (screen) => screen.press(amendmentText.print) },
    ],
    [paths.editRoute]: [{ name: 'the form of an amendment, old beside new', address: paths.edit(draft), as: clerk }],
    [paths.stepRoute('approve')]: [{ name: 'recording the approval of an amendment', address: paths.step(waiting, 'approve'), as: head }],
    [paths.stepRoute('announce')]: [{ name: 'recording the announcement of an amendment', address: paths.step(done, 'announce'), as: clerk }],
    [paths.stepRoute('report')]: [{ name: 'recording the report of an amendment', address: paths.step(announced, 'report'), as: clerk }],
    amendmentForm: [{ name: 'a new amendment', address: paths.new, as: clerk }],
  }
}

/** Releases of the reserve for a flood, and of what a settled event got. */
async function releaseSamples({ signedIn, saensuk }: BudgetStage, line: string): Promise<Samples> {
  const made = (isSubmitted: boolean) => saensuk.clerk.work(async (work) => {
    const id = await createRelease(work, {
      formKey: randomUUID(), documentDate: work.today, title: 'อุทกภัยหมู่ที่ 1–3', variant: 'disaster', reason: 'น้ำท่วมบ้านเรือนประชาชน', line,
      expense: 'ค่าวัสดุเครื่องบริโภค', amount: '80000',
    })
    if (isSubmitted) await submitRelease(work, id, 1)
    return id
  })
  const [draft, waiting, done] = [await made(false), await made(true), await made(true)]
  await saensuk.head.work((work) => approveRelease(work, done, { version: 2, approver: 'executive', happenedOn: work.today }))
  const [clerk, head] = [() => signedIn('saensuk.budget'), () => signedIn('saensuk.head')]
  const paths = releasePaths
  return {
    [paths.showRoute]: [
      { name: 'a release laid before the executive', address: paths.show(waiting), as: head }, { name: 'a release approved', address: paths.show(done), as: clerk },
      { name: 'a release on paper', address: paths.show(done), as: clerk, then: (screen) => screen.press(releaseText.print) },
    ],
    [paths.editRoute]: [{ name: 'the form of a release', address: paths.edit(draft), as: clerk }],
    [paths.stepRoute('approve')]: [{ name: 'recording the approval of a release', address: paths.step(waiting, 'approve'), as: head }],
    releaseForm: [{ name: 'a new release', address: paths.new, as: clerk }],
  }
}

/** Overrides stand while one kind of expenditure is open; then all are closed again, as the country's settings have them. */
async function overrideSamples({ office, signedIn, saensuk }: BudgetStage, line: string): Promise<Samples> {
  const open = (value: string) => office.owner('budget_settings').where({ code: 'override-codes' }).update({ value })
  await open('5110700')
  const made = (isSubmitted: boolean) => saensuk.clerk.work(async (work) => {
    const id = await createOverride(work, {
      formKey: randomUUID(), documentDate: work.today, title: 'จ่ายเบี้ยยังชีพตามกฎหมาย', reason: 'ผู้มีสิทธิเพิ่มขึ้น', line,
      legal: 'ระเบียบว่าด้วยการจ่ายเงินเบี้ยยังชีพผู้สูงอายุ', amount: '5000',
    })
    if (isSubmitted) await submitOverride(work, id, 1)
    return id
  })
  const [draft, waiting] = [await made(false), await made(true)]
  await open('')
  const [clerk, head] = [() => signedIn('saensuk.budget'), () => signedIn('saensuk.head')]
  const paths = overridePaths
  return {
    [paths.showRoute]: [
      { name: 'an override laid before the council', address: paths.show(waiting), as: head },
      { name: 'an override on paper', address: paths.show(waiting), as: head, then: (screen) => screen.press(overrideText.print) },
    ],
    [paths.editRoute]: [{ name: 'the form of an override', address: paths.edit(draft), as: clerk }],
    [paths.stepRoute('approve')]: [{ name: 'recording the approval of an override', address: paths.step(waiting, 'approve'), as: head }],
    overrideForm: [{ name: 'a new override, while none is open', address: paths.new, as: clerk }],
  }
}
