import { type Knex } from 'knex'

// A loan whose money came back before it reached the borrower is paid in the books and falls due only when it is paid anew.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE loans DROP CONSTRAINT ${await dueCheck(knex)},
      ADD CONSTRAINT loans_paid_on CHECK ((state = 'paid') = (paid_on IS NOT NULL)),
      ADD CONSTRAINT loans_due_on CHECK (due_on IS NULL OR state = 'paid');
    UPDATE loans l SET due_on = NULL FROM claims c
      WHERE c.organisation_id = l.organisation_id AND c.origin_kind = 'loan' AND c.origin_id = l.id AND c.reopened_by IS NOT NULL AND c.state <> 'paid' AND l.state = 'paid';
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE loans DROP CONSTRAINT loans_paid_on, DROP CONSTRAINT loans_due_on,
      ADD CHECK ((state = 'paid') = (paid_on IS NOT NULL AND due_on IS NOT NULL));
  `)
}

async function dueCheck(knex: Knex): Promise<string> {
  const { rows: [row] } = await knex.raw<{ rows: { conname: string }[] }>(`SELECT conname FROM pg_constraint WHERE conrelid = 'loans'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%due_on%'`)
  return row?.conname ?? ''
}
