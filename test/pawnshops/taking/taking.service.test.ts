import { describe, expect, it } from 'vitest'
import { claim, getAvailable, pay } from '../../../src/budget/index.ts'
import { findFinesReceived } from '../../../src/expenditure/contract-fine/contract-fine.service.ts'
import { balancesByKey, postLines } from '../../../src/ledger/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht, formatMoney, minus, zero } from '../../../src/platform/money.ts'
import { getPawnDocument } from '../../../src/pawnshops/pawn-document/pawn-document.repository.ts'
import { pawnBooks } from '../../../src/pawnshops/pawn-document/pawn-document.ts'
import { approvePawnDocument, editPawnDocument, reversePawnDocument, submitPawnDocument } from '../../../src/pawnshops/pawn-document/pawn-document.service.ts'
import { pawnshopsText } from '../../../src/pawnshops/pawnshops.text.ts'
import { findNamedRefunds } from '../../../src/receipts/income-line/income-line.service.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { linesOf } from '../../expenditure/acceptance/acceptance.ts'
import { aKey } from '../../receipts/lao.ts'
import { testDatabase } from '../../support/database.ts'
import { testYear } from '../../support/world.ts'
import { aShop, form, keyed, posted, putIn, type Cells, type Shop } from '../shop.ts'

const db = await testDatabase()
const today = calendarDate('2026-11-20')
const capital = '3102010101.004'
const book = pawnBooks.receipt
const lent = '1102010102.001'

const other = (account: string, counterparty: string, proceeds: string): Cells => ({ event: 'other', account, counterparty, proceeds })
const day = (...rows: Cells[]) => form('receipt', today, rows)
const refused = (promise: Promise<unknown>) => promise.then(() => 'taken', (refusal) => (refusal instanceof RuleBroken ? refusal.errors : refusal))
const open = () => aShop(db, { cash: '1000.00', day: today })
const heldOf = async (shop: Shop, accountCode: string, key: string) => {
  const rows = await shop.manager.read((read) => balancesByKey(read, { organisationId: shop.organisation.id, accountCodes: [accountCode], key, until: today }))
  return formatMoney(rows.reduce((total, row) => minus(total, minus(row.credit, row.debit)), zero))
}
const shown = (shop: Shop, id: string) => shop.manager.read((read) => getPawnDocument(read, { organisationId: shop.organisation.id, id, kind: 'receipt' }))

async function aLoan(shop: Shop, amount: string): Promise<string> {
  const key = await aKey(shop.manager, 'loan_contract', 'LON900001')
  await putIn(shop, { amount, account: lent, against: capital, subKey: key, day: today })
  return key
}

describe('cash back of a loan (DB11)', () => {
  it('takes from the loan, never more than stands, and the second of two papers that each would is not approved', async () => {
    const shop = await open()
    const key = await aLoan(shop, '5000.00')
    expect(await refused(keyed(shop, 'receipt', day(other('DB11', key, '5000.01'))))).toMatchObject({ 'lines.0.proceeds': expect.stringContaining('5,000.00') })
    expect(await refused(keyed(shop, 'receipt', day(other('DB11', '', '1.00'))))).toMatchObject({ 'lines.0.counterparty': expect.any(String) })
    expect(await refused(keyed(shop, 'receipt', day({ ...other('DB11', key, '1.00'), event: 'income' })))).toEqual({ 'lines.0.account': pawnshopsText.errors.account })
    const second = await keyed(shop, 'receipt', day(other('DB11', key, '3000.00')))
    const { id, voucherId } = await posted(shop, 'receipt', day(other('DB11', key, '4000.00')))
    expect(await linesOf(shop.manager, shop.organisation.id, voucherId)).toEqual([['C', lent, '4000.00'], ['D', '1101010101.001', '4000.00']])
    expect(await heldOf(shop, lent, key)).toBe('1,000.00')
    expect(await refused(shop.cashier.work((work) => submitPawnDocument(work, { book, id: second }, 1)))).toMatchObject({ 'lines.0.proceeds': expect.stringContaining('1,000.00') })
    await shop.manager.work((work) => reversePawnDocument(work, { book, id }, { version: 3, reason: 'ผิดราย' }))
    expect(await heldOf(shop, lent, key)).toBe('5,000.00')
    await shop.cashier.work((work) => submitPawnDocument(work, { book, id: second }, 1))
  })
})

