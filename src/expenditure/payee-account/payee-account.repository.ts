import { type Knex } from 'knex'
import { headRows, isTwin, onePage, type FoundPage } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addSeconds, instant, type CalendarDate, type Instant } from '../../platform/dates.ts'
import { Conflict, NotFound, RuleBroken } from '../../platform/errors.ts'
import { payeeText } from '../payee.text.ts'
import { type AccountCommand, type AccountOfPayee, type AccountState, type PayeeAccount } from './payee-account.ts'

const { errors } = payeeText.account

export const accountRows = headRows('payee_accounts')

export async function findAccountsOf(read: OfficerRead, organisationId: string, payeeId: string): Promise<PayeeAccount[]> {
  const rows: Row[] = await accounts(read).where({ 'a.organisation_id': organisationId, 'a.payee_id': payeeId }).orderBy('a.id', 'desc')
  return rows.map(accountOf)
}

/** Of the own office, the oldest first. */
export async function findWaitingAccounts(read: OfficerRead, after: string | undefined): Promise<FoundPage<AccountOfPayee>> {
  const query = accounts(read).where({ 'a.organisation_id': read.actor.organisationId, 'a.state': 'requested' }).orderBy('a.id')
  if (after !== undefined) query.where('a.id', '>', after)
  return onePage(query, accountOf)
}

export async function getAccount(read: OfficerRead, organisationId: string, id: string): Promise<AccountOfPayee> {
  const row: Row | undefined = await accounts(read).where({ 'a.organisation_id': organisationId, 'a.id': id }).first()
  if (!row) throw new NotFound('payee account')
  return accountOf(row)
}

export interface NamedAccount {
  readonly payeeId: string | null
  readonly taxId: string
  readonly bankCode: string
  readonly accountNumber: string
}

/** Of these accounts, the places of those that are a payee's own, verified and usable now; the payee is named by its id or by the tax id. */
export async function findUsablePlaces(read: OfficerRead, named: readonly NamedAccount[]): Promise<ReadonlySet<number>> {
  const { rows } = await read.db.raw<{ rows: { place: number }[] }>(`
    SELECT n.place FROM jsonb_to_recordset(:named::jsonb) n (place integer, payee_id bigint, tax_id text, bank_code text, account_number text)
    WHERE EXISTS (SELECT FROM payee_accounts a JOIN payees p ON p.organisation_id = a.organisation_id AND p.id = a.payee_id
      WHERE a.organisation_id = :own AND a.account_number = n.account_number AND a.bank_code = n.bank_code AND a.state = 'verified' AND a.usable_from <= :now AND p.is_active
        AND (p.id = n.payee_id OR (n.payee_id IS NULL AND p.tax_id = n.tax_id)))`, {
    own: read.actor.organisationId, now: read.now,
    named: JSON.stringify(named.map((each, place) => ({ place, payee_id: each.payeeId, tax_id: each.taxId, bank_code: each.bankCode, account_number: each.accountNumber }))),
  })
  return new Set(rows.map(({ place }) => place))
}

/** A payee of the own office that is in use. */
export async function findPayeeOf(read: OfficerRead, id: string): Promise<{ readonly id: string; readonly name: string }> {
  const row: { id: string; name: string } | undefined = await read.db('payees').where({ organisation_id: read.actor.organisationId, id, is_active: true }).first('id', 'name')
  if (!row) throw new NotFound('payee')
  return row
}

/** Names of other payees that are paid into the same account. */
export async function findSharers(read: OfficerRead, account: PayeeAccount): Promise<string[]> {
  const rows: { name: string }[] = await read.db('payee_accounts as a').join('payees as p', (on) => on.on('p.organisation_id', 'a.organisation_id').andOn('p.id', 'a.payee_id'))
    .where({ 'a.organisation_id': account.organisationId, 'a.account_number': account.accountNumber, 'a.bank_code': account.bankCode })
    .whereIn('a.state', ['requested', 'verified']).whereNot('a.payee_id', account.payeeId).orderBy('p.name').distinct('p.name')
  return rows.map(({ name }) => name)
}

