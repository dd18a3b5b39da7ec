import { type Knex } from 'knex'

// เบี้ยยังชีพ: who is entitled to which allowance since when, and the steps of its amounts by age (expenditure-accounting-assets §1.7).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE welfare_kinds (
      code text PRIMARY KEY CHECK (code ~ '^[a-z_]{2,20}$'),
      name text NOT NULL,
      -- The budget item it is paid from.
      item_code text NOT NULL REFERENCES budget_classes (code),
      sort smallint NOT NULL UNIQUE
    );
    CREATE TABLE welfare_steps (
      kind text NOT NULL REFERENCES welfare_kinds (code),
      valid_from date NOT NULL CHECK (extract(day FROM valid_from) = 1),
      -- In whole years, to the next step.
      age_from smallint NOT NULL CHECK (age_from >= 0),
      amount numeric(18,2) NOT NULL CHECK (amount > 0 AND amount <> 'NaN'),
      legal_reference text NOT NULL,
      PRIMARY KEY (kind, valid_from, age_from)
    );
    CREATE TABLE welfare_people (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      payee_id bigint NOT NULL,
      kind text NOT NULL REFERENCES welfare_kinds (code),
      birth_date date NOT NULL,
      -- First month of the allowance.
      starts_on date NOT NULL CHECK (extract(day FROM starts_on) = 1),
      -- The day it ended on; the allowance of that month is still due.
      ended_on date CHECK (ended_on >= starts_on),
      end_reason text CHECK (end_reason IN ('died', 'moved', 'lost')),
      form_key uuid,
      made_by bigint NOT NULL REFERENCES users (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, payee_id) REFERENCES payees (organisation_id, id),
      CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
      CHECK (birth_date < starts_on)
    );
    CREATE UNIQUE INDEX welfare_people_once ON welfare_people (organisation_id, payee_id, kind) WHERE ended_on IS NULL;
    SELECT laas_fence('welfare_people');
    GRANT SELECT ON welfare_kinds, welfare_steps TO laas_app;
    GRANT SELECT, INSERT, UPDATE ON welfare_people TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE welfare_people, welfare_steps, welfare_kinds')
}
