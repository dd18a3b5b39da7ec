import { type OfficerRead } from '../../platform/database/work.ts'
import { type RuleBroken } from '../../platform/errors.ts'
import { typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { yearIn } from '../asked.ts'
import { findBudgetYears } from '../line/line.repository.ts'
import { reportPaths, variancePaths as paths } from '../report.paths.ts'
import { reportText } from '../report.text.ts'
import { typedReasons } from './variance.schema.ts'
import { explainDifferences, getDifferences } from './variance.service.ts'
import { reasonForm } from './variance.view.ts'

const edit = 'budget.expest:edit'

export const varianceRoutes: readonly Route[] = [
  get(paths.edit, edit, { handle: (read, request) => showForm(read, request), under: 'budget.report' }),
  post(paths.edit, edit, { handle: async (work, request) => {
    const fiscalYear = yearIn({ year: typed(request, 'year') }, work.today)
    await explainDifferences(work, fiscalYear, typedReasons(request))
    return redirect(`${reportPaths.actual}?year=${fiscalYear}`, reportText.variance.saved)
  }, again: (read, request, refusal) => showForm(read, request, refusal) }),
]

/** After a refusal, and for a draft kept by the idle warning, what was typed stands in the boxes. */
async function showForm(read: OfficerRead, request: FormRequest, refusal?: RuleBroken): Promise<Reply> {
  const isTyped = refusal !== undefined || request.query.draft === '1'
  const fiscalYear = yearIn(isTyped ? { year: typed(request, 'year') } : request.query, read.today)
  const { organisationId } = read.actor
  const given = { ...await getDifferences(read, fiscalYear), fiscalYear, organisationId, years: await findBudgetYears(read, organisationId) }
  return page('budget/variance/form', reasonForm({ ...given, typed: isTyped ? (name) => typed(request, name) : undefined }, refusal?.errors ?? {}))
}
