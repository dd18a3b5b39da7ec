// Architecture §4, §7, §10, §15: what every migration keeps, read from the database that they make.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Knex } from 'knex'
import { describe, expect, it } from 'vitest'
import { migrate, rollback } from '../../src/platform/database/migrations.ts'
import { projectFolder } from '../../src/platform/project-folder.ts'
import { emptyDatabase } from '../support/database.ts'
import { schemaText } from './schema-text.ts'
import { importsOf, readText, sourcesUnder } from './source.ts'

const { owner: empty } = await emptyDatabase()

async function names(query: string): Promise<string[]> {
  const { rows } = await empty.raw<{ rows: { name: string }[] }>(query)
  return rows.map(({ name }) => name)
}

const migrations = sourcesUnder('migrations')

interface Migration {
  up(knex: Knex): Promise<void>
  down(knex: Knex): Promise<void>
}

function load(path: string): Promise<Migration> {
  return import(pathToFileURL(join(projectFolder, path)).href)
}

describe('migrations', () => {
  it('import nothing of ours: they must still run when the code has moved on', () => {
    const others = migrations.flatMap(importsOf).filter(({ to, typesOnly }) => to !== 'knex' || !typesOnly)
    expect(others.map(({ place, to }) => `${place} imports ${to}`)).toEqual([])
  })

  it('each go down and up again on an empty database', async () => {
    let before = await schemaText(empty)
    for (const { path } of migrations) {
      const { up, down } = await load(path)
      await up(empty)
      const after = await schemaText(empty)
      expect(after, `${path} changes nothing`).not.toBe(before)
      await down(empty)
      expect(await schemaText(empty), `${path} leaves something behind, or the one before it makes something else the second time`).toBe(before)
      await up(empty)
      before = after
    }
    expect(await schemaText(empty)).toBe(readText('migrations/schema.md'))
    for (const { path } of [...migrations].reverse()) {
      await (await load(path)).down(empty)
    }
    expect(await schemaText(empty)).not.toMatch(/^##/m)
  }, 300_000)

  it('go all the way up, back and up through our own commands', async () => {
    await migrate(empty)
    await rollback(empty)
    expect(await schemaText(empty)).not.toMatch(/^##/m)
    await migrate(empty)
    expect(await schemaText(empty)).toBe(readText('migrations/schema.md'))
  }, 300_000)
})

// Exceptions, each with its reason. A name here that is no exception any more fails too.

/** Not narrowed by row-level security. */
const unfenced: Readonly<Record<string, string>> = {
  organisation_profiles: 'address and telephone of an office are public, and shown to visitors',
}

/** organisation_id does not lead the primary key. */
const otherKeys: Readonly<Record<string, string>> = {
  users: 'people sign in before their organisation is known',
  group_members: 'belongs to a user, and is found through them',
  audit_events: 'visitors and the system act without an organisation',
}

/** Unique over all organisations. */
const nationwide: Readonly<Record<string, string>> = {
  'users (username)': 'a user name is typed without naming the organisation',
}

/** Money without a CHECK of its own. */
const otherMoney: Readonly<Record<string, string>> = {
  'vouchers.total': 'must equal the sum of its lines at commit, and lines refuse NaN: a CHECK would cost every posting',
}

/** People are referred to by their id alone: who prepared or approved may since have moved to another office. */
const peopleTable = 'users'

const tenantTables = `SELECT c.oid, c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`

const firstColumn = (keys: string, table: string): string => `(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = ${table} AND a.attnum = ${keys})`

describe('tables of an organisation', () => {
  it('are the greater part of the house', async () => {
    expect((await names(`SELECT relname AS name FROM (${tenantTables}) t`)).length).toBeGreaterThan(10)
  })

  it('are narrowed by row-level security', async () => {
    const open = await names(`SELECT t.relname AS name FROM (${tenantTables}) t JOIN pg_class c ON c.oid = t.oid
      WHERE NOT c.relrowsecurity OR NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = t.oid) ORDER BY 1`)
    expect(open).toEqual(Object.keys(unfenced).sort())
  })

  it('are kept by organisation_id first', async () => {
    const others = await names(`SELECT t.relname AS name FROM (${tenantTables}) t LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
      WHERE ${firstColumn('k.conkey[1]', 't.oid')} IS DISTINCT FROM 'organisation_id' ORDER BY 1`)
    expect(others).toEqual(Object.keys(otherKeys).sort())
  })

  it('are unique within an organisation', async () => {
    const others = await names(`SELECT replace(regexp_replace(pg_get_indexdef(i.indexrelid), '^.* ON public\\.([^ ]+) USING btree', '\\1'), 'public.', '') AS name
      FROM (${tenantTables}) t JOIN pg_index i ON i.indrelid = t.oid
      WHERE i.indisunique AND NOT i.indisprimary AND ${firstColumn('i.indkey[0]', 't.oid')} IS DISTINCT FROM 'organisation_id' ORDER BY 1`)
    expect(others).toEqual(Object.keys(nationwide).sort())
  })

  it('refer to each other within an organisation', async () => {
    const strays = await names(`SELECT concat(t.relname, ': ', pg_get_constraintdef(f.oid)) AS name
      FROM (${tenantTables}) t JOIN pg_constraint f ON f.conrelid = t.oid AND f.contype = 'f' JOIN (${tenantTables}) r ON r.oid = f.confrelid
      WHERE r.relname <> '${peopleTable}' AND (${firstColumn('f.conkey[1]', 't.oid')} <> 'organisation_id'
        OR ${firstColumn('f.confkey[1]', 'r.oid')} <> 'organisation_id')`)
    expect(strays).toEqual([])
  })
})

describe('what is posted or recorded', () => {
  it.each([
    'vouchers', 'voucher_lines', 'ledger_seals', 'audit_events', 'budget_movements', 'budget_entries', 'budget_cash_receipts', 'budget_steps',
  ])('%s may be changed or removed by no role of ours', async (table) => {
    const able = await names(`SELECT concat(r.rolname, ' ', p.right) AS name FROM pg_roles r, unnest('{UPDATE,DELETE,TRUNCATE}'::text[]) p("right")
      WHERE r.rolname LIKE 'laas\\_%' AND (has_table_privilege(r.rolname, '${table}', p.right)
        OR p.right = 'UPDATE' AND has_any_column_privilege(r.rolname, '${table}', 'UPDATE'))`)
    expect(able).toEqual([])
    const guards = await names(`SELECT tgname AS name FROM pg_trigger WHERE tgrelid = '${table}'::regclass AND tgname LIKE 'never\\_%' ORDER BY 1`)
    expect(guards).toEqual(['never_changed', 'never_emptied'])
  })

  it.each(['vouchers', 'voucher_lines', 'account_balances', 'sub_ledger_balances', 'ledger_books', 'ledger_seals', 'fiscal_periods'])('%s is written by the gate alone', async (table) => {
    const able = await names(`SELECT r.rolname AS name FROM pg_roles r WHERE r.rolname LIKE 'laas\\_%' AND has_table_privilege(r.rolname, '${table}', 'INSERT')`)
    expect(able).toEqual(['laas_ledger'])
    expect(await names(`SELECT r.rolname AS name FROM pg_roles r WHERE r.rolname = 'laas_ledger' AND r.rolcanlogin`)).toEqual([])
  })
})

const ourColumns = `SELECT concat(c.table_name, '.', c.column_name, ': ', c.data_type) AS name FROM information_schema.columns c
  WHERE c.table_schema = 'public' AND c.table_name NOT LIKE 'knex\\_%'`

describe('columns', () => {
  it('are never of a type that loses the zone, cuts text or rounds money', async () => {
    const wrong = `('timestamp without time zone', 'time without time zone', 'character varying', 'character', 'real', 'double precision', 'money', 'json')`
    expect(await names(`${ourColumns} AND c.data_type IN ${wrong}`)).toEqual([])
    expect((await names(`${ourColumns} AND c.data_type = 'text'`)).length).toBeGreaterThan(50)
  })

  it('of money hold satang and refuse NaN', async () => {
    const money = `SELECT a.attrelid, a.attname, a.atttypid, a.atttypmod, c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname IN ('amount', 'total', 'debit', 'credit', 'balance')`
    expect((await names(`SELECT m.attname AS name FROM (${money}) m`)).length).toBeGreaterThan(4)
    expect(await names(`SELECT concat(m.relname, '.', m.attname) AS name FROM (${money}) m LEFT JOIN pg_type d ON d.oid = m.atttypid AND d.typtype = 'd'
      WHERE format_type(coalesce(nullif(d.typbasetype, 0), m.atttypid), coalesce(d.typtypmod, m.atttypmod)) <> 'numeric(18,2)'
        OR NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.contype = 'c' AND (k.conrelid = m.attrelid
          AND pg_get_constraintdef(k.oid) LIKE concat('%', m.attname, ' <> ''NaN''%') OR k.contypid = d.oid AND pg_get_constraintdef(k.oid) LIKE '%''NaN''%'))`)).toEqual(Object.keys(otherMoney))
  })
})
