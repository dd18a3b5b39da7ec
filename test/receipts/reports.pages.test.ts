import { describe, expect, it } from 'vitest'
import { Forbidden, NotFound } from '../../src/platform/errors.ts'
import { baht } from '../../src/platform/money.ts'
import { receiptsRoutes } from '../../src/receipts/index.ts'
import { confirmSummary, reverseSummary } from '../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk, seen } from '../support/desk.ts'
import { aCounter, issue, issueFor, signboard, waste } from './lao.ts'
import { aConfirmedDay, aPerson, aSchool, cancelPaper, prepare, receivedSlip, type Person, type School } from './school.ts'

const db = await testDatabase()
const desk = (who: Person) => atDesk(db, who.officer, receiptsRoutes)
const page = async (who: Person, address: string) => seen((await desk(who).get(address)).html)

async function confirmed(town: School, receiptIds: readonly string[]): Promise<string> {
  await receivedSlip(town, { receiptIds })
  const id = await prepare(town.finance)
  await town.head.work((work) => confirmSummary(work, id, 1))
  return id
}

describe('the report of receipts', () => {
  it('tells a day line by line, and added up by income, by collector and by the way the money came', async () => {
    const town = await aCounter(db)
    const colleague = await aPerson(db, town.organisation, ['LAO_REVENUE'])
    await issue(town.clerk, { lines: [{ incomeCode: signboard, amount: baht('1560.25') }, { amount: baht('40') }], payments: [
      { row: 0, means: 'cash', bankAccountId: null, reference: '', amount: baht('600.25') },
      { row: 0, means: 'transfer', bankAccountId: town.bankAccountId, reference: '', amount: baht('1000') },
    ] })
    await issueFor(colleague, waste, { amount: '60' })
    await cancelPaper(town, await issueFor(town.clerk, waste, { amount: '99' }))
    const address = '/receipts/reports/receipts'
    const lines = await page(town.clerk, address)
    expect(lines).toMatch(/RCPT-00001\/70 นางสมศรี มีสุข 41100003 .*1,560\.25/)
    expect(lines).toMatch(/ยกเลิก 0\.00 .*รวม 1,660\.25/)
    expect(lines).toContain('2 ฉบับ (ยกเลิก 1 ฉบับ)')
    expect(await page(town.clerk, `${address}?by=income`)).toMatch(/41100003 \S+ 1 1,560\.25 41210008 \S+ 2 100\.00 รวม 1,660\.25/)
    expect(await page(town.clerk, `${address}?by=collector`)).toContain(`${colleague.officer.name} 1 60.00`)
    const means = await page(town.clerk, `${address}?by=means`)
    expect(means).toMatch(/เงินสด 2 660\.25/)
    expect(means).toMatch(/เงินโอน\/QR .* 1 1,000\.00/)
    expect(await page(town.clerk, `${address}?by=means&means=transfer`)).toMatch(/รวม 1,000\.00/)
    expect(await page(town.clerk, `${address}?collector=${colleague.officer.userId}`)).not.toContain('RCPT-00001/70')
    expect(await page(town.clerk, `${address}?income=${signboard}`)).toMatch(/รวม 1,560\.25/)
    expect(await page(town.clerk, `${address}?from=01/10/2569&until=01/11/2569`)).toContain('ไม่มีการรับเงินตามเงื่อนไขนี้')
    expect(await page(town.clerk, `${address}/print?by=income`)).toMatch(/รายงานการรับเงินตามประเภทรายรับ.*ประจำวันที่ 20 พฤศจิกายน 2569/)
    expect((await desk(town.clerk).get(`${address}/csv`)).reply).toMatchObject({ kind: 'download' })
  })

  it('goes on by its key where a page is full', async () => {
    const town = await aCounter(db)
    for (let page = 0; page < 2; page++) await issue(town.clerk, { lines: Array.from({ length: 30 }, () => ({ amount: baht('1') })) })
    const first = await desk(town.clerk).get('/receipts/reports/receipts')
    const [, next = ''] = /href="([^"]*after=[^"]*)"/.exec(first.html) ?? []
    const second = await page(town.clerk, next.replaceAll('&amp;', '&'))
    expect(second.match(/RCPT-00002\/70/g)).toHaveLength(10)
    expect(second).toContain('60.00')
  })
})

describe('the register of revenue', () => {
  it('follows a code through the month beside its estimate, and loses what was reversed', async () => {
    const town = await aCounter(db)
    const summary = await confirmed(town, [await issueFor(town.clerk, waste, { amount: '100' }), await issueFor(town.clerk, signboard, { amount: '200' })])
    const all = await page(town.clerk, '/receipts/reports/revenues')
    expect(all).toMatch(/41100003 \S+ 0\.00 200\.00 200\.00 200\.00/)
    expect(all).toMatch(/รวม 0\.00 300\.00 300\.00 300\.00/)
    const item = `/receipts/reports/revenues?item=${waste}`
    expect(await page(town.clerk, item)).toMatch(/ยอดยกมาจากเดือนก่อน 0\.00 0\.00 .*RV-00001\/70 .* 100\.00 100\.00 100\.00/)
    await town.head.work((work) => reverseSummary(work, summary, { version: 2, reason: 'ผิดบัญชี' }))
    expect(await page(town.clerk, item)).toMatch(/รวมเดือนพฤศจิกายน 2569 0\.00 0\.00 0\.00/)
    expect((await desk(town.clerk).get('/receipts/reports/revenues?item=x')).html).toContain('href="#item"')
  })

  it('of a school goes by its income accounts', async () => {
    const school = await aSchool(db)
    await aConfirmedDay(school, { amount: '84250.00' })
    expect(await page(school.clerk, '/receipts/reports/revenues')).toMatch(/4404050101\.001 \S+ 0\.00 84,250\.00 84,250\.00/)
  })
})

describe('the book of cash received', () => {
  it('shows every receipt voucher, cash apart from the bank, and since the beginning of the year', async () => {
    const town = await aCounter(db)
    await confirmed(town, [await issue(town.clerk, { payments: [
      { row: 0, means: 'cash', bankAccountId: null, reference: '', amount: baht('30') }, { row: 0, means: 'transfer', bankAccountId: town.bankAccountId, reference: '', amount: baht('70') },
    ] })])
    expect(await page(town.clerk, '/receipts/reports/cash-book')).toMatch(/RV-00001\/70 .* 30\.00 70\.00 100\.00 รวม 30\.00 70\.00 100\.00 รวมตั้งแต่ต้นปีงบประมาณ 30\.00 70\.00 100\.00/)
    expect(await page(town.clerk, '/receipts/reports/cash-book?month=1')).toContain('ไม่มีใบผ่านรายการรับในเดือนนี้')
  })

  it('and the other reports are closed to who has no right, and to another office', async () => {
    const [town, other] = [await aCounter(db), await aCounter(db)]
    const stranger = await aPerson(db, town.organisation, ['LAO_PROCURE'])
    for (const path of ['receipts', 'revenues', 'cash-book']) {
      await expect(desk(stranger).get(`/receipts/reports/${path}`)).rejects.toThrow(Forbidden)
      await expect(desk(other.clerk).get(`/receipts/reports/${path}?organisation=${town.organisation.id}`)).rejects.toThrow(NotFound)
    }
  })
})
