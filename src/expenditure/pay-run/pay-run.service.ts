// A run of pay from the register to its claims, and what their payments make of it. Locks: run (after the claim, where a claim moves it) → counters.
import { findBudgetLines, readBudgetLine, type LineWithBalance } from '../../budget/index.ts'
import { nextNumber, printedNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, addMonths, fiscalYearOf } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, isZero } from '../../platform/money.ts'
import { findDepartments } from '../../registers/index.ts'
import { draftClaim } from '../claim/claim.service.ts'
import { type Claim, type ClaimDeduction, type OriginHooks, type TaxedPerson } from '../claim/claim.ts'
import { findExpenseAccounts } from '../expense-account/expense-account.repository.ts'
import { findPayCreditors } from '../pay-creditor/pay-creditor.repository.ts'
import { findPayDeductions } from '../pay-rule/pay-rule.repository.ts'
import { overdrawn, partsOf, type KnownForClaims, type RunPart } from '../pay-run-claims/pay-run-claims.ts'
import { makeFromRegister, ratesOf } from '../pay-run-make/pay-run-make.service.ts'
import { payRunText as text } from '../pay-run.text.ts'
import { findWelfareOf } from '../welfare-make/welfare-make.service.ts'
import { findKeptBack, findRunClaims, getRun, insertRun, insertRunClaim, moveRun, replacePersons, runRows } from './pay-run.repository.ts'
import { figuresOf, runLifecycle, runNumber, runSource, totalOf, type NewRun, type Run, type RunPerson } from './pay-run.ts'

const { errors } = text
const mostLinesOfAYear = 20_000

const start = stepStarter({ rows: runRows, get: getRun, lifecycle: runLifecycle, signsAlone })

export interface TypedRun extends Omit<NewRun, 'employerLineId'> {
  /** As typed in the box. */
  readonly employerLine: string
  readonly formKey: string
}

/** The id; the same form sent twice gives the same one. */
export async function createRun(work: OfficerWork, { formKey, employerLine, ...typed }: TypedRun): Promise<string> {
  const earlier = await runRows.findMade(work, formKey)
  if (earlier !== undefined) return earlier
  mustFit(typed, addMonths(work.today, 1))
  const persons = await personsOf(work, typed)
  const run = { ...typed, employerLineId: await employerLineOf(work, typed, employerLine) }
  const id = await insertRun(work, { ...run, formKey })
  await replacePersons(work, id, persons)
  await recordChange(work, { kind: runSource, id, action: 'create', after: factsOf(persons) })
  return id
}

function mustFit({ month, payDate }: Pick<NewRun, 'month' | 'payDate'>, latest: NewRun['month']): void {
  const wrong = {
    ...(compareDates(month, latest) > 0 && { month: errors.future }), ...(fiscalYearOf(payDate) !== fiscalYearOf(month) && { payDate: errors.otherYear }),
  }
  if (Object.keys(wrong).length > 0) throw new RuleBroken(wrong)
}

async function personsOf(work: OfficerRead, { kind, month }: Pick<NewRun, 'kind' | 'month'>): Promise<readonly RunPerson[]> {
  const { persons, faults } = kind === 'welfare' ? await findWelfareOf(work, month) : await makeFromRegister(work, kind, month)
  if (faults.length > 0) throw new RuleBroken({ month: errors.register(String(faults.length), faults.slice(0, 5).join(' · ')) })
  if (persons.length === 0) throw new RuleBroken({ month: errors.nobody })
  return persons
}

/** The line that is named, or the only one of the year for this item. */
async function employerLineOf(work: OfficerWork, { kind, month }: Pick<NewRun, 'kind' | 'month'>, typed: string): Promise<string | null> {
  if (kind !== 'payroll') return null
  const lines = await findBudgetLines(work, { organisationId: work.actor.organisationId, fiscalYear: fiscalYearOf(month) }, mostLinesOfAYear)
  const item = (await findPayDeductions(work)).find(({ employerItem }) => employerItem !== null)?.employerItem
  if (typed === '') {
    const [only, ...others] = lines.filter(({ economicCode }) => economicCode === item)
    return only && others.length === 0 ? only.id : null
  }
  const line = readBudgetLine(lines, typed)
  if (typeof line === 'string') throw new RuleBroken({ employerLine: line })
  if (line.economicCode !== item) throw new RuleBroken({ employerLine: errors.employerItem })
  return line.id
}

