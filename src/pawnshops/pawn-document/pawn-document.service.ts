// A daily document from the counter to the books and back out again (expenditure-accounting-assets §1.12).
// Locks: the document, the tickets of the office, then the book by way of the gate.
import { addAttachments, findAttachments, recordChange, removeAttachment, stepStarter, type AskedStep, type Started } from '../../documents/index.ts'
import { accountsOfRoles, balanceOn, leastSince, isOpen, postVoucher, reverseVoucher, signsAlone, undoVoucher, type SlotAmount } from '../../ledger/index.ts'
import { findBankAccounts, saveUnitKey } from '../../registers/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { compare, formatMoney, isNegative, isZero, minus, negate, sum, zero, type Money } from '../../platform/money.ts'
import { findPawnUnits, findTakings } from '../pawn-lines/pawn-lines.repository.ts'
import { judgeLines, receivedBy, staleFault, totalOf, type Known, type PawnLine, type TypedLine } from '../pawn-lines/pawn-lines.ts'
import { getPawnRule } from '../pawn-rule/pawn-rule.repository.ts'
import { pawnshopsPosting, type MoneyReceived, type PledgesForfeited } from '../pawnshops.posting.ts'
import { pawnshopsText } from '../pawnshops.text.ts'
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

/** Against what the lines of a form are held. */
export async function findKnown(read: OfficerRead, book: PawnBook, asked: { readonly day: CalendarDate; readonly rows: readonly NamingTickets[] }): Promise<Known> {
  const named = asked.rows.flatMap(({ ticket, newTicket }) => [ticket ?? '', newTicket ?? '']).filter((ticket) => ticket !== '')
  const roles = await accountsOfRoles(read, fiscalYearOf(asked.day))
  const isReceipt = book.kind === 'receipt'
  return {
    day: asked.day, events: book.events, rule: await getPawnRule(read, asked.day), tickets: await findTicketsNamed(read, [...new Set(named)]),
    takings: isReceipt ? await findTakings(read, [roles['pawn-interest'] ?? '', roles['sale-gain'] ?? '']) : [], units: isReceipt ? await findPawnUnits(read) : [],
  }
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
  const { lines, faults } = judgeLines(form.rows, await findKnown(work, book, { day: form.documentDate, rows: form.rows }))
  const refused = { ...await headFaults(work, form), ...await twinFault(work, book, { ...form, id }), ...faults, ...(Object.keys(faults).length === 0 && totalFault(form.total, lines)) }
  if (Object.keys(refused).length > 0) throw new RuleBroken(refused)
  return lines
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
  const known = await findKnown(work, book, { day: document.documentDate, rows: document.lines })
  const fault = Object.values(head)[0] ?? staleFault(document.lines, known)
  if (fault !== undefined) throw new RuleBroken(fault)
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
  const posted = await keptRight(work, () => post(work, place.book, document))
  await movePawnDocument(work, document, { state: document.next, voucherId: posted.id, returnReason: null })
  await recordChange(work, { kind: place.book.documentKind, id: place.id, action: 'approve', after: { voucher: posted.number, total: document.total }, isAlone: document.isAlone })
}

async function post(work: OfficerWork, book: PawnBook, document: Started<PawnState, PawnDocument>): Promise<{ id: string; number: string }> {
  const head = {
    rules: pawnshopsPosting, documentDate: document.documentDate, source: { kind: book.documentKind, id: document.id }, preparedBy: document.authorId,
    ...(document.isAlone && { samePerson: 'small-unit' as const }),
    description: books[book.kind].description(formatThaiDate(document.documentDate)),
  }
  if (book.kind === 'pledge') {
    await mustHaveCash(work, document)
    return postVoucher(work, { ...head, event: 'pawn-voucher.posted', type: 'PN', facts: { amounts: { lent: document.total } } })
  }
  if (book.kind === 'forfeiture') return postVoucher(work, { ...head, event: 'forfeiture.posted', type: 'JV', facts: forfeited(document.lines) })
  await keepUnits(work, document)
  return postVoucher(work, { ...head, event: 'pawn-receipt.posted', type: 'RV', facts: received(document, await accountsOfRoles(work, document.fiscalYear)) })
}

/** E_CASH (scenario S60): told with what is there; the guarded register of the book holds it against two at once. */
async function mustHaveCash(work: OfficerWork, { organisationId, documentDate, total, fiscalYear }: PawnDocument): Promise<void> {
  const cash = (await accountsOfRoles(work, fiscalYear))['cash-on-hand'] ?? ''
  const rest = await leastSince(work, { organisationId, accountCode: cash, from: documentDate })
  if (compare(total, rest) > 0) throw new RuleBroken(errors.cash(formatMoney(rest)))
}

