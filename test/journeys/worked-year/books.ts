// What the documents of the story left in the books, held against the vouchers it tells: line by line, with the keys of the registers by its own names.
import { getVoucher, type Voucher } from '../../../src/ledger/index.ts'
import { baht, isZero, plus, toNumeric, zero, type Money } from '../../../src/platform/money.ts'
import { worked, type WorkedVoucher } from '../../ledger/worked-year/worked.ts'
import { type TestDatabase } from '../../support/database.ts'
import { type Acting } from '../../support/world.ts'

export const entities = ['LAO01', 'SCH01', 'PWN01'] as const
export type Entity = (typeof entities)[number]

export interface Office {
  readonly code: string
  readonly organisationId: string
  readonly reader: Acting
}

/** '1101010101.001 D GENERAL' → amount. */
export type Sums = Readonly<Record<string, string>>

interface Side {
  readonly account: string
  readonly side: string
  readonly sub: string
  readonly amount: Money
}

export interface RegisterKey {
  readonly kind: 'bank_account' | 'payee' | 'contract' | 'deposit' | 'loan_contract' | 'grant' | 'asset' | 'org'
  readonly key: string
}

export class Books {
  readonly #db: TestDatabase
  readonly #offices: Readonly<Record<Entity, Office>>
  readonly #labels = new Map<string, string>()
  readonly #seen = new Map<Entity, string>()
  readonly #registers = new Map<string, string>()

  constructor(db: TestDatabase, offices: Readonly<Record<Entity, Office>>) {
    this.#db = db
    this.#offices = offices
  }

  /** Of the office, as units are named in lines. */
  codeOf(entity: Entity): string {
    return this.#offices[entity].code
  }

  office(entity: Entity): Office {
    return this.#offices[entity]
  }

  /** What the story calls this key of a register; told again, the latest counts. */
  name(entity: Entity, place: RegisterKey, label: string): void {
    this.#labels.set(`${entity} ${place.kind} ${place.key}`, label)
  }

  labelOf(entity: Entity, { account, key }: { readonly account: string; readonly key: string }): string {
    return this.#labels.get(`${entity} ${this.#registers.get(account) ?? ''} ${key}`) ?? key
  }

  /** The key of this name in the register of the account. */
  keyOf(entity: Entity, { account, label }: { readonly account: string; readonly label: string }): string {
    const place = `${entity} ${this.#registers.get(account) ?? ''} `
    const [found] = [...this.#labels].findLast(([key, name]) => name === label && key.startsWith(place)) ?? []
    if (found === undefined) throw new Error(`${place}has no key for ${label}`)
    return found.slice(place.length)
  }

  async learnRegisters(): Promise<void> {
    const rows: { code: string; sub_ledger: string }[] = await this.#db.owner('accounts').whereNotNull('sub_ledger').select('code', 'sub_ledger')
    for (const { code, sub_ledger: kind } of rows) this.#registers.set(code, kind)
  }

  hasRegister(account: string): boolean {
    return this.#registers.has(account)
  }

  /** Vouchers posted since this was asked last. */
  async newVouchers(entity: Entity): Promise<Voucher[]> {
    const { organisationId, reader } = this.#offices[entity]
    const ids: string[] = await this.#db.owner('vouchers').where({ organisation_id: organisationId }).where('id', '>', this.#seen.get(entity) ?? '0').orderBy('id').pluck('id')
    const vouchers: Voucher[] = []
    for (const id of ids) vouchers.push(await reader.read((read) => getVoucher(read, organisationId, id)))
    this.#seen.set(entity, ids.at(-1) ?? this.#seen.get(entity) ?? '0')
    return vouchers
  }

  /** Where the story tells no key (GENERAL), whatever key the system keeps is as good. */
  toldSums(told: readonly WorkedVoucher[]): Sums {
    return summed(told.flatMap(({ postings }) => postings.map(({ account, debit, credit, sub }) => (
      { account, side: isZero(baht(debit)) ? 'C' : 'D', sub: this.hasRegister(account) && sub !== undefined && sub !== 'GENERAL' ? sub : '-', amount: baht(isZero(baht(debit)) ? credit : debit) }))))
  }

  postedSums(entity: Entity, posted: readonly Voucher[], told: readonly WorkedVoucher[]): Sums {
    const named = new Set(told.flatMap(({ postings }) => postings.flatMap(({ account, sub }) => (sub !== undefined && sub !== 'GENERAL' ? [account] : []))))
    return summed(posted.flatMap(({ lines }) => lines.map(({ accountCode: account, side, subKey, amount }) => (
      { account, side, sub: named.has(account) && subKey !== null ? this.labelOf(entity, { account, key: subKey }) : '-', amount }))))
  }
}

function summed(sides: readonly Side[]): Sums {
  const sums = new Map<string, Money>()
  for (const { account, side, sub, amount } of sides) sums.set(`${account} ${side} ${sub}`, plus(sums.get(`${account} ${side} ${sub}`) ?? zero, amount))
  return Object.fromEntries([...sums].sort(([one], [other]) => one.localeCompare(other)).map(([place, amount]) => [place, toNumeric(amount)]))
}

export function told(entity: Entity, seqs: readonly number[]): WorkedVoucher[] {
  return seqs.map((seq) => {
    const found = worked.vouchers.find((voucher) => voucher.seq === seq)
    if (found?.entity !== entity) throw new Error(`voucher ${seq} is not of ${entity}`)
    return found
  })
}
