import { type Knex } from 'knex'

// The one gate into the books, and what every voucher must keep at commit.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(upwards)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downwards)
}

const upwards = String.raw`
CREATE TYPE ledger_asked AS (
  document_date date, fiscal_year smallint, month smallint, stage smallint, period smallint, type text, module text, may_soft boolean, is_carried boolean, event text, source_kind text, source_id bigint,
  description text, total numeric(18,2), reverses_id bigint, prepared_by bigint, same_person text, request_id text, ip text, agent text, posted_at timestamptz, trail jsonb
);
-- The only gate into the books. One call, three statements: take the book, look, write. Answers {id, type, number, fiscal_year, is_new} or {refused, account, line}; what is refused has written nothing.
CREATE OR REPLACE FUNCTION ledger_post(asked jsonb, lines jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  v public.ledger_asked;
  book record;
  seen record;
  done record;
BEGIN
  -- The one lock of an office's books: whoever posts, closes or reopens takes it, and everything below stands under it. No book, no own office or only a look: no row.
  SELECT b.organisation_id AS own, public.laas_user_id() AS me, b.head, b.chart_kind, b.is_guarded INTO book FROM public.ledger_books b
    WHERE b.organisation_id = public.laas_organisation_id() AND public.laas_scope() IN ('unit', 'lao') FOR UPDATE;
  IF NOT FOUND THEN RETURN '{"refused": "noYear"}'; END IF;
  v := jsonb_populate_record(NULL::public.ledger_asked, asked);

  SELECT CASE
      WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id::text, 'type', o.type, 'number', o.number, 'fiscal_year', o.fiscal_year, 'is_new', false)
      WHEN p.state IS NULL THEN '{"refused": "noYear"}'
      WHEN p.state = 'closed' OR v.module = ANY (p.closed_modules) OR (p.state = 'soft' AND NOT v.may_soft) THEN jsonb_build_object('refused', 'closed', 'state', p.state)
      WHEN f.answer IS NOT NULL THEN f.answer END AS answer
    INTO seen
    FROM (SELECT 1) AS one
      LEFT JOIN public.vouchers o ON o.organisation_id = book.own AND o.source_kind = v.source_kind AND o.source_id = v.source_id AND o.event = v.event
      LEFT JOIN public.fiscal_periods p ON p.organisation_id = book.own AND p.fiscal_year = v.fiscal_year AND p.period = v.period
      LEFT JOIN LATERAL (
        SELECT jsonb_build_object('refused', r.reason, 'account', l.account_code, 'line', l.line) AS answer
          FROM jsonb_to_recordset(lines) AS l (line smallint, account_code text, sub_key text)
            LEFT JOIN LATERAL (SELECT a.code, a.is_postable, a.chart_kinds, a.valid_from, a.valid_until, a.sub_ledger FROM public.accounts a WHERE a.code = l.account_code OFFSET 0) a ON true
            CROSS JOIN LATERAL (SELECT CASE WHEN a.code IS NULL THEN 'unknownAccount' WHEN NOT a.is_postable THEN 'header'
              WHEN NOT ('ALL' = ANY (a.chart_kinds) OR book.chart_kind = ANY (a.chart_kinds)) THEN 'scope' WHEN v.fiscal_year < a.valid_from OR v.fiscal_year >= a.valid_until THEN 'retiredAccount'
              WHEN a.sub_ledger IS NULL THEN CASE WHEN l.sub_key IS NOT NULL THEN 'noRegister' END
              WHEN NOT EXISTS (SELECT 1 FROM public.sub_ledger_keys s WHERE s.organisation_id = book.own AND s.kind = a.sub_ledger AND s.key = coalesce(l.sub_key, 'GENERAL') AND s.is_open)
                THEN CASE WHEN l.sub_key IS NULL THEN 'register' ELSE 'unknownKey' END END AS reason) r
          WHERE r.reason IS NOT NULL ORDER BY l.line LIMIT 1) f ON true;
  IF seen.answer IS NOT NULL THEN RETURN seen.answer; END IF;

  WITH number AS (
    INSERT INTO public.number_counters AS c (organisation_id, fiscal_year, series, last) VALUES (book.own, v.fiscal_year, v.type, 1)
      ON CONFLICT (organisation_id, fiscal_year, series) DO UPDATE SET last = c.last + 1 RETURNING c.last
  ), parsed AS MATERIALIZED (
    SELECT l.line, l.account_code, l.side, l.amount, a.sub_ledger AS sub_kind, CASE WHEN a.sub_ledger IS NOT NULL THEN coalesce(l.sub_key, 'GENERAL') END AS sub_key,
      l.counterparty_id, l.budget_line_id, l.fund_code, l.revenue_code, coalesce(l.memo, '') AS memo
    FROM jsonb_to_recordset(lines) AS l (line smallint, account_code text, side text, amount numeric(18,2), sub_key text, counterparty_id bigint, budget_line_id bigint,
      fund_code text, revenue_code text, memo text) CROSS JOIN LATERAL (SELECT a.sub_ledger FROM public.accounts a WHERE a.code = l.account_code OFFSET 0) a
  ), named AS MATERIALIZED (
    SELECT nextval('public.vouchers_id_seq') AS id, n.last AS number FROM number n
  ), told AS MATERIALIZED (
    SELECT n.id, n.number, sha256(convert_to(array_to_string(ARRAY['laas-voucher/1', book.own::text, n.id::text, v.fiscal_year::text, v.type, n.number::text, to_char(v.document_date, 'YYYY-MM-DD'),
        v.month::text, v.stage::text, v.period::text, v.event, v.source_kind, v.source_id::text, v.description, v.total::text, v.reverses_id::text, v.prepared_by::text, book.me::text,
        v.same_person, v.request_id, (extract(epoch FROM v.posted_at) * 1000000)::bigint::text], E'\x1f', E'\x1d')
      || (SELECT string_agg(E'\x1e' || array_to_string(ARRAY[l.line::text, l.account_code, l.side, l.amount::text, to_char(v.document_date, 'YYYY-MM-DD'), l.sub_kind, l.sub_key, l.counterparty_id::text,
        l.budget_line_id::text, l.fund_code, l.revenue_code, l.memo], E'\x1f', E'\x1d'), '' ORDER BY l.line) FROM parsed l), 'UTF8')) AS digest
    FROM named n
  ), voucher AS (
    INSERT INTO public.vouchers (organisation_id, id, fiscal_year, type, number, document_date, month, stage, period, event, source_kind, source_id, description, total,
        reverses_id, prepared_by, approved_by, same_person, request_id, posted_at, digest, head) OVERRIDING SYSTEM VALUE
      SELECT book.own, t.id, v.fiscal_year, v.type, t.number, v.document_date, v.month, v.stage, v.period, v.event, v.source_kind, v.source_id, v.description, v.total,
        v.reverses_id, v.prepared_by, book.me, v.same_person, v.request_id, v.posted_at, t.digest, sha256(book.head || t.digest) FROM told t
  ), line AS (
    INSERT INTO public.voucher_lines (organisation_id, voucher_id, line, account_code, side, amount, document_date, sub_kind, sub_key, counterparty_id, budget_line_id, fund_code, revenue_code, memo)
      SELECT book.own, n.id, l.line, l.account_code, l.side, l.amount, v.document_date, l.sub_kind, l.sub_key, l.counterparty_id, l.budget_line_id, l.fund_code, l.revenue_code, l.memo FROM named n, parsed l
  ), balance AS (
    INSERT INTO public.account_balances AS b (organisation_id, fiscal_year, month, stage, account_code, debit, credit)
      SELECT book.own, v.fiscal_year, v.month, v.stage, l.account_code, sum(CASE l.side WHEN 'D' THEN l.amount ELSE 0 END), sum(CASE l.side WHEN 'C' THEN l.amount ELSE 0 END) FROM parsed l GROUP BY l.account_code
      ON CONFLICT (organisation_id, fiscal_year, month, stage, account_code) DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit
  ), moved AS (
    INSERT INTO public.sub_ledger_balances AS b (organisation_id, account_code, sub_kind, sub_key, debit, credit)
      SELECT book.own, l.account_code, l.sub_kind, l.sub_key, sum(CASE l.side WHEN 'D' THEN l.amount ELSE 0 END), sum(CASE l.side WHEN 'C' THEN l.amount ELSE 0 END)
      FROM parsed l WHERE l.sub_key IS NOT NULL AND NOT v.is_carried GROUP BY l.account_code, l.sub_kind, l.sub_key
      ON CONFLICT (organisation_id, account_code, sub_kind, sub_key) DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit
      RETURNING account_code, sub_kind, sub_key, debit - credit AS net
  ), kept AS (
    UPDATE public.ledger_books b SET vouchers = b.vouchers + 1, head = sha256(book.head || t.digest) FROM told t WHERE b.organisation_id = book.own
  ), trail AS (
    INSERT INTO public.audit_events (organisation_id, user_id, code, object_kind, object_id, after, request_id, ip, agent, occurred_at)
      SELECT book.own, book.me, 'DOC_POST', 'voucher', n.id::text, v.trail || jsonb_build_object('type', v.type, 'running', n.number), v.request_id, v.ip, v.agent, v.posted_at FROM named n
  ) SELECT n.id, n.number, CASE WHEN book.is_guarded AND v.stage < 3 THEN (
      SELECT m.account_code || ' ' || m.sub_key FROM moved m CROSS JOIN LATERAL (SELECT a.normal_side FROM public.accounts a WHERE a.code = m.account_code OFFSET 0) a
        CROSS JOIN LATERAL (SELECT k.is_guarded FROM public.sub_ledger_kinds k WHERE k.code = m.sub_kind OFFSET 0) k
      WHERE k.is_guarded AND m.net <> 0 AND (m.net < 0) = (a.normal_side = 'D') LIMIT 1) END AS overdrawn INTO done FROM named n;
  IF done.overdrawn IS NOT NULL THEN
    RAISE EXCEPTION 'register turns over: %', done.overdrawn USING ERRCODE = 'LA001', DETAIL = done.overdrawn;
  END IF;
  RETURN jsonb_build_object('id', done.id::text, 'type', v.type, 'number', done.number, 'fiscal_year', v.fiscal_year, 'is_new', true);
END $$;
GRANT CREATE ON SCHEMA public TO laas_ledger;
ALTER FUNCTION ledger_post(jsonb, jsonb) OWNER TO laas_ledger;
REVOKE CREATE ON SCHEMA public FROM laas_ledger;
REVOKE EXECUTE ON FUNCTION ledger_post(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_post(jsonb, jsonb) TO laas_app;

CREATE OR REPLACE FUNCTION voucher_must_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE fault text;
BEGIN
  SELECT CASE
    WHEN count(*) < 2 OR bool_or(l.side NOT IN ('D', 'C')) OR sum(CASE l.side WHEN 'D' THEN l.amount ELSE 0 END) <> NEW.total OR sum(CASE l.side WHEN 'C' THEN l.amount ELSE 0 END) <> NEW.total OR NEW.total = 'NaN'
      THEN format('debit %s, credit %s, total %s, lines %s', sum(l.amount) FILTER (WHERE l.side = 'D'), sum(l.amount) FILTER (WHERE l.side = 'C'), NEW.total, count(*))
    WHEN bool_or(l.document_date <> NEW.document_date) OR NEW.month <> (extract(month FROM NEW.document_date)::int + 2) % 12 + 1
      OR NEW.fiscal_year <> extract(year FROM NEW.document_date) + 543 + (extract(month FROM NEW.document_date) >= 10)::int THEN 'dates disagree'
    WHEN NEW.period <> CASE NEW.stage WHEN 0 THEN 0 WHEN 1 THEN NEW.month WHEN 2 THEN 13 WHEN 3 THEN 14 ELSE 15 END
      OR NOT CASE NEW.type WHEN 'OB' THEN NEW.stage = 0 WHEN 'AJ' THEN NEW.stage = 2 WHEN 'CL' THEN NEW.stage IN (3, 5) WHEN 'PA' THEN NEW.stage = 4 WHEN 'RX' THEN NEW.stage BETWEEN 0 AND 5 ELSE NEW.stage = 1 END
      OR (NEW.stage = 0 AND to_char(NEW.document_date, 'MMDD') <> '1001') OR (NEW.stage >= 3 AND to_char(NEW.document_date, 'MMDD') <> '0930') THEN 'type, stage and period disagree'
    WHEN (NEW.type = 'RX') <> (NEW.reverses_id IS NOT NULL) THEN 'a reversal names what it reverses'
    WHEN (NEW.prepared_by = NEW.approved_by) <> (NEW.same_person IS NOT NULL) OR NEW.same_person NOT IN ('small-unit', 'reversal', 'closing')
      OR (NEW.same_person = 'small-unit' AND NOT EXISTS (SELECT 1 FROM public.small_units u WHERE u.organisation_id = NEW.organisation_id AND u.switched_off_at IS NULL)) THEN 'prepared and approved by one person' END
    INTO fault FROM public.voucher_lines l WHERE l.organisation_id = NEW.organisation_id AND l.voucher_id = NEW.id;
  IF fault IS NOT NULL THEN RAISE EXCEPTION 'voucher % does not stand: %', NEW.id, fault USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;
`

const downwards = String.raw`
DROP FUNCTION ledger_post(jsonb, jsonb);
DROP TYPE ledger_asked;
    CREATE OR REPLACE FUNCTION voucher_must_balance() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      debit numeric; credit numeric; lines integer;
    BEGIN
      SELECT coalesce(sum(l.amount) FILTER (WHERE l.side = 'D'), 0), coalesce(sum(l.amount) FILTER (WHERE l.side = 'C'), 0), count(*)
        INTO debit, credit, lines FROM voucher_lines l WHERE l.organisation_id = NEW.organisation_id AND l.voucher_id = NEW.id;
      IF lines < 2 OR debit <> credit OR debit <> NEW.total THEN
        RAISE EXCEPTION 'voucher % does not balance: debit %, credit %, total %, lines %', NEW.id, debit, credit, NEW.total, lines
          USING ERRCODE = 'check_violation';
      END IF;
      RETURN NULL;
    END $$;
`
