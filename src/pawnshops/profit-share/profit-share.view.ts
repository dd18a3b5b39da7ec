// Sharing of a year's profit as finished strings.
import { asSigned, listFrame, stepActions, type ListFrame, type StepButton } from '../../documents/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatInstant, formatThaiDate, formatThaiDateField, formatThaiDateShort, instant, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  date, field, lineTable, money, refusals, type Actions, type Control, type ErrorSummary, type LineTable, type PageHeader, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { mayDo, numberOf, type PawnDocument, type PawnHead, type PawnStep } from '../pawn-document/pawn-document.ts'
import { type PawnRule, sharesOf } from '../pawn-rule/pawn-rule.ts'
import { sharingPaths as paths } from '../pawnshops.paths.ts'
import { pawnshopsText } from '../pawnshops.text.ts'
import { sharingLifecycle } from './profit-share.ts'

const { sharing: text, fields, buttons: words, states } = pawnshopsText
const jv = { voucher: 'JV' } as const

export interface SharingList extends ListFrame {
  readonly lead: string
}

export function listPage(found: { readonly items: readonly PawnHead[]; readonly hasMore: boolean; readonly mayCreate: boolean }): SharingList {
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, errors: {}, controls: [], countText: '',
      next: found.hasMore ? `${paths.list}?${new URLSearchParams({ after: found.items.at(-1)?.id ?? '' })}` : undefined,
      actions: found.mayCreate ? [{ text: text.newTitle, href: paths.new, kind: 'primary' }] : [],
    }),
    lead: text.lead,
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: [
        { label: fields.number, kind: 'code', isRowHeader: true }, { label: fields.documentDate, kind: 'date' }, { label: fields.author, kind: 'text' },
        { label: text.profit, kind: 'money' }, { label: fields.state, kind: 'status' },
      ],
      rows: found.items.map((document) => [
        { text: numberOf(document, jv), href: paths.show(document.id) }, formatThaiDateShort(document.documentDate), document.author.name, formatMoney(document.total),
        { status: states[document.state] },
      ]),
    }),
  }
}

export interface SharingInput {
  readonly formKey: string
  readonly documentDate: string
  readonly reference: string
  readonly total: string
  readonly remark: string
}

export function blankInput(key: string, today: CalendarDate, profit: Money): SharingInput {
  return { formKey: key, documentDate: formatThaiDateField(today), reference: '', total: profit > 0n ? formatMoney(profit) : '', remark: '' }
}

export interface SharingForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly summaryList: SummaryList
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly controls: readonly Control[]
}

export function formPage(input: SharingInput, profit: Money, errors: FieldErrors = {}): SharingForm {
  return {
    title: text.newTitle, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: text.newTitle }], pageHeader: { title: text.newTitle, lead: text.lead },
    ...refusals(errors), summaryList: { items: [{ label: text.available, text: formatMoney(profit), isMoney: true }] },
    action: paths.new, cancelHref: paths.list, formKey: input.formKey,
    controls: [
      { date: date({ name: 'documentDate', label: fields.documentDate, value: input.documentDate, error: errors.documentDate, required: true }) },
      { field: field({ name: 'reference', label: text.reference, value: input.reference, error: errors.reference, maxLength: 100, required: true, width: 'long' }) },
      { money: money({ name: 'total', label: text.profit, value: input.total, error: errors.total, required: true }) },
      { field: field({ name: 'remark', label: fields.remark, value: input.remark, error: errors.remark, maxLength: 500, width: 'full' }) },
    ],
  }
}

export interface SharingPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notice: string
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export interface ShownSharing {
  readonly document: PawnDocument
  readonly rule: PawnRule
  readonly officer: Officer
  readonly isAlone: boolean
  readonly trail: Trail
}

export function showPage({ document, rule, officer, isAlone, trail }: ShownSharing, errors: FieldErrors = {}): SharingPage {
  const title = `${text.title} ${numberOf(document, jv)}`
  const allowed = sharingLifecycle.allows(officer, asSigned(document, isAlone)).filter((step) => mayDo(officer, document, step))
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: numberOf(document, jv) }], pageHeader: { title, status: states[document.state] },
    ...refusals(errors), notice: document.state === 'draft' && document.returnReason ? pawnshopsText.returned(document.returnReason) : '',
    summaryList: { items: factsOf(document) }, lineTable: sharesTable(document.total, rule), actions: stepActions({ document, officer, paths, allowed, buttons }), trail,
  }
}

function factsOf({ organisationId, documentDate, reference, author, approver, approvedAt, voucherId, remark, ...head }: PawnDocument): SummaryItem[] {
  const facts: SummaryItem[] = [
    { label: fields.documentDate, text: formatThaiDate(documentDate) }, { label: text.reference, text: reference }, { label: fields.author, text: author.name },
    { label: fields.approver, text: approver && approvedAt ? `${approver.name} ${formatInstant(instant(approvedAt))}` : '' }, { label: fields.remark, text: remark },
  ]
  const voucher = voucherId === null ? [] : [{ label: fields.voucher, text: numberOf(head, jv), href: ledgerPaths.registered(organisationId, voucherId) }]
  return [...facts.filter((fact) => fact.text !== ''), ...voucher]
}

function sharesTable(profit: Money, rule: PawnRule): LineTable {
  const shares = sharesOf(profit, rule)
  const percents = { local: rule.localPercent, capital: rule.capitalPercent, bonus: 100n - rule.localPercent - rule.capitalPercent }
  return lineTable({
    caption: text.title, empty: text.empty,
    columns: [{ label: text.share, kind: 'text', isRowHeader: true }, { label: text.percent, kind: 'number' }, { label: text.amount, kind: 'money' }],
    rows: (['local', 'capital', 'bonus'] as const).map((share) => [text.shares[share], String(percents[share]), formatMoney(shares[share])]),
    totals: [{ label: pawnshopsText.sum, isGrand: true, cells: ['100', formatMoney(profit)] }],
  })
}

const buttons: readonly StepButton<PawnStep>[] = [
  { step: 'submit', label: words.submit, kind: 'primary' }, { step: 'approve', label: words.approve, kind: 'primary' },
  { step: 'return', label: words.return, kind: 'secondary', reason: words.returnReason }, { step: 'withdraw', label: words.withdraw, kind: 'secondary' },
  { step: 'reverse', label: words.reverse, kind: 'danger', reason: words.reverseReason }, { step: 'cancel', label: words.cancel, kind: 'danger' },
]
