import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { getVoucher, receivedByRevenueCode } from '../../../src/ledger/index.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { createDeposit, depositBalance, editDeposit, findRegister } from '../../../src/receipts/deposit/deposit.service.ts'
import { getDeposit } from '../../../src/receipts/deposit/deposit.repository.ts'
import { ageOf, fitting, isOverdue } from '../../../src/receipts/deposit/deposit.ts'
import { depositText } from '../../../src/receipts/deposit.text.ts'
import { approveEntry, cancelEntry, createEntry, editEntry, getEntry, returnEntry, reverseEntry, submitEntry } from '../../../src/receipts/money-entry/money-entry.service.ts'
import { type EntryCommand } from '../../../src/receipts/money-entry/money-entry.ts'
import { moneyEntryText } from '../../../src/receipts/money-entry.text.ts'
import { cashOnHand } from '../../../src/receipts/pay-in/pay-in.service.ts'
import { testDatabase } from '../../support/database.ts'
import { testYear } from '../../support/world.ts'
import { aPerson, aSchool, today, yesterday, type Person, type School } from '../school.ts'
import { aTown, moneyIn } from '../town.ts'

const db = await testDatabase()
const { errors } = moneyEntryText
const bidSecurity = '2112010199.001'
const unidentified = '2116010199.001'
const cash = '1101010101.001'

const item = (town: School, given: { kindCode?: string; dueDate?: typeof today | null; depositor?: string } = {}) => town.finance.work((work) => createDeposit(work, {
  formKey: randomUUID(), kindCode: 'DP13', depositor: 'หจก.ยื่นซอง', depositorNumber: '', reference: 'ประกวดราคา 3/2570', dueDate: null, remark: '', ...given,
}))
const depositOf = (town: School, id: string) => town.finance.read((read) => getDeposit(read, town.organisation.id, id))
const balance = (town: School, id: string) => town.finance.read(async (read) => depositBalance(read, await getDeposit(read, town.organisation.id, id)))

async function anItemWith(town: School, amount: string, given: Parameters<typeof item>[1] = {}): Promise<string> {
  const id = await item(town, given)
  const { key, kind } = await depositOf(town, id)
  await moneyIn(town, { account: kind.accountCode, key, amount, date: yesterday })
  return id
}

function command(given: Partial<EntryCommand>): EntryCommand & { formKey: string } {
  return { formKey: randomUUID(), kind: 'forfeit', entryDate: today, depositId: null, debtId: null, covered: baht('0'), targetCode: null, targetKey: null, amount: baht('1'), reason: 'ผู้ค้าไม่มาทำสัญญา', authority: '', ...given }
}

const draft = (town: School, given: Partial<EntryCommand>, who = town.finance) => who.work((work) => createEntry(work, command(given)))
const submit = (town: School, id: string, version = 1) => town.finance.work((work) => submitEntry(work, id, version))
const approve = (who: Person, id: string, version = 2) => who.work((work) => approveEntry(work, id, version))

async function post(town: School, given: Partial<EntryCommand>): Promise<string> {
  const id = await draft(town, given)
  await submit(town, id)
  await approve(town.head, id)
  return id
}

async function linesOf(town: School, id: string) {
  const entry = await town.head.read((read) => getEntry(read, town.organisation.id, id))
  const voucher = await town.head.read((read) => getVoucher(read, town.organisation.id, entry.voucher?.id ?? '0'))
  return [voucher.type, ...voucher.lines.map((line) => [line.side, line.accountCode, line.amount, line.subKey, line.revenueCode])]
}

describe('a security', () => {
  it('is an open item with what came in; a part forfeited earns a penalty and leaves the rest (scenario 49, R10)', async () => {
    const town = await aTown(db)
    const id = await anItemWith(town, '25000.00')
    const { key } = await depositOf(town, id)
    expect(key).toBe('DEP-00001/70')
    expect(await balance(town, id)).toBe(baht('25000'))
    const entry = await post(town, { depositId: id, amount: baht('10000') })
    expect(await linesOf(town, entry)).toEqual(['JV', ['D', bidSecurity, baht('10000'), key, null], ['C', '4401040110.001', baht('10000'), null, '41220010']])
    expect(await balance(town, id)).toBe(baht('15000'))
  })

  it('gives no more than it holds: 25,000.01 is refused (scenario 49)', async () => {
    const town = await aTown(db)
    const id = await anItemWith(town, '25000.00')
    await expect(draft(town, { depositId: id, amount: baht('25000.01') })).rejects.toThrow(new RuleBroken({ amount: errors.left('25,000.01', '25,000.00') }))
    await post(town, { depositId: id, amount: baht('25000') })
    expect(await balance(town, id)).toBe(baht('0'))
  })

  it('is not forfeited twice by two heads at once, nor by two documents for the same money', async () => {
    const town = await aTown(db)
    const second = await aPerson(db, town.organisation, ['LAO_FIN_HEAD'])
    const id = await anItemWith(town, '25000.00')
    const [one, two] = [await draft(town, { depositId: id, amount: baht('20000') }), await draft(town, { depositId: id, amount: baht('20000') })]
    await submit(town, one)
    await submit(town, two)
    const twice = await Promise.allSettled([approve(town.head, one), approve(second, one), approve(town.head, two)])
    expect(twice.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await balance(town, id)).toBe(baht('5000'))
  })

  it('of a school earns the penalty account of schools', async () => {
    const school = await aSchool(db)
    const id = await anItemWith(school, '500.00')
    expect(await linesOf(school, await post(school, { depositId: id, amount: baht('500') }))).toContainEqual(['C', '4404050106.001', baht('500'), null, null])
  })
})

