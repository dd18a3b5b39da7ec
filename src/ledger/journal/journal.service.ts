// A journal from draft to the books and back out again (expenditure-accounting-assets §3.2, §6).
// Locks: the journal's row, then the book by way of the gate.
import { asSigned, addAttachments, findAttachments, mustBeCurrent, printedNumber, recordChange, removeAttachment, type TrailValues } from '../../documents/index.ts'
import { saveUnitKey } from '../../registers/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalMonthOf, fiscalYearOf, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { Conflict, RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { judge } from '../journal-lines/journal-lines.service.ts'
import { balanceFault, sumsOf, type JournalLine, type TypedLine, type Unit } from '../journal-lines/journal-lines.ts'
import { findLiveOpenings } from '../closing/closing.repository.ts'
import { journalText } from '../journal.text.ts'
import { findAuditUntil, signsAlone } from '../period/period.repository.ts'
import { followAudit, unfollowAudit } from '../post-audit/post-audit.service.ts'
import { postLines, reverseVoucher } from '../posting/posting.service.ts'
import { findOpenings, findPeriodStates, findSummedDay, getJournal, insertJournal, isConfirmed, journalRows, moveJournal, updateJournal } from './journal.repository.ts'
import {
  dayFault, mayDo, mendsDays, periodFault, typeFault, type Journal, type JournalBook, type JournalCommand, type JournalPlace, type JournalState, type JournalStep,
} from './journal.ts'

const { errors } = journalText

export interface JournalForm extends JournalCommand {
  readonly rows: readonly TypedLine[]
  /** Handed to the approver at once. */
  readonly isSubmitted: boolean
}

/** The id of the draft; the same form sent twice gives the same one. */
export async function createJournal(work: OfficerWork, book: JournalBook, form: JournalForm & { formKey: string }): Promise<string> {
  const earlier = await journalRows.findMade(work, form.formKey)
  if (earlier !== undefined) return earlier
  if (form.type === 'OB') await mustBeOnlyOpening(work, form)
  const sound = await mustBeSound(work, book, form)
  const id = await insertJournal(work, { ...form, lines: sound.lines })
  for (const unit of sound.units) await saveUnitKey(work, unit)
  await recordChange(work, { kind: book.kind, id, action: 'create', after: factsOf(form, sound.lines) })
  if (form.isSubmitted) await submitJournal(work, { book, id }, 1)
  return id
}

export async function editJournal(work: OfficerWork, place: JournalPlace, form: JournalForm & { version: number }): Promise<void> {
  const journal = await start(work, place, { action: 'edit', version: form.version })
  const sound = await mustBeSound(work, place.book, form)
  await updateJournal(work, journal, { ...form, lines: sound.lines })
  for (const unit of sound.units) await saveUnitKey(work, unit)
  const before = factsOf(journal, journal.lines)
  await recordChange(work, { kind: place.book.kind, id: place.id, action: 'edit', before, after: factsOf(form, sound.lines) })
  if (form.isSubmitted) await submitJournal(work, place, form.version + 1)
}

function factsOf({ documentDate, description }: JournalCommand, lines: readonly JournalLine[]): TrailValues {
  return { date: documentDate, description, total: sumsOf(lines).debit, lines: lines.length }
}

interface Sound {
  readonly lines: readonly JournalLine[]
  /** Units that lines name: they enter the register of counterparties. */
  readonly units: readonly Unit[]
}

/** Every fault of head and lines at once, each at its cell. */
async function mustBeSound(work: OfficerWork, book: JournalBook, form: JournalForm): Promise<Sound> {
  const { lines, faults, known } = await judge(work, { rows: form.rows, fiscalYear: fiscalYearOf(form.documentDate), isOpening: form.type === 'OB' })
  const unbalanced = form.isSubmitted && Object.keys(faults).length === 0 ? balanceFault(lines) : undefined
  const summed = form.isSubmitted ? await summedFault(work, { ...form, lines }) : undefined
  const none: FieldErrors = lines.length === 0 && Object.keys(faults).length === 0 ? { 'lines.0.account': errors.twoLines } : {}
  const refused = { ...typeFault(form.type, book), ...await headFaults(work, form), ...faults, ...(unbalanced !== undefined && { '': unbalanced }), ...(summed !== undefined && { dayReason: summed }), ...none }
  if (Object.keys(refused).length > 0) throw new RuleBroken(refused)
  const named = new Set(lines.map((line) => line.counterpartyId))
  return { lines, units: known.units.filter((unit) => named.has(unit.id)) }
}

