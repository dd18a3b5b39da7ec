// What the proof reads. Every question answers with what does not stand: an empty answer is a clean book.
import { type Knex } from 'knex'
import { type OfficerRead, type Read } from '../../platform/database/work.ts'
import { type Instant } from '../../platform/dates.ts'
import { bookQueries, rebuilding } from './verification.queries.ts'
import { type AskedExport, type Book, type BookOffice, type ExportedVoucher, type Fault, type KeptProof, type ShownSeal, type StoredVoucher } from './verification.ts'

const vouchersAtOnce = 1000

/** In the order of the chain, after the one of this id. */
export async function findStored(read: Read, organisationId: string, after: string): Promise<StoredVoucher[]> {
  const { rows } = await read.db.raw<{ rows: StoredVoucher[] }>(`
    SELECT v.id::text, v.fiscal_year::text, v.type, v.number::text, v.digest, v.head,
      ARRAY[v.organisation_id::text, v.id::text, v.fiscal_year::text, v.type, v.number::text, to_char(v.document_date, 'YYYY-MM-DD'), v.month::text, v.stage::text, v.period::text,
        v.event, v.source_kind, v.source_id::text, v.description::text, v.total::text, v.reverses_id::text, v.prepared_by::text, v.approved_by::text, v.same_person, v.request_id,
        (extract(epoch FROM v.posted_at) * 1000000)::bigint::text] AS fields,
      coalesce((SELECT jsonb_agg(jsonb_build_array(l.line::text, l.account_code, l.side, l.amount::text, to_char(l.document_date, 'YYYY-MM-DD'), l.sub_kind, l.sub_key,
        l.counterparty_id::text, l.budget_line_id::text, l.fund_code, l.revenue_code, l.memo::text) ORDER BY l.line)
        FROM voucher_lines l WHERE l.organisation_id = v.organisation_id AND l.voucher_id = v.id), '[]') AS lines
    FROM vouchers v WHERE v.organisation_id = :organisation AND v.id > :after ORDER BY v.id LIMIT :limit`,
  { organisation: organisationId, after, limit: vouchersAtOnce })
  return rows
}

export async function findBook(read: Read, organisationId: string): Promise<Book | undefined> {
  const row = await read.db('ledger_books').where({ organisation_id: organisationId }).first('vouchers', 'head')
  return row && { vouchers: Number(row.vouchers), head: row.head }
}

export async function findSeals(read: Read, organisationId: string): Promise<ShownSeal[]> {
  const rows = await read.db('ledger_seals').where({ organisation_id: organisationId }).orderBy('id').select('fiscal_year', 'period', 'vouchers', 'head', 'sealed_at')
  return rows.map((row) => ({ fiscalYear: row.fiscal_year, period: row.period, vouchers: Number(row.vouchers), head: row.head, sealedAt: row.sealed_at }))
}

/** By the night, by the office itself, or by one's own. */
export async function findProof(read: OfficerRead, organisationId: string): Promise<KeptProof | undefined> {
  const row: { occurred_at: string; after: Omit<KeptProof, 'provenAt'> } | undefined = await read.db('audit_events').where({ object_kind: 'ledger-book', object_id: organisationId })
    .whereIn('organisation_id', [organisationId, read.actor.organisationId]).whereIn('code', ['LEDGER_PROVEN', 'LEDGER_FAULT']).orderBy('id', 'desc').first('occurred_at', 'after')
  return row && { ...row.after, provenAt: row.occurred_at }
}

/** V5 to V15. */
export async function findFaults(read: Read, organisationId: string): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const [check, query] of bookQueries) {
    const { rows } = await read.db.raw<{ rows: { what: string }[] }>(query, { organisation: organisationId })
    faults.push(...rows.map(({ what }) => ({ check, what })))
  }
  return faults
}

/** Books after this one, in order of organisation. */
export async function findBooksAfter(read: Read, after: string, { limit, code }: { limit: number; code?: string | undefined }): Promise<BookOffice[]> {
  const query = read.db('ledger_books as b').join('organisations as o', 'o.id', 'b.organisation_id').where('b.organisation_id', '>', after)
  if (code !== undefined) query.where('o.code', code)
  return query.orderBy('b.organisation_id').limit(limit).select('o.id', 'o.code', 'o.name')
}

/** Sums kept balances up anew from the lines, as the owner of the tables; answers how many did not stand. What was found is kept in the audit log. */
export async function rebuildBalances(owner: Knex, { code, year, moment }: { code: string; year: number; moment: Instant }): Promise<number> {
  return owner.transaction(async (transaction) => {
    const { rows: [book] } = await transaction.raw<{ rows: { id: string }[] }>(
      'SELECT b.organisation_id AS id FROM ledger_books b JOIN organisations o ON o.id = b.organisation_id WHERE o.code = ? FOR UPDATE OF b', [code])
    if (!book) throw new Error(`no books of ${code}`)
    const found: string[] = []
    for (const [check, query] of bookQueries.filter(([check]) => check === 'V8' || check === 'V9')) {
      const { rows } = await transaction.raw<{ rows: { what: string }[] }>(query, { organisation: book.id })
      found.push(...rows.map(({ what }) => what).filter((what) => check === 'V9' || what.endsWith(`/${year}`)))
    }
    for (const statement of rebuilding) await transaction.raw(statement, { organisation: book.id, year })
    await transaction('audit_events').insert({
      organisation_id: book.id, code: 'LEDGER_REBUILT', before: JSON.stringify({ year, found }), after: JSON.stringify({ changed: found.length }), request_id: 'audit', ip: '', agent: '', occurred_at: moment,
    })
    return found.length
  })
}

/** One number for the books of the whole country at this moment: the SHA-256 of all heads in order of organisation. */
export async function findRoot(read: Read): Promise<string> {
  const { rows } = await read.db.raw<{ rows: { root: string }[] }>(`
    SELECT encode(sha256(coalesce(string_agg(b.head, ''::bytea ORDER BY b.organisation_id), ''::bytea)), 'hex') AS root FROM ledger_books b`)
  return rows[0]?.root ?? ''
}

/** A year's vouchers with what proves them, in the order of the chain, at most so many. */
export async function findExport(read: Read, { organisationId, fiscalYear, after }: AskedExport, most: number): Promise<ExportedVoucher[]> {
  return read.db('vouchers').where({ organisation_id: organisationId, fiscal_year: fiscalYear }).where('id', '>', after).orderBy('id').limit(most)
    .select('id', 'type', 'document_date', read.db.raw(`number::text, fiscal_year::text, total::text, encode(digest, 'hex') AS digest, encode(head, 'hex') AS head`))
}
