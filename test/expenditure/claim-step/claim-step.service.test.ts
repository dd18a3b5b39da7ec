// §1.9, last row: an error of a year whose books are closed is mended in the year of today, against accumulated money.
import { describe, expect, it } from 'vitest'
import { acceptDelivery, reverseAcceptance } from '../../../src/expenditure/acceptance/acceptance.service.ts'
import { revokeClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { openFiscalYear } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { testDatabase } from '../../support/database.ts'
import { testNow } from '../../support/database.ts'
import { anApprovedClaim } from '../payment/paying.ts'
import { aDelivery, aPurchasingOffice, aSignedContract, aSupplier, showAcceptance, supplies, type PurchasingOffice } from '../procurement-world.ts'
import { claimNow } from '../world.ts'

const db = await testDatabase()
const [year, next] = [fiscalYear(2570), fiscalYear(2571)]

interface Owing { readonly office: PurchasingOffice; readonly claim: string; readonly delivery: string }

/** A claim and a delivery owed in 2570, seen from December 2570: the year after. */
async function owing({ isClosed }: { isClosed: boolean }): Promise<Owing> {
  db.clock.set(testNow)
  const office = await aPurchasingOffice(db, [supplies, { code: '5320100', amount: '90000.00' }], { year, on: calendarDate('2026-11-02') })
  const claim = await anApprovedClaim(office, office.lines[1] ?? '', '1000.00')
  const contract = await aSignedContract(office, { payee: await aSupplier(office) })
  const delivery = await aDelivery(office, { contract, amount: '100.00' })
  await office.approving.work((work) => acceptDelivery(work, delivery, 1))
  db.clock.set(instant('2027-12-01T05:00:00.000Z'))
  await office.accountant.work((work) => openFiscalYear(work, next))
  if (isClosed) {
    const [asked_by, decided_by, at] = [office.accountant.officer.userId, office.head.officer.userId, db.clock.now()]
    await db.owner('closing_requests').insert({ organisation_id: office.organisationId, fiscal_year: year, kind: 'close', state: 'done', reason: '', asked_by, asked_at: at, decided_by, decided_at: at, decision: '' })
    await db.owner('fiscal_periods').where({ organisation_id: office.organisationId, fiscal_year: year }).update({ state: 'closed' })
  }
  return { office, claim, delivery }
}

async function lastVoucher({ organisationId }: PurchasingOffice) {
  const voucher = await db.owner('vouchers').where({ organisation_id: organisationId }).orderBy('id', 'desc').first('id', 'type', 'fiscal_year', 'document_date')
  const lines = await db.owner('voucher_lines').where({ organisation_id: organisationId, voucher_id: voucher.id }).orderBy('line').select('side', 'account_code', 'amount')
  return { head: [voucher.type, voucher.fiscal_year], lines: lines.map((line) => [line.side, line.account_code, line.amount]) }
}

const revoke = async ({ office, claim }: Owing) => {
  const { version } = await claimNow(office, claim)
  await office.head.work((work) => revokeClaim(work, claim, { version, reason: 'ผู้รับจ้างทิ้งงาน' }))
}
const reverse = async ({ office, delivery }: Owing) => {
  const { version } = await showAcceptance(office, delivery)
  await office.approving.work((work) => reverseAcceptance(work, delivery, { version, reason: 'พัสดุชำรุด' }))
}

describe('a debt of last year that is owed no more', () => {
  it('of a closed year is turned to accumulated money on the day it is found, claim and delivery alike', async () => {
    const owed = await owing({ isClosed: true })
    await revoke(owed)
    expect(await lastVoucher(owed.office)).toEqual({ head: ['JV', 2571], lines: [['C', '3102010101.001', '1000.00'], ['D', '2102040110.001', '1000.00']] })
    expect((await claimNow(owed.office, owed.claim)).state).toBe('cancelled')
    await reverse(owed)
    expect(await lastVoucher(owed.office)).toEqual({ head: ['JV', 2571], lines: [['C', '3102010101.001', '100.00'], ['D', '2101010102.001', '100.00']] })
    expect((await showAcceptance(owed.office, owed.delivery)).state).toBe('reversed')
    await expect(revoke(owed)).rejects.toThrow()
  })

  it('of a year that is over and still open is reversed on its last day; shut months refuse it', async () => {
    const owed = await owing({ isClosed: false })
    await reverse(owed)
    expect(await lastVoucher(owed.office)).toEqual({ head: ['RX', 2570], lines: [['C', '5104010112.001', '100.00'], ['D', '2101010102.001', '100.00']] })
    await db.owner('fiscal_periods').where({ organisation_id: owed.office.organisationId, fiscal_year: year, period: 12 }).update({ state: 'closed' })
    await expect(revoke(owed)).rejects.toThrow(RuleBroken)
    expect((await claimNow(owed.office, owed.claim)).state).toBe('approved')
  })
})
