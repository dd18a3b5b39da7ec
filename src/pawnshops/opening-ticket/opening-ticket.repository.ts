import { type Knex } from 'knex'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { type OpeningFilter, type OpeningTicket, type StoredOpeningTicket } from './opening-ticket.ts'

/** By their numbers. */
export async function findOpeningTickets(read: OfficerRead, filter: OpeningFilter, most: number): Promise<FoundPage<StoredOpeningTicket>> {
  const query = narrowed(read, filter).select('t.id', 't.ticket', 't.pledged_on', 't.principal', isUsed(read)).orderBy('t.ticket').limit(most + 1)
  const rows: Row[] = await (filter.after === '' ? query : query.where('t.ticket', '>', filter.after))
  return { items: rows.slice(0, most).map(ticketOf), hasMore: rows.length > most }
}

export async function sumOpeningTickets(read: OfficerRead, filter: Pick<OpeningFilter, 'search'>): Promise<{ readonly count: number; readonly principal: Money }> {
  const row = await narrowed(read, filter).first(read.db.raw('count(*)::int AS count, coalesce(sum(t.principal), 0) AS principal'))
  return { count: row.count, principal: fromNumeric(row.principal) }
}

function narrowed(read: OfficerRead, { search }: Pick<OpeningFilter, 'search'>): Knex.QueryBuilder {
  const query = read.db('pawn_opening_tickets as t').where('t.organisation_id', read.actor.organisationId)
  return search === '' ? query : query.whereRaw('strpos(t.ticket, ?) > 0', [search])
}

function isUsed(read: OfficerRead): Knex.Raw {
  return read.db.raw(`EXISTS (SELECT 1 FROM pawn_lines l JOIN pawn_documents d ON d.organisation_id = l.organisation_id AND d.id = l.document_id
    WHERE l.organisation_id = t.organisation_id AND l.ticket = t.ticket AND d.state NOT IN ('reversed', 'cancelled')) AS is_used`)
}

export async function getOpeningTicket(read: OfficerRead, id: string): Promise<StoredOpeningTicket> {
  const row: Row | undefined = await narrowed(read, { search: '' }).where('t.id', id).first('t.id', 't.ticket', 't.pledged_on', 't.principal', isUsed(read))
  if (!row) throw new NotFound('opening ticket')
  return ticketOf(row)
}

/** In the order given. */
export async function insertOpeningTickets(work: OfficerWork, tickets: readonly OpeningTicket[]): Promise<string[]> {
  const made: { id: string }[] = await work.db('pawn_opening_tickets').insert(tickets.map(({ ticket, pledgedOn, principal }) => ({
    organisation_id: work.actor.organisationId, ticket, pledged_on: pledgedOn, principal: toNumeric(principal), created_by: work.actor.userId, created_at: work.now,
  }))).returning('id')
  return made.map(({ id }) => id)
}

export async function deleteOpeningTicket(work: OfficerWork, id: string): Promise<void> {
  await work.db('pawn_opening_tickets').where({ organisation_id: work.actor.organisationId, id }).delete()
}

interface Row {
  id: string
  ticket: string
  pledged_on: string
  principal: string
  is_used: boolean
}

function ticketOf(row: Row): StoredOpeningTicket {
  return { id: row.id, ticket: row.ticket, pledgedOn: calendarDate(row.pledged_on), principal: fromNumeric(row.principal), isUsed: row.is_used }
}
