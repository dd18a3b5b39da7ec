import { describe, expect, it } from 'vitest'
import { postLines } from '../../../src/ledger/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { pawnshopsRoutes } from '../../../src/pawnshops/index.ts'
import { findOpeningTickets } from '../../../src/pawnshops/opening-ticket/opening-ticket.repository.ts'
import { addOpeningTicket, importOpeningTickets, removeOpeningTicket } from '../../../src/pawnshops/opening-ticket/opening-ticket.service.ts'
import { openingTicketText } from '../../../src/pawnshops/opening-ticket.text.ts'
import { pawnshopsText } from '../../../src/pawnshops/pawnshops.text.ts'
import { findTicketsNamed } from '../../../src/pawnshops/ticket/ticket.repository.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aPerson } from '../../receipts/school.ts'
import { aShop, form, keyed, posted, putIn, type Cells, type Shop } from '../shop.ts'

const db = await testDatabase()
const { errors, import: { heads } } = openingTicketText
const debtors = '1102050194.005'

const add = (shop: Shop, ticket: string, principal: string, day = '2024-08-14') => (
  shop.cashier.work((work) => addOpeningTicket(work, { ticket, pledgedOn: calendarDate(day), principal: baht(principal) })))
const bringIn = (shop: Shop, ...rows: readonly string[][]) => shop.cashier.work((work) => importOpeningTickets(work, [Object.values(heads), ...rows]))
const listed = async (shop: Shop) => (await shop.cashier.read((read) => findOpeningTickets(read, { search: '', after: '' }, 50))).items
const ticketOf = async (shop: Shop, ticket: string) => (await shop.manager.read((read) => findTicketsNamed(read, [ticket]))).get(ticket)
const fieldsOf = (refusal: unknown) => (refusal instanceof RuleBroken ? refusal.errors : refusal)
const refused = (promise: Promise<unknown>) => promise.then(() => 'taken', fieldsOf)
const receive = (shop: Shop, day: string, cells: Cells) => posted(shop, 'receipt', form('receipt', day, [cells]))

/** An opening stands there the evening before its day. */
async function openWith(shop: Shop, lent: string): Promise<void> {
  await shop.manager.work((work) => postLines(work, {
    type: 'OB', event: 'posted', documentDate: calendarDate('2024-10-01'), source: { kind: 'journal', id: shop.organisation.id }, description: 'ยอดยกมา', preparedBy: shop.accountant.officer.userId,
    lines: [{ side: 'D', accountCode: debtors, amount: baht(lent) }, { side: 'C', accountCode: '3102010101.004', amount: baht(lent) }],
  }))
}

/** So much was lent, without the word how. */
async function aShopOfBefore(lent: string): Promise<Shop> {
  const shop = await aShop(db, { cash: '300000.00' })
  await putIn(shop, { amount: lent, account: debtors, against: '3102010101.004' })
  return shop
}

describe('a ticket that is older than the books', () => {
  it('is known by its list: interest, renewal, reduction and redemption go on from it (S56)', async () => {
    const shop = await aShopOfBefore('30000.00')
    await add(shop, 'ก1', '10000.00')
    await add(shop, 'ก2', '20000.00')
    await receive(shop, '2024-10-14', { event: 'interest', ticket: 'ก1', newTicket: 'ข1', interest: '280.00' })
    expect(await ticketOf(shop, 'ก1')).toMatchObject({ principal: 0n })
    expect(await ticketOf(shop, 'ข1')).toMatchObject({ principal: baht('10000'), pledgedOn: '2024-10-14' })
    await receive(shop, '2024-10-15', { event: 'reduce', ticket: 'ก2', principal: '5000.00' })
    expect(await refused(keyed(shop, 'receipt', form('receipt', '2024-10-16', [{ ticket: 'ก2', principal: '20000.00' }])))).toEqual({ 'lines.0.ticket': pawnshopsText.errors.overTicket('15,000.00') })
    await receive(shop, '2024-10-16', { ticket: 'ก2', principal: '15000.00' })
    await receive(shop, '2024-11-16', { ticket: 'ข1', principal: '10000.00' })
    expect(await ticketOf(shop, 'ข1')).toMatchObject({ principal: 0n })
  })

  it('that stands in no list is redeemed all the same after its interest was paid, and only once; it is not renewed before it is listed', async () => {
    const shop = await aShopOfBefore('50000.00')
    await receive(shop, '2024-10-05', { event: 'interest', ticket: 'ค1', interest: '100.00' })
    await receive(shop, '2024-10-06', { event: 'reduce', ticket: 'ค1', principal: '1000.00' })
    expect(await ticketOf(shop, 'ค1')).toBeUndefined()
    const renew = form('receipt', '2024-10-07', [{ event: 'interest', ticket: 'ค1', newTicket: 'ง1', interest: '10.00' }])
    expect(await refused(keyed(shop, 'receipt', renew))).toEqual({ 'lines.0.ticket': pawnshopsText.errors.unknownRenewed })
    await receive(shop, '2024-10-07', { ticket: 'ค1', principal: '9000.00' })
    const again = form('receipt', '2024-10-08', [{ ticket: 'ค1', principal: '1.00' }])
    expect(await refused(keyed(shop, 'receipt', again))).toEqual({ 'lines.0.ticket': pawnshopsText.errors.overTicket('0.00') })
  })

  it('may be listed after it was used: what was paid on it counts', async () => {
    const shop = await aShopOfBefore('50000.00')
    await receive(shop, '2024-10-06', { event: 'reduce', ticket: 'จ1', principal: '1000.00' })
    await add(shop, 'จ1', '10000.00')
    expect(await ticketOf(shop, 'จ1')).toMatchObject({ principal: baht('9000'), pledgedOn: '2024-08-14' })
    await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: 'จ2', principal: '100.00' }]))
    expect(await refused(add(shop, 'จ2', '100.00'))).toEqual({ ticket: errors.taken })
  })
})

