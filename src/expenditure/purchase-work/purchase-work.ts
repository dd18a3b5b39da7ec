// What of the purchases waits for an officer: for the home page.
import { type Officer } from '../../platform/database/work.ts'
import { type Permission } from '../../platform/http/route.ts'
import { type Money } from '../../platform/money.ts'
import { acceptancePaths, contractPaths, forfeiturePaths, guaranteePaths, requestPaths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'

const text = procurementText.work

export interface WaitingPurchases {
  readonly count: number
  readonly amount: Money
}

export const purchaseWaits = ['ownRequests', 'requests', 'approved', 'drafts', 'late', 'deliveries', 'unclaimed', 'expiring', 'forfeitures'] as const
export type PurchaseWait = (typeof purchaseWaits)[number]
export type PurchaseCounts = Readonly<Record<PurchaseWait, WaitingPurchases>>

export interface PurchaseWorkItem extends WaitingPurchases {
  readonly key: PurchaseWait
  readonly text: string
  readonly href: string
}

const steps: Readonly<Record<PurchaseWait, { readonly may: Permission; readonly see?: Permission; readonly href: string }>> = {
  ownRequests: { may: 'expense.request:create', href: `${requestPaths.list}?state=draft&by=me` },
  requests: { may: 'expense.request:approve', href: `${requestPaths.list}?state=submitted&by=others` },
  approved: { may: 'expense.contract:create', href: `${requestPaths.list}?state=approved&waiting=yes` },
  drafts: { may: 'expense.contract:edit', href: `${contractPaths.list}?state=draft` },
  /** Past their end and not wholly accepted. */
  late: { may: 'expense.contract:edit', href: `${contractPaths.list}?state=signed&waiting=yes` },
  deliveries: { may: 'expense.accept:approve', href: `${acceptancePaths.list}?state=draft&by=others` },
  /** Accepted, and a claim not yet made of all of it. */
  unclaimed: { may: 'expense.voucherreq:create', see: 'expense.accept:view', href: `${acceptancePaths.list}?state=accepted&waiting=yes` },
  expiring: { may: 'expense.guarantee:edit', href: `${guaranteePaths.list}?state=held&waiting=yes` },
  forfeitures: { may: 'expense.guarantee:approve', href: `${forfeiturePaths.list}?state=draft&by=others` },
}

/** Also which rights have anything waiting at all. */
export const rightsWithWork: readonly Permission[] = purchaseWaits.map((key) => steps[key].may)

export function purchaseItemsFor(officer: Officer, counts: PurchaseCounts): PurchaseWorkItem[] {
  return purchaseWaits.filter((key) => counts[key].count > 0 && officer.permissions.has(steps[key].may) && officer.permissions.has(steps[key].see ?? steps[key].may))
    .map((key) => ({ key, text: text[key], href: steps[key].href, ...counts[key] }))
}
