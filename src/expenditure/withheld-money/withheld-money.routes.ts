import { exportRoutes, getOffice } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addMonths } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { claimPaths } from '../expenditure.paths.ts'
import { monthOf, readMonth } from '../month/month.ts'
import { withheldPaths as paths } from '../payroll.paths.ts'
import { withheldText as text } from '../withheld.text.ts'
import { findWithheld } from './withheld-money.repository.ts'
import { claimWithheld } from './withheld-money.service.ts'
import { exportTable, withheldPage } from './withheld-money.view.ts'

const rights = { view: 'expense.payroll:view', print: 'expense.payroll:print', claim: 'expense.voucherreq:create' } as const

export const withheldMoneyRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: (read, request) => show(read, request), under: 'expense.payroll' }),
  ...exportRoutes(paths.list, rights.print, async (read, request) => {
    const month = monthIn(read, request)
    return exportTable({ rows: await findWithheld(read, month), month, office: (await getOffice(read, read.actor.organisationId)).name })
  }),
  post(paths.claimRoute, rights.claim, {
    handle: async (work, request) => redirect(claimPaths.show(await claimWithheld(work, idIn(request.params.id))), text.done),
    again: (read, request, { errors }) => show(read, request, errors),
  }),
]

/** The month before, unless another is asked for: what is due is of the month that is over. */
function monthIn(read: OfficerRead, { query }: FormRequest) {
  return readMonth(query.month ?? '') ?? addMonths(monthOf(read.today), -1)
}

async function show(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const month = monthIn(read, request)
  return page('documents/list', withheldPage({ rows: await findWithheld(read, month), month, officer: read.actor }, errors))
}
