// What lateness adds to a debt on a day, with what was paid of it already.
import { type OfficerRead } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { minus, type Money } from '../../platform/money.ts'
import { findFigures } from '../tax-debt/tax-debt.repository.ts'
import { debtNumber, owedOf, settledOf, type TaxDebt } from '../tax-debt/tax-debt.ts'
import { lateOf, reckonLate, type TaxFigures } from '../tax-rule/tax-rule.ts'
import { findSettlements } from './tax-late.repository.ts'
import { lateAccount, mostAlone, stillAsked, type LateAccount, type LateDue } from './tax-late.ts'

/** Of the whole debt, or of the share of it that is paid now. */
export async function findLate(read: OfficerRead, debt: TaxDebt, { day, share }: { day: CalendarDate; share?: Money }): Promise<LateDue> {
  const asked = { settled: settledOf(debt), share, day, figures: await findFigures(read, day) }
  const account = await findAccount(read, debt)
  const owed = owedOf(debt)
  const whole = lateOf(owed, asked)
  const late = stillAsked(whole, account)
  return {
    late, reckoned: reckonLate(owed, asked), most: mostAlone(whole, account),
    ahead: { penalty: minus(whole.penalty, late.penalty), surcharge: minus(whole.surcharge, late.surcharge) },
  }
}

async function findAccount(read: OfficerRead, debt: TaxDebt): Promise<LateAccount> {
  const settlements = await findSettlements(read, { organisationId: debt.organisationId, id: debt.id, label: debtNumber(debt) })
  const figures = new Map<CalendarDate, TaxFigures>()
  for (const { day } of settlements) if (!figures.has(day)) figures.set(day, await findFigures(read, day))
  return lateAccount(owedOf(debt), settlements, (day) => figures.get(day) ?? new Map())
}
