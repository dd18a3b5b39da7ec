// B1–B8 of budget-and-receipts §3.3. Errors keep the draft from the council; warnings are shown and must be acknowledged.
import { type FiscalYear } from '../../platform/dates.ts'
import { compare, formatMoney, isNegative, minus, money, negate, sum, times, toNumeric, zero, type Money } from '../../platform/money.ts'
import { type DocumentLine, type Kind } from '../document/document.ts'
import { excess, staleness, type ReceiptFacts } from '../ordinance-receipts/ordinance-receipts.ts'
import { rulesOf, totalOf, type CheckId, type RevenueLine } from '../ordinance/ordinance.ts'
import { ordinanceText } from '../ordinance.text.ts'
import { type BudgetClass, type Settings } from '../settings/settings.ts'

const { checks: text } = ordinanceText

export interface Finding {
  readonly id: CheckId
  readonly level: 'error' | 'warning'
  readonly text: string
  /** The law behind it; empty for what the form itself asks. */
  readonly reference: string
}

export type CheckedLine = Pick<DocumentLine, 'key' | 'amount' | 'fromSubsidy' | 'explanation' | 'planReference' | 'quantity' | 'location'>

export interface CheckFacts {
  readonly kind: Kind
  readonly fiscalYear: FiscalYear
  readonly revenues: readonly RevenueLine[]
  readonly lines: readonly CheckedLine[]
  readonly classes: ReadonlyMap<string, BudgetClass>
  readonly departments: ReadonlySet<string>
  readonly settings: Settings
  /** Nothing is enacted with it: then it needs lines of its own. */
  readonly isAlone: boolean
  /** Where the kind is paid from receipts above the estimate. */
  readonly receipts: ReceiptFacts | undefined
  /** What last year's recurrent lines came to, where they are used for the time being. */
  readonly recurrent: Money | undefined
}

export function checksOf(facts: CheckFacts): Finding[] {
  return rulesOf(facts).checks.flatMap((id) => checks[id](facts))
}

const checks: Readonly<Record<CheckId, (facts: CheckFacts) => Finding[]>> = {
  B1: balance, B2: wholeBaht, B3: centralFund, B4: personnel, B5: subsidies, B6: explanations, B7: reserve, B8: actives, S1: receiptsEntered, S2: receiptsSuffice,
  I1: onlyRecurrent, I2: withinLastYear,
}

export function isCentral(classes: CheckFacts['classes'], settings: Settings, key: { readonly taskCode: string; readonly economicCode: string }) {
  return {
    type: classes.get(key.economicCode)?.typeCode === settings.text('central-type'), plan: classes.get(key.taskCode)?.planCode === settings.text('central-plan'),
  }
}

/** Section 35: hundredths of a per cent, half up. */
export function personnelShare({ lines, classes }: Pick<CheckFacts, 'lines' | 'classes'>): { readonly amount: Money; readonly hundredths: bigint } {
  const amount = sum(lines.filter((line) => line.key && classes.get(line.key.economicCode)?.isPersonnel).map((line) => minus(line.amount, line.fromSubsidy)))
  const total = totalOf(lines)
  return { amount, hundredths: total === zero ? 0n : (amount * 20_000n + total) / (total * 2n) }
}

function balance({ revenues, lines, settings, isAlone }: CheckFacts): Finding[] {
  const surplus = minus(totalOf(revenues), totalOf(lines))
  if (lines.length === 0 && isAlone) return [{ id: 'B1', level: 'error', text: text.noLines, reference: '' }]
  return isNegative(surplus) ? [{ id: 'B1', level: 'error', text: text.deficit(formatMoney(negate(surplus))), reference: settings.reference('propose-by') }] : []
}

function wholeBaht({ lines }: CheckFacts): Finding[] {
  const odd = lines.filter(({ amount }) => amount % 100n !== 0n)
  return odd.map((line) => ({ id: 'B2', level: 'warning', text: text.satang(titleOf(line)), reference: '' }))
}

function centralFund({ lines, classes, settings }: CheckFacts): Finding[] {
  const wrong = lines.filter(({ key }) => {
    const central = key && isCentral(classes, settings, key)
    return central && central.type !== central.plan
  })
  return wrong.map((line) => ({ id: 'B3', level: 'error', text: `${text.central}: ${titleOf(line)}`, reference: settings.reference('central-plan') }))
}

