// The money of a notice or loan comes in, and its end. Locks: the document (held already), then its control lines by id.
import { printedNumber, recordChange } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isZero, minus, negate, plus, sum, zero, type Money } from '../../platform/money.ts'
import { type NewLine } from '../appropriation/appropriation.ts'
import { closeEmptied } from '../carry/carry.service.ts'
import { getFundCash, recordFundCash } from '../cash/cash.repository.ts'
import { lockLines } from '../control/control.repository.ts'
import { record } from '../control/control.service.ts'
import { type Act, type HeldLine } from '../control/control.ts'
import { type DeskDocument, type DocumentDesk, type Started } from '../desk/desk.ts'
import { moveDocument } from '../document/document.repository.ts'
import { recordStep } from '../document/document.service.ts'
import { kinds, sourceOf, type BudgetDocument } from '../document/document.ts'
import { findFundLines } from '../fund-lines/fund-lines.repository.ts'
import { type CashForm, type CloseForm } from '../fund-lines/fund-lines.schema.ts'
import { boundRefusal, lapsing } from '../fund-lines/fund-lines.ts'
import { fundText } from '../fund.text.ts'
import { findWaiting } from './fund-cash.repository.ts'

const { errors } = fundText

/** Once for each version of the document; in whole never more than it says. */
export async function receive<S extends string>(work: OfficerWork, document: Started<S>, { happenedOn, amount, reference }: CashForm): Promise<void> {
  if (compareDates(happenedOn, work.today) > 0) throw new RuleBroken({ happenedOn: errors.future })
  const { received } = await getFundCash(work, document.organisationId, document.id)
  const [all, most] = [plus(received, amount), document.total ?? zero]
  if (compare(all, most) > 0) throw new RuleBroken({ amount: errors.overReceived(formatMoney(all), formatMoney(most)) })
  await recordCash(work, document, { action: 'cash', happenedOn, amount, reference })
}

/** What was recorded by mistake goes by an entry the other way; what was paid from it stays covered. The lines are held, so that nobody pays meanwhile. */
export async function takeBack<S extends string>(work: OfficerWork, document: Started<S>, { happenedOn, amount, reference }: CashForm): Promise<void> {
  if (compareDates(happenedOn, work.today) > 0) throw new RuleBroken({ happenedOn: errors.future })
  await holdLines(work, document.id, { source: sourceOf(document), event: `uncash-${document.version}`, date: happenedOn, description: document.title })
  const { received, paid } = await getFundCash(work, document.organisationId, document.id)
  const unpaid = minus(received, paid)
  if (compare(amount, unpaid) > 0) throw new RuleBroken({ amount: errors.overTaken(formatMoney(unpaid)) })
  await recordCash(work, document, { action: 'uncash', happenedOn, amount: negate(amount), reference })
}

interface Recorded extends Pick<CashForm, 'happenedOn' | 'amount' | 'reference'> {
  readonly action: 'cash' | 'uncash'
}

async function recordCash<S extends string>(work: OfficerWork, document: Started<S>, { action, happenedOn, amount, reference }: Recorded): Promise<void> {
  const source = { kind: sourceOf(document).kind, id: String(document.version) }
  await recordFundCash(work, { documentId: document.id, date: happenedOn, amount, source, reference })
  await moveDocument(work, document, { state: document.next })
  await recordChange(work, { ...sourceOf(document), action, after: { happenedOn, amount, reference } })
}

/** All lines of the fund, held until commit, as they stand. */
export async function holdLines(work: OfficerWork, fundId: string, act: Act): Promise<HeldLine[]> {
  const lines = await findFundLines(work, work.actor.organisationId, fundId)
  const held = await lockLines(work, { act, lineIds: lines.map(({ id }) => id), holders: [] })
  return [...held.lines.values()]
}

/** What was not used ends, and carry-forwards that had nothing else with it; while something is under way, it does not. */
export async function lapseRest(work: OfficerWork, document: BudgetDocument, date: CalendarDate): Promise<Money> {
  const act = { source: sourceOf(document), event: 'closed', date, description: document.title }
  const lines = await holdLines(work, document.id, act)
  const refusal = boundRefusal(lines)
  if (refusal !== undefined) throw new RuleBroken(refusal)
  const waiting = await findWaiting(work, document.organisationId, document.id)
  if (waiting.length > 0) throw new RuleBroken(errors.waiting(waiting.map(({ kind, number, fiscalYear }) => printedNumber(kinds[kind].series, number ?? 0, fiscalYear)).join(' ')))
  const entries = lapsing(lines)
  if (entries.length > 0) await record(work, act, entries)
  await closeEmptied(work)
  return sum(entries.filter(({ stage, amount }) => stage === 'lapsed' && !isZero(amount)).map(({ amount }) => amount))
}

/** The lines of a document as they are set up, living on it alone. */
export function givenBy({ id, lines }: DeskDocument, until?: CalendarDate): NewLine[] {
  return lines.flatMap(({ key, line, amount, explanation }) => (
    key ? [{ ...key, amount, explanation, documentLine: line, fundDocumentId: id, usableUntil: until }] : []))
}

/** The last step of an approval or a loan: its rest lapses. */
export function closing<S extends string>(desk: DocumentDesk<S>): (work: OfficerWork, id: string, form: CloseForm) => Promise<void> {
  return async (work, id, form) => {
    const document = await desk.start(work, id, { version: form.version, action: 'close' })
    const lapsed = await lapseRest(work, document, form.happenedOn)
    await moveDocument(work, document, { state: document.next })
    await recordStep(work, document, { ...form, action: 'close', after: { lapsed } })
  }
}