export async function insertAccount(work: OfficerWork, command: AccountCommand, formKey: string): Promise<string> {
  const [row] = await work.db('payee_accounts').insert({
    organisation_id: work.actor.organisationId, payee_id: command.payeeId, bank_code: command.bankCode, branch: command.branch, account_number: command.accountNumber,
    account_name: command.accountName, state: 'requested', replaces_id: command.replacesId, reason: command.reason, form_key: formKey,
    requested_by: work.actor.userId, requested_at: work.now,
  }).returning('id').catch(orRefused)
  return row.id
}

function orRefused(error: unknown): never {
  if (isTwin(error, 'payee_accounts_live')) throw new RuleBroken({ accountNumber: errors.taken })
  throw isTwin(error, 'payee_accounts_one_request') ? new RuleBroken(errors.oneRequest) : error
}

export interface Decision {
  readonly state: AccountState
  readonly decision: string
  readonly coolingHours: number | undefined
}

/** Refused when somebody decided in the meantime. */
export async function decideAccount(work: OfficerWork, account: PayeeAccount, { state, decision, coolingHours }: Decision): Promise<void> {
  const count = await work.db('payee_accounts').where({ organisation_id: account.organisationId, id: account.id, state: 'requested' }).update({
    state, decision, decided_by: work.actor.userId, decided_at: work.now,
    usable_from: coolingHours === undefined ? null : addSeconds(work.now, coolingHours * 3600),
  })
  if (count !== 1) throw new Conflict(errors.decided)
}

export async function replaceAccount(work: OfficerWork, organisationId: string, id: string): Promise<void> {
  await work.db('payee_accounts').where({ organisation_id: organisationId, id, state: 'verified' }).update({ state: 'replaced' })
}

export async function findBanks(read: OfficerRead): Promise<{ readonly code: string; readonly name: string }[]> {
  return read.db('banks').select('code', 'name').orderBy('code')
}

/** The newest number of that name up to the day. */
export async function getPaymentSetting(read: OfficerRead, code: string, on: CalendarDate): Promise<number> {
  const row = await read.db('payment_settings').where({ code }).where('valid_from', '<=', on).orderBy('valid_from', 'desc').first('value')
  if (!row) throw new RangeError(`no payment setting ${code}`)
  return row.value
}

function accounts(read: OfficerRead): Knex.QueryBuilder {
  return read.db('payee_accounts as a').join('banks as b', 'b.code', 'a.bank_code').join('users as u', 'u.id', 'a.requested_by').leftJoin('users as d', 'd.id', 'a.decided_by')
    .join('payees as p', (on) => on.on('p.organisation_id', 'a.organisation_id').andOn('p.id', 'a.payee_id'))
    .select('a.*', 'b.name as bank_name', 'p.name as payee_name', read.db.raw(`${person('u')} AS author, ${person('d')} AS decider`))
}

interface Row {
  organisation_id: string
  id: string
  payee_id: string
  payee_name: string
  bank_code: string
  bank_name: string
  branch: string
  account_number: string
  account_name: string
  state: AccountState
  replaces_id: string | null
  reason: string
  decision: string
  requested_by: string
  requested_at: string
  author: Person
  decided_by: string | null
  decided_at: string | null
  decider: Person | null
  usable_from: string | null
}

function accountOf(row: Row): AccountOfPayee {
  const moment = (text: string | null): Instant | null => (text === null ? null : instant(text))
  return {
    organisationId: row.organisation_id, id: row.id, payeeId: row.payee_id, payeeName: row.payee_name, bankCode: row.bank_code, bankName: row.bank_name, branch: row.branch,
    accountNumber: row.account_number, accountName: row.account_name, state: row.state, replacesId: row.replaces_id, reason: row.reason, decision: row.decision,
    authorId: row.requested_by, author: row.author, requestedAt: instant(row.requested_at), deciderId: row.decided_by, decider: row.decider,
    decidedAt: moment(row.decided_at), usableFrom: moment(row.usable_from),
  }
}
