// The vouchers of a claim. Pure.
import { printedNumber } from '../../documents/index.ts'
import { type FiscalYear } from '../../platform/dates.ts'

export interface VoucherNumber {
  readonly type: string
  readonly number: number
  readonly fiscalYear: FiscalYear
}

/** Absent where nothing stands in the books. */
export interface ClaimVouchers {
  readonly payable: VoucherNumber | undefined
  readonly paid: VoucherNumber | undefined
}

/** 'AP-00012/70' and 'PV-00034/70', or nothing. */
export function voucherNames(vouchers: ClaimVouchers | undefined): { readonly payable: string; readonly paid: string } {
  const name = (voucher: VoucherNumber | undefined) => (voucher ? printedNumber(voucher.type, voucher.number, voucher.fiscalYear) : '')
  return { payable: name(vouchers?.payable), paid: name(vouchers?.paid) }
}
