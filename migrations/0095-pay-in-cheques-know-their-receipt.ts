import { type Knex } from 'knex'

// A cheque carried to the bank is chosen among those in the safe: its line names the receipt it came with. What was typed before is found once by number and amount: a receipt that stands before a cancelled one, the same bank before another.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE pay_in_cheques ADD receipt_id bigint, ADD receipt_line smallint,
      ADD CONSTRAINT pay_in_cheques_receipt FOREIGN KEY (organisation_id, receipt_id, receipt_line) REFERENCES receipt_payments (organisation_id, receipt_id, line),
      ADD CONSTRAINT pay_in_cheques_whole_key CHECK ((receipt_id IS NULL) = (receipt_line IS NULL));
    UPDATE pay_in_cheques c SET receipt_id = f.receipt_id, receipt_line = f.receipt_line FROM (
      SELECT DISTINCT ON (t.organisation_id, t.pay_in_id, t.line) t.organisation_id, t.pay_in_id, t.line, p.receipt_id, p.line AS receipt_line
      FROM pay_in_cheques t JOIN receipt_payments p ON p.organisation_id = t.organisation_id AND p.means = 'cheque' AND p.cheque_number = t.number AND p.amount = t.amount
        JOIN receipts r ON r.organisation_id = p.organisation_id AND r.id = p.receipt_id
      ORDER BY t.organisation_id, t.pay_in_id, t.line, r.state = 'cancelled', p.cheque_bank <> t.bank, p.receipt_id, p.line) f
    WHERE f.organisation_id = c.organisation_id AND f.pay_in_id = c.pay_in_id AND f.line = c.line;
    CREATE INDEX pay_in_cheques_of_receipt ON pay_in_cheques (organisation_id, receipt_id, receipt_line) WHERE receipt_id IS NOT NULL;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE pay_in_cheques DROP COLUMN receipt_line, DROP COLUMN receipt_id')
}
