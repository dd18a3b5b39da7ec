import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound } from '../../platform/errors.ts'
import { download, page } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { thaiBytes } from '../../platform/thai-bytes.ts'
import { withholdingPaths as paths } from '../payment.paths.ts'
import { ofMonth } from '../tax-remittance/tax-remittance.routes.ts'
import { findYearPeople, sumBookedOfYear } from '../tax-year/tax-year.repository.ts'
import { daysOfTaxYear, taxYearIn } from '../tax-year/tax-year.ts'
import { withholdingText } from '../withholding.text.ts'
import { findAddressParts } from './tax-file.repository.ts'
import { encodings, fileRowOf, layoutOf, yearRowOf } from './tax-file.ts'
import { filePage, linesOf, nameOf, noticesOf, type FoundFile } from './tax-file.view.ts'

const rights = { view: 'expense.pay:view', print: 'expense.pay:print' } as const
const { monthly, yearly } = withholdingText.certificate

export const taxFileRoutes: readonly Route[] = [
  get(paths.file, rights.view, { handle: async (read, request) => page('expenditure/tax-file/show', filePage(await fileAsked(read, request), read.actor.permissions.has(rights.print))), under: 'expense.pay' }),
  get(paths.fileText, rights.print, async (read, request) => {
    const found = await fileAsked(read, request)
    const encoding = encodings.find((each) => each === request.query.encoding) ?? encodings[0]
    if (noticesOf(found, encoding).length > 0) return page('expenditure/tax-file/show', filePage(found, true), { status: 422 })
    const lines = linesOf(found)
    return download(`${nameOf(found)}.txt`, `text/plain; charset=${encoding}`, encoding === 'utf-8' ? lines : thaiBytes(lines))
  }),
]

/** A year's, or a month's by its form; without a form that of pay. */
function fileAsked(read: OfficerRead, { query }: Pick<FormRequest, 'query'>): Promise<FoundFile> {
  return query.form === yearly ? ofYear(read, query.taxYear) : ofForm(read, query)
}

async function ofForm(read: OfficerRead, query: FormRequest['query']): Promise<FoundFile> {
  const { returns, month, from } = await ofMonth(read, query.month)
  const form = query.form ?? monthly
  if (layoutOf(form) === undefined) throw new NotFound('return with a file')
  const found = returns.find((each) => each.form === form)
  if (found === undefined) throw new NotFound('return of the month')
  const parts = await findAddressParts(read, read.actor.organisationId, from)
  const [number = '', year = ''] = month.typed.split('/')
  return {
    form, office: read.actor.organisationName, period: month.name, stamp: `${year}${number}`, rows: found.rows.map((row) => fileRowOf(row, parts.get(row.id))), booked: found.booked,
    asked: { form, month: month.typed }, backHref: `${paths.returns}?${new URLSearchParams({ month: month.typed })}`,
  }
}

async function ofYear(read: OfficerRead, asked: string | undefined): Promise<FoundFile> {
  const [year, { organisationId, organisationName: office }] = [taxYearIn(asked, read.today), read.actor]
  const days = daysOfTaxYear(year)
  const people = await findYearPeople(read, { organisationId, days, form: monthly })
  return {
    form: yearly, office, period: withholdingText.yearly.ofYear(String(year)), stamp: String(year), rows: people.map((person) => yearRowOf(person, days)),
    booked: await sumBookedOfYear(read, { organisationId, days, form: monthly }), asked: { form: yearly, taxYear: String(year) }, backHref: `${paths.yearly}?${new URLSearchParams({ taxYear: String(year) })}`,
  }
}
