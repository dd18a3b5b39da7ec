import { organisationControls, seenFrom, type Offices, type Report, type ReportCell } from '../../documents/index.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { date, field, type Column } from '../../platform/http/components.ts'
import { isZero, minus, sum, type Money } from '../../platform/money.ts'
import { grantRegisterText as text } from '../grant-register.text.ts'
import { heldOf, type GrantRow } from './grant-register.ts'
import { type AskedGrantRegister } from './grant-register.schema.ts'

export interface FoundGrants extends Offices {
  readonly asked: AskedGrantRegister
  readonly office: { readonly organisationId: string; readonly name: string }
  readonly own: string
  readonly grants: readonly GrantRow[]
  /** The account of advances; absent where only some notices were asked for. */
  readonly ledger: Money | undefined
  readonly most: number
  /** Where a notice may be opened. */
  noticePath(id: string): string | undefined
}

const figures = ['budget', 'received', 'obligated', 'paid', 'recognised', 'returned'] as const

export function grantsReport(found: FoundGrants): Report {
  const { asked, office, grants, own, ledger } = found
  const shown = grants.slice(asked.from, asked.from + found.most)
  const held = sum(grants.map(heldOf))
  const link = ({ documentId }: GrantRow) => (documentId === null ? undefined : found.noticePath(documentId))
  return {
    fileName: text.fileName(asked.day), title: text.title, organisation: office.name, about: (asked.isToday ? text.asOf : text.budgetNow)(formatThaiDate(asked.day)), empty: text.empty, errors: asked.errors, isLandscape: true, columns,
    asked: { organisation: office.organisationId, day: asked.typedDay, search: asked.search }, count: text.count(String(grants.length)),
    after: asked.from + found.most < grants.length ? String(asked.from + found.most) : undefined,
    controls: [
      ...organisationControls(found, office.organisationId), { date: date({ name: 'day', label: text.day, value: asked.typedDay, error: asked.errors.day }) },
      { field: field({ name: 'search', label: text.search, value: asked.search, maxLength: 100 }) },
    ],
    rows: shown.map((grant) => {
      const href = link(grant)
      return [{ text: grant.key, href: href && seenFrom(own, office.organisationId, href) }, grant.name, ...figures.map((name) => cell(grant[name])), cell(heldOf(grant))]
    }),
    totals: [
      { label: text.sum, cells: [...figures.map((name) => sum(grants.map((grant) => grant[name]))), held] },
      ...(ledger === undefined ? [] : [{ label: text.ledger, cells: [...figures.map(() => ''), ledger] }]),
      ...(ledger === undefined || isZero(minus(held, ledger)) ? [] : [{ label: text.difference, cells: [...figures.map(() => ''), minus(held, ledger)] }]),
    ],
  }
}

const cell = (amount: Money): ReportCell => (isZero(amount) ? '' : amount)
const columns: readonly Column[] = [
  { label: text.columns.key, kind: 'code', isRowHeader: true }, { label: text.columns.name, kind: 'text' }, ...figures.map((name): Column => ({ label: text.columns[name], kind: 'money' })),
  { label: text.columns.held, kind: 'money' },
]
