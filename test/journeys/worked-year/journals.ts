// What the domain itself calls a journal: openings, the cash of a pawnshop to and from its bank, assets until their room is built, adjustments.
import { randomUUID } from 'node:crypto'
import { addAttachments } from '../../../src/documents/index.ts'
import { journalBooks, type JournalType } from '../../../src/ledger/journal/journal.ts'
import { approveJournal, createJournal, submitJournal } from '../../../src/ledger/journal/journal.service.ts'
import { confirmOpening } from '../../../src/ledger/opening/opening.service.ts'
import { blankLine, type TypedLine } from '../../../src/ledger/journal-lines/journal-lines.ts'
import { type CalendarDate } from '../../../src/platform/dates.ts'
import { baht, isZero } from '../../../src/platform/money.ts'
import { type UploadedFile } from '../../../src/platform/http/request.ts'
import { aPerson, type Person } from '../../receipts/school.ts'
import { type WorkedVoucher } from '../../ledger/worked-year/worked.ts'
import { entities, told, type Entity } from './books.ts'
import { type World } from './world.ts'

const bookOf = { JV: journalBooks.journal, AJ: journalBooks.adjustment, PA: journalBooks.adjustment, OB: journalBooks.opening } as const

export interface Signers {
  readonly maker: Person
  readonly head: Person
}

export async function signersOf({ lao, school, shop, db }: World, entity: Entity): Promise<Signers> {
  if (entity === 'LAO01') return { maker: lao.accountant, head: lao.head }
  if (entity === 'PWN01') return { maker: shop.accountant, head: shop.manager }
  return { maker: await aPerson(db, school.organisation, ['SUB_ACCOUNT']), head: school.head }
}

interface ToldJournal {
  readonly entity: Entity
  readonly seq: number
  readonly files?: readonly UploadedFile[]
}

/** The voucher of the story keyed as it stands, by the accountant, and approved by the head. */
export async function journal(world: World, on: CalendarDate, { entity, seq, files = [] }: ToldJournal): Promise<string> {
  const [voucher] = told(entity, [seq])
  if (!voucher) throw new Error(`no voucher ${seq}`)
  const type = journalType(voucher)
  const { maker, head } = await signersOf(world, entity)
  const [book, place] = [bookOf[type], (id: string) => ({ book: bookOf[type], id })]
  const form = { type, documentDate: on, description: voucher.description_th, reference: '', rows: rowsOf(world, voucher), isSubmitted: false, formKey: randomUUID() }
  const id = await maker.work((work) => createJournal(work, book, form))
  if (files.length > 0) await maker.work((work) => addAttachments(work, { kind: book.kind, id }, files))
  await maker.work((work) => submitJournal(work, place(id), 1))
  await head.work((work) => approveJournal(work, place(id), 2))
  return id
}

function journalType({ voucher_type: type }: WorkedVoucher): JournalType {
  if (type === 'JV' || type === 'AJ' || type === 'PA' || type === 'OB') return type
  throw new Error(`${type} is no journal`)
}

/** Opening balances, and the word that they are complete. */
export async function opening(world: World, on: CalendarDate, place: { readonly entity: Entity; readonly seq: number }): Promise<void> {
  const id = await journal(world, on, place)
  const { head } = await signersOf(world, place.entity)
  await head.work((work) => confirmOpening(work, id))
}

function rowsOf({ books }: World, { entity, postings }: WorkedVoucher): TypedLine[] {
  const own = entityOf(entity)
  return postings.map(({ account, debit, credit, sub = 'GENERAL' }) => {
    const unit = entities.find((each) => each === sub)
    const key = sub === 'GENERAL' || !books.hasRegister(account) ? '' : books.keyOf(own, { account, label: sub })
    return { ...blankLine, account, key: unit ? '' : key, counterparty: unit ? books.codeOf(unit) : '', debit: isZero(baht(debit)) ? '' : debit, credit: isZero(baht(credit)) ? '' : credit }
  })
}

function entityOf(name: string): Entity {
  const found = entities.find((entity) => entity === name)
  if (!found) throw new Error(name)
  return found
}
