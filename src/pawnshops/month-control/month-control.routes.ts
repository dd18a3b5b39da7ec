import { randomUUID } from 'node:crypto'
import { findTrail, printRoute, reportRoutes, stepRoutes, trailRows, withReason, withVersion, type Report } from '../../documents/index.ts'
import { findFiscalYears, signsAlone, yearIn } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { monthControlText as text } from '../month-control.text.ts'
import { bookPaths, controlPaths as paths } from '../pawnshops.paths.ts'
import { pawnshopsText } from '../pawnshops.text.ts'
import { findBand, findControls, getControl } from './month-control.repository.ts'
import { editControlSchema, monthsOver, newControlSchema } from './month-control.schema.ts'
import { createControl, editControl, findMonthFigures, reopenControl, signControl, submitControl, turnControl } from './month-control.service.ts'
import { controlKind as kind, controlLifecycle, type MonthControl } from './month-control.ts'
import { blankInput, controlReport, formPage, inputOf, printPage, showPage } from './month-control.view.ts'

const rights = { view: 'expense.pawn:view', create: 'expense.pawn:create', edit: 'expense.pawn:edit', print: 'expense.pawn:print' } as const
const views = { form: 'documents/form', show: 'pawnshops/shared/show', print: 'documents/summary-sheet' } as const

export const monthControlRoutes: readonly Route[] = [
  ...reportRoutes({
    path: paths.list, viewRight: rights.view, printRight: rights.print, menu: { under: 'expense.pawn' },
    index: { text: pawnshopsText.books.pledge.listTitle, href: bookPaths.pledge.list }, find: findReport,
  }),

  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    const id = await createControl(work, readForm(newControlSchema, request))
    return redirect(paths.show(id), text.done.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  get(paths.showRoute, rights.view, (read, request) => showControl(read, request)),
  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    const id = idIn(request.params.id)
    await editControl(work, id, readForm(editControlSchema, request))
    return redirect(paths.show(id), text.done.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  ...stepRoutes({ lifecycle: controlLifecycle, paths, show: showControl, steps: {
    submit: withVersion(submitControl, text.done.submit), sign: withVersion(signControl, text.done.sign),
    withdraw: withVersion((work, id, version) => turnControl('withdraw')(work, id, { version }), text.done.withdraw),
    cancel: withVersion((work, id, version) => turnControl('cancel')(work, id, { version }), text.done.cancel),
    return: withReason(turnControl('return'), text.done.return), reopen: withReason(reopenControl, text.done.reopen),
  } }),

  printRoute(paths.printRoute, rights.print, { kind, view: views.print, find: async (read, request) => {
    const control = await getOwn(read, request)
    if (control.state === 'cancelled') throw new NotFound('monthly control to print')
    const shown = { control, ...await findShown(read, control) }
    return { id: control.id, pageOf: (mark) => printPage(shown, mark) }
  } }),
]

async function findReport(read: OfficerRead, query: FormRequest['query']): Promise<Report> {
  const year = yearIn(query, read.today)
  return controlReport({
    items: await findControls(read, year), year, years: await findFiscalYears(read, read.actor.organisationId), office: read.actor.organisationName, mayCreate: read.actor.permissions.has(rights.create),
  })
}

function getOwn(read: OfficerRead, request: FormRequest): Promise<MonthControl> {
  return getControl(read, read.actor.organisationId, idIn(request.params.id))
}

async function findShown(read: OfficerRead, { organisationId, documentDate }: MonthControl) {
  return { figures: await findMonthFigures(read, organisationId, documentDate), band: await findBand(read, documentDate) }
}

async function showControl(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const control = await getOwn(read, request)
  const trail = trailRows(await findTrail(read, control.organisationId, { kind, id: control.id }), text.trail)
  return page(views.show, showPage({ control, ...await findShown(read, control), officer: read.actor, isAlone: await signsAlone(read, control), trail }, errors))
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const control = request.params.id === undefined ? undefined : await getOwn(read, request)
  if (control && (control.state !== 'draft' || control.authorId !== read.actor.userId)) throw new NotFound('draft of a monthly control')
  const months = monthsOver(read.today)
  const start = control ? inputOf(control) : blankInput(randomUUID(), months[0] ?? read.today)
  const of = (name: keyof typeof start) => typed(request, name)
  const input = Object.keys(request.body).length === 0 ? start : {
    month: of('month'), counted: of('counted'), openTickets: of('openTickets'), openCount: of('openCount'), forfeited: of('forfeited'), reason: of('reason'), formKey: of('formKey') || start.formKey,
    version: of('version') || start.version,
  }
  return page(views.form, formPage(input, { control, months }, errors))
}
