// A transaction at the price of one message more than its statements. knex makes a whole knex anew for each transaction, some two hundred functions and
// properties, which costs more than the statements of a short one; here the pool's own serves every transaction, bound to its connection by one object, and is shut when it ends.
import { type Knex } from 'knex'
import { beginWithNext, hasNotBegun, type Connection, type TransactionOptions } from './entering.ts'

interface PoolClient {
  acquireConnection(): Promise<Connection>
  releaseConnection(connection: Connection): void
  query(connection: Connection, query: unknown): Promise<unknown>
}

/** Commits when `use` resolves; when it throws, or the commit fails, nothing is left behind. */
export async function inTransaction<T>(pool: Knex, options: TransactionOptions, use: (db: Knex.Transaction) => Promise<T>): Promise<T> {
  const client: PoolClient = pool.client
  const connection = await client.acquireConnection()
  const bond = new Bond(client, connection)
  beginWithNext(connection, options)
  try {
    const value = await use(bond.db(pool))
    bond.end()
    await commit(connection, options)
    return value
  } catch (error) {
    bond.end()
    await rollBack(connection, error)
    throw error
  } finally {
    client.releaseConnection(connection)
  }
}

/** PostgreSQL answers ROLLBACK when a statement failed and somebody kept silent about it: what was written is lost, and that must be heard. */
async function commit(connection: Connection, { readOnly }: TransactionOptions): Promise<void> {
  if (hasNotBegun(connection)) return
  const { command } = await connection.query('COMMIT')
  if (command !== 'COMMIT' && !readOnly) throw new Error('a statement of this transaction failed and nobody told: nothing was kept')
}

const patience = 5000

/** A connection that does not answer in time is nobody's any more. */
async function rollBack(connection: Connection, error: unknown): Promise<void> {
  if (hasNotBegun(connection)) return
  const spoil = () => { connection.__knex__disposed = error }
  await new Promise<void>((resolve) => {
    const late = setTimeout(() => { spoil(); resolve() }, patience)
    connection.query('ROLLBACK').catch(spoil).finally(() => { clearTimeout(late); resolve() })
  })
}

/** What knex asks of its client, narrowed to one connection and one stretch of time. */
class Bond {
  readonly #client: PoolClient
  readonly #connection: Connection
  #isOver = false

  constructor(client: PoolClient, connection: Connection) {
    this.#client = client
    this.#connection = connection
  }

  end(): void {
    this.#isOver = true
  }

  /** The pool's knex by prototype, with a client of its own. */
  db(pool: Knex): Knex.Transaction {
    const client = Object.assign(Object.create(this.#client), {
      transacting: true,
      acquireConnection: () => Promise.resolve(this.#connection),
      releaseConnection: () => Promise.resolve(),
      query: (connection: Connection, query: unknown) => this.#query(client, connection, query),
      transaction: () => { throw new Error('no transaction within a transaction') },
    })
    const shared: object = Reflect.get(pool, 'context')
    const context = Object.assign(Object.create(shared), { client })
    const db = (table: string, options: object) => context.queryBuilder().table(table, options)
    return Object.setPrototypeOf(Object.assign(db, { context, isTransaction: true }), pool)
  }

  #query(client: PoolClient, connection: Connection, query: unknown): Promise<unknown> {
    if (this.#isOver || connection !== this.#connection) return Promise.reject(new Error('this transaction is over'))
    return this.#client.query.call(client, connection, query)
  }
}
