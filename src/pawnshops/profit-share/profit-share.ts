// จัดสรรกำไรสุทธิของสถานธนานุบาล: 30 % to the LAO, 50 % to the operating capital, the rest to the staff (expenditure-accounting-assets §1.12, W14).
// A distribution of equity, not an expense; a loss is made good before anything is shared.
import { lifeUnder, type PawnCommand } from '../pawn-document/pawn-document.ts'

export const sharingLifecycle = lifeUnder('expense.pawn')
export const sharingKind = 'profit-share'

export interface SharingCommand extends Pick<PawnCommand, 'documentDate' | 'reference' | 'remark' | 'total'> {
  readonly formKey: string
}

