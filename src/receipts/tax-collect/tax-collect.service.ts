// Collecting taxes: the debt that is paid, where it stands, what lateness adds, and that nobody pays more than is owed (budget-and-receipts §4.9, R12). Holds the debts until commit.
import { isYearClosed, takesAdjustments } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYear, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, isZero, minus, sum, type Money } from '../../platform/money.ts'
import { findDebts, findNamed, findTaxKinds, isSetUpOf, lockDebts } from '../tax-debt/tax-debt.repository.ts'
import { balanceOf, debtNumber, references, type TaxDebt, type TaxKind } from '../tax-debt/tax-debt.ts'
import { findLate } from '../tax-late/tax-late.service.ts'
import { taxDebtText } from '../tax-debt.text.ts'
import { partNamed, type NamedPart } from './tax-collect.ts'

const { errors, notInRegister } = taxDebtText

export interface CollectedLine {
  /** Its place in the form, where a refusal is shown. */
  readonly row: number
  /** As on the receipt: names the debt. */
  readonly reference: string
  readonly accountCode: string
  readonly subKey?: string | null | undefined
  readonly amount: Money
}

export interface Collecting {
  readonly on: CalendarDate
  /** Of the payer: citizen or tax id; empty where nobody asked. */
  readonly payerNumber: string
  /** What lateness adds is asked for: a paper that was written by hand stands as it is. */
  readonly isReckoned: boolean
}

interface Meant extends CollectedLine {
  readonly part: NamedPart['part']
  readonly debtId: string
}

/** By row: how the receipt names its debt. Every line on a debtor's account names one where the register knows any. */
export async function mustSettleDebts(work: OfficerWork, lines: readonly CollectedLine[], collecting: Collecting): Promise<ReadonlyMap<number, string>> {
  const meant = await findMeant(work, lines, collecting)
  const ids = [...new Set(meant.map(({ debtId }) => debtId))]
  if (ids.length === 0) return new Map()
  await lockDebts(work, ids)
  const debts = await findDebts(work, { organisationId: work.actor.organisationId, ids })
  for (const debt of debts) await mustSettle(work, { debt, own: meant.filter(({ debtId }) => debtId === debt.id), collecting })
  const numbers = new Map(debts.map((debt) => [debt.id, debtNumber(debt)]))
  return new Map(meant.map(({ row, debtId, part }) => [row, references[part](numbers.get(debtId) ?? '')]))
}

async function findMeant(work: OfficerWork, lines: readonly CollectedLine[], { payerNumber }: Collecting): Promise<Meant[]> {
  const parts = lines.map((line) => ({ line, named: partNamed(line.reference) }))
  const ids = await findNamed(work, parts.flatMap(({ named }) => named?.label ?? []))
  const kinds = lines.length === 0 ? [] : await findTaxKinds(work)
  const meant: Meant[] = []
  for (const { line, named } of parts) {
    const debtId = named ? ids.get(named.label) : await unnamedDebt(work, line, { kinds, payerNumber })
    if (named && debtId === undefined) throw new RuleBroken({ [`lines.${line.row}.reference`]: errors.noDebt(named.label) })
    if (debtId !== undefined) meant.push({ ...line, debtId, part: named?.part ?? 'tax' })
  }
  return meant
}

/** Of a debtor the one debt that stands; where several do, or the payer owes this tax though the line is income, it is asked for. */
async function unnamedDebt(work: OfficerWork, line: CollectedLine, { kinds, payerNumber }: { readonly kinds: readonly TaxKind[]; readonly payerNumber: string }): Promise<string | undefined> {
  const own = { organisationId: work.actor.organisationId }
  const debtors = kinds.find(({ debtorAccount }) => debtorAccount === line.accountCode)
  if (debtors && line.subKey) {
    const [only, ...others] = (await findDebts(work, { ...own, taxKind: debtors.code, key: line.subKey })).filter(({ standing }) => !isZero(standing))
    if (others.length > 0 && only) throw new RuleBroken({ [`lines.${line.row}.reference`]: errors.chooseDebt([only, ...others].map(debtNumber).join(', ')) })
    return only?.id
  }
  const income = kinds.find(({ revenueAccount, isActive }) => isActive && revenueAccount === line.accountCode)
  if (!income || payerNumber === '' || line.reference.trim() === notInRegister) return undefined
  const open = (await findDebts(work, { ...own, taxKind: income.code, personNumber: payerNumber })).filter((debt) => !isZero(balanceOf(debt)))
  if (open.length > 0) throw new RuleBroken({ [`lines.${line.row}.reference`]: errors.nameDebt(open.map(debtNumber).join(', '), notInRegister) })
  return undefined
}

