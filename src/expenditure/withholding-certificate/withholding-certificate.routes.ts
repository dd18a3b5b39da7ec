import { printRoute } from '../../documents/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { type Route } from '../../platform/http/route.ts'
import { withholdingPaths as paths } from '../payment.paths.ts'
import { findTaxPayer } from '../tax-payer/tax-payer.repository.ts'
import { getWithholding } from '../withholding/withholding.repository.ts'
import { certificatePaper } from './withholding-certificate.view.ts'

/** Printed again it is ใบแทน, and says how often. The people of a batch get theirs for the year. */
export const certificateRoutes: readonly Route[] = [
  printRoute(paths.certificateRoute, 'expense.pay:print', { kind: 'withholding', view: 'expenditure/withholding-certificate/print', find: async (read, request) => {
    const { organisationId, organisationName } = read.actor
    const row = await getWithholding(read, organisationId, idIn(request.params.id))
    if (row.certificate === null) throw new NotFound('certificate of a batch')
    const payer = await findTaxPayer(read, organisationId)
    return { id: row.id, pageOf: (_mark, before) => certificatePaper(row, { office: organisationName, payer, before }) }
  } }),
]
