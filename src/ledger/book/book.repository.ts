// Whose books an officer may open: the own ones, and those of the sub-units of an LAO. Others, as far as the scope reaches, by address.
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound } from '../../platform/errors.ts'
import { type Book } from './book.ts'

export async function findBooks(read: OfficerRead): Promise<Book[]> {
  const own = read.actor.organisationId
  const rows = await books(read).where('o.id', own).orWhere('o.lao_id', own).orderByRaw('o.id <> ?, o.code', [own])
  return rows.map(bookOf)
}

/** Outside the scope there is no such book. */
export async function getBook(read: OfficerRead, organisationId: string): Promise<Book> {
  const row = await books(read).where('o.id', organisationId).whereRaw('laas_sees(o.id)').first()
  if (!row) throw new NotFound('book')
  return bookOf(row)
}

function books(read: OfficerRead) {
  return read.db('organisations as o').leftJoin('sub_unit_kinds as k', 'k.code', 'o.sub_unit_kind')
    .select('o.id', 'o.name', read.db.raw('coalesce(k.chart_kind, o.kind) AS chart_kind'))
}

function bookOf(row: { id: string; name: string; chart_kind: string }): Book {
  return { organisationId: row.id, name: row.name, chartKind: row.chart_kind }
}
