import { type Knex } from 'knex'
import {
  headColumns, headRows, isTwin, narrow, newestFirst, onePage, storedHead, type FoundPage, type StoredHeadRow,
} from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf } from '../../platform/dates.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { moneyEntryText } from '../money-entry.text.ts'
import { type Entry, type EntryCommand, type EntryFilter, type EntryHead, type EntryKind, type EntryState, type Target } from './money-entry.ts'

export const entryRows = headRows('money_entries')
const place = { alias: 'e', day: 'entry_date' } as const

function narrowed(read: OfficerRead, { kind }: EntryFilter): Knex.QueryBuilder {
  const query = heads(read)
  return kind ? query.where('e.kind', kind) : query
}

export async function findEntries(read: OfficerRead, filter: EntryFilter): Promise<FoundPage<EntryHead>> {
  return onePage(newestFirst(narrowed(read, filter), place, filter), headOf)
}

export async function findAllEntries(read: OfficerRead, filter: EntryFilter, most: number): Promise<EntryHead[]> {
  return (await narrow(narrowed(read, filter), place, filter).orderBy('e.id').limit(most + 1)).map(headOf)
}

export async function findEntriesOfDeposit(read: OfficerRead, organisationId: string, depositId: string): Promise<EntryHead[]> {
  return (await heads(read).where({ 'e.organisation_id': organisationId, 'e.deposit_id': depositId }).orderBy('e.id')).map(headOf)
}

export async function getStored(read: OfficerRead, organisationId: string, id: string): Promise<Entry> {
  const row: FullRow | undefined = await heads(read).where({ 'e.organisation_id': organisationId, 'e.id': id })
    .leftJoin('users as c', 'c.id', 'e.approved_by')
    .leftJoin('vouchers as v', (on) => on.on('v.organisation_id', 'e.organisation_id').andOn('v.id', 'e.voucher_id'))
    .leftJoin('deposits as d', (on) => on.on('d.organisation_id', 'e.organisation_id').andOn('d.id', 'e.deposit_id'))
    .leftJoin('accounts as a', 'a.code', 'e.target_account')
    .leftJoin('revenue_codes as r', 'r.code', 'e.target_code').leftJoin('receipt_kinds as k', 'k.code', 'e.target_code')
    .select('e.authority', 'e.return_reason', 'e.prepared_at', 'e.approved_at', 'e.target_code', 'e.target_account', 'e.target_key', 'e.target_words', 'e.target_reference', 'e.counterparty_id', 'e.fund_document_id', 'e.refund_kind', 'e.refund_id', 'e.budget_line_id', 'e.debt_id', 'e.covered', 'e.cheque_receipt_id', 'e.cheque_line', 'e.debtor_key', 'd.id as deposit_id', 'd.sub_key', 'd.depositor',
      'd.account_code', 'v.id as voucher_id', 'v.number as voucher_number', 'v.fiscal_year as voucher_year',
      read.db.raw(`${person('c')} AS approver, coalesce(r.name, k.name, a.name) AS target_name`)).first()
  if (!row) throw new NotFound('money entry')
  return {
    ...headOf(row), authority: row.authority, returnReason: row.return_reason, preparedAt: row.prepared_at, approver: row.approver, approvedAt: row.approved_at,
    target: targetOf(row), debt: row.debt_id === null ? null : { id: row.debt_id, covered: fromNumeric(row.covered ?? '0') }, deposit: depositOf(row), voucher: voucherOf(row), bounced: bouncedOf(row),
  }
}

