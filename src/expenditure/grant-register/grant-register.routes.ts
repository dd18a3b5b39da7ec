import { documentHref } from '../../budget/index.ts'
import { findOffices, getOffice, reportRoutes, type Report } from '../../documents/index.ts'
import { accountsOfRoles } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { grantRegisterPaths, reportPaths } from '../expenditure.paths.ts'
import { reportText } from '../report.text.ts'
import { findGrants, sumAdvances } from './grant-register.repository.ts'
import { askedGrants } from './grant-register.schema.ts'
import { grantsReport } from './grant-register.view.ts'

export const grantRegisterRoutes: readonly Route[] = reportRoutes({
  path: grantRegisterPaths.list, viewRight: 'expense.report:view', printRight: 'expense.report:print', menu: { under: 'expense.report' }, index: { text: reportText.title, href: reportPaths.list }, find: findReport,
})

async function findReport(read: OfficerRead, query: FormRequest['query'], most: number): Promise<Report> {
  const own = read.actor.organisationId
  const office = await getOffice(read, organisationIn(query, own))
  const asked = askedGrants(query, read.today)
  const wanted = { organisationId: office.organisationId, day: asked.day, advance: (await accountsOfRoles(read, fiscalYearOf(asked.day)))['grant-advance'] ?? '' }
  return grantsReport({
    asked, office, own, most, offices: await findOffices(read), grants: await findGrants(read, { ...wanted, search: asked.search }), ledger: asked.search === '' ? await sumAdvances(read, wanted) : undefined,
    noticePath: (id) => (read.actor.permissions.has('budget.supplementary:view') ? documentHref({ kind: 'budget-grant', id }) : undefined),
  })
}
