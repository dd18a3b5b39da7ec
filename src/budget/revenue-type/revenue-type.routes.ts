import { reportRoutes } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { manyIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { baseText } from '../base.text.ts'
import { basePaths as paths } from '../budget.paths.ts'
import { findTypesInUse } from './revenue-type.repository.ts'
import { chooseTypes, findRevenueTypes } from './revenue-type.service.ts'
import { versionOf } from './revenue-type.ts'
import { typesForm, typesReport } from './revenue-type.view.ts'

const rights = { view: 'budget.base:view', edit: 'budget.base:edit', print: 'budget.base:print' } as const

export const revenueTypeRoutes: readonly Route[] = [
  ...reportRoutes({
    path: paths.types, viewRight: rights.view, printRight: rights.print, menu: { under: 'budget.base' }, index: { text: baseText.title, href: paths.index },
    find: async (read) => typesReport({ types: await findRevenueTypes(read), chosen: await findTypesInUse(read), office: read.actor.organisationName, mayEdit: read.actor.permissions.has(rights.edit) }),
  }),
  get(paths.typesEdit, rights.edit, (read, request) => showForm(read, request)),
  post(paths.typesEdit, rights.edit, { handle: async (work, request) => {
    await chooseTypes(work, { version: typed(request, 'version'), codes: tickedIn(request.body) })
    return redirect(paths.types, baseText.types.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
]

/** 'use.412000' and the other groups. */
function tickedIn(body: FormRequest['body']): string[] {
  return Object.keys(body).filter((name) => name.startsWith('use.')).flatMap((name) => manyIn(body, name))
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const [types, chosen, version] = [await findRevenueTypes(read), await findTypesInUse(read), typed(request, 'version')]
  return page('documents/short-form', typesForm({ types, ticked: version === '' ? [...chosen] : tickedIn(request.body), version: version || versionOf(chosen) }, errors))
}
