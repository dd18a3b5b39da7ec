import { type FieldErrors } from '../../platform/errors.ts'
import { field, refusals, select, type Option } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { type BookForm } from '../cheque-book/cheque-book.view.ts'
import { paymentPaths, withholdingPaths as paths } from '../payment.paths.ts'
import { paymentText } from '../payment.text.ts'
import { type Withholding } from '../withholding/withholding.ts'
import { certificateNumber } from '../withholding/withholding.view.ts'
import { withholdingText } from '../withholding.text.ts'
import { type Substitute } from './withholding-substitute.ts'

const { substitute: text } = withholdingText

export interface SubstituteChoices {
  readonly row: Withholding
  readonly rules: readonly { readonly code: string; readonly incomeType: string; readonly form: string }[]
}

export function substituteForm(input: Substitute, { row, rules }: SubstituteChoices, errors: FieldErrors): BookForm {
  const asked = (name: keyof Substitute) => ({ name, label: text.fields[name], value: input[name], error: errors[name] })
  const own: Option[] = rules.some(({ code }) => code === row.ruleCode) ? [] : [{ value: row.ruleCode, text: text.rule(row.incomeType, row.form) }]
  return {
    title: text.title, breadcrumb: [{ text: paymentText.withholding.listTitle, href: paths.list }, { text: text.title }],
    pageHeader: { title: text.title, lead: text.lead(`${certificateNumber(row)} ${row.form}`, formatMoney(row.base), formatMoney(row.amount)) }, ...refusals(errors),
    action: paths.substitute(row.id), formKey: '', saveLabel: text.save, cancelHref: paymentPaths.show(row.paymentId), controls: [
      { field: field({ ...asked('payeeName'), required: true, maxLength: 200, width: 'full' }) },
      { field: field({ ...asked('taxId'), required: true, maxLength: 20, inputmode: 'numeric' }) }, { field: field({ ...asked('branch'), maxLength: 5, inputmode: 'numeric', width: 'short' }) },
      { field: field({ ...asked('address'), maxLength: 300, width: 'full' }) },
      { select: select({ ...asked('rule'), options: [...own, ...rules.map(({ code, incomeType, form }) => ({ value: code, text: text.rule(incomeType, form) }))], required: true, width: 'full' }) },
      { field: field({ ...asked('reason'), required: true, maxLength: 500, width: 'full' }) },
    ],
  }
}
