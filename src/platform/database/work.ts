// The two keys. `Read` entitles to look, `Work` entitles to change: whoever has no Work cannot write, and no query runs without an actor.
import { type Knex } from 'knex'
import { Unavailable } from '../errors.ts'
import { type Clock } from '../clock.ts'
import { bangkokDateOf, type CalendarDate, type Instant } from '../dates.ts'
import { isStalePlan } from './dialect.ts'
import { type TransactionOptions } from './entering.ts'
import { inTransaction } from './transaction.ts'

export type OrganisationKind = 'DLA' | 'PROV' | 'LAO' | 'SUB' | 'PAWN'

/** How far an actor sees: itself · the LAO with its sub-units · its province · the nation. */
export type ScopeKind = 'unit' | 'lao' | 'province' | 'nation'

/** Someone signed in, with what they may do at this very moment. Filled by `access`, shown by the frame. */
export interface Officer {
  readonly kind: 'officer'
  readonly userId: string
  readonly sessionId: string
  readonly username: string
  readonly name: string
  readonly position: string
  readonly organisationId: string
  readonly organisationName: string
  readonly organisationKind: OrganisationKind
  readonly scope: ScopeKind
  readonly provinceCode: string
  readonly permissions: ReadonlySet<string>
  /** claimed but not yet confirmed by the issuing authority; may work, may not approve. */
  readonly provisional: boolean
  /** When a second factor was last proven in this session. */
  readonly provenAt: Instant
  /** How long such a proof holds for a dangerous act. */
  readonly proofSeconds: number
  /** After how many idle seconds the session ends, and how long before the person is warned. */
  readonly idle: { readonly seconds: number; readonly warnSeconds: number }
}

/** Somebody on the way in. Works under a database role that reaches sign-in tables and no office's books. */
export interface Visitor {
  readonly kind: 'visitor'
}

/** Our own worker: mail, jobs, seeds. */
export interface System {
  readonly kind: 'system'
}

export type Actor = Officer | Visitor | System

export const visitor: Visitor = { kind: 'visitor' }
export const system: System = { kind: 'system' }

/** From where and by which request. Goes into the audit log. */
export interface Origin {
  readonly requestId: string
  readonly ip: string
  readonly agent: string
}

export const ownOrigin: Origin = { requestId: 'worker', ip: '', agent: '' }

export interface Read<A extends Actor = Actor> {
  readonly actor: A
  readonly origin: Origin
  readonly now: Instant
  readonly today: CalendarDate
  readonly db: Knex.Transaction
}

declare const writes: unique symbol

export interface Work<A extends Actor = Actor> extends Read<A> {
  readonly [writes]: true
}

/** Keys held by a signed-in person: what every office service asks for. */
export type OfficerRead = Read<Officer>
export type OfficerWork = Work<Officer>

const roles = { officer: 'laas_app', visitor: 'laas_sign_in', system: 'laas_worker' } as const

/** Office work runs as laas_app; identity's own pages of a signed-in person (password, e-mail, sign-out) ask for laas_sign_in. */
export type Role = (typeof roles)[keyof typeof roles]

interface Entering {
  readonly actor: Actor
  readonly origin: Origin
  readonly role: Role
  readonly readOnly: boolean
}

interface DatabaseOptions {
  /** Every transaction enters under this role, whoever the actor is. */
  readonly role?: Role
  /** A pool of their own for those on the way in: however many stand before the door, whoever is inside finds a connection. */
  readonly visitors?: Knex
}

export class Database {
  readonly knex: Knex
  readonly clock: Clock
  readonly #options: DatabaseOptions

  constructor(knex: Knex, clock: Clock, options: DatabaseOptions = {}) {
    this.knex = knex
    this.clock = clock
    this.#options = options
  }

  /** The same database, entered under one role whoever the actor is. */
  under(role: Role | undefined): Database {
    return role === undefined ? this : new Database(this.knex, this.clock, { ...this.#options, role })
  }

  /** One read-only transaction, narrowed to the actor by row-level security. */
  read<A extends Actor, T>(actor: A, origin: Origin, use: (read: Read<A>) => Promise<T>): Promise<T> {
    return this.#tried({ actor, origin, role: this.#options.role ?? roles[actor.kind], readOnly: true }, use)
  }

  /** One transaction that commits when `use` resolves and leaves nothing behind when it throws. Deadlock victims are tried again. */
  work<A extends Actor, T>(actor: A, origin: Origin, use: (work: Work<A>) => Promise<T>): Promise<T> {
    return this.#tried({ actor, origin, role: this.#options.role ?? roles[actor.kind], readOnly: false }, (read) => use(read as Work<A>))
  }

  async #tried<A extends Actor, T>(entering: Entering & { readonly actor: A }, use: (read: Read<A>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#transaction(entering, use)
      } catch (error) {
        if (attempt === 3 || !isRetryable(error)) throw error
      }
    }
  }

  async #transaction<A extends Actor, T>(entering: Entering & { readonly actor: A }, use: (read: Read<A>) => Promise<T>): Promise<T> {
    const now = this.clock.now()
    const { actor, origin, readOnly } = entering
    try {
      const pool = actor.kind === 'visitor' ? this.#options.visitors ?? this.knex : this.knex
      return await inTransaction(pool, { readOnly, entry: entryOf(entering) }, (db) => use({ actor, origin, now, today: bangkokDateOf(now), db }))
    } catch (error) {
      throw isUnreachable(error) ? new Unavailable('database', { cause: error }) : error
    }
  }
}

/** The role, and who it acts for: what row-level security reads. */
function entryOf({ actor, role }: Entering): TransactionOptions['entry'] {
  const person = actor.kind === 'officer' ? actor : { userId: '', organisationId: '', scope: actor.kind, provinceCode: '' }
  return {
    role, 'laas.user_id': person.userId, 'laas.organisation_id': person.organisationId, 'laas.scope': person.scope, 'laas.province_code': person.provinceCode,
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

function isRetryable(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error)) || isStalePlan(error)
}

/** The database does not answer, or has no connection left: overload, not a fault of ours. */
export function isUnreachable(error: unknown): boolean {
  const name = error instanceof Error ? error.name : ''
  const text = error instanceof Error ? error.message : ''
  const codes = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300']
  return name === 'KnexTimeoutError' || codes.includes(codeOf(error)) || /Connection terminated|Connection ended|is not queryable/.test(text)
}
