// A transaction that begins and enters a role and scope in one message to the server instead of two: every page and every post makes that journey.
import { type Knex } from 'knex'
import PostgresTransaction from 'knex/lib/dialects/postgres/execution/pg-transaction.js'
import PostgresDialect from 'knex/lib/dialects/postgres/index.js'
import pg from 'pg'

/** `entry`: local settings of the transaction, by name. */
export interface TransactionOptions {
  readonly readOnly?: boolean
  readonly entry?: Readonly<Record<string, string>>
}

class EnteringTransaction extends PostgresTransaction {
  readonly #begin: string

  constructor(client: unknown, container: unknown, { config, outer }: { config: TransactionOptions; outer: unknown }) {
    super(client, container, config, outer)
    this.#begin = [config.readOnly ? 'BEGIN READ ONLY' : 'BEGIN', ...enter(config.entry)].join('; ')
  }

  /** Nothing but names and values of our own goes in, and these as literals: a message of two statements can carry no parameters. */
  override begin(connection: unknown): PromiseLike<unknown> {
    return this.query(connection, this.#begin, undefined, undefined)
  }
}

function enter(entry: TransactionOptions['entry']): string[] {
  const settings = Object.entries(entry ?? {}).map(([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`)
  return settings.length === 0 ? [] : [`SELECT ${settings.join(', ')}`]
}

export class EnteringDialect extends PostgresDialect {
  override transaction(container: unknown, config: TransactionOptions, outer: unknown): Knex.Transaction {
    return new EnteringTransaction(this, container, { config, outer })
  }
}
