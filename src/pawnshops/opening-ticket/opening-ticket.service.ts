// Lock: the tickets of the office, as for the documents that name them.
import { readSheetRows, recordChange } from '../../documents/index.ts'
import { accountsOfRoles, balanceOn, findFirstDay } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { sum, type Money } from '../../platform/money.ts'
import { type Sheet } from '../../platform/sheet-reader.ts'
import { openingTicketText } from '../opening-ticket.text.ts'
import { findTicketsOpened, holdTickets } from '../ticket/ticket.repository.ts'
import { deleteOpeningTicket, getOpeningTicket, insertOpeningTickets, sumOpeningTickets } from './opening-ticket.repository.ts'
import { faultOf, overBook, readRows, ticketSheet, type OpeningBook, type OpeningTicket } from './opening-ticket.ts'

const { errors } = openingTicketText
const kind = 'pawn-opening-ticket'

/** The day the books began, and what they were opened with on ลูกหนี้ - ทรัพย์รับจำนำ: it stood there the evening before. */
export async function findOpening(read: OfficerRead): Promise<{ readonly firstDay: CalendarDate; readonly balance: Money }> {
  const { organisationId } = read.actor
  const firstDay = await findFirstDay(read)
  const { 'pawn-debtors': accountCode = '' } = await accountsOfRoles(read)
  return { firstDay, balance: await balanceOn(read, { organisationId, accountCode, until: addDays(firstDay, -1) }) }
}

async function findBook(work: OfficerWork, tickets: readonly OpeningTicket[]): Promise<OpeningBook> {
  const { principal: listed } = await sumOpeningTickets(work, { search: '' })
  return { ...await findOpening(work), listed, taken: await findTicketsOpened(work, tickets.map(({ ticket }) => ticket)) }
}

export async function addOpeningTicket(work: OfficerWork, ticket: OpeningTicket): Promise<void> {
  await holdTickets(work)
  const book = await findBook(work, [ticket])
  const over = overBook([ticket], book)
  const faults = { ...(over !== undefined && { principal: over }), ...faultOf(ticket, book) }
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  await insert(work, 'create', [ticket])
}

/** All rows or none; how many there were. */
export async function importOpeningTickets(work: OfficerWork, sheet: Sheet): Promise<number> {
  const rows = readSheetRows(sheet, ticketSheet)
  if (typeof rows === 'string') throw new RuleBroken({ file: rows })
  await holdTickets(work)
  const { tickets, faults } = readRows(rows)
  const all = tickets.map(({ ticket }) => ticket)
  const book = await findBook(work, all)
  const found: Record<string, string> = { ...faults }
  for (const { row, ticket } of tickets) for (const [cell, message] of Object.entries(faultOf(ticket, book))) found[`rows.${row}.${cell}`] ??= message
  const over = overBook(all, book)
  if (Object.keys(found).length === 0 && over !== undefined) found.file = over
  if (Object.keys(found).length > 0) throw new RuleBroken(found)
  await insert(work, 'import', all)
  return all.length
}

async function insert(work: OfficerWork, action: 'create' | 'import', tickets: readonly OpeningTicket[]): Promise<void> {
  const [id = ''] = await insertOpeningTickets(work, tickets)
  const only = tickets.length === 1 ? tickets[0]?.ticket : undefined
  await recordChange(work, { kind, id, action, after: { ticket: only, lines: tickets.length, total: sum(tickets.map(({ principal }) => principal)) } })
}

/** Only while no document names it. */
export async function removeOpeningTicket(work: OfficerWork, id: string): Promise<void> {
  await holdTickets(work)
  const { ticket, principal, isUsed } = await getOpeningTicket(work, id)
  if (isUsed) throw new RuleBroken(errors.used)
  await deleteOpeningTicket(work, id)
  await recordChange(work, { kind, id, action: 'remove', before: { ticket, total: principal } })
}
