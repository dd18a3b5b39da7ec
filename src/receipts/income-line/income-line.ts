// Lines of a receipt as they are typed: what each is credited to and what of a register it names, or what is wrong with its cells. Pure.
import { generalKey, keyIn, type Register, type Unit } from '../../ledger/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, type Money } from '../../platform/money.ts'
import { contractSecurity, grantRegister, isDeposit, itemIn, itemName, refundKind, type IncomeItem } from '../income-item/income-item.ts'
import { receiptsText } from '../receipts.text.ts'

const { errors } = receiptsText

export interface NewLine {
  /** Its place in the form, where a refusal is shown. */
  readonly row: number
  /** As typed: a code, a code with its name, or words of the name. */
  readonly incomeCode: string
  /** As typed: the key or name in the register of the account, the unit on the other side, or what was over-paid. */
  readonly key?: string | undefined
  /** The year or months it is paid for. */
  readonly reference?: string | undefined
  readonly description: string
  readonly amount: Money
  /** Of which this is a payment: what was assessed, and what is taken off it. */
  readonly assessed?: Money | undefined
  readonly discount?: Money | undefined
}

/** Lines with the account each will be credited to, and what of its register it names. */
export interface PostableLine {
  readonly row: number
  readonly incomeCode: string
  readonly accountCode: string
  readonly description: string
  readonly reference: string
  readonly amount: Money
  readonly assessed?: Money | undefined
  readonly discount?: Money | undefined
  readonly place: LinePlace
}

export interface LinePlace {
  readonly subKind: string | null
  readonly subKey: string | null
  readonly counterpartyId: string | null
  /** The notice or loan the money came in for. */
  readonly fundDocumentId: string | null
  readonly refund: LineRefund | null
}

export interface LineRefund {
  readonly kind: string
  readonly id: string
  /** Absent where the money was paid in an earlier year: no budget regains it. */
  readonly budgetLineId: string | null
}

/** Id of the document in the name of something over-paid, as `receiptsText.refundName` writes it. */
export const refundIdIn = (key: string): string | undefined => /([0-9]{1,18})$/.exec(key.trim())?.[1]

/** Something over-paid, as it is named in the form. */
export interface NamedRefund {
  readonly name: string
  readonly accountCode: string
  readonly refund: LineRefund
  /** No more than this comes back. */
  readonly paid: Money
}

/** What the lines are held against. */
export interface KnownIncome {
  readonly items: readonly IncomeItem[]
  readonly registers: ReadonlyMap<string, Register>
  readonly units: readonly Unit[]
  /** Number of a notice → its document. */
  readonly grants: ReadonlyMap<string, string>
  readonly refunds: readonly NamedRefund[]
  /** Key of an item of เงินรับฝาก → its kind: 'DEP-00001/70' → 'DP13'. */
  readonly deposits: ReadonlyMap<string, string>
}

export interface JudgedIncome {
  readonly lines: readonly PostableLine[]
  readonly faults: FieldErrors
}

export const nowhere: LinePlace = { subKind: null, subKey: null, counterpartyId: null, fundDocumentId: null, refund: null }

export function judgeIncome(lines: readonly NewLine[], known: KnownIncome): JudgedIncome {
  const judged = lines.map((line) => ({ line, found: judgeLine(line, known) }))
  const faults = judged.flatMap(({ line, found }) => ('wrong' in found ? [[`lines.${line.row}.${found.cell}`, found.wrong] as const] : []))
  return { lines: judged.flatMap(({ found }) => ('wrong' in found ? [] : [found])), faults: Object.fromEntries(faults) }
}

interface Wrong {
  readonly cell: 'incomeCode' | 'key' | 'amount'
  readonly wrong: string
}

