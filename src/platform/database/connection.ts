// The only place that makes a connection. Types that PostgreSQL and JavaScript disagree about arrive as text:
// date (a JavaScript Date at local midnight may show the wrong fiscal year), numeric and bigint.
import knexModule, { type Knex } from 'knex'
import pg from 'pg'
import { OurDialect } from './dialect.ts'

const { types } = pg
types.setTypeParser(types.builtins.DATE, (text: string) => text)
types.setTypeParser(types.builtins.TIMESTAMPTZ, (text: string) => new Date(text).toISOString())

/** A pool of connections, for those who hand it on without asking it anything. */
export type Pool = Knex

export interface ConnectionSettings {
  readonly url: string
  readonly pool: number
  /** The role every connection starts in; each transaction sets its own again (a pooler may not pass this on). */
  readonly role?: 'laas_app' | 'laas_sign_in' | 'laas_worker'
  /** Milliseconds to wait for a free connection before the answer is "overloaded". */
  readonly patience?: number
}

/** A pool. Without a role and scope set by `Database`, row-level security lets such a connection see nothing of any office. */
export function connect(settings: ConnectionSettings): Knex {
  return knexModule({
    client: OurDialect,
    connection: {
      connectionString: settings.url,
      application_name: 'new-elaas',
      ...(settings.role && { options: `-c role=${settings.role}` }),
    },
    pool: { min: 0, max: settings.pool },
    acquireConnectionTimeout: settings.patience ?? 5000,
    asyncStackTraces: false,
  })
}

/** How many wait for a connection at this moment: the first sign that more is asked than can be answered. */
export function waitingFor(pool: Pool): number {
  const waiting: unknown = pool.client.pool?.numPendingAcquires()
  return typeof waiting === 'number' ? waiting : 0
}
