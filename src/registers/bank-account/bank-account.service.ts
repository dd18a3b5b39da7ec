import { findEvents, recordEvent } from '../../platform/audit/audit.repository.ts'
import { type AuditEntry } from '../../platform/audit/audit.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { Conflict, NotFound } from '../../platform/errors.ts'
import { registersText } from '../registers.text.ts'
import { type BankAccount, type BankAccountCorrection, type NewBankAccount } from './bank-account.ts'
import { findBankAccount, insertBankAccount, saveSubLedgerKey, updateBankAccount, updateUse } from './bank-account.repository.ts'

const objectKind = 'bank-account'

export async function getBankAccount(read: OfficerRead, id: string): Promise<BankAccount> {
  const account = await findBankAccount(read, id)
  if (!account) throw new NotFound(objectKind)
  return account
}

export async function createBankAccount(work: OfficerWork, command: NewBankAccount): Promise<string> {
  const id = await insertBankAccount(work, command)
  await keepRegister(work, id)
  await recordEvent(work, { code: 'BANK_ACCOUNT_CREATE', objectKind, objectId: id, after: command })
  return id
}

export async function correctBankAccount(work: OfficerWork, id: string, change: BankAccountCorrection): Promise<void> {
  const before = await getBankAccount(work, id)
  if (!await updateBankAccount(work, id, change)) throw new Conflict(registersText.bankAccount.changed)
  await keepRegister(work, id)
  await recordEvent(work, { code: 'BANK_ACCOUNT_EDIT', objectKind, objectId: id, before, after: { ...before, ...change } })
}

/** An account no longer in use is offered nowhere, but its lines keep it. */
export async function setBankAccountUse(work: OfficerWork, id: string, change: { version: number; isActive: boolean }): Promise<void> {
  await getBankAccount(work, id)
  if (!await updateUse(work, id, change)) throw new Conflict(registersText.bankAccount.changed)
  await keepRegister(work, id)
  await recordEvent(work, { code: change.isActive ? 'BANK_ACCOUNT_ACTIVATE' : 'BANK_ACCOUNT_DEACTIVATE', objectKind, objectId: id })
}

/** What the ledger asks for on lines of bank accounts. */
async function keepRegister(work: OfficerWork, id: string): Promise<void> {
  const account = await getBankAccount(work, id)
  await saveSubLedgerKey(work, { kind: 'bank_account', key: id, name: `${account.bankName} ${account.accountNumber}`, registerId: id, isOpen: account.isActive })
}

export async function findBankAccountTrail(read: OfficerRead, id: string): Promise<AuditEntry[]> {
  return findEvents(read, read.actor.organisationId, { kind: objectKind, id })
}
