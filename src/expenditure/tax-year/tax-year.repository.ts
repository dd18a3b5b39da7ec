import { type OfficerRead } from '../../platform/database/work.ts'
import { type DayRange } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type YearPerson } from './tax-year.ts'

export interface AskedTaxYear {
  readonly organisationId: string
  readonly days: DayRange
  /** Of the monthly return. */
  readonly form: string
}

/** By name: the people of batches of pay and pensions, and everybody whose tax stands on the monthly form. What came back and was paid anew counts once. */
export async function findYearPeople(read: OfficerRead, { organisationId, days, form }: AskedTaxYear): Promise<YearPerson[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    WITH pay AS (SELECT c.organisation_id, c.id, c.payee_id, c.gross, coalesce(c.withholding_rule = 'W1-FEE', false) AS is_fee
        FROM payments m JOIN payment_claims k ON k.organisation_id = m.organisation_id AND k.payment_id = m.id
        JOIN claims c ON c.organisation_id = k.organisation_id AND c.id = k.claim_id AND c.kind IN ('C3', 'C4') AND (c.reopened_by IS NULL OR c.reopened_by >= m.id)
        WHERE m.organisation_id = :organisationId AND m.state IN ('posted', 'bounced') AND m.payment_date >= :from AND m.payment_date < :until
    ), paid AS (SELECT y.payee_id, y.tax_id, y.name, y.gross AS income, 0 AS tax, c.is_fee FROM pay c JOIN claim_payees y ON y.organisation_id = c.organisation_id AND y.claim_id = c.id
      UNION ALL SELECT c.payee_id, coalesce(q.tax_id, ''), q.name, c.gross, 0, c.is_fee FROM pay c JOIN payees q ON q.organisation_id = c.organisation_id AND q.id = c.payee_id
        WHERE NOT EXISTS (SELECT FROM claim_payees y WHERE y.organisation_id = c.organisation_id AND y.claim_id = c.id)
      UNION ALL SELECT w.payee_id, w.payee_tax_id, w.payee_name, CASE WHEN c.kind IN ('C3', 'C4') THEN 0 ELSE w.base END, w.amount, w.rule_code = 'W1-FEE'
        FROM withholdings w JOIN claims c ON c.organisation_id = w.organisation_id AND c.id = w.claim_id
        WHERE w.organisation_id = :organisationId AND w.state = 'issued' AND w.form = :form AND w.paid_on >= :from AND w.paid_on < :until)
    SELECT p.tax_id, max(p.name) AS name, sum(p.income) AS income, sum(p.tax) AS tax, p.is_fee,
      coalesce(max(concat_ws(' ', nullif(q.address, ''), nullif(q.subdistrict, ''), nullif(q.district, ''), nullif(q.province, ''), nullif(q.postcode, ''))), '') AS address
    FROM paid p LEFT JOIN payees q ON q.organisation_id = :organisationId AND q.id = p.payee_id
    GROUP BY p.tax_id, p.is_fee, CASE WHEN p.tax_id = '' THEN p.name END ORDER BY max(p.name) COLLATE "th-TH-x-icu", p.tax_id, p.is_fee`, { organisationId, form, ...days })
  return rows.map((row) => ({ taxId: row.tax_id, name: row.name, address: row.address, income: fromNumeric(row.income), tax: fromNumeric(row.tax), isFee: row.is_fee }))
}

/** What payments of the year credited to the accounts of the form, less what was reversed. */
export async function sumBookedOfYear(read: OfficerRead, { organisationId, days, form }: AskedTaxYear): Promise<Money> {
  const { rows: [row] } = await read.db.raw<{ rows: { amount: string }[] }>(`
    SELECT coalesce(sum(l.amount), 0)::numeric(18,2) AS amount FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id
    WHERE v.organisation_id = :organisationId AND v.type = 'PV' AND l.side = 'C' AND v.document_date >= :from AND v.document_date < :until
      AND l.account_code IN (SELECT account_code FROM withholding_rules WHERE form = :form)
      AND NOT EXISTS (SELECT FROM vouchers r WHERE r.organisation_id = v.organisation_id AND r.reverses_id = v.id)`, { organisationId, form, ...days })
  return fromNumeric(row?.amount ?? '0')
}

interface Row {
  tax_id: string
  name: string
  address: string
  income: string
  tax: string
  is_fee: boolean
}
