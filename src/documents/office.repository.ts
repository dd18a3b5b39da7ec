// Offices whose documents an officer may open: the own one, and those below an LAO. Others, as far as the scope reaches, by address.
import { type OfficerRead, type OrganisationKind } from '../platform/database/work.ts'
import { NotFound } from '../platform/errors.ts'
import { type Office } from './office.ts'

/** Outside the scope there is no such office. */
export async function getOffice(read: OfficerRead, organisationId: string): Promise<Office> {
  const row: Row | undefined = await offices(read).where('o.id', organisationId).whereRaw('laas_sees(o.id)').first()
  if (!row) throw new NotFound('office')
  return officeOf(row)
}

/** The own office first, then those below it of these kinds. */
export async function findOffices(read: OfficerRead, below: readonly OrganisationKind[] = ['SUB', 'PAWN']): Promise<Office[]> {
  const own = read.actor.organisationId
  const rows: Row[] = await offices(read).where('o.id', own).orWhere((lower) => lower.where('o.lao_id', own).whereIn('o.kind', below))
    .orderByRaw('o.id <> ?, o.code', [own])
  return rows.map(officeOf)
}

interface Row {
  id: string
  name: string
  kind: OrganisationKind
  lao_kind: string | null
  chart_kind: string
}

function offices(read: OfficerRead) {
  return read.db('organisations as o').leftJoin('sub_unit_kinds as k', 'k.code', 'o.sub_unit_kind')
    .select('o.id', 'o.name', 'o.kind', 'o.lao_kind', read.db.raw('coalesce(k.chart_kind, o.kind) AS chart_kind'))
}

function officeOf(row: Row): Office {
  return { organisationId: row.id, name: row.name, kind: row.kind, laoKind: row.lao_kind, chartKind: row.chart_kind }
}
