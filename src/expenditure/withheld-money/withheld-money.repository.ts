import { type OfficerRead } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type Withheld } from './withheld-money.ts'

/** Of every creditor that was ever paid for or is in use, in the order of the deductions. */
export async function findWithheld(read: OfficerRead, month: CalendarDate): Promise<Withheld[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT c.id, c.payee_id, c.code, p.name, d.name AS deduction, d.account_code, coalesce(b.credit, 0) AS kept, coalesce(b.debit, 0) AS remitted,
      coalesce((SELECT sum(l.amount) FROM claim_lines l JOIN claims m ON m.organisation_id = l.organisation_id AND m.id = l.claim_id
        WHERE l.organisation_id = c.organisation_id AND l.account_code = d.account_code AND l.sub_key = 'DED' || c.id AND m.state NOT IN ('paid', 'cancelled') AND m.reopened_by IS NULL), 0) AS on_the_way,
      coalesce((SELECT sum(i.amount) FROM pay_run_items i JOIN pay_runs r ON r.organisation_id = i.organisation_id AND r.id = i.run_id
        WHERE i.organisation_id = c.organisation_id AND i.creditor_id = c.id AND r.month = :month AND r.state = 'paid'), 0) AS of_month
    FROM pay_creditors c JOIN pay_deductions d ON d.code = c.code JOIN payees p ON p.organisation_id = c.organisation_id AND p.id = c.payee_id
    LEFT JOIN sub_ledger_balances b ON b.organisation_id = c.organisation_id AND b.account_code = d.account_code AND b.sub_kind = 'deposit' AND b.sub_key = 'DED' || c.id
    WHERE c.organisation_id = :own AND (c.is_active OR b.credit <> b.debit) ORDER BY d.priority, p.name, c.id`, { own: read.actor.organisationId, month })
  return rows.map((row) => ({
    creditorId: row.id, payeeId: row.payee_id, code: row.code, name: row.name, deduction: row.deduction, accountCode: row.account_code, subKey: `DED${row.id}`, kept: fromNumeric(row.kept),
    remitted: fromNumeric(row.remitted), onTheWay: fromNumeric(row.on_the_way), ofMonth: fromNumeric(row.of_month),
  }))
}

/** The department whose claim kept it back last. */
export async function findLastDepartment(read: OfficerRead, { accountCode, subKey }: Pick<Withheld, 'accountCode' | 'subKey'>): Promise<string | null> {
  const row: { department_id: string | null } | undefined = await read.db('claim_deductions as d').join('claims as c', (on) => on.on('c.organisation_id', 'd.organisation_id').andOn('c.id', 'd.claim_id'))
    .where({ 'd.organisation_id': read.actor.organisationId, 'd.account_code': accountCode, 'd.sub_key': subKey }).orderBy('c.id', 'desc').first('c.department_id')
  return row?.department_id ?? null
}

interface Row {
  id: string
  payee_id: string
  code: string
  name: string
  deduction: string
  account_code: string
  kept: string
  remitted: string
  on_the_way: string
  of_month: string
}
