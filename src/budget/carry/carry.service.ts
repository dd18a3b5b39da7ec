// กันเงิน from the list of what is unspent to lines of the next year. Locks: the document, the control lines by id, the turn of the office.
import { recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, compareDates, fiscalYear, fiscalYearPeriod, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, isNegative, isZero, negate, sum, toNumeric, zero, type Money } from '../../platform/money.ts'
import { appropriate } from '../appropriation/appropriation.service.ts'
import { type NewLine } from '../appropriation/appropriation.ts'
import { approverOf, type Approval } from '../approver/approver.ts'
import { judgeCarry, type KnownOfCarry, type TypedCarry } from '../carry-lines/carry-lines.ts'
import { lockLines } from '../control/control.repository.ts'
import { record } from '../control/control.service.ts'
import { restOf, type Act, type Entry, type Held, type Source } from '../control/control.ts'
import { type ApproveForm, type Draft } from '../desk/desk.ts'
import { documentDesk } from '../desk/desk.service.ts'
import { moveDocument } from '../document/document.repository.ts'
import { recordStep } from '../document/document.service.ts'
import { sourceOf, type DocumentLine } from '../document/document.ts'
import { findApproverRules, findSources, getSettings } from '../settings/settings.repository.ts'
import { yearEndText } from '../year-end.text.ts'
import { findUnspent } from '../unspent/unspent.repository.ts'
import { isOf } from '../unspent/unspent.ts'
import { closeEmptyCarries, findSuccessors, keepUnspent } from './carry.repository.ts'
import { type CarryCommand } from './carry.schema.ts'
import { carryLifecycle, carryVariantOf, mayCarryFrom, type Carry, type CarryState } from './carry.ts'

const { errors } = yearEndText
export const carryDesk = documentDesk<CarryState>('carry', carryLifecycle)

export interface AskedKnown extends Pick<TypedCarry, 'fiscalYear'> {
  readonly except: string | null
}

/** What may be carried of the year. */
export async function findKnownOfCarry(read: OfficerRead, { fiscalYear: year, except }: AskedKnown): Promise<KnownOfCarry> {
  const settings = await getSettings(read, { fiscalYear: year, laoKind: null })
  const candidates = await findUnspent(read, {
    organisationId: read.actor.organisationId, fiscalYear: year, capitalType: settings.text('capital-type'), waiting: { except },
  })
  return { candidates, years: settings.number('carry-years') }
}

export async function createCarry(work: OfficerWork, command: CarryCommand & { readonly formKey: string }): Promise<string> {
  if (!mayCarryFrom(command.fiscalYear, work.today)) throw new RuleBroken({ year: errors.form })
  return carryDesk.create(work, command.formKey, () => draftOf(work, command, null))
}

export async function editCarry(work: OfficerWork, id: string, command: CarryCommand & { readonly version: number }): Promise<void> {
  await carryDesk.edit(work, { id, version: command.version }, (before) => (
    draftOf(work, { ...command, fiscalYear: before.fiscalYear, variant: carryVariantOf(before.variant) }, id)))
}

async function draftOf(work: OfficerWork, command: CarryCommand, except: string | null): Promise<Draft> {
  const { documentDate, title, reason, variant, fiscalYear: year } = command
  const judged = judgeCarry(command, await findKnownOfCarry(work, { fiscalYear: year, except }))
  if (Object.keys(judged.faults).length > 0) throw new RuleBroken(judged.faults)
  const { approver, reference } = await findApproval(work, command)
  return {
    head: { documentDate, title, reason, variant, fiscalYear: year, total: judged.total, approver, legalReference: reference }, lines: judged.lines,
  }
}

export async function findApproval(read: OfficerRead, { variant, fiscalYear: year }: Pick<TypedCarry, 'variant' | 'fiscalYear'>): Promise<Approval> {
  return approverOf(await findApproverRules(read, 'carry', year), { act: 'carry', variant, changes: false }, [])
}

/** Looked at once more before it is laid before anybody. */
export async function submitCarry(work: OfficerWork, id: string, version: number): Promise<void> {
  await carryDesk.submit(work, { id, version }, async (carry) => {
    await keepUnspent(work, id, await unspentOf(work, carry))
    const { approver, reference } = await findApproval(work, { fiscalYear: carry.fiscalYear, variant: carryVariantOf(carry.variant) })
    return { approver, legalReference: reference }
  })
}

/** By number of the document's line, as numeric text; refused where less is left than was asked for. */
async function unspentOf(work: OfficerWork, carry: Carry): Promise<Map<number, string>> {
  const { candidates } = await findKnownOfCarry(work, { fiscalYear: carry.fiscalYear, except: carry.id })
  return new Map(carry.lines.map((line) => {
    const candidate = candidates.find((each) => isOf(line, each))
    if (!candidate) throw new RuleBroken({ '': errors.lineGone(line.control?.title ?? '') })
    if (compare(line.amount, candidate.amount) > 0) throw new RuleBroken({ '': errors.lineShort(candidate.line.title) })
    return [line.line, toNumeric(candidate.amount)]
  }))
}

