import { type OfficerRead } from '../../platform/database/work.ts'
import { countWaitingPawn } from './pawn-work.repository.ts'
import { pawnItemsFor, type PawnWorkItem } from './pawn-work.ts'

/** Nothing outside pawnshops. */
export async function findPawnWork(read: OfficerRead): Promise<PawnWorkItem[]> {
  return read.actor.organisationKind === 'PAWN' ? pawnItemsFor(read.actor, await countWaitingPawn(read)) : []
}
