// The pages that ask whose money came back, and before that is taken back; what came back as a table on the payment's page.
import { type ConfirmPage } from '../../documents/index.ts'
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, lineTable, type LineTable } from '../../platform/http/components.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { askedPage, bounceControls, reasonControl, type TypedBounce } from '../bounce/bounce.view.ts'
import { paymentText } from '../payment.text.ts'
import { type Payment } from '../payment/payment.ts'
import { namesOf, personKey, type PaidPerson, type PartBounce } from './bounce-people.ts'

const { bouncePeople: text, fields, columns } = paymentText

export interface TypedPeople extends TypedBounce {
  readonly people: readonly string[]
}

export function bouncePeoplePage(payment: Payment, people: readonly PaidPerson[], { typed, errors }: { readonly typed: TypedPeople; readonly errors: FieldErrors }): ConfirmPage {
  const options = people.map((person) => ({ value: personKey(person), text: `${person.name} ${formatMoney(person.net)}`, hint: person.account }))
  const who = choice({ name: 'people', label: text.people, type: 'checkbox', options, values: [...typed.people], error: errors.people, required: true })
  return askedPage(payment, { step: 'bounce-people', words: text, controls: [{ choice: who }, ...bounceControls(typed, { step: 'bounce-people', errors })] })
}

/** Of what was told last. */
export function unbouncePeoplePage(payment: Payment, bounce: PartBounce, { typed, errors }: { readonly typed: Pick<TypedBounce, 'reason'>; readonly errors: FieldErrors }): ConfirmPage {
  return askedPage(payment, {
    step: 'unbounce-people', words: paymentText.unbouncePeople, asked: namesOf(bounce.people),
    facts: [[fields.bouncedOn, formatThaiDate(bounce.bouncedOn)]], net: sum(bounce.people.map(({ net }) => net)), controls: [reasonControl(typed, { step: 'unbounce-people', errors })],
  })
}

/** With the address of each voucher. */
export function bouncesTable(bounces: readonly PartBounce[], vouchers: ReadonlyMap<string, { readonly number: string; readonly href: string }>): LineTable {
  return lineTable({
    caption: text.caption, empty: '', columns: [
      { label: text.columns.on, kind: 'date', isRowHeader: true }, { label: text.columns.people, kind: 'text' }, { label: text.columns.reason, kind: 'text' }, { label: columns.bounceVoucher, kind: 'code' },
      { label: text.columns.state, kind: 'text' }, { label: text.columns.net, kind: 'money' },
    ],
    rows: bounces.map(({ bouncedOn, people, reason, voucherId, isLive }) => {
      const voucher = vouchers.get(voucherId)
      return [
        formatThaiDateShort(bouncedOn), people.map(({ name }) => name).join(', '), reason, { text: voucher?.number ?? '', href: voucher?.href }, isLive ? text.live : text.taken,
        formatMoney(sum(people.map(({ net }) => net))),
      ]
    }),
  })
}
