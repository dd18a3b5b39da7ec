import { type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type KnownTicket } from '../pawn-lines/pawn-lines.ts'
import { type TicketFilter, type TicketTotals } from './ticket.ts'

/** Documents that touch tickets of the office are approved one after the other. */
export async function holdTickets(work: OfficerWork): Promise<void> {
  await work.db.raw("SELECT pg_advisory_xact_lock(hashtextextended('pawn-tickets ' || ?, 0))", [work.actor.organisationId])
}

/** Those of the own office with these numbers. */
export async function findTicketsNamed(read: OfficerRead, tickets: readonly string[]): Promise<ReadonlyMap<string, KnownTicket>> {
  if (tickets.length === 0) return new Map()
  const { rows } = await read.db.raw<{ rows: Row[] }>(`${standing('AND (l.ticket = ANY (:tickets) OR l.new_ticket = ANY (:tickets))')} SELECT * FROM standing WHERE ticket = ANY (:tickets)`,
    { organisation: read.actor.organisationId, tickets })
  return new Map(rows.map((row) => [row.ticket, ticketOf(row)]))
}

export async function findTickets(read: OfficerRead, filter: TicketFilter, most: number): Promise<FoundPage<KnownTicket>> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`${standing()} SELECT * FROM standing WHERE ${narrowed}
    AND (:after = '' OR ticket > :after) ORDER BY ticket LIMIT :most`, { ...bindingsOf(filter), most: most + 1 })
  return { items: rows.slice(0, most).map(ticketOf), hasMore: rows.length > most }
}

export async function sumTickets(read: OfficerRead, filter: TicketFilter): Promise<TicketTotals> {
  const { rows: [row] } = await read.db.raw<{ rows: { count: number; principal: string; in_stock: string }[] }>(`${standing()}
    SELECT count(*)::int AS count, coalesce(sum(principal), 0) AS principal, coalesce(sum(in_stock), 0) AS in_stock FROM standing WHERE ${narrowed}`, bindingsOf(filter))
  return { count: row?.count ?? 0, principal: fromNumeric(row?.principal ?? '0'), inStock: fromNumeric(row?.in_stock ?? '0') }
}

const narrowed = `(principal > 0 OR in_stock > 0) AND (:search = '' OR strpos(ticket, :search) > 0)
    AND CASE :state WHEN 'open' THEN principal > 0 WHEN 'due' THEN principal > 0 AND CAST(pledged_on + make_interval(months => :term) AS date) + CAST(:notice AS integer) < CAST(:on AS date) WHEN 'stock' THEN in_stock > 0 ELSE true END`

function bindingsOf({ organisationId, state, search, after, on, rule }: TicketFilter) {
  return {
    organisation: organisationId, state: state ?? '', search: search ?? '', after: after ?? '', on, term: rule.termMonths, notice: rule.noticeDays,
  }
}

/** Which of these are open already, or were: pledged here, renewed, or of before. */
export async function findTicketsOpened(read: OfficerRead, tickets: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await read.db.raw<{ rows: { ticket: string }[] }>(`${standing('AND (l.ticket = ANY (:tickets) OR l.new_ticket = ANY (:tickets))')}
    SELECT ticket FROM standing WHERE ticket = ANY (:tickets) AND is_opened`, { organisation: read.actor.organisationId, tickets })
  return new Set(rows.map(({ ticket }) => ticket))
}

/**
 * What posted documents say of each ticket; a renewal hands the principal to the new one. A ticket is known once something opened it: a pledge, a renewal,
 * the list of those of before. Of any other it is remembered only that it was redeemed, forfeited or sold.
 */
function standing(only = ''): string {
  const from = `FROM pawn_documents d JOIN pawn_lines l ON l.organisation_id = d.organisation_id AND l.document_id = d.id
      WHERE d.organisation_id = :organisation AND d.state = 'posted' ${only}`
  return `
    WITH events AS (
      SELECT ticket, principal, 0 AS in_stock, pledged_on AS since, pledged_on AS document_date, true AS opens, false AS ends FROM pawn_opening_tickets WHERE organisation_id = :organisation
      UNION ALL
      SELECT l.ticket, CASE l.event WHEN 'pledge' THEN l.principal WHEN 'increase' THEN l.principal WHEN 'sale' THEN 0 ELSE -l.principal END AS principal,
        CASE l.event WHEN 'forfeit' THEN l.principal WHEN 'sale' THEN -l.principal ELSE 0 END AS in_stock,
        CASE WHEN l.event IN ('pledge', 'interest') OR l.interest > 0 THEN d.document_date ELSE l.pledged_on END, d.document_date, l.event = 'pledge',
        l.event IN ('redeem', 'forfeit', 'sale') ${from} AND l.ticket IS NOT NULL
      UNION ALL
      SELECT l.new_ticket, l.principal, 0, d.document_date, d.document_date, l.principal > 0, false ${from} AND l.new_ticket IS NOT NULL
    ), opened AS (
      SELECT *, min(document_date) FILTER (WHERE opens) OVER (PARTITION BY ticket) AS opened_on FROM events
    ), standing AS (
      SELECT ticket, bool_or(opens) AS is_opened, greatest(coalesce(sum(principal) FILTER (WHERE document_date >= opened_on), 0), 0) AS principal, greatest(sum(in_stock), 0) AS in_stock, coalesce(max(since), min(document_date)) AS pledged_on, max(document_date) AS moved_on
      FROM opened GROUP BY ticket HAVING bool_or(opens OR ends)
    )`
}

interface Row {
  ticket: string
  principal: string
  in_stock: string
  pledged_on: string
  moved_on: string
}

function ticketOf(row: Row): KnownTicket {
  return { ticket: row.ticket, principal: fromNumeric(row.principal), inStock: fromNumeric(row.in_stock), pledgedOn: calendarDate(row.pledged_on), movedOn: calendarDate(row.moved_on) }
}
