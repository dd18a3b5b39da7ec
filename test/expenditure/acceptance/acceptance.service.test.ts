import { describe, expect, it } from 'vitest'
import { claimDelivery } from '../../../src/expenditure/acceptance-claim/acceptance-claim.service.ts'
import { acceptDelivery, cancelAcceptance, createAcceptance, editAcceptance, rejectDelivery, reverseAcceptance } from '../../../src/expenditure/acceptance/acceptance.service.ts'
import { submitClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { acceptanceText } from '../../../src/expenditure/acceptance.text.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { release } from '../../../src/budget/index.ts'
import { getVoucher } from '../../../src/ledger/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, formatMoney, money, toNumeric } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { anOfficer, asOfficer, organisation } from '../../support/world.ts'
import {
  aBuyingOffice, aClaimOf, aDelivery, anAcceptedDelivery, aSignedContract, aSupplier, deliveryOf, showAcceptance, type AskedDelivery, type BuyingOffice,
} from '../procurement-world.ts'

const db = await testDatabase()
const { errors } = acceptanceText

interface Office extends BuyingOffice { readonly contract: string }

async function anOffice({ code = '5330100', amount = '53500.00', kind = 'juristic' }: { code?: string; amount?: string; kind?: 'juristic' | 'state_body' } = {}): Promise<Office> {
  const office = await aBuyingOffice(db, [{ code, amount: '180000.00', title: 'รายการ' }])
  const payee = await aSupplier(office, 'ผู้ขาย', kind)
  return { ...office, contract: await aSignedContract(office, { payee, amount }) }
}

async function faultsOf(promise: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error: unknown = await promise.catch((caught: unknown) => caught)
  if (!(error instanceof RuleBroken)) throw error
  return error.errors
}

const refused = async (given: Partial<AskedDelivery>, office?: Office) => {
  const at = office ?? await anOffice()
  return faultsOf(aDelivery(at, { contract: at.contract, amount: '53500.00', ...given }))
}
const accept = (office: Office, id: string, version = 1) => office.approving.work((work) => acceptDelivery(work, id, version))

async function linesOf(office: Office, id: string) {
  const { voucherId } = await showAcceptance(office, id)
  const { lines } = await office.head.read((read) => getVoucher(read, office.organisationId, voucherId ?? '0'))
  return lines.map(({ side, accountCode, amount, subKey }) => [side, accountCode, amount, subKey])
}

describe('a delivery', () => {
  it('is refused before the contract, after its acceptance, on a day to come and of no instalment', async () => {
    expect(await refused({ deliveredOn: '04/11/2569', documentDate: '06/11/2569' })).toEqual({ deliveredOn: errors.beforeContract })
    expect(await refused({ deliveredOn: '16/11/2569', documentDate: '15/11/2569' })).toEqual({ deliveredOn: errors.deliveredAfter })
    expect(await refused({ documentDate: '21/11/2569', deliveredOn: '15/11/2569' })).toEqual({ documentDate: errors.future })
    expect(await refused({ instalment: '2' })).toEqual({ instalment: errors.instalment })
    expect(await refused({ contract: '999999' })).toEqual({ contract: errors.contract })
  })

  it('is never more than the contract (E_COMMIT), also when two are accepted at once', async () => {
    const office = await anOffice()
    expect(await refused({ amount: '53500.01' }, office)).toEqual({ 'lines.0.amount': errors.overContract('53,500.00') })
    const both = [await aDelivery(office, { contract: office.contract, amount: '30000.00' }), await aDelivery(office, { contract: office.contract, amount: '30000.00' })]
    const results = await Promise.allSettled(both.map((id) => accept(office, id)))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { message: errors.overContract('23,500.00') } })
  })

  it('is refused where the whole obligation lapsed: neither keyed, nor accepted upon an older draft (§1.11, E_COMMIT)', async () => {
    const office = await anOffice()
    const draft = await aDelivery(office, { contract: office.contract, amount: '100.00' })
    const act = { source: { kind: 'lapse', id: '1' }, of: { kind: 'contract', id: office.contract }, stage: 'committed' as const, event: 'approved', date: calendarDate('2026-11-20'), description: 'เงินพับ' }
    await office.head.work((work) => release(work, act, 'all'))
    expect(await refused({}, office)).toEqual({ contract: errors.lapsed })
    expect(await faultsOf(accept(office, draft))).toEqual({ 'lines.0.line': errors.overLine('0.00') })
    expect((await showAcceptance(office, draft)).state).toBe('draft')
  })

  it('of one piece at 10,000.00 is an asset in waiting, below it an expense, and nobody may say otherwise', async () => {
    const office = await anOffice({ code: '5411600', amount: '60000.00' })
    const asset = await anAcceptedDelivery(office, { contract: office.contract, amount: '20000.00', quantity: '2' })
    const cheap = await anAcceptedDelivery(office, { contract: office.contract, amount: '19999.98', quantity: '2' })
    expect((await linesOf(office, asset))[0]).toEqual(['D', '1206100102.001', baht('20000'), 'GENERAL'])
    expect((await linesOf(office, cheap))[0]).toEqual(['D', '5104030206.001', baht('19999.98'), null])
    expect(await refused({ amount: '10000.00', account: '5104030206.001' }, office)).toEqual({ 'lines.0.account': errors.lowValue('10,000.00') })
    expect(await refused({ amount: '9999.99', account: '1206100102.001' }, office)).toEqual({ 'lines.0.account': errors.highValue('10,000.00') })
    expect(await refused({ amount: '9999.99', account: '5104010104.001' }, office)).toEqual({ 'lines.0.account': errors.account })
  })

  it('of works late in two lots of one instalment is fined by the day once: the later lot for the days after the first', async () => {
    const office = await aBuyingOffice(db, [{ code: '5330100', amount: '180000.00', title: 'รายการ' }])
    const terms = { payee: await aSupplier(office, 'ผู้รับจ้าง'), amount: '100000.00', terms: { fineKind: 'whole', fineRate: '0.1', endsOn: calendarDate('2026-11-14') } } as const
    const at = { ...office, contract: await aSignedContract(office, terms) }
    const lot = (deliveredOn: string) => aDelivery(at, { contract: at.contract, amount: '40000.00', deliveredOn })
    const [first, second] = [await lot('17/11/2569'), await lot('19/11/2569')]
    const days = (await showAcceptance(at, first)).lateDays
    expect(await Promise.all([first, second].map(async (id) => (await showAcceptance(at, id)).fine))).toEqual([days, days + 2].map((late) => money(baht('100') * BigInt(late))))
    await accept(at, first)
    expect(Object.values(await faultsOf(accept(at, second)))).toEqual([errors.fineChanged(formatMoney(money(baht('100') * BigInt(days + 2))), '200.00')])
    const input = deliveryOf({ contract: at.contract, amount: '40000.00', deliveredOn: '19/11/2569' })
    await at.buyer.work((work) => editAcceptance(work, second, { ...input, version: '1' }))
    expect(await showAcceptance(at, second)).toMatchObject({ lateDays: days + 2, fine: baht('200') })
    await accept(at, second, 2)
  })

  it('of works stands under the contract, and is owed to a body of the state on its own account', async () => {
    const office = await anOffice({ code: '5420900', kind: 'state_body' })
    const id = await anAcceptedDelivery(office, { contract: office.contract, amount: '53500.00' })
    const payee = await db.owner('contracts').where({ id: office.contract }).first('payee_id')
    expect(await linesOf(office, id)).toEqual([['D', '1211010101.001', baht('53500'), 'CON-00001/70'], ['C', '2101010101.001', baht('53500'), payee.payee_id]])
  })

  it('is edited by nobody but its author, so that nobody accepts what they wrote (E_SOD)', async () => {
    const office = await anOffice()
    const id = await aDelivery(office, { contract: office.contract, amount: '53500.00' })
    const { code } = await db.owner('organisations').where({ id: office.organisationId }).first('code')
    const both = asOfficer(db, await anOfficer(db, { at: await organisation(db, code), groups: ['LAO_PROCURE', 'LAO_DEPT_HEAD'] }))
    const edit = both.work((work) => editAcceptance(work, id, { ...deliveryOf({ contract: office.contract, amount: '1.00' }), version: '1' }))
    await expect(edit).rejects.toThrow(new RuleBroken(documentsText.notYours))
  })

  it('made by the same form twice is one, and is mended and given up while nobody decided', async () => {
    const office = await anOffice()
    const input = deliveryOf({ contract: office.contract, amount: '53500.00' })
    const make = () => office.buyer.work((work) => createAcceptance(work, input))
    const [id, twin] = await Promise.all([make(), make()])
    expect(id).toBe(twin)
    await office.buyer.work((work) => editAcceptance(work, id, { ...deliveryOf({ contract: office.contract, amount: '50000.00' }), version: '1' }))
    expect(await showAcceptance(office, id)).toMatchObject({ total: baht('50000') })
    await expect(office.buyer.work((work) => editAcceptance(work, id, { ...input, version: '1' }))).rejects.toThrow(Conflict)
    await office.buyer.work((work) => cancelAcceptance(work, id, 2))
    expect(await showAcceptance(office, id)).toMatchObject({ state: 'cancelled', number: null })
  })
})

