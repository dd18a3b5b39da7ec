import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/index.ts'
import { balanceOn } from '../../../src/ledger/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import {
  approvePawnDocument, createPawnDocument, editPawnDocument, returnPawnDocument, reversePawnDocument, submitPawnDocument,
} from '../../../src/pawnshops/pawn-document/pawn-document.service.ts'
import { getPawnDocument } from '../../../src/pawnshops/pawn-document/pawn-document.repository.ts'
import { pawnBooks } from '../../../src/pawnshops/pawn-document/pawn-document.ts'
import { findPawnWork } from '../../../src/pawnshops/pawn-work/pawn-work.service.ts'
import { bookPaths } from '../../../src/pawnshops/pawnshops.paths.ts'
import { findTicketsNamed } from '../../../src/pawnshops/ticket/ticket.repository.ts'
import { pawnshopsText } from '../../../src/pawnshops/pawnshops.text.ts'
import { journalOf, linesOf } from '../../expenditure/acceptance/acceptance.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { testDatabase } from '../../support/database.ts'
import { anOfficer, asOfficer, declareSmall } from '../../support/world.ts'
import { aShop, form, keyed, posted, putIn, type Shop } from '../shop.ts'

const db = await testDatabase()
const { errors } = pawnshopsText
const debtors = '1102050194.005'

const ticketOf = async (shop: Shop, ticket: string) => (await shop.manager.read((read) => findTicketsNamed(read, [ticket]))).get(ticket)
const balance = (shop: Shop, accountCode: string) => (
  shop.manager.read((read) => balanceOn(read, { organisationId: shop.organisation.id, accountCode, until: calendarDate('2025-09-30') })))
const fieldsOf = (refusal: unknown) => (refusal instanceof RuleBroken ? refusal.errors : refusal)
const refusedFields = (promise: Promise<unknown>) => promise.then(() => 'taken', fieldsOf)

describe('money lent on pledges', () => {
  it('posts one voucher for the tickets of the day (scenario S54)', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    const { voucherId } = await posted(shop, 'pledge', form('pledge', '2024-11-05', [
      { ticket: '1', principal: '10000.00' }, { ticket: '2', principal: '45000.00' }, { ticket: '3', principal: '3500.00' },
    ]))
    expect(await linesOf(shop.manager, shop.organisation.id, voucherId)).toEqual(journalOf('S54'))
    expect(await ticketOf(shop, '2')).toMatchObject({ principal: baht('45000'), pledgedOn: '2024-11-05' })
  })

  it('is refused above the ceiling of one pledge, what is added to it included', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    const key = (cells: Record<string, string>) => refusedFields(keyed(shop, 'pledge', form('pledge', '2024-11-05', [cells])))
    expect(await key({ ticket: '1', principal: '100000.01' })).toEqual({ 'lines.0.principal': errors.ceiling('100,000.00') })
    expect(await key({ count: '2', principal: '200000.01' })).toEqual({ 'lines.0.principal': errors.ceiling('100,000.00') })
    await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '1', principal: '90000.00' }]))
    expect(await key({ event: 'increase', ticket: '1', principal: '10000.01' })).toEqual({ 'lines.0.principal': errors.ceiling('100,000.00') })
    expect(await key({ ticket: '1', principal: '10.00' })).toEqual({ 'lines.0.ticket': errors.ticketTaken })
  })

  it('is refused when the safe does not hold it (scenario S60)', async () => {
    const shop = await aShop(db, { cash: '40000.00' })
    const id = await keyed(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '1', principal: '45000.00' }]))
    const place = { book: pawnBooks.pledge, id }
    await shop.cashier.work((work) => submitPawnDocument(work, place, 1))
    await expect(shop.manager.work((work) => approvePawnDocument(work, place, 2))).rejects.toThrow(new RuleBroken(errors.cash('40,000.00')))
    expect(await balance(shop, debtors)).toBe(0n)
  })
})

