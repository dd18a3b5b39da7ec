// Addresses of the room.
import { documentPaths } from '../documents/index.ts'
import { type Source } from './control/control.ts'
import { type Kind } from './document/document.ts'

export const linePaths = {
  list: '/budget/lines',
  available: '/budget/lines/available',
  showRoute: '/budget/lines/:organisation/:id',
  show: (organisationId: string, id: string) => `/budget/lines/${organisationId}/${id}`,
  showPrintRoute: '/budget/lines/:organisation/:id/print',
  showPrint: (organisationId: string, id: string) => `/budget/lines/${organisationId}/${id}/print`,
} as const

export const basePaths = {
  index: '/budget/base',
  classes: '/budget/base/classes',
  classesEdit: '/budget/base/classes/edit',
  types: '/budget/base/revenue-types',
  typesEdit: '/budget/base/revenue-types/edit',
  enterprises: '/budget/base/enterprises',
  enterpriseNew: '/budget/base/enterprises/new',
  enterpriseEditRoute: '/budget/base/enterprises/:id/edit',
  enterpriseEdit: (id: string) => `/budget/base/enterprises/${id}/edit`,
} as const

/** Addresses of one kind of budget document; `register`: the list, where it stands in another kind's. */
export function deskPaths<N extends string>(list: string, register = list) {
  return {
    ...documentPaths<N>(list),
    list: register,
  } as const
}

const transfers = '/budget/transfers'

export const transferPaths = deskPaths<'submit' | 'cancel' | 'approve' | 'reject' | 'return' | 'announce' | 'report' | 'revoke'>(transfers)

const amendments = '/budget/amendments'

export const amendmentPaths = deskPaths<'submit' | 'cancel' | 'approve' | 'reject' | 'return' | 'announce' | 'report'>(amendments)

const releases = '/budget/releases'
const overrides = '/budget/overrides'

export const releasePaths = deskPaths<'submit' | 'cancel' | 'approve' | 'reject' | 'return'>(releases)
export const overridePaths = deskPaths<'submit' | 'cancel' | 'approve' | 'reject' | 'return' | 'withdraw'>(overrides)

export const planPaths = deskPaths<'approve' | 'cancel'>('/budget/plans')

const offers = '/budget/plan-offers'

/** What the LAO has enacted for a unit; each is named by the LAO's own document. */
export const planOfferPaths = {
  list: offers,
  showRoute: `${offers}/:organisation/:id`,
  show: (organisationId: string, id: string) => `${offers}/${organisationId}/${id}`,
} as const

export const planBelowPaths = {
  list: '/budget/sub-unit-plans',
  showRoute: '/budget/sub-unit-plans/:organisation/:id',
  show: (organisationId: string, id: string) => `/budget/sub-unit-plans/${organisationId}/${id}`,
} as const

const supplementaries = '/budget/supplementaries'
/** The register of money outside the annual ordinance: several kinds, chosen by `?kind=`. */
export const fundPaths = { list: supplementaries, of: (kind: Kind) => `${supplementaries}?kind=${kind}` } as const

const [grants, accumulated, loans] = ['/budget/grants', '/budget/accumulated', '/budget/loans'] as const

export const grantPaths = {
  ...deskPaths<'notify' | 'allocate' | 'cash' | 'uncash' | 'close' | 'cancel'>(grants, fundPaths.of('grant')),
  newSecond: (parentId: string) => `${grants}/new?parent=${parentId}`,
} as const
type FundStep = 'submit' | 'approve' | 'return' | 'reject' | 'cancel' | 'close'
export const accumulatedPaths = deskPaths<FundStep | 'report'>(accumulated, fundPaths.of('accumulated'))
export const loanPaths = deskPaths<FundStep | 'cash' | 'uncash'>(loans, fundPaths.of('loan'))

export const carryPaths = deskPaths<'submit' | 'approve' | 'carry' | 'return' | 'reject' | 'cancel'>('/budget/carry-forwards')
export const extensionPaths = deskPaths<'submit' | 'approve' | 'return' | 'reject' | 'cancel'>('/budget/extensions', '/budget/carry-forwards?kind=extension')
export const lapsePaths = deskPaths<'approve' | 'cancel'>('/budget/lapses', '/budget/carry-forwards?kind=lapse')
export const pastDuePath = '/budget/past-due-lines'

/** Where documents of a kind stand, for links from the registers. A desk adds its own. */
const documentLists: Readonly<Partial<Record<Kind, string>>> = {
  annual: '/budget/ordinances', interim: '/budget/ordinances', supplementary: '/budget/supplementary-budgets', special: '/budget/special-budgets',
  transfer: transfers,
  amendment: amendments,
  release: releases,
  override: overrides,
  plan: planPaths.list,
  grant: grants, accumulated, loan: loans,
  carry: carryPaths.list,
  extension: '/budget/extensions',
  lapse: '/budget/lapses',
}

/** The register a kind stands in, with `?kind=` where several share it. */
export function registerOf(kind: Kind): string {
  return documentLists[kind] ?? linePaths.list
}

/** The page of the budget document behind a movement, where there is one. */
export function documentHref({ kind, id }: Source): string | undefined {
  const list = Object.entries(documentLists).find(([name]) => kind === `budget-${name}`)?.[1]
  return list === undefined ? undefined : `${list}/${id}`
}
