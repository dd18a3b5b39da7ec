import { instant, type Instant } from '../../platform/dates.ts'
import { type Read } from '../../platform/database/work.ts'

export interface ComingWindow {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly notice: string
}

/** Closures under way or to come. */
export async function findComingWindows(read: Read): Promise<ComingWindow[]> {
  const rows = await read.db('system_windows').where('ends_at', '>', read.now).orderBy('starts_at').select('starts_at', 'ends_at', 'notice')
  return rows.map((row) => ({ startsAt: instant(row.starts_at), endsAt: instant(row.ends_at), notice: row.notice }))
}
