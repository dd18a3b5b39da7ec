// What the list of vouchers may be asked for.
import { addDays, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { isId, organisationIn } from '../asked.ts'
import { ledgerText } from '../ledger.text.ts'
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
  const typed = { from: query.from ?? '', until: query.until ?? '', search: normalizeThai(query.search ?? '').slice(0, 100) }
  const [from, until] = [readThaiDate(typed.from), readThaiDate(typed.until)]
  return {
    filter: {
      organisationId: organisationIn(query, own), type: receiptTypes.find((type) => type === query.type) ?? 'RV',
      from, until: until && addDays(until, 1), search: typed.search || undefined, after: isId(query.after) ? query.after : undefined,
    },
    typed, errors: { ...dateError('from', typed.from, from), ...dateError('until', typed.until, until) },
  }
}

function dateError(name: string, text: string, read: CalendarDate | undefined): FieldErrors {
  return text !== '' && read === undefined ? { [name]: ledgerText.voucher.badDate } : {}
}
