// Special budgets that the LAO has sent, as finished strings.
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { lineTable, refusals, type Column, type ErrorSummary, type LineTable, type PageHeader, type SummaryList } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { planOfferPaths as paths, planPaths } from '../budget.paths.ts'
import { deskText } from '../desk.text.ts'
import { numberOf } from '../document/document.view.ts'
import { offerName, type Offer, type OfferLine } from '../offer/offer.ts'
import { planText } from '../plan.text.ts'
import { type Taking } from '../plan/plan.ts'
import { type Names } from '../settings/settings.ts'

const { offers: text } = planText
const { columns, fields } = text

export interface OfferList extends PageModel {
  readonly pageHeader: PageHeader
  readonly lineTable: LineTable
}

const listColumns: readonly Column[] = [
  { label: columns.title, kind: 'text', isRowHeader: true }, { label: columns.reference, kind: 'text' }, { label: columns.enactedOn, kind: 'date' },
  { label: columns.total, kind: 'money' }, { label: columns.state, kind: 'status' },
]

const crumb = { text: planText.listTitle, href: planPaths.list }

export function listPage(found: readonly Offer[], takings: ReadonlyMap<string, Taking>): OfferList {
  return {
    title: text.title, breadcrumb: [crumb, { text: text.title }], pageHeader: { title: text.title, lead: text.lead },
    lineTable: lineTable({
      caption: text.title, captionHidden: true, empty: text.empty, columns: listColumns,
      rows: found.map((offer) => [
        { text: offer.title, href: paths.show(offer.organisationId, offer.documentId) }, { text: offer.organisation, note: offer.reference },
        formatThaiDateShort(offer.enactedOn), formatMoney(offer.total), { status: takings.has(offerName(offer)) ? text.taken : text.waiting },
      ]),
    }),
  }
}

export interface OfferPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly summaryList: SummaryList
  readonly unit: string
  readonly lineTable: LineTable
  /** '' where it is taken in already, or may not be. */
  readonly action: string
  readonly formKey: string
  readonly hint: string
  readonly label: string
}

export interface ShownOffer {
  readonly offer: Offer & { readonly lines: readonly OfferLine[] }
  readonly takings: ReadonlyMap<string, Taking>
  readonly names: Names
  readonly mayTake: boolean
  readonly formKey: string
}

const lineColumns: readonly Column[] = [
  { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.task, kind: 'text' }, { label: columns.code, kind: 'text' }, { label: columns.total, kind: 'money' },
]

export function showPage({ offer, takings, names, mayTake, formKey }: ShownOffer, errors: FieldErrors): OfferPage {
  const taking = takings.get(offerName(offer))
  const named = (code: string) => `${code} ${names.classes.get(code)?.name ?? ''}`
  return {
    title: offer.title, breadcrumb: [crumb, { text: text.title, href: paths.list }, { text: offer.title }],
    pageHeader: { title: offer.title, status: taking ? text.taken : text.waiting }, ...refusals(errors),
    summaryList: { items: [
      { label: fields.organisation, text: offer.organisation }, { label: columns.reference, text: offer.reference },
      { label: columns.enactedOn, text: formatThaiDate(offer.enactedOn) }, { label: fields.revenue, text: formatMoney(offer.revenue), isMoney: true },
      { label: fields.total, text: formatMoney(offer.total), isMoney: true },
      ...(taking ? [{ label: fields.plan, text: numberOf(taking), href: planPaths.show(taking.id) }] : []),
    ] },
    unit: deskText.unit, hint: text.hint, label: text.take, formKey,
    action: taking || !mayTake ? '' : paths.show(offer.organisationId, offer.documentId),
    lineTable: lineTable({
      caption: text.caption, empty: '', columns: lineColumns,
      rows: offer.lines.map((line) => (
        [{ text: line.title, note: line.explanation || undefined }, named(line.taskCode), named(line.economicCode), formatMoney(line.amount)])),
      totals: [{ label: planText.sum, isGrand: true, cells: [formatMoney(offer.total)] }],
    }),
  }
}
