// How every step of every budget document begins, and what it leaves behind.
import { mustBeCurrent, nextNumber, recordChange, type Lifecycle, type TrailValues } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, formatThaiDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { budgetText } from '../budget.text.ts'
import { kinds, trailKind, type BudgetDocument, type Kind, type NewStep } from './document.ts'
import { getDocument, insertStep, lockWithParent } from './document.repository.ts'

const { errors } = budgetText

export interface AskedStep<S extends string, A extends string> {
  readonly id: string
  readonly kinds: readonly Kind[]
  readonly version: number
  readonly action: A
  readonly lifecycle: Lifecycle<S, A>
}

/** The document as it stands, held until commit, with the state it goes to. */
export async function startStep<S extends string, A extends string>(
  work: OfficerWork, asked: AskedStep<S, A>,
): Promise<BudgetDocument<S> & { readonly next: S }> {
  await lockWithParent(work, asked.id)
  const document = await getDocument<S>(work, { organisationId: work.actor.organisationId, id: asked.id, kinds: asked.kinds })
  mustBeCurrent(document, asked.version)
  return { ...document, next: asked.lifecycle.step(work.actor, document, asked.action) }
}

/** What happened, and when; in the order of time, and not before it happened. */
export async function recordStep(work: OfficerWork, document: BudgetDocument, step: NewStep & { readonly after?: TrailValues }): Promise<void> {
  mustBeInOrder(work, document, step)
  await insertStep(work, document.id, step)
  await recordChange(work, {
    kind: trailKind(document.kind), id: document.id, action: step.action,
    after: { happenedOn: step.happenedOn, meeting: step.meeting || undefined, letterNumber: step.letterNumber || undefined, ...step.after },
    reason: step.note || undefined,
  })
}

function mustBeInOrder(work: OfficerWork, document: BudgetDocument, { action, happenedOn, corrects }: NewStep): void {
  if (compareDates(happenedOn, work.today) > 0) throw new RuleBroken({ happenedOn: errors.future })
  // A return is dated the day it was recorded: what follows may well have happened before.
  const loose = corrects === undefined ? ['return'] : ['return', corrects, action]
  const days = document.steps.filter((step) => !loose.includes(step.action)).map((step) => step.happenedOn).sort(compareDates)
  const last = days.at(-1)
  if (action !== 'return' && last !== undefined && compareDates(happenedOn, last) < 0) throw new RuleBroken({ happenedOn: errors.order(formatThaiDate(last)) })
}

/** Taken once, kept for ever: a document that was returned keeps the one it has. */
export async function takeNumber(work: OfficerWork, document: BudgetDocument): Promise<number> {
  return document.number ?? nextNumber(work, kinds[document.kind].series, document.fiscalYear)
}
