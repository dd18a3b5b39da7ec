import { exportActions, getOffice, tableRoutes } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addMonths } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { page } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { withholdingPaths as paths } from '../payment.paths.ts'
import { withholdingText } from '../withholding.text.ts'
import { findWithholdings } from './withholding.repository.ts'
import { monthIn } from './withholding.schema.ts'
import { exportTable, monthPage } from './withholding.view.ts'

const rights = { view: 'expense.pay:view', print: 'expense.pay:print' } as const

export const withholdingRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const { rows, month } = await ofMonth(read, request)
    const mayPrint = read.actor.permissions.has(rights.print)
    const query = new URLSearchParams({ month: month.typed, organisation: organisationIn(request.query, read.actor.organisationId) })
    return page('expenditure/withholding/list', monthPage(rows, month, { mayPrint: mayPrint && organisationIn(request.query, read.actor.organisationId) === read.actor.organisationId, actions: [
      { text: withholdingText.remittance.title, href: paths.returns, kind: 'secondary' }, ...(read.actor.permissions.has('expense.pay:approve') ? [{ text: withholdingText.payer.title, href: paths.payer, kind: 'secondary' as const }] : []),
      ...exportActions(paths.list, query, mayPrint),
    ] }))
  }, under: 'expense.pay' }),
  ...tableRoutes(paths.list, rights.print, async (read, request) => {
    const { rows, month, office } = await ofMonth(read, request)
    return exportTable(rows, month, office)
  }),
]

async function ofMonth(read: OfficerRead, { query }: FormRequest) {
  const organisationId = organisationIn(query, read.actor.organisationId)
  const office = await getOffice(read, organisationId)
  const { from, month } = monthIn(query.month, read.today)
  return { rows: await findWithholdings(read, organisationId, { from, until: addMonths(from, 1) }), month, office: office.name }
}
