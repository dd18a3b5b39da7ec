// Which outside services are down: by an order with an end time, or because they do not answer. Both end without hands.
import { secondsBetween, type Instant } from '../../platform/dates.ts'
import { type Read, type Work } from '../../platform/database/work.ts'

export type Service = 'thaid' | 'mail'

export interface ServiceState {
  readonly thaidIsDown: boolean
  readonly mailIsDown: boolean
  /** Orders in force, for the notice. */
  readonly notices: readonly string[]
}

/** A finding that nobody renewed says nothing any more: the worker asks ThaiD three times a minute, mail is tried again within half an hour. */
const lapse: Readonly<Record<Service, number>> = { thaid: 120, mail: 1800 }

export async function findServiceState(read: Read): Promise<ServiceState> {
  const { rows } = await read.db.raw<{ rows: { service: Service; notice: string | null; checked_at: Instant | null }[] }>(
    `SELECT service, notice, NULL AS checked_at, id FROM service_orders WHERE starts_at <= :now AND ends_at > :now
     UNION ALL SELECT service, NULL, checked_at, NULL FROM service_health WHERE NOT is_up ORDER BY id`,
    { now: read.now },
  )
  const isInForce = ({ service, checked_at: checkedAt }: (typeof rows)[number]) => checkedAt === null || secondsBetween(checkedAt, read.now) <= lapse[service]
  const down = new Set(rows.filter(isInForce).map((row) => row.service))
  return { thaidIsDown: down.has('thaid'), mailIsDown: down.has('mail'), notices: rows.flatMap((row) => row.notice ?? []) }
}

export async function noteHealth(work: Work, service: Service, isUp: boolean): Promise<void> {
  await work.db('service_health').insert({ service, is_up: isUp, changed_at: work.now, checked_at: work.now }).onConflict('service').merge({
    is_up: isUp, checked_at: work.now, changed_at: work.db.raw('CASE WHEN service_health.is_up = ? THEN service_health.changed_at ELSE ? END', [isUp, work.now]),
  })
}
