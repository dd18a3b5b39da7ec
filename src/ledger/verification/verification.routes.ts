import { findOffices, getOffice } from '../../documents/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { download, page } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { monthIn } from '../asked.ts'
import { ledgerPaths as paths } from '../ledger.paths.ts'
import { findFiscalYears } from '../period/period.repository.ts'
import { verificationText } from '../verification.text.ts'
import { findExport, findSeals } from './verification.repository.ts'
import { verifyBook } from './verification.service.ts'
import { exportRows, proofPage } from './verification.view.ts'

const rights = { view: 'account.report:view', print: 'account.report:print' } as const

export const verificationRoutes: readonly Route[] = [
  get(paths.verification, rights.view, { under: 'account.report', handle: async (read, request) => {
    const office = await getOffice(read, organisationIn(request.query, read.actor.organisationId))
    const proof = { office, verified: await verifyBook(read, office.organisationId), seals: await findSeals(read, office.organisationId) }
    const years = await findFiscalYears(read, office.organisationId)
    return page('ledger/verification/show', proofPage(proof, { offices: await findOffices(read), years, mayPrint: read.actor.permissions.has(rights.print) }))
  } }),

  get(paths.verificationExport, rights.print, async (read, request) => {
    const office = await getOffice(read, organisationIn(request.query, read.actor.organisationId))
    const { fiscalYear } = monthIn(request.query, read.today)
    const rows = exportRows(await findExport(read, office.organisationId, fiscalYear))
    return download(verificationText.fileName(office.organisationId, String(fiscalYear)), 'text/csv; charset=utf-8', toCsv(rows))
  }),
]
