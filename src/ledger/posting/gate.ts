// What stands between a document and the books: month, accounts and their registers (INV-02, INV-03, INV-05, INV-07).
import { compareDates, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { isOfChart, type Account } from '../chart/chart.ts'
import { ledgerText } from '../ledger.text.ts'
import { type VoucherHead, type VoucherLine, type VoucherType } from '../voucher/voucher.ts'
import { type PostingLine } from './posting.ts'

const { errors } = ledgerText

/** What stands in the books after posting. */
export interface Posted {
  readonly id: string
  readonly number: string
}

/** What the gate must know before it lets a posting through. */
export interface Gate {
  /** The voucher of the same source and event, when it was posted before. */
  readonly posted: { readonly id: string; readonly number: number; readonly type: VoucherType; readonly fiscalYear: FiscalYear } | undefined
  /** Absent when the fiscal year was never opened. */
  readonly month: 'open' | 'closed' | undefined
  readonly chartKind: string
  readonly accounts: ReadonlyMap<string, Account>
}

export function mustPass(gate: Gate, lines: readonly PostingLine[], fiscalYear: FiscalYear): void {
  if (gate.month === undefined) throw new RuleBroken(errors.noYear)
  if (gate.month === 'closed') throw new RuleBroken(errors.closed)
  for (const line of lines) {
    const refusal = refusalOf(gate, line, fiscalYear)
    if (refusal) throw new RuleBroken(refusal(line.accountCode))
  }
}

function refusalOf(gate: Gate, line: PostingLine, fiscalYear: FiscalYear): ((code: string) => string) | undefined {
  const account = gate.accounts.get(line.accountCode)
  if (!account) return errors.unknownAccount
  if (!account.isPostable) return errors.header
  if (!isOfChart(account, gate.chartKind)) return errors.scope
  if (fiscalYear < account.validFrom || (account.validUntil !== null && fiscalYear >= account.validUntil)) return errors.retiredAccount
  return account.subLedger === 'bank_account' && line.bankAccountId === undefined ? errors.register : undefined
}

/** INV-05 */
export function mustBeReversible(voucher: VoucherHead, { reason, documentDate }: { reason: string; documentDate: CalendarDate }): void {
  if (voucher.type === 'RX') throw new RuleBroken(errors.reversal)
  if (voucher.reversedById !== null) throw new RuleBroken(errors.reversed)
  if (reason.trim() === '') throw new RuleBroken({ reason: errors.reason })
  if (compareDates(documentDate, voucher.documentDate) < 0) throw new RuleBroken(errors.beforeOriginal)
}

/** The same lines with sides swapped. */
export function reversed(lines: readonly VoucherLine[]): PostingLine[] {
  return lines.map((line) => ({
    accountCode: line.accountCode, side: line.side === 'D' ? 'C' : 'D', amount: line.amount,
    bankAccountId: line.bankAccountId ?? undefined, revenueCode: line.revenueCode ?? undefined, memo: line.memo,
  }))
}