export async function insertEntry(work: OfficerWork, command: EntryCommand & { formKey: string }, target: Target | undefined): Promise<string> {
  const [row] = await work.db('money_entries').insert({
    organisation_id: work.actor.organisationId, state: 'draft', ...columnsOf(command, target), form_key: command.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id').catch(orReturned)
  return row.id
}

export async function updateEntry(work: OfficerWork, entry: EntryHead, { command, target }: { command: EntryCommand; target: Target | undefined }): Promise<void> {
  await entryRows.change(work, entry, columnsOf(command, target)).catch(orReturned)
}

/** One live entry says of a cheque that it came back. */
function orReturned(error: unknown): never {
  throw isTwin(error, 'money_entries_cheque') ? new RuleBroken({ chequeKey: moneyEntryText.errors.returnedBefore }) : error
}

function columnsOf(command: EntryCommand, target: Target | undefined): object {
  return {
    kind: command.kind, fiscal_year: fiscalYearOf(command.entryDate), entry_date: command.entryDate, deposit_id: command.depositId, amount: toNumeric(command.amount),
    reason: command.reason, authority: command.authority, debt_id: command.debtId, cheque_receipt_id: command.cheque?.receiptId ?? null, cheque_line: command.cheque?.line ?? null,
    covered: command.debtId === null ? null : toNumeric(command.covered), ...targetColumns(target),
  }
}

function targetColumns(target: Target | undefined): object {
  const { subKey = null, counterpartyId = null, fundDocumentId = null, refund = null } = target?.place ?? {}
  return {
    target_code: target?.code ?? null, target_account: target?.accountCode ?? null, target_words: target?.words ?? '', target_reference: target?.reference ?? '', target_key: subKey,
    counterparty_id: counterpartyId, fund_document_id: fundDocumentId, refund_kind: refund?.kind ?? null, refund_id: refund?.id ?? null, budget_line_id: refund?.budgetLineId ?? null,
  }
}

export interface EntryChange {
  readonly state: EntryState
  readonly number?: number
  readonly returnReason?: string | null
  readonly voucherId?: string
  /** Who owes a cheque that came back, and the account it went out of. */
  readonly bounced?: { readonly debtorKey: string; readonly bankAccountId: string | null } | undefined
}

export async function moveEntry(work: OfficerWork, entry: EntryHead, { state, number, returnReason, voucherId, bounced }: EntryChange): Promise<void> {
  await entryRows.change(work, entry, {
    state, ...(number !== undefined && { number }), ...(returnReason !== undefined && { return_reason: returnReason }),
    ...(bounced && { debtor_key: bounced.debtorKey, bank_account_id: bounced.bankAccountId }),
    ...(voucherId !== undefined && { voucher_id: voucherId, approved_by: work.actor.userId, approved_at: work.now }),
  })
}

/** The revenue code of an LAO that stands for this account, so that the register of revenue counts what an entry earns. */
export async function findRevenueCode(read: OfficerRead, accountCode: string): Promise<string | undefined> {
  const row = await read.db('revenue_codes').where({ account_code: accountCode, is_active: true }).orderBy('code').first('code')
  return row?.code
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('money_entries as e').join('users as u', 'u.id', 'e.prepared_by')
    .select(...headColumns('e'), 'e.kind', 'e.entry_date', 'e.amount', 'e.reason', 'e.prepared_by', read.db.raw(`${person('u')} AS preparer`))
}

interface HeadRow extends StoredHeadRow<EntryState> {
  kind: EntryKind
  entry_date: string
  amount: string
  reason: string
  prepared_by: string
  preparer: Person
}

interface FullRow extends HeadRow {
  authority: string
  return_reason: string | null
  prepared_at: string
  approved_at: string | null
  approver: Person | null
  target_code: string | null
  target_account: string | null
  target_key: string | null
  target_words: string
  target_reference: string
  counterparty_id: string | null
  fund_document_id: string | null
  refund_kind: string | null
  refund_id: string | null
  budget_line_id: string | null
  target_name: string | null
  debt_id: string | null
  covered: string | null
  cheque_receipt_id: string | null
  cheque_line: number | null
  debtor_key: string | null
  deposit_id: string | null
  sub_key: string
  depositor: string
  account_code: string
  voucher_id: string | null
  voucher_number: number | null
  voucher_year: number | null
}

function headOf(row: HeadRow): EntryHead {
  return {
    ...storedHead(row), kind: row.kind, entryDate: calendarDate(row.entry_date), amount: fromNumeric(row.amount), reason: row.reason, authorId: row.prepared_by,
    preparerId: row.prepared_by, preparer: row.preparer,
  }
}

function targetOf(row: FullRow): Target | null {
  if (row.target_code === null || row.target_account === null) return null
  const refund = row.refund_kind === null || row.refund_id === null ? null : { kind: row.refund_kind, id: row.refund_id, budgetLineId: row.budget_line_id }
  return {
    code: row.target_code, name: row.target_name ?? '', accountCode: row.target_account, words: row.target_words, reference: row.target_reference,
    place: { subKey: row.target_key, counterpartyId: row.counterparty_id, fundDocumentId: row.fund_document_id, refund },
  }
}

function depositOf(row: FullRow): Entry['deposit'] {
  return row.deposit_id === null ? null : { id: row.deposit_id, key: row.sub_key, depositor: row.depositor, accountCode: row.account_code }
}

function bouncedOf(row: FullRow): Entry['bounced'] {
  if (row.cheque_receipt_id === null || row.cheque_line === null) return null
  return { cheque: { receiptId: row.cheque_receipt_id, line: row.cheque_line }, debtorKey: row.debtor_key }
}

function voucherOf(row: FullRow): Entry['voucher'] {
  if (row.voucher_id === null || row.voucher_number === null || row.voucher_year === null) return null
  return { id: row.voucher_id, number: row.voucher_number, fiscalYear: fiscalYear(row.voucher_year) }
}
