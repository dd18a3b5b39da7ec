import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/documents.text.ts'
import { confirmOpening } from '../../../src/ledger/index.ts'
import { journalBooks } from '../../../src/ledger/journal/journal.ts'
import { findJournalWork } from '../../../src/ledger/journal-work/journal-work.service.ts'
import { stockPaths } from '../../../src/ledger/ledger.paths.ts'
import { findStock, sumStock } from '../../../src/ledger/stock/stock.repository.ts'
import { addStock, correctStock, decideStock, findDifferingStock, findStockSums, importStock, removeStock } from '../../../src/ledger/stock/stock.service.ts'
import { blankStock, differenceOf, type TypedStock } from '../../../src/ledger/stock/stock.ts'
import { stockText } from '../../../src/ledger/stock.text.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { aPerson, type Person } from '../../receipts/school.ts'
import { testDatabase } from '../../support/database.ts'
import { accumulated, anAccounting, posted, type Accounting } from '../journal/accounting.ts'

const db = await testDatabase()
const { errors, import: { heads } } = stockText
const supplies = '1105010105.001'
const medicine = '1105010103.004'

interface Store extends Accounting {
  readonly keeper: Person
}

async function aStore(): Promise<Store> {
  const office = await anAccounting(db)
  return { ...office, keeper: await aPerson(db, office.organisation, ['LAO_PROCURE']) }
}

const typed = (given: Partial<TypedStock> = {}): TypedStock => ({ ...blankStock, code: 'ว1', name: 'กระดาษ A4', unit: 'รีม', quantity: '10', unitCost: '120.50', account: supplies, ...given })
const add = (store: Store, ...rows: Partial<TypedStock>[]) => store.keeper.work((work) => addStock(work, rows.map(typed)))
const everything = { search: '', account: '', isWaiting: false, after: '' }
const listed = async (store: Store, filter: Partial<typeof everything> = {}) => (await store.keeper.read((read) => findStock(read, { ...everything, ...filter }, 50))).items
const refused = (promise: Promise<unknown>) => promise.then(() => 'taken', (refusal: unknown) => (refusal instanceof RuleBroken ? refusal.errors : refusal))
const itemOf = async (store: Store, code: string, state = 'listed') => {
  const item = (await listed(store)).find((each) => each.code === code && each.state === state)
  if (!item) throw new Error(`no ${state} ${code}`)
  return item
}
const sumOf = async (store: Store, account: string) => (await store.keeper.read(findStockSums)).find(({ code }) => code === account)

/** The opening of the year before: that of the books. */
async function opened(store: Store, amount: string): Promise<string> {
  return posted(store, { book: journalBooks.opening, type: 'OB', date: calendarDate('2026-10-01'), rows: [{ account: supplies, debit: amount }, { account: accumulated, credit: amount }] })
}

async function confirmed(store: Store, amount: string): Promise<void> {
  const id = await opened(store, amount)
  await store.head.work((work) => confirmOpening(work, id))
}

