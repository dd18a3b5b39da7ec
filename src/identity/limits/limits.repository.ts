// Counting in PostgreSQL: web processes hold nothing. Subjects are HMACs, so the table names neither persons nor addresses.
import { addSeconds, type Instant } from '../../platform/dates.ts'
import { type Read, type Work } from '../../platform/database/work.ts'
import { settingNames, type SettingName, type Settings } from './settings.ts'

export async function loadSettings(read: Read): Promise<Settings> {
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

/** Counts one more within the window and tells how many that makes. One statement, so parallel tries cannot slip past each other. */
export async function countOne(work: Work, { name, subject, windowSeconds }: Counter): Promise<number> {
  const begins = addSeconds(work.now, -windowSeconds)
  const { rows } = await work.db.raw(
    `INSERT INTO sign_in_counters AS c (name, subject, window_started_at, count) VALUES (:name, :subject, :now, 1)
     ON CONFLICT (name, subject) DO UPDATE SET
       count = CASE WHEN c.window_started_at <= :begins THEN 1 ELSE c.count + 1 END,
       window_started_at = CASE WHEN c.window_started_at <= :begins THEN :now ELSE c.window_started_at END
     RETURNING c.count`,
    { name, subject, now: work.now, begins },
  )
  return rows[0].count
}

/** Takes back one count: the try was right after all, or was not let through. */
export async function uncountOne(work: Work, { name, subject }: Pick<Counter, 'name' | 'subject'>): Promise<void> {
  await work.db('sign_in_counters').where({ name, subject }).where('count', '>', 0).decrement('count', 1)
}

export async function forget(work: Work, { name, subject }: Pick<Counter, 'name' | 'subject'>): Promise<void> {
  await work.db('sign_in_counters').where({ name, subject }).delete()
}

/** The window begins anew when the wait ends: whoever goes on then is counted on top, and waits longer. */
export async function blockUntil(work: Work, { name, subject }: Pick<Counter, 'name' | 'subject'>, until: Instant): Promise<void> {
  await work.db('sign_in_counters').where({ name, subject }).update({ blocked_until: until, window_started_at: until })
}

export async function findBlock(read: Read, { name, subject }: Pick<Counter, 'name' | 'subject'>): Promise<Instant | undefined> {
  const row = await read.db('sign_in_counters').where({ name, subject }).where('blocked_until', '>', read.now).first('blocked_until')
  return row?.blocked_until
}

export async function findCount(read: Read, { name, subject, windowSeconds }: Counter): Promise<number> {
  const row = await read.db('sign_in_counters').where({ name, subject }).where('window_started_at', '>', addSeconds(read.now, -windowSeconds)).first('count')
  return row?.count ?? 0
}
