// A loan is cleared by vouchers: into the books, into the budget lines they belong to, and back (expenditure-accounting-assets §1.4 P20, §1.8).
// Locks: clearing → contract → budget lines → counters → book.
import { findBudgetLines, findLentMoney, readBudgetLine, refund, repoint, sharesBack, takeBackRefund, unspentOf, type AmountByLine, type LineWithBalance, type Source } from '../../budget/index.ts'
import { nextNumber, printedNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { accountsOfRoles, balanceOn, isOpen, postVoucher, reverseVoucher, signsAlone } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, compareDates, fiscalYearOf, fiscalYearPeriod, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, isZero, negate, sum, zero, type Money } from '../../platform/money.ts'
import { sourceFits } from '../claim-kind/claim-kind.ts'
import { findClaimsOf } from '../claim/claim.repository.ts'
import { draftClaim } from '../claim/claim.service.ts'
import { clearingText as text } from '../clearing.text.ts'
import { findExpenseAccounts } from '../expense-account/expense-account.repository.ts'
import { chosenAccount } from '../expense-account/expense-account.ts'
import { expenditurePosting } from '../expenditure.posting.ts'
import { loanText } from '../loan.text.ts'
import { getLoan, loanRows, moveLoan } from '../loan/loan.repository.ts'
import { isMoneyBack, loanKeyOf, loanLifecycle, loanNumber, loanSource, type Loan } from '../loan/loan.ts'
import { clearingRows, findMoves, findPosted, getClearing, insertClearing, insertMoves, moveClearing, type PostedClearing } from './clearing.repository.ts'
import { recogniseGrants, unrecogniseGrants } from '../recognition/recognition.service.ts'
import {
  byLine, clearingLifecycle, clearingNumber, clearingSource, movesFor, returnable, splitAt, type Clearing, type ClearingCommand, type ClearingLine, type LineMove,
} from './clearing.ts'

const { errors } = text
const mostLinesOfAYear = 20_000

const start = stepStarter({ rows: clearingRows, get: getClearing, lifecycle: clearingLifecycle, signsAlone })
const startLoan = stepStarter({ rows: loanRows, get: getLoan, lifecycle: loanLifecycle })

/** The id; numbered at once, it waits for its approval. The same form sent twice gives the same one. */
export async function createClearing(work: OfficerWork, clearing: ClearingCommand & { readonly formKey: string }): Promise<string> {
  const earlier = await clearingRows.findMade(work, clearing.formKey)
  if (earlier !== undefined) return earlier
  const loan = await held(work, clearing.loanId)
  mustBeOwed(loan)
  await mustBeDay(work, clearing.clearingDate, loan)
  const settled = sum(splitAt(clearing.lines, loan.balance).settled.map(({ amount }) => amount))
  const number = await nextNumber(work, 'CLR', fiscalYearOf(clearing.clearingDate))
  const id = await insertClearing(work, { ...clearing, number, settled })
  const printed = printedNumber('CLR', number, fiscalYearOf(clearing.clearingDate))
  await recordChange(work, { kind: clearingSource, id, action: 'create', after: { number: printed, date: clearing.clearingDate, settled } })
  return id
}

/** Of a paid contract from the budget, with something left to clear. */
export function mustBeOwed(loan: Loan): void {
  if (loan.source !== 'budget') throw new RuleBroken(loanText.errors.notBudget)
  if (loan.state !== 'paid' || isZero(loan.balance)) throw new RuleBroken(loanText.errors.notPaid)
  if (isMoneyBack(loan)) throw new RuleBroken(loanText.errors.moneyBack)
}

async function mustBeDay(work: OfficerWork, day: CalendarDate, { paidOn }: Loan): Promise<void> {
  const fault = compareDates(day, work.today) > 0 ? errors.future : paidOn !== null && compareDates(day, paidOn) < 0 ? errors.before : await isOpen(work, day) ? undefined : errors.closed
  if (fault !== undefined) throw new RuleBroken({ documentDate: fault })
}

