// A control line with its figures as a row: for every repository that selects from `budget_lines l JOIN budget_balances b`.
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { stages, type Balance, type ControlLine } from './control.ts'

const columns = `l.organisation_id, l.id, l.fiscal_year, l.number, l.document_id, l.source_code, l.department_id, l.task_code, l.economic_code, l.title,
  l.explanation, l.location, l.enterprise_id, l.fund_document_id, l.carried_from, l.released_from, l.usable_from, l.usable_until`

const figures = `${stages.map((stage) => `b.${stage}`).join(', ')}, b.available, b.last_granted_on`

/** For the select list of `budget_lines l JOIN budget_balances b`. */
export const lineColumns = `${columns}, ${figures}`

export interface ControlLineRow extends Readonly<Record<(typeof stages)[number], string>> {
  readonly organisation_id: string
  readonly id: string
  readonly fiscal_year: number
  readonly number: number
  readonly document_id: string
  readonly source_code: string
  readonly department_id: string | null
  readonly task_code: string
  readonly economic_code: string
  readonly title: string
  readonly explanation: string
  readonly location: string
  readonly enterprise_id: string | null
  readonly fund_document_id: string | null
  readonly carried_from: string | null
  readonly released_from: string | null
  readonly usable_from: string
  readonly usable_until: string
  readonly available: string
  readonly last_granted_on: string | null
}

export function controlLineOf(row: ControlLineRow): ControlLine {
  return {
    organisationId: row.organisation_id, id: row.id, fiscalYear: fiscalYear(row.fiscal_year), number: row.number, documentId: row.document_id,
    sourceCode: row.source_code, departmentId: row.department_id, taskCode: row.task_code, economicCode: row.economic_code, title: row.title,
    explanation: row.explanation, location: row.location, enterpriseId: row.enterprise_id, fundDocumentId: row.fund_document_id, carriedFrom: row.carried_from,
    releasedFrom: row.released_from, usableFrom: calendarDate(row.usable_from), usableUntil: calendarDate(row.usable_until),
  }
}

export function balanceOf(row: ControlLineRow): Balance {
  const amount = (stage: (typeof stages)[number]) => fromNumeric(row[stage])
  return {
    approved: amount('approved'), supplemented: amount('supplemented'), transferred: amount('transferred'), released: amount('released'),
    reserved: amount('reserved'), committed: amount('committed'), claimed: amount('claimed'), paid: amount('paid'), refunded: amount('refunded'),
    carried: amount('carried'), lapsed: amount('lapsed'), frozen: amount('frozen'), allowance: amount('allowance'),
    available: fromNumeric(row.available),
  }
}
