// The schema as text, the same for the same migrations: tables by name, columns in their order, everything else sorted.
import { type Knex } from 'knex'
import { z } from 'zod'

const row = z.object({ owner: z.string(), text: z.string() })
type Row = z.infer<typeof row>

const head = '# The database\n\nWritten by `npm run schema` from the migrations; a test compares. Change a migration, never this file.\n'

/** Our own relations: not knex's list of migrations. */
const ourTables = `SELECT c.oid, c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  AND c.relname NOT LIKE 'knex\\_migrations%'`

const columns = `SELECT t.relname AS owner, concat('| ', a.attname, ' | ', format_type(a.atttypid, a.atttypmod), ' | ',
    CASE WHEN a.attnotnull THEN '' ELSE 'null' END, ' | ', replace(concat_ws(' ',
      CASE a.attidentity WHEN 'a' THEN 'identity, always' WHEN 'd' THEN 'identity, by default' END,
      CASE WHEN a.attgenerated <> '' THEN 'generated' END, pg_get_expr(d.adbin, d.adrelid)), '|', '\\|'), ' |') AS text
  FROM (${ourTables}) t JOIN pg_attribute a ON a.attrelid = t.oid LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`

/** What holds for a table, in this order. */
const rest = [
  `SELECT t.relname AS owner, concat('- ', pg_get_constraintdef(c.oid)) AS text
    FROM (${ourTables}) t JOIN pg_constraint c ON c.conrelid = t.oid WHERE c.contype IN ('p', 'u', 'f', 'c')`,

  `SELECT t.relname AS owner, concat('- ', replace(pg_get_indexdef(i.indexrelid), 'public.', '')) AS text
    FROM (${ourTables}) t JOIN pg_index i ON i.indrelid = t.oid
    WHERE NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))`,

  `SELECT p.tablename AS owner, concat_ws(' ', '- policy', p.policyname, 'for', p.cmd, 'to', array_to_string(p.roles, ', '),
      'using ' || p.qual, 'with check ' || p.with_check) AS text
    FROM pg_policies p WHERE p.schemaname = 'public'`,

  `SELECT t.relname AS owner, '- row-level security is on' AS text FROM (${ourTables}) t JOIN pg_class c ON c.oid = t.oid
    WHERE c.relrowsecurity`,

  `SELECT t.relname AS owner, concat('- ', replace(pg_get_triggerdef(g.oid), 'public.', '')) AS text
    FROM (${ourTables}) t JOIN pg_trigger g ON g.tgrelid = t.oid WHERE NOT g.tgisinternal`,

  `SELECT t.relname AS owner, concat('- grant ', string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type COLLATE "C"), ' to ', r.rolname) AS text
    FROM (${ourTables}) t JOIN pg_class c ON c.oid = t.oid CROSS JOIN aclexplode(c.relacl) g JOIN pg_roles r ON r.oid = g.grantee
    WHERE r.rolname LIKE 'laas\\_%' GROUP BY t.relname, r.rolname`,

  `SELECT t.relname AS owner, concat('- grant ', g.privilege_type, ' (', string_agg(a.attname, ', ' ORDER BY a.attnum), ') to ', r.rolname) AS text
    FROM (${ourTables}) t JOIN pg_attribute a ON a.attrelid = t.oid CROSS JOIN aclexplode(a.attacl) g JOIN pg_roles r ON r.oid = g.grantee
    WHERE r.rolname LIKE 'laas\\_%' GROUP BY t.relname, r.rolname, g.privilege_type`,
]

const sequences = `SELECT c.relname AS owner, concat(s.seqmin, ' to ', s.seqmax, CASE WHEN s.seqcycle THEN ', in a circle' ELSE '' END,
    (SELECT string_agg(concat('; grant ', g.privilege_type, ' to ', r.rolname), '' ORDER BY r.rolname COLLATE "C", g.privilege_type COLLATE "C")
      FROM aclexplode(c.relacl) g JOIN pg_roles r ON r.oid = g.grantee WHERE r.rolname LIKE 'laas\\_%')) AS text
  FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i'))`

/** What is said of the database itself: whether everybody may make temporary tables and types beside ours. */
const wholeDatabase = `SELECT 'temporary objects' AS owner, 'not for everybody' AS text FROM pg_database d
  WHERE d.datname = current_database() AND d.datacl IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM aclexplode(d.datacl) g WHERE g.grantee = 0 AND g.privilege_type = 'TEMPORARY')`

/** With who may call them; a function without a list of its own is open to everybody. */
const functions = `SELECT concat(p.proname, '(', pg_get_function_identity_arguments(p.oid), ') → ', pg_get_function_result(p.oid)) AS owner,
  concat_ws(E'\\n', concat_ws(', ', l.lanname, CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END,
    CASE WHEN p.prosecdef THEN 'as its owner' END, CASE WHEN p.proacl IS NOT NULL THEN 'not for everybody' END, array_to_string(p.proconfig, ', ')),
    '', '\`\`\`sql', btrim(p.prosrc, E' \\n'), '\`\`\`') AS text
  FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.pronamespace = 'public'::regnamespace`

export async function schemaText(knex: Knex): Promise<string> {
  const columnRows = await rowsOf(knex, columns)
  const rules = new Map<string, string[]>()
  for (const query of rest) {
    for (const { owner, text } of byText(await rowsOf(knex, query))) rules.set(owner, [...rules.get(owner) ?? [], text.replace(/\s+/g, ' ')])
  }
  const tables = [...new Set(columnRows.map(({ owner }) => owner))].sort().map((table) => [
    `## ${table}\n`, '| column | type | null | default |', '|---|---|---|---|',
    ...columnRows.filter(({ owner }) => owner === table).map(({ text }) => text), '', ...rules.get(table) ?? [], '',
  ].join('\n'))
  return [head, ...tables, ...await listOf(knex, 'Sequences', sequences), ...await listOf(knex, 'Functions', functions), ...await listOf(knex, 'Database', wholeDatabase)].join('\n')
}

/** By code unit, whatever order the database's locale has. */
function byText(rows: readonly Row[]): Row[] {
  const key = ({ owner, text }: Row): string => `${owner}\n${text}`
  return [...rows].sort((one, other) => (key(one) < key(other) ? -1 : 1))
}

async function listOf(knex: Knex, title: string, query: string): Promise<string[]> {
  const rows = byText(await rowsOf(knex, query))
  return rows.length === 0 ? [] : [`# ${title}\n`, ...rows.map(({ owner, text }) => `## ${owner}\n\n${text}\n`)]
}

async function rowsOf(knex: Knex, query: string): Promise<Row[]> {
  const { rows } = await knex.raw<{ rows: unknown[] }>(query)
  return rows.map((found) => row.parse(found))
}