describe('the list of tickets of before', () => {
  it('comes from a file, all rows or none, each fault told at its row', async () => {
    const shop = await aShop(db)
    const faults = await refused(bringIn(shop, ['1', '14/08/2567', '10,000.00'], ['1', '14/08/2567', '5'], ['', '31/02/2567', '-1'], ['4', '01/10/2567', '1.00']))
    expect(faults).toEqual({
      'rows.3.ticket': errors.twin('2'), 'rows.4.ticket': errors.ticket, 'rows.4.pledgedOn': errors.date, 'rows.4.principal': errors.positive, 'rows.5.pledgedOn': errors.tooLate('1 ตุลาคม 2567'),
    })
    expect(await listed(shop)).toEqual([])
    expect(await bringIn(shop, ['1', '14/08/2567', '10,000.00'], ['2', '๑๕/๐๘/๒๕๖๗', '๕๐๐'])).toBe(2)
    expect(await refused(bringIn(shop, ['2', '14/08/2567', '1']))).toEqual({ 'rows.2.ticket': errors.taken })
    expect(await listed(shop)).toMatchObject([{ ticket: '1', principal: baht('10000') }, { ticket: '2', principal: baht('500'), pledgedOn: '2024-08-15' }])
  })

  it('comes to no more than the books were opened with', async () => {
    const shop = await aShop(db)
    await openWith(shop, '15000.00')
    await add(shop, '1', '10000.00')
    expect(await refused(add(shop, '2', '5000.01'))).toEqual({ principal: errors.over('5,000.00') })
    expect(await refused(bringIn(shop, ['2', '14/08/2567', '3000'], ['3', '14/08/2567', '2000.01']))).toEqual({ file: errors.over('5,000.00') })
    await add(shop, '2', '5000.00')
    const { html } = await atDesk(db, shop.manager.officer, pawnshopsRoutes).get('/pawnshops/opening-tickets?search=2')
    expect(seen(html)).toContain('รวมตามเงื่อนไขที่เลือก 5,000.00 รวมตั๋วยกมาทั้งหมด 15,000.00 ยอดยกมาตามบัญชี 15,000.00 ผลต่าง 0.00')
  })

  it('lets a ticket go only while no document names it, and is the own shop’s alone', async () => {
    const [shop, other] = [await aShopOfBefore('10000.00'), await aShop(db)]
    await add(shop, '1', '4000.00')
    await add(shop, '2', '6000.00')
    const [first, second] = (await listed(shop)).map(({ id }) => id)
    await keyed(shop, 'receipt', form('receipt', '2024-10-14', [{ ticket: '1', principal: '4000.00' }]))
    const remove = (who: Shop, id = '') => who.cashier.work((work) => removeOpeningTicket(work, id))
    await expect(remove(shop, first)).rejects.toThrow(new RuleBroken(errors.used))
    await expect(remove(other, second)).rejects.toThrow(NotFound)
    await remove(shop, second)
    expect(await listed(shop)).toMatchObject([{ ticket: '1', isUsed: true }])
    const head = await aPerson(db, shop.lao, ['LAO_FIN_HEAD'])
    await expect(atDesk(db, head.officer, pawnshopsRoutes).get('/pawnshops/opening-tickets')).rejects.toThrow(Forbidden)
  })

  it('keeps what was typed when it is refused', async () => {
    const shop = await aShop(db)
    const { html } = await atDesk(db, shop.cashier.officer, pawnshopsRoutes).post('/pawnshops/opening-tickets/new', { ticket: '7', pledgedOn: '14/13/2567', principal: '1,000' })
    expect(html).toContain('value="14/13/2567"')
    expect(html).toContain('href="#pledgedOn"')
  })
})