describe('money that comes back', () => {
  it('redeems a pledge with its interest, never above the law (scenario S55)', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '7', principal: '10000.00' }]))
    const redeem = (interest: string) => form('receipt', '2025-01-20', [{ ticket: '7', principal: '10000.00', interest }])
    expect(await refusedFields(keyed(shop, 'receipt', redeem('350.01')))).toEqual({ 'lines.0.interest': errors.interest('350.00') })
    const { voucherId } = await posted(shop, 'receipt', redeem('350.00'))
    expect(await linesOf(shop.manager, shop.organisation.id, voucherId)).toEqual(journalOf('S55'))
    expect(await ticketOf(shop, '7')).toMatchObject({ principal: 0n })
    expect(await refusedFields(keyed(shop, 'receipt', redeem('10.00')))).toEqual({ 'lines.0.ticket': errors.overTicket('0.00') })
  })

  it('takes interest alone and gives a new ticket for the same principal, whose term begins again (scenario S56)', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '8', principal: '10000.00' }]))
    const { voucherId } = await posted(shop, 'receipt', form('receipt', '2025-01-05', [{ event: 'interest', ticket: '8', newTicket: '9', interest: '280.00' }], '280.00'))
    expect(await linesOf(shop.manager, shop.organisation.id, voucherId)).toEqual(journalOf('S56'))
    expect(await ticketOf(shop, '8')).toMatchObject({ principal: 0n })
    expect(await ticketOf(shop, '9')).toMatchObject({ principal: baht('10000'), pledgedOn: '2025-01-05' })
  })

  it('takes the interest of the same months once: paid with a reduction, it begins anew', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '7', principal: '10000.00' }]))
    await posted(shop, 'receipt', form('receipt', '2025-01-20', [{ event: 'reduce', ticket: '7', principal: '5000.00', interest: '350.00' }]))
    expect(await ticketOf(shop, '7')).toMatchObject({ principal: baht('5000'), pledgedOn: '2025-01-20' })
    const redeem = form('receipt', '2025-01-21', [{ ticket: '7', principal: '5000.00', interest: '38.76' }])
    expect(await refusedFields(keyed(shop, 'receipt', redeem))).toEqual({ 'lines.0.interest': errors.interest('38.75') })
    await posted(shop, 'receipt', form('receipt', '2025-01-22', [{ event: 'reduce', ticket: '7', principal: '1000.00' }]))
    expect(await ticketOf(shop, '7')).toMatchObject({ principal: baht('4000'), pledgedOn: '2025-01-20' })
  })

  it('is posted from แบบ ส.ธ.๑ only, and only when its lines come to the total (part A, scenario 45)', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    await putIn(shop, { amount: '10000.00', account: debtors, against: '3102010101.004' })
    const rows = [{ count: '4', principal: '10000.00', interest: '250.00' }]
    expect(await refusedFields(keyed(shop, 'receipt', form('receipt', '2024-11-05', rows, '10250.01')))).toEqual({ total: errors.total('10,250.00', '0.01') })
    const bare = await shop.cashier.work((work) => createPawnDocument(work, pawnBooks.receipt, { ...form('receipt', '2024-11-05', rows), formKey: crypto.randomUUID(), files: [] }))
    expect(await refusedFields(shop.cashier.work((work) => submitPawnDocument(work, { book: pawnBooks.receipt, id: bare }, 1)))).toEqual({ files: errors.attachment })
    const { voucherId } = await posted(shop, 'receipt', { ...form('receipt', '2024-11-05', rows), duplicateReason: 'ฉบับที่สอง' })
    expect(await linesOf(shop.manager, shop.organisation.id, voucherId)).toEqual([
      ['C', debtors, '10000.00'], ['C', '4404010101.001', '250.00'], ['D', '1101010101.001', '10250.00'],
    ])
  })
})

describe('forfeited pledges', () => {
  it('go to stock after the term and the notice, not before (scenario S57)', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '2', principal: '45000.00' }]))
    const forfeit = (day: string) => form('forfeiture', day, [{ ticket: '2', principal: '45000.00' }])
    expect(await refusedFields(keyed(shop, 'forfeiture', forfeit('2025-04-04')))).toEqual({ 'lines.0.pledgedOn': errors.tooEarly('5 เมษายน 2568') })
    expect(await refusedFields(keyed(shop, 'forfeiture', form('forfeiture', '2025-04-30', [{ ticket: 'x', principal: '1.00' }])))).toEqual({ 'lines.0.pledgedOn': errors.pledgedOn })
    const { voucherId } = await posted(shop, 'forfeiture', forfeit('2025-04-30'))
    expect(await linesOf(shop.manager, shop.organisation.id, voucherId)).toEqual(journalOf('S57'))
    expect(await ticketOf(shop, '2')).toMatchObject({ principal: 0n, inStock: baht('45000') })
  })

  it('are sold with gain and with loss, each shown for itself (scenario S58)', async () => {
    const shop = await aShop(db, { cash: '1.00' })
    await putIn(shop, { amount: '65000.00', account: '1105010103.003', against: '3102010101.004' })
    const sale = (principal: string, proceeds: string) => form('receipt', '2025-06-15', [{ event: 'sale', count: '1', principal, proceeds }])
    const gain = await posted(shop, 'receipt', sale('45000.00', '52000.00'))
    const loss = await posted(shop, 'receipt', sale('20000.00', '18500.00'))
    expect(await linesOf(shop.manager, shop.organisation.id, gain.voucherId)).toEqual(journalOf('S58', 0))
    expect(await linesOf(shop.manager, shop.organisation.id, loss.voucherId)).toEqual(journalOf('S58', 1))
  })
})

