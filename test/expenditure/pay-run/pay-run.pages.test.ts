// The pay office through the browser's eyes: people typed and brought in, a run made, adjusted, approved, claimed, printed, listed; and who may not.
import { describe, expect, it } from 'vitest'
import { findPayrollWork } from '../../../src/expenditure/index.ts'
import { employeeText } from '../../../src/expenditure/employee.text.ts'
import { payRunPaths as runs } from '../../../src/expenditure/pay-run.paths.ts'
import { payRunText } from '../../../src/expenditure/pay-run.text.ts'
import { approveRun, claimRun } from '../../../src/expenditure/pay-run/pay-run.service.ts'
import { employeePaths as people, payCreditorPaths, welfarePaths } from '../../../src/expenditure/payroll.paths.ts'
import { welfareText } from '../../../src/expenditure/welfare.text.ts'
import { Conflict, Forbidden } from '../../../src/platform/errors.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'
import { aPayingOffice } from '../payment/paying.ts'
import { aPayee } from '../world.ts'
import { aCreditor, anApprovedRun, aRun, runNow, withPayroll } from './payrolls.ts'

const office = await testOffice()
const town = await withPayroll(await aPayingOffice(office, { code: '4200103', on: calendarDate('2026-10-01') }))
await anEnactedBudget(town, [
  { code: '5220100', amount: '900000.00', title: 'เงินเดือนพนักงานของงวด' }, { code: '5220600', amount: '300000.00', title: 'ค่าตอบแทนพนักงานจ้างของงวด' },
  { code: '5110300', amount: '30000.00', title: 'สมทบประกันสังคมของงวด' },
])
await aCreditor(town, 'SSO', 'สำนักงานประกันสังคม สาขาทดสอบ')
await aCreditor(town, 'COOP', 'สหกรณ์ทดสอบ')
await aPayee(town, 'นางสาวดวงใจ ทำงาน', 'individual')
const [clerk, head, stranger] = [await signIn(office, 'saensuk.payroll'), await signIn(office, 'saensuk.head'), await signIn(office, 'saensuk.revenue')]

const typed = (values: Readonly<Record<string, string>> = {}) => ({
  person: 'นางสาวดวงใจ ทำงาน', kind: 'official', position: 'นักวิชาการเงินและบัญชี', department: town.departmentId, startsOn: '10/2569', 'pays.0.kind': 'wage', 'pays.0.title': 'เงินเดือน',
  'pays.0.line': 'เงินเดือนพนักงานของงวด', 'pays.0.amount': '30,000.00', 'deductions.0.code': 'COOP', 'deductions.0.creditor': 'สหกรณ์ทดสอบ', 'deductions.0.amount': '2,500.00', ...values,
})
const idOf = (visit: Visit) => visit.path.split('/').at(-1) ?? ''
const versionIn = ({ html }: Visit) => /name="version" value="([0-9]+)"/.exec(html)?.[1] ?? ''

async function step(who: Visit, id: string, name: Parameters<typeof runs.step>[1]): Promise<Visit> {
  await who.open(runs.show(id))
  return who.submit({ version: versionIn(who), reason: 'ทดสอบ' }, runs.step(id, name))
}

