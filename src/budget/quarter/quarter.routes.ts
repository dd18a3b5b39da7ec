import { type OfficerRead } from '../../platform/database/work.ts'
import { type RuleBroken } from '../../platform/errors.ts'
import { typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { yearIn } from '../asked.ts'
import { findBudgetYears } from '../line/line.repository.ts'
import { reportRoutesOf } from '../report-table/report-table.routes.ts'
import { quarterPaths as paths } from '../report.paths.ts'
import { reportText } from '../report.text.ts'
import { planCommand, taskIn } from './quarter.schema.ts'
import { getPlanReport, getTaskPlan, planQuarters } from './quarter.service.ts'
import { planForm, planReport } from './quarter.view.ts'

const edit = 'budget.expest:edit'

export const quarterRoutes: readonly Route[] = [
  ...reportRoutesOf({ path: paths.list, hasFiles: true, find: async (read, { office, fiscalYear, query, most }) => {
    const mayEdit = read.actor.permissions.has(edit) && office.organisationId === read.actor.organisationId
    return planReport({ ...await getPlanReport(read, { office, fiscalYear, taskCode: taskIn(query), most }), mayEdit })
  } }),

  get(paths.edit, edit, { handle: (read, request) => showForm(read, request), under: 'budget.report' }),
  post(paths.edit, edit, { handle: async (work, request) => {
    const [fiscalYear, command] = [yearIn({ year: typed(request, 'year') }, work.today), planCommand(request)]
    await planQuarters(work, fiscalYear, command)
    return redirect(`${paths.list}?year=${fiscalYear}&task=${command.taskCode}`, reportText.quarter.saved)
  }, again: (read, request, refusal) => showForm(read, request, refusal) }),
]

/** After a refusal, and for a draft kept by the idle warning, what was typed stands in the boxes. */
async function showForm(read: OfficerRead, request: FormRequest, refusal?: RuleBroken): Promise<Reply> {
  const isTyped = refusal !== undefined || request.query.draft === '1'
  const asked = isTyped ? { year: typed(request, 'year'), task: typed(request, 'task') } : request.query
  const fiscalYear = yearIn(asked, read.today)
  const plan = await getTaskPlan(read, fiscalYear, taskIn(asked))
  const { organisationId } = read.actor
  const given = { ...plan, fiscalYear, today: read.today, organisationId, years: await findBudgetYears(read, organisationId) }
  return page('budget/quarter/form', planForm({
    ...given, mark: (isTyped && typed(request, 'mark')) || plan.mark, typed: isTyped ? (name) => typed(request, name) : undefined,
  }, refusal?.errors ?? {}))
}
