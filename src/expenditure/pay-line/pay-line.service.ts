import { getLine, type LineWithBalance } from '../../budget/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { sameLine } from './pay-line.ts'

/** Lines by the ids the register keeps, as they stand in this year's `lines`; an id whose line has no heir is not there. */
export async function linesOfYear(read: OfficerRead, ids: readonly string[], lines: readonly LineWithBalance[]): Promise<ReadonlyMap<string, LineWithBalance>> {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const found = new Map<string, LineWithBalance>()
  for (const id of new Set(ids)) {
    const line = byId.get(id) ?? sameLine(lines, await getLine(read, read.actor.organisationId, id))
    if (line) found.set(id, line)
  }
  return found
}
