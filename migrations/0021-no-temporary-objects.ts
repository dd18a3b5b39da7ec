import { type Knex } from 'knex'

// A temporary table or type hides a permanent one of the same name from whatever names it without its schema. Nobody of ours needs any.
// Only the owner of the database can take this right away; whoever migrates as somebody else is told what its owner must run.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(asOwner('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC'))
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(asOwner('GRANT TEMPORARY ON DATABASE %I TO PUBLIC'))
}

function asOwner(statement: string): string {
  return `
    DO $$
    BEGIN
      IF EXISTS (SELECT 1 FROM pg_database d WHERE d.datname = current_database() AND pg_has_role(current_user, d.datdba, 'USAGE')) THEN
        EXECUTE format('${statement}', current_database());
      ELSE
        RAISE WARNING '% does not own %; its owner should run: %', current_user, current_database(), format('${statement}', current_database());
      END IF;
    END $$`
}
