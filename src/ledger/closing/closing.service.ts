// The year's closing from request to vouchers, and back (§3.7, §3.10). Locks: the request's row, then the book by way of ledger_run.
import { recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYear, type FiscalYear } from '../../platform/dates.ts'
import { Conflict, NotFound, RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, type Money } from '../../platform/money.ts'
import { getAccount } from '../chart/chart.repository.ts'
import { closingText } from '../closing.text.ts'
import { findBlockers, undoFault } from '../closing-check/closing-check.service.ts'
import { maySignAlone, openFiscalYear } from '../period/period.repository.ts'
import { periodText } from '../period.text.ts'
import { refusalText, reversed, type RunAnswer, type RunPosting } from '../posting/gate.ts'
import { accountsOfRoles, askRun } from '../posting/posting.repository.ts'
import { getVoucher } from '../voucher/voucher.repository.ts'
import { declarations, spentIn, wantsReason, type BudgetFigures, type ClosingRequest, type Declaration, type Reckoned, type YearRooms } from './closing.ts'
import {
  countCarried, decideRequest, findBudgetReceipts, findLiveClosings, findLiveOpenings, findRequest, findRequestYear, findYearNets, insertRequest, lockRequest,
} from './closing.repository.ts'
import { accumulatedOf, askedFor, closingRun } from '../closing-run/closing-run.ts'

const { errors, descriptions } = closingText
const kind = 'closing'

export interface ClosingCommand {
  readonly year: FiscalYear
  readonly declared: readonly Declaration[]
  /** Asked of an LAO alone, spending only where no budget tells it. */
  readonly receipts?: Money | undefined
  readonly spent?: Money | undefined
  /** Where a figure is not as reckoned. */
  readonly reason: string
}

export async function requestClosing(work: OfficerWork, rooms: YearRooms, command: ClosingCommand): Promise<void> {
  const { year, declared } = command
  const missing = declarations.find((each) => !declared.includes(each))
  if (missing !== undefined) throw new RuleBroken({ declared: errors.declared(closingText.declarations[missing]) })
  await mustBeFree(work, rooms, year)
  const { figures, reason } = await figuresOf(work, rooms, command)
  const id = await insertRequest(work, { year, kind: 'close', reason, figures })
  if (id === undefined) throw new RuleBroken(errors.asked)
  await recordChange(work, { kind, id, action: 'request', after: { year: String(year), ...(figures && { receipts: figures.receipts, spent: figures.spent }) }, reason })
}

/** From which the reserve is reckoned; null where nothing is set aside. */
export async function findReckoned(read: OfficerRead, rooms: YearRooms, year: FiscalYear): Promise<Reckoned | null> {
  if (read.actor.organisationKind !== 'LAO') return null
  return { receipts: await findBudgetReceipts(read, year), spending: await rooms.spent?.(read, year) }
}

async function figuresOf(work: OfficerWork, rooms: YearRooms, { year, receipts, spent, reason }: ClosingCommand): Promise<{ figures: BudgetFigures | null; reason: string }> {
  const reckoned = await findReckoned(work, rooms, year)
  if (reckoned === null) return { figures: null, reason: '' }
  const told = reckoned.spending ? spentIn(reckoned.spending) : spent
  if (receipts === undefined || told === undefined) throw new RuleBroken({ [receipts === undefined ? 'receipts' : 'spent']: errors.amount })
  const figures = { receipts, spent: told }
  if (!wantsReason(reckoned, figures)) return { figures, reason: '' }
  if (reason === '') throw new RuleBroken({ reason: errors.figuresReason })
  return { figures, reason }
}

/** The budget may have moved since the closing was asked for. */
async function mustBeSpent(read: OfficerRead, rooms: YearRooms, { fiscalYear: year, figures }: ClosingRequest): Promise<void> {
  const spending = figures && await rooms.spent?.(read, year)
  if (spending && compare(spentIn(spending), figures.spent) !== 0) throw new RuleBroken(errors.spentMoved(formatMoney(spentIn(spending)), formatMoney(figures.spent)))
}

async function mustBeFree(read: OfficerRead, rooms: YearRooms, year: FiscalYear): Promise<void> {
  const blockers = await findBlockers(read, rooms, year)
  if (blockers.length > 0) throw new RuleBroken(errors.blocked(String(blockers.length)))
}

export async function requestUndo(work: OfficerWork, { year, reason }: { year: FiscalYear; reason: string }): Promise<void> {
  const fault = await undoFault(work, year)
  if (fault !== undefined) throw new RuleBroken(fault)
  const id = await insertRequest(work, { year, kind: 'undo', reason, figures: null })
  if (id === undefined) throw new RuleBroken(errors.asked)
  await recordChange(work, { kind, id, action: 'request-undo', after: { year: String(year) }, reason })
}

