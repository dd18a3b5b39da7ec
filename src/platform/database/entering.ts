// How a transaction begins. Nothing is sent until its first statement, which then carries the beginning with it: BEGIN, role and scope, and the statement
// travel as one message and are answered as one. Should the beginning fail, PostgreSQL leaves the statement out: it never runs without its role and scope.
import pg from 'pg'
import Query, { type Answer, type QueryConfig, type Wire } from 'pg/lib/query.js'

const settings = ['role', 'laas.user_id', 'laas.organisation_id', 'laas.scope', 'laas.province_code'] as const

/** `entry`: role and scope, for this transaction alone. */
export interface TransactionOptions {
  readonly readOnly: boolean
  readonly entry: Readonly<Record<(typeof settings)[number], string>>
}

/** What is used of a connection of pg. */
export interface Connection {
  query(config: string | QueryConfig): Promise<Answer>
  query(query: Query): unknown
  /** A connection that bears this is closed instead of handed out again. */
  __knex__disposed?: unknown
}

const names = { begin: 'laas_begin', look: 'laas_look', enter: 'laas_enter' } as const
const enter = `SELECT ${settings.map((name, at) => `set_config('${name}', $${at + 1}, true)`).join(', ')}`

/** For every new connection: plans the statements of a beginning, so that later ones only name them. */
export async function prepareBeginnings(connection: Connection): Promise<void> {
  await connection.query({ name: names.begin, text: 'BEGIN' })
  await connection.query({ name: names.enter, text: enter, values: settings.map((name) => (name === 'role' ? 'none' : '')) })
  await connection.query('ROLLBACK')
  await connection.query({ name: names.look, text: 'BEGIN READ ONLY' })
  await connection.query('ROLLBACK')
}

const awaited = new WeakMap<Connection, TransactionOptions>()

/** The next statement on this connection begins a transaction. */
export function beginWithNext(connection: Connection, options: TransactionOptions): void {
  awaited.set(connection, options)
}

/** Whether nothing was asked at all, so that there is nothing to end. */
export function hasNotBegun(connection: Connection): boolean {
  return awaited.delete(connection)
}

/** Told once: whoever takes it, begins. */
export function takeBeginning(connection: Connection): TransactionOptions | undefined {
  const options = awaited.get(connection)
  awaited.delete(connection)
  return options
}

/** One statement that pg can prepare: several in one text cannot be. */
export function canCarry(text: string): boolean {
  return /^\s*(select|with|insert|update|delete)\b/i.test(text) && !text.includes(';')
}

/** As text, for what can carry nothing. Nothing but names and values of our own goes in, and these as literals. */
export function beginningText({ readOnly, entry }: TransactionOptions): string {
  const set = settings.map((name) => `set_config('${name}', ${pg.escapeLiteral(entry[name])}, true)`)
  return `${readOnly ? 'BEGIN READ ONLY' : 'BEGIN'}; SELECT ${set.join(', ')}`
}

/** A statement with the beginning of its transaction before it, up to one Sync. */
export class EnteringQuery extends Query {
  readonly #options: TransactionOptions
  /** Answers still to come that belong to the beginning. */
  #before = 2

  constructor(config: QueryConfig, callback: (error: unknown, answer: Answer) => void, options: TransactionOptions) {
    super({ ...config, queryMode: 'extended' }, undefined, callback)
    this.#options = options
  }

  override prepare(wire: Wire): void {
    const { readOnly, entry } = this.#options
    wire.bind({ statement: readOnly ? names.look : names.begin })
    wire.execute({})
    wire.bind({ statement: names.enter, values: settings.map((name) => entry[name]) })
    wire.execute({})
    super.prepare(wire)
  }

  override handleDataRow(message: unknown): void {
    if (this.#before === 0) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.#before > 0) { this.#before -= 1; return }
    super.handleCommandComplete(message, wire)
  }
}
