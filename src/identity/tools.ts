// What identity needs from outside the database. Made once in app.ts; tests put their own in.
import { type Config } from '../platform/config.ts'
import { type Log } from '../platform/log.ts'
import { type CitizenIdSeal } from '../platform/secrets.ts'
import { type PasswordQueue } from './password/password-queue.ts'
import { type ThaidAuthPort, type ThaidRegistryPort } from './thaid/thaid.ts'
import { type Line } from './waiting-room/waiting-room.ts'

export interface IdentityTools {
  readonly config: Pick<Config, 'SECRET_KEY' | 'publicUrl' | 'production'>
  readonly log: Log
  readonly seal: CitizenIdSeal
  readonly passwords: PasswordQueue
  readonly line: Line
  readonly thaid: ThaidAuthPort
  readonly registry: ThaidRegistryPort
}
