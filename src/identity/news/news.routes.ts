import { NotFound } from '../../platform/errors.ts'
import { getPublic, type Route } from '../../platform/http/route.ts'
import { pageForEveryone } from '../for-everyone.ts'
import { identityPages } from '../identity.text.ts'
import { formPage } from '../identity.view.ts'
import { findLoginNews, findNotice } from './news.repository.ts'
import { loginAside } from './news.view.ts'

export const newsRoutes: readonly Route[] = [
  getPublic('/news', async (read, request) => {
    const notices = await findLoginNews(read)
    const lists = loginAside(notices.filter((notice) => request.query.list === undefined || request.query.list === notice.list)).lists
    return pageForEveryone(read, 'identity/news-list', { ...formPage(identityPages.news), lists })
  }, { greets: true }),
  getPublic('/news/:code', async (read, request) => {
    const notice = await findNotice(read, request.params.code ?? '')
    if (!notice) throw new NotFound('news')
    const breadcrumb = [{ text: identityPages.news, href: '/news' }, { text: notice.title }]
    return pageForEveryone(read, 'identity/news', { ...formPage(notice.title), breadcrumb, paragraphs: notice.body.split('\n') })
  }, { greets: true }),
]
