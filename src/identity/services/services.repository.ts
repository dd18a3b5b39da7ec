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
  const orders = await read.db('service_orders').where('starts_at', '<=', read.now).where('ends_at', '>', read.now).orderBy('id').select('service', 'notice')
  const sick: { service: Service; checked_at: Instant }[] = await read.db('service_health').where({ is_up: false }).select('service', 'checked_at')
  const found = sick.filter((row) => secondsBetween(row.checked_at, read.now) <= lapse[row.service])
  const down = new Set([...orders, ...found].map((row) => row.service))
  return { thaidIsDown: down.has('thaid'), mailIsDown: down.has('mail'), notices: orders.map((row) => row.notice) }
}

export async function noteHealth(work: Work, service: Service, isUp: boolean): Promise<void> {
  await work.db('service_health').insert({ service, is_up: isUp, changed_at: work.now, checked_at: work.now }).onConflict('service').merge({
    is_up: isUp, checked_at: work.now, changed_at: work.db.raw('CASE WHEN service_health.is_up = ? THEN service_health.changed_at ELSE ? END', [isUp, work.now]),
  })
}
