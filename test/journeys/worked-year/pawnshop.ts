// The pawnshop's day: what the cashier keys and the manager approves.
import { randomUUID } from 'node:crypto'
import { type CalendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { approveSharing, createSharing, turnSharing } from '../../../src/pawnshops/profit-share/profit-share.service.ts'
import { type BookKind } from '../../../src/pawnshops/pawn-document/pawn-document.ts'
import { form, posted, type Cells } from '../../pawnshops/shop.ts'
import { type World } from './world.ts'

/** One paper of the day: pledges taken in, money that came back, pledges forfeited. */
export async function pawned({ shop }: World, on: CalendarDate, { book, cells }: { readonly book: BookKind; readonly cells: Cells }): Promise<void> {
  await posted(shop, book, form(book, on, [cells]))
}

export async function profitShared({ shop }: World, on: CalendarDate, total: string): Promise<void> {
  const id = await shop.cashier.work((work) => createSharing(work, { formKey: randomUUID(), documentDate: on, reference: 'มติคณะกรรมการ', remark: '', total: baht(total) }))
  await shop.cashier.work((work) => turnSharing('submit')(work, id, { version: 1 }))
  await shop.manager.work((work) => approveSharing(work, id, 2))
}
