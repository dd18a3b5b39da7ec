// The desk of checker and approver as finished strings: what waits, the papers of one claim, what became of several.
import { makerControls } from '../../documents/index.ts'
import { formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  choice, field, lineTable, refusals, type Choice, type ErrorSummary, type Field, type Filters, type LineTable, type PageHeader, type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { formatMoney } from '../../platform/money.ts'
import { type Department } from '../../registers/index.ts'
import { type AskedClaims } from '../claim/claim.schema.ts'
import { type Claim, type ClaimHead } from '../claim/claim.ts'
import { claimNumber, filterControls, payeeOf } from '../claim/claim.view.ts'
import { type WantedDocument } from '../claim-settings/claim-settings.ts'
import { claimText } from '../claim.text.ts'
import { claimCheckPaths as paths, claimPaths, claimSettingsPaths } from '../expenditure.paths.ts'
import { type Result } from './claim-check.ts'

const text = claimText.checks
const { columns } = claimText

export interface Waiting {
  readonly heading: string
  readonly empty: string
  readonly action: string
  /** Empty: this officer only looks. */
  readonly button: string
  readonly count: string
  readonly heads: readonly { readonly label: string; readonly className: string }[]
  readonly rows: readonly { readonly id: string; readonly value: string; readonly number: string; readonly href: string; readonly kind: string; readonly cells: readonly { readonly label: string; readonly className: string; readonly text: string }[] }[]
}

export interface CheckList extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  readonly select: string
  readonly waiting: readonly Waiting[]
}

export interface FoundWaiting {
  readonly toCheck: FoundPage<ClaimHead>
  readonly toApprove: FoundPage<ClaimHead>
  readonly departments: readonly Department[]
  readonly may: { readonly check: boolean; readonly approve: boolean; readonly set: boolean }
}

export function listPage(asked: AskedClaims, found: FoundWaiting, errors: FieldErrors = {}): CheckList {
  const { may } = found
  return {
    title: text.title, breadcrumb: [{ text: text.title }], ...refusals(errors), select: text.select,
    pageHeader: { title: text.title, ...(may.set && { actions: [{ text: claimText.settings.open, href: claimSettingsPaths.edit, kind: 'secondary' as const }] }) },
    filters: { label: text.title, action: paths.list, controls: [...filterControls(asked, found.departments), ...makerControls(asked.filter.by)], clearHref: paths.list },
    waiting: [
      { heading: text.toCheck, empty: text.noneToCheck, action: paths.check, button: may.check ? text.checkMany : '', ...rowsOf(found.toCheck, may.check ? paths.show : claimPaths.show) },
      { heading: text.toApprove, empty: text.noneToApprove, action: paths.approve, button: may.approve ? text.approveMany : '', ...rowsOf(found.toApprove, claimPaths.show) },
    ],
  }
}

const heads = [
  { label: columns.number, className: 'is-code' }, { label: columns.date, className: 'is-date' }, { label: columns.department, className: 'is-text' }, { label: columns.payee, className: 'is-text' },
  { label: columns.title, className: 'is-text' }, { label: columns.gross, className: 'is-money' }, { label: columns.net, className: 'is-money' },
]

function rowsOf({ items, hasMore }: FoundPage<ClaimHead>, href: (id: string) => string): Pick<Waiting, 'count' | 'heads' | 'rows'> {
  return {
    heads, count: hasMore ? text.more(String(items.length)) : '', rows: items.map((claim) => ({
      id: `claim-${claim.id}`, value: `${claim.id}.${claim.version}`, number: claimNumber(claim), href: href(claim.id), kind: claimText.kinds[claim.kind],
      cells: [formatThaiDateShort(claim.claimDate), claim.departmentName ?? '', payeeOf(claim), claim.title, formatMoney(claim.gross), formatMoney(claim.net)]
        .map((cell, index) => ({ label: heads[index + 1]?.label ?? '', className: heads[index + 1]?.className ?? '', text: cell })),
    })),
  }
}

export interface CheckPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly summaryList: SummaryList
  readonly action: string
  readonly version: string
  readonly papers: Choice
  readonly note: Field
  readonly save: string
  readonly claimLink: { readonly text: string; readonly href: string }
}

export interface CheckInput {
  readonly ticked: ReadonlySet<string>
  readonly note: string
}

export function checkPage(claim: Claim, wanted: readonly WantedDocument[], given: CheckInput & { readonly errors?: FieldErrors }): CheckPage {
  const { errors = {} } = given
  const number = claimNumber(claim)
  const options = wanted.filter(({ need }) => need !== 'none').map(({ code, name, need }) => (
    { value: code, text: name, hint: need === 'mandatory' ? claimText.papers.mandatory : claimText.papers.optional }))
  const facts = [
    [columns.number, number], [columns.kind, claimText.kinds[claim.kind]], [columns.department, claim.departmentName ?? ''], [columns.payee, payeeOf(claim)], [columns.title, claim.title],
    [columns.gross, formatMoney(claim.gross)], [columns.net, formatMoney(claim.net)],
  ] as const
  return {
    title: text.checkTitle(number), breadcrumb: [{ text: text.title, href: paths.list }, { text: number }], pageHeader: { title: text.checkTitle(number) }, ...refusals(errors),
    summaryList: { items: facts.map(([label, value]) => ({ label, text: value })) }, action: paths.show(claim.id), version: String(claim.version),
    papers: choice({ name: 'papers', label: text.present, type: 'checkbox', options, values: [...given.ticked], error: errors.papers }),
    note: field({ name: 'note', label: text.note, value: given.note, rows: 2, width: 'full', maxLength: 300, error: errors.note }), save: text.save,
    claimLink: { text: text.openClaim, href: claimPaths.show(claim.id) },
  }
}

export interface ResultPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly lineTable: LineTable
  readonly back: { readonly text: string; readonly href: string }
}

export function resultPage(results: readonly Result[], claims: ReadonlyMap<string, ClaimHead>): ResultPage {
  return {
    title: text.results, breadcrumb: [{ text: text.title, href: paths.list }, { text: text.results }], pageHeader: { title: text.results }, back: { text: text.title, href: paths.list },
    lineTable: lineTable({
      caption: text.results, captionHidden: true, empty: '', columns: [
        { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.title, kind: 'text' }, { label: columns.net, kind: 'money' }, { label: text.result, kind: 'status' },
      ],
      rows: results.map(({ id, refusal }) => {
        const claim = claims.get(id)
        const status = refusal === undefined ? { kind: 'done' as const, text: text.done } : { kind: 'refused' as const, text: refusal }
        return [claim ? { text: claimNumber(claim), href: claimPaths.show(id) } : id, claim?.title ?? '', claim ? formatMoney(claim.net) : '', { status }]
      }),
    }),
  }
}
