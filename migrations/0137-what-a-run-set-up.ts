import { type Knex } from 'knex'

// What of each debt the run of 30 September brought into the books as a debtor: a receipt of before that is cancelled later opens the debt by more than that (R11, R12).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE tax_debts ADD COLUMN set_up_amount ledger_amount;
    UPDATE tax_debts d SET set_up_amount = d.assessed - d.discount - (SELECT coalesce(sum(l.amount), 0) FROM receipt_lines l
      JOIN receipts p ON p.organisation_id = l.organisation_id AND p.id = l.receipt_id AND p.state <> 'cancelled' JOIN tax_kinds k ON k.code = d.tax_kind
      WHERE l.organisation_id = d.organisation_id AND l.account_code <> k.debtor_account
        AND l.reference = 'TAX-' || lpad(d.number::text, greatest(5, length(d.number::text)), '0') || '/' || lpad((d.fiscal_year % 100)::text, 2, '0'))
      WHERE d.set_up_run_id IS NOT NULL;
    ALTER TABLE tax_debts ADD CONSTRAINT tax_debts_set_up CHECK ((set_up_run_id IS NULL) = (set_up_amount IS NULL));
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE tax_debts DROP COLUMN set_up_amount')
}
