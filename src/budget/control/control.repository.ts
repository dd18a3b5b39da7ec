// The two statements of a movement: one locks the lines and reads all that must be known, one writes movement and entries.
// Balances, holds and cash follow from the entries by themselves, in the database.
import { orTryAgain } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, compareDates, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { fromNumeric, minus, plus, toNumeric, zero, type Money } from '../../platform/money.ts'
import { budgetText } from '../budget.text.ts'
import { type Act, type Entry, type Held, type HeldLine, type HeldStage, type Hold, type Source } from './control.ts'
import { balanceOf, controlLineOf, lineColumns, type ControlLineRow } from './control-row.ts'

export interface Wanted {
  readonly act: Act
  readonly lineIds: readonly string[]
  /** Whose holds are read. */
  readonly holders: readonly Source[]
}

export interface Locked extends Held {
  /** The movement this source and event have made already. */
  readonly made: string | undefined
}

/** Held until commit, in the order of their ids, by who counts on what is available without a movement of its own. */
export async function holdLines(work: OfficerWork, ids: readonly string[]): Promise<void> {
  await work.db.raw('SELECT count(*) FROM budget_lock(?::bigint[])', [[...ids]])
}

/** Held until commit, in the order of their ids. */
export async function lockLines(work: OfficerWork, { act, lineIds, holders }: Wanted): Promise<Locked> {
  const rows = (await work.db.raw<{ rows: LockedRow[] }>(locking, {
    ids: [...lineIds], organisation: work.actor.organisationId, kind: act.source.kind, source: act.source.id, event: act.event,
  })).rows
  const made = rows.find((row) => row.made !== null)?.made ?? undefined
  if (made !== undefined) return { made, lines: new Map(), holds: [] }
  const late = rows.filter((row) => row.last_granted_on !== null && compareDates(calendarDate(row.last_granted_on), act.date) > 0)
  const later = await grantsAfter(work, late.map((row) => row.id), act.date)
  return { made, lines: new Map(rows.map((row) => [row.id, heldLine(row, later.get(row.id) ?? zero)])), holds: await findHolds(work, lineIds, holders) }
}

const locking = `
  SELECT (SELECT m.id FROM budget_movements m WHERE m.organisation_id = :organisation AND m.source_kind = :kind AND m.source_id = :source
      AND m.event = :event) AS made, ${lineColumns}, d.kind AS fund_kind, c.received AS fund_received, c.paid AS fund_paid
  FROM budget_lock(:ids::bigint[]) b JOIN budget_lines l ON l.organisation_id = b.organisation_id AND l.id = b.line_id
  LEFT JOIN budget_documents d ON d.organisation_id = l.organisation_id AND d.id = l.fund_document_id
  LEFT JOIN budget_cash c ON c.organisation_id = l.organisation_id AND c.document_id = l.fund_document_id`

/** What was given to each line after that day: documents of an earlier day cannot use it (§3.5). */
async function grantsAfter(read: OfficerRead, lineIds: readonly string[], date: CalendarDate): Promise<Map<string, Money>> {
  if (lineIds.length === 0) return new Map()
  const { rows } = await read.db.raw<{ rows: { line_id: string; amount: string }[] }>(`
    SELECT e.line_id, sum(e.amount) AS amount FROM budget_entries e JOIN budget_lines l ON l.organisation_id = e.organisation_id AND l.id = e.line_id
    WHERE e.line_id = ANY (?::bigint[]) AND e.effective_on > ? AND e.amount > 0
      AND e.stage IN ('approved', 'supplemented', 'transferred', 'released', 'allowance') GROUP BY 1`, [[...lineIds], date])
  return new Map(rows.map((row) => [row.line_id, fromNumeric(row.amount)]))
}

/** What a document of that day may still use, allowance included; lines out of sight are missing. */
export async function getAvailable(read: OfficerRead, ids: readonly string[], on: CalendarDate): Promise<Map<string, Money>> {
  const rows = await read.db('budget_balances').whereIn('line_id', [...ids]).select('line_id', 'available', 'allowance')
  const later = await grantsAfter(read, ids, on)
  return new Map(rows.map((row) => [
    row.line_id, minus(plus(fromNumeric(row.available), fromNumeric(row.allowance)), later.get(row.line_id) ?? zero),
  ]))
}

async function findHolds(work: OfficerWork, lineIds: readonly string[], holders: readonly Source[]): Promise<Hold[]> {
  if (holders.length === 0) return []
  const rows: HoldRow[] = await work.db('budget_holds').where('organisation_id', work.actor.organisationId).whereIn('line_id', [...lineIds])
    .whereIn(['holder_kind', 'holder_id'], holders.map(({ kind, id }) => [kind, id])).select('line_id', 'stage', 'holder_kind', 'holder_id', 'amount')
  return rows.map(holdOf)
}

