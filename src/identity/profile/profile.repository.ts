import { type OfficerRead } from '../../platform/database/work.ts'

/** When the officer last changed the password. */
export async function findPasswordChange(read: OfficerRead): Promise<string | undefined> {
  const row = await read.db('users').where({ id: read.actor.userId }).first('password_changed_at')
  return row?.password_changed_at ?? undefined
}
