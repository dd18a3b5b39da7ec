// A request from draft to the money set aside for it, and back (§1.2, §1.6). Locks: the request, then its budget lines, then the counter.
import { findBudgetLines, findHoldsOf, getLine, release, reserve } from '../../budget/index.ts'
import { attachmentSteps, nextNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, plus, sum } from '../../platform/money.ts'
import { type LineShare } from '../contract-terms/contract-terms.ts'
import { getProcurementRules } from '../procurement-rules/procurement-rules.repository.ts'
import { requestText } from '../purchase-request.text.ts'
import { judgeRows, type RequestKnown, type TypedRows } from '../purchase-request-rows/purchase-request-rows.ts'
import { findNeighbours, getRequest, insertRequest, moveRequest, requestRows, updateRequest } from './purchase-request.repository.ts'
import {
  inspectsOwnApproval, requestLifecycle, requestNumber, requestPapers, requestSource, type PresentLine, type PurchaseRequest, type RequestCommand, type RequestFields,
} from './purchase-request.ts'

const startStep = stepStarter({ rows: requestRows, get: getRequest, lifecycle: requestLifecycle, signsAlone })
const { errors } = requestText
const most = 20_000

export interface RequestForm extends RequestFields {
  readonly rows: TypedRows
}

/** What a request of this day may speak of. */
export async function findRequestKnown(read: OfficerRead, on: CalendarDate): Promise<RequestKnown> {
  const filter = { organisationId: read.actor.organisationId, fiscalYear: fiscalYearOf(on), usableOn: on }
  return { lines: await findBudgetLines(read, filter, most), rules: await getProcurementRules(read, on) }
}

/** The id of the draft; the same form sent twice gives the same one. */
export async function createRequest(work: OfficerWork, { formKey, ...form }: RequestForm & { readonly formKey: string }): Promise<string> {
  const earlier = await requestRows.findMade(work, formKey)
  if (earlier !== undefined) return earlier
  const command = await mustBeSound(work, form)
  const id = await insertRequest(work, command, formKey)
  await recordChange(work, { kind: requestSource, id, action: 'create', after: { title: command.title, total: command.total } })
  return id
}

export async function editRequest(work: OfficerWork, id: string, { version, ...form }: RequestForm & { readonly version: number }): Promise<void> {
  const request = await startStep(work, id, { action: 'edit', version })
  const command = await mustBeSound(work, form)
  if (request.number !== null && fiscalYearOf(command.documentDate) !== request.fiscalYear) throw new RuleBroken({ documentDate: errors.otherYear(String(request.fiscalYear)) })
  await updateRequest(work, request, command)
  const told = ({ title, total }: Pick<RequestCommand, 'title' | 'total'>) => ({ title, total })
  await recordChange(work, { kind: requestSource, id, action: 'edit', before: told(request), after: told(command) })
}

/** Every fault of head and rows at once. */
async function mustBeSound(work: OfficerWork, { rows, ...head }: RequestForm): Promise<RequestCommand> {
  const known = await findRequestKnown(work, head.documentDate)
  const { faults, ...sound } = judgeRows(rows, head, known)
  const isFuture = compareDates(head.documentDate, work.today) > 0
  const all = {
    ...(isFuture && { documentDate: errors.future }), ...(!known.rules.methods.some(({ code }) => code === head.methodCode) && { methodCode: errors.strangeMethod }), ...faults,
  }
  if (Object.keys(all).length > 0) throw new RuleBroken(all)
  return { ...head, ...sound }
}

/** Takes its number; a request that was returned keeps it. */
export async function submitRequest(work: OfficerWork, id: string, version: number): Promise<void> {
  const request = await startStep(work, id, { action: 'submit', version })
  const number = request.number ?? await nextNumber(work, 'REQ', request.fiscalYear)
  await moveRequest(work, request, { state: request.next, number, returnReason: null })
  await recordChange(work, { kind: requestSource, id, action: 'submit', after: { total: request.total } })
}

/** Sets the money aside on the day of the request, so that no money counts that came later (scenario 17): what is no longer available is refused here, whatever the form saw (E_BUDGET). */
export async function approveRequest(work: OfficerWork, id: string, version: number): Promise<void> {
  const request = await startStep(work, id, { action: 'approve', version })
  if (inspectsOwnApproval(request.inspectors, work.actor.name)) throw new RuleBroken(errors.approverInspects)
  const act = { source: { kind: requestSource, id }, event: 'approved', date: request.documentDate, description: requestText.reserved(requestNumber(request)) }
  await reserve(work, act, request.lines.map(({ lineId, amount }) => ({ lineId, amount })))
  await moveRequest(work, request, { state: request.next, isApproved: true })
  await recordChange(work, { kind: requestSource, id, action: 'approve', after: { total: request.total }, isAlone: request.isAlone })
}

