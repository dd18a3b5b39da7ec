// Whether an account has the money: what stands in the books less everything already on its way out (E_CASH, INV-10).
import { leastSince } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, minus, type Money } from '../../platform/money.ts'
import { type BankAccount } from '../../registers/index.ts'
import { paymentText } from '../payment.text.ts'
import { holdBankAccount, sumCommitted } from './bank-money.repository.ts'

export interface Wanted {
  readonly date: CalendarDate
  readonly net: Money
  readonly exceptRowId?: string | undefined
}

/** INV-10: on that day and every later one; what was paid since is gone, though the day itself had it. */
export async function mustHaveMoney(work: OfficerWork, bank: BankAccount, { date, net, exceptRowId }: Wanted): Promise<void> {
  await holdBankAccount(work, bank.id)
  const least = await leastSince(work, { organisationId: work.actor.organisationId, accountCode: bank.accountCode, subKey: bank.id, from: date })
  const left = minus(least, await sumCommitted(work, { bankAccountId: bank.id, exceptRowId }))
  if (compare(net, left) > 0) throw new RuleBroken({ bankAccountId: paymentText.errors.cash(formatMoney(left)) })
}
