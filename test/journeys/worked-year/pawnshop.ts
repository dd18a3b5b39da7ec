// The pawnshop's day: what the cashier keys and the manager approves.
import { type CalendarDate } from '../../../src/platform/dates.ts'
import { form, posted, type Cells } from '../../pawnshops/shop.ts'
import { type World } from './world.ts'

export async function pawned({ shop }: World, on: CalendarDate, rows: readonly Cells[]): Promise<void> {
  await posted(shop, 'pledge', form('pledge', on, rows))
}
