import { type Knex } from 'knex'

// Amounts between an LAO and its units stand on paired accounts in both books (budget-and-receipts §4.12). Nothing is copied: each side reads
// the other's lines that name it, and nothing else of the other's books.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- 'debit': of the giving side only what was paid out counts; its account also holds what is set aside.
    ALTER TABLE inter_agency_pairs ADD COLUMN measure text NOT NULL DEFAULT 'net' CHECK (measure IN ('net', 'debit'));
    GRANT SELECT ON inter_agency_pairs TO laas_worker, laas_ledger;

    CREATE TABLE inter_agency_exceptions (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      fiscal_year smallint NOT NULL,
      counterparty_id bigint NOT NULL REFERENCES organisations (id),
      account_code text NOT NULL REFERENCES accounts (code),
      difference numeric(18,2) NOT NULL CHECK (difference <> 'NaN'),
      letter text NOT NULL CHECK (letter <> ''),
      reason text NOT NULL CHECK (reason <> ''),
      recorded_by bigint NOT NULL REFERENCES users (id),
      recorded_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id)
    );
    CREATE INDEX inter_agency_exceptions_year ON inter_agency_exceptions (organisation_id, fiscal_year);
    SELECT laas_fence('inter_agency_exceptions');
    GRANT SELECT, INSERT ON inter_agency_exceptions TO laas_app;

    -- Lines on paired accounts of this unit, and those of its LAO and sister units that name it. Stages 3 and 5 close a year: they empty accounts and are no dealing.
    CREATE FUNCTION interagency_lines(unit bigint, year smallint) RETURNS TABLE (
      organisation_id bigint, counterparty_id bigint, account_code text, voucher_id bigint, type text, number integer, fiscal_year smallint, document_date date,
      description text, side text, amount numeric(18,2)
    ) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT l.organisation_id, l.counterparty_id, l.account_code, v.id, v.type, v.number, v.fiscal_year, v.document_date, v.description, l.side, l.amount
      FROM organisations me
        JOIN organisations o ON o.id = coalesce(me.lao_id, me.id) OR o.lao_id = coalesce(me.lao_id, me.id)
        JOIN voucher_lines l ON l.organisation_id = o.id AND l.account_code IN (SELECT from_account FROM inter_agency_pairs UNION SELECT to_account FROM inter_agency_pairs)
        JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id
      WHERE me.id = unit AND unit = laas_organisation_id() AND v.fiscal_year = year AND v.stage IN (0, 1, 2, 4)
        AND l.counterparty_id IS NOT NULL AND (l.organisation_id = unit OR l.counterparty_id = unit)
      ORDER BY v.document_date, v.id, l.line
    $$;
    GRANT CREATE ON SCHEMA public TO laas_ledger;
    ALTER FUNCTION interagency_lines(bigint, smallint) OWNER TO laas_ledger;
    REVOKE CREATE ON SCHEMA public FROM laas_ledger;
    REVOKE ALL ON FUNCTION interagency_lines(bigint, smallint) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION interagency_lines(bigint, smallint) TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP FUNCTION interagency_lines; DROP TABLE inter_agency_exceptions; ALTER TABLE inter_agency_pairs DROP COLUMN measure; REVOKE SELECT ON inter_agency_pairs FROM laas_worker, laas_ledger')
}
