import { type OfficerRead } from '../../platform/database/work.ts'
import { getReceipt } from '../receipt/receipt.repository.ts'
import { getHeading } from './receipt-print.repository.ts'
import { type PrintedReceipt } from './receipt-print.ts'

/** A receipt of the own office. */
export async function getPrint(read: OfficerRead, id: string): Promise<PrintedReceipt> {
  return { receipt: await getReceipt(read, read.actor.organisationId, id), heading: await getHeading(read) }
}
