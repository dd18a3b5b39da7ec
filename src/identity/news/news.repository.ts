// News for people who are not signed in: the three lists of S-01 and one notice's text.
import { type Read } from '../../platform/database/work.ts'
import { type Notice } from './news.ts'

export async function findLoginNews(read: Read): Promise<Notice[]> {
  return published(read).orderBy([{ column: 'is_pinned', order: 'desc' }, 'sort']).select('code', 'list', 'title')
}

export async function findNotice(read: Read, code: string): Promise<{ title: string; body: string } | undefined> {
  return published(read).where({ code }).first('title', 'body')
}

function published(read: Read) {
  return read.db('news').whereRaw(`'PUBLIC' = ANY(audiences)`).where('published_from', '<=', read.today)
    .whereRaw('(published_until IS NULL OR published_until > ?)', [read.today])
}