function judgeLine(line: NewLine, known: KnownIncome): PostableLine | Wrong {
  const item = itemIn(known.items, line.incomeCode)
  if (item === undefined) return { cell: 'incomeCode', wrong: errors.strangeIncome }
  if (item === 'ambiguous') return { cell: 'incomeCode', wrong: errors.manyIncomes }
  const { row, description, reference = '', amount, assessed, discount } = line
  const place = placeOf(line, item, known)
  if ('wrong' in place) return place
  return { row, incomeCode: item.bookedAs, accountCode: place.accountCode ?? item.accountCode, description, reference, amount, assessed, discount, place: place.place }
}

type Placed = { readonly place: LinePlace; readonly accountCode?: string } | Wrong

function placeOf({ key = '', amount }: NewLine, item: IncomeItem, known: KnownIncome): Placed {
  if (item.code === refundKind) return refundIn(key, amount, known)
  if (item.isPaired) return pairedIn(key, item, known)
  if (item.unitAccount !== undefined && key !== '') return { accountCode: item.unitAccount, ...pairedIn(key, item, known) }
  if (item.register === null) return key === '' ? { place: nowhere } : { cell: 'key', wrong: errors.noRegister(itemName(item)) }
  return keptIn(key, item, known)
}

function keptIn(key: string, item: IncomeItem, { registers, grants, deposits }: KnownIncome): Placed {
  if (isDeposit(item) && key === '') return { cell: 'key', wrong: errors.depositItem }
  const kind = item.register?.kind ?? ''
  const { subKey, wrong } = keyIn(key, { code: item.accountCode, subLedger: kind, register: registers.get(kind) })
  if (wrong !== undefined) return { cell: 'key', wrong: key === '' ? errors.keyOf(kindName(kind)) : wrong }
  const otherwise = isDeposit(item) ? notItsItem(item, subKey ?? generalKey, deposits) : undefined
  if (otherwise !== undefined) return { cell: 'key', wrong: otherwise }
  const fundDocumentId = kind === grantRegister ? grants.get(subKey ?? '') ?? null : null
  if (kind === grantRegister && fundDocumentId === null) return { cell: 'key', wrong: errors.notice }
  return { place: { ...nowhere, subKind: subKey === null ? null : kind, subKey, fundDocumentId } }
}

/** Each deposit is an item of its own kind (§4.8): under another's key nobody could give it back, nor tell whose it is (S49). */
function notItsItem(item: IncomeItem, key: string, deposits: KnownIncome['deposits']): string | undefined {
  if (key === generalKey) return errors.depositItem
  const kind = deposits.get(key)
  if (kind === item.code || (kind === undefined && item.code === contractSecurity)) return undefined
  return errors.otherDeposit(key, itemName(item))
}

export function kindName(kind: string): string {
  const names: Readonly<Record<string, string>> = receiptsText.registers
  return names[kind] ?? kind
}

/** The other side of an amount between units; where the account keeps a register of them, the unit is its key too. */
function pairedIn(key: string, { register }: IncomeItem, { units }: KnownIncome): Placed {
  const unit = units.find(({ id, code, name }) => [id, code, name, `${code} ${name}`].includes(key))
  if (!unit) return { cell: 'key', wrong: key === '' ? errors.counterparty : errors.strangeUnit }
  const isKept = register?.kind === 'org'
  return { place: { ...nowhere, counterpartyId: unit.id, subKind: isKept ? 'org' : null, subKey: isKept ? unit.code : null } }
}

function refundIn(key: string, amount: Money, { refunds }: KnownIncome): Placed {
  const whole = refunds.filter(({ name }) => name === key)
  const [only, ...others] = whole.length > 0 || key === '' ? whole : refunds.filter(({ name }) => name.includes(key))
  if (!only) return { cell: 'key', wrong: key === '' ? errors.refundOf : errors.strangeRefund }
  if (others.length > 0) return { cell: 'key', wrong: errors.manyRefunds }
  if (compare(amount, only.paid) > 0) return { cell: 'amount', wrong: errors.overRefund(formatMoney(only.paid)) }
  return { accountCode: only.accountCode, place: { ...nowhere, refund: only.refund } }
}
