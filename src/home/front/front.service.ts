import { findBudgetWork } from '../../budget/index.ts'
import { type WaitingItem } from '../../documents/index.ts'
import { findClaimWork, findClosingWork, findLoanWork, findPaymentWork, findPayrollWork, findPurchaseWork, findSpendingStatus } from '../../expenditure/index.ts'
import { findDealings, waitingItemsOf, type DealingsOfYear } from '../../interagency/index.ts'
import { accountOf, accountsOfRoles, balanceOfKind, balanceOn, findClosedYears, findFiscalYears, findJournalWork } from '../../ledger/index.ts'
import { findPawnStatus, findPawnWork } from '../../pawnshops/index.ts'
import { fiscalYear, fiscalYearOf, instant } from '../../platform/dates.ts'
import { Memory } from '../../platform/database/memory.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { findMoneyWork, findNoticeWork, findReceiptWork } from '../../receipts/index.ts'
import { deviceOf, findPasswordReminder } from '../../identity/index.ts'
import { type BookStatus, type Figures, type Home } from './front.ts'
import { findLastChange, findNotices, findPreviousSignIn, getCard } from './front.repository.ts'

export async function getHome(read: OfficerRead): Promise<Home> {
  const previous = await findPreviousSignIn(read)
  return {
    ...await getFigures(read), officer: read.actor, lastSignIn: previous && { at: instant(previous.at), ip: previous.ip, device: deviceOf(previous.agent) },
    passwordDueInDays: await findPasswordReminder(read),
  }
}

/** Ninety thousand people open this page every morning: what it asked is remembered until a document of the office changes, at most a minute (§3.4). */
const known = new Memory<Figures>({ seconds: 60, most: 5000 })

async function getFigures(read: OfficerRead): Promise<Figures> {
  const { actor } = read
  const key = [actor.userId, actor.provisional, read.today, await findLastChange(read), ...actor.permissions].join(' ')
  return known.find(read, key) ?? known.keep(read, key, await findFigures(read))
}

async function findFigures(read: OfficerRead): Promise<Figures> {
  const receiptWork = await findReceiptWork(read)
  const [spending, dealings] = [await findSpendingStatus(read), await findOwnDealings(read)]
  return {
    takenAt: read.now, card: await getCard(read), notices: await findNotices(read), receiptWork,
    work: await findWork(read, { first: [...waitingItemsOf(dealings ?? [], read.actor), ...receiptWork?.mine ?? []], last: spending.inWork }), books: await findBooks(read), dealings, transfers: await findNoticeWork(read),
    standing: [...await findPawnStatus(read), ...spending.standing],
  }
}

const offices = ['LAO', 'SUB', 'PAWN']

/** What waits, room by room; provinces and the department handle no documents. */
async function findWork(read: OfficerRead, { first, last }: { readonly first: readonly WaitingItem[]; readonly last: readonly WaitingItem[] }): Promise<WaitingItem[] | undefined> {
  if (!offices.includes(read.actor.organisationKind)) return undefined
  return [
    ...first, ...await findMoneyWork(read), ...await findPurchaseWork(read), ...await findClaimWork(read), ...await findPaymentWork(read), ...await findLoanWork(read),
    ...await findPayrollWork(read), ...await findPawnWork(read), ...await findJournalWork(read), ...await findBudgetWork(read), ...await findClosingWork(read), ...last,
  ]
}

/** For those who may read the books. */
async function findBooks(read: OfficerRead): Promise<BookStatus | undefined> {
  if (!offices.includes(read.actor.organisationKind) || !read.actor.permissions.has('account.report:view')) return undefined
  const inBanks = await balanceOfKind(read, { organisationId: read.actor.organisationId, subLedger: 'bank_account', until: read.today })
  const cashAccount = accountOf(await accountsOfRoles(read), 'cash-on-hand')
  const cash = await balanceOn(read, { organisationId: read.actor.organisationId, accountCode: cashAccount, until: read.today })
  const years = (await findFiscalYears(read, read.actor.organisationId)).map(fiscalYear)
  const closed = await findClosedYears(read)
  return { inBanks, cash, cashAccount, closedYears: years.filter((year) => closed.has(year)), openYears: years.filter((year) => !closed.has(year)) }
}

async function findOwnDealings(read: OfficerRead): Promise<DealingsOfYear[] | undefined> {
  if (!read.actor.permissions.has('home.interagency:view')) return undefined
  const year = fiscalYearOf(read.today)
  return findDealings(read, [year, fiscalYear(year - 1)])
}