/** The expense of the day of the vouchers; what the loan's claim holds goes to their lines (P20). */
export async function approveClearing(work: OfficerWork, id: string, version: number): Promise<void> {
  const clearing = await start(work, id, { action: 'approve', version })
  const loan = await held(work, clearing.loanId)
  if (isMoneyBack(loan)) throw new RuleBroken(loanText.errors.moneyBack)
  if (compare(clearing.settled, loan.balance) > 0) throw new RuleBroken(errors.tooMuch(formatMoney(clearing.settled), formatMoney(loan.balance)))
  await mustBeDay(work, clearing.clearingDate, loan)
  const { settled } = splitAt(clearing.lines, clearing.settled)
  await repointed(work, { clearing, loan, settled: byLine(settled) })
  const posted = await postVoucher(work, {
    rules: expenditurePosting, event: 'clearing.posted', type: 'JV', documentDate: clearing.clearingDate, source: { kind: clearingSource, id },
    description: text.posted(clearingNumber(clearing), loanNumber(loan) ?? ''), preparedBy: clearing.authorId, ...(clearing.isAlone && { samePerson: 'small-unit' as const }),
    facts: {
      amounts: { settled: clearing.settled }, slots: { loan: { accountCode: await advanceOf(work, loan), subKey: loanKeyOf(loan) } },
      lists: { costs: settled.map(({ accountCode, budgetLineId, amount, description }) => ({ accountCode, budgetLineId, amount, memo: description })) },
    },
  })
  await recogniseGrants(work, { source: { kind: clearingSource, id }, paidOn: clearing.clearingDate, preparedBy: clearing.authorId, isAlone: clearing.isAlone, shares: settled.map(({ budgetLineId: lineId, amount }) => ({ lineId, amount })) })
  await moveClearing(work, clearing, { state: clearing.next, voucherId: posted.id })
  await recordChange(work, { kind: clearingSource, id, action: 'approve', after: { voucher: posted.number, settled: clearing.settled }, isAlone: clearing.isAlone })
}

async function advanceOf(read: OfficerRead, loan: Loan): Promise<string> {
  const { 'staff-advance': account } = await accountsOfRoles(read, loan.fiscalYear)
  if (account === undefined) throw new RuleBroken(loanText.errors.noAccount)
  return account
}

async function held(work: OfficerWork, loanId: string): Promise<Loan> {
  await loanRows.lock(work, loanId)
  return getLoan(work, work.actor.organisationId, loanId)
}

interface Settling {
  readonly clearing: Clearing
  readonly loan: Loan
  readonly settled: AmountByLine
}

/** Vouchers of other lines than the loan's: those lines must have it available. */
async function repointed(work: OfficerWork, { clearing, loan, settled }: Settling): Promise<void> {
  const { claim, unspent } = await budgetOf(work, loan)
  const moves = claim ? movesFor(settled, unspent) : []
  if (!claim || moves.length === 0) return
  const act = { source: { kind: clearingSource, id: clearing.id }, event: 'cleared', date: budgetDay(loan, clearing.clearingDate), description: clearingNumber(clearing) }
  await repoint(work, { ...act, of: claim, stage: 'paid' }, moves)
  await insertMoves(work, clearing.id, moves)
}

/** The money is of the loan's year, whenever the vouchers come. */
export function budgetDay({ fiscalYear }: Pick<Loan, 'fiscalYear'>, day: CalendarDate): CalendarDate {
  const last = addDays(fiscalYearPeriod(fiscalYear).until, -1)
  return compareDates(day, last) > 0 ? last : day
}

interface LoanBudget {
  readonly claim: Source | undefined
  readonly held: Money
  readonly posted: readonly PostedClearing[]
  readonly unspent: AmountByLine
  /** Back in the budget already. */
  readonly refunded: AmountByLine
}

