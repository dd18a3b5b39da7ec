// Cheque reports: drafted by finance, approved by the head — the claims are then being paid —, issued when the cheques are signed, done when every row is paid.
// Locks: form key → report → claims by id → bank account → cheques → number counter.
import { attachmentSteps, nextNumber, printedNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, formatThaiDate } from '../../platform/dates.ts'
import { Conflict, NotFound, RuleBroken } from '../../platform/errors.ts'
import { findBankAccounts, findSignatories, getBankAccount, signingPosition, type BankAccount } from '../../registers/index.ts'
import { mustHaveMoney } from '../bank-money/bank-money.service.ts'
import { changeCheque } from '../cheque/cheque.repository.ts'
import { cancelCheque, mustStandInBook, writeCheque } from '../cheque/cheque.service.ts'
import { chequeReportText } from '../cheque-report.text.ts'
import { moveClaims } from '../claim-step/claim-step.service.ts'
import { getPaymentSetting } from '../payee-account/payee-account.repository.ts'
import { mustGoTo } from '../payee-account/payee-account.service.ts'
import { mustBePayable } from '../payee/payee.service.ts'
import { findClaimsOfRows, findLastDebt, findPayable, findPayableAmong, type AskedPayable, type FoundPayable } from '../payment/payment.repository.ts'
import { findIssuedRows, findReportOfRow, freeClaims, getStored, insertReport, moveReport, putBack, reportRows, saveParts, setCheque, takeOut, updateReport, type AskedRows, type ReportParts } from './cheque-report.repository.ts'
import {
  faultsOf, reportLifecycle, reportPapers, reportSource, rowsOf, signerFault, type ChequeReport, type ReportCommand, type ReportFault, type ReportRow, type ReportState, type RowToPay,
} from './cheque-report.ts'

const start = stepStarter({ rows: reportRows, get: getReport, lifecycle: reportLifecycle, signsAlone })
const { errors } = chequeReportText

/** With the claims of its rows. */
export async function getReport(read: OfficerRead, organisationId: string, id: string): Promise<ChequeReport> {
  const stored = await getStored(read, organisationId, id)
  const claims = await findClaimsOfRows(read, organisationId, [...stored.rows, ...stored.takenOut].map((row) => row.id))
  const withClaims = <T extends { readonly id: string }>(row: T) => ({ ...row, claims: claims.get(row.id) ?? [] })
  return { ...stored, rows: stored.rows.map(withClaims), takenOut: stored.takenOut.map(withClaims) }
}

/** Approved claims for which no report stands; those of a draft being changed too, and those chosen. */
export async function findChoosable(read: OfficerRead, asked: AskedPayable, report?: ChequeReport): Promise<FoundPayable> {
  const found = await findPayable(read, asked)
  return { ...found, claims: [...ownClaims(report), ...found.claims] }
}

const ownClaims = (report: ChequeReport | undefined) => report?.rows.flatMap(({ claims }) => claims) ?? []

/** The same form sent twice drafts one report. */
export async function createReport(work: OfficerWork, { formKey, ...command }: ReportCommand & { readonly formKey: string }): Promise<string> {
  const earlier = await reportRows.findMade(work, formKey)
  if (earlier !== undefined) return earlier
  const parts = await partsOf(work, command)
  const id = await insertReport(work, command, formKey)
  await saveParts(work, id, parts)
  await recordChange(work, { kind: reportSource, id, action: 'create', after: { date: command.reportDate, rows: String(parts.rows.length) } })
  return id
}

/** A number once given stays in its year. */
export async function editReport(work: OfficerWork, id: string, { version, ...command }: ReportCommand & { readonly version: number }): Promise<void> {
  const report = await start(work, id, { action: 'edit', version })
  if (report.number !== null && fiscalYearOf(command.reportDate) !== report.fiscalYear) throw new RuleBroken({ reportDate: errors.otherYear(String(report.fiscalYear)) })
  const parts = await partsOf(work, command, report)
  await updateReport(work, report, command)
  await saveParts(work, id, parts)
  await recordChange(work, { kind: reportSource, id, action: 'edit', after: { date: command.reportDate, rows: String(parts.rows.length) } })
}

