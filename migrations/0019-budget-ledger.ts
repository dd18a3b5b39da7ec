import { type Knex } from 'knex'

// The budget ledger (budget-and-receipts §3.11): one append-only ledger by stage. Its balances are written by the triggers below and by nobody else,
// so that no SQL of the application can bend them; a line is never overdrawn but by an override document.
export async function up(knex: Knex): Promise<void> {
  for (const step of [ledger, fences, balances, guards]) await knex.raw(step)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE budget_variances, budget_quarters, budget_cash_receipts, budget_cash, budget_holds, budget_entries, budget_movements;
    DROP FUNCTION budget_lock(bigint[]);
    DROP TABLE budget_balances;
    DROP TRIGGER opens_balance ON budget_lines;
    DROP TRIGGER opens_cash ON budget_documents;
    DROP FUNCTION budget_line_opens(), budget_cash_opens(), budget_cash_comes(), budget_entries_fall(), budget_entry_must_be_new(),
      budget_movement_must_stand()`)
}

const stages = ['approved', 'supplemented', 'transferred', 'released', 'reserved', 'committed', 'claimed', 'paid', 'refunded', 'carried', 'lapsed', 'frozen', 'allowance']

const amountsOf = (names: readonly string[]): string => names
  .map((name) => `${name} numeric(18,2) NOT NULL DEFAULT 0 CHECK (${name} <> 'NaN'${/transferred|released|supplemented/.test(name) ? '' : ` AND ${name} >= 0`}),`).join('\n    ')

const ledger = `
  CREATE TABLE budget_balances (
    organisation_id bigint NOT NULL,
    line_id bigint NOT NULL,
    ${amountsOf(stages)}
    available numeric(18,2) NOT NULL GENERATED ALWAYS AS
      (approved + supplemented + transferred + released - reserved - committed - claimed - paid + refunded - carried - lapsed - frozen) STORED,
    last_granted_on date,
    PRIMARY KEY (organisation_id, line_id),
    FOREIGN KEY (organisation_id, line_id) REFERENCES budget_lines (organisation_id, id),
    CONSTRAINT budget_never_overdrawn CHECK (available + allowance >= 0),
    CONSTRAINT budget_refund_within_paid CHECK (refunded <= paid)
  );
  -- What is still held for one requisition, contract or claim: Σ of its entries.
  CREATE TABLE budget_holds (
    organisation_id bigint NOT NULL,
    line_id bigint NOT NULL,
    stage text NOT NULL CHECK (stage IN ('reserved', 'committed', 'claimed', 'paid')),
    holder_kind text NOT NULL,
    holder_id bigint NOT NULL,
    amount numeric(18,2) NOT NULL,
    PRIMARY KEY (organisation_id, line_id, stage, holder_kind, holder_id),
    FOREIGN KEY (organisation_id, line_id) REFERENCES budget_lines (organisation_id, id),
    CONSTRAINT budget_hold_not_exceeded CHECK (amount >= 0 AND amount <> 'NaN')
  );
  CREATE INDEX budget_holds_holder ON budget_holds (organisation_id, holder_kind, holder_id);
  CREATE TABLE budget_movements (
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    id bigint GENERATED ALWAYS AS IDENTITY,
    fiscal_year smallint NOT NULL,
    effective_on date NOT NULL,
    source_kind text NOT NULL,
    source_id bigint NOT NULL,
    event text NOT NULL,
    description text NOT NULL,
    recorded_by bigint NOT NULL REFERENCES users (id),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT budget_movement_once UNIQUE (organisation_id, source_kind, source_id, event),
    CHECK (fiscal_year = extract(year FROM effective_on) + 543 + CASE WHEN extract(month FROM effective_on) >= 10 THEN 1 ELSE 0 END)
  );
  CREATE TABLE budget_entries (
    organisation_id bigint NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    movement_id bigint NOT NULL,
    line_id bigint NOT NULL,
    effective_on date NOT NULL,
    stage text NOT NULL CHECK (stage IN (${stages.map((stage) => `'${stage}'`).join(', ')})),
    amount numeric(18,2) NOT NULL CHECK (amount <> 0 AND amount <> 'NaN'),
    holder_kind text,
    holder_id bigint,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, movement_id) REFERENCES budget_movements (organisation_id, id),
    FOREIGN KEY (organisation_id, line_id) REFERENCES budget_lines (organisation_id, id),
    CHECK ((holder_kind IS NULL) = (holder_id IS NULL)),
    CHECK ((holder_kind IS NOT NULL) = (stage IN ('reserved', 'committed', 'claimed', 'paid', 'refunded')))
  );
  CREATE INDEX budget_entries_line ON budget_entries (organisation_id, line_id, effective_on, id);
  CREATE INDEX budget_entries_movement ON budget_entries (organisation_id, movement_id);
  -- Money received for one notice or loan: its lines pay no more than came in.
  CREATE TABLE budget_cash (
    organisation_id bigint NOT NULL,
    document_id bigint NOT NULL,
    received numeric(18,2) NOT NULL DEFAULT 0 CHECK (received >= 0 AND received <> 'NaN'),
    paid numeric(18,2) NOT NULL DEFAULT 0 CHECK (paid >= 0 AND paid <> 'NaN'),
    PRIMARY KEY (organisation_id, document_id),
    FOREIGN KEY (organisation_id, document_id) REFERENCES budget_documents (organisation_id, id),
    CONSTRAINT budget_cash_not_exceeded CHECK (paid <= received)
  );
  CREATE TABLE budget_cash_receipts (
    organisation_id bigint NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    document_id bigint NOT NULL,
    received_on date NOT NULL,
    amount numeric(18,2) NOT NULL CHECK (amount <> 0 AND amount <> 'NaN'),
    source_kind text NOT NULL,
    source_id bigint NOT NULL,
    reference text NOT NULL,
    recorded_by bigint NOT NULL REFERENCES users (id),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, document_id, source_kind, source_id),
    FOREIGN KEY (organisation_id, document_id) REFERENCES budget_cash (organisation_id, document_id)
  );
  CREATE TABLE budget_quarters (
    organisation_id bigint NOT NULL,
    line_id bigint NOT NULL,
    quarter smallint NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    amount numeric(18,2) NOT NULL CHECK (amount >= 0 AND amount <> 'NaN'),
    PRIMARY KEY (organisation_id, line_id, quarter),
    FOREIGN KEY (organisation_id, line_id) REFERENCES budget_lines (organisation_id, id)
  );
  CREATE TABLE budget_variances (
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
    code text NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, fiscal_year, code)
  );`

const fenced = ['budget_balances', 'budget_holds', 'budget_movements', 'budget_entries', 'budget_cash', 'budget_cash_receipts', 'budget_quarters', 'budget_variances']

const appendOnly = ['budget_movements', 'budget_entries', 'budget_cash_receipts']

const fences = `
  GRANT SELECT ON budget_balances, budget_holds, budget_cash TO laas_app;
  GRANT SELECT, INSERT ON ${appendOnly.join(', ')} TO laas_app;
  GRANT SELECT, INSERT, UPDATE ON budget_quarters, budget_variances TO laas_app;
  ${fenced.map((table) => `SELECT laas_fence('${table}');`).join('\n  ')}
  ${appendOnly.map((table) => `
  CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${table} EXECUTE FUNCTION refuse_change();`).join('')}`

const moved = (name: string): string => `coalesce(sum(f.amount) FILTER (WHERE f.stage = '${name}'), 0) AS ${name}`

const balances = `
  -- Rows of the actor's own organisation, locked in the order of their ids. The only way to lock a balance.
  CREATE FUNCTION budget_lock(wanted bigint[]) RETURNS SETOF budget_balances LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT b.* FROM budget_balances b WHERE b.organisation_id = laas_organisation_id() AND laas_scope() IN ('unit', 'lao')
      AND b.line_id = ANY (wanted) ORDER BY b.line_id FOR UPDATE $$;
  REVOKE EXECUTE ON FUNCTION budget_lock(bigint[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION budget_lock(bigint[]) TO laas_app;

  CREATE FUNCTION budget_line_opens() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO budget_balances (organisation_id, line_id) VALUES (NEW.organisation_id, NEW.id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER opens_balance AFTER INSERT ON budget_lines FOR EACH ROW EXECUTE FUNCTION budget_line_opens();

  CREATE FUNCTION budget_cash_opens() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO budget_cash (organisation_id, document_id) VALUES (NEW.organisation_id, NEW.id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER opens_cash AFTER INSERT ON budget_documents FOR EACH ROW WHEN (NEW.kind IN ('grant', 'loan')) EXECUTE FUNCTION budget_cash_opens();

  CREATE FUNCTION budget_cash_comes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE budget_cash c SET received = c.received + NEW.amount WHERE c.organisation_id = NEW.organisation_id AND c.document_id = NEW.document_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER comes_in AFTER INSERT ON budget_cash_receipts FOR EACH ROW EXECUTE FUNCTION budget_cash_comes();

  -- Entries fall into balances, holds and the cash of their notice. An upsert would trip over the CHECK of a negative part, so: update, then insert.
  CREATE FUNCTION budget_entries_fall() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE budget_balances b SET ${stages.map((name) => `${name} = b.${name} + d.${name}`).join(', ')}, last_granted_on = greatest(b.last_granted_on, d.granted_on)
    FROM (SELECT f.organisation_id, f.line_id, ${stages.map(moved).join(', ')},
        max(f.effective_on) FILTER (WHERE f.amount > 0 AND f.stage IN ('approved', 'supplemented', 'transferred', 'released', 'allowance')) AS granted_on
      FROM fresh f GROUP BY f.organisation_id, f.line_id) d
    WHERE b.organisation_id = d.organisation_id AND b.line_id = d.line_id;

    UPDATE budget_holds h SET amount = h.amount + d.amount
    FROM (SELECT f.organisation_id, f.line_id, replace(f.stage, 'refunded', 'paid') AS stage, f.holder_kind, f.holder_id,
        sum(CASE WHEN f.stage = 'refunded' THEN -f.amount ELSE f.amount END) AS amount
      FROM fresh f WHERE f.holder_kind IS NOT NULL GROUP BY 1, 2, 3, 4, 5) d
    WHERE h.organisation_id = d.organisation_id AND h.line_id = d.line_id AND h.stage = d.stage AND h.holder_kind = d.holder_kind AND h.holder_id = d.holder_id;
    INSERT INTO budget_holds (organisation_id, line_id, stage, holder_kind, holder_id, amount)
    SELECT f.organisation_id, f.line_id, replace(f.stage, 'refunded', 'paid'), f.holder_kind, f.holder_id,
        sum(CASE WHEN f.stage = 'refunded' THEN -f.amount ELSE f.amount END)
      FROM fresh f WHERE f.holder_kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM budget_holds h WHERE h.organisation_id = f.organisation_id
        AND h.line_id = f.line_id AND h.stage = replace(f.stage, 'refunded', 'paid') AND h.holder_kind = f.holder_kind AND h.holder_id = f.holder_id)
      GROUP BY 1, 2, 3, 4, 5;

    UPDATE budget_cash c SET paid = c.paid + d.amount
    FROM (SELECT f.organisation_id, l.fund_document_id, sum(CASE WHEN f.stage = 'refunded' THEN -f.amount ELSE f.amount END) AS amount
      FROM fresh f JOIN budget_lines l ON l.organisation_id = f.organisation_id AND l.id = f.line_id
      WHERE f.stage IN ('paid', 'refunded') AND l.fund_document_id IS NOT NULL GROUP BY 1, 2) d
    WHERE c.organisation_id = d.organisation_id AND c.document_id = d.fund_document_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER fall AFTER INSERT ON budget_entries REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION budget_entries_fall();`

const guards = `
  -- An entry comes with its movement, on its day, in the same transaction.
  CREATE FUNCTION budget_entry_must_be_new() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM budget_movements m WHERE m.organisation_id = NEW.organisation_id AND m.id = NEW.movement_id
        AND m.effective_on = NEW.effective_on AND m.xmin = pg_current_xact_id()::xid) THEN
      RAISE EXCEPTION 'budget movement % is already recorded', NEW.movement_id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER only_with_movement BEFORE INSERT ON budget_entries FOR EACH ROW EXECUTE FUNCTION budget_entry_must_be_new();

  -- At commit: what is transferred or released adds up to nothing, and whatever gives or takes budget comes from an approved budget document.
  CREATE FUNCTION budget_movement_must_stand() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    entries integer; transferred numeric; released numeric; grants boolean;
  BEGIN
    SELECT count(*), coalesce(sum(e.amount) FILTER (WHERE e.stage = 'transferred'), 0), coalesce(sum(e.amount) FILTER (WHERE e.stage = 'released'), 0),
        coalesce(bool_or(e.stage IN ('approved', 'supplemented', 'transferred', 'released', 'carried', 'lapsed', 'allowance')), false)
      INTO entries, transferred, released, grants FROM budget_entries e WHERE e.organisation_id = NEW.organisation_id AND e.movement_id = NEW.id;
    IF entries = 0 OR transferred <> 0 OR released <> 0 THEN
      RAISE EXCEPTION 'budget movement % has % entries, transfers %, releases %', NEW.id, entries, transferred, released USING ERRCODE = 'check_violation';
    END IF;
    IF grants AND NOT EXISTS (SELECT 1 FROM budget_documents d WHERE d.organisation_id = NEW.organisation_id AND d.id = NEW.source_id
        AND NEW.source_kind = 'budget-' || d.kind AND d.approved_by IS NOT NULL) THEN
      RAISE EXCEPTION 'budget movement % gives budget without an approved document', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER must_stand AFTER INSERT ON budget_movements DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION budget_movement_must_stand();`
