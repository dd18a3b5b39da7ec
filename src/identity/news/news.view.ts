import { type Aside } from '../../platform/http/components.ts'
import { identityPages } from '../identity.text.ts'
import { type Notice } from './news.ts'

/** Beside the sign-in card: three lists and where to get help. */
export function loginAside(notices: readonly Notice[]): Aside {
  const lists = (['update', 'prepare', 'solve'] as const).map((list) => ({
    heading: identityPages.lists[list],
    links: notices.filter((notice) => notice.list === list).map((notice) => ({ text: notice.title, href: `/news/${notice.code}` })),
    more: { text: identityPages.more, href: `/news?list=${list}` },
  }))
  return {
    lists: lists.filter((list) => list.links.length > 0),
    contact: { heading: identityPages.contact, lines: identityPages.contactLines, links: [
      { text: identityPages.contactSite, href: 'https://www.dla.go.th' }, { text: identityPages.helpLink, href: '/about/contact' }, { text: identityPages.kmLink, href: '/news' },
    ] },
  }
}