export async function approveCarry(work: OfficerWork, id: string, form: ApproveForm): Promise<void> {
  await carryDesk.approve(work, { id, form }, async () => undefined)
}

/** The new year has begun: what is still unspent of each approved amount leaves the old line on 30 September and stands on a new one on 1 October. */
export async function carryMoney(work: OfficerWork, id: string, version: number): Promise<void> {
  const carry = await carryDesk.start(work, id, { version, action: 'carry' })
  const { until: first } = fiscalYearPeriod(carry.fiscalYear)
  if (compareDates(work.today, first) < 0) throw new RuleBroken({ '': errors.notYet(formatThaiDate(first)) })
  const out = actOf(carry, 'carried-out', addDays(first, -1))
  const items = itemsOf(carry, await lockLines(work, { act: out, lineIds: idsOf(carry), holders: carry.lines.flatMap(({ holder }) => (holder ? [holder] : [])) }))
  if (items.length === 0) throw new RuleBroken({ '': errors.nothingLeft })
  await record(work, out, items.flatMap(outOf))
  await setUp(work, carry, { items, first })
  const total = sum(items.map(({ amount }) => amount))
  await moveDocument(work, carry, { state: carry.next, total })
  await recordStep(work, carry, { action: 'carry', happenedOn: work.today, after: { total } })
}

function actOf(carry: Carry, event: string, date: CalendarDate): Act {
  return { source: sourceOf(carry), event, date, description: carry.title }
}

function idsOf(carry: Carry): string[] {
  return carry.lines.flatMap(({ lineId }) => (lineId === null ? [] : [lineId]))
}

interface Item {
  readonly line: DocumentLine & { readonly lineId: string }
  readonly stage: 'reserved' | 'committed'
  readonly holder: Source | null
  readonly amount: Money
}

/** Never more than is left, though more was approved: what was claimed since is claimed. */
function itemsOf(carry: Carry, held: Held): Item[] {
  return carry.lines.flatMap((line): Item[] => {
    const { lineId, holder } = line
    if (lineId === null) return []
    const stage = holder && !isZero(restOf(held, { lineId, stage: 'reserved', holder })) ? 'reserved' : 'committed'
    const rest = holder ? restOf(held, { lineId, stage, holder }) : held.lines.get(lineId)?.balance.available ?? zero
    const amount = compare(line.amount, rest) > 0 ? rest : line.amount
    return isZero(amount) || isNegative(amount) ? [] : [{ line: { ...line, lineId }, stage, holder, amount }]
  })
}

function outOf({ line: { lineId }, stage, holder, amount }: Item): Entry[] {
  return [...(holder ? [{ lineId, stage, amount: negate(amount), holder }] : []), { lineId, stage: 'carried', amount }]
}

/** Requisitions and contracts go on, on the new lines. */
async function setUp(work: OfficerWork, carry: Carry, { items, first }: { readonly items: readonly Item[]; readonly first: CalendarDate }): Promise<void> {
  const carriedAs = new Map((await findSources(work, { fiscalYear: carry.fiscalYear })).map(({ code, carriedAs: as }) => [code, as]))
  const lines = [...new Set(items.map(({ line }) => line.lineId))].map((lineId) => newLine(items.filter(({ line }) => line.lineId === lineId), { carriedAs, first }))
  await appropriate(work, {
    document: { ...carry, fiscalYear: fiscalYear(carry.fiscalYear + 1) }, stage: 'approved', mode: 'add', lines, event: 'carried-in', date: first,
  })
  const successors = await findSuccessors(work, carry)
  const holds = items.flatMap(({ line, stage, holder, amount }): Entry[] => (holder ? [{ lineId: successors.get(line.lineId) ?? '', stage, holder, amount }] : []))
  if (holds.length > 0) await record(work, actOf(carry, 'holds-carried-in', first), holds)
}

function newLine(items: readonly Item[], { carriedAs, first }: { readonly carriedAs: ReadonlyMap<string, string | null>; readonly first: CalendarDate }): NewLine {
  const [{ line } = { line: undefined }] = items
  const control = line?.control
  const sourceCode = carriedAs.get(control?.sourceCode ?? '')
  if (!control || !sourceCode) throw new Error('a line that cannot be carried')
  const { departmentId, taskCode, economicCode, title, explanation, location, enterpriseId, fundDocumentId } = control
  return {
    sourceCode, departmentId, taskCode, economicCode, title, explanation, location, enterpriseId, fundDocumentId, carriedFrom: control.id,
    usableFrom: first, usableUntil: line.untilDate ?? undefined, amount: sum(items.map(({ amount }) => amount)),
  }
}

/** With the last of its money a carry-forward is closed. */
export async function closeEmptied(work: OfficerWork): Promise<void> {
  for (const id of await closeEmptyCarries(work)) await recordChange(work, { ...carryDesk.keyOf(id), action: 'close' })
}
