// Both sides of every dealing, from the books as they stand; and the head's written exception for one that cannot be mended.
import { recordChange } from '../../documents/index.ts'
import { closingText, type Blocker } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { formatMoney, isNegative, isZero, negate } from '../../platform/money.ts'
import { pairPaths } from '../interagency.paths.ts'
import { interagencyText } from '../interagency.text.ts'
import { findExceptions, findPairLines, findPairs, findUnits, insertException } from './pair.repository.ts'
import { differenceOf, exceptionOf, standingsOf, type AskedStanding, type Board, type DealingsOfYear, type Standing } from './pair.ts'

export async function getBoard(read: OfficerRead, year: FiscalYear): Promise<Board> {
  const units = await findUnits(read)
  const own = units.find(({ id }) => id === read.actor.organisationId)
  if (!own) throw new NotFound('unit')
  const standings = standingsOf(await findPairLines(read, year), { own, units, pairs: await findPairs(read) })
  return { own, standings, exceptions: await findExceptions(read, year) }
}

export async function getStanding(read: OfficerRead, { year, account, otherId }: AskedStanding): Promise<Board & { readonly standing: Standing }> {
  const board = await getBoard(read, year)
  const standing = board.standings.find((each) => each.account === account && each.other.id === otherId)
  if (!standing) throw new NotFound('dealing between units')
  return { ...board, standing }
}

export interface ExceptionForm {
  readonly letter: string
  readonly reason: string
}

/** For the difference of this moment: when it moves, the exception holds no more. */
export async function recordException(work: OfficerWork, asked: AskedStanding, { letter, reason }: ExceptionForm): Promise<void> {
  const { standing } = await getStanding(work, asked)
  const difference = differenceOf(standing)
  if (isZero(difference)) throw new RuleBroken(interagencyText.errors.equal)
  const id = await insertException(work, { fiscalYear: asked.year, counterpartyId: asked.otherId, account: asked.account, difference, letter, reason })
  await recordChange(work, { kind: 'pair-exception', id, action: 'record', after: { difference, letter }, reason })
}

/** E_IC_MISMATCH: what of a year's dealings does not agree and has no exception (scenario S51). */
export async function findOpenPairs(read: OfficerRead, year: FiscalYear): Promise<Blocker[]> {
  const { standings, exceptions } = await getBoard(read, year)
  const open = standings.filter((standing) => !isZero(differenceOf(standing)) && !exceptionOf(standing, exceptions))
  return open.map((standing) => {
    const difference = differenceOf(standing)
    const amount = formatMoney(isNegative(difference) ? negate(difference) : difference)
    return { text: closingText.block.pair(standing.name, standing.other.name, amount), href: pairPaths.show({ year, account: standing.account, otherId: standing.other.id }) }
  })
}

/** For the home page: this year and the last, and what waits to be taken in. */
export async function findDealings(read: OfficerRead, years: readonly FiscalYear[]): Promise<DealingsOfYear[]> {
  const found = []
  for (const year of years) found.push({ year, ...await getBoard(read, year) })
  return found
}

