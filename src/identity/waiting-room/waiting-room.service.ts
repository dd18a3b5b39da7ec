import { type Work } from '../../platform/database/work.ts'
import { admitNext, countUnused, findHead } from './waiting-room.repository.ts'
import { howManyToLetIn, type Counter, type Line } from './waiting-room.ts'

/** One round of each web process, every so many seconds: lets in as many as its counter will be free for, and remembers how the line stands. Tells how many. */
export async function moveLine(work: Work, { line, counter, seconds }: { line: Line; counter: Counter; seconds: number }): Promise<number> {
  const onTheirWay = await countUnused(work, line.lately(work.now))
  const ids = await admitNext(work, howManyToLetIn(counter, seconds, onTheirWay))
  line.noteLetIn(ids, work.now)
  line.see(await findHead(work))
  return ids.length
}
