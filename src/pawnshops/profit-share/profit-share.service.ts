// Sharing last year's profit: kept as a draft, handed in, approved into the books, undone by a reversal. Locks: the document, the places of the shares, then the book.
import { recordChange } from '../../documents/index.ts'
import { accountsOfRoles, balanceOn, findUnits, isOpen, postVoucher } from '../../ledger/index.ts'
import { claimedOfPlace } from '../../expenditure/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, isZero, minus, plus, type Money } from '../../platform/money.ts'
import { insertPawnDocument, movePawnDocument, pawnRows } from '../pawn-document/pawn-document.repository.ts'
import { startPawn } from '../pawn-document/pawn-document.service.ts'
import { undoPawn } from '../pawn-post/pawn-post.service.ts'
import { type PawnDocument } from '../pawn-document/pawn-document.ts'
import { getPawnRule } from '../pawn-rule/pawn-rule.repository.ts'
import { sharesOf } from '../pawn-rule/pawn-rule.ts'
import { pawnshopsPosting } from '../pawnshops.posting.ts'
import { pawnshopsText } from '../pawnshops.text.ts'
import { sharingKind as kind, sharingLifecycle, type SharingCommand } from './profit-share.ts'

const { errors } = pawnshopsText

const start = startPawn({ kind: 'sharing', lifecycle: sharingLifecycle })

/** กำไร/ขาดทุนสะสม on the day. */
export async function profitOn(read: OfficerRead, day: CalendarDate): Promise<Money> {
  const { accumulated = '' } = await accountsOfRoles(read)
  return balanceOn(read, { organisationId: read.actor.organisationId, accountCode: accumulated, until: day })
}

export async function createSharing(work: OfficerWork, command: SharingCommand): Promise<string> {
  const earlier = await pawnRows.findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  const faults = await faultsOf(work, command)
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  const id = await insertPawnDocument(work, 'sharing', { ...command, bankAccountId: null, duplicateReason: '', lines: [] })
  await recordChange(work, { kind, id, action: 'create', after: { date: command.documentDate, total: command.total } })
  return id
}

async function faultsOf(work: OfficerWork, { documentDate, total }: Pick<SharingCommand, 'documentDate' | 'total'>): Promise<FieldErrors> {
  if (compareDates(documentDate, work.today) > 0) return { documentDate: errors.future }
  if (!await isOpen(work, documentDate)) return { documentDate: errors.closed }
  const profit = await profitOn(work, documentDate)
  if (isNegative(profit) || isZero(profit)) return { total: errors.noProfit }
  return compare(total, profit) > 0 ? { total: errors.overProfit(formatMoney(profit)) } : {}
}

/** Steps that only move it on or back. */
export function turnSharing(action: 'submit' | 'withdraw' | 'cancel' | 'return') {
  return async (work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason?: string }): Promise<void> => {
    const document = await start(work, id, { action, version })
    await movePawnDocument(work, document, { state: document.next, submitted: action === 'submit', ...(reason !== undefined && { returnReason: reason }) })
    await recordChange(work, { kind, id, action, ...(reason !== undefined && { reason }), after: { total: document.total } })
  }
}

export async function approveSharing(work: OfficerWork, id: string, version: number): Promise<void> {
  const document = await start(work, id, { action: 'approve', version })
  const [fault] = Object.values(await faultsOf(work, document))
  if (fault !== undefined) throw new RuleBroken(fault)
  const shares = sharesOf(document.total, await getPawnRule(work, document.documentDate))
  const [lao] = await findUnits(work)
  const { 'local-share': localShare = '' } = await accountsOfRoles(work, document.fiscalYear)
  const posted = await postVoucher(work, {
    rules: pawnshopsPosting, event: 'profit.shared', type: 'JV', documentDate: document.documentDate, source: { kind, id }, preparedBy: document.authorId,
    ...(document.isAlone && { samePerson: 'small-unit' as const }),
    description: pawnshopsText.sharing.description(document.reference),
    facts: { slots: { local: { accountCode: localShare, counterpartyId: lao?.id } }, amounts: { profit: document.total, ...shares } },
  })
  await mustHaveBeenEarned(work, document)
  await movePawnDocument(work, document, { state: document.next, voucherId: posted.id })
  await recordChange(work, { kind, id, action: 'approve', after: { voucher: posted.number, total: document.total, ...shares }, isAlone: document.isAlone })
}

/** Asked again after the posting, under the lock of the book: no two share the same profit, also where one is dated before the other. */
async function mustHaveBeenEarned(work: OfficerWork, { total }: PawnDocument): Promise<void> {
  const rest = await profitOn(work, work.today)
  if (isNegative(rest)) throw new RuleBroken(errors.overProfit(formatMoney(plus(rest, total))))
}

const shares = ['local-share', 'operating-capital', 'staff-bonus'] as const

/** What claims on their way ask of each share, held before the book is. */
async function claimedOfShares(work: OfficerWork): Promise<ReadonlyMap<string, Money>> {
  const roles = await accountsOfRoles(work)
  const claimed = new Map<string, Money>()
  for (const accountCode of shares.map((role) => roles[role] ?? '').sort()) claimed.set(accountCode, await claimedOfPlace(work, { accountCode, subKey: null }))
  return claimed
}

/** Asked after the posting, under the lock of the book: a share that was paid, or is about to be, cannot be taken back and be shared again. */
async function mustStillStand(work: OfficerWork, claimed: ReadonlyMap<string, Money>): Promise<void> {
  for (const [accountCode, asked] of claimed) {
    const rest = minus(await balanceOn(work, { organisationId: work.actor.organisationId, accountCode, until: work.today }), asked)
    if (isNegative(rest)) throw new RuleBroken(errors.sharePaid(accountCode))
  }
}

export async function reverseSharing(work: OfficerWork, id: string, form: { version: number; reason: string }): Promise<void> {
  const document = await start(work, id, { action: 'reverse', version: form.version })
  const claimed = await claimedOfShares(work)
  const reversal = await undoPawn(work, document, form.reason)
  await mustStillStand(work, claimed)
  await movePawnDocument(work, document, { state: document.next })
  await recordChange(work, { kind, id, action: 'reverse', reason: form.reason, after: { voucher: reversal.number }, isAlone: document.isAlone })
}
