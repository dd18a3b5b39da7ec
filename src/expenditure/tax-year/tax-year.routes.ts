import { findOffices, getOffice, reportRoutes, type Report } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { printPage } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { withholdingPaths as paths } from '../payment.paths.ts'
import { yearCoverPaper } from '../tax-cover/tax-cover.view.ts'
import { findTaxPayer } from '../tax-payer/tax-payer.repository.ts'
import { withholdingText } from '../withholding.text.ts'
import { findYearPeople, sumBookedOfYear } from './tax-year.repository.ts'
import { daysOfTaxYear, taxYearIn } from './tax-year.ts'
import { yearReport } from './tax-year.view.ts'

export const taxYearRoutes: readonly Route[] = [
  ...reportRoutes({
    path: paths.yearly, viewRight: 'expense.pay:view', printRight: 'expense.pay:print', menu: { under: 'expense.pay' },
    index: { text: withholdingText.remittance.title, href: paths.returns }, find: findReport,
  }),
  get(paths.yearlyCover, 'expense.pay:print', async (read, { query }) => {
    const { organisationId, organisationName: office } = read.actor
    const year = taxYearIn(query.taxYear, read.today)
    return printPage('documents/summary-sheet', yearCoverPaper({ year, office, people: await findYearPeople(read, askedOf(organisationId, year)), payer: await findTaxPayer(read, organisationId) }))
  }),
]

const askedOf = (organisationId: string, year: number) => ({ organisationId, days: daysOfTaxYear(year), form: withholdingText.certificate.monthly })

async function findReport(read: OfficerRead, query: FormRequest['query'], most: number): Promise<Report> {
  const office = await getOffice(read, organisationIn(query, read.actor.organisationId))
  const year = taxYearIn(query.taxYear, read.today)
  const asked = askedOf(office.organisationId, year)
  return yearReport({
    office, year, most, offices: await findOffices(read), people: await findYearPeople(read, asked), booked: await sumBookedOfYear(read, asked),
    isOwn: office.organisationId === read.actor.organisationId && read.actor.permissions.has('expense.pay:print'),
    from: /^[0-9]{1,6}$/.test(query.after ?? '') ? Number(query.after) : 0,
  })
}
