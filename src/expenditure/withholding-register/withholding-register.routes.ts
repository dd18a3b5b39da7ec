import { exportActions, findOffices, getOffice, mostExported, mustFit, tableRoutes, type ExportTable } from '../../documents/index.ts'
import { rowsPerPage } from '../../platform/database/heads.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type PageHeader } from '../../platform/http/components.ts'
import { page } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { getPaymentSetting } from '../payee-account/payee-account.repository.ts'
import { withholdingPaths as paths } from '../payment.paths.ts'
import { withholdingText } from '../withholding.text.ts'
import { findForms, findTaxes, totalTaxes } from './withholding-register.repository.ts'
import { taxesAsked, type AskedTaxes } from './withholding-register.schema.ts'
import { exportTable, queryOf, registerPage } from './withholding-register.view.ts'

const rights = { view: 'expense.pay:view', print: 'expense.pay:print', approve: 'expense.pay:approve' } as const

export const withholdingRegisterRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, { query }) => {
    const { actor: { organisationId: own, permissions }, today } = read
    const given = taxesAsked(query, own, today)
    const { asked } = given
    await getOffice(read, asked.organisationId)
    const remitDays = await remitDaysOf(read)
    return page('documents/list', registerPage(given, {
      ...await findTaxes(read, asked, { remitDays, most: rowsPerPage }), totals: await totalTaxes(read, asked, { remitDays }), forms: await findForms(read, asked.organisationId), offices: await findOffices(read),
      remitDays, today, own, mayPrint: permissions.has(rights.print), mayReplace: permissions.has(rights.approve), actions: actionsOf(read, given),
    }))
  }, under: 'expense.pay' }),
  ...tableRoutes(paths.list, rights.print, fileOf),
]

function actionsOf({ actor: { permissions } }: OfficerRead, given: AskedTaxes): NonNullable<PageHeader['actions']> {
  return [
    { text: withholdingText.remittance.title, href: paths.returns, kind: 'secondary' }, ...(permissions.has(rights.approve) ? [{ text: withholdingText.payer.title, href: paths.payer, kind: 'secondary' as const }] : []),
    ...exportActions(paths.list, new URLSearchParams(queryOf(given)), permissions.has(rights.print)),
  ]
}

function remitDaysOf(read: OfficerRead): Promise<number> {
  return getPaymentSetting(read, 'withholding-remit-days', read.today)
}

async function fileOf(read: OfficerRead, { query }: FormRequest): Promise<ExportTable> {
  const given = taxesAsked(query, read.actor.organisationId, read.today)
  const [asked, remitDays] = [{ ...given.asked, after: undefined }, await remitDaysOf(read)]
  const office = await getOffice(read, asked.organisationId)
  const { items, hasMore } = await findTaxes(read, asked, { remitDays, most: mostExported })
  mustFit(items.length + Number(hasMore), mostExported)
  return exportTable(given, { items, totals: await totalTaxes(read, asked, { remitDays }), remitDays, today: read.today, office: office.name })
}
