// Asking for a reduction of lateness, confirming or refusing it. Locks: the assessment.
import { recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, sum } from '../../platform/money.ts'
import { changeDebt } from '../tax-debt/tax-debt.repository.ts'
import { startDebtStep } from '../tax-debt/tax-debt.service.ts'
import { type TaxDebt } from '../tax-debt/tax-debt.ts'
import { findLate } from '../tax-late/tax-late.service.ts'
import { type Late } from '../tax-rule/tax-rule.ts'
import { taxReductionText } from '../tax-reduction.text.ts'
import { decideReduction, findReductions, insertReduction } from './tax-reduction.repository.ts'
import { type Reduction, type ReductionForm } from './tax-reduction.ts'

const { errors } = taxReductionText
const kind = 'tax-debt'

export async function askReduction(work: OfficerWork, id: string, { version, ...order }: ReductionForm): Promise<void> {
  const debt = await startDebtStep(work, id, { action: 'reduce', version })
  if (compareDates(order.orderDate, work.today) > 0) throw new RuleBroken({ orderDate: errors.future })
  await mustBeAsked(work, debt, { ...order, field: 'penalty' })
  await insertReduction(work, id, order)
  await changeDebt(work, debt, { state: debt.next })
  await recordChange(work, { kind, id, action: 'reduce', reason: order.reason, after: factsOf(order) })
}

/** Nobody takes a fine without a receipt and has it reduced alone (INV-13). */
export async function confirmReduction(work: OfficerWork, id: string, version: number): Promise<void> {
  const debt = await startDebtStep(work, id, { action: 'confirm-reduction', version })
  const asked = await getAsked(work, debt)
  await mustBeAsked(work, debt, { ...asked, field: '' })
  await decideReduction(work, id, { state: 'granted', isAlone: debt.isAlone })
  await changeDebt(work, debt, { state: debt.next })
  await recordChange(work, { kind, id, action: 'confirm-reduction', reason: asked.reason, after: factsOf(asked), isAlone: debt.isAlone })
}

/** Lateness is owed as before. */
export async function refuseReduction(work: OfficerWork, id: string, { version, reason }: { version: number; reason: string }): Promise<void> {
  const debt = await startDebtStep(work, id, { action: 'refuse-reduction', version })
  await decideReduction(work, id, { state: 'refused', isAlone: false })
  await changeDebt(work, debt, { state: debt.next })
  await recordChange(work, { kind, id, action: 'refuse-reduction', reason })
}

async function getAsked(read: OfficerRead, debt: TaxDebt): Promise<Reduction> {
  const asked = (await findReductions(read, debt)).find(({ state }) => state === 'asked')
  if (!asked) throw new Error(`assessment ${debt.id} waits for no reduction`)
  return asked
}

/** Never more than lateness asks of the whole debt today: what was paid meanwhile is not given back by it. */
async function mustBeAsked(work: OfficerWork, debt: TaxDebt, { penalty, surcharge, field }: Late & { readonly field: string }): Promise<void> {
  const { late } = await findLate(work, debt, { day: work.today })
  const isMore = compare(penalty, late.penalty) > 0 || compare(surcharge, late.surcharge) > 0
  if (isMore) throw new RuleBroken({ [field]: errors.over(formatMoney(late.penalty), formatMoney(late.surcharge)) })
}

const factsOf = (order: Omit<ReductionForm, 'version'>) => ({ reduced: sum([order.penalty, order.surcharge]), order: order.orderNumber, orderDate: order.orderDate })