describe('people who are paid', () => {
  it('are refused at every box at once and stay as typed', async () => {
    await clerk.open(people.new)
    const page = await clerk.submit(typed({ person: 'ไม่มีคนนี้', kind: '', startsOn: 'x', 'pays.0.line': 'ไม่มีรายการนี้', 'pays.0.amount': '0', 'deductions.0.creditor': 'ใครไม่รู้' }))
    expect(page.status).toBe(422)
    const { errors } = employeeText
    for (const message of [errors.noPerson, errors.kind, errors.month, errors.positive, errors.noCreditor('สหกรณ์ออมทรัพย์')]) expect(page.text).toContain(message)
    expect(page.html).toContain('value="ไม่มีรายการนี้"')
    expect((await clerk.submit(typed({ insured: 'yes' }), people.new)).text).toContain(errors.insured)
  })

  it('are kept once, changed, and not kept twice', async () => {
    const form = await clerk.open(people.new)
    const formKey = /name="formKey" value="([^"]+)"/.exec(form.html)?.[1] ?? ''
    const id = idOf(await clerk.submit(typed({ formKey }), people.new))
    await clerk.open(people.new)
    expect(idOf(await clerk.submit(typed({ formKey }), people.new))).toBe(id)
    const edit = await clerk.open(people.edit(id))
    expect(edit.html).toMatch(/value="30,000\.00"[\s\S]*value="สหกรณ์ทดสอบ"/)
    expect((await clerk.submit(typed({ version: versionIn(edit), position: 'ผู้อำนวยการกองคลัง' }), people.edit(id))).text).toContain('ผู้อำนวยการกองคลัง')
    await clerk.open(people.edit(id))
    expect((await clerk.submit(typed({ version: '1' }), people.edit(id))).status).toBe(409)
    await clerk.open(people.new)
    expect((await clerk.submit(typed(), people.new)).text).toContain(employeeText.errors.taken)
  })

  it('come from a spreadsheet all together or not at all, faults told by row', async () => {
    const heads = Object.values(employeeText.import.heads).join('\t')
    const row = (name: string, id: string, amount: string) => [name, id, 'พนักงานจ้างทั่วไป', 'คนงาน', 'สำนักปลัด', '10/2569', 'ใช่', 'ค่าตอบแทนพนักงานจ้างของงวด', '', amount, ''].join('\t')
    await clerk.open(people.import)
    const bad = await clerk.submit({ pasted: [heads, row('นายหนึ่ง คนงาน', '1101700230708', '12,000.00'), row('นายสอง คนงาน', '123', 'x')].join('\n') })
    expect(bad.status).toBe(422)
    expect(bad.text).toMatch(/3 เลขประจำตัวประชาชน เลขประจำตัวประชาชนไม่ถูกต้อง/)
    expect(bad.text).toContain(employeeText.errors.amount)
    expect((await clerk.open(`${people.list}?search=นายหนึ่ง คนงาน`)).text).toContain(employeeText.notFound)
    await clerk.open(people.import)
    expect((await clerk.submit({ pasted: [heads, row('นายหนึ่ง คนงาน', '1101700230708', '12,000.00')].join('\n') })).text).toContain(employeeText.done.imported('1'))
    expect((await clerk.open(`${people.list}?search=นายหนึ่ง`)).text).toMatch(/นายหนึ่ง คนงาน.*12,000\.00/)
    await clerk.open(people.import)
    expect((await clerk.submit({})).text).toContain(employeeText.import.errors.noFile)
  })

  it('creditors: the fund has one, a payee stands once', async () => {
    await clerk.open(payCreditorPaths.list)
    expect((await clerk.submit({ code: 'SSO', payee: 'สหกรณ์ทดสอบ' }, payCreditorPaths.list)).text).toContain('มีผู้รับเงินที่ใช้งานอยู่แล้ว')
    await clerk.open(payCreditorPaths.list)
    expect((await clerk.submit({ code: 'COOP', payee: 'สหกรณ์ทดสอบ' }, payCreditorPaths.list)).text).toContain(employeeText.creditors.errors.taken)
    await clerk.open(payCreditorPaths.list)
    expect((await clerk.submit({ code: 'TAX', payee: 'สหกรณ์ทดสอบ' }, payCreditorPaths.list)).text).toContain(employeeText.creditors.errors.code)
  })
})

