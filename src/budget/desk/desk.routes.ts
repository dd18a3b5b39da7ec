// The routes of a budget document, made from its desk: register, form, page, steps, attachments, print.
import {
  attachRoutes, confirmed, findAttachments, findOffices, findTrail, getOffice, printRoute, stepRoutes, trailRows, type Step,
} from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors, type RuleBroken } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { type LineTable } from '../../platform/http/components.ts'
import { typed } from '../../platform/http/form.ts'
import { page, redirect, type PageModel, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type GetRoute, type Route } from '../../platform/http/route.ts'
import { deskText } from '../desk.text.ts'
import { findDocuments } from '../document/document.repository.ts'
import { findBudgetYears } from '../line/line.repository.ts'
import { getNames } from '../settings/settings.service.ts'
import { type Names } from '../settings/settings.ts'
import { askedDesk, asksForPage, type Tabs } from './desk.schema.ts'
import { mayBeIn, rightsOf, type DeskDocument, type DeskWords } from './desk.ts'
import { listPage, namesOf, showPage, stepPage, type More, type Tab } from './desk.view.ts'

export interface FormAsked<S extends string> {
  /** The draft that is corrected. */
  readonly document: DeskDocument<S> | undefined
  readonly errors: FieldErrors
}

export interface Paper {
  readonly names: Names
  readonly organisation: string
  /** ต้นฉบับ or สำเนา. */
  readonly mark: string
}

/** A kind of document: its words, its tables, its form, its paper. */
export interface DeskPages<S extends string, N extends string> extends DeskWords<S, N> {
  linesTable(document: DeskDocument<S>, around: { readonly names: Names; readonly isLinked: boolean }): LineTable
  /** Beside the head and the buttons. */
  more?(read: OfficerRead, document: DeskDocument<S>, names: Names): Promise<More>
  readonly form: {
    form(read: OfficerRead, request: FormRequest, asked: FormAsked<S>): Promise<PageModel>
    create(work: OfficerWork, request: FormRequest): Promise<string>
    /** May give words of its own for what was saved. */
    edit(work: OfficerWork, id: string, request: FormRequest): Promise<string | void>
  }
  paper(document: DeskDocument<S>, around: Paper): PageModel
  /** Where the usual ones do not do. */
  readonly views?: { readonly form?: string; readonly show?: string; readonly paper?: string }
}

type RegisterTab = Tab & Tabs & { readonly paths: { readonly showRoute: string } }

/**
 * The register of one kind, or of several that share a leaf of the menu (`?kind=`); also under the address of each kind that is not the register's
 * own, so that the leaf stands marked on all their pages.
 */
export function registerRoutes(tabs: readonly [RegisterTab, ...RegisterTab[]], path: string, menu: string): GetRoute[] {
  const register = get(path, rightsOf(tabs[0].desk.kind).view, { handle: (read, request) => showRegister(tabs, read, request.query), menu })
  const further = tabs.map(({ desk, paths }) => ({ kind: desk.kind, address: paths.showRoute.replace('/:id', '') })).filter(({ address }) => address !== path)
  return [register, ...further.map(({ kind, address }) => get(address, rightsOf(kind).view, {
    handle: (read, request) => showRegister(tabs, read, { kind, ...request.query }), under: menu,
  }))]
}

async function showRegister(tabs: readonly [RegisterTab, ...RegisterTab[]], read: OfficerRead, query: FormRequest['query']): Promise<Reply> {
  const { tab, filter } = askedDesk(query, tabs, { own: read.actor.organisationId, today: read.today })
  await getOffice(read, filter.organisationId)
  const around = { offices: await findOffices(read), years: await findBudgetYears(read, filter.organisationId), officer: read.actor }
  return page('documents/list', listPage(tab, filter, { ...await findDocuments(read, filter), ...around, tabs }))
}

export function deskRoutes<S extends string, N extends string>(pages: DeskPages<S, N>): Route[] {
  const { desk, paths } = pages
  const rights = rightsOf(desk.kind)
  const show = (read: OfficerRead, request: FormRequest, errors: FieldErrors = {}) => showDocument(pages, read, { request, errors })
  return [
    ...formRoutes(pages),
    get(paths.showRoute, rights.view, (read, request) => show(read, request)),
    ...stepRoutes<string, string>({ lifecycle: desk.lifecycle, paths, show, steps: stepsOf(pages) }),
    ...attachRoutes({ right: rights.edit, paths, show, attach: desk.attach, detach: desk.detach }),
    paperRoute(pages),
  ]
}