const neverTurned = ['pawn-debtors', 'forfeited-goods', 'pawn-interest-accrued'] as const

/** INV-09, E_SUBLEDGER_NEG: no more is redeemed, sold or taken off than the books hold, whoever keyed it as a day's total. Asked after the posting, under the lock of the book. */
async function keptRight<T>(work: OfficerWork, step: () => Promise<T>): Promise<T> {
  const before = await heldNow(work)
  const done = await step()
  const after = await heldNow(work)
  const turned = neverTurned.find((_, at) => isNegative(after[at] ?? zero) && compare(after[at] ?? zero, before[at] ?? zero) < 0)
  if (turned !== undefined) throw new RuleBroken(errors.wouldTurn(pawnshopsText.held[turned], formatMoney(before[neverTurned.indexOf(turned)] ?? zero)))
  return done
}

async function heldNow(work: OfficerWork): Promise<readonly Money[]> {
  const roles = await accountsOfRoles(work)
  const held: Money[] = []
  for (const role of neverTurned) held.push(await balanceOn(work, { organisationId: work.actor.organisationId, accountCode: roles[role] ?? '', until: work.today }))
  return held
}

/** Gain and loss of sales stand apart, line by line (scenario S58). */
function received(document: PawnDocument, roles: Readonly<Record<string, string>>): MoneyReceived {
  const { lines, bank, total } = document
  const of = (events: readonly string[], amount: (line: PawnLine) => Money) => sum(lines.filter((line) => events.includes(line.event)).map(amount))
  const beyond = lines.filter(({ event }) => event === 'sale').map(({ proceeds, principal }) => minus(proceeds, principal))
  const pledges = ['redeem', 'reduce', 'interest']
  return {
    slots: { place: bank ? { accountCode: bank.accountCode, bankAccountId: bank.id } : { accountCode: roles['cash-on-hand'] ?? '' } },
    amounts: {
      received: total, principal: of(['redeem', 'reduce'], (line) => line.principal), interest: of(pledges, (line) => minus(line.interest, line.accrued)),
      accrued: of(pledges, (line) => line.accrued), cost: of(['sale'], (line) => line.principal),
      gain: sum(beyond.filter((amount) => !isNegative(amount))), loss: negate(sum(beyond.filter(isNegative))),
    },
    lists: { takings: lines.flatMap(takingOf) },
  }
}

function takingOf({ accountCode, counterpartyId, counterpartyCode, event, ...line }: PawnDocument['lines'][number]): SlotAmount[] {
  if (accountCode === null) return []
  const unit = counterpartyId === null ? {} : { counterpartyId, ...(event === 'loan' && counterpartyCode !== null && { subKey: counterpartyCode }) }
  return [{ accountCode, ...unit, amount: receivedBy({ ...line, event, accountCode, counterpartyId }), memo: line.memo || undefined }]
}

async function keepUnits(work: OfficerWork, { lines }: PawnDocument): Promise<void> {
  for (const { counterpartyId, counterpartyCode, counterpartyName } of lines) {
    if (counterpartyId === null || counterpartyCode === null) continue
    await saveUnitKey(work, { id: counterpartyId, code: counterpartyCode, name: counterpartyName ?? counterpartyCode })
  }
}

function forfeited(lines: readonly PawnLine[]): PledgesForfeited {
  return { amounts: { principal: sum(lines.map((line) => line.principal)), accrued: sum(lines.map((line) => line.accrued)) } }
}

/** On the day of the original while its month is open; later as every document is undone (§1.9). */
export async function undoPawn(work: OfficerWork, { id, voucherId, documentDate }: Pick<PawnDocument, 'id' | 'voucherId' | 'documentDate'>, reason: string): Promise<{ readonly number: string }> {
  if (voucherId === null) throw new Error(`posted document ${id} without voucher`)
  return await isOpen(work, documentDate) ? reverseVoucher(work, voucherId, { reason, documentDate }) : undoVoucher(work, voucherId, reason)
}

export async function reversePawnDocument(work: OfficerWork, place: PawnPlace, form: { version: number; reason: string }): Promise<void> {
  const document = await start(work, place, { action: 'reverse', version: form.version })
  await holdTickets(work)
  const later = await findLaterUse(work, document)
  if (later !== undefined) throw new RuleBroken(errors.usedLater(numberOf(later, later)))
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
