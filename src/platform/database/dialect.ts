// What knex does not do by itself, both for the many small journeys to the server that every page makes: the first statement of a transaction
// carries its beginning, and a statement asked again and again is planned once for each connection.
import PostgresDialect, { type Asked } from 'knex/lib/dialects/postgres/index.js'
import { beginningText, canCarry, EnteringQuery, prepareBeginnings, takeBeginning, type Connection, type TransactionOptions } from './entering.ts'

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
  if (named.size >= mostNamed || !/^\s*(select|with|insert|update|delete)\b/i.test(sql) || /;\s*\S/.test(sql)) return undefined
  if (asked.size > 10 * mostNamed) asked.clear()
  const times = (asked.get(sql) ?? 0) + 1
  if (times < often) { asked.set(sql, times); return undefined }
  asked.delete(sql)
  named.set(sql, named.size)
  return nameOf(sql)
}

export class OurDialect extends PostgresDialect {
  override async acquireRawConnection(): Promise<Connection> {
    const connection = await super.acquireRawConnection()
    try {
      await prepareBeginnings(connection)
    } catch (error) {
      await this.destroyRawConnection(connection).catch(() => undefined) // it was lost already
      throw error
    }
    return connection
  }

  override async _query(connection: Connection, query: Asked): Promise<Asked> {
    const beginning = takeBeginning(connection)
    const name = nameOf(query.sql)
    if (name !== undefined) query.options = { ...query.options, name }
    try {
      if (beginning === undefined) return await super._query(connection, query)
      if (canCarry(query.sql)) return await enter(connection, query, beginning)
      await connection.query(beginningText(beginning))
      return await super._query(connection, query)
    } catch (error) {
      if (isStalePlan(error)) connection.__knex__disposed = error // the pool replaces it, and the transaction is tried again
      throw error
    }
  }
}

function enter(connection: Connection, query: Asked, beginning: TransactionOptions): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const answered = (error: unknown, response: unknown) => {
      if (error) { reject(error); return }
      query.response = response
      resolve(query)
    }
    connection.query(new EnteringQuery({ text: query.sql, values: query.bindings ?? [], ...query.options }, answered, beginning))
  })
}

/** A table has changed its shape since the statement was planned: a migration ran while we did. */
export function isStalePlan(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '0A000' && error.message.includes('cached plan')
}
