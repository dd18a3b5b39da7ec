import { type Knex } from 'knex'
import { headColumns, headRows, newestFirst, onePage, orTryAgain, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, personName, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type BankAccountKind } from '../../registers/index.ts'
import { calendarDate, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type Pieces } from '../cash-count/cash-count.ts'
import { type EarlierSigning, type PositionCommand, type PositionFilter, type PositionHead, type PositionState } from './daily-position.ts'

export const positionRows = headRows('daily_positions')

export async function findPositions(read: OfficerRead, filter: PositionFilter): Promise<FoundPage<PositionHead>> {
  return onePage(newestFirst(heads(read), { alias: 'p', day: 'position_date' }, filter), headOf)
}

export interface StoredPosition extends PositionHead {
  readonly pieces: Pieces
  readonly remark: string
  /** What was signed. */
  readonly frozen: string | null
  readonly digest: string | null
}

export async function getStored(read: OfficerRead, organisationId: string, id: string): Promise<StoredPosition> {
  const row: FullRow | undefined = await heads(read).where({ 'p.organisation_id': organisationId, 'p.id': id }).select('p.pieces', 'p.remark', 'p.figures', 'p.digest').first()
  if (!row) throw new NotFound('daily position')
  return { ...headOf(row), pieces: row.pieces, remark: row.remark, frozen: row.figures, digest: row.digest }
}

export async function findOfDay(read: OfficerRead, day: CalendarDate): Promise<string | undefined> {
  const row = await read.db('daily_positions').where({ organisation_id: read.actor.organisationId, position_date: day }).first('id')
  return row?.id
}

