import { findOffices, type Office } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { baseText } from '../base.text.ts'
import { basePaths as paths } from '../budget.paths.ts'
import { findEnterprises } from './enterprise.repository.ts'
import { editEnterpriseSchema, newEnterpriseSchema } from './enterprise.schema.ts'
import { correctEnterprise, createEnterprise, getEnterprise } from './enterprise.service.ts'
import { formPage, inputOf, listPage, type EnterpriseInput } from './enterprise.view.ts'

const rights = { view: 'budget.base:view', create: 'budget.base:create', edit: 'budget.base:edit' } as const
const views = { list: 'budget/enterprise/list', form: 'documents/short-form' } as const

export const enterpriseRoutes: readonly Route[] = [
  get(paths.enterprises, rights.view, async (read) => {
    const may = { create: read.actor.permissions.has(rights.create), edit: read.actor.permissions.has(rights.edit) }
    return page(views.list, listPage(await findEnterprises(read, { activeOnly: false }), { offices: await findOffices(read), may }))
  }),

  get(paths.enterpriseNew, rights.create, async (read, request) => page(views.form, formPage({ input: typedIn(request), offices: await below(read) }))),
  post(paths.enterpriseNew, rights.create, { handle: async (work, request) => {
    await createEnterprise(work, readForm(newEnterpriseSchema, request))
    return redirect(paths.enterprises, baseText.enterprises.created)
  }, again: async (read, request, refusal) => (
    page(views.form, formPage({ input: typedIn(request), offices: await below(read) }, refusal.errors))) }),

  get(paths.enterpriseEditRoute, rights.edit, async (read, request) => {
    const enterprise = await getEnterprise(read, idIn(request.params.id))
    const input = request.query.draft === '1' ? typedIn(request) : inputOf(enterprise)
    return page(views.form, formPage({ id: enterprise.id, input, offices: await below(read) }))
  }),
  post(paths.enterpriseEditRoute, rights.edit, { handle: async (work, request) => {
    await correctEnterprise(work, idIn(request.params.id), readForm(editEnterpriseSchema, request))
    return redirect(paths.enterprises, baseText.enterprises.saved)
  }, again: async (read, request, refusal) => {
    const { id } = await getEnterprise(read, idIn(request.params.id))
    return page(views.form, formPage({ id, input: typedIn(request), offices: await below(read) }, refusal.errors))
  } }),
]

async function below(read: OfficerRead): Promise<Office[]> {
  return (await findOffices(read)).filter((office) => office.organisationId !== read.actor.organisationId)
}

function typedIn(request: FormRequest): EnterpriseInput {
  return { name: typed(request, 'name'), subUnitId: typed(request, 'subUnitId'), isActive: typed(request, 'isActive'), version: typed(request, 'version') }
}