describe('a run', () => {
  it('is made once a month, adjusted, approved by another, claimed, and taken away', async () => {
    await clerk.open(runs.new)
    expect((await clerk.submit({ kind: 'payroll', month: '3/2570', payDate: '26/11/2569' })).text).toContain(payRunText.errors.future)
    await clerk.open(runs.new)
    const made = await clerk.submit({ kind: 'payroll', month: '11/2569', payDate: '26/11/2569', employerLine: 'สมทบประกันสังคมของงวด' })
    const id = idOf(made)
    expect(made.text).toMatch(/42,000\.00.*3,100\.00.*38,900\.00/)
    await clerk.open(runs.new)
    expect((await clerk.submit({ kind: 'payroll', month: '11/2569', payDate: '26/11/2569' })).text).toContain(payRunText.errors.twin)
    await clerk.open(runs.adjust(id))
    const bad = await clerk.submit({ 'lines.0.person': 'ไม่มีใคร', 'lines.0.item': 'TAX', 'lines.0.amount': '-1', 'lines.1.person': 'นางสาวดวงใจ ทำงาน', 'lines.1.item': 'wage', 'lines.1.detail': 'เงินเดือน', 'lines.1.amount': '0' })
    for (const message of [payRunText.adjusting.errors.noPerson, payRunText.adjusting.errors.amount, payRunText.adjusting.errors.noPayLeft]) expect(bad.text).toContain(message)
    await clerk.open(runs.adjust(id))
    const adjusted = await clerk.submit({
      'lines.0.person': 'นางสาวดวงใจ ทำงาน', 'lines.0.item': 'TAX', 'lines.0.amount': '900.00', 'lines.1.person': '1101700230708', 'lines.1.item': 'wage', 'lines.1.amount': '10,000.00',
    })
    // 30,000 + 10,000; co-operative 2,500, tax 900, social security 500.
    expect(adjusted.text).toMatch(/40,000\.00.*3,900\.00.*36,100\.00/)
    expect((await step(clerk, id, 'submit')).text).toContain(payRunText.done.submit)
    expect((await clerk.open(runs.show(id))).text).not.toContain(payRunText.steps.approve)
    const { version } = await runNow(town, id)
    await expect(town.payroll.work((work) => approveRun(work, id, version))).rejects.toThrow(Forbidden)
    await expect(town.head.work((work) => approveRun(work, id, version - 1))).rejects.toThrow(Conflict)
    expect((await step(head, id, 'approve')).text).toContain(payRunText.done.approve)
    expect((await head.open(runs.show(id))).html).not.toContain(runs.step(id, 'claim'))
    const claimed = await step(clerk, id, 'claim')
    expect(claimed.text).toContain(payRunText.claims.caption)
    expect(claimed.text).toMatch(/เงินสมทบกองทุนประกันสังคม \(ส่วนของนายจ้าง\).*500\.00/)
    await expect(town.payroll.work(async (work) => claimRun(work, id, (await runNow(town, id)).version))).rejects.toThrow(payRunText.errors.allClaimed)
    await head.open(runs.show(id))
    expect((await head.submit({ version: versionIn(head), reason: 'แก้ไข' }, runs.step(id, 'reopen'))).text).toContain(payRunText.errors.claimed)
    expect((await clerk.peek(runs.adjust(id))).status).toBe(404)
    expect((await clerk.open(runs.sheet(id, 'csv'))).html).toMatch(/นางสาวดวงใจ ทำงาน.*900\.00/)
    await clerk.open(runs.show(id))
    expect((await clerk.submit({}, runs.print(id))).text).toMatch(/บัญชีการจ่าย.*๓๖,๑๐๐\.๐๐.*สามหมื่นหกพันหนึ่งร้อยบาทถ้วน/)
    await clerk.open(runs.show(id))
    expect((await clerk.submit({}, runs.slips(id))).text).toMatch(/สลิปเงินเดือน.*นางสาวดวงใจ ทำงาน.*๒๖,๖๐๐\.๐๐/)
    expect((await clerk.open(`${runs.list}?kind=payroll`)).text).toMatch(/พฤศจิกายน 2569.*36,100\.00/)
    expect((await clerk.open(`${runs.list}/csv`)).html).toContain('พฤศจิกายน 2569')
  })

  it('is not for others, and waits for those it waits for', async () => {
    expect((await stranger.peek(runs.list)).status).toBe(403)
    expect((await stranger.peek(people.list)).status).toBe(403)
    expect((await town.checker.read(findPayrollWork))).toEqual([])
    await clerk.open(runs.new)
    const id = idOf(await clerk.submit({ kind: 'payroll', month: '12/2569', payDate: '28/12/2569', employerLine: 'สมทบประกันสังคมของงวด' }))
    expect(clerk.text).toContain(payRunText.changes.kinds.changed)
    await step(clerk, id, 'submit')
    expect((await town.head.read(findPayrollWork)).map(({ key }) => key)).toEqual(['pay-approve'])
    expect((await step(clerk, id, 'withdraw')).text).toContain(payRunText.done.withdraw)
    expect((await step(clerk, id, 'refresh')).text).toContain(payRunText.done.refresh)
    expect((await step(clerk, id, 'cancel')).text).toContain(payRunText.states.cancelled.text)
  })
})

