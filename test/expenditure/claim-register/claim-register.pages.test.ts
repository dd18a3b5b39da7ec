// ทะเบียนเลขที่ผู้เบิก/เลขที่คลังรับ and where the reports of money out begin.
import { describe, expect, it } from 'vitest'
import { claimRegisterPaths as paths, claimPaths, reportPaths } from '../../../src/expenditure/expenditure.paths.ts'
import { claimText } from '../../../src/expenditure/claim.text.ts'
import { paymentPaths } from '../../../src/expenditure/payment.paths.ts'
import { reportText } from '../../../src/expenditure/report.text.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { aPayingOffice, posted } from '../payment/paying.ts'
import { aPayee, carriedThrough, drafted, lineOf, submitted } from '../world.ts'

const office = await testOffice()
const today = calendarDate('2026-11-20')
const town = await aPayingOffice(office, { code: '4200103', on: calendarDate('2026-11-01') })
const [line = ''] = await anEnactedBudget(town, [{ code: '5320100', amount: '200000.00' }])
const payee = await aPayee(town, 'บริษัท สาม จำกัด', 'juristic')
const make = (id: string, amount: string) => drafted(town, {
  kind: 'C1', claimDate: today, title: `งานที่ ${id}`, payeeId: payee, departmentId: town.departmentId, lines: [lineOf(line, '5104010112.001', amount)], origin: { kind: 'test', id },
})
await make('9', '9.00')
await posted(town, [await carriedThrough(town, await make('1', '1000.00'))], { paymentDate: today })
await carriedThrough(town, await make('2', '200.00'))
await submitted(town, await make('3', '30.00'))
const head = await signIn(office, 'saensuk.head')

describe('the register of claims', () => {
  it('shows what has a number with both vouchers, the newest first, and the sum', async () => {
    const { text } = await head.open(paths.list)
    expect(text).toMatch(/CLM-00003\/70.*CLM-00002\/70.*AP-00002\/70.*CLM-00001\/70.*AP-00001\/70.*PV-00001\/70.*1,230\.00/)
    expect(text).not.toContain('งานที่ 9')
  })

  it('can be asked for what is made and not paid', async () => {
    const { text } = await head.open(`${paths.list}?unpaid=yes`)
    expect(text).toContain('CLM-00002/70')
    expect(text).not.toContain('CLM-00001/70')
    expect((await head.open(`${paths.list}?search=ไม่มีคำนี้`)).text).toContain(reportText.register.empty)
  })

  it('is printed and saved in the order of the numbers', async () => {
    const paper = (await head.open(`${paths.list}/print`)).text
    expect(paper).toMatch(/CLM-๐๐๐๐๑\/๗๐.*PV-๐๐๐๐๑\/๗๐.*CLM-๐๐๐๐๒\/๗๐.*CLM-๐๐๐๐๓\/๗๐.*๑,๒๓๐\.๐๐/)
    const csv = (await head.open(`${paths.list}/csv`)).html.split('\r\n')
    expect(csv.slice(1, 4).map((row) => row.slice(0, 12))).toEqual(['CLM-00001/70', 'CLM-00002/70', 'CLM-00003/70'])
    expect(csv[0]).toContain(claimText.columns.treasuryNumber)
    expect(csv[1]).toContain('PV-00001/70')
  })

  it('leads to the claim, and belongs to the reports of money out', async () => {
    const { html } = await head.open(paths.list)
    expect(html).toContain(`href="${claimPaths.show('')}`)
    expect(html).toContain(`<a href="${reportPaths.list}" aria-current="page">`)
  })
})

describe('the page of reports', () => {
  it('names the registers a reader may open and no others', async () => {
    expect((await head.open(reportPaths.list)).html).toContain(`href="${paths.list}"`)
    const clerk = await signIn(office, 'saensuk.clerk')
    const page = await clerk.open(reportPaths.list)
    expect(page.html).toContain(`href="${paths.list}"`)
    expect(page.html).not.toContain(`href="${paymentPaths.list}"`)
  })
})
