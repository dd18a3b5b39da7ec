// The pawnshop of the town: money lent against pledges, money back, pledges forfeited.
import { randomUUID } from 'node:crypto'
import { createPawnDocument } from '../../src/pawnshops/pawn-document/pawn-document.service.ts'
import { pawnBooks, type BookKind } from '../../src/pawnshops/pawn-document/pawn-document.ts'
import { form as formOf, slip, type Cells } from '../pawnshops/shop.ts'
import { amountOf, type Beginning, type Here, type Press } from './beginning.ts'

/** Totals of the day, without tickets. */
function keying({ today }: Here, kind: BookKind, cells: Cells): Press {
  const form = { ...formOf(kind, today, [cells]), formKey: randomUUID(), files: kind === 'receipt' ? [slip] : [] }
  return (work) => createPawnDocument(work, pawnBooks[kind], form)
}

export const shop: readonly Beginning[] = [
  { name: 'pledges of a day', weight: 4, by: 'cashier', async start(here) {
    return keying(here, 'pledge', { count: '2', principal: amountOf(here.chance, 20_000) })
  } },
  { name: 'money back of a day', weight: 4, by: 'cashier', async start(here) {
    return keying(here, 'receipt', { count: '1', principal: amountOf(here.chance, 15_000), interest: amountOf(here.chance, 300) })
  } },
  { name: 'pledges forfeited', weight: 1, by: 'cashier', async start(here) {
    return keying(here, 'forfeiture', { count: '1', principal: amountOf(here.chance, 2000) })
  } },
]
