import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { departmentPaths as paths } from '../registers.paths.ts'
import { registersText } from '../registers.text.ts'
import { findDepartments } from './department.repository.ts'
import { editDepartmentSchema, newDepartmentSchema } from './department.schema.ts'
import { correctDepartment, createDepartment, getDepartment } from './department.service.ts'
import { emptyInput, formPage, inputOf, listPage, type DepartmentInput } from './department.view.ts'

const text = registersText.department
const rights = { view: 'admin.db.local.dept:view', create: 'admin.db.local.dept:create', edit: 'admin.db.local.dept:edit' } as const
const views = { list: 'registers/department/list', form: 'documents/short-form' } as const

export const departmentRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read) => {
    const may = { create: read.actor.permissions.has(rights.create), edit: read.actor.permissions.has(rights.edit) }
    return page(views.list, listPage(await findDepartments(read, read.actor.organisationId), may))
  }, menu: 'admin.db.local.dept' }),

  get(paths.new, rights.create, async (_read, request) => page(views.form, formPage(undefined, { ...emptyInput, ...typedIn(request) }))),
  post(paths.new, rights.create, { handle: async (work, request) => {
    await createDepartment(work, readForm(newDepartmentSchema, request))
    return redirect(paths.list, text.created)
  }, again: async (_read, request, refusal) => page(views.form, formPage(undefined, typedIn(request), refusal.errors)) }),

  get(paths.editRoute, rights.edit, async (read, request) => {
    const department = await getDepartment(read, idIn(request.params.id))
    return page(views.form, formPage(department.id, request.query.draft === '1' ? typedIn(request) : inputOf(department)))
  }),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    await correctDepartment(work, idIn(request.params.id), readForm(editDepartmentSchema, request))
    return redirect(paths.list, text.saved)
  }, again: async (read, request, refusal) => {
    const { id } = await getDepartment(read, idIn(request.params.id))
    return page(views.form, formPage(id, typedIn(request), refusal.errors))
  } }),
]

function typedIn(request: FormRequest): DepartmentInput {
  return { name: typed(request, 'name'), isActive: typed(request, 'isActive'), version: typed(request, 'version') }
}
