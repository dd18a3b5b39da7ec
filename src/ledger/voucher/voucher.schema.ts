// What the list of vouchers may be asked for.
import { daysIn } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { isId, organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { type VoucherFilter, type VoucherType } from './voucher.ts'

/** Shown under ใบผ่านรายการรับ: receipt vouchers and what reverses them. */
export const receiptTypes = ['RV', 'RX'] as const satisfies readonly VoucherType[]

export interface AskedVouchers {
  readonly filter: VoucherFilter & { readonly organisationId: string; readonly type: (typeof receiptTypes)[number] }
  /** As typed, for the boxes. */
  readonly typed: { readonly from: string; readonly until: string; readonly search: string }
  readonly errors: FieldErrors
}

export function askedVouchers(query: FormRequest['query'], own: string): AskedVouchers {
  const { typed, from, until, errors } = daysIn(query)
  const search = normalizeThai(query.search ?? '').slice(0, 100)
  return {
    filter: {
      organisationId: organisationIn(query, own), type: receiptTypes.find((type) => type === query.type) ?? 'RV', from, until,
      search: search || undefined, after: isId(query.after) ? query.after : undefined,
    },
    typed: { ...typed, search }, errors,
  }
}
