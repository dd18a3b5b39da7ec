// The voucher beside a payment that turns a grant's advance into income, and its way back. Called last in the payment's transaction: the book is locked.
import { accountsOfRoles, balanceOn, postVoucher, reverseVoucher } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { expenditurePosting } from '../expenditure.posting.ts'
import { paymentText } from '../payment.text.ts'
import { findGrantsOfLines, findRecognition } from './recognition.repository.ts'
import { factsOf, recognised, recognitionEvent, spentOf } from './recognition.ts'

export interface PaidShares {
  readonly source: { readonly kind: string; readonly id: string }
  readonly paidOn: CalendarDate
  readonly preparedBy: string
  readonly isAlone: boolean
  readonly shares: readonly { readonly lineId: string; readonly amount: Money }[]
}

export async function recogniseGrants(work: OfficerWork, { source, paidOn, preparedBy, isAlone, shares }: PaidShares): Promise<void> {
  const roles = await accountsOfRoles(work, fiscalYearOf(paidOn))
  const [advance, usual] = [roles['grant-advance'], roles['grant-revenue']]
  if (advance === undefined || usual === undefined || shares.length === 0) return
  const spent = spentOf(shares, await findGrantsOfLines(work, shares.map(({ lineId }) => lineId), advance), usual)
  const held = new Map<string, Money>()
  for (const { key } of spent) held.set(key, await balanceOn(work, { organisationId: work.actor.organisationId, accountCode: advance, subKey: key, until: paidOn }))
  const now = recognised(spent, held)
  if (now.length === 0) return
  await postVoucher(work, {
    rules: expenditurePosting, event: recognitionEvent, facts: factsOf(now, advance), type: 'JV', documentDate: paidOn, source,
    description: paymentText.recognition(now.map(({ key }) => key).join(', ')), preparedBy, ...(isAlone && { samePerson: 'small-unit' as const }),
  })
}

/** The payment was reversed: the grant is unspent again. */
export async function unrecogniseGrants(work: OfficerWork, source: PaidShares['source'], reversal: { readonly reason: string; readonly documentDate: CalendarDate }): Promise<void> {
  const voucher = await findRecognition(work, source, recognitionEvent)
  if (voucher !== undefined) await reverseVoucher(work, voucher, reversal)
}
