import { type Knex } from 'knex'

// A dealing is set up with the claim's debt and paid later: the other side takes in what was sent, not what is still to be sent (budget-and-receipts §4.12, S50).
const columns = `organisation_id bigint, counterparty_id bigint, account_code text, voucher_id bigint, type text, number integer, fiscal_year smallint, document_date date,
      description text, side text, amount numeric(18,2)`
const chosen = 'l.organisation_id, l.counterparty_id, l.account_code, v.id, v.type, v.number, v.fiscal_year, v.document_date, v.description, l.side, l.amount'

interface Added {
  readonly column: string
  readonly value: string
  readonly join: string
}

function linesFunction(added: Added): string {
  return `
    DROP FUNCTION interagency_lines;
    CREATE FUNCTION interagency_lines(unit bigint, year smallint) RETURNS TABLE (${columns}${added.column}) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT ${chosen}${added.value}
      FROM organisations me
        JOIN organisations o ON o.id = coalesce(me.lao_id, me.id) OR o.lao_id = coalesce(me.lao_id, me.id)
        JOIN voucher_lines l ON l.organisation_id = o.id AND l.account_code IN (SELECT from_account FROM inter_agency_pairs UNION SELECT to_account FROM inter_agency_pairs)
        JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id${added.join}
      WHERE me.id = unit AND unit = laas_organisation_id() AND v.fiscal_year = year AND v.stage IN (0, 1, 2, 4)
        AND l.counterparty_id IS NOT NULL AND (l.organisation_id = unit OR l.counterparty_id = unit)
      ORDER BY v.document_date, v.id, l.line
    $$;
    GRANT CREATE ON SCHEMA public TO laas_ledger;
    ALTER FUNCTION interagency_lines(bigint, smallint) OWNER TO laas_ledger;
    REVOKE CREATE ON SCHEMA public FROM laas_ledger;
    REVOKE ALL ON FUNCTION interagency_lines(bigint, smallint) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION interagency_lines(bigint, smallint) TO laas_app;`
}

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    GRANT SELECT (organisation_id, id, state) ON claims TO laas_ledger;
    CREATE POLICY gate ON claims FOR SELECT TO laas_ledger USING (true);
    ${linesFunction({
      column: ', is_sent boolean',
      // What is taken back stands with what it takes back.
      join: `
        LEFT JOIN vouchers undone ON undone.organisation_id = v.organisation_id AND undone.id = v.reverses_id
        LEFT JOIN claims c ON c.organisation_id = v.organisation_id AND coalesce(undone.type, v.type) = 'AP' AND coalesce(undone.source_kind, v.source_kind) = 'claim' AND c.id = coalesce(undone.source_id, v.source_id)`,
      value: `, coalesce(c.state = 'paid', true)`,
    })}`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`${linesFunction({ column: '', value: '', join: '' })} DROP POLICY gate ON claims; REVOKE SELECT (organisation_id, id, state) ON claims FROM laas_ledger`)
}
