import { printedNumber } from '../../documents/index.ts'
import { accountOf, accountsOfRoles, type Slot } from '../../ledger/index.ts'
import { getBankAccount } from '../../registers/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, type Money } from '../../platform/money.ts'
import { moneyEntryText } from '../money-entry.text.ts'
import { lockReceipt } from '../receipt/receipt.repository.ts'
import { getTaxpayer } from '../taxpayer/taxpayer.repository.ts'
import { addTaxpayer } from '../taxpayer/taxpayer.service.ts'
import { findCheque, findDebtorKey, isOwedAgain } from './returned-cheque.repository.ts'
import { type ChequeKey, type ReceivedCheque } from './returned-cheque.ts'

const { errors } = moneyEntryText

export interface Bounced {
  readonly cheque: ChequeKey | null
  readonly amount: Money
  readonly entryDate: CalendarDate
}

/** The whole cheque, no day before its money came into the books, and not while a pay-in slip is under way with it. */
export async function mustHaveBounced(read: OfficerRead, { cheque: key, amount, entryDate }: Bounced): Promise<ReceivedCheque> {
  const cheque = key ? await findCheque(read, key) : undefined
  if (!cheque) throw new RuleBroken({ chequeKey: errors.cheque })
  if (cheque.carriedBy) throw new RuleBroken({ chequeKey: errors.chequeCarried(printedNumber('PIN', cheque.carriedBy.number, cheque.carriedBy.fiscalYear)) })
  if (compare(amount, cheque.amount) !== 0) throw new RuleBroken({ amount: errors.chequeAmount(formatMoney(cheque.amount)) })
  if (compareDates(entryDate, cheque.bookedOn) < 0) throw new RuleBroken({ entryDate: errors.beforeCheque(formatThaiDate(cheque.bookedOn)) })
  return cheque
}

export interface BouncedPlaces {
  readonly slots: { readonly debtor: Slot & { readonly subKey: string }; readonly bank: Slot }
  readonly bankAccountId: string | null
}

/** Who owes it, and where its money stood; the payer becomes a debtor where there is none of the number. */
export async function bouncedPlaces(work: OfficerWork, entry: Bounced): Promise<BouncedPlaces> {
  if (entry.cheque) await lockReceipt(work, entry.cheque.receiptId)
  const cheque = await mustHaveBounced(work, entry)
  const roles = await accountsOfRoles(work)
  const debtor = { accountCode: accountOf(roles, 'returned-cheques'), subKey: await debtorOf(work, cheque) }
  return { slots: { debtor, bank: await placeOf(work, cheque, accountOf(roles, 'cash-on-hand')) }, bankAccountId: cheque.bankAccountId }
}

/** For refunds: the money of the receipt was taken back by the bank and has not been paid anew, so there is nothing to give back. */
export async function isUnpaidAgain(read: OfficerRead, receiptId: string): Promise<boolean> {
  return isOwedAgain(read, { receiptId, debtorAccount: accountOf(await accountsOfRoles(read), 'returned-cheques') })
}

/** The account that was debited, also when it is no longer in use, or the safe. */
async function placeOf(read: OfficerRead, { bankAccountId }: ReceivedCheque, cashOnHand: string): Promise<Slot> {
  return bankAccountId === null ? { accountCode: cashOnHand } : { accountCode: (await getBankAccount(read, bankAccountId)).accountCode, bankAccountId }
}

async function debtorOf(work: OfficerWork, { payer, payerFacts: { kind, number, address } }: ReceivedCheque): Promise<string> {
  const known = number === '' ? undefined : await findDebtorKey(work, number)
  if (known !== undefined) return known
  const personNumber = /^[0-9]{13}$/.test(number) ? number : ''
  const personKind = kind === 'juristic' || kind === 'state' ? kind : 'person'
  const id = await addTaxpayer(work, { register: 'debtor', personKind, name: payer, personNumber, address, phone: '', isActive: true, items: [] }, null)
  return (await getTaxpayer(work, work.actor.organisationId, id)).key
}