describe('two at once', () => {
  it('one claims the run, the other is told that it is claimed or changed', async () => {
    const id = await aRun(town, { month: calendarDate('2026-10-01'), payDate: calendarDate('2026-10-28'), employerLine: 'สมทบประกันสังคมของงวด' })
    await anApprovedRun(town, id)
    const { version } = await runNow(town, id)
    const told = await Promise.allSettled([1, 2].map(() => town.payroll.work((work) => claimRun(work, id, version))))
    expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(told.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) })
  })

  it('one makes the run of a month', async () => {
    const make = () => aRun(town, { kind: 'payroll', month: calendarDate('2026-12-01'), payDate: calendarDate('2026-12-28'), employerLine: 'สมทบประกันสังคมของงวด' })
    const told = await Promise.allSettled([make(), make()])
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(told.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { errors: { month: payRunText.errors.twin } } })
  })
})

describe('the entitled to an allowance', () => {
  it('are typed, refused at the box, brought in, and end with a death', async () => {
    await clerk.open(welfarePaths.new)
    const bad = await clerk.submit({ person: 'ไม่มี', kind: '', birthDate: '1/1/2600', startsOn: '' })
    for (const message of [welfareText.errors.noPerson, welfareText.errors.kind, welfareText.errors.birthDate, welfareText.errors.month]) expect(bad.text).toContain(message)
    const heads = Object.values(welfareText.import.heads).join('\t')
    await clerk.open(welfarePaths.import)
    expect((await clerk.submit({ pasted: `${heads}\nนางเฒ่า มากวัย\t3101700230701\tเบี้ยยังชีพผู้สูงอายุ\t01/03/2480\t10/2569` })).text).toContain(welfareText.import.errors.faults('1'))
    await clerk.open(welfarePaths.import)
    expect((await clerk.submit({ pasted: `${heads}\nนางเฒ่า มากวัย\t1101700230708\tเบี้ยยังชีพผู้สูงอายุ\t01/03/2480\t10/2569` })).text).toMatch(/เลขประจำตัวนี้เป็นของ นายหนึ่ง คนงาน/)
    await clerk.open(welfarePaths.import)
    await clerk.submit({ pasted: `${heads}\nนายหนึ่ง คนงาน\t1101700230708\tเบี้ยยังชีพผู้สูงอายุ\t01/03/2480\t10/2569` })
    expect((await clerk.open(welfarePaths.list)).text).toMatch(/นายหนึ่ง คนงาน.*89 ปี.*800\.00/)
    const id = /\/expenditure\/welfare\/([0-9]+)/.exec(clerk.html)?.[1] ?? ''
    const edit = await clerk.open(welfarePaths.edit(id))
    const ended = await clerk.submit({ person: 'นายหนึ่ง คนงาน', kind: 'old_age', birthDate: '01/03/2480', startsOn: '10/2569', endedOn: '15/10/2569', endReason: 'died', version: versionIn(edit) }, welfarePaths.edit(id))
    expect(ended.text).toContain(welfareText.standing.ended.text)
    expect((await clerk.open(welfarePaths.list)).text).toContain(welfareText.empty)
    expect((await clerk.open(`${welfarePaths.list}/csv?who=all`)).html).toContain(welfareText.reasons.died)
  })
})
