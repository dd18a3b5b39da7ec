import { findBudgetLines, budgetLineName, getBudgetNames } from '../../budget/index.ts'
import { printRoute } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { idIn } from '../../platform/http/asked.ts'
import { type Route } from '../../platform/http/route.ts'
import { getClaim } from '../claim/claim.repository.ts'
import { claimSource, type Claim } from '../claim/claim.ts'
import { claimPaths as paths } from '../expenditure.paths.ts'
import { paperOf, type PlaceOfLine } from './claim-paper.view.ts'

const mostLinesOfAYear = 20_000

export const claimPaperRoutes: readonly Route[] = [
  printRoute(paths.printRoute, 'expense.voucherreq:print', { kind: claimSource, view: 'expenditure/claim/print', find: async (read, request) => {
    const claim = await getClaim(read, read.actor.organisationId, idIn(request.params.id))
    const places = await placesOf(read, claim)
    return { id: claim.id, pageOf: (mark) => paperOf(claim, places, mark) }
  } }),
]

/** แผนงาน งาน หมวด ประเภท of every control line of the claim. */
async function placesOf(read: OfficerRead, { organisationId, fiscalYear, lines }: Claim): Promise<ReadonlyMap<string, PlaceOfLine>> {
  const wanted = new Set(lines.map(({ budgetLineId }) => budgetLineId))
  const { classes } = await getBudgetNames(read, organisationId, fiscalYear)
  const found = (await findBudgetLines(read, { organisationId, fiscalYear }, mostLinesOfAYear)).filter(({ id }) => wanted.has(id))
  const name = (code: string | null | undefined) => (code ? classes.get(code)?.name ?? '' : '')
  return new Map(found.map((line) => {
    const [task, item] = [classes.get(line.taskCode), classes.get(line.economicCode)]
    return [line.id, { plan: name(task?.planCode), task: task?.name ?? '', category: name(item?.categoryCode), item: item?.name ?? '', name: budgetLineName(line) }]
  }))
}
