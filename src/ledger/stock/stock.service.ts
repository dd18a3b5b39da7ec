// Lock: the register of the office; the confirmation of its opening waits for it too.
import { getOffice, mustBeCurrent, readSheetRows, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, type CalendarDate } from '../../platform/dates.ts'
import { Conflict, RuleBroken } from '../../platform/errors.ts'
import { isZero, sum, zero } from '../../platform/money.ts'
import { type Sheet } from '../../platform/sheet-reader.ts'
import { storedQuantity } from '../../platform/quantity.ts'
import { balancesOn } from '../figures/figures.repository.ts'
import { findFirstDay, signsAlone } from '../period/period.repository.ts'
import { stockText } from '../stock.text.ts'
import { deleteStock, findStockAccounts, findTaken, getStockItem, holdStock, insertStock, isOpeningConfirmed, moveStock, sumByAccount, updateStock } from './stock.repository.ts'
import { differenceOf, judgeFile, judgeGrid, judgeStock, stockLifecycle, stockSheet, type JudgedRows, type KnownStock, type StockItem, type StockStep, type StockSum, type StoredStockItem, type TypedStock } from './stock.ts'

const { errors } = stockText
const kind = 'stock-item'

/** The evening before the books began: the day of every row. */
export async function findEve(read: OfficerRead): Promise<CalendarDate> {
  return addDays(await findFirstDay(read), -1)
}

export async function findAccountsOfStock(read: OfficerRead) {
  return findStockAccounts(read, (await getOffice(read, read.actor.organisationId)).chartKind)
}

async function findKnown(read: OfficerRead, codes: readonly string[], but?: string): Promise<KnownStock> {
  return { accounts: await findAccountsOfStock(read), taken: await findTaken(read, codes, but), isConfirmed: await isOpeningConfirmed(read) }
}

/** Every account of stock with what its rows come to and what the books were opened with on it. */
export async function findStockSums(read: OfficerRead): Promise<StockSum[]> {
  const [accounts, sums, firstDay] = [await findAccountsOfStock(read), await sumByAccount(read), await findFirstDay(read)]
  const opened = new Map((await balancesOn(read, { organisationId: read.actor.organisationId, until: firstDay, isOpening: true })).map(({ code, net }) => [code, net]))
  return accounts.map((account) => ({ ...account, items: sums.get(account.code)?.items ?? 0, listed: sums.get(account.code)?.listed ?? zero, opened: opened.get(account.code) ?? zero }))
}

/** Those whose register and opening do not agree. */
export async function findDifferingStock(read: OfficerRead): Promise<StockSum[]> {
  return (await findStockSums(read)).filter((each) => !isZero(differenceOf(each)))
}

/** Whether the rows wait for a second person: so they do once the opening is confirmed. */
export async function addStock(work: OfficerWork, rows: readonly TypedStock[]): Promise<{ readonly isAsked: boolean }> {
  await holdStock(work)
  const known = await findKnown(work, rows.map(({ code }) => code))
  await insertJudged(work, { action: 'create', judged: judgeGrid(rows, known), isAsked: known.isConfirmed })
  return { isAsked: known.isConfirmed }
}

/** All rows or none; how many there were. */
export async function importStock(work: OfficerWork, sheet: Sheet): Promise<number> {
  const rows = readSheetRows(sheet, stockSheet)
  if (typeof rows === 'string') throw new RuleBroken({ file: rows })
  await holdStock(work)
  const known = await findKnown(work, rows.map(({ cell }) => cell('code')))
  if (known.isConfirmed) throw new RuleBroken({ file: errors.confirmedFile })
  const judged = judgeFile(rows, known, await findEve(work))
  await insertJudged(work, { action: 'import', judged, isAsked: false })
  return judged.items.length
}

async function insertJudged(work: OfficerWork, { action, judged: { items, faults }, isAsked }: { action: 'create' | 'import'; judged: JudgedRows; isAsked: boolean }): Promise<void> {
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  const ids = await insertStock(work, { asOf: await findEve(work), state: isAsked ? 'asked' : 'listed', rows: items })
  if (action === 'import') return recordChange(work, { kind, id: ids[0] ?? '', action, after: { lines: items.length, total: sum(items.map(({ item }) => item.total)) } })
  for (const [index, { item, reason }] of items.entries()) await recordChange(work, { kind, id: ids[index] ?? '', action: isAsked ? 'ask' : 'create', after: kept(item), ...(isAsked && { reason }) })
}

const kept = ({ code, name, unit, quantity, unitCost, total, account }: StockItem) => ({ code, name, unit, quantity: storedQuantity(quantity), unitCost, total, account })

/** Before the confirmation the row itself is changed; afterwards a second row asks to stand in for it. */
export async function correctStock(work: OfficerWork, id: string, { version, row }: { readonly version: number; readonly row: TypedStock }): Promise<{ readonly isAsked: boolean }> {
  await holdStock(work)
  const before = await mustBeListed(work, id, version)
  const known = await findKnown(work, [row.code], id)
  const judged = judgeStock(row, known, known.isConfirmed)
  if ('wrong' in judged) throw new RuleBroken(judged.wrong)
  if (known.isConfirmed) {
    const [asked = ''] = await insertStock(work, { asOf: await findEve(work), state: 'asked', replacesId: id, rows: [judged] })
    await recordChange(work, { kind, id: asked, action: 'ask', before: kept(before), after: kept(judged.item), reason: judged.reason })
  } else {
    await updateStock(work, before, judged.item)
    await recordChange(work, { kind, id, action: 'edit', before: kept(before), after: kept(judged.item) })
  }
  return { isAsked: known.isConfirmed }
}

async function mustBeListed(work: OfficerWork, id: string, version: number): Promise<StoredStockItem> {
  const item = await getStockItem(work, id)
  mustBeCurrent(item, version)
  if (item.state !== 'listed') throw new Conflict(errors.stale)
  if (item.isPending) throw new RuleBroken(errors.pending)
  return item
}

/** Only while the opening is not confirmed. */
export async function removeStock(work: OfficerWork, id: string, version: number): Promise<void> {
  await holdStock(work)
  const before = await mustBeListed(work, id, version)
  if (await isOpeningConfirmed(work)) throw new RuleBroken(errors.notRemoved)
  await deleteStock(work, id)
  await recordChange(work, { kind, id, action: 'remove', before: kept(before) })
}

/** The second person lets a correction in or not; who asked may take it back. */
export function decideStock(action: StockStep) {
  return async (work: OfficerWork, id: string, version: number): Promise<void> => {
    await holdStock(work)
    const item = await getStockItem(work, id)
    mustBeCurrent(item, version)
    const isAlone = await signsAlone(work, { authorId: item.author.id })
    const next = stockLifecycle.step(work.actor, { state: item.state, authorId: isAlone && action === 'approve' ? '' : item.author.id }, action)
    if (action === 'approve' && item.replacesId !== null) await moveStock(work, await getStockItem(work, item.replacesId), { state: 'replaced' })
    await moveStock(work, item, { state: next, ...(action !== 'withdraw' && { decided: { isAlone } }) })
    await recordChange(work, { kind, id, action, after: kept(item), reason: item.reason, isAlone: action === 'approve' && isAlone })
  }
}
