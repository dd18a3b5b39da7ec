// What an LAO has enacted for an enterprise with books of its own: offered by the LAO, taken in by the unit, each in its own transaction.
import { type Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE budget_offers (
      organisation_id bigint NOT NULL,
      document_id bigint NOT NULL,
      receiver_id bigint NOT NULL REFERENCES organisations (id),
      fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
      ordinance text NOT NULL CHECK (ordinance <> ''),
      ordinal smallint CHECK (ordinal > 0),
      title text NOT NULL CHECK (title <> ''),
      enacted_on date NOT NULL,
      revenue numeric(18,2) NOT NULL CHECK (revenue >= 0 AND revenue <> 'NaN'),
      total numeric(18,2) NOT NULL CHECK (total > 0 AND total <> 'NaN'),
      PRIMARY KEY (organisation_id, document_id),
      FOREIGN KEY (organisation_id, document_id) REFERENCES budget_documents (organisation_id, id),
      CHECK (receiver_id <> organisation_id)
    );
    CREATE INDEX budget_offers_receiver ON budget_offers (receiver_id, fiscal_year);
    CREATE TABLE budget_offer_lines (
      organisation_id bigint NOT NULL,
      document_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      receiver_id bigint NOT NULL REFERENCES organisations (id),
      task_code text NOT NULL REFERENCES budget_classes (code),
      economic_code text NOT NULL REFERENCES budget_classes (code),
      title text NOT NULL CHECK (title <> ''),
      amount numeric(18,2) NOT NULL CHECK (amount > 0 AND amount <> 'NaN'),
      explanation text NOT NULL DEFAULT '',
      PRIMARY KEY (organisation_id, document_id, line),
      FOREIGN KEY (organisation_id, document_id) REFERENCES budget_offers (organisation_id, document_id)
    );
    GRANT SELECT, INSERT ON budget_offers, budget_offer_lines TO laas_app;
    ${['budget_offers', 'budget_offer_lines'].map((table) => `
    SELECT laas_fence('${table}');
    CREATE POLICY offered ON ${table} FOR SELECT TO laas_app USING (receiver_id = (SELECT laas_organisation_id()));
    CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${table} EXECUTE FUNCTION refuse_change();`).join('')}`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE budget_offer_lines, budget_offers')
}
