// What the pages of the room have in common.
import { type FieldErrors } from '../platform/errors.ts'
import {
  date, errorSummary, field, select, type Control, type ErrorSummary, type Field, type Filters, type LineTable, type Option,
  type PageHeader, type Pagination,
  type SummaryItem,
} from '../platform/http/components.ts'
import { type PageModel } from '../platform/http/reply.ts'
import { type AskedDays } from './asked.ts'
import { type Office } from './office/office.ts'
import { type Person } from './person.ts'
import { receiptsText as text } from './receipts.text.ts'

export interface Offices {
  readonly offices: readonly Office[]
}

export interface ListFrame extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  readonly lineTable: LineTable
  readonly pagination: Pagination
}

interface ListArguments {
  readonly title: string
  readonly path: string
  readonly controls: readonly Control[]
  readonly errors: FieldErrors
  readonly next: string | undefined
  readonly countText: string
  readonly actions: NonNullable<PageHeader['actions']>
}

export function listFrame(given: ListArguments): Omit<ListFrame, 'lineTable'> {
  return {
    title: given.title, breadcrumb: [{ text: given.title }], pageHeader: { title: given.title, actions: given.actions },
    ...refusals(given.errors),
    filters: { label: text.filters.label, action: given.path, controls: given.controls, clearHref: given.path },
    pagination: { countText: given.countText, nextHref: given.next },
  }
}

/** Shown only where there is a choice. */
export function organisationControls({ offices }: Offices, organisationId: string): Control[] {
  const options = offices.map((office) => ({ value: office.organisationId, text: office.name }))
  const organisation = select({ name: 'organisation', label: text.filters.organisation, options, value: organisationId })
  return offices.length > 1 ? [{ select: organisation }] : []
}

export function dayControls({ typed, errors }: AskedDays): Control[] {
  return [
    { date: date({ name: 'from', label: text.filters.from, value: typed.from, error: errors.from }) },
    { date: date({ name: 'until', label: text.filters.until, value: typed.until, error: errors.until }) },
  ]
}

export function stateControl(options: readonly Option[], value: string | undefined): Control {
  return { select: select({ name: 'state', label: text.filters.state, options: [{ value: '', text: text.all }, ...options], value }) }
}

export function remarkField(value: string, error: string | undefined): Field {
  return field({ name: 'remark', label: text.remark, value, error, maxLength: 500, width: 'full' })
}

/** A page shown again says so in its title and above its form. */
export function refusals(errors: FieldErrors): { errorSummary: ErrorSummary; hasErrors: boolean } {
  const summary = errorSummary(errors)
  return { errorSummary: summary, hasErrors: summary.shown }
}

/** Facts without a value are not shown. */
export function itemsOf(facts: readonly (readonly [string, string])[]): SummaryItem[] {
  return facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value }))
}

/** A name below the dotted line, or room for one to be written. */
export function signer(role: string, person: Person | null) {
  return { role, name: person?.name ?? text.blankName, position: person?.position ?? '' }
}
