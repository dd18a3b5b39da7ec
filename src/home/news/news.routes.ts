import { NotFound } from '../../platform/errors.ts'
import { page } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { homePaths } from '../home.paths.ts'
import { findStories, findStory } from './news.repository.ts'
import { newsPage, storyPage } from './news.view.ts'

export const newsRoutes: readonly Route[] = [
  get(homePaths.news, 'home.news:view', { handle: async (read, request) => {
    const search = normalizeThai(request.query.search ?? '').slice(0, 100)
    return page('home/news', newsPage(await findStories(read, search), search))
  }, menu: 'home.news' }),
  get(homePaths.story, 'home.news:view', async (read, request) => {
    const story = await findStory(read, request.params.code ?? '')
    if (!story) throw new NotFound('news')
    return page('home/story', storyPage(story))
  }),
]
