import { randomUUID } from 'node:crypto'
import { withForm } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { readForm } from '../../platform/http/form.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { planOfferPaths, planPaths as paths } from '../budget.paths.ts'
import { pressed } from '../desk/desk-steps.ts'
import { deskRoutes, registerRoutes, type DeskPages, type FormAsked } from '../desk/desk.routes.ts'
import { inputFor } from '../desk/desk.schema.ts'
import { rightsOf, type DeskStep } from '../desk/desk.ts'
import { type More, type Tab } from '../desk/desk.view.ts'
import { findDocuments } from '../document/document.repository.ts'
import { formPage, inputOf, startingInput } from '../plan-form/plan-form.view.ts'
import { planText as text } from '../plan.text.ts'
import { approvePlanSchema, askedPlan, editPlanSchema, newPlanSchema, typedPlan } from './plan.schema.ts'
import { approvePlan, createPlan, editPlan, findKnownOfPlan, findStanding, planDesk as desk, standingOf } from './plan.service.ts'
import { authorityOf, planVariantOf, type Plan, type PlanState } from './plan.ts'
import { linesTable, paperOf } from './plan.view.ts'

const approve: DeskStep = { kind: 'primary', asks: ['happenedOn', 'letterNumber', 'note'], take: (said) => withForm(approvePlanSchema, approvePlan, said) }
const steps = { approve, cancel: pressed(desk.cancel, 'danger') } as const

export const planPages: DeskPages<PlanState, keyof typeof steps> & Pick<Tab, 'links'> = {
  desk, paths, text, steps, linesTable, links: [{ text: text.offers.title, href: planOfferPaths.list }], paper: paperOf, more: moreOf, views: { paper: 'documents/sheet' },
  form: {
    form: showForm,
    create: (work, request) => createPlan(work, readForm(newPlanSchema, request)),
    edit: (work, id, request) => editPlan(work, id, readForm(editPlanSchema, request)),
  },
}

export const planDeskRoutes: readonly Route[] = [...registerRoutes([planPages], paths.list, 'budget.spendplan'), ...deskRoutes(planPages)]

async function showForm(read: OfficerRead, request: FormRequest, { document: plan, errors }: FormAsked<PlanState>): Promise<PageModel> {
  const given = typedPlan(request)
  const asked = plan ? standingOf(plan) : askedPlan({ year: given.year || request.query.year, variant: given.variant || request.query.variant }, read.today)
  const standing = await findStanding(read, { organisationId: read.actor.organisationId, ...asked })
  const start = plan ? inputOf(plan) : startingInput(asked, standing, { formKey: randomUUID(), today: read.today })
  const { input } = inputFor(request, start, given.rows.length > 0 ? given : { ...given, rows: start.rows })
  const now = fiscalYearOf(read.today)
  return formPage(input, { plan, asked, known: await findKnownOfPlan(read, asked, standing), years: [now, now + 1] }, errors)
}

/** Which version it is, who approved it, and the way to the versions around it. */
async function moreOf(read: OfficerRead, plan: Plan): Promise<More> {
  const { items } = await findDocuments<PlanState>(read, { ...standingOf(plan), kinds: [desk.kind] })
  const past = items.filter(({ state, id }) => (state === 'approved' || state === 'superseded') && BigInt(id) < BigInt(plan.id))
  const next = items.find(({ parentId, state }) => parentId === plan.id && (state === 'approved' || state === 'superseded'))
  const { organisationId, permissions } = read.actor
  const mayRevise = plan.state === 'approved' && permissions.has(rightsOf(desk.kind).create) && organisationId === plan.organisationId
  return {
    items: [
      { label: text.fields.variant, text: text.variants[planVariantOf(plan.variant)] }, { label: text.fields.authority, text: authorityOf(plan) },
      { label: text.fields.version, text: text.version(String(past.length + 1)) },
    ],
    links: [
      ...mayRevise ? [{ text: text.revise, href: `${paths.new}?variant=${planVariantOf(plan.variant)}&year=${plan.fiscalYear}` }] : [],
      ...plan.parentId === null ? [] : [{ text: text.earlier, href: paths.show(plan.parentId) }], ...next ? [{ text: text.later, href: paths.show(next.id) }] : [],
    ],
  }
}
