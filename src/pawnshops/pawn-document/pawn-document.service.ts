// A daily document from the counter to the books and back out again (expenditure-accounting-assets §1.12).
// Locks: the document, the tickets of the office, then the book by way of the gate.
import { isDeepStrictEqual } from 'node:util'
import { addAttachments, findAttachments, recordChange, removeAttachment, stepStarter, type AskedStep, type Started } from '../../documents/index.ts'
import { isOpen, signsAlone } from '../../ledger/index.ts'
import { tellBudget, untellBudget, type MoneyTold } from '../../receipts/index.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { formatMoney, isNegative, isZero, minus, negate, type Money } from '../../platform/money.ts'
import { isBlank, judgeLines, staleFault, totalOf, type Known, type PawnLine, type TypedLine } from '../pawn-lines/pawn-lines.ts'
import { getPawnRule } from '../pawn-rule/pawn-rule.repository.ts'
import { keptRight, postPawn, undoPawn } from '../pawn-post/pawn-post.service.ts'
import { pawnshopsText } from '../pawnshops.text.ts'
import { findKnownTakings, mustTakeIn, type NamingTaking } from '../taking/taking.service.ts'
import { findTicketsNamed, holdTickets } from '../ticket/ticket.repository.ts'
import { findLaterUse, findSamePaper, getPawnDocument, insertPawnDocument, movePawnDocument, pawnRows, updatePawnDocument, type AskedPaper } from './pawn-document.repository.ts'
import { mayDo, numberOf, type PawnBook, type PawnCommand, type PawnDocument, type PawnKind, type PawnPlace, type PawnState, type PawnStep } from './pawn-document.ts'

const { errors, books } = pawnshopsText

export interface PawnForm extends PawnCommand {
  readonly rows: readonly TypedLine[]
}

interface NamingTickets {
  readonly ticket: string | null
  readonly newTicket: string | null
}

interface AskedKnown {
  readonly day: CalendarDate
  readonly rows: readonly NamingTickets[]
  readonly takings: readonly NamingTaking[]
}

/** Against what the lines of a form are held. */
export async function findKnown(read: OfficerRead, book: PawnBook, asked: AskedKnown): Promise<Known> {
  const named = asked.rows.flatMap(({ ticket, newTicket }) => [ticket ?? '', newTicket ?? '']).filter((ticket) => ticket !== '')
  return {
    day: asked.day, events: book.events, rule: await getPawnRule(read, asked.day), tickets: await findTicketsNamed(read, [...new Set(named)]),
    takings: book.kind === 'receipt' ? await findKnownTakings(read, { rows: asked.takings, on: asked.day }) : undefined,
  }
}

export function findKnownOf(read: OfficerRead, book: PawnBook, { day, rows }: { readonly day: CalendarDate; readonly rows: readonly TypedLine[] }): Promise<Known> {
  return findKnown(read, book, { day, rows, takings: rows.map(({ account, counterparty }) => ({ code: account, key: counterparty })) })
}

/** The id of the draft; the same form sent twice gives the same one. */
export async function createPawnDocument(work: OfficerWork, book: PawnBook, { files, ...form }: PawnForm & { formKey: string; files: readonly UploadedFile[] }): Promise<string> {
  const earlier = await pawnRows.findMade(work, form.formKey)
  if (earlier !== undefined) return earlier
  const lines = await mustBeSound(work, { book, id: undefined }, form)
  const id = await insertPawnDocument(work, book.kind, { ...form, lines })
  await recordChange(work, { kind: book.documentKind, id, action: 'create', after: { date: form.documentDate, total: form.total, lines: lines.length } })
  if (files.some((file) => file.name !== '' || file.bytes.length > 0)) await addAttachments(work, { kind: book.documentKind, id }, files)
  return id
}

export async function editPawnDocument(work: OfficerWork, place: PawnPlace, form: PawnForm & { version: number }): Promise<void> {
  const document = await start(work, place, { action: 'edit', version: form.version })
  const lines = await mustBeSound(work, place, form)
  await updatePawnDocument(work, document, { ...form, lines })
  const [before, after] = [document, form].map(({ documentDate, total }) => ({ date: documentDate, total }))
  await recordChange(work, { kind: place.book.documentKind, id: place.id, action: 'edit', ...(before && { before }), ...(after && { after }) })
}

/** Every fault of head and lines at once, each at its cell. */
async function mustBeSound(work: OfficerWork, { book, id }: { readonly book: PawnBook; readonly id: string | undefined }, form: PawnForm): Promise<readonly PawnLine[]> {
  const known = await findKnownOf(work, book, { day: form.documentDate, rows: form.rows })
  const { lines, faults } = judgeLines(form.rows, known)
  const refused = { ...await headFaults(work, form), ...await twinFault(work, book, { ...form, id }), ...faults, ...(Object.keys(faults).length === 0 && totalFault(form.total, lines)) }
  if (Object.keys(refused).length > 0) throw new RuleBroken(refused)
  return takenIn(work, { lines, at: form.rows.flatMap((row, at) => (isBlank(row) ? [] : [at])), known })
}

