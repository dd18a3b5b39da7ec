import { type Knex } from 'knex'
import { type RegisterFilter } from '../../documents/index.ts'
import { headColumns, headRows, isTwin, narrow, storedHead, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYear, type FiscalYear } from '../../platform/dates.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { taxRunText } from '../tax-run.text.ts'
import { type RunKind, type RunState, type TaxRun } from './tax-run.ts'

export const runRows = headRows('tax_runs')

export async function findRuns(read: OfficerRead, { state, by }: Pick<RegisterFilter<RunState>, 'state' | 'by'> = { state: undefined }): Promise<TaxRun[]> {
  const own = { organisationId: read.actor.organisationId, state, by }
  return (await narrow(runs(read), { alias: 'r', day: 'prepared_at' }, own).orderBy('r.id', 'desc')).map(runOf)
}

export async function getStored(read: OfficerRead, organisationId: string, id: string): Promise<TaxRun> {
  const row = await runs(read).where({ 'r.organisation_id': organisationId, 'r.id': id }).first()
  if (!row) throw new NotFound('tax run')
  return runOf(row)
}

export interface NewRun {
  readonly kind: RunKind
  readonly fiscalYear: FiscalYear
  readonly number: number
  readonly total: Money
  readonly formKey: string
}

export async function insertRun(work: OfficerWork, run: NewRun): Promise<string> {
  const [row] = await work.db('tax_runs').insert({
    organisation_id: work.actor.organisationId, kind: run.kind, state: 'asked', fiscal_year: run.fiscalYear, number: run.number, total: toNumeric(run.total), form_key: run.formKey,
    prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id').catch((error: unknown) => { throw isTwin(error, 'tax_runs_one') ? new RuleBroken({ fiscalYear: taxRunText.errors.twin }) : error })
  return row.id
}

export async function moveRun(work: OfficerWork, run: TaxRun, change: { state: RunState; reason?: string; voucherId?: string }): Promise<void> {
  await runRows.change(work, run, {
    state: change.state, decided_by: work.actor.userId, decided_at: work.now, ...(change.reason !== undefined && { reason: change.reason }),
    ...(change.voucherId !== undefined && { voucher_id: change.voucherId }),
  })
}

function runs(read: OfficerRead): Knex.QueryBuilder {
  return read.db('tax_runs as r').join('users as u', 'u.id', 'r.prepared_by').leftJoin('users as d', 'd.id', 'r.decided_by')
    .leftJoin('vouchers as v', (on) => on.on('v.organisation_id', 'r.organisation_id').andOn('v.id', 'r.voucher_id'))
    .select(...headColumns('r'), 'r.kind', 'r.total', 'r.reason', 'r.prepared_by', 'r.prepared_at', 'v.id as voucher_id', 'v.number as voucher_number', 'v.fiscal_year as voucher_year',
      read.db.raw(`${person('u')} AS preparer, ${person('d')} AS decider`))
}

interface Row extends StoredHeadRow<RunState> {
  kind: RunKind
  total: string
  reason: string | null
  prepared_by: string
  prepared_at: string
  preparer: Person
  decider: Person | null
  voucher_id: string | null
  voucher_number: number | null
  voucher_year: number | null
}

function runOf(row: Row): TaxRun {
  return {
    ...storedHead(row), kind: row.kind, total: fromNumeric(row.total), reason: row.reason, authorId: row.prepared_by, preparerId: row.prepared_by, preparer: row.preparer,
    preparedAt: row.prepared_at, decider: row.decider,
    voucher: row.voucher_id === null || row.voucher_number === null || row.voucher_year === null ? null
      : { id: row.voucher_id, number: row.voucher_number, fiscalYear: fiscalYear(row.voucher_year) },
  }
}