describe('the life of a daily document', () => {
  it('is borrowed money of the LAO where it says so, in the bank (scenario S52)', async () => {
    const shop = await aShop(db)
    const rows = [{ event: 'loan', account: '2203010101.001', counterparty: shop.lao.id, proceeds: '2000000.00' }]
    expect(await refusedFields(keyed(shop, 'receipt', form('receipt', '2024-10-10', [{ ...rows[0], counterparty: '' }])))).toEqual({ 'lines.0.counterparty': receiptsText.errors.counterparty })
    const given = { ...form('receipt', '2024-10-10', rows), bankAccountId: shop.bankAccountId }
    const { voucherId } = await posted(shop, 'receipt', given)
    const expected = journalOf('S52', 1).map(([side, account, amount]) => [side, account === '1101030101.001' ? '1101030102.001' : account, amount])
    expect(await linesOf(shop.manager, shop.organisation.id, voucherId)).toEqual(expected)
  })

  it('is approved by another than who keyed it, in its state and version only, and by nobody of another shop', async () => {
    const [shop, other] = [await aShop(db, { cash: '300000.00' }), await aShop(db)]
    const book = pawnBooks.pledge
    const id = await keyed(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '1', principal: '100.00' }]))
    await expect(shop.manager.work((work) => approvePawnDocument(work, { book, id }, 1))).rejects.toThrow(Conflict)
    await expect(shop.manager.work((work) => submitPawnDocument(work, { book, id }, 1))).rejects.toThrow(RuleBroken)
    await shop.cashier.work((work) => submitPawnDocument(work, { book, id }, 1))
    await expect(shop.cashier.work((work) => approvePawnDocument(work, { book, id }, 2))).rejects.toThrow(Forbidden)
    await expect(shop.manager.work((work) => approvePawnDocument(work, { book, id }, 1))).rejects.toThrow(Conflict)
    await expect(other.manager.work((work) => approvePawnDocument(work, { book, id }, 2))).rejects.toThrow(NotFound)
    await expect(shop.manager.read((read) => getPawnDocument(read, { organisationId: shop.organisation.id, id, kind: 'receipt' }))).rejects.toThrow(NotFound)
    await shop.manager.work((work) => returnPawnDocument(work, { book, id }, { version: 2, reason: 'ยอดไม่ตรง' }))
    await shop.cashier.work((work) => editPawnDocument(work, { book, id }, { ...form('pledge', '2024-11-05', [{ ticket: '1', principal: '90.00' }]), version: 3 }))
    await shop.cashier.work((work) => submitPawnDocument(work, { book, id }, 4))
    await shop.manager.work((work) => approvePawnDocument(work, { book, id }, 5))
    expect(await balance(shop, debtors)).toBe(baht('90.00'))
  })

  it('sent twice is made once', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    const key = crypto.randomUUID()
    const given = form('pledge', '2024-11-05', [{ ticket: '1', principal: '100.00' }])
    const made = await Promise.all([1, 2, 3].map(() => keyed(shop, 'pledge', given, key)))
    expect(new Set(made).size).toBe(1)
  })

  it('that redeems a ticket another has redeemed meanwhile is refused: of two at once one passes', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '5', principal: '1000.00' }]))
    const places = await Promise.all([1, 2].map(async (one) => {
      const id = await keyed(shop, 'receipt', { ...form('receipt', '2024-11-06', [{ ticket: '5', principal: '1000.00' }]), duplicateReason: `ฉบับที่ ${one}` })
      await shop.cashier.work((work) => submitPawnDocument(work, { book: pawnBooks.receipt, id }, 1))
      return { book: pawnBooks.receipt, id }
    }))
    const tried = await Promise.allSettled(places.map((place) => shop.manager.work((work) => approvePawnDocument(work, place, 2))))
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await balance(shop, debtors)).toBe(0n)
  })

  it('is undone by a reversal, unless its tickets were used since', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    const pledge = await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '6', principal: '1000.00' }]))
    db.clock.advance(60)
    const redeemed = await posted(shop, 'receipt', form('receipt', '2024-11-06', [{ ticket: '6', principal: '1000.00' }]))
    const undo = (kind: 'pledge' | 'receipt', id: string) => (
      shop.manager.work((work) => reversePawnDocument(work, { book: pawnBooks[kind], id }, { version: 3, reason: 'บันทึกผิด' })))
    await expect(undo('pledge', pledge.id)).rejects.toThrow(new RuleBroken(errors.usedLater('RV-00001/68')))
    await undo('receipt', redeemed.id)
    await undo('pledge', pledge.id)
    expect(await balance(shop, debtors)).toBe(0n)
    expect(await ticketOf(shop, '6')).toBeUndefined()
  })

  it('is not undone where its money was lent again on an evening since (INV-10)', async () => {
    const shop = await aShop(db, { cash: '1000.00' })
    const lend = (ticket: string, day: string) => posted(shop, 'pledge', form('pledge', day, [{ ticket, principal: '1000.00' }]))
    const redeem = (ticket: string, day: string) => posted(shop, 'receipt', form('receipt', day, [{ ticket, principal: '1000.00' }]))
    await lend('7', '2024-11-05')
    const back = await redeem('7', '2024-11-06')
    await lend('8', '2024-11-06')
    const later = await redeem('8', '2024-11-07')
    const undo = (id: string) => shop.manager.work((work) => reversePawnDocument(work, { book: pawnBooks.receipt, id }, { version: 3, reason: 'บันทึกผิด' }))
    await expect(undo(back.id)).rejects.toThrow(/1,000\.00/)
    await undo(later.id)
    expect(await ticketOf(shop, '7')).toMatchObject({ principal: 0n })
  })

  it('finds every fault at its cell and keeps nothing', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    const rows = [{ ticket: '', principal: '10.00' }, { ticket: '1', principal: '-1.00' }, { ticket: '2', principal: '12.345' }, { ticket: '3', principal: '1.00', interest: '1.00' }]
    expect(await refusedFields(keyed(shop, 'pledge', form('pledge', '2026-12-31', rows, '10.00')))).toEqual({
      documentDate: errors.future, 'lines.0.ticket': errors.ticketOrCount, 'lines.1.principal': errors.positive, 'lines.2.principal': errors.amount,
      'lines.3.interest': errors.notHere,
    })
    expect(await db.owner('pawn_documents').where('organisation_id', shop.organisation.id)).toEqual([])
  })
})

