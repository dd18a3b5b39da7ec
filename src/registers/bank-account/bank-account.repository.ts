import { isTwin } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { registersText } from '../registers.text.ts'
import { accountCodeOf, type BankAccount, type BankAccountCorrection, type BankAccountKind, type NewBankAccount } from './bank-account.ts'

/** The accounts of the actor's own office, those in use first. */
export async function findBankAccounts(read: OfficerRead, filter: { activeOnly: boolean }): Promise<BankAccount[]> {
  const query = read.db('bank_accounts').select(columns).where('organisation_id', read.actor.organisationId)
    .orderBy([{ column: 'is_active', order: 'desc' }, { column: 'id' }])
  if (filter.activeOnly) query.where('is_active', true)
  return (await query).map(bankAccountOf)
}

export async function findBankAccount(read: OfficerRead, id: string): Promise<BankAccount | undefined> {
  const row = await read.db('bank_accounts').first(columns).where({ organisation_id: read.actor.organisationId, id })
  return row && bankAccountOf(row)
}

export async function insertBankAccount(work: OfficerWork, command: NewBankAccount): Promise<string> {
  const [row] = await work.db('bank_accounts').insert({
    organisation_id: work.actor.organisationId, bank_name: command.bankName, branch: command.branch, account_number: command.accountNumber,
    account_name: command.accountName, kind: command.kind, account_code: accountCodeOf(command.kind),
  }).returning('id').catch(orTaken)
  return row.id
}

/** False when somebody else was faster. */
export async function updateBankAccount(work: OfficerWork, id: string, change: BankAccountCorrection): Promise<boolean> {
  const count = await ofVersion(work, id, change.version).update({
    bank_name: change.bankName, branch: change.branch, account_number: change.accountNumber, account_name: change.accountName, version: change.version + 1,
  }).catch(orTaken)
  return count === 1
}

export async function updateUse(work: OfficerWork, id: string, change: { version: number; isActive: boolean }): Promise<boolean> {
  return await ofVersion(work, id, change.version).update({ is_active: change.isActive, version: change.version + 1 }) === 1
}

/** A row of a register under which lines of the ledger may stand. */
export interface SubLedgerKey {
  /** As in sub_ledger_kinds. */
  readonly kind: string
  readonly key: string
  readonly name: string
  readonly registerId: string | null
  readonly isOpen: boolean
}

export async function saveSubLedgerKey(work: OfficerWork, { kind, key, name, registerId, isOpen }: SubLedgerKey): Promise<void> {
  await work.db('sub_ledger_keys').insert({ organisation_id: work.actor.organisationId, kind, key, name, register_id: registerId, is_open: isOpen })
    .onConflict(['organisation_id', 'kind', 'key']).merge(['name', 'register_id', 'is_open'])
}

/** A unit one has accounts with stands in the register of counterparties from the first line that names it. */
export async function saveUnitKey(work: OfficerWork, { id, code, name }: { readonly id: string; readonly code: string; readonly name: string }): Promise<void> {
  await saveSubLedgerKey(work, { kind: 'org', key: code, name, registerId: id, isOpen: true })
}

function ofVersion(work: OfficerWork, id: string, version: number) {
  return work.db('bank_accounts').where({ organisation_id: work.actor.organisationId, id, version })
}

function orTaken(error: unknown): never {
  throw isTwin(error) ? new RuleBroken({ accountNumber: registersText.bankAccount.errors.taken }) : error
}

const columns = ['id', 'bank_name', 'branch', 'account_number', 'account_name', 'kind', 'account_code', 'is_active', 'version'] as const

interface Row {
  id: string
  bank_name: string
  branch: string
  account_number: string
  account_name: string
  kind: BankAccountKind
  account_code: string
  is_active: boolean
  version: number
}

function bankAccountOf(row: Row): BankAccount {
  return {
    id: row.id, bankName: row.bank_name, branch: row.branch, accountNumber: row.account_number, accountName: row.account_name,
    kind: row.kind, accountCode: row.account_code, isActive: row.is_active, version: row.version,
  }
}
