import { randomUUID } from 'node:crypto'
import {
  attachRoutes, confirmed, findAttachments, findTrail, stepRoutes, trailRows, withForm, withReason, withVersion, type ConfirmPage, type Step,
} from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { asOfficer, get, post, type GetRoute, type PostRoute, type Route } from '../../platform/http/route.ts'
import { yearIn } from '../asked.ts'
import { findEnterprises } from '../enterprise/enterprise.repository.ts'
import { findBudgetYears } from '../line/line.repository.ts'
import { findDocuments, isOfKinds } from '../document/document.repository.ts'
import { findingsOf, rulebookOf } from '../ordinance-check/ordinance-check.service.ts'
import { deadlinesOf } from '../ordinance-deadline/ordinance-deadline.ts'
import { reportedInput, stepPage, type AskedStepName } from '../ordinance-step/ordinance-step.view.ts'
import { type OrdinanceStep } from '../ordinance.paths.ts'
import { findSpecials } from '../ordinance-special/ordinance-special.service.ts'
import { findOrphans } from '../ordinance-successor/ordinance-successor.service.ts'
import { successorControls } from '../ordinance-successor/ordinance-successor.view.ts'
import { ordinanceText as text } from '../ordinance.text.ts'
import { findStanding, findTotals } from './ordinance.repository.ts'
import {
  askedOrdinances, correctSchema, councilSchema, editOrdinanceSchema, enforceSchema, letterSchema, newOrdinanceSchema, proposeSchema, stepSchema, typedInput,
} from './ordinance.schema.ts'
import {
  attachToOrdinance, beginInterim, cancelOrdinance, correctReport, createOrdinance, detachFromOrdinance, editOrdinance, enforceOrdinance, findRiders, getOrdinance, ordinanceKey, proposeOrdinance,
  recordCouncil, recordReport, recordSupervisor, returnOrdinance,
} from './ordinance.service.ts'
import { knowsStep, rulesOf, specialDesk, type Ordinance, type OrdinanceDesk, type OrdinanceKind, type OrdinanceState } from './ordinance.ts'
import { blankInput, formPage, inputOf, listPage, showPage } from './ordinance.view.ts'

const views = { list: 'documents/list', form: 'budget/ordinance/form', show: 'budget/ordinance/show' } as const

/** The list of a desk that shares it with no other kind of document. */
export function ordinanceListRoute(desk: OrdinanceDesk): Route {
  const { paths, leaves: { expenditures: leaf } } = desk
  return get(paths.list, `${leaf}:view`, { handle: async (read, request) => {
    const { organisationId, permissions } = read.actor
    const filter = askedOrdinances(request.query, organisationId, desk.kinds)
    const found = await findDocuments<OrdinanceState>(read, filter)
    const totals = await findTotals(read, organisationId, found.items.map(({ id }) => id))
    return page(views.list, listPage(desk, filter, {
      ...found, totals, years: await findBudgetYears(read, organisationId), mayCreate: permissions.has(`${leaf}:create`),
    }))
  }, ...(desk === specialDesk ? { under: leaf } : { menu: leaf }) })
}

/** Under the address of a desk only its own kinds are found: the rights asked there are theirs. */
export function ofDesk({ kinds }: OrdinanceDesk, routes: readonly Route[]): Route[] {
  const mustBeOwn = async (read: OfficerRead, { params }: FormRequest) => {
    if (params.id !== undefined && !await isOfKinds(read, idIn(params.id), kinds)) throw new NotFound('ordinance of another desk')
  }
  return routes.map((route) => (route.method === 'get' ? guardedGet(route, mustBeOwn) : guardedPost(route, mustBeOwn)))
}

type Guard = (read: OfficerRead, request: FormRequest) => Promise<void>

function guardedGet(route: GetRoute, guard: Guard): GetRoute {
  return { ...route, handle: async (read, request, answer) => {
    await guard(asOfficer(read), request)
    return route.handle(read, request, answer)
  } }
}

function guardedPost(route: PostRoute, guard: Guard): PostRoute {
  return { ...route, handle: async (work, request, answer) => {
    await guard(asOfficer(work), request)
    return route.handle(work, request, answer)
  } }
}

export function ordinanceDeskRoutes(desk: OrdinanceDesk): Route[] {
  const { paths, lifecycle, leaves: { expenditures: leaf } } = desk
  const form = (read: OfficerRead, request: FormRequest, errors?: FieldErrors) => showForm(read, { desk, request, errors })
  const show = (read: OfficerRead, request: FormRequest, errors: FieldErrors = {}) => showOrdinance(read, { desk, request, errors })
  const ask = (step: AskedStepName) => (read: OfficerRead, request: FormRequest, errors: FieldErrors) => askStep(read, { desk, request, errors, step })
  return [
    get(paths.new, `${leaf}:create`, (read, request) => form(read, request)),
    post(paths.new, `${leaf}:create`, {
      handle: async (work, request) => redirect(paths.show(await createOrdinance(work, readForm(newOrdinanceSchema(desk.kinds), request))), text.saved),
      again: (read, request, refusal) => form(read, request, refusal.errors),
    }),

    get(paths.editRoute, `${leaf}:edit`, (read, request) => form(read, request)),
    post(paths.editRoute, `${leaf}:edit`, {
      handle: async (work, request) => {
        const id = idIn(request.params.id)
        await editOrdinance(work, id, readForm(editOrdinanceSchema, request))
        return redirect(paths.show(id), text.saved)
      },
      again: (read, request, refusal) => form(read, request, refusal.errors),
    }),

    get(paths.showRoute, `${leaf}:view`, (read, request) => show(read, request)),

    ...stepRoutes<string, string>({ lifecycle, paths, show, steps: stepsOf(desk, ask) }),

    ...attachRoutes({ right: `${leaf}:edit`, paths, show, attach: attachToOrdinance, detach: detachFromOrdinance }),
  ]
}

