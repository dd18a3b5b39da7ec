import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { paymentPaths, withholdingPaths as paths } from '../payment.paths.ts'
import { getWithholding } from '../withholding/withholding.repository.ts'
import { withholdingText } from '../withholding.text.ts'
import { substituteSchema, typedSubstitute } from './withholding-substitute.schema.ts'
import { findIncomeRules, getStanding, substituteCertificate } from './withholding-substitute.service.ts'
import { toldBy } from './withholding-substitute.ts'
import { substituteForm } from './withholding-substitute.view.ts'

/** The head of finance answers for what is told to payees and to the Revenue Department. */
const right = 'expense.pay:approve'

export const substituteRoutes: readonly Route[] = [
  get(paths.substituteRoute, right, { handle: (read, request) => show(read, request), under: 'expense.pay' }),
  post(paths.substituteRoute, right, { handle: async (work, request) => {
    const id = idIn(request.params.id)
    const number = await substituteCertificate(work, id, readForm(substituteSchema, request))
    const { paymentId } = await getWithholding(work, work.actor.organisationId, id)
    return redirect(paymentPaths.show(paymentId), withholdingText.substitute.done(number))
  }, again: (read, request, { errors }) => show(read, request, errors) }),
]

async function show(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const row = await getStanding(read, idIn(request.params.id))
  const isTyped = Object.keys(request.body).length > 0
  const input = isTyped ? typedSubstitute(request) : { ...toldBy(row), reason: '' }
  return page('expenditure/cheque/form', substituteForm(input, { row, rules: await findIncomeRules(read, row.paidOn) }, errors))
}
