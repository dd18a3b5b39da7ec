import { countHeads } from '../../platform/database/heads.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type MoneyCounts } from './money-work.ts'

export async function countMoneyWork(read: OfficerRead, isAlone: boolean): Promise<Omit<MoneyCounts, 'cancellingDebts' | 'reducingDebts'>> {
  const cancelling = read.db('receipts').where({ organisation_id: read.actor.organisationId, state: 'cancelling' })
  if (!isAlone) cancelling.whereNot({ recorded_by: read.actor.userId }).whereNot({ cancel_asked_by: read.actor.userId })
  const asked = await cancelling.first(read.db.raw('count(*)::int AS count, coalesce(sum(total), 0)::text AS amount'))
  return {
    isAlone, cancelling: { count: asked.count, amount: fromNumeric(asked.amount) },
    payIns: await countHeads(read, 'pay_ins', { states: ['draft'], amount: 'total' }),
    entries: await countHeads(read, 'money_entries', { states: ['draft', 'submitted'], amount: 'amount' }),
    runs: await countHeads(read, 'tax_runs', { states: ['asked'], amount: 'total' }),
    positions: await countHeads(read, 'daily_positions', { states: ['draft'] }),
  }
}
