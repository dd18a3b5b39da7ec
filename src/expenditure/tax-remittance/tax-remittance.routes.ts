import { exportRoutes } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { typed, readForm } from '../../platform/http/form.ts'
import { page, printPage, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findDepartments } from '../../registers/index.ts'
import { getClaim } from '../claim/claim.repository.ts'
import { findWithholdingRules } from '../deduction/deduction.repository.ts'
import { claimPaths } from '../expenditure.paths.ts'
import { getPaymentSetting } from '../payee-account/payee-account.repository.ts'
import { withholdingPaths as paths } from '../payment.paths.ts'
import { coverPaper } from '../tax-cover/tax-cover.view.ts'
import { findTaxPayer } from '../tax-payer/tax-payer.repository.ts'
import { findTaxRows } from '../withholding/withholding.repository.ts'
import { withholdingText } from '../withholding.text.ts'
import { type Month } from '../withholding/withholding.ts'
import { monthIn } from '../withholding/withholding.schema.ts'
import { findBooked, findStateBodies } from './tax-remittance.repository.ts'
import { remitSchema } from './tax-remittance.schema.ts'
import { draftRemittance } from './tax-remittance.service.ts'
import { claimsOf, dueDay, noReturn, returnsOf, type FormReturn } from './tax-remittance.ts'
import { returnPaper, returnsPage, returnTable } from './tax-remittance.view.ts'

const rights = { view: 'expense.pay:view', create: 'expense.pay:create', print: 'expense.pay:print' } as const
const text = withholdingText.remittance
/** Finance drafts the claim; who sends it on has claims. */
const claimRight = 'expense.voucherreq:view'

export const taxRemittanceRoutes: readonly Route[] = [
  get(paths.returns, rights.view, { handle: (read, request) => show(read, request), under: 'expense.pay' }),
  get(paths.returnPrint, rights.print, async (read, request) => {
    const { found, month } = await ofForm(read, request)
    return printPage('expenditure/tax-remittance/print', returnPaper(found, { month, office: read.actor.organisationName, payer: await findTaxPayer(read, read.actor.organisationId) }))
  }),
  get(paths.returnCover, rights.print, async (read, request) => {
    const { found, month } = await ofForm(read, request)
    return printPage('documents/summary-sheet', coverPaper(found, { month, office: read.actor.organisationName, payer: await findTaxPayer(read, read.actor.organisationId) }))
  }),
  ...exportRoutes(paths.returns, rights.print, async (read, request) => {
    const { found, month } = await ofForm(read, request)
    return returnTable(found, { month, office: read.actor.organisationName })
  }),
  post(paths.remit, rights.create, { handle: async (work, request) => {
    const { month: asked, ...command } = readForm(remitSchema, request)
    const { from, month } = monthIn(asked, work.today)
    const claim = await draftRemittance(work, { ...command, month: from, title: text.claimTitle(month.name) })
    return work.actor.permissions.has(claimRight) ? redirect(claimPaths.show(claim), text.made) : redirect(`${paths.returns}?${new URLSearchParams({ month: month.typed })}`, text.madeForOthers)
  }, again: (read, request, { errors }) => show(read, request, errors) }),
]

/** Of the month in the address, or in the form that was refused. */
async function show(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const { returns, month, due } = await ofMonth(read, request.query.month ?? typed(request, 'month'))
  const { permissions } = read.actor
  const claims = []
  for (const id of claimsOf(returns)) claims.push(await getClaim(read, read.actor.organisationId, id))
  return page('expenditure/tax-remittance/list', returnsPage({
    returns, claims, maySeeClaims: permissions.has(claimRight), month, due, payer: await findTaxPayer(read, read.actor.organisationId), mayPrint: permissions.has(rights.print), mayDraft: permissions.has(rights.create), payees: await findStateBodies(read), departments: (await findDepartments(read, read.actor.organisationId)).filter(({ isActive }) => isActive),
    typed: { payeeId: typed(request, 'payeeId'), departmentId: typed(request, 'departmentId') },
  }, errors))
}

/** Returns of the month that is asked for, also by the desk that writes them to a file. */
export async function ofMonth(read: OfficerRead, asked: string | undefined) {
  const { organisationId } = read.actor
  const { from, month } = monthIn(asked, read.today)
  const rows = await findTaxRows(read, organisationId, from)
  const rule = (await findWithholdingRules(read)).find(({ form }) => form === withholdingText.certificate.monthly)
  const always = rule && { form: withholdingText.certificate.monthly, accountCode: rule.accountCode ?? '' }
  const booked = await findBooked(read, organisationId, { month: from, accounts: [...new Set([...rows, ...(always ? [always] : [])].map(({ accountCode }) => accountCode))] })
  const due = dueDay(from, await getPaymentSetting(read, 'withholding-remit-days', read.today))
  return { returns: returnsOf(rows, booked, { due, today: read.today, always }), month, due, from }
}

/** The form that was asked for, otherwise the first of the month; a month without tax has an empty one. */
async function ofForm(read: OfficerRead, { query }: FormRequest): Promise<{ readonly found: FormReturn; readonly month: Month }> {
  const { returns, month } = await ofMonth(read, query.month)
  return { found: returns.find(({ form }) => form === query.form) ?? returns[0] ?? noReturn, month }
}
