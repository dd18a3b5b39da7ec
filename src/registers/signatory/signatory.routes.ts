import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { signatoryPaths as paths } from '../registers.paths.ts'
import { registersText } from '../registers.text.ts'
import { findSignatories } from './signatory.repository.ts'
import { editSignatorySchema, newSignatorySchema } from './signatory.schema.ts'
import { correctSignatory, createSignatory, getSignatory } from './signatory.service.ts'
import { formPage, inputNames, inputOf, listPage, type SignatoryInput } from './signatory.view.ts'

const text = registersText.signatory
/** Heads of finance of every kind of office decide on bank accounts, and so on who signs for them. */
const rights = { view: 'admin.db.local.bank:view', edit: 'admin.db.local.bank:approve' } as const
const views = { list: 'registers/signatory/list', form: 'documents/short-form' } as const

export const signatoryRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read) => (
    page(views.list, listPage(await findSignatories(read), read.actor.permissions.has(rights.edit)))
  ), under: 'admin.db.local.bank' }),

  get(paths.new, rights.edit, async (_read, request) => page(views.form, formPage(undefined, typedIn(request)))),
  post(paths.new, rights.edit, { handle: async (work, request) => {
    await createSignatory(work, readForm(newSignatorySchema, request))
    return redirect(paths.list, text.created)
  }, again: async (_read, request, refusal) => page(views.form, formPage(undefined, typedIn(request), refusal.errors)) }),

  get(paths.editRoute, rights.edit, async (read, request) => {
    const signatory = await getSignatory(read, idIn(request.params.id))
    return page(views.form, formPage(signatory.id, inputOf(signatory)))
  }),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    await correctSignatory(work, idIn(request.params.id), readForm(editSignatorySchema, request))
    return redirect(paths.list, text.saved)
  }, again: async (read, request, refusal) => {
    const { id } = await getSignatory(read, idIn(request.params.id))
    return page(views.form, formPage(id, typedIn(request), refusal.errors))
  } }),
]

function typedIn(request: FormRequest): SignatoryInput {
  const blank: SignatoryInput = { role: '', name: '', position: '', actingFor: '', orderNumber: '', validFrom: '', validUntil: '', version: '' }
  return { ...blank, ...Object.fromEntries(inputNames.map((name) => [name, typed(request, name)])) }
}
