import { calendarDate } from '../../platform/dates.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type HomeNotice, type OrganisationCard } from './front.ts'

/** The profile card from the registry; what nobody has recorded yet is left out, not invented. */
export async function getCard(read: OfficerRead): Promise<OrganisationCard> {
  const { rows } = await read.db.raw(
    `SELECT o.name, o.code, o.district, p.name AS province, parent.name AS parent_name, coalesce(k.name, s.name, '') AS kind_name, f.*,
       (SELECT count(*)::int FROM organisations c WHERE c.lao_id = o.id) AS sub_units,
       CASE WHEN o.kind IN ('DLA', 'PROV') THEN (SELECT count(*)::int FROM organisations l WHERE l.kind = 'LAO' AND (o.kind = 'DLA' OR l.province_code = o.province_code)) ELSE 0 END AS laos
     FROM organisations o LEFT JOIN provinces p ON p.code = o.province_code LEFT JOIN organisations parent ON parent.id = o.lao_id
       LEFT JOIN lao_kinds k ON k.code = o.lao_kind LEFT JOIN sub_unit_kinds s ON s.code = o.sub_unit_kind
       LEFT JOIN organisation_profiles f ON f.organisation_id = o.id WHERE o.id = ?`,
    [read.actor.organisationId],
  )
  const row = rows[0]
  const day = (text: string | null) => (text === null ? undefined : calendarDate(text))
  return {
    name: row.name, code: row.code, kindName: row.kind_name, district: row.district ?? undefined, province: row.province ?? undefined,
    parentName: row.parent_name ?? undefined, address: row.address ?? undefined, postcode: row.postcode ?? undefined, phone: row.phone ?? undefined,
    areaSquareKm: row.area_square_km ?? undefined, men: row.population_male ?? undefined, women: row.population_female ?? undefined,
    executiveName: row.executive_name ?? undefined, electedOn: day(row.elected_on), termEndsOn: day(row.term_ends_on), staff: row.staff ?? [],
    subUnits: row.sub_units, laos: row.laos,
  }
}

export async function findNotices(read: OfficerRead): Promise<HomeNotice[]> {
  const rows = await read.db('news').where({ list: 'update' }).whereRaw('? = ANY(audiences)', [read.actor.organisationKind]).where('published_from', '<=', read.today)
    .whereRaw('(published_until IS NULL OR published_until > ?)', [read.today]).orderBy([{ column: 'is_pinned', order: 'desc' }, { column: 'published_from', order: 'desc' }])
    .limit(6).select('code', 'title', 'published_from')
  return rows.map((row) => ({ code: row.code, title: row.title, publishedFrom: calendarDate(row.published_from) }))
}

/** The sign-in before the present one (ID-12). */
export async function findPreviousSignIn(read: OfficerRead): Promise<{ at: string; ip: string; agent: string } | undefined> {
  const rows = await read.db('audit_events').where({ organisation_id: read.actor.organisationId, user_id: read.actor.userId, code: 'AUTH_SIGNED_IN' }).orderBy('id', 'desc').limit(2).select('occurred_at', 'ip', 'agent')
  const previous = rows[1]
  return previous && { at: previous.occurred_at, ip: previous.ip, agent: previous.agent }
}

/** By which one knows whether anything changed: the latest of the office's documents in the log. */
export async function findLastChange(read: OfficerRead): Promise<string> {
  const row = await read.db('audit_events').where({ organisation_id: read.actor.organisationId }).whereRaw("code LIKE 'DOC%'").orderBy('id', 'desc').first('id')
  return row?.id ?? ''
}
