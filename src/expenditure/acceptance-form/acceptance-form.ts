// A delivery as it is typed → what is accepted, booked where, how late and fined how much; or what is wrong with each cell. Pure.
import { readAmount } from '../../documents/index.ts'
import { addDays, compareDates, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, sum, times, zero, type Money } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { acceptanceText } from '../acceptance.text.ts'
import { type AcceptanceCommand, type AcceptanceLine } from '../acceptance/acceptance.ts'
import { isBlankDelivery, type AcceptanceInput, type TypedDelivery } from '../acceptance/acceptance.schema.ts'
import { type Contract } from '../contract/contract.ts'
import { chosenAccount, type ExpenseAccount } from '../expense-account/expense-account.ts'
import { fineOfLot, lateDaysOf, type Fined } from '../late-fine/late-fine.ts'
import { type ProcurementRules } from '../procurement-rules/procurement-rules.ts'
import { readQuantity } from '../../platform/quantity.ts'

const { errors } = acceptanceText

export interface KnownForAcceptance {
  /** Signed and still open; undefined where none was chosen. */
  readonly contract: Contract | undefined
  readonly rules: ProcurementRules
  readonly today: CalendarDate
  /** By item code of the contract's budget lines. */
  readonly accounts: ReadonlyMap<string, ExpenseAccount>
  readonly lowValue: ReadonlyMap<string, string>
  /** What stands accepted, by instalment. */
  readonly fined: ReadonlyMap<number, Fined>
}

export interface JudgedAcceptance {
  readonly command: AcceptanceCommand | undefined
  readonly faults: FieldErrors
}

export function judgeAcceptance(input: AcceptanceInput, known: KnownForAcceptance): JudgedAcceptance {
  const { contract } = known
  if (!contract) return { command: undefined, faults: { contract: errors.contract } }
  if (contract.lines.length === 0) return { command: undefined, faults: { contract: errors.lapsed } }
  const [documentDate, deliveredOn] = [readThaiDate(input.documentDate), readThaiDate(input.deliveredOn)]
  const instalment = contract.instalments.find(({ number }) => String(number) === input.instalment)
  const deliveries = judgeLines(input.rows, contract, known)
  const faults = { ...headFaults(input, contract, known.today), ...(!instalment && { instalment: errors.instalment }), ...deliveries.faults }
  if (Object.keys(faults).length > 0 || !documentDate || !deliveredOn || !instalment) return { command: undefined, faults }
  const total = sum(deliveries.lines.map(({ amount }) => amount))
  const lateDays = lateDaysOf({ dueOn: instalment.dueOn, deliveredOn, waivedDays: contract.waivedDays })
  return { faults, command: {
    contractId: contract.id, instalment: instalment.number, documentDate, deliveredOn, dueOn: addDays(instalment.dueOn, contract.waivedDays), deliveryNote: input.deliveryNote,
    invoiceNumber: input.invoiceNumber, invoiceDate: readThaiDate(input.invoiceDate) ?? null, lateDays, total, lines: deliveries.lines,
    fine: fineFor({ instalment: instalment.number, lateDays, total }, contract, known),
  } }
}

/** As it stands after what was accepted of the instalment before. */
export function fineFor({ instalment, lateDays, total }: Pick<AcceptanceCommand, 'instalment' | 'lateDays' | 'total'>, contract: Contract, known: Pick<KnownForAcceptance, 'rules' | 'fined'>): Money {
  const terms = { kind: contract.fineKind, rate: contract.fineRate, price: contract.price, leastADay: known.rules.amount('fine-whole-least-a-day') }
  return fineOfLot(terms, { value: total, lateDays }, known.fined.get(instalment) ?? { days: 0, amount: zero })
}

