// What knex keeps for those who write a dialect of their own, and does not describe: only what dialect.ts uses.
declare module 'knex/lib/dialects/postgres/index.js' {
  import { type Knex } from 'knex'

  export default class PostgresDialect extends Knex.Client {}
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