function factsOf(persons: readonly RunPerson[]) {
  const { gross, deducted, net } = totalOf(persons)
  return { people: persons.length, gross, deducted, net }
}

/** Taken from the register anew: what was changed by hand is gone. */
export async function refreshRun(work: OfficerWork, id: string, version: number): Promise<void> {
  const run = await start(work, id, { action: 'refresh', version })
  const persons = await personsOf(work, run)
  await replacePersons(work, id, persons)
  await moveRun(work, run, { state: run.next })
  await recordChange(work, { kind: runSource, id, action: 'refresh', before: factsOf(run.persons), after: factsOf(persons) })
}

/** One month's own figures, judged by the desk that reads them. */
export async function adjustRun(work: OfficerWork, id: string, { version, change }: { readonly version: number; readonly change: (run: Run) => readonly RunPerson[] }): Promise<void> {
  const run = await start(work, id, { action: 'edit', version })
  const persons = change(run)
  await replacePersons(work, id, persons)
  await moveRun(work, run, { state: run.next })
  await recordChange(work, { kind: runSource, id, action: 'adjust', before: factsOf(run.persons), after: factsOf(persons) })
}

export async function submitRun(work: OfficerWork, id: string, version: number): Promise<void> {
  const run = await start(work, id, { action: 'submit', version })
  await mustStand(work, run)
  const number = run.number ?? await nextNumber(work, 'PAY', run.fiscalYear)
  await moveRun(work, run, { state: run.next, number, isSubmitted: true, returnReason: null })
  await recordChange(work, { kind: runSource, id, action: 'submit', after: { number: printedNumber('PAY', number, run.fiscalYear), net: run.net } })
}

/** Nobody gets less than must remain; the employer's part has a line to come from. */
async function mustStand(work: OfficerWork, run: Run): Promise<void> {
  const { floor } = await ratesOf(work, run.month)
  const short = run.persons.filter((person) => compare(figuresOf(person).net, floor) < 0).map(({ name }) => name)
  if (short.length > 0) throw new RuleBroken(errors.overDeducted(short.slice(0, 5).join(' · ')))
  const known = await knownFor(work, run)
  const over = overdrawn(run, known)
  if (over.length > 0) throw new RuleBroken(errors.overdrawn(over.slice(0, 5).join(' · ')))
  if (!isZero(run.employer) && run.employerLineId === null) throw new RuleBroken(errors.noEmployerLine)
}

export async function withdrawRun(work: OfficerWork, id: string, version: number): Promise<void> {
  const run = await start(work, id, { action: 'withdraw', version })
  await moveRun(work, run, { state: run.next })
  await recordChange(work, { kind: runSource, id, action: 'withdraw' })
}

export interface ReasonForm {
  readonly version: number
  readonly reason: string
}

export async function returnRun(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const run = await start(work, id, { action: 'return', version })
  await moveRun(work, run, { state: run.next, returnReason: reason })
  await recordChange(work, { kind: runSource, id, action: 'return', reason })
}

export async function cancelRun(work: OfficerWork, id: string, version: number): Promise<void> {
  const run = await start(work, id, { action: 'cancel', version })
  await moveRun(work, run, { state: run.next })
  await recordChange(work, { kind: runSource, id, action: 'cancel', before: factsOf(run.persons) })
}

export async function approveRun(work: OfficerWork, id: string, version: number): Promise<void> {
  const run = await start(work, id, { action: 'approve', version })
  await moveRun(work, run, { state: run.next, isApproved: true })
  await recordChange(work, { kind: runSource, id, action: 'approve', after: { net: run.net }, isAlone: run.isAlone })
}

/** Back to the pay office, while no claim of it lives. */
export async function reopenRun(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const run = await start(work, id, { action: 'reopen', version })
  const live = (await findRunClaims(work, run.organisationId, id)).filter(({ state }) => state !== 'cancelled')
  if (live.length > 0) throw new RuleBroken(errors.claimed)
  await moveRun(work, run, { state: run.next, isApproved: null, returnReason: reason })
  await recordChange(work, { kind: runSource, id, action: 'reopen', reason })
}

