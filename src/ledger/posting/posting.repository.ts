// The two statements of a posting: one asks everything the gate must know, one writes voucher, lines and balances.
import { orTryAgain } from '../../platform/database/heads.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalMonthOf, fiscalYear, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { toNumeric, type Money } from '../../platform/money.ts'
import { type Account } from '../chart/chart.ts'
import { type Source, type VoucherType } from '../voucher/voucher.ts'
import { type Gate } from './gate.ts'
import { type PostingLine } from './posting.ts'

export interface Wanted {
  readonly fiscalYear: FiscalYear
  readonly documentDate: CalendarDate
  readonly source: Source
  readonly event: string
  readonly lines: readonly PostingLine[]
}

interface GateRow {
  posted: { id: string; number: number; type: VoucherType; fiscal_year: number } | null
  month: 'open' | 'closed' | null
  chart_kind: string
  accounts: Account[] | null
}

/** The month's row is held until commit, so that it cannot be closed under the posting. */
export async function readGate(work: OfficerWork, wanted: Wanted): Promise<Gate> {
  const { rows } = await work.db.raw<{ rows: GateRow[] }>(gateQuery, {
    organisation: work.actor.organisationId, fiscalYear: wanted.fiscalYear, month: fiscalMonthOf(wanted.documentDate),
    kind: wanted.source.kind, source: wanted.source.id, event: wanted.event, codes: [...new Set(wanted.lines.map((line) => line.accountCode))],
  })
  const [row] = rows
  if (!row) throw new Error('the actor has no organisation')
  return {
    posted: row.posted ? { ...row.posted, fiscalYear: fiscalYear(row.posted.fiscal_year) } : undefined,
    month: row.month ?? undefined, chartKind: row.chart_kind,
    accounts: new Map((row.accounts ?? []).map((account) => [account.code, account])),
  }
}

const gateQuery = `
  WITH month AS (
    SELECT m.state FROM fiscal_months m WHERE m.organisation_id = :organisation AND m.fiscal_year = :fiscalYear AND m.month = :month FOR SHARE
  ), posted AS (
    SELECT v.id::text, v.number, v.type, v.fiscal_year FROM vouchers v
    WHERE v.organisation_id = :organisation AND v.source_kind = :kind AND v.source_id = :source AND v.event = :event
  ), account AS (
    SELECT a.code, a.name, a.account_group AS "group", a.normal_side AS "normalSide", a.is_postable AS "isPostable", a.chart_kinds AS "chartKinds",
      a.sub_ledger AS "subLedger", a.valid_from AS "validFrom", a.valid_until AS "validUntil"
    FROM accounts a WHERE a.code = ANY (:codes)
  )
  SELECT (SELECT to_json(posted) FROM posted) AS posted, (SELECT state FROM month) AS month,
    coalesce(k.chart_kind, o.kind) AS chart_kind, (SELECT json_agg(account) FROM account) AS accounts
  FROM organisations o LEFT JOIN sub_unit_kinds k ON k.code = o.sub_unit_kind WHERE o.id = :organisation`

export interface NewVoucher extends Wanted {
  readonly type: VoucherType
  readonly number: number
  readonly description: string
  readonly total: Money
  readonly reversesId?: string | undefined
  readonly preparedBy: string
}

const onePerSource = 'vouchers_organisation_id_source_kind_source_id_event_key'

/** Voucher, lines and monthly balances in one statement; accounts in order of code, so that two postings never wait for each other in a ring. */
export async function insertVoucher(work: OfficerWork, voucher: NewVoucher): Promise<string> {
  const { rows } = await work.db.raw<{ rows: { id: string }[] }>(insertion, {
    organisation: work.actor.organisationId, fiscalYear: voucher.fiscalYear, type: voucher.type, number: voucher.number,
    date: voucher.documentDate, month: fiscalMonthOf(voucher.documentDate), event: voucher.event, kind: voucher.source.kind, source: voucher.source.id,
    description: voucher.description, total: toNumeric(voucher.total), reverses: voucher.reversesId ?? null,
    preparedBy: voucher.preparedBy, approvedBy: work.actor.userId, now: work.now, lines: JSON.stringify(voucher.lines.map(lineRow)),
  }).catch(orTryAgain(onePerSource))
  const [row] = rows
  if (!row) throw new Error('no voucher was written')
  return row.id
}

function lineRow(line: PostingLine, index: number): object {
  return {
    line: index + 1, account_code: line.accountCode, side: line.side, amount: toNumeric(line.amount),
    bank_account_id: line.bankAccountId ?? null, revenue_code: line.revenueCode ?? null, memo: line.memo ?? '',
  }
}

const insertion = `
  WITH voucher AS (
    INSERT INTO vouchers (organisation_id, fiscal_year, type, number, document_date, month, event, source_kind, source_id, description, total,
      reverses_id, prepared_by, approved_by, posted_at)
    VALUES (:organisation, :fiscalYear, :type, :number, :date, :month, :event, :kind, :source, :description, :total,
      :reverses, :preparedBy, :approvedBy, :now)
    RETURNING organisation_id, id, fiscal_year, month
  ), line AS (
    INSERT INTO voucher_lines (organisation_id, voucher_id, line, account_code, side, amount, bank_account_id, revenue_code, memo)
    SELECT v.organisation_id, v.id, l.line, l.account_code, l.side, l.amount, l.bank_account_id, l.revenue_code, l.memo
    FROM voucher v, jsonb_to_recordset(:lines) AS l (line smallint, account_code text, side text, amount numeric,
      bank_account_id bigint, revenue_code text, memo text)
    RETURNING account_code, side, amount
  ), balance AS (
    INSERT INTO account_balances AS b (organisation_id, fiscal_year, month, account_code, debit, credit)
    SELECT v.organisation_id, v.fiscal_year, v.month, l.account_code,
      coalesce(sum(l.amount) FILTER (WHERE l.side = 'D'), 0), coalesce(sum(l.amount) FILTER (WHERE l.side = 'C'), 0)
    FROM voucher v, line l GROUP BY 1, 2, 3, 4 ORDER BY 4
    ON CONFLICT (organisation_id, fiscal_year, month, account_code)
      DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit
  )
  SELECT id FROM voucher`
