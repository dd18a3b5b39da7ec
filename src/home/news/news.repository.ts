import { calendarDate } from '../../platform/dates.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type Story } from './news.ts'

/** News for this kind of organisation, newest first; the search is within title and text. */
export async function findStories(read: OfficerRead, search: string): Promise<Story[]> {
  const rows = await published(read).modify((query) => { if (search !== '') query.whereRaw(`title || ' ' || body ILIKE ?`, [`%${search.replace(/[\\%_]/g, '\\$&')}%`]) })
    .orderBy([{ column: 'is_pinned', order: 'desc' }, { column: 'published_from', order: 'desc' }, 'id']).limit(100).select('code', 'title', 'body', 'published_from')
  return rows.map(storyOf)
}

export async function findStory(read: OfficerRead, code: string): Promise<Story | undefined> {
  const row = await published(read).where({ code }).first('code', 'title', 'body', 'published_from')
  return row && storyOf(row)
}

function published(read: OfficerRead) {
  return read.db('news').whereRaw(`(? = ANY(audiences) OR 'PUBLIC' = ANY(audiences))`, [read.actor.organisationKind]).where('published_from', '<=', read.today)
    .whereRaw('(published_until IS NULL OR published_until > ?)', [read.today])
}

function storyOf(row: { code: string; title: string; body: string; published_from: string }): Story {
  return { code: row.code, title: row.title, body: row.body, publishedFrom: calendarDate(row.published_from) }
}