/** Signers as they stand on that day, rows with their claims; every fault at its field. */
async function partsOf(work: OfficerWork, command: ReportCommand, report?: ChequeReport): Promise<ReportParts> {
  const among = await findPayableAmong(work, command.chosen.map(({ claimId }) => claimId))
  const claims = new Map([...ownClaims(report), ...among].map((claim) => [claim.id, claim]))
  const bank = (await findBankAccounts(work, { activeOnly: true })).find(({ id }) => id === command.bankAccountId)
  const faults: Readonly<Record<string, ReportFault>> = faultsOf({ command, claims, bankKind: bank?.kind, today: work.today })
  const signers = (await findSignatories(work, command.reportDate)).filter(({ id }) => command.signatoryIds.includes(id))
  const missing = signerFault(signers, await getPaymentSetting(work, 'cheque-signers', work.today))
  const owedSince = await findLastDebt(work, command.chosen.map(({ claimId }) => claimId))
  const refused = {
    ...(owedSince !== null && compareDates(command.reportDate, owedSince) < 0 && { reportDate: errors.beforeDebt(formatThaiDate(owedSince)) }),
    ...Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, errors.faults[fault]])), ...(missing && { signatoryIds: errors.signers[missing] }),
  }
  if (Object.keys(refused).length > 0) throw new RuleBroken(refused)
  const rows = rowsOf(command.chosen, claims)
  for (const row of rows) await mustBeWritable(work, row, command.bankAccountId)
  return { rows, signers: signers.map((each) => ({ role: each.role, name: each.name, position: signingPosition(each, errors.acting) })) }
}

/** A cheque from an own book; a transfer to a verified account (E_PAYEE_UNVERIFIED), and to the one the claim names (PA-8). */
async function mustBeWritable(work: OfficerWork, row: ReturnType<typeof rowsOf>[number], bankAccountId: string): Promise<void> {
  if (row.channel === 'cheque') await mustStandInBook(work, { bankAccountId, number: row.documentNumber }, fieldOf(row))
  if (row.payeeId === null) return
  await mustBePayable(work, row.payeeId, row.channel)
  const [claim] = row.claims
  if (row.channel === 'transfer' && claim) await mustGoTo(work, { payeeId: row.payeeId, payeeAccountId: claim.payeeAccountId })
}

function fieldOf({ claims: [claim] }: Pick<ReportRow, 'claims'>): string {
  return `claim-${claim?.id ?? ''}`
}

/** From here on the claims are being paid and the cheques are written; a report that was returned keeps its number. */
export async function approveReport(work: OfficerWork, id: string, version: number): Promise<void> {
  const report = await start(work, id, { action: 'approve', version })
  await moveClaims(work, report.rows.flatMap(claimIdsOf), { from: 'approved', to: 'paying' })
  await mustHaveMoney(work, await activeBank(work, report), { date: work.today, net: report.net })
  for (const row of report.rows) if (row.channel === 'cheque') await write(work, report, row)
  const number = report.number ?? await nextNumber(work, 'CHR', report.fiscalYear)
  await moveReport(work, report, { state: report.next, number, isApproved: true, returnReason: '' })
  await recordChange(work, { kind: reportSource, id, action: 'approve', after: { number: printedNumber('CHR', number, report.fiscalYear), net: report.net }, isAlone: report.isAlone })
}

const claimIdsOf = ({ claims }: Pick<ReportRow, 'claims'>) => claims.map((claim) => claim.id)

async function activeBank(work: OfficerWork, { bankAccountId }: ChequeReport): Promise<BankAccount> {
  const bank = await getBankAccount(work, bankAccountId)
  if (!bank.isActive) throw new RuleBroken(errors.faults.noBank)
  return bank
}

async function write(work: OfficerWork, report: ChequeReport, row: ReportRow): Promise<void> {
  const cheque = { bankAccountId: report.bankAccountId, number: row.documentNumber, chequeDate: report.reportDate, payeeName: row.payeeName, amount: row.net }
  await setCheque(work, row.id, await writeCheque(work, cheque, ''))
}

/** Every signer has signed: the cheques may be handed over, slips and transfers given to the bank. */
export async function issueReport(work: OfficerWork, id: string, version: number): Promise<void> {
  const report = await start(work, id, { action: 'issue', version })
  for (const { chequeId } of report.rows) if (chequeId !== null) await changeCheque(work, chequeId, { state: 'signed', signedOn: work.today })
  await moveReport(work, report, { state: report.next, isIssued: true })
  await recordChange(work, { kind: reportSource, id, action: 'issue' })
}

export interface ReasonForm {
  readonly version: number
  readonly reason: string
}

/** To its maker, with a reason: cheques cancelled, claims approved as before. Not once anything of it is paid. */
export async function returnReport(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const report = await start(work, id, { action: 'return', version })
  if (report.rows.some(({ payment }) => payment !== null)) throw new Conflict(errors.paid)
  if (report.state !== 'draft') await undo(work, report.rows, reason)
  await moveReport(work, report, { state: report.next, returnReason: reason })
  await recordChange(work, { kind: reportSource, id, action: 'return', reason })
}

async function undo(work: OfficerWork, rows: readonly ReportRow[], reason: string): Promise<void> {
  await moveClaims(work, rows.flatMap(claimIdsOf), { from: 'paying', to: 'approved' })
  for (const { id, chequeId } of rows) {
    if (chequeId === null) continue
    await setCheque(work, id, null)
    await cancelCheque(work, chequeId, reason)
  }
}

