import { type Office } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type Money } from '../../platform/money.ts'
import { getAvailable } from '../control/control.repository.ts'
import { getNames } from '../settings/settings.service.ts'
import { numberIn, readLine } from '../named-line/named-line.ts'
import { findLineByNumber, findLinesWithBalance, findRegister, sumLines } from './line.repository.ts'
import { type AskedAvailable } from './line.schema.ts'
import { type LineFilter, type LineWithBalance, type PlaceInRegister, type Register } from './line.ts'

export interface AskedRegister {
  readonly office: Office
  readonly filter: LineFilter
  readonly most: number
  readonly place?: PlaceInRegister | undefined
}

export async function getRegister(read: OfficerRead, { office, filter, most, place }: AskedRegister): Promise<Register> {
  const found = await findRegister(read, { ...filter, place }, most + 1)
  const names = await getNames(read, filter.organisationId, filter.fiscalYear)
  return { filter, office, lines: found.slice(0, most), isCut: found.length > most, all: await sumLines(read, filter), names }
}

export interface LiveLine {
  readonly line: LineWithBalance
  readonly available: Money
}

/** For the box beside a line just chosen. It informs; the check that locks decides. */
export async function getLive(read: OfficerRead, { named, fiscalYear, on }: AskedAvailable): Promise<LiveLine | undefined> {
  const line = readLine(await findNamedLines(read, { named, fiscalYear }), named)
  if (typeof line === 'string') return undefined
  const available = await getAvailable(read, [line.id], on)
  return { line, available: available.get(line.id) ?? line.balance.available }
}

/** Those that the words may mean. */
async function findNamedLines(read: OfficerRead, { named, fiscalYear }: Pick<AskedAvailable, 'named' | 'fiscalYear'>): Promise<LineWithBalance[]> {
  const { organisationId } = read.actor
  const number = numberIn(named)
  if (number === undefined) return findLinesWithBalance(read, { organisationId, fiscalYear, text: named })
  const line = await findLineByNumber(read, { organisationId, fiscalYear, number })
  return line ? [line] : []
}
