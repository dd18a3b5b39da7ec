import { describe, expect, it } from 'vitest'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { cancelPawnDocument, submitPawnDocument } from '../../../src/pawnshops/pawn-document/pawn-document.service.ts'
import { pawnBooks } from '../../../src/pawnshops/pawn-document/pawn-document.ts'
import { findOpenPawn, findOpenPawnOf } from '../../../src/pawnshops/pawn-work/pawn-work.service.ts'
import { pawnshopsText } from '../../../src/pawnshops/pawnshops.text.ts'
import { yearRooms } from '../../../src/rooms.ts'
import { testDatabase } from '../../support/database.ts'
import { aShop, form, keyed, posted } from '../shop.ts'

const db = await testDatabase()
const { books, work: { open } } = pawnshopsText
const october = { from: calendarDate('2024-10-01'), until: calendarDate('2024-11-01') }

describe('what of the pawnshop’s days is not in the books', () => {
  it('holds up the closing of its year and is told before that of its month, till it is posted or given up (§3.10)', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    const read = <T>(of: (read: Parameters<typeof findOpenPawn>[0]) => Promise<T>) => shop.accountant.read(of)
    await posted(shop, 'pledge', form('pledge', '2024-10-05', [{ count: '1', principal: '500.00' }]))
    const draft = await keyed(shop, 'pledge', form('pledge', '2024-10-06', [{ count: '1', principal: '100.00' }]))
    const waiting = await keyed(shop, 'receipt', form('receipt', '2024-10-31', [{ count: '1', principal: '200.00' }]))
    await shop.cashier.work((work) => submitPawnDocument(work, { book: pawnBooks.receipt, id: waiting }, 1))
    await keyed(shop, 'pledge', form('pledge', '2024-11-01', [{ count: '1', principal: '300.00' }]))
    expect(await read((each) => findOpenPawnOf(each, october))).toEqual([
      { text: open.draft(books.pledge.title, '1', '100.00'), href: '/pawnshops/vouchers?state=draft&from=01%2F10%2F2567&until=31%2F10%2F2567' },
      { text: open.submitted(books.receipt.title, '1', '200.00'), href: '/pawnshops/receipts?state=submitted&from=01%2F10%2F2567&until=31%2F10%2F2567' },
    ])
    expect((await read((each) => findOpenPawn(each, fiscalYear(2568)))).map(({ text }) => text)).toEqual([
      open.draft(books.pledge.title, '2', '400.00'), open.submitted(books.receipt.title, '1', '200.00'),
    ])
    expect(await read((each) => findOpenPawn(each, fiscalYear(2569)))).toEqual([])
    await shop.cashier.work((work) => cancelPawnDocument(work, { book: pawnBooks.pledge, id: draft }, 1))
    expect(await read((each) => findOpenPawnOf(each, october))).toHaveLength(1)
  })

  it('is asked by the closings themselves', () => {
    expect(yearRooms.blockers).toContain(findOpenPawn)
    expect(yearRooms.ofMonth).toContain(findOpenPawnOf)
  })
})
