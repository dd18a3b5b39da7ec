// What the wrapper needs of the rooms above it; handed in by app.ts, so that platform knows none of them.
import { type Config } from '../config.ts'
import { type Database, type Officer, type Origin, type Read } from '../database/work.ts'
import { type Instant } from '../dates.ts'
import { type Log } from '../log.ts'
import { type Flash, type Frame } from './components.ts'
import { type Csrf } from './csrf.ts'
import { type Opens } from './doors.ts'
import { type PageReply } from './reply.ts'

export type EndedSession = { readonly ended: 'idle' | 'replaced' | 'signed-out' | 'expired' | 'withdrawn' | 'password-changed'; readonly userId: string }
export type FoundSession = { readonly officer: Officer } | EndedSession | undefined

export interface FrameContext {
  readonly reply: PageReply
  readonly path: string
  readonly officer: Officer | undefined
  readonly csrfToken: string
  readonly flash: Flash | undefined
  readonly draft: { readonly savedAt: Instant; readonly href: string } | undefined
  readonly now: Instant
}

export interface House {
  readonly config: Config
  readonly log: Log
  readonly database: Database
  readonly csrf: Csrf
  /** Who holds this session now, read afresh at every request: a right taken away acts at once. */
  findSession(token: string, origin: Origin, isQuiet: boolean): Promise<FoundSession>
  frameOf(context: FrameContext): Frame
  /** A refused look or act, for the audit log. */
  recordDenied(read: Read<Officer>, what: { path: string; access: string }): Promise<void>
  readonly opens: Opens
  /** Where to prove oneself again before a dangerous act. */
  stepUpPath(returnTo: string): string
  /** Where the button stood whose form was posted to this address. */
  pageOf(path: string): string
  loginPath(query: { ended?: string; returnTo?: string }): string
}
