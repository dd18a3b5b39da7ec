import { type Read } from '../../platform/database/work.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type IncomeTotal, type MoneyPlace } from './money-in.ts'

export interface SlipsOf {
  readonly organisationId: string
  readonly remittanceIds: readonly string[]
}

/** By kind of income and by what of its register each line names. */
export async function findIncomeTotals(read: Read, slips: SlipsOf): Promise<IncomeTotal[]> {
  const places = ['l.sub_key', 'l.counterparty_id', 'l.fund_document_id', 'l.refund_kind', 'l.refund_id', 'l.budget_line_id'].join(', ')
  const { rows } = await read.db.raw<{ rows: IncomeRow[] }>(`
    SELECT l.income_code, coalesce(c.name, k.name, a.name) AS name, l.account_code, a.name AS account_name, sum(l.amount) AS amount,
      ${places}, coalesce(o.name, s.key || ' ' || s.name, '') AS key_name, array_agg(DISTINCT r.id)::text[] AS receipt_ids
    FROM receipts r
      JOIN receipt_lines l ON l.organisation_id = r.organisation_id AND l.receipt_id = r.id
      JOIN accounts a ON a.code = l.account_code
      LEFT JOIN revenue_codes c ON c.code = l.income_code
      LEFT JOIN receipt_kinds k ON k.code = l.income_code
      LEFT JOIN sub_ledger_keys s ON s.organisation_id = l.organisation_id AND s.kind = l.sub_kind AND s.key = l.sub_key
      LEFT JOIN organisations o ON o.id = l.counterparty_id
    WHERE r.organisation_id = :organisationId AND r.remittance_id = ANY (:remittanceIds) AND r.state <> 'cancelled'
    GROUP BY l.income_code, c.name, k.name, a.name, l.account_code, ${places}, o.name, s.key, s.name
    ORDER BY l.income_code NOT SIMILAR TO '[0-9]+', l.income_code, s.key, l.refund_id, l.budget_line_id`, { ...slips })
  return rows.map((row) => ({
    incomeCode: row.income_code, name: row.name, accountCode: row.account_code, accountName: row.account_name,
    subKey: row.sub_key, counterpartyId: row.counterparty_id, keyName: row.key_name, fundDocumentId: row.fund_document_id, refund: refundOf(row),
    amount: fromNumeric(row.amount), receiptIds: row.receipt_ids,
  }))
}

interface IncomeRow {
  income_code: string
  name: string
  account_code: string
  account_name: string
  amount: string
  sub_key: string | null
  counterparty_id: string | null
  key_name: string
  fund_document_id: string | null
  refund_kind: string | null
  refund_id: string | null
  budget_line_id: string | null
  receipt_ids: string[]
}

function refundOf(row: IncomeRow): IncomeTotal['refund'] {
  return row.refund_kind === null || row.refund_id === null ? null : { kind: row.refund_kind, id: row.refund_id, budgetLineId: row.budget_line_id }
}

/** What receipts took in on this account for papers they name, by what they call them; what a payment withheld came in by no hand. */
export async function findReferred(read: Read, { organisationId, accountCode, references }: { readonly organisationId: string; readonly accountCode: string; readonly references: readonly string[] }): Promise<ReadonlyMap<string, Money>> {
  const rows: { reference: string; amount: string }[] = await read.db('receipt_lines as l').join('receipts as r', (on) => on.on('r.organisation_id', 'l.organisation_id').andOn('r.id', 'l.receipt_id'))
    .where({ 'l.organisation_id': organisationId, 'l.account_code': accountCode }).whereIn('l.reference', [...references]).whereNot('r.state', 'cancelled').whereNull('r.withheld_id')
    .groupBy('l.reference').select('l.reference').sum('l.amount as amount')
  return new Map(rows.map(({ reference, amount }) => [reference, fromNumeric(amount)]))
}

/** Transfers are in their bank account already; cash and cheques go where their slip says. */
export async function findMoneyPlaces(read: Read, slips: SlipsOf): Promise<MoneyPlace[]> {
  const { rows } = await read.db.raw<{ rows: PlaceRow[] }>(`
    SELECT p.means, b.id::text AS bank_id, b.account_code, b.bank_name, b.account_number, sum(p.amount) AS amount
    FROM receipts r
      JOIN remittances s ON s.organisation_id = r.organisation_id AND s.id = r.remittance_id
      JOIN receipt_payments p ON p.organisation_id = r.organisation_id AND p.receipt_id = r.id
      LEFT JOIN bank_accounts b ON b.organisation_id = r.organisation_id AND b.id = coalesce(p.bank_account_id, s.cash_bank_account_id)
    WHERE r.organisation_id = :organisationId AND r.remittance_id = ANY (:remittanceIds) AND r.state <> 'cancelled'
    GROUP BY p.means, b.id, b.account_code, b.bank_name, b.account_number ORDER BY p.means, b.id`, { ...slips })
  return rows.map((row) => ({ means: row.means, bank: bankOf(row), amount: fromNumeric(row.amount) }))
}

type PlaceRow = { means: MoneyPlace['means']; amount: string } & (
  { bank_id: string; account_code: string; bank_name: string; account_number: string } | { bank_id: null })

function bankOf(row: PlaceRow): MoneyPlace['bank'] {
  if (row.bank_id === null) return null
  return { id: row.bank_id, accountCode: row.account_code, name: row.bank_name, accountNumber: row.account_number }
}
