// A loan through the browser's eyes: typed, refused with what was typed, granted, claimed, cleared, printed, listed, found.
import { describe, expect, it } from 'vitest'
import { findLoanWork } from '../../../src/expenditure/index.ts'
import { clearingText } from '../../../src/expenditure/clearing.text.ts'
import { clearingPaths, loanPaths as paths } from '../../../src/expenditure/loan.paths.ts'
import { loanText } from '../../../src/expenditure/loan.text.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'
import { aPayingOffice } from '../payment/paying.ts'
import { aPayee } from '../world.ts'
import { aGrantedLoan, claimed, paidOut } from './loans.ts'

const office = await testOffice()
const town = await aPayingOffice(office, { code: '4200103', on: calendarDate('2026-10-01') })
const [line = ''] = await anEnactedBudget(town, [{ code: '5320300', amount: '200000.00', title: 'โครงการฝึกอบรม' }, { code: '5330100', amount: '50000.00', title: 'วัสดุสำนักงาน' }])
const somchai = await aPayee(town, 'นายสมชาย ใจดี', 'individual')
await aPayee(town, 'นายสมชาย ใจงาม', 'individual')
await aPayee(town, 'บริษัท สมชาย จำกัด', 'juristic')
const late = await aGrantedLoan(town, [{ budgetLineId: line, description: 'ค่าวิทยากร', amount: baht('9000.00') }], {
  payeeId: await aPayee(town, 'นายยืนยง ช้ามาก', 'individual'), loanDate: calendarDate('2026-10-02'),
})
await paidOut(town, await claimed(town, late), calendarDate('2026-10-05'))
const [clerk, head, finance] = [await signIn(office, 'saensuk.clerk'), await signIn(office, 'saensuk.head'), await signIn(office, 'saensuk.finance')]

const typed = (values: Readonly<Record<string, string>> = {}) => ({
  kind: 'training', source: 'budget', department: town.departmentId, documentDate: '20/11/2569', borrower: 'นายสมชาย ใจดี', position: 'นายช่างโยธา', purpose: 'โครงการฝึกอบรมช่าง',
  consents: 'yes', 'lines.0.line': 'โครงการฝึกอบรม', 'lines.0.description': 'ค่าวิทยากร', 'lines.0.amount': '5,000.00', ...values,
})
const idOf = (visit: Visit) => visit.path.split('/').at(-1) ?? ''
const versionIn = ({ html }: Visit) => /name="version" value="([0-9]+)"/.exec(html)?.[1] ?? ''

async function asked(values: Readonly<Record<string, string>> = {}): Promise<Visit> {
  await clerk.open(paths.new)
  return clerk.submit(typed(values))
}

async function step(who: Visit, id: string, name: Parameters<typeof paths.step>[1]): Promise<Visit> {
  await who.open(paths.show(id))
  return who.submit({ version: versionIn(who), reason: 'ทดสอบ' }, paths.step(id, name))
}

describe('asking for a loan', () => {
  it('refuses at every box at once and keeps what was typed', async () => {
    const page = await asked({ kind: 'travel', borrower: 'นายสมชาย', position: '', 'lines.0.amount': '0', 'lines.1.line': 'ไม่มีรายการนี้', 'lines.1.amount': 'x' })
    expect(page.status).toBe(422)
    for (const message of [loanText.errors.returnDate, 'นายสมชาย ใจดี', loanText.errors.position, loanText.errors.positive, loanText.errors.description]) expect(page.text).toContain(message)
    expect(page.html).toContain('value="ไม่มีรายการนี้"')
  })

  it('lends to natural persons only, เงินสะสม by an approval and from no line of the budget', async () => {
    expect((await asked({ borrower: 'บริษัท สมชาย' })).text).toContain(loanText.errors.noBorrower)
    const page = await asked({ source: 'accumulated' })
    for (const message of [loanText.errors.reference, loanText.errors.noBudget]) expect(page.text).toContain(message)
    expect((await asked({ documentDate: '21/11/2569' })).text).toContain(loanText.errors.future)
    expect((await asked({ kind: 'travel', returnDate: '19/11/2569' })).text).toContain(loanText.errors.returnBefore)
  })

  it('makes one contract of the same form sent twice, and mends a draft', async () => {
    const page = await clerk.open(paths.new)
    const formKey = /name="formKey" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
    const first = idOf(await clerk.submit(typed({ formKey }), paths.new))
    await clerk.open(paths.new)
    expect(idOf(await clerk.submit(typed({ formKey }), paths.new))).toBe(first)
    const edit = await clerk.open(paths.edit(first))
    expect(edit.html).toContain(`value="นายสมชาย ใจดี `)
    await clerk.submit(typed({ version: versionIn(edit), purpose: 'โครงการอบรมรุ่นที่สอง' }), paths.edit(first))
    expect(clerk.text).toContain('โครงการอบรมรุ่นที่สอง')
    expect((await step(clerk, first, 'cancel')).text).toContain(loanText.done.cancel)
  })

  it('goes from the borrower to the claim, and the buttons are those of each', async () => {
    const id = idOf(await asked())
    expect((await step(clerk, id, 'submit')).text).toContain(loanText.standings.submitted.text)
    expect(await office.owner('payees').where({ id: somchai })).toHaveLength(1)
    await head.open(paths.show(id))
    expect(head.text).toContain(loanText.steps.approve)
    expect((await step(head, id, 'approve')).text).toContain(loanText.done.approve)
    expect(head.text).not.toContain(loanText.steps.claim)
    expect((await step(clerk, id, 'claim')).text).toContain(loanText.done.claim)
    expect(clerk.text).toContain(loanText.claim)
    const second = await asked({ purpose: 'ยืมอีก' })
    expect((await step(clerk, idOf(second), 'submit')).text).toContain('ผู้ยืมมีเงินยืมค้างชำระ')
  })
})