function personnel(facts: CheckFacts): Finding[] {
  const { settings, lines } = facts
  const { amount, hundredths } = personnelShare(facts)
  const limit = settings.number('personnel-percent')
  if (amount * 100n <= BigInt(limit) * totalOf(lines)) return []
  const percent = toNumeric(money(hundredths))
  return [{ id: 'B4', level: 'warning', text: text.personnel(percent, String(limit)), reference: settings.reference('personnel-percent') }]
}

// R7: general and purpose-tied subsidies are no own revenue.
const subsidyRevenues = ['431000', '441000']

function subsidies({ revenues, lines, classes, settings }: CheckFacts): Finding[] {
  const given = totalOf(lines.filter(({ key }) => key && classes.get(key.economicCode)?.categoryCode === settings.text('subsidy-category')))
  const own = sum(revenues.filter((line) => !subsidyRevenues.includes(line.categoryCode)).map(({ actuals }) => actuals[2]))
  const ceiling = times(own, settings.percent('subsidy-percent'), 'down')
  if (compare(given, ceiling) <= 0) return []
  return [{
    id: 'B5', level: 'warning', text: text.subsidy(formatMoney(ceiling), formatMoney(minus(given, ceiling))), reference: settings.reference('subsidy-percent'),
  }]
}

function explanations({ revenues, lines, classes, settings }: CheckFacts): Finding[] {
  const found = (message: string): Finding => ({ id: 'B6', level: 'error', text: message, reference: '' })
  const silent = [...revenues.filter(({ explanation }) => explanation === '').map((line) => line.name), ...lines.filter(({ explanation }) => explanation === '').map(titleOf)]
  const capital = lines.filter(({ key }) => key && classes.get(key.economicCode)?.typeCode === settings.text('capital-type'))
  const vague = capital.filter(({ planReference, quantity, location }) => planReference === '' || quantity === null || location === '')
  return [...silent.map((name) => found(text.explain(name))), ...vague.map((line) => found(text.capital(titleOf(line))))]
}

function reserve({ lines, settings }: CheckFacts): Finding[] {
  const item = settings.text('reserve-item')
  return lines.some(({ key }) => key?.economicCode === item) ? [] : [{ id: 'B7', level: 'warning', text: text.reserve, reference: settings.reference('reserve-item') }]
}

function actives({ lines, classes, departments, fiscalYear }: CheckFacts): Finding[] {
  const codes = new Set(lines.flatMap(({ key }) => (key ? [key.taskCode, classes.get(key.taskCode)?.planCode ?? '', key.economicCode] : [])))
  const off = [...codes].filter((code) => code !== '' && classes.get(code)?.isActive !== true)
  const gone = lines.filter(({ key }) => key?.departmentId != null && !departments.has(key.departmentId))
  return [
    ...off.map((code): Finding => ({ id: 'B8', level: 'error', text: text.inactive(code, String(fiscalYear)), reference: '' })),
    ...gone.map((line): Finding => ({ id: 'B8', level: 'error', text: text.noDepartment(titleOf(line)), reference: '' })),
  ]
}

function titleOf({ key }: CheckedLine): string {
  return key?.title ?? ''
}

function receiptsEntered({ receipts, settings }: CheckFacts): Finding[] {
  const stale = receipts && staleness(receipts)
  return stale === undefined ? [] : [{ id: 'S1', level: 'error', text: stale, reference: settings.reference('propose-by') }]
}

function receiptsSuffice({ receipts, lines, settings }: CheckFacts): Finding[] {
  const over = receipts && excess(receipts, totalOf(lines))
  return over === undefined ? [] : [{ id: 'S2', level: 'error', text: over, reference: settings.reference('propose-by') }]
}

function onlyRecurrent({ lines, classes, settings }: CheckFacts): Finding[] {
  const types = settings.text('interim-types').split(',')
  const others = lines.filter(({ key }) => !types.includes(classes.get(key?.economicCode ?? '')?.typeCode ?? ''))
  return others.map((line) => ({ id: 'I1', level: 'error', text: text.recurrent(titleOf(line)), reference: settings.reference('interim-types') }))
}

function withinLastYear({ lines, recurrent, settings }: CheckFacts): Finding[] {
  const total = totalOf(lines)
  if (recurrent === undefined || compare(total, recurrent) <= 0) return []
  return [{ id: 'I2', level: 'error', text: text.overLastYear(formatMoney(total), formatMoney(recurrent)), reference: settings.reference('interim-types') }]
}
