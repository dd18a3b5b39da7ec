// Documents of the budget that wait for an officer: begun and not sent, sent and not approved; notices taken in and not yet allocated (§3.7).
import { waitingItems, waitingOf, type WaitingItem } from '../../documents/index.ts'
import { type WaitingHeads } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { registerOf } from '../budget.paths.ts'
import { budgetText } from '../budget.text.ts'
import { kinds, type Kind } from '../document/document.ts'

/** Grouped by fiscal year. */
export interface KindCounts extends WaitingHeads {
  readonly kind: string
}

/** Of the shape draft → submitted → approved; ordinances have a page of their own for how far they are. */
const sentKinds = ['transfer', 'release', 'override', 'amendment', 'accumulated', 'loan', 'carry', 'extension'] as const satisfies readonly Kind[]

const { kinds: names } = budgetText.document
const { work: text } = budgetText

export function budgetItemsFor(officer: Officer, counted: readonly KindCounts[]): WaitingItem[] {
  const years = [...new Set(counted.map(({ group }) => group))].sort()
  const list = (kind: Kind, year: string, asked: string) => `${registerOf(kind)}${registerOf(kind).includes('?') ? '&' : '?'}year=${year}&${asked}`
  const ofKind = (kind: Kind) => counted.filter((each) => each.kind === kind)
  return waitingItems(officer, years.flatMap((group) => [
    ...sentKinds.flatMap((kind) => [
      { may: `${kinds[kind].leaf}:approve` as const, text: text.sent(names[kind], group), href: list(kind, group, 'state=submitted&by=others'), waiting: waitingOf(ofKind(kind), { state: 'submitted', group, isMine: false }) },
    ]),
    { may: 'budget.supplementary:create' as const, text: text.begun(names.grant, group), href: list('grant', group, 'state=draft'), waiting: waitingOf(ofKind('grant'), { state: 'draft', group }) },
    { may: 'budget.supplementary:approve' as const, text: text.notified(group), href: list('grant', group, 'state=notified&by=others'), waiting: waitingOf(ofKind('grant'), { state: 'notified', group, isMine: false }) },
    { may: 'budget.spendplan:approve' as const, text: text.plan(group), href: list('plan', group, 'state=draft&by=others'), waiting: waitingOf(ofKind('plan'), { state: 'draft', group, isMine: false }) },
  ]))
}
