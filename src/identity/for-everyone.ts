// Pages for everyone: status, news, contact. Whoever is signed in sees them in their own frame, with the way back to their work.
import { type Read } from '../platform/database/work.ts'
import { type Link } from '../platform/http/components.ts'
import { page, type PageModel, type PageReply } from '../platform/http/reply.ts'
import { identityPaths } from './identity.paths.ts'
import { identityPages } from './identity.text.ts'

/** For routes that greet; the page's `wayBack` is the link at its end. */
export function pageForEveryone<M extends PageModel>({ actor }: Read, view: string, model: M): PageReply {
  const isIn = actor.kind === 'officer'
  const wayBack: Link = isIn ? { text: identityPages.backHome, href: '/' } : { text: identityPages.backToLogin, href: identityPaths.login }
  return page(view, { breadcrumb: [{ text: model.title }], ...model, wayBack }, { layout: isIn ? 'app' : 'plain' })
}
