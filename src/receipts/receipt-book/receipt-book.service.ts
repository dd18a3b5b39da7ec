// Books of receipts from their coming to the cancelling of what is left. Locks: form key → book.
import { findOffices, recordChange, stepStarter } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { receiptBookText } from '../receipt-book.text.ts'
import { bookRows, findBooksNamed, findKeepers, getBook, hasBooks, insertBooks, keepHolder, moveBook, saveHolder } from './receipt-book.repository.ts'
import { bookLifecycle, sheetsOf, whyUnfit, type Book, type Holder, type NewBooks } from './receipt-book.ts'

const { errors } = receiptBookText
const kind = 'receipt-book'
const startStep = stepStarter({ rows: bookRows, get: getBook, lifecycle: bookLifecycle })

/** The id of the first; the same form sent twice gives the same one. */
export async function receiveBooks(work: OfficerWork, command: NewBooks): Promise<string> {
  const earlier = await bookRows.findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  if (compareDates(command.receivedOn, work.today) > 0) throw new RuleBroken({ receivedOn: errors.future })
  for (const { book, last } of sheetsOf(command)) {
    if (last > 99_999) throw new RuleBroken({ last: errors.sheet })
    const twin = (await findBooksNamed(work, book)).find((other) => other.fiscalYear === command.fiscalYear)
    if (twin) throw new RuleBroken({ book: errors.taken(book, String(command.fiscalYear)) })
  }
  const ids = await insertBooks(work, command)
  for (const [index, id] of ids.entries()) {
    const { book, first, last } = sheetsOf(command)[index] ?? { book: '', first: 0, last: 0 }
    await recordChange(work, { kind, id, action: 'receive', after: { date: command.receivedOn, book, sheets: `${first}–${last}` } })
  }
  return ids[0] ?? ''
}

export interface IssueCommand {
  readonly version: number
  readonly issuedOn: CalendarDate
  readonly userId: string | undefined
  readonly unitId: string | undefined
  readonly name: string
}

export async function issueBook(work: OfficerWork, id: string, command: IssueCommand): Promise<void> {
  const book = await startStep(work, id, { action: 'issue', version: command.version })
  if (compareDates(command.issuedOn, work.today) > 0) throw new RuleBroken({ issuedOn: errors.future })
  if (compareDates(command.issuedOn, book.returnedOn ?? book.receivedOn) < 0) throw new RuleBroken({ issuedOn: errors.beforeReceived })
  if (book.fiscalYear < fiscalYearOf(work.today)) throw new RuleBroken(errors.oldBook(book.book, String(book.fiscalYear)))
  const holder = await holderOf(work, command)
  mustNotChangeOffice(book, holder)
  await keepHolder(work, book)
  await saveHolder(work, book, { version: command.version, holder, issuedOn: command.issuedOn })
  await recordChange(work, { kind, id, action: 'issue', after: { date: command.issuedOn, holder: holder.name } })
}

/** Sheets are counted where they were written: a book that was begun stays with the office that began it, or its used sheets would look blank. */
function mustNotChangeOffice({ holder: before, sheets: { used, cancelled } }: Book, { unitId }: Holder): void {
  if ((before?.unitId ?? null) !== unitId && used + cancelled > 0) throw new RuleBroken({ holder: errors.begun })
}

async function holderOf(work: OfficerWork, { userId, unitId, name }: IssueCommand): Promise<Holder> {
  if (userId === undefined && unitId === undefined) return { name, userId: null, unitId: null }
  const units = unitId === undefined ? [] : (await findOffices(work, ['SUB'])).map((office) => ({ id: office.organisationId, name: office.name }))
  const found = [...units.filter((unit) => unit.id !== work.actor.organisationId && unit.id === unitId), ...(await findKeepers(work)).filter((keeper) => keeper.id === userId)][0]
  if (!found) throw new NotFound('a holder of books')
  return { name: found.name, userId: userId ?? null, unitId: unitId ?? null }
}

/** What is left of it goes back into the safe; it may be handed out again. */
export async function returnBook(work: OfficerWork, id: string, { version, returnedOn }: { version: number; returnedOn: CalendarDate }): Promise<void> {
  const book = await startStep(work, id, { action: 'return', version })
  if (compareDates(returnedOn, work.today) > 0) throw new RuleBroken({ returnedOn: errors.future })
  if (book.issuedOn && compareDates(returnedOn, book.issuedOn) < 0) throw new RuleBroken({ returnedOn: errors.beforeIssued })
  await moveBook(work, book, { returned_on: returnedOn })
  await recordChange(work, { kind, id, action: 'return', after: { date: returnedOn, unused: book.sheets.unused } })
}

/** Unused sheets are punched, so that nobody writes on them any more. Skipped ones are explained first: they may have been written on. */
export async function closeBook(work: OfficerWork, id: string, { version, reason }: { version: number; reason: string }): Promise<void> {
  const book = await startStep(work, id, { action: 'close', version })
  if (book.sheets.missing > 0) throw new RuleBroken(errors.missing(String(book.sheets.missing)))
  await moveBook(work, book, { closed_by: work.actor.userId, closed_at: work.now, close_reason: reason })
  await recordChange(work, { kind, id, action: 'close', reason, after: { used: book.sheets.used, cancelled: book.sheets.cancelled, unused: book.sheets.unused } })
}

export async function removeBook(work: OfficerWork, id: string, { version, reason }: { version: number; reason: string }): Promise<void> {
  const book = await startStep(work, id, { action: 'remove', version })
  if (book.sheets.used + book.sheets.cancelled > 0) throw new RuleBroken(errors.begun)
  await moveBook(work, book)
  await recordChange(work, { kind, id, action: 'remove', reason })
}

export interface KeyedSheet {
  readonly book: string
  readonly sheet: number
  readonly date: CalendarDate
}

/** Once the office keeps a register of its books, a sheet is of one in hand there (scenarios 43, 57). */
export async function mustBeInHand(work: OfficerWork, { book: name, sheet, date }: KeyedSheet): Promise<void> {
  if (!await hasBooks(work)) return
  const named = await findBooksNamed(work, name)
  const year = fiscalYearOf(date)
  const book = named.find((each) => each.fiscalYear === year)
  if (!book) throw new RuleBroken({ book: named[0] ? errors.oldBook(name, String(named[0].fiscalYear)) : errors.strange(name) })
  const unfit = whyUnfit(book, { sheet, date, by: work.actor.userId })
  if (unfit !== undefined) throw new RuleBroken(unfit === 'range' ? { sheet: errors.range(name, `${book.first}–${book.last}`) } : { book: toldOf(book, unfit) })
}

function toldOf({ book, holder }: Book, unfit: 'stock' | 'returned' | 'closed' | 'unit' | 'person' | 'early'): string {
  return unfit === 'unit' || unfit === 'person' ? errors.held(book, holder?.name ?? '') : errors.unfit[unfit](book)
}
