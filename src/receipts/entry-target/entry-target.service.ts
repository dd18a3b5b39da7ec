// What found or moved money becomes: a line held against the same rules as one of a receipt (budget-and-receipts §4.8, §4.9, R13, R14), and told to the budget alike.
import { findTypesInUse, inUse } from '../../budget/index.ts'
import { getOffice } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type Money } from '../../platform/money.ts'
import { findIncomeItems } from '../income-item/income-item.repository.ts'
import { unidentifiedKind, type IncomeItem } from '../income-item/income-item.ts'
import { mustBeCollectable } from '../income-line/income-line.service.ts'
import { type Target } from '../money-entry/money-entry.ts'
import { moneyEntryText } from '../money-entry.text.ts'

const { errors } = moneyEntryText

/** All that the office collects; what nobody knows stays where it is. */
export async function findTargets(read: OfficerRead): Promise<readonly IncomeItem[]> {
  const items = await findIncomeItems(read, await getOffice(read, read.actor.organisationId), fiscalYearOf(read.today))
  const [all, chosen] = [items.filter(({ code }) => code !== unidentifiedKind), await findTypesInUse(read)]
  return chosen.size === 0 ? all : [...inUse(all, chosen), ...all.filter(({ code }) => !chosen.has(code))]
}

export interface Aim {
  readonly code: string
  /** As typed in the box of its register. */
  readonly words: string
  /** Names a tax debt: 'TAX-00001/70', '/P' of its penalty, '/S' of its surcharge. */
  readonly reference: string
  readonly amount: Money
  readonly on: CalendarDate
}

/** Asked at the draft and again before the books; registers and debts it takes from are held until commit. The money came by itself, so what lateness adds is not asked of it. */
export async function mustBeTarget(work: OfficerWork, { code, words, reference, amount, on }: Aim): Promise<Target> {
  const item = (await findTargets(work)).find((each) => each.code === code)
  if (!item) throw new RuleBroken({ targetCode: errors.target })
  const line = { row: 0, incomeCode: code, key: words, reference, description: '', amount }
  const [judged] = await mustBeCollectable(work, { lines: [line], on, payerNumber: '', isReckoned: false }).catch(inTheForm)
  if (!judged) throw new Error(`line of ${code} neither taken nor refused`)
  return { code: judged.incomeCode, name: item.name, accountCode: judged.accountCode, words, reference: judged.reference, place: judged.place }
}

const boxes: Readonly<Record<string, string>> = { 'lines.0.incomeCode': 'targetCode', 'lines.0.key': 'targetKey', 'lines.0.reference': 'targetReference', 'lines.0.amount': 'amount' }

/** The refusal of a receipt's cell, at the box of this form. */
function inTheForm(error: unknown): never {
  if (!(error instanceof RuleBroken)) throw error
  throw new RuleBroken(Object.fromEntries(Object.entries(error.errors).map(([cell, message]) => [boxes[cell] ?? cell, message])))
}