async function headFaults(read: OfficerRead, command: Pick<JournalCommand, 'type' | 'documentDate'>): Promise<FieldErrors> {
  const fault = dayFault(command, read.today) ?? await closedFault(read, command)
  return fault === undefined ? {} : { documentDate: fault }
}

async function closedFault(read: OfficerRead, { type, documentDate }: Pick<JournalCommand, 'type' | 'documentDate'>): Promise<string | undefined> {
  const year = fiscalYearOf(documentDate)
  const fault = periodFault(type, fiscalMonthOf(documentDate), await findPeriodStates(read, year))
  if (fault !== undefined || type !== 'PA') return fault
  const until = await findAuditUntil(read, year)
  return until === undefined || compareDates(until, read.today) < 0 ? errors.auditLate : undefined
}

/** §4.1: a wrong total is mended where it was received; what is written beside the day's summary says why, and the head of finance reads it. */
async function summedFault(read: OfficerRead, journal: JournalCommand & { readonly lines: readonly JournalLine[] }): Promise<string | undefined> {
  if (!mendsDays(journal) || journal.dayReason) return undefined
  const voucher = await findSummedDay(read, journal)
  return voucher === undefined ? undefined : errors.summedDay(formatThaiDate(journal.documentDate), printedNumber(voucher.type, voucher.number, voucher.fiscalYear))
}

async function mustBeOnlyOpening(work: OfficerWork, { documentDate }: JournalCommand): Promise<void> {
  const openings = await findOpenings(work, fiscalYearOf(documentDate))
  const carried = await findLiveOpenings(work, fiscalYearOf(documentDate))
  if (carried.length > 0 || openings.some(({ state }) => state !== 'reversed')) throw new RuleBroken({ documentDate: errors.alreadyOpen })
}

export async function submitJournal(work: OfficerWork, place: JournalPlace, version: number): Promise<void> {
  const journal = await start(work, place, { action: 'submit', version })
  await mustBeReady(work, place, journal)
  await moveJournal(work, journal, { state: journal.next, submitted: true, returnReason: null })
  await recordChange(work, { kind: place.book.kind, id: place.id, action: 'submit', after: { total: journal.total, dayReason: journal.dayReason || undefined } })
}

/** Looked at again when it is approved: a month may have been closed meanwhile. */
async function mustBeReady(work: OfficerWork, { book, id }: JournalPlace, journal: Journal): Promise<void> {
  const head = await headFaults(work, journal)
  const fault = head.documentDate ?? balanceFault(journal.lines) ?? await summedFault(work, journal)
  if (fault !== undefined) throw new RuleBroken(fault)
  if (journal.type !== 'PA') return
  const letters = await findAttachments(work, journal.organisationId, { kind: book.kind, id })
  if (letters.length === 0) throw new RuleBroken(errors.auditLetter)
}

export async function withdrawJournal(work: OfficerWork, place: JournalPlace, version: number): Promise<void> {
  const journal = await start(work, place, { action: 'withdraw', version })
  await moveJournal(work, journal, { state: journal.next, submitted: false })
  await recordChange(work, { kind: place.book.kind, id: place.id, action: 'withdraw' })
}

export async function cancelJournal(work: OfficerWork, place: JournalPlace, version: number): Promise<void> {
  const journal = await start(work, place, { action: 'cancel', version })
  await moveJournal(work, journal, { state: journal.next })
  await recordChange(work, { kind: place.book.kind, id: place.id, action: 'cancel', before: { total: journal.total } })
}

export async function returnJournal(work: OfficerWork, place: JournalPlace, form: { version: number; reason: string }): Promise<void> {
  const journal = await start(work, place, { action: 'return', version: form.version })
  await moveJournal(work, journal, { state: journal.next, submitted: false, returnReason: form.reason })
  await recordChange(work, { kind: place.book.kind, id: place.id, action: 'return', reason: form.reason })
}

/** The head of finance's word is the posting; the number is that of the voucher. */
export async function approveJournal(work: OfficerWork, place: JournalPlace, version: number): Promise<void> {
  const journal = await start(work, place, { action: 'approve', version })
  await mustBeReady(work, place, journal)
  const isAlone = journal.authorId === work.actor.userId
  const lines = journal.lines.map(({ accountCode, side, amount, subKey, counterpartyId, memo }) => (
    { accountCode, side, amount, memo, subKey: subKey ?? undefined, counterpartyId: counterpartyId ?? undefined }))
  const posted = await postLines(work, {
    lines, ...await sourceOf(work, journal, place), type: journal.type, documentDate: journal.documentDate, description: descriptionOf(journal), preparedBy: journal.authorId,
    ...(isAlone && { samePerson: 'small-unit' as const }),
  })
  await moveJournal(work, journal, { state: journal.next, posted: { voucherId: posted.id } })
  if (journal.type === 'PA') await followAudit(work, { posted, lines, documentDate: journal.documentDate, preparedBy: journal.authorId })
  await recordChange(work, { kind: place.book.kind, id: place.id, action: 'approve', after: { number: posted.number, total: journal.total } })
}

