import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { usualForm, type ChequeForm, type FormField, type FormKind, type FormSettings, type FormTarget, type ListedForm, type Paper, type Place } from './cheque-form.ts'

/** The office's own, otherwise (a book's) that of its bank, otherwise the country's. */
export async function findForm(read: OfficerRead, target: FormTarget): Promise<ChequeForm> {
  const row = await findRow(read, target)
  if (row !== undefined) return formOf(target, row, await findOwnPlaces(read, row.id))
  if (target.bookId === null) return usualForm(target, await findUsualPlaces(read, target.kind))
  return { ...await findForm(read, { ...target, bookId: null }), bookId: target.bookId, id: null, version: 0 }
}

/** Held until commit, where it is there. */
export async function lockForm(work: OfficerWork, target: FormTarget): Promise<Pick<ChequeForm, 'id' | 'version'>> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`cheque form ${work.actor.organisationId} ${target.kind} ${target.bankName} ${target.bookId ?? ''}`])
  const row = await findRow(work, target)
  return row === undefined ? { id: null, version: 0 } : { id: row.id, version: row.version }
}

export async function saveForm(work: OfficerWork, { id, version }: Pick<ChequeForm, 'id' | 'version'>, { places, ...form }: FormTarget & FormSettings): Promise<string> {
  const own = { organisation_id: work.actor.organisationId }
  const settings = { paper: form.paper, shift_x: form.shiftX, shift_y: form.shiftY }
  const formId = id ?? await inserted(work, { ...own, kind: form.kind, bank_name: form.bankName, book_id: form.bookId, ...settings })
  if (id !== null) await work.db('cheque_forms').where({ ...own, id }).update({ ...settings, version: version + 1 })
  await work.db('cheque_form_fields').where({ ...own, form_id: formId }).delete()
  await work.db('cheque_form_fields').insert(places.map(({ isPrinted, ...place }) => ({ ...own, form_id: formId, ...place, is_printed: isPrinted })))
  return formId
}

async function inserted(work: OfficerWork, columns: object): Promise<string> {
  const [row] = await work.db('cheque_forms').insert(columns).returning('id')
  return row.id
}

/** Banks of current accounts with their books in use, and banks of savings accounts. */
export async function findFormTargets(read: OfficerRead): Promise<ListedForm[]> {
  const { rows } = await read.db.raw<{ rows: TargetRow[] }>(`
    WITH wanted AS (SELECT b.organisation_id, CASE WHEN b.kind = 'current' THEN 'cheque' ELSE 'withdrawal' END AS kind, b.bank_name, NULL::bigint AS book_id, '' AS book, 'account-' || min(b.id) AS key
        FROM bank_accounts b WHERE b.organisation_id = :own AND b.is_active AND b.kind IN ('current', 'savings') GROUP BY b.organisation_id, b.kind, b.bank_name
      UNION ALL SELECT k.organisation_id, 'cheque', b.bank_name, k.id, k.book::text, 'book-' || k.id FROM cheque_books k
        JOIN bank_accounts b ON b.organisation_id = k.organisation_id AND b.id = k.bank_account_id WHERE k.organisation_id = :own AND k.state = 'in_use')
    SELECT w.key, w.kind, w.bank_name, w.book_id, w.book, f.shift_x, f.shift_y FROM wanted w
      LEFT JOIN cheque_forms f ON f.organisation_id = w.organisation_id AND f.kind = w.kind AND f.bank_name = w.bank_name AND f.book_id IS NOT DISTINCT FROM w.book_id
    ORDER BY w.bank_name COLLATE "th-TH-x-icu", w.kind, w.book_id NULLS FIRST`, { own: read.actor.organisationId })
  return rows.map((row) => ({
    key: row.key, kind: row.kind, bankName: row.bank_name, bookId: row.book_id, book: row.book, kept: row.shift_x === null ? undefined : { shiftX: Number(row.shift_x), shiftY: Number(row.shift_y) },
  }))
}

function findRow(read: OfficerRead, { kind, bankName, bookId }: FormTarget): Promise<Row | undefined> {
  return read.db('cheque_forms').where({ organisation_id: read.actor.organisationId, kind, bank_name: bankName, book_id: bookId }).first('id', 'version', 'paper', 'shift_x', 'shift_y')
}

async function findOwnPlaces(read: OfficerRead, formId: string): Promise<PlaceRow[]> {
  return read.db('cheque_form_fields as f').join('cheque_forms as m', (on) => on.on('m.organisation_id', 'f.organisation_id').andOn('m.id', 'f.form_id'))
    .leftJoin('cheque_form_places as p', (on) => on.on('p.kind', 'm.kind').andOn('p.field', 'f.field'))
    .where({ 'f.organisation_id': read.actor.organisationId, 'f.form_id': formId }).orderBy('p.sort').select('f.field', 'f.x', 'f.y', 'f.width', 'f.size', 'f.is_printed')
}

async function findUsualPlaces(read: OfficerRead, kind: FormKind): Promise<Place[]> {
  const rows: PlaceRow[] = await read.db('cheque_form_places').where({ kind }).orderBy('sort').select('field', 'x', 'y', 'width', 'size', read.db.raw('true AS is_printed'))
  return rows.map(placeOf)
}

interface Row {
  id: string
  version: number
  paper: Paper
  shift_x: string
  shift_y: string
}

interface PlaceRow {
  field: FormField
  x: string
  y: string
  width: string
  size: string
  is_printed: boolean
}

interface TargetRow {
  key: string
  kind: FormKind
  bank_name: string
  book_id: string | null
  book: string
  shift_x: string | null
  shift_y: string | null
}

function formOf(target: FormTarget, row: Row, places: readonly PlaceRow[]): ChequeForm {
  return { ...target, id: row.id, version: row.version, paper: row.paper, shiftX: Number(row.shift_x), shiftY: Number(row.shift_y), places: places.map(placeOf) }
}

function placeOf(row: PlaceRow): Place {
  return { field: row.field, x: Number(row.x), y: Number(row.y), width: Number(row.width), size: Number(row.size), isPrinted: row.is_printed }
}
