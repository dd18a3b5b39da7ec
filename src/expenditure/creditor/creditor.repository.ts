import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type CreditorLine, type PayableAccount } from './creditor.ts'

export interface AskedCreditors {
  readonly organisationId: string
  /** Inclusive. */
  readonly day: CalendarDate
}

/** Liabilities that are kept by payee. */
export async function findPayableAccounts(read: OfficerRead): Promise<PayableAccount[]> {
  return read.db('accounts').where({ sub_ledger: 'payee', account_group: 'liability' }).orderBy('code').select('code', 'name')
}

/** Every line of the payees who are owed something on that day, the oldest first. Registers run on through the years: what the closing carried over is not counted again. */
export async function findCreditorLines(read: OfficerRead, asked: AskedCreditors): Promise<CreditorLine[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    WITH lines AS (SELECT l.account_code, a.name AS account_name, l.sub_key, l.line, l.side, l.amount, v.id, v.type, v.number, v.fiscal_year, v.document_date, v.description, v.source_kind, v.source_id, v.reverses_id
      FROM voucher_lines l JOIN accounts a ON a.code = l.account_code AND a.sub_ledger = 'payee' AND a.account_group = 'liability'
      JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id
      WHERE l.organisation_id = :organisationId AND l.document_date <= :day AND v.event NOT LIKE 'opening.carried%' AND v.event NOT LIKE 'opening.corrected%')
    SELECT l.*, coalesce(p.name, k.name, l.sub_key) AS name, coalesce(p.tax_id, '') AS tax_id, coalesce(c.invoice_number, d.invoice_number, '') AS invoice_number
    FROM lines l
    LEFT JOIN sub_ledger_keys k ON k.organisation_id = :organisationId AND k.kind = 'payee' AND k.key = l.sub_key
    LEFT JOIN payees p ON p.organisation_id = :organisationId AND p.id::text = l.sub_key
    LEFT JOIN claims c ON l.source_kind = 'claim' AND c.organisation_id = :organisationId AND c.id = l.source_id
    LEFT JOIN acceptances d ON l.source_kind = 'acceptance' AND d.organisation_id = :organisationId AND d.id = l.source_id
    WHERE (l.account_code, l.sub_key) IN (SELECT account_code, sub_key FROM lines GROUP BY 1, 2 HAVING sum(CASE side WHEN 'C' THEN amount ELSE -amount END) <> 0)
    ORDER BY coalesce(p.name, k.name, l.sub_key) COLLATE "th-TH-x-icu", l.account_code, l.sub_key, l.document_date, l.id, l.line`, { ...asked })
  return rows.map(lineOf)
}

/** What the accounts themselves say, whatever stands under the keys. */
export async function sumPayables(read: OfficerRead, { organisationId, day, accountCode }: AskedCreditors & { readonly accountCode: string | undefined }): Promise<Money> {
  const { rows: [row] } = await read.db.raw<{ rows: { amount: string }[] }>(`
    SELECT coalesce(sum(CASE l.side WHEN 'C' THEN l.amount ELSE -l.amount END), 0) AS amount
    FROM voucher_lines l JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id JOIN accounts a ON a.code = l.account_code
    WHERE l.organisation_id = :organisationId AND l.document_date <= :day AND a.sub_ledger = 'payee' AND a.account_group = 'liability' AND (:accountCode::text IS NULL OR a.code = :accountCode)
      AND v.event NOT LIKE 'opening.carried%' AND v.event NOT LIKE 'opening.corrected%'`, { organisationId, day, accountCode: accountCode ?? null })
  return fromNumeric(row?.amount ?? '0')
}

interface Row {
  account_code: string
  account_name: string
  sub_key: string
  side: 'D' | 'C'
  amount: string
  id: string
  type: string
  number: number
  fiscal_year: number
  document_date: string
  description: string
  source_kind: string
  source_id: string
  reverses_id: string | null
  name: string
  tax_id: string
  invoice_number: string
}

function lineOf(row: Row): CreditorLine {
  return {
    accountCode: row.account_code, accountName: row.account_name, key: row.sub_key, name: row.name, taxId: row.tax_id, invoiceNumber: row.invoice_number, side: row.side,
    amount: fromNumeric(row.amount), voucher: {
      id: row.id, type: row.type, number: row.number, fiscalYear: fiscalYear(row.fiscal_year), date: calendarDate(row.document_date), description: row.description,
      source: { kind: row.source_kind, id: row.source_id }, reversesId: row.reverses_id,
    },
  }
}
