import { versionSchema } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, rowsIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { plain } from '../employee-form/employee-form.schema.ts'
import { payRunPaths as paths } from '../pay-run.paths.ts'
import { payRunText } from '../pay-run.text.ts'
import { getRun } from '../pay-run/pay-run.repository.ts'
import { adjustTyped, findKnownForAdjustment } from './pay-run-adjust.service.ts'
import { type TypedAdjustment } from './pay-run-adjust.ts'
import { adjustPage } from './pay-run-adjust.view.ts'

const right = 'expense.payroll:edit'

export const payRunAdjustRoutes: readonly Route[] = [
  get(paths.adjustRoute, right, (read, request) => showForm(read, request)),
  post(paths.adjustRoute, right, { handle: async (work, request) => {
    if (typed(request, 'moreLines') !== '') return showForm(work, request)
    const id = idIn(request.params.id)
    await adjustTyped(work, id, { rows: rowsOf(request), version: readForm(versionSchema, request).version })
    return redirect(paths.show(id), payRunText.done.adjusted)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
]

function rowsOf(request: FormRequest): TypedAdjustment[] {
  return rowsIn(request.body, 'lines').map((cells) => {
    const cell = (name: string) => plain(cells[name] ?? '')
    return { person: cell('person'), item: cell('item'), detail: cell('detail'), amount: cell('amount') }
  })
}

/** Only a draft is adjusted. */
async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const run = await getRun(read, read.actor.organisationId, idIn(request.params.id))
  if (run.state !== 'draft') throw new NotFound('draft of a run')
  const rows = rowsOf(request)
  return page('documents/line-form', adjustPage({
    run, rows, version: typed(request, 'version') || String(run.version), known: await findKnownForAdjustment(read, run, rows), isMore: typed(request, 'moreLines') !== '',
  }, errors))
}
