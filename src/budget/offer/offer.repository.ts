// The only SQL of offers. The LAO writes and reads its own; the unit reads those made to it.
import { type Knex } from 'knex'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { totalsOf, type Ordinance } from '../ordinance/ordinance.ts'
import { type Offer, type OfferKey, type OfferLine } from './offer.ts'

export interface NewOffer {
  readonly receiverId: string
  readonly enactedOn: CalendarDate
  readonly reference: string
}

/** Of one task and code with one title there is one line, whichever departments of the LAO it was drafted under: departments are the LAO's own. */
export async function insertOffer(work: OfficerWork, special: Ordinance, { receiverId, enactedOn, reference }: NewOffer): Promise<void> {
  const key = { organisation_id: special.organisationId, document_id: special.id, receiver_id: receiverId }
  const { revenue, expenditure } = totalsOf(special)
  await work.db('budget_offers').insert({
    ...key, fiscal_year: special.fiscalYear, ordinance: reference, ordinal: special.ordinal, title: special.title, enacted_on: enactedOn,
    revenue: toNumeric(revenue), total: toNumeric(expenditure),
  })
  await work.db.raw(`
    INSERT INTO budget_offer_lines (organisation_id, document_id, line, receiver_id, task_code, economic_code, title, amount, explanation)
    SELECT d.organisation_id, d.document_id, row_number() OVER (ORDER BY min(d.line)), ?, d.task_code, d.economic_code, d.title, sum(d.amount), string_agg(d.explanation, ' ' ORDER BY d.line)
    FROM budget_document_lines d WHERE d.organisation_id = ? AND d.document_id = ? GROUP BY d.organisation_id, d.document_id, d.task_code, d.economic_code, d.title`,
  [receiverId, special.organisationId, special.id])
}

/** Made to the own office, the newest first. */
export async function findOffers(read: OfficerRead, { fiscalYear: year }: { readonly fiscalYear?: FiscalYear } = {}): Promise<Offer[]> {
  const query = offers(read).orderBy([{ column: 'f.fiscal_year', order: 'desc' }, { column: 'f.enacted_on', order: 'desc' }, { column: 'f.document_id', order: 'desc' }])
  if (year !== undefined) query.where('f.fiscal_year', year)
  const rows: Row[] = await query
  return rows.map(offerOf)
}

export async function getOffer(read: OfficerRead, { organisationId, documentId }: OfferKey): Promise<Offer & { readonly lines: readonly OfferLine[] }> {
  const row: Row | undefined = await offers(read).where({ 'f.organisation_id': organisationId, 'f.document_id': documentId }).first()
  if (!row) throw new NotFound('offer of a special budget')
  const lines = await read.db('budget_offer_lines').where({ organisation_id: organisationId, document_id: documentId, receiver_id: read.actor.organisationId }).orderBy('line')
  return { ...offerOf(row), lines: lines.map((line) => ({
    line: line.line, taskCode: line.task_code, economicCode: line.economic_code, title: line.title, amount: fromNumeric(line.amount), explanation: line.explanation,
  })) }
}

function offers(read: OfficerRead): Knex.QueryBuilder {
  return read.db('budget_offers as f').join('organisations as o', 'o.id', 'f.organisation_id').where('f.receiver_id', read.actor.organisationId)
    .select('f.*', 'o.name')
}

interface Row {
  organisation_id: string
  document_id: string
  name: string
  fiscal_year: number
  ordinance: string
  ordinal: number | null
  title: string
  enacted_on: string
  revenue: string
  total: string
}

function offerOf(row: Row): Offer {
  return {
    organisationId: row.organisation_id, documentId: row.document_id, organisation: row.name, fiscalYear: fiscalYear(row.fiscal_year), reference: row.ordinance,
    ordinal: row.ordinal, title: row.title, enactedOn: calendarDate(row.enacted_on), revenue: fromNumeric(row.revenue), total: fromNumeric(row.total),
  }
}
