import { NotFound } from '../../platform/errors.ts'
import { getPublic, type Route } from '../../platform/http/route.ts'
import { plainPage } from '../../platform/http/reply.ts'
import { identityPages } from '../identity.text.ts'
import { formPage } from '../identity.view.ts'
import { findLoginNews, findNotice } from './news.repository.ts'
import { loginAside } from './news.view.ts'

export const newsRoutes: readonly Route[] = [
  getPublic('/news', async (read, request) => {
    const notices = await findLoginNews(read)
    const lists = loginAside(notices.filter((notice) => request.query.list === undefined || request.query.list === notice.list)).lists
    return plainPage('identity/news-list', { ...formPage(identityPages.news), lists })
  }),
  getPublic('/news/:code', async (read, request) => {
    const notice = await findNotice(read, request.params.code ?? '')
    if (!notice) throw new NotFound('news')
    return plainPage('identity/news', { ...formPage(notice.title), paragraphs: notice.body.split('\n') })
  }),
]
