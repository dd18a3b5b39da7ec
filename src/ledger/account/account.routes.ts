import { idIn } from '../../platform/http/asked.ts'
import { page } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { monthIn } from '../asked.ts'
import { ledgerPaths as paths } from '../ledger.paths.ts'
import { findFiscalYears } from '../period/period.repository.ts'
import { receiptTypes } from '../voucher/voucher.schema.ts'
import { getAccountPage } from './account.service.ts'
import { type AccountLine, type AccountQuery } from './account.ts'
import { showPage } from './account.view.ts'

export const accountRoutes: readonly Route[] = [
  get(paths.accountRoute, 'account.report:view', async (read, request) => {
    const shown = await getAccountPage(read, askedAccount(request, read.today))
    const opensReceipts = read.actor.permissions.has('revenue.voucher:view')
    const mayOpen = (line: AccountLine) => opensReceipts && receiptTypes.some((type) => type === line.voucherType)
    return page('ledger/account/show', showPage(shown, { mayOpen, years: await findFiscalYears(read, shown.query.organisationId) }))
  }),
]

function askedAccount({ params, query }: FormRequest, today: CalendarDate): AccountQuery {
  const after = /^[0-9]{1,9}$/.test(query.after ?? '') ? Number(query.after) : 0
  return { organisationId: idIn(params.organisation), code: params.code ?? '', ...monthIn(query, today), after }
}
