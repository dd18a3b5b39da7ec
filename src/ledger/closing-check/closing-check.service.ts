// E_CLOSE_BLOCKED: all that stands against a closing at once, each where it is dealt with (§3.10, S78).
import { type OfficerRead } from '../../platform/database/work.ts'
import { compareDates, fiscalYear, fiscalYearPeriod, type FiscalYear } from '../../platform/dates.ts'
import { formatMoney } from '../../platform/money.ts'
import { type Blocker, type YearRooms } from '../closing/closing.ts'
import { findLiveClosings, findLiveOpenings } from '../closing/closing.repository.ts'
import { closingText } from '../closing.text.ts'
import { bookAddresses, closingPaths, ledgerPaths } from '../ledger.paths.ts'
import { findPeriods } from '../period/period.repository.ts'
import { periodName } from '../period/period.ts'
import {
  findClearing, findShutKeys, findTurned, findUnclosedBefore, findUncontrolled, findUnposted, hasAuditChanges, hasWaitingRequest, type RegisterPlace, type Unposted,
} from './closing-check.repository.ts'

const { block, errors } = closingText
const lastToClose = 13

export async function findBlockers(read: OfficerRead, rooms: YearRooms, year: FiscalYear): Promise<Blocker[]> {
  const own = read.actor.organisationId
  const at = closingPaths.of(year)
  const periods = await findPeriods(read, year)
  if (periods.length === 0) return [{ text: block.noYear, href: ledgerPaths.periodsOf(year) }]
  if ((await findLiveClosings(read, year)).length > 0) return [{ text: block.closed, href: at }]
  const account = (code: string): string => `${ledgerPaths.account(own, code)}?fiscalYear=${year}&month=12`
  const registerBlock = (told: (code: string, key: string) => string) => (
    ({ account_code: code, sub_key: key }: RegisterPlace): Blocker => ({ text: told(code, key), href: account(code) }))
  const ofRooms: Blocker[] = []
  for (const find of rooms.blockers) ofRooms.push(...await find(read, year))
  return [
    ...compareDates(read.today, fiscalYearPeriod(year).until) < 0 ? [{ text: block.notOver, href: at }] : [],
    ...await earlierYear(read, year), ...await nextOpening(read, year),
    ...(await findUnposted(read, year)).map(blockOf), ...ofRooms,
    ...periods.filter(({ period, state }) => period <= lastToClose && state !== 'closed').map((period) => ({ text: block.period(` ${periodName(period)}`), href: ledgerPaths.periodsOf(year) })),
    ...await hasWaitingRequest(read, year) ? [{ text: block.waiting, href: ledgerPaths.periodsOf(year) }] : [],
    ...(await findClearing(read, year)).map(({ code, name, net }) => ({ text: block.clearing(code, name, formatMoney(net)), href: account(code) })),
    ...(await findUncontrolled(read)).map((code) => ({ text: block.control(code), href: account(code) })),
    ...(await findTurned(read)).map(registerBlock(block.turned)), ...(await findShutKeys(read, year)).map(registerBlock(block.shutKey)),
  ]
}

async function earlierYear(read: OfficerRead, year: FiscalYear): Promise<Blocker[]> {
  const earlier = await findUnclosedBefore(read, year)
  return earlier === undefined ? [] : [{ text: block.earlier(String(earlier)), href: closingPaths.of(earlier) }]
}

/** Keyed by hand, the next year's opening would stand twice. */
async function nextOpening(read: OfficerRead, year: FiscalYear): Promise<Blocker[]> {
  const openings = await findLiveOpenings(read, fiscalYear(year + 1))
  return openings.length === 0 ? [] : [{ text: block.keyedOpening(String(year + 1)), href: bookAddresses.opening.list }]
}

function blockOf({ id, type, description }: Unposted): Blocker {
  const books = { JV: bookAddresses.journal, AJ: bookAddresses.adjustment, PA: bookAddresses.adjustment, OB: bookAddresses.opening }
  return { text: block.journal(type, description), href: books[type].show(id) }
}

/** Why a closing cannot be taken back: later books, or months of the next year that were shut and told upon its opening, stand upon it. */
export async function undoFault(read: OfficerRead, year: FiscalYear): Promise<string | undefined> {
  if ((await findLiveClosings(read, year)).length === 0) return errors.notClosed
  const next = fiscalYear(year + 1)
  if ((await findLiveClosings(read, next)).length > 0) return errors.nextClosed
  if (await hasAuditChanges(read, year)) return errors.audited
  const shut = (await findPeriods(read, next)).filter(({ period, state }) => period <= lastToClose && state === 'closed')
  return shut.length > 0 ? errors.nextShut(shut.map(periodName).join(', '), String(next)) : undefined
}