export async function returnRequest(work: OfficerWork, id: string, { version, reason }: { version: number; reason: string }): Promise<void> {
  const request = await startStep(work, id, { action: 'return', version })
  await moveRequest(work, request, { state: request.next, returnReason: reason })
  await recordChange(work, { kind: requestSource, id, action: 'return', reason })
}

export async function cancelRequest(work: OfficerWork, id: string, version: number): Promise<void> {
  const request = await startStep(work, id, { action: 'cancel', version })
  await moveRequest(work, request, { state: request.next })
  await recordChange(work, { kind: requestSource, id, action: 'cancel' })
}

/** Nothing is bought: the money is free again. */
export async function revokeRequest(work: OfficerWork, id: string, { version, reason }: { version: number; reason: string }): Promise<void> {
  const request = await startStep(work, id, { action: 'revoke', version })
  const source = { kind: requestSource, id }
  await release(work, { source, of: source, stage: 'reserved', event: 'revoked', date: work.today, description: requestText.released(requestNumber(request)) }, 'all')
  await moveRequest(work, request, { state: request.next })
  await recordChange(work, { kind: requestSource, id, action: 'revoke', reason })
}

/** A contract is signed upon it: whoever signs holds the right. The budget moves with the contract. */
export async function contractRequest(work: OfficerWork, id: string): Promise<PurchaseRequest> {
  await requestRows.lock(work, id)
  const request = await getRequest(work, work.actor.organisationId, id)
  await moveRequest(work, request, { state: requestLifecycle.step(work.actor, request, 'contract') })
  await recordChange(work, { kind: requestSource, id, action: 'contract' })
  return request
}

/** The contract was recorded in error: what it gave back is set aside anew for another one, where the budget has it now. */
export async function uncontractRequest(work: OfficerWork, contract: { readonly id: string; readonly requestId: string; readonly lines: readonly LineShare[] }): Promise<void> {
  const id = contract.requestId
  await requestRows.lock(work, id)
  const request = await getRequest(work, work.actor.organisationId, id)
  const act = { source: { kind: requestSource, id }, event: `uncontracted/${contract.id}`, date: work.today, description: requestText.reserved(requestNumber(request)) }
  const isMoved = contract.lines.some(({ lineId }) => !request.lines.some((line) => line.lineId === lineId))
  await reserve(work, act, (isMoved ? contract : request).lines.map(({ lineId, amount }) => ({ lineId, amount })))
  await moveRequest(work, request, { state: requestLifecycle.step(work.actor, request, 'uncontract') })
  await recordChange(work, { kind: requestSource, id, action: 'uncontract' })
}

export const { attach: attachToRequest, detach: detachFromRequest } = attachmentSteps({ kind: requestSource, rows: requestRows, get: getRequest, papers: requestPapers })

/** ห้ามแบ่งซื้อแบ่งจ้าง: a warning to whoever approves, never a refusal. */
export async function findSplit(read: OfficerRead, request: PurchaseRequest): Promise<string | undefined> {
  const rules = await getProcurementRules(read, request.documentDate)
  const limit = rules.methods.find(({ code }) => code === request.methodCode)?.valueLimit ?? null
  if (limit === null) return undefined
  const others = await findNeighbours(read, request, rules.number('split-days'))
  const total = plus(request.total, sum(others.map((other) => other.total)))
  if (others.length === 0 || compare(total, limit) <= 0) return undefined
  return requestText.split({ others: others.map(requestNumber).join(', '), total: formatMoney(total), limit: formatMoney(limit) })
}

/** Of an approved one whose money the budget carried to other lines, or whose line an ordinance took over: where it is set aside now (§1.11). Nothing while it stands where it was asked for. */
export async function findPresentLines(read: OfficerRead, { organisationId, id, state, lines }: PurchaseRequest): Promise<PresentLine[]> {
  if (state !== 'approved' || organisationId !== read.actor.organisationId) return []
  const holds = await findHoldsOf(read, { kind: requestSource, id }, 'reserved')
  if (holds.every(({ lineId }) => lines.some((line) => line.lineId === lineId))) return []
  const present: PresentLine[] = []
  for (const { lineId, amount } of holds) present.push({ ...await getLine(read, organisationId, lineId), amount })
  return present
}