/** Drafts the claims that are not there: all of them, or those whose claim was cancelled. */
export async function claimRun(work: OfficerWork, id: string, version: number): Promise<void> {
  const run = await start(work, id, { action: 'claim', version })
  const missing = await findMissing(work, run)
  if (missing.length === 0) throw new RuleBroken(errors.allClaimed)
  await moveRun(work, run, { state: run.next })
  for (const { part, claim } of missing) await insertRunClaim(work, { id, part, claimId: await draftClaim(work, claim) })
  await recordChange(work, { kind: runSource, id, action: 'claim', after: { claims: missing.length } })
}

/** Parts of the run that no living claim pays. */
export async function findMissing(read: OfficerRead, run: Run): Promise<RunPart[]> {
  const live = new Set((await findRunClaims(read, run.organisationId, run.id)).filter(({ state }) => state !== 'cancelled').map(({ part }) => part))
  return partsOf(run, await knownFor(read, run)).filter(({ part }) => !live.has(part))
}

async function knownFor(read: OfficerRead, run: Run): Promise<KnownForClaims> {
  const lines = await findBudgetLines(read, { organisationId: run.organisationId, fiscalYear: run.fiscalYear }, mostLinesOfAYear)
  const byId: ReadonlyMap<string, LineWithBalance> = new Map(lines.map((line) => [line.id, line]))
  const deductions = await findPayDeductions(read)
  return {
    today: read.today, lines: byId, deductions, departments: new Map((await findDepartments(read, run.organisationId)).map(({ id, name }) => [id, name])),
    employer: await employerOf(read, run, byId.get(run.employerLineId ?? '')),
  }
}

async function employerOf(read: OfficerRead, { fiscalYear }: Run, line: LineWithBalance | undefined): Promise<KnownForClaims['employer']> {
  const deduction = (await findPayDeductions(read)).find(({ employerItem }) => employerItem !== null)
  const creditors = (await findPayCreditors(read)).filter(({ code }) => code === deduction?.code)
  // One that has gone out of use since is still owed what was reckoned for it.
  const creditor = creditors.find(({ isActive }) => isActive) ?? creditors[0]
  if (!line || !creditor) return undefined
  const account = (await findExpenseAccounts(read, { itemCodes: [line.economicCode], fiscalYear })).get(line.economicCode)?.usual
  return account ? { payeeId: creditor.payeeId, accountCode: account.code } : undefined
}

/** In the payment's transaction: the run is paid when the last of its claims is. */
export const payRunHooks: OriginHooks = { onPaid: runPaid, onReversed: runUnpaid, taxesOf }

/** Of the people whose deductions go with this claim. */
async function taxesOf(read: OfficerRead, claim: Claim, { accountCode }: ClaimDeduction): Promise<TaxedPerson[]> {
  const kept = await findKeptBack(read, { organisationId: claim.organisationId, runId: claim.origin?.id ?? '', accountCode })
  return claim.payees.flatMap(({ payeeId, name, taxId, gross, deducted }) => {
    const amount = payeeId === null || isZero(deducted) ? undefined : kept.get(payeeId)
    return amount === undefined ? [] : [{ payeeId, name, taxId, base: gross, amount }]
  })
}

async function runPaid(work: OfficerWork, claim: Claim): Promise<void> {
  const run = await held(work, claim)
  const live = (await findRunClaims(work, run.organisationId, run.id)).filter(({ state }) => state !== 'cancelled')
  if (run.state !== 'approved' || live.some(({ wasPaid }) => !wasPaid) || (await findMissing(work, run)).length > 0) return
  await moveRun(work, run, { state: 'paid' })
  await recordChange(work, { kind: runSource, id: run.id, action: 'paid', after: { number: runNumber(run) ?? '' } })
}

async function runUnpaid(work: OfficerWork, claim: Claim): Promise<void> {
  const run = await held(work, claim)
  if (run.state !== 'paid') return
  await moveRun(work, run, { state: 'approved' })
  await recordChange(work, { kind: runSource, id: run.id, action: 'unpaid' })
}

async function held(work: OfficerWork, { origin }: Claim): Promise<Run> {
  const id = origin?.id ?? ''
  await runRows.lock(work, id)
  return getRun(work, work.actor.organisationId, id)
}
