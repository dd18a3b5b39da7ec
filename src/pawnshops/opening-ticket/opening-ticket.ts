// Tickets pledged before the books began, keyed one by one or brought in from a spreadsheet (expenditure-accounting-assets §1.12). Pure.
import { type SheetRow, type SheetShape } from '../../documents/index.ts'
import { compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, minus, plus, sum, type Money } from '../../platform/money.ts'
import { openingTicketText } from '../opening-ticket.text.ts'
import { openingTicketSchema } from './opening-ticket.schema.ts'

const { errors, import: text } = openingTicketText

export interface OpeningTicket {
  readonly ticket: string
  /** Or the last time its interest was paid. */
  readonly pledgedOn: CalendarDate
  readonly principal: Money
}

export interface StoredOpeningTicket extends OpeningTicket {
  readonly id: string
  /** Named by a document that stands: it stays as it is. */
  readonly isUsed: boolean
}

export interface OpeningFilter {
  readonly search: string
  /** The last ticket of the page before. */
  readonly after: string
}

/** Against what tickets are held. */
export interface OpeningBook {
  readonly firstDay: CalendarDate
  /** Of the account of debtors; zero: nothing was opened yet, so that nothing holds them. */
  readonly balance: Money
  readonly listed: Money
  /** Of the ones asked for: in the register already. */
  readonly taken: ReadonlySet<string>
}

export const mostTickets = 10_000
export const ticketSheet: SheetShape<keyof OpeningTicket> = {
  heads: text.heads, required: ['ticket', 'pledgedOn', 'principal'], most: mostTickets, text: { noHeads: errors.noHeads, noRows: errors.noRows, long: () => errors.long },
}

export interface NumberedTicket {
  readonly row: number
  readonly ticket: OpeningTicket
}

export function readRows(rows: readonly SheetRow<keyof OpeningTicket>[]): { readonly tickets: readonly NumberedTicket[]; readonly faults: FieldErrors } {
  const faults: Record<string, string> = {}
  const first = new Map<string, number>()
  const tickets = rows.flatMap(({ number: row, cell }) => {
    const parsed = openingTicketSchema.safeParse({ ticket: cell('ticket'), pledgedOn: cell('pledgedOn'), principal: cell('principal') })
    for (const issue of parsed.error?.issues ?? []) faults[`rows.${row}.${issue.path.join('.')}`] ??= issue.message
    if (!parsed.success) return []
    const twin = first.get(parsed.data.ticket)
    if (twin !== undefined) faults[`rows.${row}.ticket`] = errors.twin(String(twin))
    else first.set(parsed.data.ticket, row)
    return [{ row, ticket: parsed.data }]
  })
  return { tickets, faults }
}

export function faultOf({ ticket, pledgedOn }: OpeningTicket, { firstDay, taken }: OpeningBook): Partial<Record<keyof OpeningTicket, string>> {
  if (taken.has(ticket)) return { ticket: errors.taken }
  return compareDates(pledgedOn, firstDay) < 0 ? {} : { pledgedOn: errors.tooLate(formatThaiDate(firstDay)) }
}

/** The list may not come to more than the books were opened with. */
export function overBook(tickets: readonly OpeningTicket[], { balance, listed }: OpeningBook): string | undefined {
  if (balance <= 0n) return undefined
  const added = sum(tickets.map(({ principal }) => principal))
  return compare(plus(listed, added), balance) > 0 ? errors.over(formatMoney(minus(balance, listed))) : undefined
}
