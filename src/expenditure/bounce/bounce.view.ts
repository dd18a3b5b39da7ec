// The pages that ask before a payment is told to have come back, with the bank's day and reason, and before that is taken back.
import { type ConfirmPage } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, type Control } from '../../platform/http/components.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { paymentPaths as paths } from '../payment.paths.ts'
import { paymentText as text } from '../payment.text.ts'
import { type Payment } from '../payment/payment.ts'

const { columns, fields, bounce } = text

export interface TypedBounce {
  readonly bouncedOn: string
  readonly reason: string
}

export function bouncePage(payment: Payment, typed: TypedBounce, errors: FieldErrors = {}): ConfirmPage {
  return askedPage(payment, { step: 'bounce', words: bounce, controls: bounceControls(typed, { step: 'bounce', errors }) })
}

/** Before that is told to have been a mistake. */
export function unbouncePage(payment: Payment, typed: Pick<TypedBounce, 'reason'>, errors: FieldErrors = {}): ConfirmPage {
  return askedPage(payment, { step: 'unbounce', words: text.unbounce, controls: [reasonControl(typed, { step: 'unbounce', errors })] })
}

type BounceStep = 'bounce' | 'unbounce' | 'bounce-people' | 'unbounce-people'

export interface AskedBounce {
  readonly step: BounceStep
  readonly words: { readonly question: (payee: string) => string; readonly consequences: readonly string[]; readonly cheque?: (number: string) => string }
  readonly controls: NonNullable<ConfirmPage['confirm']['controls']>
  /** Default: the payment's payees, account and net. */
  readonly asked?: string
  readonly facts?: readonly (readonly [string, string])[]
  readonly net?: Money
}

type Boxes = { readonly step: BounceStep; readonly errors: FieldErrors }

/** The bank's day, and what it said. */
export function bounceControls(typed: TypedBounce, boxes: Boxes): Control[] {
  return [{ date: date({ name: 'bouncedOn', label: fields.bouncedOn, value: typed.bouncedOn, error: boxes.errors.bouncedOn, required: true }) }, reasonControl(typed, boxes)]
}

export function reasonControl({ reason }: Pick<TypedBounce, 'reason'>, { step, errors }: Boxes): Control {
  return { field: field({ name: 'reason', label: text.reasons[step], value: reason, error: errors.reason, required: true, maxLength: 300, width: 'long' }) }
}

export function askedPage(payment: Payment, { step, words, controls, asked = payment.payeeNames, facts = [], net = payment.net }: AskedBounce): ConfirmPage {
  const title = text.steps[step]
  const about: readonly (readonly [string, string])[] = [[columns.payee, asked], [fields.channel, text.channels[payment.channel]], [fields.bankAccountId, payment.bankName ?? ''], ...facts]
  const cheque = payment.chequeNumber === null ? undefined : words.cheque?.(payment.chequeNumber)
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: payment.payeeNames, href: paths.show(payment.id) }, { text: title }],
    confirm: {
      action: paths.step(payment.id, step), version: String(payment.version), label: title, cancel: { text: text.bounce.back, href: paths.show(payment.id) }, kind: 'danger',
      question: words.question(asked), consequences: [...words.consequences, ...(cheque === undefined ? [] : [cheque])],
      facts: { items: [...about.map(([label, said]) => ({ label, text: said })), { label: columns.net, text: formatMoney(net), isMoney: true }] }, controls,
    },
  }
}
