// A pawnshop with its people, cash in its safe, an open year.
import { randomUUID } from 'node:crypto'
import { openFiscalYear, postLines } from '../../src/ledger/index.ts'
import { calendarDate, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../src/platform/dates.ts'
import { baht, sum } from '../../src/platform/money.ts'
import { type Officer } from '../../src/platform/database/work.ts'
import { approvePawnDocument, createPawnDocument, submitPawnDocument, type PawnForm } from '../../src/pawnshops/pawn-document/pawn-document.service.ts'
import { pawnBooks, type BookKind } from '../../src/pawnshops/pawn-document/pawn-document.ts'
import { getPawnDocument } from '../../src/pawnshops/pawn-document/pawn-document.repository.ts'
import { rowOf } from '../../src/pawnshops/pawn-lines/pawn-lines.ts'
import { type BankAccountKind } from '../../src/registers/index.ts'
import { pdf } from '../documents/files.ts'
import { type TestDatabase } from '../support/database.ts'
import { aLao, anOfficer, anOpenOffice, asOfficer, aSubUnit, organisation, testYear, type Acting, type Organisation } from '../support/world.ts'

export type Person = Acting & { readonly officer: Officer }

export interface Shop {
  readonly organisation: Organisation
  readonly lao: Organisation
  readonly cashier: Person
  readonly manager: Person
  readonly accountant: Person
  readonly bankAccountId: string
}

export const slip = { field: 'files', name: 'ส.ธ.๑.pdf', bytes: pdf }

interface NewShop {
  readonly cash?: string
  readonly bank?: BankAccountKind
  readonly day?: CalendarDate
  /** Default: an LAO of its own. */
  readonly parent?: Organisation
}

/** With so much cash, as if the owners had put it in. */
export async function aShop(db: TestDatabase, { cash, bank = 'savings', day = calendarDate('2024-10-01'), parent }: NewShop = {}): Promise<Shop> {
  const lao = parent ?? await aLao(db)
  const at = await aSubUnit(db, { lao, kind: '01' })
  const { officer, bankAccountId, ...acting } = await anOpenOffice(db, { at, groups: ['PAWN_MANAGER'], bank })
  const person = async (group: string): Promise<Person> => {
    const made = await anOfficer(db, { at, groups: [group] })
    return { ...asOfficer(db, made), officer: made }
  }
  const shop: Shop = {
    organisation: at, lao, bankAccountId, manager: { ...acting, officer }, cashier: await person('PAWN_CASHIER'), accountant: await person('PAWN_ACCOUNT'),
  }
  await shop.manager.work((work) => openFiscalYear(work, fiscalYearOf(day)))
  if (cash !== undefined) await putIn(shop, { amount: cash, account: '1101010101.001', against: '3102010101.004', day })
  return shop
}

/** The demonstration's shop, by its own people. */
export async function demoShop(db: TestDatabase, people: Pick<Shop, 'cashier' | 'manager' | 'accountant'>): Promise<Shop> {
  await people.manager.work((work) => openFiscalYear(work, testYear))
  return { organisation: await organisation(db, '420010301001'), lao: await organisation(db, '4200103'), bankAccountId: '', ...people }
}

export interface PutIn {
  readonly amount: string
  readonly account: string
  readonly against: string
  /** Of the account on the debit side. */
  readonly subKey?: string
  readonly day?: CalendarDate
}

const sequence = { next: 1 }

/** An amount by a voucher of its own: debit the account, credit the other. */
export async function putIn(shop: Shop, { amount, account, against, subKey, day = calendarDate('2024-10-01') }: PutIn): Promise<void> {
  await shop.manager.work((work) => postLines(work, {
    type: 'JV', event: 'posted', documentDate: day, source: { kind: 'given', id: String(sequence.next++) }, description: 'ตั้งต้น', preparedBy: shop.accountant.officer.userId,
    lines: [{ side: 'D', accountCode: account, subKey, amount: baht(amount) }, { side: 'C', accountCode: against, amount: baht(amount) }],
  }))
}

/** As the closing leaves it. */
export async function closeYear(db: TestDatabase, { organisation: { id: organisationId }, accountant, manager }: Shop, year: FiscalYear): Promise<void> {
  const at = { organisation_id: organisationId, fiscal_year: year }
  await db.owner('fiscal_periods').where(at).update({ state: 'closed' })
  await db.owner('closing_requests').insert({
    ...at, kind: 'close', state: 'done', reason: '', asked_by: accountant.officer.userId, asked_at: db.clock.now(), decided_by: manager.officer.userId, decided_at: db.clock.now(),
  })
}

export type Cells = Readonly<Record<string, string>>

export function form(kind: BookKind, day: string, rows: readonly Cells[], total?: string): PawnForm {
  const amounts = rows.flatMap(({ principal, interest, proceeds, event }) => (event === 'sale' ? [proceeds] : [principal, interest, proceeds])).filter((text) => text !== undefined)
  const events = { receipt: 'redeem', pledge: 'pledge', forfeiture: 'forfeit' } as const
  return {
    documentDate: calendarDate(day), bankAccountId: null, reference: '', remark: '', duplicateReason: '', total: baht(total ?? '0') || sum(amounts.map((text) => baht(text))),
    rows: rows.map((cells) => rowOf({ event: events[kind], ...cells })),
  }
}

/** Keyed by the cashier; receipts with their แบบ ส.ธ.๑. */
export function keyed(shop: Shop, kind: BookKind, given: PawnForm, formKey: string = randomUUID()): Promise<string> {
  return shop.cashier.work((work) => createPawnDocument(work, pawnBooks[kind], { ...given, formKey, files: kind === 'receipt' ? [slip] : [] }))
}

/** Keyed, handed in, approved: the id of its voucher. */
export async function posted(shop: Shop, kind: BookKind, given: PawnForm): Promise<{ id: string; voucherId: string }> {
  const id = await keyed(shop, kind, given)
  const place = { book: pawnBooks[kind], id }
  await shop.cashier.work((work) => submitPawnDocument(work, place, 1))
  await shop.manager.work((work) => approvePawnDocument(work, place, 2))
  const { voucherId } = await shop.manager.read((read) => getPawnDocument(read, { organisationId: shop.organisation.id, id, kind }))
  return { id, voucherId: voucherId ?? '' }
}
