// The year as steps: a document of the system, driven on its day by the people it takes, and the vouchers of the story it stands for.
import { expect } from 'vitest'
import { calendarDate, instant, type CalendarDate } from '../../../src/platform/dates.ts'
import { type Voucher } from '../../../src/ledger/index.ts'
import { told, type Entity } from './books.ts'
import { type World } from './world.ts'

export interface Step {
  readonly on: string
  readonly entity: Entity
  /** Vouchers of the story; none where only the budget moves. */
  readonly seqs: readonly number[]
  readonly drive: (world: World, on: CalendarDate) => Promise<unknown>
  /** Where the story's own day cannot be: its day, and why. */
  readonly tells?: { readonly on: string; readonly because: string }
  /** Where the system makes more vouchers than the story tells: how many, and why. */
  readonly makes?: { readonly count: number; readonly because: string }
}

/** One claim owes one payee, and each payee is paid by a paper of his own. */
export const oneForEach = (count: number) => ({ count, because: 'หนึ่งฎีกาต่อผู้รับเงินหนึ่งราย และหนึ่งรายการจ่ายต่อผู้รับเงินหนึ่งราย (§1.1, §1.3)' })

export const noon = (day: string) => instant(`${day}T05:00:00.000Z`)

export async function happen(world: World, { on, entity, seqs, drive, makes, tells }: Step): Promise<void> {
  world.db.clock.set(noon(on))
  await drive(world, calendarDate(on))
  const [posted, wanted] = [await world.books.newVouchers(entity), told(entity, seqs)]
  const name = `${entity} ${on} #${seqs.join(', #')}`
  expect(world.books.postedSums(entity, posted, wanted), name).toEqual(world.books.toldSums(wanted))
  expect([typesOf(posted.map(({ type }) => type)), posted.length], name).toEqual([typesOf(wanted.map((each) => each.voucher_type)), makes?.count ?? seqs.length])
  expect(wanted.map(({ date }) => date), name).toEqual(wanted.map(() => tells?.on ?? on))
  expect(posted.map(({ documentDate }: Voucher) => documentDate), name).toEqual(posted.map(() => on))
}

function typesOf(types: readonly string[]): string[] {
  return [...new Set(types)].sort()
}
