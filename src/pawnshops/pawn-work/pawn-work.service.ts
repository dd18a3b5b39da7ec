import { type WaitingItem } from '../../documents/index.ts'
import { lastPostedDay, maySignAlone, type Blocker } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearPeriod, formatThaiDate, type DayRange, type FiscalYear } from '../../platform/dates.ts'
import { bookPaths } from '../pawnshops.paths.ts'
import { pawnshopsText as text } from '../pawnshops.text.ts'
import { countOpenPawn, countWaitingPawn } from './pawn-work.repository.ts'
import { openPawnOf, pawnItemsFor, type PawnWorkItem } from './pawn-work.ts'

/** Nothing outside pawnshops. */
export async function findPawnWork(read: OfficerRead): Promise<PawnWorkItem[]> {
  if (read.actor.organisationKind !== 'PAWN') return []
  const isAlone = await maySignAlone(read)
  return pawnItemsFor(read.actor, await countWaitingPawn(read, { isAlone }), { isAlone })
}

/** E_CLOSE_BLOCKED: no day of the year keyed and not in the books (§3.10, EX-9). */
export function findOpenPawn(read: OfficerRead, year: FiscalYear): Promise<Blocker[]> {
  return findOpenPawnOf(read, fiscalYearPeriod(year))
}

/** Told before a month is closed, without holding it up. */
export async function findOpenPawnOf(read: OfficerRead, days: DayRange): Promise<Blocker[]> {
  return read.actor.organisationKind === 'PAWN' ? openPawnOf(await countOpenPawn(read, days), days) : []
}

/** The latest day in the books: a pawnshop has no remittance summaries. */
export async function findPawnStatus(read: OfficerRead): Promise<WaitingItem[]> {
  if (read.actor.organisationKind !== 'PAWN' || !read.actor.permissions.has('revenue.pawn:view')) return []
  const last = await lastPostedDay(read, read.actor.organisationId, 'pawn-receipt')
  return [{ text: last ? text.lastDay(formatThaiDate(last)) : text.noDay, href: `${bookPaths.receipt.list}?state=posted` }]
}