interface KeyedLines<L extends PawnLine = PawnLine> {
  readonly lines: readonly L[]
  /** Their rows in the form. */
  readonly at: readonly number[]
  readonly known: Known
}

/** Registers that lines take from are held, and money nobody ever deposited gets its item. */
async function takenIn<L extends PawnLine>(work: OfficerWork, { lines, at, known }: KeyedLines<L>): Promise<readonly L[]> {
  if (!known.takings) return lines
  const rows = lines.flatMap(({ incomeCode, accountCode, ...line }, index) => (
    incomeCode === null || accountCode === null ? [] : [{ row: at[index] ?? index, index, taken: { ...line, incomeCode, accountCode }, amount: line.proceeds }]))
  const taken = await mustTakeIn(work, rows, { known: known.takings, on: known.day })
  const places = new Map(rows.map(({ index }, n) => [index, taken[n]]))
  return lines.map((line, index) => ({ ...line, ...places.get(index) }))
}

/** W_DUP: the same paper a second time wants a reason, which the approver sees. */
async function twinFault(work: OfficerWork, book: PawnBook, paper: AskedPaper & Pick<PawnCommand, 'duplicateReason'>): Promise<FieldErrors> {
  const twin = paper.duplicateReason === '' ? await findSamePaper(work, book.kind, paper) : undefined
  return twin ? { duplicateReason: errors.samePaper(numberOf(twin, book), formatThaiDate(twin.documentDate), formatMoney(twin.total)) } : {}
}

/** The lines must come to what the paper says (scenario 45: 0.01 too little is refused). */
function totalFault(total: Money, lines: readonly PawnLine[]): FieldErrors {
  const difference = minus(total, totalOf(lines))
  return isZero(difference) ? {} : { total: errors.total(formatMoney(totalOf(lines)), formatMoney(isNegative(difference) ? negate(difference) : difference)) }
}

async function headFaults(work: OfficerWork, { documentDate, bankAccountId }: Pick<PawnCommand, 'documentDate' | 'bankAccountId'>): Promise<FieldErrors> {
  const own = bankAccountId === null || (await findBankAccounts(work, { activeOnly: true })).some(({ id }) => id === bankAccountId)
  const day = compareDates(documentDate, work.today) > 0 ? errors.future : await isOpen(work, documentDate) ? undefined : errors.closed
  return { ...(!own && { place: errors.place }), ...(day !== undefined && { documentDate: day }) }
}

export async function submitPawnDocument(work: OfficerWork, place: PawnPlace, version: number): Promise<void> {
  const document = await start(work, place, { action: 'submit', version })
  await mustStandStill(work, place.book, document)
  const files = await findAttachments(work, document.organisationId, { kind: place.book.documentKind, id: place.id })
  if (place.book.kind === 'receipt' && files.length === 0) throw new RuleBroken({ files: errors.attachment })
  await move(work, place, { document, state: document.next, action: 'submit', submitted: true })
}

/** Looked at again before each step on: tickets, rates and months may have moved meanwhile. */
async function mustStandStill(work: OfficerWork, book: PawnBook, document: PawnDocument): Promise<void> {
  const paper = { ...document, bankAccountId: document.bank?.id ?? null }
  const head = { ...await headFaults(work, paper), ...await twinFault(work, book, paper) }
  const takings = document.lines.flatMap(({ incomeCode, keyText: key }) => (incomeCode === null ? [] : [{ code: incomeCode, key }]))
  const known = await findKnown(work, book, { day: document.documentDate, rows: document.lines, takings })
  const fault = Object.values(head)[0] ?? staleFault(document.lines, known) ?? await placeFault(work, document, known)
  if (fault !== undefined) throw new RuleBroken(fault)
}

/** A debt paid or an over-payment taken back meanwhile by another paper. */
async function placeFault(work: OfficerWork, { lines }: PawnDocument, known: Known): Promise<string | undefined> {
  const now = await takenIn(work, { lines, at: lines.map((_, at) => at), known })
  const isMoved = now.some(({ accountCode, place }, at) => accountCode !== lines[at]?.accountCode || !isDeepStrictEqual(place, lines[at]?.place))
  return isMoved ? errors.movedPlace : undefined
}

export async function withdrawPawnDocument(work: OfficerWork, place: PawnPlace, version: number): Promise<void> {
  const document = await start(work, place, { action: 'withdraw', version })
  await move(work, place, { document, state: document.next, action: 'withdraw', submitted: false })
}

