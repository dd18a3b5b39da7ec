import { findClaimWork, findLoanWork, findPaymentWork, findPayrollWork, findPurchaseWork } from '../../expenditure/index.ts'
import { findDealings } from '../../interagency/index.ts'
import { balanceOfKind, findFiscalYears, isYearClosed } from '../../ledger/index.ts'
import { findPawnWork } from '../../pawnshops/index.ts'
import { fiscalYear, fiscalYearOf, instant, type FiscalYear } from '../../platform/dates.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { findReceiptWork } from '../../receipts/index.ts'
import { deviceOf, findPasswordReminder } from '../../identity/index.ts'
import { type BookStatus, type Dealings, type Home, type WorkItem } from './front.ts'
import { findNotices, findPreviousSignIn, getCard } from './front.repository.ts'

export async function getHome(read: OfficerRead): Promise<Home> {
  const previous = await findPreviousSignIn(read)
  const receiptWork = await findReceiptWork(read)
  return {
    officer: read.actor, now: read.now, card: await getCard(read), notices: await findNotices(read), receiptWork,
    work: await findWork(read, receiptWork?.mine ?? []), books: await findBooks(read), dealings: await findOwnDealings(read),
    lastSignIn: previous && { at: instant(previous.at), ip: previous.ip, device: deviceOf(previous.agent) },
    passwordDueInDays: await findPasswordReminder(read),
  }
}

const offices = ['LAO', 'SUB', 'PAWN']

/** What waits, room by room; provinces and the department handle no documents. */
async function findWork(read: OfficerRead, ofReceipts: readonly WorkItem[]): Promise<WorkItem[] | undefined> {
  if (!offices.includes(read.actor.organisationKind)) return undefined
  return [...ofReceipts, ...await findPurchaseWork(read), ...await findClaimWork(read), ...await findPaymentWork(read), ...await findLoanWork(read), ...await findPayrollWork(read), ...await findPawnWork(read)]
}

/** For those who may read the books. */
async function findBooks(read: OfficerRead): Promise<BookStatus | undefined> {
  if (!offices.includes(read.actor.organisationKind) || !read.actor.permissions.has('account.report:view')) return undefined
  const inBanks = await balanceOfKind(read, { organisationId: read.actor.organisationId, subLedger: 'bank_account', until: read.today })
  const years = (await findFiscalYears(read, read.actor.organisationId)).map(fiscalYear)
  const closed: FiscalYear[] = []
  for (const year of years) if (await isYearClosed(read, year)) closed.push(year)
  return { inBanks, closedYears: closed, openYears: years.filter((year) => !closed.includes(year)) }
}

async function findOwnDealings(read: OfficerRead): Promise<Dealings[] | undefined> {
  if (!read.actor.permissions.has('account.interagency:view')) return undefined
  const year = fiscalYearOf(read.today)
  return findDealings(read, [year, fiscalYear(year - 1)])
}
