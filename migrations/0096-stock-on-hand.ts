import { type Knex } from 'knex'

// ฐานข้อมูลวัสดุคงเหลือ: what lay in the store the evening before the books began (letter 003 item 3.3). Mended freely until the opening is
// confirmed; afterwards a correction is a row of its own that a second person lets in.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE stock_items (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('listed', 'asked', 'replaced', 'refused')),
      code plain_text NOT NULL CHECK (code <> '' AND length(code) <= 40),
      name plain_text NOT NULL CHECK (name <> '' AND length(name) <= 200),
      unit plain_text NOT NULL CHECK (unit <> '' AND length(unit) <= 40),
      quantity numeric(12,2) NOT NULL CHECK (quantity >= 0 AND quantity <> 'NaN'),
      unit_cost numeric(18,2) NOT NULL CHECK (unit_cost > 0 AND unit_cost <> 'NaN'),
      total numeric(18,2) NOT NULL CHECK (total >= 0 AND total <> 'NaN' AND abs(total - round(quantity * unit_cost, 2)) <= 0.01),
      as_of date NOT NULL,
      account_code text NOT NULL REFERENCES accounts (code),
      -- The row it stands in for once it is let in; none: a row that was forgotten.
      replaces_id bigint,
      reason plain_text CHECK (length(reason) <= 500),
      made_by bigint NOT NULL REFERENCES users (id),
      made_at timestamptz NOT NULL,
      decided_by bigint REFERENCES users (id),
      is_signed_alone boolean NOT NULL DEFAULT false,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, replaces_id) REFERENCES stock_items (organisation_id, id),
      CHECK (state <> 'asked' OR (reason IS NOT NULL AND decided_by IS NULL)),
      CHECK (state = 'refused' OR decided_by <> made_by OR is_signed_alone)
    );
    CREATE UNIQUE INDEX stock_items_listed ON stock_items (organisation_id, code) WHERE state = 'listed';
    CREATE UNIQUE INDEX stock_items_asked ON stock_items (organisation_id, code) WHERE state = 'asked';
    CREATE UNIQUE INDEX stock_items_replacing ON stock_items (organisation_id, replaces_id) WHERE state = 'asked';
    SELECT laas_fence('stock_items');
    GRANT SELECT, INSERT, UPDATE, DELETE ON stock_items TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE stock_items')
}
