// The day's position: counted, reckoned from the books, signed when everything agrees, and frozen. Locks: position → days of the office.
import { createHash } from 'node:crypto'
import { recordChange, stepStarter } from '../../documents/index.ts'
import { accountsOfRoles, balancesByKey } from '../../ledger/index.ts'
import { findSignatories } from '../../registers/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { minus, sum, zero } from '../../platform/money.ts'
import { holdDays, seeSignedDay } from '../day-close/day-close.repository.ts'
import { type Pieces } from '../cash-count/cash-count.ts'
import { dailyPositionText } from '../daily-position.text.ts'
import { forSigning } from '../sign/sign.service.ts'
import {
  countUnsummarised, findAccounts, findDay, findKeptCheques, findOfDay, freezePosition, getStored, insertPosition, positionRows, thawPosition, updatePosition, type StoredPosition,
} from './daily-position.repository.ts'
import { faultWords, frozen, movedSince, positionLifecycle, thawed, type Figures, type Keeper, type Moved, type Position, type PositionCommand, type PositionRooms } from './daily-position.ts'

const { errors } = dailyPositionText
const kind = 'daily-position'

export async function getPosition(read: OfficerRead, rooms: PositionRooms, { organisationId, id }: { organisationId: string; id: string }): Promise<Position> {
  const stored = await forSigning(read, await getStored(read, organisationId, id))
  return { ...stored, figures: stored.frozen === null ? await reckon(read, rooms, stored) : thawed(stored.frozen) }
}

/** Of a signed one: what the books say otherwise by now. */
export async function findMoved(read: OfficerRead, rooms: PositionRooms, position: Position): Promise<Moved[]> {
  return position.state === 'signed' ? movedSince(position.figures, await reckon(read, rooms, { ...position, pieces: position.figures.pieces })) : []
}

const startStep = stepStarter({
  rows: positionRows, lifecycle: positionLifecycle, get: async (read, organisationId, id) => forSigning(read, await getStored(read, organisationId, id)),
})

interface AskedDay {
  readonly organisationId: string
  readonly positionDate: CalendarDate
  readonly pieces: Pieces
}

/** From the books as they stand now. */
export async function reckon(read: OfficerRead, rooms: PositionRooms, { organisationId, positionDate: day, pieces }: AskedDay): Promise<Figures> {
  const cashCodes = [(await accountsOfRoles(read))['cash-on-hand'] ?? '']
  const own = await findAccounts(read, organisationId)
  const bankCodes = [...new Set(own.map((account) => account.accountCode))]
  const until = addDays(day, -1)
  const total = async (accountCodes: readonly string[]) => (
    sum((await balancesByKey(read, { organisationId, accountCodes, until })).map((row) => minus(row.debit, row.credit))))
  const byKey = await balancesByKey(read, { organisationId, accountCodes: bankCodes, until: day })
  const balance = ({ id, accountCode }: { id: string; accountCode: string }) => {
    const row = byKey.find((each) => each.key === id && each.accountCode === accountCode)
    return row ? minus(row.debit, row.credit) : zero
  }
  return {
    cash: { brought: await total(cashCodes), ...(await findDay(read, { organisationId, accountCodes: cashCodes, day })).out },
    bank: { brought: await total(bankCodes), ...(await findDay(read, { organisationId, accountCodes: bankCodes, day })).in },
    accounts: own.map((account) => ({ name: account.name, number: account.number, branch: account.branch, kind: account.kind, balance: balance(account) })),
    cheques: await rooms.outstandingCheques(read, { organisationId, day }), pieces, kept: await findKeptCheques(read, organisationId, day),
    unsummarised: await countUnsummarised(read, organisationId, day), keepers: await findKeepers(read, day),
  }
}

async function findKeepers(read: OfficerRead, day: CalendarDate): Promise<Keeper[]> {
  const roles: readonly Keeper['role'][] = ['head_of_finance', 'safe_committee', 'executive', 'clerk']
  const signatories = await findSignatories(read, day)
  return roles.flatMap((role) => signatories.filter((each) => each.role === role).map(({ name, position }) => ({ role, name, position })))
}

export async function createPosition(work: OfficerWork, command: PositionCommand & { formKey: string }): Promise<string> {
  const earlier = await positionRows.findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  if (compareDates(command.positionDate, work.today) > 0) throw new RuleBroken({ positionDate: errors.future })
  if (await findOfDay(work, command.positionDate) !== undefined) throw new RuleBroken({ positionDate: errors.twin(formatThaiDate(command.positionDate)) })
  const id = await insertPosition(work, command)
  await recordChange(work, { kind, id, action: 'create', after: { date: command.positionDate } })
  return id
}

export async function editPosition(work: OfficerWork, id: string, command: PositionCommand & { version: number }): Promise<void> {
  const position = await startStep(work, id, { action: 'edit', version: command.version })
  if (position.positionDate !== command.positionDate) throw new RuleBroken({ positionDate: errors.otherDay })
  await updatePosition(work, position, command)
  await recordChange(work, { kind, id, action: 'edit' })
}

/** Refused with everything that does not agree (scenario 52). */
export async function signPosition(work: OfficerWork, rooms: PositionRooms, { id, version }: { id: string; version: number }): Promise<void> {
  const position: StoredPosition = await startStep(work, id, { action: 'sign', version })
  await holdDays(work)
  const figures = await reckon(work, rooms, position)
  const faults = faultWords(figures)
  if (faults.length > 0) throw new RuleBroken(faults.join(' · '))
  const text = frozen(figures)
  const digest = createHash('sha256').update(text).digest('hex')
  await freezePosition(work, position, { figures: text, digest })
  await recordChange(work, { kind, id, action: 'sign', after: { digest } })
}

/** So that a day may be mended and signed anew; the last signed one first, or a later one would go on from what is no longer true. */
export async function reopenPosition(work: OfficerWork, id: string, form: { version: number; reason: string }): Promise<void> {
  const position = await startStep(work, id, { action: 'reopen', version: form.version })
  await holdDays(work)
  const last = await seeSignedDay(work, position.positionDate)
  if (last && last !== position.positionDate) throw new RuleBroken(errors.reopenLast(formatThaiDate(last)))
  await thawPosition(work, position, form.reason)
  await recordChange(work, { kind, id, action: 'reopen', reason: form.reason, before: { digest: position.digest } })
}
