// A notice from the letter to its end. Locks: the first notice, the second, then the setting up of lines, then control lines by id, last the books.
import { printedNumber, recordChange } from '../../documents/index.ts'
import { accountsOfRoles, balanceOn, postVoucher, type Slot } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound, RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isZero, minus, toNumeric, zero, type Money } from '../../platform/money.ts'
import { saveSubLedgerKey } from '../../registers/index.ts'
import { takeTurn } from '../appropriation/appropriation.repository.ts'
import { appropriate } from '../appropriation/appropriation.service.ts'
import { budgetPosting } from '../budget.posting.ts'
import { budgetText } from '../budget.text.ts'
import { getFundCash } from '../cash/cash.repository.ts'
import { record } from '../control/control.service.ts'
import { type Draft, type StepForm } from '../desk/desk.ts'
import { documentDesk, mustBeInYear, mustBeOpenYear } from '../desk/desk.service.ts'
import { moveDocument } from '../document/document.repository.ts'
import { recordStep, takeNumber } from '../document/document.service.ts'
import { kinds, sourceOf } from '../document/document.ts'
import { findDocumentLines } from '../document-lines/document-lines.repository.ts'
import { givenBy, holdLines, lapseRest, receive, takeBack } from '../fund-cash/fund-cash.service.ts'
import { findFundLines } from '../fund-lines/fund-lines.repository.ts'
import { type CashForm, type CloseForm } from '../fund-lines/fund-lines.schema.ts'
import { findFundRules } from '../fund-lines/fund-lines.service.ts'
import { figuresOf, judgeFund, thawing, unequal, type TypedFundRow } from '../fund-lines/fund-lines.ts'
import { grantText } from '../fund.text.ts'
import { findSecondIds, sumAwaiting } from './grant.repository.ts'
import { noticeOf, type GrantCommand } from './grant.schema.ts'
import { fundOf, grantLifecycle, type Grant, type GrantState } from './grant.ts'

const { errors } = grantText
export const grantDesk = documentDesk<GrantState>('grant', grantLifecycle)

export type NewGrant = GrantCommand & {
  readonly formKey: string
  /** The first notice, whose remainder this one is for. */
  readonly parentId?: string | undefined
}

export async function createGrant(work: OfficerWork, command: NewGrant): Promise<string> {
  return grantDesk.create(work, command.formKey, async () => draftOf(work, command, await parentOf(work, command.parentId)))
}

export async function editGrant(work: OfficerWork, id: string, command: GrantCommand & { readonly version: number }): Promise<void> {
  await grantDesk.edit(work, { id, version: command.version }, async (before) => {
    if (before.state !== 'draft') throw new NotFound('draft of a notice')
    return draftOf(work, command, await parentOf(work, before.parentId ?? undefined))
  })
}

/** The notice stands: only how it is allocated is written anew. */
export async function allotGrant(work: OfficerWork, id: string, form: { readonly version: number; readonly lines: readonly TypedFundRow[] }): Promise<void> {
  await grantDesk.edit(work, { id, version: form.version }, async (before) => {
    if (before.state !== 'notified') throw new NotFound('notice to be allocated')
    const lines = await linesOf(work, form.lines, before)
    const { fiscalYear, documentDate, title, total } = before
    return { head: { fiscalYear, documentDate, title, total }, lines }
  })
}

function numberOf({ number, fiscalYear }: Pick<Grant, 'number' | 'fiscalYear'>): string {
  return number === null ? budgetText.document.noNumber : printedNumber(kinds.grant.series, number, fiscalYear)
}

/** A first notice that is allocated and not at its end. */
async function parentOf(read: OfficerRead, parentId: string | undefined): Promise<Grant | undefined> {
  if (parentId === undefined) return undefined
  const parent = await grantDesk.get(read, read.actor.organisationId, parentId)
  if (parent.parentId !== null || parent.state !== 'allocated') throw new RuleBroken(errors.noParent)
  return parent
}