/** What the loan's claim holds as paid, also while its money waits to go out again, and how much of it no voucher stands for. */
async function budgetOf(read: OfficerRead, loan: Loan): Promise<LoanBudget> {
  const lent = await findLentMoney(read, loan.id)
  const posted = await findPosted(read, loan.id)
  if (!lent) return { claim: undefined, held: zero, posted, unspent: new Map(), refunded: new Map() }
  const { claim, held, unspent } = lent
  return { claim, held: sum(held.values()), posted, unspent, refunded: unspentOf(await paidBy(read, loan, posted), held) }
}

/** By line, as vouchers of other lines moved it. */
async function paidBy(read: OfficerRead, loan: Loan, posted: readonly PostedClearing[]): Promise<AmountByLine> {
  const lent = loan.lines.flatMap(({ budgetLineId, amount }) => (budgetLineId === null ? [] : [{ budgetLineId, amount }]))
  const moves: LineMove[] = []
  for (const { id } of posted) moves.push(...await findMoves(read, id))
  return byLine([...lent, ...moves.flatMap(({ from, to, amount }) => [{ budgetLineId: from, amount: negate(amount) }, { budgetLineId: to, amount }])])
}

/** What the budget has yet to be told of money that came back in the year it was lent: below zero where a receipt or a payment that brought it was reversed afterwards. */
export async function findReturnable(read: OfficerRead, loan: Loan): Promise<Money> {
  if (loan.state !== 'paid' || loan.source !== 'budget') return zero
  const { claim, held: holds, posted } = await budgetOf(read, loan)
  if (!claim) return zero
  const until = budgetDay(loan, read.today)
  const balance = isYearOver(loan, read.today)
    ? await balanceOn(read, { organisationId: loan.organisationId, accountCode: await advanceOf(read, loan), subKey: loanKeyOf(loan), until }) : loan.balance
  const settled = sum(posted.filter(({ clearingDate }) => compareDates(clearingDate, until) <= 0).map((each) => each.settled))
  return returnable({ lent: loan.amount, balance, settled, held: holds })
}

/** S34: what was returned in cash, or taken from the pay, may be spent again; what did not come back after all is spent. Of the loan's year, whenever it is told. */
export async function settleLoan(work: OfficerWork, id: string, version: number): Promise<void> {
  const loan = await startLoan(work, id, { action: 'settle', version })
  const amount = await findReturnable(work, loan)
  const { claim, unspent, refunded } = await budgetOf(work, loan)
  if (!claim || isZero(amount)) throw new RuleBroken(loanText.errors.nothingBack)
  const act = { source: { kind: loanSource, id }, event: `returned/${loan.version}`, date: budgetDay(loan, work.today), description: loanText.title(loanNumber(loan) ?? ''), of: claim }
  await (isNegative(amount) ? takeBackRefund(work, act, sharesBack(refunded, negate(amount))) : refund(work, act, sharesBack(unspent, amount)))
  await moveLoan(work, loan, { state: loan.next })
  await recordChange(work, { kind: loanSource, id, action: 'settle', after: { returned: amount } })
}

/** More was spent than lent (S35): the rest is claimed for the borrower; its budget is checked by that claim. */
export async function claimExcess(work: OfficerWork, id: string, version: number): Promise<void> {
  await claimExcessOn(work, id, { version, line: '' })
}

export interface ExcessForm {
  readonly version: number
  /** A line of this year as the clerk types it, where the year of the loan is over and its lines pay nothing any more. */
  readonly line: string
}

export async function claimExcessOn(work: OfficerWork, id: string, { version, line }: ExcessForm): Promise<void> {
  const clearing = await start(work, id, { action: 'claim', version })
  const { excess } = splitAt(clearing.lines, clearing.settled)
  if (excess.length === 0) throw new RuleBroken(errors.noExcess)
  if (await isClaimed(work, id)) throw new RuleBroken(loanText.errors.claimed)
  const loan = await getLoan(work, work.actor.organisationId, clearing.loanId)
  const lines = isYearOver(loan, work.today) ? await onLineOfToday(work, excess, line) : excess
  await moveClearing(work, clearing, { state: clearing.next })
  const claim = await draftClaim(work, {
    kind: 'C1', claimDate: work.today, title: text.excessTitle(clearingNumber(clearing), loan.purpose).slice(0, 300), payeeId: loan.payeeId, departmentId: loan.departmentId,
    loanId: loan.id, origin: { kind: clearingSource, id },
    lines: lines.map((each) => ({ ...each, subKey: null, counterpartyId: null, fundCode: null, revenueCode: null, source: null })),
  })
  await recordChange(work, { kind: clearingSource, id, action: 'claim', after: { claim } })
}

