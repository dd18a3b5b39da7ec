import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { withholdingPaths as paths } from '../payment.paths.ts'
import { withholdingText } from '../withholding.text.ts'
import { findTaxPayer } from './tax-payer.repository.ts'
import { taxPayerSchema } from './tax-payer.schema.ts'
import { editTaxPayer } from './tax-payer.service.ts'
import { payerForm } from './tax-payer.view.ts'

/** The head of finance answers for what goes to the Revenue Department. */
const right = 'expense.pay:approve'

export const taxPayerRoutes: readonly Route[] = [
  get(paths.payer, right, { handle: (read, request) => show(read, request), under: 'expense.pay' }),
  post(paths.payer, right, { handle: async (work, request) => {
    await editTaxPayer(work, readForm(taxPayerSchema, request))
    return redirect(paths.list, withholdingText.payer.saved)
  }, again: (read, request, { errors }) => show(read, request, errors) }),
]

async function show(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const stored = await findTaxPayer(read, read.actor.organisationId) ?? { taxId: '', branch: '00000', address: '' }
  const isTyped = Object.keys(request.body).length > 0
  const input = isTyped ? { taxId: typed(request, 'taxId'), branch: typed(request, 'branch'), address: typed(request, 'address') } : stored
  return page('expenditure/cheque/form', payerForm(input, errors))
}
