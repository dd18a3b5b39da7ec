import { findOffices, getOffice, reportRoutes, type Report } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { withholdingPaths as paths } from '../payment.paths.ts'
import { withholdingText } from '../withholding.text.ts'
import { findYearPeople, sumBookedOfYear } from './tax-year.repository.ts'
import { daysOfTaxYear, taxYearIn } from './tax-year.ts'
import { yearReport } from './tax-year.view.ts'

export const taxYearRoutes: readonly Route[] = reportRoutes({
  path: paths.yearly, viewRight: 'expense.pay:view', printRight: 'expense.pay:print', menu: { under: 'expense.pay' },
  index: { text: withholdingText.remittance.title, href: paths.returns }, find: findReport,
})

async function findReport(read: OfficerRead, query: FormRequest['query'], most: number): Promise<Report> {
  const office = await getOffice(read, organisationIn(query, read.actor.organisationId))
  const year = taxYearIn(query.taxYear, read.today)
  const asked = { organisationId: office.organisationId, days: daysOfTaxYear(year), form: withholdingText.certificate.monthly }
  return yearReport({
    office, year, most, offices: await findOffices(read), people: await findYearPeople(read, asked), booked: await sumBookedOfYear(read, asked),
    from: /^[0-9]{1,6}$/.test(query.after ?? '') ? Number(query.after) : 0,
  })
}
