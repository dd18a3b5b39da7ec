// The rows of a purchase request as they were typed: budget lines, items and inspectors, judged cell by cell. Pure.
import { readBudgetLine, type LineWithBalance } from '../../budget/index.ts'
import { readAmount } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isZero, minus, sum, times, zero, type Money } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { type ProcurementRules } from '../procurement-rules/procurement-rules.ts'
import { requestText } from '../purchase-request.text.ts'
import { inspectorRoles, type Inspector, type RequestFields, type RequestItem, type RequestLine } from '../purchase-request/purchase-request.ts'
import { readQuantity } from '../../platform/quantity.ts'

const { errors } = requestText

export interface TypedRows {
  readonly lines: readonly { readonly line: string; readonly amount: string }[]
  readonly items: readonly { readonly name: string; readonly quantity: string; readonly unit: string; readonly price: string }[]
  readonly inspectors: readonly { readonly name: string; readonly position: string; readonly role: string }[]
}

export interface RequestKnown {
  /** Lines usable on the day of the document. */
  readonly lines: readonly LineWithBalance[]
  readonly rules: ProcurementRules
}

export interface JudgedRows {
  readonly faults: FieldErrors
  readonly lines: readonly RequestLine[]
  readonly items: readonly RequestItem[]
  readonly inspectors: readonly Inspector[]
  readonly total: Money
}

type Faults = Record<string, string>

/** Every fault at its cell; rows left blank are no rows. */
export function judgeRows(typed: TypedRows, head: Partial<Pick<RequestFields, 'methodCode'>>, known: RequestKnown): JudgedRows {
  const faults: Faults = {}
  const lines = judgeLines(typed.lines, known, faults)
  const items = judgeItems(typed.items, faults)
  const inspectors = judgeInspectors(typed.inspectors, faults)
  const total = sum(items.map(amountOf))
  if (Object.keys(faults).length === 0) Object.assign(faults, wholeFaults({ lines, items, inspectors, total }, head, known.rules))
  return { faults, lines, items, inspectors, total }
}

/** Quantity by price, half a satang up. */
export function amountOf({ quantity, price }: RequestItem): Money {
  return times(price, { numerator: quantity, denominator: 100n }, 'half-up')
}

export function isBlank(row: Readonly<Record<string, string>>): boolean {
  return Object.entries(row).every(([name, text]) => name === 'role' || text.trim() === '')
}

function judgeLines(rows: TypedRows['lines'], known: RequestKnown, faults: Faults): RequestLine[] {
  const seen = new Set<string>()
  const found = rows.flatMap((row, index) => {
    if (isBlank(row)) return []
    const [line, amount] = [readBudgetLine(known.lines, row.line), readAmount(row.amount)]
    if (typeof line === 'string') faults[`lines.${index}.line`] = line
    if (typeof amount === 'string') faults[`lines.${index}.amount`] = amount
    if (typeof line === 'string' || typeof amount === 'string') return []
    if (seen.has(line.id)) faults[`lines.${index}.line`] = errors.sameLine
    seen.add(line.id)
    const { available } = line.balance
    if (compare(amount, available) > 0) faults[`lines.${index}.amount`] = errors.short(formatMoney(available))
    return [{ lineId: line.id, amount, sourceCode: line.sourceCode, index }]
  })
  const [first] = found
  for (const other of found) if (other.sourceCode !== first?.sourceCode) faults[`lines.${other.index}.line`] = errors.otherSource
  if (rows.every(isBlank)) faults['lines.0.line'] = errors.noLines
  return found.map(({ lineId, amount }) => ({ lineId, amount }))
}

function judgeItems(rows: TypedRows['items'], faults: Faults): RequestItem[] {
  if (rows.every(isBlank)) faults['items.0.name'] = errors.noItems
  return rows.flatMap((row, index) => {
    if (isBlank(row)) return []
    const [name, quantity, unit, price] = [normalizeThai(row.name), readQuantity(row.quantity), normalizeThai(row.unit), readAmount(row.price)]
    if (name === '') faults[`items.${index}.name`] = errors.itemName
    if (quantity === undefined) faults[`items.${index}.quantity`] = errors.quantity
    if (unit === '') faults[`items.${index}.unit`] = errors.unit
    if (typeof price === 'string') faults[`items.${index}.price`] = price
    return quantity === undefined || typeof price === 'string' ? [] : [{ name, quantity, unit, price }]
  })
}

function judgeInspectors(rows: TypedRows['inspectors'], faults: Faults): Inspector[] {
  const names = new Set<string>()
  return rows.flatMap((row, index) => {
    if (isBlank(row)) return []
    const [name, role] = [normalizeThai(row.name), inspectorRoles.find((each) => each === row.role)]
    if (name === '') faults[`inspectors.${index}.name`] = errors.name
    if (names.has(name)) faults[`inspectors.${index}.name`] = errors.sameInspector
    if (!role) faults[`inspectors.${index}.role`] = errors.role
    names.add(name)
    return role ? [{ role, name, position: normalizeThai(row.position) }] : []
  })
}

type Whole = Pick<JudgedRows, 'lines' | 'items' | 'inspectors' | 'total'>

function wholeFaults({ lines, inspectors, total }: Whole, { methodCode }: Partial<Pick<RequestFields, 'methodCode'>>, rules: ProcurementRules): FieldErrors {
  const funded = sum(lines.map(({ amount }) => amount))
  const method = rules.methods.find(({ code }) => code === methodCode)
  const limit = method?.valueLimit ?? null
  const committee = committeeFault(inspectors, total, rules)
  return {
    ...(isZero(minus(funded, total)) ? {} : { 'lines.0.amount': errors.unfunded(formatMoney(funded), formatMoney(total)) }),
    ...(limit !== null && compare(total, limit) > 0 ? { methodCode: errors.overMethod(method?.name ?? '', formatMoney(limit)) } : {}),
    ...(committee === undefined ? {} : { 'inspectors.0.name': committee }),
  }
}

/** One alone up to the limit of the ministerial regulation; above it a committee with one chair. */
export function committeeFault(inspectors: readonly Inspector[], total: Money, rules: ProcurementRules): string | undefined {
  const alone = inspectors.filter(({ role }) => role === 'inspector').length
  const chairs = inspectors.filter(({ role }) => role === 'chair').length
  if (inspectors.length === 0) return errors.noInspector
  if (alone > 0) {
    if (inspectors.length > 1) return errors.oneInspector
    const limit = rules.amount('sole-inspector-limit')
    return compare(total, limit) > 0 ? errors.needsCommittee(formatMoney(limit)) : undefined
  }
  if (chairs !== 1) return errors.oneChair
  const least = rules.number('committee-least')
  return inspectors.length < least ? errors.smallCommittee(String(least)) : undefined
}

/** Of what can be read already, for the foot of the table. */
export function typedTotal(rows: readonly { readonly amount: string }[]): Money {
  return sum(rows.map(({ amount }) => { const read = readAmount(amount); return typeof read === 'string' ? zero : read }))
}
