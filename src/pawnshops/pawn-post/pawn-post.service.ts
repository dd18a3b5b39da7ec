// A daily document into the books by its rule, and out again; what the books may not turn is asked after the posting, under their lock.
import { type Started } from '../../documents/index.ts'
import { accountsOfRoles, balanceOn, isOpen, leastSince, postVoucher, reverseVoucher, undoVoucher, type SlotAmount } from '../../ledger/index.ts'
import { mustStillBeThere } from '../../receipts/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, minus, negate, sum, zero, type Money } from '../../platform/money.ts'
import { type PawnBook, type PawnDocument, type PawnState } from '../pawn-document/pawn-document.ts'
import { receivedBy, type PawnLine } from '../pawn-lines/pawn-lines.ts'
import { pawnshopsPosting, type MoneyReceived, type PledgesForfeited } from '../pawnshops.posting.ts'
import { pawnshopsText } from '../pawnshops.text.ts'

const { errors, books } = pawnshopsText

export async function postPawn(work: OfficerWork, book: PawnBook, document: Started<PawnState, PawnDocument>): Promise<{ id: string; number: string }> {
  const head = {
    rules: pawnshopsPosting, documentDate: document.documentDate, source: { kind: book.documentKind, id: document.id }, preparedBy: document.authorId,
    ...(document.isAlone && { samePerson: 'small-unit' as const }),
    description: books[book.kind].description(formatThaiDate(document.documentDate)),
  }
  if (book.kind === 'pledge') {
    await mustHaveCash(work, document)
    return postVoucher(work, { ...head, event: 'pawn-voucher.posted', type: 'PN', facts: { amounts: { lent: document.total } } })
  }
  if (book.kind === 'forfeiture') return postVoucher(work, { ...head, event: 'forfeiture.posted', type: 'JV', facts: forfeited(document.lines) })
  return postVoucher(work, { ...head, event: 'pawn-receipt.posted', type: 'RV', facts: received(document, await accountsOfRoles(work, document.fiscalYear)) })
}

/** E_CASH (scenario S60): told with what is there; the guarded register of the book holds it against two at once. */
async function mustHaveCash(work: OfficerWork, { organisationId, documentDate, total, fiscalYear }: PawnDocument): Promise<void> {
  const cash = (await accountsOfRoles(work, fiscalYear))['cash-on-hand'] ?? ''
  const rest = await leastSince(work, { organisationId, accountCode: cash, from: documentDate })
  if (compare(total, rest) > 0) throw new RuleBroken(errors.cash(formatMoney(rest)))
}

const neverTurned = ['pawn-debtors', 'forfeited-goods', 'pawn-interest-accrued'] as const

/** INV-09, E_SUBLEDGER_NEG: no more is redeemed, sold or taken off than the books hold, whoever keyed it as a day's total. Asked after the posting, under the lock of the book. */
export async function keptRight<T>(work: OfficerWork, step: () => Promise<T>): Promise<T> {
  const before = await heldNow(work)
  const done = await step()
  const after = await heldNow(work)
  const turned = neverTurned.find((_, at) => isNegative(after[at] ?? zero) && compare(after[at] ?? zero, before[at] ?? zero) < 0)
  if (turned !== undefined) throw new RuleBroken(errors.wouldTurn(pawnshopsText.held[turned], formatMoney(before[neverTurned.indexOf(turned)] ?? zero)))
  return done
}

async function heldNow(work: OfficerWork): Promise<readonly Money[]> {
  const roles = await accountsOfRoles(work)
  const held: Money[] = []
  for (const role of neverTurned) held.push(await balanceOn(work, { organisationId: work.actor.organisationId, accountCode: roles[role] ?? '', until: work.today }))
  return held
}

/** Gain and loss of sales stand apart, line by line (scenario S58). */
function received(document: PawnDocument, roles: Readonly<Record<string, string>>): MoneyReceived {
  const { lines, bank, total } = document
  const of = (events: readonly string[], amount: (line: PawnLine) => Money) => sum(lines.filter((line) => events.includes(line.event)).map(amount))
  const beyond = lines.filter(({ event }) => event === 'sale').map(({ proceeds, principal }) => minus(proceeds, principal))
  const pledges = ['redeem', 'reduce', 'interest']
  return {
    slots: { place: bank ? { accountCode: bank.accountCode, bankAccountId: bank.id } : { accountCode: roles['cash-on-hand'] ?? '' } },
    amounts: {
      received: total, principal: of(['redeem', 'reduce'], (line) => line.principal), interest: of(pledges, (line) => minus(line.interest, line.accrued)),
      accrued: of(pledges, (line) => line.accrued), cost: of(['sale'], (line) => line.principal),
      gain: sum(beyond.filter((amount) => !isNegative(amount))), loss: negate(sum(beyond.filter(isNegative))),
    },
    lists: { takings: lines.flatMap(takingOf) },
  }
}

function takingOf({ accountCode, place, memo, ...line }: PawnLine): SlotAmount[] {
  if (accountCode === null) return []
  const { subKey, counterpartyId, refund } = place
  return [{
    accountCode, subKey: subKey ?? undefined, counterpartyId: counterpartyId ?? undefined, budgetLineId: refund?.budgetLineId ?? undefined, amount: receivedBy(line), memo: memo || undefined,
  }]
}

function forfeited(lines: readonly PawnLine[]): PledgesForfeited {
  return { amounts: { principal: sum(lines.map((line) => line.principal)), accrued: sum(lines.map((line) => line.accrued)) } }
}

/** On the day of the original while its month is open; later as every document is undone (§1.9). What it takes out was there on every evening since (INV-10). */
export async function undoPawn(work: OfficerWork, { id, voucherId, documentDate }: Pick<PawnDocument, 'id' | 'voucherId' | 'documentDate'>, reason: string): Promise<{ readonly number: string }> {
  if (voucherId === null) throw new Error(`posted document ${id} without voucher`)
  const isSameDay = await isOpen(work, documentDate)
  const reversal = isSameDay ? await reverseVoucher(work, voucherId, { reason, documentDate }) : await undoVoucher(work, voucherId, reason)
  await mustStillBeThere(work, reversal.id, isSameDay ? documentDate : work.today)
  return reversal
}
