import { type Knex } from 'knex'
import { headRows, isTwin, onePage, type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, type CalendarDate } from '../../platform/dates.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type RunState } from '../pay-run/pay-run.ts'
import { welfareText } from '../welfare.text.ts'
import { type EndReason, type WelfareCommand, type WelfareFilter, type WelfareKind, type WelfarePerson, type WelfareStep } from './welfare.ts'

export const welfareRows = headRows('welfare_people')

const byName = 'p.name COLLATE "th-TH-x-icu"'

export async function findWelfareKinds(read: OfficerRead): Promise<WelfareKind[]> {
  const rows: { code: string; name: string; item_code: string }[] = await read.db('welfare_kinds').orderBy('sort')
  return rows.map((row) => ({ code: row.code, name: row.name, itemCode: row.item_code }))
}

export async function findWelfareSteps(read: OfficerRead): Promise<WelfareStep[]> {
  const rows: { kind: string; valid_from: string; age_from: number; amount: string }[] = await read.db('welfare_steps').orderBy(['kind', 'valid_from', 'age_from'])
  return rows.map((row) => ({ kind: row.kind, validFrom: calendarDate(row.valid_from), ageFrom: row.age_from, amount: fromNumeric(row.amount) }))
}

export async function findWelfare(read: OfficerRead, filter: WelfareFilter, { month, most }: { readonly month: CalendarDate; readonly most?: number }): Promise<FoundPage<WelfarePerson>> {
  const query = narrowed(read, filter, month).orderByRaw(`${byName}, w.id`)
  if (filter.after !== undefined) {
    query.whereRaw(`(${byName}, w.id) > (SELECT ${byName}, w.id FROM welfare_people w JOIN payees p ON p.organisation_id = w.organisation_id AND p.id = w.payee_id
      WHERE w.organisation_id = ? AND w.id = ?)`, [read.actor.organisationId, filter.after])
  }
  return onePage(query, personOf, most)
}

export async function countWelfare(read: OfficerRead, filter: WelfareFilter, month: CalendarDate): Promise<number> {
  const [row] = await narrowed(read, filter, month).clearSelect().count({ count: '*' })
  return Number(row?.count ?? 0)
}

export async function getWelfarePerson(read: OfficerRead, id: string): Promise<WelfarePerson> {
  const row: Row | undefined = await people(read).where('w.id', id).first()
  if (!row) throw new NotFound('welfare person')
  return personOf(row)
}

export interface PaidMonth {
  readonly runId: string
  readonly month: CalendarDate
  readonly state: RunState
  readonly amount: Money
}

/** Months in which the person stands in a living run, the newest first. */
export async function findPaidMonths(read: OfficerRead, personId: string): Promise<PaidMonth[]> {
  const { rows } = await read.db.raw<{ rows: { id: string; month: string; state: RunState; amount: string }[] }>(`
    SELECT r.id, r.month, r.state, sum(i.amount) AS amount
    FROM pay_run_people y JOIN pay_runs r ON r.organisation_id = y.organisation_id AND r.id = y.run_id
    JOIN pay_run_items i ON i.organisation_id = y.organisation_id AND i.run_id = y.run_id AND i.line = y.line AND i.side = 'pay'
    WHERE y.organisation_id = ? AND y.person_id = ? AND r.kind = 'welfare' AND r.state <> 'cancelled' GROUP BY 1, 2, 3 ORDER BY r.month DESC`, [read.actor.organisationId, personId])
  return rows.map((row) => ({ runId: row.id, month: calendarDate(row.month), state: row.state, amount: fromNumeric(row.amount) }))
}

export async function insertWelfare(work: OfficerWork, person: WelfareCommand, formKey: string | null): Promise<string> {
  const [row] = await work.db('welfare_people').insert({
    organisation_id: work.actor.organisationId, ...columnsOf(person), form_key: formKey, made_by: work.actor.userId, made_at: work.now,
  }).returning('id').catch(orTaken)
  return row.id
}

export async function updateWelfare(work: OfficerWork, person: WelfarePerson, changed: WelfareCommand): Promise<void> {
  await welfareRows.change(work, { ...person, organisationId: work.actor.organisationId }, columnsOf(changed)).catch(orTaken)
}

function columnsOf(person: WelfareCommand): object {
  return { payee_id: person.payeeId, kind: person.kind, birth_date: person.birthDate, starts_on: person.startsOn, ended_on: person.endedOn, end_reason: person.endReason }
}

function orTaken(error: unknown): never {
  throw isTwin(error, 'welfare_people_once') ? new RuleBroken({ person: welfareText.errors.taken }) : error
}

function narrowed(read: OfficerRead, filter: WelfareFilter, month: CalendarDate): Knex.QueryBuilder {
  const query = people(read)
  if (filter.kind) query.where('w.kind', filter.kind)
  if (filter.isEntitled) query.where('w.starts_on', '<=', month).whereRaw("(w.ended_on IS NULL OR date_trunc('month', w.ended_on) >= ?::date)", [month])
  if (filter.search) query.whereRaw('(strpos(p.name, ?) > 0 OR p.tax_id = ?)', [filter.search, filter.search])
  return query
}

function people(read: OfficerRead): Knex.QueryBuilder {
  return read.db('welfare_people as w').join('payees as p', (on) => on.on('p.organisation_id', 'w.organisation_id').andOn('p.id', 'w.payee_id'))
    .where('w.organisation_id', read.actor.organisationId)
    .select('w.id', 'w.version', 'w.payee_id', 'p.name', 'p.tax_id', 'w.kind', 'w.birth_date', 'w.starts_on', 'w.ended_on', 'w.end_reason',
      read.db.raw(`concat_ws(' ', nullif(p.address, ''), nullif(p.subdistrict, '')) AS address,
        EXISTS (SELECT 1 FROM payee_accounts a WHERE a.organisation_id = w.organisation_id AND a.payee_id = w.payee_id AND a.state = 'verified') AS has_account`))
}

function personOf(row: Row): WelfarePerson {
  return {
    id: row.id, version: row.version, payeeId: row.payee_id, name: row.name, taxId: row.tax_id, kind: row.kind, birthDate: calendarDate(row.birth_date), startsOn: calendarDate(row.starts_on),
    endedOn: row.ended_on === null ? null : calendarDate(row.ended_on), endReason: row.end_reason, address: row.address, hasAccount: row.has_account,
  }
}

interface Row {
  id: string
  version: number
  payee_id: string
  name: string
  tax_id: string | null
  kind: string
  birth_date: string
  starts_on: string
  ended_on: string | null
  end_reason: EndReason | null
  address: string
  has_account: boolean
}