export async function cancelPawnDocument(work: OfficerWork, place: PawnPlace, version: number): Promise<void> {
  const document = await start(work, place, { action: 'cancel', version })
  await move(work, place, { document, state: document.next, action: 'cancel' })
}

export async function returnPawnDocument(work: OfficerWork, place: PawnPlace, form: { version: number; reason: string }): Promise<void> {
  const document = await start(work, place, { action: 'return', version: form.version })
  await move(work, place, { document, state: document.next, action: 'return', submitted: false, reason: form.reason })
}

/** Into the books, by its rule. */
export async function approvePawnDocument(work: OfficerWork, place: PawnPlace, version: number): Promise<void> {
  const document = await start(work, place, { action: 'approve', version })
  await holdTickets(work)
  await mustStandStill(work, place.book, document)
  await tellBudget(work, toldOf(place.book, document))
  const posted = await keptRight(work, () => postPawn(work, place.book, document))
  await movePawnDocument(work, document, { state: document.next, voucherId: posted.id, returnReason: null })
  await recordChange(work, { kind: place.book.documentKind, id: place.id, action: 'approve', after: { voucher: posted.number, total: document.total }, isAlone: document.isAlone })
}

/** Over-payments and lent money that came back, as a day's receipts tell of them. */
function toldOf(book: PawnBook, { id, documentDate: date, lines }: PawnDocument): MoneyTold {
  return {
    source: { kind: book.documentKind, id }, date, description: books[book.kind].description(formatThaiDate(date)),
    incomes: lines.flatMap(({ accountCode, place, proceeds }) => (accountCode === null ? [] : [{ ...place, amount: proceeds }])),
  }
}

export async function reversePawnDocument(work: OfficerWork, place: PawnPlace, form: { version: number; reason: string }): Promise<void> {
  const document = await start(work, place, { action: 'reverse', version: form.version })
  await holdTickets(work)
  const later = await findLaterUse(work, document)
  if (later !== undefined) throw new RuleBroken(errors.usedLater(numberOf(later, later)))
  await untellBudget(work, toldOf(place.book, document))
  const reversal = await keptRight(work, () => undoPawn(work, document, form.reason))
  await movePawnDocument(work, document, { state: document.next })
  await recordChange(work, { kind: place.book.documentKind, id: place.id, action: 'reverse', reason: form.reason, after: { voucher: reversal.number }, isAlone: document.isAlone })
}

export async function attachToPawn(work: OfficerWork, place: PawnPlace, files: readonly UploadedFile[]): Promise<void> {
  await mustBeOwnDraft(work, place)
  await addAttachments(work, { kind: place.book.documentKind, id: place.id }, files)
}

export async function detachFromPawn(work: OfficerWork, place: PawnPlace, attachmentId: string): Promise<void> {
  await mustBeOwnDraft(work, place)
  await removeAttachment(work, { kind: place.book.documentKind, id: place.id }, attachmentId)
}

async function mustBeOwnDraft(work: OfficerWork, { book, id }: PawnPlace): Promise<void> {
  await pawnRows.lock(work, id)
  const document = await getPawnDocument(work, { organisationId: work.actor.organisationId, id, kind: book.kind })
  if (!mayDo(work.actor, document, 'edit')) throw new RuleBroken({ files: errors.notYours })
  book.lifecycle.step(work.actor, document, 'edit')
}

interface Move {
  readonly document: PawnDocument
  readonly state: PawnState
  readonly action: PawnStep
  readonly submitted?: boolean
  readonly reason?: string
}

async function move(work: OfficerWork, { book, id }: PawnPlace, { document, state, action, submitted, reason }: Move): Promise<void> {
  await movePawnDocument(work, document, { state, ...(submitted !== undefined && { submitted }), ...(reason !== undefined && { returnReason: reason }) })
  await recordChange(work, { kind: book.documentKind, id, action, ...(reason !== undefined && { reason }), after: { total: document.total } })
}

function start(work: OfficerWork, { book, id }: PawnPlace, step: AskedStep<PawnStep | 'edit'>): Promise<Started<PawnState, PawnDocument>> {
  return startPawn({ kind: book.kind, lifecycle: book.lifecycle })(work, id, step)
}

/** A starter for each book; also for the sharing of profit, which is kept with them. */
export function startPawn({ kind, lifecycle }: { readonly kind: PawnKind; readonly lifecycle: PawnBook['lifecycle'] }) {
  return stepStarter({
    rows: pawnRows, lifecycle, signsAlone, get: (read: OfficerRead, organisationId, id) => getPawnDocument(read, { organisationId, id, kind }),
    guard: (actor, document, action) => { if (!mayDo(actor, document, action)) throw new RuleBroken(errors.notYours) },
  })
}
