// Scenarios S12–S26 of part B: a purchase with commitment from its request to the PV, the journals line by line.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { claimDelivery } from '../../../src/expenditure/acceptance-claim/acceptance-claim.service.ts'
import { submitClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { closeContract, completeContract, findFigures, signContract, terminateContract } from '../../../src/expenditure/contract/contract.service.ts'
import { contractKey, type ContractFigures } from '../../../src/expenditure/contract/contract.ts'
import { claimAdvance, claimRefund } from '../../../src/expenditure/contract-money/contract-money.service.ts'
import { getForfeiture } from '../../../src/expenditure/forfeiture/forfeiture.repository.ts'
import { createForfeiture, postForfeiture } from '../../../src/expenditure/forfeiture/forfeiture.service.ts'
import { cancelGuarantee, returnGuarantee } from '../../../src/expenditure/guarantee/guarantee.service.ts'
import { guaranteeText } from '../../../src/expenditure/guarantee.text.ts'
import { balancesByKey, postLines } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { postPayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { paymentNow, posted, recorded } from '../payment/paying.ts'
import {
  aClaimOf, aDelivery, aGuarantee, anAcceptedDelivery, holdSecurity, aPurchasingOffice, aSignedContract, aDraftContract, committee, figuresOf, requestFormOf, showAcceptance, showContract, type AskedContract,
} from '../procurement-world.ts'
import { aPayee, carriedThrough, claimNow } from '../world.ts'
import { acceptance, journalOf, linesOf, type JournalLines } from './acceptance.ts'

const db = await testDatabase(instant('2025-07-05T05:00:00.000Z'))
const year = fiscalYear(2568)
const paidOn = calendarDate('2025-07-05')
const asked = calendarDate('2024-10-20')

async function anOffice(line: { code: string; amount: string }) {
  return aPurchasingOffice(db, [{ ...line, title: 'รายการที่หนึ่ง' }], { year, on: calendarDate('2024-10-15'), money: '3000000.00' })
}
type Office = Awaited<ReturnType<typeof anOffice>>

const supplies = { code: '5330100', amount: '180000.00' }
const said = (act: Promise<unknown>) => act.then(() => 'nothing', (error: unknown) => (error instanceof RuleBroken ? Object.values(error.errors).join(' ') : String(error)))

function asking(amount: string, terms: AskedContract['terms'] = {}, payee = 'บจก.วัสดุดี'): AskedContract {
  const { rows } = requestFormOf({ amount })
  const dates = { signedOn: calendarDate('2024-11-01'), startsOn: calendarDate('2024-11-01'), endsOn: calendarDate('2024-11-22') }
  return { payee, amount, changes: { documentDate: asked, methodCode: 'e-bidding', rows: { ...rows, inspectors: committee } }, terms: { ...dates, ...terms } }
}

const apOf = async (office: Office, id: string) => linesOf(office.head, office.organisationId, (await showAcceptance(office, id)).voucherId ?? '')
const paidClaim = async (office: Office, delivery: string) => paid(office, await aClaimOf(office, delivery))

async function paid(office: Office, draft: string) {
  const claim = await carriedThrough(office, draft)
  return { claim, voucher: (await paymentNow(office, await posted(office, [claim], { paymentDate: paidOn }))).voucherId ?? '' }
}
const pvOf = (office: Office, { voucher }: { voucher: string }) => linesOf(office.head, office.organisationId, voucher)
/** As the register of revenues asks for them. */
const incomes = (office: Office) => db.owner('voucher_lines').where({ organisation_id: office.organisationId, account_code: '4401040110.001' }).select('revenue_code', 'amount')
async function figures(office: Office, id: string): Promise<ContractFigures> {
  const contract = await showContract(office, id)
  return office.buyer.read((read) => findFigures(read, contract))
}

/** The register of assets stands in a room of its own; here its journal, by which the account in waiting comes to nothing. */
async function registered(office: Office, lines: JournalLines, contract: string | undefined): Promise<void> {
  const sequence = (await db.owner('vouchers').where({ organisation_id: office.organisationId }).pluck('id')).length
  await office.head.work((work) => postLines(work, {
    type: 'JV', event: 'journal.posted', documentDate: paidOn, source: { kind: 'journal', id: `7${sequence}1` }, description: 'ขึ้นทะเบียนสินทรัพย์', preparedBy: office.accountant.officer.userId,
    lines: lines.map(([side, accountCode, amount]) => ({ side: side === 'D' ? 'D' : 'C', accountCode, amount: baht(amount), ...(contract !== undefined && accountCode === '1211010101.001' && { subKey: contract }) })),
  }))
}

async function becomesAnAsset(office: Office, id: string): Promise<void> {
  const key = contractKey(await showContract(office, id))
  await registered(office, journalOf('S20'), key)
  const [works] = await office.head.read((read) => balancesByKey(read, { organisationId: office.organisationId, accountCodes: ['1211010101.001'], key, until: paidOn }))
  expect(works).toMatchObject({ debit: baht('1070000'), credit: baht('1070000') })
}

describe('a purchase with commitment', () => {
  it('S12: what was set aside becomes an obligation, the remainder is available; more than was set aside must be available', async () => {
    const office = await anOffice(supplies)
    await aPayee(office, 'บจก.วัสดุดี', 'juristic')
    const { changes } = asking('60000.00')
    const id = await aDraftContract(office, { ...asking('60000.00', { price: baht('53500') }), ...(changes && { changes }) })
    expect(await figuresOf(office)).toMatchObject({ reserved: '60000.00', available: '120000.00' })
    await office.buyer.work((work) => signContract(work, id, 1))
    expect(await figuresOf(office)).toMatchObject({ reserved: '0.00', committed: '53500.00', available: '126500.00' })
    expect(await showContract(office, id)).toMatchObject({ state: 'signed', number: 1 })
    const more = await aDraftContract(office, asking('60000.00', { price: baht('61000') }))
    await office.buyer.work((work) => signContract(work, more, 1))
    expect(await figuresOf(office)).toMatchObject({ reserved: '0.00', committed: '114500.00', available: '65500.00' })
    const over = await aDraftContract(office, asking('60000.00', { price: baht('65500.01') }))
    expect(await said(office.buyer.work((work) => signContract(work, over, 1)))).toContain('คงเหลือ')
  })

  it('S13–S16: two lots are owed when accepted, paid less tax and fine, and never more than the contract', async () => {
    const office = await anOffice(supplies)
    await aPayee(office, 'บจก.วัสดุดี', 'juristic')
    const lots = [
      { number: 1, description: 'ล็อต 1', amount: baht('32100'), dueOn: calendarDate('2024-11-15') }, { number: 2, description: 'ล็อต 2', amount: baht('21400'), dueOn: calendarDate('2024-11-22') },
    ]
    const contract = await aSignedContract(office, asking('53500.00', { instalments: lots }))
    const first = await anAcceptedDelivery(office, { contract, amount: '32100.00', deliveredOn: '15/11/2567' })
    expect(await apOf(office, first)).toEqual(journalOf('S13'))
    const over = aDelivery(office, { contract, amount: '21400.01', instalment: '2', deliveredOn: '29/11/2567' })
    expect(await said(over)).toContain(acceptance.messages_th.E_COMMIT)
    expect(await said(over)).toContain('21,400.00')
    const second = await anAcceptedDelivery(office, { contract, amount: '21400.00', instalment: '2', deliveredOn: '29/11/2567' })
    expect(await apOf(office, second)).toEqual(journalOf('S13', 1))
    expect(await figuresOf(office)).toMatchObject({ committed: '53500.00', available: '126500.00' })
    expect(await showAcceptance(office, second)).toMatchObject({ lateDays: 7, fine: baht('299.60') })
    expect(await pvOf(office, await paidClaim(office, first))).toEqual(journalOf('S14'))
    const fined = await paidClaim(office, second)
    expect(await pvOf(office, fined)).toEqual(journalOf('S15'))
    expect(await incomes(office)).toEqual([{ revenue_code: '41220010', amount: '299.60' }])
    expect(await figuresOf(office)).toMatchObject({ committed: '0.00', claimed: '0.00', paid: '53500.00', available: '126500.00' })
    const receipt = await db.owner('receipts').where({ organisation_id: office.organisationId, withheld_id: fined.claim }).first('kind', 'state', 'total', 'remittance_id', 'payer')
    expect(receipt).toEqual({ kind: 'issued', state: 'summarised', total: '299.60', remittance_id: null, payer: 'บจก.วัสดุดี' })
    expect(await figures(office, contract)).toMatchObject({ accepted: baht('53500'), claimed: baht('53500'), paid: baht('53500'), fined: baht('299.60') })
  })

  it('S17–S21: the advance is taken back, retention held, a late road fined by the day, the road an asset and what was held given back', async () => {
    const [refused, other] = [await anOffice({ code: '5420900', amount: '1200000.00' }), await anOffice({ code: '5420900', amount: '1200000.00' })]
    for (const each of [refused, other]) await aPayee(each, 'หจก.ถนนดี', 'juristic')
    const road: AskedContract['terms'] = {
      kind: 'contract', fineKind: 'traffic', fineRate: '0.25', advancePercent: '15', retentionPercent: '10', securityKind: 'cash', securityAmount: baht('53500'),
      endsOn: calendarDate('2025-06-11'), instalments: [
        { number: 1, description: 'งวด 1', amount: baht('428000'), dueOn: calendarDate('2025-02-28') }, { number: 2, description: 'งวด 2', amount: baht('642000'), dueOn: calendarDate('2025-06-11') },
      ],
    }
    expect(await said(aDraftContract(refused, asking('1070000.00', { ...road, advancePercent: '15.01' }, 'หจก.ถนนดี')))).toContain('ร้อยละ 15')
    const contract = await aSignedContract(other, asking('1070000.00', road, 'หจก.ถนนดี'))
    await holdSecurity(other, { contract, amount: '53500.00', on: calendarDate('2024-12-06'), account: '1101030102.001', against: other.savings })
    const advance = (amount: string, version = 2) => other.asking.work((work) => claimAdvance(work, contract, { version, amount: baht(amount) }))
    expect(await said(advance('160500'))).toContain('160,500.00')
    await aGuarantee(other, { contract, amount: '160500.00', purpose: 'advance', changes: { receivedOn: calendarDate('2024-12-10') } })
    expect(await said(advance('160500.01'))).toContain('160,500.00')
    const paidAdvance = await paid(other, await advance('160500'))
    expect(await pvOf(other, paidAdvance)).toEqual(journalOf('S17', 1))
    expect(await said(advance('0.01', 3))).toContain('0.00')
    expect(await figuresOf(other)).toMatchObject({ committed: '1070000.00', claimed: '0.00', paid: '0.00' })
    expect(await figures(other, contract)).toMatchObject({ advance: baht('160500'), security: baht('53500') })
    const first = await anAcceptedDelivery(other, { contract, amount: '428000.00', deliveredOn: '28/02/2568' })
    expect(await apOf(other, first)).toEqual(journalOf('S18'))
    expect(await pvOf(other, await paidClaim(other, first))).toEqual(journalOf('S18', 1))
    const second = await anAcceptedDelivery(other, { contract, amount: '642000.00', instalment: '2', deliveredOn: '16/06/2568' })
    expect(await apOf(other, second)).toEqual(journalOf('S19'))
    expect(await pvOf(other, await paidClaim(other, second))).toEqual(journalOf('S19', 1))
    expect(await figures(other, contract)).toMatchObject({ advance: zero, retention: baht('107000'), fined: baht('13375') })
    await becomesAnAsset(other, contract)
    await other.buyer.work((work) => completeContract(work, contract, 3))
    await other.buyer.work((work) => closeContract(work, contract, 4))
    const refund = (security: string, version = 5) => other.asking.work((work) => claimRefund(work, contract, { version, security: baht(security), retention: baht('107000') }))
    expect(await said(refund('53500.01'))).toContain(acceptance.messages_th.E_SUBLEDGER_NEG)
    const returned = await refund('53500')
    expect(await said(refund('53500', 6))).toContain('0.00')
    expect(await pvOf(other, await paid(other, returned))).toEqual(journalOf('S21'))
    expect(await figures(other, contract)).toMatchObject({ security: zero, retention: zero })
  })

  it('S17: an advance is not paid once its paper is gone, the paper not given back and the contract not closed while it waits', async () => {
    const office = await anOffice({ code: '5420900', amount: '1200000.00' })
    await aPayee(office, 'หจก.ถนนดี', 'juristic')
    const contract = await aSignedContract(office, asking('1000000.00', { kind: 'contract', fineKind: 'traffic', fineRate: '0.25', advancePercent: '15' }, 'หจก.ถนนดี'))
    const paper = await aGuarantee(office, { contract, amount: '150000.00', purpose: 'advance', changes: { receivedOn: calendarDate('2024-12-10') } })
    const draft = await office.asking.work((work) => claimAdvance(work, contract, { version: 2, amount: baht('150000') }))
    await carriedThrough(office, draft)
    const because = { version: 1, reason: 'ลงทะเบียนผิด' }
    expect(await said(office.buyer.work((work) => returnGuarantee(work, paper, because)))).toBe(guaranteeText.errors.needed)
    await office.buyer.work((work) => terminateContract(work, contract, { version: 3, reason: 'เลิกสัญญา' }))
    expect(await said(office.buyer.work((work) => closeContract(work, contract, 4)))).toContain('150,000.00')
    const payment = await recorded(office, [draft], { paymentDate: paidOn })
    const pay = () => said(office.head.work((work) => postPayment(work, payment, 1)))
    expect(await pay()).toContain('สิ้นสุดแล้ว')
    await db.owner('contracts').where({ id: contract }).update({ state: 'signed', end_reason: null })
    expect(await said(office.head.work((work) => cancelGuarantee(work, paper, because)))).toBe(guaranteeText.errors.relied('150,000.00'))
    await db.owner('guarantees').where({ id: paper }).update({ expires_on: calendarDate('2024-12-31') })
    expect(await pay()).toContain('ขาดอีก 150,000.00')
    await aGuarantee(office, { contract, amount: '150000.00', purpose: 'advance', changes: { receivedOn: calendarDate('2024-12-10') } })
    expect(await pay()).toBe('nothing')
  })

  it('S22: a forfeited security becomes revenue by a receipt, and the contract is at its end', async () => {
    const office = await anOffice({ code: '5320100', amount: '500000.00' })
    await aPayee(office, 'บจก.ทิ้งงาน', 'juristic')
    const contract = await aSignedContract(office, asking('400000.00', { securityKind: 'cash', securityAmount: baht('25000'), securityReason: 'งานเร่งด่วนของโรงเรียน' }, 'บจก.ทิ้งงาน'))
    await holdSecurity(office, { contract, amount: '25000.00', on: calendarDate('2024-11-05'), account: '1101030102.001', against: office.savings })
    const order = { contract, documentDate: calendarDate('2025-04-02'), orderReference: 'คำสั่งที่ 12/2568', reason: 'ผู้รับจ้างทิ้งงาน' }
    const make = (amount: string) => office.buyer.work((work) => createForfeiture(work, { ...order, amount: baht(amount), formKey: randomUUID() }))
    expect(await said(make('25000.01'))).toContain(acceptance.messages_th.E_SUBLEDGER_NEG)
    const id = await make('25000')
    await office.head.work((work) => postForfeiture(work, id, 1))
    const { voucherId } = await office.head.read((read) => getForfeiture(read, office.organisationId, id))
    expect(await linesOf(office.head, office.organisationId, voucherId ?? '')).toEqual(journalOf('S22'))
    expect(await incomes(office)).toEqual([{ revenue_code: '41220010', amount: '25000.00' }])
    expect(await showContract(office, contract)).toMatchObject({ state: 'closed' })
    expect(await figuresOf(office)).toMatchObject({ committed: '0.00', available: '500000.00' })
    const receipt = await db.owner('receipts').where({ organisation_id: office.organisationId, withheld_kind: 'security-forfeiture', withheld_id: id }).first('state', 'total', 'payer')
    expect(receipt).toEqual({ state: 'summarised', total: '25000.00', payer: 'บจก.ทิ้งงาน' })
  })

  it('S24: a contract closed short gives its rest back', async () => {
    const office = await anOffice({ code: '5320100', amount: '500000.00' })
    await aPayee(office, 'บจก.วัสดุดี', 'juristic')
    const lots = [{ number: 1, description: '1', amount: baht('280000'), dueOn: calendarDate('2024-11-15') }, { number: 2, description: '2', amount: baht('120000'), dueOn: calendarDate('2024-11-22') }]
    const contract = await aSignedContract(office, asking('400000.00', { instalments: lots }))
    const delivery = await anAcceptedDelivery(office, { contract, amount: '280000.00', deliveredOn: '15/11/2567' })
    await office.buyer.work((work) => terminateContract(work, contract, { version: 2, reason: 'ผู้รับจ้างทิ้งงาน' }))
    const close = () => office.buyer.work((work) => closeContract(work, contract, 3))
    expect(await said(close())).toContain('280,000.00')
    await paidClaim(office, delivery)
    await close()
    expect(await showContract(office, contract)).toMatchObject({ state: 'closed' })
    expect(await figuresOf(office)).toMatchObject({ committed: '0.00', paid: '280000.00', available: '220000.00' })
  })

  it('S25: equipment goes through its clearing account, and a person is taxed on the whole bill', async () => {
    const office = await anOffice({ code: '5411600', amount: '60000.00' })
    await aPayee(office, 'ร้านนายเก่ง', 'individual')
    const contract = await aSignedContract(office, asking('49000.00', { vat: 'none' }, 'ร้านนายเก่ง'))
    const delivery = await anAcceptedDelivery(office, { contract, amount: '49000.00', quantity: '2', deliveredOn: '15/11/2567' })
    expect(await apOf(office, delivery)).toEqual(journalOf('S25'))
    await registered(office, journalOf('S25', 1), undefined)
    expect(await pvOf(office, await paidClaim(office, delivery))).toEqual(journalOf('S25', 2))
  })

  it('S26: of two claims that race for one contract one passes, the other is told what is left', async () => {
    const office = await anOffice(supplies)
    await aPayee(office, 'บจก.วัสดุดี', 'juristic')
    const contract = await aSignedContract(office, asking('100000.00'))
    const delivery = await anAcceptedDelivery(office, { contract, amount: '100000.00', deliveredOn: '15/11/2567' })
    const claims = [await aClaimOf(office, delivery, '60000.00'), await aClaimOf(office, delivery, '60000.00')]
    const results = await Promise.all(claims.map((id) => said(office.asking.work((work) => submitClaim(work, id, 1)))))
    expect(results.filter((result) => result === 'nothing')).toHaveLength(1)
    const told = results.find((result) => result !== 'nothing')
    expect(told).toContain(acceptance.messages_th.E_COMMIT)
    expect(told).toContain('40,000.00')
    const { version } = await showAcceptance(office, delivery)
    expect(await said(office.asking.work((work) => claimDelivery(work, delivery, { version, amount: baht('40000.01') })))).toContain('40,000.00')
    expect((await claimNow(office, await aClaimOf(office, delivery, '40000.00'))).gross).toBe(baht('40000'))
  })
})
