// A receipt as it goes onto paper, with the head of its office.
import { type Receipt } from '../receipt/receipt.ts'

export interface Heading {
  readonly name: string
  readonly address: string
  readonly province: string
  readonly postcode: string
  readonly phone: string
  /** เลขประจำตัวผู้เสียภาษี of the office, once its head has recorded it. */
  readonly taxId: string
}

export interface PrintedReceipt {
  readonly receipt: Receipt
  readonly heading: Heading
}