async function draftOf(work: OfficerWork, command: GrantCommand, parent: Grant | undefined): Promise<Draft> {
  const { documentDate, title, reason, agency, letterNumber, letterDate, total } = command
  const [source, spendBy] = parent ? [parent.sourceCode, noticeOf(parent).spendBy] : [command.source ?? null, command.spendBy ?? documentDate]
  const fiscalYear = fiscalYearOf(documentDate)
  await mustBeOpenYear(work, fiscalYear)
  const faults = {
    ...(compareDates(letterDate, documentDate) > 0 && { letterDate: errors.letterDate }),
    ...(compareDates(spendBy, documentDate) < 0 && { [parent ? 'documentDate' : 'spendBy']: errors.spendBy }),
    ...(parent && parent.fiscalYear !== fiscalYear && { documentDate: errors.otherYear(String(parent.fiscalYear)) }),
    ...(parent && await overFrozen(work, total, { parentId: parent.id, except: undefined })),
  }
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  return {
    head: {
      fiscalYear, documentDate, title, reason, total, variant: source, sourceCode: source, parentId: parent?.id ?? null, legalReference: grantText.law,
      particulars: { agency, letterNumber, letterDate, spendBy },
    },
    lines: await linesOf(work, command.lines, { fiscalYear, total, sourceCode: source }),
  }
}

/** None yet, or all of it. */
async function linesOf(work: OfficerWork, rows: readonly TypedFundRow[], { fiscalYear, total, sourceCode }: Pick<Grant, 'fiscalYear' | 'total' | 'sourceCode'>) {
  const judged = judgeFund(rows, await findFundRules(work, fiscalYear, { source: sourceCode ?? '', needsPlan: false }))
  const faults = { ...(judged.lines.length > 0 && unequal(judged, { total: total ?? zero, rows, say: errors.unequal })), ...judged.faults }
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  return judged.lines
}

/** What contracts left over on the lines of the first notice and no other notice waits for. */
export async function leftToRenew(read: OfficerRead, parentId: string, except?: string): Promise<Money> {
  const { frozen } = figuresOf(await findFundLines(read, read.actor.organisationId, parentId))
  return minus(frozen, await sumAwaiting(read, parentId, except))
}

async function overFrozen(read: OfficerRead, total: Money, { parentId, except }: { readonly parentId: string; readonly except: string | undefined }): Promise<FieldErrors> {
  const left = await leftToRenew(read, parentId, except)
  return compare(total, left) > 0 ? { total: errors.overFrozen(formatMoney(left)) } : {}
}

async function mustBeLeft(work: OfficerWork, { id, parentId, total }: Grant): Promise<void> {
  const faults = parentId === null ? {} : await overFrozen(work, total ?? zero, { parentId, except: id })
  if (faults.total !== undefined) throw new RuleBroken(faults.total)
}

/** From now on the notice has its number, and the books know it as a register of their own. */
export async function notifyGrant(work: OfficerWork, id: string, version: number): Promise<void> {
  const grant = await grantDesk.start(work, id, { version, action: 'notify' })
  await parentOf(work, grant.parentId ?? undefined)
  await mustBeLeft(work, grant)
  const number = await takeNumber(work, grant)
  await moveDocument(work, grant, { state: grant.next, number })
  const { letterNumber, letterDate } = noticeOf(grant)
  await recordStep(work, grant, { action: 'notify', happenedOn: grant.documentDate, letterNumber, letterDate, after: { total: grant.total ?? undefined } })
  if (grant.parentId === null) await saveKey(work, { ...grant, number }, true)
}

async function saveKey(work: OfficerWork, grant: Grant, isOpen: boolean): Promise<void> {
  await saveSubLedgerKey(work, { kind: 'grant', key: numberOf(grant), name: grant.title, registerId: grant.id, isOpen })
}

/** Its lines may be bound from this day; a second notice gives again what contracts left over. */
export async function allocateGrant(work: OfficerWork, id: string, form: StepForm): Promise<void> {
  const grant = await grantDesk.start(work, id, { version: form.version, action: 'allocate' })
  await parentOf(work, grant.parentId ?? undefined)
  await mustBeLeft(work, grant)
  if (grant.lines.length === 0) throw new RuleBroken(errors.nothing)
  await mustBeOpenYear(work, grant.fiscalYear)
  mustBeInYear(grant, form.happenedOn)
  await moveDocument(work, grant, { state: grant.next, approvedBy: work.actor.userId })
  await recordStep(work, grant, { ...form, action: 'allocate' })
  await takeTurn(work)
  const act = { source: sourceOf(grant), event: 'renewed', date: form.happenedOn, description: grant.title }
  const held = grant.parentId === null ? [] : await holdLines(work, grant.parentId, act)
  const { spendBy } = noticeOf(grant)
  await appropriate(work, {
    document: grant, stage: 'approved', mode: 'add', event: 'allocated', date: form.happenedOn,
    lines: givenBy({ ...grant, id: fundOf(grant) }, spendBy),
  })
  if (grant.parentId !== null) await record(work, act, thawing(held, await findDocumentLines(work, grant.organisationId, id), grant.total ?? zero))
}