describe('securities and money of others', () => {
  it('of somebody new opens an item of the register, named by its number from then on; a contract keeps its own', async () => {
    const shop = await open()
    const contract = await aKey(shop.manager, 'contract', 'CON-00009/70')
    const id = await keyed(shop, 'receipt', day(other('DP13', 'หจก. ผู้ยื่นซอง', '2500.00'), other('DP11', contract, '7500.00'), other('UN01', '', '12.00')))
    const [bid] = (await shown(shop, id)).lines
    expect([bid?.keyText, bid?.place.subKey]).toEqual(['DEP-00001/70', 'DEP-00001/70'])
    await shop.cashier.work((work) => editPawnDocument(work, { book, id }, { ...day(other('DP13', bid?.keyText ?? '', '2000.00'), other('DP11', contract, '7500.00')), version: 1 }))
    await shop.cashier.work((work) => submitPawnDocument(work, { book, id }, 2))
    await shop.manager.work((work) => approvePawnDocument(work, { book, id }, 3))
    expect([await heldOf(shop, '2112010199.001', 'DEP-00001/70'), await heldOf(shop, '2112010101.001', contract)]).toEqual(['-2,000.00', '-7,500.00'])
    expect(await db.owner('deposits').where({ organisation_id: shop.organisation.id }).select('depositor', 'kind_code')).toEqual([{ depositor: 'หจก. ผู้ยื่นซอง', kind_code: 'DP13' }])
    expect(await refused(keyed(shop, 'receipt', day(other('DP13', 'DEP-00077/70', '1.00'))))).toMatchObject({ 'lines.0.counterparty': expect.any(String) })
  })
})

describe('an advance and a fine of a contract', () => {
  it('come back by the paper that names the contract, so that it can be closed (DB14, §1.5)', async () => {
    const shop = await open()
    const contract = await aKey(shop.manager, 'contract', 'CON-00010/70')
    await putIn(shop, { amount: '900.00', account: '1103020111.001', against: capital, subKey: contract, day: today })
    const fine: Cells = { event: 'income', account: '4404010105.001', counterparty: contract, proceeds: '150.00' }
    expect(await refused(keyed(shop, 'receipt', day({ ...fine, counterparty: 'CON-00099/70' })))).toEqual({ 'lines.0.counterparty': pawnshopsText.errors.contract })
    const { id } = await posted(shop, 'receipt', day(other('DB14', contract, '900.00'), fine, { ...fine, counterparty: '', proceeds: '1.00' }))
    const received = () => shop.manager.read((read) => findFinesReceived(read, shop.organisation.id, [contract]))
    expect([await heldOf(shop, '1103020111.001', contract), (await received()).get(contract)]).toEqual(['0.00', baht('150.00')])
    await shop.manager.work((work) => reversePawnDocument(work, { book, id }, { version: 3, reason: 'ผิดสัญญา' }))
    expect((await received()).get(contract)).toBe(zero)
  })
})

describe('what was paid too much (DB21)', () => {
  it('comes back to its line and account within the year, no further than it was paid, and goes again with the paper', async () => {
    const shop = await open()
    const [department] = await db.owner('departments').insert({ organisation_id: shop.organisation.id, name: 'สถานธนานุบาล' }).returning('id')
    const [lineId = ''] = await anEnactedBudget(
      { db, fiscalYear: testYear, organisationId: shop.organisation.id, departmentId: department.id, clerk: shop.cashier, head: shop.manager, accountant: shop.accountant },
      [{ code: '5320100', amount: '10000.00', title: 'จ้างเหมา' }])
    const of = { kind: 'claim', id: '971' }
    const shares = [{ lineId, amount: baht('5000.00') }]
    await shop.accountant.work(async (work) => {
      await claim(work, { source: of, event: 'claimed', date: today, description: 'ฎีกา CLM-00971/70' }, shares)
      await pay(work, { source: { kind: 'payment', id: '971' }, event: 'paid', date: today, description: 'จ่าย', of }, shares)
    })
    await shop.manager.work((work) => postLines(work, {
      type: 'JV', documentDate: today, description: 'ฎีกา', event: 'claim.approved', source: of, preparedBy: shop.accountant.officer.userId,
      lines: [{ side: 'D', accountCode: '5104010112.001', amount: baht('5000.00'), budgetLineId: lineId }, { side: 'C', accountCode: capital, amount: baht('5000.00') }],
    }))
    const available = async () => (await shop.manager.read((read) => getAvailable(read, [lineId], today))).get(lineId) ?? zero
    const before = await available()
    const [named] = await shop.cashier.read((read) => findNamedRefunds(read, { search: '00971', on: today }))
    const back = (amount: string) => day(other('DB21', named?.name ?? '', amount))
    expect(await refused(keyed(shop, 'receipt', back('5000.01')))).toEqual({ 'lines.0.proceeds': receiptsText.errors.overRefund('5,000.00') })
    const { id, voucherId } = await posted(shop, 'receipt', back('1200.00'))
    expect(await linesOf(shop.manager, shop.organisation.id, voucherId)).toEqual([['C', '5104010112.001', '1200.00'], ['D', '1101010101.001', '1200.00']])
    expect(minus(await available(), before)).toBe(baht('1200.00'))
    expect(await refused(keyed(shop, 'receipt', back('3800.01')))).toEqual({ 'lines.0.proceeds': receiptsText.errors.overRefund('3,800.00') })
    await shop.manager.work((work) => reversePawnDocument(work, { book, id }, { version: 3, reason: 'รับผิดราย' }))
    expect(await available()).toBe(before)
  })
})
