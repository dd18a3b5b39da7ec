// Cheque books come from the bank, are used leaf by leaf, and are closed with what is left of them. Locks: form key → book → cheque.
import { mustBeCurrent, recordChange } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { compareDates } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { getBankAccount } from '../../registers/index.ts'
import { insertSpoiled } from '../cheque/cheque.repository.ts'
import { chequeSource } from '../cheque/cheque.ts'
import { chequeText } from '../cheque.text.ts'
import { bookRows, closeRow, findOverlapping, getBook, holdBooksOf, insertBook } from './cheque-book.repository.ts'
import { bookLifecycle, bookSource, leavesOf, rangeFault, type BookCommand, type BookStep, type ChequeBook } from './cheque-book.ts'

const { errors } = chequeText

/** Of a current account in use; no leaf stands in two books of an account. */
export async function createBook(work: OfficerWork, { formKey, ...command }: BookCommand & { readonly formKey: string }): Promise<string> {
  const earlier = await bookRows.findMade(work, formKey)
  if (earlier !== undefined) return earlier
  const bank = await getBankAccount(work, command.bankAccountId)
  const fault = rangeFault(command)
  const refused = {
    ...(!bank.isActive && { bankAccountId: errors.bank }), ...(bank.kind !== 'current' && { bankAccountId: errors.current }), ...(fault && { lastNumber: errors.range[fault] }),
    ...(compareDates(command.receivedOn, work.today) > 0 && { receivedOn: errors.future }),
  }
  if (Object.keys(refused).length > 0) throw new RuleBroken(refused)
  await holdBooksOf(work, bank.id)
  const other = await findOverlapping(work, command)
  if (other !== undefined) throw new RuleBroken({ firstNumber: errors.overlap(other) })
  const id = await insertBook(work, command, formKey)
  await recordChange(work, { kind: bookSource, id, action: 'create', after: { book: command.book, leaves: String(leavesOf(command)) } })
  return id
}

async function start(work: OfficerWork, id: string, { action, version }: { readonly action: BookStep; readonly version: number }): Promise<ChequeBook> {
  await bookRows.lock(work, id)
  const book = await getBook(work, work.actor.organisationId, id)
  mustBeCurrent(book, version)
  bookLifecycle.step(work.actor, book, action)
  return book
}

export interface SpoilForm {
  readonly version: number
  readonly number: string
  readonly reason: string
}

/** A leaf that was torn or badly begun is cancelled before anything stands on it. */
export async function spoilLeaf(work: OfficerWork, id: string, { version, number, reason }: SpoilForm): Promise<void> {
  const book = await start(work, id, { action: 'spoil', version })
  const isLeaf = number.length === book.firstNumber.length && number >= book.firstNumber && number <= book.lastNumber
  if (!isLeaf) throw new RuleBroken({ number: errors.notALeaf })
  const cheque = await insertSpoiled(work, { bankAccountId: book.bankAccountId, bookId: id, number, reason })
  if (cheque === undefined) throw new RuleBroken({ number: errors.used(number) })
  await recordChange(work, { kind: chequeSource, id: cheque, action: 'spoil', reason })
  await recordChange(work, { kind: bookSource, id, action: 'spoil', reason, after: { number } })
}

/** The rest goes back to the bank or is destroyed: no cheque is written from it any more. */
export async function closeBook(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const book = await start(work, id, { action: 'close', version })
  await closeRow(work, book, reason)
  await recordChange(work, { kind: bookSource, id, action: 'close', reason })
}
