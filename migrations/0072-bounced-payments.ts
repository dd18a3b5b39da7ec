import { type Knex } from 'knex'

// Money that a bank sent back, or would not pay out: the payment stands in the books, and its claims wait for another one that owes only what was to reach the payee (P27).
export async function up(knex: Knex): Promise<void> {
  await dropStateChecks(knex)
  await knex.raw(`
    ALTER TABLE payments ADD COLUMN bounced_on date, ADD COLUMN bounce_voucher_id bigint,
      ADD FOREIGN KEY (organisation_id, bounce_voucher_id) REFERENCES vouchers (organisation_id, id),
      ADD CHECK (state IN ('recorded', 'posted', 'bounced', 'reversed', 'cancelled')),
      ADD CHECK ((state IN ('posted', 'bounced', 'reversed')) = (voucher_id IS NOT NULL AND posted_by IS NOT NULL)),
      ADD CHECK ((state IN ('bounced', 'reversed', 'cancelled')) = (reason <> '')),
      ADD CHECK ((state = 'bounced') = (bounced_on IS NOT NULL AND bounce_voucher_id IS NOT NULL)),
      ADD CHECK (bounced_on >= payment_date),
      ADD CHECK (state <> 'bounced' OR channel <> 'cash');
    ALTER TABLE claims ADD COLUMN reopened_by bigint, ADD FOREIGN KEY (organisation_id, reopened_by) REFERENCES payments (organisation_id, id);
  `)
}

export async function down(knex: Knex): Promise<void> {
  await dropStateChecks(knex)
  await knex.raw(`
    ALTER TABLE claims DROP COLUMN reopened_by;
    ALTER TABLE payments DROP COLUMN bounced_on, DROP COLUMN bounce_voucher_id, ADD CHECK (state IN ('recorded', 'posted', 'reversed', 'cancelled')),
      ADD CHECK ((state IN ('posted', 'reversed')) = (voucher_id IS NOT NULL AND posted_by IS NOT NULL)), ADD CHECK ((state IN ('reversed', 'cancelled')) = (reason <> ''));
  `)
}

async function dropStateChecks(knex: Knex): Promise<void> {
  const { rows } = await knex.raw(`SELECT conname FROM pg_constraint WHERE conrelid = 'payments'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%state%'`)
  for (const { conname } of rows) await knex.raw('ALTER TABLE payments DROP CONSTRAINT ??', [conname])
}