export async function cancelReport(work: OfficerWork, id: string, version: number): Promise<void> {
  const report = await start(work, id, { action: 'cancel', version })
  await freeClaims(work, id)
  await moveReport(work, report, { state: report.next })
  await recordChange(work, { kind: reportSource, id, action: 'cancel' })
}

/** One row will not be paid after all: its claims wait for another report, its cheque is cancelled. Without rows the report is cancelled, with all others paid it is done. */
export async function dropRow(work: OfficerWork, id: string, { rowId, version, reason }: ReasonForm & { readonly rowId: string }): Promise<void> {
  const report = await start(work, id, { action: 'drop', version })
  const row = report.rows.find((each) => each.id === rowId)
  if (row === undefined) throw new RuleBroken({ rowId: errors.row })
  if (row.payment !== null) throw new Conflict(errors.paid)
  await undo(work, [row], reason)
  await takeOut(work, rowId, reason)
  const rest = report.rows.filter((each) => each.id !== rowId)
  await moveReport(work, report, { state: rest.length === 0 ? 'cancelled' : restOf(report.next, rest) })
  await recordChange(work, { kind: reportSource, id, action: 'drop', reason, before: { payee: row.payeeName, net: row.net } })
}

function restOf(state: ReportState, rows: readonly ReportRow[]): ReportState {
  return rows.every(({ payment }) => payment?.state === 'posted') ? 'done' : state
}

/** The row a payment pays, held with its report until commit. */
export async function getRowToPay(work: OfficerWork, rowId: string): Promise<RowToPay> {
  const reportId = await findReportOfRow(work, rowId)
  if (reportId !== undefined) await reportRows.lock(work, reportId)
  const found = await findRowToPay(work, rowId)
  if (found === undefined) throw new Conflict(errors.notIssued)
  return found
}

/** Nothing once it is paid, or before its report is issued. */
export async function findRowToPay(read: OfficerRead, rowId: string): Promise<RowToPay | undefined> {
  const found = await findRow(read, rowId)
  return found?.report.state === 'issued' && found.row.payment === null ? found : undefined
}

async function findRow(read: OfficerRead, rowId: string): Promise<RowToPay | undefined> {
  const reportId = await findReportOfRow(read, rowId)
  const report = reportId === undefined ? undefined : await getReport(read, read.actor.organisationId, reportId)
  const row = report?.rows.find(({ id }) => id === rowId)
  return report && row && { report, row }
}

/** Paid or not. */
export async function getRow(read: OfficerRead, rowId: string): Promise<RowToPay> {
  const found = await findRow(read, rowId)
  if (found === undefined) throw new NotFound('row of a report')
  return found
}

/** Of every issued report, the oldest first. */
export async function findRowsToPay(read: OfficerRead, asked: AskedRows): Promise<RowToPay[]> {
  const reports = new Map<string, ChequeReport>()
  const found: RowToPay[] = []
  for (const { reportId, rowId } of await findIssuedRows(read, asked)) {
    const report = reports.get(reportId) ?? await getReport(read, read.actor.organisationId, reportId)
    reports.set(reportId, report)
    found.push(...report.rows.filter(({ id }) => id === rowId).map((row) => ({ report, row })))
  }
  return found
}

/** Before the claims and the books of its payment: the last payment of a report writes on it. */
export async function holdReportOf(work: OfficerWork, rowId: string): Promise<void> {
  const reportId = await findReportOfRow(work, rowId)
  if (reportId !== undefined) await reportRows.lock(work, reportId)
}

/** The payment of a row is in the books: with the last one the report is done. */
export async function closeRow(work: OfficerWork, rowId: string): Promise<void> {
  const reportId = await findReportOfRow(work, rowId)
  if (reportId === undefined) return
  await reportRows.lock(work, reportId)
  const report = await getReport(work, work.actor.organisationId, reportId)
  if (restOf(report.state, report.rows) === 'done' && report.state !== 'done') await moveReport(work, report, { state: 'done' })
}

/** That the money of a row came back was told by mistake: the row stands in its report again, paid. */
export async function restoreRow(work: OfficerWork, rowId: string): Promise<void> {
  await putBack(work, rowId)
  await closeRow(work, rowId)
}

/** The payment of a row was reversed: its claims may stand in another report. */
export async function openRow(work: OfficerWork, rowId: string, reason: string): Promise<void> {
  await takeOut(work, rowId, reason)
}

export const { attach: attachToReport, detach: detachFromReport } = attachmentSteps({ kind: reportSource, rows: reportRows, get: getReport, papers: reportPapers })
