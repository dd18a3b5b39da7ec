import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { type TemplateRow } from './opening.ts'

/** Null when it is done; otherwise what stands against it: a word, or the register that stands on the wrong side. */
export async function askConfirmation(work: OfficerWork, year: FiscalYear): Promise<string | null> {
  const { rows } = await work.db.raw<{ rows: { answer: string | null }[] }>('SELECT ledger_confirm_opening(?::smallint, ?) AS answer', [year, work.now])
  return rows[0]?.answer ?? null
}

/** Every balance-sheet account the office may carry over, with a row for each key of its register. */
export async function findTemplateRows(read: OfficerRead, { chartKind, year }: { chartKind: string; year: FiscalYear }): Promise<TemplateRow[]> {
  const { rows } = await read.db.raw<{ rows: TemplateRow[] }>(`
    SELECT a.code, a.name, CASE WHEN k.key IS NULL OR k.key = 'GENERAL' THEN '' ELSE k.key END AS key, CASE WHEN k.key IS NULL OR k.key = 'GENERAL' THEN '' ELSE k.name END AS "keyName"
    FROM accounts a LEFT JOIN sub_ledger_keys k ON k.organisation_id = :own AND k.kind = a.sub_ledger AND k.is_open
    WHERE a.is_postable AND a.account_group IN ('asset', 'liability', 'equity') AND a.code NOT LIKE '3101%' AND a.chart_kinds && ARRAY['ALL', :chartKind]
      AND a.valid_from <= :year AND (a.valid_until IS NULL OR a.valid_until > :year)
    ORDER BY a.code, k.key LIMIT 20000`, { own: read.actor.organisationId, chartKind, year })
  return rows
}
