// รายงานการจัดทำเช็ค/ใบถอน: which cheque, slip or transfer pays which approved claims, and who signs; LAOs only, sub-units keep theirs on paper (§1.1, §1.2).
import { lifecycle, type DocumentHead, type RegisterFilter, type PaperRule } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { isZero, minus, sum, type Money } from '../../platform/money.ts'
import { type BankAccountKind, type Signatory } from '../../registers/index.ts'
import { type PaidClaim } from '../payment/payment.ts'

export const reportSource = 'cheque-report'

/** Done follows by itself when its last row is paid. */
export const reportLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'expense.cheque:edit', onlyBy: 'author' },
    approve: { to: 'approved', may: 'expense.cheque:approve', notBy: 'author' },
    return: { to: 'draft', may: 'expense.cheque:approve' },
    cancel: { to: 'cancelled', may: 'expense.cheque:edit' },
  },
  approved: {
    issue: { to: 'issued', may: 'expense.cheque:edit' },
    drop: { to: 'approved', may: 'expense.cheque:edit' },
    return: { to: 'draft', may: 'expense.cheque:approve' },
  },
  issued: {
    drop: { to: 'issued', may: 'expense.cheque:edit' },
    return: { to: 'draft', may: 'expense.cheque:approve' },
  },
  done: {},
  cancelled: {},
})

export const reportPapers: PaperRule<ReportState> = { may: 'expense.cheque:edit', lifecycle: reportLifecycle, late: ['approved', 'issued', 'done'] }
export type ReportState = keyof typeof reportLifecycle.table
export type ReportStep = 'approve' | 'return' | 'cancel' | 'issue' | 'drop'
export const reportStates = ['draft', 'approved', 'issued', 'done', 'cancelled'] as const

export const reportChannels = ['cheque', 'withdrawal', 'transfer'] as const
export type ReportChannel = (typeof reportChannels)[number]

/** One claim as it was chosen: claims of one number are paid together. */
export interface ChosenClaim {
  readonly claimId: string
  readonly channel: ReportChannel
  readonly documentNumber: string
}

export interface ReportCommand {
  readonly reportDate: CalendarDate
  readonly bankAccountId: string
  readonly signatoryIds: readonly string[]
  readonly chosen: readonly ChosenClaim[]
  readonly remark: string
}

export interface ReportSigner {
  readonly role: string
  readonly name: string
  readonly position: string
}

/** A cheque, slip or transfer with the claims it pays. */
export interface NewReportRow {
  readonly channel: ReportChannel
  readonly documentNumber: string
  readonly payeeId: string | null
  readonly payeeName: string
  readonly claims: readonly PaidClaim[]
}

export interface ReportRow extends NewReportRow {
  readonly id: string
  readonly gross: Money
  readonly deducted: Money
  readonly net: Money
  readonly chequeId: string | null
  /** Of the payment that pays it, or is about to. */
  readonly payment: { readonly id: string; readonly state: 'recorded' | 'posted' } | null
}

/** Taken out after the approval, or its payment reversed: the signed paper bears it, struck. */
export interface RowTakenOut extends ReportRow {
  readonly reason: string
}

export interface ReportHead extends DocumentHead<ReportState> {
  readonly reportDate: CalendarDate
  readonly bankAccountId: string
  readonly bankName: string
  readonly rowCount: number
  readonly net: Money
  readonly author: Person
}

export interface ChequeReport extends ReportHead {
  readonly organisationName: string
  readonly remark: string
  readonly returnReason: string
  readonly issuedOn: CalendarDate | null
  readonly approver: Person | null
  readonly signers: readonly ReportSigner[]
  readonly rows: readonly ReportRow[]
  readonly takenOut: readonly RowTakenOut[]
}

/** A row of an issued report that nobody pays yet. */
export interface RowToPay {
  readonly report: ChequeReport
  readonly row: ReportRow
}

export type ReportFilter = RegisterFilter<ReportState> & { readonly search: string }

