import { type Knex } from 'knex'

// The department's catalogue: menu leaves, user groups and what each group may do at each leaf.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE menu_items (
      code text PRIMARY KEY,
      parent_code text REFERENCES menu_items (code),
      label text NOT NULL,
      organisation_kinds text[] NOT NULL,
      is_public boolean NOT NULL,
      sort integer NOT NULL
    );
    CREATE TABLE user_groups (
      code text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]+$'),
      name text NOT NULL UNIQUE,
      organisation_kinds text[] NOT NULL
    );
    CREATE TABLE group_permissions (
      group_code text NOT NULL REFERENCES user_groups (code),
      menu_code text NOT NULL REFERENCES menu_items (code),
      action text NOT NULL CHECK (action IN ('view', 'create', 'edit', 'approve', 'print')),
      PRIMARY KEY (group_code, menu_code, action)
    );
    GRANT SELECT ON menu_items, user_groups, group_permissions TO laas_app, laas_sign_in, laas_worker;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE group_permissions, user_groups, menu_items')
}
