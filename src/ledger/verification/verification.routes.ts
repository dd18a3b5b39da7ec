import { csvRoute, findOffices, getOffice, rowsPerPart, type ExportPart } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { monthIn } from '../asked.ts'
import { ledgerPaths as paths } from '../ledger.paths.ts'
import { findFiscalYears } from '../period/period.repository.ts'
import { verificationText } from '../verification.text.ts'
import { findBook, findExport, findProof, findSeals } from './verification.repository.ts'
import { proveBook } from './verification.service.ts'
import { type AskedExport } from './verification.ts'
import { exportRows, exportTable, proofPage } from './verification.view.ts'

const rights = { view: 'account.report:view', print: 'account.report:print' } as const

export const verificationRoutes: readonly Route[] = [
  get(paths.verification, rights.view, { under: 'account.report', handle: async (read, request) => {
    const office = await getOffice(read, organisationIn(request.query, read.actor.organisationId))
    const own = office.organisationId
    const proof = { office, book: await findBook(read, own), proof: await findProof(read, own), seals: await findSeals(read, own) }
    const years = await findFiscalYears(read, office.organisationId)
    return page('ledger/verification/show', proofPage(proof, { offices: await findOffices(read), years, mayPrint: read.actor.permissions.has(rights.print) }))
  } }),

  post(paths.verification, rights.print, async (work, request) => {
    const { organisationId } = await getOffice(work, idIn(typed(request, 'organisation')))
    await proveBook(work, organisationId)
    return redirect(`${paths.verification}?organisation=${organisationId}`, verificationText.proven)
  }),

  csvRoute(paths.verificationExport, rights.print, async (read, request) => {
    const { name, organisationId } = await getOffice(read, organisationIn(request.query, read.actor.organisationId))
    const { fiscalYear } = monthIn(request.query, read.today)
    return exportTable({ name, organisationId, fiscalYear }, await partOf(read, { organisationId, fiscalYear, after: '0' }))
  }),
]

/** In the order of the chain, which only grows at its end. */
async function partOf(read: OfficerRead, asked: AskedExport): Promise<ExportPart> {
  const vouchers = await findExport(read, asked, rowsPerPart)
  const last = vouchers.at(-1)
  return { rows: exportRows(vouchers), next: vouchers.length === rowsPerPart && last ? (later) => partOf(later, { ...asked, after: last.id }) : undefined }
}
