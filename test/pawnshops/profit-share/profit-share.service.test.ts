import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { blankBoxes } from '../../../src/expenditure/claim-form/claim-form.schema.ts'
import { createClaim } from '../../../src/expenditure/claim-form/claim-form.service.ts'
import { findWantedDocuments } from '../../../src/expenditure/claim-settings/claim-settings.repository.ts'
import { approveClaim, checkClaim, endorseClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { createBook } from '../../../src/expenditure/cheque-book/cheque-book.service.ts'
import { claimText } from '../../../src/expenditure/claim.text.ts'
import { getClaim } from '../../../src/expenditure/claim/claim.repository.ts'
import { getPayment } from '../../../src/expenditure/payment/payment.repository.ts'
import { recordPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { postPayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { balanceOn, postLines } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Forbidden, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { getPawnDocument } from '../../../src/pawnshops/pawn-document/pawn-document.repository.ts'
import { approveSharing, createSharing, reverseSharing, turnSharing } from '../../../src/pawnshops/profit-share/profit-share.service.ts'
import { pawnshopsText } from '../../../src/pawnshops/pawnshops.text.ts'
import { confirmSummary, getSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { saveSubLedgerKey } from '../../../src/registers/index.ts'
import { journalOf, linesOf } from '../../expenditure/acceptance/acceptance.ts'
import { aCounter, issue } from '../../receipts/lao.ts'
import { prepare, receivedSlip } from '../../receipts/school.ts'
import { testDatabase } from '../../support/database.ts'
import { aShop, closeYear, putIn, type Shop } from '../shop.ts'

const db = await testDatabase()
const { errors } = pawnshopsText

const share = (shop: Shop, total: string) => shop.cashier.work((work) => createSharing(work, {
  formKey: randomUUID(), documentDate: calendarDate('2025-07-01'), reference: 'มติคณะกรรมการ 3/2568', remark: '', total: baht(total),
}))
const submit = (shop: Shop, id: string) => shop.cashier.work((work) => turnSharing('submit')(work, id, { version: 1 }))

/** Keyed by the cashier, endorsed by the manager, checked by the accountant, approved by the manager. */
async function approvedClaim(shop: Shop, rows: readonly (readonly [account: string, unit: string, amount: string])[]): Promise<string> {
  const [payee] = await db.owner('payees').insert({ organisation_id: shop.organisation.id, kind: 'state_body', name: `เทศบาล ${rows.length}`, created_by: shop.cashier.officer.userId, created_at: db.clock.now() })
    .returning('id')
  await shop.accountant.work((work) => saveSubLedgerKey(work, { kind: 'payee', key: payee.id, name: `เทศบาล ${rows.length}`, registerId: payee.id, isOpen: true }))
  const input = {
    ...blankBoxes, kind: 'C8', documentDate: '20/07/2568', payee: `เทศบาล ${rows.length}`, title: 'จ่ายส่วนแบ่งกำไร', vat: 'none', deductions: [], pasted: '', formKey: randomUUID(), version: '',
    rows: rows.map(([account, unit, amount]) => ({ line: '', unit, account, key: '', description: 'ส่วนแบ่งกำไร', amount })),
  }
  const id = await shop.cashier.work((work) => createClaim(work, input, { formKey: input.formKey, isSubmitted: true }))
  const now = () => shop.manager.read((read) => getClaim(read, shop.organisation.id, id))
  await shop.manager.work(async (work) => endorseClaim(work, id, (await now()).version))
  const wanted = await shop.accountant.read((read) => findWantedDocuments(read, shop.organisation.id, 'C8'))
  await shop.accountant.work(async (work) => checkClaim(work, id, { version: (await now()).version, papers: wanted.map(({ code }) => ({ code, isPresent: true, note: '' })) }))
  await shop.manager.work(async (work) => approveClaim(work, id, (await now()).version))
  return id
}

/** By cheque: the id of its voucher. */
async function paidFrom(shop: Shop, claim: string): Promise<string> {
  const day = calendarDate('2025-07-20')
  const book = { bankAccountId: shop.bankAccountId, book: '1', firstNumber: '10000001', lastNumber: '10000025', receivedOn: day, remark: '', formKey: randomUUID() }
  await shop.cashier.work((work) => createBook(work, book))
  const payment = await shop.cashier.work((work) => recordPayment(work, {
    claimIds: [claim], channel: 'cheque', paymentDate: day, bankAccountId: shop.bankAccountId, chequeNumber: '10000001', chequeDate: day, handedTo: 'นายมานะ', receiverId: '', paperNumber: '1/2568', paperDate: day,
    reference: '', remark: '', reportRowId: null, formKey: randomUUID(),
  }))
  await shop.manager.work((work) => postPayment(work, payment, 1))
  const { voucherId } = await shop.manager.read((read) => getPayment(read, shop.organisation.id, payment))
  return voucherId ?? ''
}

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

  it('pays the shares of the LAO and of the staff by a claim, each under its account, and no more than stands (scenario S59)', async () => {
    const shop = await aShop(db, { bank: 'current' })
    await putIn(shop, { amount: '500000.00', account: '1101010101.001', against: '3102010101.005' })
    const id = await share(shop, '500000.00')
    await submit(shop, id)
    await shop.manager.work((work) => approveSharing(work, id, 2))
    await putIn(shop, { amount: '400000.00', account: '1101030101.001', against: '1101010101.001', subKey: shop.bankAccountId })
    const payment = await paidFrom(shop, await approvedClaim(shop, [['3102010101.006', shop.lao.id, '150,000.00'], ['3102010101.007', '', '100,000.00']]))
    expect(await linesOf(shop.manager, shop.organisation.id, payment)).toEqual(journalOf('S59', 1))
    const counter = await aCounter(db, shop.lao)
    const receipt = await issue(counter.clerk, {
      lines: [{ incomeCode: '41300006', amount: baht('150000.00'), key: shop.organisation.name }], payments: [{ row: 0, means: 'transfer', bankAccountId: counter.bankAccountId, reference: '', amount: baht('150000.00') }],
    })
    await receivedSlip(counter, { receiptIds: [receipt] })
    const summary = await prepare(counter.finance)
    await counter.head.work((work) => confirmSummary(work, summary, 1))
    const { voucher } = await counter.head.read((read) => getSummary(read, shop.lao.id, summary))
    expect(await linesOf(counter.head, shop.lao.id, voucher?.id ?? '')).toEqual(journalOf('S59', 2))
    const refused = await approvedClaim(shop, [['3102010101.007', '', '0.01']]).catch((error: unknown) => error)
    expect(refused).toEqual(new RuleBroken({ 'lines.0.amount': claimText.errors.overBalance('0.00') }))
  })

  it('is not undone once its shares are claimed or paid: nothing is shared and paid twice', async () => {
    const shop = await aShop(db, { bank: 'current' })
    await putIn(shop, { amount: '500000.00', account: '1101010101.001', against: '3102010101.005' })
    const id = await share(shop, '500000.00')
    await submit(shop, id)
    await shop.manager.work((work) => approveSharing(work, id, 2))
    await putIn(shop, { amount: '400000.00', account: '1101030101.001', against: '1101010101.001', subKey: shop.bankAccountId })
    const undo = () => shop.manager.work((work) => reverseSharing(work, id, { version: 3, reason: 'มติแก้ไข' }))
    const claim = await approvedClaim(shop, [['3102010101.007', '', '0.01']])
    await expect(undo()).rejects.toThrow(new RuleBroken(errors.sharePaid('3102010101.007')))
    const payment = await paidFrom(shop, claim)
    await expect(undo()).rejects.toThrow(new RuleBroken(errors.sharePaid('3102010101.007')))
    expect(payment).not.toBe('')
    expect(await shop.manager.read((read) => balanceOn(read, { organisationId: shop.organisation.id, accountCode: '3102010101.005', until: calendarDate('2025-09-30') }))).toBe(0n)
  })

  it('is undone also after its year was closed, by a journal of today (§1.9)', async () => {
    const shop = await aShop(db)
    await putIn(shop, { amount: '500000.00', account: '1101010101.001', against: '3102010101.005' })
    const id = await share(shop, '500000.00')
    await submit(shop, id)
    await shop.manager.work((work) => approveSharing(work, id, 2))
    await closeYear(db, shop, fiscalYear(2568))
    await shop.manager.work((work) => reverseSharing(work, id, { version: 3, reason: 'มติแก้ไข' }))
    const { state } = await shop.manager.read((read) => getPawnDocument(read, { organisationId: shop.organisation.id, id, kind: 'sharing' }))
    expect(state).toBe('reversed')
    expect(await shop.manager.read((read) => balanceOn(read, { organisationId: shop.organisation.id, accountCode: '3102010101.005', until: calendarDate('2026-11-30') }))).toBe(baht('500000.00'))
  })

  it('and what was borrowed of the LAO goes back by a claim that names it, on the account of the pair, no more than is owed (P22, IA32)', async () => {
    const shop = await aShop(db, { bank: 'current' })
    await putIn(shop, { amount: '600000.00', account: '1101030101.001', against: '3102010101.005', subKey: shop.bankAccountId })
    const { code } = await db.owner('organisations').where({ id: shop.lao.id }).first('code')
    await shop.accountant.work((work) => saveSubLedgerKey(work, { kind: 'org', key: code, name: 'เทศบาล', registerId: shop.lao.id, isOpen: true }))
    await shop.manager.work((work) => postLines(work, {
      type: 'JV', event: 'posted', documentDate: calendarDate('2024-10-10'), source: { kind: 'given', id: `9${shop.organisation.id}` }, description: 'ยืมเงินสะสม', preparedBy: shop.accountant.officer.userId,
      lines: [{ side: 'D', accountCode: '1101030101.001', subKey: shop.bankAccountId, amount: baht('2000000.00') }, { side: 'C', accountCode: '2203010101.001', subKey: code, counterpartyId: shop.lao.id, amount: baht('2000000.00') }],
    }))
    const over = await approvedClaim(shop, [['2203010101.001', shop.lao.id, '2,000,000.01'], ['2203010101.001', shop.lao.id, '0.01']]).catch((error: unknown) => error)
    expect(over).toEqual(new RuleBroken({ 'lines.1.amount': claimText.errors.overBalance('2,000,000.00') }))
    const nobody = await approvedClaim(shop, [['2203010101.001', '', '500,000.00'], ['2203010101.001', '', '1.00'], ['2203010101.001', '', '1.00']]).catch((error: unknown) => error)
    expect(nobody).toBeInstanceOf(RuleBroken)
    const payment = await paidFrom(shop, await approvedClaim(shop, [['2203010101.001', shop.lao.id, '500,000.00']]))
    const lines = await db.owner('voucher_lines').where({ organisation_id: shop.organisation.id, voucher_id: payment }).orderBy('line').select('side', 'account_code', 'amount', 'counterparty_id')
    expect(lines.map((line) => [line.side, line.account_code, line.amount, line.counterparty_id])).toEqual([
      ['D', '2203010101.001', '500000.00', shop.lao.id], ['C', '1101030101.001', '500000.00', null],
    ])
  })

  it('shares nothing of what was shared on a later day', async () => {
    const shop = await aShop(db)
    await putIn(shop, { amount: '100.00', account: '1101010101.001', against: '3102010101.005' })
    const make = (day: string) => shop.cashier.work((work) => createSharing(work, { formKey: randomUUID(), documentDate: calendarDate(day), reference: 'มติ', remark: '', total: baht('60.00') }))
    const [later, earlier] = [await make('2025-08-01'), await make('2025-07-01')]
    for (const id of [later, earlier]) await submit(shop, id)
    await shop.manager.work((work) => approveSharing(work, later, 2))
    await expect(shop.manager.work((work) => approveSharing(work, earlier, 2))).rejects.toThrow(new RuleBroken(errors.overProfit('40.00')))
  })

  it('shares no loss and no more than the profit', async () => {
    const shop = await aShop(db)
    await expect(share(shop, '1.00')).rejects.toThrow(new RuleBroken({ total: errors.noProfit }))
    await putIn(shop, { amount: '100.00', account: '1101010101.001', against: '3102010101.005' })
    await expect(share(shop, '100.01')).rejects.toThrow(new RuleBroken({ total: errors.overProfit('100.00') }))
  })
})