interface Settling {
  readonly debt: TaxDebt
  readonly own: readonly Meant[]
  readonly collecting: Collecting
}

async function mustSettle(work: OfficerWork, { debt, own, collecting }: Settling): Promise<void> {
  if (debt.state === 'cancelled') throw new RuleBroken({ [`lines.${own[0]?.row ?? 0}.reference`]: errors.noDebt(debtNumber(debt)) })
  await mustBeSetUp(work, { debt, own, collecting })
  for (const line of own) mustBeWhereItStands(debt, line)
  const tax = own.filter(({ part }) => part === 'tax')
  const ofDebtor = sum(tax.filter(({ accountCode }) => accountCode === debt.taxKind.debtorAccount).map(({ amount }) => amount))
  const total = sum(tax.map(({ amount }) => amount))
  const row = tax[0]?.row ?? 0
  if (compare(total, balanceOf(debt)) > 0) throw new RuleBroken({ [`lines.${row}.amount`]: errors.over(formatMoney(total), formatMoney(balanceOf(debt))) })
  if (compare(ofDebtor, debt.standing) > 0) throw new RuleBroken({ [`lines.${row}.amount`]: errors.over(formatMoney(ofDebtor), formatMoney(debt.standing)) })
  const income = minus(total, ofDebtor)
  const ofIncome = minus(balanceOf(debt), debt.standing)
  if (compare(income, ofIncome) > 0) throw new RuleBroken({ [`lines.${row}.incomeCode`]: errors.account(`${debt.taxKind.receiptKind} ${debt.taxpayer.key}`) })
  if (collecting.isReckoned) await mustBeLate(work, { debt, own, collecting }, total)
}

async function mustBeSetUp(work: OfficerWork, { debt, own, collecting: { on } }: Settling): Promise<void> {
  const year = await findYearToSetUp(work, debt, on)
  if (year !== undefined) throw new RuleBroken({ [`lines.${own[0]?.row ?? 0}.reference`]: errors.setUpFirst(String(year)) })
}

/**
 * What was open on 30 September becomes a debtor first, or it would be income of two years: the year whose run is missed. A year that takes no adjustments any more sets
 * up nothing, and what it left over is income when it comes.
 */
export async function findYearToSetUp(read: OfficerRead, debt: TaxDebt, on: CalendarDate): Promise<FiscalYear | undefined> {
  const lastYear = fiscalYear(fiscalYearOf(on) - 1)
  if (debt.isSetUp || fiscalYearOf(debt.noticeDate) > lastYear || await isSetUpOf(read, lastYear)) return undefined
  return await takesAdjustments(read, lastYear) && !await isYearClosed(read, lastYear) ? lastYear : undefined
}

function mustBeWhereItStands({ standing, taxKind, taxpayer }: TaxDebt, line: Meant): void {
  const isDebtor = line.part === 'tax' && line.accountCode === taxKind.debtorAccount && line.subKey === taxpayer.key && !isZero(standing)
  if (isDebtor || line.accountCode === taxKind.revenueAccount) return
  throw new RuleBroken({ [`lines.${line.row}.incomeCode`]: errors.account(line.part === 'tax' && !isZero(standing) ? `${taxKind.receiptKind} ${taxpayer.key}` : taxKind.revenueCode) })
}

/**
 * Penalty and surcharge of exactly what is paid (scenario 34), reckoned by the day the money is handed over, whichever day the receipt bears; less only by a reduction
 * that was recorded on the assessment. Without any tax no more than is open of them.
 */
async function mustBeLate(work: OfficerWork, { debt, own }: Settling, share: Money): Promise<void> {
  const isAlone = isZero(share)
  const { late, most } = await findLate(work, debt, isAlone ? { day: work.today } : { day: work.today, share })
  const asked = isAlone ? most : late
  const paid = (part: Meant['part']) => sum(own.filter((line) => line.part === part).map(({ amount }) => amount))
  const left = [minus(asked.penalty, paid('penalty')), minus(asked.surcharge, paid('surcharge'))]
  if (left.every(isZero) || (isAlone && !left.some(isNegative))) return
  const told = isAlone ? errors.lateMost : errors.late
  throw new RuleBroken({ [`lines.${own[0]?.row ?? 0}.amount`]: told(formatMoney(asked.penalty), formatMoney(asked.surcharge)) })
}
