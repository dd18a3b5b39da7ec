import { instant } from '../../platform/dates.ts'
import { type Read } from '../../platform/database/work.ts'
import { type ComingWindow } from './about.ts'

/** Closures under way or to come. */
export async function findComingWindows(read: Read): Promise<ComingWindow[]> {
  const rows = await read.db('system_windows as w').leftJoin('provinces as p', 'p.code', 'w.province_code').where('w.ends_at', '>', read.now).orderBy('w.starts_at')
    .select('w.starts_at', 'w.ends_at', 'w.notice', 'w.audiences', 'p.name')
  return rows.map((row) => ({
    startsAt: instant(row.starts_at), endsAt: instant(row.ends_at), notice: row.notice, audiences: row.audiences, provinceName: row.name ?? undefined,
  }))
}
