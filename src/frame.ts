// What stands around every page: who, for which organisation, the menu of their rights, what the system has to say.
import { identityPaths, identityText, loginPath } from './identity/index.ts'
import { type Frame } from './platform/http/components.ts'
import { type FrameContext } from './platform/http/house.ts'
import { type Route } from './platform/http/route.ts'
import { bangkokDateOf, fiscalYearOf, formatInstant } from './platform/dates.ts'
import { frameText } from './frame.text.ts'
import { makeSignBoard } from './menu.ts'

export function frameMaker(routes: readonly Route[]): (context: FrameContext) => Frame {
  const signBoard = makeSignBoard(routes)
  return (context) => {
    const { reply, officer, csrfToken, flash, draft, now } = context
    const { model } = reply
    const print = model.print && { ...model.print, printedAt: formatInstant(now) }
    const common = {
      title: model.title, csrfToken, homeHref: officer ? '/' : identityPaths.login, hasErrors: model.hasErrors, aside: model.aside, freshness: model.freshness,
      flash: draft ? { kind: 'info' as const, text: frameText.draft(formatInstant(draft.savedAt)), link: { text: frameText.useDraft, href: draft.href } } : flash,
      print, footer: { links: frameText.footer, updated: frameText.updated },
    }
    if (!officer) return common
    return {
      ...common, menu: signBoard.menuFor(officer, context.path),
      person: { name: officer.name, position: officer.position, profileHref: officer.permissions.has('home.profile:view') ? identityPaths.profile : undefined, signOutAction: identityPaths.signOut },
      organisation: { name: officer.organisationName, fiscalYear: frameText.fiscalYear(fiscalYearOf(bangkokDateOf(now))) },
      breadcrumb: model.breadcrumb && [{ text: frameText.home, href: '/' }, ...model.breadcrumb],
      banner: officer.provisional ? { kind: 'warning', text: identityText.provisional } : undefined,
      idle: { ...officer.idle, keepAliveAction: identityPaths.keepAlive, endedHref: loginPath({ ended: 'idle' }) },
    }
  }
}
