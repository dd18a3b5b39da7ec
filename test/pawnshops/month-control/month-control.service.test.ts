import { describe, expect, it } from 'vitest'
import { requestPeriod } from '../../../src/ledger/period/period.service.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { getControl } from '../../../src/pawnshops/month-control/month-control.repository.ts'
import {
  createControl, editControl, findMissingControl, findMonthFigures, reopenControl, signControl, submitControl, turnControl,
} from '../../../src/pawnshops/month-control/month-control.service.ts'
import { interestRate } from '../../../src/pawnshops/month-control/month-control.ts'
import { monthControlText } from '../../../src/pawnshops/month-control.text.ts'
import { testDatabase } from '../../support/database.ts'
import { aShop, form, keyed, posted, putIn, type Shop } from '../shop.ts'

const db = await testDatabase()
const { block, errors } = monthControlText
const november = { from: calendarDate('2024-11-01'), until: calendarDate('2024-12-01') }
const end = calendarDate('2024-11-30')
const right = { counted: baht('92000.00'), openTickets: baht('8000.00'), openCount: 2, forfeited: baht('0'), reason: '' }

/** 100,000 in the safe, 10,000 lent on three tickets, one redeemed for 2,000 and no interest. */
async function aMonth(): Promise<Shop> {
  const shop = await aShop(db, { cash: '100000.00' })
  await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '1', principal: '2000.00' }, { ticket: '2', principal: '3000.00' }, { ticket: '3', principal: '5000.00' }]))
  await posted(shop, 'receipt', form('receipt', '2024-11-20', [{ ticket: '1', principal: '2000.00' }]))
  return shop
}
const made = (shop: Shop, given = right) => shop.cashier.work((work) => createControl(work, { ...given, month: end, formKey: crypto.randomUUID() }))
const missing = async (shop: Shop) => (await shop.manager.read((read) => findMissingControl(read, november))).map(({ text }) => text)
const shut = (shop: Shop) => shop.accountant.work((work) => requestPeriod(work, { fiscalYear: fiscalYear(2568), period: 2, wanted: 'closed', reason: 'สิ้นเดือน', modules: [], auditUntil: undefined, holdMonth: [findMissingControl] }))
async function signed(shop: Shop, given = right): Promise<string> {
  const id = await made(shop, given)
  await shop.cashier.work((work) => submitControl(work, id, 1))
  await shop.manager.work((work) => signControl(work, id, 2))
  return id
}

describe('the control of a month', () => {
  it('is missed until another has signed it, and the month is not closed before', async () => {
    const shop = await aMonth()
    expect(await missing(shop)).toEqual([block.missing('พฤศจิกายน 2567')])
    await expect(shut(shop)).rejects.toThrow(new RuleBroken({ period: block.missing('พฤศจิกายน 2567') }))
    const id = await made(shop)
    await expect(made(shop)).rejects.toThrow(new RuleBroken({ month: errors.made }))
    await shop.cashier.work((work) => submitControl(work, id, 1))
    await expect(shop.cashier.work((work) => signControl(work, id, 2))).rejects.toThrow(Forbidden)
    await expect(shop.manager.work((work) => signControl(work, id, 1))).rejects.toThrow(Conflict)
    expect(await missing(shop)).toEqual([block.missing('พฤศจิกายน 2567')])
    await shop.manager.work((work) => signControl(work, id, 2))
    expect(await missing(shop)).toEqual([])
    await shut(shop)
  })

  it('says why a figure is not that of the books, or is not handed in', async () => {
    const shop = await aMonth()
    const id = await made(shop, { ...right, openTickets: baht('7999.00') })
    await expect(shop.cashier.work((work) => submitControl(work, id, 1))).rejects.toThrow(new RuleBroken(errors.explain))
    await shop.cashier.work((work) => editControl(work, id, { ...right, openTickets: baht('7999.00'), reason: 'ตั๋วหนึ่งใบอยู่ระหว่างตรวจสอบ', version: 1 }))
    await shop.cashier.work((work) => submitControl(work, id, 2))
    await shop.manager.work((work) => turnControl('return')(work, id, { version: 3, reason: 'นับใหม่' }))
    await shop.cashier.work((work) => turnControl('cancel')(work, id, { version: 4 }))
    await signed(shop)
  })

  it('waits for the days of its month, and is none once the books moved: it is opened again and signed anew', async () => {
    const shop = await aMonth()
    const draft = await keyed(shop, 'pledge', form('pledge', '2024-11-28', [{ ticket: '9', principal: '10.00' }]))
    const waiting = await made(shop)
    await shop.cashier.work((work) => submitControl(work, waiting, 1))
    await expect(shop.manager.work((work) => signControl(work, waiting, 2))).rejects.toThrow(new RuleBroken(errors.openDays))
    await db.owner('pawn_documents').where({ organisation_id: shop.organisation.id, id: draft }).update({ state: 'cancelled' })
    await shop.manager.work((work) => signControl(work, waiting, 2))
    await putIn(shop, { amount: '1.00', account: '1101010101.001', against: '3102010101.004', day: calendarDate('2024-11-29') })
    expect(await missing(shop)).toEqual([block.moved('พฤศจิกายน 2567')])
    await shop.manager.work((work) => reopenControl(work, waiting, { version: 3, reason: 'มีรายการเพิ่ม' }))
    expect((await shop.manager.read((read) => getControl(read, shop.organisation.id, waiting))).signedBooks).toBeNull()
    await shop.cashier.work((work) => editControl(work, waiting, { ...right, counted: baht('92001.00'), version: 4 }))
    await shop.cashier.work((work) => submitControl(work, waiting, 5))
    await shop.manager.work((work) => signControl(work, waiting, 6))
    expect(await missing(shop)).toEqual([])
  })

  it('is of a month that is over, and of nobody else', async () => {
    const [shop, other] = [await aMonth(), await aShop(db)]
    await expect(shop.cashier.work((work) => createControl(work, { ...right, month: calendarDate('2026-11-30'), formKey: crypto.randomUUID() }))).rejects.toThrow(new RuleBroken({ month: errors.notOver }))
    const id = await made(shop)
    await expect(other.manager.work((work) => turnControl('cancel')(work, id, { version: 1 }))).rejects.toThrow(NotFound)
    expect(await missing(other)).toEqual([])
  })

  it('measures interest against what was lent on average, in hundredths of a per cent', async () => {
    const shop = await aMonth()
    await posted(shop, 'receipt', form('receipt', '2024-11-25', [{ event: 'interest', ticket: '3', interest: '40.00' }]))
    const figures = await shop.manager.read((read) => findMonthFigures(read, shop.organisation.id, end))
    expect([figures.interest, figures.averageLent, interestRate(figures)]).toEqual([baht('40.00'), baht('4000.00'), 100n])
    expect(interestRate({ ...figures, averageLent: zero })).toBeUndefined()
  })
})