describe('a transfer', () => {
  it('moves a deposit to another item, and to revenue by its code (R8)', async () => {
    const town = await aTown(db)
    const [from, to] = [await anItemWith(town, '800.00', { kindCode: 'DP42' }), await item(town, { kindCode: 'DP99' })]
    const [source, target] = [await depositOf(town, from), await depositOf(town, to)]
    expect(await linesOf(town, await post(town, { kind: 'transfer', depositId: from, targetCode: 'DP99', targetKey: target.key, amount: baht('300') })))
      .toEqual(['JV', ['D', '2111020199.007', baht('300'), source.key, null], ['C', '2111020199.999', baht('300'), target.key, null]])
    await post(town, { kind: 'transfer', depositId: from, targetCode: '41500099', amount: baht('500') })
    expect(await balance(town, from)).toBe(baht('0'))
  })

  it('is refused to an account of another kind of office, without the key its account is kept by, and with one it has not', async () => {
    const town = await aTown(db)
    const id = await anItemWith(town, '800.00')
    const move = (given: Partial<EntryCommand>) => draft(town, { kind: 'transfer', depositId: id, amount: baht('1'), ...given })
    await expect(move({ targetCode: '41100006' })).rejects.toThrow(new RuleBroken({ targetCode: errors.target }))
    await expect(move({ targetCode: 'DP99' })).rejects.toThrow(new RuleBroken({ targetKey: errors.depositItem }))
    await expect(move({ targetCode: '41500099', targetKey: 'DEP-00001/70' })).rejects.toThrow('ไม่มีทะเบียนย่อย')
  })
})

describe('unidentified money', () => {
  it('becomes rent once it is known, and is counted as revenue once (scenario 50, R13)', async () => {
    const town = await aTown(db)
    await moneyIn(town, { account: unidentified, amount: '3000.00', date: yesterday })
    const revenue = () => town.head.read((read) => receivedByRevenueCode(read, { organisationId: town.organisation.id, fiscalYear: testYear, until: today }))
    expect([...await revenue()]).toEqual([])
    const id = await post(town, { kind: 'identify', targetCode: '41300002', amount: baht('3000') })
    expect(await linesOf(town, id)).toEqual(['JV', ['D', unidentified, baht('3000'), null, null], ['C', '4401060102.001', baht('3000'), null, '41300002']])
    expect([...await revenue()]).toEqual([['41300002', baht('3000')]])
    await expect(draft(town, { kind: 'identify', targetCode: '41300002', amount: baht('0.01') })).rejects.toThrow(new RuleBroken({ amount: errors.left('0.01', '0.00') }))
  })
})

describe('cash', () => {
  it('over the books is owed; short of them is a shortage, then a person\'s debt (R15, P34)', async () => {
    const town = await aTown(db)
    await moneyIn(town, { account: '4401060102.001', amount: '1000.00', kept: true, revenueCode: '41300002', date: yesterday })
    expect(await linesOf(town, await post(town, { kind: 'over', amount: baht('20') }))).toEqual(['JV', ['D', cash, baht('20'), 'GENERAL', null], ['C', '2116010199.002', baht('20'), null, null]])
    expect(await linesOf(town, await post(town, { kind: 'short', amount: baht('70') }))).toEqual(['JV', ['D', '1201050119.001', baht('70'), null, null], ['C', cash, baht('70'), 'GENERAL', null]])
    expect(await town.finance.read((read) => cashOnHand(read))).toBe(baht('950'))
    await expect(draft(town, { kind: 'charge', amount: baht('70.01') })).rejects.toThrow('70.00')
    expect(await linesOf(town, await post(town, { kind: 'charge', amount: baht('70') })))
      .toEqual(['JV', ['D', '1103020115.001', baht('70'), null, null], ['C', '1201050119.001', baht('70'), null, null]])
  })
})

