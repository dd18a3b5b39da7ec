import { type Knex } from 'knex'

// The year's closing is asked by one and carried out by another; what it posts goes through the gate into periods that stay shut for everybody else.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(upwards)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP FUNCTION ledger_run(bigint, jsonb, timestamptz); DROP TABLE closing_requests')
}

const upwards = String.raw`
CREATE TABLE closing_requests (
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  id bigint GENERATED ALWAYS AS IDENTITY,
  fiscal_year smallint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('close', 'undo')),
  state text NOT NULL CHECK (state IN ('asked', 'done', 'refused')),
  -- เงินรายรับและรายจ่ายตามงบประมาณ, from which the 15 % reserve of an LAO is set aside.
  receipts numeric(18,2) CHECK (receipts >= 0 AND receipts <> 'NaN'),
  spent numeric(18,2) CHECK (spent >= 0 AND spent <> 'NaN'),
  reason text NOT NULL,
  asked_by bigint NOT NULL REFERENCES users (id),
  asked_at timestamptz NOT NULL,
  decided_by bigint REFERENCES users (id),
  decided_at timestamptz,
  decision text,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, fiscal_year) REFERENCES fiscal_years (organisation_id, fiscal_year),
  CHECK ((state = 'asked') = (decided_by IS NULL)),
  CHECK ((receipts IS NULL) = (spent IS NULL)),
  CHECK (kind = 'close' OR reason <> '')
);
CREATE UNIQUE INDEX closing_requests_one ON closing_requests (organisation_id, fiscal_year) WHERE state = 'asked';
SELECT laas_fence('closing_requests');
GRANT SELECT, INSERT ON closing_requests TO laas_app;
GRANT UPDATE (state, decided_by, decided_at, decision) ON closing_requests TO laas_app;
GRANT SELECT ON closing_requests TO laas_ledger;
CREATE POLICY gate ON closing_requests FOR SELECT TO laas_ledger USING (true);

-- Posts what a closing, its undoing (request) or an audit (none) brings, all or nothing: closing vouchers into period 14, carried openings into period 0 of later years.
-- A period that is shut is opened for these vouchers alone and sealed anew. Answers one element for each posting; the last may be a refusal.
CREATE FUNCTION ledger_run(request bigint, postings jsonb, moment timestamptz) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own CONSTANT bigint := laas_organisation_id(); me CONSTANT bigint := laas_user_id();
  book ledger_books; r closing_requests; each jsonb; answer jsonb; answers jsonb := '[]'; shut integer[];
BEGIN
  SELECT * INTO book FROM ledger_books b WHERE b.organisation_id = own AND laas_scope() IN ('unit', 'lao') FOR UPDATE;
  IF NOT FOUND THEN RETURN '[{"refused": "noYear"}]'; END IF;
  IF request IS NOT NULL THEN
    SELECT * INTO r FROM closing_requests q WHERE q.organisation_id = own AND q.id = request AND q.state = 'asked';
    IF NOT FOUND THEN RETURN '[{"refused": "gone"}]'; END IF;
    IF r.asked_by = me AND NOT EXISTS (SELECT 1 FROM small_units u WHERE u.organisation_id = own AND u.switched_off_at IS NULL) THEN RETURN '[{"refused": "samePerson"}]'; END IF;
    IF EXISTS (SELECT 1 FROM fiscal_periods p WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period < 14 AND p.state <> 'closed') THEN RETURN '[{"refused": "earlierOpen"}]'; END IF;
  END IF;
  IF EXISTS (SELECT 1 FROM jsonb_array_elements(postings) e, jsonb_to_record(e -> 'asked') a (fiscal_year smallint, period smallint, type text, event text, is_carried boolean)
    WHERE (CASE WHEN request IS NULL THEN a.period = 0 AND a.type IN ('OB', 'RX') AND a.is_carried AND a.event ~ '^opening[.]corrected/[0-9]+(/reversed)\?$'
        AND EXISTS (SELECT 1 FROM vouchers v JOIN fiscal_periods p ON p.organisation_id = own AND p.fiscal_year = v.fiscal_year AND p.period = 15 AND p.state <> 'closed'
          WHERE v.organisation_id = own AND v.id = split_part(a.event, '/', 2)::bigint AND v.type = 'PA' AND v.fiscal_year < a.fiscal_year)
      WHEN a.period = 14 THEN a.fiscal_year = r.fiscal_year AND a.type = CASE r.kind WHEN 'close' THEN 'CL' ELSE 'RX' END
      ELSE a.period = 0 AND a.fiscal_year = r.fiscal_year + 1 AND a.is_carried AND a.event LIKE 'opening.carried/%' AND a.type = CASE r.kind WHEN 'close' THEN 'OB' ELSE 'RX' END END) IS NOT TRUE)
  THEN RAISE EXCEPTION 'not what a run may post' USING ERRCODE = 'insufficient_privilege'; END IF;

  SELECT coalesce(array_agg(p.fiscal_year * 100 + p.period), '{}') INTO shut FROM fiscal_periods p WHERE p.organisation_id = own AND p.state = 'closed' AND EXISTS (
    SELECT 1 FROM jsonb_array_elements(postings) e WHERE (e -> 'asked' ->> 'fiscal_year')::int = p.fiscal_year AND (e -> 'asked' ->> 'period')::int = p.period);
  UPDATE fiscal_periods p SET state = 'open' WHERE p.organisation_id = own AND p.fiscal_year * 100 + p.period = ANY (shut);
  FOR each IN SELECT e FROM jsonb_array_elements(postings) WITH ORDINALITY t (e, n) ORDER BY n LOOP
    answer := ledger_post(each -> 'asked', each -> 'lines');
    answers := answers || answer;
    EXIT WHEN answer \? 'refused';
  END LOOP;
  UPDATE fiscal_periods p SET state = 'closed', changed_by = me, changed_at = moment WHERE p.organisation_id = own AND p.fiscal_year * 100 + p.period = ANY (shut);
  INSERT INTO ledger_seals (organisation_id, fiscal_year, period, vouchers, head, balances, sealed_by, sealed_at)
    SELECT own, s.key / 100, s.key % 100, b.vouchers, b.head, (SELECT sha256(convert_to(coalesce(string_agg(concat_ws(' ', a.month, a.stage, a.account_code, a.debit, a.credit), E'\n'
        ORDER BY a.month, a.stage, a.account_code), ''), 'UTF8')) FROM account_balances a
      WHERE a.organisation_id = own AND a.fiscal_year = s.key / 100 AND a.stage = CASE s.key % 100 WHEN 0 THEN 0 ELSE 3 END), me, moment
    FROM unnest(shut) s (key), ledger_books b WHERE b.organisation_id = own;
  IF answer \? 'refused' OR r.kind IS NULL THEN RETURN answers; END IF;

  -- INV-19, INV-20: nothing of the year's own is left, and the next begins with what remains; undone, no closing stands.
  IF r.kind = 'close' AND EXISTS (SELECT 1 FROM account_balances b JOIN accounts a ON a.code = b.account_code
    WHERE b.organisation_id = own AND (b.fiscal_year = r.fiscal_year OR b.fiscal_year = r.fiscal_year + 1 AND b.stage = 0)
    GROUP BY b.account_code HAVING sum(CASE b.fiscal_year WHEN r.fiscal_year THEN b.debit - b.credit ELSE b.credit - b.debit END) <> 0
      OR bool_or(a.account_group IN ('revenue', 'expense') OR a.code LIKE '3101%') AND sum(CASE b.fiscal_year WHEN r.fiscal_year THEN b.debit - b.credit ELSE 0 END) <> 0)
  THEN RAISE EXCEPTION 'the year % does not end where the next begins', r.fiscal_year USING ERRCODE = 'check_violation'; END IF;
  IF r.kind = 'undo' AND EXISTS (SELECT 1 FROM vouchers v WHERE v.organisation_id = own AND v.type IN ('CL', 'OB')
    AND (v.fiscal_year = r.fiscal_year AND v.stage = 3 OR v.fiscal_year = r.fiscal_year + 1 AND v.event LIKE 'opening.carried/%')
    AND NOT EXISTS (SELECT 1 FROM vouchers x WHERE x.organisation_id = own AND x.reverses_id = v.id))
  THEN RAISE EXCEPTION 'a closing of the year % still stands', r.fiscal_year USING ERRCODE = 'check_violation'; END IF;
  RETURN answers;
END $$;
GRANT CREATE ON SCHEMA public TO laas_ledger;
ALTER FUNCTION ledger_run(bigint, jsonb, timestamptz) OWNER TO laas_ledger;
REVOKE CREATE ON SCHEMA public FROM laas_ledger;
REVOKE EXECUTE ON FUNCTION ledger_run(bigint, jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_run(bigint, jsonb, timestamptz) TO laas_app;
`
