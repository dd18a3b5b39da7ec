// What the pages of the room have in common.
import { field, type Field, type SummaryItem } from '../platform/http/components.ts'
import { numberName, type Numbered } from './receipts.names.ts'
import { receiptsText as text } from './receipts.text.ts'

/** Pawnshops have no receipts: their registers are not offered. */
export const officesBelow = ['SUB'] as const

export function remarkField(value: string, error: string | undefined): Field {
  return field({ name: 'remark', label: text.remark, value, error, maxLength: 500, width: 'full' })
}

/** Facts without a value are not shown. */
export function itemsOf(facts: readonly (readonly [string, string])[]): SummaryItem[] {
  return facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value }))
}

/** The general voucher of a document; a link for those who may read the register of vouchers. */
export function voucherItem(voucher: Numbered, href: string | undefined): SummaryItem {
  return { label: text.documents.JV, text: numberName('JV', voucher), href }
}
