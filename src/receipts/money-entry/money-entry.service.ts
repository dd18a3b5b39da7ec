// An entry from draft to the books. Locks: entry → register keys and debts → loan → budget lines → number counter → book; what is left is asked after the posting, under the lock of the book.
import { nextNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { accountsOfRoles, balancesByKey, isOpen, postVoucher, reverseVoucher, type Posted, type Slot } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { mustNotBeSigned } from '../day-close/day-close.service.ts'
import { depositBalance } from '../deposit/deposit.service.ts'
import { getDeposit } from '../deposit/deposit.repository.ts'
import { tellBudget, untellBudget, type MoneyTold } from '../day-budget/day-budget.service.ts'
import { mustBeTarget, type Aim } from '../entry-target/entry-target.service.ts'
import { moneyEntryText } from '../money-entry.text.ts'
import { numberName } from '../receipts.names.ts'
import { receiptsPosting } from '../receipts.posting.ts'
import { bouncedPlaces, mustHaveBounced, type Bounced } from '../returned-cheque/returned-cheque.service.ts'
import { forSigning } from '../sign/sign.service.ts'
import { mustStillBeThere } from '../still-there/still-there.service.ts'
import { getDebt, lockDebts } from '../tax-debt/tax-debt.repository.ts'
import { type TaxDebt } from '../tax-debt/tax-debt.ts'
import { entryRows, findRevenueCode, getStored, insertEntry, moveEntry, updateEntry, type EntryChange } from './money-entry.repository.ts'
import { asksFor, entryFacts, entryLifecycle, movesCash, targetSlot, type Entry, type EntryCommand, type EntryKind, type Target } from './money-entry.ts'

const { errors } = moneyEntryText
const kind = 'money-entry'

/** As this officer may sign it. */
export async function getEntry(read: OfficerRead, organisationId: string, id: string): Promise<Entry> {
  return forSigning(read, await getStored(read, organisationId, id))
}

const startStep = stepStarter({ rows: entryRows, get: getEntry, lifecycle: entryLifecycle })

export async function createEntry(work: OfficerWork, command: EntryCommand & { formKey: string }): Promise<string> {
  const earlier = await entryRows.findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  const target = await mustFit(work, command)
  const id = await insertEntry(work, command, target)
  await recordChange(work, { kind, id, action: 'create', after: factsOf(command) })
  return id
}

export async function editEntry(work: OfficerWork, id: string, command: EntryCommand & { version: number }): Promise<void> {
  const entry = await startStep(work, id, { action: 'edit', version: command.version })
  if (entry.kind !== command.kind) throw new RuleBroken(errors.form)
  if (entry.number !== null && entry.fiscalYear !== fiscalYearOf(command.entryDate)) throw new RuleBroken({ entryDate: errors.otherYear(numberName('MNE', entry)) })
  const target = await mustFit(work, command)
  await updateEntry(work, entry, { command, target })
  await recordChange(work, { kind, id, action: 'edit', before: { date: entry.entryDate, amount: entry.amount }, after: factsOf(command) })
}

const factsOf = ({ entryDate, amount, reason, authority }: EntryCommand) => ({ date: entryDate, amount, reason, authority })

async function mustFit(work: OfficerWork, command: EntryCommand): Promise<Target | undefined> {
  if (compareDates(command.entryDate, work.today) > 0) throw new RuleBroken({ entryDate: errors.future })
  if (!await isOpen(work, command.entryDate, 'general')) throw new RuleBroken({ entryDate: errors.closedMonth })
  await mustTakeCash(work, command, 'entryDate')
  const asks = asksFor[command.kind]
  if (asks.deposit !== (command.depositId !== null)) throw new RuleBroken({ depositId: errors.deposit })
  if (asks.debt) await mustBeWritable(work, command)
  if (asks.cheque) await mustHaveBounced(work, bouncedOf(command))
  await mustBeLeft(work, command)
  return asks.target ? mustBeTarget(work, aimOf(command)) : undefined
}

async function mustTakeCash(work: OfficerWork, entry: Pick<EntryCommand, 'kind' | 'entryDate'>, field = ''): Promise<void> {
  if (movesCash(entry.kind)) await mustNotBeSigned(work, { date: entry.entryDate, field })
}

async function mustBeLeft(work: OfficerWork, { kind: asked, depositId, amount }: EntryCommand): Promise<void> {
  const left = depositId === null ? await accountLeft(work, asked, work.today)
    : await depositBalance(work, await getDeposit(work, work.actor.organisationId, depositId))
  if (left !== undefined && compare(amount, left) > 0) throw new RuleBroken({ amount: errors.left(formatMoney(amount), formatMoney(left)) })
}

/** S79: by resolution only, of a debtor in the books, never more than is open or than the allowance holds. */
async function mustBeWritable(work: OfficerWork, { debtId, amount, covered, authority }: EntryCommand): Promise<TaxDebt> {
  if (debtId === null) throw new RuleBroken({ debtId: errors.debt })
  if (authority === '') throw new RuleBroken({ authority: errors.resolution })
  await lockDebts(work, [debtId])
  const debt = await getDebt(work, work.actor.organisationId, debtId)
  if (!debt.isSetUp) throw new RuleBroken({ debtId: errors.notSetUp })
  if (compare(amount, debt.standing) > 0) throw new RuleBroken({ amount: errors.left(formatMoney(amount), formatMoney(debt.standing)) })
  const [held] = await balancesByKey(work, { organisationId: work.actor.organisationId, accountCodes: [debt.taxKind.allowanceAccount], until: work.today })
  const allowance = held ? minus(held.credit, held.debit) : zero
  if (compare(covered, amount) > 0 || compare(covered, allowance) > 0) throw new RuleBroken({ covered: errors.covered(formatMoney(allowance)) })
  return debt
}

/** What an entry without an item draws on; undefined: it brings money in. */
async function accountLeft(read: OfficerRead, asked: EntryKind, until: CalendarDate): Promise<Money | undefined> {
  const roles = await accountsOfRoles(read)
  const sources: Readonly<Partial<Record<EntryKind, { role: string; side: 'D' | 'C' }>>> = {
    identify: { role: 'unidentified-receipts', side: 'C' }, short: { role: 'cash-on-hand', side: 'D' }, charge: { role: 'cash-short', side: 'D' },
  }
  const source = sources[asked]
  if (!source) return undefined
  const rows = await balancesByKey(read, { organisationId: read.actor.organisationId, accountCodes: [roles[source.role] ?? ''], until })
  return sum(rows.map(({ debit, credit }) => (source.side === 'D' ? minus(debit, credit) : minus(credit, debit))))
}

function aimOf({ targetCode, targetKey, targetReference = '', amount, entryDate }: EntryCommand): Aim {
  return { code: targetCode ?? '', words: targetKey ?? '', reference: targetReference, amount, on: entryDate }
}

/** Takes the number at the first submission. */
export async function submitEntry(work: OfficerWork, id: string, version: number): Promise<void> {
  const entry = await startStep(work, id, { action: 'submit', version })
  const number = entry.number ?? await nextNumber(work, 'MNE', entry.fiscalYear)
  await moveEntry(work, entry, { state: entry.next, number, returnReason: null })
  await recordChange(work, { kind, id, action: 'submit', after: { number: numberName('MNE', { ...entry, number }), amount: entry.amount } })
}

export async function returnEntry(work: OfficerWork, id: string, form: { version: number; reason: string }): Promise<void> {
  const entry = await startStep(work, id, { action: 'return', version: form.version })
  await moveEntry(work, entry, { state: entry.next, returnReason: form.reason })
  await recordChange(work, { kind, id, action: 'return', reason: form.reason })
}

export async function cancelEntry(work: OfficerWork, id: string, version: number): Promise<void> {
  const entry = await startStep(work, id, { action: 'cancel', version })
  await moveEntry(work, entry, { state: entry.next })
  await recordChange(work, { kind, id, action: 'cancel' })
}

/** The head of finance's word posts it. */
export async function approveEntry(work: OfficerWork, id: string, version: number): Promise<void> {
  const entry = await startStep(work, id, { action: 'approve', version })
  await mustTakeCash(work, entry)
  if (entry.target) await mustBeTarget(work, { ...entry.target, amount: entry.amount, on: entry.entryDate })
  await tellBudget(work, toldOf(entry))
  const { posted, bounced } = await postEntry(work, entry)
  await mustHaveBeenLeft(work, entry)
  await mustStillBeThere(work, posted.id, entry.entryDate)
  await moveEntry(work, entry, { state: entry.next, voucherId: posted.id, bounced })
  await recordChange(work, { kind, id, action: 'approve', after: { voucher: posted.number, amount: entry.amount } })
}

/** Found to be money that an officer gave back of a loan, a notice's or an over-payment: the budget may spend it again (S22, S34, R14). */
function toldOf({ id, target, amount, entryDate, ...entry }: Entry): MoneyTold {
  return {
    source: { kind, id }, date: entryDate, description: `${moneyEntryText.kinds[entry.kind]} ${numberName('MNE', entry)}`, incomes: target ? [{ ...target.place, amount }] : [],
  }
}

async function postEntry(work: OfficerWork, entry: Entry): Promise<{ posted: Posted } & Pick<EntryChange, 'bounced'>> {
  const head = {
    rules: receiptsPosting, type: 'JV' as const, documentDate: entry.entryDate, source: { kind, id: entry.id }, preparedBy: entry.preparerId, samePerson: 'small-unit' as const,
    description: `${moneyEntryText.kinds[entry.kind]} ${numberName('MNE', entry)} ${entry.reason}`,
  }
  if (entry.kind === 'bounce') {
    const { slots, bankAccountId } = await bouncedPlaces(work, bouncedOf({ ...entry, ...entry.bounced }))
    const posted = await postVoucher(work, { ...head, event: 'money-entry.bounce', facts: { slots, amounts: { amount: entry.amount } } })
    return { posted, bounced: { debtorKey: slots.debtor.subKey, bankAccountId } }
  }
  if (entry.kind !== 'write-off') return { posted: await postVoucher(work, { ...head, event: `money-entry.${entry.kind}`, facts: entryFacts(entry, await slotOf(work, entry)) }) }
  const covered = entry.debt?.covered ?? zero
  const { taxKind, taxpayer } = await mustBeWritable(work, { ...entry, debtId: entry.debt?.id ?? null, covered, depositId: null, targetCode: null, targetKey: null })
  return { posted: await postVoucher(work, { ...head, event: 'money-entry.write-off', facts: {
    slots: {
      allowance: { accountCode: taxKind.allowanceAccount }, badDebt: { accountCode: taxKind.badDebtAccount }, debtor: { accountCode: taxKind.debtorAccount, subKey: taxpayer.key },
    },
    amounts: { amount: entry.amount, covered, uncovered: minus(entry.amount, covered) },
  } }) }
}

function bouncedOf({ cheque = null, amount, entryDate }: Pick<EntryCommand, 'cheque' | 'amount' | 'entryDate'>): Bounced {
  return { cheque, amount, entryDate }
}

async function slotOf(work: OfficerWork, { kind: asked, target }: Entry): Promise<Slot | undefined> {
  if (target) return targetSlot(target)
  if (asked !== 'forfeit') return undefined
  const accountCode = (await accountsOfRoles(work))['contract-penalty'] ?? ''
  return { accountCode, subKey: undefined, revenueCode: work.actor.organisationKind === 'LAO' ? await findRevenueCode(work, accountCode) : undefined }
}

/** INV-09, INV-10: the book is held, so nobody draws on the same money meanwhile. */
async function mustHaveBeenLeft(work: OfficerWork, entry: Entry): Promise<void> {
  const { deposit, amount } = entry
  const left = deposit ? await depositBalance(work, await getDeposit(work, entry.organisationId, deposit.id)) : await accountLeft(work, entry.kind, work.today)
  if (left !== undefined && isNegative(left)) throw new RuleBroken(errors.left(formatMoney(amount), formatMoney(plus(left, amount))))
}

export async function reverseEntry(work: OfficerWork, id: string, form: { version: number; reason: string }): Promise<void> {
  const entry = await startStep(work, id, { action: 'reverse', version: form.version })
  if (!entry.voucher) throw new Error(`money entry ${id} without voucher`)
  await mustTakeCash(work, entry)
  await untellBudget(work, toldOf(entry))
  const reversal = await reverseVoucher(work, entry.voucher.id, { reason: form.reason, documentDate: entry.entryDate })
  await mustStillBeThere(work, reversal.id, entry.entryDate)
  await moveEntry(work, entry, { state: entry.next })
  await recordChange(work, { kind, id, action: 'reverse', reason: form.reason, after: { voucher: reversal.number }, isAlone: entry.authorId === '' })
}
