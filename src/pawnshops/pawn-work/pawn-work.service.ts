import { type WaitingItem } from '../../documents/index.ts'
import { lastPostedDay, maySignAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { bookPaths } from '../pawnshops.paths.ts'
import { pawnshopsText as text } from '../pawnshops.text.ts'
import { countWaitingPawn } from './pawn-work.repository.ts'
import { pawnItemsFor, type PawnWorkItem } from './pawn-work.ts'

/** Nothing outside pawnshops. */
export async function findPawnWork(read: OfficerRead): Promise<PawnWorkItem[]> {
  if (read.actor.organisationKind !== 'PAWN') return []
  const isAlone = await maySignAlone(read)
  return pawnItemsFor(read.actor, await countWaitingPawn(read, { isAlone }), { isAlone })
}

/** The latest day in the books: a pawnshop has no remittance summaries. */
export async function findPawnStatus(read: OfficerRead): Promise<WaitingItem[]> {
  if (read.actor.organisationKind !== 'PAWN' || !read.actor.permissions.has('revenue.pawn:view')) return []
  const last = await lastPostedDay(read, read.actor.organisationId, 'pawn-receipt')
  return [{ text: last ? text.lastDay(formatThaiDate(last)) : text.noDay, href: `${bookPaths.receipt.list}?state=posted` }]
}