/** In the order of choice; a blank number is a paper of its own. */
export function rowsOf(chosen: readonly ChosenClaim[], claims: ReadonlyMap<string, PaidClaim>): NewReportRow[] {
  const groups = new Map<string, { readonly chosen: ChosenClaim; readonly claims: PaidClaim[] }>()
  for (const each of chosen) {
    const claim = claims.get(each.claimId)
    if (claim === undefined) continue
    const key = each.documentNumber === '' ? `claim ${each.claimId}` : `${each.channel} ${each.documentNumber}`
    const group = groups.get(key) ?? { chosen: each, claims: [] }
    group.claims.push(claim)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ chosen: { channel, documentNumber }, claims: paid }) => ({
    channel, documentNumber, payeeId: paid[0]?.payeeId ?? null, payeeName: paid[0]?.payeeName ?? '', claims: paid,
  }))
}

export function totalsOf(claims: readonly Pick<PaidClaim, 'gross' | 'deducted'>[]) {
  const [gross, deducted] = [sum(claims.map((claim) => claim.gross)), sum(claims.map((claim) => claim.deducted))]
  return { gross, deducted, net: minus(gross, deducted) }
}

export type ReportFault = 'noRows' | 'gone' | 'payees' | 'accounts' | 'noNumber' | 'current' | 'savings' | 'nothing' | 'future' | 'beforeClaim' | 'noBank'

export interface JudgedReport {
  readonly command: ReportCommand
  readonly claims: ReadonlyMap<string, PaidClaim>
  readonly bankKind: BankAccountKind | undefined
  readonly today: CalendarDate
}

/** By field; a choice by the claim it is of: `claim-12`. */
export function faultsOf({ command, claims, bankKind, today }: JudgedReport): Readonly<Record<string, ReportFault>> {
  const found = command.chosen.flatMap((each) => claims.get(each.claimId) ?? [])
  return {
    ...(command.chosen.length === 0 && { chosen: 'noRows' }), ...(found.length < command.chosen.length && { chosen: 'gone' }), ...(bankKind === undefined && { bankAccountId: 'noBank' }),
    ...(compareDates(command.reportDate, today) > 0 && { reportDate: 'future' }),
    ...(found.some(({ claimDate }) => compareDates(command.reportDate, claimDate) < 0) && { reportDate: 'beforeClaim' }),
    ...Object.fromEntries(rowsOf(command.chosen, claims).flatMap((row) => rowFault(row, bankKind) ?? [])),
  }
}

function rowFault(row: NewReportRow, bankKind: BankAccountKind | undefined): [string, ReportFault][] | undefined {
  const at = (fault: ReportFault): [string, ReportFault][] => row.claims.slice(0, 1).map(({ id }) => [`claim-${id}`, fault])
  const isBatch = row.claims.some(({ payeeId }) => payeeId === null) && row.claims.length > 1
  if (isBatch || new Set(row.claims.map(({ payeeId }) => payeeId)).size > 1) return at('payees')
  if (row.channel === 'transfer' && new Set(row.claims.map(({ payeeAccountId }) => payeeAccountId)).size > 1) return at('accounts')
  if (row.channel === 'cheque' && !/^[0-9]{4,12}$/.test(row.documentNumber)) return at('noNumber')
  if (row.channel === 'cheque' && bankKind !== undefined && bankKind !== 'current') return at('current')
  if (row.channel === 'withdrawal' && bankKind === 'current') return at('savings')
  return isZero(totalsOf(row.claims).net) ? at('nothing') : undefined
}

/** ใบถอน are printed once the report is approved. */
export function hasSlips({ state, rows }: Pick<ChequeReport, 'state' | 'rows'>): boolean {
  return (state === 'approved' || state === 'issued') && rows.some(({ channel }) => channel === 'withdrawal')
}

export type SignerFault = 'few' | 'executive' | 'clerk'

/** At least so many, the executive and the clerk (ปลัด) among them. */
export function signerFault(signers: readonly Pick<Signatory, 'role'>[], least: number): SignerFault | undefined {
  if (!signers.some(({ role }) => role === 'executive')) return 'executive'
  if (!signers.some(({ role }) => role === 'clerk')) return 'clerk'
  return signers.length < least ? 'few' : undefined
}
