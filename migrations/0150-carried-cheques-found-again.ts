import { type Knex } from 'knex'

// 0095 gave a typed cheque to the first receipt of its number and sum, also a cancelled one or one of another bank: where a better one stands it gets that. Cheques are found by their number.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE INDEX receipt_payments_cheques ON receipt_payments (organisation_id, cheque_number, amount) WHERE means = 'cheque';
    UPDATE pay_in_cheques c SET receipt_id = b.receipt_id, receipt_line = b.receipt_line FROM (
      SELECT DISTINCT ON (t.organisation_id, t.pay_in_id, t.line) t.organisation_id, t.pay_in_id, t.line, p.receipt_id, p.line AS receipt_line
      FROM pay_in_cheques t
        JOIN receipts now ON now.organisation_id = t.organisation_id AND now.id = t.receipt_id
        JOIN receipt_payments n ON n.organisation_id = t.organisation_id AND n.receipt_id = t.receipt_id AND n.line = t.receipt_line
        JOIN receipt_payments p ON p.organisation_id = t.organisation_id AND p.means = 'cheque' AND p.cheque_number = t.number AND p.amount = t.amount
        JOIN receipts r ON r.organisation_id = p.organisation_id AND r.id = p.receipt_id
      WHERE now.state = 'cancelled' OR n.cheque_bank <> t.bank
      ORDER BY t.organisation_id, t.pay_in_id, t.line, r.state = 'cancelled', p.cheque_bank <> t.bank, p.receipt_id, p.line) b
    WHERE b.organisation_id = c.organisation_id AND b.pay_in_id = c.pay_in_id AND b.line = c.line AND (b.receipt_id, b.receipt_line) IS DISTINCT FROM (c.receipt_id, c.receipt_line);
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX receipt_payments_cheques')
}
