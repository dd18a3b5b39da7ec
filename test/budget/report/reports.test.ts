import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { getLine } from '../../../src/budget/index.ts'
import { insertDocument, getDocument, moveDocument } from '../../../src/budget/document/document.repository.ts'
import { takeNumber } from '../../../src/budget/document/document.service.ts'
import { setRevenueLines } from '../../../src/budget/ordinance/ordinance.repository.ts'
import { reportPaths } from '../../../src/budget/report.paths.ts'
import { approveTransfer, createTransfer, submitTransfer } from '../../../src/budget/transfer/transfer.service.ts'
import { calendarDate, type CalendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { createBankAccount } from '../../../src/registers/index.ts'
import { collect } from '../../ledger/collected.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { aBudgetOffice, anEnactedBudget, spend, type BudgetOffice } from '../world.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const neighbour = await aBudgetOffice(office, { code: '4200102' })
const [supplies = '', travel = ''] = await anEnactedBudget(saensuk, [
  { code: '5330100', amount: '120000.00', title: 'วัสดุสำนักงาน' }, { code: '5320300', amount: '80000.00', title: 'ค่าเดินทาง' },
  { code: '5420700', amount: '500000.00', title: 'ถนน คสล.', task: '00312' },
])
await anEnactedBudget(neighbour, [{ code: '5330100', amount: '777000.00', title: 'ของเพื่อนบ้าน' }])
await spend(saensuk, supplies, '28500.00', { paid: true })
await approvedTransfer(travel, supplies, '30000')
await estimated(saensuk, { kind: 'supplementary', amount: '300000.00', effectiveOn: calendarDate('2027-06-01') })
await collected('45000.00')
const clerk = await signIn(office, 'saensuk.budget')

const told = async (address: string) => (await clerk.open(address)).text

async function approvedTransfer(from: string, into: string, amount: string): Promise<void> {
  const numberOf = async (id: string) => String((await saensuk.head.read((read) => getLine(read, saensuk.organisationId, id))).number)
  const [out, to] = [await numberOf(from), await numberOf(into)]
  const id = await saensuk.clerk.work(async (work) => {
    const made = await createTransfer(work, {
      formKey: randomUUID(), documentDate: work.today, title: 'โอนเพื่อซื้อวัสดุ', reason: 'ไม่พอ', changes: false,
      lines: { out: [{ line: out, amount }], in: [{ line: to, amount }], items: [] },
    })
    await submitTransfer(work, made, 1)
    return made
  })
  const step = { meeting: '', letterNumber: '', letterDate: null, note: '' }
  await saensuk.head.work((work) => approveTransfer(work, id, { ...step, version: 2, approver: 'executive', happenedOn: work.today }))
}

/** An estimate of one revenue in force. */
async function estimated(at: BudgetOffice, given: { readonly kind: 'supplementary'; readonly amount: string; readonly effectiveOn: CalendarDate }): Promise<void> {
  const id = await at.clerk.work(async (work) => {
    const made = await insertDocument(work, {
      kind: given.kind, fiscalYear: at.fiscalYear, documentDate: work.today, title: 'เพิ่มเติม', formKey: null, ordinal: 1, effectiveOn: given.effectiveOn,
    })
    await setRevenueLines(work, made, [{ code: '41100003', actuals: [baht('0.00'), baht('0.00'), baht('0.00')], estimateNow: baht('0.00'), amount: baht(given.amount), explanation: 'ก' }])
    return made
  })
  const annual = await at.db.owner('budget_documents').where({ organisation_id: at.organisationId, kind: 'annual', fiscal_year: at.fiscalYear }).first('id')
  await at.clerk.work((work) => setRevenueLines(work, annual.id, [
    { code: '41100003', actuals: [baht('0.00'), baht('0.00'), baht('0.00')], estimateNow: baht('0.00'), amount: baht('100000.00'), explanation: 'ก' },
  ]))
  await at.head.work(async (work) => {
    const document = await getDocument(work, { organisationId: at.organisationId, id, kinds: [given.kind] })
    await moveDocument(work, document, { state: 'enforced', number: await takeNumber(work, document), approvedBy: work.actor.userId })
  })
}

/** Money of one revenue code in the books. */
async function collected(amount: string): Promise<void> {
  const bankAccountId = await saensuk.accountant.work((work) => createBankAccount(work, { bankName: 'ธนาคารกรุงไทย', branch: 'แสนสุข', accountNumber: '5550001112', accountName: 'เทศบาล', kind: 'savings' }))
  const revenues = [{ accountCode: '4401010103.001', revenueCode: '41100003', amount: baht(amount) }]
  await saensuk.accountant.work((work) => collect(work, { ...saensuk.accountant, maker: saensuk.clerk.officer, bankAccountId }, { sourceId: '900', revenues }))
}

describe('the register of transfers and new wordings', () => {
  it('shows every line of what was approved, before and after', async () => {
    const text = await told(reportPaths.changes)
    expect(text).toMatch(/TRF-00001\/70[\s\S]*โอนเพื่อซื้อวัสดุ[\s\S]*ผู้บริหารท้องถิ่น/)
    expect(text).toMatch(/0001 ค่าเดินทาง\s*80,000.00\s*80,000.00\s*30,000.00\s*50,000.00/)
    expect(text).toMatch(/0002 วัสดุสำนักงาน\s*120,000.00\s*91,500.00\s*30,000.00\s*121,500.00/)
    expect(text).toMatch(/รวมทั้งสิ้น\s*30,000.00\s*30,000.00/)
  })

  it('can be asked for one kind, and goes into files with every name in its own column', async () => {
    expect(await told(`${reportPaths.changes}?kind=amendment`)).toContain('ยังไม่มีการโอนหรือแก้ไขคำชี้แจงที่อนุมัติแล้วในปีนี้')
    await clerk.peek(`${reportPaths.changes}/csv`)
    expect(clerk.html).toContain('เลขที่,เรื่อง,อนุมัติวันที่,ผู้อนุมัติ,หน่วยงาน,แผนงาน,งาน,งบ/หมวด,ประเภท,รายการ,คำชี้แจงใหม่,ตั้งจ่ายไว้,คงเหลือก่อนโอน,โอนลด,โอนเพิ่ม,คงเหลือหลังโอน')
    expect(clerk.html).toContain('80000.00,80000.00,30000.00,0.00,50000.00')
  })
})

describe('revenue, estimated and received', () => {
  it('compares each code with the books, by category', async () => {
    expect(await told(reportPaths.revenueActual)).toMatch(/41100003\s*ภาษีป้าย\s*100,000.00\s*-\s*45,000.00\s*-\s*-55,000.00\s*45.00/)
  })

  it('raises the estimate only from the month of the supplementary budget on', async () => {
    expect(await told(`${reportPaths.revenueActual}?on=31/05/2570`)).toMatch(/ภาษีป้าย\s*100,000.00/)
    expect(await told(`${reportPaths.revenueActual}?on=01/06/2570`)).toMatch(/ภาษีป้าย\s*400,000.00/)
  })

  it('knows nothing of what comes after the day, and takes a day outside the year as its nearest', async () => {
    expect(await told(`${reportPaths.revenueActual}?on=01/11/2569`)).toMatch(/ภาษีป้าย\s*100,000.00\s*-\s*0.00/)
    expect(await told(`${reportPaths.revenueActual}?on=01/01/2560`)).toContain('ถึงวันที่ 1 ตุลาคม 2569')
    expect(await told(`${reportPaths.revenueActual}?on=99/99/9999`)).toContain('ถึงวันที่ 20 พฤศจิกายน 2569')
  })
})

describe('plans and types', () => {
  it('shows given, used and left, and the three add up both ways', async () => {
    const text = await told(reportPaths.planType)
    expect(text).toMatch(/แผนงานบริหารงานทั่วไป\s*งบประมาณหลังเพิ่มเติมและโอน\s*200,000.00\s*200,000.00/)
    expect(text).toMatch(/ใช้ไปและผูกพัน\s*28,500.00\s*28,500.00\s*คงเหลือ\s*171,500.00\s*171,500.00/)
    expect(text).toMatch(/รวมคงเหลือ\s*171,500.00\s*500,000.00\s*671,500.00/)
  })

  it('leads from what is left to its lines', async () => {
    await clerk.open(reportPaths.planType)
    const href = /href="([^"]*plan=00310[^"]*type=54[^"]*)"/.exec(clerk.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const lines = await told(href)
    expect(lines).toContain('ถนน คสล.')
    expect(lines).not.toContain('วัสดุสำนักงาน')
  })
})

describe('every report', () => {
  const paths = [reportPaths.changes, reportPaths.revenueActual, reportPaths.planType]

  it.each(paths)('%s prints with three signatures and is a spreadsheet', async (path) => {
    expect(await told(`${path}/print`)).toContain('ผู้ตรวจสอบ')
    await clerk.peek(`${path}/xlsx`)
    expect([clerk.status, clerk.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
  })

  it.each(paths)('%s says so when a year has nothing, and shows nothing of the neighbours', async (path) => {
    expect(await told(`${path}?year=2567`)).toContain('ยังไม่มี')
    expect(await told(path)).not.toContain('777,000.00')
    await clerk.peek(`${path}?organisation=${neighbour.organisationId}`)
    expect(clerk.status).toBe(404)
  })
})
