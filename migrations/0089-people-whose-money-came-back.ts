import { type Knex } from 'knex'

// Of a batch the bank may send back the money of some: their payment stands, and the next one pays them alone (P27, S45).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE payment_bounces (
      organisation_id bigint NOT NULL REFERENCES organisations, id bigint GENERATED ALWAYS AS IDENTITY, payment_id bigint NOT NULL, bounced_on date NOT NULL,
      reason plain_text NOT NULL CHECK (reason <> ''), voucher_id bigint NOT NULL, is_live boolean NOT NULL DEFAULT true, recorded_by bigint NOT NULL REFERENCES users, recorded_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id), FOREIGN KEY (organisation_id, payment_id) REFERENCES payments (organisation_id, id),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id)
    );
    CREATE INDEX payment_bounces_of ON payment_bounces (organisation_id, payment_id);
    CREATE TABLE payment_bounce_people (
      organisation_id bigint NOT NULL REFERENCES organisations, bounce_id bigint NOT NULL, claim_id bigint NOT NULL, line integer NOT NULL,
      PRIMARY KEY (organisation_id, bounce_id, claim_id, line), FOREIGN KEY (organisation_id, bounce_id) REFERENCES payment_bounces (organisation_id, id),
      FOREIGN KEY (organisation_id, claim_id, line) REFERENCES claim_payees (organisation_id, claim_id, line)
    );
    CREATE INDEX payment_bounce_people_of ON payment_bounce_people (organisation_id, claim_id, line);
    CREATE TABLE payment_people (
      organisation_id bigint NOT NULL REFERENCES organisations, payment_id bigint NOT NULL, claim_id bigint NOT NULL, line integer NOT NULL,
      PRIMARY KEY (organisation_id, payment_id, claim_id, line), FOREIGN KEY (organisation_id, payment_id) REFERENCES payments (organisation_id, id),
      FOREIGN KEY (organisation_id, claim_id, line) REFERENCES claim_payees (organisation_id, claim_id, line)
    );
    CREATE INDEX payment_people_of ON payment_people (organisation_id, claim_id, line);
    SELECT laas_fence('payment_bounces'), laas_fence('payment_bounce_people'), laas_fence('payment_people');
    GRANT SELECT, INSERT ON payment_bounces, payment_bounce_people, payment_people TO laas_app;
    GRANT UPDATE (is_live) ON payment_bounces TO laas_app;
    CREATE FUNCTION people_owed(organisation bigint, claim bigint) RETURNS TABLE (line integer, net numeric) LANGUAGE sql STABLE AS $$
      SELECT y.line, y.net FROM payment_bounce_people p JOIN payment_bounces b ON b.organisation_id = p.organisation_id AND b.id = p.bounce_id AND b.is_live
        JOIN claim_payees y ON y.organisation_id = p.organisation_id AND y.claim_id = p.claim_id AND y.line = p.line
      WHERE p.organisation_id = organisation AND p.claim_id = claim AND NOT EXISTS (
        SELECT FROM payment_people g JOIN payments m ON m.organisation_id = g.organisation_id AND m.id = g.payment_id AND m.state = 'posted'
        WHERE g.organisation_id = p.organisation_id AND g.claim_id = p.claim_id AND g.line = p.line AND g.payment_id > b.payment_id)
    $$;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP FUNCTION people_owed(bigint, bigint); DROP TABLE payment_people; DROP TABLE payment_bounce_people; DROP TABLE payment_bounces')
}
