// The menu tree, the 31 user groups and their 2,099 permissions.
import { type Knex } from 'knex'
import { z } from 'zod'
import { bringInLine, cell, readDataFile, readDataText } from '../src/platform/database/reference.ts'

const item = z.object({ id: z.string(), label_th: z.string(), org_types: z.array(z.string()), public: z.boolean(), get children() { return z.array(item).optional() } })
type Item = z.infer<typeof item>

export async function seed(knex: Knex.Transaction): Promise<void> {
  const { menu } = z.object({ menu: z.array(item) }).parse(JSON.parse(readDataText('menu.json')))
  await bringInLine(knex, { table: 'menu_items', rows: rowsOf(menu, null).map((row, sort) => ({ ...row, sort })), key: 'code' })
  await bringInLine(knex, { table: 'user_groups', rows: readDataFile('user-groups.csv').map((row) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), organisation_kinds: cell(row, 'org_types').split('|'),
  })), key: 'code' })
  const permissions = readDataFile('permissions.csv').map((row) => ({
    group_code: cell(row, 'group'), menu_code: cell(row, 'menu'), action: cell(row, 'action'),
  }))
  await knex('group_permissions').delete()
  await bringInLine(knex, { table: 'group_permissions', rows: permissions, key: ['group_code', 'menu_code', 'action'] })
}

function rowsOf(items: readonly Item[], parent: string | null): Record<string, unknown>[] {
  return items.flatMap((entry) => [
    { code: entry.id, parent_code: parent, label: entry.label_th, organisation_kinds: entry.org_types, is_public: entry.public },
    ...rowsOf(entry.children ?? [], entry.id),
  ])
}
