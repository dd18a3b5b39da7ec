// Money on its way to the bank: drafted, taken in by the bank, posted; undone by a reversal (budget-and-receipts §4.7, R3; P23).
// Locks: pay-in → receipts of its cheques by id → number counter → book. What there is to pay in is asked after the posting, under the lock of the book.
import { nextNumber, printedNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { accountsOfRoles, balanceOn, isOpen, leastSince, postVoucher, reverseVoucher } from '../../ledger/index.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, plus, type Money } from '../../platform/money.ts'
import { mustNotBeSigned } from '../day-close/day-close.service.ts'
import { payInText } from '../pay-in.text.ts'
import { lockReceipt } from '../receipt/receipt.repository.ts'
import { receiptsPosting } from '../receipts.posting.ts'
import { findInSafeOf } from '../returned-cheque/returned-cheque.repository.ts'
import { isSameCheque, plainNumber, type ChequeKey, type ReceivedCheque } from '../returned-cheque/returned-cheque.ts'
import { forSigning } from '../sign/sign.service.ts'
import { mustStillBeThere } from '../still-there/still-there.service.ts'
import { getStored, insertPayIn, movePayIn, payInRows, updatePayIn } from './pay-in.repository.ts'
import { amountsOf, payInLifecycle, postingFacts, type CarriedMoney, type Cheque, type PaidForm, type PayIn, type PayInCommand } from './pay-in.ts'

const { errors } = payInText
const kind = 'pay-in'

/** As this officer may sign it. */
export async function getPayIn(read: OfficerRead, organisationId: string, id: string): Promise<PayIn> {
  return forSigning(read, await getStored(read, organisationId, id))
}

const startStep = stepStarter({ rows: payInRows, get: getPayIn, lifecycle: payInLifecycle })

/** What lies on hand today by the books. */
export async function cashOnHand(read: OfficerRead): Promise<Money> {
  return balanceOn(read, { ...await placeOf(read), until: read.today })
}

/** Where the money comes from: the cash on hand, or an account with its bank. */
async function placeOf(read: OfficerRead, from?: { readonly accountCode: string; readonly id: string }) {
  const { organisationId } = read.actor
  return from ? { organisationId, accountCode: from.accountCode, subKey: from.id } : { organisationId, accountCode: (await accountsOfRoles(read))['cash-on-hand'] ?? '' }
}

export async function createPayIn(work: OfficerWork, command: PayInCommand & { formKey: string }): Promise<string> {
  const earlier = await payInRows.findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  const carried = await withChosen(work, command)
  await mustFit(work, carried)
  const number = await nextNumber(work, 'PIN', fiscalYearOf(command.payInDate))
  const id = await insertPayIn(work, carried, number)
  await recordChange(work, { kind, id, action: 'create', after: factsOf(carried, number) })
  return id
}

export async function editPayIn(work: OfficerWork, id: string, command: PayInCommand & { version: number }): Promise<void> {
  const payIn = await startStep(work, id, { action: 'edit', version: command.version })
  if (fiscalYearOf(command.payInDate) !== payIn.fiscalYear) throw new RuleBroken({ payInDate: errors.otherYear(numberOf(payIn)) })
  const carried = await withChosen(work, command, id)
  await mustFit(work, carried)
  await updatePayIn(work, payIn, carried)
  await recordChange(work, { kind, id, action: 'edit', before: { date: payIn.payInDate, total: payIn.total }, after: factsOf(carried, payIn.number ?? 0) })
}

/** What was chosen in the safe is carried with what was typed. */
async function withChosen<C extends PayInCommand>(work: OfficerWork, command: C, payInId: string | null = null): Promise<C> {
  if ('amount' in command.money) return command
  const { chosen = [], cheques, ...money }: CarriedMoney = command.money
  await lockReceipts(work, chosen)
  const inSafe = await findInSafeOf(work, payInId, { keys: chosen, numbers: cheques.map(({ number }) => number) })
  const again = typedAgain(cheques, inSafe)
  if (again) throw new RuleBroken({ chequeKeys: errors.chooseCheque(again.number) })
  const taken = chosen.map((key) => chequeIn(inSafe, { key, on: command.payInDate }))
  return { ...command, money: { ...money, cheques: [
    ...taken.map(({ key, cheque, amount }) => ({ key, bank: cheque.bank, number: cheque.number, chequeDate: cheque.date, amount })), ...cheques,
  ] } }
}

/** Held until commit: no two slips carry the same cheque, and none of them is said to have come back meanwhile. */
async function lockReceipts(work: OfficerWork, keys: readonly ChequeKey[]): Promise<void> {
  const ids = [...new Set(keys.map(({ receiptId }) => receiptId))].sort((one, other) => Number(BigInt(one) - BigInt(other)))
  for (const id of ids) await lockReceipt(work, id)
}

/** Typed, though it lies in the safe with its receipt. */
function typedAgain(cheques: readonly Cheque[], inSafe: readonly ReceivedCheque[]): Cheque | undefined {
  return cheques.find(({ key, number, amount }) => !key && inSafe.some((each) => plainNumber(each.cheque.number) === plainNumber(number) && each.amount === amount))
}

function chequeIn(inSafe: readonly ReceivedCheque[], { key, on }: { key: ChequeKey; on: CalendarDate }): ReceivedCheque {
  const found = inSafe.find((each) => isSameCheque(each.key, key))
  if (!found) throw new RuleBroken({ chequeKeys: errors.chequeGone })
  if (compareDates(on, found.bookedOn) < 0) throw new RuleBroken({ chequeKeys: errors.chequeEarly(found.cheque.number, formatThaiDate(found.bookedOn)) })
  return found
}

const factsOf = (command: PayInCommand, number: number) => (
  { number: printedNumber('PIN', number, fiscalYearOf(command.payInDate)), date: command.payInDate, total: amountsOf(command).total })

async function mustFit(work: OfficerWork, command: PayInCommand): Promise<void> {
  if (compareDates(command.payInDate, work.today) > 0) throw new RuleBroken({ payInDate: errors.future })
  if (!await isOpen(work, command.payInDate, 'general')) throw new RuleBroken({ payInDate: errors.closedMonth })
  const own = await findBankAccounts(work, { activeOnly: true })
  const accountOf = (id: string, field: string) => {
    const found = own.find((account) => account.id === id)
    if (!found) throw new RuleBroken({ [field]: errors.bank })
    return found
  }
  accountOf(command.bankAccountId, 'bankAccountId')
  const { total } = amountsOf(command)
  if (!('amount' in command.money)) return mustBeThere(await cashOnHand(work), total, { field: 'pieces-100000', told: errors.onHand })
  const from = accountOf(command.money.fromAccountId, 'fromAccountId')
  return mustBeThere(await balanceOn(work, { ...await placeOf(work, from), until: work.today }), total, { field: 'amount', told: errors.inBank })
}

function mustBeThere(there: Money, asked: Money, { field, told }: { field: string; told: (asked: string, there: string) => string }): void {
  if (compare(asked, there) > 0) throw new RuleBroken({ [field]: told(formatMoney(asked), formatMoney(there)) })
}

export async function cancelPayIn(work: OfficerWork, id: string, version: number): Promise<void> {
  const payIn = await startStep(work, id, { action: 'cancel', version })
  await movePayIn(work, payIn, { state: payIn.next })
  await recordChange(work, { kind, id, action: 'cancel' })
}

/** The bank has stamped the slip: from its day on the money is in the account. */
export async function payIn(work: OfficerWork, id: string, form: PaidForm): Promise<void> {
  const document = await startStep(work, id, { action: 'pay', version: form.version })
  if (compareDates(form.paidOn, document.payInDate) < 0) throw new RuleBroken({ paidOn: errors.beforeSlip })
  if (compareDates(form.paidOn, work.today) > 0) throw new RuleBroken({ paidOn: errors.future })
  await mustNotBeSigned(work, { date: form.paidOn, field: 'paidOn' })
  await mustStillBeInSafe(work, document)
  const describe = document.from ? payInText.transferDescription : payInText.description
  const posted = await postVoucher(work, {
    rules: receiptsPosting, event: 'pay-in.paid', type: 'JV', facts: postingFacts(document), documentDate: form.paidOn, source: { kind, id },
    description: describe(numberOf(document), form.bankReference), preparedBy: document.preparerId, samePerson: 'small-unit',
  })
  await mustHaveBeenThere(work, document, form.paidOn)
  await movePayIn(work, document, { state: document.next, paid: { ...form, voucherId: posted.id } })
  await recordChange(work, { kind, id, action: 'pay', after: { reference: form.bankReference, voucher: posted.number, total: document.total } })
}

/** Since the slip was made the receipt of a cheque may have been taken out of the books, or that of a typed one have come into them. */
async function mustStillBeInSafe(work: OfficerWork, { id, cheques }: PayIn): Promise<void> {
  const keys = cheques.flatMap(({ key }) => key ?? [])
  await lockReceipts(work, keys)
  const inSafe = await findInSafeOf(work, id, { keys, numbers: cheques.map(({ number }) => number) })
  const again = typedAgain(cheques, inSafe)
  if (again) throw new RuleBroken(errors.chooseCheque(again.number))
  const gone = cheques.find(({ key }) => key && !inSafe.some((each) => isSameCheque(each.key, key)))
  if (gone) throw new RuleBroken(errors.chequeLeft(gone.number))
}

/** INV-10: on no evening from the day of the bank on may cash or account stand below zero. The book is held: nobody posts meanwhile. */
async function mustHaveBeenThere(work: OfficerWork, { from, total }: PayIn, day: CalendarDate): Promise<void> {
  const left = await leastSince(work, { ...await placeOf(work, from ?? undefined), from: day })
  const told = from ? errors.inBank : errors.onHand
  if (isNegative(left)) throw new RuleBroken(told(formatMoney(total), formatMoney(plus(left, total))))
}

export async function reversePayIn(work: OfficerWork, id: string, form: { version: number; reason: string }): Promise<void> {
  const document = await startStep(work, id, { action: 'reverse', version: form.version })
  if (!document.voucher || !document.paidOn) throw new Error(`pay-in ${id} without voucher`)
  await mustNotBeSigned(work, { date: document.paidOn, field: '' })
  const reversal = await reverseVoucher(work, document.voucher.id, { reason: form.reason, documentDate: document.paidOn })
  await mustStillBeThere(work, reversal.id, document.paidOn)
  await movePayIn(work, document, { state: document.next })
  await recordChange(work, { kind, id, action: 'reverse', reason: form.reason, after: { voucher: reversal.number }, isAlone: document.authorId === '' })
}

function numberOf({ number, fiscalYear }: PayIn): string {
  return printedNumber('PIN', number ?? 0, fiscalYear)
}
