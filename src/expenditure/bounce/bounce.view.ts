// The pages that ask before a payment is told to have come back, with the bank's day and reason, and before that is taken back.
import { type ConfirmPage } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { paymentPaths as paths } from '../payment.paths.ts'
import { paymentText as text } from '../payment.text.ts'
import { type Payment } from '../payment/payment.ts'

const { columns, fields, bounce } = text

export interface TypedBounce {
  readonly bouncedOn: string
  readonly reason: string
}

export function bouncePage(payment: Payment, typed: TypedBounce, errors: FieldErrors = {}): ConfirmPage {
  return askedPage(payment, {
    step: 'bounce', words: bounce,
    controls: [
      { date: date({ name: 'bouncedOn', label: fields.bouncedOn, value: typed.bouncedOn, error: errors.bouncedOn, required: true }) },
      { field: field({ name: 'reason', label: text.reasons.bounce, value: typed.reason, error: errors.reason, required: true, maxLength: 300, width: 'long' }) },
    ],
  })
}

/** Before that is told to have been a mistake. */
export function unbouncePage(payment: Payment, typed: Pick<TypedBounce, 'reason'>, errors: FieldErrors = {}): ConfirmPage {
  return askedPage(payment, {
    step: 'unbounce', words: text.unbounce,
    controls: [{ field: field({ name: 'reason', label: text.reasons.unbounce, value: typed.reason, error: errors.reason, required: true, maxLength: 300, width: 'long' }) }],
  })
}

interface Asked {
  readonly step: 'bounce' | 'unbounce'
  readonly words: typeof text.bounce | typeof text.unbounce
  readonly controls: ConfirmPage['confirm']['controls']
}

function askedPage(payment: Payment, { step, words, controls }: Asked): ConfirmPage {
  const title = text.steps[step]
  const facts: readonly (readonly [string, string])[] = [[columns.payee, payment.payeeNames], [fields.channel, text.channels[payment.channel]], [fields.bankAccountId, payment.bankName ?? '']]
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: payment.payeeNames, href: paths.show(payment.id) }, { text: title }],
    confirm: {
      action: paths.step(payment.id, step), version: String(payment.version), label: title, cancel: { text: text.bounce.back, href: paths.show(payment.id) }, kind: 'danger',
      question: words.question(payment.payeeNames), consequences: [...words.consequences, ...(payment.chequeNumber === null ? [] : [words.cheque(payment.chequeNumber)])],
      facts: { items: [...facts.map(([label, said]) => ({ label, text: said })), { label: columns.net, text: formatMoney(payment.net), isMoney: true }] }, controls,
    },
  }
}
