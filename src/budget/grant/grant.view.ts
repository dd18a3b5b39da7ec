// The form, the page's own parts and the paper of a notice as finished strings.
import { bahtText } from '../../platform/baht-text.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, date, field, lineTable, money, type Column, type Control, type LineTable, type SummaryItem } from '../../platform/http/components.ts'
import { formatMoney, isZero, minus, sum, zero, type Money } from '../../platform/money.ts'
import { grantPaths as paths } from '../budget.paths.ts'
import { formFrame, headControls, memoPage, type FormPage, type MemoPrint } from '../desk/desk.view.ts'
import { nameOf, numberOf } from '../document/document.view.ts'
import { type FundRules } from '../fund-lines/fund-lines.ts'
import { fundEditor, fundTable } from '../fund-lines/fund-lines.view.ts'
import { grantText as text } from '../fund.text.ts'
import { type Names } from '../settings/settings.ts'
import { noticeOf, returnOf, type GrantInput } from './grant.schema.ts'
import { grantSources, type Grant } from './grant.ts'

const { fields } = text

export interface GrantFormAround {
  readonly grant: Grant | undefined
  /** The first notice, where this one is for its remainder. */
  readonly parent: Grant | undefined
  readonly fiscalYear: number
  readonly rules: FundRules
  readonly total: Money
  readonly errors: FieldErrors
  readonly isAgain: boolean
}

export function formPage(input: GrantInput, around: GrantFormAround): FormPage {
  const { grant, parent, errors } = around
  const isNotified = grant?.state === 'notified'
  const frame = formFrame({ paths, text }, { document: grant, input, fiscalYear: around.fiscalYear, errors })
  const title = titleOf(around)
  return {
    ...frame, title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title },
    action: grant ? paths.edit(grant.id) : parent ? paths.newSecond(parent.id) : paths.new,
    controls: isNotified ? [] : controlsOf(input, around), hint: isNotified ? text.allotHint(formatMoney(grant.total ?? zero)) : text.hint,
    editors: [fundEditor(input.lines, around)], check: undefined, checkedTitle: undefined, checked: undefined,
    save: isNotified ? text.saveAllotment : frame.save,
  }
}

function titleOf({ grant, parent }: GrantFormAround): string {
  if (grant?.state === 'notified') return text.allotTitle(numberOf(grant))
  if (grant) return text.editTitle(numberOf(grant))
  return parent ? text.secondTitle(numberOf(parent)) : text.newTitle
}

function controlsOf(input: GrantInput, { parent, errors }: GrantFormAround): Control[] {
  const options = grantSources.map((value) => ({ value, text: text.sources[value] }))
  const asked = (name: 'agency' | 'letterNumber' | 'letterDate' | 'total' | 'spendBy') => (
    { name, label: fields[name], value: input[name], error: errors[name], required: true })
  const source = choice({ name: 'source', label: fields.source, type: 'radio', options, values: [input.source], error: errors.source, required: true, inline: true })
  return [
    ...(parent ? [] : [{ choice: source }]), { field: field({ ...asked('agency'), width: 'full', maxLength: 200 }) },
    { field: field({ ...asked('letterNumber'), width: 'long', maxLength: 100 }) }, { date: date(asked('letterDate')) },
    ...headControls(input, errors, { documentDate: fields.documentDate, reason: fields.reason }),
    { money: money(asked('total')) }, ...(parent ? [] : [{ date: date(asked('spendBy')) }]),
  ]
}

export function noticeItems(grant: Grant, parent: Grant | undefined): SummaryItem[] {
  const { agency, letterNumber, letterDate, spendBy } = noticeOf(grant)
  const source = grantSources.find((code) => code === grant.sourceCode)
  return [
    { label: fields.source, text: source ? text.sources[source] : '' }, { label: fields.agency, text: agency },
    { label: fields.letterNumber, text: letterNumber }, { label: fields.letterDate, text: formatThaiDate(letterDate) },
    { label: fields.spendBy, text: formatThaiDate(spendBy) },
    ...(parent ? [{ label: fields.parent, text: nameOf(parent), href: paths.show(parent.id) }] : []),
  ]
}

/** What its end left to be given back, and what the books do not know of it. */
export function noticesOf(grant: Grant): string[] {
  const { returned, booked } = returnOf(grant)
  if (isZero(returned)) return []
  const missing = minus(returned, booked)
  return [text.returned(formatMoney(returned)), ...(isZero(missing) ? [] : [text.notBooked(formatMoney(missing))])]
}

/** Notices for what contracts left over, below the first. */
export function secondsTable(seconds: readonly Grant[]): LineTable {
  return lineTable({
    caption: text.seconds.caption, empty: '', columns: secondColumns,
    rows: seconds.map((second) => [
      { text: numberOf(second), href: paths.show(second.id) }, formatThaiDate(second.documentDate), second.title, { status: text.states[second.state] },
      formatMoney(second.total ?? zero),
    ]),
    totals: [{ label: text.seconds.sum, cells: [formatMoney(sum(seconds.map(({ total }) => total ?? zero)))] }],
  })
}

const secondColumns: readonly Column[] = [
  { label: text.seconds.number, kind: 'code', isRowHeader: true }, { label: fields.documentDate, kind: 'date' }, { label: text.seconds.title, kind: 'text' },
  { label: text.seconds.state, kind: 'status' }, { label: fields.total, kind: 'money' },
]

export interface Paper {
  readonly names: Names
  readonly organisation: string
  readonly mark: string
}

/** ใบแจ้งจัดสรร */
export function paper(grant: Grant, { names, organisation, mark }: Paper): MemoPrint {
  const { agency, letterNumber, letterDate, spendBy } = noticeOf(grant)
  const total = grant.total ?? zero
  return memoPage(grant, {
    title: text.paper.title, backHref: paths.show(grant.id), organisation, mark,
    background: text.paper.background({ agency, letter: letterNumber, day: formatThaiDate(letterDate), total: formatMoney(total) }),
    facts: text.paper.facts(grant.reason, formatThaiDate(spendBy)), lineTable: fundTable(grant, { names, isLinked: false }),
    proposal: text.paper.proposal(formatMoney(total), bahtText(total)),
  })
}
