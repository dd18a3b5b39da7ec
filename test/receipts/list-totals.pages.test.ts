// What a register adds up to: all that its filter finds, on the page, on paper and in the file; what was cancelled or reversed is told of and adds nothing.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ledgerRoutes } from '../../src/ledger/index.ts'
import { Forbidden, NotFound } from '../../src/platform/errors.ts'
import { receiptsRoutes } from '../../src/receipts/index.ts'
import { cancelPayIn, createPayIn } from '../../src/receipts/pay-in/pay-in.service.ts'
import { cancelRemittance } from '../../src/receipts/remittance/remittance.service.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk, seen } from '../support/desk.ts'
import { aConfirmedDay, aPerson, aSchool, draftSlip, record, today, yesterday, type Person } from './school.ts'

const db = await testDatabase()
const desk = (who: Person) => atDesk(db, who.officer, [...receiptsRoutes, ...ledgerRoutes])
const page = async (who: Person, address: string) => seen((await desk(who).get(address)).html)

async function fileOf(who: Person, address: string): Promise<string[]> {
  const { reply } = await desk(who).get(address)
  if (reply.kind !== 'download') throw new Error(reply.kind)
  return reply.body.toString().trimEnd().split('\r\n')
}

describe('the sum of a register', () => {
  it('is of everything the filter finds and leaves out what was cancelled', async () => {
    const school = await aSchool(db)
    for (let each = 0; each < 51; each++) await draftSlip(school.clerk, { receiptIds: [await record(school.clerk, { amount: '2' })] })
    const gone = await draftSlip(school.clerk, { receiptIds: [await record(school.clerk, { amount: '9' })] })
    await school.clerk.work((work) => cancelRemittance(work, gone, 1))
    const list = await page(school.clerk, '/receipts/remittances')
    expect(list).toContain('แสดง 50 จาก 52 รายการ')
    expect(list).toMatch(/รวม 51 รายการ \(ไม่นับที่ยกเลิกหรือกลับรายการ 1 รายการ\) 102\.00/)
    expect(await page(school.clerk, '/receipts/remittances?state=draft')).toMatch(/รวม 51 รายการ 102\.00/)
    const lines = await fileOf(school.clerk, '/receipts/remittances/csv?state=draft')
    expect([lines.length, lines.at(-1)]).toEqual([53, 'รวม 51 รายการ,,,,102.00,'])
    const paper = await page(school.clerk, '/receipts/remittances/print?state=draft')
    expect(paper).toMatch(/ใบนำส่งเงิน.*รวม 51 รายการ 102\.00/)
    await expect(page(await aPerson(db, school.organisation, ['SUB_PROCURE']), '/receipts/remittances/print')).rejects.toThrow(Forbidden)
    await expect(page((await aSchool(db)).clerk, `/receipts/remittances/print?organisation=${school.organisation.id}`)).rejects.toThrow(NotFound)
  })

  it('of summaries, pay-ins and vouchers stands under their amounts; an empty list has none', async () => {
    const school = await aSchool(db)
    expect(await page(school.finance, '/receipts/pay-ins')).not.toContain('รวม ')
    await aConfirmedDay(school, { amount: '800.00', date: yesterday, bank: null })
    const command = () => ({ formKey: randomUUID(), payInDate: today, bankAccountId: school.bankAccountId, remark: '', money: { pieces: { 10000: 3 }, cheques: [] } })
    const [, gone] = [await school.finance.work((work) => createPayIn(work, command())), await school.finance.work((work) => createPayIn(work, command()))]
    await school.finance.work((work) => cancelPayIn(work, gone, 1))
    expect(await page(school.finance, '/receipts/remittance-summaries')).toMatch(/รวม 1 รายการ 800\.00/)
    expect(await page(school.finance, '/receipts/pay-ins')).toMatch(/รวม 1 รายการ \(ไม่นับ\S+ 1 รายการ\) 300\.00/)
    expect((await fileOf(school.finance, '/receipts/pay-ins/csv')).at(-1)).toBe('รวม 1 รายการ (ไม่นับที่ยกเลิกหรือกลับรายการ 1 รายการ),,,,300.00,')
    expect(await page(school.head, '/ledger/vouchers')).toMatch(/รวม 1 รายการ 800\.00/)
    expect((await fileOf(school.head, '/ledger/vouchers/csv')).at(-1)).toBe('รวม 1 รายการ,,,,,800.00,')
  })
})
