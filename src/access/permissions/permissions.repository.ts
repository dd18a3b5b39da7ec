import { type Read } from '../../platform/database/work.ts'

/** Every permission some group holds, as 'revenue.remit:create'. */
export async function findCatalogue(read: Read): Promise<ReadonlySet<string>> {
  const rows = await read.db('group_permissions').distinct('menu_code', 'action')
  return new Set(rows.map((row) => `${row.menu_code}:${row.action}`))
}
