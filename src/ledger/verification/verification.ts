// Proof of the books. The digest is written here a second time, so that an auditor need not believe a function that somebody could replace in PostgreSQL.
import { createHash } from 'node:crypto'
import { printedNumber } from '../../documents/index.ts'
import { fiscalYear, type FiscalYear } from '../../platform/dates.ts'

/** What is checked; each has its own sentence in verification.text.ts. */
export const checks = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10', 'V11', 'V12', 'V13', 'V14', 'V15'] as const
export type Check = (typeof checks)[number]

/** What does not stand, and where: a printed number, an account, a series. */
export interface Fault {
  readonly check: Check
  readonly what: string
}

/** A voucher as it is stored, every column as text. */
export interface StoredVoucher {
  readonly id: string
  readonly fiscal_year: string
  readonly type: string
  readonly number: string
  /** Columns of the voucher in the order of the digest. */
  readonly fields: readonly (string | null)[]
  /** Columns of its lines, in order of line. */
  readonly lines: readonly (readonly (string | null)[])[]
  readonly digest: Buffer
  readonly head: Buffer
}

const [unit, record, nothing] = ['\u001f', '\u001e', '\u001d']

export function digestOf(voucher: Pick<StoredVoucher, 'fields' | 'lines'>): Buffer {
  const joined = (fields: readonly (string | null)[]): string => fields.map((field) => field ?? nothing).join(unit)
  const text = joined(['laas-voucher/1', ...voucher.fields]) + voucher.lines.map((line) => record + joined(line)).join('')
  return createHash('sha256').update(text, 'utf8').digest()
}

export function genesisOf(organisationId: string): Buffer {
  return createHash('sha256').update(`laas-ledger/1 ${organisationId}`).digest()
}

export function nextHead(head: Buffer, digest: Buffer): Buffer {
  return createHash('sha256').update(head).update(digest).digest()
}

export function numberOf(voucher: { readonly type: string; readonly number: string; readonly fiscal_year: string }): string {
  return printedNumber(voucher.type, Number(voucher.number), fiscalYear(Number(voucher.fiscal_year)))
}

export interface Seal {
  readonly fiscalYear: number
  readonly period: number
  readonly vouchers: number
  readonly head: Buffer
}

export interface Book {
  readonly vouchers: number
  readonly head: Buffer
}

export interface Verified {
  readonly book: Book | undefined
  readonly faults: readonly Fault[]
}

/** The last time somebody or the night walked this book. */
export interface KeptProof {
  readonly provenAt: string
  readonly vouchers: number
  readonly count: number
  /** The first fifty. */
  readonly faults: readonly Fault[]
}

export interface ShownSeal extends Seal {
  readonly sealedAt: string
}

export interface BookOffice {
  readonly id: string
  readonly code: string
  readonly name: string
}

export interface AskedExport {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  /** Id of the last voucher of the part before; '0' at the beginning. */
  readonly after: string
}

export interface ExportedVoucher {
  readonly id: string
  readonly type: string
  readonly number: string
  readonly fiscal_year: string
  readonly document_date: string
  readonly total: string
  readonly digest: string
  readonly head: string
}

/** Walks the chain voucher by voucher: what was changed (V1), removed or slipped in (V2), and where book and seals disagree (V3, V4). */
export class ChainWalk {
  readonly faults: Fault[] = []
  #head: Buffer
  #count = 0
  #last = '0'
  readonly #seals: readonly Seal[]

  constructor(organisationId: string, seals: readonly Seal[]) {
    this.#head = genesisOf(organisationId)
    this.#seals = seals
    this.#compareSeals()
  }

  get count(): number {
    return this.#count
  }

  /** Id of the last voucher seen. */
  get last(): string {
    return this.#last
  }

  next(voucher: StoredVoucher): void {
    const digest = digestOf(voucher)
    if (!digest.equals(voucher.digest)) this.faults.push({ check: 'V1', what: numberOf(voucher) })
    if (!nextHead(this.#head, voucher.digest).equals(voucher.head)) this.faults.push({ check: 'V2', what: numberOf(voucher) })
    this.#head = voucher.head
    this.#count += 1
    this.#last = voucher.id
    this.#compareSeals()
  }

  end(book: Book): readonly Fault[] {
    if (book.vouchers !== this.#count || !book.head.equals(this.#head)) this.faults.push({ check: 'V3', what: `${this.#count} / ${book.vouchers}` })
    const beyond = this.#seals.filter((seal) => seal.vouchers > this.#count)
    this.faults.push(...beyond.map(faultOfSeal))
    return this.faults
  }

  #compareSeals(): void {
    this.faults.push(...this.#seals.filter((seal) => seal.vouchers === this.#count && !seal.head.equals(this.#head)).map(faultOfSeal))
  }
}

function faultOfSeal(seal: Seal): Fault {
  return { check: 'V4', what: `${seal.period}/${seal.fiscalYear}` }
}
