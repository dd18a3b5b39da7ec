// A plan from draft to approval; the version before it goes out of force in the same transaction.
// Locks: the version in force, the draft, the turn of the office, its control lines by id.
import { recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearPeriod, formatThaiDate, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, sum, type Money } from '../../platform/money.ts'
import { findOffers, getOffer } from '../offer/offer.repository.ts'
import { offerName, type OfferKey } from '../offer/offer.ts'
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
import { judgePlan, rowsWith, shortIn, type KnownOfPlan } from '../plan-lines/plan-lines.ts'
import { findSources, getSettings } from '../settings/settings.repository.ts'
import { getNames } from '../settings/settings.service.ts'
import { isOpenYear, type ApprovePlanForm, type NewPlanCommand, type PlanCommand } from './plan.schema.ts'
import { findTakings } from './plan.repository.ts'
import { offersOf, planLifecycle, planVariantOf, sourcesOf, type Plan, type PlanState, type PlanVariant } from './plan.ts'

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
    const standing = await findStanding(work, asked)
    return draftOf(work, command, { asked, standing, offers: standing ? offersOf(standing) : [] })
  })
}

export async function editPlan(work: OfficerWork, id: string, command: PlanCommand & { readonly version: number }): Promise<void> {
  await planDesk.edit(work, { id, version: command.version }, async (before) => (
    draftOf(work, command, { asked: standingOf(before), standing: await mustFollow(work, before), offers: offersOf(before) })))
}

/** What the LAO enacted is offered by it: the unit takes it in as a version of its plan, on top of what it has taken before. */
export async function takeOffer(work: OfficerWork, key: OfferKey, formKey: string): Promise<string> {
  return planDesk.create(work, formKey, async () => {
    const offer = await getOffer(work, key)
    const asked = { organisationId: work.actor.organisationId, fiscalYear: offer.fiscalYear, variant: 'special' } as const
    await mustBeOpenYear(work, offer.fiscalYear, '')
    if ((await findTakings(work, asked.organisationId)).has(offerName(offer))) throw new RuleBroken({ '': errors.taken })
    const standing = await findStanding(work, asked)
    const before = standing ? offersOf(standing) : []
    const rows = rowsWith(before.length > 0 ? standing?.lines ?? [] : [], offer.lines)
    const authority = planText.offers.authority(offer.organisation, offer.reference).slice(0, 200)
    return draftOf(work, { documentDate: work.today, title: offer.title, authority, reason: offer.reference, rows }, { asked, standing, offers: [...before, offerName(offer)] })
  })
}

interface Drafting {
  readonly asked: AskedStanding
  readonly standing: Plan | undefined
  readonly offers: readonly string[]
}

async function draftOf(work: OfficerWork, command: PlanCommand, { asked, standing, offers }: Drafting): Promise<Draft> {
  const { documentDate, title, authority, reason } = command
  const judged = judgePlan(command.rows, await findKnownOfPlan(work, asked, standing))
  if (Object.keys(judged.faults).length > 0) throw new RuleBroken(judged.faults)
  if (asked.variant === 'special') await mustBeEnacted(work, asked.fiscalYear, { total: judged.total, offers })
  return {
    head: {
      documentDate, title, reason, fiscalYear: asked.fiscalYear, variant: asked.variant, parentId: standing?.id ?? null, total: judged.total,
      particulars: { authority, offers },
    },
    lines: judged.lines,
  }
}

/** A unit moves money within what was enacted for it, and never goes beyond. Without an offer of its LAO the budget is keyed by its ordinance (§3.10). */
async function mustBeEnacted(work: OfficerWork, fiscalYear: FiscalYear, { total, offers }: { readonly total: Money; readonly offers: readonly string[] }): Promise<void> {
  const made = await findOffers(work, { fiscalYear })
  if (made.length > 0 && offers.length === 0) throw new RuleBroken({ '': errors.offered })
  const enacted = sum(made.filter((offer) => offers.includes(offerName(offer))).map((offer) => offer.total))
  if (made.length > 0 && compare(total, enacted) > 0) throw new RuleBroken({ '': errors.overEnacted(formatMoney(total), formatMoney(enacted)) })
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