export async function receiveGrant(work: OfficerWork, id: string, form: CashForm): Promise<void> {
  const grant = await grantDesk.start(work, id, { version: form.version, action: 'cash' })
  if (grant.parentId !== null) throw new RuleBroken(errors.atFirst(numberOf(await grantDesk.get(work, grant.organisationId, grant.parentId))))
  await receive(work, grant, form)
}

/** Recorded by mistake: an entry the other way. */
export async function takeBackGrant(work: OfficerWork, id: string, form: CashForm): Promise<void> {
  await takeBack(work, await grantDesk.start(work, id, { version: form.version, action: 'uncash' }), form)
}

export async function cancelGrant(work: OfficerWork, id: string, version: number): Promise<void> {
  const grant = await grantDesk.start(work, id, { version, action: 'cancel' })
  const { received } = await getFundCash(work, grant.organisationId, id)
  if (compare(received, zero) > 0) throw new RuleBroken(errors.hasCash)
  await moveDocument(work, grant, { state: grant.next })
  await recordChange(work, { ...sourceOf(grant), action: 'cancel' })
  if (grant.number !== null && grant.parentId === null) await saveKey(work, grant, false)
}

/** The rest lapses; second notices end with the first; what came in and was not paid is to be returned. Its key stays open until it is. */
export async function closeGrant(work: OfficerWork, id: string, form: CloseForm): Promise<void> {
  const grant = await grantDesk.start(work, id, { version: form.version, action: 'close' })
  if (grant.parentId !== null) throw new RuleBroken(errors.atFirst(numberOf(await grantDesk.get(work, grant.organisationId, grant.parentId))))
  const seconds: Grant[] = []
  for (const second of await findSecondIds(work, grant.organisationId, id)) seconds.push(await grantDesk.get(work, grant.organisationId, second))
  const open = seconds.find(({ state }) => state !== 'allocated')
  if (open) throw new RuleBroken(errors.openSecond(numberOf(open)))
  const lapsed = await lapseRest(work, grant, form.happenedOn)
  for (const second of seconds) {
    await moveDocument(work, second, { state: grant.next })
    await recordChange(work, { ...sourceOf(second), action: 'close' })
  }
  const { received, paid } = await getFundCash(work, grant.organisationId, id)
  const returned = minus(received, paid)
  const left = await leftInBooks(work, grant, { returned, until: form.happenedOn })
  await moveDocument(work, grant, {
    state: grant.next, ...(grant.state === 'notified' && { approvedBy: work.actor.userId }),
    particulars: { ...noticeOf(grant), returned: toNumeric(returned), booked: toNumeric(left.amount) },
  })
  await recordStep(work, grant, { ...form, action: 'close', after: { lapsed, returned } })
  if (isZero(left.amount)) return
  await postVoucher(work, {
    rules: budgetPosting, event: 'grant.closed', type: 'JV', documentDate: form.happenedOn, source: sourceOf(grant), preparedBy: grant.authorId,
    description: grantText.returning(numberOf(grant)), facts: { slots: { grant: left.slot }, amounts: { left: left.amount } },
  })
}

/** No more than the books hold of this notice, which may have been told of less than the office. */
async function leftInBooks(work: OfficerWork, grant: Grant, { returned, until }: { readonly returned: Money; readonly until: CalendarDate }): Promise<{ readonly slot: Slot; readonly amount: Money }> {
  const accountCode = (await accountsOfRoles(work, fiscalYearOf(until)))['grant-advance'] ?? ''
  const slot = { accountCode, subKey: numberOf(grant) }
  const booked = await balanceOn(work, { organisationId: grant.organisationId, accountCode, subKey: slot.subKey, until })
  const amount = compare(booked, returned) < 0 ? booked : returned
  return { slot, amount: compare(amount, zero) < 0 ? zero : amount }
}