describe('an acceptance', () => {
  it('is refused to its author, another role, another office, an old page and a second time', async () => {
    const [office, other] = [await anOffice(), await anOffice()]
    const row = await db.owner('organisations').where({ id: office.organisationId }).first('code')
    const both = await anOfficer(db, { at: await organisation(db, row.code), groups: ['LAO_PROCURE', 'LAO_DEPT_HEAD'] })
    const own = await aDelivery({ ...office, buyer: { officer: both, ...asOfficer(db, both) } }, { contract: office.contract, amount: '53500.00' })
    await expect(asOfficer(db, both).work((work) => acceptDelivery(work, own, 1))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    await expect(office.buyer.work((work) => acceptDelivery(work, own, 1))).rejects.toThrow(Forbidden)
    await expect(accept({ ...office, approving: other.approving }, own)).rejects.toThrow(NotFound)
    await expect(accept(office, own, 9)).rejects.toThrow(Conflict)
    await accept(office, own)
    await expect(accept(office, own, 2)).rejects.toThrow(Conflict)
  })

  it('is refused in a closed month and takes no number', async () => {
    const office = await anOffice()
    const id = await aDelivery(office, { contract: office.contract, amount: '53500.00' })
    await db.owner('fiscal_periods').where({ organisation_id: office.organisationId, period: 2 }).update({ state: 'closed' })
    await expect(accept(office, id)).rejects.toThrow('งวดบัญชีปิดแล้ว')
    expect(await db.owner('number_counters').where({ organisation_id: office.organisationId, series: 'INS' })).toEqual([])
  })

  it('that is turned down says why and owes nothing', async () => {
    const office = await anOffice()
    const id = await aDelivery(office, { contract: office.contract, amount: '53500.00' })
    await office.approving.work((work) => rejectDelivery(work, id, { version: 1, reason: 'ของไม่ตรงตามสัญญา' }))
    expect(await showAcceptance(office, id)).toMatchObject({ state: 'rejected', number: 1, voucherId: null, endReason: 'ของไม่ตรงตามสัญญา' })
  })

  it('is reversed by a voucher the other way, until somebody has claimed upon it', async () => {
    const office = await anOffice()
    const id = await anAcceptedDelivery(office, { contract: office.contract, amount: '53500.00' })
    const reverse = async () => {
      const { version } = await showAcceptance(office, id)
      return office.approving.work((work) => reverseAcceptance(work, id, { version, reason: 'บันทึกผิดสัญญา' }))
    }
    const claim = await aClaimOf(office, id)
    expect(await faultsOf(reverse())).toEqual({ '': errors.hasClaims })
    await db.owner('claims').where({ id: claim }).update({ state: 'cancelled' })
    await reverse()
    expect(await showAcceptance(office, id)).toMatchObject({ state: 'reversed' })
    expect(await db.owner('vouchers').where({ organisation_id: office.organisationId }).orderBy('id').pluck('type')).toEqual(['AP', 'RX'])
    await anAcceptedDelivery(office, { contract: office.contract, amount: '53500.00' })
  })

  it('is fined once, though two drafts were made from it before either was handed in (S15)', async () => {
    const office = await anOffice()
    const contract = await aSignedContract(office, { payee: 'ผู้ขาย', amount: '53500.00', terms: { endsOn: calendarDate('2026-11-10') } })
    const id = await anAcceptedDelivery(office, { contract, amount: '53500.00', deliveredOn: '15/11/2569' })
    const { fine } = await showAcceptance(office, id)
    const [first, second] = [await aClaimOf(office, id, '30000.00'), await aClaimOf(office, id, '23500.00')]
    const submit = (claim: string) => office.asking.work((work) => submitClaim(work, claim, 1))
    await submit(first)
    expect(await faultsOf(submit(second))).toEqual({ '': errors.otherFine(formatMoney(fine), '0.00') })
    await submit(await aClaimOf(office, id, '23500.00'))
    expect(await db.owner('claim_deductions').where({ organisation_id: office.organisationId, kind: 'fine' }).whereIn('claim_id', db.owner('claims').whereNot('state', 'draft').select('id')).pluck('amount')).toEqual([toNumeric(fine)])
  })

  it('is claimed by whoever prepares claims, from the delivery as it stands', async () => {
    const office = await anOffice()
    const id = await anAcceptedDelivery(office, { contract: office.contract, amount: '53500.00' })
    await expect(office.buyer.work((work) => claimDelivery(work, id, { version: 2, amount: baht('1') }))).rejects.toThrow(Forbidden)
    expect(await faultsOf(aClaimOf(office, id, '53500.01'))).toEqual({ amount: errors.overClaim('53,500.00') })
    const claim = await aClaimOf(office, id)
    expect(await db.owner('claims').where({ id: claim }).first('kind', 'state', 'gross', 'net')).toEqual({ kind: 'C2', state: 'draft', gross: '53500.00', net: '53000.00' })
  })
})
