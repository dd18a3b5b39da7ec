import { type Knex } from 'knex'

// A cheque carried to the bank is chosen among those in the safe: its line names the receipt it came with. What was typed before is found once by number and amount.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE pay_in_cheques ADD receipt_id bigint, ADD receipt_line smallint,
      ADD CONSTRAINT pay_in_cheques_receipt FOREIGN KEY (organisation_id, receipt_id, receipt_line) REFERENCES receipt_payments (organisation_id, receipt_id, line),
      ADD CONSTRAINT pay_in_cheques_whole_key CHECK ((receipt_id IS NULL) = (receipt_line IS NULL));
    UPDATE pay_in_cheques c SET receipt_id = f.receipt_id, receipt_line = f.line FROM (
      SELECT DISTINCT ON (p.organisation_id, p.cheque_number, p.amount) p.organisation_id, p.receipt_id, p.line, p.cheque_number, p.amount
      FROM receipt_payments p WHERE p.means = 'cheque' ORDER BY p.organisation_id, p.cheque_number, p.amount, p.receipt_id, p.line) f
    WHERE f.organisation_id = c.organisation_id AND f.cheque_number = c.number AND f.amount = c.amount;
    CREATE INDEX pay_in_cheques_of_receipt ON pay_in_cheques (organisation_id, receipt_id, receipt_line) WHERE receipt_id IS NOT NULL;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE pay_in_cheques DROP COLUMN receipt_line, DROP COLUMN receipt_id')
}
