// จ่ายขาดเงินสะสม / ทุนสำรองเงินสะสม: the council approves, in a disaster the executive, never more than is usable (budget-and-receipts §3.8).
import { lifecycle, type Lifecycle } from '../../documents/index.ts'
import { untilApproval, type DeskDocument } from '../desk/desk.ts'

const table = lifecycle({
  ...untilApproval('budget.supplementary'),
  approved: {
    report: { to: 'approved', may: 'budget.supplementary:create' },
    close: { to: 'closed', may: 'budget.supplementary:approve' },
  },
  closed: {},
})

export type AccumulatedState = keyof typeof table.table
export type Accumulated = DeskDocument<AccumulatedState>

/** What was approved by the executive in a disaster is reported to the council; the council need not be told what it approved. */
export const accumulatedLifecycle: Lifecycle<AccumulatedState, string> = {
  ...table,
  allows: (actor, document) => table.allows(actor, document).filter((action) => action !== 'report' || 'variant' in document && isDisaster(document)),
}

/** What เงินสะสม may be spent for. */
export const purposes = ['service', 'income', 'hardship', 'disaster'] as const
export type Purpose = (typeof purposes)[number]

export function isDisaster({ variant }: { readonly variant: unknown }): boolean {
  return variant === 'disaster'
}
