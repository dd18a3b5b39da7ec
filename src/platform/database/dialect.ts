// Two things knex does not do by itself, both for the many small journeys to the server that every page makes: a transaction begins and enters
// a role and scope in one message, and a statement asked again and again is planned once for each connection.
import { type Knex } from 'knex'
import PostgresTransaction from 'knex/lib/dialects/postgres/execution/pg-transaction.js'
import PostgresDialect, { type Disposable, type Query } from 'knex/lib/dialects/postgres/index.js'
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

/** Statements worth a name, by their text. Bounded: a list of changing length makes a new text each time. */
const named = new Map<string, number>()
const mostNamed = 1000

/** How often each text was asked before it earned a name; forgotten when too many gather. */
const asked = new Map<string, number>()
const often = 3

/** Undefined while the text has not been asked often, or is not one statement that can be prepared. */
function nameOf(sql: string): string | undefined {
  const known = named.get(sql)
  if (known !== undefined) return `laas_${known}`
  if (named.size >= mostNamed || !/^\s*(select|with|insert|update|delete)\b/i.test(sql)) return undefined
  if (asked.size > 10 * mostNamed) asked.clear()
  const times = (asked.get(sql) ?? 0) + 1
  if (times < often) { asked.set(sql, times); return undefined }
  asked.delete(sql)
  named.set(sql, named.size)
  return nameOf(sql)
}

export class OurDialect extends PostgresDialect {
  override transaction(container: unknown, config: TransactionOptions, outer: unknown): Knex.Transaction {
    return new EnteringTransaction(this, container, { config, outer })
  }

  override async _query(connection: Disposable, query: Query): Promise<Query> {
    const name = nameOf(query.sql)
    if (name !== undefined) query.options = { ...query.options, name }
    try {
      return await super._query(connection, query)
    } catch (error) {
      if (isStalePlan(error)) connection.__knex__disposed = error // the pool replaces it, and the transaction is tried again
      throw error
    }
  }
}

/** A table has changed its shape since the statement was planned: a migration ran while we did. */
export function isStalePlan(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '0A000' && error.message.includes('cached plan')
}
