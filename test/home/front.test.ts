// What the home page tells of the work, the books and the dealings of an office, from the real figures.
import { describe, expect, it } from 'vitest'
import { getHome } from '../../src/home/front/front.service.ts'
import { homePage } from '../../src/home/front/front.view.ts'
import { pawnBooks } from '../../src/pawnshops/pawn-document/pawn-document.ts'
import { submitPawnDocument } from '../../src/pawnshops/pawn-document/pawn-document.service.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { baht, zero } from '../../src/platform/money.ts'
import { aShop, form, keyed } from '../pawnshops/shop.ts'
import { aConfirmedDay, aPerson, aSchool, record, type Person } from '../receipts/school.ts'
import { testDatabase } from '../support/database.ts'
import { organisation } from '../support/world.ts'

const db = await testDatabase()
const panelsOf = async (who: Person) => Object.fromEntries(homePage(await who.read(getHome)).panels.map((panel) => [panel.id, panel]))

describe('the home page', () => {
  it('of a pawnshop’s manager lists what the cashier handed in, the cashier’s own drafts are the cashier’s', async () => {
    const shop = await aShop(db, { cash: '1000.00', day: calendarDate('2026-10-01') })
    const handedIn = await keyed(shop, 'pledge', form('pledge', '2026-11-19', [{ ticket: '1', principal: '250.00' }]))
    await shop.cashier.work((work) => submitPawnDocument(work, { book: pawnBooks.pledge, id: handedIn }, 1))
    await keyed(shop, 'pledge', form('pledge', '2026-11-19', [{ ticket: '2', principal: '40.00' }]))
    expect((await panelsOf(shop.manager)).wip?.rows).toEqual([
      { text: 'ใบผ่านรายการเงินจำนำ รอท่านอนุมัติ', href: '/pawnshops/vouchers?state=submitted&by=others', amount: '250.00 บาท', count: 'จำนวน 1 รายการ' },
    ])
    expect((await panelsOf(shop.cashier)).wip?.rows).toMatchObject([{ text: 'ร่างใบผ่านรายการเงินจำนำของท่าน รอส่งขออนุมัติ', amount: '40.00 บาท' }])
  })

  it('tells the money in banks and the years, and the latest summary', async () => {
    const school = await aSchool(db)
    await aConfirmedDay(school, { amount: '84250.00', transferTo: school.bankAccountId })
    const { status, wip, receipts } = await panelsOf(await aPerson(db, school.organisation, ['SUB_ACCOUNT', 'SUB_FIN_HEAD']))
    expect(status?.rows.map(({ text, amount, note }) => [text, amount, note])).toEqual([
      ['จัดทำใบสำคัญสรุปใบนำส่งเงินล่าสุด วันที่ 20 พฤศจิกายน 2569', undefined, 'RSV-00001/70'], ['เงินฝากธนาคารตามบัญชี', '84,250.00 บาท', undefined], ['เงินสดในมือตามบัญชี', '0.00 บาท', undefined],
      ['การปิดบัญชีประจำปี', undefined, 'ยังไม่ปิด 2570'],
    ])
    expect([wip?.isEmpty, receipts?.rows.length]).toEqual([true, 4])
  })

  it('asks again when a document of the office changed, and after a minute; in between it shows the time of its figures', async () => {
    const school = await aSchool(db)
    await record(school.clerk)
    const seen = async () => {
      const { takenAt, receiptWork } = await school.clerk.read(getHome)
      return [takenAt, receiptWork?.office[0]?.count]
    }
    const first = db.clock.now()
    expect(await seen()).toEqual([first, 1])
    db.clock.advance(59)
    expect(await seen()).toEqual([first, 1])
    await record(school.clerk)
    expect(await seen()).toEqual([db.clock.now(), 2])
    db.clock.advance(60)
    expect(await seen()).toEqual([db.clock.now(), 2])
  })

  it('shows what may be seen at this moment: a right that came or went asks again', async () => {
    const shop = await aShop(db, { cash: '1000.00', day: calendarDate('2026-10-01') })
    const { read } = shop.manager
    expect(Object.keys(await panelsOf(shop.manager))).toContain('status')
    const withoutRights = (key: Parameters<typeof getHome>[0]) => getHome({ ...key, actor: { ...key.actor, permissions: new Set(['home.status:view']) } })
    expect((await read(withoutRights)).books).toBeUndefined()
    expect((await read(getHome)).books).toMatchObject({ cash: baht('1000.00'), inBanks: zero, closedYears: [], openYears: [2570] })
  })

  it('of a province shows no work and no books', async () => {
    const panels = await panelsOf(await aPerson(db, await organisation(db, 'P20'), ['PROV_HEAD']))
    expect(Object.keys(panels)).toEqual(['news'])
  })
})
