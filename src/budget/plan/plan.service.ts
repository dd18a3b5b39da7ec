// A plan from draft to approval; the version before it goes out of force in the same transaction.
// Locks: the version in force, the draft, the turn of the office, its control lines by id.
import { recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearPeriod, formatThaiDate, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { appropriate } from '../appropriation/appropriation.service.ts'
import { takeTurn } from '../appropriation/appropriation.repository.ts'
import { lockLines } from '../control/control.repository.ts'
import { type Draft } from '../desk/desk.ts'
import { documentDesk, mustBeOpenYear } from '../desk/desk.service.ts'
import { findDocuments, moveDocument } from '../document/document.repository.ts'
import { recordStep, takeNumber } from '../document/document.service.ts'
import { sourceOf } from '../document/document.ts'
import { findDocumentLines } from '../document-lines/document-lines.repository.ts'
import { planText } from '../plan.text.ts'
import { judgePlan, shortIn, type KnownOfPlan } from '../plan-lines/plan-lines.ts'
import { findSources, getSettings } from '../settings/settings.repository.ts'
import { getNames } from '../settings/settings.service.ts'
import { isOpenYear, type ApprovePlanForm, type NewPlanCommand, type PlanCommand } from './plan.schema.ts'
import { planLifecycle, planVariantOf, sourcesOf, type Plan, type PlanState, type PlanVariant } from './plan.ts'

const { errors } = planText
export const planDesk = documentDesk<PlanState>('plan', planLifecycle)

export interface AskedStanding {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  readonly variant: PlanVariant
}

export function standingOf({ organisationId, fiscalYear, variant }: Plan): AskedStanding {
  return { organisationId, fiscalYear, variant: planVariantOf(variant) }
}

/** The version in force. */
export async function findStanding(read: OfficerRead, { organisationId, fiscalYear, variant }: AskedStanding): Promise<Plan | undefined> {
  const { items: [found] } = await findDocuments<PlanState>(read, { organisationId, kinds: [planDesk.kind], fiscalYear, variant, state: 'approved' })
  return found && planDesk.get(read, organisationId, found.id)
}

/** What its rows may speak of. */
export async function findKnownOfPlan(read: OfficerRead, { fiscalYear, variant }: Omit<AskedStanding, 'organisationId'>, standing: Plan | undefined): Promise<KnownOfPlan> {
  const { organisationId, organisationKind } = read.actor
  const sources = await findSources(read, { fiscalYear, officeKind: organisationKind })
  const { classes, departments } = await getNames(read, organisationId, fiscalYear)
  const settings = await getSettings(read, { fiscalYear, laoKind: null })
  return {
    sources: sourcesOf[variant].flatMap((wanted) => sources.find(({ code }) => code === wanted) ?? []), standing: standing?.lines ?? [],
    rules: { classes, departments, codes: { centralType: settings.text('central-type'), centralPlan: settings.text('central-plan') } },
  }
}

export async function createPlan(work: OfficerWork, command: NewPlanCommand): Promise<string> {
  return planDesk.create(work, command.formKey, async () => {
    if (!isOpenYear(command.fiscalYear, work.today)) throw new RuleBroken({ year: errors.year })
    await mustBeOpenYear(work, command.fiscalYear, 'year')
    const asked = { organisationId: work.actor.organisationId, fiscalYear: command.fiscalYear, variant: command.variant }
    return draftOf(work, command, { asked, standing: await findStanding(work, asked) })
  })
}

export async function editPlan(work: OfficerWork, id: string, command: PlanCommand & { readonly version: number }): Promise<void> {
  await planDesk.edit(work, { id, version: command.version }, async (before) => (
    draftOf(work, command, { asked: standingOf(before), standing: await mustFollow(work, before) })))
}

async function draftOf(work: OfficerWork, command: PlanCommand, { asked, standing }: { readonly asked: AskedStanding; readonly standing: Plan | undefined }): Promise<Draft> {
  const { documentDate, title, authority, reason } = command
  const judged = judgePlan(command.rows, await findKnownOfPlan(work, asked, standing))
  if (Object.keys(judged.faults).length > 0) throw new RuleBroken(judged.faults)
  return {
    head: {
      documentDate, title, reason, fiscalYear: asked.fiscalYear, variant: asked.variant, parentId: standing?.id ?? null, total: judged.total,
      particulars: { authority },
    },
    lines: judged.lines,
  }
}

/** A draft follows the version from which it was made, or there was none: whatever was approved meanwhile is not lost. */
async function mustFollow(work: OfficerWork, plan: Plan): Promise<Plan | undefined> {
  const standing = await findStanding(work, standingOf(plan))
  if ((standing?.id ?? null) !== plan.parentId) throw new RuleBroken({ '': errors.outdated })
  return standing
}

/** Limits hold from the day of the approval, and not before the year begins. */
export async function approvePlan(work: OfficerWork, id: string, form: ApprovePlanForm): Promise<void> {
  const plan = await planDesk.start(work, id, { version: form.version, action: 'approve' })
  await takeTurn(work)
  await mustBeOpenYear(work, plan.fiscalYear, 'happenedOn')
  const standing = await mustFollow(work, plan)
  const date = firstDayOf(plan, form.happenedOn)
  if (standing) await takeOut(work, { plan, standing, date })
  const number = await takeNumber(work, plan)
  await moveDocument(work, plan, { state: plan.next, number, approvedBy: work.actor.userId })
  const lines = plan.lines.flatMap(({ key, amount, explanation, line }) => (key ? [{ ...key, amount, explanation, documentLine: line }] : []))
  await appropriate(work, { document: plan, stage: 'approved', mode: 'replace', lines, replaces: standing?.id, event: 'approved', date })
  await recordStep(work, plan, { ...form, action: 'approve', after: { total: plan.total ?? undefined } })
}

function firstDayOf({ fiscalYear }: Plan, happenedOn: CalendarDate): CalendarDate {
  const { from, until } = fiscalYearPeriod(fiscalYear)
  if (compareDates(happenedOn, until) >= 0) throw new RuleBroken({ happenedOn: errors.afterYear(String(fiscalYear)) })
  return compareDates(happenedOn, from) < 0 ? from : happenedOn
}

/** With its lines held: what has been used of them meanwhile is known for certain. */
async function takeOut(work: OfficerWork, { plan, standing, date }: { readonly plan: Plan; readonly standing: Plan; readonly date: CalendarDate }): Promise<void> {
  const before = standing.steps.at(-1)?.happenedOn ?? date
  if (compareDates(date, before) < 0) throw new RuleBroken({ happenedOn: errors.order(formatThaiDate(before)) })
  const lineIds = standing.lines.flatMap(({ lineId }) => (lineId === null ? [] : [lineId]))
  await lockLines(work, { act: { source: sourceOf(plan), event: 'approved', date, description: plan.title }, lineIds, holders: [] })
  const refusal = shortIn(plan.lines, await findDocumentLines(work, standing.organisationId, standing.id))
  if (refusal !== undefined) throw new RuleBroken({ '': refusal })
  await moveDocument(work, standing, { state: 'superseded' })
  await recordChange(work, { ...planDesk.keyOf(standing.id), action: 'supersede' })
}
