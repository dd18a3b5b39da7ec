import { personName } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { type Exception, type Pair, type PairLine, type Unit } from './pair.ts'

export async function findPairs(read: OfficerRead): Promise<Pair[]> {
  const rows = await read.db('inter_agency_pairs').orderBy('code')
  return rows.map((row) => ({
    code: row.code, name: row.name, fromRoles: row.from_role.split(';'), fromAccount: row.from_account, toRoles: row.to_role.split(';'), toAccount: row.to_account, measure: row.measure,
  }))
}

/** The LAO and all its units, the own one among them. */
export async function findUnits(read: OfficerRead): Promise<Unit[]> {
  const lao = read.db('organisations').where({ id: read.actor.organisationId }).select(read.db.raw('coalesce(lao_id, id)'))
  const rows: { id: string; name: string; kind: string; sub_unit_kind: string | null }[] = await read.db('organisations as o')
    .where((any) => any.where('o.id', '=', lao).orWhere('o.lao_id', '=', lao)).orderByRaw('o.lao_id IS NOT NULL, o.code').select('o.id', 'o.name', 'o.kind', 'o.sub_unit_kind')
  return rows.map(({ id, name, kind, sub_unit_kind: subUnit }) => ({ id, name, role: kind === 'SUB' ? `SUB${subUnit ?? ''}` : kind }))
}

/** Own lines on paired accounts, and those of others that name the own office. */
export async function findPairLines(read: OfficerRead, year: FiscalYear): Promise<PairLine[]> {
  const { rows } = await read.db.raw<{ rows: LineRow[] }>('SELECT * FROM interagency_lines(?, ?::smallint)', [read.actor.organisationId, year])
  return rows.map((row) => ({
    organisationId: row.organisation_id, counterpartyId: row.counterparty_id, accountCode: row.account_code, voucherId: row.voucher_id, type: row.type, number: row.number,
    fiscalYear: fiscalYear(row.fiscal_year), documentDate: calendarDate(row.document_date), description: row.description, side: row.side, amount: fromNumeric(row.amount),
    isSent: row.is_sent,
  }))
}

interface LineRow {
  organisation_id: string
  counterparty_id: string
  account_code: string
  voucher_id: string
  type: string
  number: number
  fiscal_year: number
  document_date: string
  description: string
  side: 'D' | 'C'
  amount: string
  is_sent: boolean
}

export async function findExceptions(read: OfficerRead, year: FiscalYear): Promise<Exception[]> {
  const rows = await read.db('inter_agency_exceptions as e').join('users as u', 'u.id', 'e.recorded_by')
    .where({ 'e.organisation_id': read.actor.organisationId, 'e.fiscal_year': year }).orderBy('e.id', 'desc')
    .select('e.counterparty_id', 'e.account_code', 'e.difference', 'e.letter', 'e.reason', 'e.recorded_at', read.db.raw(`${personName('u')} AS recorder`))
  return rows.map((row) => ({
    counterpartyId: row.counterparty_id, account: row.account_code, difference: fromNumeric(row.difference), letter: row.letter, reason: row.reason,
    recordedBy: row.recorder, recordedAt: row.recorded_at,
  }))
}

export interface NewException {
  readonly fiscalYear: FiscalYear
  readonly counterpartyId: string
  readonly account: string
  readonly difference: Money
  readonly letter: string
  readonly reason: string
}

export async function insertException(work: OfficerWork, exception: NewException): Promise<string> {
  const [row] = await work.db('inter_agency_exceptions').insert({
    organisation_id: work.actor.organisationId, fiscal_year: exception.fiscalYear, counterparty_id: exception.counterpartyId, account_code: exception.account,
    difference: toNumeric(exception.difference), letter: exception.letter, reason: exception.reason, recorded_by: work.actor.userId, recorded_at: work.now,
  }).returning('id')
  return row.id
}
