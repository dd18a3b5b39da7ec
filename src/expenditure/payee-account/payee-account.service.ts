import { addAttachments, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { payeeText } from '../payee.text.ts'
import { accountRows, decideAccount, findAccountsOf, findBanks, getAccount, getPaymentSetting, insertAccount, replaceAccount } from './payee-account.repository.ts'
import { accountLifecycle, accountSource, inItsPlace, isUsable, type AccountCommand, type PayeeAccount } from './payee-account.ts'

const { errors } = payeeText.account

/** The history of a payee's accounts, the newest first. */
export async function findPayeeAccounts(read: OfficerRead, organisationId: string, payeeId: string): Promise<PayeeAccount[]> {
  return findAccountsOf(read, organisationId, payeeId)
}

export async function findUsableAccounts(read: OfficerRead, payeeId: string): Promise<PayeeAccount[]> {
  return (await findPayeeAccounts(read, read.actor.organisationId, payeeId)).filter((account) => isUsable(account, read.now))
}

export interface AskedAccount {
  /** Null: many people are paid. */
  readonly payeeId: string | null
  /** Id of the account; '' where none was chosen. */
  readonly chosen: string
  readonly isTransferred: boolean
}

/** Where a claim's money shall go (§1.2): the account that was chosen; where it is transferred the only one, or one must be chosen. */
export async function chosenAccount(read: OfficerRead, { payeeId, chosen, isTransferred }: AskedAccount): Promise<{ readonly id: string | null } | { readonly wrong: string }> {
  const usable = payeeId === null ? [] : await findUsableAccounts(read, payeeId)
  if (chosen !== '') return usable.some(({ id }) => id === chosen) ? { id: chosen } : { wrong: errors.notTheirs }
  const [only, ...others] = isTransferred ? usable : []
  return others.length > 0 ? { wrong: errors.choose } : { id: only?.id ?? null }
}

/** PA-8: a transfer goes to the account that the claim names, or to the one that took its place; without one to the payee's only account. */
export async function mustGoTo(read: OfficerRead, { payeeId, payeeAccountId }: { readonly payeeId: string; readonly payeeAccountId: string | null }): Promise<PayeeAccount> {
  const all = await findPayeeAccounts(read, read.actor.organisationId, payeeId)
  const usable = all.filter((account) => isUsable(account, read.now))
  const [only, ...others] = payeeAccountId === null ? usable : usable.filter(({ id }) => id === inItsPlace(all, payeeAccountId)?.id)
  if (only && others.length === 0) return only
  throw new RuleBroken(payeeAccountId === null ? errors.many : errors.gone)
}

export type RequestedAccount = AccountCommand & { readonly formKey: string; readonly files: readonly UploadedFile[] }

/** With the copy of the passbook, or nothing is asked for. */
export async function requestAccount(work: OfficerWork, { formKey, files, ...command }: RequestedAccount): Promise<string> {
  const earlier = await accountRows.findMade(work, formKey)
  if (earlier !== undefined) return earlier
  const faults = await faultsOf(work, command)
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  const id = await insertAccount(work, command, formKey)
  await addAttachments(work, { kind: accountSource, id }, files)
  await recordChange(work, { kind: 'payee', id: command.payeeId, action: 'request-account', after: await factsOf(work, command), reason: command.reason })
  return id
}

async function faultsOf(work: OfficerWork, { bankCode, replacesId, payeeId }: AccountCommand) {
  const banks = await findBanks(work)
  const verified = (await findPayeeAccounts(work, work.actor.organisationId, payeeId)).filter(({ state }) => state === 'verified')
  return {
    ...(!banks.some(({ code }) => code === bankCode) && { bankCode: errors.bankCode }),
    ...(replacesId !== null && !verified.some(({ id }) => id === replacesId) && { replacesId: errors.replacesId }),
  }
}

async function factsOf(work: OfficerRead, { bankCode, branch, accountNumber, accountName }: AccountCommand) {
  const bank = (await findBanks(work)).find(({ code }) => code === bankCode)
  return { bankName: bank?.name, accountBranch: branch, accountNumber, accountName }
}

/** By somebody else than who asked. In the place of another account or beside it, it cools off before money may go there (INV-13). */
export async function verifyAccount(work: OfficerWork, id: string): Promise<void> {
  const account = await getAccount(work, work.actor.organisationId, id)
  const state = accountLifecycle.step(work.actor, account, 'verify')
  const isFirst = (await findAccountsOf(work, account.organisationId, account.payeeId)).every((other) => other.id === account.id || other.state === 'refused')
  const hours = isFirst ? 0 : await getPaymentSetting(work, 'account-cooling-hours', work.today)
  await decideAccount(work, account, { state, decision: '', coolingHours: hours })
  if (account.replacesId !== null) await replaceAccount(work, account.organisationId, account.replacesId)
  await recordChange(work, { kind: 'payee', id: account.payeeId, action: 'verify-account', after: await factsOf(work, account) })
}

export async function refuseAccount(work: OfficerWork, id: string, { reason }: { readonly reason: string }): Promise<void> {
  const account = await getAccount(work, work.actor.organisationId, id)
  const state = accountLifecycle.step(work.actor, account, 'refuse')
  await decideAccount(work, account, { state, decision: reason, coolingHours: undefined })
  await recordChange(work, { kind: 'payee', id: account.payeeId, action: 'refuse-account', after: await factsOf(work, account), reason })
}
