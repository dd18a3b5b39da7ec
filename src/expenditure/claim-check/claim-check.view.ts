// The desk of checker and approver as finished strings: what waits, the papers of one claim, what became of several.
import { makerControls, resultPage, tickRow, type ResultPage, type TickCell, type TickedResult, type TickGroup, type TickList } from '../../documents/index.ts'
import { formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  choice, field, refusals, type Choice, type ErrorSummary, type Field, type PageHeader, type SummaryList,
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
import { type ClaimedAgain } from './claim-check.ts'

const text = claimText.checks
const { columns } = claimText

export interface FoundWaiting {
  readonly again: ReadonlyMap<string, ClaimedAgain>
  readonly toCheck: FoundPage<ClaimHead>
  readonly toApprove: FoundPage<ClaimHead>
  readonly departments: readonly Department[]
  readonly may: { readonly check: boolean; readonly approve: boolean; readonly set: boolean }
}

export function listPage(asked: AskedClaims, found: FoundWaiting, errors: FieldErrors = {}): TickList {
  const { may } = found
  return {
    title: text.title, breadcrumb: [{ text: text.title }], ...refusals(errors), select: text.select,
    pageHeader: { title: text.title, ...(may.set && { actions: [{ text: claimText.settings.open, href: claimSettingsPaths.edit, kind: 'secondary' as const }] }) },
    filters: { label: text.title, action: paths.list, controls: [...filterControls(asked, found.departments), ...makerControls(asked.filter.by)], clearHref: paths.list },
    groups: [
      { ...group, heading: text.toCheck, empty: text.noneToCheck, action: paths.check, button: may.check ? text.checkMany : '', ...rowsOf(found.toCheck, found.again, may.check ? paths.show : claimPaths.show) },
      { ...group, heading: text.toApprove, empty: text.noneToApprove, action: paths.approve, button: may.approve ? text.approveMany : '', ...rowsOf(found.toApprove, found.again, claimPaths.show) },
    ],
  }
}

const heads = [
  { label: columns.number, className: 'is-code' }, { label: columns.date, className: 'is-date' }, { label: columns.department, className: 'is-text' }, { label: columns.payee, className: 'is-text' },
  { label: columns.title, className: 'is-text' }, { label: columns.gross, className: 'is-money' }, { label: columns.net, className: 'is-money' },
]
const group = { name: 'claims', heads, controls: [] } as const

function rowsOf({ items, hasMore }: FoundPage<ClaimHead>, again: FoundWaiting['again'], href: (id: string) => string): Pick<TickGroup, 'count' | 'rows'> {
  return {
    count: hasMore ? text.more(String(items.length)) : '', rows: items.map((claim) => tickRow(heads, {
      boxId: `claim-${claim.id}`, value: `${claim.id}.${claim.version}`, number: claimNumber(claim), href: href(claim.id), note: claimText.kinds[claim.kind],
      cells: [formatThaiDateShort(claim.claimDate), claim.departmentName ?? '', payeeOf(claim), titleOf(claim, again.get(claim.id)), formatMoney(claim.gross), formatMoney(claim.net)],
    })),
  }
}

/** W_DUP_INVOICE: whoever decides sees the other claims of the bill and the reason, without opening the claim. */
function titleOf({ title }: ClaimHead, again: ClaimedAgain | undefined): TickCell {
  return again === undefined ? { text: title } : { text: title, warning: text.claimedAgain, note: text.claimedAgainOf(again.claims, again.reason) }
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

export function resultsPage(results: readonly TickedResult[], claims: ReadonlyMap<string, ClaimHead>): ResultPage {
  return resultPage(results, {
    heads: { number: columns.number, title: columns.title, net: columns.net }, back: { text: text.title, href: paths.list },
    shown: (id) => {
      const claim = claims.get(id)
      return claim && { number: claimNumber(claim), href: claimPaths.show(id), title: claim.title, net: formatMoney(claim.net) }
    },
  })
}
