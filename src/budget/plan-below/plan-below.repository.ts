// Plans of the units below an LAO, with what is used of each.
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYear, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'

export interface PlanBelow {
  readonly organisationId: string
  readonly organisation: string
  readonly id: string
  readonly kind: 'plan'
  readonly number: number
  readonly fiscalYear: FiscalYear
  readonly variant: string | null
  readonly state: 'approved' | 'superseded'
  readonly total: Money
  /** Of the version in force. */
  readonly used: Money | undefined
}

/** Versions in force first, unit by unit; drafts are the unit's own matter. */
export async function findPlansBelow(read: OfficerRead, { organisationIds, year }: { readonly organisationIds: readonly string[]; readonly year: FiscalYear }): Promise<PlanBelow[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT o.id AS organisation_id, o.name AS organisation, d.id, d.number, d.fiscal_year, d.variant, d.state, d.total, sum(b.approved - b.available) AS used
    FROM budget_documents d JOIN organisations o ON o.id = d.organisation_id
    LEFT JOIN budget_document_lines l ON l.organisation_id = d.organisation_id AND l.document_id = d.id
    LEFT JOIN budget_balances b ON b.organisation_id = l.organisation_id AND b.line_id = l.line_id
    WHERE d.kind = 'plan' AND d.state IN ('approved', 'superseded') AND d.fiscal_year = ? AND d.organisation_id = ANY (?::bigint[])
    GROUP BY o.id, o.name, o.code, d.id, d.number, d.fiscal_year, d.variant, d.state, d.total ORDER BY o.code, d.variant, d.state, d.number DESC`,
  [year, [...organisationIds]])
  return rows.map((row) => ({
    organisationId: row.organisation_id, organisation: row.organisation, id: row.id, kind: 'plan', number: row.number, fiscalYear: fiscalYear(row.fiscal_year),
    variant: row.variant, state: row.state, total: fromNumeric(row.total), used: row.state === 'approved' ? fromNumeric(row.used ?? '0.00') : undefined,
  }))
}

interface Row {
  organisation_id: string
  organisation: string
  id: string
  number: number
  fiscal_year: number
  variant: string | null
  state: 'approved' | 'superseded'
  total: string
  used: string | null
}
