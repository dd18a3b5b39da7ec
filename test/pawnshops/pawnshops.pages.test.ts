import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/platform/dates.ts'
import { Forbidden, NotFound } from '../../src/platform/errors.ts'
import { pawnshopsRoutes } from '../../src/pawnshops/index.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk, seen } from '../support/desk.ts'
import { aPerson } from '../receipts/school.ts'
import { addressIn, boxesIn } from '../receipts/pages.ts'
import { aShop, form, keyed, posted, type Person } from './shop.ts'

const db = await testDatabase()
const desk = (who: Person) => atDesk(db, who.officer, pawnshopsRoutes)
const line = (cells: Record<string, string>) => Object.fromEntries(Object.entries(cells).map(([cell, text]) => [`lines.0.${cell}`, text]))

describe('the counter of a pawnshop', () => {
  it('keys, hands in, approves and reads what it lent', async () => {
    const shop = await aShop(db, { cash: '300000.00', day: calendarDate('2026-10-01') })
    const blank = await desk(shop.cashier).get('/pawnshops/vouchers/new')
    const typed = { ...boxesIn(blank), documentDate: '05/11/2569', total: '๕๘,๕๐๐', ...line({ event: 'pledge', count: '3', principal: '58,500.00' }) }
    const { reply } = await desk(shop.cashier).post('/pawnshops/vouchers/new', typed)
    const address = addressIn(reply)
    await desk(shop.cashier).post(`${address}/submit`, { version: '1' })
    await desk(shop.manager).post(`${address}/approve`, { version: '2' })
    const shown = seen((await desk(shop.manager).get(address)).html)
    expect(shown).toContain('ใบผ่านรายการเงินจำนำ PN-00001/70 ผ่านรายการแล้ว')
    expect(shown).toContain('3 ตั๋ว')
    expect(seen((await desk(shop.manager).get('/pawnshops/vouchers?search=PN-00001')).html)).toContain('58,500.00')
    expect(seen((await desk(shop.manager).get('/pawnshops/tickets')).html)).toContain('ลูกหนี้ - ทรัพย์รับจำนำ 58,500.00 0.00 58,500.00')
  })

  it('shows a refused form again with what was typed, each message at its cell', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    const typed = { ...boxesIn(await desk(shop.cashier).get('/pawnshops/receipts/new')), documentDate: '05/11/2567', total: '10', ...line({ event: 'redeem', ticket: '7', principal: '12.345' }) }
    const again = await desk(shop.cashier).post('/pawnshops/receipts/new', typed)
    expect(again.reply).toMatchObject({ status: 422 })
    expect(again.html).toContain('href="#lines.0.principal"')
    expect(again.html).toContain('value="12.345"')
    expect(await db.owner('pawn_documents').where('organisation_id', shop.organisation.id)).toEqual([])
  })

  it('adds rows without script and saves nothing', async () => {
    const shop = await aShop(db)
    const { html } = await desk(shop.cashier).post('/pawnshops/receipts/new', { ...line({ event: 'interest', ticket: '7', interest: '5' }), moreLines: '5' })
    expect(html).toContain('name="lines.5.interest"')
    expect(await db.owner('pawn_documents').where('organisation_id', shop.organisation.id)).toEqual([])
  })

  it('lists tickets past their time', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: 'เก่า', principal: '100.00' }]))
    const page = (query: string) => desk(shop.manager).get(`/pawnshops/tickets${query}`)
    expect(seen((await page('?state=due')).html)).toContain('เก่า 5 พ.ย. 2567 5 เม.ย. 2568 100.00')
    expect(seen((await page('?state=stock')).html)).toContain('ไม่มีตั๋วตามเงื่อนไขที่เลือก')
    expect(seen((await page('/print?state=due')).html)).toMatch(/เก่า 5 พ\.ย\. 2567 .*พ้นกำหนด รวม 100\.00/)
    expect((await page('/csv?state=due')).reply).toMatchObject({ body: expect.stringMatching(/เก่า,.*100\.00,0\.00,พ้นกำหนด/) })
  })

  it('is nobody else’s: an LAO is refused, another shop finds nothing', async () => {
    const [shop, other] = [await aShop(db, { cash: '1.00' }), await aShop(db)]
    const id = await keyed(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '1', principal: '1.00' }]))
    const head = await aPerson(db, shop.lao, ['LAO_FIN_HEAD', 'LAO_FINANCE'])
    await expect(desk(head).get('/pawnshops/vouchers')).rejects.toThrow(Forbidden)
    await expect(desk(other.manager).get(`/pawnshops/vouchers/${id}`)).rejects.toThrow(NotFound)
    await expect(desk(shop.manager).get(`/pawnshops/receipts/${id}`)).rejects.toThrow(NotFound)
    await expect(desk(shop.manager).get(`/pawnshops/vouchers/${id}/edit`)).rejects.toThrow(Forbidden)
  })
})
