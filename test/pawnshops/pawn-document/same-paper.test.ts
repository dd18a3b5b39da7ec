// W_DUP: a paper that is keyed a second time.
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { pawnshopsRoutes } from '../../../src/pawnshops/index.ts'
import { cancelPawnDocument, editPawnDocument, submitPawnDocument, type PawnForm } from '../../../src/pawnshops/pawn-document/pawn-document.service.ts'
import { pawnBooks, type BookKind } from '../../../src/pawnshops/pawn-document/pawn-document.ts'
import { pawnshopsText } from '../../../src/pawnshops/pawnshops.text.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { addressIn, boxesIn } from '../../receipts/pages.ts'
import { aShop, form, keyed, posted, type Shop } from '../shop.ts'

const db = await testDatabase()
const { errors, noNumber } = pawnshopsText

const lent = (day: string, principal: string, more: Partial<PawnForm> = {}): PawnForm => ({ ...form('pledge', day, [{ count: '1', principal }]), ...more })
const refused = (shop: Shop, given: PawnForm, kind: BookKind = 'pledge') => (
  keyed(shop, kind, given).then(() => 'taken', (error: unknown) => (error instanceof RuleBroken ? error.errors : error)))
const twin = (number: string, day = '5 พฤศจิกายน 2567', total = '100.00') => ({ duplicateReason: errors.samePaper(number, day, total) })

describe('a paper of the same day, place and total', () => {
  it('is refused with the first one’s name, unless a reason is told', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    await posted(shop, 'pledge', lent('2024-11-05', '100.00'))
    expect(await refused(shop, lent('2024-11-05', '100.00'))).toEqual(twin('PN-00001/68'))
    expect(await refused(shop, lent('2024-11-05', '100.01'))).toBe('taken')
    expect(await refused(shop, lent('2024-11-06', '100.00'))).toBe('taken')
    expect(await refused(shop, lent('2024-11-05', '100.00', { duplicateReason: 'กะบ่าย' }))).toBe('taken')
    expect(await refused(shop, form('receipt', '2024-11-05', [{ count: '1', principal: '100.00' }]), 'receipt')).toBe('taken')
    const inBank = { ...form('receipt', '2024-11-05', [{ count: '1', principal: '100.00' }]), bankAccountId: shop.bankAccountId }
    expect(await refused(shop, inBank, 'receipt')).toBe('taken')
    expect(await refused(shop, inBank, 'receipt')).toEqual(twin(noNumber))
  })

  it('is free again after the first was given up, and is no twin of itself', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    const place = { book: pawnBooks.pledge, id: await keyed(shop, 'pledge', lent('2024-11-05', '100.00')) }
    await shop.cashier.work((work) => editPawnDocument(work, place, { ...lent('2024-11-05', '100.00', { remark: 'แก้ไข' }), version: 1 }))
    await shop.cashier.work((work) => cancelPawnDocument(work, place, 2))
    expect(await refused(shop, lent('2024-11-05', '100.00'))).toBe('taken')
  })

  it('is looked for again when it is handed in', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    const id = await keyed(shop, 'pledge', lent('2024-11-05', '100.00'))
    const second = await keyed(shop, 'pledge', lent('2024-11-05', '100.00', { duplicateReason: 'กะบ่าย' }))
    await db.owner('pawn_documents').where({ organisation_id: shop.organisation.id, id: second }).update({ duplicate_reason: '' })
    const submit = (each: string, version = 1) => shop.cashier.work((work) => submitPawnDocument(work, { book: pawnBooks.pledge, id: each }, version))
    await expect(submit(second)).rejects.toThrow(new RuleBroken(errors.samePaper(noNumber, '5 พฤศจิกายน 2567', '100.00')))
    const place = { book: pawnBooks.pledge, id: second }
    await shop.cashier.work((work) => editPawnDocument(work, place, { ...lent('2024-11-05', '100.00', { duplicateReason: 'กะบ่าย' }), version: 1 }))
    await submit(second, 2)
    await submit(id)
  })
})

describe('a paper of the same number', () => {
  it('is refused in the same year, of whatever day and total', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    await keyed(shop, 'pledge', lent('2024-11-05', '100.00', { reference: '12/68' }))
    expect(await refused(shop, lent('2024-11-20', '7.00', { reference: '12/68' }))).toEqual(twin(noNumber))
    expect(await refused(shop, lent('2024-11-20', '7.00', { reference: '13/68' }))).toBe('taken')
    expect(await refused(shop, lent('2026-10-20', '7.00', { reference: '12/68' }))).toBe('taken')
  })
})

it('the form asks for the reason where it is wanted, and the approver reads it', async () => {
  const shop = await aShop(db, { cash: '300000.00', day: calendarDate('2026-10-01') })
  const desk = atDesk(db, shop.cashier.officer, pawnshopsRoutes)
  await keyed(shop, 'pledge', lent('2026-11-05', '100.00'))
  const blank = await desk.get('/pawnshops/vouchers/new')
  expect(blank.html).not.toContain('name="duplicateReason"')
  const typed = { ...boxesIn(blank), documentDate: '05/11/2569', total: '100', 'lines.0.event': 'pledge', 'lines.0.count': '1', 'lines.0.principal': '100' }
  const again = await desk.post('/pawnshops/vouchers/new', typed)
  expect(again.reply).toMatchObject({ status: 422 })
  expect(again.html).toContain('href="#duplicateReason"')
  const { reply } = await desk.post('/pawnshops/vouchers/new', { ...typed, duplicateReason: 'กะบ่าย' })
  const address = addressIn(reply)
  expect(seen((await desk.get(address)).html)).toContain('เหตุผลที่บันทึกซ้ำ กะบ่าย')
})