describe('the paper of one who is alone in the shop', () => {
  it('is approved by another, and by the same only where the unit was declared small: that stays in the voucher', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    const officer = await anOfficer(db, { at: shop.organisation, groups: ['PAWN_CASHIER', 'PAWN_MANAGER'] })
    const alone = { officer, ...asOfficer(db, officer) }
    const id = await keyed({ ...shop, cashier: alone }, 'pledge', form('pledge', '2024-11-05', [{ ticket: '9', principal: '1000.00' }]))
    const place = { book: pawnBooks.pledge, id }
    await alone.work((work) => submitPawnDocument(work, place, 1))
    const [approve, waits] = [() => alone.work((work) => approvePawnDocument(work, place, 2)), async () => (await alone.read(findPawnWork)).map(({ href, count }) => [href, count])]
    await expect(approve()).rejects.toThrow(new RuleBroken(documentsText.samePerson))
    expect(await waits()).toEqual([])
    await declareSmall(db, officer)
    expect(await waits()).toEqual([[`${bookPaths.pledge.list}?state=submitted`, 1]])
    await approve()
    const { voucherId } = await alone.read((read) => getPawnDocument(read, { organisationId: shop.organisation.id, id, kind: 'pledge' }))
    expect(await db.owner('vouchers').where({ organisation_id: shop.organisation.id, id: voucherId }).first('same_person')).toEqual({ same_person: 'small-unit' })
  })
})