function headFaults(input: AcceptanceInput, contract: Contract, today: CalendarDate): FieldErrors {
  const [documentDate, deliveredOn] = [readThaiDate(input.documentDate), readThaiDate(input.deliveredOn)]
  return {
    ...(!documentDate ? { documentDate: errors.date } : compareDates(documentDate, today) > 0 && { documentDate: errors.future }),
    ...(!deliveredOn ? { deliveredOn: errors.date } : deliveryFault(deliveredOn, documentDate, contract)),
    ...(input.invoiceDate !== '' && readThaiDate(input.invoiceDate) === undefined && { invoiceDate: errors.date }),
    ...(input.deliveryNote.length > 100 && { deliveryNote: errors.tooLong('100') }), ...(input.invoiceNumber.length > 100 && { invoiceNumber: errors.tooLong('100') }),
  }
}

/** INV-14: contract ≤ delivery ≤ acceptance. */
function deliveryFault(deliveredOn: CalendarDate, documentDate: CalendarDate | undefined, { signedOn }: Contract): FieldErrors {
  if (documentDate && compareDates(deliveredOn, documentDate) > 0) return { deliveredOn: errors.deliveredAfter }
  return compareDates(deliveredOn, signedOn) < 0 ? { deliveredOn: errors.beforeContract } : {}
}

function judgeLines(rows: readonly TypedDelivery[], contract: Contract, known: KnownForAcceptance): { readonly lines: readonly AcceptanceLine[]; readonly faults: FieldErrors } {
  if (rows.every(isBlankDelivery)) return { lines: [], faults: { 'lines.0.item': errors.noLines } }
  const judged = rows.map((row) => (isBlankDelivery(row) ? { faults: {}, line: undefined } : judgeLine(row, contract, known)))
  const faults = judged.flatMap((each, index) => Object.entries(each.faults).map(([name, message]) => [`lines.${index}.${name}`, message] as const))
  return { lines: judged.flatMap(({ line }) => line ?? []), faults: Object.fromEntries(faults) }
}

function judgeLine(row: TypedDelivery, contract: Contract, known: KnownForAcceptance): { readonly faults: FieldErrors; readonly line: AcceptanceLine | undefined } {
  const [item, unit] = [normalizeThai(row.item), normalizeThai(row.unit)]
  const [quantity, amount] = [readQuantity(row.quantity), readAmount(row.amount)]
  const [only] = contract.lines
  const budgetLine = contract.lines.length === 1 ? only : contract.lines.find(({ lineId }) => lineId === row.line)
  const faults = {
    ...(item === '' && { item: errors.item }), ...(unit === '' && { unit: errors.unit }), ...(quantity === undefined && { quantity: errors.quantity }),
    ...(typeof amount === 'string' && { amount }), ...(!budgetLine && { line: errors.line }),
  }
  if (Object.keys(faults).length > 0 || quantity === undefined || typeof amount === 'string' || !budgetLine) return { faults, line: undefined }
  const account = accountFor(row.account, { economicCode: budgetLine.economicCode, quantity, amount }, known)
  if ('wrong' in account) return { faults: { account: account.wrong }, line: undefined }
  return { faults, line: { item, unit, quantity, amount, budgetLineId: budgetLine.lineId, accountCode: account.code } }
}

interface Delivered {
  readonly economicCode: string
  readonly quantity: bigint
  readonly amount: Money
}

/** P2–P5: by the item of the budget; equipment by the price of one piece, where 10,000.00 exactly is an asset (S62). */
function accountFor(typed: string, { economicCode, quantity, amount }: Delivered, { accounts, lowValue, rules }: KnownForAcceptance): { readonly code: string } | { readonly wrong: string } {
  const item = accounts.get(economicCode)
  const low = lowValue.get(economicCode)
  const least = rules.amount('equipment-least')
  const isLow = low !== undefined && compare(pieceOf(amount, quantity), least) < 0
  const account = typed === '' && isLow ? { code: low } : item && chosenAccount(item, typed)
  if (!account) return { wrong: typed === '' ? errors.noAccount : errors.account }
  if (low === undefined || (account.code === low) === isLow) return { code: account.code }
  return { wrong: isLow ? errors.highValue(formatMoney(least)) : errors.lowValue(formatMoney(least)) }
}

/** Rounded down: 9,999.999 is below the threshold. */
function pieceOf(amount: Money, quantity: bigint): Money {
  return times(amount, { numerator: 100n, denominator: quantity }, 'down')
}