export async function insertPosition(work: OfficerWork, command: PositionCommand & { formKey: string }): Promise<string> {
  const [row] = await work.db('daily_positions').insert({
    organisation_id: work.actor.organisationId, state: 'draft', fiscal_year: fiscalYearOf(command.positionDate), position_date: command.positionDate, ...columnsOf(command),
    form_key: command.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id').catch(orTryAgain())
  return row.id
}

/** Who counted last is who prepared it. */
export async function updatePosition(work: OfficerWork, position: PositionHead, command: PositionCommand): Promise<void> {
  await positionRows.change(work, position, { ...columnsOf(command), prepared_by: work.actor.userId, prepared_at: work.now })
}

const columnsOf = ({ pieces, remark }: PositionCommand) => ({ pieces: JSON.stringify(pieces), remark })

export async function freezePosition(work: OfficerWork, position: PositionHead, { figures, digest }: { figures: string; digest: string }): Promise<void> {
  await positionRows.change(work, position, { state: 'signed', figures, digest, signed_by: work.actor.userId, signed_at: work.now })
}

/** What was signed is kept, with why it is opened again. */
export async function thawPosition(work: OfficerWork, position: PositionHead, reason: string): Promise<void> {
  await work.db.raw(`INSERT INTO daily_position_signings (organisation_id, position_id, figures, digest, signed_by, signed_at, reopened_by, reopened_at, reason)
    SELECT organisation_id, id, figures, digest, signed_by, signed_at, :by, :at, :reason FROM daily_positions WHERE organisation_id = :own AND id = :id`,
  { own: work.actor.organisationId, id: position.id, by: work.actor.userId, at: work.now, reason })
  await positionRows.change(work, position, { state: 'draft', figures: null, digest: null, signed_by: null, signed_at: null })
}

/** Oldest first. */
export async function findEarlierSignings(read: OfficerRead, { organisationId, id }: { organisationId: string; id: string }): Promise<EarlierSigning[]> {
  const rows = await read.db('daily_position_signings as g').join('users as s', 's.id', 'g.signed_by').join('users as r', 'r.id', 'g.reopened_by')
    .where({ 'g.organisation_id': organisationId, 'g.position_id': id }).orderBy('g.signed_at')
    .select('g.signed_at', 'g.digest', 'g.reopened_at', 'g.reason', read.db.raw(`${personName('s')} AS signer, ${personName('r')} AS reopener`))
  return rows.map((row) => ({ signer: row.signer, signedAt: row.signed_at, digest: row.digest, reopener: row.reopener, reopenedAt: row.reopened_at, reason: row.reason }))
}

export interface DayMovement {
  readonly received: Money
  readonly paidIn: Money
  readonly paid: Money
}

/** What one day did to these accounts: what pay-ins moved apart from the rest. */
export async function findDay(read: OfficerRead, asked: { organisationId: string; accountCodes: readonly string[]; day: CalendarDate }): Promise<{ in: DayMovement; out: DayMovement }> {
  const { rows: [row] } = await read.db.raw<{ rows: Record<'debit' | 'credit' | 'pay_in_debit' | 'pay_in_credit', string>[] }>(`
    SELECT coalesce(sum(l.amount) FILTER (WHERE l.side = 'D' AND NOT p), 0) AS debit, coalesce(sum(l.amount) FILTER (WHERE l.side = 'C' AND NOT p), 0) AS credit,
      coalesce(sum(l.amount) FILTER (WHERE l.side = 'D' AND p), 0) AS pay_in_debit, coalesce(sum(l.amount) FILTER (WHERE l.side = 'C' AND p), 0) AS pay_in_credit
    FROM voucher_lines l JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id CROSS JOIN LATERAL (SELECT v.source_kind = 'pay-in' AS p) s
    WHERE l.organisation_id = :organisationId AND l.account_code = ANY (:codes) AND l.document_date = :day
      AND v.event NOT LIKE 'opening.carried%' AND v.event NOT LIKE 'opening.corrected%'`, { organisationId: asked.organisationId, codes: [...asked.accountCodes], day: asked.day })
  const of = (name: 'debit' | 'credit' | 'pay_in_debit' | 'pay_in_credit') => fromNumeric(row?.[name] ?? '0')
  return {
    in: { received: of('debit'), paidIn: of('pay_in_debit'), paid: of('credit') }, out: { received: of('debit'), paidIn: of('pay_in_credit'), paid: of('credit') },
  }
}

export interface OwnAccount {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly branch: string
  readonly kind: BankAccountKind
  readonly accountCode: string
}

/** Of any office one may look at, out of use or not: money may still lie there. */
export async function findAccounts(read: OfficerRead, organisationId: string): Promise<OwnAccount[]> {
  const rows = await read.db('bank_accounts').where({ organisation_id: organisationId }).orderBy('id').select('id', 'bank_name', 'branch', 'kind', 'account_number', 'account_code')
  return rows.map((row) => ({ id: row.id, name: row.bank_name, branch: row.branch, kind: row.kind, number: row.account_number, accountCode: row.account_code }))
}

/** Cheques in the safe at the end of the day: summed up and not put into the bank with the slip, by no pay-in and not sent back until then. */
export async function findKeptCheques(read: OfficerRead, organisationId: string, day: CalendarDate): Promise<{ readonly count: number; readonly amount: Money }> {
  const { rows: [row] } = await read.db.raw<{ rows: { count: number; amount: string }[] }>(`
    SELECT count(*)::int AS count, coalesce(sum(p.amount), 0)::numeric(18,2) AS amount FROM receipt_payments p
    JOIN receipts r ON r.organisation_id = p.organisation_id AND r.id = p.receipt_id AND r.state = 'summarised'
    JOIN remittances s ON s.organisation_id = r.organisation_id AND s.id = r.remittance_id AND s.cash_bank_account_id IS NULL
    JOIN remittance_summaries m ON m.organisation_id = s.organisation_id AND m.id = s.summary_id AND m.summary_date <= :day
    WHERE p.organisation_id = :organisationId AND p.means = 'cheque'
      AND NOT EXISTS (SELECT FROM pay_in_cheques c JOIN pay_ins i ON i.organisation_id = c.organisation_id AND i.id = c.pay_in_id
        WHERE c.organisation_id = p.organisation_id AND (c.receipt_id = p.receipt_id AND c.receipt_line = p.line OR c.receipt_id IS NULL AND c.amount = p.amount
          AND ltrim(regexp_replace(c.number, '[^0-9]', '', 'g'), '0') = ltrim(regexp_replace(p.cheque_number, '[^0-9]', '', 'g'), '0')) AND i.state = 'paid-in' AND i.paid_on <= :day)
      AND NOT EXISTS (SELECT FROM money_entries e WHERE e.organisation_id = p.organisation_id AND e.cheque_receipt_id = p.receipt_id AND e.cheque_line = p.line AND e.state = 'posted' AND e.entry_date <= :day)`,
  { organisationId, day })
  return { count: row?.count ?? 0, amount: fromNumeric(row?.amount ?? '0.00') }
}

/** Receipts and slips up to the day that no confirmed summary has. */
export async function countUnsummarised(read: OfficerRead, organisationId: string, day: CalendarDate): Promise<number> {
  const row = await read.db('receipts').where({ organisation_id: organisationId }).whereIn('state', ['recorded', 'remitted', 'cancelling']).where('receipt_date', '<=', day)
    .count({ count: '*' }).first()
  return Number(row?.count ?? 0)
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('daily_positions as p').join('users as u', 'u.id', 'p.prepared_by').leftJoin('users as s', 's.id', 'p.signed_by')
    .select(...headColumns('p'), 'p.position_date', 'p.prepared_by', 'p.signed_at', read.db.raw(`${person('u')} AS preparer, ${person('s')} AS signer`))
}

interface HeadRow extends StoredHeadRow<PositionState> {
  position_date: string
  prepared_by: string
  preparer: Person
  signer: Person | null
  signed_at: string | null
}

interface FullRow extends HeadRow {
  pieces: Pieces
  remark: string
  figures: string | null
  digest: string | null
}

function headOf(row: HeadRow): PositionHead {
  return {
    ...storedHead(row), positionDate: calendarDate(row.position_date), authorId: row.prepared_by, preparerId: row.prepared_by, preparer: row.preparer, signer: row.signer,
    signedAt: row.signed_at,
  }
}
