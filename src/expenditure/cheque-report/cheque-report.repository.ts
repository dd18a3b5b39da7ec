import { type Knex } from 'knex'
import { headColumns, headRows, isTwin, newestFirst, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYearOf } from '../../platform/dates.ts'
import { Conflict, NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { chequeReportText } from '../cheque-report.text.ts'
import {
  totalsOf, type ChequeReport, type NewReportRow, type ReportChannel, type ReportCommand, type ReportFilter, type ReportHead, type ReportRow, type ReportSigner, type ReportState,
} from './cheque-report.ts'

export const reportRows = headRows('cheque_reports')

export async function findReports(read: OfficerRead, filter: ReportFilter, most?: number): Promise<FoundPage<ReportHead>> {
  const query = newestFirst(heads(read), { alias: 'r', day: 'report_date' }, filter)
  const [, number] = /^(?:CHR-)?0*([0-9]{1,9})(?:\/[0-9]{2})?$/i.exec(filter.search) ?? []
  if (number !== undefined) query.where('r.number', Number(number))
  else if (filter.search !== '') {
    query.whereRaw(`EXISTS (SELECT FROM cheque_report_rows w WHERE w.organisation_id = r.organisation_id AND w.report_id = r.id AND w.is_live AND (strpos(w.payee_name, :search) > 0
      OR w.document_number = :search))`, { search: filter.search })
  }
  return onePage(query, headOf, most)
}

/** Its rows without their claims. */
export async function getStored(read: OfficerRead, organisationId: string, id: string): Promise<StoredReport> {
  const row: FullRow | undefined = await heads(read).join('organisations as o', 'o.id', 'r.organisation_id').leftJoin('users as a', 'a.id', 'r.approved_by')
    .where({ 'r.organisation_id': organisationId, 'r.id': id })
    .select('o.name as organisation_name', 'r.remark', 'r.return_reason', 'r.issued_on', read.db.raw(`${person('a')} AS approver`)).first()
  if (!row) throw new NotFound('cheque report')
  const signers: ReportSigner[] = await read.db('cheque_report_signers').where({ organisation_id: organisationId, report_id: id }).orderBy('line').select('role', 'name', 'position')
  return {
    ...headOf(row), organisationName: row.organisation_name, remark: row.remark, returnReason: row.return_reason, issuedOn: row.issued_on === null ? null : calendarDate(row.issued_on),
    approver: row.approver, signers, ...await findRows(read, organisationId, id),
  }
}

/** Rows a draft held before it was changed are nobody's business any more. */
async function findRows(read: OfficerRead, organisationId: string, reportId: string): Promise<Pick<StoredReport, 'rows' | 'takenOut'>> {
  const rows: RowRow[] = await read.db('cheque_report_rows as w').where({ 'w.organisation_id': organisationId, 'w.report_id': reportId })
    .whereRaw(`(w.is_live OR w.out_reason <> '')`)
    .joinRaw(`LEFT JOIN LATERAL (SELECT m.id, m.state FROM payments m WHERE m.organisation_id = w.organisation_id AND m.report_row_id = w.id AND m.state IN ('recorded', 'posted')) m ON true`)
    .orderBy('w.id').select('w.id', 'w.channel', 'w.document_number', 'w.payee_id', 'w.payee_name', 'w.gross', 'w.deducted', 'w.net', 'w.cheque_id', 'w.out_reason', 'm.id as payment_id', 'm.state as payment_state')
  return { rows: rows.filter((row) => row.out_reason === '').map(rowOf), takenOut: rows.filter((row) => row.out_reason !== '').map((row) => ({ ...rowOf(row), reason: row.out_reason })) }
}

function rowOf(row: RowRow): StoredRow {
  return {
    id: row.id, channel: row.channel, documentNumber: row.document_number, payeeId: row.payee_id, payeeName: row.payee_name, gross: fromNumeric(row.gross), deducted: fromNumeric(row.deducted),
    net: fromNumeric(row.net), chequeId: row.cheque_id,
    payment: row.payment_id === null || row.payment_state === null ? null : { id: row.payment_id, state: row.payment_state },
  }
}

export type StoredRow = Omit<ReportRow, 'claims'>
export type StoredReport = Omit<ChequeReport, 'rows' | 'takenOut'> & { readonly rows: readonly StoredRow[]; readonly takenOut: readonly (StoredRow & { readonly reason: string })[] }

/** The report of a row of the own office. */
export async function findReportOfRow(read: OfficerRead, rowId: string): Promise<string | undefined> {
  const row = await read.db('cheque_report_rows').where({ organisation_id: read.actor.organisationId, id: rowId }).first('report_id')
  return row?.report_id
}

/** Rows of issued reports that nobody pays yet, the oldest first. */
export async function findIssuedRows(read: OfficerRead, { channel, most }: AskedRows): Promise<{ readonly reportId: string; readonly rowId: string }[]> {
  const rows: { id: string; report_id: string }[] = await issuedRows(read).where(channel === undefined ? {} : { 'w.channel': channel }).orderBy('w.id').limit(most).select('w.id', 'w.report_id')
  return rows.map((row) => ({ reportId: row.report_id, rowId: row.id }))
}

export interface AskedRows {
  /** Undefined: of every way of paying. */
  readonly channel?: ReportChannel | undefined
  readonly most: number
}

/** How many wait, by way of paying. */
export async function countIssuedRows(read: OfficerRead): Promise<ReadonlyMap<string, number>> {
  const rows: { channel: string; count: string }[] = await issuedRows(read).groupBy('w.channel').select('w.channel').count('* as count')
  return new Map(rows.map(({ channel, count }) => [channel, Number(count)]))
}

function issuedRows(read: OfficerRead): Knex.QueryBuilder {
  return read.db('cheque_report_rows as w').join('cheque_reports as r', (on) => on.on('r.organisation_id', 'w.organisation_id').andOn('r.id', 'w.report_id'))
    .where({ 'w.organisation_id': read.actor.organisationId, 'w.is_live': true, 'r.state': 'issued' })
    .whereRaw(`NOT EXISTS (SELECT FROM payments m WHERE m.organisation_id = w.organisation_id AND m.report_row_id = w.id AND m.state IN ('recorded', 'posted'))`)
}

export async function insertReport(work: OfficerWork, command: ReportCommand, formKey: string): Promise<string> {
  const [row] = await work.db('cheque_reports').insert({
    organisation_id: work.actor.organisationId, state: 'draft', ...columnsOf(command), form_key: formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  return row.id
}

export async function updateReport(work: OfficerWork, report: ReportHead, command: ReportCommand): Promise<void> {
  await reportRows.change(work, report, columnsOf(command))
}

function columnsOf(command: ReportCommand): object {
  return { report_date: command.reportDate, fiscal_year: fiscalYearOf(command.reportDate), bank_account_id: command.bankAccountId, remark: command.remark }
}

export interface ReportParts {
  readonly signers: readonly ReportSigner[]
  readonly rows: readonly NewReportRow[]
}

/** In the place of what the draft held before. */
export async function saveParts(work: OfficerWork, reportId: string, { signers, rows }: ReportParts): Promise<void> {
  const own = { organisation_id: work.actor.organisationId }
  await freeClaims(work, reportId)
  await work.db('cheque_report_rows').where({ ...own, report_id: reportId }).update({ is_live: false })
  await work.db('cheque_report_signers').where({ ...own, report_id: reportId }).delete()
  if (signers.length > 0) await work.db('cheque_report_signers').insert(signers.map((signer, index) => ({ ...own, report_id: reportId, line: index + 1, ...signer })))
  for (const [index, row] of rows.entries()) {
    const { gross, deducted, net } = totalsOf(row.claims)
    const [made] = await work.db('cheque_report_rows').insert({
      ...own, report_id: reportId, line: index + 1, channel: row.channel, document_number: row.documentNumber, payee_id: row.payeeId, payee_name: row.payeeName, gross: toNumeric(gross),
      deducted: toNumeric(deducted), net: toNumeric(net),
    }).returning('id')
    await work.db('cheque_report_claims').insert(row.claims.map(({ id }) => ({ ...own, row_id: made.id, claim_id: id }))).catch((error: unknown) => {
      throw isTwin(error, 'cheque_report_claims_once') ? new Conflict(chequeReportText.errors.taken) : error
    })
  }
}

/** The claims of a report that is given up may stand in another; its rows tell what it held. */
export async function freeClaims(work: OfficerWork, reportId: string): Promise<void> {
  await free(work, { report_id: reportId })
}

/** A row that stands no longer, with the reason: its claims may stand in another report. */
export async function takeOut(work: OfficerWork, rowId: string, reason: string): Promise<void> {
  await free(work, { id: rowId })
  await work.db('cheque_report_rows').where({ organisation_id: work.actor.organisationId, id: rowId }).update({ is_live: false, out_reason: reason })
}

/** The row was paid after all. */
export async function putBack(work: OfficerWork, rowId: string): Promise<void> {
  const own = { organisation_id: work.actor.organisationId }
  await work.db('cheque_report_rows').where({ ...own, id: rowId }).update({ is_live: true, out_reason: '' })
  await work.db('cheque_report_claims').where({ ...own, row_id: rowId }).update({ is_live: true })
}

async function free(work: OfficerWork, which: { readonly report_id: string } | { readonly id: string }): Promise<void> {
  const own = { organisation_id: work.actor.organisationId }
  await work.db('cheque_report_claims').where(own).whereIn('row_id', work.db('cheque_report_rows').where({ ...own, ...which }).select('id')).update({ is_live: false })
}

/** Which cheque the row was written on; none when it was cancelled. */
export async function setCheque(work: OfficerWork, rowId: string, chequeId: string | null): Promise<void> {
  await work.db('cheque_report_rows').where({ organisation_id: work.actor.organisationId, id: rowId }).update({ cheque_id: chequeId })
}

export interface ReportChange {
  readonly state: ReportState
  readonly number?: number
  readonly isApproved?: boolean
  readonly isIssued?: boolean
  readonly returnReason?: string
}

export async function moveReport(work: OfficerWork, report: ReportHead, { state, number, isApproved, isIssued, returnReason }: ReportChange): Promise<void> {
  await reportRows.change(work, report, {
    state, ...(number !== undefined && { number }), ...(isApproved && { approved_by: work.actor.userId, approved_at: work.now }), ...(isIssued && { issued_on: work.today }),
    ...(returnReason !== undefined && { return_reason: returnReason }),
  })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('cheque_reports as r').join('users as u', 'u.id', 'r.prepared_by')
    .join('bank_accounts as b', (on) => on.on('b.organisation_id', 'r.organisation_id').andOn('b.id', 'r.bank_account_id'))
    .joinRaw(`CROSS JOIN LATERAL (SELECT count(*)::int AS rows, coalesce(sum(w.net), 0) AS net FROM cheque_report_rows w
      WHERE w.organisation_id = r.organisation_id AND w.report_id = r.id AND w.is_live) t`)
    .select(...headColumns('r'), 'r.report_date', 'r.bank_account_id', 'r.prepared_by', 't.rows', 't.net', read.db.raw(`b.bank_name || ' ' || b.account_number AS bank_name, ${person('u')} AS author`))
}

interface HeadRow extends StoredHeadRow<ReportState> {
  report_date: string
  bank_account_id: string
  bank_name: string
  prepared_by: string
  author: Person
  rows: number
  net: string
}

interface FullRow extends HeadRow {
  organisation_name: string
  remark: string
  return_reason: string
  issued_on: string | null
  approver: Person | null
}

interface RowRow {
  id: string
  channel: ReportChannel
  document_number: string
  payee_id: string | null
  payee_name: string
  gross: string
  deducted: string
  net: string
  cheque_id: string | null
  out_reason: string
  payment_id: string | null
  payment_state: 'recorded' | 'posted' | null
}

function headOf(row: HeadRow): ReportHead {
  return {
    ...storedHead(row), reportDate: calendarDate(row.report_date), bankAccountId: row.bank_account_id, bankName: row.bank_name, rowCount: row.rows, net: fromNumeric(row.net),
    author: row.author, authorId: row.prepared_by,
  }
}
