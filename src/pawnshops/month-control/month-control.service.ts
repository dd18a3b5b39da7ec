// Counted and added up, handed in, signed by another; a month without it is not closed. Locks: the paper; a new one, the office.
import { recordChange, stepStarter, type Started } from '../../documents/index.ts'
import { accountsOfRoles, balanceOn, isOpen, signsAlone, type Blocker } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, compareDates, fiscalYearOf, type CalendarDate, type DayRange } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { isZero, minus, times, plus } from '../../platform/money.ts'
import { findOpenPawnOf } from '../pawn-work/pawn-work.service.ts'
import { monthControlText } from '../month-control.text.ts'
import { controlPaths } from '../pawnshops.paths.ts'
import { holdTickets } from '../ticket/ticket.repository.ts'
import { controlRowsOf, findControlOf, getControl, insertControl, moveControl, updateControl, type ControlChange } from './month-control.repository.ts'
import { firstOfMonth } from './month-control.schema.ts'
import { controlKind as kind, controlLifecycle, differs, hasMoved, monthOf, type ControlState, type ControlStep, type Counted, type MonthControl, type MonthFigures } from './month-control.ts'

const { block, errors } = monthControlText

const start = stepStarter({ rows: controlRowsOf, lifecycle: controlLifecycle, signsAlone, get: getControl })

/** At the end of the month of this last day, and in it. */
export async function findMonthFigures(read: OfficerRead, organisationId: string, until: CalendarDate): Promise<MonthFigures> {
  const roles = await accountsOfRoles(read, fiscalYearOf(until))
  const on = (role: string, day: CalendarDate) => balanceOn(read, { organisationId, accountCode: roles[role] ?? '', until: day })
  const before = addDays(firstOfMonth(until), -1)
  const debtors = await on('pawn-debtors', until)
  const lent = plus(debtors, await on('pawn-debtors', before))
  return {
    cash: await on('cash-on-hand', until), debtors, stock: await on('forfeited-goods', until), interest: minus(await on('pawn-interest', until), await on('pawn-interest', before)),
    averageLent: times(lent, { numerator: 1n, denominator: 2n }, 'half-up'),
  }
}

export async function createControl(work: OfficerWork, form: Counted & { readonly month: CalendarDate; readonly formKey: string }): Promise<string> {
  const earlier = await controlRowsOf.findMade(work, form.formKey)
  if (earlier !== undefined) return earlier
  if (compareDates(form.month, work.today) > 0) throw new RuleBroken({ month: errors.notOver })
  await holdTickets(work)
  if (await findControlOf(work, form.month)) throw new RuleBroken({ month: errors.made })
  const id = await insertControl(work, form)
  await recordChange(work, { kind, id, action: 'create', after: seen(form) })
  return id
}

const seen = ({ counted, openTickets, forfeited }: Counted) => ({ counted, openTickets, forfeited })

export async function editControl(work: OfficerWork, id: string, form: Counted & { readonly version: number }): Promise<void> {
  const control = await start(work, id, { action: 'edit', version: form.version })
  await updateControl(work, control, form)
  await recordChange(work, { kind, id, action: 'edit', before: seen(control), after: seen(form) })
}

export async function submitControl(work: OfficerWork, id: string, version: number): Promise<void> {
  const control = await start(work, id, { action: 'submit', version })
  await mustBeExplained(work, control)
  await move(work, control, { action: 'submit', state: control.next })
}

/** INV-09 and §1.12: each figure is that of the books, or it is said why not. */
async function mustBeExplained(work: OfficerWork, control: MonthControl): Promise<MonthFigures> {
  const figures = await findMonthFigures(work, control.organisationId, control.documentDate)
  if (differs(control, figures) && control.reason === '') throw new RuleBroken(errors.explain)
  return figures
}

/** Into the books every day of the month must be; what they say then is kept beside what was counted. */
export async function signControl(work: OfficerWork, id: string, version: number): Promise<void> {
  const control = await start(work, id, { action: 'sign', version })
  const { documentDate } = control
  if ((await findOpenPawnOf(work, { from: firstOfMonth(documentDate), until: addDays(documentDate, 1) })).length > 0) throw new RuleBroken(errors.openDays)
  const { cash, debtors, stock } = await mustBeExplained(work, control)
  await moveControl(work, control, { state: control.next, returnReason: null, books: { cash, debtors, stock } })
  await recordChange(work, { kind, id, action: 'sign', after: { ...seen(control), cash, debtors, stock }, isAlone: control.isAlone })
}

/** Steps that only move it on or back. */
export function turnControl(action: 'withdraw' | 'cancel' | 'return') {
  return async (work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason?: string }): Promise<void> => {
    const control = await start(work, id, { action, version })
    await move(work, control, { action, state: control.next, ...(reason !== undefined && { returnReason: reason }) })
  }
}

export async function reopenControl(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const control = await start(work, id, { action: 'reopen', version })
  if (!await isOpen(work, control.documentDate)) throw new RuleBroken(errors.shut)
  await move(work, control, { action: 'reopen', state: control.next, returnReason: reason })
}

async function move(work: OfficerWork, control: Started<ControlState, MonthControl>, { action, ...change }: ControlChange & { readonly action: ControlStep }): Promise<void> {
  await moveControl(work, control, change)
  await recordChange(work, { kind, id: control.id, action, ...(change.returnReason != null && { reason: change.returnReason }) })
}

/** Holds up the closing of a month in which the shop had cash, pledges or forfeited goods; the paper of books that moved since is none. */
export async function findMissingControl(read: OfficerRead, { until }: DayRange): Promise<Blocker[]> {
  if (read.actor.organisationKind !== 'PAWN') return []
  const last = addDays(until, -1)
  const figures = await findMonthFigures(read, read.actor.organisationId, last)
  const control = await findControlOf(read, last)
  const isSigned = control?.state === 'signed'
  if (isSigned && !hasMoved(control, figures)) return []
  if (!control && [figures.cash, figures.debtors, figures.stock, figures.interest].every(isZero)) return []
  const month = monthOf(last)
  return [{ text: isSigned ? block.moved(month) : block.missing(month), href: control ? controlPaths.show(control.id) : controlPaths.new }]
}