describe('clearing', () => {
  it('is typed on its contract, approved by another, and shown beside it', async () => {
    const form = await finance.open(paths.clearNew(late))
    expect(form.text).toMatch(/นายยืนยง ช้ามาก.*9,000\.00/)
    const bad = await finance.submit({ documentDate: '19/11/2569', 'lines.0.line': 'โครงการฝึกอบรม', 'lines.0.description': '', 'lines.0.amount': '4,000.00' })
    expect(bad.status).toBe(422)
    expect(bad.text).toContain(clearingText.errors.description)
    const made = await finance.submit({ documentDate: '19/11/2569', 'lines.0.line': 'โครงการฝึกอบรม', 'lines.0.description': 'บก.1 ค่าวิทยากร', 'lines.0.amount': '4,000.00' }, paths.clearNew(late))
    expect(made.text).toContain(clearingText.states.submitted.text)
    const id = idOf(made)
    await head.open(clearingPaths.show(id))
    const done = await head.submit({ version: versionIn(head) }, clearingPaths.step(id, 'approve'))
    expect(done.text).toContain(clearingText.done.approve)
    expect((await finance.open(paths.show(late))).text).toMatch(/CLR-00001\/70.*4,000\.00/)
    await finance.open(clearingPaths.show(id))
    expect((await finance.submit({}, clearingPaths.print(id))).text).toContain('สี่พันบาทถ้วน')
  })

  it('is refused on a contract that was not paid', async () => {
    const granted = await aGrantedLoan(town, [{ budgetLineId: line, description: 'ก', amount: baht('1.00') }], { payeeId: await aPayee(town, 'นายรอ จ่าย', 'individual'), loanDate: calendarDate('2026-11-01') })
    expect((await finance.peek(paths.clearNew(granted))).text).toContain(loanText.errors.notPaid)
  })
})

describe('finding and taking away', () => {
  it('is found by name, number and standing, with totals; the overdue with their days', async () => {
    expect((await finance.open(`${paths.list}?search=ยืนยง`)).text).toMatch(/นายยืนยง ช้ามาก.*9,000\.00.*5,000\.00/)
    expect((await finance.open(paths.overdue)).text).toMatch(/เกินกำหนดส่งใช้เงินยืม 16 วัน/)
    expect((await finance.open(`${paths.list}?standing=cleared`)).text).toContain(loanText.empty)
    expect((await finance.open(`${paths.list}/csv?standing=overdue`)).html).toContain('นายยืนยง ช้ามาก')
    expect((await finance.open(`${paths.list}/print?source=accumulated`)).text).toContain('ทะเบียนคุมสัญญาการยืมเงินสะสม')
  })

  it('a contract is printed in Thai digits, a letter only to who is late', async () => {
    await clerk.open(paths.show(late))
    const paper = await clerk.submit({}, paths.print(late))
    expect(paper.text).toMatch(/สัญญาการยืมเงิน.*เก้าพันบาทถ้วน.*๓๐ วัน/)
    await finance.open(paths.show(late))
    expect((await finance.submit({}, paths.letter(late))).text).toMatch(/ครั้งที่ ๒.*๑๖ วัน/)
  })

  it('what waits is told to whom it waits for', async () => {
    const keys = async (who: typeof town.head) => (await who.read(findLoanWork)).map(({ key }) => key)
    expect(await keys(town.finance)).toContain('overdue')
    expect(await keys(town.checker)).toEqual([])
    expect(await keys(town.head)).toEqual([])
  })
})
