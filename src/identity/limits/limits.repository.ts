// Counting in PostgreSQL: web processes hold nothing. Subjects are HMACs, so the table names neither persons nor addresses.
import { addSeconds, type Instant } from '../../platform/dates.ts'
import { type Read, type Work } from '../../platform/database/work.ts'
import { settingNames, type SettingName, type Settings } from './settings.ts'

/** Read once in each transaction, whoever asks. */
const loaded = new WeakMap<Read['db'], Promise<Settings>>()

export function loadSettings(read: Read): Promise<Settings> {
  const found = loaded.get(read.db) ?? readSettings(read)
  loaded.set(read.db, found)
  return found
}

async function readSettings(read: Read): Promise<Settings> {
  const rows: { name: string; value: number }[] = await read.db('sign_in_settings').select('name', 'value')
  const values = new Map(rows.map((row) => [row.name, row.value]))
  const valueOf = (name: SettingName): number => {
    const value = values.get(name)
    if (value === undefined) throw new Error(`sign_in_settings has no ${name}`)
    return value
  }
  const pairs = settingNames.map((name) => [name, valueOf(name)] as const)
  return Object.fromEntries(pairs) as Settings
}

export interface Counter {
  readonly name: string
  readonly subject: string
  readonly windowSeconds: number
}

export type CounterName = Pick<Counter, 'name' | 'subject'>

export interface Counted {
  readonly count: number
  readonly blockedUntil: Instant | undefined
}

/**
 * Counts one more of each within its window, and tells how many that makes, in the order given. One statement, so parallel tries cannot
 * slip past each other; the rows are locked in the order of their names, as everywhere here, so that nobody waits in a circle.
 */
export async function countEach(work: Work, counters: readonly Counter[]): Promise<Counted[]> {
  const { rows } = await work.db.raw<{ rows: { name: string; subject: string; count: number; blocked_until: Instant | null }[] }>(
    `WITH asked AS (SELECT * FROM unnest(:names::text[], :subjects::text[], :begins::timestamptz[]) AS a (name, subject, begins))
     INSERT INTO sign_in_counters AS c (name, subject, window_started_at, count) SELECT name, subject, :now, 1 FROM asked ORDER BY name, subject
     ON CONFLICT (name, subject) DO UPDATE SET (window_started_at, count) = (
       SELECT CASE WHEN c.window_started_at <= a.begins THEN :now ELSE c.window_started_at END, CASE WHEN c.window_started_at <= a.begins THEN 1 ELSE c.count + 1 END
       FROM asked a WHERE a.name = c.name AND a.subject = c.subject)
     RETURNING c.name, c.subject, c.count, c.blocked_until`,
    { ...listed(counters), begins: counters.map(({ windowSeconds }) => addSeconds(work.now, -windowSeconds)), now: work.now },
  )
  return counters.map(({ name, subject }) => {
    const row = rows.find((each) => each.name === name && each.subject === subject)
    if (!row) throw new Error(`${name} was not counted`)
    return { count: row.count, blockedUntil: row.blocked_until !== null && row.blocked_until > work.now ? row.blocked_until : undefined }
  })
}

export async function countOne(work: Work, counter: Counter): Promise<number> {
  const [counted] = await countEach(work, [counter])
  return counted?.count ?? 0
}

/** Takes back one count of each: the try was right after all, or was not let through. */
export async function uncountEach(work: Work, counters: readonly CounterName[]): Promise<void> {
  await work.db.raw(
    `WITH held AS (SELECT c.name, c.subject FROM sign_in_counters c JOIN unnest(:names::text[], :subjects::text[]) AS a (name, subject) USING (name, subject)
       WHERE c.count > 0 ORDER BY c.name, c.subject FOR UPDATE OF c)
     UPDATE sign_in_counters c SET count = c.count - 1 FROM held h WHERE c.name = h.name AND c.subject = h.subject`,
    listed(counters),
  )
}

function listed(counters: readonly CounterName[]): { names: string[]; subjects: string[] } {
  return { names: counters.map(({ name }) => name), subjects: counters.map(({ subject }) => subject) }
}

export async function forgetEach(work: Work, counters: readonly CounterName[]): Promise<void> {
  await work.db('sign_in_counters').whereIn(['name', 'subject'], counters.map(({ name, subject }) => [name, subject])).delete()
}

/** The window begins anew when the wait ends: whoever goes on then is counted on top, and waits longer. */
export async function blockUntil(work: Work, { name, subject }: CounterName, until: Instant): Promise<void> {
  await work.db('sign_in_counters').where({ name, subject }).update({ blocked_until: until, window_started_at: until })
}

export async function findBlock(read: Read, { name, subject }: CounterName): Promise<Instant | undefined> {
  const row = await read.db('sign_in_counters').where({ name, subject }).where('blocked_until', '>', read.now).first('blocked_until')
  return row?.blocked_until
}

/** The tries counted of all of these within the window. */
export async function sumCounts(read: Read, counters: readonly CounterName[], windowSeconds: number): Promise<number> {
  const row = await read.db('sign_in_counters').whereIn(['name', 'subject'], counters.map(({ name, subject }) => [name, subject]))
    .where('window_started_at', '>', addSeconds(read.now, -windowSeconds)).sum({ n: 'count' }).first()
  return Number(row?.n ?? 0)
}
