// The form of a cheque report: account, day and signers, then every claim that waits with the paper it is to be paid by.
import { printedNumber } from '../../documents/index.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, refusals, select, type Control, type ErrorSummary, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { signingPosition, type BankAccount, type Signatory } from '../../registers/index.ts'
import { chequeReportText as text } from '../cheque-report.text.ts'
import { reportChannels, type ChequeReport, type ChosenClaim } from '../cheque-report/cheque-report.ts'
import { reportNumber } from '../cheque-report/cheque-report.view.ts'
import { chequeReportPaths as paths } from '../payment.paths.ts'
import { paymentText } from '../payment.text.ts'
import { claimSearch, type ClaimSearch, type SearchedClaims } from '../payment-form/payment-form.view.ts'
import { type PaidClaim } from '../payment/payment.ts'

const { fields } = text

export interface ReportInput {
  readonly reportDate: string
  readonly bankAccountId: string
  readonly remark: string
  readonly formKey: string
  readonly version: string
  readonly signatoryIds: readonly string[]
  /** As typed or stored, by claim. */
  readonly chosen: ReadonlyMap<string, Pick<ChosenClaim, 'channel' | 'documentNumber'>>
}

export interface ReportChoices extends SearchedClaims {
  readonly banks: readonly BankAccount[]
  readonly signatories: readonly Signatory[]
  /** By account. */
  readonly nextLeaves: ReadonlyMap<string, string>
}

export interface ReportForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly controls: readonly Control[]
  /** The next leaf of each account. */
  readonly leaves: readonly string[]
  readonly signatories: readonly { readonly id: string; readonly boxId: string; readonly checked: boolean; readonly name: string; readonly position: string }[]
  readonly signersError: string
  readonly noSignatories: string
  readonly claims: readonly ClaimChoice[]
  readonly chosenError: string
  readonly noClaims: string
  readonly claimSearch: ClaimSearch
}

interface ClaimChoice {
  readonly index: string
  readonly claimId: string
  /** The first is where the summary of errors leads to. */
  readonly boxId: string
  readonly checked: boolean
  readonly number: string
  readonly payee: string
  readonly title: string
  readonly net: string
  readonly channels: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[]
  readonly documentNumber: string
  readonly error: string
}

export function inputOf(report: ChequeReport, signatories: readonly Signatory[]): ReportInput {
  const names = new Set(report.signers.map(({ name }) => name))
  return {
    reportDate: formatThaiDateField(report.reportDate), bankAccountId: report.bankAccountId, remark: report.remark, formKey: '', version: String(report.version),
    signatoryIds: signatories.filter(({ name }) => names.has(name)).map(({ id }) => id),
    chosen: new Map(report.rows.flatMap(({ claims, channel, documentNumber }) => claims.map(({ id }) => [id, { channel, documentNumber }] as const))),
  }
}

/** Of a report that is changed, or of a new one. */
export function reportForm(input: ReportInput, choices: ReportChoices, { report, errors = {} }: { readonly report?: ChequeReport | undefined; readonly errors?: FieldErrors }): ReportForm {
  const title = report ? text.editTitle(reportNumber(report)) : text.newTitle
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors), formKey: input.formKey, version: input.version,
    action: report ? paths.edit(report.id) : paths.new, cancelHref: report ? paths.show(report.id) : paths.list, controls: controlsOf(input, choices, errors), leaves: leavesOf(choices),
    signatories: choices.signatories.map((each, index) => ({
      id: each.id, boxId: index === 0 ? 'signatoryIds' : `signatoryIds-${each.id}`, checked: input.signatoryIds.includes(each.id), name: each.name, position: signingPosition(each, text.errors.acting),
    })),
    signersError: errors.signatoryIds ?? '', noSignatories: choices.signatories.length === 0 ? text.noSignatories : '',
    claims: choices.claims.map((claim, index) => choiceOf(claim, index, { input, errors })), chosenError: errors.chosen ?? '', noClaims: choices.claims.length === 0 ? text.noClaims : '', claimSearch: claimSearch(choices),
  }
}

function controlsOf(input: ReportInput, { banks }: ReportChoices, errors: FieldErrors): Control[] {
  const options = [{ value: '', text: text.chooseBank }, ...banks.map(({ id, bankName, accountNumber }) => ({ value: id, text: `${bankName} ${accountNumber}` }))]
  return [
    { date: date({ name: 'reportDate', label: fields.reportDate, value: input.reportDate, error: errors.reportDate, required: true }) },
    { select: select({ name: 'bankAccountId', label: fields.bankAccountId, options, value: input.bankAccountId, error: errors.bankAccountId, required: true, width: 'long' }) },
    { field: field({ name: 'remark', label: fields.remark, value: input.remark, error: errors.remark, maxLength: 300, width: 'long' }) },
  ]
}

function leavesOf({ banks, nextLeaves }: ReportChoices): string[] {
  return banks.flatMap(({ id, bankName, accountNumber }) => {
    const leaf = nextLeaves.get(id)
    return leaf === undefined ? [] : [text.nextLeaf(`${bankName} ${accountNumber}`, leaf)]
  })
}

function choiceOf(claim: PaidClaim, index: number, { input, errors }: { readonly input: ReportInput; readonly errors: FieldErrors }): ClaimChoice {
  const chosen = input.chosen.get(claim.id)
  const wanted = chosen?.channel ?? (claim.channel === 'cash' ? 'cheque' : claim.channel ?? 'cheque')
  return {
    index: String(index), claimId: claim.id, boxId: index === 0 ? 'chosen' : `chosen-${claim.id}`, checked: chosen !== undefined, number: printedNumber('CLM', claim.number ?? 0, claim.fiscalYear),
    payee: claim.payeeName, title: claim.title, net: formatMoney(claim.net), documentNumber: chosen?.documentNumber ?? '', error: errors[`claim-${claim.id}`] ?? '',
    channels: reportChannels.map((value) => ({ value, text: paymentText.channels[value], selected: value === wanted })),
  }
}
