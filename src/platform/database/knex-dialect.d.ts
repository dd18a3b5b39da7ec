// What knex keeps for those who write a dialect of their own, and does not describe: only what dialect.ts uses.
declare module 'knex/lib/dialects/postgres/index.js' {
  import { type Knex } from 'knex'

  export interface Query {
    readonly sql: string
    options?: object
  }

  export interface Disposable {
    /** A connection that bears this is closed instead of handed out again. */
    __knex__disposed?: unknown
  }

  export default class PostgresDialect extends Knex.Client {
    _query(connection: Disposable, query: Query): Promise<Query>
  }
}

declare module 'knex/lib/dialects/postgres/execution/pg-transaction.js' {
  import { type Knex } from 'knex'

  interface PostgresTransaction extends Knex.Transaction {}
  class PostgresTransaction {
    constructor(client: unknown, container: unknown, config: object, outer: unknown)
    begin(connection: unknown): PromiseLike<unknown>
  }
  export default PostgresTransaction
}
