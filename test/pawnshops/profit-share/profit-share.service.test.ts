import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Forbidden, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { getPawnDocument } from '../../../src/pawnshops/pawn-document/pawn-document.repository.ts'
import { approveSharing, createSharing, reverseSharing, turnSharing } from '../../../src/pawnshops/profit-share/profit-share.service.ts'
import { pawnshopsText } from '../../../src/pawnshops/pawnshops.text.ts'
import { journalOf, linesOf } from '../../expenditure/acceptance/acceptance.ts'
import { testDatabase } from '../../support/database.ts'
import { aShop, putIn, type Shop } from '../shop.ts'

const db = await testDatabase()
const { errors } = pawnshopsText

const share = (shop: Shop, total: string) => shop.cashier.work((work) => createSharing(work, {
  formKey: randomUUID(), documentDate: calendarDate('2025-07-01'), reference: 'มติคณะกรรมการ 3/2568', remark: '', total: baht(total),
}))
const submit = (shop: Shop, id: string) => shop.cashier.work((work) => turnSharing('submit')(work, id, { version: 1 }))

describe('sharing the profit of a year', () => {
  it('gives 30 and 50 per cent and the rest to the three accounts (scenario S59)', async () => {
    const shop = await aShop(db)
    await putIn(shop, { amount: '500000.00', account: '1101010101.001', against: '3102010101.005' })
    const id = await share(shop, '500000.00')
    await submit(shop, id)
    await expect(shop.cashier.work((work) => approveSharing(work, id, 2))).rejects.toThrow(Forbidden)
    await shop.manager.work((work) => approveSharing(work, id, 2))
    const { voucherId } = await shop.manager.read((read) => getPawnDocument(read, { organisationId: shop.organisation.id, id, kind: 'sharing' }))
    expect(await linesOf(shop.manager, shop.organisation.id, voucherId ?? '')).toEqual(journalOf('S59', 0))
    await shop.manager.work((work) => reverseSharing(work, id, { version: 3, reason: 'มติแก้ไข' }))
    await share(shop, '500000.00')
  })

  it('shares no loss and no more than the profit', async () => {
    const shop = await aShop(db)
    await expect(share(shop, '1.00')).rejects.toThrow(new RuleBroken({ total: errors.noProfit }))
    await putIn(shop, { amount: '100.00', account: '1101010101.001', against: '3102010101.005' })
    await expect(share(shop, '100.01')).rejects.toThrow(new RuleBroken({ total: errors.overProfit('100.00') }))
  })
})
