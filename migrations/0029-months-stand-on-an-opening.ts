import { type Knex } from 'knex'

// What a month was told upon stays: no month is shut before its year has the opening that earlier books make (§3.5, §3.10), and no closing is undone under
// months of the next year that are shut.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(upwards)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downwards)
}

const upwards = String.raw`
CREATE OR REPLACE FUNCTION ledger_run(request bigint, postings jsonb, moment timestamptz) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
    -- Months of the next year that are shut were reported on the opening that would be taken from under them.
    IF r.kind = 'undo' AND EXISTS (SELECT 1 FROM fiscal_periods p WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year + 1 AND p.period < 14 AND p.state = 'closed') THEN RETURN '[{"refused": "laterClosed"}]'; END IF;
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
CREATE OR REPLACE FUNCTION ledger_set_period(request bigint, moment timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own CONSTANT bigint := laas_organisation_id(); me CONSTANT bigint := laas_user_id(); r period_requests; book ledger_books; before text;
BEGIN
  SELECT * INTO book FROM ledger_books b WHERE b.organisation_id = own AND laas_scope() IN ('unit', 'lao') FOR UPDATE;
  SELECT * INTO r FROM period_requests q WHERE q.organisation_id = own AND q.id = request AND q.state = 'asked';
  IF r IS NULL OR book IS NULL THEN RETURN 'gone'; END IF;
  IF r.asked_by = me AND NOT EXISTS (SELECT 1 FROM small_units u WHERE u.organisation_id = own AND u.switched_off_at IS NULL) THEN RETURN 'samePerson'; END IF;
  SELECT p.state INTO before FROM fiscal_periods p WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period = r.period;
  IF r.wanted = 'closed' AND EXISTS (SELECT 1 FROM fiscal_periods p WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period < r.period AND p.state <> 'closed' AND p.period < 14) THEN RETURN 'earlierOpen'; END IF;
  IF r.wanted = 'closed' AND r.period BETWEEN 1 AND 13 AND EXISTS (SELECT 1 FROM vouchers v WHERE v.organisation_id = own AND v.fiscal_year < r.fiscal_year)
    AND NOT EXISTS (SELECT 1 FROM vouchers v WHERE v.organisation_id = own AND v.fiscal_year = r.fiscal_year AND v.type = 'OB'
      AND NOT EXISTS (SELECT 1 FROM vouchers x WHERE x.organisation_id = own AND x.reverses_id = v.id)) THEN RETURN 'noOpening'; END IF;
  IF r.wanted <> 'closed' AND before = 'closed' AND r.period < 14
    AND EXISTS (SELECT 1 FROM fiscal_periods p WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period > r.period AND p.period < 14 AND p.state = 'closed') THEN RETURN 'laterClosed'; END IF;
  IF r.wanted <> 'closed' AND r.period < 14 AND EXISTS (SELECT 1 FROM vouchers v WHERE v.organisation_id = own AND v.fiscal_year = r.fiscal_year AND v.stage = 3 AND v.type = 'CL'
    AND NOT EXISTS (SELECT 1 FROM vouchers x WHERE x.organisation_id = own AND x.reverses_id = v.id)) THEN RETURN 'yearClosed'; END IF;
  UPDATE fiscal_periods p SET state = r.wanted, closed_modules = r.wanted_modules, changed_by = me, changed_at = moment
    WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period = r.period;
  IF r.audit_until IS NOT NULL THEN UPDATE fiscal_years y SET audit_until = r.audit_until WHERE y.organisation_id = own AND y.fiscal_year = r.fiscal_year; END IF;
  IF r.wanted = 'closed' THEN
    INSERT INTO ledger_seals (organisation_id, fiscal_year, period, vouchers, head, balances, sealed_by, sealed_at)
      SELECT own, r.fiscal_year, r.period, book.vouchers, book.head, sha256(convert_to(coalesce(string_agg(concat_ws(' ', b.month, b.stage, b.account_code, b.debit, b.credit), E'\n'
        ORDER BY b.month, b.stage, b.account_code), ''), 'UTF8')), me, moment
      FROM account_balances b WHERE b.organisation_id = own AND b.fiscal_year = r.fiscal_year
        AND CASE WHEN r.period BETWEEN 1 AND 12 THEN b.stage = 1 AND b.month = r.period ELSE b.stage = ANY (CASE r.period WHEN 0 THEN '{0}' WHEN 13 THEN '{2}' WHEN 14 THEN '{3}' ELSE '{4,5}' END::smallint[]) END;
  END IF;
  RETURN NULL;
END $$;
`

