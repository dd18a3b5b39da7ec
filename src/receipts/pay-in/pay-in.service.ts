// Money on its way to the bank: drafted, taken in by the bank, posted; undone by a reversal (budget-and-receipts §4.7, R3; P23).
// Locks: pay-in → number counter → book. What there is to pay in is asked after the posting, under the lock of the book.
import { nextNumber, printedNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { accountsOfRoles, balancesByKey, isOpen, postVoucher, reverseVoucher } from '../../ledger/index.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, minus, sum, type Money } from '../../platform/money.ts'
import { payInText } from '../pay-in.text.ts'
import { receiptsPosting } from '../receipts.posting.ts'
import { forSigning } from '../sign/sign.service.ts'
import { getStored, insertPayIn, movePayIn, payInRows, updatePayIn } from './pay-in.repository.ts'
import { amountsOf, payInLifecycle, postingFacts, type PaidForm, type PayIn, type PayInCommand } from './pay-in.ts'

const { errors } = payInText
const kind = 'pay-in'

/** As this officer may sign it. */
export async function getPayIn(read: OfficerRead, organisationId: string, id: string): Promise<PayIn> {
  return forSigning(read, await getStored(read, organisationId, id))
}

const startStep = stepStarter({ rows: payInRows, get: getPayIn, lifecycle: payInLifecycle })

/** What lies on hand by the books, on a day: never more than is there now. */
export async function cashOnHand(read: OfficerRead, until: CalendarDate = read.today): Promise<Money> {
  return accountBalance(read, { accountCode: (await accountsOfRoles(read))['cash-on-hand'] ?? '' }, until)
}

async function accountBalance(read: OfficerRead, asked: { accountCode: string; key?: string }, until: CalendarDate): Promise<Money> {
  const rows = await balancesByKey(read, { organisationId: read.actor.organisationId, accountCodes: [asked.accountCode], key: asked.key, until })
  return sum(rows.map((row) => minus(row.debit, row.credit)))
}

export async function createPayIn(work: OfficerWork, command: PayInCommand & { formKey: string }): Promise<string> {
  const earlier = await payInRows.findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  await mustFit(work, command)
  const number = await nextNumber(work, 'PIN', fiscalYearOf(command.payInDate))
  const id = await insertPayIn(work, command, number)
  await recordChange(work, { kind, id, action: 'create', after: factsOf(command, number) })
  return id
}

export async function editPayIn(work: OfficerWork, id: string, command: PayInCommand & { version: number }): Promise<void> {
  const payIn = await startStep(work, id, { action: 'edit', version: command.version })
  if (fiscalYearOf(command.payInDate) !== payIn.fiscalYear) throw new RuleBroken({ payInDate: errors.otherYear(numberOf(payIn)) })
  await mustFit(work, command)
  await updatePayIn(work, payIn, command)
  await recordChange(work, { kind, id, action: 'edit', before: { date: payIn.payInDate, total: payIn.total }, after: factsOf(command, payIn.number ?? 0) })
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
  const { id, accountCode } = accountOf(command.money.fromAccountId, 'fromAccountId')
  return mustBeThere(await accountBalance(work, { accountCode, key: id }, work.today), total, { field: 'amount', told: errors.inBank })
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
  const describe = document.from ? payInText.transferDescription : payInText.description
  const posted = await postVoucher(work, {
    rules: receiptsPosting, event: 'pay-in.paid', type: 'JV', facts: postingFacts(document), documentDate: form.paidOn, source: { kind, id },
    description: describe(numberOf(document), form.bankReference), preparedBy: document.preparerId, samePerson: 'small-unit',
  })
  await mustHaveBeenThere(work, document, form.paidOn)
  await movePayIn(work, document, { state: document.next, paid: { ...form, voucherId: posted.id } })
  await recordChange(work, { kind, id, action: 'pay', after: { reference: form.bankReference, voucher: posted.number, total: document.total } })
}

/** INV-10: neither on the day of the bank nor today may cash or account stand below zero. The book is held: nobody posts meanwhile. */
async function mustHaveBeenThere(work: OfficerWork, { from, total }: PayIn, day: CalendarDate): Promise<void> {
  for (const until of [day, work.today]) {
    const left = from ? await accountBalance(work, { accountCode: from.accountCode, key: from.id }, until) : await cashOnHand(work, until)
    const told = from ? errors.inBank : errors.onHand
    if (isNegative(left)) throw new RuleBroken(told(formatMoney(total), formatMoney(sum([left, total]))))
  }
}

export async function reversePayIn(work: OfficerWork, id: string, form: { version: number; reason: string }): Promise<void> {
  const document = await startStep(work, id, { action: 'reverse', version: form.version })
  if (!document.voucher || !document.paidOn) throw new Error(`pay-in ${id} without voucher`)
  const reversal = await reverseVoucher(work, document.voucher.id, { reason: form.reason, documentDate: document.paidOn })
  await movePayIn(work, document, { state: document.next })
  await recordChange(work, { kind, id, action: 'reverse', reason: form.reason, after: { voucher: reversal.number } })
}

function numberOf({ number, fiscalYear }: PayIn): string {
  return printedNumber('PIN', number ?? 0, fiscalYear)
}
