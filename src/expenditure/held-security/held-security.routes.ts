import { findOffices, getOffice, reportRoutes, type Report } from '../../documents/index.ts'
import { accountOf, accountsOfRoles } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { guaranteeText } from '../guarantee.text.ts'
import { guaranteePaths, heldSecurityPaths as paths } from '../procurement.paths.ts'
import { getProcurementRules } from '../procurement-rules/procurement-rules.repository.ts'
import { findHeld } from './held-security.repository.ts'
import { heldReport, shownNames } from './held-security.view.ts'

const leaf = 'expense.guarantee'

export const heldSecurityRoutes: readonly Route[] = reportRoutes({
  path: paths.list, viewRight: `${leaf}:view`, printRight: `${leaf}:print`, menu: { under: leaf }, index: { text: guaranteeText.registerTitle, href: guaranteePaths.list }, find: findReport,
})

async function findReport(read: OfficerRead, query: FormRequest['query'], most: number): Promise<Report> {
  const office = await getOffice(read, organisationIn(query, read.actor.organisationId))
  const [shown, search] = [shownNames.find((name) => name === query.shown) ?? 'held', normalizeThai(query.search ?? '').slice(0, 100)]
  const roles = await accountsOfRoles(read, fiscalYearOf(read.today))
  return heldReport({
    office, offices: await findOffices(read), asked: { shown, search }, today: read.today, most, from: /^[0-9]{1,6}$/.test(query.after ?? '') ? Number(query.after) : 0,
    rows: await findHeld(read, { organisationId: office.organisationId, search, isAll: shown === 'all', security: accountOf(roles, 'security-held'), retention: accountOf(roles, 'retention-held') }),
    returnDays: (await getProcurementRules(read, read.today)).number('security-return-days'),
    mayOpen: office.organisationId === read.actor.organisationId,
  })
}
