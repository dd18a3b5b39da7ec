// The department lists transfers and withdraws what was listed wrongly; an LAO takes each in once.
import { readSheetRows, recordChange, waitingItems, type WaitingItem } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { formatThaiDateShort } from '../../platform/dates.ts'
import { Conflict, NotFound, RuleBroken } from '../../platform/errors.ts'
import { formatMoney } from '../../platform/money.ts'
import { type Sheet } from '../../platform/sheet-reader.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { receiptPaths, transferNoticePaths } from '../receipts.paths.ts'
import { transferNoticeText as text } from '../transfer-notice.text.ts'
import { countWaiting, findReceivers, findTakers, findTwins, findWaitingHere, getNotice, insertNotices, lockNotice, markTaken, markWithdrawn } from './transfer-notice.repository.ts'
import { judgeNotice, type NoticeColumn } from './transfer-notice.schema.ts'
import { isTakenBy, lateAfterDays, type NewNotice, type TransferNotice } from './transfer-notice.ts'
import { type NewLine } from '../income-line/income-line.ts'

const { errors } = text
const mostRows = 10_000
const mostShown = 5

/** All rows or none; how many there were. */
export async function importNotices(work: OfficerWork, sheet: Sheet): Promise<number> {
  const rows = readSheetRows<NoticeColumn>(sheet, { heads: text.import.heads, required: ['code', 'income', 'amount', 'day', 'letter', 'year'], most: mostRows, text: text.import.errors })
  if (typeof rows === 'string') throw new RuleBroken({ file: rows })
  const receivers = await findReceivers(work, rows.map((row) => toArabicDigits(row.cell('code'))))
  const judged = rows.map((row) => ({ row: row.number, ...judgeNotice((column) => row.cell(column), { receivers, today: work.today }) }))
  const found = judged.flatMap(({ row, notice }) => (notice ? [{ row, notice }] : []))
  const faults = Object.fromEntries([
    ...judged.flatMap(({ row, faults: wrong }) => Object.entries(wrong).map(([cell, message]) => [`rows.${row}.${cell}`, message])),
    ...await twinsIn(work, found),
  ])
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  const count = await insertNotices(work, found.map(({ notice }) => notice))
  if (count < found.length) throw new Conflict('the same transfers were listed by another call')
  await recordChange(work, { kind: 'transfer-notice', id: 'list', action: 'import', after: { count } })
  return count
}

async function twinsIn(work: OfficerWork, found: readonly { readonly row: number; readonly notice: NewNotice }[]): Promise<[string, string][]> {
  const standing = await findTwins(work, found.map(({ notice }) => notice))
  const seen = new Set<string>()
  return found.flatMap(({ row, notice }, place) => {
    const key = [notice.receiverId, notice.fiscalYear, notice.letterNumber, notice.revenueCode, notice.transferredOn, notice.round].join('\n')
    const isTwin = seen.has(key) || standing.has(place)
    seen.add(key)
    return isTwin ? [[`rows.${row}.letter`, errors.twin]] : []
  })
}

/** Only by the department that listed it, while no LAO has taken it in. */
export async function withdrawNotice(work: OfficerWork, id: string, { reason }: { readonly reason: string }): Promise<void> {
  await lockNotice(work, id)
  const notice = await getNotice(work, id)
  if (notice.giverId !== work.actor.organisationId) throw new NotFound('transfer notice of the own office')
  if (notice.state === 'taken') throw new RuleBroken(errors.taken)
  if (!await markWithdrawn(work, id, reason)) throw new Conflict('transfer notice')
  await recordChange(work, { kind: 'transfer-notice', id, action: 'withdraw', reason, before: { amount: notice.amount } })
}

/** One that waits at the own office. */
export async function getOpenNotice(read: OfficerRead, id: string): Promise<TransferNotice> {
  const notice = await getNotice(read, id)
  if (notice.receiverId !== read.actor.organisationId || notice.state === 'withdrawn') throw new NotFound('transfer notice')
  if (notice.state === 'taken') throw new RuleBroken(errors.takenAlready)
  return notice
}

/** What takes a notice in holds its money under its code; two at once, or one who withdraws it meanwhile, wait for each other. */
export async function mustTakeNotice(work: OfficerWork, id: string, lines: readonly Pick<NewLine, 'incomeCode' | 'amount'>[]): Promise<TransferNotice> {
  await lockNotice(work, id)
  const notice = await getOpenNotice(work, id)
  if (!isTakenBy(notice, lines)) throw new RuleBroken({ 'lines.0.amount': errors.otherMoney(`${notice.revenueCode} ${notice.incomeName}`, formatMoney(notice.amount)) })
  return notice
}

/** What was recorded before the department told of it is named now: the transfer waits no longer. */
export async function nameTaker(work: OfficerWork, id: string, { receipt }: { readonly receipt: string }): Promise<void> {
  await lockNotice(work, id)
  const notice = await getOpenNotice(work, id)
  if (!(await findTakers(work, notice)).some((taker) => taker.receipt.id === receipt)) throw new RuleBroken({ receipt: errors.taker })
  if (!await markTaken(work, receipt, notice)) throw new Conflict('receipt')
  await recordChange(work, { kind: 'transfer-notice', id, action: 'take', after: { receipt } })
}

/** At an LAO what waits, each with the way to its form; over LAOs what waits too long. */
export async function findNoticeWork(read: OfficerRead): Promise<WaitingItem[]> {
  if (!read.actor.permissions.has('km.subsidy:view')) return []
  if (read.actor.organisationKind === 'LAO') return findWorkHere(read)
  if (!['PROV', 'DLA'].includes(read.actor.organisationKind)) return []
  const late = await countWaiting(read, { longerThan: lateAfterDays })
  return waitingItems(read.actor, [{ may: 'km.subsidy:view', text: text.work.below(String(lateAfterDays)), href: `${transferNoticePaths.list}?waited=${lateAfterDays}`, waiting: late }])
}

async function findWorkHere(read: OfficerRead): Promise<WaitingItem[]> {
  const mayTake = read.actor.permissions.has('revenue.receipt:create')
  const waiting = await findWaitingHere(read, mostShown)
  const each = waiting.map(({ id, incomeName, letterNumber, transferredOn, amount, isRecorded }) => ({
    text: text.work[isRecorded ? 'recorded' : 'one'](incomeName, letterNumber, formatThaiDateShort(transferredOn)), amount,
    href: mayTake ? (isRecorded ? transferNoticePaths.taken(id) : receiptPaths.evidenceOf(id)) : undefined,
  }))
  return [
    ...waitingItems(read.actor, [{ may: 'km.subsidy:view', text: text.work.waiting, href: `${transferNoticePaths.list}?state=waiting`, waiting: await countWaiting(read) }]),
    ...each,
  ]
}
