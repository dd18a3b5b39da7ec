// The register of tickets, beside what the books say.
import { exportActions, listFrame, withAll, type ExportTable, type ListFrame } from '../../documents/index.ts'
import { formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { field, lineTable, select, type Column, type LineTable } from '../../platform/http/components.ts'
import { formatMoney, minus } from '../../platform/money.ts'
import { forfeitableFrom, type PawnRule } from '../pawn-rule/pawn-rule.ts'
import { type KnownTicket } from '../pawn-lines/pawn-lines.ts'
import { openingTicketText } from '../opening-ticket.text.ts'
import { openingTicketPaths, ticketPaths } from '../pawnshops.paths.ts'
import { pawnshopsText } from '../pawnshops.text.ts'
import { stateOf, ticketStates, type TicketControl, type TicketFilter, type TicketTotals } from './ticket.ts'

const text = pawnshopsText.ticket

export interface TicketList extends ListFrame {
  readonly lead: string
  readonly controlTable: LineTable
}

export interface FoundTickets {
  readonly items: readonly KnownTicket[]
  readonly hasMore: boolean
  readonly totals: TicketTotals
  /** Of all tickets, whatever is asked for. */
  readonly all: TicketTotals
  readonly control: TicketControl
  readonly rule: PawnRule
  readonly today: CalendarDate
  readonly mayPrint: boolean
}

export function ticketPage(filter: TicketFilter, found: FoundTickets): TicketList {
  const query = new URLSearchParams({ state: filter.state ?? '', search: filter.search ?? '' })
  const states = withAll(ticketStates.map((state) => ({ value: state, text: text.states[state].text })))
  return {
    ...listFrame({
      title: text.listTitle, path: ticketPaths.list, errors: {}, countText: pawnshopsText.lines.tickets(found.totals.count.toLocaleString('en-US')),
      next: found.hasMore ? `${ticketPaths.list}?${query}&${new URLSearchParams({ after: found.items.at(-1)?.ticket ?? '' })}` : undefined,
      actions: [{ text: openingTicketText.listTitle, href: openingTicketPaths.list, kind: 'secondary' }, ...exportActions(ticketPaths.list, query, found.mayPrint)],
      controls: [
        { select: select({ name: 'state', label: text.filter, options: states, value: filter.state }) },
        { field: field({ name: 'search', label: text.columns.ticket, value: filter.search ?? '', maxLength: 40 }) },
      ],
    }),
    lead: text.lead, controlTable: controlTable(found), lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns,
      rows: found.items.map((ticket) => [
        ticket.ticket, formatThaiDateShort(ticket.pledgedOn), formatThaiDateShort(forfeitableFrom(ticket.pledgedOn, found.rule)), formatMoney(ticket.principal),
        formatMoney(ticket.inStock), { status: text.states[stateOf(ticket, found.today, found.rule)] },
      ]),
      totals: [{ label: pawnshopsText.sum, isGrand: true, cells: ['', '', formatMoney(found.totals.principal), formatMoney(found.totals.inStock), ''] }],
    }),
  }
}

const columns: readonly Column[] = [
  { label: text.columns.ticket, kind: 'code', isRowHeader: true }, { label: text.columns.pledgedOn, kind: 'date' }, { label: text.columns.due, kind: 'date' },
  { label: text.columns.principal, kind: 'money' }, { label: text.columns.inStock, kind: 'money' }, { label: text.columns.state, kind: 'status' },
]

function controlTable({ all, control }: FoundTickets): LineTable {
  const row = (label: string, inLedger: typeof control.debtors, ofTickets: typeof control.debtors) => (
    [label, formatMoney(inLedger), formatMoney(ofTickets), formatMoney(minus(inLedger, ofTickets))])
  return lineTable({
    caption: text.inLedger, empty: text.empty, columns: [
      { label: pawnshopsText.cells.account, kind: 'text', isRowHeader: true }, { label: text.inLedger, kind: 'money' }, { label: text.ofTickets, kind: 'money' },
      { label: text.difference, kind: 'money' },
    ],
    rows: [row(text.debtors, control.debtors, all.principal), row(text.stock, control.stock, all.inStock)],
  })
}

export function ticketTable({ items, totals, rule, today }: Pick<FoundTickets, 'items' | 'totals' | 'rule' | 'today'>, office: string): ExportTable {
  return {
    fileName: text.fileName(today), name: text.listTitle, about: [office, text.listTitle, text.asOf(formatThaiDate(today))], header: Object.values(text.columns), closing: [pawnshopsText.sum, '', '', totals.principal, totals.inStock, ''],
    rows: items.map((ticket) => [
      ticket.ticket, { day: ticket.pledgedOn }, { day: forfeitableFrom(ticket.pledgedOn, rule) }, ticket.principal, ticket.inStock, text.states[stateOf(ticket, today, rule)].text,
    ]),
  }
}