function formRoutes<S extends string, N extends string>(pages: DeskPages<S, N>): Route[] {
  const { desk, paths, form } = pages
  const rights = rightsOf(desk.kind)
  const show = async (read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> => {
    const document = request.params.id === undefined ? undefined : await getDraft(pages, read, request)
    return page(pages.views?.form ?? 'budget/desk/form', await form.form(read, request, { document, errors }))
  }
  const again = (read: OfficerRead, request: FormRequest, refusal: RuleBroken) => show(read, request, refusal.errors)
  return [
    get(paths.new, rights.create, (read, request) => show(read, request)),
    post(paths.new, rights.create, { handle: async (work, request) => (
      asksForPage(request) ? show(work, request) : redirect(paths.show(await form.create(work, request)), deskText.saved)
    ), again }),
    get(paths.editRoute, rights.edit, (read, request) => show(read, request)),
    post(paths.editRoute, rights.edit, { handle: async (work, request) => {
      if (asksForPage(request)) return show(work, request)
      const id = idIn(request.params.id)
      const said = await form.edit(work, id, request)
      return redirect(paths.show(id), said ?? deskText.saved)
    }, again }),
  ]
}

async function getDraft<S extends string, N extends string>({ desk }: DeskPages<S, N>, read: OfficerRead, request: FormRequest): Promise<DeskDocument<S>> {
  const document = await desk.get(read, read.actor.organisationId, idIn(request.params.id))
  if (!desk.lifecycle.allows(read.actor, document).includes('edit')) throw new NotFound(`draft of ${desk.kind}`)
  return document
}

interface AskedPage {
  readonly request: FormRequest
  readonly errors: FieldErrors
}

async function showDocument<S extends string, N extends string>(pages: DeskPages<S, N>, read: OfficerRead, { request, errors }: AskedPage): Promise<Reply> {
  const { desk, text } = pages
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const document = await desk.get(read, organisationId, idIn(request.params.id))
  const key = desk.keyOf(document.id)
  const names = await getNames(read, organisationId, document.fiscalYear)
  return page(pages.views?.show ?? 'budget/desk/show', showPage(pages, {
    document, officer: read.actor, lines: pages.linesTable(document, { names, isLinked: true }), more: await pages.more?.(read, document, names) ?? {},
    attachments: await findAttachments(read, organisationId, key), trail: trailRows(await findTrail(read, organisationId, key), text.trail),
  }, errors))
}

function stepsOf<S extends string, N extends string>(pages: DeskPages<S, N>): Readonly<Record<string, Step>> {
  const { steps, text } = pages
  return Object.fromEntries(namesOf(steps).map((name) => {
    const { asks, take } = steps[name]
    const step = take(text.done[name])
    return [name, typeof asks === 'string' ? step : confirmed(step, (read, request, errors) => askOnce(pages, read, { request, errors, step: name }))]
  }))
}

async function askOnce<S extends string, N extends string>(
  pages: DeskPages<S, N>, read: OfficerRead, { request, errors, step }: AskedPage & { readonly step: N },
) {
  const document = await pages.desk.get(read, read.actor.organisationId, idIn(request.params.id))
  if (!mayBeIn(pages.desk, document.state, step)) throw new NotFound(`${pages.desk.kind} for ${step}`)
  return stepPage(pages, { step, document, today: read.today, typed: (name) => typed(request, name), errors })
}

function paperRoute<S extends string, N extends string>(pages: DeskPages<S, N>): Route {
  const { desk, paths } = pages
  return printRoute(paths.printRoute, rightsOf(desk.kind).print, {
    kind: desk.keyOf('').kind, view: pages.views?.paper ?? 'budget/desk/memo', find: async (read, request) => {
      const document = await desk.get(read, read.actor.organisationId, idIn(request.params.id))
      if (document.number === null) throw new NotFound(`${desk.kind} without number`)
      const names = await getNames(read, document.organisationId, document.fiscalYear)
      return { id: document.id, pageOf: (mark) => pages.paper(document, { names, organisation: read.actor.organisationName, mark }) }
    },
  })
}
