// Days keyed as totals are held against the books themselves.
import { describe, expect, it } from 'vitest'
import { balanceOn } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { reversePawnDocument } from '../../../src/pawnshops/pawn-document/pawn-document.service.ts'
import { pawnBooks } from '../../../src/pawnshops/pawn-document/pawn-document.ts'
import { pawnshopsText } from '../../../src/pawnshops/pawnshops.text.ts'
import { findTicketsNamed } from '../../../src/pawnshops/ticket/ticket.repository.ts'
import { testDatabase } from '../../support/database.ts'
import { aShop, closeYear, form, posted, type Cells, type Shop } from '../shop.ts'

const db = await testDatabase()
const { errors, held } = pawnshopsText
const debtors = '1102050194.005'

const balance = (shop: Shop, accountCode: string) => (
  shop.manager.read((read) => balanceOn(read, { organisationId: shop.organisation.id, accountCode, until: calendarDate('2026-11-30') })))
const receive = (shop: Shop, cells: Cells) => posted(shop, 'receipt', form('receipt', '2024-11-06', [{ count: '1', ...cells }]))
const lend = (shop: Shop, principal: string) => posted(shop, 'pledge', form('pledge', '2024-11-05', [{ count: '1', principal }]))
const over = (account: keyof typeof held, rest: string) => new RuleBroken(errors.wouldTurn(held[account], rest))

describe('totals of a day', () => {
  it('redeem, sell and take off no more than the books hold (INV-09, E_SUBLEDGER_NEG)', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    await lend(shop, '10000.00')
    await expect(receive(shop, { principal: '10000.01' })).rejects.toThrow(over('pawn-debtors', '10,000.00'))
    await expect(receive(shop, { principal: '100.00', interest: '50.00', accrued: '0.01' })).rejects.toThrow(over('pawn-interest-accrued', '0.00'))
    await expect(receive(shop, { event: 'sale', principal: '1.00', proceeds: '2.00' })).rejects.toThrow(over('forfeited-goods', '0.00'))
    expect(await balance(shop, debtors)).toBe(baht('10000'))
    await receive(shop, { principal: '10000.00' })
    expect(await balance(shop, debtors)).toBe(0n)
  })

  it('and are not undone when what they lent came back since', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    const { id } = await lend(shop, '10000.00')
    await receive(shop, { principal: '4000.00' })
    const undo = shop.manager.work((work) => reversePawnDocument(work, { book: pawnBooks.pledge, id }, { version: 3, reason: 'ผิด' }))
    await expect(undo).rejects.toThrow(over('pawn-debtors', '6,000.00'))
  })

  it('are undone also after their year was closed, by a journal of today; the tickets are as if it had not been (§1.9)', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    const { id } = await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '1', principal: '10000.00' }]))
    await closeYear(db, shop, fiscalYear(2568))
    await shop.manager.work((work) => reversePawnDocument(work, { book: pawnBooks.pledge, id }, { version: 3, reason: 'ผิด' }))
    expect(await balance(shop, debtors)).toBe(0n)
    expect((await shop.manager.read((read) => findTicketsNamed(read, ['1']))).size).toBe(0)
  })
})
