// What people begin by themselves. Each gives the press of a form, which may be sent more than once: the same form key, the same document.
import { type OfficerWork } from '../../src/platform/database/work.ts'
import { type CalendarDate } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { issueReceipt } from '../../src/receipts/counter/counter.service.ts'
import { type NewPayment } from '../../src/receipts/receipt/receipt.ts'
import { issuing } from '../receipts/lao.ts'
import { type Chance } from './chance.ts'
import { type Role, type Town } from './town.ts'

export type Press = (work: OfficerWork) => Promise<unknown>

export interface Beginning {
  readonly name: string
  readonly weight: number
  readonly by: Role
  /** It has no form of its own: the second press finds nothing left or a page of before, where a form would be told of the first. */
  readonly isPressedOnce?: true
  /** Undefined: nothing to begin with today. */
  start(here: Here): Promise<Press | undefined>
}

export interface Here {
  readonly town: Town
  readonly chance: Chance
  readonly today: CalendarDate
  /** Who presses. */
  readonly userId: string
}

/** What nobody else has the number of. */
export const number = { next: 1 }
export const amountOf = (chance: Chance, most: number): string => `${chance.between(1, most)}.${chance.pick(['00', '00', '25', '50'])}`

export async function pickId({ town, chance }: Here, table: string, where: string, bindings: readonly string[] = []): Promise<string | undefined> {
  const ids: string[] = await town.rows(table).whereRaw(where, [...bindings]).orderBy('id').pluck('id')
  return chance.pick(ids)
}

/** 20/11/2569 */
export const dayOf = (day: CalendarDate): string => `${day.slice(8)}/${day.slice(5, 7)}/${Number(day.slice(0, 4)) + 543}`

export interface Numbered {
  readonly number: number
  readonly fiscal_year: number
}

/** 'TAX-00001/70' */
export const nameOf = (series: string, { number: running, fiscal_year: year }: Numbered): string => `${series}-${String(running).padStart(5, '0')}/${year % 100}`

interface Incoming {
  readonly code: string
  readonly amount: string
  readonly key?: string
  readonly reference?: string
}

/** Straight into the savings account. */
export function received({ town }: Here, { code, amount, ...named }: Incoming): Press {
  const sum = baht(amount)
  const payments: NewPayment[] = [{ row: 0, means: 'transfer', bankAccountId: town.office.savings, reference: '', amount: sum }]
  const form = issuing({ lines: [{ incomeCode: code, amount: sum, ...named }], payments })
  return (work) => issueReceipt(work, form)
}
