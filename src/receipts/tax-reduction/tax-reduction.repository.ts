import { personName } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate } from '../../platform/dates.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { type Reduction, type ReductionOrder, type ReductionState } from './tax-reduction.ts'

/** Of one debt, in the order they were asked for. */
export async function findReductions(read: OfficerRead, { organisationId, id }: { readonly organisationId: string; readonly id: string }): Promise<Reduction[]> {
  const rows: Row[] = await read.db('tax_reductions as r').join('users as u', 'u.id', 'r.asked_by').leftJoin('users as d', 'd.id', 'r.decided_by')
    .where({ 'r.organisation_id': organisationId, 'r.debt_id': id }).orderBy('r.id')
    .select('r.id', 'r.state', 'r.penalty', 'r.surcharge', 'r.order_number', 'r.order_date', 'r.reason', read.db.raw(`${personName('u')} AS asker, ${personName('d')} AS decider`))
  return rows.map((row) => ({
    id: row.id, state: row.state, penalty: fromNumeric(row.penalty), surcharge: fromNumeric(row.surcharge), orderNumber: row.order_number, orderDate: calendarDate(row.order_date),
    reason: row.reason, asker: row.asker, decider: row.decider ?? '',
  }))
}

export async function insertReduction(work: OfficerWork, debtId: string, order: ReductionOrder): Promise<void> {
  await work.db('tax_reductions').insert({
    organisation_id: work.actor.organisationId, debt_id: debtId, state: 'asked', penalty: toNumeric(order.penalty), surcharge: toNumeric(order.surcharge), order_number: order.orderNumber,
    order_date: order.orderDate, reason: order.reason, asked_by: work.actor.userId, asked_at: work.now,
  })
}

export async function decideReduction(work: OfficerWork, debtId: string, { state, isAlone }: { state: Exclude<ReductionState, 'asked'>; isAlone: boolean }): Promise<void> {
  await work.db('tax_reductions').where({ organisation_id: work.actor.organisationId, debt_id: debtId, state: 'asked' })
    .update({ state, decided_by: work.actor.userId, decided_at: work.now, is_signed_alone: isAlone })
}

/** Reductions that wait for this officer. */
export async function countReducing(read: OfficerRead, isAlone: boolean): Promise<{ readonly count: number; readonly amount: Money }> {
  const query = read.db('tax_reductions').where({ organisation_id: read.actor.organisationId, state: 'asked' })
  if (!isAlone) query.whereNot('asked_by', read.actor.userId)
  const row = await query.first(read.db.raw('count(*)::int AS count, coalesce(sum(penalty + surcharge), 0)::numeric(18,2)::text AS amount'))
  return { count: row.count, amount: fromNumeric(row.amount) }
}

interface Row {
  id: string
  state: ReductionState
  penalty: string
  surcharge: string
  order_number: string
  order_date: string
  reason: string
  asker: string
  decider: string | null
}
