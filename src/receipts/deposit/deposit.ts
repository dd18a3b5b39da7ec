// เงินรับฝาก: money held for others. An item is a key of the ledger's register; what it holds is the balance of that key (budget-and-receipts §4.8).
import { type KeyBalance } from '../../ledger/index.ts'
import { compareDates, daysBetween, type CalendarDate } from '../../platform/dates.ts'
import { isZero, minus, sum, zero, type Money } from '../../platform/money.ts'

export interface DepositKind {
  /** 'DP13', as in receipt_kinds. */
  readonly code: string
  readonly name: string
  readonly accountCode: string
  /** The register its account is kept by; null where it is kept by none. */
  readonly subKind: string | null
}

/** Registers whose keys a clerk makes here; others (withholding, grants) are kept by their own desks. */
const ownRegisters: readonly (string | null)[] = ['contract', 'deposit']
export const takesItems = (kind: DepositKind): boolean => ownRegisters.includes(kind.subKind)

export interface Deposit {
  readonly organisationId: string
  readonly id: string
  readonly version: number
  readonly kind: DepositKind
  /** 'DEP-00001/70', the key in the ledger. */
  readonly key: string
  readonly depositor: string
  readonly depositorNumber: string
  /** Contract, tender or case. */
  readonly reference: string
  readonly dueDate: CalendarDate | null
  readonly remark: string
}

export interface DepositCommand {
  readonly depositor: string
  readonly depositorNumber: string
  readonly reference: string
  readonly dueDate: CalendarDate | null
  readonly remark: string
}

/** A row of ทะเบียนคุมเงินรับฝาก. */
export interface RegisterRow {
  readonly kind: DepositKind
  readonly key: string | null
  readonly name: string
  /** Absent: a key of another desk, or an account kept by none. */
  readonly item: Deposit | undefined
  readonly received: Money
  readonly released: Money
  readonly balance: Money
  readonly since: CalendarDate | undefined
}

export interface RegisterParts {
  readonly kinds: readonly DepositKind[]
  readonly items: readonly Deposit[]
  readonly balances: readonly KeyBalance[]
  /** By kind and key of the register: 'contract/CON-00001/70'. */
  readonly names: ReadonlyMap<string, string>
}

/** Every item, and every key with money on it, in the order of kinds and keys. */
export function registerRows({ kinds, items, balances, names }: RegisterParts): RegisterRow[] {
  return [...kinds].sort((one, other) => compareText(one.code, other.code)).flatMap((kind) => {
    const own = items.filter((item) => item.kind.code === kind.code)
    const ofLedger = balances.filter((balance) => balance.accountCode === kind.accountCode)
    const strangers = ofLedger.filter((balance) => !own.some((item) => item.key === balance.key))
    const rows = [
      ...own.map((item) => rowOf(kind, { key: item.key, name: item.depositor, item }, ofLedger.find((balance) => balance.key === item.key))),
      ...strangers.map((balance) => rowOf(kind, { key: balance.key, name: names.get(`${balance.kind}/${balance.key}`) ?? kind.name, item: undefined }, balance)),
    ]
    return rows.sort((one, other) => compareText(one.key ?? '', other.key ?? ''))
  })
}

const compareText = (one: string, other: string) => (one < other ? -1 : Number(one > other))

export interface RowPlace {
  readonly kind: string
  readonly key: string
}

/** The rows after a place, whether that row still stands or not. */
export function rowsAfter(rows: readonly RegisterRow[], after: RowPlace | undefined): readonly RegisterRow[] {
  return after === undefined ? rows : rows.filter(({ kind, key }) => (compareText(kind.code, after.kind) || compareText(key ?? '', after.key)) > 0)
}

function rowOf(kind: DepositKind, head: Pick<RegisterRow, 'key' | 'name' | 'item'>, balance: KeyBalance | undefined): RegisterRow {
  const [received, released] = [balance?.credit ?? zero, balance?.debit ?? zero]
  return { kind, ...head, received, released, balance: minus(received, released), since: balance?.firstDay }
}

export interface RowFilter {
  readonly kind: string | undefined
  readonly state: 'open' | 'closed' | undefined
  readonly text: string
}

export function fitting(rows: readonly RegisterRow[], { kind, state, text }: RowFilter): RegisterRow[] {
  const words = text.toLowerCase()
  const said = (row: RegisterRow) => [row.key ?? '', row.name, row.item?.reference ?? '', row.item?.depositorNumber ?? ''].join(' ').toLowerCase()
  return rows.filter((row) => (kind === undefined || row.kind.code === kind) && (state === undefined || isZero(row.balance) === (state === 'closed')) && said(row).includes(words))
}

export const totalsOf = (rows: readonly RegisterRow[]) => ({
  received: sum(rows.map((row) => row.received)), released: sum(rows.map((row) => row.released)), balance: sum(rows.map((row) => row.balance)),
})

/** Days since the money came; undefined for what has gone. */
export function ageOf({ since, balance }: RegisterRow, until: CalendarDate): number | undefined {
  return since === undefined || isZero(balance) ? undefined : daysBetween(since, until)
}

/** To be given back or decided upon: past its day and still there. */
export function isOverdue({ item, balance }: RegisterRow, until: CalendarDate): boolean {
  return item?.dueDate != null && compareDates(item.dueDate, until) < 0 && !isZero(balance)
}

/** The name of its key, as the ledger shows it. */
export const keyName = ({ depositor, reference }: DepositCommand): string => `${depositor} ${reference}`