/** An opening belongs to its year, once: after a reversal the next one is another event. */
async function sourceOf(work: OfficerWork, journal: Journal, { book, id }: JournalPlace): Promise<{ source: { kind: string; id: string }; event: string }> {
  if (journal.type !== 'OB') return { source: { kind: book.kind, id }, event: 'journal.posted' }
  const openings = await findOpenings(work, journal.fiscalYear)
  const reversed = openings.filter(({ state }) => state === 'reversed').length
  return { source: { kind: 'opening', id: String(journal.fiscalYear) }, event: `opening.posted/${reversed + 1}` }
}

function descriptionOf({ description, reference }: Journal): string {
  return reference === '' ? description : `${description} (${journalText.columns.reference} ${reference})`
}

export interface ReverseForm {
  readonly version: number
  readonly reason: string
  readonly documentDate: CalendarDate
}

export async function reverseJournal(work: OfficerWork, place: JournalPlace, { version, reason, documentDate }: ReverseForm): Promise<void> {
  const journal = await start(work, place, { action: 'reverse', version })
  if (journal.voucherId === null) throw new Conflict('a posted journal without voucher')
  await mustBeReversible(work, journal)
  const posted = await reverseVoucher(work, journal.voucherId, { reason, documentDate })
  if (journal.type === 'PA') await unfollowAudit(work, journal.voucherId, { reason, documentDate })
  await moveJournal(work, journal, { state: journal.next })
  await recordChange(work, { kind: place.book.kind, id: place.id, action: 'reverse', reason, after: { number: posted.number } })
}

/** Once ข้อมูลถูกต้องครบถ้วน is signed, the opening stands (§3.5). */
async function mustBeReversible(work: OfficerWork, journal: Journal): Promise<void> {
  if (journal.type !== 'OB') return
  if (await isConfirmed(work, journal)) throw new RuleBroken(errors.confirmedOpening)
}

export async function attachToJournal(work: OfficerWork, place: JournalPlace, files: readonly UploadedFile[]): Promise<void> {
  await mustBeOwnDraft(work, place)
  await addAttachments(work, { kind: place.book.kind, id: place.id }, files)
}

export async function detachFromJournal(work: OfficerWork, place: JournalPlace, attachmentId: string): Promise<void> {
  await mustBeOwnDraft(work, place)
  await removeAttachment(work, { kind: place.book.kind, id: place.id }, attachmentId)
}

async function mustBeOwnDraft(work: OfficerWork, { book, id }: JournalPlace): Promise<void> {
  await journalRows.lock(work, id)
  const journal = await getJournal(work, { organisationId: work.actor.organisationId, id, book })
  if (!mayDo(work.actor, journal, 'edit')) throw new RuleBroken(errors.notYours)
  mustNotBePosted(journal)
  book.lifecycle.step(work.actor, journal, 'edit')
}

interface AskedStep {
  readonly action: JournalStep | 'edit'
  readonly version: number
}

/** Its row locked, the page's version compared, the lifecycle asked; in a small unit the author may sign what they made. */
async function start(work: OfficerWork, { book, id }: JournalPlace, { action, version }: AskedStep): Promise<Journal & { readonly next: JournalState }> {
  await journalRows.lock(work, id)
  const journal = await getJournal(work, { organisationId: work.actor.organisationId, id, book })
  mustBeCurrent(journal, version)
  if (!mayDo(work.actor, journal, action)) throw new RuleBroken(errors.notYours)
  if (action === 'edit' || action === 'cancel') mustNotBePosted(journal)
  const isAlone = await signsAlone(work, journal)
  return { ...journal, next: book.lifecycle.step(work.actor, asSigned(journal, isAlone), action) }
}

/** E_IMMUTABLE (S40): what is in the books is mended by a reversal; the tables refuse a change as well. */
function mustNotBePosted({ voucherId }: Journal): void {
  if (voucherId !== null) throw new Conflict(errors.immutable)
}