const downwards = String.raw`
CREATE OR REPLACE FUNCTION ledger_run(request bigint, postings jsonb, moment timestamptz) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
CREATE OR REPLACE FUNCTION ledger_set_period(request bigint, moment timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own CONSTANT bigint := laas_organisation_id(); me CONSTANT bigint := laas_user_id(); r period_requests; book ledger_books; before text;
BEGIN
  SELECT * INTO book FROM ledger_books b WHERE b.organisation_id = own AND laas_scope() IN ('unit', 'lao') FOR UPDATE;
  SELECT * INTO r FROM period_requests q WHERE q.organisation_id = own AND q.id = request AND q.state = 'asked';
  IF r IS NULL OR book IS NULL THEN RETURN 'gone'; END IF;
  IF r.asked_by = me AND NOT EXISTS (SELECT 1 FROM small_units u WHERE u.organisation_id = own AND u.switched_off_at IS NULL) THEN RETURN 'samePerson'; END IF;
  SELECT p.state INTO before FROM fiscal_periods p WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period = r.period;
  IF r.wanted = 'closed' AND EXISTS (SELECT 1 FROM fiscal_periods p WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period < r.period AND p.state <> 'closed' AND p.period < 14) THEN RETURN 'earlierOpen'; END IF;
  IF r.wanted <> 'closed' AND before = 'closed' AND r.period < 14
    AND EXISTS (SELECT 1 FROM fiscal_periods p WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period > r.period AND p.period < 14 AND p.state = 'closed') THEN RETURN 'laterClosed'; END IF;
  IF r.wanted <> 'closed' AND r.period < 14 AND EXISTS (SELECT 1 FROM vouchers v WHERE v.organisation_id = own AND v.fiscal_year = r.fiscal_year AND v.stage = 3 AND v.type = 'CL'
    AND NOT EXISTS (SELECT 1 FROM vouchers x WHERE x.organisation_id = own AND x.reverses_id = v.id)) THEN RETURN 'yearClosed'; END IF;
  UPDATE fiscal_periods p SET state = r.wanted, closed_modules = r.wanted_modules, changed_by = me, changed_at = moment
    WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period = r.period;
  IF r.audit_until IS NOT NULL THEN UPDATE fiscal_years y SET audit_until = r.audit_until WHERE y.organisation_id = own AND y.fiscal_year = r.fiscal_year; END IF;
  IF r.wanted = 'closed' THEN
    INSERT INTO ledger_seals (organisation_id, fiscal_year, period, vouchers, head, balances, sealed_by, sealed_at)
      SELECT own, r.fiscal_year, r.period, book.vouchers, book.head, sha256(convert_to(coalesce(string_agg(concat_ws(' ', b.month, b.stage, b.account_code, b.debit, b.credit), E'\n'
        ORDER BY b.month, b.stage, b.account_code), ''), 'UTF8')), me, moment
      FROM account_balances b WHERE b.organisation_id = own AND b.fiscal_year = r.fiscal_year
        AND CASE WHEN r.period BETWEEN 1 AND 12 THEN b.stage = 1 AND b.month = r.period ELSE b.stage = ANY (CASE r.period WHEN 0 THEN '{0}' WHEN 13 THEN '{2}' WHEN 14 THEN '{3}' ELSE '{4,5}' END::smallint[]) END;
  END IF;
  RETURN NULL;
END $$;
`
