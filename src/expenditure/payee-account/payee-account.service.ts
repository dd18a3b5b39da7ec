import { addAttachments, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { payeeText } from '../payee.text.ts'
import { accountRows, decideAccount, findAccountsOf, findBanks, getAccount, getPaymentSetting, insertAccount, replaceAccount } from './payee-account.repository.ts'
import { accountLifecycle, accountSource, type AccountCommand, type PayeeAccount } from './payee-account.ts'

const { errors } = payeeText.account

/** The history of a payee's accounts, the newest first. */
export async function findPayeeAccounts(read: OfficerRead, organisationId: string, payeeId: string): Promise<PayeeAccount[]> {
  return findAccountsOf(read, organisationId, payeeId)
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

/** By somebody else than who asked. In the place of another account it cools off before money may go there (INV-13). */
export async function verifyAccount(work: OfficerWork, id: string): Promise<void> {
  const account = await getAccount(work, work.actor.organisationId, id)
  const state = accountLifecycle.step(work.actor, account, 'verify')
  const hours = account.replacesId === null ? 0 : await getPaymentSetting(work, 'account-cooling-hours', work.today)
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
