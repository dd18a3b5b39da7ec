import { type Knex } from 'knex'

// Money that came back and is paid to nobody any more: the debt ends, wholly or for some people of a batch, and its cost is taken back (P24, P27).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE claim_waivers (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('submitted', 'posted', 'refused', 'cancelled', 'reversed')),
      fiscal_year smallint NOT NULL,
      number integer NOT NULL CHECK (number > 0),
      claim_id bigint NOT NULL,
      document_date date NOT NULL,
      amount ledger_amount NOT NULL,
      reason plain_text NOT NULL CHECK (reason <> ''),
      end_reason plain_text,
      voucher_id bigint,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      posted_by bigint REFERENCES users (id),
      posted_at timestamptz,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, fiscal_year, number),
      FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
      CHECK ((state IN ('posted', 'reversed')) = (voucher_id IS NOT NULL)),
      CHECK ((voucher_id IS NOT NULL) = (posted_by IS NOT NULL)),
      CHECK ((voucher_id IS NOT NULL) = (posted_at IS NOT NULL)),
      CHECK ((state IN ('refused', 'reversed')) = (end_reason IS NOT NULL)),
      CHECK (fiscal_year = extract(year FROM document_date) + 543 + CASE WHEN extract(month FROM document_date) >= 10 THEN 1 ELSE 0 END)
    );
    CREATE INDEX claim_waivers_claim ON claim_waivers (organisation_id, claim_id);
    CREATE UNIQUE INDEX claim_waivers_waiting ON claim_waivers (organisation_id, claim_id) WHERE state = 'submitted';
    CREATE TABLE claim_waiver_lines (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      waiver_id bigint NOT NULL,
      -- Its place among the costs of the claim.
      line smallint NOT NULL CHECK (line > 0),
      budget_line_id bigint,
      account_code text NOT NULL REFERENCES accounts (code),
      sub_key text,
      counterparty_id bigint REFERENCES organisations (id),
      fund_code text,
      revenue_code text REFERENCES revenue_codes (code),
      amount ledger_amount NOT NULL,
      PRIMARY KEY (organisation_id, waiver_id, line),
      FOREIGN KEY (organisation_id, waiver_id) REFERENCES claim_waivers (organisation_id, id),
      FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id)
    );
    CREATE TABLE claim_waiver_people (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      waiver_id bigint NOT NULL,
      claim_id bigint NOT NULL,
      line integer NOT NULL,
      PRIMARY KEY (organisation_id, waiver_id, line),
      FOREIGN KEY (organisation_id, waiver_id) REFERENCES claim_waivers (organisation_id, id),
      FOREIGN KEY (organisation_id, claim_id, line) REFERENCES claim_payees (organisation_id, claim_id, line)
    );
    CREATE INDEX claim_waiver_people_of ON claim_waiver_people (organisation_id, claim_id, line);
    SELECT laas_fence(t) FROM unnest(ARRAY['claim_waivers', 'claim_waiver_lines', 'claim_waiver_people']::regclass[]) t;
    GRANT SELECT, INSERT, UPDATE ON claim_waivers TO laas_app;
    GRANT SELECT, INSERT ON claim_waiver_lines, claim_waiver_people TO laas_app;
    ${peopleOwed(`AND NOT EXISTS (
        SELECT FROM claim_waiver_people n JOIN claim_waivers w ON w.organisation_id = n.organisation_id AND w.id = n.waiver_id AND w.state = 'posted'
        WHERE n.organisation_id = p.organisation_id AND n.claim_id = p.claim_id AND n.line = p.line)`)}
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`${peopleOwed('')}; DROP TABLE claim_waiver_people, claim_waiver_lines, claim_waivers`)
}

function peopleOwed(more: string): string {
  return `CREATE OR REPLACE FUNCTION people_owed(organisation bigint, claim bigint) RETURNS TABLE (line integer, net numeric) LANGUAGE sql STABLE AS $$
      SELECT y.line, y.net FROM payment_bounce_people p JOIN payment_bounces b ON b.organisation_id = p.organisation_id AND b.id = p.bounce_id AND b.is_live
        JOIN claim_payees y ON y.organisation_id = p.organisation_id AND y.claim_id = p.claim_id AND y.line = p.line
      WHERE p.organisation_id = organisation AND p.claim_id = claim AND NOT EXISTS (
        SELECT FROM payment_people g JOIN payments m ON m.organisation_id = g.organisation_id AND m.id = g.payment_id AND m.state = 'posted'
        WHERE g.organisation_id = p.organisation_id AND g.claim_id = p.claim_id AND g.line = p.line AND g.payment_id > b.payment_id)${more === '' ? '' : ` ${more}`}
    $$`
}
