import { field, lineTable, type Filters } from '../../platform/http/components.ts'
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { homePaths } from '../home.paths.ts'
import { homeText } from '../home.text.ts'
import { type Story } from './news.ts'

export function newsPage(stories: readonly Story[], search: string) {
  const filters: Filters = {
    label: homeText.newsSearch, action: homePaths.news, clearHref: homePaths.news,
    controls: [{ field: field({ name: 'search', label: homeText.newsSearch, value: search }) }],
  }
  return {
    title: homeText.news, pageHeader: { title: homeText.news }, breadcrumb: [{ text: homeText.news }], filters,
    lineTable: lineTable({
      caption: homeText.news, captionHidden: true, empty: search === '' ? homeText.noNews : homeText.noNewsFound,
      columns: [{ label: homeText.published, kind: 'date' }, { label: homeText.subject, kind: 'text', isRowHeader: true }],
      rows: stories.map((story) => [formatThaiDateShort(story.publishedFrom), { text: story.title, href: homePaths.storyOf(story.code) }]),
    }),
  }
}

export function storyPage(story: Story) {
  return {
    title: story.title, pageHeader: { title: story.title, lead: formatThaiDate(story.publishedFrom) }, paragraphs: story.body.split('\n'),
    breadcrumb: [{ text: homeText.news, href: homePaths.news }, { text: story.title }],
  }
}