/** Everything held on these lines, for whatever document. */
export async function findHoldsOn(read: OfficerRead, lineIds: readonly string[]): Promise<Hold[]> {
  const rows: HoldRow[] = await read.db('budget_holds').where('organisation_id', read.actor.organisationId).whereIn('line_id', [...lineIds]).where('amount', '>', 0)
    .orderBy(['line_id', 'stage', 'holder_kind', 'holder_id']).select('line_id', 'stage', 'holder_kind', 'holder_id', 'amount')
  return rows.map(holdOf)
}

/** Everything held for one document, on whatever lines. */
export async function findHoldsOf(read: OfficerRead, holder: Source, stage: HeldStage): Promise<Hold[]> {
  const rows: HoldRow[] = await read.db('budget_holds')
    .where({ organisation_id: read.actor.organisationId, holder_kind: holder.kind, holder_id: holder.id, stage }).where('amount', '>', 0)
    .orderBy('line_id').select('line_id', 'stage', 'holder_kind', 'holder_id', 'amount')
  return rows.map(holdOf)
}

export async function findMovement(read: OfficerRead, { source, event }: Pick<Act, 'source' | 'event'>): Promise<string | undefined> {
  const row = await read.db('budget_movements')
    .where({ organisation_id: read.actor.organisationId, source_kind: source.kind, source_id: source.id, event }).first('id')
  return row?.id
}

export async function insertMovement(work: OfficerWork, act: Act, entries: readonly Entry[]): Promise<string> {
  const { rows } = await work.db.raw<{ rows: { id: string }[] }>(insertion, {
    organisation: work.actor.organisationId, fiscalYear: fiscalYearOf(act.date), date: act.date, kind: act.source.kind, source: act.source.id,
    event: act.event, description: act.description, by: work.actor.userId, now: work.now, entries: JSON.stringify(entries.map(entryRow)),
  }).catch(orTryAgain('budget_movement_once')).catch(orRefuse(act))
  const [row] = rows
  if (!row) throw new Error('no movement was written')
  return row.id
}

const insertion = `
  WITH movement AS (
    INSERT INTO budget_movements (organisation_id, fiscal_year, effective_on, source_kind, source_id, event, description, recorded_by, recorded_at)
    VALUES (:organisation, :fiscalYear, :date, :kind, :source, :event, :description, :by, :now) RETURNING organisation_id, id, effective_on
  ), entry AS (
    INSERT INTO budget_entries (organisation_id, movement_id, line_id, effective_on, stage, amount, holder_kind, holder_id)
    SELECT m.organisation_id, m.id, e.line_id, m.effective_on, e.stage, e.amount, e.holder_kind, e.holder_id
    FROM movement m, jsonb_to_recordset(:entries) AS e (line_id bigint, stage text, amount numeric, holder_kind text, holder_id bigint) ORDER BY e.line_id
  )
  SELECT id FROM movement`

function entryRow({ lineId, stage, amount, holder }: Entry): object {
  return { line_id: lineId, stage, amount: toNumeric(amount), holder_kind: holder?.kind ?? null, holder_id: holder?.id ?? null }
}

/** The database's fences say the same as the gate; reached only where a lock was not asked for. */
function orRefuse({ field = '' }: Act): (error: unknown) => never {
  return (error) => {
    const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
    throw fences.includes(constraint) ? new RuleBroken({ [field]: budgetText.errors.stale }) : error
  }
}

const fences = ['budget_never_overdrawn', 'budget_hold_not_exceeded', 'budget_cash_not_exceeded', 'budget_refund_within_paid']

interface HoldRow {
  line_id: string
  stage: HeldStage
  holder_kind: string
  holder_id: string
  amount: string
}

function holdOf(row: HoldRow): Hold {
  return { lineId: row.line_id, stage: row.stage, holder: { kind: row.holder_kind, id: row.holder_id }, amount: fromNumeric(row.amount) }
}

interface LockedRow extends ControlLineRow {
  readonly made: string | null
  readonly fund_kind: string | null
  readonly fund_received: string | null
  readonly fund_paid: string | null
}

function heldLine(row: LockedRow, later: Money): HeldLine {
  const balance = balanceOf(row)
  return {
    ...controlLineOf(row), balance, availableOn: minus(plus(balance.available, balance.allowance), later),
    ...(row.fund_kind !== null && row.fund_received !== null && row.fund_paid !== null && {
      fund: { kind: row.fund_kind, received: fromNumeric(row.fund_received), paid: fromNumeric(row.fund_paid) },
    }),
  }
}