describe('an entry', () => {
  it('is approved by another, with the right, in the own office, at the version seen', async () => {
    const [town, other] = [await aTown(db), await aTown(db)]
    const both = await aPerson(db, town.organisation, ['LAO_FINANCE', 'LAO_FIN_HEAD'])
    const id = await draft(town, { kind: 'over', amount: baht('5') }, both)
    await expect(approve(town.head, id, 1)).rejects.toThrow(Conflict)
    await both.work((work) => submitEntry(work, id, 1))
    await expect(approve(both, id)).rejects.toThrow('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    await expect(approve(town.finance, id)).rejects.toThrow(Forbidden)
    await expect(approve(other.head, id)).rejects.toThrow(NotFound)
    await expect(approve(town.head, id, 1)).rejects.toThrow(Conflict)
    await approve(town.head, id)
  })

  it('is rewritten by nobody but its preparer', async () => {
    const town = await aTown(db)
    const id = await draft(town, { kind: 'over', amount: baht('5') })
    const both = await aPerson(db, town.organisation, ['LAO_FINANCE', 'LAO_FIN_HEAD'])
    await expect(both.work((work) => editEntry(work, id, { ...command({ kind: 'over', amount: baht('500') }), version: 1 }))).rejects.toThrow(documentsText.notYours)
  })

  it('comes back with a reason, is mended, keeps its number, or is thrown away', async () => {
    const town = await aTown(db)
    const id = await draft(town, { kind: 'over', amount: baht('5') })
    await submit(town, id)
    await town.head.work((work) => returnEntry(work, id, { version: 2, reason: 'จำนวนผิด' }))
    await town.finance.work((work) => editEntry(work, id, { ...command({ kind: 'over', amount: baht('6') }), version: 3 }))
    await submit(town, id, 4)
    expect(await town.head.read((read) => getEntry(read, town.organisation.id, id))).toMatchObject({ number: 1, amount: baht('6'), state: 'submitted' })
    const thrown = await draft(town, { kind: 'over', amount: baht('5') })
    await town.finance.work((work) => cancelEntry(work, thrown, 1))
    await expect(submit(town, thrown, 2)).rejects.toThrow(Conflict)
  })

  it('is undone by a reversal of its own day', async () => {
    const town = await aTown(db)
    const id = await anItemWith(town, '25000.00')
    const entry = await post(town, { depositId: id, amount: baht('10000') })
    await town.head.work((work) => reverseEntry(work, entry, { version: 3, reason: 'ศาลสั่งคืน' }))
    expect(await balance(town, id)).toBe(baht('25000'))
  })

  it('is refused in the future, in a closed month, without its item, and with a stranger\'s', async () => {
    const [town, other] = [await aTown(db), await aTown(db)]
    const strange = await anItemWith(other, '10.00')
    await expect(draft(town, { kind: 'over', entryDate: calendarDate('2026-11-21') })).rejects.toThrow(new RuleBroken({ entryDate: errors.future }))
    await expect(draft(town, {})).rejects.toThrow(new RuleBroken({ depositId: errors.deposit }))
    await expect(draft(town, { depositId: strange })).rejects.toThrow(NotFound)
    await db.owner('fiscal_periods').where({ organisation_id: town.organisation.id, period: 2 }).update({ state: 'closed' })
    await expect(draft(town, { kind: 'over' })).rejects.toThrow(new RuleBroken({ entryDate: errors.closedMonth }))
  })
})

describe('the register of deposits', () => {
  it('lists the 23 kinds: items with nothing yet, keys of other desks, all equal to their accounts', async () => {
    const town = await aTown(db)
    const [open, empty] = [await anItemWith(town, '25000.00', { dueDate: yesterday }), await item(town, { kindCode: 'DP99', depositor: 'ผู้ฝากใหม่' })]
    await moneyIn(town, { account: '2111020199.004', amount: '750.00' })
    const rows = await town.finance.read((read) => findRegister(read, { organisationId: town.organisation.id, until: today }))
    expect(rows.map((row) => [row.kind.code, row.key, row.balance])).toEqual([
      ['DP13', 'DEP-00001/70', baht('25000')], ['DP31', 'GENERAL', baht('750')], ['DP99', 'DEP-00002/70', baht('0')],
    ])
    expect(rows.map((row) => row.item?.id)).toEqual([open, undefined, empty])
    expect([ageOf(rows[0] ?? expect.fail(), today), isOverdue(rows[0] ?? expect.fail(), today), isOverdue(rows[2] ?? expect.fail(), today)]).toEqual([1, true, false])
    expect(fitting(rows, { kind: undefined, state: 'open', text: 'ยื่นซอง' })).toHaveLength(1)
    expect(fitting(rows, { kind: undefined, state: 'closed', text: '' }).map((row) => row.name)).toEqual(['ผู้ฝากใหม่'])
    const before = await town.finance.read((read) => findRegister(read, { organisationId: town.organisation.id, until: yesterday }))
    expect(before.map((row) => row.balance)).toEqual([baht('25000'), baht('0')])
  })

  it('opens an item once from one form, of a kind that is kept by items, and mends its words only', async () => {
    const town = await aTown(db)
    await expect(item(town, { kindCode: 'DP01' })).rejects.toThrow(new RuleBroken({ kindCode: depositText.errors.kind }))
    await expect(item(town, { kindCode: 'DP43' })).rejects.toThrow(RuleBroken)
    const id = await item(town)
    const edit = (version: number) => town.finance.work((work) => editDeposit(work, id, { version, depositor: 'ผู้ฝากที่ถูกต้อง', depositorNumber: '', reference: 'ก', dueDate: today, remark: '' }))
    await edit(1)
    expect(await depositOf(town, id)).toMatchObject({ depositor: 'ผู้ฝากที่ถูกต้อง', dueDate: today, key: 'DEP-00001/70' })
    await expect(edit(1)).rejects.toThrow(Conflict)
  })
})
