// The receipt a refund names, and what of it may still go back.
import { accountsOfRoles } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, minus, plus, zero, type Money } from '../../platform/money.ts'
import { findReceipts, getReceipt, isUnpaidAgain, lockReceipt, paperName, revenueCodeOf, type Receipt } from '../../receipts/index.ts'
import { claimText } from '../claim.text.ts'
import { type Claim, type ClaimCommand } from '../claim/claim.ts'
import { findGivenBack } from './claim-refund.repository.ts'
import { refundOrigin, type CollectedLine, type CollectedReceipt } from './claim-refund.ts'

const { errors } = claimText
const mostAlike = 5

export interface AskedReceipt {
  /** 'RCPT-00012/70', '12/34', or the id of a stored claim's receipt. */
  readonly named: string
  readonly on: CalendarDate
  readonly claimId: string | undefined
}

/** The one receipt meant, or why none: it must be in the books, on or before the day of the claim. */
export async function findCollected(read: OfficerRead, asked: AskedReceipt): Promise<CollectedReceipt | string> {
  if (asked.named === '') return errors.receipt
  const { organisationId } = read.actor
  const { receipts } = await findReceipts(read, { organisationId, from: undefined, until: undefined, state: 'summarised', kind: undefined, search: asked.named, after: undefined }, mostAlike)
  const [only, ...others] = receipts.filter(({ receiptDate }) => compareDates(receiptDate, asked.on) <= 0)
  if (!only) return errors.noReceipt(asked.named)
  if (others.length > 0) return errors.manyReceipts([only, ...others].map(({ paper }) => paperName(paper)).join(' · '))
  if (await isUnpaidAgain(read, only.id)) return errors.chequeCameBack(paperName(only.paper))
  return collectedOf(read, await getReceipt(read, organisationId, only.id), asked)
}

async function collectedOf(read: OfficerRead, receipt: Receipt, { on, claimId }: AskedReceipt): Promise<CollectedReceipt> {
  const back = await findGivenBack(read, receipt.id, claimId)
  const isEarlierYear = fiscalYearOf(receipt.receiptDate) < fiscalYearOf(on)
  const { accumulated = '' } = await accountsOfRoles(read, fiscalYearOf(on))
  return {
    id: receipt.id, name: paperName(receipt.paper), receivedOn: receipt.receiptDate, isEarlierYear,
    lines: receipt.lines.map((line, index): CollectedLine => {
      const number = String(index + 1)
      return {
        number, name: `${number} ${line.name}`, accountCode: isEarlierYear ? accumulated : line.accountCode,
        revenueCode: isEarlierYear ? null : revenueCodeOf(line.incomeCode) ?? null, left: minus(line.amount, back.get(number) ?? zero),
        isIncome: line.accountCode.startsWith('4') && line.keyName === '',
      }
    }),
  }
}

/** The receipt of a stored claim as it is typed; of other kinds nothing. */
export async function receiptText(read: OfficerRead, { organisationId, receiptId }: Pick<Claim, 'organisationId' | 'receiptId'>): Promise<string> {
  if (receiptId === null) return ''
  const { paper } = await getReceipt(read, organisationId, receiptId)
  return paper.kind === 'handwritten' ? `${paper.book}/${paper.sheet}` : paperName(paper)
}

/** Once more when it is handed in, approved and paid, with the receipt held: it still stands in the books, its money is there, and no other claim gives the same back. */
export async function refundFaultsHeld(work: OfficerWork, claim: Pick<ClaimCommand, 'kind' | 'lines' | 'receiptId'> & { readonly id: string }): Promise<FieldErrors> {
  if (claim.kind !== 'C9' || claim.receiptId === null) return {}
  await lockReceipt(work, claim.receiptId)
  const receipt = await getReceipt(work, work.actor.organisationId, claim.receiptId)
  if (receipt.state !== 'summarised') return { receipt: errors.noReceipt(paperName(receipt.paper)) }
  if (await isUnpaidAgain(work, receipt.id)) return { receipt: errors.chequeCameBack(paperName(receipt.paper)) }
  const back = await findGivenBack(work, receipt.id, claim.id)
  const asked = new Map<string, Money>()
  for (const { source, amount } of claim.lines) if (source?.kind === refundOrigin) asked.set(source.id, plus(asked.get(source.id) ?? zero, amount))
  for (const [number, amount] of asked) {
    const left = minus(receipt.lines[Number(number) - 1]?.amount ?? zero, back.get(number) ?? zero)
    if (compare(amount, left) > 0) return { 'lines.0.amount': errors.overCollected(paperName(receipt.paper), formatMoney(left)) }
  }
  return {}
}

export async function mustGiveBack(work: OfficerWork, claim: Claim): Promise<void> {
  const faults = await refundFaultsHeld(work, claim)
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
}
