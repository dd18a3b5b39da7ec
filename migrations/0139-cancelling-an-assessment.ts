import { type Knex } from 'knex'

// An assessment is cancelled by two: one asks with the reason, another confirms (INV-13; as a receipt is).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE tax_debts
      ADD COLUMN cancel_asked_by bigint REFERENCES users (id), ADD COLUMN cancelled_by bigint REFERENCES users (id), ADD COLUMN is_signed_alone boolean NOT NULL DEFAULT false,
      DROP CONSTRAINT tax_debts_state_check, DROP CONSTRAINT tax_debts_check3,
      ADD CONSTRAINT tax_debts_state_check CHECK (state IN ('assessed', 'cancelling', 'cancelled')),
      ADD CONSTRAINT tax_debts_check3 CHECK ((state IN ('cancelling', 'cancelled')) = (cancel_reason IS NOT NULL)),
      ADD CONSTRAINT tax_debts_asked CHECK (state <> 'cancelling' OR cancel_asked_by IS NOT NULL),
      ADD CONSTRAINT tax_debts_two CHECK (cancelled_by <> cancel_asked_by OR is_signed_alone);
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    UPDATE tax_debts SET state = 'assessed', cancel_reason = NULL WHERE state = 'cancelling';
    ALTER TABLE tax_debts DROP CONSTRAINT tax_debts_two, DROP CONSTRAINT tax_debts_asked, DROP CONSTRAINT tax_debts_check3, DROP CONSTRAINT tax_debts_state_check,
      ADD CONSTRAINT tax_debts_state_check CHECK (state IN ('assessed', 'cancelled')),
      ADD CONSTRAINT tax_debts_check3 CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
      DROP COLUMN cancel_asked_by, DROP COLUMN cancelled_by, DROP COLUMN is_signed_alone;
  `)
}
