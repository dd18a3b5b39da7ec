import { type Knex } from 'knex'
import { headRows } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { type Deposit, type DepositCommand, type DepositKind } from './deposit.ts'

export const depositRows = headRows('deposits')

/** The 23 kinds of เงินรับฝาก. */
export async function findDepositKinds(read: OfficerRead): Promise<DepositKind[]> {
  const rows = await read.db('receipt_kinds as k').join('accounts as a', 'a.code', 'k.account_code').where('k.code', 'like', 'DP%').orderBy('k.code')
    .select('k.code', 'k.name', 'k.account_code', 'a.sub_ledger')
  return rows.map(kindOf)
}

export async function findDeposits(read: OfficerRead, organisationId: string): Promise<Deposit[]> {
  return (await deposits(read).where('d.organisation_id', organisationId).orderBy(['d.kind_code', 'd.id'])).map(depositOf)
}

export async function getDeposit(read: OfficerRead, organisationId: string, id: string): Promise<Deposit> {
  const row = await deposits(read).where({ 'd.organisation_id': organisationId, 'd.id': id }).first()
  if (!row) throw new NotFound('deposit')
  return depositOf(row)
}

/** Names of the keys that other desks made, by 'kind/key'. */
export async function findKeyNames(read: OfficerRead, organisationId: string, kinds: readonly string[]): Promise<Map<string, string>> {
  const rows = await read.db('sub_ledger_keys').where('organisation_id', organisationId).whereIn('kind', [...kinds]).select('kind', 'key', 'name')
  return new Map(rows.map((row) => [`${row.kind}/${row.key}`, row.name]))
}

/** Of which kind these keys are items; those of other desks are left out. */
export async function findItemKinds(read: OfficerRead, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = keys.length === 0 ? [] : await read.db('deposits').where('organisation_id', read.actor.organisationId).whereIn('sub_key', [...keys]).select('sub_key', 'kind_code')
  return new Map(rows.map((row) => [row.sub_key, row.kind_code]))
}

/** Items of one kind, by key, depositor or reference. */
export async function searchItems(read: OfficerRead, kindCode: string, search: string): Promise<{ readonly key: string; readonly name: string }[]> {
  const own = { 'd.organisation_id': read.actor.organisationId, 'd.kind_code': kindCode, 'k.is_open': true }
  return read.db('deposits as d').join('sub_ledger_keys as k', (on) => on.on('k.organisation_id', 'd.organisation_id').andOn('k.kind', 'd.sub_kind').andOn('k.key', 'd.sub_key'))
    .where(own).whereRaw('(strpos(k.key, ?) > 0 OR strpos(k.name, ?) > 0)', [search, search]).orderBy('k.name').limit(20).select('k.key', 'k.name')
}

export interface NewDeposit extends DepositCommand {
  readonly formKey: string
  readonly kind: DepositKind
  readonly key: string
}

export async function insertDeposit(work: OfficerWork, deposit: NewDeposit): Promise<string> {
  const [row] = await work.db('deposits').insert({
    organisation_id: work.actor.organisationId, kind_code: deposit.kind.code, account_code: deposit.kind.accountCode, sub_kind: deposit.kind.subKind, sub_key: deposit.key,
    ...columnsOf(deposit), form_key: deposit.formKey, made_by: work.actor.userId, made_at: work.now,
  }).returning('id')
  return row.id
}

export async function updateDeposit(work: OfficerWork, deposit: Deposit, command: DepositCommand): Promise<void> {
  await depositRows.change(work, deposit, columnsOf(command))
}

function columnsOf(command: DepositCommand): object {
  return {
    depositor: command.depositor, depositor_number: command.depositorNumber, reference: command.reference, due_date: command.dueDate, remark: command.remark,
  }
}

function deposits(read: OfficerRead): Knex.QueryBuilder {
  return read.db('deposits as d').join('receipt_kinds as k', 'k.code', 'd.kind_code')
    .select('d.organisation_id', 'd.id', 'd.version', 'd.kind_code as code', 'k.name', 'd.account_code', 'd.sub_kind as sub_ledger', 'd.sub_key', 'd.depositor', 'd.depositor_number',
      'd.reference', 'd.due_date', 'd.remark')
}

interface KindRow {
  code: string
  name: string
  account_code: string
  sub_ledger: string | null
}

interface Row extends KindRow {
  organisation_id: string
  id: string
  version: number
  sub_key: string
  depositor: string
  depositor_number: string
  reference: string
  due_date: string | null
  remark: string
}

function kindOf(row: KindRow): DepositKind {
  return { code: row.code, name: row.name, accountCode: row.account_code, subKind: row.sub_ledger }
}

function depositOf(row: Row): Deposit {
  return {
    organisationId: row.organisation_id, id: row.id, version: row.version, kind: kindOf(row), key: row.sub_key, depositor: row.depositor, depositorNumber: row.depositor_number,
    reference: row.reference, dueDate: row.due_date === null ? null : calendarDate(row.due_date), remark: row.remark,
  }
}