type Asking = (step: AskedStepName) => (read: OfficerRead, request: FormRequest, errors: FieldErrors) => Promise<ConfirmPage>

/** Those its kinds know. */
function stepsOf({ kinds }: OrdinanceDesk, ask: Asking): Readonly<Record<string, Step>> {
  const all: Readonly<Record<OrdinanceStep, Step>> = {
    propose: confirmed(withForm(proposeSchema, proposeOrdinance, text.done.propose), ask('propose')),
    begin: confirmed(withForm(stepSchema, beginInterim, text.done.begin), ask('begin')),
    council: confirmed(withForm(councilSchema, recordCouncil, text.done.council), ask('council')),
    supervise: confirmed(withForm(letterSchema, recordSupervisor, text.done.supervise), ask('supervise')),
    enforce: confirmed(withForm(enforceSchema, enforceOrdinance, text.done.enforce), ask('enforce')),
    report: confirmed(withForm(letterSchema, recordReport, text.done.report), ask('report')),
    correct: confirmed(withForm(correctSchema, correctReport, text.done.correct), ask('correct')),
    return: withReason(returnOrdinance, text.done.return),
    cancel: confirmed(withVersion(cancelOrdinance, text.done.cancel), ask('cancel')),
  }
  return Object.fromEntries(kinds.flatMap((kind) => rulesOf({ kind }).steps).map((name) => [name, all[name]]))
}

interface Asked {
  readonly desk: OrdinanceDesk
  readonly request: FormRequest
  readonly errors?: FieldErrors | undefined
}

async function showForm(read: OfficerRead, { desk, request, errors }: Asked): Promise<Reply> {
  const ordinance = request.params.id === undefined ? undefined : await getDraft(read, { desk, request })
  const kind = kindIn(desk, ordinance?.kind ?? (typed(request, 'kind') || request.query.kind))
  const thisYear = fiscalYearOf(read.today)
  const asked = request.query.year === undefined ? undefined : yearIn(request.query, read.today)
  const hasThisYears = kind === 'annual' && (await findStanding(read, [kind], thisYear)).length > 0
  const start = ordinance ? inputOf(ordinance) : blankInput({ formKey: randomUUID(), kind, year: asked ?? (hasThisYears ? thisYear + 1 : thisYear) })
  const given = typedInput(request, kind)
  // A draft kept while nobody was signed in knows no version: it is taken up at the present one.
  const input = Object.keys(request.body).length > 0 ? { ...given, formKey: given.formKey || start.formKey, version: given.version || start.version } : start
  return page(views.form, formPage(input, {
    desk, kind, ordinance, years: [thisYear + 1, thisYear, thisYear - 1], enterprises: kind === 'special' ? await findEnterprises(read, { activeOnly: true }) : [],
  }, errors))
}

function kindIn({ kinds }: OrdinanceDesk, asked: string | undefined): OrdinanceKind {
  return kinds.find((kind) => kind === asked) ?? kinds[0]
}

async function getDraft(read: OfficerRead, { desk, request }: Asked): Promise<Ordinance> {
  const ordinance = await getOrdinance(read, idIn(request.params.id), desk.kinds)
  if (!desk.lifecycle.allows(read.actor, ordinance).includes('edit')) throw new NotFound('draft of an ordinance')
  return ordinance
}

async function showOrdinance(read: OfficerRead, { desk, request, errors }: Asked): Promise<Reply> {
  const ordinance = await getOrdinance(read, idIn(request.params.id), desk.kinds)
  const rulebook = await rulebookOf(read, ordinance)
  const { organisationId } = ordinance
  const specials = await findSpecials(read, ordinance)
  const riders = specials.riders.map((each) => each.ordinance)
  return page(views.show, showPage({
    ordinance, officer: read.actor, classes: rulebook.classes, findings: findingsOf({ ordinance, riders }, rulebook), specials, orphans: (await findOrphans(read, ordinance)).orphans,
    receipts: rulebook.receipts,
    deadlines: deadlinesOf(ordinance, rulebook.settings, read.today), attachments: await findAttachments(read, organisationId, ordinanceKey(ordinance)),
    trail: trailRows(await findTrail(read, organisationId, ordinanceKey(ordinance)), text.trail),
  }, errors))
}

async function askStep(read: OfficerRead, { desk, request, errors = {}, step }: Asked & { readonly step: AskedStepName }) {
  const ordinance = await getOrdinance(read, idIn(request.params.id), desk.kinds)
  if (!Object.hasOwn(desk.lifecycle.table[ordinance.state], step) || !knowsStep(ordinance, step)) throw new NotFound(`ordinance to ${step}`)
  const rulebook = await rulebookOf(read, ordinance)
  const of = (name: string) => typed(request, name)
  const isTyped = Object.keys(request.body).length > 0
  const given = step === 'correct' && !isTyped ? reportedInput(ordinance) : {
    happenedOn: of('happenedOn'), meeting: of('meeting'), letterNumber: of('letterNumber'), letterDate: of('letterDate'), note: of('note'),
    warningsSeen: of('warningsSeen'),
  }
  return stepPage(step, { ordinance, classes: rulebook.classes, findings: findingsOf({ ordinance, riders: await findRiders(read, ordinance) }, rulebook), today: read.today, typed: given, errors,
    controls: step === 'enforce' ? successorControls(await findOrphans(read, ordinance), of, errors) : [] })
}
