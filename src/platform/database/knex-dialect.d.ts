// What knex and pg keep for those who write a dialect or a query of their own, and do not describe: only what is used here.
declare module 'pg/lib/query.js' {
  export interface QueryConfig {
    readonly text: string
    readonly values?: readonly unknown[]
    readonly name?: string
    readonly queryMode?: 'extended'
  }

  export interface Answer {
    readonly command: string
  }

  /** Messages of the extended protocol, written to the socket in this order. */
  export interface Wire {
    bind(message: { readonly statement: string; readonly values?: readonly unknown[] }): void
    execute(message: object): void
  }

  export default class Query {
    constructor(config: QueryConfig, values: undefined, callback: (error: unknown, answer: Answer) => void)
    prepare(wire: Wire): void
    handleDataRow(message: unknown): void
    handleCommandComplete(message: unknown, wire: Wire): void
  }
}

declare module 'knex/lib/dialects/postgres/index.js' {
  import { type Knex } from 'knex'
  import { type Connection } from './entering.ts'

  export interface Asked {
    readonly sql: string
    readonly bindings?: readonly unknown[]
    options?: object
    response?: unknown
  }

  export default class PostgresDialect extends Knex.Client {
    acquireRawConnection(): Promise<Connection>
    destroyRawConnection(connection: Connection): Promise<void>
    _query(connection: Connection, query: Asked): Promise<Asked>
  }
}
