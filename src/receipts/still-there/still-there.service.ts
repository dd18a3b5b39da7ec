// INV-09, INV-10: what a posting or a reversal takes out must have been there on its day and on every evening since. Asked after the posting, under the lock of the book.
import { accountsOfRoles, getVoucher, leastSince, type VoucherLine } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { formatMoney, isNegative, negate } from '../../platform/money.ts'
import { receiptsText } from '../receipts.text.ts'

/** Registers of money and of what is held for others. */
const heldKinds: readonly (string | null)[] = ['bank_account', 'cashbox', 'deposit', 'contract']
/** Accounts without a register that never turn over. */
const plainRoles = ['unidentified-receipts', 'cash-over', 'cash-short', 'liable-person'] as const

/** Of each line of the voucher that takes from such a place. */
export async function mustStillBeThere(work: OfficerWork, voucherId: string, from: CalendarDate): Promise<void> {
  const { organisationId } = work.actor
  const roles = await accountsOfRoles(work)
  const plain = new Set(plainRoles.map((role) => roles[role]))
  const { lines } = await getVoucher(work, organisationId, voucherId)
  for (const line of lines.filter((each) => takesOut(each) && (heldKinds.includes(each.subKind) || plain.has(each.accountCode)))) {
    const left = await leastSince(work, { organisationId, accountCode: line.accountCode, subKey: line.subKey ?? undefined, from })
    if (isNegative(left)) throw new RuleBroken(receiptsText.errors.notThere(placeName(line), formatMoney(negate(left))))
  }
}

/** Assets stand on the debit side, debts on the credit side. */
function takesOut({ accountCode, side }: VoucherLine): boolean {
  return (accountCode.startsWith('1') && side === 'C') || (accountCode.startsWith('2') && side === 'D')
}

function placeName({ accountName, subName }: VoucherLine): string {
  return subName === '' || subName === accountName ? accountName : `${accountName} ${subName}`
}
