import { type OfficerRead } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type DocumentLine } from '../document/document.ts'
import { findDocumentLines } from '../document-lines/document-lines.repository.ts'
import { findInterim } from '../ordinance-opening/ordinance-opening.service.ts'
import { type Ordinance } from '../ordinance/ordinance.ts'
import { orphansOf, successionFaults, type Given, type Succession } from './ordinance-successor.ts'

const nothing: Given = { orphans: [], interim: [], lines: [] }

/** Of an annual ordinance that is not in force, while an interim budget is. */
export async function findOrphans(read: OfficerRead, { kind, state, organisationId, fiscalYear, lines }: Ordinance): Promise<Given> {
  if (kind !== 'annual' || ['enforced', 'closed', 'cancelled'].includes(state)) return nothing
  const standing = await findInterim(read, fiscalYear)
  if (!standing) return nothing
  const interim = await findDocumentLines(read, organisationId, standing.id)
  return { interim, lines, orphans: orphansOf(interim, lines) }
}

/** By id of the line that ends: the number of the ordinance's line that takes over. */
export function successorsOf(given: Given, chosen: readonly Succession[]): ReadonlyMap<string, number> {
  const faults = successionFaults(given, chosen)
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  const wanted = new Set(given.orphans.map(({ line }) => line.id))
  return new Map(chosen.filter(({ lineId }) => wanted.has(lineId)).map(({ lineId, successor }) => [lineId, successor]))
}

/** For the trail. */
export function saidOf({ orphans, lines }: Given, successors: ReadonlyMap<string, number>): string | undefined {
  const titleOf = (number: number | undefined) => lines.find(({ line }: DocumentLine) => line === number)?.key?.title ?? ''
  return orphans.map(({ line }) => `${line.title} → ${titleOf(successors.get(line.id))}`).join(' · ') || undefined
}
