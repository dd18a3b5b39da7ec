// The pages that ask how much: of the advance, of what is held.
import { type ConfirmPage } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { money } from '../../platform/http/components.ts'
import { formatMoney, isZero, type Money } from '../../platform/money.ts'
import { advanceOf, contractName, type Contract } from '../contract/contract.ts'
import { contractText } from '../contract.text.ts'
import { contractMoneyText as text } from '../contract-money.text.ts'
import { contractPaths as paths } from '../procurement.paths.ts'
import { type Held } from './contract-money.ts'

export interface Asked {
  readonly typed: (name: string) => string
  readonly errors: FieldErrors
}

function around(contract: Contract, step: 'advance' | 'refund'): Pick<ConfirmPage, 'title' | 'breadcrumb'> & { readonly confirm: Omit<ConfirmPage['confirm'], 'question' | 'consequences' | 'facts' | 'controls'> } {
  const name = contractName(contract)
  return {
    title: text[step].title(name), breadcrumb: [{ text: contractText.registerTitle, href: paths.list }, { text: name, href: paths.show(contract.id) }],
    confirm: { action: paths.step(contract.id, step), version: String(contract.version), label: text[step].label, kind: 'primary', cancel: { text: text.back, href: paths.show(contract.id) } },
  }
}

export function advancePage(contract: Contract, left: Money, { typed, errors }: Asked): ConfirmPage {
  const frame = around(contract, 'advance')
  return { ...frame, confirm: {
    ...frame.confirm, question: text.advance.question(contractName(contract)), consequences: text.advance.consequences,
    facts: { items: [
      { label: contractText.fields.payee, text: contract.payeeName }, { label: text.advance.agreed, text: formatMoney(advanceOf(contract)), isMoney: true },
      { label: text.advance.left, text: formatMoney(left), isMoney: true },
    ] },
    controls: [{ money: money({ name: 'amount', label: text.amount, value: typed('amount') || formatMoney(left), required: true, error: errors.amount }) }],
  } }
}

export function refundPage(contract: Contract, held: Held, { typed, errors }: Asked): ConfirmPage {
  const frame = around(contract, 'refund')
  const control = (name: keyof Held) => ({ money: money({ name, label: text.refund[name], value: typed(name) || (isZero(held[name]) ? '' : formatMoney(held[name])), error: errors[name] }) })
  return { ...frame, confirm: {
    ...frame.confirm, question: text.refund.question(contractName(contract)), consequences: text.refund.consequences,
    facts: { items: [
      { label: contractText.fields.payee, text: contract.payeeName }, { label: text.refund.securityHeld, text: formatMoney(held.security), isMoney: true },
      { label: text.refund.retentionHeld, text: formatMoney(held.retention), isMoney: true },
    ] },
    controls: [control('security'), control('retention')],
  } }
}
