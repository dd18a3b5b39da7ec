import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors, type RuleBroken } from '../../platform/errors.ts'
import { typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findDepartments } from '../../registers/index.ts'
import { yearIn } from '../asked.ts'
import { baseText } from '../base.text.ts'
import { basePaths as paths } from '../budget.paths.ts'
import { findEnterprises } from '../enterprise/enterprise.repository.ts'
import { findTypesInUse } from '../revenue-type/revenue-type.repository.ts'
import { findRevenueTypes } from '../revenue-type/revenue-type.service.ts'
import { findClasses } from '../settings/settings.repository.ts'
import { choiceCommand, tickedIn } from './base.schema.ts'
import { chooseClasses, getPart } from './base.service.ts'
import { classesPage, classForm, indexPage } from './base.view.ts'

const rights = { view: 'budget.base:view', edit: 'budget.base:edit' } as const
const firstPart = '00100'

export const baseDataRoutes: readonly Route[] = [
  get(paths.index, rights.view, { handle: async (read, request) => {
    const classes = await findClasses(read, read.actor.organisationId, yearIn(request.query, read.today))
    const enterprises = await findEnterprises(read, { activeOnly: true })
    return page('budget/base/index', indexPage({ classes: classes.filter(({ isActive }) => isActive).length, enterprises: enterprises.length, types: (await findTypesInUse(read)).size || (await findRevenueTypes(read)).length }))
  }, menu: 'budget.base' }),

  get(paths.classes, rights.view, async (read, request) => {
    const fiscalYear = yearIn(request.query, read.today)
    const { organisationId } = read.actor
    return page('budget/base/classes', classesPage({
      classes: await findClasses(read, organisationId, fiscalYear), departments: await findDepartments(read, organisationId), fiscalYear,
      mayEdit: read.actor.permissions.has(rights.edit),
    }))
  }),

  get(paths.classesEdit, rights.edit, (read, request) => showForm(read, request)),
  post(paths.classesEdit, rights.edit, { handle: async (work, request) => {
    const command = choiceCommand(request)
    await chooseClasses(work, command)
    return redirect(`${paths.classes}?year=${command.fiscalYear}`, baseText.classes.saved)
  }, again: (read, request, refusal) => showForm(read, request, refusal) }),
]

/** After a refusal, and for a draft kept by the idle warning, what was typed stands in the boxes. */
async function showForm(read: OfficerRead, request: FormRequest, refusal?: RuleBroken): Promise<Reply> {
  const isTyped = refusal !== undefined || request.query.draft === '1'
  const asked = isTyped ? { year: typed(request, 'year'), part: typed(request, 'part') } : request.query
  const fiscalYear = yearIn(asked, read.today)
  const found = await getPart(read, fiscalYear, asked.part || firstPart)
  const errors: FieldErrors = refusal?.errors ?? {}
  return page('budget/base/classes-form', classForm({
    ...found, fiscalYear, departments: await findDepartments(read, read.actor.organisationId),
    typed: isTyped ? { version: typed(request, 'version'), active: tickedIn(request.body), departmentOf: (code) => typed(request, `department.${code}`) } : undefined,
  }, errors))
}
