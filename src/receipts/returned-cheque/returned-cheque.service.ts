import { accountOf, accountsOfRoles, type Slot } from '../../ledger/index.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, type Money } from '../../platform/money.ts'
import { moneyEntryText } from '../money-entry.text.ts'
import { lockReceipt } from '../receipt/receipt.repository.ts'
import { getTaxpayer } from '../taxpayer/taxpayer.repository.ts'
import { addTaxpayer } from '../taxpayer/taxpayer.service.ts'
import { findCheque, findDebtorKey } from './returned-cheque.repository.ts'
import { type ChequeKey, type ReceivedCheque } from './returned-cheque.ts'

const { errors } = moneyEntryText

export interface Bounced {
  readonly cheque: ChequeKey | null
  readonly bankAccountId: string | null
  readonly amount: Money
  readonly entryDate: CalendarDate
}

/** The whole cheque, no day before its money came into the books, out of an own account; out of the cash on hand while it is still in the safe. */
export async function mustHaveBounced(read: OfficerRead, { cheque: key, bankAccountId, amount, entryDate }: Bounced): Promise<ReceivedCheque> {
  const cheque = key ? await findCheque(read, key) : undefined
  if (!cheque) throw new RuleBroken({ chequeKey: errors.cheque })
  if (compare(amount, cheque.amount) !== 0) throw new RuleBroken({ amount: errors.chequeAmount(formatMoney(cheque.amount)) })
  if (compareDates(entryDate, cheque.bookedOn) < 0) throw new RuleBroken({ entryDate: errors.beforeCheque(formatThaiDate(cheque.bookedOn)) })
  if (cheque.isInSafe && bankAccountId !== null) throw new RuleBroken({ bankAccountId: errors.chequeInSafe })
  if (cheque.isInSafe) return cheque
  const own = await findBankAccounts(read, { activeOnly: true })
  if (!own.some((account) => account.id === bankAccountId)) throw new RuleBroken({ bankAccountId: errors.bank })
  return cheque
}

/** Who owes it and the account the bank took it from; the payer becomes a debtor where there is none of the number. */
export async function bouncedSlots(work: OfficerWork, entry: Bounced): Promise<{ debtor: Slot & { readonly subKey: string }; bank: Slot }> {
  if (entry.cheque) await lockReceipt(work, entry.cheque.receiptId)
  const cheque = await mustHaveBounced(work, entry)
  const roles = await accountsOfRoles(work)
  return { debtor: { accountCode: accountOf(roles, 'returned-cheques'), subKey: await debtorOf(work, cheque) }, bank: await placeOf(work, entry, accountOf(roles, 'cash-on-hand')) }
}

/** Where the money stood: the account that was debited, or the safe. */
async function placeOf(read: OfficerRead, { bankAccountId }: Bounced, cashOnHand: string): Promise<Slot> {
  if (bankAccountId === null) return { accountCode: cashOnHand }
  const account = (await findBankAccounts(read, { activeOnly: true })).find(({ id }) => id === bankAccountId)
  if (!account) throw new RuleBroken(errors.bank)
  return { accountCode: account.accountCode, bankAccountId: account.id }
}

async function debtorOf(work: OfficerWork, { payer, payerFacts: { kind, number, address } }: ReceivedCheque): Promise<string> {
  const known = number === '' ? undefined : await findDebtorKey(work, number)
  if (known !== undefined) return known
  const personNumber = /^[0-9]{13}$/.test(number) ? number : ''
  const personKind = kind === 'juristic' || kind === 'state' ? kind : 'person'
  const id = await addTaxpayer(work, { register: 'debtor', personKind, name: payer, personNumber, address, phone: '', isActive: true, items: [] }, null)
  return (await getTaxpayer(work, work.actor.organisationId, id)).key
}
