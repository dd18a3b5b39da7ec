// What the counter issues: without paper and day, for both are the system's.
import { type NewReceipt } from '../receipt/receipt.ts'

export type NewIssued = Omit<NewReceipt, 'paper' | 'receiptDate'>
