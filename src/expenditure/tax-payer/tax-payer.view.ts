import { type FieldErrors } from '../../platform/errors.ts'
import { field, refusals } from '../../platform/http/components.ts'
import { type BookForm } from '../cheque-book/cheque-book.view.ts'
import { paymentText } from '../payment.text.ts'
import { withholdingPaths as paths } from '../payment.paths.ts'
import { withholdingText } from '../withholding.text.ts'
import { type TaxPayer } from './tax-payer.ts'

const text = withholdingText.payer

export function payerForm(input: TaxPayer, errors: FieldErrors): BookForm {
  return {
    title: text.title, breadcrumb: [{ text: paymentText.withholding.listTitle, href: paths.list }, { text: text.title }], pageHeader: { title: text.title, lead: text.lead }, ...refusals(errors),
    action: paths.payer, formKey: '', saveLabel: text.save, cancelHref: paths.list, controls: [
      { field: field({ name: 'taxId', label: text.taxId, value: input.taxId, error: errors.taxId, required: true, maxLength: 20, inputmode: 'numeric' }) },
      { field: field({ name: 'branch', label: text.branch, value: input.branch, error: errors.branch, required: true, maxLength: 5, inputmode: 'numeric', width: 'short' }) },
      { field: field({ name: 'address', label: text.address, value: input.address, error: errors.address, required: true, maxLength: 200, width: 'long' }) },
    ],
  }
}
