// S-08: a new password that lasts six months. Checked against the rules and the last five before the transaction, stored in it.
import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type Read, type Work } from '../../platform/database/work.ts'
import { type Keys } from '../../platform/http/route.ts'
import { findPasswordHistory, getAccount, replacePassword, revokeKnownBrowsers } from '../account/account.repository.ts'
import { type Account } from '../account/account.ts'
import { identityText } from '../identity.text.ts'
import { loadSettings } from '../limits/limits.repository.ts'
import { endSessionsOf } from '../session/session.repository.ts'
import { endOtherSignIns } from '../sign-in/sign-in.repository.ts'
import { type IdentityTools } from '../tools.ts'
import { brokenRules, isGuessable, isSmallEdit } from './password.ts'
import { type NewPassword } from './password.schema.ts'

/** The hash to store, or RuleBroken at the field. Slow on purpose and therefore outside any transaction. */
export async function prepareNewPassword(keys: Keys, tools: IdentityTools, wanted: { userId: string; command: NewPassword; previous?: string }): Promise<string> {
  const { account, history } = await keys.read((read) => findOwner(read, wanted.userId))
  refuseWeak(wanted.command.password, account, wanted.previous)
  for (const hash of history) {
    if (await tools.passwords.verifyFirst(hash, wanted.command.password)) throw new RuleBroken({ password: identityText.passwordReused })
  }
  return tools.passwords.hash(wanted.command.password)
}

async function findOwner(read: Read, userId: string): Promise<{ account: Account; history: string[] }> {
  const settings = await loadSettings(read)
  return { account: await getAccount(read, userId), history: await findPasswordHistory(read, userId, settings.password_history) }
}

function refuseWeak(password: string, account: Account, previous: string | undefined): void {
  const broken = brokenRules(password)[0]
  if (broken) throw new RuleBroken({ password: identityText.passwordMust(identityText.passwordRules[broken]) })
  const guessable = isGuessable(password, { username: account.username, citizenIdTail: account.citizenIdTail, organisationName: account.organisationName })
  if (guessable || (previous !== undefined && isSmallEdit(password, previous))) throw new RuleBroken({ password: identityText.passwordWeak })
}

/** Every other session, every sign-in under way and every known browser ends with the old password. */
export async function storeNewPassword(work: Work, account: Pick<Account, 'id' | 'organisationId'>, { hash, signInId }: { hash: string; signInId: string | undefined }): Promise<void> {
  await replacePassword(work, account.id, hash)
  await revokeKnownBrowsers(work, account.id)
  await endOtherSignIns(work, { userId: account.id, exceptId: signInId })
  await endSessionsOf(work, account.id, 'password-changed')
  await recordEvent(work, { code: 'PWD_CHANGED', userId: account.id, organisationId: account.organisationId })
}