export async function refuseClosing(work: OfficerWork, id: string, reason: string): Promise<void> {
  const request = await waitingRequest(work, id)
  await decideRequest(work, request.id, { state: 'refused', decision: reason })
  await recordChange(work, { kind, id, action: 'refuse', reason })
}

/** All vouchers or none, by another than who asked; everything is looked at once more. */
export async function carryOutClosing(work: OfficerWork, rooms: YearRooms, id: string): Promise<ClosingRequest> {
  const request = await waitingRequest(work, id)
  const isAlone = request.askedById === work.actor.userId
  if (isAlone && !await maySignAlone(work)) throw new RuleBroken(periodText.errors.samePerson)
  const postings = request.kind === 'close' ? await closingOf(work, rooms, request) : await undoingOf(work, request)
  mustStand(await askRun(work, request.id, postings))
  await decideRequest(work, request.id, { state: 'done', decision: '' })
  await recordChange(work, { kind, id, action: request.kind === 'close' ? 'carry-out' : 'undo', after: { year: String(request.fiscalYear), vouchers: String(postings.length) } })
  return request
}

async function closingOf(work: OfficerWork, rooms: YearRooms, request: ClosingRequest): Promise<RunPosting[]> {
  const { id, fiscalYear: year, figures, askedById } = request
  await mustBeFree(work, rooms, year)
  await mustBeSpent(work, rooms, request)
  const next = fiscalYear(year + 1)
  await openFiscalYear(work, next)
  const roles = await accountsOfRoles(work, year)
  const closing = {
    requestId: id, year, figures, preparedBy: askedById, samePerson: askedById === work.actor.userId ? 'small-unit' as const : null, carriedBefore: await countCarried(work, next),
    accumulatedName: (await getAccount(work, accumulatedOf(roles))).name,
  }
  return closingRun(closing, await findYearNets(work, year), roles)
}

/** The carried opening first, then what was closed last. */
async function undoingOf(work: OfficerWork, request: ClosingRequest): Promise<RunPosting[]> {
  const fault = await undoFault(work, request.fiscalYear)
  if (fault !== undefined) throw new RuleBroken(fault)
  const openings = (await findLiveOpenings(work, fiscalYear(request.fiscalYear + 1))).filter(({ event }) => event.startsWith('opening.carried/'))
  const postings: RunPosting[] = []
  for (const { id, event } of [...openings, ...await findLiveClosings(work, request.fiscalYear)]) {
    postings.push(await reversalOf(work, id, { preparedBy: request.askedById, event, description: descriptions.undone(request.reason) }))
  }
  return postings
}

export interface Undoing {
  readonly preparedBy: string
  /** Of the voucher that is undone. */
  readonly event: string
  readonly description: string
}

/** A carried opening is undone as one: registers, which did not count it, do not count this either. */
export async function reversalOf(work: OfficerWork, voucherId: string, { preparedBy, event, description }: Undoing): Promise<RunPosting> {
  const original = await getVoucher(work, work.actor.organisationId, voucherId)
  const isCarried = original.stage === 'opening'
  return {
    lines: reversed(original.lines), asked: askedFor({ preparedBy, samePerson: preparedBy === work.actor.userId ? 'reversal' : null }, {
      type: 'RX', stage: original.stage, documentDate: original.documentDate, source: isCarried ? original.source : { kind: 'voucher', id: original.id },
      event: isCarried ? `${event}/reversed` : 'voucher.reversed', description, isCarried, total: original.total, reversesId: original.id,
    }),
  }
}

/** What was refused leaves nothing: the transaction ends with it. */
export function mustStand(answers: readonly RunAnswer[]): void {
  for (const answer of answers) {
    if (!('refused' in answer)) continue
    if (answer.refused === 'gone') throw new Conflict(errors.gone)
    if (answer.refused === 'samePerson' || answer.refused === 'earlierOpen' || answer.refused === 'laterClosed') throw new RuleBroken(periodText.errors[answer.refused])
    throw new RuleBroken(refusalText({ ...answer, refused: answer.refused }))
  }
}

async function waitingRequest(work: OfficerWork, id: string): Promise<ClosingRequest> {
  if (await findRequestYear(work, id) === undefined) throw new NotFound(kind)
  const year = await lockRequest(work, id)
  const request = year && await findRequest(work, year)
  if (request?.id !== id) throw new Conflict(errors.gone)
  return request
}