describe('stock on hand', () => {
  it('is keyed in a grid: what is left blank is reckoned, a satang either way is rounding', async () => {
    const store = await aStore()
    await add(store, {}, { code: 'ว2', name: 'หมึกพิมพ์', unit: 'ตลับ', quantity: '2.5', unitCost: '0.33', total: '0.82' }, { code: 'ย1', name: 'พาราเซตามอล', account: medicine, quantity: '3', unitCost: '1', total: '3.01' }, blankStock)
    expect((await listed(store)).map(({ code, total, quantity }) => [code, total, quantity])).toEqual([['ย1', baht('3.01'), 300n], ['ว1', baht('1205'), 1000n], ['ว2', baht('0.82'), 250n]])
    expect(await store.keeper.read((read) => sumStock(read, { search: 'กระดาษ', account: '', isWaiting: false }))).toEqual({ count: 1, total: baht('1205') })
    expect((await listed(store, { account: medicine })).map(({ code }) => code)).toEqual(['ย1'])
  })

  it('tells every fault at its cell', async () => {
    const store = await aStore()
    await add(store, {})
    expect(await refused(add(store, { code: '' , name: '', unit: '' }, {}, { code: 'ว2', quantity: '0', unitCost: '-1' }, { code: 'ว3', total: '1205.02' }, { code: 'ว4', account: '1101010101.001' }, { code: 'ว4' }))).toEqual({
      'lines.0.code': errors.code, 'lines.0.name': errors.name, 'lines.0.unit': errors.unit, 'lines.1.code': errors.taken, 'lines.2.quantity': errors.quantity, 'lines.2.unitCost': errors.positive,
      'lines.3.total': errors.total('1,205.00'), 'lines.4.account': errors.account, 'lines.5.code': errors.twin('5'),
    })
    expect(await refused(add(store, blankStock, { ...blankStock, account: '' }))).toMatchObject({})
    expect(await refused(store.keeper.work((work) => addStock(work, [blankStock])))).toEqual({ 'lines.0.code': errors.noRows })
  })

  it('is read from a file, all rows or none, of the evening before the books began', async () => {
    const store = await aStore()
    const row = ['ว1', 'กระดาษ', 'รีม', '10', '120.50', '1205.00', '30/09/2569', supplies]
    const bringIn = (...rows: readonly string[][]) => refused(store.keeper.work((work) => importStock(work, [Object.values(heads), ...rows])))
    expect(await bringIn(row, ['ว1', 'กระดาษ', 'รีม', '1', '1', '2', '30/09/2568', 'x'])).toEqual({
      'rows.3.code': errors.twin('2'), 'rows.3.total': errors.total('1.00'), 'rows.3.account': errors.account, 'rows.3.asOf': errors.asOf('30 กันยายน 2569'),
    })
    expect(await listed(store)).toEqual([])
    expect(await bringIn(row, ['ว2', 'ปากกา', 'ด้าม', '๑๐', '5', '', '2026-09-30', supplies])).toBe('taken')
    expect(await sumOf(store, supplies)).toMatchObject({ items: 2, listed: baht('1255') })
    expect(await refused(store.keeper.work((work) => importStock(work, [['รหัสวัสดุ']])))).toHaveProperty('file')
  })

  it('stands beside the opening of its account', async () => {
    const store = await aStore()
    await add(store, {})
    await opened(store, '1300.00')
    const [supply] = await store.keeper.read(findDifferingStock)
    expect(supply && [supply.code, differenceOf(supply)]).toEqual([supplies, baht('95')])
    const item = await itemOf(store, 'ว1')
    await store.keeper.work((work) => correctStock(work, item.id, { version: 1, row: typed({ unitCost: '130' }) }))
    expect(await store.keeper.read(findDifferingStock)).toEqual([])
  })

  it('is mended and taken out freely until the opening is confirmed, by the version that was shown', async () => {
    const store = await aStore()
    await add(store, {}, { code: 'ว2' })
    const item = await itemOf(store, 'ว1')
    await store.keeper.work((work) => correctStock(work, item.id, { version: 1, row: typed({ quantity: '4' }) }))
    expect(await itemOf(store, 'ว1')).toMatchObject({ version: 2, total: baht('482') })
    expect(await refused(store.keeper.work((work) => correctStock(work, item.id, { version: 1, row: typed() })))).toBeInstanceOf(Conflict)
    expect(await refused(store.keeper.work((work) => correctStock(work, item.id, { version: 2, row: typed({ code: 'ว2' }) })))).toEqual({ code: errors.taken })
    expect(await refused(store.keeper.work((work) => correctStock(work, item.id, { version: 2, row: typed({ quantity: '0' }) })))).toEqual({ quantity: errors.quantity })
    await store.keeper.work((work) => removeStock(work, item.id, 2))
    expect((await listed(store)).map(({ code }) => code)).toEqual(['ว2'])
  })
})

