import { mustBeCurrent, recordChange } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { saveSubLedgerKey } from '../../registers/index.ts'
import { employeeText } from '../employee.text.ts'
import { findPayDeductions } from '../pay-rule/pay-rule.repository.ts'
import { findPayeesMeant } from '../payee-meant/payee-meant.service.ts'
import { onlyMeant, payeeText } from '../payee-meant/payee-meant.ts'
import { creditorRows, findPayCreditors, getPayCreditor, insertPayCreditor } from './pay-creditor.repository.ts'
import { creditorKeyKind, creditorKeyOf, creditorSource } from './pay-creditor.ts'

const { errors } = employeeText.creditors

/** From here on money kept back for it stands under a key of its own. */
export async function addPayCreditor(work: OfficerWork, typed: { readonly code: string; readonly payee: string }): Promise<void> {
  const deduction = (await findPayDeductions(work)).find(({ code }) => code === typed.code)
  if (!deduction || !['one', 'named'].includes(deduction.creditor)) throw new RuleBroken({ code: errors.code })
  const found = typed.payee === '' ? [] : await findPayeesMeant(work, typed.payee)
  const payee = onlyMeant(found, typed.payee)
  if (!payee) throw new RuleBroken({ payee: found.length === 0 ? errors.noPayee : errors.manyPayees(found.slice(0, 5).map(payeeText).join(' · ')) })
  const others = (await findPayCreditors(work)).filter(({ code, isActive }) => isActive && code === typed.code)
  if (deduction.creditor === 'one' && others.length > 0) throw new RuleBroken({ code: errors.onlyOne(deduction.name) })
  const id = await insertPayCreditor(work, { code: typed.code, payeeId: payee.id })
  await saveSubLedgerKey(work, { kind: creditorKeyKind, key: creditorKeyOf({ id }), name: `${deduction.name} ${payee.name}`, registerId: id, isOpen: true })
  await recordChange(work, { kind: creditorSource, id, action: 'create', after: { name: payee.name, deduction: deduction.name } })
}

/** Out of use it is offered no more; what is still held for it can be paid out. */
export async function usePayCreditor(work: OfficerWork, id: string, version: number): Promise<void> {
  await creditorRows.lock(work, id)
  const creditor = await getPayCreditor(work, id)
  mustBeCurrent(creditor, version)
  const deduction = (await findPayDeductions(work)).find(({ code }) => code === creditor.code)
  const isOther = (await findPayCreditors(work)).some((each) => each.isActive && each.code === creditor.code && each.id !== id)
  if (!creditor.isActive && deduction?.creditor === 'one' && isOther) throw new RuleBroken(errors.onlyOne(deduction.name))
  await creditorRows.change(work, { ...creditor, organisationId: work.actor.organisationId }, { is_active: !creditor.isActive })
  await recordChange(work, { kind: creditorSource, id, action: creditor.isActive ? 'deactivate' : 'activate' })
}
