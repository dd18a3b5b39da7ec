// S53: a school buys and pays as an LAO does, and keeps the report of cheques and slips on paper.
import { describe, expect, it } from 'vitest'
import { recordPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { postPayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { paymentText } from '../../../src/expenditure/payment.text.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { testDatabase } from '../../support/database.ts'
import { aLao, aSubUnit } from '../../support/world.ts'
import { commandOf, paymentNow, saidBy } from '../payment/paying.ts'
import { aClaimOf, anAcceptedDelivery, aPurchasingOffice, aSignedContract, requestFormOf, showAcceptance } from '../procurement-world.ts'
import { aPayee, carriedThrough } from '../world.ts'
import { journalOf, linesOf } from './acceptance.ts'

const db = await testDatabase(instant('2025-01-24T05:00:00.000Z'))
const day = calendarDate

describe('S53: a school', () => {
  it('is owed at acceptance, and pays from its own account by the number of its paper, which is asked for', async () => {
    const { id: school } = await aSubUnit(db, { lao: await aLao(db) })
    const { code } = await db.owner('organisations').where({ id: school }).first('code')
    const office = await aPurchasingOffice(db, [{ code: '5330100', amount: '100000.00', title: 'รายการที่หนึ่ง' }], { code, year: fiscalYear(2568), on: day('2024-10-15'), money: '300000.00' })
    await aPayee(office, 'บจก.หนังสือ', 'juristic')
    const { rows } = requestFormOf({ amount: '85600.00' })
    const contract = await aSignedContract(office, {
      payee: 'บจก.หนังสือ', amount: '85600.00', changes: { documentDate: day('2024-12-02'), rows },
      terms: { signedOn: day('2024-12-16'), startsOn: day('2024-12-16'), endsOn: day('2025-01-15') },
    })
    const delivery = await anAcceptedDelivery(office, { contract, amount: '85600.00', deliveredOn: '10/01/2568' })
    const voucherLines = (id: string | null) => linesOf(office.head, office.organisationId, id ?? '')
    expect(await voucherLines((await showAcceptance(office, delivery)).voucherId)).toEqual(journalOf('S53'))
    const claimId = await carriedThrough(office, await aClaimOf(office, delivery))
    const command = commandOf(office, [claimId], { paymentDate: day('2025-01-24') })
    expect(await saidBy(office.finance.work((work) => recordPayment(work, command)))).toBe(paymentText.errors.faults.paper)
    const paid = await office.finance.work((work) => recordPayment(work, { ...command, paperNumber: '4/2568', paperDate: day('2025-01-23') }))
    await office.head.work((work) => postPayment(work, paid, 1))
    const payment = await paymentNow(office, paid)
    expect(await voucherLines(payment.voucherId)).toEqual(journalOf('S53', 1))
    expect(payment).toMatchObject({ paperNumber: '4/2568', report: null, reportRowId: null })
  })
})