describe('after the opening is confirmed', () => {
  it('a correction gives its reason and waits for who approves openings; the register stays until then', async () => {
    const store = await aStore()
    await add(store, {})
    await confirmed(store, '1205.00')
    const item = await itemOf(store, 'ว1')
    const correct = (row: Partial<TypedStock>) => store.keeper.work((work) => correctStock(work, item.id, { version: 1, row: typed(row) }))
    expect(await refused(correct({ quantity: '0' }))).toEqual({ reason: errors.why })
    expect(await correct({ quantity: '0', reason: 'นับผิด' })).toEqual({ isAsked: true })
    expect(await refused(correct({ quantity: '5', reason: 'อีกครั้ง' }))).toEqual({ '': errors.pending })
    expect(await sumOf(store, supplies)).toMatchObject({ listed: baht('1205') })
    expect(await store.head.read(findJournalWork)).toContainEqual({ text: stockText.waiting, href: `${stockPaths.list}?waiting=yes`, count: 1, amount: baht('0') })
    const [asked] = await listed(store, { isWaiting: true })
    expect(await refused(store.keeper.work((work) => decideStock('approve')(work, asked?.id ?? '', 1)))).toBeInstanceOf(Forbidden)
    await store.head.work((work) => decideStock('approve')(work, asked?.id ?? '', 1))
    expect(await listed(store)).toMatchObject([{ code: 'ว1', quantity: 0n, total: 0n, state: 'listed', isPending: false }])
    expect(await refused(store.head.work((work) => decideStock('approve')(work, asked?.id ?? '', 2)))).toBeInstanceOf(Conflict)
  })

  it('it may be refused or taken back, and asked for again', async () => {
    const store = await aStore()
    await add(store, {})
    await confirmed(store, '1205.00')
    const item = await itemOf(store, 'ว1')
    const ask = () => store.keeper.work((work) => correctStock(work, item.id, { version: 1, row: typed({ quantity: '9', reason: 'นับผิด' }) }))
    for (const [step, who] of [['refuse', store.head], ['withdraw', store.keeper]] as const) {
      await ask()
      const { id } = await itemOf(store, 'ว1', 'asked')
      if (step === 'withdraw') expect(await refused(store.head.work((work) => decideStock('withdraw')(work, id, 1)))).toBeInstanceOf(Forbidden)
      await who.work((work) => decideStock(step)(work, id, 1))
      expect(await listed(store)).toMatchObject([{ code: 'ว1', quantity: 1000n, isPending: false }])
    }
  })

  it('a forgotten row waits too; nothing is taken out, and no file is read', async () => {
    const store = await aStore()
    await add(store, {})
    await confirmed(store, '1205.00')
    expect(await refused(add(store, { code: 'ว2' }))).toEqual({ 'lines.0.reason': errors.why })
    expect(await add(store, { code: 'ว2', reason: 'ตกหล่น' })).toEqual({ isAsked: true })
    expect(await refused(add(store, { code: 'ว2', reason: 'ตกหล่น' }))).toEqual({ 'lines.0.code': errors.taken })
    const item = await itemOf(store, 'ว1')
    expect(await refused(store.keeper.work((work) => removeStock(work, item.id, 1)))).toEqual({ '': errors.notRemoved })
    expect(await refused(store.keeper.work((work) => importStock(work, [Object.values(heads), ['ว3', 'ก', 'ข', '1', '1', '1', '30/09/2569', supplies]])))).toEqual({ file: errors.confirmedFile })
  })

  it('nobody lets in what they asked for themselves, but in a small unit', async () => {
    const store = await aStore()
    await confirmed(store, '1205.00')
    const both = await aPerson(db, store.organisation, ['LAO_PROCURE', 'LAO_FIN_HEAD'])
    await both.work((work) => addStock(work, [typed({ reason: 'ตกหล่น' })]))
    const { id } = await itemOf(store, 'ว1', 'asked')
    expect(await refused(both.work((work) => decideStock('approve')(work, id, 1)))).toEqual({ '': documentsText.samePerson })
    await db.owner('small_units').insert({ organisation_id: store.organisation.id, switched_on_by: both.officer.userId, switched_on_at: db.clock.now(), reason: 'คนเดียว' })
    await both.work((work) => decideStock('approve')(work, id, 1))
    expect(await itemOf(store, 'ว1')).toMatchObject({ state: 'listed' })
  })
})

it('another office sees and changes nothing of it; two who key the same code at once leave one', async () => {
  const [store, stranger] = [await aStore(), await aStore()]
  const results = await Promise.all([refused(add(store, {})), refused(add(store, {}))])
  expect(results).toContainEqual({ 'lines.0.code': errors.taken })
  expect(await listed(store)).toHaveLength(1)
  const item = await itemOf(store, 'ว1')
  expect(await listed(stranger)).toEqual([])
  expect(await refused(stranger.keeper.work((work) => correctStock(work, item.id, { version: 1, row: typed() })))).toBeInstanceOf(NotFound)
  expect(await refused(stranger.keeper.work((work) => removeStock(work, item.id, 1)))).toBeInstanceOf(NotFound)
})
