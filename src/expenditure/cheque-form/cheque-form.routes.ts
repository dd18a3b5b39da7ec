import { findTrail, trailRows } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, printPage, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { chequePaperText as text } from '../cheque-paper.text.ts'
import { testPaper } from '../cheque-paper/cheque-paper.view.ts'
import { chequeFormPaths as paths } from '../payment.paths.ts'
import { findForm, findFormTargets } from './cheque-form.repository.ts'
import { formSettingsSchema, placesIn } from './cheque-form.schema.ts'
import { getTarget, keepForm } from './cheque-form.service.ts'
import { chequeFormSource } from './cheque-form.ts'
import { formPage, formsPage, inputOf, type FormInput } from './cheque-form.view.ts'

const rights = { view: 'expense.pay:view', edit: 'expense.pay:edit', print: 'expense.pay:print' } as const

export const chequeFormRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read) => {
    const { permissions } = read.actor
    return page('documents/table', formsPage(await findFormTargets(read), { edit: permissions.has(rights.edit), print: permissions.has(rights.print) }))
  }, under: 'expense.pay' }),
  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    const settings = readForm(formSettingsSchema, request)
    const { key, kind } = await getTarget(work, request.params.id ?? '')
    await keepForm(work, { ...settings, key, places: placesIn(request, { kind, paper: settings.paper }) })
    return redirect(paths.edit(key), text.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.testRoute, rights.print, async (read, { params }) => {
    const target = await getTarget(read, params.id ?? '')
    return printPage('expenditure/cheque-paper/print', testPaper(await findForm(read, target), read.today, paths.list))
  }),
]

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const isTyped = Object.keys(request.body).length > 0
  const target = await getTarget(read, request.params.id ?? '')
  const form = await findForm(read, target)
  const trail = form.id === null ? [] : await findTrail(read, read.actor.organisationId, { kind: chequeFormSource, id: form.id })
  return page('expenditure/cheque-form/form', formPage({ target, input: isTyped ? typedInput(request) : inputOf(form), trail: trailRows(trail, text.trail) }, errors))
}

function typedInput(request: FormRequest): FormInput {
  const of = (name: string) => typed(request, name)
  return { version: of('version'), paper: of('paper'), shiftX: of('shiftX'), shiftY: of('shiftY'), places: rowsIn(request.body, 'places') }
}
