import { instant } from '../../platform/dates.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type NewOrder, type Order } from './order.ts'

const columns = `SELECT w.id, 'closed' AS kind, w.audiences, p.name AS province_name, w.notice, w.letter, w.starts_at, w.ends_at
    FROM system_windows w LEFT JOIN provinces p ON p.code = w.province_code WHERE w.mode = 'closed'
  UNION ALL SELECT s.id, s.service, '{}'::text[], NULL, s.notice, s.letter, s.starts_at, s.ends_at FROM service_orders s`

export async function findOrders(read: OfficerRead): Promise<Order[]> {
  const { rows } = await read.db.raw(`${columns} ORDER BY ends_at DESC, starts_at DESC LIMIT 200`)
  return rows.map(orderOf)
}

export async function findOrder(work: OfficerWork, kind: Order['kind'], id: string): Promise<Order | undefined> {
  const { rows } = await work.db.raw(`SELECT * FROM (${columns}) o WHERE o.kind = ? AND o.id = ?`, [kind, id])
  return rows[0] && orderOf(rows[0])
}

export async function insertOrder(work: OfficerWork, order: NewOrder): Promise<string> {
  const common = { notice: order.notice, letter: order.letter, starts_at: order.startsAt, ends_at: order.endsAt }
  const [made] = order.kind === 'closed'
    ? await work.db('system_windows').insert({ ...common, mode: 'closed', audiences: order.audiences, province_code: order.provinceCode ?? null }).returning('id')
    : await work.db('service_orders').insert({ ...common, service: order.kind, ordered_by: work.actor.username }).returning('id')
  return made.id
}

/** Ends an order now, or withdraws one still to come; the row stays and says until when it held. False when it was over already. */
export async function endOrder(work: OfficerWork, kind: Order['kind'], id: string): Promise<boolean> {
  const table = kind === 'closed' ? 'system_windows' : 'service_orders'
  const changed = await work.db(table).where({ id }).where('ends_at', '>', work.now)
    .update({ ends_at: work.now, starts_at: work.db.raw('least(starts_at, ?::timestamptz - interval \'1 second\')', [work.now]) })
  return changed === 1
}

export async function findProvinces(read: OfficerRead): Promise<{ code: string; name: string }[]> {
  return read.db('provinces').where({ overseen: true }).orderByRaw('name COLLATE "th-TH-x-icu"').select('code', 'name')
}

interface Row extends Pick<Order, 'id' | 'kind' | 'audiences' | 'notice' | 'letter'> {
  readonly province_name: string | null
  readonly starts_at: string
  readonly ends_at: string
}

function orderOf(row: Row): Order {
  return {
    id: row.id, kind: row.kind, audiences: row.audiences, provinceName: row.province_name ?? undefined, notice: row.notice, letter: row.letter,
    startsAt: instant(row.starts_at), endsAt: instant(row.ends_at),
  }
}