export function isYearOver({ fiscalYear }: Pick<Loan, 'fiscalYear'>, today: CalendarDate): boolean {
  return fiscalYearOf(today) !== fiscalYear
}

export async function findLinesOfToday(read: OfficerRead): Promise<LineWithBalance[]> {
  return findBudgetLines(read, { organisationId: read.actor.organisationId, fiscalYear: fiscalYearOf(read.today) }, mostLinesOfAYear)
}

/** The money of the loan's year is gone (§1.11): a line of this year pays, one that such vouchers may be booked upon. */
async function onLineOfToday(read: OfficerRead, excess: readonly ClearingLine[], typed: string): Promise<ClearingLine[]> {
  if (typed === '') throw new RuleBroken({ line: errors.yearOver })
  const line = readBudgetLine(await findLinesOfToday(read), typed)
  if (typeof line === 'string') throw new RuleBroken({ line })
  if (!sourceFits('C1', line.sourceCode)) throw new RuleBroken({ line: errors.otherSource })
  const item = (await findExpenseAccounts(read, { itemCodes: [line.economicCode], fiscalYear: fiscalYearOf(read.today) })).get(line.economicCode)
  if (excess.some(({ accountCode }) => !item || !chosenAccount(item, accountCode))) throw new RuleBroken({ line: errors.otherItem })
  return excess.map((voucher) => ({ ...voucher, budgetLineId: line.id }))
}

async function isClaimed(read: OfficerRead, id: string): Promise<boolean> {
  return (await findClaimsOf(read, { kind: clearingSource, id })).some(({ state }) => state !== 'cancelled')
}

export interface ReasonForm {
  readonly version: number
  readonly reason: string
}

export async function returnClearing(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const clearing = await start(work, id, { action: 'return', version })
  await moveClearing(work, clearing, { state: clearing.next, returnReason: reason })
  await recordChange(work, { kind: clearingSource, id, action: 'return', reason })
}

export async function cancelClearing(work: OfficerWork, id: string, version: number): Promise<void> {
  const clearing = await start(work, id, { action: 'cancel', version })
  await moveClearing(work, clearing, { state: clearing.next })
  await recordChange(work, { kind: clearingSource, id, action: 'cancel' })
}

/** On the day of the original, so that its month must still be open; not while the rest of it is claimed. */
export async function reverseClearing(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const clearing = await start(work, id, { action: 'reverse', version })
  if (clearing.voucherId === null) throw new Error(`posted clearing ${id} without voucher`)
  if (await isClaimed(work, id)) throw new RuleBroken(errors.excessClaimed)
  const loan = await held(work, clearing.loanId)
  const moves = (await findMoves(work, id)).map(({ from, to, amount }) => ({ from: to, to: from, amount }))
  const { claim } = await budgetOf(work, loan)
  if (claim && moves.length > 0) {
    const act = { source: { kind: clearingSource, id }, event: 'uncleared', date: budgetDay(loan, clearing.clearingDate), description: clearingNumber(clearing) }
    await repoint(work, { ...act, of: claim, stage: 'paid' }, moves)
  }
  await unrecogniseGrants(work, { kind: clearingSource, id }, { reason, documentDate: clearing.clearingDate })
  const reversal = await reverseVoucher(work, clearing.voucherId, { reason, documentDate: clearing.clearingDate })
  await moveClearing(work, clearing, { state: clearing.next })
  await recordChange(work, { kind: clearingSource, id, action: 'reverse', reason, after: { voucher: reversal.number }, isAlone: clearing.isAlone })
}
