// Opening balances: from a file into a draft, and the word that they are complete (expenditure-accounting-assets §3.5, S72).
import { createHash } from 'node:crypto'
import { findTrail, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound, RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { type Sheet, type SheetFault } from '../../platform/sheet-reader.ts'
import { findOpenings, getJournal, insertJournal, journalRows, updateJournal } from '../journal/journal.repository.ts'
import { dayFault, journalBooks, type Journal } from '../journal/journal.ts'
import { judge } from '../journal-lines/journal-lines.service.ts'
import { balanceFault, sumsOf, type JournalLine } from '../journal-lines/journal-lines.ts'
import { journalText } from '../journal.text.ts'
import { holdStock } from '../stock/stock.repository.ts'
import { askConfirmation } from './opening.repository.ts'
import { atSheet, readOpening } from './opening.ts'

const { errors, opening: text } = journalText
const book = journalBooks.opening

export interface OpeningFile {
  readonly documentDate: CalendarDate
  readonly bytes: Buffer
  /** Read before the transaction began. */
  readonly sheet: Sheet | SheetFault
}

export interface CheckedFile {
  readonly lines: readonly JournalLine[]
  readonly faults: FieldErrors
}

/** Every fault of the file by row of the sheet; what is wrong with it as a whole under 'file'. */
export async function checkFile(read: OfficerRead, { documentDate, sheet }: OpeningFile): Promise<CheckedFile> {
  if (typeof sheet === 'string') return { lines: [], faults: { file: errors.file[sheet] } }
  const found = readOpening(sheet)
  if (typeof found === 'string') return { lines: [], faults: { file: found } }
  const { lines, faults } = await judge(read, { rows: found.rows.map(({ line }) => line), fiscalYear: fiscalYearOf(documentDate), isOpening: true })
  if (Object.keys(faults).length > 0) return { lines, faults: atSheet(faults, found.rows) }
  const unbalanced = balanceFault(lines)
  return { lines, faults: unbalanced === undefined ? {} : { file: errors.opening(unbalanced) } }
}

export interface Imported {
  readonly id: string
  /** The same file was read before: nothing changed. */
  readonly isSame: boolean
}

/** All rows or none. A draft of one's own is written anew; an opening on its way or in the books stands. */
export async function importOpening(work: OfficerWork, file: OpeningFile): Promise<Imported> {
  const day = dayFault({ type: 'OB', documentDate: file.documentDate }, work.today)
  if (day !== undefined) throw new RuleBroken({ documentDate: day })
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  const draft = await findOwnDraft(work, file.documentDate)
  if (draft && await lastDigest(work, draft) === digest) return { id: draft.id, isSame: true }
  const { lines, faults } = await checkFile(work, file)
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  const command = { type: 'OB' as const, documentDate: file.documentDate, description: text.description, reference: '', lines }
  const id = draft?.id ?? await insertJournal(work, { ...command, formKey: null })
  if (draft) await updateJournal(work, draft, command)
  const after = { date: file.documentDate, total: sumsOf(lines).debit, lines: lines.length, digest }
  await recordChange(work, { kind: book.kind, id, action: 'import', after })
  return { id, isSame: false }
}

async function findOwnDraft(work: OfficerWork, day: CalendarDate): Promise<Journal | undefined> {
  const live = (await findOpenings(work, fiscalYearOf(day))).find(({ state }) => state !== 'reversed')
  if (!live) return undefined
  await journalRows.lock(work, live.id)
  const journal = await getJournal(work, { organisationId: work.actor.organisationId, id: live.id, book })
  if (journal.state !== 'draft' || journal.authorId !== work.actor.userId) throw new RuleBroken({ file: errors.alreadyOpen })
  return journal
}

/** Unless the draft was changed by hand since. */
async function lastDigest(read: OfficerRead, { organisationId, id }: Journal): Promise<string | undefined> {
  const trail = await findTrail(read, organisationId, { kind: book.kind, id })
  const last = trail.filter((entry) => entry.code === 'DOC_IMPORT' || entry.code === 'DOC_EDIT').at(-1)
  const after: Record<string, unknown> = { ...last?.after }
  return typeof after.digest === 'string' ? after.digest : undefined
}

/** ข้อมูลถูกต้องครบถ้วน: the opening is locked, and no register may turn over from here on. */
export async function confirmOpening(work: OfficerWork, id: string): Promise<void> {
  await journalRows.lock(work, id)
  const journal = await getJournal(work, { organisationId: work.actor.organisationId, id, book })
  if (journal.state !== 'posted') throw new NotFound('posted opening')
  await holdStock(work)
  const fault = await askConfirmation(work, journal.fiscalYear)
  if (fault !== null) throw new RuleBroken(faultText(fault))
  await recordChange(work, { kind: book.kind, id, action: 'confirm', after: { total: journal.total } })
}

function faultText(fault: string): string {
  const words: Readonly<Record<string, string>> = errors.confirmFaults
  return words[fault] ?? errors.wrongSide(fault)
}
